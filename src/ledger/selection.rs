//! A fact that a person adds from selected words of the source.

use thiserror::Error;

use super::apply::Briefing;
use super::edit::{Edit, Seen};
use crate::extract::numeral::{self, Spelled};
use crate::model::{Fact, FactId, Quantity, Span, StableHash};

/// Why no fact can be made of a selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SelectionError {
    #[error("no words are selected")]
    Nothing,
    #[error("there is no number in the selection")]
    NoNumber,
}

/// Rule of a fact that a person added.
const RULE: &str = "person";
/// Characters of a selection that are searched for a number.
const SEARCHED: usize = 256;
/// Characters that a number with its markers may have.
const LONGEST: usize = 40;
/// Characters of a measure word.
const LONGEST_UNIT: usize = 2;

impl Edit {
    /// Adds a fact of kind `other` from selected words: the first number in them, its marker (余, 约 …), and the measure word
    /// where nothing else follows. The other slots are for the person to fill.
    ///
    /// # Errors
    /// Nothing is selected, or no number is in it.
    pub fn add_fact(briefing: &Briefing, text: &str, selection: Span) -> Result<Self, SelectionError> {
        let selected = selection.of(text);
        let quote = selected.trim();
        if quote.is_empty() {
            return Err(SelectionError::Nothing);
        }
        let quote_at = selection.start as usize + (selected.len() - selected.trim_start().len());
        let (marked, spelled) = marked_number(quote).ok_or(SelectionError::NoNumber)?;
        let number = bare_number(marked.of(quote), spelled);
        let unit = measure_word(&quote[marked.end as usize..]);
        let quantity = Quantity {
            value: spelled.value,
            low: spelled.low,
            high: spelled.high,
            unit: unit.into(),
            approx: spelled.approx,
        };
        let shift = |span: Span, by: usize| Span::new(span.start as usize + by, span.end as usize + by);
        let span = shift(number, quote_at + marked.start as usize);
        let quote = Span::new(quote_at, quote_at + quote.len());
        let fact = Fact {
            quote,
            rule: RULE.into(),
            ..Fact::bare(free_id(briefing, text, span), span, quantity)
        };
        Ok(Self::AddFact {
            seen: Box::new(Seen::of(&fact, text)),
        })
    }
}

/// An id that no entry has.
fn free_id(briefing: &Briefing, text: &str, span: Span) -> FactId {
    let place = StableHash::new().text(RULE).text(span.of(text)).number(span.start as usize);
    let taken = |id: &FactId| briefing.entry(*id).is_some();
    let mut number = 0;
    loop {
        let id = FactId(place.number(number).finish());
        if !taken(&id) {
            return id;
        }
        number += 1;
    }
}

/// Ends of every character, and the start of the first.
fn cuts(text: &str) -> impl Iterator<Item = usize> {
    std::iter::once(0).chain(text.char_indices().map(|(at, c)| at + c.len_utf8()))
}

/// The first number with its markers, as long as it can be read.
fn marked_number(text: &str) -> Option<(Span, Spelled)> {
    let begins = |at: &usize| text[*at..].chars().next().is_some_and(|c| !c.is_whitespace());
    cuts(text).take(SEARCHED).filter(begins).find_map(|start| {
        let rest = &text[start..];
        let readings = cuts(rest).take(LONGEST + 1).filter_map(|end| {
            let words = rest.get(..end).filter(|words| !words.ends_with(char::is_whitespace))?;
            Some((Span::new(start, start + end), numeral::spelled(words).ok()?))
        });
        readings.last()
    })
}

