//! Phrasings and near misses, one a line: what the whole pipeline makes of them.

mod bulletins;
mod copies;
mod counts;
mod cuts;
mod daily;
mod deeds;
mod gathered;
mod inventories;
mod leaning;
mod lists;
mod names;
mod offices;
mod parts;
mod prices;
mod things;
mod trades;
mod wares;

use super::{Hints, text};
use crate::model::{Approx, Fact, Kind};

/// A fact in one line: number, unit, marker, kind and the slots that are filled.
fn line(source: &str, fact: &Fact) -> String {
    let q = &fact.quantity;
    let mut words = vec![match (q.value, q.low, q.high) {
        (Some(value), ..) => value.to_string(),
        (None, Some(low), Some(high)) => format!("{low}~{high}"),
        _ => "?".to_owned(),
    }];
    words[0].push_str(&q.unit);
    assert!(!fact.span.of(source).is_empty());
    if q.approx != Approx::Exact {
        words.push(q.approx.as_str().to_owned());
    }
    words.push(fact.kind.as_str().to_owned());
    let named = [
        fact.metric.map(|m| m.as_str().to_owned()),
        fact.measure.map(|m| m.as_str().to_owned()),
        fact.origin.map(|o| o.as_str().to_owned()),
        fact.state.map(|s| s.as_str().to_owned()),
        fact.action.map(|a| a.as_str().to_owned()),
        fact.item.as_deref().map(str::to_owned),
    ];
    if fact.per_day {
        words.push("daily".to_owned());
    }
    words.extend(named.into_iter().flatten());
    if fact.kind == Kind::Cases {
        words.extend(fact.place.clone().map(|p| format!("@{p}")));
        words.extend(fact.window.map(|w| w.as_interval().replace("T00:00", "")));
    }
    words.join(" ")
}

fn extracted(source: &str) -> Vec<Fact> {
    let hints = Hints {
        file_name: None,
        year: Some(2022),
        ..Hints::default()
    };
    text(source, &hints).facts
}

fn read(source: &str) -> Vec<String> {
    extracted(source).iter().map(|fact| line(source, fact)).collect()
}

/// Facts by their number and kind, those that are parts with the place of their whole in the list.
fn read_parts(source: &str) -> Vec<String> {
    let facts = extracted(source);
    let whole = |fact: &Fact| facts.iter().position(|whole| Some(whole.id) == fact.part_of);
    let part = |fact: &Fact| whole(fact).map_or(String::new(), |whole| format!(" <{whole}"));
    let told = |fact: &Fact| format!("{} {}{}", fact.span.of(source), fact.kind.as_str(), part(fact));
    facts.iter().map(told).collect()
}

#[track_caller]
fn check(source: &str, expected: &[&str]) {
    assert_eq!(read(source), expected, "{source}");
}

const DAY: &str = "2022-05-03/2022-05-04";

#[test]
fn counts_of_a_window() {
    check(
        "5月3日0—24时，临江市新增本土确诊病例12例。",
        &[&format!("12例 cases confirmed new local @临江市 {DAY}")],
    );
    check(
        "5月3日0时至24时，临江市新增4例无症状感染者。",
        &[&format!("4例 cases asymptomatic new @临江市 {DAY}")],
    );
    check(
        "5月3日0—14时，临江市新增感染者2例，均为无症状感染者。",
        &["2例 cases asymptomatic new @临江市 2022-05-03/2022-05-03T14:00"],
    );
    check(
        "截至5月3日24时，临江市累计报告确诊病例86例，治愈出院21例，死亡2例。",
        &[
            "86例 cases confirmed cumulative @临江市 ../2022-05-04",
            "21例 cases discharged cumulative @临江市 ../2022-05-04",
            "2例 cases dead cumulative @临江市 ../2022-05-04",
        ],
    );
    check(
        "截至5月3日24时，临江市现有确诊病例37例、无症状感染者67例。",
        &[
            "37例 cases confirmed current @临江市 ../2022-05-04",
            "67例 cases asymptomatic current @临江市 ../2022-05-04",
        ],
    );
}

