//! What the words on either side of a case figure say, word by word, before any rule weighs it.
//!
//! In: a figure's surroundings, the frame and the whole that it is a part of. Out: [`Telling`], which the rooms of class, measure and origin
//! read. Always: only what touches the number is told of it; what is denied, or is said of the next count, is not.

use std::ops::Range;

use super::any_of::any_of;
use super::frame::{Breakdown, Frame};
use super::lexicon::{Role, Word};
use super::page::{Around, Page, REACH_TOKENS};
use super::phrases;
use crate::model::{Measure, Metric, Origin};

/// What the words of one side say.
pub(super) struct Said {
    pub metric: Option<Metric>,
    pub measure: Option<Measure>,
    pub origin: Option<Origin>,
    /// Sign of 减少 and 增加.
    pub change: Option<bool>,
    /// 共, 合计: a total, of the day where a day is in force.
    pub is_total: bool,
    pub is_severity: bool,
    pub is_converted: bool,
    pub is_released: bool,
    pub in_hospital: bool,
}

fn said<'a>(words: impl Iterator<Item = (usize, &'a Word)>) -> Said {
    let mut said = Said {
        metric: None,
        measure: None,
        origin: None,
        change: None,
        is_total: false,
        is_severity: false,
        is_converted: false,
        is_released: false,
        in_hospital: false,
    };
    for (_, word) in words {
        // 治愈出院确诊病例: what became of them, not what they were.
        let what_became = matches!(said.metric, Some(Metric::Discharged | Metric::Dead))
            && matches!(word.metric, Some(Metric::Confirmed | Metric::Infected | Metric::Asymptomatic));
        if word.metric.is_some() && !what_became {
            said.metric = word.metric;
            said.is_severity = false;
        }
        if word.measure.is_some() {
            said.measure = word.measure;
            said.in_hospital |= word.measure == Some(Measure::Current);
        } else if word.is(Role::Cumulative) {
            said.is_total = true;
        }
        if word.origin.is_some() {
            said.origin = word.origin;
        }
        if word.change.is_some() {
            said.change = word.change;
        }
        if word.is(Role::Severity) {
            said.is_severity = true;
            said.metric = Some(Metric::Confirmed);
        }
        said.is_converted |= word.is(Role::Converted);
        said.is_released |= word.is(Role::Release);
    }
    said
}

/// 3例|本土、1例境外输入无症状感染者转归为确诊病例: nothing but an origin, and the class stands behind the next number. What its words say there.
fn told_of_next<'a>(page: &'a Page<'a>, around: &Around, right: &str) -> Option<(Said, &'a str)> {
    let (index, word) = page.words_in(around.right.clone()).next()?;
    let mark = around.right.end;
    let is_origin_alone = word.origin.is_some() && page.span(index).of(page.text) == right.trim();
    page.figure(mark + 1)
        .filter(|_| is_origin_alone && matches!(page.punct(mark), Some('、')))?;
    let next = page.around(mark + 1, &(mark + 1..mark + 1 + REACH_TOKENS));
    let (own, _) = page.words_in(next.right.clone()).next().filter(|(_, word)| word.origin.is_some())?;
    let mut told = said(page.words_in(next.right.clone()));
    told.origin = word.origin;
    Some((told, page.slice(page.span(own).end as usize, next.right_end)))
}

/// 在院的1815例|里重型12例: what stands behind 里 or 中 is of the next count.
fn is_cut_into_next(right: &str) -> bool {
    let is_word = any_of![
        "中型", "中度", "中国", "中老", "中小", "中学", "中年", "中心", "中风", "中央", "中职", "中专"
    ]
    .starts(right);
    any_of!["里", "当中", "之中", "中"].starts(right) && !is_word
}

/// How far after its number a class may stand, the disease's name not counted.
const MAX_GAP_BYTES: usize = 24;

/// The text without the name of the disease at its beginning.
pub(super) fn without_disease(text: &str) -> &str {
    let name = phrases::DISEASE_NAMES.at_start(text);
    &text[name.map_or(0, str::len)..]
}

/// 无新增境外输入病例 |治愈出院39例: where the words of a count begin past a nought that a blank parts from it, as headlines do.
fn past_nought(page: &Page, around: &Around) -> usize {
    let left = page.slice(around.left_start, around.left_end);
    let blank = left.trim_end().rfind(char::is_whitespace).map(|at| around.left_start + at);
    let denies = |blank: &usize| {
        let mut words = page.words_in(around.left.clone());
        words.any(|(index, word)| word.is(Role::None) && (page.span(index).end as usize) <= *blank)
    };
    blank.filter(denies).unwrap_or(around.left_start)
}

/// A case figure and all that bears on its slots.
pub(super) struct Telling<'a> {
    pub page: &'a Page<'a>,
    pub around: &'a Around,
    /// Tokens of its clause.
    pub clause: Range<usize>,
    pub frame: &'a Frame,
    /// The count of which it is a part.
    pub whole: Option<&'a Breakdown>,
    pub left: Said,
    pub right: Said,
    pub left_text: &'a str,
    pub right_text: &'a str,
}

impl<'a> Telling<'a> {
    pub fn read(page: &'a Page<'a>, around: &'a Around, clause: Range<usize>, frame: &'a Frame, whole: Option<&'a Breakdown>) -> Self {
        let from = past_nought(page, around);
        let left = said(
            page.words_in(around.left.clone())
                .filter(|(index, _)| page.span(*index).start as usize >= from),
        );
        let left_text = page.slice(from, around.left_end);
        let right_text = page.slice(around.right_start, around.right_end);
        let right_start = around.right.start;
        // 4例和无症状感染者51例: what follows 和 is the next count.
        let joins_next = right_text.starts_with(['和', '及', '与', '、']) || is_cut_into_next(right_text);
        // 新增85例 死亡添41人: past the blank another count begins.
        // 新增出院10例 无新增死亡: past the blank nought is told.
        let is_nought = || left.metric.is_some() && page.word(right_start).is_some_and(|word| word.is(Role::None));
        let is_of_next = right_text.starts_with([' ', '\u{3000}']) && (page.figure(around.right.end).is_some() || is_nought());
        // Only what directly follows the unit names what is counted.
        let adjoining = !joins_next && !is_of_next && !around.right.is_empty() && {
            let gap = page.slice(around.right_start, page.span(right_start).start as usize);
            without_disease(gap).len() <= MAX_GAP_BYTES
        };
        // 2例重症患者核酸尚未转阴: what is denied is no class.
        let affirmed = page
            .words_in(if adjoining { around.right.clone() } else { 0..0 })
            .take_while(|(_, word)| !word.is(Role::None));
        let right = said(affirmed);
        let (right, right_text) = told_of_next(page, around, right_text).unwrap_or((right, right_text));
        Self {
            page,
            around,
            clause,
            frame,
            whole,
            left,
            right,
            left_text,
            right_text,
        }
    }

    /// The class of the whole.
    pub fn class_of_whole(&self) -> Option<Metric> {
        self.whole.and_then(|whole| whole.metric)
    }

    /// Whether a word near the number says the role.
    pub fn has(&self, role: Role) -> bool {
        self.page.has(self.around.left.clone(), role) || self.page.has(self.around.right.clone(), role)
    }
}
