//! What a sentence has said so far: who, where, when and by which measure, carried to the figures that follow.
//!
//! In: tokens in order, through `walk`. Out: [`Frame`]. Always: brackets and 其中 open a [`Breakdown`] that ends with them.

use super::goods::GoodsFrame;
use crate::model::{Fact, Measure, Metric, Origin, Window};

/// How the window in force was written; it decides what a count without 新增 or 累计 means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WindowSource {
    #[default]
    None,
    Day,
    Period,
    UpTo,
    Since,
}

/// A whole whose parts are being listed.
#[derive(Clone, Debug)]
pub struct Breakdown {
    /// Bracket depth at which the parts stand.
    pub depth: usize,
    /// Index of the whole's draft.
    pub whole: Option<usize>,
    pub metric: Option<Metric>,
    pub measure: Option<Measure>,
    pub origin: Option<Origin>,
    pub place: Option<Box<str>>,
    pub window: Option<Window>,
    /// A day that was told among the parts: 累计87例。其中,14日新增28例.
    pub day_of_parts: Option<Window>,
    /// Opened by 其中 or 含, not by a bracket.
    pub by_word: bool,
    /// Ends with its clause, not with its sentence.
    pub is_one_clause: bool,
    /// Token of the last part, where the parts add up to the whole.
    pub until: Option<usize>,
}

impl Breakdown {
    /// The parts of a fact, read from its own words and not from brackets.
    pub fn of(whole: usize, fact: &Fact) -> Self {
        Self {
            depth: 0,
            whole: Some(whole),
            metric: fact.metric,
            measure: fact.measure,
            origin: fact.origin,
            place: fact.place.clone(),
            window: fact.window,
            day_of_parts: None,
            by_word: true,
            is_one_clause: false,
            until: None,
        }
    }
}

/// What a time inside brackets, or in a clause that describes those counted, must not change for what follows.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    depth: usize,
    window: Option<Window>,
    window_source: WindowSource,
    day: Option<Window>,
    period: Option<Window>,
    metric: Option<Metric>,
    measure: Option<Measure>,
    sentence_measure: Option<Measure>,
    origin: Option<Origin>,
}

#[derive(Clone, Debug, Default)]
pub struct Frame {
    pub window: Option<Window>,
    pub window_source: WindowSource,
    /// The day in which the window in force ends.
    pub day: Option<Window>,
    pub is_new_sentence_since_window: bool,
    /// The last stretch of time that had a beginning and an end within days.
    pub period: Option<Window>,
    /// Whose figures the sentence gives.
    pub place: Option<Box<str>>,
    /// How many times the paragraph has gone on to another place.
    pub places_told: usize,
    /// 全市, where the text names no city: whose figures follow is not known.
    pub is_unnamed: bool,
    /// 31个省…: the figures are the nation's until the sentence ends.
    pub is_nation: bool,
    /// The text gives the nation's figures: a paragraph that begins with a time and names no place goes back to them.
    pub has_nation: bool,
    pub metric: Option<Metric>,
    /// The first class that the paragraph counted: 在院治疗 without a class means it.
    pub main_metric: Option<Metric>,
    /// The class that all counts of the paragraph so far were of, if one.
    pub only_class: Option<Metric>,
    has_class: bool,
    /// The paragraph has counted persons confirmed, and persons without symptoms.
    has_confirmed: bool,
    has_asymptomatic: bool,
    pub measure: Option<Measure>,
    /// Local and imported cases were counted in the sentence, no part of one another.
    pub has_both_origins: bool,
    /// Measure of the figure before, for one that is listed with it: 现有确诊37例、无症状67例.
    pub last_measure: Option<Measure>,
    /// The figure before told how many fewer there are: 分别减少2例和51例.
    pub last_is_fewer: bool,
    /// The figure before is one of a cut by severity: 分型为轻型53例、普通型149例.
    pub cuts_by_severity: bool,
    /// Measure of the sentence's last figure that is no part.
    pub sentence_measure: Option<Measure>,
    /// Parts that a line announced: …分布如下:
    pub announced_list: Option<Breakdown>,
    pub origin: Option<Origin>,
    /// What the whole paragraph is about: 境外输入现有….
    pub paragraph_origin: Option<Origin>,
    paragraph_has_figures: bool,
    /// Whom the rest of the paragraph tells of: 新增本土病例中,….
    pub told_of: Option<Origin>,
    /// What the sentence is about, whatever it measures: 境外输入方面,….
    pub about: Option<Origin>,
    /// And of which class.
    pub told_class: Option<Metric>,
    /// The count that the sentence takes up again: its draft. 本土确诊病例中,甲区4例…;轻型9例….
    pub told_whole: Option<usize>,
    /// Origin of the paragraph's first figure, where that is a total.
    pub topic_origin: Option<Origin>,
    pub sentence_has_figures: bool,
    /// 累计, 共 …: until the next semicolon or full stop.
    pub cumulative_clause: bool,
    /// 截至…, …以来: until the full stop.
    pub cumulative_sentence: bool,
    pub breakdowns: Vec<Breakdown>,
    pub depth: usize,
    pub goods: GoodsFrame,
    /// The text speaks of other countries or of a border: 输入性 is from abroad, and not from another province as early in 2020.
    pub knows_abroad: bool,
    /// 目前 was said when there were this many drafts.
    pub now_after: Option<usize>,
    /// Brackets behind a figure that are still open.
    outside: Vec<Standing>,
    /// A clause that describes those counted is still open.
    past_description: Option<Standing>,
}

