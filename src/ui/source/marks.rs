//! Which facts lie where: found by binary search, and cut into runs that tile a stretch of the text.

use std::collections::BTreeSet;

use crate::ledger::{Briefing, Status};
use crate::model::{FactId, Kind, Span};

/// A fact that has its words in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The number.
    pub number: Span,
    /// The quote and the number.
    pub span: Span,
    pub kind: Kind,
    pub fact: FactId,
    /// Index in [`Briefing::facts`].
    pub index: usize,
}

/// All marks of one briefing.
#[derive(Debug, Default)]
pub struct Marks {
    by_start: Vec<Mark>,
    /// The furthest end among the marks up to each one: marks may overlap, so their ends are not sorted.
    reach: Vec<u32>,
}

impl Marks {
    pub fn of(briefing: &Briefing, text: &str) -> Self {
        let mut by_start: Vec<Mark> = briefing
            .facts
            .iter()
            .enumerate()
            .filter(|(_, entry)| !matches!(entry.status, Status::Removed | Status::Orphaned))
            .filter(|(_, entry)| text.get(entry.fact.span.range()).is_some_and(|number| !number.is_empty()))
            .map(|(index, entry)| {
                let fact = &entry.fact;
                let quote = if text.get(fact.quote.range()).is_some() {
                    fact.quote
                } else {
                    fact.span
                };
                Mark {
                    number: fact.span,
                    span: quote.union(fact.span),
                    kind: fact.kind,
                    fact: fact.id,
                    index,
                }
            })
            .collect();
        by_start.sort_by_key(|mark| (mark.span, mark.number));
        Self::from_sorted(by_start)
    }

    fn from_sorted(by_start: Vec<Mark>) -> Self {
        let reach = by_start
            .iter()
            .scan(0, |furthest, mark| {
                *furthest = mark.span.end.max(*furthest);
                Some(*furthest)
            })
            .collect();
        Self { by_start, reach }
    }

    /// The marks that touch a stretch, in order of their start.
    pub fn within(&self, stretch: Span) -> impl Iterator<Item = &Mark> {
        let from = self.reach.partition_point(|end| *end <= stretch.start);
        let to = self.by_start.partition_point(|mark| mark.span.start < stretch.end).max(from);
        self.by_start[from..to].iter().filter(move |mark| mark.span.overlaps(stretch))
    }

    /// The fact that a click on a byte means: the one whose number is there, or else the one with the shortest quote.
    pub fn at(&self, byte: usize) -> Option<&Mark> {
        let touching = self.within(Span::new(byte, byte + 1));
        touching.min_by_key(|mark| (!mark.number.contains(byte), mark.span.len(), mark.span.start))
    }
}

/// A stretch of text throughout which the same fact is on top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    pub span: Span,
    /// Whose quote it is.
    pub quote: Option<Mark>,
    /// Whose number it is.
    pub number: Option<Mark>,
}