#[test]
fn parts_take_what_their_whole_says() {
    check(
        "5月3日0—24时，临江市新增本土确诊病例6例（东湖区4例、西山区2例），含1例由无症状感染者转为确诊病例。",
        &[
            &format!("6例 cases confirmed new local @临江市 {DAY}"),
            &format!("4例 cases confirmed new local @东湖区 {DAY}"),
            &format!("2例 cases confirmed new local @西山区 {DAY}"),
            &format!("1例 cases converted new local @临江市 {DAY}"),
        ],
    );
    check(
        "5月3日，全省新增死亡病例5例，其中临江市3例，东湖区、西山区各1例。",
        &[
            &format!("5例 cases dead new {DAY}"),
            &format!("3例 cases dead new @临江市 {DAY}"),
            &format!("1例 cases dead new @东湖区 {DAY}"),
            &format!("1例 cases dead new @西山区 {DAY}"),
        ],
    );
}

#[test]
fn zeros_are_stated_absences_are_not() {
    check(
        "5月3日0—24时，临江市无新增确诊病例。",
        &[&format!("0 cases confirmed new @临江市 {DAY}")],
    );
    check(
        "临江市无重症、危重症病例。",
        &["0 cases severe current @临江市", "0 cases critical current @临江市"],
    );
    check("没有发现异常，无病例的小区恢复正常。", &[]);
    // 无 begins another word here: nobody says that none died.
    check("抢救无效死亡，与死亡病例无关死亡原因另行通报。", &[]);
}

#[test]
fn a_conversion_is_no_new_infection() {
    check(
        "5月3日，临江市新增确诊病例7例，均为无症状转确诊。",
        &[&format!("7例 cases confirmed new @临江市 {DAY}")],
    );
}

#[test]
fn what_counts_nothing() {
    for nothing in [
        "强化24小时值班值守制度。",
        "发布会在云湖宾馆东楼三层会议厅召开。",
        "守住从业人员零感染的底线。",
        "树立“一盘棋”观念，落实“七项准备工作”。",
        "佩戴KN95口罩，使用75%酒精。",
        "第五十二场新闻发布会召开。",
        "病例12，男，35岁，居住于友谊路48弄。",
        "咨询电话：0571-88812345。",
        "一是加强管理；二是做好服务。",
        "过去24小时情况平稳，近4年的经验表明。",
        "第一时间赶赴一线，统一调度。",
        "患者有高血压3级，转入3级医院。",
    ] {
        let facts = read(nothing);
        let counted: Vec<_> = facts.iter().filter(|fact| !fact.starts_with("75%")).collect();
        assert!(counted.is_empty(), "{nothing}: {counted:?}");
    }
}

#[test]
fn every_script_is_one_rule_set() {
    check(
        "5月3日0—24時，臨江市新增確診病例3例，無癥狀感染者5例。",
        &[
            &format!("3例 cases confirmed new @临江市 {DAY}"),
            &format!("5例 cases asymptomatic new @临江市 {DAY}"),
        ],
    );
    check(
        "５月３日０—２４时，临江市新增确诊病例１２例。",
        &[&format!("12例 cases confirmed new @临江市 {DAY}")],
    );
}

#[test]
fn an_edit_elsewhere_changes_no_name() {
    let ids = |source: &str| text(source, &Hints::default()).facts.iter().map(|f| f.id).collect::<Vec<_>>();
    let first = ids("配送蔬菜3吨。\n库存大米5吨。");
    let edited = ids("今天另有安排，配送蔬菜3吨、水果2吨。\n库存大米5吨。");
    assert_eq!(first.last(), edited.last());
    assert_ne!(first[0], first[1]);
}

#[test]
fn parts_of_two_wholes_and_second_cuts() {
    let both = "5月3日0—24时，临江市新增确诊病例8例、无症状感染者12例，其中东城区15例、西城区5例。";
    let expected: Vec<String> = [("东城区", 15), ("西城区", 5)]
        .iter()
        .map(|(place, count)| format!("{count}例 cases infected new @{place} {DAY}"))
        .collect();
    assert_eq!(read(both).split_off(2), expected);
    let cut = "5月3日0—24时，临江市新增感染者20例，其中确诊病例8例、无症状感染者12例；按区域分，东城区15例，西城区5例。";
    assert_eq!(read(cut).split_off(3), expected);
    // What adds up to the last whole alone is of that.
    let one = "5月3日0—24时，临江市新增确诊病例8例、无症状感染者12例，其中东城区9例、西城区3例。";
    assert_eq!(
        read(one).split_off(2),
        [
            format!("9例 cases asymptomatic new @东城区 {DAY}"),
            format!("3例 cases asymptomatic new @西城区 {DAY}")
        ]
    );
}

