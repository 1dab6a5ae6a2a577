//! Parts whose sum tells of what they are parts: 确诊8例、无症状229例,其中甲区186例… that add up to 237 are of both classes.
//!
//! In: all drafts in text order. Out: parts of the two counts before them, if they add up to both and not to one, with the class that
//! takes in both; parts of a second cut of the same whole with the class of that. Pairs (52+741) become parts of
//! the counts of both classes that they add up to. Always: parts that do not add up stay as they were read; nothing but their class and
//! their whole changes.

use std::ops::Range;

use super::walk::Draft;
use crate::model::{Amount, Kind, Metric};

pub fn settle(drafts: &mut [Draft]) {
    for at in 0..drafts.len() {
        name_cut_into_classes(drafts, at);
    }
    let mut at = 0;
    while at < drafts.len() {
        let Some(whole) = drafts[at].whole else {
            at += 1;
            continue;
        };
        let end = at + drafts[at..].iter().take_while(|draft| draft.whole == Some(whole)).count();
        cut_again(drafts, whole, at..end);
        if are_of_both(drafts, whole, at..end) {
            for part in &mut drafts[at..end] {
                part.fact.metric = Some(Metric::Infected);
                part.fact.rule = "cases.sum_of_both".into();
            }
        }
        at = end;
    }
    let mut from = 0;
    while from < drafts.len() {
        let sentence = drafts[from].sentence;
        let end = from + drafts[from..].iter().take_while(|draft| draft.sentence == sentence).count();
        for class in [Metric::Confirmed, Metric::Asymptomatic] {
            tie_pairs(drafts, from..end, class);
        }
        from = end;
    }
}

/// 甲区报告9例(2例确诊病例、7例无症状感染者): a count whose class was carried, and whose two parts are of both, is of neither.
fn name_cut_into_classes(drafts: &mut [Draft], at: usize) {
    let [whole, first, second, ..] = &drafts[at..] else {
        return;
    };
    let are_own = first.whole == Some(at) && second.whole == Some(at) && drafts.get(at + 3).is_none_or(|next| next.whole != Some(at));
    let classes = [first.fact.metric, second.fact.metric];
    let are_both = classes == [Some(Metric::Confirmed), Some(Metric::Asymptomatic)]
        || classes == [Some(Metric::Asymptomatic), Some(Metric::Confirmed)];
    let values = [first, second].map(|part| part.fact.quantity.value);
    let sum = values[0].zip(values[1]).and_then(|(first, second)| first.checked_add(second));
    let is_carried = whole.fact.kind == Kind::Cases && whole.fact.rule == CARRIED;
    if is_carried && are_own && are_both && sum.is_some() && sum == whole.fact.quantity.value {
        drafts[at].fact.metric = Some(Metric::Infected);
        drafts[at].fact.rule = "cases.sum_of_both".into();
    }
}

/// Rule of a count that is one of a pair joined by a plus.
const PAIRED: &str = "cases.class_in_sum";

/// 确诊297例、无症状3877例,甲区52+741、乙区245+3136: of each pair the confirmed are parts of the one count, the others of the other, where
/// they add up to it.
fn tie_pairs(drafts: &mut [Draft], sentence: Range<usize>, class: Metric) {
    let is_paired = |draft: &Draft| draft.fact.rule == PAIRED && draft.fact.metric == Some(class) && draft.whole.is_none();
    let Some(first) = sentence.clone().find(|at| is_paired(&drafts[*at])) else {
        return;
    };
    let parts: Vec<usize> = (first..sentence.end).filter(|at| is_paired(&drafts[*at])).collect();
    let sum = parts
        .iter()
        .try_fold(Amount::ZERO, |sum, at| sum.checked_add(drafts[*at].fact.quantity.value?));
    let is_whole = |at: &usize| {
        let draft = &drafts[*at];
        draft.fact.metric == Some(class) && draft.whole.is_none() && sum.is_some() && draft.fact.quantity.value == sum
    };
    let whole = (sentence.start..first).rev().find(is_whole);
    if whole.is_some() && parts.len() > 1 {
        parts.into_iter().for_each(|at| drafts[at].whole = whole);
    }
}

/// 198例,其中确诊14例、无症状184例;按区域分,甲区121例…: once the parts add up to the whole, the next cut begins with its class.
fn cut_again(drafts: &mut [Draft], whole: usize, parts: Range<usize>) {
    let (total, class) = (drafts[whole].fact.quantity.value, drafts[whole].fact.metric);
    let (mut sum, mut cuts) = (Some(Amount::ZERO), 0);
    let mut carried = None;
    for part in &mut drafts[parts] {
        if cuts > 0 && part.fact.rule == CARRIED && part.fact.metric == carried {
            part.fact.metric = class;
            part.fact.rule = "cases.cut_again".into();
        }
        sum = sum.zip(part.fact.quantity.value).and_then(|(sum, value)| sum.checked_add(value));
        if sum.is_some() && sum == total {
            (sum, cuts, carried) = (Some(Amount::ZERO), cuts + 1, part.fact.metric.filter(|_| cuts == 0).or(carried));
        }
    }
}

/// Rule of a count whose class was named before it.
const CARRIED: &str = "cases.carried";

fn are_of_both(drafts: &[Draft], whole: usize, parts: Range<usize>) -> bool {
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
