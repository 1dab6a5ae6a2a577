//! What is a part of what was counted before it, and what only follows it.

use super::{DAY, check, read_parts};

/// Each fact as `number kind`, with the index of its whole behind it.
#[track_caller]
fn check_parts(source: &str, expected: &[&str]) {
    assert_eq!(read_parts(source), expected, "{source}");
}

#[test]
fn parts_of_both_classes_by_how_they_were_found() {
    let both = |number: &str| format!("{number} cases infected new local {DAY}");
    check(
        "5月3日0—24时，新增本土确诊病例8例、本土无症状感染者54例，其中50例在隔离管控中发现，8例在重点人群筛查中发现，4例为主动就诊发现。",
        &[
            &format!("8例 cases confirmed new local {DAY}"),
            &format!("54例 cases asymptomatic new local {DAY}"),
            &both("50例"),
            &both("8例"),
            &both("4例"),
        ],
    );
}

#[test]
fn what_follows_a_sum_that_was_cut_whole_is_none_of_its_parts() {
    check_parts(
        "接收捐赠款物2460万元，其中资金1500万元、物资价值960万元，已拨付1320万元，发放防护服2.3万套。",
        &["2460万 money", "1500万 money <0", "960万 money <0", "1320万 money", "2.3万 supply"],
    );
    check_parts(
        "发放物资83万件，其中口罩50万件，防护服3万件。",
        &["83万 supply", "50万 supply <0", "3万 supply <0"],
    );
    // Counted by another unit, and of another kind.
    check_parts("捐赠款物2460万元，其中口罩18万只。", &["2460万 money", "18万 supply"]);
}

#[test]
fn batches_of_those_sent() {
    check(
        "派出两批共312名医务人员，其中首批186人负责方舱医院；第二批126人进驻体育馆。",
        &[
            "2批 personnel 医务人员",
            "312名 personnel 医务人员",
            "186人 personnel 医务人员",
            "126人 personnel 医务人员",
        ],
    );
}

#[test]
fn teams_with_those_who_are_in_them() {
    check(
        "党员志愿服务队12支360余人走村入户。",
        &["12支 personnel 党员志愿服务队", "360人 over personnel 党员志愿服务队"],
    );
    // Households are no teams.
    check("涉及居民42户120人。", &["42户 other 居民", "120人 other 居民"]);
}

#[test]
fn the_dead_by_sex_without_a_unit() {
    check(
        "5月3日，本港新增246名确诊病人离世，当中包括140男106女，192人为院友。",
        &[
            "246名 cases dead new @香港 2022-05-03/2022-05-04",
            "140 cases dead new 男 @香港 2022-05-03/2022-05-04",
            "106 cases dead new 女 @香港 2022-05-03/2022-05-04",
            "192人 cases dead new @香港 2022-05-03/2022-05-04",
        ],
    );
}
