//! What the bar of one place and day is made of.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::figure::{Candidate, Dropped, for_origin, settle};
use super::super::{Figure, Hours};
use crate::model::{Amount, Metric, Origin};

/// What is stated for one place and day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stack {
    pub place: Option<String>,
    /// What is drawn, from the bottom: confirmed and asymptomatic, or infected. Empty where only figures beside are stated.
    pub segments: Vec<Segment>,
    /// What is stated and not drawn.
    pub beside: Vec<Beside>,
}

impl Stack {
    /// Height of the whole stack; `None` where nothing is drawn.
    pub fn total(&self) -> Option<Amount> {
        let (first, rest) = self.segments.split_first()?;
        rest.iter().try_fold(first.height, |sum, segment| sum.checked_add(segment.height))
    }

    /// All of it counts its day from 0 to 24 o'clock.
    pub fn is_full_day(&self) -> bool {
        self.segments.iter().all(|s| s.figure.hours.is_full_day())
    }

    /// The briefings disagree on some of it.
    pub fn is_disputed(&self) -> bool {
        self.segments.iter().any(|s| !s.figure.rivals.is_empty())
    }
}

/// One class of a stack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The figure's value without the conversions in it.
    pub height: Amount,
    pub figure: Figure,
    /// Earlier asymptomatic cases among the figure, already counted when they were new.
    pub converted: Option<Figure>,
}

/// A figure beside the stack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    pub figure: Figure,
    pub standing: Standing,
}

/// Why a figure is stated but not drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its hours lie within those of a later figure of the same metric.
    Superseded,
    /// Other hours of the same day: added, they might count a person twice.
    OtherHours,
    /// The infected as a whole, whose classes are drawn.
    Whole,
    /// A class of the infected, who are drawn as a whole.
    Part,
    /// Conversions that the text does not let one take from a figure that is drawn.
    Conversion,
}

/// Stacks what is stated for one place and day.
pub(super) fn build<'a>(
    place: Option<&str>,
    candidates: &[Candidate<'a>],
    origin: Option<Origin>,
    dropped: &mut Vec<(Candidate<'a>, Dropped)>,
) -> Stack {
    let mut cells: BTreeMap<(Metric, Hours, Option<Origin>), Vec<Candidate>> = BTreeMap::new();
    for candidate in candidates {
        cells
            .entry((candidate.metric, candidate.hours, candidate.origin))
            .or_default()
            .push(*candidate);
    }
    let mut by_window: BTreeMap<(Metric, Hours), BTreeMap<Option<Origin>, Figure>> = BTreeMap::new();
    for ((metric, hours, origin), cell) in cells {
        if let Some(figure) = settle(&cell, dropped) {
            by_window.entry((metric, hours)).or_default().insert(origin, figure);
        }
    }
    let mut figures: Vec<Figure> = by_window
        .into_values()
        .filter_map(|by_origin| for_origin(by_origin, origin))
        .collect();
    figures.sort_by_key(|figure| Reverse(figure.hours.rank()));

    let mut beside = Vec::new();
    let mut widest = |metric: Metric| {
        let mut of_metric = figures.iter().filter(|f| f.metric == metric);
        let widest = of_metric.next()?;
        beside.extend(of_metric.map(|figure| Beside {
            figure: figure.clone(),
            standing: if widest.hours.covers(figure.hours) {
                Standing::Superseded
            } else {
                Standing::OtherHours
            },
        }));
        Some(widest.clone())
    };
    let parts: Vec<Figure> = [widest(Metric::Confirmed), widest(Metric::Asymptomatic)]
        .into_iter()
        .flatten()
        .collect();
    let whole = widest(Metric::Infected);

    let (drawn, undrawn, standing) = match whole {
        Some(whole) if is_told_better_by(&whole, &parts) => (parts, vec![whole], Standing::Whole),
        Some(whole) => (vec![whole], parts, Standing::Part),
        None => (parts, Vec::new(), Standing::Part),
    };
    beside.extend(undrawn.iter().map(|figure| Beside {
        figure: figure.clone(),
        standing,
    }));
    let mut segments: Vec<Segment> = drawn
        .into_iter()
        .map(|figure| Segment {
            height: figure.value,
            figure,
            converted: None,
        })
        .collect();
    for conversion in figures.into_iter().filter(|f| f.metric == Metric::Converted) {
        if let Some(figure) = take_off(&mut segments, &undrawn, conversion) {
            beside.push(Beside {
                figure,
                standing: Standing::Conversion,
            });
        }
    }
    Stack {
        place: place.map(str::to_owned),
        segments,
        beside,
    }
}

/// The classes tell more than the whole when both are stated for no narrower window, or when the whole cannot hold them.
fn is_told_better_by(whole: &Figure, parts: &[Figure]) -> bool {
    let as_wide = parts.iter().filter(|part| part.hours.rank() >= whole.hours.rank()).count();
    let sum = parts.iter().try_fold(Amount::ZERO, |sum, part| sum.checked_add(part.value));
    as_wide == 2 || sum.is_none_or(|sum| sum > whole.value)
}

/// Takes conversions off the segment that counts them, or gives them back. Confirmed cases hold the conversions of the same
/// hours and origin; the infected as a whole hold those that the text states as a part of them or of their confirmed.
fn take_off(segments: &mut [Segment], undrawn: &[Figure], conversion: Figure) -> Option<Figure> {
    let is_part_of = |figure: &Figure| figure.evidence.iter().any(|e| conversion.wholes.contains(e));
    let counts = |figure: &Figure| match figure.metric {
        Metric::Confirmed => true,
        Metric::Infected => is_part_of(figure) || undrawn.iter().any(is_part_of),
        _ => false,
    };
    let holder = segments.iter_mut().find(|s| {
        s.converted.is_none()
            && counts(&s.figure)
            && s.figure.hours == conversion.hours
            && s.figure.coverage.covers(conversion.coverage)
            && s.height >= conversion.value
    });
    let Some(segment) = holder else {
        return Some(conversion);
    };
    let Some(height) = segment.height.checked_add(-conversion.value) else {
        return Some(conversion);
    };
    segment.height = height;
    segment.converted = Some(conversion);
    None
}
