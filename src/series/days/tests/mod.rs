//! Small tables of facts and the series that they make.

mod line;

use super::super::samples::{briefing, case};
use super::super::{Coverage, Figure, Reported};
use super::*;
use crate::model::Approx;

type Briefings<'a> = &'a [(&'a str, Option<&'a str>, &'a [&'a str])];

const CITY: Option<&str> = Some("甲市");

fn series(briefings: Briefings, choice: &DayChoice) -> DaySeries {
    let facts: Vec<Vec<Fact>> = briefings
        .iter()
        .map(|b| b.2.iter().zip(1..).map(|(line, id)| case(id, line)).collect())
        .collect();
    let reported: Vec<Reported> = briefings
        .iter()
        .zip(&facts)
        .zip(1..)
        .map(|((b, facts), doc)| briefing(doc, b.0, b.1, facts))
        .collect();
    days(&reported, choice)
}

/// `metric value`, with `@from-to` for hours other than 0—24, `+` for a sum of origins, `(local)` for the only origin stated,
/// `×n` for several evidences and `≠v` for each rival.
fn shown_figure(figure: &Figure, value: Amount) -> String {
    let mut out = format!("{} {value}", figure.metric.as_str());
    let hours = figure.hours;
    if !hours.is_full_day() {
        out += &format!("@{}-{}", f32::from(hours.from) / 60.0, f32::from(hours.to) / 60.0);
    }
    match figure.coverage {
        Coverage::Stated(_) => {}
        Coverage::Summed => out += "+",
        Coverage::Only(origin) => out += &format!("({})", origin.as_str()),
    }
    if figure.evidence.len() > 1 {
        out += &format!("×{}", figure.evidence.len());
    }
    for rival in &figure.rivals {
        out += &format!("≠{}", rival.value);
    }
    out
}

/// `month-day[?] [place:] segments | beside`, one line per stack; `?` marks an assumed year.
fn shown(series: &DaySeries) -> Vec<String> {
    let several = series.days.iter().any(|d| d.stacks.len() > 1);
    let mut lines = Vec::new();
    for day in &series.days {
        for stack in &day.stacks {
            let place = if several {
                format!(" {}:", stack.place.as_deref().unwrap_or("-"))
            } else {
                String::new()
            };
            let mut parts: Vec<String> = Vec::new();
            for segment in &stack.segments {
                let converted = segment.converted.as_ref().map(|c| format!(" less {}", c.value)).unwrap_or_default();
                parts.push(shown_figure(&segment.figure, segment.height) + &converted);
            }
            let beside: Vec<String> = stack
                .beside
                .iter()
                .map(|b| format!("{:?} {}", b.standing, shown_figure(&b.figure, b.figure.value)))
                .collect();
            let beside = if beside.is_empty() {
                String::new()
            } else {
                format!(" | {}", beside.join(", "))
            };
            let assumed = if day.year_assumed { "?" } else { "" };
            lines.push(format!(
                "{}-{}{assumed}{place} {}{beside}",
                day.date.month,
                day.date.day,
                parts.join(" + ")
            ));
        }
    }
    lines
}

#[track_caller]
fn check_choice(place: Option<&str>, origin: Option<Origin>, briefings: Briefings, expected: &[&str]) {
    let choice = DayChoice {
        place: place.map(str::to_owned),
        origin,
    };
    assert_eq!(shown(&series(briefings, &choice)), expected);
}

/// The series of all places and origins.
#[track_caller]
fn check(briefings: Briefings, expected: &[&str]) {
    check_choice(None, None, briefings, expected);
}

/// The series of one briefing of 28 September about 甲市.
#[track_caller]
fn check_one(facts: &[&str], expected: &[&str]) {
    check(&[("2022-09-28", CITY, facts)], expected);
}

