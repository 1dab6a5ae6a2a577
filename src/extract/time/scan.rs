//! Recognition of written times: 9月27日0—24时, 28日晚, 7月21-8月2日, 1-9月份, 2022-09-28 18:30, 昨日下午二时.

use super::{Point, Relative, TimeExpression};
use crate::extract::any_of::{AnyOf, any_of};
use crate::extract::numeral;

/// Strokes and words that join the ends of a stretch of time.
const JOINTS: AnyOf = any_of![
    "起至", "——", "--", "至", "到", "-", "—", "–", "―", "─", "~", "～", "－", "﹣", "‐", "‑",
];

const DAY_PARTS: &[(&str, bool)] = &[
    ("凌晨", false),
    ("清晨", false),
    ("早上", false),
    ("早晨", false),
    ("上午", false),
    ("正午", false),
    ("中午", false),
    ("下午", true),
    ("傍晚", true),
    ("晚上", true),
    ("晚间", true),
    ("深夜", true),
    ("夜间", true),
    ("当晚", true),
    ("早", false),
    ("晚", true),
    ("夜", true),
];

const RELATIVES: &[(&str, Relative, bool)] = &[
    ("昨天", Relative::Yesterday, false),
    ("昨日", Relative::Yesterday, false),
    ("昨晚", Relative::Yesterday, true),
    ("昨午", Relative::Yesterday, true),
    ("昨夜", Relative::Yesterday, true),
    ("昨早", Relative::Yesterday, true),
    ("今天", Relative::Today, false),
    ("今日", Relative::Today, false),
    ("今早", Relative::Today, true),
    ("今午", Relative::Today, true),
    ("今晨", Relative::Today, true),
    ("今晚", Relative::Today, true),
];

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

/// Which component of a point was read last; components only descend.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Nothing,
    Year,
    Month,
    Day,
    Hour,
}

#[derive(Clone, Copy, Default)]
struct ReadPoint {
    point: Point,
    /// A last number without its own unit: 0 in 0—24时, 21 in 7月21-8月2日.
    bare: Option<i32>,
    is_numeric_date: bool,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn eat(&mut self, word: &str) -> bool {
        let found = self.rest().starts_with(word);
        if found {
            self.at += word.len();
        }
        found
    }

