//! From a figure to a draft: what it counts, with which slots, as part of what.
//!
//! In: a figure's token and the frame of the walk. Out: drafts, pushed in text order.
//! Always: a figure yields at least one draft outside lists of addresses; 各 yields one for each name.

use std::ops::Range;

use super::adding_up::DISTRICTS_OF_BOTH;
use super::any_of::any_of;
use super::cases::{self, CaseSlots};
use super::evidence::{Carried, Evidence};
use super::figure::{self, Figure};
use super::frame::{Breakdown, WindowSource};
use super::kinds;
use super::lexer::Tok;
use super::lexicon::{Role, UnitClass};
use super::origins;
use super::page::{Around, REACH_TOKENS, is_clause_end};
use super::phrase;
use super::phrases;
use super::things::Site;
use super::walk::{Draft, REACH_DRAFTS, UNCLASSED, Walker};
use super::wholes::{FOUND, RANKED};
use crate::model::{Amount, Fact, FactId, Kind, Measure, Metric, Section, SectionKind, Span, Window};

impl Walker<'_> {
    pub(super) fn figure(&mut self, index: usize, bounds: &Range<usize>, section: &Section) {
        let page = self.page;
        let Some(figure) = page.figure(index) else {
            return;
        };
        let around = page.around(index, bounds);
        let after = phrase::after(page, &around, figure.class);
        let before = phrase::before(page, &around, figure.class);
        if around.left_start > 0 && page.slice(around.left_start, around.left_end).contains("至今") {
            self.frame.cumulative_clause = true;
        }
        let nation = figure.unit.starts_with(['个', '省', '国'])
            && page.text[figure.span.end as usize..].trim_start_matches('个').starts_with('省')
            && (figure.value.is_some_and(|v| v >= Amount::from_int(30)) || page.before(figure.start).ends_with("国内"));
        if nation {
            (self.frame.is_nation, self.frame.has_nation) = (true, true);
            self.frame.place = Some("全国".into());
        }
        self.open_list_that_adds_up(index, &around, bounds);
        let last = self.drafts.last().filter(|_| self.drafts.len() > self.sentence_drafts);
        let carried = Carried {
            kind: last.map(|d| d.fact.kind),
            whole: self.frame.breakdown().and_then(|b| b.whole).map(|i| self.drafts[i].fact.kind),
            unit: {
                let lender = self.frame.breakdown().and_then(|b| b.whole).map(|i| &self.drafts[i]).or(last);
                lender.map(|draft| draft.fact.quantity.unit.as_ref())
            },
            of_unit: {
                let near = self.sentence_drafts.max(self.drafts.len().saturating_sub(REACH_DRAFTS));
                let same = self.drafts[near..].iter().rfind(|draft| draft.fact.quantity.unit == figure.unit);
                same.map(|draft| draft.fact.kind)
            },
        };
        let (mut kind, mut rule) = kinds::classify(&Evidence {
            page,
            figure,
            around: &around,
            after,
            before,
            carried,
            governed_by_goods: self.frame.goods.action.is_some(),
        });
        if let Some(kind_of_whole) = self
            .kind_of_list(index)
            .filter(|of| kind == Kind::Other || (matches!(of, Kind::Contacts | Kind::Cases) && kind == Kind::Personnel))
        {
            (kind, rule) = (kind_of_whole, "part.adds_up");
        }
        let may_be_case =
            kind == Kind::Other || (kind == Kind::Contacts && page.slice(around.right_start, around.right_end).contains("治疗"));
        if may_be_case && figure.class == UnitClass::Person && self.restates_patients(figure, &around) {
            (kind, rule) = (Kind::Cases, "person_unit.told_of_cases");
        }
        if kind == Kind::Other && self.counts_areas_of_district(index, figure) {
            (kind, rule) = (Kind::RiskArea, "count_unit.areas_of_district");
        }
        if section.kind == SectionKind::List && matches!(kind, Kind::Other | Kind::Facility | Kind::Duration) {
            // A number in an address.
            return;
        }
        let mut fact = Fact::bare(FactId(0), figure.span, figure.quantity());
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
                let site = Site {
                    around: &around,
                    bounds,
                    before,
                    after,
                };
                self.thing(&mut fact, &site);
                let names = self.names(&around);
                if names.len() > 1 && kind == Kind::Money && fact.item.as_deref().is_some_and(|item| item.ends_with("捐款")) {
                    // 甲公司、乙公司各捐款100万元: a gift of each.
                    for name in names {
                        let giver = name.trim_start_matches('”');
                        fact.item = Some(format!("{giver}捐款").into());
                        self.push(fact.clone(), whole, sentence);
                    }
                    return;
                }
                if names.len() < 2 || matches!(kind, Kind::Money | Kind::Ratio | Kind::Duration) {
                    self.push(fact, whole, sentence);
                    return;
                }
                // 捐来南瓜、土豆各10吨: as many of each.
                for name in names {
                    self.push(self.one_of_each(&fact, &name), whole, sentence);
                }
            }
        }
    }

    /// 新增死亡48例。48位患者合并有基础疾病; 38人里头; 目前8人均在定点医院治疗: as many as were just counted, or of both classes together.
    fn restates_patients(&self, figure: &Figure, around: &Around) -> bool {
        let near = self.drafts.len().saturating_sub(REACH_DRAFTS);
        let is_same = |draft: &Draft| draft.fact.kind == Kind::Cases && draft.fact.quantity.value == figure.value;
        let right = self.page.slice(around.right_start, around.right_end).trim();
        let is_taken_up = matches!(right, "中" | "当中" | "之中" | "里" | "里头" | "里面");
        let is_treated = right.starts_with(['均', '都', '全']) && phrases::TREATS.within(right);
        // 以上9人均居住在甲区.
        let left = self.page.slice(around.left_start, around.left_end).trim();
        let is_pointed_at = any_of!["以上", "上述"].is(left);
        let is_retold = is_taken_up || is_treated || is_pointed_at;
        let counts_them = || self.drafts[near..].iter().any(is_same) || (is_retold && self.is_sum_of_both_classes_near(figure.value));
        figure.value.is_some() && (right.starts_with("患者") || is_retold) && counts_them()
    }

    /// 高风险区(9个)。小店区(4个):某街11号院…: how many of the areas just counted lie in a district.
    fn counts_areas_of_district(&self, index: usize, figure: &Figure) -> bool {
        let page = self.page;
        let opens = index.checked_sub(1).filter(|mark| matches!(page.punct(*mark), Some('（' | '(')));
        let closes = matches!(page.punct(index + 1), Some('）' | ')'));
        let is_of_district = opens.is_some_and(|mark| page.before(page.span(mark).start as usize).ends_with(['区', '县', '市']));
        let counted = self.drafts.iter().rev().take(REACH_DRAFTS).map(|draft| draft.fact.kind);
        let after_areas = counted.take_while(|kind| *kind == Kind::RiskArea).next().is_some();
        closes && is_of_district && after_areas && matches!(figure.unit, "个" | "处")
    }

    /// The fact that 各 gives to one of several names: goods and things are called so, places have them.
    fn one_of_each(&self, fact: &Fact, name: &str) -> Fact {
        let mut each = fact.clone();
        if self.names_a_place(name) {
            each.place = Some(self.places.full(name));
        } else {
            each.item = Some(self.without_verb(name).into());
        }
        each
    }

    /// 捐来南瓜: the goods without what was done with them.
    fn without_verb<'b>(&self, name: &'b str) -> &'b str {
        let verb = name.char_indices().rev().find_map(|(at, c)| {
            let end = at + c.len_utf8();
            let is_verb = |start: usize| {
                let word = self.page.lexicon.whole(&name[start..end]);
                word.is_some_and(|word| (word.action.is_some() || word.is(Role::Verb)) && word.head.is_none())
            };
            (0..at).filter(|start| name.is_char_boundary(*start)).any(is_verb).then_some(end)
        });
        verb.map_or(name, |end| &name[end..])
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
        // 确诊14例、无症状6例,其中18例在…发现,2例在…发现: the sum has told that they are of both.
        let is_told_by_sum = |list: &Breakdown| list.until.is_some() && list.by_word && list.whole.is_some();
        let described = if breakdown.as_ref().is_none_or(is_told_by_sum) {
            self.whole_described(&fact, around)
        } else {
            None
        };
        // 上述感染者中,191例在…发现: the words have told of whom.
        // 无症状感染者中,21727例在…发现: so they have, and none of these has been counted yet.
        let is_fresh = |list: &Breakdown| {
            let last = self.drafts.len().checked_sub(1);
            list.whole != last && last.is_none_or(|last| self.drafts[last].whole != list.whole)
        };
        let is_told = breakdown
            .as_ref()
            .is_some_and(|list| list.by_word && (list.whole.is_none() || is_fresh(list)));
        let found = if described.is_none() && !is_told {
            self.whole_found(&fact, around)
        } else {
            None
        };
        let described = described.or(found);
        let of_rest = || self.whole_of_rest(&fact, around);
        if let Some(whole) = described.or_else(of_rest) {
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
        let compared_day = self.day_compared_with(around);
        if compared_day.is_some() {
            breakdown = None;
        }
        let mut slots = cases::read(page, around, clause, &self.frame, breakdown.as_ref());
        if let Some(window) = compared_day {
            (slots.window, slots.item) = (Some(window), None);
        }
        if let Some(subject) = self.class_of_subject(around, bounds).filter(|_| slots.rule == "cases.carried") {
            (slots.metric, slots.rule) = (Some(subject.metric), "cases.class_of_subject");
            slots.measure = subject.measure.or(slots.measure);
            slots.origin = subject.origin.or(slots.origin);
        }
        if described.is_some() && origins::origin_told(page, around).is_none() {
            // 有境外旅居史 tells of the persons, not where the case was counted.
            slots.origin = breakdown.as_ref().and_then(|whole| whole.origin);
        }
        self.place_of_case(&mut slots, around, breakdown.as_ref(), bounds);
        if found.is_some() && slots.rule == "cases.carried" {
            slots.rule = FOUND;
        }
        let names_no_class = breakdown.is_none() && slots.rule == "cases.carried";
        if names_no_class && let Some(origin) = self.districts_of_both(around) {
            (slots.metric, slots.origin, slots.rule) = (Some(Metric::Infected), origin, DISTRICTS_OF_BOTH);
        }
        if slots.measure == Some(Measure::New) && breakdown.is_none() && self.is_total_after_new(&fact, &slots, around) {
            (slots.measure, slots.rule) = (Some(Measure::Cumulative), "cases.total_after_new");
        }
        let is_nought = page.figure(index).is_some_and(|own| figure::is_zero_report(page.text, own));
        if is_nought {
            // 零重症, 零死亡: none there are, none there were so far.
            let told = around
                .right
                .clone()
                .next()
                .and_then(|next| page.word(next))
                .and_then(|word| word.metric);
            (slots.metric, slots.measure) = match told {
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
                    let is_only = |class: &Metric| {
                        let confirmed = Some(Metric::Confirmed);
                        self.frame.only_class == confirmed && Some(*class) == confirmed && self.society_at_large(index, bounds).is_none()
                    };
                    let class = slots
                        .metric
                        .filter(|class| is_only(class) || is_named && matches!(class, Metric::Confirmed | Metric::Asymptomatic));
                    (class.or(Some(Metric::Infected)), Some(Measure::New))
                }
            };
            // 甲县已连续5天零新增: whose zero stands before the days.
            let clause = self.clause_tokens(index, bounds);
            let named = page.words_in(clause).rev().find_map(|(i, word)| self.place_at(i, word));
            let named = named.or_else(|| self.place_before_days(index, bounds));
            let at_large = self.society_at_large(index, bounds).filter(|_| named.is_none());
            // Where nobody is kept apart is not whose figures follow.
            slots.is_listed |= at_large.is_some();
            slots.place = named.or(at_large).or(slots.place);
            fact.quantity.value = Some(Amount::ZERO);
        }
        if let Some(metric) = self
            .class_in_sum(index)
            .filter(|_| matches!(slots.metric, Some(Metric::Infected) | None) || fact.rule == "no_unit.both_classes")
        {
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
        if let Some(known) = self.counted_before(&fact, around) {
            let known = &self.drafts[known].fact;
            slots.metric = known.metric;
            (slots.measure, slots.origin, slots.window) = (known.measure, slots.origin.or(known.origin), known.window);
            slots.place.clone_from(&known.place);
            slots.rule = "cases.counted_before";
            if phrases::TREATED_NOW.within(page.slice(around.left_start, around.left_end)) {
                // 目前在院治疗的71例确诊病例中: those who are there now.
                slots.measure = Some(Measure::Current);
            }
            // 甲市24例中: taken up again, it is not whose figures follow.
            slots.is_listed = true;
        }
        let of_contacts = self.contacts_before(around);
        if of_contacts.is_some() {
            slots.window = cases::window_of(&self.frame, None, slots.measure);
            if slots.metric == Some(Metric::Converted) {
                // Nobody was asymptomatic before.
                (slots.metric, slots.rule) = (Some(Metric::Confirmed), "cases.of_contacts");
            }
        }
        let is_taken_up = slots.rule == "cases.counted_before";
        if let Some((origin, place, window, measure)) = self.both_taken_up(&fact, around).filter(|_| !is_taken_up) {
            // 48例感染者中: of both classes that were just counted.
            (slots.metric, slots.origin, slots.window, slots.measure) = (Some(Metric::Infected), origin, window, measure);
            slots.place = place;
            (slots.rule, slots.is_listed) = ("cases.counted_before", true);
        }
        if slots.rule == "cases.noun" && self.counts_both_classes(around) {
            (slots.metric, slots.rule) = (Some(Metric::Infected), "cases.both_classes");
        }
        if slots.rule == "cases.carried" && breakdown.is_none() && self.is_sum_of_both_classes(fact.quantity.value) {
            (slots.metric, slots.rule) = (Some(Metric::Infected), "cases.sum_of_both");
        }
        if self.is_of_all(around) && slots.rule == "cases.carried" {
            (slots.metric, slots.rule) = (Some(Metric::Infected), "cases.of_both_classes");
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

    pub(super) fn clause_tokens(&self, index: usize, bounds: &Range<usize>) -> Range<usize> {
        let reach = bounds.start.max(index.saturating_sub(REACH_TOKENS));
        let from = (reach..index)
            .rev()
            .find(|i| self.page.punct(*i).is_some_and(is_clause_end))
            .map_or(reach, |i| i + 1);
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
            self.frame.place.clone_from(&slots.place);
        }
        self.frame.sentence_has_figures = true;
    }
}
