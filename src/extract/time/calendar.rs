//! Resolution: from a written time to a stretch of the calendar, with what the text has said before.

use super::{Point, Relative, TimeExpression};
use crate::model::{Moment, Window};

/// What dates without a year, a month or a day refer to. Moves along as the text is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Calendar {
    /// Year of the document.
    pub year: Option<i16>,
    /// Day of the briefing.
    pub today: Option<Moment>,
    /// The day that was named last.
    last_day: Option<Moment>,
    /// The first day that the text names with its month.
    first_dated: Option<Moment>,
}

/// A resolved time: half open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub start: Moment,
    pub end: Moment,
    /// The written point itself (its hour as written; a day's end for a date without an hour): what 截至 means.
    pub until: Moment,
}

impl Stretch {
    pub fn window(&self) -> Window {
        Window::between(self.start, self.end)
    }

    /// The day in which the stretch ends.
    pub fn last_day(&self) -> Window {
        let last = if self.until.hour == 0 && self.until.minute == 0 {
            self.until.plus_days(-1)
        } else {
            self.until
        };
        Window::whole_day(last)
    }
}

impl Calendar {
    pub fn new(year: Option<i16>, today: Option<Moment>) -> Self {
        Self {
            year,
            today,
            last_day: None,
            first_dated: None,
        }
    }

    /// Takes the first day with a month among these times, for a day without one that stands before it (29日…。截至1月29日24时…).
    pub fn with_first_dated(mut self, times: &[TimeExpression]) -> Self {
        let point = times
            .iter()
            .map(|time| time.first)
            .find(|point| point.month.is_some() && point.day.is_some());
        self.first_dated = point.and_then(|point| self.place(&point, None));
        self
    }

    /// Resolves a written time and remembers its day. `None` where the day cannot be told.
    pub fn resolve(&mut self, time: &TimeExpression) -> Option<Stretch> {
        let first = self.place(&time.first, None)?;
        let stretch = match &time.last {
            None => Self::of_point(&time.first, first),
            Some(written) => {
                let inherited = Point {
                    month: written
                        .month
                        .or(time.first.month.filter(|_| written.day.is_some() || written.hour.is_some())),
                    ..*written
                };
                let inherited = Point {
                    day: inherited
                        .day
                        .or(if written.hour.is_some() && written.month.is_none() && written.relative.is_none() {
                            Some(first.day)
                        } else {
                            None
                        }),
                    ..inherited
                };
                let last = self.place(&inherited, Some(first))?;
                let end = Self::of_point(&inherited, last);
                let start = Self::at_hour(&time.first, first);
                Stretch {
                    start,
                    end: end.until,
                    until: end.until,
                }
            }
        };
        if stretch.start.year.is_some() && stretch.end < stretch.start {
            return None;
        }
        self.last_day = Some(Moment {
            hour: 0,
            minute: 0,
            ..first
        });
        Some(stretch)
    }

    /// Midnight of the day of a point.
    fn place(&self, point: &Point, after: Option<Moment>) -> Option<Moment> {
        if let Some(relative) = point.relative {
            let day = match relative {
                // 4月9日15时至今日15时, in a text that names no day of its own.
                Relative::Today => self
                    .today
                    .filter(|today| after.is_none_or(|after| after <= *today))
                    .or(after.map(|day| day.plus_days(1))),
                Relative::Yesterday => self.today.map(|day| day.plus_days(-1)),
            };
            // 昨日（14日）: the day in brackets, where it is that one.
            if point.day.is_none_or(|written| day.is_some_and(|day| day.day == written)) {
                return day;
            }
        }
        let near = after.or(self.last_day).or(self.today);
        let (month, day) = match (point.month, point.day) {
            (Some(month), day) => (month, day.unwrap_or(1)),
            (None, Some(day)) => {
                let near = near.or_else(|| self.first_dated.filter(|dated| dated.day.abs_diff(day) <= 1))?;
                // 自10月27日…, 2日新增: days go on, as far as the day of the briefing.
                let next = if near.month == 12 { 1 } else { near.month + 1 };
                let is_past_month = day < near.day
                    && after.is_none()
                    && self.last_day.is_some()
                    && self.today.is_some_and(|today| today.month == next && day <= today.day);
                if is_past_month {
                    let year = point.year.or_else(|| self.year_of(next, after));
                    return jiff::civil::Date::new(year.unwrap_or(2020), next, day)
                        .is_ok()
                        .then(|| Moment::midnight(year, next, day));
                }
                // 截至31日 said on the 1st speaks of the month before.
                let today = self.today.filter(|_| after.is_none());
                match today {
                    Some(today) if self.last_day.is_none() && day > today.day + 1 => {
                        (if today.month == 1 { 12 } else { today.month - 1 }, day)
                    }
                    _ => (near.month, day),
                }
            }
            (None, None) if point.hour.is_some() => {
                let near = near?;
                (near.month, near.day)
            }
            (None, None) => return None,
        };
        let year = point.year.or_else(|| self.year_of(month, after));
        let real = jiff::civil::Date::new(year.unwrap_or(2020), month, day).is_ok();
        real.then(|| Moment::midnight(year, month, day))
    }

