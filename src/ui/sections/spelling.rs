//! A value as the text spells it, for the field in which it is corrected: 6.8万余 rather than 68000余.

use crate::extract::numeral::{self, AFTER, BEFORE};
use crate::model::{Fact, Quantity};

/// The number of the text with its marker, where that says exactly what the fact says; `None` otherwise.
pub fn of_text(fact: &Fact, text: &str) -> Option<String> {
    let Fact { span, quantity, .. } = fact;
    let number = span.of(text);
    if number.is_empty() {
        return None;
    }
    let (before, after) = (text.get(..span.start as usize)?, text.get(span.end as usize..)?);
    let before = BEFORE.at_end(before).unwrap_or_default();
    let after = AFTER.at_start(after).unwrap_or_default();
    [
        number.to_owned(),
        format!("{number}{after}"),
        format!("{before}{number}"),
        format!("{before}{number}{after}"),
    ]
    .into_iter()
    .find(|spelling| says(spelling, quantity))
}

fn says(spelling: &str, quantity: &Quantity) -> bool {
    numeral::spelled(spelling)
        .is_ok_and(|read| (read.value, read.low, read.high, read.approx) == (quantity.value, quantity.low, quantity.high, quantity.approx))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Amount, Approx, FactId, Span};

    #[track_caller]
    fn check(text: &str, number: &str, value: i64, approx: Approx, expected: Option<&str>) {
        let at = text.find(number).unwrap();
        let quantity = Quantity {
            value: Some(Amount::from_int(value)),
            low: None,
            high: None,
            unit: "份".into(),
            approx,
        };
        let fact = Fact::bare(FactId(1), Span::new(at, at + number.len()), quantity);
        assert_eq!(of_text(&fact, text).as_deref(), expected);
    }

    #[test]
    fn the_text_is_quoted_with_its_marker() {
        check("筹措6.8万余份蔬菜", "6.8万", 68_000, Approx::Over, Some("6.8万余"));
        check("配送149.91万份", "149.91万", 1_499_100, Approx::Exact, Some("149.91万"));
        check("约5万份", "5万", 50_000, Approx::About, Some("约5万"));
        check("三百二十份", "三百二十", 320, Approx::Exact, Some("三百二十"));
    }

    #[test]
    fn a_spelling_that_says_something_else_is_not_shown() {
        check("共6.8万份", "6.8万", 6_800, Approx::Exact, None);
        check("共6.8万份", "6.8万", 68_000, Approx::Over, None);
        check("各1份", "1", 0, Approx::Exact, None);
    }
}
