//! What reaches over more than its own words: a time over the parts told after it, a verb over a list, a paragraph over its gifts.

use super::check;

#[test]
fn days_and_stocks_among_parts() {
    check(
        "9月10日以来，临江市累计报告本土确诊病例87例。其中，14日0时至24时新增确诊病例28例（青石县25例、白水区3例），青石县新增无症状感染者4例。目前在院的确诊病例中，普通型50例，轻型30例。",
        &[
            "87例 cases confirmed cumulative local @临江市 2022-09-10/..",
            "28例 cases confirmed new local @临江市 2022-09-14/2022-09-15",
            "25例 cases confirmed new local @青石县 2022-09-14/2022-09-15",
            "3例 cases confirmed new local @白水区 2022-09-14/2022-09-15",
            "4例 cases asymptomatic new local @青石县 2022-09-14/2022-09-15",
            "50例 cases confirmed current 普通型 @临江市 ../2022-09-15",
            "30例 cases confirmed current 轻型 @临江市 ../2022-09-15",
        ],
    );
    check(
        "7月30日以来，全市累计报告确诊病例61例；截至9月5日24时，现有确诊病例13例。",
        &[
            "61例 cases confirmed cumulative 2022-07-30/..",
            "13例 cases confirmed current ../2022-09-06",
        ],
    );
    check(
        "目前，411例病例中已治愈出院12例，其余399例分别在3家定点医院治疗。",
        &[
            "411例 cases confirmed cumulative",
            "12例 cases discharged cumulative",
            "399例 cases confirmed current",
            "3家 facility 定点医院",
        ],
    );
    check(
        "新增确诊病例41例，新增无症状感染者128例，新增境外输入病例16例。",
        &[
            "41例 cases confirmed new",
            "128例 cases asymptomatic new",
            "16例 cases confirmed new imported",
        ],
    );
}

#[test]
fn verbs_and_paragraphs_reach_over_lists() {
    check(
        "3家大型商场、8处农贸市场和412家餐饮店恢复营业。",
        &[
            "3家 work_resumption resumed 大型商场",
            "8处 work_resumption resumed 农贸市场",
            "412家 work_resumption resumed 餐饮店",
        ],
    );
    check(
        "市慈善总会捐赠专户收到善款。物资方面，共收到医用外科口罩86.2万只、防护服1.34万套。",
        &["862000只 supply donated 医用外科口罩", "13400套 supply donated 防护服"],
    );
    check(
        "为4个农贸市场的537户经营户减免摊位费81.5万元。",
        &[
            "4个 facility 农贸市场",
            "537户 service 经营户减免摊位费",
            "815000元 money 减免摊位费",
        ],
    );
    check(
        "12345热线共受理群众诉求14.73万件，单日最高6328件。",
        &["147300件 service 受理群众诉求", "6328件 service 受理群众诉求"],
    );
    check(
        "到货疫苗共12批次432.5万剂。7月5日前完成2.8万名学生的补种。",
        &[
            "12批次 supply raised 疫苗",
            "4325000剂 supply raised 疫苗",
            "28000名 vaccination 学生",
        ],
    );
    check("按每人每月50元的标准发放流量补贴。", &["50元 money 流量补贴"]);
}

#[test]
fn tenths_are_shares_and_matters_are_no_things() {
    check(
        "运量恢复到疫情前的八成左右，三成半的门店营业，七八成的车辆停运；三成员单位、3套成套设备、一成不变。",
        &["80% about ratio", "35% ratio 门店", "70~80% ratio 车辆", "3套 supply 成套设备"],
    );
    check(
        "我从三个方面介绍企业复工情况，报告三组情况，主要做了两件事。",
        &["3个 other 方面", "3组 other 情况", "2件 other"],
    );
    check(
        "全市已完成两轮全员筛查，3家供热企业27台锅炉全部正常运行。",
        &["2轮 testing 全员筛查", "3家 other 供热企业", "27台 other 锅炉"],
    );
    check(
        "单日确诊首破千宗，快递量突破百万件，病例数破千。",
        &["1000宗 over cases confirmed cumulative", "1000000件 over service 快递量"],
    );
    check("1月18日乘Z35次列车（3车56号）返回，1月21日坐在12车3座。“人民”二字。", &[]);
}

