//! The reading of a text from its first token to its last: frames move along, figures become drafts of facts.
//!
//! In: a page, its sections and what the document says of itself. Out: [`Draft`]s in text order.
//! Always: one pass; each figure yields at least one draft; a draft names the rule that made it.

use super::any_of::any_of;
use std::ops::Range;

use super::cases::{self, CaseSlots};
use super::frame::{Breakdown, Frame, WindowSource};
use super::lexer::Tok;
use super::lexicon::Role;
use super::page::{Page, Part, is_clause_end, is_sentence_end};
use super::places::Places;
use super::tables::{self, Windows};
use super::time::{Calendar, TimeExpression};
use super::zeros;
use crate::model::{Fact, FactId, Kind, Measure, Metric, Quantity, Section, SectionKind, Span, Window, WindowKind};

/// Rule of a count of persons whose class neither its clause nor the text before it tells.
pub const UNCLASSED: &str = "cases.unclassed";

/// A fact on its way: ids and parts are settled when all are known.
#[derive(Clone, Debug)]
pub struct Draft {
    pub fact: Fact,
    /// Index of the draft of which this is a part.
    pub whole: Option<usize>,
    /// Span of the sentence that states it.
    pub sentence: Span,
}

pub struct Walker<'a> {
    pub page: &'a Page<'a>,
    pub places: &'a Places,
    pub calendar: Calendar,
    pub(super) frame: Frame,
    pub drafts: Vec<Draft>,
    /// First draft of the sentence being read.
    pub(super) sentence_drafts: usize,
    /// First draft of the last sentence before it that had any.
    pub(super) previous_drafts: usize,
    /// Who spoke in the section before.
    speaker: Option<String>,
    /// Wholes whose parts 分别 gives one after the other; the next is the last.
    pub(super) classes_in_turn: Vec<usize>,
    /// Classes that 分别 hands out, the next one last: 确诊和无症状分别为27例、41例.
    pub(super) metrics_in_turn: Vec<Metric>,
    /// Whose parts they are.
    pub(super) place_in_turn: Option<String>,
    /// Places that 分别 hands out, the next one last.
    pub(super) respective: Option<Vec<String>>,
}

/// How far after 分别 its figures may reach.
const MAX_TURN_TOKENS: usize = 40;

/// How many drafts back a list's whole may stand.
pub(super) const REACH_DRAFTS: usize = 40;

/// How many characters may stand between 自…日 and 以来.
const MAX_SINCE_CHARS: usize = 16;

/// What a sentence as a whole is about, seen before its words are read one by one.
struct Signs {
    /// It has a time, a class of persons or a measure of its own.
    says_anew: bool,
    /// 9月28日,…新闻发布会召开: its time is the day of the briefing, not of its figures.
    announces_meeting: bool,
}

impl Signs {
    fn of(page: &Page, bounds: &Range<usize>) -> Self {
        let (mut roles, mut has_time, mut has_class, mut has_measure) = (0_u32, false, false, false);
        for index in bounds.clone() {
            has_time |= matches!(page.lexed.tokens[index].tok, Tok::Time(_));
            if let Some(word) = page.word(index) {
                roles |= word.roles;
                has_class |= word.metric.is_some();
                has_measure |= word.measure.is_some();
            }
        }
        let has = |role: Role| roles & role as u32 != 0;
        Self {
            says_anew: has_time || has_class || has_measure,
            announces_meeting: !has_class && ((has(Role::Meeting) && has(Role::Held)) || has(Role::Reporter)),
        }
    }
}

/// Sections whose numerals count nothing that a briefing states.
pub fn is_silent(kind: SectionKind) -> bool {
    matches!(kind, SectionKind::Furniture | SectionKind::Byline | SectionKind::Credits)
}

impl<'a> Walker<'a> {
    pub fn new(page: &'a Page<'a>, places: &'a Places, calendar: Calendar) -> Self {
        Self {
            page,
            places,
            calendar,
            frame: Frame::default(),
            drafts: Vec::new(),
            sentence_drafts: 0,
            previous_drafts: 0,
            speaker: None,
            classes_in_turn: Vec::new(),
            metrics_in_turn: Vec::new(),
            place_in_turn: None,
            respective: None,
        }
    }