#[track_caller]
fn check_aside(facts: &[&str], expected: &[(u64, AsideReason)]) {
    let series = series(&[("2022-09-28", CITY, facts)], &DayChoice::default());
    let found: Vec<(u64, AsideReason)> = series.aside.iter().map(|a| (a.evidence.fact.0, a.reason)).collect();
    assert_eq!(found, expected);
}

#[test]
fn two_windows_of_one_briefing_are_two_days() {
    check_one(
        &["asymptomatic 1 2022-09-27 甲市", "asymptomatic 1 2022-09-28/14 甲市"],
        &["9-27 asymptomatic 1", "9-28 asymptomatic 1@0-14"],
    );
}

#[test]
fn classes_are_stacked() {
    check_one(
        &["confirmed 2 2022-09-27 甲市", "asymptomatic 5 2022-09-27 甲市"],
        &["9-27 confirmed 2 + asymptomatic 5"],
    );
}

#[test]
fn only_new_infections_make_bars() {
    check_one(
        &[
            "dead 3 2022-09-27 甲市",
            "discharged 4 2022-09-27 甲市",
            "suspected 2 2022-09-27 甲市",
        ],
        &[],
    );
    let mut current = case(1, "confirmed 9 2022-09-27 甲市");
    current.measure = Some(Measure::Current);
    let facts = [current];
    assert!(
        days(&[briefing(1, "2022-09-28", CITY, &facts)], &DayChoice::default())
            .days
            .is_empty()
    );
}

#[test]
fn a_stated_zero_is_a_bar_and_what_is_absent_is_none() {
    check_one(
        &["confirmed 0 2022-09-27 甲市", "asymptomatic 5 2022-09-27 甲市"],
        &["9-27 confirmed 0 + asymptomatic 5"],
    );
    check_one(&["confirmed 0 2022-09-27 甲市"], &["9-27 confirmed 0"]);
}

#[test]
fn a_full_day_supersedes_the_part_of_it_stated_before() {
    check(
        &[
            ("2022-09-28", CITY, &["asymptomatic 1 2022-09-28/14 甲市"]),
            ("2022-09-29", CITY, &["asymptomatic 3 2022-09-28 甲市"]),
        ],
        &["9-28 asymptomatic 3 | Superseded asymptomatic 1@0-14"],
    );
}

#[test]
fn a_partial_class_does_not_hide_behind_the_full_day_of_another() {
    check_one(
        &["confirmed 2 2022-09-27 甲市", "asymptomatic 5 2022-09-27/14 甲市"],
        &["9-27 confirmed 2 + asymptomatic 5@0-14"],
    );
}

#[test]
fn other_hours_of_the_day_are_not_added() {
    check_one(
        &[
            "asymptomatic 4 2022-09-27/14 甲市",
            "asymptomatic 2 2022-09-27T14:00/2022-09-28T00:00 甲市",
        ],
        &["9-27 asymptomatic 4@0-14 | OtherHours asymptomatic 2@14-24"],
    );
    check_one(
        &["asymptomatic 4 2022-09-27/14 甲市", "asymptomatic 6 2022-09-27/20 甲市"],
        &["9-27 asymptomatic 6@0-20 | Superseded asymptomatic 4@0-14"],
    );
}

#[test]
fn a_day_from_afternoon_to_afternoon_is_of_its_end() {
    check_one(&["confirmed 4 2022-09-26T15:00/2022-09-27T15:00 甲市"], &["9-27 confirmed 4@-9-15"]);
}

#[test]
fn the_infected_as_a_whole_are_not_added_to_their_classes() {
    check_one(
        &[
            "infected 28 2022-09-27 甲市",
            "confirmed 23 2022-09-27 甲市 part_of=1",
            "asymptomatic 5 2022-09-27 甲市 part_of=1",
        ],
        &["9-27 confirmed 23 + asymptomatic 5 | Whole infected 28"],
    );
    check_one(&["infected 28 2022-09-27 甲市"], &["9-27 infected 28"]);
}

