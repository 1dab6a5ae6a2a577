//! What a figure is of, by its own words: shares, services, sums, crops, vehicles, entries.

use super::check;

#[test]
fn shares_and_services_keep_their_own_noun() {
    check("满意率达到92%。全市用电量恢复至88%。", &["92% ratio 满意率", "88% ratio 用电量"]);
    check("产能恢复至九成以上。", &["90% at_least ratio 产能"]);
    check("接单量达到260万件。", &["2600000件 service 接单量"]);
    // A modal verb is no measure.
    check("贵金属纯度能达到99.9%。", &["99.9% ratio 贵金属纯度"]);
}

#[test]
fn sums_crops_and_acts_by_their_own_words() {
    check(
        "向6200名特困人员增发一次性生活补贴，人均300元。",
        &["6200名 service 特困人员增发", "300元 money 一次性生活补贴"],
    );
    check("冬小麦18.3万亩返青长势良好。", &["183000亩 other 冬小麦"]);
    check("包下2000亩滞销的莲藕。", &["2000亩 other 莲藕"]);
    check(
        "为213户农户授信4680万元。",
        &["213户 service 农户授信", "46800000元 money 农户授信"],
    );
    check("为居家老人配餐10.5万份。", &["105000份 supply delivered 配餐"]);
}

#[test]
fn what_is_named_past_a_measure_a_vehicle_or_a_pronoun() {
    check("粮食播种面积计划稳定在560万亩。", &["5600000亩 other 粮食播种面积"]);
    check(
        "积压快件由最高峰的70万件降至6万件。",
        &["700000件 other 积压快件", "60000件 other 积压快件"],
    );
    check("这批蔬菜包括白菜350吨、土豆300吨。", &["350吨 supply 白菜", "300吨 supply 土豆"]);
    check("针对封控区和管控区2.6万户居民组织配送。", &["26000户 other 居民"]);
    check(
        "针对封控区和管控区2.6万户、7.1万名居民。",
        &["26000户 other 封控区和管控区", "71000名 other 居民"],
    );
    check(
        "减免4200户小微企业房租2.1亿元。",
        &["4200户 service 减免小微企业房租", "210000000元 money 小微企业房租"],
    );
}

#[test]
fn vehicles_past_what_they_carry_and_entries() {
    check("30辆满载900吨新鲜蔬菜的货车出发。", &["30辆 vehicle 货车", "900吨 supply 新鲜蔬菜"]);
    check(
        "慈善会收到捐款1827笔，共计643.5万元。",
        &["1827笔 other 捐款", "6435000元 money 慈善会收到捐款"],
    );
    check("我们先后5次投放储备冻猪肉。", &["5次 service 投放储备冻猪肉"]);
}
