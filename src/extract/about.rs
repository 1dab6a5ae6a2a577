//! What the document says of itself: its date and the year of its dates.
//!
//! In: times of the text by section, file name, a year that a person set. Out: date, year and where the year comes from.
//! Always: a year is stated somewhere or absent; the order is text, title, date of publication, weekday, file name (contract).

use super::Hints;
use super::any_of::any_of;
use super::lexer::Tok;
use super::page::{Page, Part};
use super::time::{Point, TimeExpression};
use crate::model::{Moment, SectionKind, Span, YearFrom};

pub struct About {
    pub date: Option<Moment>,
    /// The day on which the text is told, which 昨日 is the day before.
    pub today: Option<Moment>,
    pub year: Option<i16>,
    pub year_from: Option<YearFrom>,
    pub has_dates: bool,
}

struct Dated<'a> {
    time: &'a TimeExpression,
    kind: SectionKind,
    span: Span,
}

fn times<'a>(page: &Page<'a>, parts: &[Part]) -> Vec<Dated<'a>> {
    let mut out = Vec::new();
    for part in parts {
        for token in &page.lexed.tokens[part.tokens.clone()] {
            let Tok::Time(index) = token.tok else {
                continue;
            };
            if part.section.span.covers(token.span) {
                out.push(Dated {
                    time: &page.lexed.times[index as usize],
                    kind: part.section.kind,
                    span: token.span,
                });
            }
        }
    }
    out
}

/// 今(12)日 in a text whose last date is the 10th: the first such day that is not before it.
fn today_in_brackets(page: &Page, all: &[Dated], (month, day): (i8, i8)) -> Option<(i8, i8)> {
    let is_today = |d: &&Dated| matches!(d.kind, SectionKind::Lead | SectionKind::Figures) && d.span.of(page.text).starts_with("今");
    let today = all
        .iter()
        .filter(is_today)
        .find_map(|d| d.time.first.day.filter(|_| d.time.first.month.is_none()))?;
    Some(match month {
        _ if today >= day => (month, today),
        12 => (1, today),
        _ => (month + 1, today),
    })
}

fn day_of(point: &Point) -> Option<(i8, i8)> {
    Some((point.month?, point.day?))
}

/// The only year of 2019 to 2024 in which the date falls on the weekday written after it.
fn year_of_weekday(page: &Page, dated: &Dated) -> Option<i16> {
    let (month, day) = day_of(&dated.time.first)?;
    let around = page.slice(dated.span.start as usize, (dated.span.end as usize + 24).min(page.text.len()));
    let around = if around.is_empty() { dated.span.of(page.text) } else { around };
    let at = ["星期", "周"].iter().find_map(|w| around.find(w).map(|i| &around[i + w.len()..]))?;
    let weekday = match at.chars().next()? {
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '日' | '天' => 7,
        _ => return None,
    };
    let mut years = (2019..=2024_i16)
        .filter(|year| jiff::civil::Date::new(*year, month, day).is_ok_and(|d| d.weekday().to_monday_one_offset() == weekday));
    let year = years.next()?;
    years.next().is_none().then_some(year)
}

fn year_in_name(name: &str) -> Option<i16> {
    let digits: Vec<&str> = name
        .split(|c: char| !c.is_ascii_digit())
        .filter(|d| d.len() == 4 || d.len() == 8)
        .collect();
    digits
        .iter()
        .filter_map(|d| d[..4].parse().ok())
        .find(|year| (2000..=2049).contains(year))
}

pub fn about(page: &Page, parts: &[Part], hints: &Hints) -> About {
    let all = times(page, parts);
    let is_body = |kind: SectionKind| {
        !matches!(
            kind,
            SectionKind::Furniture | SectionKind::Byline | SectionKind::Credits | SectionKind::Title
        )
    };
    let year_where = |test: &dyn Fn(&Dated) -> bool| all.iter().filter(|d| test(d)).find_map(|d| d.time.first.year);
    let sources: [(YearFrom, Option<i16>); 6] = [
        (YearFrom::Person, hints.year),
        (
            YearFrom::Text,
            year_where(&|d| {
                is_body(d.kind)
                    && d.time.first.month.is_some()
                    && !matches!(d.kind, SectionKind::Statement | SectionKind::Answer | SectionKind::NextSteps)
            }),
        ),
        (
            YearFrom::Title,
            year_where(&|d| d.kind == SectionKind::Title && d.time.first.month.is_some()),
        ),
        (YearFrom::Byline, year_where(&|d| d.kind == SectionKind::Byline)),
        (YearFrom::Text, year_where(&|d| is_body(d.kind) && d.time.first.month.is_some())),
        (YearFrom::Weekday, all.iter().find_map(|d| year_of_weekday(page, d))),
    ];
    let found = sources.into_iter().find_map(|(from, year)| Some((from, year?)));
    let found = found.or_else(|| hints.file_name.and_then(year_in_name).map(|year| (YearFrom::Filename, year)));
    let (year_from, year) = found.map_or((None, None), |(from, year)| (Some(from), Some(year)));
    let rank = |kind: SectionKind| match kind {
        SectionKind::Lead => 0,
        SectionKind::Byline => 1,
        SectionKind::Title => 2,
        SectionKind::Figures => 3,
        SectionKind::Statement | SectionKind::Answer => 4,
        _ => 9,
    };
    // 截至5月12日, 第二批将于5月18日返校: up to when, and what is yet to come.
    let is_no_day_of_text =
        |d: &&Dated| any_of!["截至", "将于", "拟于", "定于", "将在", "预计", "预计于"].ends(&page.text[..d.span.start as usize]);
    let meeting = all
        .iter()
        .filter(|d| rank(d.kind) < 9 && day_of(&d.time.first).is_some() && !is_no_day_of_text(d))
        .min_by_key(|d| (rank(d.kind), d.span.start));
    let date = meeting.and_then(|d| {
        let (month, day) = day_of(&d.time.first)?;
        let last = d.time.last.filter(|l| l.day.is_some());
        let (month, day) = last.map_or((month, day), |l| (l.month.unwrap_or(month), l.day.unwrap_or(day)));
        let (month, day) = today_in_brackets(page, &all, (month, day)).unwrap_or((month, day));
        let date = Moment::midnight(d.time.first.year.or(year), month, day);
        // 昨日(4月9日): told on the day after it.
        let is_yesterday = d.span.of(page.text).starts_with('昨');
        Some(if is_yesterday { date.plus_days(1) } else { date })
    });
    // 昨日无新增 over figures of 2月4日0—24时: a day that is over is told of on the next.
    let is_over = |d: &&Dated| {
        let hours = [d.time.first.hour, d.time.last.and_then(|last| last.hour)];
        rank(d.kind) >= rank(SectionKind::Figures) && hours.contains(&Some(24))
    };
    let today = date.map(|date| date.plus_days(meeting.filter(is_over).is_some().into()));
    About {
        date,
        today,
        year,
        year_from,
        has_dates: all
            .iter()
            .any(|d| is_body(d.kind) && (d.time.first.month.is_some() || d.time.first.day.is_some())),
    }
}
