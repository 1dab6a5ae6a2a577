//! Which count before it a figure, or a list of figures, is of.
//!
//! In: the drafts so far and the words around a figure, a colon, a semicolon, 中 or 分别. Out: the index of the draft that is the whole.
//! Always: the whole was stated before its parts, counts persons, and is not smaller than a part where both have values.

use super::any_of::any_of;
use std::ops::Range;

use super::cases::CaseSlots;
use super::lexer::Tok;
use super::lexicon::{Role, Word};
use super::page::{Around, REACH_TOKENS, is_clause_end};
use super::phrases;
use super::walk::{Draft, MAX_TURN_TOKENS, REACH_DRAFTS, UNCLASSED, Walker};
use crate::model::{Amount, Fact, Kind, Measure, Metric, Origin};

/// How many tokens may name a part before its number.
const MAX_PART_TOKENS: usize = 12;
/// How many tokens after a number may hold its class.
const MAX_CLASS_TOKENS: usize = 4;
/// How many parts of a whole may be described one after the other.
const MOST_DESCRIBED: usize = 8;
/// How far behind the whole's sentence its parts may be described.
const NEAR_BYTES: usize = 300;

/// Rule of a count that tells how some of those counted were found.
pub(super) const FOUND: &str = "cases.found";

/// Rule of a count that is told as a rank among others.
pub(super) const RANKED: &str = "cases.ranked";

/// 12例在风险人群排查中发现.
fn tells_how_found(right: &str) -> bool {
    any_of!["发现", "检出", "筛出", "查出"].ends(right.trim()) && any_of!["在", "因", "于", "经", "由"].within(right)
}

