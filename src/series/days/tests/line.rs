//! Days on their line: gaps, years and means.

use super::*;

#[test]
fn days_without_any_figure_are_missing() {
    let series = series(
        &[
            ("2022-12-30", CITY, &["confirmed 1 2022-12-29 甲市"]),
            ("2022-12-31", CITY, &["confirmed 1 2022-12-30 东区"]),
            (
                "2023-01-03",
                CITY,
                &["confirmed 1 2023-01-02 甲市", "confirmed 0 2023-01-03/12 甲市"],
            ),
        ],
        &DayChoice::default(),
    );
    assert_eq!(series.days.iter().map(|d| d.offset).collect::<Vec<_>>(), [0, 4, 5]);
    assert_eq!(series.missing, [Gap { offset: 1, length: 3 }]);
    assert_eq!(series.date_at(3).unwrap().to_string(), "2023-01-01T00:00");
    assert_eq!(
        (series.length(), series.day_at(4).map(|d| d.date.day), series.day_at(3)),
        (6, Some(2), None)
    );
}

#[test]
fn the_first_day_of_the_series_has_a_figure_of_the_chosen_origin() {
    let split = [
        "confirmed 1 2022-09-20 甲市 item=轻型",
        "confirmed 2 2022-09-20 甲市 item=重型",
        "confirmed 3 2022-09-27 甲市",
    ];
    let series = series(&[("2022-09-28", CITY, &split)], &DayChoice::default());
    assert_eq!((series.days[0].offset, series.length()), (0, 1));
    assert_eq!(series.date_at(0).unwrap().to_string(), "2022-09-27T00:00");
}

#[test]
fn the_last_day_of_a_year_is_followed_by_the_first_of_the_next() {
    check(
        &[
            (
                "2023-01-01",
                CITY,
                &["confirmed 5 2022-12-31 甲市", "confirmed 1 2023-01-01/12 甲市"],
            ),
            ("2022-12-31", CITY, &["confirmed 4 2022-12-30 甲市"]),
        ],
        &["12-30 confirmed 4", "12-31 confirmed 5", "1-1 confirmed 1@0-12"],
    );
    let yearless: Briefings = &[("--01-01", CITY, &["confirmed 5 --12-31 甲市", "confirmed 1 --01-01/12 甲市"])];
    check(yearless, &["12-31 confirmed 5", "1-1 confirmed 1@0-12"]);
    let series = series(yearless, &DayChoice::default());
    assert_eq!((series.missing.len(), series.days[0].date.year), (0, None));
}

#[test]
fn a_day_without_year_is_marked_among_days_with_one() {
    check(
        &[
            ("2022-09-28", CITY, &["confirmed 5 2022-09-27 甲市"]),
            ("--09-29", CITY, &["confirmed 4 --09-28 甲市"]),
        ],
        &["9-27 confirmed 5", "9-28? confirmed 4"],
    );
}

/// Means of ten days with one confirmed case more each day; `change` replaces one day's fact.
#[track_caller]
fn check_mean(change: Option<(i64, &str)>, expected: &[(i64, f64)]) {
    let lines: Vec<String> = (0..10)
        .filter_map(|day| match change {
            Some((changed, line)) if changed == day => (!line.is_empty()).then(|| line.to_owned()),
            _ => Some(format!("confirmed {day} 2022-09-{:02} 甲市", day + 1)),
        })
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let series = series(&[("2022-09-12", CITY, &lines)], &DayChoice::default());
    let found: Vec<(i64, f64)> = series.mean.iter().map(|m| (m.offset, m.value)).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_mean_trails_over_seven_full_days() {
    check_mean(None, &[(6, 3.0), (7, 4.0), (8, 5.0), (9, 6.0)]);
    check_mean(Some((9, "confirmed 3 2022-09-10/14 甲市")), &[(6, 3.0), (7, 4.0), (8, 5.0)]);
    check_mean(Some((1, "")), &[(8, 5.0), (9, 6.0)]);
    check_mean(Some((4, "")), &[]);
    check_mean(Some((0, "confirmed 7 2022-09-01 甲市")), &[(6, 4.0), (7, 4.0), (8, 5.0), (9, 6.0)]);
}

#[test]
fn no_mean_is_taken_over_several_places() {
    let of = |place: &str| -> Vec<Fact> {
        (1..=8)
            .map(|day| case(day, &format!("confirmed 1 2022-09-{day:02} {place}")))
            .collect()
    };
    let (here, there) = (of("甲市"), of("乙市"));
    let reported = [
        briefing(1, "2022-09-09", CITY, &here),
        briefing(2, "2022-09-09", Some("乙市"), &there),
    ];
    assert_eq!(days(&reported, &DayChoice::default()).mean, []);
    assert_eq!(days(&reported[..1], &DayChoice::default()).mean.len(), 2);
}

#[test]
fn no_briefing_makes_an_empty_series() {
    let series = series(&[], &DayChoice::default());
    assert_eq!((series.length(), series.days.len(), series.missing.len()), (0, 0, 0));
}

#[test]
fn a_far_date_costs_no_days_between() {
    let series = series(
        &[("2022-09-28", CITY, &["confirmed 5 1022-09-27 甲市", "confirmed 5 2022-09-27 甲市"])],
        &DayChoice::default(),
    );
    assert_eq!((series.days.len(), series.missing.len()), (2, 1));
}