    pub fn part(&mut self, Part { section, tokens }: &Part) {
        let Range { start: from, end: to } = *tokens;
        if is_silent(section.kind) {
            self.as_of(from..to, section.kind);
            return;
        }
        let place_before = self.frame.place.clone();
        let is_new_turn = match section.kind {
            SectionKind::Figures | SectionKind::Table | SectionKind::List => false,
            SectionKind::Title => !self.drafts.is_empty(),
            SectionKind::Statement => section.speaker != self.speaker,
            _ => true,
        };
        self.speaker.clone_from(&section.speaker);
        if is_new_turn {
            self.frame.window = None;
            self.frame.window_source = WindowSource::None;
            self.frame.place = None;
        }
        self.frame.start_paragraph();
        if section.kind == SectionKind::Table {
            let windows = Windows {
                up_to: self.frame.window.and_then(|w| w.end).map(Window::up_to),
                day: self.frame.day,
                is_daily: self.frame.window_source == WindowSource::Day,
            };
            self.drafts
                .extend(tables::read(self.page, section.span, from..to, self.places, windows));
            return;
        }
        let mut start = from;
        while start < to {
            let end = (start..to).find(|i| self.page.punct(*i).is_some_and(is_sentence_end)).unwrap_or(to);
            if end > start {
                self.sentence(start..end, section);
            }
            if self.page.punct(end) == Some('\n') {
                self.frame.start_paragraph();
            }
            start = end + 1;
        }
        if section.kind == SectionKind::List {
            // Addresses and single cases say nothing of whose figures follow.
            self.frame.place = place_before;
        }
    }

    /// 1月26日24时 over the figures: they are as of that midnight.
    fn as_of(&mut self, tokens: Range<usize>, kind: SectionKind) {
        for index in tokens.filter(|_| kind == SectionKind::Byline) {
            let Tok::Time(time) = self.page.lexed.tokens[index].tok else {
                continue;
            };
            let time = self.page.lexed.times[time as usize];
            if let Some(stretch) = self
                .calendar
                .resolve(&time)
                .filter(|_| time.first.hour == Some(24) && time.last.is_none())
            {
                self.frame
                    .set_window(Some(Window::up_to(stretch.until)), WindowSource::UpTo, Some(stretch.last_day()));
            }
        }
    }

    fn sentence(&mut self, bounds: Range<usize>, section: &Section) {
        self.frame.start_sentence();
        if self.drafts.len() > self.sentence_drafts {
            self.previous_drafts = self.sentence_drafts;
        }
        self.sentence_drafts = self.drafts.len();
        self.respective = None;
        self.classes_in_turn.clear();
        self.metrics_in_turn.clear();
        let signs = Signs::of(self.page, &bounds);
        match self.frame.announced_list.take().filter(|_| !signs.says_anew) {
            Some(list) => {
                self.frame.breakdowns.push(list.clone());
                self.frame.announced_list = Some(list);
            }
            None => self.frame.announced_list = None,
        }
        self.take_up_by_topic(&bounds);
        let announces = signs.announces_meeting || (signs.says_anew && self.tells_of_one_case(&bounds));
        let page = self.page;
        for index in bounds.clone() {
            match page.lexed.tokens[index].tok {
                Tok::Punct(c) => self.punctuation(c, index),
                Tok::Time(time) => {
                    let time = page.lexed.times[time as usize];
                    if announces {
                        self.calendar.resolve(&time);
                    } else {
                        self.time(&time, index, &bounds);
                    }
                }
                Tok::Word(_) => self.word(index, &bounds),
                Tok::Figure(_) => self.figure(index, &bounds, section),
                Tok::Latin | Tok::Ordinal => {}
            }
        }
        self.frame.sentence_has_figures = self.drafts.len() > self.sentence_drafts;
    }

    /// 病例1为…,3月23日抵达: the times are one person's.
    fn tells_of_one_case(&self, bounds: &Range<usize>) -> bool {
        let first = self.page.word(bounds.start).filter(|w| w.metric.is_some() || w.is(Role::CaseNoun));
        let end = self.page.span(bounds.start).end as usize;
        first.is_some() && self.page.text[end..].starts_with(|c: char| c.is_ascii_digit())
    }

