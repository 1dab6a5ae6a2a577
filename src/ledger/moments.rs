//! Days and reporting windows as a person types them: 2022-09-28, 9月28日, 9月28日0—14时, 截至9月18日24时, 3月1日以来, or an interval.

use super::slots::Refusal;
use crate::model::{Moment, Window};

/// Reads a day: 2022-09-28, 2022年9月28日, 9月28日, --09-28. Without a year where none is typed.
///
/// # Errors
/// [`Refusal::NotADay`] or [`Refusal::NoSuchDay`].
pub fn day(typed: &str) -> Result<Moment, Refusal> {
    let folded = fold(typed);
    let mut cursor = Cursor { rest: &folded };
    let day = cursor.day().ok_or(Refusal::NotADay)?;
    if !cursor.is_done() {
        return Err(Refusal::NotADay);
    }
    day.real()
}

/// Reads a year of four digits, with or without 年.
///
/// # Errors
/// [`Refusal::NotAYear`].
pub fn year(typed: &str) -> Result<i16, Refusal> {
    let folded = fold(typed);
    let digits = folded.trim().trim_end_matches('年').trim_end();
    let is_year = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
    digits.parse().ok().filter(|_| is_year).ok_or(Refusal::NotAYear)
}

/// Reads a reporting window. A day without a year takes `year`, unless it is typed as `--09-28`.
///
/// # Errors
/// [`Refusal::NotAWindow`], [`Refusal::NoSuchDay`] or [`Refusal::WindowBackwards`].
pub fn window(typed: &str, year: Option<i16>) -> Result<Window, Refusal> {
    let typed = typed.trim();
    let strip = |text: &str, before: &[&str], after: &[&str]| {
        let text = before
            .iter()
            .find_map(|b| text.strip_prefix(b))
            .or(before.is_empty().then_some(text))?;
        after
            .iter()
            .find_map(|a| text.strip_suffix(a))
            .or(after.is_empty().then_some(text))
            .map(str::to_owned)
    };
    let window = if let Some(interval) = Window::parse_interval(&fold(typed)) {
        interval
    } else if let Some(rest) = strip(typed, &["截至", "截止到", "截止至", "截止"], &[]) {
        let (at, is_whole_day) = moment(&rest, year)?;
        Window::up_to(if is_whole_day { at.plus_days(1) } else { at })
    } else if let Some(rest) = strip(typed, &[], &["以来", "至今", "起"]) {
        let rest = rest.strip_prefix(['自', '从']).unwrap_or(&rest);
        Window::since(moment(rest, year)?.0)
    } else {
        stretch(&fold(typed), year)?
    };
    match (window.start, window.end) {
        (Some(start), Some(end)) if start.year.is_some() != end.year.is_some() => Err(Refusal::NotAWindow),
        (Some(start), Some(end)) if end < start && !turns_the_year(start, end) => Err(Refusal::WindowBackwards),
        _ => Ok(window),
    }
}

/// Without years, the last days of December come before the first of January.
fn turns_the_year(start: Moment, end: Moment) -> bool {
    start.year.is_none() && start.month == 12 && end.month == 1
}

/// A day, perhaps with a time of day; true where it had none.
fn moment(typed: &str, year: Option<i16>) -> Result<(Moment, bool), Refusal> {
    let folded = fold(typed);
    let mut cursor = Cursor { rest: &folded };
    let day = cursor.day().ok_or(Refusal::NotAWindow)?.in_year(year).real()?;
    let time = cursor.time();
    if !cursor.is_done() || time.is_some_and(|time| time.is_bare) {
        return Err(Refusal::NotAWindow);
    }
    Ok((time.map_or(day, |time| time.on(day)), time.is_none()))
}

/// A day, a part of it, or from one day or time to another; `folded` as [`fold`] makes it.
fn stretch(folded: &str, year: Option<i16>) -> Result<Window, Refusal> {
    let mut cursor = Cursor { rest: folded };
    let first = cursor.day().ok_or(Refusal::NotAWindow)?.in_year(year);
    let start_day = first.real()?;
    if cursor.is_done() {
        return Ok(Window::whole_day(start_day));
    }
    let start_time = cursor.time();
    if let Some(time) = start_time.filter(|time| !time.is_bare && cursor.is_done()) {
        let at = time.on(start_day);
        return Ok(Window::between(at, at));
    }
    if !cursor.joint() {
        return Err(Refusal::NotAWindow);
    }
    let end_day = match cursor.day().or_else(|| cursor.day_of(first.month)) {
        Some(day) => Some(day.after(start_day).real()?),
        None => None,
    };
    let end_time = cursor.time();
    if !cursor.is_done() {
        return Err(Refusal::NotAWindow);
    }
    match (start_time, end_day, end_time) {
        (None, Some(last_day), None) => Ok(Window::between(start_day, last_day.plus_days(1))),
        (Some(from), last_day, Some(to)) => Ok(Window::between(from.on(start_day), to.on(last_day.unwrap_or(start_day)))),
        _ => Err(Refusal::NotAWindow),
    }
}