#[test]
fn lists_that_hand_out_places_and_classes() {
    check(
        "5月3日0—24时，临江市新增无症状感染者9例：东城区6例、西城区3例。",
        &[
            &format!("9例 cases asymptomatic new @临江市 {DAY}"),
            &format!("6例 cases asymptomatic new @东城区 {DAY}"),
            &format!("3例 cases asymptomatic new @西城区 {DAY}"),
        ],
    );
    check(
        "东城区、西城区分别新增确诊病例6例和4例。",
        &["6例 cases confirmed new @东城区", "4例 cases confirmed new @西城区"],
    );
    check(
        "临江市新增本土确诊病例15例、无症状感染者24例，其中东城区分别为5例和9例。",
        &[
            "15例 cases confirmed new local @临江市",
            "24例 cases asymptomatic new local @临江市",
            "5例 cases confirmed new local @东城区",
            "9例 cases asymptomatic new local @东城区",
        ],
    );
}

#[test]
fn headlines_take_the_class_that_the_text_names() {
    check(
        "临江市新增78例，累计221例\n5月3日0—24时，临江市新增确诊病例78例。",
        &[
            "78例 cases confirmed new @临江市",
            "221例 cases confirmed cumulative @临江市",
            &format!("78例 cases confirmed new @临江市 {DAY}"),
        ],
    );
}

#[test]
fn the_day_in_which_a_total_ends() {
    check(
        "截至5月3日24时，临江市现有确诊病例31例。当日解除医学观察无症状感染者14例。",
        &[
            "31例 cases confirmed current @临江市 ../2022-05-04",
            &format!("14例 cases discharged new 无症状感染者 @临江市 {DAY}"),
        ],
    );
    check(
        "自4月18日发生本轮疫情以来，临江市累计报告确诊病例51例。",
        &["51例 cases confirmed cumulative @临江市 2022-04-18/.."],
    );
}

#[test]
fn what_follows_a_count_may_describe_some_of_it() {
    check(
        "5月3日0—24时，临江市新增确诊病例20例。12例有境外旅居史，8例为确诊病例的密切接触者。",
        &[
            &format!("20例 cases confirmed new @临江市 {DAY}"),
            &format!("12例 cases confirmed new @临江市 {DAY}"),
            &format!("8例 cases confirmed new @临江市 {DAY}"),
        ],
    );
    check("临江市死亡病例1例为东城区确诊病例。", &["1例 cases dead cumulative @临江市"]);
    check("重型病例转普通型病例1例。", &["1例 cases confirmed 重型病例转普通型病例"]);
}

#[test]
fn tables_with_a_head_for_each_column() {
    let text = "临江市5月3日疫情通报\n5月3日0—24时，临江市新增确诊病例12例。\n区县\t当日新增确诊\t累计确诊\n东城区\t9\t14\n西城区\t3\t22\n合计\t12\t36\n";
    let cell = |count: u32, measure: &str, place: &str, window: &str| format!("{count} cases confirmed {measure} @{place} {window}");
    let until = "../2022-05-04";
    assert_eq!(
        read(text).split_off(1),
        [
            cell(9, "new", "东城区", DAY),
            cell(14, "cumulative", "东城区", until),
            cell(3, "new", "西城区", DAY),
            cell(22, "cumulative", "西城区", until),
            cell(12, "new", "临江市", DAY),
            cell(36, "cumulative", "临江市", until),
        ]
    );
}

#[test]
fn numbers_as_they_are_set_and_spoken() {
    check("共有库存大米1.2 万吨。", &["12000吨 supply stocked 大米"]);
    check("拨付资金四万亿元。", &["4000000000000元 money 拨付资金"]);
    check("最低气温零下12摄氏度。", &["-12摄氏度 other 最低气温"]);
    check("静默了两天半。", &["2.5天 duration 静默"]);
    check("三分之一的商户恢复营业。", &["0.333333333333 about ratio 商户"]);
    // 不负 is no sign.
    check("不负十四亿人。", &["1400000000人 other"]);
}

