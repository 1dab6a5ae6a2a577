//! The window in force: what a time in a sentence sets for the counts after it.
//!
//! In: a time, the words of its sentence around it and the window before it. Out: the frame's window, how it was written, and whether the
//! sentence counts totals. Always: a time that tells of those counted, of a deadline or of a day compared with sets nothing; the calendar
//! learns its day from every time, whatever it sets.

use std::ops::Range;

use super::any_of::any_of;
use super::frame::WindowSource;
use super::lexer::Tok;
use super::page::{REACH_TOKENS, is_clause_end};
use super::phrases;
use super::tables;
use super::time::{Stretch, TimeExpression};
use super::walk::Walker;
use crate::model::{Moment, SectionKind, Span, Window, WindowKind};

/// How many characters may stand between 自…日 and 以来.
const MAX_SINCE_CHARS: usize = 16;

/// A time whose day is known, and its sentence around it.
struct Told<'a> {
    time: &'a TimeExpression,
    stretch: Stretch,
    before: &'a str,
    after: &'a str,
}

impl Told<'_> {
    /// 截至10日24时, or a clause that is nothing but 到10日24时.
    fn is_end(&self) -> bool {
        phrases::UP_TO.ends(self.before) || matches!(self.before, "到" | "至") || any_of!["，到", ",到", "，至", ",至"].ends(self.before)
    }

    /// Whether it is not when something was counted.
    fn sets_nothing(&self) -> bool {
        let (first, before) = (&self.time.first, self.before);
        let is_hour_alone = first.day.is_none() && first.month.is_none() && first.relative.is_none();
        // 较11日上升29例: the day that a count is compared with.
        let is_compared = any_of!["较", "比", "与"].ends(before);
        // 发病日介于5月25日至6月14日: when they fell ill.
        let told = before.trim_end_matches("今年").trim_end_matches("去年");
        let is_of_illness = any_of!["介于", "发病日", "发病日期", "发病时间"].ends(told);
        // 预计3月5日前: by when something is to be done.
        let is_deadline = any_of!["前", "之前", "以前", "底前"].starts(self.after) && !self.after.starts_with("前后");
        let is_of_one_person = self.is_of_one_person() && !is_description(before);
        is_compared || is_of_illness || is_of_one_person || is_hour_alone || self.time.is_numeric_date || is_deadline
    }

    /// 1例为女性,87岁,2021年7月接种第一针: what befell the person of whom the clauses before it tell.
    fn is_of_one_person(&self) -> bool {
        const MOST_BYTES: usize = 120;
        let near = self.before.floor_char_boundary(self.before.len().saturating_sub(MOST_BYTES));
        let told = self.before[near..].rsplit(['；', ';', '：', ':']).next().unwrap_or_default();
        let age = told.rfind('岁').map(|at| &told[..at]);
        let is_age = age.is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
        is_age && any_of!["男，", "女，", "男,", "女,", "男性", "女性"].within(told) && !any_of!["新增", "报告"].within(told)
    }

    /// 7月8日以来至14日24时, 10日和11日: words that join it to the time before it.
    fn is_joined(&self) -> bool {
        any_of!["以来至", "起至", "和", "、", "日至"].ends(self.before)
    }

    /// 1月26日24时, at the head of figures: as of that midnight.
    fn is_midnight(&self) -> bool {
        self.time.first.hour == Some(24) && self.time.last.is_none()
    }

    /// 自10月18日发生本轮疫情以来, 11月4日甲市发生疫情以来, 自5月9日本轮疫情发生,到20日24时: the words after it tell what began then,
    /// and all since is counted.
    fn is_of_all_since(&self) -> bool {
        let near = self
            .after
            .char_indices()
            .nth(MAX_SINCE_CHARS)
            .map_or(self.after, |(end, _)| &self.after[..end]);
        let clause = near.split(is_clause_end).next().unwrap_or_default();
        if (clause.ends_with("以来") && clause.len() < near.len()) || self.after.starts_with("至今") {
            return true;
        }
        if !self.before.ends_with(['自', '从']) {
            return false;
        }
        // 自2月28日甲镇发现首起疫情至今; 从12月17日首例确诊起算.
        let is_counted_from = any_of!["至今", "起算", "算起"].ends(clause);
        // 自4月3日发现首例阳性后,本轮疫情共报告…: what came first tells that all since are counted.
        let is_first = any_of!["首例", "首个", "首起", "首批", "首宗", "首名", "第一例"].within(clause);
        let goes_on = || any_of!["，到", "，至", "，截至", ",到", ",至", ",截至"].starts(&self.after[clause.len()..]);
        let names_start = || any_of!["以来", "起至", "发生至", "发生到", "出现至", "报告至"].within(clause);
        is_counted_from || is_first || (self.before.ends_with('自') && (names_start() || (clause.contains("发生") && goes_on())))
    }
}

