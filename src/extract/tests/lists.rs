//! Lists that add up to a count before them, and counts compared with a day before.

use super::{DAY, Hints, check, text};

#[test]
fn a_list_that_adds_up_is_cut_from_the_count_before_it() {
    check(
        "5月3日0—24时，临江市新增本土确诊病例9例，分布在东湖区6例（均为轻型）、西山区2例、南岭县1例。新增治愈出院4例。",
        &[
            &format!("9例 cases confirmed new local @临江市 {DAY}"),
            &format!("6例 cases confirmed new local @东湖区 {DAY}"),
            &format!("2例 cases confirmed new local @西山区 {DAY}"),
            &format!("1例 cases confirmed new local @南岭县 {DAY}"),
            &format!("4例 cases discharged new @临江市 {DAY}"),
        ],
    );
    check(
        "5月3日0—24时，临江市新增确诊病例8例、无症状感染者41例，合计49例。分属东湖区40例、西山区9例；南岭县0例。",
        &[
            &format!("8例 cases confirmed new @临江市 {DAY}"),
            &format!("41例 cases asymptomatic new @临江市 {DAY}"),
            &format!("49例 cases infected new @临江市 {DAY}"),
            &format!("40例 cases infected new @东湖区 {DAY}"),
            &format!("9例 cases infected new @西山区 {DAY}"),
            &format!("0例 cases infected new @南岭县 {DAY}"),
        ],
    );
    check(
        "5月3日0—24时，临江市新增感染者42例，东湖区21例（13+8），西山区21例（确诊10、无症状11）。",
        &[
            &format!("42例 cases infected new @临江市 {DAY}"),
            &format!("21例 cases infected new @东湖区 {DAY}"),
            &format!("13 cases confirmed new @东湖区 {DAY}"),
            &format!("8 cases asymptomatic new @东湖区 {DAY}"),
            &format!("21例 cases infected new @西山区 {DAY}"),
            &format!("10 cases confirmed new @西山区 {DAY}"),
            &format!("11 cases asymptomatic new @西山区 {DAY}"),
        ],
    );
}

#[test]
fn what_only_seems_to_add_up() {
    // 5 = 3 + 2, but those who left the hospital and those who died are no parts of new cases.
    check(
        "5月3日0—24时，临江市新增确诊病例5例，治愈出院3例，死亡2例。",
        &[
            &format!("5例 cases confirmed new @临江市 {DAY}"),
            &format!("3例 cases discharged new @临江市 {DAY}"),
            &format!("2例 cases dead new @临江市 {DAY}"),
        ],
    );
    // The list goes on: 3 = 2 + 1 is no whole list.
    check(
        "截至5月3日24时，临江市出院病例7例，重症3例。出院病例中，东湖区2例、西山区1例、南岭县4例。",
        &[
            "7例 cases discharged cumulative @临江市 ../2022-05-04",
            "3例 cases severe current @临江市 ../2022-05-04",
            "2例 cases discharged cumulative @东湖区 ../2022-05-04",
            "1例 cases discharged cumulative @西山区 ../2022-05-04",
            "4例 cases discharged cumulative @南岭县 ../2022-05-04",
        ],
    );
    // Two origins are not cut from one another.
    check(
        "5月3日0—24时，临江市新增本土确诊病例3例和无症状感染者45例。新增境外输入确诊病例32例和无症状感染者16例。",
        &[
            &format!("3例 cases confirmed new local @临江市 {DAY}"),
            &format!("45例 cases asymptomatic new local @临江市 {DAY}"),
            &format!("32例 cases confirmed new imported @临江市 {DAY}"),
            &format!("16例 cases asymptomatic new imported @临江市 {DAY}"),
        ],
    );
}

#[test]
fn how_many_more_than_the_day_before() {
    check(
        "截至5月3日24时，临江市现有确诊病例217例，比前一日净增41例，其中重型6例。",
        &[
            "217例 cases confirmed current @临江市 ../2022-05-04",
            &format!("41例 cases confirmed change @临江市 {DAY}"),
            "6例 cases severe current @临江市 ../2022-05-04",
        ],
    );
    check(
        "5月3日0—24时，临江市新增确诊病例9例，较2日减少4例。",
        &[
            &format!("9例 cases confirmed new @临江市 {DAY}"),
            &format!("-4例 cases confirmed change @临江市 {DAY}"),
        ],
    );
}