    /// The year of a month that is written without one: the document's, or the one before around New Year.
    fn year_of(&self, month: i8, after: Option<Moment>) -> Option<i16> {
        if let Some(after) = after {
            return after.year.map(|year| if month < after.month { year + 1 } else { year });
        }
        let year = self.year?;
        Some(match self.today {
            Some(today) if month >= today.month + 6 => year - 1,
            _ => year,
        })
    }

    fn at_hour(point: &Point, day: Moment) -> Moment {
        match point.hour {
            Some(24) => day.plus_days(1),
            Some(hour) if !point.has_day_part || point.minute.is_some() => Moment {
                hour,
                minute: point.minute.unwrap_or(0),
                ..day
            },
            Some(hour) => Moment { hour, minute: 0, ..day },
            None => day,
        }
    }

    fn of_point(point: &Point, day: Moment) -> Stretch {
        let (start, end) = if point.day.is_none() && point.relative.is_none() && point.hour.is_none() {
            let next = if day.month == 12 {
                (day.year.map(|y| y + 1), 1)
            } else {
                (day.year, day.month + 1)
            };
            (day, Moment::midnight(next.0, next.1, 1))
        } else {
            (day, day.plus_days(1))
        };
        let until = if point.hour.is_some() { Self::at_hour(point, day) } else { end };
        Stretch { start, end, until }
    }
}

#[cfg(test)]
mod tests {
    use super::super::scan;
    use super::*;

    #[track_caller]
    fn check(texts: &[&str], window: &str) {
        let mut calendar = Calendar::new(Some(2022), Moment::parse("2022-09-28"));
        let mut stretch = None;
        for text in texts {
            stretch = scan(text, 0).and_then(|time| calendar.resolve(&time));
        }
        assert_eq!(stretch.map(|s| s.window().as_interval()).as_deref(), Some(window), "{texts:?}");
    }

    #[test]
    fn stretches_of_the_calendar() {
        check(&["9月27日0—24时"], "2022-09-27T00:00/2022-09-28T00:00");
        check(&["9月28日0—14时"], "2022-09-28T00:00/2022-09-28T14:00");
        check(&["27日"], "2022-09-27T00:00/2022-09-28T00:00");
        check(&["4月13日15时至14日15时"], "2022-04-13T15:00/2022-04-14T15:00");
        check(&["7月21-8月2日"], "2022-07-21T00:00/2022-08-03T00:00");
        check(&["1-9月份"], "2022-01-01T00:00/2022-10-01T00:00");
        check(&["昨日"], "2022-09-27T00:00/2022-09-28T00:00");
        check(&["30日"], "2022-08-30T00:00/2022-08-31T00:00");
        // Days go on past the end of a month, but not past the day of the briefing.
        check(&["8月27日", "2日"], "2022-09-02T00:00/2022-09-03T00:00");
        check(&["8月27日", "29日"], "2022-08-29T00:00/2022-08-30T00:00");
        check(&["9月27日", "2日"], "2022-09-02T00:00/2022-09-03T00:00");
    }

    #[test]
    fn december_seen_from_january_is_last_year() {
        let mut calendar = Calendar::new(Some(2022), Moment::parse("2022-01-01"));
        let mut window = |text: &str| scan(text, 0).and_then(|t| calendar.resolve(&t)).map(|s| s.window().as_interval());
        assert_eq!(window("12月31日0—24时").as_deref(), Some("2021-12-31T00:00/2022-01-01T00:00"));
        assert_eq!(window("1月1日0—8时").as_deref(), Some("2022-01-01T00:00/2022-01-01T08:00"));
    }

    #[test]
    fn up_to_means_the_written_point() {
        let mut calendar = Calendar::new(None, None);
        let until = |text: &str, calendar: &mut Calendar| scan(text, 0).and_then(|t| calendar.resolve(&t)).map(|s| s.until.to_string());
        assert_eq!(until("9月18日24时", &mut calendar).as_deref(), Some("--09-19T00:00"));
        assert_eq!(until("9月18日20时", &mut calendar).as_deref(), Some("--09-18T20:00"));
        assert_eq!(until("9月18日", &mut calendar).as_deref(), Some("--09-19T00:00"));
        assert_eq!(until("12月31日", &mut calendar).as_deref(), Some("--01-01T00:00"));
    }

    #[test]
    fn a_day_without_a_month_is_read_by_the_first_date_near_it() {
        let times = |text: &str| vec![scan(text, 0).unwrap()];
        let window = |dated: &str, text: &str| {
            let mut calendar = Calendar::new(None, None).with_first_dated(&times(dated));
            scan(text, 0)
                .and_then(|time| calendar.resolve(&time))
                .map(|s| s.window().as_interval())
        };
        assert_eq!(
            window("1月29日24时", "29日0时至24时").as_deref(),
            Some("--01-29T00:00/--01-30T00:00")
        );
        assert_eq!(window("1月12日", "29日0时至24时"), None);
        assert_eq!(window("29日", "29日0时至24时"), None);
    }
}