/// Whether the words before a time begin to describe those counted.
fn is_description(before: &str) -> bool {
    let clause = before.rsplit(is_clause_end).next().unwrap_or_default().trim();
    matches!(clause, "系" | "均系" | "均为")
}

impl Walker<'_> {
    /// Sets the window that a time of a sentence puts in force.
    pub(super) fn time(&mut self, time: &TimeExpression, index: usize, bounds: &Range<usize>) {
        // 由1月2日的90例、1月3日的95例降至7日的46例: of the same class, counted by the same measure.
        let same = self
            .follows_figure(index, bounds)
            .then_some((self.frame.metric, self.frame.measure));
        self.put_in_force(time, index, bounds);
        if let Some((metric, measure)) = same {
            self.frame.metric = self.frame.metric.or(metric);
            self.frame.measure = self.frame.measure.or(measure);
        }
    }

    /// Whether a figure stands before the token in its clause, and nothing between them ends one.
    fn follows_figure(&self, index: usize, bounds: &Range<usize>) -> bool {
        let clause = self.clause_tokens(index, bounds).start..index;
        self.page.text[self.page.span(index).end as usize..].starts_with('的') && { clause }.any(|i| self.page.figure(i).is_some())
    }

    fn put_in_force(&mut self, time: &TimeExpression, index: usize, bounds: &Range<usize>) {
        let span = self.page.span(index);
        let Some(stretch) = self.calendar.resolve(time) else {
            // 截至昨日 in a text without a date: a total all the same.
            self.frame.cumulative_sentence |= self.page.before(span.start as usize).ends_with("截至");
            return;
        };
        let page = self.page;
        let before = page.before(span.start as usize);
        let in_sentence = span.start as usize - page.sentence_start(bounds);
        let told = Told {
            time,
            stretch,
            before: &before[before.len() - before.len().min(in_sentence)..],
            after: &page.text[span.end as usize..],
        };
        if told.is_end() {
            self.count_up_to(&told);
        } else if told.sets_nothing() || self.tells_of_counted(index, bounds) {
            // The window before it stays in force.
        } else if self.describes_counted(&told) {
            self.frame.open_description();
            self.count_in(&told);
        } else if let Some(start) = self.start_of_joined(&told, index) {
            self.count_between(start, &told);
        } else if told.is_midnight() {
            self.frame
                .set_window(Some(Window::up_to(stretch.until)), WindowSource::UpTo, Some(stretch.last_day()));
            self.frame.cumulative_sentence = true;
        } else {
            self.count_in(&told);
        }
    }

    fn count_up_to(&mut self, told: &Told) {
        let stretch = told.stretch;
        // 7月30日以来累计61例;截至9月5日24时,现有13例: past the semicolon a time stands for itself.
        let stands_alone = told.before.contains(['；', ';']);
        let since = self.start_of_since().filter(|start| *start < stretch.until && !stands_alone);
        // 9日10时至10日10时…截至10日10时: what is new there is of that stretch.
        let period = self.frame.period.filter(|period| period.end == Some(stretch.until));
        let window = since.map_or_else(|| Window::up_to(stretch.until), |start| Window::between(start, stretch.until));
        let day = period.unwrap_or_else(|| stretch.last_day());
        self.frame.set_window(Some(window), WindowSource::UpTo, Some(day));
        self.frame.cumulative_sentence = true;
    }

    /// Since when the sentence counts, where it has said so.
    fn start_of_since(&self) -> Option<Moment> {
        let is_since = self.frame.window_source == WindowSource::Since && !self.frame.is_new_sentence_since_window;
        self.frame.window.and_then(|window| window.start).filter(|_| is_since)
    }

    /// The start of the stretch that the time ends: 7月8日以来至14日24时, 自3月4日甲市疫情发生至13日24时.
    fn start_of_joined(&self, told: &Told, index: usize) -> Option<Moment> {
        // 由1月2日的90例、1月3日的95例降至…: a count stands between the two.
        let is_time = |i: usize| matches!(self.page.token(i).map(|token| token.tok), Some(Tok::Time(_)));
        let follows_time = || (1..=2).any(|back| index.checked_sub(back).is_some_and(is_time));
        let start = if told.is_joined() && (!told.before.ends_with('、') || follows_time()) {
            self.frame.window.and_then(|window| window.start)
        } else {
            self.start_of_since().filter(|_| told.before.ends_with(['至', '到']))
        };
        start.filter(|start| *start < told.stretch.end && told.time.last.is_none())
    }

    /// 自2月24日首例报告起至3月2日18时: to the hour where one is written.
    fn count_between(&mut self, start: Moment, told: &Told) {
        let Told { time, stretch, .. } = told;
        let until = if time.first.hour.is_some() { stretch.until } else { stretch.end };
        let is_total = self.frame.window_source == WindowSource::Since;
        self.frame
            .set_window(Some(Window::between(start, until)), WindowSource::Period, Some(stretch.last_day()));
        self.frame.cumulative_sentence |= is_total;
    }

    /// A day, a part of it, several days, or all since.
    fn count_in(&mut self, told: &Told) {
        let Told { time, stretch, after, .. } = told;
        let is_of_all = told.is_of_all_since();
        if time.last.is_none() && (is_of_all || any_of!["以来", "起", "开始", "以后", "之后"].starts(after)) {
            self.frame.set_window(Some(Window::since(stretch.start)), WindowSource::Since, None);
            self.frame.cumulative_sentence |= is_of_all || after.starts_with("以来");
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

    /// 5例确诊病例为6月30日、7月1日诊断的…: when they were found. Whether the time, or the first of several, stands right behind a figure and 为 or 系.
    fn tells_of_counted(&self, index: usize, bounds: &Range<usize>) -> bool {
        let is_time = |i: usize| matches!(self.page.token(i).map(|t| t.tok), Some(Tok::Time(_)));
        let mut first = index;
        let reach = bounds.start.max(index.saturating_sub(REACH_TOKENS));
        while first >= reach + 2 && self.page.punct(first - 1) == Some('、') && is_time(first - 2) {
            first -= 2;
        }
        let clause = self.clause_tokens(first, bounds);
        let Some(last) = clause.rev().find(|i| self.page.figure(*i).is_some()) else {
            return false;
        };
        let between = self
            .page
            .slice(self.page.span(last).end as usize, self.page.span(first).start as usize)
            .trim();
        any_of!["为", "系", "是", "均为", "均系"].ends(between)
    }

    /// 均为货运人员,系20日确诊2例的同事: a clause that describes those counted.
    fn describes_counted(&self, told: &Told) -> bool {
        is_description(told.before) && (self.drafts.len() > self.sentence_drafts || told.is_of_one_person())
    }

    /// 病例1,男,48岁,系3日报告的1例的亲属,4日…: of all times that one person's line names, the one that describes by another count is
    /// of that count.
    pub(super) fn time_of_one_person(&mut self, time: &TimeExpression, index: usize, bounds: &Range<usize>) {
        let start = self.page.span(index).start as usize;
        if is_description(self.page.before(start)) {
            self.frame.open_description();
            self.time(time, index, bounds);
        } else {
            self.calendar.resolve(time);
        }
    }

    /// 附:截至12日24时在院病例分布: the time in the line that names a table.
    pub(super) fn time_of_caption(&mut self, table: Span, tokens: Range<usize>) {
        if !tables::has_caption(table.of(self.page.text)) {
            return;
        }
        let end = tokens.clone().find(|i| self.page.punct(*i) == Some('\n')).unwrap_or(tokens.end);
        let line = tokens.start..end;
        for index in line.clone() {
            if let Tok::Time(time) = self.page.lexed.tokens[index].tok {
                let time = self.page.lexed.times[time as usize];
                self.time(&time, index, &line);
            }
        }
    }

    /// 1月26日24时 over the figures: they are as of that midnight.
    pub(super) fn as_of(&mut self, tokens: Range<usize>, kind: SectionKind) {
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
}
