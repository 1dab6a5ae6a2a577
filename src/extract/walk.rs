//! The reading of a text from its first token to its last: frames move along, figures become drafts of facts.
//!
//! In: a page, its sections and what the document says of itself. Out: [`Draft`]s in text order.
//! Always: one pass; each figure yields at least one draft; a draft names the rule that made it.

use super::any_of::any_of;
use std::ops::Range;

use super::frame::{Breakdown, Frame, WindowSource};
use super::inventory::Inventory;
use super::letters::is_han_numeral;
use super::lexer::Tok;
use super::lexicon::{Level, Role};
use super::page::{Page, Part, is_sentence_end};
use super::places::Places;
use super::tables::{self, Windows};
use super::time::Calendar;
use crate::model::{Explained, Fact, Kind, Metric, Origin, Section, SectionKind, Span, Window};

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
    /// Numerals of tables that count nothing.
    pub explained: Vec<Explained>,
    /// First draft of the sentence being read.
    pub(super) sentence_drafts: usize,
    /// First draft of the last sentence before it that had any.
    pub(super) previous_drafts: usize,
    /// Who spoke in the section before.
    speaker: Option<String>,
    /// The place that the speaker's office names first: 青岛市副市长.
    pub(super) speaks_for: Option<(Box<str>, Level)>,
    /// Wholes whose parts 分别 gives one after the other; the next is the last.
    pub(super) classes_in_turn: Vec<usize>,
    /// Classes that 分别 hands out, the next one last: 确诊和无症状分别为27例、41例.
    pub(super) metrics_in_turn: Vec<Metric>,
    /// Origins that 分别 hands out, the next one last: 本土、境外输入分别为3例和2例.
    pub(super) origins_in_turn: Vec<Origin>,
    /// Whose parts they are.
    pub(super) place_in_turn: Option<Box<str>>,
    /// Places that 分别 hands out, the next one last.
    pub(super) respective: Option<Vec<String>>,
    /// Goods and things whose figures follow one after the other, the next one last: 蛋、奶售出31吨、67吨.
    pub(super) items_in_turn: Vec<Box<str>>,
    /// A line has headed a list of gifts: 社会捐赠明细.
    pub(super) lists_gifts: bool,
}

/// How far after 分别 its figures may reach.
pub(super) const MAX_TURN_TOKENS: usize = 40;

/// How many drafts back a list's whole may stand.
pub(super) const REACH_DRAFTS: usize = 40;

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

/// Whether words of the text lead abroad.
fn speaks_of_abroad(text: &str) -> bool {
    ["境外", "入境", "个案", "移入"].iter().any(|word| text.contains(word))
}