    fn punctuation(&mut self, c: char, index: usize) {
        match c {
            '（' | '(' | '[' | '［' => {
                self.frame.depth += 1;
                let depth = self.frame.depth;
                let whole = self
                    .drafts
                    .len()
                    .checked_sub(1)
                    .filter(|last| *last >= self.sentence_drafts)
                    .filter(|last| {
                        let gap = self
                            .page
                            .slice(self.drafts[*last].fact.quote.end as usize, self.page.span(index).start as usize);
                        gap.chars().count() <= 16 && !gap.contains(['，', ',', '；', ';'])
                    });
                self.open_breakdown(whole, depth, false);
            }
            '）' | ')' | ']' | '］' => self.frame.close_bracket(),
            '：' | ':' if self.frame.breakdown().is_none() => {
                if let Some(place) = self.place_of_line(index) {
                    self.frame.place = Some(place);
                }
                if let Some(whole) = self.whole_of_colon(index) {
                    let depth = self.frame.depth;
                    self.open_breakdown(Some(whole), depth, true);
                }
            }
            '，' | ',' => self.frame.end_clause(),
            '；' | ';' => {
                self.frame.end_clause();
                if !self.frame.list_goes_on(index) && !self.continues_list(index) {
                    self.frame.end_word_breakdowns();
                }
                if self.frame.depth == 0 {
                    self.frame.cumulative_clause = false;
                    self.frame.goods.end_part();
                    self.respective = None;
                }
            }
            _ => {}
        }
    }

    /// 闵行区：5月18日新增…: a line that begins with a place tells of it.
    fn place_of_line(&self, colon: usize) -> Option<String> {
        let first = colon.checked_sub(1)?;
        let begins_line = first.checked_sub(1).is_none_or(|before| self.page.punct(before) == Some('\n'));
        let word = self.page.word(first).filter(|word| begins_line && word.is(Role::Place))?;
        let is_alone = self.page.sentence_start(&(first..colon)) == self.page.span(first).start as usize
            && self.page.span(first).end == self.page.span(colon).start;
        self.place_at(first, word).filter(|_| is_alone)
    }

    /// （甲区21例,其中9例为…;乙区2例): inside brackets the parts of the last figure go on to the next comma.
    fn open_part_in_brackets(&mut self) {
        let whole = self.drafts.len().checked_sub(1).filter(|last| *last >= self.sentence_drafts);
        if let Some(whole) = whole.filter(|whole| self.drafts[*whole].fact.kind == Kind::Cases) {
            let depth = self.frame.depth;
            self.open_breakdown(Some(whole), depth, true);
            if let Some(part) = self.frame.breakdowns.last_mut() {
                part.is_one_clause = true;
            }
        }
    }

    pub(super) fn open_breakdown(&mut self, whole: Option<usize>, depth: usize, by_word: bool) {
        let of = whole.map(|i| &self.drafts[i].fact);
        let outer = self.frame.breakdown();
        self.frame.breakdowns.push(Breakdown {
            depth,
            whole,
            metric: of.and_then(|f| f.metric).or(outer.and_then(|b| b.metric)),
            measure: of.and_then(|f| f.measure).or(outer.and_then(|b| b.measure)),
            origin: of.and_then(|f| f.origin).or(outer.and_then(|b| b.origin)),
            place: of.and_then(|f| f.place.clone()).or(outer.and_then(|b| b.place.clone())),
            window: of.and_then(|f| f.window).or(outer.and_then(|b| b.window)).or(self
                .frame
                .window
                .filter(|_| of.is_none_or(|f| f.kind == Kind::Cases && f.window.is_some()))),
            by_word,
            is_one_clause: false,
            until: None,
        });
    }