impl Frame {
    /// The frame at the beginning of a text.
    pub fn of_text(knows_abroad: bool) -> Self {
        Self {
            knows_abroad,
            ..Self::default()
        }
    }

    pub fn start_paragraph(&mut self) {
        // 甲市报告24例;乙市报告5例。⏎当日治愈出院8例: of all again, and not of the last of several.
        if std::mem::take(&mut self.places_told) > 1 {
            self.place = None;
        }
        self.topic_origin = None;
        self.told_of = None;
        self.told_class = None;
        self.paragraph_origin = None;
        self.paragraph_has_figures = false;
        self.measure = None;
        self.main_metric = None;
        self.only_class = None;
        self.has_class = false;
        (self.has_confirmed, self.has_asymptomatic) = (false, false);
        self.start_sentence();
    }

    pub fn start_sentence(&mut self) {
        self.end_description();
        self.is_new_sentence_since_window = true;
        self.is_nation = false;
        self.is_unnamed = false;
        self.has_both_origins = false;
        self.metric = None;
        self.last_measure = None;
        self.sentence_measure = None;
        self.sentence_has_figures = false;
        self.cumulative_clause = false;
        self.cumulative_sentence = false;
        self.breakdowns.clear();
        self.depth = 0;
        self.now_after = None;
        self.told_whole = None;
        self.about = None;
        self.outside.clear();
        self.goods.start_sentence();
    }

    /// A new time: what was measured before no longer holds.
    pub fn set_window(&mut self, window: Option<Window>, source: WindowSource, day: Option<Window>) {
        let depth = self.depth;
        if let Some(parts) = self.breakdowns.last_mut().filter(|parts| parts.by_word && parts.depth == depth) {
            parts.day_of_parts = window.filter(|_| source == WindowSource::Day);
        }
        self.window = window;
        self.window_source = source;
        self.day = day;
        self.is_new_sentence_since_window = false;
        self.measure = None;
        self.sentence_measure = None;
        self.origin = None;
        self.metric = None;
    }

    /// Whether the paragraph counted persons of more than one class.
    pub fn counts_both_classes(&self) -> bool {
        self.has_class && self.only_class.is_none()
    }

    /// Whether the paragraph counted both those confirmed and those without symptoms.
    pub fn counts_confirmed_and_asymptomatic(&self) -> bool {
        self.has_confirmed && self.has_asymptomatic
    }

