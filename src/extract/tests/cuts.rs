//! Counts cut more than once, counts of a day, and those lost to something else than the disease.

use super::check;

#[test]
fn both_classes_cut_more_than_once() {
    check(
        "5月3日0—24时，临江市新增本土确诊病例23例、本土无症状感染者41例。\n\n按发现途径分:集中隔离点排查34例,社会面筛查30例。\n\n按街道(镇)分:东街街道31例,北山路街道11例,马家沟镇22例。",
        &[
            "23例 cases confirmed new local @临江市 2022-05-03/2022-05-04",
            "41例 cases asymptomatic new local @临江市 2022-05-03/2022-05-04",
            "34例 cases infected new local 集中隔离点排查 @临江市 2022-05-03/2022-05-04",
            "30例 cases infected new local 社会面筛查 @临江市 2022-05-03/2022-05-04",
            "31例 cases infected new local @东街街道 2022-05-03/2022-05-04",
            "11例 cases infected new local @北山路街道 2022-05-03/2022-05-04",
            "22例 cases infected new local @马家沟镇 2022-05-03/2022-05-04",
        ],
    );
    check(
        "5月3日0—24时，临江市新增本土感染者122例。感染者涉及7个镇街:东街街道32例,北山路街道48例,其余5个镇街共42例。",
        &[
            "122例 cases infected new local @临江市 2022-05-03/2022-05-04",
            "7个 other 镇街",
            "32例 cases infected new @东街街道 2022-05-03/2022-05-04",
            "48例 cases infected new @北山路街道 2022-05-03/2022-05-04",
            "5个 other 镇街",
            "42例 cases infected new @临江市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "5月3日0—24时，临江市新增确诊病例9例，北街街道5例，西村镇3例。全镇无新增。",
        &[
            "9例 cases confirmed new @临江市 2022-05-03/2022-05-04",
            "5例 cases confirmed new @北街街道 2022-05-03/2022-05-04",
            "3例 cases confirmed new @西村镇 2022-05-03/2022-05-04",
            "0 cases infected new @临江市 2022-05-03/2022-05-04",
        ],
    );
}

#[test]
fn lost_to_an_accident_or_to_the_disease() {
    check("热带风暴造成45人死亡，30多人受伤。", &["45人 other 死亡", "30人 over other 受伤"]);
    check("暴雨引发山体滑坡，导致至少4人死亡。", &["4人 at_least other 死亡"]);
    check("新冠疫情已造成该国6万多人死亡。", &["60000人 over cases dead cumulative"]);
}

#[test]
fn counts_of_each_day() {
    check(
        "该国每天仍有数万人确诊，数百人因新冠死亡。",
        &["10000人 over cases confirmed new", "100人 over cases dead new"],
    );
    check("今天方舱医院又有38名患者出院。", &["38名 cases discharged new"]);
    check(
        "该院5月3日启用，目前收治确诊患者286人。",
        &["286人 cases confirmed current ../2022-05-04"],
    );
    check(
        "十年间，人口增加30万人。5年之间，建成学校8所。",
        &["300000人 other 人口", "8所 facility 学校"],
    );
    check(
        "过去3年时间里，先后发生30起本地疫情，提交12000字的报告，落实八项规定。",
        &["30起 other 本地疫情", "12000字 other 报告"],
    );
}

#[test]
fn districts_noughts_and_what_became_of_them() {
    check(
        "临江市5月3日新增本土确诊病例90例、本土无症状感染者50例；东湖区报告32例、西山区报告28例。",
        &[
            "90例 cases confirmed new local @临江市 2022-05-03/2022-05-04",
            "50例 cases asymptomatic new local @临江市 2022-05-03/2022-05-04",
            "32例 cases infected new local @东湖区 2022-05-03/2022-05-04",
            "28例 cases infected new local @西山区 2022-05-03/2022-05-04",
        ],
    );
    check(
        "5月3日0—24时，临江市新增本土无症状感染者8例，宣和镇5例、东园镇3例；常乐镇、永康镇无新增。从发现方式看，集中隔离点4例、居家隔离4例。",
        &[
            "8例 cases asymptomatic new local @临江市 2022-05-03/2022-05-04",
            "5例 cases asymptomatic new local @宣和镇 2022-05-03/2022-05-04",
            "3例 cases asymptomatic new local @东园镇 2022-05-03/2022-05-04",
            "0 cases asymptomatic new local @常乐镇 2022-05-03/2022-05-04",
            "0 cases asymptomatic new local @永康镇 2022-05-03/2022-05-04",
            "4例 cases asymptomatic new local 集中隔离点 @临江市 2022-05-03/2022-05-04",
            "4例 cases asymptomatic new local 居家隔离 @临江市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "5月3日0—24时，临江市新增确诊病例6例。死亡病例：无。",
        &[
            "6例 cases confirmed new @临江市 2022-05-03/2022-05-04",
            "0 cases dead new @临江市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "5月3日，临江市新增本土无症状感染者7例；死亡病例零报告。",
        &[
            "7例 cases asymptomatic new local @临江市 2022-05-03/2022-05-04",
            "0 cases dead new @临江市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "5月3日，临江市新增55例病例，其中确诊51例（普通型16例、轻型35例），无症状感染者4例。",
        &[
            "55例 cases infected new @临江市 2022-05-03/2022-05-04",
            "51例 cases confirmed new @临江市 2022-05-03/2022-05-04",
            "16例 cases confirmed new 普通型 @临江市 2022-05-03/2022-05-04",
            "35例 cases confirmed new 轻型 @临江市 2022-05-03/2022-05-04",
            "4例 cases asymptomatic new @临江市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "5月3日，临江市无新增确诊病例；两例无症状感染者现于定点医院医学观察。",
        &[
            "0 cases confirmed new @临江市 2022-05-03/2022-05-04",
            "2例 cases asymptomatic current @临江市 ../2022-05-04",
        ],
    );
    check(
        "5月3日0—24时，临江市新增无症状感染者7例；当日出院无症状感染者3例。",
        &[
            "7例 cases asymptomatic new @临江市 2022-05-03/2022-05-04",
            "3例 cases discharged new @临江市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "5月3日，临江市新增境外输入确诊病例7例：来自法国3例，来自泰国4例，已追踪同航班密切接触者146人。",
        &[
            "7例 cases confirmed new imported @临江市 2022-05-03/2022-05-04",
            "3例 cases confirmed new imported @法国 2022-05-03/2022-05-04",
            "4例 cases confirmed new imported @泰国 2022-05-03/2022-05-04",
            "146人 contacts cumulative traced 密切接触者",
        ],
    );
    check(
        "5月3日0—24时，临江市新增确诊病例21例，北苑街道13例，苏溪镇、廿三里街道各4例。",
        &[
            "21例 cases confirmed new @临江市 2022-05-03/2022-05-04",
            "13例 cases confirmed new @北苑街道 2022-05-03/2022-05-04",
            "4例 cases confirmed new @苏溪镇 2022-05-03/2022-05-04",
            "4例 cases confirmed new @廿三里街道 2022-05-03/2022-05-04",
        ],
    );
    check(
        "全市现有高风险区9个。东湖区（4个）：北街11号院；西山区（5个）：南街2号院。",
        &["9个 risk_area 高风险区", "4个 risk_area", "5个 risk_area"],
    );
    check(
        "目前在管密切接触者893人，次密接347人。新排查密切接触者402人、次密接335人。",
        &[
            "893人 contacts current observed 密切接触者",
            "347人 contacts current observed 次密接",
            "402人 contacts new traced 密切接触者",
            "335人 contacts new traced 次密接",
        ],
    );
}

#[test]
fn in_turn_at_large_and_by_rank() {
    check(
        "5月3日，天津市新增18例阳性感染者，津南区15例、南开区和西青区分别为2例、1例。",
        &[
            "18例 cases infected new @天津市 2022-05-03/2022-05-04",
            "15例 cases infected new @津南区 2022-05-03/2022-05-04",
            "2例 cases infected new @南开区 2022-05-03/2022-05-04",
            "1例 cases infected new @西青区 2022-05-03/2022-05-04",
        ],
    );
    check(
        "5月3日，临江市新增本土确诊病例14例、本土无症状感染者6例，其中18例在集中隔离点发现，2例在居家隔离点发现。",
        &[
            "14例 cases confirmed new local @临江市 2022-05-03/2022-05-04",
            "6例 cases asymptomatic new local @临江市 2022-05-03/2022-05-04",
            "18例 cases infected new local @临江市 2022-05-03/2022-05-04",
            "2例 cases infected new local @临江市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "5月3日，临江市新增本土无症状感染者14例；社会面零新增。",
        &[
            "14例 cases asymptomatic new local @临江市 2022-05-03/2022-05-04",
            "0 cases infected new @社会面 2022-05-03/2022-05-04",
        ],
    );
    check(
        "5月3日，临江市新增本土病例769例，新增死亡14例。东湖区280例居首，其后为西山区140例。",
        &[
            "769例 cases confirmed new local @临江市 2022-05-03/2022-05-04",
            "14例 cases dead new @临江市 2022-05-03/2022-05-04",
            "280例 cases confirmed new local @东湖区 2022-05-03/2022-05-04",
            "140例 cases confirmed new local @西山区 2022-05-03/2022-05-04",
        ],
    );
    check(
        "截至5月3日24时，临江市累计报告确诊病例62例、无症状感染者147例，解除医学观察37例，在院治疗172例。",
        &[
            "62例 cases confirmed cumulative @临江市 ../2022-05-04",
            "147例 cases asymptomatic cumulative @临江市 ../2022-05-04",
            "37例 cases discharged cumulative @临江市 ../2022-05-04",
            "172例 cases infected current @临江市 ../2022-05-04",
        ],
    );
    check(
        "截至5月3日，临江市累计确诊病例33例，其中30例目前病情平稳。",
        &[
            "33例 cases confirmed cumulative @临江市 ../2022-05-04",
            "30例 cases confirmed current @临江市 ../2022-05-04",
        ],
    );
    check(
        "民和县2日新增本土确诊病例3例。孟定镇9日新增感染者23例。",
        &["3例 cases confirmed new local @民和县", "23例 cases infected new @孟定镇"],
    );
    check(
        "遵照市防控指挥部要求，5月3日新增31例确诊。",
        &["31例 cases confirmed new 2022-05-03/2022-05-04"],
    );
}

/// What a word beside the number takes away from it: where cases came from, another division, a sign that holds for both.
#[test]
fn what_stands_beside_a_count() {
    check(
        "5月3日，临江市新增确诊病例6例 均由无症状感染者转归。",
        &["6例 cases confirmed new @临江市 2022-05-03/2022-05-04"],
    );
    check(
        "5月3日，临江市现有确诊病例和无症状感染者分别减少2例和51例。",
        &[
            "-2例 cases confirmed change @临江市 2022-05-03/2022-05-04",
            "-51例 cases asymptomatic change @临江市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "5月3日，临江市现有在院病例448例，其中重型13例、危重型6例、70岁以上老年患者112例。",
        &[
            "448例 cases confirmed current @临江市 ../2022-05-04",
            "13例 cases severe current @临江市 ../2022-05-04",
            "6例 cases critical current @临江市 ../2022-05-04",
            "112例 cases confirmed current 70岁以上老年患者 @临江市 ../2022-05-04",
        ],
    );
    check(
        "5月3日，临江市新增重型5例，其中70岁以上3例。",
        &[
            "5例 cases severe new @临江市 2022-05-03/2022-05-04",
            "3例 cases severe new 70岁以上 @临江市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "晚上百余名志愿者上门。早上十点开门，心理热线开通到晚上十点。上百名医护人员到岗。",
        &["100名 over personnel 志愿者", "100名 over personnel 医护人员"],
    );
    check(
        "捐赠500毫升装消毒液200瓶，5公斤装大米30袋。20吨大米装车待发。",
        &[
            "200瓶 supply donated 500毫升装消毒液",
            "30袋 supply donated 5公斤装大米",
            "20吨 supply planned 大米装车",
        ],
    );
    check(
        "由120负压救护车转运4人。调派120辆救护车。",
        &["4人 service 120负压救护车转运", "120辆 vehicle 救护车"],
    );
    check(
        "客人可免费住宿2晚。一晚上扫楼47栋。",
        &["2晚 duration 住宿", "47栋 facility 一晚上扫楼"],
    );
    check(
        "11家商超承接封控区订单，26家超市照常经营。",
        &["11家 facility 商超", "26家 facility 超市"],
    );
    check(
        "6家品牌整机厂全部复工。另有74个国家和10个国际组织正在商谈。",
        &["6家 work_resumption resumed 品牌整机厂", "74个 other 国家", "10个 other 国际组织"],
    );
}
