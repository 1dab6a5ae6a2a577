//! Lists that add up: 43例,分布在甲市36例(…)、乙市5例、丙市2例. The sum says what they are parts of, whatever words stand between.
//!
//! In: a figure at the head of a list, the drafts before it and the rest of its sentence. Out: the count that the list cuts into parts, and
//! the list's last figure. Always: two parts at least, all of the whole's unit or of none, none of a measure or a class that the whole
//! excludes; a list whose sum is no count before it is none.

use super::any_of::any_of;
use std::ops::Range;

use super::class_of_count;
use super::counting::OF_DAY_COMPARED;
use super::figure::Figure;
use super::frame::Breakdown;
use super::lexer::Tok;
use super::lexicon::{Role, UnitClass, Word};
use super::page::{Around, is_sentence_end};
use super::phrases;
use super::walk::{REACH_DRAFTS, Walker};
use crate::model::{Amount, Fact, Kind, Measure, Metric, Origin, Window};

/// How far a list may reach.
const MAX_LIST_TOKENS: usize = 120;

/// How many tokens may name a part before its number.
const MAX_PART_TOKENS: usize = 12;

/// A longer name is more than a place's.
const MAX_NAME_CHARS: usize = 6;

/// A smaller part is not known again by its sum.
const LEAST_CUT_AGAIN: i64 = 20;

/// A count, or two of both classes together, that parts may add up to.
struct Whole<'a> {
    draft: Option<usize>,
    total: i64,
    fact: &'a Fact,
    metric: Option<Metric>,
}

impl Whole<'_> {
    fn allows(&self, seen: &Seen) -> bool {
        let is_measure = |measure: Measure| self.fact.measure == Some(measure);
        let is_class = |metric: Metric| {
            Some(metric) == self.metric
                || (self.metric == Some(Metric::Infected) && matches!(metric, Metric::Confirmed | Metric::Asymptomatic))
        };
        // Two classes together are not cut into classes once more.
        if self.draft.is_none() && seen.metrics[0].is_some() {
            return false;
        }
        let is_origin = |origin: Origin| self.fact.origin.is_none_or(|own| own == origin);
        seen.origin.is_none_or(is_origin)
            && seen.measure.is_none_or(is_measure)
            && seen.metrics.iter().flatten().all(|metric| is_class(*metric))
    }
}

/// Origin, place, window and measure of two counts of both classes.
pub(super) type BothCounted = (Option<Origin>, Option<Box<str>>, Option<Window>, Option<Measure>);

/// Rule of a district's count of both classes.
pub(super) const DISTRICTS_OF_BOTH: &str = "cases.districts_of_both";

/// How many counts back both classes may stand.
const MOST_TOPS: usize = 6;

/// What the words of a list have said.
#[derive(Default)]
struct Seen {
    measure: Option<Measure>,
    origin: Option<Origin>,
    /// The first two classes that differ.
    metrics: [Option<Metric>; 2],
}

impl Seen {
    fn note(&mut self, word: &Word) {
        self.measure = self.measure.or(word.measure);
        self.origin = self.origin.or(word.origin);
        if let Some(metric) = word.metric {
            self.class(metric);
        }
    }

    fn class(&mut self, metric: Metric) {
        let known = self.metrics.contains(&Some(metric));
        if let Some(free) = self.metrics.iter_mut().find(|m| m.is_none()).filter(|_| !known) {
            *free = Some(metric);
        }
    }
}

/// The parts of a list, added one after the other.
struct Tally<'a> {
    wholes: &'a [Whole<'a>],
    sum: i64,
    parts: usize,
    seen: Seen,
    /// How many brackets are open, where they do not hold the parts themselves.
    depth: usize,
    are_bracketed: bool,
    /// Past 其中, until a semicolon.
    is_within_part: bool,
    /// 各: the next number counts for each name before it.
    says_each: bool,
    /// The last figure that counts, and what all add up to.
    found: Option<(usize, &'a Whole<'a>)>,
}

