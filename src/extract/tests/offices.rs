//! Phrasings of many offices, newsrooms and firms: each line is one that an earlier version read wrongly.

use super::check;

#[test]
fn classes_named_anew_and_sums_of_both() {
    check(
        "截至5月3日24时，东山省累计报告确诊病例48例，重症4，危重0，死亡1例。重症病例中，临江市3例、南山市1例。",
        &[
            "48例 cases confirmed cumulative @东山省 ../2022-05-04",
            "4 cases severe current @东山省 ../2022-05-04",
            "0 cases critical current @东山省 ../2022-05-04",
            "1例 cases dead cumulative @东山省 ../2022-05-04",
            "3例 cases severe current @临江市 ../2022-05-04",
            "1例 cases severe current @南山市 ../2022-05-04",
        ],
    );
    check(
        "5月3日0—24时，东山省新增确诊病例28例，新增治愈出院病例2。新增治愈出院病例中，临江市1例、南山市1例。",
        &[
            "28例 cases confirmed new @东山省 2022-05-03/2022-05-04",
            "2 cases discharged new @东山省 2022-05-03/2022-05-04",
            "1例 cases discharged new @临江市 2022-05-03/2022-05-04",
            "1例 cases discharged new @南山市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "截至5月3日24时，东山省累计报告确诊病例53例，其中重症病例12例。重症病例中，临江市8例、南山市4例。",
        &[
            "53例 cases confirmed cumulative @东山省 ../2022-05-04",
            "12例 cases severe cumulative @东山省 ../2022-05-04",
            "8例 cases severe cumulative @临江市 ../2022-05-04",
            "4例 cases severe cumulative @南山市 ../2022-05-04",
        ],
    );
    check(
        "目前追踪到密切接触者978人，已解除医学观察165人，尚有813人正在接受医学观察。",
        &[
            "978人 contacts cumulative traced 密切接触者",
            "165人 contacts cumulative released 密切接触者",
            "813人 contacts current observed 密切接触者",
        ],
    );
    check(
        "5月3日0—24时，临江市新增本土确诊病例7例、无症状感染者12例，区县分布为：东湖区5+8、西山区2+4。",
        &[
            "7例 cases confirmed new local @临江市 2022-05-03/2022-05-04",
            "12例 cases asymptomatic new local @临江市 2022-05-03/2022-05-04",
            "5 cases confirmed new local @东湖区 2022-05-03/2022-05-04",
            "8 cases asymptomatic new local @东湖区 2022-05-03/2022-05-04",
            "2 cases confirmed new local @西山区 2022-05-03/2022-05-04",
            "4 cases asymptomatic new local @西山区 2022-05-03/2022-05-04",
        ],
    );
    check(
        "临江市新增“8+11”。",
        &["8 cases confirmed new @临江市", "11 cases asymptomatic new @临江市"],
    );
    check(
        "自5月1日东湖区疫情发生至3日24时，临江市累计报告感染者102例。",
        &["102例 cases infected cumulative @临江市 2022-05-01/2022-05-04"],
    );
    check(
        "截至5月3日24时，临江市累计感染101例。从职业看，小学生36人，工厂职工31人，幼儿园儿童8人。",
        &[
            "101例 cases infected cumulative @临江市 ../2022-05-04",
            "36人 cases infected cumulative 小学生 @临江市 ../2022-05-04",
            "31人 cases infected cumulative 工厂职工 @临江市 ../2022-05-04",
            "8人 cases infected cumulative 幼儿园儿童 @临江市 ../2022-05-04",
        ],
    );
    check(
        "5月3日0—24时，临江市新增确诊病例109例，其中9例为境外输入病例。其余100例为本土病例，其中62例为密接。",
        &[
            "109例 cases confirmed new @临江市 2022-05-03/2022-05-04",
            "9例 cases confirmed new imported @临江市 2022-05-03/2022-05-04",
            "100例 cases confirmed new local @临江市 2022-05-03/2022-05-04",
            "62例 cases confirmed new local @临江市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "方舱医院收治2100人不到；出具结果95%还多。",
        &["2100人 under cases infected current", "95% over ratio 出具结果"],
    );
    check(
        "临江市昨日无新增确诊病例。\n5月3日0—24时，临江市新增疑似病例6例。",
        &[
            "0 cases confirmed new @临江市 2022-05-03/2022-05-04",
            "6例 cases suspected new @临江市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "截至5月3日24时，新疆（含兵团）现有确诊病例35例。",
        &["35例 cases confirmed current @新疆 ../2022-05-04"],
    );
    check(
        "5月3日0—24时，临江市新增治愈出院病例3例；南岭县已连续5天零新增。",
        &[
            "3例 cases discharged new @临江市 2022-05-03/2022-05-04",
            "5天 duration 连续",
            "0 cases infected new @南岭县 2022-05-03/2022-05-04",
        ],
    );
    check(
        "5月3日0—24时，临江市新增确诊病例109例。个案涉及55男54女，其中9例为输入病例。",
        &[
            "109例 cases confirmed new @临江市 2022-05-03/2022-05-04",
            "55 cases confirmed new 男 @临江市 2022-05-03/2022-05-04",
            "54 cases confirmed new 女 @临江市 2022-05-03/2022-05-04",
            "9例 cases confirmed new imported @临江市 2022-05-03/2022-05-04",
        ],
    );
}

#[test]
fn goods_and_whom_they_are_for() {
    check(
        "4月9日全市蔬菜上市量5800吨，较前一日增加420吨。",
        &["5800吨 supply delivered 蔬菜", "420吨 supply delivered 蔬菜"],
    );
    check(
        "各区组织发放生活物资包。东湖区已向居民发放538万份，西山区发放38万份。",
        &["5380000份 supply delivered 生活物资包", "380000份 supply delivered 生活物资包"],
    );
    check(
        "已为76个小区、5.8万户居民配送蔬菜。",
        &["76个 other 小区", "58000户 service 居民配送蔬菜"],
    );
    check(
        "支援挂面3车，捐赠床上用品3000套。",
        &["3车 supply donated 挂面", "3000套 supply donated 床上用品"],
    );
    check("某地侨联 口罩36000只", &["36000只 supply 口罩"]);
    check("其中区外调入530吨；首批2500吨。", &["530吨 supply raised", "2500吨 supply raised"]);
}

#[test]
fn sums_are_of_what_was_counted_before_them() {
    check(
        "查处价格违法案件47起，罚款52万元。",
        &["47起 service 查处价格违法案件", "520000元 money 罚款"],
    );
    check(
        "接收捐款417笔286万元，其中资金200万元。",
        &["417笔 other 捐款", "2860000元 money 捐款", "2000000元 money 捐赠资金"],
    );
    check(
        "社会捐赠款物1.2亿元，其中资金9000万元。",
        &["120000000元 money 捐赠款物", "90000000元 money 捐赠资金"],
    );
    check(
        "售价200元/盒，单价一般控制在60至120元。",
        &["200元/盒 money 售价", "60~120元 money 单价"],
    );
}

#[test]
fn those_at_work_and_what_was_done_to_others() {
    check(
        "配送队112支、3860人；骑手2800名，其中800名来自外地。",
        &[
            "112支 personnel 配送队",
            "3860人 personnel 配送队",
            "2800名 personnel 骑手",
            "800名 personnel 骑手",
        ],
    );
    check(
        "260名交警、特警值守，抽调1.1万名干部、教师和村医。",
        &["260名 personnel 交警、特警", "11000名 personnel 干部、教师和村医"],
    );
    check(
        "1063人采样支援队连夜进驻，其中200人为流调、检验人员。",
        &["1063人 personnel 采样支援队", "200人 personnel 流调、检验人员"],
    );
    check(
        "已对其中3人刑事拘留，1人取保候审。",
        &["3人 service 刑事拘留", "1人 service 取保候审"],
    );
    check(
        "组建代购药品专班279个，为居民代购药品2.3万单。",
        &["279个 personnel 代购药品专班", "23000单 service 居民代购药品"],
    );
    check(
        "约谈平台企业9家，捣毁窝点219个，抽查口罩8.9万批次。",
        &["9家 service 约谈平台企业", "219个 service 捣毁窝点", "89000批次 service 抽查口罩"],
    );
    check(
        "四间检疫中心现有1326人接受检疫。",
        &["4间 facility 检疫中心", "1326人 contacts current observed 检疫中心"],
    );
}

#[test]
fn premises_and_runs() {
    check(
        "全市有1426家社区便民店、95个蔬菜直销点。",
        &["1426家 facility 社区便民店", "95个 facility 蔬菜直销点"],
    );
    check(
        "集中隔离点由68个扩充至147个。定点医院增至45家。",
        &["68个 facility 集中隔离点", "147个 facility 集中隔离点", "45家 facility 定点医院"],
    );
    check(
        "设置床位2.9万张，已投用1.8万张。",
        &["29000张 facility 床位", "18000张 facility 床位"],
    );
    check(
        "中欧班列2月份开行602列，每日开行航班26班。",
        &["602列 vehicle 班列", "26班 vehicle daily 航班"],
    );
    check("东湖区甲小区等2处调整为中风险地区。", &["2处 risk_area 东湖区甲小区"]);
}

#[test]
fn numbers_that_name_or_specify() {
    check("第21、22例均为学生，第139—151例居住在东湖区。", &[]);
    check("两条10千伏线路，十只装口罩，（案7183、案7431）。", &["2条 other 10千伏线路"]);
    check("请拨打12345，或到第5、6号楼。", &[]);
}

#[test]
fn counts_taken_up_again_and_since_when() {
    check(
        "5月3日0—24时，临江市新增确诊病例97例、无症状感染者41例。138人当中，109例在管控人群中检出，29例来自社会面。",
        &[
            "97例 cases confirmed new @临江市 2022-05-03/2022-05-04",
            "41例 cases asymptomatic new @临江市 2022-05-03/2022-05-04",
            "138人 cases infected new @临江市 2022-05-03/2022-05-04",
            "109例 cases infected new @临江市 2022-05-03/2022-05-04",
            "29例 cases infected new @临江市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "5月3日0—24时，临江市新增确诊病例6例、无症状感染者2例。目前8人均在定点医院隔离治疗。",
        &[
            "6例 cases confirmed new @临江市 2022-05-03/2022-05-04",
            "2例 cases asymptomatic new @临江市 2022-05-03/2022-05-04",
            "8人 cases infected current @临江市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "3月18日0—24时，31个省（自治区、直辖市）报告新增确诊病例34例。\n湖北新增治愈出院病例795例。\n3月18日0—24时，新增境外输入确诊病例34例。",
        &[
            "31个 other 省",
            "34例 cases confirmed new @全国 2022-03-18/2022-03-19",
            "795例 cases discharged new @湖北省 2022-03-18/2022-03-19",
            "34例 cases confirmed new imported @全国 2022-03-18/2022-03-19",
        ],
    );
    check(
        "5月3日0—24时，临江市新增确诊病例26例，其中4例由无症状感染者转为确诊病例；东湖区20例，西山区6例。",
        &[
            "26例 cases confirmed new @临江市 2022-05-03/2022-05-04",
            "4例 cases converted new @临江市 2022-05-03/2022-05-04",
            "20例 cases confirmed new @东湖区 2022-05-03/2022-05-04",
            "6例 cases confirmed new @西山区 2022-05-03/2022-05-04",
        ],
    );
    check(
        "自5月1日临江市发现首例感染者至今，累计报告感染者36例。",
        &["36例 cases infected cumulative @临江市 2022-05-01/.."],
    );
    check(
        "从5月1日首例确诊起算，至3日12时，临江市已有确诊病例6例。",
        &["6例 cases confirmed cumulative @临江市 2022-05-01/2022-05-03T12:00"],
    );
    check(
        "目前仍有367人在院；停业14日；无现有疑似病例。",
        &["367人 cases confirmed current", "14日 duration 停业", "0 cases suspected current"],
    );
    check(
        "5月3日0—24时，临江市新增确诊病例44例（东湖区33例，西山区11例），都是本土病例。新增无症状感染者1例，境外输入。",
        &[
            "44例 cases confirmed new local @临江市 2022-05-03/2022-05-04",
            "33例 cases confirmed new local @东湖区 2022-05-03/2022-05-04",
            "11例 cases confirmed new local @西山区 2022-05-03/2022-05-04",
            "1例 cases asymptomatic new imported @临江市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "和平区完成第二轮核酸检测175.6万人，检出2例。",
        &["1756000人 testing 核酸检测", "2例 cases infected new @和平区"],
    );
    check("新增1例确诊病例由甲县报告。", &["1例 cases confirmed new @甲县"]);
    check(
        "第三轮已采482.6万人，核酸共采16.4万份，首轮共检912万人。",
        &["4826000人 testing", "164000份 testing", "9120000人 testing"],
    );
    check("白石街道累计报告确诊病例27例。", &["27例 cases confirmed cumulative @白石街道"]);
    check(
        "截至5月3日零时，录得阳性个案合共376宗。",
        &["376宗 cases infected cumulative ../2022-05-03"],
    );
}

#[test]
fn numbers_acts_and_premises_of_other_reports() {
    check(
        "化肥2200万台（套），3个多小时，80来个工人，十五六天，蔬菜1 420公吨，口罩8 000万个。",
        &[
            "22000000台（套） supply 化肥",
            "3个小时 over duration",
            "80个 about personnel 工人",
            "15~16天 duration",
            "1420公吨 supply 蔬菜",
            "80000000个 supply 口罩",
        ],
    );
    check("建于上世纪80年代；一年之计在于春；80来自外地。", &["80 other"]);
    check(
        "累计开展设备特巡1.27万次，消除隐患834项。",
        &["12700次 service 开展设备特巡", "834项 service 消除隐患"],
    );
    check(
        "5260户家庭由社区干部配送到户，住着3100户居民。",
        &["5260户 service 家庭由社区干部配送到户", "3100户 other 居民"],
    );
    check(
        "抽调56名机关干部组成4个工作组盯在一线。",
        &["56名 personnel 机关干部", "4个 personnel 工作组"],
    );
    check(
        "设立5个应急物资接驳区，快速抗原测试剂1.9万剂，代购药物700多宗。",
        &[
            "5个 facility 应急物资接驳区",
            "19000剂 supply 快速抗原测试剂",
            "700宗 over service 代购药物",
        ],
    );
    check(
        "排查师生员工128.6万人次，发热门诊接诊2283人次。",
        &["1286000人次 service 排查师生员工", "2283人次 service 发热门诊接诊"],
    );
    check(
        "转运隔离密接6312人，9114人已分5批向外转运。",
        &["6312人 contacts current observed 密接", "9114人 service", "5批 other"],
    );
    check(
        "定点医院由19家扩到28家，移动检测车10台进驻。",
        &["19家 facility 定点医院", "28家 facility 定点医院", "10台 vehicle 移动检测车"],
    );
    check(
        "重症医学科医师46名，3.6万名外卖骑手和配送员在岗，19人已当志愿者。",
        &[
            "46名 personnel 重症医学科医师",
            "36000名 personnel 外卖骑手和配送员",
            "19人 personnel",
        ],
    );
    check(
        "推出10元蔬菜包。下拨慰问资金2000万元，并向东湖区追加300万元。",
        &["10元 money 蔬菜包", "20000000元 money 慰问资金", "3000000元 money 慰问资金"],
    );
    check(
        "共有110所普通高中、1名专职校医。",
        &["110所 facility 普通高中", "1名 personnel 专职校医"],
    );
}

#[test]
fn lists_below_a_colon_and_zeros_before_them() {
    check(
        "5月3日0—24时，临江市无新增本土确诊病例，新增本土无症状感染者26例，分别为：东湖区19例，西山区7例。",
        &[
            "0 cases confirmed new local @临江市 2022-05-03/2022-05-04",
            "26例 cases asymptomatic new local @临江市 2022-05-03/2022-05-04",
            "19例 cases asymptomatic new local @东湖区 2022-05-03/2022-05-04",
            "7例 cases asymptomatic new local @西山区 2022-05-03/2022-05-04",
        ],
    );
    check(
        "5月3日0—24时，临江市新增确诊病例33例。其中：\n东湖区24例\n西山区9例。",
        &[
            "33例 cases confirmed new @临江市 2022-05-03/2022-05-04",
            "24例 cases confirmed new @东湖区 2022-05-03/2022-05-04",
            "9例 cases confirmed new @西山区 2022-05-03/2022-05-04",
        ],
    );
    check(
        "新增本土确诊病例4例（东湖区3例、西山区1例，均为轻型；含2例由无症状感染者转为确诊病例）。",
        &[
            "4例 cases confirmed new local",
            "3例 cases confirmed new local @东湖区",
            "1例 cases confirmed new local @西山区",
            "2例 cases converted new local",
        ],
    );
    check(
        "骑手2.1万人，比月初增加9000人；家政服务员50万人，行政处罚34人。",
        &[
            "21000人 personnel 骑手",
            "9000人 personnel 骑手",
            "500000人 personnel 家政服务员",
            "34人 service 行政处罚",
        ],
    );
    check(
        "设置了4个核酸检测采样站、5个物资中转接驳站，查询热线（5394 6723）。",
        &["4个 testing 核酸检测", "5个 facility 物资中转接驳站"],
    );
    check(
        "接受检测1490人，另有2人因违规被票控，派发3 200罐罐头。",
        &[
            "1490人 testing 接受检测",
            "2人 service 因违规被票控",
            "3200罐 supply delivered 罐头",
        ],
    );
    check(
        "已接收内地捐赠的口罩8000个；一位老人带头捐了1万元。",
        &["8000个 supply donated 口罩", "10000元 money 捐款"],
    );
    check("现场有工人4000名；仅用7日建成。", &["4000名 personnel 工人", "7日 duration"]);
}

#[test]
fn origins_of_fates_years_of_the_republic_and_reports_of_measures() {
    check(
        "截至5月3日24时，临江市累计报告境外输入确诊病例325例，治愈出院1例，现有确诊病例324例，其中重型5例。",
        &[
            "325例 cases confirmed cumulative imported @临江市 ../2022-05-04",
            "1例 cases discharged cumulative imported @临江市 ../2022-05-04",
            "324例 cases confirmed current imported @临江市 ../2022-05-04",
            "5例 cases severe current imported @临江市 ../2022-05-04",
        ],
    );
    check(
        "境外输入方面，累计报告确诊病例174例，治愈出院173例，在院1例。",
        &[
            "174例 cases confirmed cumulative imported",
            "173例 cases discharged cumulative imported",
            "1例 cases confirmed current imported",
        ],
    );
    check(
        "中央流行疫情指挥中心111-05-15公布：今日新增本土病例68,732例。5例自越南（4例）、日本（1例）移入。另累计1,165例确诊病例死亡。",
        &[
            "68732例 cases confirmed new local @台湾 2022-05-15/2022-05-16",
            "5例 cases infected new @台湾 2022-05-15/2022-05-16",
            "4例 cases infected new @越南 2022-05-15/2022-05-16",
            "1例 cases infected new @日本 2022-05-15/2022-05-16",
            "1165例 cases dead cumulative @台湾 ../2022-05-16",
        ],
    );
    check(
        "截至5月3日24时，临江市累计报告确诊病例36例（轻型21例、普通型15例，无重型），按居住地分：东湖区27例、西山区9例。",
        &[
            "36例 cases confirmed cumulative @临江市 ../2022-05-04",
            "21例 cases confirmed cumulative 轻型 @临江市 ../2022-05-04",
            "15例 cases confirmed cumulative 普通型 @临江市 ../2022-05-04",
            "0 cases severe current @临江市 ../2022-05-04",
            "27例 cases confirmed cumulative @东湖区 ../2022-05-04",
            "9例 cases confirmed cumulative @西山区 ../2022-05-04",
        ],
    );
    check(
        "5月3日0—24时，临江市新增确诊病例2例，均为货运人员，系2日确诊病例的同事。新增治愈出院13例。",
        &[
            "2例 cases confirmed new @临江市 2022-05-03/2022-05-04",
            "13例 cases discharged new @临江市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "在院治疗64例（含本土55例：东湖区33例、西山区22例，境外输入9例）。",
        &[
            "64例 cases confirmed current",
            "55例 cases confirmed current local",
            "33例 cases confirmed current local @东湖区",
            "22例 cases confirmed current local @西山区",
            "9例 cases confirmed current imported",
        ],
    );
    check(
        "确诊病例总数增至12例；前三轮检测，未接种满3剂疫苗，12名次密接在外省。",
        &["12例 cases confirmed cumulative", "12名 contacts cumulative traced 次密接"],
    );
    check(
        "现有疑似病例334人，集中隔离291人。",
        &["334人 cases suspected current", "291人 cases suspected current"],
    );
    check(
        "首轮采样1612万人，第二轮1625万人。",
        &["16120000人 testing 首轮采样", "16250000人 testing"],
    );
    check(
        "保障7.8万名考生顺利应考，有序返程2579人，抽查了1263个小区。",
        &["78000名 service 保障考生顺利应考", "2579人 service 返程", "1263个 service 抽查小区"],
    );
    check(
        "恢复公交线路32条，日产量达到800辆，供餐2.1万份，招募志愿者1120名。",
        &[
            "32条 other 公交线路",
            "800辆 supply daily produced",
            "21000份 supply delivered 供餐",
            "1120名 personnel 志愿者",
        ],
    );
    check(
        "2家定点接诊医院，方舱医院9个，目前已启用5个，267个社区保供网点。",
        &[
            "2家 facility 定点接诊医院",
            "9个 facility 方舱医院",
            "5个 facility 方舱医院",
            "267个 facility 社区保供网点",
        ],
    );
    check("聚集性疫情192起。", &["192起 other 聚集性疫情"]);
}

#[test]
fn those_in_hospital_and_where_they_live() {
    check(
        "5月3日0—24时，临江市新增确诊病例344例、无症状感染者1021例，其中东湖区确诊302例、无症状817例。第一批137名患者治愈出舱。",
        &[
            "344例 cases confirmed new @临江市 2022-05-03/2022-05-04",
            "1021例 cases asymptomatic new @临江市 2022-05-03/2022-05-04",
            "302例 cases confirmed new @东湖区 2022-05-03/2022-05-04",
            "817例 cases asymptomatic new @东湖区 2022-05-03/2022-05-04",
            "137名 cases discharged new @临江市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "截至5月3日24时，临江市累计报告确诊病例71例。目前在院治疗的71例确诊病例中，轻型44例，普通型27例。",
        &[
            "71例 cases confirmed cumulative @临江市 ../2022-05-04",
            "71例 cases confirmed current @临江市 ../2022-05-04",
            "44例 cases confirmed current 轻型 @临江市 ../2022-05-04",
            "27例 cases confirmed current 普通型 @临江市 ../2022-05-04",
        ],
    );
    check(
        "5月3日0—24时，临江市新增确诊病例41例，36例居住在东湖区，5例居住在西山区。",
        &[
            "41例 cases confirmed new @临江市 2022-05-03/2022-05-04",
            "36例 cases confirmed new @东湖区 2022-05-03/2022-05-04",
            "5例 cases confirmed new @西山区 2022-05-03/2022-05-04",
        ],
    );
    check("在7个街镇设置了临时封控区，近 7 天有旅居史者请报告。", &["7个 other 街镇"]);
}

#[test]
fn what_a_sentence_goes_on_to_tell_after_a_local_count() {
    check(
        "截至5月8日24时，本轮疫情全市累计报告本土确诊病例86例，现有在院病例78例，其中轻型51例、重型4例，无死亡病例。",
        &[
            "86例 cases confirmed cumulative local ../2022-05-09",
            "78例 cases confirmed current local ../2022-05-09",
            "51例 cases confirmed current local 轻型 ../2022-05-09",
            "4例 cases severe current local ../2022-05-09",
            "0 cases dead cumulative local ../2022-05-09",
        ],
    );
    // Those of the day are others.
    check(
        "截至5月8日24时，临江市累计报告本土确诊病例86例，8日新增治愈出院3例。",
        &[
            "86例 cases confirmed cumulative local @临江市 ../2022-05-09",
            "3例 cases discharged new @临江市 2022-05-08/2022-05-09",
        ],
    );
}
