//! Goods, people at work, premises, acts and money: kinds, items, actions and states.

use super::check;

#[test]
fn goods_with_what_was_done_to_them() {
    check(
        "集团配送盒饭累计达149.91万份；筹措6.8万余份蔬菜“爱心礼包”和6万余份肉类“爱心礼包”。",
        &[
            "1499100份 supply delivered 盒饭",
            "68000份 over supply raised 蔬菜“爱心礼包”",
            "60000份 over supply raised 肉类“爱心礼包”",
        ],
    );
    check(
        "全市库存大米32万吨、面粉18万吨。",
        &["320000吨 supply stocked 大米", "180000吨 supply stocked 面粉"],
    );
    check(
        "采购10吨冻猪肉、20吨冻鸡肉捐赠临江。",
        &["10吨 supply donated 冻猪肉", "20吨 supply donated 冻鸡肉"],
    );
    check("清运生活垃圾300余吨。", &["300吨 over service 清运生活垃圾"]);
}

#[test]
fn people_places_and_acts() {
    check("全市设立53个临时供应点。", &["53个 facility 临时供应点"]);
    check("1535名党员干部职工先后参与。", &["1535名 personnel 党员干部职工"]);
    check("已划定高风险区6个。", &["6个 risk_area 高风险区"]);
    check(
        "追踪到密切接触者3337人，已解除医学观察2371人。",
        &[
            "3337人 contacts cumulative traced 密切接触者",
            "2371人 contacts cumulative released 密切接触者",
        ],
    );
    check(
        "已复工复产企业2家，符合复工条件的项目有甲项目、乙项目等10个项目。",
        &["2家 work_resumption resumed 企业", "10个 work_resumption ready 项目"],
    );
    check(
        "复工率达66.1%，租金减免约640万元。",
        &["66.1% ratio 复工率", "6400000元 about money 租金减免"],
    );
}

#[test]
fn owners_states_and_plans() {
    check(
        "全市共有定点医院3家、床位1200张。",
        &["3家 facility 定点医院", "1200张 facility 定点医院床位"],
    );
    check(
        "全市工程项目312个，已复工287个。",
        &["312个 other 工程项目", "287个 work_resumption resumed 工程项目"],
    );
    check(
        "旗下300余家生产型企业全面复产复工，恢复生产。",
        &["300家 over work_resumption resumed 生产型企业"],
    );
    check(
        "已复工北桥污水处理厂提标改造、青柳冷链物流园等重点项目58个。",
        &["58个 work_resumption resumed 重点项目"],
    );
    check("推动第二批63家企业有序复工。", &["63家 work_resumption planned 企业"]);
    check("计划下周再调运蔬菜450吨。", &["450吨 supply planned 蔬菜"]);
    check("已转运确诊患者45人。", &["45人 service 转运确诊患者"]);
}

#[test]
fn premises_are_no_areas_of_risk() {
    check(
        "我市确定15家医院专门接诊封控区群众，划定高风险区5个。",
        &["15家 facility 医院", "5个 risk_area 高风险区"],
    );
    check("区内3家商超每天向高风险区配送蔬菜。", &["3家 facility 商超"]);
}

#[test]
fn what_an_office_issues_and_does_for_people() {
    check(
        "市交通局为返乡人员开具健康证明1200份，核发通行证350张。",
        &["1200份 service 开具健康证明", "350张 service 核发通行证"],
    );
    check("向48家企业返还失业保险费。", &["48家 service 企业返还失业保险费"]);
    check("专项再贷款惠及企业48家。", &["48家 other 企业"]);
    check("志愿者每日为居民代购1500单。", &["1500单 service daily 居民代购"]);
    check("组建抢修队伍8支64人。", &["8支 personnel 抢修队伍", "64人 personnel 抢修队伍"]);
    check("执法人员360人次上街检查。", &["360人次 personnel 执法人员"]);
    check("医院抽出26人奔赴临江。", &["26人 personnel 医院"]);
    check("90名话务员三班倒。", &["90名 personnel 话务员"]);
}