#[test]
fn stretches_told_by_what_began() {
    check(
        "自5月1日首例报告起至5月3日18时，临江市共报告感染者46例。",
        &["46例 cases infected cumulative @临江市 2022-05-01/2022-05-03T18:00"],
    );
    check(
        "5月1日临江市发生疫情以来，截至5月3日24时，全市累计报告感染者46例。",
        &["46例 cases infected cumulative @临江市 2022-05-01/2022-05-04"],
    );
    check(
        "5月1日以来至3日24时，临江市累计报告感染者46例。",
        &["46例 cases infected cumulative @临江市 2022-05-01/2022-05-04"],
    );
}

#[test]
fn glosses_in_brackets_part_no_clause() {
    check(
        "截至5月3日24时，临江市累计报告感染者96例，治愈出院（舱）86例，正在定点医院治疗的10例。",
        &[
            "96例 cases infected cumulative @临江市 ../2022-05-04",
            "86例 cases discharged cumulative @临江市 ../2022-05-04",
            "10例 cases infected current @临江市 ../2022-05-04",
        ],
    );
    check(
        "5月3日0—24时，临江市新增确诊病例（轻型）2例。",
        &[&format!("2例 cases confirmed new 轻型 @临江市 {DAY}")],
    );
}

#[test]
fn places_that_only_look_so() {
    check("5月3日0—24时，贵安新增确诊病例2例。", &[&format!("2例 cases confirmed new {DAY}")]);
    check(
        "5月3日0—24时，临江市新增确诊病例3例，其中有海南旅居史的2例。",
        &[
            &format!("3例 cases confirmed new @临江市 {DAY}"),
            &format!("2例 cases confirmed new 海南旅居史 @临江市 {DAY}"),
        ],
    );
    check(
        "本报太原5月4日讯（记者 某某）\n5月3日0—24时，全省新增确诊病例3例，其中太原市2例、晋中市1例。",
        &[
            &format!("3例 cases confirmed new @山西省 {DAY}"),
            &format!("2例 cases confirmed new @太原市 {DAY}"),
            &format!("1例 cases confirmed new @晋中市 {DAY}"),
        ],
    );
}

#[test]
fn both_classes_taken_up_again() {
    check(
        "5月3日0—24时，临江市新增本土确诊病例3例、本土无症状感染者45例。48例感染者中，集中隔离点发现39例，社会面发现9例。",
        &[
            &format!("3例 cases confirmed new local @临江市 {DAY}"),
            &format!("45例 cases asymptomatic new local @临江市 {DAY}"),
            &format!("48例 cases infected new local @临江市 {DAY}"),
            &format!("39例 cases infected new local 集中隔离点发现 @临江市 {DAY}"),
            &format!("9例 cases infected new local 社会面发现 @临江市 {DAY}"),
        ],
    );
}

#[test]
fn totals_taken_up_and_cared_for() {
    check(
        "截至5月3日24时，临江市累计确诊病例29例，均在定点医院隔离治疗，其中轻型10例、普通型19例。累计病例中，东湖区20例，西山区9例。",
        &[
            "29例 cases confirmed cumulative @临江市 ../2022-05-04",
            "10例 cases confirmed current 轻型 @临江市 ../2022-05-04",
            "19例 cases confirmed current 普通型 @临江市 ../2022-05-04",
            "20例 cases confirmed cumulative @东湖区 ../2022-05-04",
            "9例 cases confirmed cumulative @西山区 ../2022-05-04",
        ],
    );
    check(
        "5月3日0—24时，东湖市、西山市均无新增确诊病例。",
        &[
            &format!("0 cases confirmed new @东湖市 {DAY}"),
            &format!("0 cases confirmed new @西山市 {DAY}"),
        ],
    );
    check(
        "全市共有中风险地区14个。其中东湖区10个、西山区4个。",
        &["14个 risk_area 中风险地区", "10个 risk_area 东湖区", "4个 risk_area 西山区"],
    );
}