/// Cuts a stretch into runs that tile it. Where marks overlap, the shorter one is on top.
pub fn runs(marks: &Marks, stretch: Span) -> Vec<Run> {
    let touching: Vec<&Mark> = marks.within(stretch).collect();
    let clamp = |byte: u32| byte.clamp(stretch.start, stretch.end);
    let mut bounds: Vec<u32> = touching
        .iter()
        .flat_map(|mark| [mark.span.start, mark.span.end, mark.number.start, mark.number.end])
        .map(clamp)
        .chain([stretch.start, stretch.end])
        .collect();
    bounds.sort_unstable();
    bounds.dedup();

    let mut open: BTreeSet<(usize, u32, usize)> = BTreeSet::new();
    let mut coming = touching.iter().enumerate().peekable();
    let mut runs: Vec<Run> = Vec::with_capacity(bounds.len());
    for edge in bounds.windows(2) {
        let &[start, end] = edge else { continue };
        let span = Span { start, end };
        while let Some((order, mark)) = coming.next_if(|(_, mark)| mark.span.start <= start) {
            open.insert((mark.span.len(), mark.span.start, order));
        }
        open.retain(|(_, _, order)| touching[*order].span.end > start);
        let on_top = |wanted: fn(&Mark, Span) -> bool| open.iter().map(|(_, _, order)| *touching[*order]).find(|mark| wanted(mark, span));
        let number = on_top(|mark, span| mark.number.covers(span));
        let quote = number.or_else(|| on_top(|mark, span| mark.span.covers(span)));
        match runs.last_mut() {
            Some(last) if last.quote == quote && last.number == number => last.span.end = end,
            _ => runs.push(Run { span, quote, number }),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(given: &[(usize, usize, usize, usize)]) -> Marks {
        let mut by_start: Vec<Mark> = given
            .iter()
            .enumerate()
            .map(|(index, &(start, end, from, to))| Mark {
                number: Span::new(from, to),
                span: Span::new(start, end),
                kind: Kind::Other,
                fact: FactId(index as u64),
                index,
            })
            .collect();
        by_start.sort_by_key(|mark| (mark.span, mark.number));
        Marks::from_sorted(by_start)
    }

    /// Each run as `start..end quote number`, with the index of the fact or a dash.
    #[track_caller]
    fn check(given: &[(usize, usize, usize, usize)], stretch: (usize, usize), expected: &[&str]) {
        let cut = runs(&marks(given), Span::new(stretch.0, stretch.1));
        let name = |mark: Option<Mark>| mark.map_or("-".to_owned(), |mark| mark.index.to_string());
        let shown: Vec<String> = cut
            .iter()
            .map(|run| format!("{}..{} {} {}", run.span.start, run.span.end, name(run.quote), name(run.number)))
            .collect();
        assert_eq!(shown, expected);
        let mut end = stretch.0;
        for run in &cut {
            assert_eq!(run.span.start as usize, end, "no gap, no overlap");
            end = run.span.end as usize;
        }
        assert_eq!(end, stretch.1);
    }

    #[test]
    fn runs_tile_the_stretch() {
        check(&[], (0, 10), &["0..10 - -"]);
        check(&[], (3, 3), &[]);
        check(
            &[(2, 8, 5, 6)],
            (0, 10),
            &["0..2 - -", "2..5 0 -", "5..6 0 0", "6..8 0 -", "8..10 - -"],
        );
        check(&[(2, 8, 2, 8)], (2, 8), &["2..8 0 0"]);
    }

    #[test]
    fn a_mark_that_crosses_the_edge_is_cut_there() {
        check(&[(2, 8, 5, 6)], (4, 6), &["4..5 0 -", "5..6 0 0"]);
        check(&[(2, 8, 5, 6)], (8, 9), &["8..9 - -"]);
        check(&[(0, 100, 0, 1), (2, 3, 2, 3)], (50, 60), &["50..60 0 -"]);
    }

    #[test]
    fn the_shorter_quote_is_on_top_but_no_quote_covers_a_number() {
        check(
            &[(0, 10, 1, 2), (4, 8, 5, 6)],
            (0, 10),
            &["0..1 0 -", "1..2 0 0", "2..4 0 -", "4..5 1 -", "5..6 1 1", "6..8 1 -", "8..10 0 -"],
        );
        check(
            &[(0, 10, 5, 6), (4, 8, 7, 8)],
            (4, 8),
            &["4..5 1 -", "5..6 0 0", "6..7 1 -", "7..8 1 1"],
        );
    }

    #[test]
    fn a_click_means_the_number_under_it_before_any_quote() {
        let marks = marks(&[(0, 10, 5, 6), (4, 8, 7, 8), (20, 30, 22, 23)]);
        let at = |byte| marks.at(byte).map(|mark| mark.index);
        assert_eq!((at(0), at(4), at(5), at(7), at(9)), (Some(0), Some(1), Some(0), Some(1), Some(0)));
        assert_eq!((at(10), at(19), at(20), at(30)), (None, None, Some(2), None));
    }

    #[test]
    fn marks_are_found_behind_a_long_one() {
        let marks = marks(&[(0, 1000, 0, 1), (10, 20, 10, 11), (500, 510, 500, 501)]);
        let within = |start, end| marks.within(Span::new(start, end)).map(|mark| mark.index).collect::<Vec<_>>();
        assert_eq!(within(15, 16), [0, 1]);
        assert_eq!(within(505, 506), [0, 2]);
        assert_eq!(within(1000, 1001), [] as [usize; 0]);
    }
}