#[test]
fn numbers_taken_up_again() {
    check(
        "5月3日0—24时，临江市新增本土确诊病例33例。这33例中，封控区检出20例，社会面检出13例。",
        &[
            &format!("33例 cases confirmed new local @临江市 {DAY}"),
            &format!("33例 cases confirmed new local @临江市 {DAY}"),
            &format!("20例 cases confirmed new local 封控区检出 @临江市 {DAY}"),
            &format!("13例 cases confirmed new local 社会面检出 @临江市 {DAY}"),
        ],
    );
    check(
        "5月3日0—24时，临江市新增确诊病例3例、无症状感染者4例，上述7例均系集中隔离点发现。",
        &[
            &format!("3例 cases confirmed new @临江市 {DAY}"),
            &format!("4例 cases asymptomatic new @临江市 {DAY}"),
            &format!("7例 cases infected new @临江市 {DAY}"),
        ],
    );
    check(
        "截至5月3日24时，全省累计报告确诊病例90例。当日全省新增确诊病例8例。累计报告确诊病例中，临江市60例、东湖市30例。",
        &[
            "90例 cases confirmed cumulative ../2022-05-04",
            &format!("8例 cases confirmed new {DAY}"),
            "60例 cases confirmed cumulative @临江市 ../2022-05-04",
            "30例 cases confirmed cumulative @东湖市 ../2022-05-04",
        ],
    );
    check(
        "5月3日，临江市新增病例60例，包括确诊病例39例和无症状感染者21例。",
        &[
            &format!("60例 cases infected new @临江市 {DAY}"),
            &format!("39例 cases confirmed new @临江市 {DAY}"),
            &format!("21例 cases asymptomatic new @临江市 {DAY}"),
        ],
    );
}

#[test]
fn whose_count_it_is() {
    check(
        "5月3日0—24时，全省新增本土确诊病例6例，其中4例在临江市，2例在东湖市西山区。",
        &[
            &format!("6例 cases confirmed new local {DAY}"),
            &format!("4例 cases confirmed new local @临江市 {DAY}"),
            &format!("2例 cases confirmed new local @西山区 {DAY}"),
        ],
    );
    check(
        "5月3日0—24时，全省新增确诊病例4例（临江市3例，其中1例为无症状感染者转归；东湖市1例）。",
        &[
            &format!("4例 cases confirmed new {DAY}"),
            &format!("3例 cases confirmed new @临江市 {DAY}"),
            &format!("1例 cases converted new @临江市 {DAY}"),
            &format!("1例 cases confirmed new @东湖市 {DAY}"),
        ],
    );
    check(
        "东湖区：5月3日0—24时，新增本土确诊病例2例。",
        &[&format!("2例 cases confirmed new local @东湖区 {DAY}")],
    );
    check(
        "5月3日，临江市新增确诊病例6例（中国籍4例、缅甸籍2例）。",
        &[
            &format!("6例 cases confirmed new @临江市 {DAY}"),
            &format!("4例 cases confirmed new 中国籍 @临江市 {DAY}"),
            &format!("2例 cases confirmed new 缅甸籍 @临江市 {DAY}"),
        ],
    );
    check(
        "5月3日，全省新增境外输入确诊病例3例，其中缅甸输入2例、老挝输入1例。",
        &[
            &format!("3例 cases confirmed new imported {DAY}"),
            &format!("2例 cases confirmed new imported @缅甸 {DAY}"),
            &format!("1例 cases confirmed new imported @老挝 {DAY}"),
        ],
    );
    check(
        "5月3日，全省新增确诊病例9例，临江市5例，东湖市、西山市两市各2例。",
        &[
            &format!("9例 cases confirmed new {DAY}"),
            &format!("5例 cases confirmed new @临江市 {DAY}"),
            "2市 other",
            &format!("2例 cases confirmed new @东湖市 {DAY}"),
            &format!("2例 cases confirmed new @西山市 {DAY}"),
        ],
    );
}

#[test]
fn classes_that_a_paragraph_lends() {
    check(
        "5月3日，全省新增确诊病例34例。临江市新增21例，东湖市新增13例。",
        &[
            &format!("34例 cases confirmed new {DAY}"),
            &format!("21例 cases confirmed new @临江市 {DAY}"),
            &format!("13例 cases confirmed new @东湖市 {DAY}"),
        ],
    );
    check(
        "5月3日，全省报告登革热确诊病例，累计240例。",
        &["240例 cases confirmed cumulative ../2022-05-04"],
    );
    check(
        "5月3日，临江市新增确诊病例5例、无症状感染者9例。东湖区新增6例。",
        &[
            &format!("5例 cases confirmed new @临江市 {DAY}"),
            &format!("9例 cases asymptomatic new @临江市 {DAY}"),
            &format!("6例 cases infected new @东湖区 {DAY}"),
        ],
    );
    check(
        "5月3日，临江市治愈出院本土确诊病例5例、境外输入确诊病例2例；解除隔离医学观察的无症状感染者1例。",
        &[
            &format!("5例 cases discharged new local @临江市 {DAY}"),
            &format!("2例 cases discharged new imported @临江市 {DAY}"),
            &format!("1例 cases discharged new 无症状感染者 @临江市 {DAY}"),
        ],
    );
    check(
        "截至5月3日24时，全市在院治疗26例，医学观察52例。",
        &[
            "26例 cases confirmed current ../2022-05-04",
            "52例 cases asymptomatic current ../2022-05-04",
        ],
    );
    check("5月3日，全市解除医学观察15例。", &[&format!("15例 cases discharged new {DAY}")]);
}