/// Full-width forms as ASCII, and every word or dash for “to” as `~`, except the hyphen, which dates use.
fn fold(text: &str) -> String {
    let fold = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '—' | '–' | '―' | '至' | '到' | '∼' | '〜' => '~',
        '−' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    text.trim().chars().map(fold).collect()
}

/// A day as typed; perhaps none that exists.
#[derive(Clone, Copy)]
struct TypedDay {
    year: Option<i16>,
    /// Typed as `--09-28`: without a year on purpose.
    is_yearless: bool,
    month: i8,
    day: i8,
}

impl TypedDay {
    fn in_year(self, year: Option<i16>) -> Self {
        Self {
            year: self.year.or(year.filter(|_| !self.is_yearless)),
            ..self
        }
    }

    /// The day as the end of a stretch: in the year of the start, or in the next where January follows December.
    fn after(self, start: Moment) -> Self {
        let turn = i16::from(start.month == 12 && self.month == 1);
        self.in_year(start.year.map(|year| year + turn))
    }

    fn real(self) -> Result<Moment, Refusal> {
        // 29 February exists in some year.
        let year = self.year.unwrap_or(2020);
        let date = jiff::civil::Date::new(year, self.month, self.day).map_err(|_| Refusal::NoSuchDay)?;
        Ok(Moment::midnight(self.year, date.month(), date.day()))
    }
}

#[derive(Clone, Copy)]
struct TypedTime {
    hour: i8,
    minute: i8,
    /// A bare number, which is a time only beside another one: 0—14时.
    is_bare: bool,
}

impl TypedTime {
    fn on(self, day: Moment) -> Moment {
        match self.hour {
            24 => day.plus_days(1),
            hour => Moment {
                hour,
                minute: self.minute,
                ..day
            },
        }
    }
}

struct Cursor<'a> {
    rest: &'a str,
}

