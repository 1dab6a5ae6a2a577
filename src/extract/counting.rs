//! A count of persons becomes a draft: of which whole it is a part, what stands beside it, what is left open.
//!
//! In: a figure that counts cases, its surroundings, the drafts before it and the frame. Out: one draft, or one for each name or class that 各
//! gives it; the frame remembers what the next count may take up. Always: what the count's own words tell (`cases`) is changed only by rules that
//! look further, each under its own name; a part is remembered for its list and for nothing else.

use std::ops::Range;

use super::adding_up::DISTRICTS_OF_BOTH;
use super::any_of::any_of;
use super::cases::{self, CaseSlots};
use super::figure;
use super::frame::{Breakdown, WindowSource};
use super::lexer::Tok;
use super::lexicon::Role;
use super::origins;
use super::page::Around;
use super::phrases;
use super::walk::{UNCLASSED, Walker};
use super::wholes::{FOUND, RANKED};
use crate::model::{Amount, Fact, Kind, Measure, Metric, Span, Window};

/// Rule of a count of an earlier day, with which one of this day is compared: it is cut into no parts.
pub(super) const OF_DAY_COMPARED: &str = "cases.of_day_compared";

/// Rule of a count that takes up one before it.
const COUNTED_BEFORE: &str = "cases.counted_before";

/// The list that a count is a part of, and how that is known.
struct PartOf {
    list: Option<Breakdown>,
    /// The words tell of those counted in the whole: 上述感染者中,….
    is_described: bool,
    /// They tell how some of them were found.
    is_found: bool,
}