#[test]
fn persons_told_of_after_a_count_of_cases() {
    check(
        "5月3日，临江市新增阳性感染者89例，62人在管控中发现，27人在社区筛查中发现。",
        &[
            &format!("89例 cases infected new @临江市 {DAY}"),
            &format!("62人 cases infected new @临江市 {DAY}"),
            &format!("27人 cases infected new @临江市 {DAY}"),
        ],
    );
    check(
        "8所方舱医院在舱患者318人。",
        &["8所 facility 方舱医院", "318人 cases infected current"],
    );
    check("医院共有志愿者50人，20人在大厅服务。", &["50人 personnel 志愿者", "20人 other"]);
}

#[test]
fn numbers_that_name_what_follows() {
    check(
        "12345热线接听咨询300个，120救护车出动30车次，使用84消毒液63吨。",
        &["300个 service 接听咨询", "30车次 vehicle 120救护车", "63吨 supply 84消毒液"],
    );
    check("夏集镇万民村四组；龙门小区7栋、8栋。", &[]);
    check("热线坐席由60个增加到120个。", &["60个 other 热线坐席", "120个 other 热线坐席"]);
    check(
        "高风险区每天一次，其他区域每3天一次核酸检测。",
        &["1次 risk_area 高风险区", "3天 duration 其他区域", "1次 testing 核酸检测"],
    );
    check("年龄最小的只有8个月，接听前两个月来电。", &[]);
    check(
        "话务员156名轮班接听，尿素零售价每吨1870元。",
        &["156名 personnel 话务员", "1870元 money 尿素零售价"],
    );
    check("累计新增6 445宗阳性个案。", &["6445宗 cases infected cumulative"]);
}

#[test]
fn what_a_paragraph_tells_of() {
    check(
        "5月3日，新增确诊病例8例、无症状感染者40例。其中，临江市30例，东湖市18例。",
        &[
            &format!("8例 cases confirmed new {DAY}"),
            &format!("40例 cases asymptomatic new {DAY}"),
            &format!("30例 cases infected new @临江市 {DAY}"),
            &format!("18例 cases infected new @东湖市 {DAY}"),
        ],
    );
    check(
        "5月3日，全省新增感染者29例，均在临江市，其中确诊病例23例。",
        &[
            &format!("29例 cases infected new {DAY}"),
            &format!("23例 cases confirmed new @临江市 {DAY}"),
        ],
    );
    check(
        "5月3日，临江市新增本土确诊病例11例。\n新增本土病例中，男性6例、女性5例，发病日介于4月25日至5月2日。分布以东湖区7例最多。",
        &[
            &format!("11例 cases confirmed new local @临江市 {DAY}"),
            &format!("6例 cases confirmed new local 男性 @临江市 {DAY}"),
            &format!("5例 cases confirmed new local 女性 @临江市 {DAY}"),
            &format!("7例 cases confirmed new local @东湖区 {DAY}"),
        ],
    );
    check(
        "目前重型病例14例、危重型6例。",
        &["14例 cases severe current", "6例 cases critical current"],
    );
}

