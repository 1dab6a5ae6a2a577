//! New infections by report date.

mod stack;

use std::collections::{BTreeMap, BTreeSet};

use super::figure::{Candidate, Dropped};
use super::known_as::KnownAs;
use super::{Calendar, Evidence, Hours, Reported, by_age};
use crate::model::{Amount, Fact, Kind, Measure, Metric, Moment, Origin};
pub use stack::{Beside, Segment, Stack, Standing};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayChoice {
    /// `None`: of each briefing the place that it is about as a whole.
    pub place: Option<String>,
    /// `None`: all origins together.
    pub origin: Option<Origin>,
}

/// New infections from the first day with a figure to the last.
#[derive(Clone, Debug, PartialEq)]
pub struct DaySeries {
    /// Days with a figure, in order.
    pub days: Vec<Day>,
    /// Runs of days without any, between them.
    pub missing: Vec<Gap>,
    /// Empty where the series holds more than one place, whose counts must not be mixed.
    pub mean: Vec<Mean>,
    /// New cases of the chosen place that make no bar, in the order of the briefings.
    pub aside: Vec<Aside>,
    pub calendar: Calendar,
    /// Day number, in `calendar`, of offset 0.
    pub first: i64,
}

impl DaySeries {
    /// Midnight of the day `offset` days after the first; without a year where no figure has one.
    pub fn date_at(&self, offset: i64) -> Option<Moment> {
        self.calendar.moment(self.first.checked_add(offset)?)
    }

    /// The day at an offset, where it has a figure.
    pub fn day_at(&self, offset: i64) -> Option<&Day> {
        self.days
            .binary_search_by_key(&offset, |day| day.offset)
            .ok()
            .map(|index| &self.days[index])
    }

    /// Number of days from the first to the last.
    pub fn length(&self) -> i64 {
        self.days.last().map_or(0, |last| last.offset + 1)
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// Days after the first of the series.
    pub offset: i64,
    pub date: Moment,
    /// A text gives the day without its year, and other texts' years were taken.
    pub year_assumed: bool,
    /// One for each place, never to be added to each other: one may lie in another.
    pub stacks: Vec<Stack>,
}

/// Days without any figure: `length` days from `offset`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    pub offset: i64,
    pub length: i64,
}

/// Mean of the seven full days that end at `offset`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mean {
    pub offset: i64,
    pub value: f64,
}

/// A new-case fact that makes no bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aside {
    pub evidence: Evidence,
    pub reason: AsideReason,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AsideReason {
    /// No window is stated.
    NoWindow,
    /// The window is open or longer than a day.
    NotOneDay,
    /// A range, or below zero.
    NotACount,
    /// A part of a count that is drawn.
    Part,
    /// One of several splits of a count that is not stated.
    Split,
    /// It names no place, and the briefing states the same for its own.
    NoPlace,
    /// The briefing does not tell which place it is about.
    BriefingWithoutPlace,
}

const METRICS: [Metric; 4] = [Metric::Infected, Metric::Confirmed, Metric::Asymptomatic, Metric::Converted];

fn is_new_infection(fact: &Fact) -> bool {
    fact.kind == Kind::Cases && fact.measure == Some(Measure::New) && fact.metric.is_some_and(|m| METRICS.contains(&m))
}

/// Places with a count of new infections in a day; first those that a briefing is about, then by number of counts.
pub fn places(reported: &[Reported]) -> Vec<String> {
    let known = KnownAs::of(reported);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for briefing in reported {
        for fact in &briefing.facts {
            let in_a_day = fact.window.is_some_and(|w| Hours::of(&w).is_some());
            if let Some(place) = fact.place.as_deref().or(briefing.place)
                && in_a_day
                && is_new_infection(fact)
            {
                *counts.entry(known.name(place)).or_default() += 1;
            }
        }
    }
    let own: BTreeSet<&str> = reported.iter().filter_map(|r| r.place).map(|place| known.name(place)).collect();
    let mut names: Vec<(&str, usize)> = counts.into_iter().collect();
    names.sort_by_key(|(name, count)| (!own.contains(name), std::cmp::Reverse(*count)));
    names.into_iter().map(|(name, _)| name.to_owned()).collect()
}