#[test]
fn who_is_cared_for_and_who_fell_ill_among_contacts() {
    check(
        "截至5月3日24时，临江市累计报告确诊病例45例。44名在治患者中，39例病例为输入性病例，5例为本地病例。",
        &[
            "45例 cases confirmed cumulative @临江市 ../2022-05-04",
            "44名 cases confirmed current @临江市 ../2022-05-04",
            "39例 cases confirmed current @临江市 ../2022-05-04",
            "5例 cases confirmed current local @临江市 ../2022-05-04",
        ],
    );
    check(
        "截至5月3日24时，临江市累计追踪到密切接触者186人，已解除医学观察45人，其中1人诊断为确诊病例，转为疑似病例2人。",
        &[
            "186人 contacts cumulative traced 密切接触者",
            "45人 contacts cumulative released 密切接触者",
            "1人 cases confirmed cumulative @临江市 ../2022-05-04",
            "2人 cases suspected cumulative @临江市 ../2022-05-04",
        ],
    );
    // Of each class its own were found.
    check(
        "5月3日0—24时，临江市新增本土确诊病例4例和无症状感染者76例，1例病例因症就诊发现，12例无症状感染者在风险人群排查中发现。",
        &[
            &format!("4例 cases confirmed new local @临江市 {DAY}"),
            &format!("76例 cases asymptomatic new local @临江市 {DAY}"),
            &format!("1例 cases confirmed new local @临江市 {DAY}"),
            &format!("12例 cases asymptomatic new local @临江市 {DAY}"),
        ],
    );
}

#[test]
fn a_time_in_brackets_behind_a_figure_is_theirs_alone() {
    check(
        "5月3日0—24时，临江市新增本地确诊病例8例，其中东湖区6例（含3例轻型病例为5月1日、2日无症状感染者转为确诊病例）、西山区2例；新增无症状感染者5例。",
        &[
            &format!("8例 cases confirmed new local @临江市 {DAY}"),
            &format!("6例 cases confirmed new local @东湖区 {DAY}"),
            &format!("3例 cases converted new local @东湖区 {DAY}"),
            &format!("2例 cases confirmed new local @西山区 {DAY}"),
            &format!("5例 cases asymptomatic new @临江市 {DAY}"),
        ],
    );
}

#[test]
fn what_is_taken_up_again_is_of_the_origin_named_and_may_be_cut_several_times() {
    check(
        "5月3日0—24时，临江市新增13例本土确诊病例；新增1例境外输入确诊病例。
本土确诊病例中，东湖区8例、西山区5例；轻型9例、普通型4例；隔离观察人员11例、社区筛查人员2例。",
        &[
            &format!("13例 cases confirmed new local @临江市 {DAY}"),
            &format!("1例 cases confirmed new imported @临江市 {DAY}"),
            &format!("8例 cases confirmed new local @东湖区 {DAY}"),
            &format!("5例 cases confirmed new local @西山区 {DAY}"),
            &format!("9例 cases confirmed new local 轻型 @临江市 {DAY}"),
            &format!("4例 cases confirmed new local 普通型 @临江市 {DAY}"),
            &format!("11例 cases confirmed new local 隔离观察人员 @临江市 {DAY}"),
            &format!("2例 cases confirmed new local 社区筛查人员 @临江市 {DAY}"),
        ],
    );
}

#[test]
fn days_told_twice_and_stretches_to_now() {
    check(
        "昨日（5月3日）15时至今日15时，临江市新增确诊病例3例。5月1日至今累计报告确诊病例12例。",
        &[
            "3例 cases confirmed new @临江市 2022-05-03T15:00/2022-05-04T15:00",
            "12例 cases confirmed cumulative @临江市 2022-05-01/..",
        ],
    );
    check(
        "5月3日0—24时，临江市新增确诊病例7例和无症状感染者66例，其中59例确诊病例和无症状感染者在管控中发现。",
        &[
            &format!("7例 cases confirmed new @临江市 {DAY}"),
            &format!("66例 cases asymptomatic new @临江市 {DAY}"),
            &format!("59例 cases infected new @临江市 {DAY}"),
        ],
    );
}