    fn time(&mut self, time: &TimeExpression, index: usize, bounds: &Range<usize>) {
        let span = self.page.span(index);
        let Some(stretch) = self.calendar.resolve(time) else { return };
        let only_hour = time.first.day.is_none() && time.first.month.is_none() && time.first.relative.is_none();
        let sentence_start = self.page.sentence_start(bounds);
        let before = self.page.before(span.start as usize);
        let before = &before[before.len() - before.len().min(span.start as usize - sentence_start)..];
        let after = &self.page.text[span.end as usize..];
        let up_to = any_of!["截至", "截止", "截止到", "截至到", "截止至", "截至北京时间"].ends(before)
            || matches!(before, "到" | "至")
            || any_of!["，到", ",到", "，至", ",至"].ends(before);
        if up_to {
            let since = self.frame.window.and_then(|w| w.start).filter(|start| {
                self.frame.window_source == WindowSource::Since && !self.frame.is_new_sentence_since_window && *start < stretch.until
            });
            // 9日10时至10日10时…截至10日10时: what is new there is of that stretch.
            let period = self.frame.period.filter(|period| period.end == Some(stretch.until));
            let window = since.map_or_else(|| Window::up_to(stretch.until), |start| Window::between(start, stretch.until));
            let day = period.unwrap_or_else(|| stretch.last_day());
            self.frame.set_window(Some(window), WindowSource::UpTo, Some(day));
            self.frame.cumulative_sentence = true;
            return;
        }
        // 较11日上升29例: the day that a count is compared with.
        if any_of!["较", "比", "与"].ends(before) {
            return;
        }
        // 发病日介于5月25日至6月14日: when they fell ill, not when they were counted.
        let told = before.trim_end_matches("今年").trim_end_matches("去年");
        if any_of!["介于", "发病日", "发病日期", "发病时间"].ends(told) {
            return;
        }
        // 预计3月5日前: by when something is to be done, not when it was counted.
        let is_deadline = any_of!["前", "之前", "以前", "底前"].starts(after) && !after.starts_with("前后");
        if only_hour || time.is_numeric_date || is_deadline {
            return;
        }
        let joined = before.ends_with("以来至")
            || before.ends_with("起至")
            || before.ends_with('和')
            || before.ends_with('、')
            || before.ends_with("日至");
        let from = self
            .frame
            .window
            .and_then(|w| w.start)
            .filter(|start| joined && *start < stretch.end && time.last.is_none());
        if let Some(start) = from {
            // 7月8日以来至14日24时, 自2月24日首例报告起至3月2日18时.
            let until = if time.first.hour.is_some() { stretch.until } else { stretch.end };
            let is_total = self.frame.window_source == WindowSource::Since;
            self.frame
                .set_window(Some(Window::between(start, until)), WindowSource::Period, Some(stretch.last_day()));
            self.frame.cumulative_sentence |= is_total;
            return;
        }
        // 1月26日24时, at the head of figures: as of that midnight.
        if time.first.hour == Some(24) && time.last.is_none() {
            self.frame
                .set_window(Some(Window::up_to(stretch.until)), WindowSource::UpTo, Some(stretch.last_day()));
            self.frame.cumulative_sentence = true;
            return;
        }
        // 自10月18日发生本轮疫情以来, 11月4日甲市发生疫情以来, 自5月9日本轮疫情发生,到20日24时: the words between tell what began.
        let near = after.char_indices().nth(MAX_SINCE_CHARS).map_or(after, |(end, _)| &after[..end]);
        let clause = near.split(is_clause_end).next().unwrap_or_default();
        let goes_on = || any_of!["，到", "，至", "，截至", ",到", ",至", ",截至"].starts(&after[clause.len()..]);
        let begins = (before.ends_with('自') && (clause.contains("以来") || (clause.contains("发生") && goes_on())))
            || (clause.ends_with("以来") && clause.len() < near.len())
            || (before.ends_with('自') && clause.contains("起至"));
        if (begins || any_of!["以来", "起", "开始", "以后", "之后"].starts(after)) && time.last.is_none() {
            self.frame.set_window(Some(Window::since(stretch.start)), WindowSource::Since, None);
            self.frame.cumulative_sentence |= begins || after.starts_with("以来");
            return;
        }
        let window = if time.first.hour.is_some() && time.last.is_none() {
            stretch.last_day()
        } else {
            stretch.window()
        };
        let source = match window.kind {
            WindowKind::FullDay | WindowKind::PartialDay => WindowSource::Day,
            _ => WindowSource::Period,
        };
        let is_within_a_day = |window: &Window| window.start.zip(window.end).is_some_and(|(start, end)| end <= start.plus_days(1));
        if source == WindowSource::Period && is_within_a_day(&window) {
            self.frame.period = Some(window);
        }
        self.frame.set_window(Some(window), source, Some(stretch.last_day()));
    }