#[test]
fn one_class_alone_does_not_stand_for_the_whole() {
    check_one(
        &["infected 28 2022-09-27 甲市", "confirmed 23 2022-09-27 甲市 part_of=1"],
        &["9-27 infected 28 | Part confirmed 23"],
    );
    check_one(
        &["infected 2 2022-09-27 甲市", "confirmed 23 2022-09-27 甲市"],
        &["9-27 confirmed 23 | Whole infected 2"],
    );
}

#[test]
fn classes_of_a_part_of_the_day_do_not_replace_the_whole_of_it() {
    check_one(
        &[
            "infected 10 2022-09-27 甲市",
            "confirmed 2 2022-09-27/14 甲市",
            "asymptomatic 3 2022-09-27/14 甲市",
        ],
        &["9-27 infected 10 | Part confirmed 2@0-14, Part asymptomatic 3@0-14"],
    );
}

#[test]
fn conversions_are_taken_off_the_confirmed() {
    check_one(
        &[
            "confirmed 16 2022-09-27 甲市",
            "converted 12 2022-09-27 甲市 part_of=1",
            "asymptomatic 30 2022-09-27 甲市",
        ],
        &["9-27 confirmed 4 less 12 + asymptomatic 30"],
    );
    check_one(
        &["confirmed 12 2022-09-27 甲市", "converted 12 2022-09-27 甲市"],
        &["9-27 confirmed 0 less 12"],
    );
}

#[test]
fn conversions_are_not_taken_off_what_does_not_hold_them() {
    check_one(
        &["asymptomatic 30 2022-09-27 甲市", "converted 12 2022-09-27 甲市"],
        &["9-27 asymptomatic 30 | Conversion converted 12"],
    );
    check_one(&["converted 12 2022-09-27 甲市"], &["9-27  | Conversion converted 12"]);
    check_one(
        &["confirmed 16 2022-09-27 甲市", "converted 2 2022-09-27/14 甲市"],
        &["9-27 confirmed 16 | Conversion converted 2@0-14"],
    );
    check_one(
        &["confirmed 3 2022-09-27 甲市", "converted 5 2022-09-27 甲市"],
        &["9-27 confirmed 3 | Conversion converted 5"],
    );
}

#[test]
fn conversions_among_the_infected_are_taken_off_where_the_text_says_so() {
    check_one(
        &["infected 20 2022-09-27 甲市", "converted 4 2022-09-27 甲市 part_of=1"],
        &["9-27 infected 16 less 4"],
    );
    check_one(
        &[
            "infected 20 2022-09-27 甲市",
            "confirmed 9 2022-09-27 甲市 part_of=1",
            "converted 4 2022-09-27 甲市 part_of=2",
        ],
        &["9-27 infected 16 less 4 | Part confirmed 9"],
    );
    check_one(
        &["infected 20 2022-09-27 甲市", "converted 4 2022-09-27 甲市"],
        &["9-27 infected 20 | Conversion converted 4"],
    );
}

#[test]
fn conversions_stay_with_their_origin() {
    let facts: &[&str] = &[
        "confirmed-local 16 2022-09-27 甲市",
        "converted 12 2022-09-27 甲市 part_of=1",
        "confirmed-imported 2 2022-09-27 甲市",
    ];
    check_one(facts, &["9-27 confirmed 6+×2 less 12"]);
    let briefings: Briefings = &[("2022-09-28", CITY, facts)];
    check_choice(None, Some(Origin::Local), briefings, &["9-27 confirmed 4 less 12"]);
    check_choice(None, Some(Origin::Imported), briefings, &["9-27 confirmed 2"]);
    check_one(
        &["confirmed-imported 16 2022-09-27 甲市", "converted 2 2022-09-27 甲市"],
        &["9-27 confirmed 16(imported) | Conversion converted 2"],
    );
}