#[test]
fn how_those_counted_were_found_and_what_they_were_before() {
    check(
        "5月3日0—24时，临江市新增无症状感染者9例（其中东湖区报告5例，4例在隔离管控中发现，1例在区域协查中发现；西山区4例）。",
        &[
            &format!("9例 cases asymptomatic new @临江市 {DAY}"),
            &format!("5例 cases asymptomatic new @东湖区 {DAY}"),
            &format!("4例 cases asymptomatic new @东湖区 {DAY}"),
            &format!("1例 cases asymptomatic new @东湖区 {DAY}"),
            &format!("4例 cases asymptomatic new @西山区 {DAY}"),
        ],
    );
    check(
        "5月3日0—24时，临江市新增7例阳性病例，其中4例为确诊病例，3例为无症状感染者；5例在集中隔离人员中发现，2例在社区筛查中发现。",
        &[
            &format!("7例 cases infected new @临江市 {DAY}"),
            &format!("4例 cases confirmed new @临江市 {DAY}"),
            &format!("3例 cases asymptomatic new @临江市 {DAY}"),
            &format!("5例 cases infected new @临江市 {DAY}"),
            &format!("2例 cases infected new @临江市 {DAY}"),
        ],
    );
    // When they were found is not when they were counted.
    check(
        "5月3日0—24时，临江市新增确诊病例61例，其中5例确诊病例为5月1日、2日诊断的无症状感染者转归。当日治愈出院2例。",
        &[
            &format!("61例 cases confirmed new @临江市 {DAY}"),
            &format!("5例 cases converted new @临江市 {DAY}"),
            &format!("2例 cases discharged new @临江市 {DAY}"),
        ],
    );
}

#[test]
fn counts_that_are_put_right() {
    check(
        "截至5月3日24时，因重复统计，临江市核减确诊病例43例；死亡病例核增29例，累计死亡386例。",
        &[
            &format!("-43例 cases confirmed change @临江市 {DAY}"),
            &format!("29例 cases dead change @临江市 {DAY}"),
            "386例 cases dead cumulative @临江市 ../2022-05-04",
        ],
    );
}

/// The whole of each fact, by its place among the facts.
fn wholes(source: &str) -> Vec<Option<usize>> {
    let facts = text(source, &Hints::default()).facts;
    let place = |id| facts.iter().position(|fact| Some(fact.id) == id);
    facts.iter().map(|fact| place(fact.part_of)).collect()
}

#[test]
fn pairs_are_parts_of_both_counts_where_they_add_up() {
    let text = "5月3日0—24时，临江市新增确诊病例7例、无症状感染者12例，区县分布为：东湖区5+8、其余区县2+4。";
    assert_eq!(wholes(text), [None, None, Some(0), Some(1), Some(0), Some(1)]);
    let text = "5月3日0—24时，临江市新增确诊病例9例、无症状感染者12例，区县分布为：东湖区5+8、西山区2+4。";
    assert_eq!(wholes(text), [None, None, None, Some(1), None, Some(1)]);
}

#[test]
fn those_in_hospital_are_part_of_all_so_far_where_the_sum_says_so() {
    let check = |source: &str, expected: &[Option<usize>]| assert_eq!(wholes(source), expected, "{source}");
    check(
        "截至5月3日24时，临江市累计本土确诊病例40例，治愈出院31例，在院治疗7例，死亡2例。累计境外输入确诊病例9例，出院5例，在院4例。",
        &[None, Some(0), Some(0), Some(0), None, Some(4), Some(4)],
    );
    // Parts of parts stand between, and the whole may come last.
    check(
        "截至5月3日24时，全省现有确诊病例7例（其中重症1例），累计治愈出院31例，累计死亡2例，累计报告确诊病例40例。",
        &[Some(4), Some(0), Some(4), Some(4), None],
    );
    // 40 is not 31 + 6 + 2; without those in hospital nothing tells what is missing; new cases have no fates yet.
    check(
        "截至5月3日24时，临江市累计确诊病例40例，治愈出院31例，在院治疗6例，死亡2例。",
        &[None; 4],
    );
    check("截至5月3日24时，临江市累计确诊病例40例，治愈出院38例，死亡2例。", &[None; 3]);
    check("5月3日0—24时，临江市新增确诊病例5例，治愈出院3例，在院2例。", &[None; 3]);
}
