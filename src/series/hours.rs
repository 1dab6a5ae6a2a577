//! Which day a reporting window is of, and which hours of it.

use crate::model::{Moment, Window};

const DAY: i16 = 24 * 60;

/// Hours of a report date, in minutes from its midnight: 0—24时 is `0..1440`, 0—14时 is `0..840`, the day before at
/// 15时 to 15时 is `-540..900`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hours {
    pub from: i16,
    pub to: i16,
}

impl Hours {
    pub const FULL_DAY: Self = Self { from: 0, to: DAY };

    /// Report date (at midnight) and hours of a window of at most 24 hours. A window across midnight is of the day it ends on.
    pub fn of(window: &Window) -> Option<(Moment, Self)> {
        let (start, end) = (window.start?, window.end?);
        let end = Moment {
            year: end.year.or(start.year),
            ..end
        };
        let start = Moment {
            year: start.year.or(end.year),
            ..start
        };
        let minutes = |m: Moment| i16::from(m.hour) * 60 + i16::from(m.minute);
        let midnight = |m: Moment| Moment { hour: 0, minute: 0, ..m };
        let (from, to) = (minutes(start), minutes(end));
        if midnight(start) == midnight(end) {
            return (from < to).then_some((midnight(start), Self { from, to }));
        }
        if midnight(start.plus_days(1)) != midnight(end) {
            return None;
        }
        match to {
            0 => Some((midnight(start), Self { from, to: DAY })),
            to if to <= from => Some((midnight(end), Self { from: from - DAY, to })),
            _ => None,
        }
    }

    pub fn is_full_day(self) -> bool {
        self == Self::FULL_DAY
    }

    /// Shorter than a day.
    pub fn is_partial(self) -> bool {
        self.to - self.from < DAY
    }

    /// The window began on the day before.
    pub fn began_before(self) -> bool {
        self.from < 0
    }

    pub fn covers(self, other: Self) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    /// A full day tells more than any other window of its day; then the longer one, then the one that ends later.
    pub(super) fn rank(self) -> (bool, i16, i16) {
        (self.is_full_day(), self.to - self.from, self.to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(interval: &str, expected: Option<(&str, i16, i16)>) {
        let window = Window::parse_interval(interval).unwrap();
        let found = Hours::of(&window).map(|(day, hours)| (day.to_string(), hours.from, hours.to));
        let expected = expected.map(|(day, from, to)| (format!("{day}T00:00"), from, to));
        assert_eq!(found, expected, "{interval}");
    }

    #[test]
    fn a_window_of_a_day_is_of_that_day() {
        check("2022-09-27T00:00/2022-09-28T00:00", Some(("2022-09-27", 0, 1440)));
        check("2022-09-28T00:00/2022-09-28T14:00", Some(("2022-09-28", 0, 840)));
        check("2022-09-28T14:00/2022-09-29T00:00", Some(("2022-09-28", 840, 1440)));
        check("2022-12-31T00:00/2023-01-01T00:00", Some(("2022-12-31", 0, 1440)));
        check("--12-31T00:00/--01-01T00:00", Some(("--12-31", 0, 1440)));
        check("--02-29T00:00/--03-01T00:00", Some(("--02-29", 0, 1440)));
    }

    #[test]
    fn a_window_across_midnight_is_of_the_day_it_ends_on() {
        check("2022-04-13T15:00/2022-04-14T15:00", Some(("2022-04-14", -540, 900)));
        check("2022-12-31T16:30/2023-01-01T08:00", Some(("2023-01-01", -450, 480)));
    }

    #[test]
    fn longer_or_open_windows_are_of_no_day() {
        check("2022-04-13T15:00/2022-04-14T15:01", None);
        check("2022-02-22T00:00/2022-02-24T00:00", None);
        check("../2022-09-19T00:00", None);
        check("2022-03-01T00:00/..", None);
        check("2022-09-28T14:00/2022-09-28T14:00", None);
        check("2022-09-28T14:00/2022-09-28T08:00", None);
    }

    #[test]
    fn full_days_rank_first() {
        let full = Hours::FULL_DAY;
        let until_14 = Hours { from: 0, to: 840 };
        let until_20 = Hours { from: 0, to: 1200 };
        let shifted = Hours { from: -540, to: 900 };
        assert!(full.rank() > shifted.rank() && shifted.rank() > until_20.rank() && until_20.rank() > until_14.rank());
        assert!(full.covers(until_14) && !shifted.covers(until_20));
    }
}
