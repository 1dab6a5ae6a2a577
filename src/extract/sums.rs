//! Parts whose sum tells of what they are parts: 确诊8例、无症状229例,其中甲区186例… that add up to 237 are of both classes.
//!
//! In: all drafts in text order. Out: parts of the two counts before them, if they add up to both and not to one, with the class that
//! takes in both. Always: parts that do not add up stay as they were read; nothing but their class changes.

use super::walk::Draft;
use crate::model::{Amount, Kind, Metric};

pub fn settle(drafts: &mut [Draft]) {
    let mut at = 0;
    while at < drafts.len() {
        let Some(whole) = drafts[at].whole else {
            at += 1;
            continue;
        };
        let end = at + drafts[at..].iter().take_while(|draft| draft.whole == Some(whole)).count();
        if are_of_both(drafts, whole, at..end) {
            for part in &mut drafts[at..end] {
                part.fact.metric = Some(Metric::Infected);
                part.fact.rule = "cases.sum_of_both".into();
            }
        }
        at = end;
    }
}

fn are_of_both(drafts: &[Draft], whole: usize, parts: std::ops::Range<usize>) -> bool {
    let Some(first) = whole.checked_sub(1).map(|i| &drafts[i]) else {
        return false;
    };
    let second = &drafts[whole];
    let classes = [first.fact.metric, second.fact.metric];
    let are_two = classes == [Some(Metric::Confirmed), Some(Metric::Asymptomatic)]
        || classes == [Some(Metric::Asymptomatic), Some(Metric::Confirmed)];
    let are_listed = first.whole.is_none()
        && first.sentence == second.sentence
        && (first.fact.kind, first.fact.measure, first.fact.window) == (Kind::Cases, second.fact.measure, second.fact.window);
    let carry_class = drafts[parts.clone()]
        .iter()
        .all(|part| part.fact.metric == second.fact.metric && part.fact.kind == Kind::Cases);
    if !(are_two && are_listed && carry_class && parts.len() > 1) {
        return false;
    }
    let value = |draft: &Draft| draft.fact.quantity.value;
    let sum = drafts[parts]
        .iter()
        .try_fold(Amount::ZERO, |sum, part| sum.checked_add(value(part)?));
    let both = value(first).zip(value(second)).and_then(|(a, b)| a.checked_add(b));
    sum.is_some() && sum == both && sum != value(second)
}
