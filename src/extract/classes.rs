//! Which class a count is of, where the clause before it, the clause after it or what cuts it says so.
//!
//! In: a count's surroundings. Out: a class, with the measure and the origin that the same words tell. Always: the words stand in the count's own sentence.

use std::ops::Range;

use super::any_of::any_of;
use super::lexicon::Role;
use super::page::{Around, is_clause_end, is_sentence_end};
use super::walk::Walker;
use crate::model::{Fact, Measure, Metric, Origin};

/// What a clause says of those whom the next one counts.
pub(super) struct Subject {
    pub metric: Metric,
    pub measure: Option<Measure>,
    pub origin: Option<Origin>,
}

/// How many tokens after a count may name the classes that it is cut into.
const MAX_CLASS_TOKENS_BOTH: usize = 20;

impl Walker<'_> {
    /// 新增之死亡个案,为24例男性、18例女性: the class and the measure that the clause before ends with, where it counts nothing.
    pub(super) fn class_of_subject(&self, around: &Around, bounds: &Range<usize>) -> Option<Subject> {
        let page = self.page;
        let left = page.slice(around.left_start, around.left_end).trim();
        let mark = around.left.start.checked_sub(1).filter(|mark| *mark > bounds.start)?;
        page.punct(mark)
            .filter(|c| matches!(c, '，' | ',') && any_of!["为", "系", "是"].is(left))?;
        let clause = self.clause_tokens(mark, bounds).start..mark;
        if clause.clone().any(|i| page.figure(i).is_some()) {
            return None;
        }
        let (last, noun) = page.words_in(clause.clone()).next_back()?;
        let ends = page.span(last).end == page.span(mark).start;
        let words = || page.words_in(clause.clone()).map(|(_, word)| word);
        // 新增之本土病例: who is ill.
        let named = words().filter_map(|word| word.metric).next_back();
        let metric = named.or(noun.is(Role::CaseNoun).then_some(Metric::Confirmed)).filter(|_| ends)?;
        Some(Subject {
            metric,
            measure: words().find_map(|word| word.measure),
            origin: words().find_map(|word| word.origin),
        })
    }

    /// 新增病例60例,包括确诊病例39例和无症状感染者21例: what is cut into both classes is of neither.
    pub(super) fn counts_both_classes(&self, around: &Around) -> bool {
        let page = self.page;
        let next = around.right.end;
        let rest = page.slice(around.right_end, page.text.len());
        if !any_of!["，包括", ",包括", "，其中", ",其中", "，含", "（", "("].starts(rest) {
            return false;
        }
        let mut classes = (next + 1..next + MAX_CLASS_TOKENS_BOTH)
            .take_while(|i| page.punct(*i).is_none_or(|c| !is_sentence_end(c) && !matches!(c, '；' | ';')))
            // 确诊51例(普通型16例、轻型35例),无症状4例: how ill they are is no class.
            .filter_map(|i| page.word(i).filter(|word| !word.is(Role::Severity))?.metric);
        let first = classes.next();
        let both = [first, classes.next()];
        both == [Some(Metric::Confirmed), Some(Metric::Asymptomatic)] || both == [Some(Metric::Asymptomatic), Some(Metric::Confirmed)]
    }

    /// 新增感染者1例,为无症状感染者: the clause after it names the class.
    pub(super) fn refine_by_next_clause(&self, fact: &mut Fact, around: &Around) {
        if fact.metric != Some(Metric::Infected) {
            return;
        }
        let page = self.page;
        let mut next = around.right.end;
        if !matches!(page.punct(next), Some('，' | ','))
            || page.slice(around.right_start, page.span(next).start as usize).chars().count() > 12
        {
            return;
        }
        next += 1;
        let clause_start = page.span(next - 1).end as usize;
        let mut end = next;
        while page.token(end).is_some() && !page.punct(end).is_some_and(is_clause_end) && end < next + 8 {
            if page.figure(end).is_some() {
                return;
            }
            end += 1;
        }
        let text = page.slice(clause_start, page.span(end).start as usize);
        let says = any_of!["为", "均为", "系", "均系", "都是", "是", "全部为", "皆为", "属"].starts(text.trim_start());
        // 均为轻型或无症状: some are, and some are not.
        let says = says && !page.has(next..end, Role::Severity);
        if says && let Some(metric) = page.words_in(next..end).find_map(|(_, w)| w.metric) {
            fact.metric = Some(metric);
            fact.rule = "cases.named_by_next_clause".into();
        }
    }
}
