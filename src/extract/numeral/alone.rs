//! Numerals that are all of what is written, in a cell or an input field: 40k, 2.5e3, 2^5, .5, 3/2, 一七二零点一.
//!
//! In: text without blanks. Out: the number that it begins with, as [`super::scan`] gives it. Always: spellings that mean something else
//! within a sentence (a code, a clock time, a score) are understood here only; nothing is rounded.

use super::{Form, MAX_DIGITS, Numeral, digit, digits_alone, han_digit, scan, share_of};
use crate::extract::any_of::any_of;
use crate::model::{Amount, Approx};

/// The number at the start of a text that holds nothing else but its unit.
pub fn scan_alone(text: &str) -> Option<Numeral> {
    let (is_negative, rest) = match any_of!["负的", "负", "-", "−", "－"].at_start(text) {
        Some(sign) => (true, &text[sign.len()..]),
        None => (false, text),
    };
    let mut found = operand(rest)?;
    let value = found.value?;
    let after = &rest[found.len..];
    let changed = spoken_decimal(&found, value, after)
        .or_else(|| mixed(value, after))
        .or_else(|| fraction(value, after))
        .or_else(|| power(value, after))
        .or_else(|| exponent(value, after))
        .or_else(|| abbreviated(value, after));
    if let Some(Written { value, approx, len }) = changed {
        (found.value, found.approx) = (Some(value), approx);
        found.len += len;
        found.is_composed = true;
    }
    if is_negative {
        found.value = found.value.map(|value| -value);
        found.len += text.len() - rest.len();
    }
    Some(found)
}

/// What follows an operand makes this of both; `len` counts the bytes that follow.
struct Written {
    value: Amount,
    approx: Approx,
    len: usize,
}

impl Written {
    fn exactly(value: Amount, len: usize) -> Self {
        Self {
            value,
            approx: Approx::Exact,
            len,
        }
    }
}

/// A numeral as in running text, or a decimal without its zero: .5.
fn operand(text: &str) -> Option<Numeral> {
    let Some(decimals) = text.strip_prefix(['.', '．']) else {
        return scan(text, 0);
    };
    let (mantissa, scale, len) = digits(decimals)?;
    let value = Amount::new(mantissa, scale)?;
    Some(digits_alone(text.len() - decimals.len() + len, Some(value), scale, true))
}

/// Plain digits, narrow or wide: their number, how many, and their bytes.
fn digits(text: &str) -> Option<(i128, u32, usize)> {
    let (mut number, mut count, mut len) = (0_i128, 0, 0);
    for c in text.chars() {
        let Some(d) = digit(c) else { break };
        if count == MAX_DIGITS {
            return None;
        }
        number = number * 10 + i128::from(d);
        count += 1;
        len += c.len_utf8();
    }
    (count > 0).then_some((number, count, len))
}

/// 一七二零|点一, 1|点45: read out digit by digit. In a sentence it may be a time.
fn spoken_decimal(found: &Numeral, whole: Amount, after: &str) -> Option<Written> {
    let decimals = after
        .strip_prefix('点')
        .filter(|_| matches!(found.form, Form::Digits | Form::HanPositional))?;
    let (mut mantissa, mut scale, mut len) = (i128::from(whole.to_i64()?), 0, '点'.len_utf8());
    for c in decimals.chars() {
        let Some(d) = digit(c).map(i64::from).or_else(|| han_digit(c)) else {
            break;
        };
        mantissa = mantissa.checked_mul(10)?.checked_add(d.into())?;
        scale += 1;
        len += c.len_utf8();
    }
    Some(Written::exactly(Amount::new(mantissa, scale)?, len)).filter(|_| scale > 0)
}

/// 3|/2, 六十|/一百二十. A second stroke makes it a date.
fn fraction(top: Amount, after: &str) -> Option<Written> {
    let rest = after.strip_prefix(['/', '／'])?;
    let bottom = operand(rest)?;
    let (value, approx) = share_of(top, bottom.value?)?;
    let len = after.len() - rest.len() + bottom.len;
    (!after[len..].starts_with(['/', '／'])).then_some(Written { value, approx, len })
}

/// 1|又4/3.
fn mixed(whole: Amount, after: &str) -> Option<Written> {
    let rest = after.strip_prefix('又')?;
    let top = operand(rest)?;
    let part = fraction(top.value?, &rest[top.len..])?;
    Some(Written {
        value: whole.checked_add(part.value)?,
        approx: part.approx,
        len: after.len() - rest.len() + top.len + part.len,
    })
}

/// 2|^-1, with a whole exponent.
fn power(base: Amount, after: &str) -> Option<Written> {
    let rest = after.strip_prefix('^')?;
    let (is_negative, unsigned) = signed(rest);
    let (exponent, _, digits_len) = digits(unsigned)?;
    let one = Amount::from_int(1);
    let mut value = one;
    for _ in 0..u8::try_from(exponent).ok()? {
        value = value.checked_mul(base)?;
    }
    let (value, approx) = if is_negative {
        share_of(one, value)?
    } else {
        (value, Approx::Exact)
    };
    Some(Written {
        value,
        approx,
        len: after.len() - unsigned.len() + digits_len,
    })
}

/// 2.5|e-3.
fn exponent(base: Amount, after: &str) -> Option<Written> {
    let rest = after.strip_prefix(['e', 'E', 'ｅ', 'Ｅ'])?;
    let (is_negative, unsigned) = signed(rest);
    let (exponent, _, digits_len) = digits(unsigned)?;
    let exponent = u32::try_from(exponent).ok().filter(|e| *e <= MAX_DIGITS)?;
    let shift = if is_negative {
        Amount::new(1, exponent)?
    } else {
        Amount::new(10_i128.pow(exponent), 0)?
    };
    let len = after.len() - unsigned.len() + digits_len;
    Some(Written::exactly(base.checked_mul(shift)?, len))
}

/// 40|k, 1.2|M, as business reports shorten them; 3km is a length.
fn abbreviated(value: Amount, after: &str) -> Option<Written> {
    let letter = after.chars().next()?;
    let factor = match letter {
        'k' | 'K' | 'ｋ' | 'Ｋ' => 1_000,
        'M' | 'Ｍ' => 1_000_000,
        'G' | 'Ｇ' => 1_000_000_000,
        'T' | 'Ｔ' => 1_000_000_000_000,
        _ => return None,
    };
    let is_unit = after[letter.len_utf8()..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '²');
    let value = value.checked_mul(Amount::from_int(factor)).filter(|_| !is_unit)?;
    Some(Written::exactly(value, letter.len_utf8()))
}

fn signed(text: &str) -> (bool, &str) {
    match text.strip_prefix(['-', '−', '－']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix(['+', '＋']).unwrap_or(text)),
    }
}