impl Cursor<'_> {
    fn is_done(&self) -> bool {
        self.rest.trim_start().is_empty()
    }

    fn eat(&mut self, word: &str) -> bool {
        let stripped = self.rest.trim_start().strip_prefix(word);
        self.rest = stripped.unwrap_or(self.rest);
        stripped.is_some()
    }

    fn eat_any(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.eat(word))
    }

    /// Up to `most` digits.
    fn number<T: std::str::FromStr>(&mut self, most: usize) -> Option<T> {
        let rest = self.rest.trim_start();
        let len = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
        let number = rest.get(..len)?.parse().ok()?;
        self.rest = rest.get(len..)?;
        Some(number)
    }

    /// Tries a reading and goes back to where it began if it fails.
    fn attempt<T>(&mut self, reading: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.rest;
        let read = reading(self);
        if read.is_none() {
            self.rest = before;
        }
        read
    }

    fn joint(&mut self) -> bool {
        let found = self.eat_any(&["~", "-"]);
        while self.eat("~") {}
        found
    }

    fn day(&mut self) -> Option<TypedDay> {
        self.attempt(Self::hyphened_day).or_else(|| self.attempt(Self::written_day))
    }

    /// 2022-09-28, --09-28.
    fn hyphened_day(&mut self) -> Option<TypedDay> {
        let is_yearless = self.eat("--");
        let year = if is_yearless { None } else { Some(self.number(4)?) };
        if !is_yearless && (year < Some(1000) || !self.eat("-")) {
            return None;
        }
        let month = self.number(2)?;
        let day = self.eat("-").then(|| self.number(2)).flatten()?;
        Some(TypedDay {
            year,
            is_yearless,
            month,
            day,
        })
    }

    /// 2022年9月28日, 9月28日.
    fn written_day(&mut self) -> Option<TypedDay> {
        let year = self.attempt(|c| c.number(4).filter(|_| c.eat("年")));
        let month = self.number(2).filter(|_| self.eat("月"))?;
        let day = self.number(2).filter(|_| self.eat_any(&["日", "号"]))?;
        (year.is_none() || year >= Some(1000)).then_some(TypedDay {
            year,
            is_yearless: false,
            month,
            day,
        })
    }

    /// 28日, in a month that is already known.
    fn day_of(&mut self, month: i8) -> Option<TypedDay> {
        let day = self.attempt(|c| c.number(2).filter(|_| c.eat_any(&["日", "号"])))?;
        Some(TypedDay {
            year: None,
            is_yearless: false,
            month,
            day,
        })
    }

    /// 14时, 14时30分, 14:30, 14.
    fn time(&mut self) -> Option<TypedTime> {
        self.attempt(|c| {
            c.eat("T");
            let hour = c.number(2)?;
            let (minute, is_bare) = if c.eat(":") {
                (c.number(2)?, false)
            } else if c.eat_any(&["时", "点"]) {
                (c.attempt(|c| c.number(2).filter(|_| c.eat("分"))).unwrap_or(0), false)
            } else {
                (0, true)
            };
            let is_real = (0..24).contains(&hour) && (0..60).contains(&minute) || (hour, minute) == (24, 0);
            is_real.then_some(TypedTime { hour, minute, is_bare })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, interval: &str) {
        assert_eq!(
            window(typed, Some(2022)).map(|w| w.as_interval()).as_deref(),
            Ok(interval),
            "{typed}"
        );
    }

    #[track_caller]
    fn refused(typed: &str, reason: Refusal) {
        assert_eq!(window(typed, Some(2022)), Err(reason), "{typed}");
    }

    #[test]
    fn a_day_alone_is_the_whole_day() {
        for typed in [
            "9月27日",
            "2022-09-27",
            "2022-9-27",
            "２０２２年９月２７日",
            "9月27号",
            " 9 月 27 日 ",
        ] {
            check(typed, "2022-09-27T00:00/2022-09-28T00:00");
        }
        check("12月31日", "2022-12-31T00:00/2023-01-01T00:00");
        check("--09-27", "--09-27T00:00/--09-28T00:00");
        assert_eq!(window("9月27日", None).unwrap().as_interval(), "--09-27T00:00/--09-28T00:00");
    }

    #[test]
    fn parts_of_a_day() {
        for typed in [
            "9月28日0—14时",
            "9月28日0时至14时",
            "9月28日 0:00-14:00",
            "2022-09-28 0-14",
            "9月28日0时～9月28日14时",
            "9月28日0——14时",
        ] {
            check(typed, "2022-09-28T00:00/2022-09-28T14:00");
        }
        check("9月27日0—24时", "2022-09-27T00:00/2022-09-28T00:00");
        check("9月27日15时30分至9月28日8时", "2022-09-27T15:30/2022-09-28T08:00");
        check("9月28日14时", "2022-09-28T14:00/2022-09-28T14:00");
    }

    #[test]
    fn stretches_of_days_hold_their_last_day() {
        check("9月27日至9月29日", "2022-09-27T00:00/2022-09-30T00:00");
        check("9月27日至29日", "2022-09-27T00:00/2022-09-30T00:00");
        check("12月30日至1月2日", "2022-12-30T00:00/2023-01-03T00:00");
        check("2022-09-27~2022-09-29", "2022-09-27T00:00/2022-09-30T00:00");
    }

    #[test]
    fn open_ends() {
        check("截至9月18日24时", "../2022-09-19T00:00");
        check("截至9月18日", "../2022-09-19T00:00");
        check("截止到9月18日14时", "../2022-09-18T14:00");
        check("3月1日以来", "2022-03-01T00:00/..");
        check("自2021年3月1日起", "2021-03-01T00:00/..");
        check("3月1日至今", "2022-03-01T00:00/..");
    }

    #[test]
    fn canonical_intervals_come_back() {
        for interval in [
            "2022-09-28T00:00/2022-09-28T14:00",
            "--12-31T00:00/--01-01T00:00",
            "../2022-09-19T00:00",
            "2022-03-01T00:00/..",
        ] {
            check(interval, interval);
        }
    }

    #[test]
    fn what_is_no_window_is_refused() {
        for typed in [
            "",
            "昨天",
            "9月",
            "28日",
            "9月28日午后",
            "9月28日0—25时",
            "9月28日14",
            "9月28日0时—",
            "9月28日至14时",
            "../..",
            "截至目前",
        ] {
            refused(typed, Refusal::NotAWindow);
        }
        refused("9月31日", Refusal::NoSuchDay);
        refused("截至2月30日", Refusal::NoSuchDay);
        refused("9月28日14—10时", Refusal::WindowBackwards);
        refused("2022-09-28T00:00/2022-09-27T00:00", Refusal::WindowBackwards);
        refused("--09-28T00:00/2022-09-29T00:00", Refusal::NotAWindow);
    }

    #[test]
    fn days_and_years() {
        let of = |typed| day(typed).map(|d| d.to_string());
        for typed in ["2022-09-28", "2022年9月28日", "２０２２－０９－２８"] {
            assert_eq!(of(typed).as_deref(), Ok("2022-09-28T00:00"), "{typed}");
        }
        assert_eq!(of("9月28日").as_deref(), Ok("--09-28T00:00"));
        assert_eq!(of("2月29日").as_deref(), Ok("--02-29T00:00"));
        assert_eq!(of("2022-02-29"), Err(Refusal::NoSuchDay));
        for typed in ["", "9月", "9/28", "28日", "2022-09-28 14时", "22年9月28日"] {
            assert_eq!(of(typed), Err(Refusal::NotADay), "{typed}");
        }
        assert_eq!(
            (year("2022"), year("２０２２年"), year(" 2022 年 ")),
            (Ok(2022), Ok(2022), Ok(2022))
        );
        for typed in ["", "22", "20222", "0022", "二〇二二", "-202"] {
            assert_eq!(year(typed), Err(Refusal::NotAYear), "{typed}");
        }
    }
}