/// The day series of one place, or of the place of each briefing.
pub fn days(reported: &[Reported], choice: &DayChoice) -> DaySeries {
    let mut gathered = Gathered {
        known: KnownAs::of(reported),
        ..Gathered::default()
    };
    for (index, briefing) in reported.iter().enumerate() {
        gathered.take(index, briefing, choice);
    }
    let mut moments: Vec<Moment> = gathered.found.iter().map(|f| f.date).collect();
    moments.extend(reported.iter().filter_map(|r| r.date));
    let calendar = Calendar::of(&moments);
    let mut ages = vec![0; reported.len()];
    for (age, index) in by_age(reported, &calendar).into_iter().enumerate() {
        ages[index] = age;
    }

    let mut cells: BTreeMap<(i64, Option<&str>), Vec<Candidate>> = BTreeMap::new();
    let mut undated: BTreeSet<i64> = BTreeSet::new();
    for Found {
        index,
        date,
        place,
        candidate,
    } in gathered.found
    {
        let Some(number) = calendar.number(date) else {
            continue;
        };
        if date.year.is_none() && !calendar.is_yearless() {
            undated.insert(number);
        }
        cells.entry((number, place)).or_default().push(Candidate {
            age: ages[index],
            ..candidate
        });
    }

    let first = cells.keys().next().map_or(0, |(number, _)| *number);
    let mut days: Vec<Day> = Vec::new();
    for ((number, place), candidates) in cells {
        let Some(date) = calendar.moment(number) else {
            continue;
        };
        let mut dropped = Vec::new();
        let stack = stack::build(place, &candidates, choice.origin, &mut dropped);
        gathered.aside.extend(dropped.into_iter().map(|(candidate, why)| Aside {
            evidence: candidate.evidence,
            reason: match why {
                Dropped::Part => AsideReason::Part,
                Dropped::Split => AsideReason::Split,
                Dropped::Unplaced => AsideReason::NoPlace,
            },
        }));
        if stack.segments.is_empty() && stack.beside.is_empty() {
            continue;
        }
        let offset = number - first;
        match days.last_mut() {
            Some(day) if day.offset == offset => day.stacks.push(stack),
            _ => days.push(Day {
                offset,
                date,
                year_assumed: undated.contains(&number),
                stacks: vec![stack],
            }),
        }
    }
    // The first cell may have held nothing for the chosen origin.
    let skipped = days.first().map_or(0, |day| day.offset);
    for day in &mut days {
        day.offset -= skipped;
    }

    let order: BTreeMap<Evidence, usize> = reported
        .iter()
        .flat_map(|r| r.facts.iter().map(|f| Evidence { doc: r.doc, fact: f.id }))
        .enumerate()
        .map(|(position, evidence)| (evidence, position))
        .collect();
    gathered.aside.sort_by_key(|aside| order.get(&aside.evidence));
    DaySeries {
        missing: gaps(&days),
        mean: trailing_mean(&days),
        days,
        aside: gathered.aside,
        calendar,
        first: first + skipped,
    }
}

/// A candidate before the calendar is known.
struct Found<'a> {
    index: usize,
    date: Moment,
    place: Option<&'a str>,
    candidate: Candidate<'a>,
}

#[derive(Default)]
struct Gathered<'a> {
    known: KnownAs<'a>,
    found: Vec<Found<'a>>,
    aside: Vec<Aside>,
}

impl<'a> Gathered<'a> {
    fn take(&mut self, index: usize, briefing: &Reported<'a>, choice: &'a DayChoice) {
        let wanted = choice.place.as_deref().or(briefing.place).map(|place| self.known.name(place));
        for fact in briefing.facts.iter().copied().filter(|f| is_new_infection(f)) {
            let Some(metric) = fact.metric else { continue };
            let evidence = Evidence {
                doc: briefing.doc,
                fact: fact.id,
            };
            let mut set_aside = |reason| self.aside.push(Aside { evidence, reason });
            if wanted.is_none() && fact.place.is_some() {
                // A part may well be of another place than the briefing.
                if fact.part_of.is_none() {
                    set_aside(AsideReason::BriefingWithoutPlace);
                }
                continue;
            }
            if fact.place.as_deref().or(briefing.place).map(|place| self.known.name(place)) != wanted {
                continue;
            }
            // A conversion is of the origin of the cases that it is among.
            let whole = || briefing.facts.iter().find(|whole| Some(whole.id) == fact.part_of);
            let origin = match metric {
                Metric::Converted => fact.origin.or_else(|| whole()?.origin),
                _ => fact.origin,
            };
            if choice.origin.is_some() && origin != choice.origin {
                continue;
            }
            let Some(window) = fact.window else {
                set_aside(AsideReason::NoWindow);
                continue;
            };
            let Some((date, hours)) = Hours::of(&window) else {
                set_aside(AsideReason::NotOneDay);
                continue;
            };
            let Some(value) = fact.quantity.value.filter(|v| !v.is_negative()) else {
                set_aside(AsideReason::NotACount);
                continue;
            };
            let candidate = Candidate {
                evidence,
                age: 0,
                fact,
                names_place: fact.place.is_some(),
                metric,
                origin,
                value,
                window,
                hours,
            };
            self.found.push(Found {
                index,
                date,
                place: wanted,
                candidate,
            });
        }
    }
}

fn gaps(days: &[Day]) -> Vec<Gap> {
    days.windows(2)
        .filter_map(|pair| {
            let offset = pair[0].offset + 1;
            let length = pair[1].offset - offset;
            (length > 0).then_some(Gap { offset, length })
        })
        .collect()
}

fn trailing_mean(days: &[Day]) -> Vec<Mean> {
    const SPAN: usize = 7;
    let places: BTreeSet<Option<&str>> = days.iter().flat_map(|d| &d.stacks).map(|s| s.place.as_deref()).collect();
    if places.len() != 1 {
        return Vec::new();
    }
    let full = |day: &Day| day.stacks.first().filter(|s| s.is_full_day()).and_then(Stack::total);
    days.windows(SPAN)
        .filter_map(|week| {
            let last = week.last()?.offset;
            if last - week.first()?.offset != SPAN as i64 - 1 {
                return None;
            }
            let sum = week.iter().try_fold(Amount::ZERO, |sum, day| sum.checked_add(full(day)?))?;
            Some(Mean {
                offset: last,
                value: sum.to_f64() / SPAN as f64,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests;