#[test]
fn a_stated_total_wins_over_its_origins() {
    check_one(
        &[
            "confirmed 9 2022-09-27 甲市",
            "confirmed-local 7 2022-09-27 甲市 part_of=1",
            "confirmed-imported 3 2022-09-27 甲市",
        ],
        &["9-27 confirmed 9"],
    );
}

#[test]
fn origins_are_added_only_where_both_are_stated() {
    check_one(
        &["confirmed-local 7 2022-09-27 甲市", "confirmed-imported 0 2022-09-27 甲市"],
        &["9-27 confirmed 7+×2"],
    );
    check_one(&["confirmed-local 7 2022-09-27 甲市"], &["9-27 confirmed 7(local)"]);
    check_choice(
        None,
        Some(Origin::Local),
        &[("2022-09-28", CITY, &["confirmed 7 2022-09-27 甲市"])],
        &[],
    );
}

#[test]
fn a_sum_of_origins_keeps_the_looser_bound() {
    let mut local = case(1, "confirmed-local 7 2022-09-27 甲市");
    local.quantity.approx = Approx::Over;
    let facts = [local, case(2, "confirmed-imported 1 2022-09-27 甲市")];
    let series = days(&[briefing(1, "2022-09-28", CITY, &facts)], &DayChoice::default());
    assert_eq!(series.days[0].stacks[0].segments[0].figure.approx, Approx::Over);
}

#[test]
fn equal_statements_are_one_bar_and_different_ones_a_conflict() {
    check(
        &[
            ("2022-09-28", CITY, &["confirmed 7 2022-09-27 甲市"]),
            ("2022-09-29", CITY, &["confirmed 7 2022-09-27 甲市"]),
        ],
        &["9-27 confirmed 7×2"],
    );
    check(
        &[
            ("2022-09-29", CITY, &["confirmed 7 2022-09-27 甲市"]),
            ("2022-09-28", CITY, &["confirmed 8 2022-09-27 甲市"]),
        ],
        &["9-27 confirmed 7≠8"],
    );
    check_one(
        &["confirmed 7 2022-09-27 甲市", "confirmed 7 2022-09-27 甲市"],
        &["9-27 confirmed 7×2"],
    );
    check_one(
        &["confirmed 7 2022-09-27 甲市", "confirmed 9 2022-09-27 甲市"],
        &["9-27 confirmed 7≠9"],
    );
}

#[test]
fn the_latest_briefing_speaks_first() {
    let series = series(
        &[
            ("2022-09-30", CITY, &["confirmed 5 2022-09-27 甲市"]),
            ("", CITY, &["confirmed 6 2022-09-27 甲市"]),
            ("2022-09-28", CITY, &["confirmed 5 2022-09-27 甲市"]),
        ],
        &DayChoice::default(),
    );
    let figure = &series.days[0].stacks[0].segments[0].figure;
    assert_eq!(shown_figure(figure, figure.value), "confirmed 5×2≠6");
    assert_eq!(figure.evidence.iter().map(|e| e.doc.0).collect::<Vec<_>>(), [1, 3]);
}

#[test]
fn a_part_of_the_same_count_does_not_contradict_it() {
    check_one(
        &["confirmed 78 2022-09-27 甲市", "confirmed 8 2022-09-27 甲市 part_of=1"],
        &["9-27 confirmed 78"],
    );
    check_one(
        &["confirmed 78 2022-09-27 甲市", "confirmed 8 2022-09-27 甲市 item=轻型"],
        &["9-27 confirmed 78"],
    );
    check_one(&["confirmed 8 2022-09-27 甲市 item=轻型"], &["9-27 confirmed 8"]);
    check_one(
        &["confirmed 8 2022-09-27 甲市 item=轻型", "confirmed 2 2022-09-27 甲市 item=普通型"],
        &[],
    );
}

const DISTRICTS: &[&str] = &[
    "confirmed 9 2022-09-27 甲市",
    "confirmed 7 2022-09-27 东区 part_of=1",
    "confirmed 2 2022-09-27 西区 part_of=1",
];

