//! Reporting windows: from when to when a figure counts.

use std::fmt;

use super::WindowKind;

/// A minute of local time whose year may be unknown; 24时 is kept as 0时 of the next day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment {
    pub year: Option<i16>,
    pub month: i8,
    pub day: i8,
    pub hour: i8,
    pub minute: i8,
}

impl Moment {
    /// A day's first minute.
    pub fn midnight(year: Option<i16>, month: i8, day: i8) -> Self {
        Self {
            year,
            month,
            day,
            hour: 0,
            minute: 0,
        }
    }

    /// The calendar day, where the year is known and the day exists.
    pub fn date(self) -> Option<jiff::civil::Date> {
        jiff::civil::Date::new(self.year?, self.month, self.day).ok()
    }

    /// The same time `days` later. Without a year, months have their usual lengths and 29 February exists.
    pub fn plus_days(self, days: i32) -> Self {
        let year = self.year.unwrap_or(if self.month == 2 && self.day == 29 { 2020 } else { 2022 });
        let moved = jiff::civil::Date::new(year, self.month, self.day)
            .ok()
            .and_then(|date| date.checked_add(jiff::Span::new().days(days)).ok());
        match moved {
            Some(date) => Self {
                year: self.year.map(|_| date.year()),
                month: date.month(),
                day: date.day(),
                ..self
            },
            None => self,
        }
    }

    /// Reads what [`Display`](fmt::Display) writes: `2022-09-27T00:00` or `--09-27T00:00`.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.split_once('T').unwrap_or((text, "00:00"));
        let (year, rest) = match date.strip_prefix("--") {
            Some(rest) => (None, rest),
            None => {
                let (year, rest) = date.split_once('-')?;
                (Some(year.parse().ok()?), rest)
            }
        };
        let (month, day) = rest.split_once('-')?;
        let (hour, minute) = time.split_once(':')?;
        let moment = Self {
            year,
            month: month.parse().ok()?,
            day: day.parse().ok()?,
            hour: hour.parse().ok()?,
            minute: minute.parse().ok()?,
        };
        let real = jiff::civil::Date::new(year.unwrap_or(2020), moment.month, moment.day).is_ok();
        (real && (0..24).contains(&moment.hour) && (0..60).contains(&moment.minute)).then_some(moment)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => write!(f, "-")?,
        }
        write!(f, "-{:02}-{:02}T{:02}:{:02}", self.month, self.day, self.hour, self.minute)
    }
}

/// Half-open stretch of time; an open end is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    pub start: Option<Moment>,
    pub end: Option<Moment>,
    pub kind: WindowKind,
}

impl Window {
    /// Builds a window and names its kind from its ends.
    pub fn between(start: Moment, end: Moment) -> Self {
        let kind = if start == end {
            WindowKind::Instant
        } else if start.hour == 0 && start.minute == 0 && start.plus_days(1) == end {
            WindowKind::FullDay
        } else if start.month == end.month && start.day == end.day {
            WindowKind::PartialDay
        } else {
            WindowKind::Period
        };
        Self {
            start: Some(start),
            end: Some(end),
            kind,
        }
    }

    /// The whole of the day that `day` falls in.
    pub fn whole_day(day: Moment) -> Self {
        let start = Moment { hour: 0, minute: 0, ..day };
        Self::between(start, start.plus_days(1))
    }

    pub fn up_to(end: Moment) -> Self {
        Self {
            start: None,
            end: Some(end),
            kind: WindowKind::UpTo,
        }
    }

    pub fn since(start: Moment) -> Self {
        Self {
            start: Some(start),
            end: None,
            kind: WindowKind::Since,
        }
    }

    /// `start/end`, an open end as `..` (the form of ISO 8601-2 intervals).
    pub fn as_interval(&self) -> String {
        let side = |m: Option<Moment>| m.map_or_else(|| "..".to_owned(), |m| m.to_string());
        format!("{}/{}", side(self.start), side(self.end))
    }

    /// Reads what [`as_interval`](Self::as_interval) writes.
    pub fn parse_interval(text: &str) -> Option<Self> {
        let (start, end) = text.split_once('/')?;
        let side = |t: &str| {
            if t == ".." { Some(None) } else { Moment::parse(t).map(Some) }
        };
        match (side(start)?, side(end)?) {
            (Some(start), Some(end)) => Some(Self::between(start, end)),
            (None, Some(end)) => Some(Self::up_to(end)),
            (Some(start), None) => Some(Self::since(start)),
            (None, None) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_survive_writing_and_reading() {
        for (text, kind) in [
            ("2022-09-27T00:00/2022-09-28T00:00", WindowKind::FullDay),
            ("2022-09-28T00:00/2022-09-28T14:00", WindowKind::PartialDay),
            ("--12-31T00:00/--01-01T00:00", WindowKind::FullDay),
            ("2022-04-13T15:00/2022-04-14T15:00", WindowKind::Period),
            ("../2022-09-19T00:00", WindowKind::UpTo),
            ("2022-03-01T00:00/..", WindowKind::Since),
        ] {
            let window = Window::parse_interval(text).unwrap();
            assert_eq!((window.as_interval().as_str(), window.kind), (text, kind));
        }
        for refused in ["", "/", "../..", "2022-02-30T00:00/..", "2022-09-27T24:00/..", "2022-13-01/.."] {
            assert_eq!(Window::parse_interval(refused), None, "{refused}");
        }
    }
}