    fn skip_blanks(&mut self) {
        while let Some(c) = self.rest().chars().next().filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{3000}')) {
            self.at += c.len_utf8();
        }
    }

    /// A small whole number and the number of its digits (0 for Chinese characters).
    fn number(&mut self) -> Option<(i32, u32)> {
        let first = self.rest().chars().next()?;
        if first.is_ascii_digit() || ('０'..='９').contains(&first) {
            let (mut value, mut digits) = (0, 0);
            while let Some(c) = self.rest().chars().next() {
                let d = match c {
                    '0'..='9' => c as i32 - '0' as i32,
                    '０'..='９' => c as i32 - '０' as i32,
                    _ => break,
                };
                digits += 1;
                if digits > 4 {
                    return None;
                }
                value = value * 10 + d;
                self.at += c.len_utf8();
            }
            return Some((value, digits));
        }
        if !numeral::may_begin(first) {
            return None;
        }
        let found = numeral::scan(self.text, self.at)?;
        let value = found.value?.to_i64().filter(|v| (0..=2100).contains(v))?;
        let digits = if found.form == numeral::Form::HanPositional { 4 } else { 0 };
        if !matches!(found.form, numeral::Form::Han | numeral::Form::HanPositional) {
            return None;
        }
        self.at += found.len;
        Some((value as i32, digits))
    }

    fn two_digits(&mut self) -> Option<i32> {
        let bytes = self.rest().as_bytes();
        let (a, b) = (*bytes.first()?, *bytes.get(1)?);
        if !a.is_ascii_digit() || !b.is_ascii_digit() || bytes.get(2).is_some_and(u8::is_ascii_digit) {
            return None;
        }
        self.at += 2;
        Some(i32::from(a - b'0') * 10 + i32::from(b - b'0'))
    }

    fn clock_minutes(&mut self, point: &mut Point) -> bool {
        let before = self.at;
        if !(self.eat(":") || self.eat("：")) {
            return false;
        }
        let Some(minute) = self.two_digits().filter(|m| *m < 60) else {
            self.at = before;
            return false;
        };
        point.minute = Some(minute as i8);
        let after_minutes = self.at;
        if !((self.eat(":") || self.eat("：")) && self.two_digits().is_some()) {
            self.at = after_minutes;
        }
        true
    }

    /// The month and day of 2022-09-28, 2022/9/28, 2022.9.28 after the year.
    fn numeric_date(&mut self, year: i32) -> Option<Point> {
        let separator = self.rest().chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
        self.at += 1;
        let (month, _) = self.number().filter(|(m, d)| (1..=12).contains(m) && *d > 0)?;
        if !self.rest().starts_with(separator) {
            return None;
        }
        self.at += 1;
        let (day, _) = self.number().filter(|(day, digits)| (1..=31).contains(day) && *digits > 0)?;
        Some(Point {
            year: Some(year as i16),
            month: Some(month as i8),
            day: Some(day as i8),
            ..Point::default()
        })
    }

    /// 111-05-15, 111年5月15日: a year of the calendar that Taiwan counts from 1912, where month and day follow; as the common one.
    fn of_the_republic(&self, value: i32, digits: u32, stage: Stage) -> (i32, u32) {
        const BEFORE_FIRST_YEAR: i32 = 1911;
        let rest = self.rest().as_bytes();
        let are_digits = |range: std::ops::Range<usize>| rest.get(range).is_some_and(|part| part.iter().all(u8::is_ascii_digit));
        let is_numeric = matches!(rest.first(), Some(b'-' | b'/'))
            && rest.get(3) == rest.first()
            && are_digits(1..3)
            && are_digits(4..6)
            && !rest.get(6).is_some_and(u8::is_ascii_digit);
        let month = || {
            self.rest()
                .strip_prefix('年')
                .map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()))
        };
        let is_written = || month().is_some_and(|rest| rest.starts_with('月')) && !self.rest().starts_with("年月");
        let is_year = stage == Stage::Nothing && digits == 3 && (100..=130).contains(&value) && (is_numeric || is_written());
        if is_year { (value + BEFORE_FIRST_YEAR, 4) } else { (value, digits) }
    }

    fn point(&mut self) -> Option<ReadPoint> {
        let mut read = ReadPoint::default();
        let mut stage = Stage::Nothing;
        let mut in_afternoon = false;
        let start = self.at;
        for (word, relative, has_part) in RELATIVES {
            if self.eat(word) {
                read.point.relative = Some(*relative);
                read.point.has_day_part = *has_part;
                stage = Stage::Day;
                if let Some((month, day)) = self.date_in_brackets() {
                    // Without a month, which one is told by the day of the briefing.
                    (read.point.month, read.point.day) = (month, Some(day));
                    read.point.relative = read.point.relative.filter(|_| month.is_none());
                }
                break;
            }
        }
        if stage == Stage::Nothing
            && let Some(day) = self.bracketed_day()
        {
            (read.point.day, stage) = (Some(day), Stage::Day);
        }
        loop {
            let before = self.at;
            if stage >= Stage::Month {
                self.skip_blanks();
            }
            if stage >= Stage::Day
                && stage < Stage::Hour
                && let Some((part, afternoon)) = DAY_PARTS.iter().find(|(part, _)| self.rest().starts_with(part))
            {
                self.at += part.len();
                read.point.has_day_part = true;
                in_afternoon = *afternoon;
                continue;
            }
            let Some((value, digits)) = self.number() else {
                self.at = before;
                break;
            };
            let after_number = self.at;
            let (value, digits) = self.of_the_republic(value, digits, stage);
            if stage == Stage::Nothing
                && digits == 4
                && (1900..=2100).contains(&value)
                && matches!(self.rest().chars().next(), Some('-' | '/' | '.'))
            {
                if let Some(point) = self.numeric_date(value) {
                    read.point = point;
                    read.is_numeric_date = true;
                    stage = Stage::Day;
                    continue;
                }
                self.at = after_number;
            }
            if self.component(&mut read.point, &mut stage, value, digits, in_afternoon) {
                continue;
            }
            // Not a component of its own: perhaps the start of a stretch whose unit comes at its end.
            self.at = after_number;
            // 9 日 0 — 24 时: in a copy with blanks between its words.
            let joint = self.rest().trim_start_matches([' ', '\u{a0}', '\u{3000}']);
            let takes_bare = stage < Stage::Hour && stage != Stage::Year && (0..=31).contains(&value) && JOINTS.starts(joint);
            if takes_bare {
                read.bare = Some(value);
            } else {
                self.at = before;
            }
            break;
        }
        (self.at > start).then_some(read)
    }

    /// 昨日(4月9日)15时, 今天(10日): the date that a relative day is, in brackets behind it.
    fn date_in_brackets(&mut self) -> Option<(Option<i8>, i8)> {
        let start = self.at;
        let mut inside = || {
            if !(self.eat("(") || self.eat("（")) {
                return None;
            }
            let mut month = None;
            let (mut value, _) = self.number()?;
            if self.eat("月") {
                month = Some(i8::try_from(value).ok().filter(|month| (1..=12).contains(month))?);
                value = self.number()?.0;
            }
            let day = i8::try_from(value).ok().filter(|day| (1..=31).contains(day))?;
            let is_closed = (self.eat("日") || self.eat("号")) && (self.eat(")") || self.eat("）"));
            is_closed.then_some((month, day))
        };
        let found = inside();
        if found.is_none() {
            self.at = start;
        }
        found
    }

    /// 今(18)日: today, with the day of the month in brackets.
    fn bracketed_day(&mut self) -> Option<i8> {
        let start = self.at;
        let opened = (self.eat("今") || self.eat("昨")) && (self.eat("(") || self.eat("（"));
        let day = if opened { self.number() } else { None };
        let day = day
            .and_then(|(value, _)| i8::try_from(value).ok())
            .filter(|value| (1..=31).contains(value));
        let is_closed = day.is_some() && (self.eat(")") || self.eat("）")) && (self.eat("日") || self.eat("天"));
        if !is_closed {
            self.at = start;
            return None;
        }
        day
    }

    /// Takes the unit after a number and enters it into the point.
    fn component(&mut self, point: &mut Point, stage: &mut Stage, value: i32, digits: u32, in_afternoon: bool) -> bool {
        let before_blanks = self.at;
        self.skip_blanks();
        if *stage == Stage::Nothing && (1900..=2100).contains(&value) && digits == 4 && self.eat("年") {
            (point.year, *stage) = (Some(value as i16), Stage::Year);
            self.eat("度");
            return true;
        }
        // 最小7月龄: an age.
        let is_age = self.rest().starts_with("月龄");
        if *stage < Stage::Month && (1..=12).contains(&value) && digits <= 2 && !is_age && self.eat("月") {
            self.eat("份");
            (point.month, *stage) = (Some(value as i8), Stage::Month);
            return true;
        }
        let names_day = (1..=31).contains(&value) && digits <= 2;
        // 韩国 17 日本: a table's next row.
        let names_country = self.at > before_blanks
            && self
                .rest()
                .strip_prefix("日本")
                .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphabetic()));
        if *stage != Stage::Year
            && *stage < Stage::Day
            && names_day
            && !names_country
            && (self.eat("日") || (*stage == Stage::Month && self.eat("号")))
        {
            (point.day, *stage) = (Some(value as i8), Stage::Day);
            for weekday in ["(周", "（周", "(星期", "（星期"] {
                let before = self.at;
                if self.eat(weekday) {
                    let close = self.rest().char_indices().take(3).find(|(_, c)| matches!(c, ')' | '）'));
                    self.at = close.map_or(before, |(i, c)| self.at + i + c.len_utf8());
                    break;
                }
            }
            return true;
        }
        let lifted = |hour: i32| {
            if in_afternoon && hour < 12 { hour + 12 } else { hour }
        };
        if *stage < Stage::Hour && *stage != Stage::Year && *stage != Stage::Month && (0..=24).contains(&value) && digits <= 2 {
            if self.rest().starts_with([':', '：']) && digits > 0 && self.clock_minutes(point) {
                (point.hour, *stage) = (Some(lifted(value) as i8), Stage::Hour);
                return true;
            }
            let has_hour = (self.rest().starts_with('时') && !self.rest().starts_with("时期") && !self.rest().starts_with("时段"))
                || (self.rest().starts_with('点')
                    && !any_of!["点位", "点对", "点多", "点儿"].starts(self.rest())
                    && *stage != Stage::Nothing)
                || (self.rest().starts_with("点整") || self.rest().starts_with("点钟"));
            if has_hour {
                self.at += '时'.len_utf8();
                (point.hour, *stage) = (Some(lifted(value) as i8), Stage::Hour);
                let before_minutes = self.at;
                let minutes = self
                    .number()
                    .filter(|(m, _)| (0..60).contains(m))
                    .filter(|_| self.rest().starts_with('分') && !self.rest().starts_with("分之"));
                match minutes {
                    Some((minute, _)) => {
                        self.at += '分'.len_utf8();
                        point.minute = Some(minute as i8);
                    }
                    None => self.at = before_minutes,
                }
                if self.eat("半") {
                    point.minute = Some(30);
                }
                let _ = self.eat("整") || self.eat("许") || self.eat("钟");
                return true;
            }
        }
        self.at = before_blanks;
        false
    }

    fn joint(&mut self) -> bool {
        self.skip_blanks();
        let found = JOINTS.at_start(self.rest()).is_some_and(|joint| self.eat(joint));
        self.skip_blanks();
        found
    }
}