#[test]
fn columns_of_a_table_say_what_is_counted() {
    check(
        "5月3日0—24时，临江市新增本土感染者如下。\n区县\t确诊病例\t无症状感染者\t合计\n东湖区\t3\t9\t12\n西山区\t1\t4\t5\n北岸区\t2\t2\t4\n",
        &[
            &format!("3 cases confirmed new local @东湖区 {DAY}"),
            &format!("9 cases asymptomatic new local @东湖区 {DAY}"),
            &format!("12 cases infected new local @东湖区 {DAY}"),
            &format!("1 cases confirmed new local @西山区 {DAY}"),
            &format!("4 cases asymptomatic new local @西山区 {DAY}"),
            &format!("5 cases infected new local @西山区 {DAY}"),
            &format!("2 cases confirmed new local @北岸区 {DAY}"),
            &format!("2 cases asymptomatic new local @北岸区 {DAY}"),
            &format!("4 cases infected new local @北岸区 {DAY}"),
        ],
    );
    check(
        "全市风险区分布如下。\n区县\t高风险区（个）\t中风险区（个）\n东湖区\t13\t9\n西山区\t11\t4\n北岸区\t2\t2\n",
        &[
            "13个 risk_area 高风险区",
            "9个 risk_area 中风险区",
            "11个 risk_area 高风险区",
            "4个 risk_area 中风险区",
            "2个 risk_area 高风险区",
            "2个 risk_area 中风险区",
        ],
    );
}

#[test]
fn sentences_that_cut_a_count_another_way() {
    check(
        "5月3日，临江市新增本土感染者9例。从发现途径看，隔离点检出6例，社区筛查检出3例。按居住地分，东湖区7例，西山区2例。",
        &[
            &format!("9例 cases infected new local @临江市 {DAY}"),
            &format!("6例 cases infected new local 隔离点检出 @临江市 {DAY}"),
            &format!("3例 cases infected new local 社区筛查检出 @临江市 {DAY}"),
            &format!("7例 cases infected new local @东湖区 {DAY}"),
            &format!("2例 cases infected new local @西山区 {DAY}"),
        ],
    );
    check(
        "5月3日，临江市新增感染者68例，确诊病例和无症状感染者分别为27例、41例。",
        &[
            &format!("68例 cases infected new @临江市 {DAY}"),
            &format!("27例 cases confirmed new @临江市 {DAY}"),
            &format!("41例 cases asymptomatic new @临江市 {DAY}"),
        ],
    );
    check(
        "5月3日，临江市新增感染者3例。东湖区、西山区均无新增。近期疫情无新增风险。",
        &[
            &format!("3例 cases infected new @临江市 {DAY}"),
            &format!("0 cases infected new @东湖区 {DAY}"),
            &format!("0 cases infected new @西山区 {DAY}"),
        ],
    );
}

#[test]
fn whose_figures_of_countries_and_regions() {
    check(
        "截至5月3日16时，法国累计新冠确诊病例达到96721113例，累计死亡1062681例。",
        &[
            "96721113例 cases confirmed cumulative @法国 ../2022-05-03T16:00",
            "1062681例 cases dead cumulative @法国 ../2022-05-03T16:00",
        ],
    );
    // Where travellers came from is not whose figures these are.
    check(
        "5月3日0—24时，临江市新增境外输入确诊病例2例（法国1例，日本1例）。5月3日全日本市新增确诊病例5例。",
        &[
            &format!("2例 cases confirmed new imported @临江市 {DAY}"),
            &format!("1例 cases confirmed new imported @法国 {DAY}"),
            &format!("1例 cases confirmed new imported @日本 {DAY}"),
            &format!("5例 cases confirmed new @临江市 {DAY}"),
        ],
    );
    check(
        "5月3日0—24时，宁夏新增确诊病例2例，全区无新增疑似病例。",
        &[
            &format!("2例 cases confirmed new @宁夏 {DAY}"),
            &format!("0 cases suspected new @宁夏回族自治区 {DAY}"),
        ],
    );
}

#[test]
fn states_of_the_ill_and_markers_apart_from_their_number() {
    check(
        "截至5月3日24时，临江市累计确诊病例62例。目前，60例病情平稳，2例病情危重，无治愈出院病例。",
        &[
            "62例 cases confirmed cumulative @临江市 ../2022-05-04",
            "60例 cases confirmed current @临江市 ../2022-05-04",
            "2例 cases critical current @临江市 ../2022-05-04",
            "0 cases discharged cumulative @临江市 ../2022-05-04",
        ],
    );
    check(
        "隔离房间约有6206间，每家医院至少预留20张床位，为1563名透析患者安排了班车，志愿者人数为300名。",
        &[
            "6206间 about facility 隔离房间",
            "20张 at_least facility 医院床位",
            "1563名 service 透析患者安排了班车",
            "300名 personnel 志愿者人数",
        ],
    );
    check(
        "临江5月3日新增本土150+47",
        &[
            &format!("150 cases confirmed new local @临江市 {DAY}"),
            &format!("47 cases asymptomatic new local @临江市 {DAY}"),
        ],
    );
}