    fn word(&mut self, index: usize, bounds: &Range<usize>) {
        let page = self.page;
        let Some(word) = page.word(index) else { return };
        let text = page.span(index).of(page.text);
        if word.is(Role::EpidemicSince) || (word.is(Role::UpTo) && !matches!(page.token(index + 1).map(|t| t.tok), Some(Tok::Time(_)))) {
            // 自10月18日发生本轮疫情以来: the day is told.
            let is_told = self.frame.window_source == WindowSource::Since && !self.frame.is_new_sentence_since_window;
            if !matches!(text, "至今") && !is_told {
                self.frame.set_window(None, WindowSource::None, None);
            }
            self.frame.cumulative_sentence = true;
        }
        if word.is(Role::Cumulative) {
            self.frame.cumulative_clause = true;
        }
        if word.is(Role::ThatDay)
            && let Some(day) = self.frame.day
        {
            // 截至24时现有…;当日解除3例: of the day that ends there.
            let (metric, origin) = (self.frame.metric, self.frame.origin);
            self.frame.set_window(Some(day), WindowSource::Day, Some(day));
            // Still of the class whose total was just given: 累计死亡2345例,当日新增109例.
            (self.frame.metric, self.frame.origin) = (metric, origin);
            self.frame.cumulative_sentence = false;
        }
        if word.is(Role::Part) && self.frame.depth == self.frame.breakdown().map_or(0, |b| b.depth)
            || (word.is(Role::Part) && matches!(text, "其中"))
        {
            let opens_sentence = self.drafts.len() == self.sentence_drafts;
            let at_clause_start = index == bounds.start || page.punct(index - 1).is_some_and(is_clause_end);
            let inside = self.frame.breakdown().is_some_and(|b| !b.by_word && b.depth == self.frame.depth);
            if at_clause_start && inside && (text == "其中" || text == "含") {
                self.open_part_in_brackets();
            }
            if at_clause_start && !inside && (text == "其中" || text == "含") {
                let last = self.drafts.len().checked_sub(1);
                let of_sentence_before = if opens_sentence { self.main_figure_before() } else { None };
                let whole = of_sentence_before.or_else(|| last.map(|last| self.whole_of_list(last)));
                let depth = self.frame.depth;
                self.frame.end_word_breakdowns();
                let of_both = opens_sentence && self.speaks_of_both_classes(index, bounds);
                let place = whole.and_then(|whole| self.place_told_after(whole, index));
                self.open_breakdown(whole, depth, true);
                if let Some(parts) = self.frame.breakdowns.last_mut() {
                    parts.place = place.or(parts.place.take());
                    if of_both {
                        // 新增确诊158例、无症状4710例。其中,甲区1872例: no single figure is their whole.
                        (parts.whole, parts.metric) = (None, Some(Metric::Infected));
                    }
                }
                // 累计342例,目前全部收治,其中重型4人: the parts are of those in care now.
                if self.frame.now_after == Some(self.drafts.len())
                    && let Some(b) = self.frame.breakdowns.last_mut()
                {
                    b.measure = Some(Measure::Current);
                }
            }
        }
        if word.is(Role::Respectively)
            && matches!(text, "分别为" | "分别是" | "依次为")
            && matches!(page.punct(index + 1), Some('：' | ':'))
        {
            let whole = self
                .drafts
                .len()
                .checked_sub(1)
                .filter(|last| *last >= self.sentence_drafts)
                .map(|last| self.whole_of_list(last));
            if whole.is_some_and(|w| self.drafts[w].fact.kind == Kind::Cases) {
                let depth = self.frame.depth;
                self.frame.end_word_breakdowns();
                self.open_breakdown(whole, depth, true);
            }
        }
        if word.is(Role::Respectively) {
            self.metrics_in_turn = self.two_metrics(index, bounds);
            self.classes_in_turn = self.two_classes();
            self.respective = if self.classes_in_turn.is_empty() {
                self.places_in_turn(index, bounds)
            } else {
                None
            };
        }
        // 感染者中仙游县112例: a place right after it, too.
        let joins_place = page.word(index + 1).is_some_and(|next| next.is(Role::Place))
            && page.slice(page.span(index).end as usize, page.span(index + 1).start as usize) == "中";
        if (joins_place
            || any_of!["中，", "中,", "中：", "中:", "当中，", "当中,", "之中，", "之中,"]
                .starts(&page.text[page.span(index).end as usize..]))
            && let Some(whole) = word
                .metric
                .and_then(|metric| self.count_taken_up(metric, index, bounds))
                .or_else(|| {
                    // 188例病例中,男性93例: of those just counted.
                    let last = self.drafts.len().checked_sub(1).filter(|last| *last >= self.sentence_drafts);
                    let counts_them =
                        |last: &usize| self.drafts[*last].fact.kind == Kind::Cases && page.figure(index.wrapping_sub(1)).is_some();
                    if word.is(Role::CaseNoun)
                        && let Some(last) = last.filter(counts_them)
                    {
                        return Some(last);
                    }
                    // 本土病例中,男性39例: of the last count of that origin.
                    let before = || page.word(index.wrapping_sub(1)).and_then(|before| before.origin);
                    let origin = word.origin.or_else(before)?;
                    let from = self.drafts.len().saturating_sub(REACH_DRAFTS);
                    let of_origin = |draft: &Draft| draft.fact.kind == Kind::Cases && draft.fact.origin == Some(origin);
                    self.drafts[from..].iter().rposition(of_origin).map(|at| from + at)
                })
        {
            // 确诊病例中,甲市3例: the list that follows is of these.
            self.frame.told_class = self.drafts[whole].fact.metric;
            self.frame.end_word_breakdowns();
            let depth = self.frame.depth;
            self.open_breakdown(Some(whole), depth, true);
        }
        if any_of!["中，", "中,", "当中，", "当中,"].starts(&page.text[page.span(index).end as usize..])
            && self.frame.breakdown().is_none()
            && self.drafts.len() == self.sentence_drafts
            && word.metric == Some(Metric::Infected)
        {
            // 新增感染者中,海珠区2318例: of both classes together, whose sum no figure gives.
            let depth = self.frame.depth;
            self.open_breakdown(None, depth, true);
            let clause = self.clause_tokens(index, bounds);
            let measure = page.words_in(clause).find_map(|(_, word)| word.measure);
            if let Some(parts) = self.frame.breakdowns.last_mut() {
                (parts.metric, parts.measure) = (word.metric, measure);
            }
        }
        if any_of!["中，", "中,", "当中，", "当中,", "方面，", "方面,"].starts(&page.text[page.span(index).end as usize..])
            && self.drafts.len() == self.sentence_drafts
        {
            // 新增本土病例中,…: what the rest of the paragraph tells of.
            let before = || page.word(index.wrapping_sub(1)).and_then(|before| before.origin);
            self.frame.told_of = word.origin.or_else(before);
        }
        if any_of!["方面，", "方面,"].starts(&page.text[page.span(index).end as usize..]) {
            // 输入个案方面,112宗于机场发现: what the sentence is about.
            let before = || page.word(index.wrapping_sub(1)).and_then(|before| before.origin);
            self.frame.origin = word.origin.or_else(before).or(self.frame.origin);
            self.frame.sentence_has_figures |= self.frame.origin.is_some();
        }
        if let Some(metric) = word.metric
            && page.text[page.span(index).end as usize..].starts_with("分布")
            && let Some(whole) = self.last_count_of(metric, REACH_DRAFTS)
        {
            self.frame.end_word_breakdowns();
            let depth = self.frame.depth;
            self.open_breakdown(Some(whole), depth, true);
            self.frame.announced_list = self.frame.breakdowns.last().cloned();
        }
        if word.is(Role::Now) {
            self.frame.now_after = Some(self.drafts.len());
        }
        if word.measure.is_some_and(|m| m != Measure::Current) || matches!(text, "现有" | "尚有" | "仍有") {
            // A new measure at the level of the whole ends its list of parts.
            let starts_anew = !matches!(page.word(index.wrapping_sub(1)), Some(w) if w.is(Role::Part));
            let own_clause = index == bounds.start || page.punct(index - 1).is_some_and(is_clause_end);
            if starts_anew && own_clause && !self.frame.list_goes_on(index) && self.frame.breakdown().is_some_and(|b| b.by_word) {
                self.frame.end_word_breakdowns();
            }
        }
        if self.frame.breakdown().is_none()
            && let Some(whole) = word.whole
        {
            self.frame.place = self.places.whole(whole);
        }
        if word.is(Role::None) {
            self.zeros(index, bounds);
        }
        self.frame.goods.note(page, index);
    }

