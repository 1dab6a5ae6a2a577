//! What a person types for a value: the text's own spelling, or digits.
//!
//! In: the content of an input field. Out: a value with its marker, or what could not be understood.
//! Always: nothing is guessed; blanks around the value do not matter.

use crate::extract::any_of::any_of;
use thiserror::Error;

use super::{AFTER, BEFORE, meaning, scan};
use crate::model::{Amount, Approx};

/// A value as a person types it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spelled {
    pub value: Option<Amount>,
    pub low: Option<Amount>,
    pub high: Option<Amount>,
    pub approx: Approx,
}

/// Why a typed value was not understood.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NumeralError {
    #[error("nothing was typed")]
    Empty,
    #[error("no number in “{0}”")]
    NoNumber(String),
    #[error("“{0}” follows the number")]
    Trailing(String),
    #[error("the number has more digits than can be kept exactly")]
    TooLong,
}

/// Reads a value in the text's own spelling or in digits: 6.8万余, 百余, １５３５, 1,100, 约5万, 2至3, 三百二十, -156.
///
/// # Errors
/// Says what could not be understood; nothing is guessed.
pub fn spelled(text: &str) -> Result<Spelled, NumeralError> {
    let whole = text.trim();
    if whole.is_empty() {
        return Err(NumeralError::Empty);
    }
    let no_number = || NumeralError::NoNumber(whole.to_owned());
    let mut rest = whole;
    let negative = match rest.strip_prefix(['-', '−', '－']) {
        Some(stripped) => {
            rest = stripped.trim_start();
            true
        }
        None => false,
    };
    let mut approx = None;
    if let Some(marker) = BEFORE.at_start(rest) {
        rest = rest[marker.len()..].trim_start();
        approx = Some(meaning(marker));
    }
    let first = scan(rest, 0).ok_or_else(no_number)?;
    rest = &rest[first.len..];
    let mut result = Spelled {
        value: first.value,
        low: first.low,
        high: first.high,
        approx: first.approx,
    };
    if result.value.is_none() && result.low.is_none() {
        return Err(NumeralError::TooLong);
    }
    let joint = any_of!["至", "到", "-", "—", "–", "~", "～"].at_start(rest);
    if let Some(joint) = joint {
        let second = scan(rest[joint.len()..].trim_start(), 0).ok_or_else(|| NumeralError::Trailing(rest.to_owned()))?;
        rest = &rest[joint.len()..].trim_start()[second.len..];
        result = Spelled {
            value: None,
            low: first.value,
            high: second.value,
            approx: Approx::Exact,
        };
    }
    rest = rest.trim_start();
    if let Some(marker) = AFTER.at_start(rest) {
        rest = &rest[marker.len()..];
        approx = Some(meaning(marker));
    }
    if !rest.trim().is_empty() {
        return Err(NumeralError::Trailing(rest.trim().to_owned()));
    }
    if negative {
        result.value = result.value.map(|v| -v);
    }
    result.approx = approx.unwrap_or(result.approx);
    Ok(result)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn typed(text: &str, value: &str, approx: Approx) {
        let s = spelled(text).unwrap();
        let shown = s
            .value
            .map_or_else(|| format!("{}~{}", s.low.unwrap(), s.high.unwrap()), |v| v.to_string());
        assert_eq!((shown.as_str(), s.approx), (value, approx), "{text}");
    }

    #[test]
    fn what_a_person_types() {
        typed("6.8万余", "68000", Approx::Over);
        typed("百余", "100", Approx::Over);
        typed("１５３５", "1535", Approx::Exact);
        typed("1,100", "1100", Approx::Exact);
        typed("约5万", "50000", Approx::About);
        typed("2至3", "2~3", Approx::Exact);
        typed("三百二十", "320", Approx::Exact);
        typed(" 不到 4 ", "4", Approx::Under);
        typed("-156", "-156", Approx::Exact);
        typed("80以上", "80", Approx::AtLeast);
        assert_eq!(spelled("  "), Err(NumeralError::Empty));
        assert_eq!(spelled("许多"), Err(NumeralError::NoNumber("许多".into())));
        assert_eq!(spelled("5份"), Err(NumeralError::Trailing("份".into())));
        assert_eq!(spelled("99999999999999999999999"), Err(NumeralError::TooLong));
    }
}
