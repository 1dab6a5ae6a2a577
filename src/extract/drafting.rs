//! From a figure to a draft: what it counts, with which slots, as part of what.
//!
//! In: a figure's token and the frame of the walk. Out: drafts, pushed in text order.
//! Always: a figure yields at least one draft outside lists of addresses; 各 yields one for each name.

use super::any_of::any_of;
use std::ops::Range;

use super::cases::{self, CaseSlots};
use super::figure::{self, Figure};
use super::frame::Breakdown;
use super::kinds::{self, Carried, Evidence};
use super::lexicon::{Role, Word};
use super::page::{Around, REACH_TOKENS, is_clause_end, is_sentence_end};
use super::phrase;
use super::places;
use super::walk::{Draft, REACH_DRAFTS, UNCLASSED, Walker};
use crate::model::{Amount, Fact, FactId, Kind, Measure, Metric, Quantity, Section, SectionKind, Span};

/// How many parts of a whole may be described one after the other.
const MOST_DESCRIBED: usize = 8;
/// How many tokens after a count may name the classes that it is cut into.
const MAX_CLASS_TOKENS_BOTH: usize = 12;
/// How far behind the whole's sentence its parts may be described.
const NEAR_BYTES: usize = 300;

impl Walker<'_> {
    pub(super) fn figure(&mut self, index: usize, bounds: &Range<usize>, section: &Section) {
        let page = self.page;
        let Some(figure) = page.figure(index) else { return };
        let around = page.around(index, bounds);
        let after = phrase::after(page, &around, figure.class);
        let before = phrase::before(page, &around, figure.class);
        if around.left_start > 0 && page.slice(around.left_start, around.left_end).contains("至今") {
            self.frame.cumulative_clause = true;
        }
        let nation = figure.unit.starts_with(['个', '省', '国'])
            && page.text[figure.span.end as usize..].trim_start_matches('个').starts_with('省')
            && figure.value.is_some_and(|v| v >= Amount::from_int(30));
        if nation {
            self.frame.is_nation = true;
            self.frame.place = Some("全国".to_owned());
        }
        let last = self.drafts.last().filter(|_| self.drafts.len() > self.sentence_drafts);
        let carried = Carried {
            kind: last.map(|d| d.fact.kind),
            whole: self.frame.breakdown().and_then(|b| b.whole).map(|i| self.drafts[i].fact.kind),
            unit: {
                let lender = self.frame.breakdown().and_then(|b| b.whole).map(|i| &self.drafts[i]).or(last);
                lender.map(|draft| draft.fact.quantity.unit.as_ref())
            },
        };
        let (kind, rule) = kinds::classify(&Evidence {
            page,
            figure,
            around: &around,
            after,
            before,
            carried,
            governed_by_goods: self.frame.goods.action.is_some(),
        });
        if section.kind == SectionKind::List && matches!(kind, Kind::Other | Kind::Facility | Kind::Duration) {
            // A number in an address.
            return;
        }
        let mut fact = Fact::bare(
            FactId(0),
            figure.span,
            Quantity {
                value: figure.value,
                low: figure.low,
                high: figure.high,
                unit: figure.unit.into(),
                approx: figure.approx,
            },
        );
        fact.kind = kind;
        fact.rule = rule.into();
        fact.quote = self.quote(index, bounds, &around, figure);
        fact.cumulative = self.frame.cumulative_clause || self.frame.cumulative_sentence;
        let whole = self.frame.breakdown().and_then(|b| b.whole);
        let sentence = self.sentence_span(bounds);
        fact.word = self.deciding_word(&fact, &around, figure);
        match kind {
            Kind::Cases => self.case(fact, index, &around, bounds, sentence),
            Kind::Contacts => {
                self.contacts(&mut fact, &around);
                self.push(fact, whole, sentence);
            }
            _ => {
                self.thing(&mut fact, &around, bounds, after, before);
                self.push(fact, whole, sentence);
            }
        }
    }

    pub(super) fn push(&mut self, fact: Fact, whole: Option<usize>, sentence: Span) {
        self.drafts.push(Draft { fact, whole, sentence });
    }

    /// The word that says which class of persons a count is of.
    fn class_word(&self, fact: &Fact, around: &Around) -> Option<Span> {
        let page = self.page;
        let names = |tokens: Range<usize>| page.words_in(tokens).rfind(|(_, w)| w.metric.is_some() && w.metric == fact.metric);
        let found = names(around.left.clone()).or_else(|| names(around.right.clone()))?;
        Some(page.span(found.0))
    }

    /// The noun that decided the kind, or the measure word where that did.
    fn deciding_word(&self, fact: &Fact, around: &Around, figure: &Figure) -> Option<Span> {
        let page = self.page;
        let noun = |tokens: Range<usize>| page.words_in(tokens).rfind(|(_, w)| w.head == Some(fact.kind));
        let found = noun(around.right.clone()).or_else(|| noun(around.left.clone()));
        let unit = || {
            let written = page.slice(figure.span.end as usize, figure.end);
            let at = written.find(figure.unit).filter(|_| !figure.unit.is_empty())?;
            let start = figure.span.end as usize + at;
            Some(Span::new(start, start + figure.unit.len()))
        };
        if fact.rule.starts_with("unit") {
            return unit();
        }
        found.map(|(index, _)| page.span(index)).or_else(unit)
    }

    /// The phrase that a person would want to see: the clause, or the figure's own part of it where the clause lists several.
    fn quote(&self, index: usize, bounds: &Range<usize>, around: &Around, figure: &Figure) -> Span {
        let (mut from, mut to) = self.page.clause_of(index, bounds);
        let is_list =
            around.follows_figure || self.page.figure(around.right.end).is_some() || self.page.punct(around.right.end) == Some('、');
        if is_list {
            (from, to) = (around.left_start, around.right_end);
        }
        if around.follows_figure
            && self
                .page
                .slice(around.left_start, around.left_end)
                .trim_end()
                .ends_with(['和', '及', '与'])
        {
            from = around.left_end;
        }
        let text = self.page.slice(from, to);
        let text_start = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '、' | '和' | '及' | '-' | '*'));
        from += text.len() - text_start.len();
        to = from
            + text_start
                .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '、' | '和' | '及'))
                .len();
        Span::new(from.min(figure.start), to.max(figure.end))
    }

    fn case(&mut self, mut fact: Fact, index: usize, around: &Around, bounds: &Range<usize>, sentence: Span) {
        let page = self.page;
        let clause = self.clause_tokens(index, bounds);
        let mut breakdown = self.frame.breakdown().cloned();
        if breakdown
            .as_ref()
            .is_some_and(|b| b.whole.is_none_or(|w| self.drafts[w].fact.kind != Kind::Cases) && !b.by_word && b.metric.is_none())
        {
            breakdown = None;
        }
        let described = if breakdown.is_none() {
            self.whole_described(&fact, around)
        } else {
            None
        };
        if let Some(whole) = described {
            breakdown = Some(Breakdown::of(whole, &self.drafts[whole].fact));
        }
        if let Some(whole) = self.classes_in_turn.pop() {
            let place = self.respective_place(around);
            let of = Breakdown::of(whole, &self.drafts[whole].fact);
            breakdown = Some(Breakdown {
                place: place.or(of.place),
                ..of
            });
        }
        let mut slots = cases::read(page, around, clause, &self.frame, breakdown.as_ref());
        if described.is_some() {
            // 有境外旅居史 tells of the persons, not where the case was counted.
            slots.origin = breakdown.as_ref().and_then(|whole| whole.origin);
        }
        self.place_of_case(&mut slots, around, breakdown.as_ref());
        if slots.measure == Some(Measure::New) && breakdown.is_none() && self.is_total_after_new(&fact, &slots, around) {
            (slots.measure, slots.rule) = (Some(Measure::Cumulative), "cases.total_after_new");
        }
        if figure::is_zero_report(page.text, page.figure(index).unwrap_or(&page.lexed.figures[0])) {
            slots.measure = Some(Measure::New);
            slots.metric = slots.metric.or(Some(Metric::Infected));
            fact.quantity.value = Some(Amount::ZERO);
        }
        if let Some(known) = self.counted_before(&fact, around) {
            let known = &self.drafts[known].fact;
            slots.metric = known.metric;
            (slots.measure, slots.origin, slots.window) = (known.measure, slots.origin.or(known.origin), known.window);
            slots.place.clone_from(&known.place);
            slots.rule = "cases.counted_before";
        }
        if slots.metric.is_none() {
            // 男性153例: a part of a count that stands sentences before.
            let by_sex_or_age = any_of!["男", "女", "岁"].within(page.slice(around.left_start, around.left_end));
            let is_bare = page.slice(around.right_start, around.right_end).trim().is_empty() && !by_sex_or_age;
            let of_sentence = if is_bare { self.class_of_sentence(index, bounds) } else { None };
            slots.metric = of_sentence.or(self.frame.only_class.filter(|_| is_bare));
            slots.rule = if slots.metric.is_some() { "cases.class_before" } else { UNCLASSED };
        }
        fact.metric = slots.metric.or(Some(Metric::Infected));
        fact.measure = slots.measure;
        fact.origin = slots.origin;
        fact.window = slots.window;
        fact.item.clone_from(&slots.item);
        fact.rule = slots.rule.into();
        fact.word = self.class_word(&fact, around).or(fact.word);
        if slots.is_negative {
            fact.quantity.value = fact.quantity.value.map(|v| -v);
        }
        fact.cumulative = matches!(fact.measure, Some(Measure::Cumulative | Measure::Current));
        self.frame.last_measure = fact.measure;
        if breakdown.is_none() {
            self.frame.sentence_measure = fact.measure;
        }
        let whole = breakdown.as_ref().and_then(|b| b.whole);
        let names = self.names(around);
        // 甲市、乙市各1例: whose figures follow is not told by a list.
        slots.is_listed |= names.len() > 1;
        if breakdown.is_none() {
            self.remember(&fact, &slots);
        } else {
            self.frame.metric = self.frame.metric.or(fact.metric);
        }
        if let Some(b) = self.frame.breakdowns.last_mut()
            && b.by_word
            && b.whole.is_none_or(|w| self.drafts[w].fact.metric != fact.metric)
        {
            // 其中湖北81例,河南2例: the next part keeps the class just named.
            b.metric = fact.metric;
        }
        if names.len() > 1 {
            for name in names {
                let mut each = fact.clone();
                each.place = Some(self.places.full(&name));
                self.push(each, whole, sentence);
            }
            return;
        }
        fact.place = slots.place;
        self.refine_by_next_clause(&mut fact, around);
        let is_taken_up = fact.rule == "cases.counted_before";
        self.push(fact, whole, sentence);
        if is_taken_up {
            let (this, depth) = (self.drafts.len() - 1, self.frame.depth);
            self.frame.end_word_breakdowns();
            self.open_breakdown(Some(this), depth, true);
        }
    }

    /// 这67例中, 33例确诊病例中: a figure given before is taken up again, to be cut into parts. Its draft.
    fn counted_before(&self, fact: &Fact, around: &Around) -> Option<usize> {
        let page = self.page;
        let right = page.slice(around.right_start, around.right_end).trim();
        let is_taken_up = any_of!["中", "当中", "之中", "里"].ends(right) && !right.ends_with("其中");
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
        let found = if is_taken_up {
            self.drafts[from..].iter().rposition(is_same)
        } else {
            None
        };
        found.map(|at| from + at)
    }

    /// 报告确诊病例,累计24372例: the class stands in an earlier clause of the sentence that counts nothing.
    fn class_of_sentence(&self, index: usize, bounds: &Range<usize>) -> Option<Metric> {
        let from = bounds.start.max(index.saturating_sub(REACH_TOKENS));
        let before = (from..index).rev().take_while(|i| self.page.figure(*i).is_none());
        let class = before.filter_map(|i| self.page.word(i)).find_map(|word| word.metric);
        class.filter(|class| matches!(class, Metric::Confirmed | Metric::Asymptomatic | Metric::Suspected))
    }

    /// 其中甲市分别为5例和9例: the place before 分别, for both.
    fn respective_place(&mut self, around: &Around) -> Option<String> {
        let named = self.page.words_in(around.left.clone()).rev().find_map(|(i, w)| self.place_at(i, w));
        if named.is_some() {
            self.place_in_turn.clone_from(&named);
        }
        named.or_else(|| self.place_in_turn.clone())
    }

    /// 10例有居住史, 2例无接触史: what follows the number describes some of those just counted. The whole's draft.
    fn whole_described(&self, fact: &Fact, around: &Around) -> Option<usize> {
        let page = self.page;
        let right = page.slice(around.right_start, around.right_end);
        let describes = any_of!["有", "无", "系", "属", "因", "曾", "既有", "既往"].starts(right)
            || (right.starts_with('为') && any_of!["密切接触者", "密接", "接触者"].within(right));
        let left = page.slice(around.left_start, around.left_end).trim();
        let says_more = page
            .words_in(around.left.clone())
            .any(|(_, w)| w.metric.is_some() || w.measure.is_some() || w.is(Role::Cumulative));
        if !describes || says_more || left.chars().count() > 6 {
            return None;
        }
        let from = self.drafts.len().saturating_sub(MOST_DESCRIBED);
        let whole = from
            + self.drafts[from..]
                .iter()
                .rposition(|d| d.fact.kind == Kind::Cases && d.whole.is_none())?;
        let known = &self.drafts[whole].fact;
        let is_near = self.drafts[whole].sentence.end as usize + NEAR_BYTES >= around.left_start;
        let may_be_part = fact.quantity.value.is_some() && fact.quantity.value <= known.quantity.value;
        let is_of_sentence = whole >= self.sentence_drafts;
        (is_near && may_be_part && (known.measure == Some(Measure::New) || is_of_sentence)).then_some(whole)
    }

    /// 新增1例,确诊18例: the larger number of the class, without 新增 of its own, is the number so far.
    fn is_total_after_new(&self, fact: &Fact, slots: &CaseSlots, around: &Around) -> bool {
        let words = || self.page.words_in(around.left.clone()).map(|(_, word)| word);
        let has_class = slots.metric.is_some() && words().any(|word| word.metric == slots.metric);
        let has_measure = words().any(|word| word.measure.is_some());
        let earlier = |draft: &Draft| {
            let known = &draft.fact;
            known.kind == Kind::Cases
                && known.measure == Some(Measure::New)
                && (known.metric == slots.metric || known.rule == UNCLASSED)
                && known.place == slots.place
                && (known.origin == slots.origin || known.origin.is_none())
                && known.quantity.value < fact.quantity.value
        };
        // 包括快测5例及核酸9例: a list goes on.
        has_class && !has_measure && !around.follows_figure && self.drafts[self.sentence_drafts..].iter().any(earlier)
    }

    pub(super) fn clause_tokens(&self, index: usize, bounds: &Range<usize>) -> Range<usize> {
        let from = (bounds.start.max(index.saturating_sub(REACH_TOKENS))..index)
            .rev()
            .find(|i| self.page.punct(*i).is_some_and(is_clause_end))
            .map_or(bounds.start, |i| i + 1);
        from..index
    }

    pub(super) fn remember(&mut self, fact: &Fact, slots: &CaseSlots) {
        self.frame.metric = fact.metric.filter(|_| slots.rule != UNCLASSED);
        if matches!(fact.metric, Some(Metric::Confirmed | Metric::Asymptomatic | Metric::Infected)) && self.frame.main_metric.is_none() {
            self.frame.main_metric = fact.metric;
        }
        self.frame.note_class(fact.metric);
        if matches!(fact.measure, Some(Measure::New | Measure::Cumulative)) {
            self.frame.measure = fact.measure;
        }
        self.frame.origin = fact.origin;
        self.frame.note_paragraph(fact.origin, fact.measure, slots.leads_with_origin);
        if fact.origin.is_some() && fact.origin != self.frame.topic_origin {
            // The paragraph speaks of both: what follows is of neither alone.
            self.frame.topic_origin = None;
        }
        // 番禺、荔湾分别新增6例和4例: a district in a list is not whose figures follow.
        if slots.place.is_some() && self.respective.is_none() && !slots.is_listed {
            self.frame.place.clone_from(&slots.place);
        }
        self.frame.sentence_has_figures = true;
    }

    /// 新增病例60例,包括确诊病例39例和无症状感染者21例: what is cut into both classes is of neither.
    fn counts_both_classes(&self, around: &Around) -> bool {
        let page = self.page;
        let next = around.right.end;
        let rest = page.slice(around.right_end, page.text.len());
        if !any_of!["，包括", ",包括", "，其中", ",其中", "，含"].starts(rest) {
            return false;
        }
        let mut classes = (next + 1..next + MAX_CLASS_TOKENS_BOTH)
            .take_while(|i| page.punct(*i).is_none_or(|c| !is_sentence_end(c) && !matches!(c, '；' | ';')))
            .filter_map(|i| page.word(i)?.metric);
        let first = classes.next();
        first == Some(Metric::Confirmed) && classes.next() == Some(Metric::Asymptomatic)
    }

    /// 新增感染者1例,为无症状感染者: the clause after it names the class.
    fn refine_by_next_clause(&self, fact: &mut Fact, around: &Around) {
        if fact.rule == "cases.noun" && self.counts_both_classes(around) {
            fact.metric = Some(Metric::Infected);
            fact.rule = "cases.both_classes".into();
            return;
        }
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
        if says && let Some(metric) = page.words_in(next..end).find_map(|(_, w)| w.metric) {
            fact.metric = Some(metric);
            fact.rule = "cases.named_by_next_clause".into();
        }
    }

    fn place_of_case(&mut self, slots: &mut CaseSlots, around: &Around, breakdown: Option<&Breakdown>) {
        if let Some(name) = self.respective.as_mut().and_then(Vec::pop) {
            slots.place = Some(self.places.full(&name));
            return;
        }
        let page = self.page;
        if let Some(place) = self.place_after(around) {
            slots.place = Some(place);
            return;
        }
        let named = page.words_in(around.left.clone()).rev().find_map(|(i, w)| self.place_at(i, w));
        let named = named.or_else(|| self.place_before_bracket(around)).or_else(|| {
            places::name_at_start(page.slice(around.left_start, around.left_end).trim_start()).map(|name| self.places.full(name))
        });
        if let Some(b) = breakdown {
            let has_class = page.words_in(around.left.clone()).any(|(_, w)| {
                w.metric.is_some()
                    || w.is(Role::Severity)
                    || w.measure.is_some()
                    || w.origin.is_some()
                    || w.is(Role::Converted)
                    || w.is(Role::CaseNoun)
            });
            let chunk = self.list_name(around);
            let is_named = named.is_some();
            let country = |name: &str| self.page.lexicon.whole(name).is_some_and(|word| word.is(Role::Country));
            // 其中,甲区新增确诊7例、无症状2例: the second class is of the same part.
            let is_of_country = chunk.as_deref().is_some_and(country);
            let same_part = self
                .drafts
                .last()
                .filter(|last| around.follows_figure && !is_named && !is_of_country && last.whole == b.whole);
            if let Some(last) = same_part.filter(|last| last.fact.place.is_some() && last.fact.place != b.place && has_class) {
                slots.place.clone_from(&last.fact.place);
                return;
            }
            // 中国籍4例: whose nationals they are is not where they were counted.
            let left = page.slice(around.left_start, around.left_end).trim();
            if left.ends_with('籍') {
                slots.item = chunk.map(|name| format!("{name}籍"));
                slots.place.clone_from(&b.place);
                return;
            }
            slots.place = match (named, chunk) {
                // 其中缅甸输入17例: where they came from is the part's name.
                (None, Some(name)) if country(&name) => Some(name),
                (Some(place), _) if has_class => Some(place),
                (_, Some(name)) if !has_class && name.contains(|c: char| c.is_ascii_digit()) => {
                    slots.item = Some(name);
                    b.place.clone()
                }
                (_, Some(name)) if !has_class && self.names_a_place(&name) => Some(self.places.full(&name)),
                (_, Some(name)) if !has_class && !is_named => {
                    // 其中管控人员48例: the part is a group of persons.
                    slots.item = slots.item.take().or(Some(name));
                    b.place.clone().or_else(|| self.base_place())
                }
                (Some(place), _) => Some(place),
                _ => b.place.clone().or_else(|| self.base_place()),
            };
            return;
        }
        // 全省 in a city's briefing: a place, but one that the text does not name.
        let unnamed_whole = page
            .words_in(around.left.clone())
            .any(|(_, w)| w.whole.is_some_and(|whole| self.places.whole(whole).is_none()));
        if unnamed_whole && named.is_none() {
            slots.place = None;
            return;
        }
        let in_list = around.follows_figure && named.is_none();
        // 甲市3例,乙市1例: nothing but a name, after other figures of the sentence.
        let bare = page
            .slice(around.left_start, around.left_end)
            .trim_matches(|c: char| c.is_whitespace() || matches!(c, '、' | '和' | '及'));
        let is_bare_name =
            self.drafts.len() > self.sentence_drafts && named.as_deref().is_some_and(|name| name == bare || name.starts_with(bare));
        slots.is_listed = around.follows_figure || (is_bare_name && !bare.is_empty());
        slots.place = match named {
            Some(place)
                if place.contains("兵团")
                    && (self.frame.is_nation || page.slice(around.left_start, around.left_end).starts_with(['和', '及'])) =>
            {
                Some("全国".to_owned())
            }
            Some(place) => Some(place),
            _ if self.frame.is_nation => Some("全国".to_owned()),
            _ if in_list => self.list_place(around).or_else(|| self.base_place()),
            _ => self.base_place(),
        };
    }

    /// 以新北市(23042例)最多: the number in brackets right after a place is the place's, where no count stands before it.
    fn place_before_bracket(&self, around: &Around) -> Option<String> {
        let page = self.page;
        let bracket = around
            .left
            .start
            .checked_sub(1)
            .filter(|i| matches!(page.punct(*i), Some('(' | '（')))?;
        let before = bracket.checked_sub(1)?;
        let word = page.word(before).filter(|word| word.is(Role::Place))?;
        let is_alone = around.left.is_empty() && page.span(before).end == page.span(bracket).start;
        self.place_at(before, word)
            .filter(|_| is_alone && page.slice(around.left_start, around.left_end).trim().is_empty())
    }

    /// 64例在呼和浩特市, 2例在包头市昆都仑区: nothing but where they are, right after the number.
    fn place_after(&self, around: &Around) -> Option<String> {
        let page = self.page;
        let rest = page.slice(around.right_start, around.right_end);
        let lead = any_of!["在", "位于", "均在", "均位于"].at_start(rest)?;
        let mut at = around.right_start + lead.len();
        let mut last = None;
        for (index, word) in page.words_in(around.right.clone()) {
            let span = page.span(index);
            if (span.end as usize) <= at {
                continue;
            }
            if span.start as usize != at || !word.is(Role::Place) {
                return None;
            }
            at = span.end as usize;
            last = self.place_at(index, word);
        }
        last.filter(|_| page.slice(at, around.right_end).trim().is_empty())
    }

    pub(super) fn base_place(&self) -> Option<String> {
        self.frame.place.clone().or_else(|| self.places.chief())
    }

    fn list_place(&self, around: &Around) -> Option<String> {
        let name = self.list_name(around)?;
        let ends = any_of!["区", "县", "市", "州", "镇", "旗", "省", "盟", "街道"].ends(&name);
        let clean = !self
            .page
            .words_in(around.left.clone())
            .any(|(_, w)| w.metric.is_some() || w.measure.is_some());
        (ends && clean && name.chars().count() <= 10).then(|| self.places.full(&name))
    }

    pub(super) fn place_at(&self, index: usize, word: &Word) -> Option<String> {
        if let Some(alias) = word.alias {
            return Some(alias.to_owned());
        }
        if let Some(whole) = word.whole {
            return self.places.whole(whole);
        }
        if !word.is(Role::Place) {
            return None;
        }
        let span = self.page.span(index);
        let rest = &self.page.text[span.end as usize..];
        // 武汉市第一医院 is a hospital.
        if any_of!["医院", "大学", "路", "街", "机场", "口罩"].starts(rest) {
            return None;
        }
        let name = span.of(self.page.text);
        if rest.starts_with("以外") || rest.starts_with("外其") {
            return Some(format!("{name}以外"));
        }
        let extended = any_of!["口岸", "高新区", "经开区", "开发区"].at_start(rest);
        Some(match extended {
            Some(suffix) => format!("{name}{suffix}"),
            None => self.places.full(name),
        })
    }

    /// Whether a part's name is a place: known, ending like a division, a country, or 市域外, 境外.
    pub(super) fn names_a_place(&self, name: &str) -> bool {
        let name = name.strip_prefix("中国").filter(|rest| !rest.is_empty()).unwrap_or(name);
        let word = self.page.lexicon.whole(name);
        let known = word.is_some_and(|word| word.is(Role::Place) || word.is(Role::Country));
        let has_end = name.ends_with([
            '省', '市', '县', '区', '州', '盟', '旗', '镇', '乡', '村', '国', '地', '外', '港', '场', '团', '师', '湾', '岛',
        ]);
        let names_persons = any_of![
            "人员", "学生", "职工", "病例", "居民", "人群", "筛查", "诊断", "男", "女", "增加", "减少"
        ]
        .within(name);
        !names_persons && (known || has_end)
    }

    /// The words before a part's number, without what is not a name: 其中来自西班牙3例 → 西班牙.
    fn list_name(&self, around: &Around) -> Option<String> {
        let text = self.page.slice(around.left_start, around.left_end);
        // 和平区, 自贡市: what looks like a lead is part of the name.
        let whole = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '、' | '：' | ':'));
        if self.page.lexicon.whole(whole).is_some_and(|word| word.is(Role::Place)) {
            return Some(whole.to_owned());
        }
        let mut text = text.trim_matches([' ', '\u{a0}', '\u{3000}', '、', '和', '：', ':', '“', '”', '-', '*', '•', '·']);
        for lead in [
            "其中",
            "含",
            "包括",
            "来自",
            "自",
            "分别为",
            "分别是",
            "及",
            "以及",
            "在",
            "从",
            "有",
            "新增",
            "另",
        ] {
            text = text.strip_prefix(lead).unwrap_or(text);
        }
        for tail in ["各", "均为", "有", "为", "报告", "新增", "转入", "输入", "共", "籍", "增加", "减少"] {
            text = text.strip_suffix(tail).unwrap_or(text);
        }
        let text = text.trim();
        ((1..=16).contains(&text.chars().count()) && !text.contains(['，', '。', ','])).then(|| text.to_owned())
    }

    /// The names to which 各 gives the figure each.
    fn names(&self, around: &Around) -> Vec<String> {
        let each = self
            .page
            .words_in(around.left.clone())
            .rfind(|(_, w)| w.is(Role::Each))
            .filter(|(i, _)| {
                // 各1例, and 各报告1例.
                let verb = self.page.slice(self.page.span(*i).end as usize, around.left_end).trim();
                matches!(verb, "" | "报告" | "新增" | "新增报告" | "增" | "有")
            });
        let Some((index, _)) = each else { return Vec::new() };
        // The list before 各 may reach over commas of enumeration to the figure before it.
        let text = self.page.slice(around.left_start, self.page.span(index).start as usize);
        let text = text.trim_start_matches("其中").trim_start_matches(['：', ':']);
        // 清远、肇庆两市各5例: how many they are is told once more.
        let counted = any_of![
            "两市", "两区", "两县", "两地", "两省", "三市", "三区", "三县", "三地", "三省", "四市", "四区", "四县", "四地"
        ];
        let text = counted
            .at_end(text.trim_end())
            .map_or(text, |end| &text[..text.trim_end().len() - end.len()]);
        text.split(['、', '和', '及', '与'])
            .map(str::trim)
            .filter(|name| (2..=14).contains(&name.chars().count()))
            .map(str::to_owned)
            .collect()
    }
}