/// 二、无症状感染者情况, （三）密切接触者.
fn is_numbered_heading(title: &str) -> bool {
    let title = title.trim_start().trim_start_matches(['（', '(']);
    let rest = title.trim_start_matches(is_han_numeral);
    rest.len() < title.len() && rest.starts_with(['、', '）', ')', '.', '．'])
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
            frame: Frame::of_text(speaks_of_abroad(page.text)),
            drafts: Vec::new(),
            explained: Vec::new(),
            sentence_drafts: 0,
            previous_drafts: 0,
            speaker: None,
            speaks_for: None,
            classes_in_turn: Vec::new(),
            metrics_in_turn: Vec::new(),
            origins_in_turn: Vec::new(),
            place_in_turn: None,
            respective: None,
            items_in_turn: Vec::new(),
            lists_gifts: false,
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
            // 二、无症状感染者情况: a numbered heading goes on with the day of the figures above it.
            SectionKind::Title => !self.drafts.is_empty() && !is_numbered_heading(section.span.of(self.page.text)),
            SectionKind::Statement => section.speaker != self.speaker,
            _ => true,
        };
        if self.speaker != section.speaker {
            self.speaker.clone_from(&section.speaker);
            self.speaks_for = self.place_of_speaker();
        }
        if is_new_turn {
            self.frame.window = None;
            self.frame.window_source = WindowSource::None;
            self.frame.place = None;
        }
        self.frame.start_paragraph();
        if section.kind == SectionKind::Table
            && let Some(inventory) = Inventory::of(self.page, section.span)
        {
            self.inventory(inventory, section, from..to);
            return;
        }
        if section.kind == SectionKind::Table {
            self.time_of_caption(section.span, from..to);
            let windows = Windows {
                up_to: self.frame.window.and_then(|w| w.end).map(Window::up_to),
                day: self.frame.day,
                is_daily: self.frame.window_source == WindowSource::Day,
            };
            self.drafts
                .extend(tables::read(self.page, section.span, from..to, self.places, windows));
            return;
        }
        let (standing, from_draft) = (self.frame.as_it_stands(), self.drafts.len());
        self.sentences(from..to, section, &[]);
        if section.kind == SectionKind::List {
            // Addresses and single cases say nothing of whose figures follow, nor, where they count nothing, of which day.
            self.frame.place = place_before;
            if !self.drafts[from_draft..].iter().any(|draft| draft.fact.kind == Kind::Cases) {
                self.frame.go_back_to(standing);
            }
        }
    }

    fn place_of_speaker(&self) -> Option<(Box<str>, Level)> {
        let speaker = self.speaker.as_deref()?;
        let lexicon = self.page.lexicon;
        let (entry, len) = lexicon.word_at(speaker)?;
        let place = lexicon.place_of(&lexicon.words[entry])?;
        Some((self.places.full(&speaker[..len]), place.level))
    }

    /// A table of goods; what stands between its rows is read as prose.
    fn inventory(&mut self, inventory: Inventory, section: &Section, tokens: Range<usize>) {
        let Inventory { drafts, explained, lines } = inventory;
        self.sentences(tokens, section, &lines);
        let from = self.drafts.len();
        self.drafts.extend(drafts.into_iter().map(|draft| Draft {
            whole: draft.whole.map(|whole| from + whole),
            ..draft
        }));
        self.explained.extend(explained);
    }

    /// Reads sentence by sentence what does not stand in the lines set aside, which are in order.
    fn sentences(&mut self, tokens: Range<usize>, section: &Section, mut aside: &[Span]) {
        let Range { start: from, end: to } = tokens;
        let mut start = from;
        while start < to {
            let end = (start..to).find(|i| self.page.punct(*i).is_some_and(is_sentence_end)).unwrap_or(to);
            let at = self.page.span(start).start as usize;
            while let [first, rest @ ..] = aside
                && first.end as usize <= at
            {
                aside = rest;
            }
            let is_aside = aside.first().is_some_and(|line| line.contains(at));
            // Of a long list of addresses nothing follows for what comes after it.
            let is_idle = section.kind == SectionKind::List && !self.steers(start..end);
            if end > start && !is_idle && !is_aside {
                self.sentence(start..end, section);
            }
            if self.page.punct(end) == Some('\n') {
                self.frame.start_paragraph();
            }
            start = end + 1;
        }
    }

    /// Whether the tokens hold anything that counts, dates or steers.
    fn steers(&self, mut tokens: Range<usize>) -> bool {
        tokens.any(|index| match self.page.lexed.tokens[index].tok {
            Tok::Figure(_) | Tok::Time(_) => true,
            Tok::Word(_) => self.page.word(index).is_some_and(|word| !word.only_names()),
            Tok::Punct(_) | Tok::Latin | Tok::Ordinal => false,
        })
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
        self.origins_in_turn.clear();
        self.items_in_turn.clear();
        let signs = Signs::of(self.page, &bounds);
        match self.frame.announced_list.take().filter(|_| !signs.says_anew) {
            Some(list) => {
                self.frame.breakdowns.push(list.clone());
                self.frame.announced_list = Some(list);
            }
            None => self.frame.announced_list = None,
        }
        self.take_up_by_topic(&bounds);
        if let Some(place) = self.place_alone(&bounds) {
            self.frame.place = Some(place);
        }
        if self.frame.has_nation && self.begins_with_time(&bounds) {
            // 湖北…。⏎3月18日0—24时,新增境外输入34例: of the nation once more.
            self.frame.place = Some("全国".into());
        }
        let is_of_one_person = signs.says_anew && self.tells_of_one_case(&bounds);
        let page = self.page;
        for index in bounds.clone() {
            match page.lexed.tokens[index].tok {
                Tok::Punct(c) => self.punctuation(c, index),
                Tok::Time(time) => {
                    let time = page.lexed.times[time as usize];
                    if signs.announces_meeting {
                        self.calendar.resolve(&time);
                    } else if is_of_one_person {
                        self.time_of_one_person(&time, index, &bounds);
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
        self.lists_gifts = self.heads_gifts(&bounds) || (self.lists_gifts && page.punct(bounds.end) != Some('。'));
    }

    /// 社会捐赠明细(截至1月9日18时): a line that counts nothing and says that gifts are listed below it.
    fn heads_gifts(&self, bounds: &Range<usize>) -> bool {
        const MOST_BYTES: usize = 90;
        let line = self
            .page
            .slice(self.page.sentence_start(bounds), self.page.span(bounds.end - 1).end as usize);
        if self.drafts.len() > self.sentence_drafts || line.len() > MOST_BYTES {
            return false;
        }
        let name = line.split(['(', '（', '：', ':']).next().unwrap_or_default().trim();
        name.contains('捐') && any_of!["明细", "名单", "清单", "情况", "如下", "公示", "一览表", "一览"].ends(name)
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
                if self.drafts.len() > self.sentence_drafts {
                    self.frame.open_bracket_of_figure();
                }
                let whole = self
                    .drafts
                    .len()
                    .checked_sub(1)
                    .filter(|last| *last >= self.sentence_drafts)
                    .filter(|last| {
                        let gap = self
                            .page
                            .slice(self.drafts[*last].fact.quote.end as usize, self.page.span(index).start as usize);
                        gap.chars().count() <= 16 && !gap.contains(['，', ',', '；', ';', '、', ')', '）'])
                    });
                self.open_breakdown(whole, depth, false);
            }
            '）' | ')' | ']' | '］' => self.frame.close_bracket(),
            // (含本土55例:甲市33例、乙市22例,…): inside brackets, too.
            '：' | ':'
                if self
                    .frame
                    .breakdown()
                    .is_none_or(|list| (!list.by_word || list.is_one_clause) && self.frame.depth > 0) =>
            {
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
    fn place_of_line(&self, colon: usize) -> Option<Box<str>> {
        let first = colon.checked_sub(1)?;
        let begins_line = first.checked_sub(1).is_none_or(|before| self.page.punct(before) == Some('\n'));
        let word = self.page.word(first).filter(|word| begins_line && word.is(Role::Place))?;
        let is_alone = self.page.sentence_start(&(first..colon)) == self.page.span(first).start as usize
            && self.page.span(first).end == self.page.span(colon).start;
        self.place_at(first, word).filter(|_| is_alone)
    }

    /// Whether the sentence begins a paragraph with a time and names no place before its first figure.
    fn begins_with_time(&self, bounds: &Range<usize>) -> bool {
        let begins = bounds
            .start
            .checked_sub(1)
            .is_none_or(|before| self.page.punct(before) == Some('\n'));
        let is_time = matches!(self.page.token(bounds.start).map(|token| token.tok), Some(Tok::Time(_)));
        let mut before_figure = bounds.clone().take_while(|i| self.page.figure(*i).is_none());
        begins && is_time && !before_figure.any(|i| self.page.word(i).is_some_and(|word| word.is(Role::Place)))
    }

    /// 甲省 on a line of its own: the lines below tell of it.
    fn place_alone(&self, bounds: &Range<usize>) -> Option<Box<str>> {
        let line = self
            .page
            .slice(self.page.sentence_start(bounds), self.page.span(bounds.end - 1).end as usize);
        let is_alone = bounds.len() == 1 && self.page.span(bounds.start).of(self.page.text).len() == line.trim().len();
        let word = self.page.word(bounds.start).filter(|word| is_alone && word.is(Role::Place))?;
        self.place_at(bounds.start, word)
    }

    /// （甲区21例,其中9例为…;乙区2例): inside brackets the parts of the last figure go on to the next comma.
    pub(super) fn open_part_in_brackets(&mut self) {
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
            day_of_parts: None,
            by_word,
            is_one_clause: false,
            until: None,
        });
    }

    /// What the sentence has counted so far, as far back as rules look.
    pub(super) fn of_sentence(&self) -> &[Draft] {
        &self.drafts[self.sentence_drafts.max(self.drafts.len().saturating_sub(REACH_DRAFTS))..]
    }

    pub(super) fn sentence_span(&self, bounds: &Range<usize>) -> Span {
        Span::new(
            self.page.span(bounds.start).start as usize,
            self.page.span(bounds.end - 1).end as usize,
        )
    }
}
