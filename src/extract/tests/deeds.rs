//! Services: the act, what it was done to and for whom; who is at work.

use super::check;

#[test]
fn the_act_on_either_side_of_its_number() {
    check(
        "出动人员检查市场317家次，责令改正13家，查处案件2起。",
        &["317家次 service 出动人员检查市场", "13家 service 责令改正", "2起 service 查处案件"],
    );
    check(
        "全区开展价格巡查120家次，完成终末消毒37处，协调解决货车滞留4起。",
        &["120家次 service 价格巡查", "37处 service 终末消毒", "4起 service 解决货车滞留"],
    );
    check(
        "心理热线累计接听来电406个，逐一辅导93人，热线接听419通来电。",
        &["406个 service 接听来电", "93人 service 辅导", "419通 service 接听来电"],
    );
    check("对病例活动场所终末消毒89处。", &["89处 service 病例活动场所终末消毒"]);
    check(
        "批准逮捕21件25人，提起公诉14件17人；救助53户72人次。",
        &[
            "21件 service 批准逮捕",
            "25人 service 批准逮捕",
            "14件 service 提起公诉",
            "17人 service 提起公诉",
            "53户 service 救助",
            "72人次 service 救助",
        ],
    );
    check(
        "受理群众诉求900件，办结871件。",
        &["900件 service 受理群众诉求", "871件 service 办结群众诉求"],
    );
    check("首周放款52笔，当日投递268件。", &["52笔 service 放款", "268件 service 投递"]);
}

#[test]
fn those_served_with_what_was_done_for_them() {
    check(
        "为48家企业登记用工需求，对600余户居民实行欠费不停供。",
        &["48家 service 企业登记用工需求", "600户 over service 居民欠费不停供"],
    );
    check(
        "帮58名中小学生跟上课程，帮助滞留城区的43名农民返乡备耕。",
        &["58名 service 中小学生跟上课程", "43名 service 农民返乡备耕"],
    );
    check("室温不达标的97户已逐户上门检修。", &["97户 service 逐户上门检修"]);
    check(
        "53名血液透析患者、86名化疗患者得到定点收治。",
        &["53名 service 血液透析患者", "86名 service 化疗患者得到定点收治"],
    );
    check("另有2户居民。", &["2户 other 居民"]);
}

#[test]
fn who_is_at_work_without_for_whom() {
    check(
        "美团、顺丰等平台上线骑手380名，搭载医护等各类人员310人次。",
        &["380名 personnel 骑手", "310人次 service 各类人员"],
    );
    check(
        "24个家庭医生团队电话随访慢病患者，现场有工人4000名。",
        &["24个 personnel 家庭医生团队", "4000名 personnel 工人"],
    );
}

#[test]
fn those_who_need_care_books_and_kits() {
    check(
        "为27名孕产妇、58名透析病人建立台账，血透患者86名实行点对点接送。",
        &["27名 service 孕产妇", "58名 service 透析病人建立台账", "86名 service 血透患者"],
    );
    check(
        "已为114家优化用电方案，共为5.7万户居民缓收电费。",
        &["114家 service 优化用电方案", "57000户 service 居民缓收电费"],
    );
    check(
        "图书800册任人翻阅，捐赠图书300册，冷库容积60立方米。",
        &["800册 other 图书", "300册 supply donated 图书", "60立方米 other 冷库容积"],
    );
    check(
        "核酸检测三轮，发放抗原检测盒3.6万份，已采样2万份，出具结果1.9万份。",
        &[
            "3轮 testing 核酸检测",
            "36000份 supply delivered 抗原检测盒",
            "20000份 testing 采样",
            "19000份 testing 出具结果",
        ],
    );
    check(
        "首批606套隔离用房交付，全部建成后将达4156套。",
        &["606套 facility 隔离用房", "4156套 facility 隔离用房"],
    );
    check(
        "热线一天接听70多个，封控以来累计接听983个。",
        &["70个 over service 热线一天接听", "983个 service 接听"],
    );
    check(
        "蔬菜43吨，其中北镇5吨、南镇3吨；又拿出冻牛肉12吨平价投放。",
        &[
            "43吨 supply 蔬菜",
            "5吨 supply 蔬菜",
            "3吨 supply 蔬菜",
            "12吨 supply delivered 冻牛肉",
        ],
    );
    check(
        "“复工贷”为76家小微企业放款2.3亿元。",
        &["76家 service 小微企业放款", "230000000元 money 小微企业放款"],
    );
    check(
        "配备消杀车26辆，单日最多检测9100人次，19家核酸检测机构满负荷运行。",
        &["26辆 vehicle 消杀车", "9100人次 testing 单日最多检测", "19家 facility 核酸检测机构"],
    );
}