impl Walker<'_> {
    /// 558例:新城区151例、回民区2例: a list of names right after a count cuts it into parts.
    pub(super) fn whole_of_colon(&self, index: usize) -> Option<usize> {
        let last = self.drafts.len().checked_sub(1).filter(|last| *last >= self.sentence_drafts)?;
        let fact = &self.drafts[last].fact;
        let touches = self
            .page
            .slice(fact.quote.end as usize, self.page.span(index).start as usize)
            .trim()
            .is_empty();
        if fact.kind != Kind::Cases || !touches {
            return None;
        }
        let speaks_anew = |word: &Word| word.measure.is_some() || word.metric.is_some() || word.is(Role::CaseNoun);
        let figure = (index + 1..index + 1 + MAX_PART_TOKENS).find(|i| {
            self.page.figure(*i).is_some() || self.page.word(*i).is_some_and(speaks_anew) || self.page.punct(*i).is_some_and(is_clause_end)
        })?;
        let part = self.page.figure(figure)?;
        (figure > index + 1 && part.value < fact.quantity.value).then_some(last)
    }

    /// 其中甲市3例;乙市1例, 其中重型4人;60岁以上40人: the clause after a semicolon counts parts of the same whole, unless it names
    /// a measure, a class or a time of its own.
    pub(super) fn continues_list(&self, index: usize) -> bool {
        let whole = self.frame.breakdown().and_then(|b| b.whole).map(|whole| &self.drafts[whole].fact);
        let Some(whole) = whole.filter(|fact| fact.kind == Kind::Cases) else {
            return false;
        };
        // 甲区确诊4例、无症状38例;乙区确诊1例…: parts that each name both classes.
        let last = self
            .drafts
            .last()
            .filter(|last| last.whole.is_some() && last.fact.place != whole.place);
        let names_classes = last.is_some_and(|last| last.fact.metric != whole.metric)
            && whole.metric == Some(Metric::Infected)
            && self.page.word(index + 1).is_some_and(|word| word.is(Role::Place));
        if names_classes {
            return true;
        }
        for next in index + 1..index + 1 + MAX_PART_TOKENS {
            if let Some(figure) = self.page.figure(next) {
                let names_another = |word: &Word| word.metric.is_some_and(|metric| whole.metric != Some(metric)) || word.measure.is_some();
                let after = next + 1..next + 1 + MAX_CLASS_TOKENS;
                let clause = after
                    .clone()
                    .take_while(|i| !self.page.punct(*i).is_some_and(is_clause_end))
                    .count();
                let is_another = self
                    .page
                    .words_in(after.start..after.start + clause)
                    .any(|(_, word)| names_another(word));
                return figure.value <= whole.quantity.value && !is_another;
            }
            let speaks_anew = |word: &Word| {
                word.measure.is_some()
                    || word.metric.is_some()
                    || word.is(Role::CaseNoun)
                    || word.is(Role::Severity)
                    || word.is(Role::Cumulative)
                    || word.is(Role::UpTo)
                    || word.is(Role::Now)
                    || word.is(Role::None)
            };
            let ends = match self.page.token(next).map(|t| t.tok) {
                None | Some(Tok::Time(_)) => true,
                // 年龄最大88岁,最小7岁: a clause that counts nothing decides nothing.
                Some(Tok::Punct('；' | ';')) => return true,
                Some(Tok::Punct(c)) => is_clause_end(c) && !matches!(c, '，' | ','),
                Some(Tok::Word(_)) => self.page.word(next).is_some_and(speaks_anew),
                _ => false,
            };
            if ends {
                return false;
            }
        }
        false
    }

    /// 确诊15例、无症状24例,其中甲市分别为5例和9例: the last two counts, where they are of two classes and 其中 has been said.
    pub(super) fn two_classes(&self) -> Vec<usize> {
        let Some(whole) = self.frame.breakdown().filter(|b| b.by_word).and_then(|b| b.whole) else {
            return Vec::new();
        };
        let Some(first) = whole.checked_sub(1).filter(|first| *first >= self.sentence_drafts) else {
            return Vec::new();
        };
        let [a, b] = [first, whole].map(|i| &self.drafts[i]);
        // 无新增确诊病例,新增无症状26例,分别为:…: of nought there are no parts.
        let is_stated = a.fact.quantity.value.is_some_and(|value| value > Amount::ZERO);
        let is_of_cases = a.fact.kind == Kind::Cases && a.whole.is_none() && is_stated;
        let are_two = is_of_cases && a.fact.metric != b.fact.metric && a.fact.measure == b.fact.measure;
        if are_two { vec![whole, first] } else { Vec::new() }
    }

    /// 新增确诊3例、无症状42例,较前一日分别减少2例、17例: the classes of the sentence's last two counts, the first of them last.
    pub(super) fn last_two_classes(&self) -> Vec<Metric> {
        let of_cases = self.of_sentence().iter().rev().filter(|draft| draft.whole.is_none());
        let classes: Vec<Metric> = of_cases
            .take_while(|draft| draft.fact.kind == Kind::Cases)
            .filter_map(|draft| draft.fact.metric)
            .take(2)
            .collect();
        if let [second, first] = classes[..]
            && second != first
        {
            classes
        } else {
            Vec::new()
        }
    }

    /// 累计确诊病例中, 本土确诊病例中: the last count of a class, of the origin and by the measure that the clause names, or by any.
    pub(super) fn count_taken_up(&self, metric: Metric, origin: Option<Origin>, index: usize, bounds: &Range<usize>) -> Option<usize> {
        let clause = self.clause_tokens(index, bounds);
        let measure = self.page.words_in(clause).find_map(|(_, word)| word.measure);
        let from = self.drafts.len().saturating_sub(REACH_DRAFTS);
        let find = |origin: Option<Origin>, measure: Option<Measure>| {
            let is_of = |draft: &Draft| {
                let fact = &draft.fact;
                // 累计确诊236例,其中出院6例。出院病例中,…: a class of a whole is a count, a place's share of one is none.
                let is_class = draft.whole.is_none_or(|whole| self.drafts[whole].fact.metric != Some(metric));
                let is_count = fact.kind == Kind::Cases && fact.metric == Some(metric) && is_class;
                is_count && origin.is_none_or(|_| fact.origin == origin) && measure.is_none_or(|_| fact.measure == measure)
            };
            self.drafts[from..].iter().rposition(is_of).map(|at| from + at)
        };
        let found = find(origin, measure);
        // 累计确诊1010例,在院治疗423例。确诊病例中,甲市242例: of all, and not of those who are there.
        if let Some(at) = found.filter(|at| measure.is_none() && self.drafts[*at].fact.measure == Some(Measure::Current))
            && let Some(all) = find(origin, Some(Measure::Cumulative))
            && self.drafts[all].sentence == self.drafts[at].sentence
        {
            return Some(all);
        }
        if measure == Some(Measure::New) && metric == Metric::Infected {
            // 新增感染者中: never those of all so far.
            return found.or_else(|| find(None, measure));
        }
        found
            .or_else(|| find(origin, None))
            .or_else(|| find(None, measure))
            .or_else(|| find(None, None))
            .or_else(|| self.part_taken_up(metric))
    }

    /// 确诊53例,其中重症12例…。重症病例中,甲市8例: the largest part of the class is the one that its own parts are of.
    fn part_taken_up(&self, metric: Metric) -> Option<usize> {
        let from = self.drafts.len().saturating_sub(REACH_DRAFTS);
        let is_of = |at: &usize| self.drafts[*at].fact.kind == Kind::Cases && self.drafts[*at].fact.metric == Some(metric);
        (from..self.drafts.len())
            .filter(is_of)
            .max_by_key(|at| self.drafts[*at].fact.quantity.value)
    }

    /// 新增确诊病例158例、无症状感染者4710例。其中,甲区1872例: parts of both classes together, where the sentence names neither.
    pub(super) fn speaks_of_both_classes(&self, index: usize, bounds: &Range<usize>) -> bool {
        let names_class =
            |word: &Word| word.metric.is_some() || word.is(Role::Severity) || word.origin.is_some() || word.is(Role::CaseNoun);
        let rest = index + 1..bounds.end.min(index + REACH_TOKENS);
        self.counted_both_before() && !self.page.words_in(rest).any(|(_, word)| names_class(word))
    }

    /// Whether the sentence before counted new cases of both classes.
    fn counted_both_before(&self) -> bool {
        let counted = |metric: Metric| {
            let before = self.previous_drafts..self.sentence_drafts;
            before
                .filter(|i| self.drafts[*i].whole.is_none() && self.drafts[*i].fact.kind == Kind::Cases)
                .any(|i| self.drafts[i].fact.metric == Some(metric) && self.drafts[i].fact.measure == Some(Measure::New))
        };
        counted(Metric::Confirmed) && counted(Metric::Asymptomatic)
    }

    /// 29例,均在北仑区,其中…: where all of a count are, told between it and its parts.
    pub(super) fn place_told_after(&self, whole: usize, part: usize) -> Option<Box<str>> {
        let page = self.page;
        let from = self.drafts[whole].fact.quote.end as usize;
        let between = page.slice(from, page.span(part).start as usize);
        let clause = between.trim_matches(['，', ',']);
        let lead = any_of!["均在", "均位于", "全部在", "都在", "均为", "均来自"].at_start(clause)?;
        let name = &clause[lead.len()..];
        let is_near = (1..part)
            .rev()
            .take(MAX_PART_TOKENS)
            .find(|i| page.word(*i).is_some_and(|word| word.is(Role::Place)));
        let (index, word) = is_near.and_then(|i| Some((i, page.word(i)?)))?;
        let ends_there = page.span(index).end as usize == from + between.trim_end_matches(['，', ',']).len();
        self.place_at(index, word).filter(|_| ends_there && self.names_a_place(name))
    }

    /// 从地区分布看,甲区40例; 按居住地分,乙区63例: the sentence cuts the count before it in another way.
    pub(super) fn take_up_by_topic(&mut self, bounds: &Range<usize>) {
        let page = self.page;
        let reach = bounds.start..bounds.end.min(bounds.start + MAX_PART_TOKENS);
        // 个案分布以甲市86例最多.
        let is_ranking = any_of!["个案分布", "病例分布", "感染者分布"].starts(page.slice(page.sentence_start(bounds), page.text.len()));
        let last_whole = || self.drafts.last().and_then(|draft| draft.whole);
        let whole = self.main_figure_before().or_else(last_whole);
        let is_of_cases = |whole: &usize| {
            let fact = &self.drafts[*whole].fact;
            fact.kind == Kind::Cases && !matches!(fact.metric, Some(Metric::Dead | Metric::Discharged))
        };
        let whole = whole.filter(is_of_cases);
        let depth = self.frame.depth;
        if is_ranking && whole.is_some() {
            self.open_breakdown(whole, depth, true);
            return;
        }
        let Some(comma) = reach.clone().find(|i| page.punct(*i).is_some_and(is_clause_end)) else {
            return;
        };
        let topic = page.slice(page.sentence_start(bounds), page.span(comma).start as usize).trim();
        let is_topic = any_of!["从", "按"].starts(topic) && any_of!["看", "分", "来看", "划分", "统计", "分布"].ends(topic);
        let counts = (bounds.start..comma).any(|i| page.figure(i).is_some());
        if !is_topic || counts || !matches!(page.punct(comma), Some('，' | ',')) {
            return;
        }
        let Some(first) = whole else { return };
        self.open_breakdown(Some(first), depth, true);
        // 确诊244例、无症状2629例。按发现方式分,集中隔离1752例: of both classes.
        if self.counted_both_before()
            && let Some(parts) = self.frame.breakdowns.last_mut()
        {
            (parts.whole, parts.metric) = (None, Some(Metric::Infected));
        }
    }

    /// 确诊病例和无症状感染者分别为27例、41例; 本土、境外输入分别为3例和2例: what the words before 分别 say one after the other, the next one last.
    pub(super) fn handed_out<T: PartialEq>(&self, index: usize, bounds: &Range<usize>, said: impl Fn(&Word) -> Option<T>) -> Vec<T> {
        let clause = self.clause_tokens(index, bounds);
        if clause.clone().any(|i| self.page.figure(i).is_some()) {
            return Vec::new();
        }
        let mut names: Vec<T> = self.page.words_in(clause).filter_map(|(_, word)| said(word)).collect();
        names.reverse();
        let ends = |i: &usize| self.page.punct(*i).is_some_and(is_clause_end);
        let reach = index + 1..bounds.end.min(index + MAX_TURN_TOKENS);
        let figures = reach.take_while(|i| !ends(i)).filter(|i| self.page.figure(*i).is_some()).count();
        let are_distinct = names.iter().enumerate().all(|(i, name)| !names[..i].contains(name));
        let are_two = names.len() > 1 && are_distinct && figures == names.len();
        if are_two { names } else { Vec::new() }
    }

    /// 解除观察60人,转为确诊病例2人: who fell ill among contacts is a part of those traced, and no case beside the cases. Their draft.
    pub(super) fn contacts_before(&self, around: &Around) -> Option<usize> {
        let page = self.page;
        let became = any_of!["诊断为", "转为", "确诊为", "排查为"];
        let is_told = became.starts(page.slice(around.right_start, around.right_end))
            || became.within(page.slice(around.left_start, around.left_end));
        let last = self
            .drafts
            .len()
            .checked_sub(1)
            .filter(|last| is_told && *last >= self.sentence_drafts)?;
        let whole = self.drafts[last].whole.unwrap_or(last);
        (self.drafts[whole].fact.kind == Kind::Contacts).then(|| {
            // Those traced stand before those observed and let go.
            let traced = |at: &usize| self.drafts[*at].fact.kind == Kind::Contacts;
            (self.sentence_drafts.max(whole.saturating_sub(REACH_DRAFTS))..=whole)
                .find(traced)
                .unwrap_or(whole)
        })
    }

    /// 新增12例…。原有24例疑似病例转为确诊病例9例: the new cases of the day and the place, among which they are. Their draft.
    pub(super) fn new_cases_of_day(&self, slots: &CaseSlots) -> Option<usize> {
        let from = self.drafts.len().saturating_sub(REACH_DRAFTS);
        let is_it = |draft: &Draft| {
            let fact = &draft.fact;
            let is_new = fact.metric == Some(Metric::Confirmed) && fact.measure == Some(Measure::New);
            is_new && draft.whole.is_none() && fact.place == slots.place && fact.window == slots.window
        };
        self.drafts[from..].iter().rposition(is_it).map(|at| from + at)
    }

    /// The last count of a class, itself no part, among the last drafts.
    pub(super) fn last_count_of(&self, metric: Metric, among: usize) -> Option<usize> {
        let from = self.drafts.len().saturating_sub(among);
        let found = self.drafts[from..]
            .iter()
            .rposition(|d| d.fact.kind == Kind::Cases && d.fact.metric == Some(metric) && d.whole.is_none());
        found.map(|at| from + at)
    }

    /// 其中 at the head of a sentence speaks of the first figure of the sentence before.
    pub(super) fn main_figure_before(&self) -> Option<usize> {
        (self.previous_drafts..self.sentence_drafts)
            .take(REACH_DRAFTS)
            .find(|i| self.drafts[*i].fact.kind == Kind::Cases && self.drafts[*i].whole.is_none())
    }

    /// The count of which the figure is told as a rank: 甲市280例居首, 其后为乙市140例、丙市129例.
    pub(super) fn ranked_among(&self, around: &Around) -> Option<usize> {
        let page = self.page;
        let left = page.slice(around.left_start, around.left_end);
        let is_ranked = phrases::RANKS.starts(page.slice(around.right_start, around.right_end)) || phrases::NEXT_IN_RANK.within(left);
        let goes_on = self.of_sentence().last().is_some_and(|last| last.fact.rule == RANKED);
        if !(is_ranked || goes_on) {
            return None;
        }
        let is_main = |at: &usize| {
            let draft = &self.drafts[*at];
            let is_class = matches!(draft.fact.metric, Some(Metric::Confirmed | Metric::Asymptomatic | Metric::Infected));
            draft.fact.kind == Kind::Cases && draft.whole.is_none() && is_class && !matches!(draft.fact.rule.as_ref(), RANKED | UNCLASSED)
        };
        let first = (self.sentence_drafts..self.drafts.len()).take(REACH_DRAFTS).find(is_main);
        first.or_else(|| self.main_figure_before().filter(is_main))
    }

    /// 其中 after a list of parts speaks of what the list was part of.
    pub(super) fn whole_of_list(&self, last: usize) -> usize {
        // 546例,比前一天多122例,其中…: how many more there are has no parts.
        let last = match last.checked_sub(1) {
            Some(before) if self.drafts[last].fact.measure == Some(Measure::Change) && before >= self.sentence_drafts => before,
            _ => last,
        };
        // 涉及55男54女,其中9例…: the pair adds up, and what follows cuts its whole once more.
        let is_cut_here = |whole: usize| {
            let is_part = |draft: &Draft| draft.whole == Some(whole);
            let first = self.drafts[whole..].iter().position(is_part).map(|at| whole + at);
            first.is_some_and(|first| first >= self.sentence_drafts) && self.is_cut_up(whole)
        };
        self.drafts[last]
            .whole
            .filter(|whole| *whole >= self.sentence_drafts || (last - *whole <= REACH_DRAFTS && is_cut_here(*whole)))
            .unwrap_or(last)
    }

    /// 109例,其中9例输入。其余100例为本地病例: the count that the rest and the parts before it add up to. Its draft.
    pub(super) fn whole_of_rest(&self, fact: &Fact, around: &Around) -> Option<usize> {
        if !self.page.has(around.left.clone(), Role::Rest) {
            return None;
        }
        let last = self.drafts.len().checked_sub(1)?;
        let from = self.drafts.len().saturating_sub(REACH_DRAFTS);
        let mut whole = self.drafts[last].whole;
        while let Some(at) = whole.filter(|at| *at >= from) {
            let total = self.drafts[at].fact.quantity.value;
            let parts = self.drafts[at..].iter().rev().filter(|draft| draft.whole == Some(at));
            let mut sum = fact.quantity.value;
            for part in parts {
                sum = sum.zip(part.fact.quantity.value).and_then(|(sum, part)| sum.checked_add(part));
                if sum.is_some() && sum == total && self.drafts[at].fact.kind == Kind::Cases {
                    return Some(at);
                }
            }
            whole = self.drafts[at].whole;
        }
        None
    }

    /// 这67例中, 33例确诊病例中: a figure given before is taken up again, to be cut into parts. Its draft.
    pub(super) fn counted_before(&self, fact: &Fact, around: &Around) -> Option<usize> {
        let page = self.page;
        let right = page.slice(around.right_start, around.right_end).trim();
        // 新增死亡48例。48位患者合并有基础疾病: told of once more.
        let is_told_of = right.starts_with("患者") && matches!(fact.quantity.unit.as_ref(), "位" | "名" | "人");
        let is_among = any_of!["中", "当中", "之中", "里", "里头", "里面"].ends(right.trim_end_matches('有')) && !right.ends_with("其中");
        // 上述7人入院后病情加重,经抢救无效死亡: whatever is told of them.
        let is_pointed_at = any_of!["上述", "以上", "这"].is(page.slice(around.left_start, around.left_end).trim());
        let is_taken_up = is_told_of || is_among || is_pointed_at || self.is_retold(around);
        let own = self
            .page
            .words_in(around.right.clone())
            .chain(self.page.words_in(around.left.clone()));
        let class = own.filter_map(|(_, word)| word.metric).next();
        let from = self.drafts.len().saturating_sub(REACH_DRAFTS);
        let is_same = |draft: &Draft| {
            draft.fact.kind == Kind::Cases
                && draft.fact.quantity.value.is_some()
                && draft.fact.quantity.value == fact.quantity.value
                && class.is_none_or(|class| draft.fact.metric == Some(class))
        };
        if !is_taken_up {
            return None;
        }
        // 分布以甲市166例最多。…个案166例中: of the same number by chance; none of that town.
        let is_of_place = |draft: &Draft| is_same(draft) && draft.fact.place == self.frame.place;
        let near = &self.drafts[from..];
        let found = near.iter().rposition(is_of_place).or_else(|| near.iter().rposition(is_same));
        found.map(|at| from + at)
    }

    /// 32例感染者居住地涉及8个县; 8例均在隔离点发现: a sentence that begins with a count and tells no more than where or how those were.
    pub(super) fn is_retold(&self, around: &Around) -> bool {
        let left = self.page.slice(around.left_start, around.left_end).trim();
        let right = self.page.slice(around.right_start, around.right_end).trim();
        let class = phrases::CLASSES_RETOLD.at_start(right).unwrap_or_default();
        self.drafts.len() == self.sentence_drafts
            && (left.is_empty() || phrases::RETELLS.is(left))
            && phrases::RETOLD.starts(right[class.len()..].trim_start())
    }

    /// 上述7例均系集中隔离点发现: those just counted, of whichever class.
    pub(super) fn is_of_all(&self, around: &Around) -> bool {
        let left = self.page.slice(around.left_start, around.left_end).trim();
        // 以上感染者38例为管控中发现.
        let class = phrases::CLASSES_RETOLD.at_end(left).map_or(0, str::len);
        let left = &left[..left.len() - class];
        any_of!["上述", "以上", "这"].ends(left) && !left.ends_with("岁以上") && self.frame.counts_both_classes()
    }

    /// 报告确诊病例,累计24372例: the class stands in an earlier clause of the sentence that counts nothing.
    pub(super) fn class_of_sentence(&self, index: usize, bounds: &Range<usize>) -> Option<Metric> {
        let from = bounds.start.max(index.saturating_sub(REACH_TOKENS));
        let before = (from..index).rev().take_while(|i| self.page.figure(*i).is_none());
        let class = before.filter_map(|i| self.page.word(i)).find_map(|word| word.metric);
        class.filter(|class| matches!(class, Metric::Confirmed | Metric::Asymptomatic | Metric::Suspected))
    }

    /// 10例有居住史, 2例无接触史: what follows the number describes some of those just counted. The whole's draft.
    pub(super) fn whole_described(&self, fact: &Fact, around: &Around) -> Option<usize> {
        let page = self.page;
        let right = page.slice(around.right_start, around.right_end);
        let is_converted = || any_of!["转确诊", "转为确诊", "转归"].within(right);
        let describes = (right.starts_with('为') && is_converted())
            || (any_of!["有", "无", "系", "属", "因", "曾", "既有", "既往"].starts(right) && !right.starts_with("无症状"))
            || (right.starts_with('为') && any_of!["密切接触者", "密接", "接触者"].within(right));
        let left = page.slice(around.left_start, around.left_end).trim();
        let says_more = page
            .words_in(around.left.clone())
            .any(|(_, w)| w.metric.is_some() || w.measure.is_some() || w.is(Role::Cumulative));
        let is_found = tells_how_found(right);
        if !(describes || is_found) || says_more || left.chars().count() > 6 {
            return None;
        }
        let own = if is_found {
            page.words_in(around.right.clone())
                .find_map(|(_, word)| word.metric)
                .or(self.frame.main_metric)
        } else {
            None
        };
        let from = self.drafts.len().saturating_sub(MOST_DESCRIBED);
        let whole = from
            + self.drafts[from..]
                .iter()
                .rposition(|d| d.fact.kind == Kind::Cases && d.whole.is_none() && own.is_none_or(|class| d.fact.metric == Some(class)))?;
        let known = &self.drafts[whole].fact;
        let is_near = self.drafts[whole].sentence.end as usize + NEAR_BYTES >= around.left_start;
        let may_be_part = fact.quantity.value.is_some() && fact.quantity.value <= known.quantity.value;
        let is_of_sentence = whole >= self.sentence_drafts;
        (is_near && may_be_part && (known.measure == Some(Measure::New) || is_of_sentence)).then_some(whole)
    }

    /// 其中甲市5例,4例在管控中发现,1例在筛查中发现: of the part just counted, as long as they fit into it.
    pub(super) fn whole_found(&self, fact: &Fact, around: &Around) -> Option<usize> {
        let page = self.page;
        let left = page.slice(around.left_start, around.left_end).trim();
        if !left.is_empty() || !tells_how_found(page.slice(around.right_start, around.right_end)) {
            return None;
        }
        let last = self.drafts.len().checked_sub(1).filter(|last| *last >= self.sentence_drafts)?;
        let is_case = |at: &usize| self.drafts[*at].fact.kind == Kind::Cases;
        let of_last = self.drafts[last].whole.filter(is_case);
        // 其中50例在隔离管控中发现,8例在筛查中发现: beside those who were told in the same way.
        let told_of_last = page.slice(self.drafts[last].fact.span.end as usize, around.left_start);
        if tells_how_found(told_of_last.trim_end_matches(['，', ',', '；', ';', '、', ' '])) {
            return of_last;
        }
        if self.drafts[last].fact.rule == FOUND {
            return of_last;
        }
        let fits = fact.quantity.value.is_some() && fact.quantity.value <= self.drafts[last].fact.quantity.value;
        Some(last).filter(|last| fits && is_case(last)).or(of_last)
    }

    /// 确诊1例、无症状21例。其中甲市新增无症状12例: of the two counts the one of its own class.
    pub(super) fn whole_of_class(&self, whole: usize, fact: &Fact) -> usize {
        let class = match fact.metric {
            Some(Metric::Converted) => Some(Metric::Confirmed),
            class => class,
        };
        let known = &self.drafts[whole];
        let are_two = |a: Option<Metric>, b: Option<Metric>| {
            matches!(
                (a, b),
                (Some(Metric::Confirmed), Some(Metric::Asymptomatic)) | (Some(Metric::Asymptomatic), Some(Metric::Confirmed))
            )
        };
        if known.fact.kind != Kind::Cases || !are_two(known.fact.metric, class) {
            return whole;
        }
        let is_twin = |at: &usize| {
            let other = &self.drafts[*at];
            other.sentence == known.sentence
                && other.fact.kind == Kind::Cases
                && other.whole == known.whole
                && other.fact.metric == class
                && other.fact.measure == known.fact.measure
                && other.fact.quantity.value >= fact.quantity.value
        };
        let near = whole.saturating_sub(MOST_DESCRIBED)..self.drafts.len().min(whole + MOST_DESCRIBED);
        near.rev().find(is_twin).unwrap_or(whole)
    }

    /// 新增1例,确诊18例: the larger number of the class, without 新增 of its own, is the number so far.
    pub(super) fn is_total_after_new(&self, fact: &Fact, slots: &CaseSlots, around: &Around) -> bool {
        let words = || self.page.words_in(around.left.clone()).map(|(_, word)| word);
        let has_class = slots.metric.is_some() && words().any(|word| word.metric == slots.metric);
        let has_measure = words().any(|word| word.measure.is_some());
        let earlier = |draft: &Draft| {
            let known = &draft.fact;
            known.kind == Kind::Cases
                && draft.whole.is_none()
                && known.measure == Some(Measure::New)
                && (known.metric == slots.metric || known.rule == UNCLASSED)
                && known.place == slots.place
                && (known.origin == slots.origin || known.origin.is_none())
                && known.quantity.value < fact.quantity.value
        };
        // 包括快测5例及核酸9例: a list goes on.
        has_class && !has_measure && !around.follows_figure && self.of_sentence().iter().any(earlier)
    }
}
