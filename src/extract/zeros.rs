//! Stated zeros: 无新增确诊病例, 无重症、危重症, 没有新增.
//!
//! In: the tokens of a text and its drafts. Out: one zero fact per class that the words name, on the negating word.
//! Always: bare 没有 and 无病例的 give none (guide, decision 2); a class counts only where it follows the negation at once.

use std::ops::Range;

use super::any_of::any_of;
use super::lexicon::Role;
use super::page::{Page, REACH_TOKENS};
use super::telling;
use crate::model::{Measure, Metric, Origin, Span};

/// A negated count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zero {
    pub span: Span,
    pub end: usize,
    pub metric: Metric,
    pub measure: Measure,
    pub origin: Option<Origin>,
}

/// Most characters that may stand unread between the negation and a class: 新冠肺炎.
const MAX_GAP_CHARS: usize = 12;

/// 新增无症状感染者无。 The negation right behind a class, at the end of its clause.
fn behind_class(page: &Page, index: usize, bounds: &Range<usize>) -> Option<Zero> {
    let span = page.span(index);
    // 死亡病例：无。
    let colon = index.checked_sub(1).filter(|mark| matches!(page.punct(*mark), Some('：' | ':')));
    let end = colon.map_or(span.start, |mark| page.span(mark).start);
    let before = colon.unwrap_or(index).checked_sub(1).filter(|before| *before >= bounds.start)?;
    let metric = page.word(before).filter(|_| page.span(before).end == end)?.metric?;
    let rest = page.slice(span.end as usize, page.text.len());
    let ends = rest.is_empty() || rest.starts_with(['，', ',', '。', '；', ';', '\n']);
    let (from, _) = page.clause_of(index, bounds);
    let reach = bounds.start.max(index.saturating_sub(REACH_TOKENS))..index;
    let clause = || page.words_in(reach.clone()).filter(|(i, _)| page.span(*i).start as usize >= from);
    let is_new = clause().any(|(_, word)| word.measure == Some(Measure::New));
    let is_nought = matches!(span.of(page.text), "无" | "均无") && ends;
    // 其中重型无: none is so gravely ill now.
    let is_grave = matches!(metric, Metric::Severe | Metric::Critical);
    let is_of_day = is_nought && (is_new || colon.is_some());
    (is_of_day || (is_nought && is_grave)).then(|| Zero {
        span,
        end: span.end as usize,
        metric,
        measure: if is_of_day { Measure::New } else { Measure::Current },
        origin: clause().find_map(|(_, word)| word.origin),
    })
}

/// The classes that a negation names, and what is said of them.
struct Negated {
    metrics: Vec<Metric>,
    origin: Option<Origin>,
    is_new: bool,
    is_now: bool,
    /// Byte behind the last class.
    end: usize,
}

/// What a word behind a negation is to it.
enum Step {
    /// It belongs to what is negated.
    Read,
    /// It joins one class to the next.
    Joint,
    Over,
}

impl Negated {
    /// Reads the classes that follow the negation at a token.
    fn read(page: &Page, index: usize, bounds: &Range<usize>) -> Self {
        let mut read_to = page.span(index).end as usize;
        let mut negated = Self {
            metrics: Vec::new(),
            origin: None,
            is_new: false,
            is_now: false,
            end: read_to,
        };
        // 无新型冠状病毒感染的肺炎新增确诊病例.
        let rest = &page.text[read_to..];
        read_to += rest.len() - telling::without_disease(rest).len();
        for next in index + 1..bounds.end {
            let token = page.span(next);
            if (token.start as usize) < read_to {
                continue;
            }
            let gap = page.slice(read_to, token.start as usize);
            // 无新增无症状感染者 治愈出院39例: past a blank another thing is told.
            let is_apart = !negated.metrics.is_empty() && gap.contains(char::is_whitespace);
            if is_apart || gap.chars().count() > MAX_GAP_CHARS || gap.contains('的') {
                break;
            }
            match negated.step(page, next) {
                Step::Read | Step::Joint => read_to = token.end as usize,
                Step::Over => break,
            }
        }
        negated
    }

    fn step(&mut self, page: &Page, index: usize) -> Step {
        if let Some(mark) = page.punct(index) {
            let goes_on = mark == '、' && !self.metrics.is_empty();
            return if goes_on { Step::Joint } else { Step::Over };
        }
        let Some(word) = page.word(index) else { return Step::Over };
        let span = page.span(index);
        // 没有新增确诊病例或疑似病例.
        if !self.metrics.is_empty() && matches!(span.of(page.text), "或" | "和" | "及") {
            return Step::Joint;
        }
        if word.measure == Some(Measure::New) {
            self.is_new = true;
        } else if word.origin.is_some() {
            self.origin = word.origin;
        } else if let Some(metric) = word.metric {
            self.metrics.push(metric);
            self.end = span.end as usize;
        } else if word.measure == Some(Measure::Current) && self.metrics.is_empty() {
            // 无现有疑似病例.
            self.is_now = true;
        } else if word.is(Role::CaseNoun) && self.is_new && self.metrics.is_empty() {
            self.metrics.push(Metric::Confirmed);
            self.end = span.end as usize;
        } else if !(word.is(Role::Report) || word.is(Role::CaseNoun) || word.is(Role::Place) || word.is(Role::Plain)) {
            return Step::Over;
        }
        Step::Read
    }
}

/// The zeros that the negation at a token states.
pub fn at(page: &Page, index: usize, bounds: &Range<usize>) -> Vec<Zero> {
    if let Some(zero) = behind_class(page, index, bounds) {
        return vec![zero];
    }
    let span = page.span(index);
    let Negated {
        mut metrics,
        origin,
        mut is_new,
        mut is_now,
        end,
    } = Negated::read(page, index, bounds);
    // 未发现新增阳性样本: tubes, no persons.
    if any_of!["样本", "标本", "管"].starts(&page.text[end..]) {
        metrics.retain(|metric| *metric != Metric::Infected);
        is_new &= !metrics.is_empty();
    }
    // 核酸尚未转阴: no count of those who left.
    if span.of(page.text).ends_with('未') {
        metrics.retain(|metric| *metric != Metric::Discharged);
        is_new &= !metrics.is_empty();
    }
    // 目前我区无确诊和疑似病例: who is ill is named class by class.
    let are_named = metrics.len() > 1 && metrics.contains(&Metric::Suspected);
    is_now |= are_named && page.slice(end, page.text.len()).starts_with(['，', ',', '。', '；', ';', '\n']);
    // 现无疑似病例, 目前无疑似病例.
    let now = page.before(span.start as usize);
    is_now |= metrics.contains(&Metric::Suspected) && any_of!["现", "目前", "当前", "现在"].ends(now);
    metrics.dedup();
    let grave = |m: &Metric| matches!(m, Metric::Severe | Metric::Critical | Metric::Dead | Metric::Discharged);
    if !(is_new || is_now) {
        metrics.retain(grave);
    }
    let only_grave_head = metrics.iter().any(grave) || is_new || is_now;
    if !only_grave_head {
        return Vec::new();
    }
    metrics
        .into_iter()
        .map(|metric| Zero {
            span,
            end,
            metric,
            measure: match (is_new, metric) {
                (true, _) => Measure::New,
                // Nobody is dead or discharged for the time being.
                (false, Metric::Dead | Metric::Discharged) => Measure::Cumulative,
                (false, _) => Measure::Current,
            },
            origin,
        })
        .collect()
}