/// The number itself within its markers: the least stretch with the same amounts that drops only markers, never digits.
fn bare_number(marked: &str, spelled: Spelled) -> Span {
    let ends: Vec<usize> = cuts(marked).collect();
    let amounts = |s: Spelled| (s.value, s.low, s.high);
    let stretches = ends
        .iter()
        .flat_map(|start| ends.iter().map(move |end| (*start, *end)))
        .filter(|(start, end)| start < end);
    let same = stretches.filter_map(|(start, end)| {
        let words = &marked[start..end];
        let reading = numeral::spelled(words)
            .ok()
            .filter(|reading| amounts(*reading) == amounts(spelled) && words.trim() == words)?;
        let is_marked = reading.approx != crate::model::Approx::Exact;
        let length = end - start;
        // An unmarked reading first, and of those the longest; else the shortest marked one (200余万).
        Some((
            (is_marked, if is_marked { length } else { marked.len() - length }),
            Span::new(start, end),
        ))
    });
    same.min_by_key(|(rank, _)| *rank)
        .map_or(Span::new(0, marked.len()), |(_, span)| span)
}

/// What follows the number, where it is no more than a measure word.
fn measure_word(rest: &str) -> String {
    let word = rest
        .trim()
        .trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '%' | '‰'));
    let is_unit = word.chars().count() <= LONGEST_UNIT && word.chars().all(|c| c.is_alphabetic() || matches!(c, '%' | '‰'));
    if is_unit { word.to_owned() } else { String::new() }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::ledger::{Status, apply, slots};
    use crate::model::{Extraction, Slot};

    #[track_caller]
    fn check(selected: &str, number: &str, value: &str, unit: &str) {
        let text = format!("前文。{selected}后文");
        let start = "前文。".len();
        let machine = apply(&Arc::new(Extraction::default()), &text, []);
        let edit = Edit::add_fact(&machine, &text, Span::new(start, start + selected.len())).unwrap();
        let briefing = apply(&Arc::new(Extraction::default()), &text, [&edit]);
        let [entry] = briefing.facts.as_slice() else {
            panic!("one fact from {selected}")
        };
        let shown = slots::show(&entry.fact, Slot::Value);
        assert_eq!(
            (entry.fact.span.of(&text), shown.as_deref(), entry.fact.quantity.unit.as_ref()),
            (number, Some(value), unit)
        );
        assert_eq!((entry.fact.quote.of(&text), entry.status), (selected.trim(), Status::Added));
    }

    #[test]
    fn the_number_its_marker_and_its_measure_word() {
        check("31吨", "31", "31", "吨");
        check("6.8万余份", "6.8万", "68000余", "份");
        check("约5万人次", "5万", "约50000", "人次");
        check("至少 80 天。", "80", "80以上", "天");
        check("200余万", "200余万", "2000000余", "");
        check("2至3倍", "2至3", "2至3", "倍");
        check("百余家", "百", "100余", "家");
        check("1,100", "1,100", "1100", "");
        check(" 糌粑43吨, ", "43", "43", "吨");
        check("占3.50%", "3.50", "3.5", "%");
    }

    #[test]
    fn no_measure_word_is_guessed_from_a_longer_phrase() {
        check("配送糌粑43吨和面粉", "43", "43", "");
    }

    #[test]
    fn nothing_comes_of_a_selection_without_a_number() {
        let machine = apply(&Arc::new(Extraction::default()), "", []);
        let of = |text: &str, span| Edit::add_fact(&machine, text, span).map(|_| ());
        assert_eq!(of("配送糌粑", Span::new(0, 12)), Err(SelectionError::NoNumber));
        assert_eq!(of("43 \n", Span::new(2, 4)), Err(SelectionError::Nothing));
        assert_eq!(of("43", Span::new(1, 9)), Err(SelectionError::Nothing), "beyond the text");
    }

    #[test]
    fn two_facts_from_the_same_words_are_two() {
        let extraction = Arc::new(Extraction::default());
        let mut edits = Vec::new();
        for _ in 0..2 {
            let briefing = apply(&extraction, "各1例", &edits);
            edits.push(Edit::add_fact(&briefing, "各1例", Span::new(0, 7)).unwrap());
        }
        assert_eq!(apply(&extraction, "各1例", &edits).facts_in_force().count(), 2);
    }
}