    fn zeros(&mut self, index: usize, bounds: &Range<usize>) {
        let page = self.page;
        let sentence = self.sentence_span(bounds);
        let around = page.around(index, bounds);
        for fact in self.zeros_of_places(index, bounds) {
            self.push(fact, None, sentence);
        }
        for zero in zeros::at(page, index, bounds) {
            let quantity = Quantity::ZERO;
            let mut fact = Fact::bare(FactId(0), zero.span, quantity);
            fact.kind = Kind::Cases;
            fact.metric = Some(zero.metric);
            // 当日2例出院,无死亡: nobody died that day.
            let is_of_day = zero.metric == Metric::Dead
                && self.frame.window_source == WindowSource::Day
                && self.frame.sentence_measure == Some(Measure::New);
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
            let follows_duration = (left.contains('天') && !any_of!["昨天", "今天", "当天", "前天"].within(left)) || around.follows_figure;
            fact.window = if follows_duration {
                None
            } else {
                cases::window_of(&self.frame, None, Some(measure))
            };
            let clause = self.clause_tokens(index, bounds);
            let named = page.words_in(clause).rev().find_map(|(i, w)| self.place_at(i, w));
            fact.place = named.or_else(|| {
                if self.frame.is_nation {
                    Some("全国".to_owned())
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

    pub(super) fn sentence_span(&self, bounds: &Range<usize>) -> Span {
        Span::new(
            self.page.span(bounds.start).start as usize,
            self.page.span(bounds.end - 1).end as usize,
        )
    }

    /// 甲区、乙区分别新增6例和4例: as many places before 分别 as there are figures in the rest of the clause.
    fn places_in_turn(&self, index: usize, bounds: &Range<usize>) -> Option<Vec<String>> {
        let page = self.page;
        let clause = self.clause_tokens(index, bounds);
        let start = if clause.start > bounds.start {
            page.span(clause.start - 1).end as usize
        } else {
            page.sentence_start(bounds)
        };
        let text = page.slice(start, page.span(index).start as usize).trim();
        let text = text.strip_prefix("其中").unwrap_or(text);
        let text = text.strip_suffix('则').unwrap_or(text);
        let mut names: Vec<String> = text.split(['、', '和', '及', '与']).map(|name| name.trim().to_owned()).collect();
        let ends = |i: &usize| page.punct(*i).is_some_and(is_clause_end);
        let end = (index + 1..bounds.end.min(index + MAX_TURN_TOKENS))
            .find(ends)
            .unwrap_or(bounds.end);
        let figures = (index + 1..end).filter(|i| page.figure(*i).is_some()).count();
        // 城关、七里河: one that is known tells that the others are such, too.
        let is_short =
            |name: &String| (2..=4).contains(&name.chars().count()) && page.lexicon.whole(name).is_none_or(|word| word.is(Role::Place));
        let is_known = |name: &String| page.lexicon.whole(name).is_some_and(|word| word.is(Role::Place));
        let are_places = names.len() > 1
            && (names.iter().all(|name| self.names_a_place(name)) || (names.iter().any(is_known) && names.iter().all(is_short)));
        names.reverse();
        (are_places && figures == names.len()).then_some(names)
    }
}