impl<'a> Tally<'a> {
    fn of(wholes: &'a [Whole<'a>], are_bracketed: bool) -> Self {
        Self {
            wholes,
            sum: 0,
            parts: 0,
            seen: Seen::default(),
            depth: 0,
            are_bracketed,
            is_within_part: false,
            says_each: false,
            found: None,
        }
    }

    /// Reads a mark; whether the list may go on.
    fn mark(&mut self, mark: char) -> bool {
        match mark {
            '（' | '(' | '）' | ')' if self.are_bracketed => {}
            '（' | '(' | '[' | '［' => self.depth += 1,
            '）' | ')' | ']' | '］' if self.depth == 0 => return false,
            '）' | ')' | ']' | '］' => self.depth -= 1,
            mark if is_sentence_end(mark) => return false,
            // 甲市3例,其中1例为…;乙市1例: a part's own parts are none of the list.
            '；' | ';' if self.depth == 0 => self.is_within_part = false,
            _ => {}
        }
        true
    }

    /// Whether what is read explains a part, and is none.
    fn is_aside(&self) -> bool {
        self.depth > 0 || self.is_within_part
    }

    /// Reads a word; whether the list may go on.
    fn word(&mut self, word: &Word) -> bool {
        self.is_within_part |= self.parts > 0 && word.is(Role::Part);
        self.says_each |= word.is(Role::Each);
        let ends = word.is(Role::Cumulative) || word.is(Role::UpTo) || word.is(Role::Converted) || word.is(Role::Release);
        if ends || (self.found.is_some() && (word.metric.is_some() || word.measure.is_some())) {
            return false;
        }
        self.seen.note(word);
        true
    }

    fn is_sum_of(&self, whole: &Whole, part: &Figure) -> bool {
        whole.total == self.sum && may_be_part(part, whole.fact) && whole.allows(&self.seen)
    }
}