#[test]
fn gifts_parts_and_states() {
    check(
        "捐赠的“爱心蔬菜包”已运抵36.5万份，其中北县9.2万份、南县7万份。",
        &[
            "365000份 supply donated 爱心蔬菜包",
            "92000份 supply donated 爱心蔬菜包",
            "70000份 supply donated 爱心蔬菜包",
        ],
    );
    check("服装厂转产隔离衣，首批3000套无偿交给县里。", &["3000套 supply donated 隔离衣"]);
    check(
        "冻猪肉2万吨已调拨，其中首批1万吨投放北市。",
        &["20000吨 supply raised 冻猪肉", "10000吨 supply delivered 冻猪肉"],
    );
    check(
        "党员捐款18.6万元，买来口罩1.2万只、消毒液800公斤送到社区。",
        &[
            "186000元 money 党员捐款",
            "12000只 supply donated 口罩",
            "800公斤 supply donated 消毒液",
        ],
    );
    check(
        "气膜实验室已建成2座，另有6座在建；医院腾出两间办公室改成活动室。",
        &["2座 facility 气膜实验室", "6座 facility 气膜实验室", "2间 facility 办公室"],
    );
    check(
        "规模以上工业企业复工513户，其中经开区复工231户、高新区178户、安平市104户。",
        &[
            "513户 work_resumption resumed 规模以上工业企业",
            "231户 work_resumption resumed 规模以上工业企业",
            "178户 work_resumption resumed 规模以上工业企业",
            "104户 work_resumption resumed 规模以上工业企业",
        ],
    );
    check("全区68家大卖场、标准超市恢复营业。", &["68家 work_resumption resumed 大卖场"]);
    check(
        "房费每间每晚不超过200元，失业保险稳岗返还已到账1.27亿元。",
        &["200元 at_most money 房费", "127000000元 money 失业保险稳岗返还到账"],
    );
    check(
        "老人捐了1万元，采摘西红柿18吨，当天接种超过了3100剂次。",
        &["10000元 money 捐款", "18吨 other 采摘西红柿", "3100剂次 over vaccination 接种"],
    );
}

#[test]
fn gone_in_turn_and_told_behind() {
    check(
        "捐赠牛奶6.5万箱，首批2万箱已发往东县；种植户捐赠芹菜26吨。",
        &[
            "65000箱 supply donated 牛奶",
            "20000箱 supply delivered 牛奶",
            "26吨 supply donated 芹菜",
        ],
    );
    check(
        "纸尿裤1.2万片连夜装车，蔬菜180吨，其中约90吨发往外省。",
        &["12000片 supply 纸尿裤", "180吨 supply 蔬菜", "90吨 about supply delivered 蔬菜"],
    );
    check(
        "教师送教上门870人次，辅导作业60人次；日均消杀150万平方米；环境消杀，作业面积47万平方米。",
        &[
            "870人次 service 教师送教上门",
            "60人次 service 辅导作业",
            "1500000平方米 service daily 消杀",
            "470000平方米 service 作业面积",
        ],
    );
    check(
        "在3个乡镇建成集中隔离点9处，农贸市场开市23家。",
        &["3个 other 乡镇", "9处 facility 集中隔离点", "23家 work_resumption resumed 农贸市场"],
    );
    check(
        "党员捐款624万元，其中北县187万元、南区143万元。",
        &["6240000元 money 党员捐款", "1870000元 money 党员捐款", "1430000元 money 党员捐款"],
    );
    check(
        "发放临时性工作补助，每人每天300元；公交车每辆补3000元。",
        &["300元 money daily 临时性工作补助", "3000元 money 公交车补贴"],
    );
    check("3502公司有工人300人不到，走完最后五百米。", &["300人 under personnel 工人"]);
    check(
        "为2.1万户企业减免电费7300万元，办理退订2.6万间夜。",
        &[
            "21000户 service 减免电费企业",
            "73000000元 money 减免电费",
            "26000间夜 service 办理退订",
        ],
    );
    check("铅山供销社组建12支保供突击队。", &["12支 personnel 保供突击队"]);
}
