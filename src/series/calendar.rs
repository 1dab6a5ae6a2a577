//! One line of days for moments with and without a year.

use jiff::civil::Date;

use crate::model::Moment;

const EPOCH: Date = Date::constant(1970, 1, 1);

/// Places calendar days on one line, as day numbers.
///
/// Where some moment has a year, moments without one take the year that brings them nearest to the middle of those with one.
/// Where none has, all are taken to lie in the same year, unless they run across New Year; then the days before it come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    basis: Basis,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Basis {
    Dated {
        middle: i64,
    },
    Yearless {
        /// A stand-in that is never shown.
        year: i16,
        /// Month and day from which on days belong to the year before `year`.
        turn: Option<(i8, i8)>,
    },
}

fn number_of(date: Date) -> i64 {
    date.duration_since(EPOCH).as_hours() / 24
}

impl Calendar {
    pub fn of(moments: &[Moment]) -> Self {
        let mut dated: Vec<i64> = moments.iter().filter_map(|m| m.date()).map(number_of).collect();
        if dated.is_empty() {
            return Self { basis: yearless(moments) };
        }
        dated.sort_unstable();
        let middle = dated[0].midpoint(dated[dated.len() - 1]);
        Self {
            basis: Basis::Dated { middle },
        }
    }

    /// Day number of the moment's day; `None` for a day that does not exist.
    pub fn number(&self, moment: Moment) -> Option<i64> {
        if let Some(date) = moment.date() {
            return Some(number_of(date));
        }
        if moment.year.is_some() {
            return None;
        }
        match self.basis {
            Basis::Dated { middle } => {
                let centre = date_of(middle)?.year();
                (centre - 1..=centre + 1)
                    .filter_map(|year| Date::new(year, moment.month, moment.day).ok())
                    .map(number_of)
                    .min_by_key(|number| number.abs_diff(middle))
            }
            Basis::Yearless { year, turn } => {
                let before = turn.is_some_and(|turn| (moment.month, moment.day) >= turn);
                Date::new(year - i16::from(before), moment.month, moment.day).ok().map(number_of)
            }
        }
    }

    /// Midnight of the numbered day; without a year where no moment had one.
    pub fn moment(&self, number: i64) -> Option<Moment> {
        let date = date_of(number)?;
        let year = matches!(self.basis, Basis::Dated { .. }).then_some(date.year());
        Some(Moment::midnight(year, date.month(), date.day()))
    }

    /// No moment told its year.
    pub fn is_yearless(&self) -> bool {
        matches!(self.basis, Basis::Yearless { .. })
    }
}

fn date_of(number: i64) -> Option<Date> {
    EPOCH.checked_add(jiff::Span::new().try_days(number).ok()?).ok()
}

/// Days run across New Year when December and January lie within a month of each other and a wider gap lies elsewhere.
fn yearless(moments: &[Moment]) -> Basis {
    const LEAP: i16 = 2020;
    const AFTER_LEAP: i16 = 2021;
    const COMMON: i16 = 2022;
    const LONGEST_STEP_OVER_NEW_YEAR: i64 = 31;

    let mut days: Vec<(i8, i8)> = moments.iter().map(|m| (m.month, m.day)).collect();
    days.sort_unstable();
    days.dedup();
    let in_year = |(month, day)| Date::new(LEAP, month, day).map_or(0, number_of);
    let widest = days.windows(2).max_by_key(|pair| in_year(pair[1]) - in_year(pair[0]));
    let turn = match (days.first(), days.last(), widest) {
        (Some(first), Some(last), Some(&[before, after])) => {
            let over_new_year = in_year(*first) + 366 - in_year(*last);
            let crosses = over_new_year <= LONGEST_STEP_OVER_NEW_YEAR && in_year(after) - in_year(before) > over_new_year;
            crosses.then_some(after)
        }
        _ => None,
    };
    let leap_day = (2, 29);
    let year = match turn {
        _ if !days.contains(&leap_day) => COMMON,
        Some(turn) if leap_day >= turn => AFTER_LEAP,
        _ => LEAP,
    };
    Basis::Yearless { year, turn }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moments(texts: &str) -> Vec<Moment> {
        texts.split_whitespace().map(|t| Moment::parse(t).unwrap()).collect()
    }

    /// The moments, put on one line, come in this order, with these steps between them.
    #[track_caller]
    fn check(texts: &str, steps: &[i64]) {
        let moments = moments(texts);
        let calendar = Calendar::of(&moments);
        let numbers: Vec<i64> = moments.iter().map(|m| calendar.number(*m).unwrap()).collect();
        let found: Vec<i64> = numbers.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert_eq!(found, steps, "{texts}");
    }

    #[test]
    fn dated_days_are_real_days() {
        check("2022-09-27 2022-09-28", &[1]);
        check("2022-12-31 2023-01-01", &[1]);
        check("2022-02-28 2022-03-01", &[1]);
        check("2020-02-28 2020-03-01", &[2]);
    }

    #[test]
    fn days_without_year_share_one_year() {
        check("--09-27 --09-28", &[1]);
        check("--03-01 --09-28", &[211]);
        check("--02-28 --03-01", &[1]);
        check("--02-28 --02-29 --03-01", &[1, 1]);
    }

    #[test]
    fn days_without_year_run_across_new_year() {
        check("--12-30 --12-31 --01-01 --01-02", &[1, 1, 1]);
        check("--12-20 --01-05", &[16]);
        check("--12-31 --01-20 --02-28 --02-29 --03-01", &[20, 39, 1, 1]);
        check(
            "--02-29 --04-15 --06-01 --07-15 --09-01 --10-15 --12-01 --12-31 --01-05",
            &[46, 47, 44, 48, 44, 47, 30, 5],
        );
        // Two far ends of one year are not a run.
        check("--01-20 --11-20", &[304]);
    }

    #[test]
    fn a_day_without_year_joins_those_with_one() {
        check("2022-09-27 --09-28", &[1]);
        check("2023-01-01 --12-31", &[-1]);
        check("2022-12-31 --01-01", &[1]);
    }

    #[test]
    fn numbers_lead_back_to_their_days() {
        for (given, shown) in [
            ("2022-12-31", "2022-12-31T00:00"),
            ("--12-31", "--12-31T00:00"),
            ("--01-01", "--01-01T00:00"),
        ] {
            let moments = moments(given);
            let calendar = Calendar::of(&moments);
            let number = calendar.number(moments[0]).unwrap();
            assert_eq!(calendar.moment(number).unwrap().to_string(), shown);
        }
        let impossible = Moment::midnight(Some(2022), 2, 30);
        assert_eq!(Calendar::of(&[impossible]).number(impossible), None);
    }
}