impl Walker<'_> {
    pub(super) fn case(&mut self, mut fact: Fact, index: usize, around: &Around, bounds: &Range<usize>, sentence: Span) {
        let page = self.page;
        let clause = self.clause_tokens(index, bounds);
        let mut part = self.part_of(&fact, around);
        let compared_day = self.day_compared_with(around);
        if compared_day.is_some() {
            part.list = None;
        }
        let mut slots = cases::read(page, around, clause, &self.frame, part.list.as_ref());
        if let Some(window) = compared_day {
            (slots.window, slots.item) = (Some(window), None);
        }
        self.told_beside(&mut slots, &fact, &part, around, bounds);
        let is_nought = page.figure(index).is_some_and(|own| figure::is_zero_report(page.text, own));
        if is_nought {
            self.reported_nought(&mut slots, index, around, bounds);
            fact.quantity.value = Some(Amount::ZERO);
        }
        let of_contacts = self.taken_up(&mut slots, &fact, index, around);
        let breakdown = part.list;
        self.left_open(&mut slots, &fact, breakdown.is_none(), index, around, bounds);
        self.fill(&mut fact, &slots, around);
        if compared_day.is_some() {
            fact.rule = OF_DAY_COMPARED.into();
        }
        self.frame.last_measure = fact.measure;
        let is_severity = |item: &str| page.lexicon.whole(item).is_some_and(|word| word.is(Role::Severity));
        let is_grave = matches!(fact.metric, Some(Metric::Severe | Metric::Critical));
        self.frame.cuts_by_severity =
            fact.item.as_deref().is_some_and(is_severity) || (self.frame.cuts_by_severity && is_grave && around.follows_figure);
        self.frame.last_is_fewer = slots.is_negative;
        if breakdown.is_none() {
            self.frame.sentence_measure = fact.measure;
        }
        let whole = of_contacts.or(breakdown.as_ref().and_then(|b| b.whole)).or_else(|| {
            let is_among_new = slots.rule == cases::SUSPECTS_CONFIRMED;
            is_among_new.then(|| self.new_cases_of_day(&slots)).flatten()
        });
        let whole = whole.map(|whole| self.whole_of_class(whole, &fact));
        let classes = self.classes_of_each(around);
        if classes.len() > 1 {
            self.push_each_class(&fact, &slots, &classes, whole, sentence);
            return;
        }
        let names = self.names(around);
        // 甲市、乙市各1例: whose figures follow is not told by a list.
        slots.is_listed |= names.len() > 1;
        // 累计123例,已连续5日零新增,出院61例: how long nobody fell ill says nothing of what follows.
        let is_running = is_nought && self.frame.window_source != WindowSource::Day;
        if compared_day.is_some() || is_running {
            // What follows is of the day or the total in force.
        } else if breakdown.is_none() {
            self.remember(&fact, &slots);
        } else {
            self.frame.metric = self.frame.metric.or(fact.metric);
        }
        if let Some(b) = self.frame.breakdowns.last_mut()
            && b.by_word
            && b.whole.is_none_or(|w| self.drafts[w].fact.metric != fact.metric)
        {
            // 其中湖北81例,河南2例: the next part keeps the class just named; 其中4例转归;甲市831例 are not all conversions.
            b.metric = fact.metric.filter(|class| *class != Metric::Converted).or(b.metric);
        }
        if names.len() > 1 {
            for name in names {
                let mut each = fact.clone();
                // 普通型、轻型各1例, 学生、收银员各1人, 主动就诊和社会面排查各检出1例: how ill they are, who, and how they were found is no place.
                let is_group = phrases::GROUP_ENDS.ends(&name) && !self.names_a_place(&name);
                if is_group || page.lexicon.whole(&name).is_some_and(|word| word.is(Role::Severity)) {
                    each.item = Some(name.into());
                    each.place.clone_from(&slots.place);
                } else {
                    each.place = Some(self.places.full(&name));
                }
                self.push(each, whole, sentence);
            }
            return;
        }
        fact.place = slots.place;
        self.refine_by_next_clause(&mut fact, around);
        let is_taken_up = fact.rule == COUNTED_BEFORE;
        self.push(fact, whole, sentence);
        if is_taken_up {
            let (this, depth) = (self.drafts.len() - 1, self.frame.depth);
            self.frame.end_word_breakdowns();
            self.open_breakdown(Some(this), depth, true);
        }
    }

    /// The list in force, or the whole that the count's own words are about.
    fn part_of(&mut self, fact: &Fact, around: &Around) -> PartOf {
        let of_others =
            |list: &Breakdown| list.whole.is_none_or(|w| self.drafts[w].fact.kind != Kind::Cases) && !list.by_word && list.metric.is_none();
        let mut list = self.frame.breakdown().filter(|list| !of_others(list)).cloned();
        // 确诊14例、无症状6例,其中18例在…发现,2例在…发现: the sum has told that they are of both.
        let is_told_by_sum = |list: &Breakdown| list.until.is_some() && list.by_word && list.whole.is_some();
        let described = if list.as_ref().is_none_or(is_told_by_sum) {
            self.whole_described(fact, around)
        } else {
            None
        };
        // 上述感染者中,191例在…发现: the words have told of whom.
        // 无症状感染者中,21727例在…发现: so they have, and none of these has been counted yet.
        let is_fresh = |list: &Breakdown| {
            let last = self.drafts.len().checked_sub(1);
            list.whole != last && last.is_none_or(|last| self.drafts[last].whole != list.whole)
        };
        let is_told = list
            .as_ref()
            .is_some_and(|list| list.by_word && (list.whole.is_none() || is_fresh(list)));
        let found = if described.is_none() && !is_told {
            self.whole_found(fact, around)
        } else {
            None
        };
        let described = described.or(found);
        if let Some(whole) = described.or_else(|| self.whole_of_rest(fact, around)) {
            list = Some(Breakdown::of(whole, &self.drafts[whole].fact));
        }
        if let Some(whole) = self.classes_in_turn.pop() {
            let place = self.respective_place(around);
            let of = Breakdown::of(whole, &self.drafts[whole].fact);
            list = Some(Breakdown {
                place: place.or(of.place),
                ..of
            });
        }
        PartOf {
            list,
            is_described: described.is_some(),
            is_found: found.is_some(),
        }
    }

    /// What the clause before it, its place and the counts beside it tell of a count.
    fn told_beside(&mut self, slots: &mut CaseSlots, fact: &Fact, part: &PartOf, around: &Around, bounds: &Range<usize>) {
        if slots.rule == "cases.carried"
            && let Some(subject) = self.class_of_subject(around, bounds)
        {
            (slots.metric, slots.rule) = (Some(subject.metric), "cases.class_of_subject");
            slots.measure = subject.measure.or(slots.measure);
            slots.origin = subject.origin.or(slots.origin);
        }
        if part.is_described && origins::origin_told(self.page, around).is_none() {
            // 有境外旅居史 tells of the persons, not where the case was counted.
            slots.origin = part.list.as_ref().and_then(|whole| whole.origin);
        }
        self.place_of_case(slots, around, part.list.as_ref(), bounds);
        if part.is_found && slots.rule == "cases.carried" {
            slots.rule = FOUND;
        }
        let names_no_class = part.list.is_none() && slots.rule == "cases.carried";
        if names_no_class && let Some(origin) = self.districts_of_both(around) {
            (slots.metric, slots.origin, slots.rule) = (Some(Metric::Infected), origin, DISTRICTS_OF_BOTH);
        }
        if slots.measure == Some(Measure::New) && part.list.is_none() && self.is_total_after_new(fact, slots, around) {
            (slots.measure, slots.rule) = (Some(Measure::Cumulative), "cases.total_after_new");
        }
    }

    /// 零重症, 零死亡, 社会面零新增: of which class nobody is told, and whose nought it is.
    fn reported_nought(&self, slots: &mut CaseSlots, index: usize, around: &Around, bounds: &Range<usize>) {
        let page = self.page;
        let told = page
            .word(around.right.start)
            .filter(|_| !around.right.is_empty())
            .and_then(|word| word.metric);
        let at_large = self.society_at_large(index, bounds);
        (slots.metric, slots.measure) = match told {
            // None there are, none there were so far.
            Some(grave @ (Metric::Severe | Metric::Critical)) => (Some(grave), Some(Measure::Current)),
            Some(Metric::Dead) => (told, Some(Measure::Cumulative)),
            // 死亡病例零报告.
            _ if slots.metric == Some(Metric::Dead) && slots.rule == "cases.metric_before" => {
                slots.origin = None;
                (slots.metric, Some(Measure::New))
            }
            _ => {
                // 新增无症状14例,社会面零新增: nobody of any class.
                let is_named = matches!(slots.rule, "cases.metric_before" | "cases.metric_after");
                // 累计确诊123例,已连续5日零新增: of the only class that is spoken of; at large, of none.
                let is_only = self.frame.only_class == Some(Metric::Confirmed) && at_large.is_none();
                let class = slots.metric.filter(|class| match class {
                    Metric::Confirmed => is_only || is_named,
                    class => is_named && *class == Metric::Asymptomatic,
                });
                (class.or(Some(Metric::Infected)), Some(Measure::New))
            }
        };
        // 甲县已连续5天零新增: whose zero stands before the days.
        let clause = self.clause_tokens(index, bounds);
        let named = page.words_in(clause).rev().find_map(|(i, word)| self.place_at(i, word));
        let named = named.or_else(|| self.place_before_days(index, bounds));
        let at_large = at_large.filter(|_| named.is_none());
        // Where nobody is kept apart is not whose figures follow.
        slots.is_listed |= at_large.is_some();
        slots.place = named.or(at_large).or(slots.place.take());
    }

    /// Counts taken up again, classes handed out in turn, and those who fell ill among contacts: the draft of these contacts.
    fn taken_up(&mut self, slots: &mut CaseSlots, fact: &Fact, index: usize, around: &Around) -> Option<usize> {
        let page = self.page;
        let is_open = matches!(slots.metric, Some(Metric::Infected) | None) || fact.rule == "no_unit.both_classes";
        if let Some(metric) = self.class_in_sum(index).filter(|_| is_open) {
            (slots.metric, slots.rule) = (Some(metric), "cases.class_in_sum");
            if let Some(first) = self.drafts.last().filter(|_| metric == Metric::Asymptomatic) {
                // 甲区52+741: both are the district's.
                slots.place.clone_from(&first.fact.place);
            }
        }
        if fact.rule == "person_unit.left_hospital" {
            (slots.metric, slots.rule) = (Some(Metric::Discharged), "cases.left_hospital");
        }
        if let Some(metric) = self.metrics_in_turn.pop() {
            (slots.metric, slots.rule) = (Some(metric), "cases.respectively");
        }
        if let Some(origin) = self.origins_in_turn.pop() {
            slots.origin = Some(origin);
        }
        if let Some(known) = self.counted_before(fact, around) {
            let known = &self.drafts[known].fact;
            slots.metric = known.metric;
            // 截至10日,已确诊的86例中: with a time of its own the sentence counts by that.
            let window = if self.frame.is_new_sentence_since_window {
                known.window
            } else {
                slots.window.or(known.window)
            };
            (slots.measure, slots.origin, slots.window) = (known.measure, slots.origin.or(known.origin), window);
            // 甲市上述15例病例中: whose they are, told once more or more closely.
            let named = page.words_in(around.left.clone()).rev().find_map(|(i, w)| self.place_at(i, w));
            slots.place = named.or_else(|| known.place.clone());
            slots.rule = COUNTED_BEFORE;
            let told = page.slice(around.right_start, around.right_end);
            let are_treated = told.ends_with("治疗") && any_of!["均在", "都在", "正在", "仍在"].within(told);
            if are_treated || phrases::TREATED_NOW.within(page.slice(around.left_start, around.left_end)) {
                // 目前在院治疗的71例确诊病例中: those who are there now.
                slots.measure = Some(Measure::Current);
            }
            // 甲市24例中: taken up again, it is not whose figures follow.
            slots.is_listed = true;
        }
        let of_contacts = self.contacts_before(around);
        if of_contacts.is_some() {
            slots.window = cases::window_of(&self.frame, None, slots.measure);
            let is_unclassed = matches!(slots.metric, Some(Metric::Infected) | None) && page.has(around.right.clone(), Role::Converted);
            if is_unclassed || slots.metric == Some(Metric::Converted) {
                // 12人转为确诊病例: nobody was asymptomatic before.
                (slots.metric, slots.rule) = (Some(Metric::Confirmed), "cases.of_contacts");
            }
        }
        let is_taken_up = slots.rule == COUNTED_BEFORE;
        if let Some((origin, place, window, measure)) = self.both_taken_up(fact, around).filter(|_| !is_taken_up) {
            // 48例感染者中: of both classes that were just counted.
            (slots.metric, slots.origin, slots.window, slots.measure) = (Some(Metric::Infected), origin, window, measure);
            slots.place = place;
            (slots.rule, slots.is_listed) = (COUNTED_BEFORE, true);
        }
        of_contacts
    }

    /// The class that no word at the count has told: of both, of a rank, of the paragraph's only one, or of none that is known.
    fn left_open(&self, slots: &mut CaseSlots, fact: &Fact, is_whole: bool, index: usize, around: &Around, bounds: &Range<usize>) {
        let page = self.page;
        if slots.rule == "cases.noun" && self.counts_both_classes(around) {
            (slots.metric, slots.rule) = (Some(Metric::Infected), "cases.both_classes");
        }
        if slots.rule == "cases.carried" && is_whole && self.is_sum_of_both_classes(fact.quantity.value) {
            (slots.metric, slots.rule) = (Some(Metric::Infected), "cases.sum_of_both");
        }
        if self.is_of_all(around) && slots.rule == "cases.carried" {
            (slots.metric, slots.rule) = (Some(Metric::Infected), "cases.of_both_classes");
            slots.origin = slots.origin.or_else(|| self.origin_of_both());
        }
        let by_age = |item: Option<&str>| item.is_some_and(|item| item.contains('岁'));
        if slots.rule == "cases.carried"
            && by_age(slots.item.as_deref())
            && let Some(last) = self.drafts.last().filter(|last| by_age(last.fact.item.as_deref()))
        {
            // 死亡7例,其中60岁以下2人…。70岁以上5人: of those whom the sentence before began to cut.
            (slots.metric, slots.measure, slots.origin) = (last.fact.metric, last.fact.measure, last.fact.origin);
        }
        if slots.metric.is_none()
            && let Some(main) = self.ranked_among(around)
        {
            // 新增本土病例769例,死亡14例。甲市280例居首,其后为乙市140例: of the first count of the sentences before.
            let main = &self.drafts[main].fact;
            (slots.metric, slots.rule) = (main.metric, RANKED);
            (slots.measure, slots.origin) = (main.measure, slots.origin.or(main.origin));
        }
        if slots.metric.is_none() {
            // 男性153例: a part of a count that stands sentences before.
            let by_sex_or_age = phrases::SEX_OR_AGE.within(page.slice(around.left_start, around.left_end));
            let is_bare = page.slice(around.right_start, around.right_end).trim().is_empty() && !by_sex_or_age;
            let of_sentence = if is_bare { self.class_of_sentence(index, bounds) } else { None };
            slots.metric = of_sentence
                .or(self.frame.only_class.filter(|_| is_bare))
                .or(self.frame.told_class.filter(|_| page.has(around.left.clone(), Role::Place)));
            slots.rule = if slots.metric.is_some() { "cases.class_before" } else { UNCLASSED };
        }
    }

    /// The fact of a count whose slots are known, but for its place.
    fn fill(&self, fact: &mut Fact, slots: &CaseSlots, around: &Around) {
        fact.metric = slots.metric.or(Some(Metric::Infected));
        fact.measure = slots.measure;
        fact.origin = slots.origin;
        fact.window = slots.window;
        // 140男106女: the sex behind a number is its own, whatever stood before it.
        let sex = Some(self.page.slice(around.right_start, around.right_end).trim()).filter(|right| matches!(*right, "男" | "女"));
        fact.item = sex.map(Into::into).or_else(|| slots.item.clone());
        fact.rule = slots.rule.into();
        fact.word = self.class_word(fact, around).or(fact.word);
        if slots.is_negative {
            fact.quantity.value = fact.quantity.value.map(|v| -v);
        }
        fact.cumulative = matches!(fact.measure, Some(Measure::Cumulative | Measure::Current));
    }

    /// 较3月1日的|7例增加2例: the day of a figure that another is compared with.
    fn day_compared_with(&mut self, around: &Around) -> Option<Window> {
        let page = self.page;
        let left = page.slice(around.left_start, around.left_end).trim();
        if !left.starts_with(['较', '比', '与']) || !left.ends_with('的') {
            return None;
        }
        let last = around.left.clone().next_back()?;
        let Tok::Time(time) = page.token(last)?.tok else {
            return None;
        };
        let touches = page.slice(page.span(last).end as usize, around.left_end).trim() == "的";
        let time = page.lexed.times.get(time as usize).filter(|_| touches)?;
        Some(self.calendar.resolve(time)?.last_day())
    }

    /// 新增确诊、新增死亡、现有疑似病例均为0: the classes to which 均为 gives the figure each, with the measure said of them.
    fn classes_of_each(&self, around: &Around) -> Vec<(Metric, Option<Measure>)> {
        let page = self.page;
        let each = page.words_in(around.left.clone()).rfind(|(_, word)| word.is(Role::Each));
        let gives = |each: usize| page.span(each).end as usize == around.left_end && self.gives_each(each);
        let Some((each, _)) = each.filter(|(each, _)| gives(*each)) else {
            return Vec::new();
        };
        let (mut classes, mut measure, mut end) = (Vec::new(), None, None);
        for (index, word) in page.words_in(around.left.start..each) {
            measure = word.measure.or(measure);
            let Some(class) = word.metric else { continue };
            let span = page.span(index);
            let is_joined = |end: usize| page.slice(end, span.start as usize).contains(['、', '和', '及', '与', '或']);
            if end.is_none_or(is_joined) {
                classes.push((class, measure));
            }
            end = Some(span.end as usize);
        }
        classes
    }

    fn push_each_class(
        &mut self,
        fact: &Fact,
        slots: &CaseSlots,
        classes: &[(Metric, Option<Measure>)],
        whole: Option<usize>,
        sentence: Span,
    ) {
        for (class, measure) in classes {
            let mut each = fact.clone();
            each.metric = Some(*class);
            let is_nought = fact.quantity.value == Some(Amount::ZERO);
            let of_day = fact.measure.filter(|measure| *measure == Measure::New);
            each.measure = measure.or(match class {
                Metric::Severe | Metric::Critical if is_nought => Some(Measure::Current),
                Metric::Dead | Metric::Discharged if is_nought => of_day.or(Some(Measure::Cumulative)),
                _ => fact.measure,
            });
            each.cumulative = matches!(each.measure, Some(Measure::Cumulative | Measure::Current));
            each.window = cases::window_of(&self.frame, None, each.measure);
            each.place.clone_from(&slots.place);
            each.rule = "cases.each_class".into();
            self.remember(&each, slots);
            self.push(each, whole, sentence);
        }
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
        let differs = self.frame.sentence_has_figures && self.frame.origin.zip(fact.origin).is_some_and(|(before, own)| before != own);
        self.frame.has_both_origins |= differs;
        self.frame.origin = fact.origin;
        self.frame.note_paragraph(fact.origin, fact.measure, slots.leads_with_origin);
        if fact.origin.is_some() && fact.origin != self.frame.topic_origin {
            // The paragraph speaks of both: what follows is of neither alone.
            self.frame.topic_origin = None;
        }
        // 番禺、荔湾分别新增6例和4例: a district in a list is not whose figures follow.
        // 自印尼(2例): where travellers came from is not whose figures follow.
        let is_country = |place: &str| {
            self.page
                .lexicon
                .whole(place)
                .is_some_and(|word| word.is(Role::Country) && !word.is(Role::Place))
        };
        let is_country = slots.place.as_deref().is_some_and(is_country) && (slots.is_listed || fact.origin.is_some());
        if slots.place.is_some() && self.respective.is_none() && !slots.is_listed && !is_country {
            self.frame.places_told += usize::from(self.frame.place != slots.place);
            self.frame.place.clone_from(&slots.place);
        }
        self.frame.sentence_has_figures = true;
    }
}
