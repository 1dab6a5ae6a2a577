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
