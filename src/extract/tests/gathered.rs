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