impl Walker<'_> {
    /// Opens the list that begins with the figure at `index`, where it adds up to a count before it.
    pub(super) fn open_list_that_adds_up(&mut self, index: usize, around: &Around, bounds: &Range<usize>) {
        self.frame.end_list(index);
        let is_in_list = self.frame.breakdown().is_some_and(|list| list.until.is_some());
        if is_in_list {
            return;
        }
        let Some(list) = self.list_that_adds_up(index, around, bounds) else {
            return;
        };
        match self.frame.breakdowns.last_mut().filter(|known| known.depth == list.depth) {
            // 其中 and brackets have told what the parts are of, and more than the sum tells.
            Some(known) if known.whole.is_some() && known.whole == list.whole => {
                known.until = known.until.or(list.until.filter(|_| !known.by_word));
            }
            _ => {
                self.frame.end_word_breakdowns();
                self.frame.breakdowns.push(list);
            }
        }
    }

    fn list_that_adds_up(&self, index: usize, around: &Around, bounds: &Range<usize>) -> Option<Breakdown> {
        let page = self.page;
        // 新增9例,较3月1日的7例增加2例: no parts.
        if page
            .slice(around.left_start, around.left_end)
            .trim_start()
            .starts_with(['较', '比'])
        {
            return None;
        }
        let wholes = self.wholes_of_list(index, bounds)?;
        // 分别来自尼泊尔（3宗）、英国（2宗）: each number in brackets of its own.
        let is_bracket = |i: usize| matches!(page.punct(i), Some('（' | '(' | '）' | ')'));
        let are_bracketed = is_bracket(index.wrapping_sub(1)) && is_bracket(index + 1);
        let mut tally = Tally::of(&wholes, are_bracketed);
        // 新增4例,由疑似病例转为确诊病例1例,筛查出3例: what they were before is no class of the list.
        if class_of_count::were_suspects(page, around) {
            tally.seen.class(Metric::Confirmed);
        } else {
            page.words_in(around.left.clone()).for_each(|(_, word)| tally.seen.note(word));
        }
        tally.says_each = page.has(around.left.clone(), Role::Each);
        for i in index..bounds.end.min(index + MAX_LIST_TOKENS) {
            let goes_on = match page.token(i)?.tok {
                Tok::Punct(c) => tally.mark(c),
                _ if tally.is_aside() => true,
                Tok::Time(_) => false,
                Tok::Word(_) => page.word(i).is_none_or(|word| tally.word(word)),
                Tok::Figure(_) => self.add_part(&mut tally, i, bounds),
                Tok::Latin | Tok::Ordinal => true,
            };
            if !goes_on {
                break;
            }
        }
        let (last, whole) = tally.found?;
        let in_brackets = self.frame.breakdown().is_some_and(|b| !b.by_word && b.depth == self.frame.depth);
        Some(Breakdown {
            whole: whole.draft,
            metric: whole.metric,
            depth: self.frame.depth.saturating_sub(usize::from(are_bracketed)),
            by_word: !in_brackets || are_bracketed,
            until: Some(last),
            ..Breakdown::of(whole.draft.unwrap_or(0), whole.fact)
        })
    }

    /// The counts that a list beginning with the figure at `index` may be of: where 其中 or a bracket has told the whole, that one or a
    /// count told since; where the sentence has a time of its own, its own counts.
    fn wholes_of_list(&self, index: usize, bounds: &Range<usize>) -> Option<Vec<Whole<'_>>> {
        let first = self.page.figure(index)?;
        let least = first.value.and_then(Amount::to_i64).filter(|value| *value >= 0)?;
        let mut wholes = self.wholes_before(first, least);
        let known = self.frame.breakdown().filter(|known| known.depth == self.frame.depth);
        if let Some(known) = known.and_then(|known| known.whole).filter(|_| !wholes.is_empty()) {
            let exceeds = first.value > self.drafts[known].fact.quantity.value;
            let newest = self.drafts.len().checked_sub(1);
            // 其中境外输入2例,甲、乙两市各1例: a part is cut by the next clause; 累计14例,在院13例。其中甲市3例…: 其中 at the head of a
            // sentence may be of the last count, too.
            let may_be_newest = self.is_cut_up(known) || self.drafts.len() == self.sentence_drafts;
            let is_newest = |draft: Option<usize>| may_be_newest && draft.is_some() && draft == newest;
            wholes.retain(|whole| whole.draft == Some(known) || is_newest(whole.draft) || exceeds);
        }
        let mut reach = bounds.start.max(index.saturating_sub(MAX_LIST_TOKENS))..index;
        if reach.any(|i| matches!(self.page.token(i).map(|t| t.tok), Some(Tok::Time(_)))) {
            // 5月4日0—14时,新增…: with a time of its own the sentence counts anew.
            let of_sentence = self.drafts.len() - self.sentence_drafts;
            wholes.retain(|whole| {
                let is_of_sentence = whole.draft.map_or(of_sentence >= 2, |draft| draft >= self.sentence_drafts);
                is_of_sentence || whole.fact.window == self.frame.window
            });
        }
        Some(wholes).filter(|wholes| !wholes.is_empty())
    }

    /// Adds the figure at `at` to the list; whether the list may go on.
    fn add_part(&self, tally: &mut Tally, at: usize, bounds: &Range<usize>) -> bool {
        let Some(figure) = self.page.figure(at) else {
            return false;
        };
        // 其余17个镇街共714例: of how many places the part is.
        if figure.class == UnitClass::Share || phrases::COUNTRIES_AND_DISTRICTS.starts(&self.page.text[figure.end..]) {
            return true;
        }
        let Some(value) = figure.value.and_then(Amount::to_i64).filter(|value| *value >= 0) else {
            return false;
        };
        if let Some((last, _)) = tally.found.as_mut() {
            // 甲镇41例、乙镇5例;丙镇0例: nothing is left to add.
            if value == 0 {
                *last = at;
            }
            return value == 0;
        }
        let times = if std::mem::take(&mut tally.says_each) {
            self.names(&self.page.around(at, bounds)).len().max(1)
        } else {
            1
        };
        let sum = value.checked_mul(times as i64).and_then(|value| tally.sum.checked_add(value));
        let Some(sum) = sum.filter(|sum| tally.wholes.iter().any(|whole| *sum <= whole.total)) else {
            return false;
        };
        (tally.sum, tally.parts) = (sum, tally.parts + times);
        if tally.parts > 1 && !self.is_listed_on(at) {
            let whole = tally.wholes.iter().find(|whole| tally.is_sum_of(whole, figure));
            tally.found = whole.map(|whole| (at, whole));
        }
        tally.wholes.iter().any(|whole| may_be_part(figure, whole.fact))
    }

    /// Whether the parts so far add up to the whole.
    pub(super) fn is_cut_up(&self, whole: usize) -> bool {
        if self.drafts.len() - whole > REACH_DRAFTS {
            return false;
        }
        let parts = self.drafts[whole + 1..].iter().filter(|draft| draft.whole == Some(whole));
        let mut values = parts.filter_map(|part| part.fact.quantity.value);
        let sum = values.try_fold(Amount::ZERO, Amount::checked_add);
        sum.is_some() && sum == self.drafts[whole].fact.quantity.value
    }

    /// 甲市2例、乙市1例、…: the list goes on right after the figure.
    fn is_listed_on(&self, index: usize) -> bool {
        let mut after = (index + 1..index + MAX_PART_TOKENS).filter_map(|i| Some((i, self.page.token(i)?.tok)));
        let comma = after.find(|(_, tok)| matches!(tok, Tok::Punct(_) | Tok::Figure(_) | Tok::Time(_)));
        let next = after.find(|(_, tok)| matches!(tok, Tok::Punct(_) | Tok::Figure(_) | Tok::Time(_)));
        let class = |i: usize| {
            self.page
                .words_in(index + 1..i)
                .any(|(_, word)| word.metric.is_some() || word.measure.is_some())
        };
        let is_name = |from: usize, to: usize| {
            let text = self
                .page
                .slice(self.page.span(from).end as usize, self.page.span(to).start as usize);
            text.chars().count() <= MAX_NAME_CHARS && self.names_a_place(text) && !any_of!["分属", "分布", "来自", "其中"].starts(text)
        };
        // 乙社区3例,长塘、竹山社区各1例: several with one number.
        let of_each = || {
            let at = (index + 1..index + MAX_PART_TOKENS).find(|i| self.page.figure(*i).is_some())?;
            let own = self
                .page
                .slice(self.page.span(index).end as usize, self.page.span(at).start as usize);
            Some(own.trim_end().ends_with('各') && !class(at))
        };
        match (comma, next) {
            (Some((_, Tok::Punct('，' | ','))), Some((_, Tok::Punct('、')))) => of_each() == Some(true),
            (Some((_, Tok::Punct('、'))), Some((at, Tok::Figure(_)))) => !class(at),
            (Some((comma, Tok::Punct('，' | ','))), Some((at, Tok::Figure(_)))) => !class(at) && is_name(comma, at),
            _ => false,
        }
    }

    /// The last drafts of this sentence and the one before.
    fn near_drafts(&self) -> Range<usize> {
        let reach = self.drafts.len().saturating_sub(REACH_DRAFTS);
        self.previous_drafts.clamp(reach, self.drafts.len())..self.drafts.len()
    }

    /// The counts above `least` that a list may be of, likeliest first: the one that the
    /// sentence takes up again, the last one, the last that is no part, the main one of the
    /// sentence before, both classes together; at the head of a sentence a part that may be cut again (251例,其中250例本土…。本土病例,为124例男性、126例女性).
    fn wholes_before(&self, first: &Figure, least: i64) -> Vec<Whole<'_>> {
        let near = self.near_drafts();
        let whole = |at: usize| -> Option<Whole<'_>> {
            let fact = &self.drafts[at].fact;
            let total = fact.quantity.value?.to_i64().filter(|total| *total > least.max(1))?;
            (fact.measure != Some(Measure::Change) && may_be_part(first, fact)).then_some(Whole {
                draft: Some(at),
                total,
                fact,
                metric: fact.metric,
            })
        };
        // (…,无重型),按居住地分:…: a nought is cut into nothing.
        let is_count = |fact: &Fact| {
            let is_of_day = fact.measure != Some(Measure::Change) && fact.rule != OF_DAY_COMPARED;
            is_of_day && fact.quantity.value.is_some_and(|value| value > Amount::ZERO)
        };
        let tops = || near.clone().rev().filter(|at| self.drafts[*at].whole.is_none());
        let top = tops().find(|at| is_count(&self.drafts[*at].fact));
        let last = self.drafts.len().checked_sub(1).filter(|last| *last >= near.start);
        let main = self.main_figure_before();
        // 累计确诊病例中,甲市2例、乙市1例。男性2例,女性1例: cut once more in the next sentence.
        let cut_before = last.and_then(|last| self.drafts[last].whole);
        let mut wholes: Vec<Whole> = [self.frame.told_whole, last, top, main, cut_before]
            .into_iter()
            .flatten()
            .filter_map(whole)
            .collect();
        wholes.extend(self.both_classes(tops()).filter(|both| both.total > least));
        // 感染者涉及22个镇街:甲街道132例…: the sentence has counted no cases yet.
        let has_counted = self.of_sentence().iter().any(|draft| draft.fact.kind == Kind::Cases);
        if has_counted {
            return wholes;
        }
        wholes.extend(self.classes_cut_before().filter(|both| both.total > least));
        let reach = self.drafts.len().saturating_sub(REACH_DRAFTS)..self.drafts.len();
        let parts = reach
            .rev()
            .filter(|at| self.drafts[*at].whole.is_some() && self.drafts[*at].fact.kind == Kind::Cases);
        wholes.extend(parts.filter_map(whole).filter(|part| part.total >= LEAST_CUT_AGAIN));
        wholes
    }

    /// 确诊23例、无症状141例。按发现途径分:…。按街道分:…: both classes together, cut once more after parts that are of neither alone.
    fn classes_cut_before(&self) -> Option<Whole<'_>> {
        let reach = self.drafts.len().saturating_sub(REACH_DRAFTS)..self.drafts.len();
        let is_top = |at: &usize| self.drafts[*at].whole.is_none() && self.drafts[*at].fact.kind == Kind::Cases;
        let tops = || reach.clone().rev().filter(is_top);
        tops()
            .zip(tops().skip(1))
            .find_map(|(second, first)| self.both_classes([second, first].into_iter()))
    }

    /// 本土确诊90例、无症状50例;武侯区32例、成华区28例: past the semicolon a name alone counts both classes. Their origin.
    pub(super) fn districts_of_both(&self, around: &Around) -> Option<Option<Origin>> {
        let words = self.page.slice(around.left_start, around.left_end);
        let begins = self.page.before(around.left_start).trim_end().ends_with(['；', ';']);
        let goes_on = self.of_sentence().last().is_some_and(|last| last.fact.rule == DISTRICTS_OF_BOTH);
        let name = words.trim_matches(|c: char| c.is_whitespace() || matches!(c, '、' | '，' | ',' | '和'));
        let name = name.trim_end_matches("报告").trim_end_matches('各');
        if !(begins || goes_on) || name.is_empty() || !self.enumerated(name).all(|name| self.names_a_place(name)) {
            return None;
        }
        let near = self.near_drafts();
        let counts = |at: &usize| self.drafts[*at].fact.kind == Kind::Cases;
        // 这些感染者里,15例在筛查中发现;福田区13例: counts of both may stand between.
        let is_class =
            |at: &usize| counts(at) && self.drafts[*at].whole.is_none() && self.drafts[*at].fact.metric != Some(Metric::Infected);
        self.both_classes(near.rev().filter(is_class)).map(|both| both.fact.origin)
    }

    /// The origin that the last counts of both classes share.
    pub(super) fn origin_of_both(&self) -> Option<Origin> {
        let is_class = |fact: &Fact| fact.kind == Kind::Cases && fact.metric != Some(Metric::Infected);
        let is_top = |at: &usize| self.drafts[*at].whole.is_none() && is_class(&self.drafts[*at].fact);
        let mut tops = self.near_drafts().rev().filter(is_top);
        let (second, first) = (tops.next()?, tops.next()?);
        self.both_classes([second, first].into_iter())?;
        let origin = self.drafts[second].fact.origin;
        origin.filter(|_| self.drafts[first].fact.origin == origin)
    }

    /// The last two counts together, where they are of both classes.
    fn both_classes(&self, mut last_two: impl Iterator<Item = usize>) -> Option<Whole<'_>> {
        let (second, first) = (last_two.next()?, last_two.next()?);
        let (first, second) = (&self.drafts[first].fact, &self.drafts[second].fact);
        let are_two = matches!(
            (first.metric, second.metric),
            (Some(Metric::Confirmed), Some(Metric::Asymptomatic)) | (Some(Metric::Asymptomatic), Some(Metric::Confirmed))
        );
        let are_alike = first.kind == Kind::Cases && second.kind == Kind::Cases && first.measure == second.measure;
        if !(are_two && are_alike) {
            return None;
        }
        Some(Whole {
            draft: None,
            total: first.quantity.value?.to_i64()?.checked_add(second.quantity.value?.to_i64()?)?,
            fact: second,
            metric: Some(Metric::Infected),
        })
    }

    /// What the list counts that the figure at `index` is a part of, where its sum told so.
    pub(super) fn kind_of_list(&self, index: usize) -> Option<Kind> {
        let list = self.frame.breakdown().filter(|_| self.frame.list_goes_on(index))?;
        let is_part = self.page.figure(index).is_some_and(|figure| figure.class != UnitClass::Share);
        let kind = list.whole.map_or(Kind::Cases, |whole| self.drafts[whole].fact.kind);
        is_part.then_some(kind)
    }

    /// 甲市21例(13+8): two parts of both classes joined by a plus are written in the field's order, the confirmed first.
    pub(super) fn class_in_sum(&self, index: usize) -> Option<Metric> {
        let is_plus = |i: usize| self.page.punct(i) == Some('+');
        let is_bare = self.page.figure(index).is_some_and(|figure| figure.unit.is_empty());
        let is_part = self.frame.list_goes_on(index) || is_bare;
        match (is_plus(index.wrapping_sub(1)), is_plus(index + 1)) {
            (false, true) if is_part && self.page.figure(index + 2).is_some() => Some(Metric::Confirmed),
            (true, false) if is_part && self.page.figure(index.wrapping_sub(2)).is_some() => Some(Metric::Asymptomatic),
            _ => None,
        }
    }

    /// 确诊3例、无症状45例。48例感染者中: what both counts say, where the figure takes their sum up again.
    pub(super) fn both_taken_up(&self, fact: &Fact, around: &Around) -> Option<BothCounted> {
        let right = self.page.slice(around.right_start, around.right_end).trim();
        let is_taken_up = any_of!["中", "当中", "之中", "里", "里头", "里面"].ends(right) && !right.ends_with("其中");
        let class = phrases::CLASSES_RETOLD.at_start(right).map_or(0, str::len);
        let is_treated = right[class..].starts_with(['均', '都', '全']) && any_of!["治疗", "救治", "收治"].within(right);
        if !(is_taken_up || is_treated || self.is_retold(around)) {
            return None;
        }
        let value = fact.quantity.value.and_then(Amount::to_i64)?;
        let tops: Vec<usize> = self
            .near_drafts()
            .rev()
            .filter(|at| self.drafts[*at].whole.is_none() && self.drafts[*at].fact.kind == Kind::Cases)
            .take(MOST_TOPS)
            .collect();
        let both = tops
            .windows(2)
            .find_map(|pair| self.both_classes(pair.iter().copied()).filter(|both| both.total == value))?;
        let measure = if is_treated { Some(Measure::Current) } else { both.fact.measure };
        Some((both.fact.origin, both.fact.place.clone(), both.fact.window, measure))
    }

    /// Whether two counts one after the other, of this sentence or the one before, are of both classes and add up to the value.
    pub(super) fn is_sum_of_both_classes_near(&self, value: Option<Amount>) -> bool {
        let value = value.and_then(Amount::to_i64);
        let tops: Vec<usize> = self
            .near_drafts()
            .rev()
            .filter(|at| self.drafts[*at].whole.is_none())
            .take(MOST_TOPS)
            .collect();
        value.is_some()
            && tops
                .windows(2)
                .any(|pair| self.both_classes(pair.iter().copied()).map(|both| both.total) == value)
    }

    /// 确诊8例、无症状41例,合计49例: whether a count without a class is the sum of the two before it.
    pub(super) fn is_sum_of_both_classes(&self, value: Option<Amount>) -> bool {
        let near = self.near_drafts();
        let tops = (near.start.max(self.sentence_drafts)..near.end)
            .rev()
            .filter(|at| self.drafts[*at].whole.is_none());
        let both = self.both_classes(tops);
        both.is_some_and(|both| value.and_then(Amount::to_i64) == Some(both.total))
    }
}

/// Whether a number may count part of what the fact counts: by the same unit or by none, persons by any of theirs.
fn may_be_part(figure: &Figure, whole: &Fact) -> bool {
    let counts_persons = |unit: &str| matches!(unit, "例" | "宗" | "人" | "名" | "位" | "");
    let unit = whole.quantity.unit.as_ref();
    figure.unit == unit || (whole.kind == Kind::Cases && counts_persons(figure.unit) && counts_persons(unit))
}