#[test]
fn districts_are_not_added_to_their_city() {
    let briefings: Briefings = &[("2022-09-28", CITY, DISTRICTS)];
    check(briefings, &["9-27 confirmed 9"]);
    check_choice(Some("东区"), None, briefings, &["9-27 confirmed 7"]);
    check_choice(Some("乙市"), None, briefings, &[]);
}

#[test]
fn cities_of_one_day_stand_side_by_side() {
    check(
        &[
            ("2022-09-28", CITY, &["confirmed 9 2022-09-27 甲市"]),
            ("2022-09-28", Some("乙市"), &["confirmed 4 2022-09-27 乙市"]),
        ],
        &["9-27 乙市: confirmed 4", "9-27 甲市: confirmed 9"],
    );
}

#[test]
fn a_figure_without_place_is_of_the_place_of_its_briefing() {
    check_one(&["confirmed 9 2022-09-27"], &["9-27 confirmed 9"]);
    check_one(&["confirmed 9 2022-09-27 甲市", "confirmed 2 2022-09-27"], &["9-27 confirmed 9"]);
    check_choice(
        Some("甲市"),
        None,
        &[("2022-09-28", CITY, &["confirmed 9 2022-09-27"])],
        &["9-27 confirmed 9"],
    );
    check(&[("2022-09-28", None, &["confirmed 9 2022-09-27"])], &["9-27 confirmed 9"]);
}

#[test]
fn places_begin_with_those_that_briefings_are_about() {
    let facts: Vec<Fact> = [
        "confirmed 7 2022-09-27 东区",
        "asymptomatic 7 2022-09-27 东区",
        "confirmed 1 2022-09-27",
        "confirmed 1 - 南区",
    ]
    .iter()
    .zip(1..)
    .map(|(line, id)| case(id, line))
    .collect();
    let more = [case(1, "confirmed 2 2022-09-27 北区"), case(2, "dead 2 2022-09-27 中区")];
    let reported = [briefing(1, "2022-09-28", CITY, &facts), briefing(2, "2022-09-28", None, &more)];
    assert_eq!(places(&reported), ["甲市", "东区", "北区"]);
}

#[test]
fn what_makes_no_bar_is_listed_with_its_reason() {
    check_aside(
        &[
            "confirmed 9 - 甲市",
            "confirmed 0 2022-09-22T00:00/2022-09-24T00:00 甲市",
            "confirmed -1 2022-09-27 甲市",
            "confirmed 3 2022-09-26 甲市",
            "confirmed 1 2022-09-26 甲市 part_of=4",
            "asymptomatic 1 2022-09-26 甲市 item=老人",
            "asymptomatic 2 2022-09-26 甲市 item=儿童",
            "confirmed 8 2022-09-26",
        ],
        &[
            (1, AsideReason::NoWindow),
            (2, AsideReason::NotOneDay),
            (3, AsideReason::NotACount),
            (5, AsideReason::Part),
            (6, AsideReason::Split),
            (7, AsideReason::Split),
            (8, AsideReason::NoPlace),
        ],
    );
    let unplaced = series(&[("2022-09-28", None, &["confirmed 9 2022-09-27 东区"])], &DayChoice::default());
    assert_eq!(unplaced.aside[0].reason, AsideReason::BriefingWithoutPlace);
    check_aside(&["confirmed 9 - 东区"], &[]);
}

#[test]
fn a_range_is_no_count() {
    let mut range = case(1, "confirmed 0 2022-09-27 甲市");
    range.quantity.value = None;
    range.quantity.low = Some(Amount::from_int(2));
    let facts = [range];
    let series = days(&[briefing(1, "2022-09-28", CITY, &facts)], &DayChoice::default());
    assert!(series.days.is_empty());
    assert_eq!(series.aside[0].reason, AsideReason::NotACount);
}