/// A number without a unit takes the unit of the other end's first component: 0—24时, 1-9月份, 21-8月2日.
fn lend_unit(first: &mut ReadPoint, last: &Point) -> bool {
    let Some(value) = first.bare.take() else {
        return true;
    };
    let point = &mut first.point;
    let (month, day, hour) = (last.month, last.day, last.hour);
    if point.day.is_some() || point.relative.is_some() || (point.month.is_none() && month.is_none() && day.is_none()) {
        let fits = hour.is_some() && (0..=24).contains(&value);
        point.hour = fits.then_some(value as i8);
        return fits;
    }
    if point.month.is_some() || month.is_none() {
        let fits = day.is_some() && (1..=31).contains(&value);
        point.day = fits.then_some(value as i8);
        return fits;
    }
    let fits = day.is_none() && (1..=12).contains(&value);
    point.month = fits.then_some(value as i8);
    fits
}

/// Whether a run of ASCII digits at the byte may be part of a time, by what follows it: most numbers are not, and need no closer look.
fn digits_may_be_time(text: &str, at: usize) -> bool {
    let bytes = &text.as_bytes()[at..];
    let run = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    if run == 0 {
        return true;
    }
    let rest = &text[at + run..];
    let may_follow = |c: char| {
        matches!(
            c,
            '年' | '月' | '日' | '号' | '时' | '点' | ':' | '：' | '-' | '/' | '.' | ' ' | '\u{a0}' | '\u{3000}' | '０'..='９'
        )
    };
    run <= 4 && (rest.starts_with(may_follow) || JOINTS.starts(rest))
}

