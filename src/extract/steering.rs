//! Words that steer: what each says about the figures after it, one function for each kind of word.
//!
//! In: a word of the sentence, in order. Out: the frame moved along: windows, measures, wholes whose parts follow, places in turn; and the
//! zeros that a negation states. Always: a word steers by its role in the lexicon, not by its spelling, but for those that decide a role.

use super::any_of::any_of;
use std::ops::Range;

use super::cases::{self, CaseSlots};
use super::frame::WindowSource;
use super::lexer::Tok;
use super::lexicon::{Role, UnitClass, Word};
use super::page::{REACH_TOKENS, is_clause_end};
use super::phrases;
use super::walk::{Draft, MAX_TURN_TOKENS, REACH_DRAFTS, Walker};
use super::zeros;
use crate::model::{Fact, FactId, Kind, Measure, Metric, Origin, Quantity, Span};

/// How far from a total its parts may be told of as cared for.
const MAX_CARE_BYTES: usize = 120;

impl Walker<'_> {
    pub(super) fn word(&mut self, index: usize, bounds: &Range<usize>) {
        let page = self.page;
        let Some(word) = page.word(index) else { return };
        let text = page.span(index).of(page.text);
        self.since_or_up_to(index, word, text);
        // 占总数的87%: of what the share is, and nothing so far.
        let is_base = || page.before(page.span(index).start as usize).ends_with('占');
        if word.is(Role::Cumulative) && !is_base() {
            self.frame.cumulative_clause = true;
        }
        if word.is(Role::ThatDay) {
            self.that_day();
        }
        // 通报117人离世,当中71人…: 其中, as Hong Kong writes it.
        let is_among = text == "当中" && self.begins_clause(index, bounds);
        if word.is(Role::Part) || is_among {
            self.part_word(index, bounds, text);
        }
        if word.is(Role::Respectively) {
            self.respectively(index, bounds, text);
        }
        self.named_as_whole(index, bounds, word);
        if word.is(Role::Now) {
            self.frame.now_after = Some(self.drafts.len());
        }
        if word.measure.is_some_and(|m| m != Measure::Current) || matches!(text, "现有" | "尚有" | "仍有") {
            self.measure_word(index, bounds);
        }
        // 全国19个省份的医疗队: where they come from, not whose figures follow.
        let tells_from_where = text == "全国"
            && page
                .figure(index + 1)
                .is_some_and(|figure| matches!(figure.unit, "省" | "个" | "省份" | "省市"));
        if self.frame.breakdown().is_none()
            && !tells_from_where
            && let Some(whole) = word.whole
        {
            let abroad = if whole.nation { self.nation_abroad(index) } else { None };
            self.frame.place = abroad.or_else(|| self.whole(whole));
            self.frame.is_unnamed = self.frame.place.is_none();
        }
        if word.is(Role::None) {
            self.zeros(index, bounds);
        }
        self.frame.goods.note(page, index);
    }

    /// 本轮疫情以来, 至今: no day is told, and what follows is a total.
    fn since_or_up_to(&mut self, index: usize, word: &Word, text: &str) {
        let without_day = word.is(Role::UpTo) && !matches!(self.page.token(index + 1).map(|t| t.tok), Some(Tok::Time(_)));
        if !(word.is(Role::EpidemicSince) || without_day) {
            return;
        }
        // 自10月18日发生本轮疫情以来: the day is told.
        let is_told = self.frame.window_source == WindowSource::Since && !self.frame.is_new_sentence_since_window;
        if text == "至今" {
            // 昨日无新增,至今仍维持十宗: what was measured before no longer holds.
            (self.frame.measure, self.frame.last_measure) = (None, None);
        } else if !is_told {
            self.frame.set_window(None, WindowSource::None, None);
        }
        self.frame.cumulative_sentence = true;
    }

    /// 截至24时现有…;当日解除3例: of the day that ends there.
    fn that_day(&mut self) {
        let Some(day) = self.frame.day else { return };
        let (metric, origin) = (self.frame.metric, self.frame.origin);
        self.frame.set_window(Some(day), WindowSource::Day, Some(day));
        // Still of the class whose total was just given: 累计死亡2345例,当日新增109例.
        (self.frame.metric, self.frame.origin) = (metric, origin);
        self.frame.cumulative_sentence = false;
    }

    fn begins_clause(&self, index: usize, bounds: &Range<usize>) -> bool {
        index == bounds.start || self.page.punct(index - 1).is_some_and(is_clause_end)
    }

    /// 其中, 含: the parts of a count follow.
    fn part_word(&mut self, index: usize, bounds: &Range<usize>, text: &str) {
        let depth_of_list = self.frame.breakdown().map_or(0, |b| b.depth);
        let opens_list = matches!(text, "其中" | "含" | "当中") && self.begins_clause(index, bounds);
        if !(opens_list && (self.frame.depth == depth_of_list || text != "含")) {
            return;
        }
        if self.frame.breakdown().is_some_and(|b| !b.by_word && b.depth == self.frame.depth) {
            // (甲县2例、乙区1例;含2例转为确诊): past a semicolon the whole in front of the brackets is meant.
            if !matches!(self.page.punct(index.wrapping_sub(1)), Some('；' | ';')) {
                self.open_part_in_brackets();
            }
            return;
        }
        let opens_sentence = self.drafts.len() == self.sentence_drafts;
        let last = self.drafts.len().checked_sub(1);
        let of_sentence_before = if opens_sentence {
            self.main_figure_before().or_else(|| self.risk_areas_before())
        } else {
            None
        };
        let whole = of_sentence_before
            .or_else(|| self.cases_cut_behind_places(index))
            .or_else(|| last.map(|last| self.whole_of_list(last)));
        let depth = self.frame.depth;
        self.frame.end_word_breakdowns();
        let of_both = opens_sentence && self.speaks_of_both_classes(index, bounds);
        let place = whole.and_then(|whole| self.place_told_after(whole, index));
        // 均收治于定点医院,其中甲县132例: where they were counted, not how ill they are now.
        let is_by_place = self.page.word(index + 1).is_some_and(|word| word.is(Role::Place));
        let in_care =
            self.frame.now_after == Some(self.drafts.len()) || (!is_by_place && whole.is_some_and(|whole| self.is_in_care(whole, index)));
        self.open_breakdown(whole, depth, true);
        // 其中:⏎甲市14例⏎乙市7例: the lines below count the parts.
        let is_announced = whole.is_some() && matches!(self.page.punct(index + 1), Some('：' | ':')) && index + 2 >= bounds.end;
        let Some(parts) = self.frame.breakdowns.last_mut() else {
            return;
        };
        parts.place = place.or(parts.place.take());
        if of_both {
            // 新增确诊158例、无症状4710例。其中,甲区1872例: no single figure is their whole.
            (parts.whole, parts.metric) = (None, Some(Metric::Infected));
        }
        if in_care {
            // 累计342例,目前全部收治,其中重型4人: the parts are of those in care now.
            parts.measure = Some(Measure::Current);
        }
        if is_announced {
            self.frame.announced_list = self.frame.breakdowns.last().cloned();
        }
    }

    /// 663例患者分布在141家医院,其中轻型102例: the cases, where the next figure cuts them; where they lie is told between.
    fn cases_cut_behind_places(&self, part: usize) -> Option<usize> {
        let page = self.page;
        let next = (part + 1..part + REACH_TOKENS).find_map(|i| page.figure(i))?;
        let counts = |draft: &Draft, kinds: &[Kind]| kinds.contains(&draft.fact.kind);
        let lies_in = self
            .of_sentence()
            .last()
            .is_some_and(|last| counts(last, &[Kind::Facility, Kind::Other]));
        if next.class != UnitClass::Case || !lies_in {
            return None;
        }
        let cases = self.of_sentence().iter().rposition(|draft| counts(draft, &[Kind::Cases]))?;
        Some(self.drafts.len() - self.of_sentence().len() + cases)
    }

    /// 中风险地区14个。其中甲区9个: the areas that the sentence before counted, and nothing else.
    fn risk_areas_before(&self) -> Option<usize> {
        let before = self.previous_drafts..self.sentence_drafts;
        let only = before.len() == 1 && self.drafts[before.start].fact.kind == Kind::RiskArea;
        only.then_some(before.start)
    }

    /// 累计28例,均在定点医院救治,其中轻型12例: what stands between a total and its parts tells that they are cared for.
    fn is_in_care(&self, whole: usize, part: usize) -> bool {
        let fact = &self.drafts[whole].fact;
        let between = self.page.slice(fact.quote.end as usize, self.page.span(part).start as usize);
        let is_near = between.len() <= MAX_CARE_BYTES && !between.contains(|c: char| c.is_ascii_digit());
        fact.kind == Kind::Cases
            && fact.measure == Some(Measure::Cumulative)
            && is_near
            && any_of!["均在", "全部在", "全部收治", "均已收治", "均收治"].within(between)
            && any_of!["治疗", "救治", "收治"].within(between)
    }

    /// 分别, 分别为: parts, classes or places follow one after the other.
    fn respectively(&mut self, index: usize, bounds: &Range<usize>, text: &str) {
        if matches!(text, "分别为" | "分别是" | "依次为") && matches!(self.page.punct(index + 1), Some('：' | ':')) {
            let last = self.drafts.len().checked_sub(1).filter(|last| *last >= self.sentence_drafts);
            let whole = last.map(|last| self.whole_of_list(last));
            if whole.is_some_and(|w| self.drafts[w].fact.kind == Kind::Cases) {
                self.open_named(whole);
            }
        }
        self.metrics_in_turn = self.handed_out(index, bounds, |word| word.metric);
        self.origins_in_turn = self.handed_out(index, bounds, |word| word.origin);
        if self.metrics_in_turn.is_empty() && self.is_compared(index) {
            self.metrics_in_turn = self.last_two_classes();
        }
        self.classes_in_turn = self.two_classes();
        self.respective = if self.classes_in_turn.is_empty() {
            self.places_in_turn(index, bounds)
        } else {
            None
        };
    }

    /// 较前一日|分别减少2例、17例: whether the clause compares what was just counted.
    fn is_compared(&self, index: usize) -> bool {
        let before = self.page.before(self.page.span(index).start as usize);
        let clause = before.rsplit(is_clause_end).next().unwrap_or_default();
        clause.trim_start().starts_with(['较', '比'])
    }

    /// Parts of a count that the words name follow at this bracket depth.
    fn open_named(&mut self, whole: Option<usize>) {
        self.frame.end_word_breakdowns();
        let depth = self.frame.depth;
        self.open_breakdown(whole, depth, true);
    }

    /// 确诊病例中,…; 本土病例方面,…; 确诊病例分布: a word that names what the figures after it are of.
    fn named_as_whole(&mut self, index: usize, bounds: &Range<usize>, word: &Word) {
        let page = self.page;
        let after = &page.text[page.span(index).end as usize..];
        if !after.starts_with(['中', '当', '之', '方', '分', '里', '来']) {
            return;
        }
        let opens_sentence = self.drafts.len() == self.sentence_drafts;
        let among = any_of!["中，", "中,", "当中，", "当中,", "里，", "里,"].starts(after)
            // 确诊病例里57例是此前的无症状感染者.
            || after.strip_prefix('里').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let about = any_of!["方面，", "方面,"].starts(after);
        // 感染者中甲县112例: a place right after it, too.
        let joins_place = page.word(index + 1).is_some_and(|next| next.is(Role::Place))
            && page.slice(page.span(index).end as usize, page.span(index + 1).start as usize) == "中";
        let is_taken_up = joins_place || among || any_of!["中：", "中:", "之中，", "之中,"].starts(after);
        // 目前在院的确诊病例中: those who are there now, and no total.
        let own = self.clause_tokens(index, bounds).start;
        let are_there =
            any_of!["在院", "在治", "现有", "正在治疗"].within(page.slice(page.span(own).start as usize, page.span(index).end as usize));
        let whole = if is_taken_up { self.whole_named(index, bounds, word) } else { None };
        let whole = whole.filter(|whole| !are_there || self.drafts[*whole].fact.measure == Some(Measure::Current));
        if whole.is_some() {
            // 确诊病例中,甲市3例: the list that follows is of these.
            self.frame.told_class = whole.and_then(|whole| self.drafts[whole].fact.metric);
            self.frame.told_whole = whole;
            self.open_named(whole);
        }
        let before = self.page.before(self.page.span(index).start as usize);
        let is_of_all = any_of![
            "上述",
            "上述新增",
            "上述新增本土",
            "以上",
            "以上新增",
            "以上新增本土",
            "这些",
            "这批"
        ]
        .ends(before);
        if is_of_all && among {
            self.frame.end_word_breakdowns();
        }
        let names_class = word
            .metric
            .map_or(word.is(Role::CaseNoun) && (are_there || before.ends_with("新增")), |class| {
                class != Metric::Infected || opens_sentence || is_of_all
            });
        if is_taken_up && whole.is_none() && names_class && (among || self.frame.breakdown().is_none()) {
            // 新增感染者中,甲区2318例; 重症病例中,甲市2例: of a count that no figure gives.
            let clause = self.clause_tokens(index, bounds);
            let measure = page.words_in(clause).find_map(|(_, word)| word.measure);
            let measure = measure.or(are_there.then_some(Measure::Current));
            self.frame.told_class = word.metric;
            let window_there = cases::window_of(&self.frame, None, Some(Measure::Current));
            let origin = self.origin_of(index, word);
            self.open_named(None);
            if let Some(parts) = self.frame.breakdowns.last_mut() {
                (parts.metric, parts.measure) = (word.metric, measure);
                parts.origin = origin.or(parts.origin);
                if are_there {
                    parts.place = parts.place.take().or_else(|| self.frame.place.clone());
                    parts.window = window_there;
                }
            }
        }
        if (among || about) && opens_sentence {
            // 新增本土病例中,…: what the rest of the paragraph tells of.
            self.frame.told_of = self.origin_of(index, word);
        }
        if about {
            // 输入个案方面,112宗于机场发现: what the sentence is about.
            self.frame.origin = self.origin_of(index, word).or(self.frame.origin);
            self.frame.about = self.origin_of(index, word);
            self.frame.sentence_has_figures |= self.frame.origin.is_some();
        }
        if after.starts_with("分布") && opens_sentence {
            // 本土病例分布在22个县市,…: of these the list tells.
            self.frame.told_of = self.origin_of(index, word).or(self.frame.told_of);
        }
        // 7宗为输入个案。输入个案来自甲国(3宗)、乙国(4宗): whence those of that origin came.
        let comes_from = || {
            let from = self.drafts.len().saturating_sub(REACH_DRAFTS);
            let is_it = |draft: &Draft| draft.fact.kind == Kind::Cases && draft.fact.origin == Some(Origin::Imported);
            self.drafts[from..].iter().rposition(is_it).map(|at| from + at)
        };
        if any_of!["来自", "分别来自"].starts(after) && opens_sentence && self.origin_of(index, word) == Some(Origin::Imported) {
            self.open_named(comes_from());
        }
        // 126例(本土103例,境外输入23例)。本土现有确诊病例分布如下: of those of that origin.
        let of_origin = || {
            let origin = self
                .page
                .words_in(self.clause_tokens(index, bounds))
                .find_map(|(_, word)| word.origin)?;
            let from = self.drafts.len().saturating_sub(REACH_DRAFTS);
            let is_it = |draft: &Draft| draft.fact.metric == word.metric && draft.fact.origin == Some(origin) && draft.fact.place.is_some();
            self.drafts[from..].iter().rposition(is_it).map(|at| from + at)
        };
        if after.starts_with("分布")
            && let Some(whole) = word
                .metric
                .and_then(|metric| of_origin().or_else(|| self.last_count_of(metric, REACH_DRAFTS)))
        {
            self.open_named(Some(whole));
            self.frame.announced_list = self.frame.breakdowns.last().cloned();
        }
    }

    /// The origin that a word or the one before it names: 本土|病例.
    fn origin_of(&self, index: usize, word: &Word) -> Option<Origin> {
        let before = || self.page.word(index.wrapping_sub(1)).and_then(|before| before.origin);
        word.origin.or_else(before)
    }

    /// The count that a word takes up again: of its class, just counted, of its origin, or the total so far.
    fn whole_named(&self, index: usize, bounds: &Range<usize>, word: &Word) -> Option<usize> {
        if let Some(whole) = word
            .metric
            .and_then(|metric| self.count_taken_up(metric, self.origin_of(index, word), index, bounds))
        {
            return Some(whole);
        }
        // 188例病例中,男性93例: of those just counted.
        let last = self.drafts.len().checked_sub(1).filter(|last| *last >= self.sentence_drafts);
        let counts_them = |last: &usize| self.drafts[*last].fact.kind == Kind::Cases && self.page.figure(index.wrapping_sub(1)).is_some();
        if word.is(Role::CaseNoun)
            && let Some(last) = last.filter(counts_them)
        {
            return Some(last);
        }
        let from = self.drafts.len().saturating_sub(REACH_DRAFTS);
        let find = |test: &dyn Fn(&Fact) -> bool| {
            let is_it = |draft: &Draft| draft.fact.kind == Kind::Cases && test(&draft.fact);
            self.drafts[from..].iter().rposition(is_it).map(|at| from + at)
        };
        // 累计病例中,甲市246例: of the total.
        let is_total = word.is(Role::CaseNoun)
            && self
                .page
                .word(index.wrapping_sub(1))
                .is_some_and(|before| before.is(Role::Cumulative));
        let whole = is_total.then(|| {
            find(&|fact| {
                fact.measure == Some(Measure::Cumulative) && fact.metric != Some(Metric::Dead) && fact.metric != Some(Metric::Discharged)
            })
        });
        // 新增个案中,66宗…: of the last count of the day.
        let is_new = word.is(Role::CaseNoun)
            && word.metric.is_none()
            && self
                .page
                .word(index.wrapping_sub(1))
                .is_some_and(|before| before.measure == Some(Measure::New));
        let of_day = is_new
            .then(|| find(&|fact| fact.measure == Some(Measure::New) && matches!(fact.metric, Some(Metric::Confirmed | Metric::Infected))));
        // 本土病例中,男性39例: of the last count of that origin.
        whole.flatten().or_else(|| of_day.flatten()).or_else(|| {
            let origin = self.origin_of(index, word)?;
            find(&|fact| fact.origin == Some(origin))
        })
    }

    /// A new measure at the level of the whole ends its list of parts.
    fn measure_word(&mut self, index: usize, bounds: &Range<usize>) {
        let starts_anew = !matches!(self.page.word(index.wrapping_sub(1)), Some(w) if w.is(Role::Part));
        let own_clause = self.begins_clause(index, bounds);
        if starts_anew && own_clause && !self.frame.list_goes_on(index) && self.frame.breakdown().is_some_and(|b| b.by_word) {
            self.frame.end_word_breakdowns();
        }
    }

    fn zeros(&mut self, index: usize, bounds: &Range<usize>) {
        let page = self.page;
        let sentence = self.sentence_span(bounds);
        let around = page.around(index, bounds);
        let of_places = self.zeros_of_places(index, bounds);
        if !of_places.is_empty() {
            // 甲镇5例、乙镇3例;丙镇无新增: one more part of what the list is of.
            let whole = self.of_sentence().last().and_then(|last| last.whole);
            of_places.into_iter().for_each(|fact| self.push(fact, whole, sentence));
            return;
        }
        for zero in zeros::at(page, index, bounds) {
            let quantity = Quantity::ZERO;
            let mut fact = Fact::bare(FactId(0), zero.span, quantity);
            fact.kind = Kind::Cases;
            fact.metric = Some(zero.metric);
            // 当日2例出院,无死亡: nobody died that day.
            let says_day = page.has(self.clause_tokens(index, bounds), Role::ThatDay);
            let is_of_day = self.frame.window_source == WindowSource::Day
                && (zero.metric == Metric::Dead && self.frame.sentence_measure == Some(Measure::New)
                    || matches!(zero.metric, Metric::Dead | Metric::Discharged) && says_day);
            let measure = if is_of_day { Measure::New } else { zero.measure };
            fact.measure = Some(measure);
            fact.cumulative = matches!(measure, Measure::Current | Measure::Cumulative);
            // 累计境外输入410例,治愈出院409例,无死亡: none of those who came in.
            let goes_on = self.frame.sentence_has_figures && zero.metric == Metric::Dead;
            let carried = self.frame.origin.filter(|_| goes_on).or(self.frame.paragraph_origin);
            fact.origin = zero.origin.or(carried.filter(|_| measure != Measure::New));
            let (from, _) = self.page.clause_of(index, bounds);
            fact.quote = Span::new(from.min(zero.span.start as usize), zero.end);
            fact.rule = "cases.zero".into();
            let left = page.slice(around.left_start, around.left_end);
            let counts_days = left.contains('天') && !any_of!["昨天", "今天", "当天", "全天", "前天", "连续第"].within(left);
            // 连续10天无新增: of the days before it.
            let last = around.left.start.checked_sub(1).and_then(|last| page.figure(last));
            let follows_duration = counts_days || (around.follows_figure && last.is_some_and(|last| last.class == UnitClass::Duration));
            fact.window = if follows_duration {
                None
            } else {
                cases::window_of(&self.frame, None, Some(measure))
            };
            let clause = self.clause_tokens(index, bounds);
            let named = page.words_in(clause).rev().find_map(|(i, w)| self.place_at(i, w));
            fact.place = named.or_else(|| {
                if self.frame.is_nation {
                    Some("全国".into())
                } else {
                    self.base_place()
                }
            });
            let slots = CaseSlots {
                place: fact.place.clone(),
                ..CaseSlots::default()
            };
            self.remember(&fact, &slots);
            self.push(fact, None, sentence);
        }
    }

    /// The names that the clause before a byte says are foremost: 新增感染者中甲区、乙区居多.
    fn foremost_before(&self, start: usize) -> &str {
        let before = self.page.before(start).trim_end_matches(['，', ',']);
        let clause = before.rsplit(is_clause_end).next().unwrap_or_default();
        // An enumeration is no clause's end here.
        let names = phrases::FOREMOST.at_end(clause).map(|tail| &clause[..clause.len() - tail.len()]);
        let names = names.map(|names| names.rsplit_once('中').map_or(names, |(_, names)| names));
        // 64例由甲市、乙市的定点医院收治,分别为35例和29例: where they are cared for.
        let cared_for = || {
            let (_, places) = clause.rsplit_once('由')?;
            phrases::DESIGNATED.position(places).map(|at| &places[..at])
        };
        names.or_else(cared_for).unwrap_or_default()
    }

    /// 甲区、乙区分别新增6例和4例: as many places before 分别 as there are figures in the rest of the clause.
    fn places_in_turn(&self, index: usize, bounds: &Range<usize>) -> Option<Vec<String>> {
        let page = self.page;
        let clause = self.clause_tokens(index, bounds);
        // 津南区15例、南开区和西青区分别为2例、1例: the names stand behind the last count.
        let counted = clause.clone().rev().find_map(|i| page.figure(i));
        let start = match counted {
            Some(figure) => figure.end,
            None if clause.start > bounds.start => page.span(clause.start - 1).end as usize,
            None => page.sentence_start(bounds),
        };
        // 甲县、乙县无症状分别为7例和4例: the class behind the names is of all.
        let says_class = |(_, word): &(usize, &Word)| word.metric.is_some() || word.measure.is_some();
        let names_end = page.words_in(clause.clone()).find(says_class).map_or(index, |(class, _)| class);
        let text = page.slice(start, page.span(names_end).start as usize).trim();
        // 新增感染者中甲区、乙区居多,依次为204例、167例: named in the clause before.
        let text = if text.is_empty() { self.foremost_before(start) } else { text };
        let text = text.trim_start_matches(['、', '，', ',']);
        let text = text.strip_prefix("其中").unwrap_or(text);
        let text = text.strip_suffix('则').unwrap_or(text);
        // 呼和浩特市 holds no joint.
        let apart = |part: &str| {
            let is_name = page.lexicon.whole(part.trim()).is_some_and(|word| word.is(Role::Place));
            let joints: &[char] = if is_name { &[] } else { &['和', '及', '与'] };
            part.split(joints).map(|name| name.trim().to_owned()).collect::<Vec<_>>()
        };
        let mut names: Vec<String> = text.split('、').flat_map(apart).collect();
        let ends = |i: &usize| page.punct(*i).is_some_and(is_clause_end);
        let reach = bounds.end.min(index + MAX_TURN_TOKENS);
        let end = (index + 1..reach).find(ends).unwrap_or(reach);
        let figures = (index + 1..end).filter(|i| page.figure(*i).is_some()).count();
        // 城关、甲河: one that is known tells that the others are such, too.
        let is_short =
            |name: &String| (2..=4).contains(&name.chars().count()) && page.lexicon.whole(name).is_none_or(|word| word.is(Role::Place));
        let is_known = |name: &String| page.lexicon.whole(name).is_some_and(|word| word.is(Role::Place));
        // 大朗、黄江、塘厦依次为6例、3例、2例: three or more that no list knows, where cases are counted.
        let is_unknown = |name: &String| page.lexicon.word_at(name).is_none();
        let counts_cases =
            self.drafts.last().is_some_and(|draft| draft.fact.kind == Kind::Cases) && self.drafts.len() > self.sentence_drafts;
        let are_unknown = counts_cases && names.len() > 2 && names.iter().all(|name| is_short(name) && is_unknown(name));
        let are_places = names.len() > 1
            && (are_unknown
                || names.iter().all(|name| self.names_a_place(name))
                || (names.iter().any(is_known) && names.iter().all(is_short)));
        names.reverse();
        (are_places && figures == names.len()).then_some(names)
    }
}
