//! What careless copies, corrections, headlines and offices of their own habits write, and how it is read all the same.

use super::check;

#[test]
fn copies_with_blanks_between_words() {
    check(
        "市卫健委介绍 ， 5 月 3 日 0 — 24 时 ， 临江市 新增 本土 确诊 病例 6 例 。",
        &["6例 cases confirmed new local @临江市 2022-05-03/2022-05-04"],
    );
    check(
        "累计 追踪 密切 接触者 4 176 人 、 次密切 接触者 9 834 人 。",
        &[
            "4176人 contacts cumulative traced 接触者",
            "9834人 contacts cumulative traced 接触者",
        ],
    );
}

#[test]
fn a_description_has_its_own_day() {
    check(
        "5月3日0—24时，临江市新增确诊病例2例，均为货运人员，系2日报告的1例确诊病例的同事，另新增无症状感染者5例。",
        &[
            "2例 cases confirmed new @临江市 2022-05-03/2022-05-04",
            "1例 cases confirmed new @临江市 2022-05-02/2022-05-03",
            "5例 cases asymptomatic new @临江市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "5月3日0—24时，临江市新增死亡病例2例：1例为男性，65岁，2021年7月接种第一针。\n当日治愈出院287例。",
        &[
            "2例 cases dead new @临江市 2022-05-03/2022-05-04",
            "1例 cases dead new @临江市 2022-05-03/2022-05-04",
            "287例 cases discharged new @临江市 2022-05-03/2022-05-04",
        ],
    );
}

#[test]
fn those_of_a_whole_whoever_they_are() {
    check(
        "5月3日，临江市新增感染者19例。上述19人中，男性11人、女性8人；14人为冷库员工，5人为员工家属。",
        &[
            "19例 cases infected new @临江市 2022-05-03/2022-05-04",
            "19人 cases infected new @临江市 2022-05-03/2022-05-04",
            "11人 cases infected new 男性 @临江市 2022-05-03/2022-05-04",
            "8人 cases infected new 女性 @临江市 2022-05-03/2022-05-04",
            "14人 cases infected new @临江市 2022-05-03/2022-05-04",
            "5人 cases infected new @临江市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "已跟进12478人，包括密切接触者1865人、次密切接触者716人、一般接触者1004人、同场所人士8893人。",
        &[
            "12478人 contacts cumulative traced",
            "1865人 contacts cumulative traced 密切接触者",
            "716人 contacts cumulative traced 次密切接触者",
            "1004人 contacts cumulative traced 一般接触者",
            "8893人 contacts cumulative traced 同场所人士",
        ],
    );
    check(
        "公司1400余名员工已全部集中隔离观察。",
        &["1400名 over contacts current observed 公司"],
    );
    check(
        "其余43名普通病例经医护团队严密监护，病情平稳。",
        &["43名 cases confirmed current 普通病例"],
    );
    check("抽调1400余名员工支援集中隔离点。", &["1400名 over personnel 员工"]);
}

#[test]
fn places_of_each_and_before_asides() {
    check(
        "临江市、青石市各报告确诊病例1例，白水市报告无症状感染者2例。",
        &[
            "1例 cases confirmed cumulative @临江市",
            "1例 cases confirmed cumulative @青石市",
            "2例 cases asymptomatic cumulative @白水市",
        ],
    );
    check(
        "临江市、临江新区召开发布会。5月3日，临江市（含临江新区，下同）新增确诊病例15例。",
        &["15例 cases confirmed new @临江市 2022-05-03/2022-05-04"],
    );
    check(
        "新呈报的确诊个案中，7宗为输入个案，其余102宗为本地个案。输入个案来自菲律宾（4宗）、印度（3宗）。",
        &[
            "7宗 cases confirmed new imported",
            "102宗 cases confirmed new local",
            "4宗 cases confirmed new imported @菲律宾",
            "3宗 cases confirmed new imported @印度",
        ],
    );
    check(
        "5月3日，临江市新增486例，分别为320例本土及166例校正回归个案。个案分布以青石区166例最多，其次为白水区89例。\n校正回归个案166例中，男性80例。",
        &[
            "486例 cases infected new @临江市 2022-05-03/2022-05-04",
            "320例 cases infected new local @临江市 2022-05-03/2022-05-04",
            "166例 cases infected new local @临江市 2022-05-03/2022-05-04",
            "166例 cases infected new @青石区 2022-05-03/2022-05-04",
            "89例 cases infected new @白水区 2022-05-03/2022-05-04",
            "166例 cases infected new local @临江市 2022-05-03/2022-05-04",
            "80例 cases infected new local 男性 @临江市 2022-05-03/2022-05-04",
        ],
    );
}

#[test]
fn conversions_cures_and_corrections() {
    check(
        "累计确诊病例12例，已转归治愈4例。",
        &["12例 cases confirmed cumulative", "4例 cases discharged cumulative"],
    );
    check("另有1例缅甸输入的无症状感染者转为确诊病例。", &["1例 cases converted"]);
    check(
        "5月2日通报的新增确诊病例19例中，1例系重复报告，予以核减。",
        &[
            "19例 cases confirmed new 2022-05-02/2022-05-03",
            "-1例 cases confirmed change 2022-05-02/2022-05-03",
        ],
    );
    check("临江市增22例确诊", &["22例 cases confirmed new @临江市"]);
    check("临江市增加22例确诊", &["22例 cases confirmed new @临江市"]);
}

#[test]
fn goods_and_premises_of_their_own_words() {
    check("山泉水公司捐赠辣酱300箱。", &["300箱 supply donated 辣酱"]);
    check(
        "落实安置酒店46家、客房2380间，每日送餐约1.5万份。",
        &[
            "46家 facility 安置酒店",
            "2380间 facility 安置酒店客房",
            "15000份 about supply daily delivered 送餐",
        ],
    );
    check(
        "日均进出货车由最低时的0.86万辆次回升至2.14万辆次。",
        &["8600辆次 vehicle daily 进出货车", "21400辆次 vehicle daily 进出货车"],
    );
    check(
        "开通服务热线，共收到信息852条，已处理849条。",
        &["852条 service 信息", "849条 service 信息"],
    );
    check(
        "建成方舱医院23间、床位8.5万张，另有3.1万张本周完工。",
        &[
            "23间 facility 方舱医院",
            "85000张 facility 方舱医院床位",
            "31000张 facility 方舱医院床位",
        ],
    );
    check("疾控机构核酸检测能力每天3500份。", &["3500份 testing daily 疾控机构核酸检测能力"]);
    check("占地面积3000m²，全长250m。", &["3000m² other 面积", "250m other 全长"]);
    check("浓度为5mol，检出阳性1管（10混1）。", &["1管 testing 检出阳性"]);
    check("管控率八成七，三成一线人员在岗。", &["87% ratio 管控率", "30% ratio 一线人员"]);
}

#[test]
fn numbers_to_be_called_count_nothing() {
    check("如有发热等症状，请拨打12345或12320咨询。", &[]);
    check("热线为2125 1111及1833 019。", &[]);
    check("个案编号：6230及7114。", &[]);
    check("接听电话1204个。", &["1204个 service 接听电话"]);
}

#[test]
fn a_number_that_something_is() {
    check("答案是四，不是五。", &["4 other 答案", "5 other"]);
    check("一是加强监测，二是严格管控。", &[]);
}

#[test]
fn whose_nation_region_and_city() {
    check(
        "意大利民防局通报，5月3日全国新增确诊病例5560例、治愈952例。",
        &[
            "5560例 cases confirmed new @意大利 2022-05-03/2022-05-04",
            "952例 cases discharged new @意大利 2022-05-03/2022-05-04",
        ],
    );
    check(
        "东兴市疫情最新通报\n5月3日，全区新增本土确诊病例12例，均由防城港市报告（东兴市9例，防城区3例）。",
        &[
            "12例 cases confirmed new local @广西壮族自治区 2022-05-03/2022-05-04",
            "9例 cases confirmed new local @东兴市 2022-05-03/2022-05-04",
            "3例 cases confirmed new local @防城区 2022-05-03/2022-05-04",
        ],
    );
    check(
        "莱西市疫情最新通报\n5月3日，青岛市召开疫情防控新闻发布会。\n青岛市副市长栾新介绍，5月2日，全市新增确诊病例81例。",
        &["81例 cases confirmed new @青岛市 2022-05-02/2022-05-03"],
    );
}

#[test]
fn fewer_of_each_class_and_lists_past_a_day_compared() {
    check(
        "5月3日，临江市新增确诊病例3例、无症状感染者42例，较前一日分别减少2例、17例。",
        &[
            "3例 cases confirmed new @临江市 2022-05-03/2022-05-04",
            "42例 cases asymptomatic new @临江市 2022-05-03/2022-05-04",
            "-2例 cases confirmed change @临江市 2022-05-03/2022-05-04",
            "-17例 cases asymptomatic change @临江市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "5月3日，临江市新增确诊病例2例；新增无症状感染者84例，较5月2日的110例减少26例。其中，甲区61例，乙区23例。",
        &[
            "2例 cases confirmed new @临江市 2022-05-03/2022-05-04",
            "84例 cases asymptomatic new @临江市 2022-05-03/2022-05-04",
            "110例 cases asymptomatic new @临江市 2022-05-02/2022-05-03",
            "-26例 cases asymptomatic change @临江市 2022-05-03/2022-05-04",
            "61例 cases asymptomatic new @甲区 2022-05-03/2022-05-04",
            "23例 cases asymptomatic new @乙区 2022-05-03/2022-05-04",
        ],
    );
    check(
        "单日新增确诊病例已由1月2日的90例、1月3日的95例降至7日的46例。",
        &[
            "90例 cases confirmed new 2022-01-02/2022-01-03",
            "95例 cases confirmed new 2022-01-03/2022-01-04",
            "46例 cases confirmed new 2022-01-07/2022-01-08",
        ],
    );
}

#[test]
fn cases_and_doses_of_other_offices() {
    check(
        "5月3日，新增3994起冠病病例，其中本土病例3978起，境外输入病例16起。",
        &[
            "3994起 cases confirmed new 2022-05-03/2022-05-04",
            "3978起 cases confirmed new local 2022-05-03/2022-05-04",
            "16起 cases confirmed new imported 2022-05-03/2022-05-04",
        ],
    );
    check(
        "已向110个国家提供超过17亿剂疫苗，出口1.2亿剂。",
        &[
            "110个 other 国家",
            "1700000000剂 over supply delivered 疫苗",
            "120000000剂 supply delivered 疫苗",
        ],
    );
    check("提供接种服务1200剂。", &["1200剂 vaccination 接种"]);
    check(
        "累计报告阳性感染者6284例，其中社会面检出1133例。在院患者中，轻型21例、普通型34例。",
        &[
            "6284例 cases infected cumulative",
            "1133例 cases infected cumulative 社会面检出",
            "21例 cases confirmed current 轻型",
            "34例 cases confirmed current 普通型",
        ],
    );
    check("山东寿光捐赠的18车460吨蔬菜。", &["18车 vehicle", "460吨 supply donated 蔬菜"]);
    check("隔离房间方面，已启用1480间。", &["1480间 facility 隔离房间"]);
    check("甲、乙市场蔬菜日上市量2800吨。", &["2800吨 supply daily delivered 蔬菜"]);
    check("美国人口不到全球的5%。", &["5% under ratio 全球"]);
}

#[test]
fn sums_of_lists_teams_and_papers() {
    check(
        "医疗队携带呼吸机10台、防护服3200套、N95口罩1.5万个等医疗物资，共计7.3吨。",
        &[
            "10台 supply 呼吸机",
            "3200套 supply 防护服",
            "15000个 supply N95口罩",
            "7.3吨 supply 医疗物资",
        ],
    );
    check(
        "1137名医护人员支援湖北，其中首批138人已抵汉。",
        &["1137名 personnel 医护人员", "138人 personnel 医护人员"],
    );
    check(
        "5月3日，临江市新增本土确诊病例6例（甲区4例、乙区2例），当日治愈出院3例。",
        &[
            "6例 cases confirmed new local @临江市 2022-05-03/2022-05-04",
            "4例 cases confirmed new local @甲区 2022-05-03/2022-05-04",
            "2例 cases confirmed new local @乙区 2022-05-03/2022-05-04",
            "3例 cases discharged new @临江市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "新增确诊病例9万0132例；住院1万1843人，较前一日增加295人。",
        &[
            "90132例 cases confirmed new",
            "11843人 cases confirmed current",
            "295人 cases confirmed change",
        ],
    );
    check("120名国民兵进驻12家长照院。", &["120名 personnel 国民兵", "12家 facility 长照院"]);
    check("企业签署采购合同192份。", &["192份 other 合同"]);
    check("首批开放2.1馆、1.1馆的7500张床位。", &["7500张 facility 床位"]);
    check(
        "新加坡卫生部通报，5月3日新增3994起冠病病例；累计死亡246人。",
        &[
            "3994起 cases confirmed new @新加坡 2022-05-03/2022-05-04",
            "246人 cases dead cumulative @新加坡 ../2022-05-04",
        ],
    );
}

#[test]
fn more_of_those_and_households_supplied() {
    check(
        "全市有“专精特新”企业562家，今年新增196家。",
        &["562家 other “专精特新”企业", "196家 other “专精特新”企业"],
    );
    check(
        "处理故障56起，恢复供电1.6万户。",
        &["56起 service 处理故障", "16000户 service 恢复供电"],
    );
    check("恢复营业商户1.6万户。", &["16000户 work_resumption resumed 商户"]);
}