    /// A count of this class, no part of another. What became of persons is no class of them.
    pub fn note_class(&mut self, class: Option<Metric>) {
        if matches!(class, Some(Metric::Dead | Metric::Discharged)) {
            return;
        }
        self.has_confirmed |= class == Some(Metric::Confirmed);
        self.has_asymptomatic |= class == Some(Metric::Asymptomatic);
        let is_first = !std::mem::replace(&mut self.has_class, true);
        let is_main = matches!(class, Some(Metric::Confirmed | Metric::Asymptomatic | Metric::Suspected));
        self.only_class = if is_first {
            class.filter(|_| is_main)
        } else {
            self.only_class.filter(|only| class == Some(*only))
        };
    }

    /// The origin that the first figure of a paragraph gives to the others: of a total, or of what the paragraph is about.
    pub fn note_paragraph(&mut self, origin: Option<Origin>, measure: Option<Measure>, leads: bool) {
        let is_first = !std::mem::replace(&mut self.paragraph_has_figures, true);
        if is_first && matches!(measure, Some(Measure::Cumulative | Measure::Current)) {
            self.topic_origin = origin;
            self.paragraph_origin = origin.filter(|_| leads);
        }
    }

    pub fn breakdown(&self) -> Option<&Breakdown> {
        self.breakdowns.last()
    }

    /// Ends the lists that 其中 opened at this bracket depth.
    pub fn end_word_breakdowns(&mut self) {
        let depth = self.depth;
        while self.breakdowns.last().is_some_and(|b| b.by_word && b.depth >= depth) {
            self.breakdowns.pop();
        }
    }

    /// Whether a list that adds up reaches over the token.
    pub fn list_goes_on(&self, token: usize) -> bool {
        self.breakdowns
            .last()
            .is_some_and(|list| list.until.is_some_and(|last| token <= last))
    }

    /// Ends the lists that add up before the token.
    pub fn end_list(&mut self, token: usize) {
        while self
            .breakdowns
            .last()
            .is_some_and(|list| list.until.is_some_and(|last| last < token))
        {
            self.breakdowns.pop();
        }
    }

    /// Ends the list of parts that reaches no further than a comma.
    pub fn end_clause(&mut self) {
        self.end_description();
        if self.breakdowns.last().is_some_and(|b| b.is_one_clause) {
            self.breakdowns.pop();
        }
    }

    /// 437例(含3例3月13日…): brackets that explain a figure; a time in them is theirs alone.
    pub fn open_bracket_of_figure(&mut self) {
        self.outside.push(self.as_it_stands());
    }

    /// 均系2月26日报告的1例的密切接触者: a clause that describes those counted; a time in it is its own alone.
    pub fn open_description(&mut self) {
        self.past_description = self.past_description.take().or_else(|| Some(self.as_it_stands()));
    }

    fn end_description(&mut self) {
        if let Some(before) = self.past_description.take() {
            self.go_back_to(before);
        }
    }

    /// What is in force now, for [`Self::go_back_to`].
    pub fn as_it_stands(&self) -> Standing {
        Standing {
            depth: self.depth,
            window: self.window,
            window_source: self.window_source,
            day: self.day,
            period: self.period,
            metric: self.metric,
            measure: self.measure,
            sentence_measure: self.sentence_measure,
            origin: self.origin,
        }
    }

    /// Puts in force what was so then.
    pub fn go_back_to(&mut self, before: Standing) {
        (self.window, self.window_source, self.day, self.period) = (before.window, before.window_source, before.day, before.period);
        (self.metric, self.measure, self.sentence_measure, self.origin) =
            (before.metric, before.measure, before.sentence_measure, before.origin);
    }

    pub fn close_bracket(&mut self) {
        let depth = self.depth;
        while self.outside.last().is_some_and(|before| before.depth > depth) {
            self.outside.pop();
        }
        if let Some(before) = self.outside.pop_if(|before| before.depth == depth)
            && (before.window, before.window_source) != (self.window, self.window_source)
        {
            self.go_back_to(before);
        }
        self.breakdowns.retain(|b| b.depth < depth);
        self.depth = depth.saturating_sub(1);
    }
}