/// The longest written time at the byte, if one begins there.
pub fn scan(text: &str, at: usize) -> Option<TimeExpression> {
    if !digits_may_be_time(text, at) {
        return None;
    }
    let mut reader = Reader { text, at };
    let mut first = reader.point()?;
    let after_first = reader.at;
    let has_unit = |p: &Point| p.month.is_some() || p.day.is_some() || p.hour.is_some() || p.year.is_some();
    let mut last = None;
    if reader.joint() {
        match reader.point().filter(|l| has_unit(&l.point) && l.bare.is_none()) {
            Some(read) if lend_unit(&mut first, &read.point) => last = Some(read.point),
            _ => reader.at = after_first,
        }
    } else {
        reader.at = after_first;
    }
    if first.bare.is_some() {
        // The number belongs to something else.
        return None;
    }
    let point = first.point;
    if !has_unit(&point) && point.relative.is_none() {
        return None;
    }
    let date_exists = |p: &Point| match (p.month, p.day) {
        (Some(month), Some(day)) => jiff::civil::Date::new(p.year.unwrap_or(2020), month, day).is_ok(),
        _ => true,
    };
    if !date_exists(&point) || !last.as_ref().is_none_or(date_exists) {
        return None;
    }
    Some(TimeExpression {
        first: point,
        last,
        len: reader.at - at,
        is_numeric_date: first.is_numeric_date,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(p: &Point) -> String {
        let part = |v: Option<i8>, unit: &str| v.map(|v| format!("{v}{unit}")).unwrap_or_default();
        let year = p.year.map(|y| format!("{y}y")).unwrap_or_default();
        let relative = p.relative.map(|r| format!("{r:?}")).unwrap_or_default();
        format!(
            "{year}{}{}{relative}{}{}",
            part(p.month, "m"),
            part(p.day, "d"),
            part(p.hour, "h"),
            part(p.minute, "'")
        )
    }

    #[track_caller]
    fn check(text: &str, written: &str, meaning: &str) {
        let Some(found) = scan(text, 0) else { panic!("no time in {text}") };
        let last = found.last.map(|l| format!("–{}", shown(&l))).unwrap_or_default();
        assert_eq!(
            (&text[..found.len], format!("{}{last}", shown(&found.first)).as_str()),
            (written, meaning),
            "{text}"
        );
    }

    #[test]
    fn windows_in_every_spelling() {
        check("9月27日0—24时,全市", "9月27日0—24时", "9m27d0h–24h");
        check("9月27日0时至24时", "9月27日0时至24时", "9m27d0h–24h");
        check("28日0-14时", "28日0-14时", "28d0h–14h");
        check("28日零时至24时", "28日零时至24时", "28d0h–24h");
        check("4月13日15时至14日15时,", "4月13日15时至14日15时", "4m13d15h–14d15h");
        check("7月21-8月2日期间", "7月21-8月2日", "7m21d–8m2d");
        check("2月11日-21日", "2月11日-21日", "2m11d–21d");
        check("15日至19日", "15日至19日", "15d–19d");
        check("1-9月份累计", "1-9月份", "1m–9m");
        check("1~2月份", "1~2月份", "1m–2m");
        check(
            "2022年2月26日0时至2022年4月26日24时",
            "2022年2月26日0时至2022年4月26日24时",
            "2022y2m26d0h–2022y4m26d24h",
        );
        check("8月7日0时—12时", "8月7日0时—12时", "8m7d0h–12h");
    }

    #[test]
    fn points() {
        check("3月份以来", "3月份", "3m");
        check("29日凌晨2时许,", "29日凌晨2时许", "29d2h");
        check("昨日下午二时,", "昨日下午二时", "Yesterday14h");
        check("二〇二二年三月五日", "二〇二二年三月五日", "2022y3m5d");
        check("2020-02-22 22:44:56 热度", "2020-02-22 22:44:56", "2020y2m22d22h44'");
        check("1月10日18：00，", "1月10日18：00", "1m10d18h0'");
        check("1月10日19点30分", "1月10日19点30分", "1m10d19h30'");
        check("2月3日890例", "2月3日", "2m3d");
        check("9月28日(周三)上午", "9月28日(周三)上午", "9m28d");
        check("2022年度计划", "2022年度", "2022y");
    }

    #[test]
    fn what_is_no_time() {
        for text in [
            "24小时值班",
            "3个月",
            "617家单位",
            "7天",
            "13月5日",
            "2月30日",
            "0—100",
            "5-8例",
            "三方面",
            "99999日",
            "1/4以上",
            "15点位",
        ] {
            assert_eq!(scan(text, 0), None, "{text}");
        }
    }
}