#[test]
fn addresses_headlines_and_ages() {
    check(
        "5月3日，城东区新增3例本土无症状感染者，分别居住于：\n三元路20弄，\n青四村3队陆家宅，\n青溪镇光辉1组，\n新华路513弄13支弄，\n四元新村，\n城南路8号，\n东湖路15弄，\n西湖路28号。\n已对相关居住地落实终末消毒措施。",
        &["3例 cases asymptomatic new local @城东区 2022-05-03/2022-05-04"],
    );
    check(
        "5月3日，新增境外输入性确诊病例2例 无新增境外输入性无症状感染者 治愈出院39例 解除医学观察无症状感染者13例",
        &[
            "2例 cases confirmed new imported 2022-05-03/2022-05-04",
            "0 cases asymptomatic new imported 2022-05-03/2022-05-04",
            "39例 cases discharged new 2022-05-03/2022-05-04",
            "13例 cases discharged new 无症状感染者 2022-05-03/2022-05-04",
        ],
    );
    check(
        "5月3日，新增本土死亡病例7例，其中60岁以下2人，合并有肺癌。70岁以上5人，合并有心力衰竭。上述7人入院后病情加重，经抢救无效死亡。",
        &[
            "7例 cases dead new local 2022-05-03/2022-05-04",
            "2人 cases dead new local 60岁以下 2022-05-03/2022-05-04",
            "5人 cases dead new local 70岁以上 2022-05-03/2022-05-04",
            "7人 cases dead new local 2022-05-03/2022-05-04",
        ],
    );
    check(
        "5月3日解除医学观察本土无症状感染者1例，境外输入性无症状感染者12例。",
        &[
            "1例 cases discharged new local 无症状感染者 2022-05-03/2022-05-04",
            "12例 cases discharged new imported 2022-05-03/2022-05-04",
        ],
    );
    check("“动态清零”并不是追求完全零感染，全县零新增。", &["0 cases infected new"]);
    check(
        "目前尚有902人正在接受医学观察，其余46人均已解除。",
        &["902人 contacts current observed", "46人 contacts cumulative released"],
    );
}

#[test]
fn wholes_behind_where_they_are_and_lists_that_go_on() {
    check(
        "在院治疗的663例患者分布在全省141家定点救治医院，其中轻型102例、重型52例；60岁及以上145例，最小的为出生仅3个月的婴儿。",
        &[
            "663例 cases confirmed current",
            "141家 facility 定点救治医院",
            "102例 cases confirmed current 轻型",
            "52例 cases severe current",
            "145例 cases confirmed current 60岁及以上",
        ],
    );
    check(
        "内蒙古自治区现有确诊病例64例，由呼和浩特市、包头市的定点医院收治，分别为35例和29例。",
        &[
            "64例 cases confirmed current @内蒙古自治区",
            "35例 cases confirmed current @呼和浩特市",
            "29例 cases confirmed current @包头市",
        ],
    );
    check(
        "储备库现有大米8320吨、食用油2160吨、方便面42万箱。",
        &[
            "8320吨 supply stocked 大米",
            "2160吨 supply stocked 食用油",
            "420000箱 supply stocked 方便面",
        ],
    );
    check(
        "累计追踪密切接触者8346人，其中当日新增571人；已解除集中隔离3208人。",
        &[
            "8346人 contacts cumulative traced 密切接触者",
            "571人 contacts new traced 密切接触者",
            "3208人 contacts cumulative released 密切接触者",
        ],
    );
    check(
        "累计公布11842例确诊个案，已有5916人解除隔离。",
        &["11842例 cases confirmed cumulative", "5916人 cases discharged cumulative"],
    );
    check(
        "另有首批近240万剂疫苗将陆续运抵，民众可拨打防疫专线1922。",
        &["2400000剂 under supply planned 疫苗"],
    );
    check(
        "封存冷冻海产品1860吨，无害化处理26吨，助销蔬菜4200吨。",
        &[
            "1860吨 service 封存冷冻海产品",
            "26吨 service 无害化处理",
            "4200吨 supply delivered 蔬菜",
        ],
    );
    check(
        "全市便民店137家，粮油店62家；4家药企24小时不停工。",
        &["137家 facility 便民店", "62家 facility 粮油店", "4家 other 药企"],
    );
    check(
        "12家木材加工企业达到复工条件，另有5家正在开展环境消杀，预计一周内具备复工条件。",
        &[
            "12家 work_resumption ready 木材加工企业",
            "5家 work_resumption nearly_ready 木材加工企业",
            "1周 at_most duration",
        ],
    );
}

#[test]
fn sizes_versions_and_rates_are_no_counts() {
    check(
        "蔬菜分装于七个四十呎货柜。纾困4.0方案总额2600亿元。",
        &["7个 other 四十呎货柜", "260000000000元 money 纾困4.0方案"],
    );
    check("最小的患者才7个月大，住院7天。新增为病例126至136。", &["7天 duration 住院"]);
    check(
        "能做口罩的企业只有2家，一天出不到20万只。",
        &["2家 other 做口罩的企业", "200000只 under supply 口罩"],
    );
    check(
        "5月3日，大朗镇新增确诊病例9例，无症状感染者2例。巷头社区6例，求富路社区3例，长塘、竹山社区各1例。",
        &[
            "9例 cases confirmed new @大朗镇 2022-05-03/2022-05-04",
            "2例 cases asymptomatic new @大朗镇 2022-05-03/2022-05-04",
            "6例 cases infected new @巷头社区 2022-05-03/2022-05-04",
            "3例 cases infected new @求富路社区 2022-05-03/2022-05-04",
            "1例 cases infected new @长塘 2022-05-03/2022-05-04",
            "1例 cases infected new @竹山社区 2022-05-03/2022-05-04",
        ],
    );
}