#[test]
fn each_of_several_goods() {
    check(
        "合作社捐来南瓜、土豆各10吨。",
        &["10吨 supply donated 南瓜", "10吨 supply donated 土豆"],
    );
    check("猪肉13.5元一斤，够吃半个月。", &["13.5元 money 猪肉", "0.5个月 duration 够吃"]);
    check("全市办结诉求20件，其中甲类12件。", &["20件 service 办结诉求", "12件 service 甲类"]);
}

#[test]
fn persons_observed_and_let_go() {
    check(
        "累计判定密切接触者164人，解除118人，还在观察的46人，较昨天少了9人。",
        &[
            "164人 contacts cumulative traced 密切接触者",
            "118人 contacts cumulative released 密切接触者",
            "46人 contacts current observed 密切接触者",
            "-9人 contacts change observed",
        ],
    );
    check("临江县接收跨市隔离人员6人。", &["6人 contacts current observed 跨市隔离人员"]);
}

#[test]
fn a_number_in_brackets_right_after_what_it_counts() {
    check("一、封控区（4个）", &["4个 risk_area 封控区"]);
    check("床位（新建）540张。", &["540张 facility 床位"]);
}

#[test]
fn names_that_enumerate_and_machines_in_capitals() {
    check(
        "全市9家口罩、防护服生产企业全部复工。",
        &["9家 work_resumption resumed 口罩、防护服生产企业"],
    );
    check(
        "储备呼吸机218台、ECMO3台。",
        &["218台 supply stocked 呼吸机", "3台 supply stocked ECMO"],
    );
    check(
        "省里先后派出5批共74名医务人员。",
        &["5批 personnel 医务人员", "74名 personnel 医务人员"],
    );
    check("开通22条就医热线，市镇两级值守。", &["22条 other 就医热线"]);
    check("市财政筹集10亿元用于助企纾困。", &["1000000000元 money 助企纾困"]);
    check("57家超市正常营业。", &["57家 facility 超市"]);
}

#[test]
fn hours_lines_and_what_comes_from_the_stock() {
    check("上午9点，东湖区12345便民服务热线接听来电3000个。", &["3000个 service 接听来电"]);
    check(
        "市商务局投放储备冻猪肉100吨，库存大米20吨。",
        &["100吨 supply delivered 冻猪肉", "20吨 supply stocked 大米"],
    );
    check(
        "配送队伍1450人，省级专家组42人。",
        &["1450人 personnel 配送队伍", "42人 personnel 省级专家组"],
    );
    check("现有密切接触者478人。", &["478人 contacts current observed 密切接触者"]);
}

#[test]
fn goods_staff_and_sums_by_the_words_around_them() {
    check(
        "我市紧急调运蔬菜860吨，并投放省级储备冻猪肉1000吨。东湖物流园、西山农产品物流园蔬菜日均到货5200吨。",
        &[
            "860吨 supply raised 蔬菜",
            "1000吨 supply delivered 冻猪肉",
            "5200吨 supply daily raised 蔬菜",
        ],
    );
    check(
        "全市7个分拨中心、312个快递网点恢复运转，1.9万余名下沉党员干部参与值守，流调队伍由60组扩充至118组。",
        &[
            "7个 work_resumption resumed 分拨中心",
            "312个 work_resumption resumed 快递网点",
            "19000名 over personnel 下沉党员干部",
            "60组 personnel 流调队伍",
            "118组 personnel 流调队伍",
        ],
    );
    check(
        "市级设立10亿元应急转贷引导基金，单户最高5000万元；日均出口额从3月上旬的约1亿元增至近日的10亿元左右。",
        &[
            "1000000000元 money 应急转贷引导基金",
            "50000000元 money 应急转贷引导基金",
            "100000000元 about money daily 日均出口额",
            "1000000000元 about money daily 日均出口额",
        ],
    );
    check(
        "各地查获假冒口罩994万只，检查经营场所5.3万处，线上立案3245件。法院向82个国家提供资料。",
        &[
            "9940000只 supply 假冒口罩",
            "53000处 service 检查经营场所",
            "3245件 service 线上立案",
            "82个 other 国家",
        ],
    );
}
