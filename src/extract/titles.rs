//! Classes of counts that a headline leaves out: 湖南新增78例 is what the text below it says of these 78.
//!
//! In: all drafts and the parts of the text. Out: the drafts of titles with the class of the first count below that has the same
//! value and measure. Always: one class for all the counts of a title that name none; where the text tells none, nothing changes.

use super::page::Part;
use super::walk::{Draft, UNCLASSED};
use crate::model::{Kind, Metric, SectionKind};

pub fn name_classes(drafts: &mut [Draft], parts: &[Part]) {
    let mut from = 0;
    for title in parts.iter().filter(|part| part.section.kind == SectionKind::Title) {
        from += drafts[from..]
            .iter()
            .take_while(|d| d.fact.span.start < title.section.span.start)
            .count();
        let to = from
            + drafts[from..]
                .iter()
                .take_while(|d| d.fact.span.start < title.section.span.end)
                .count();
        if let Some(metric) = class_below(drafts, from, to) {
            for draft in drafts[from..to].iter_mut().filter(|draft| draft.fact.rule == UNCLASSED) {
                draft.fact.metric = Some(metric);
                draft.fact.rule = "cases.named_below".into();
            }
        }
        from = to;
    }
    repeat_classes(drafts);
}

/// 【#四川新增23例累计344例#】2月6日…新增确诊病例23例: a count without a class that the text repeats with one.
fn repeat_classes(drafts: &mut [Draft]) {
    for at in 0..drafts.len() {
        if drafts[at].fact.rule != UNCLASSED || drafts[at].whole.is_some() {
            continue;
        }
        if let Some(metric) = class_below(drafts, at, at + 1) {
            drafts[at].fact.metric = Some(metric);
            drafts[at].fact.rule = "cases.named_below".into();
        }
    }
}

/// How far below its title a text repeats the figure.
const REACH_DRAFTS: usize = 60;

fn class_below(drafts: &[Draft], from: usize, to: usize) -> Option<Metric> {
    let body = &drafts[to..(to + REACH_DRAFTS).min(drafts.len())];
    let unclassed = drafts[from..to].iter().filter(|draft| draft.fact.rule == UNCLASSED);
    let same = |a: &Draft, b: &Draft| {
        (a.fact.quantity.value, a.fact.measure) == (b.fact.quantity.value, b.fact.measure) && b.fact.kind == Kind::Cases
    };
    unclassed
        .filter_map(|title| {
            body.iter()
                .find(|below| same(title, below) && below.fact.rule != UNCLASSED)?
                .fact
                .metric
        })
        .find(|metric| matches!(metric, Metric::Confirmed | Metric::Asymptomatic | Metric::Suspected))
}
