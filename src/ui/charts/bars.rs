//! A series as rectangles: what the plot draws, in days and persons.

use crate::model::{Approx, Metric};
use crate::series::{DaySeries, Stack};

/// Lowest top of the value axis, so that a single case is not a tower.
const LEAST_TOP: f64 = 5.0;

/// The bars of a series, in days and persons.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    pub pieces: Vec<Piece>,
    pub caps: Vec<Cap>,
    pub top: f64,
}

/// One class of one stack.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    pub class: Metric,
    /// Middle and width on the line of days.
    pub x: f64,
    pub width: f64,
    pub bottom: f64,
    pub top: f64,
    pub is_partial: bool,
}

impl Piece {
    pub fn is_zero(&self) -> bool {
        self.top <= self.bottom
    }
}

/// What stands over a stack.
#[derive(Clone, Debug, PartialEq)]
pub struct Cap {
    pub x: f64,
    pub width: f64,
    pub top: f64,
    pub text: String,
    pub is_disputed: bool,
}

impl Bars {
    pub fn of(series: &DaySeries) -> Self {
        let mut bars = Self {
            top: LEAST_TOP,
            ..Self::default()
        };
        for day in &series.days {
            let width = 1.0 / day.stacks.len().max(1) as f64;
            for (index, stack) in day.stacks.iter().enumerate() {
                let x = day.offset as f64 - 0.5 + width * (index as f64 + 0.5);
                bars.stack(stack, x, width);
            }
        }
        for mean in &series.mean {
            bars.top = bars.top.max(mean.value);
        }
        bars
    }

    fn stack(&mut self, stack: &Stack, x: f64, width: f64) {
        let mut bottom = 0.0;
        for segment in &stack.segments {
            let top = bottom + segment.height.to_f64();
            let is_partial = segment.figure.hours.is_partial();
            self.pieces.push(Piece {
                class: segment.figure.metric,
                x,
                width,
                bottom,
                top,
                is_partial,
            });
            bottom = top;
        }
        let Some(total) = stack.total() else { return };
        let is_exact = stack.segments.iter().all(|s| s.figure.approx == Approx::Exact);
        let text = if is_exact {
            total.grouped()
        } else {
            format!("≈{}", total.grouped())
        };
        self.caps.push(Cap {
            x,
            width,
            top: bottom,
            text,
            is_disputed: stack.is_disputed(),
        });
        self.top = self.top.max(bottom);
    }

    pub fn has(&self, class: Metric) -> bool {
        self.pieces.iter().any(|piece| piece.class == class)
    }

    pub fn has_partial(&self) -> bool {
        self.pieces.iter().any(|piece| piece.is_partial)
    }

    pub fn has_zero(&self) -> bool {
        self.pieces.iter().any(Piece::is_zero)
    }

    pub fn has_disputed(&self) -> bool {
        self.caps.iter().any(|cap| cap.is_disputed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Fact;
    use crate::series::samples::{briefing, case};
    use crate::series::{DayChoice, days};

    /// `left..right bottom..top` of each piece; a partial one ends with `/`.
    #[track_caller]
    fn check(facts: &[(&str, &[&str])], expected: &[&str]) {
        let made: Vec<Vec<Fact>> = facts
            .iter()
            .map(|(_, lines)| lines.iter().zip(1..).map(|(line, id)| case(id, line)).collect())
            .collect();
        let reported: Vec<_> = facts
            .iter()
            .zip(&made)
            .zip(1..)
            .map(|(((place, _), facts), doc)| briefing(doc, "2022-09-29", Some(place), facts))
            .collect();
        let bars = Bars::of(&days(&reported, &DayChoice::default()));
        let shown = |piece: &Piece| {
            let (left, right) = (piece.x - piece.width / 2.0, piece.x + piece.width / 2.0);
            format!(
                "{left}..{right} {}..{}{}",
                piece.bottom,
                piece.top,
                if piece.is_partial { "/" } else { "" }
            )
        };
        assert_eq!(bars.pieces.iter().map(shown).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn classes_stand_on_each_other_and_days_touch() {
        let lines: &[&str] = &[
            "confirmed 2 2022-09-27",
            "asymptomatic 5 2022-09-27",
            "asymptomatic 3 2022-09-28/14",
        ];
        check(&[("a", lines)], &["-0.5..0.5 0..2", "-0.5..0.5 2..7", "0.5..1.5 0..3/"]);
    }

    #[test]
    fn places_share_a_day() {
        check(
            &[("a", &["confirmed 2 2022-09-27"]), ("b", &["confirmed 9 2022-09-27"])],
            &["-0.5..0 0..2", "0..0.5 0..9"],
        );
    }

    #[test]
    fn conversions_and_missing_days_have_no_height() {
        let lines: &[&str] = &[
            "confirmed 5 2022-09-26",
            "converted 4 2022-09-26 part_of=1",
            "confirmed 0 2022-09-28",
        ];
        check(&[("a", lines)], &["-0.5..0.5 0..1", "1.5..2.5 0..0"]);
    }
}
