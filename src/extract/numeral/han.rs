//! Numerals in Chinese characters: 三百二十, 两万三千, 四万亿, 两三百, 三点五万, 二〇二二.
//!
//! In: folded text and the byte where one may begin. Out: the longest that begins there. Always: a zero only holds its place; two
//! neighbouring digits before one multiplier are a range; a run of digits without multipliers is positional.

use super::{Cursor, Form, MAX_DIGITS, Numeral, digit, han_digit, is_unit_start, multiplier};
use crate::model::{Amount, Approx};

pub(super) fn scan_han(text: &str, at: usize) -> Option<Numeral> {
    let mut cursor = Cursor { text, at };
    // Value by sections: below 万, below 亿, above; `digit_pending` is a digit that waits for its multiplier.
    let (mut total, mut section, mut pending) = (0_i128, 0_i128, None::<i128>);
    let (mut run, mut has_multiplier, mut last_multiplier, mut has_zero) = (0_u32, false, 1_i128, false);
    let (mut positional, mut previous_digit, mut adjacent) = (0_i128, None::<i128>, None::<(i128, i128)>);
    let mut approx = Approx::Exact;
    while let Some(c) = cursor.peek() {
        if let Some(d) = han_digit(c) {
            let d = i128::from(d);
            // 佰陆拾 is a numeral, 二陆 and 陆万村 are none.
            let beside_multiplier = has_multiplier || matches!(cursor.peek_second(), Some('拾' | '佰' | '仟'));
            // 三十两 is a weight.
            let is_weight = c == '两' && run > 0 && cursor.peek_second().and_then(multiplier).is_none_or(|m| m < 100);
            if c == '俩' || (matches!(c, '陆' | '伍') && !beside_multiplier) || is_weight {
                break;
            }
            positional = positional.saturating_mul(10).saturating_add(d);
            if let (Some(p), true) = (pending, d > 0) {
                adjacent = Some((p, d));
            }
            has_zero |= d == 0;
            pending = Some(d);
            previous_digit = Some(d);
            run += 1;
            cursor.bump();
        } else if let Some(m) = multiplier(c) {
            let is_bottom = c == '百' && run > 0 && cursor.rest().starts_with("百分之");
            if is_unit_start(c, cursor.peek_second()) && (run > 0 || c != '百') && !is_bottom {
                break;
            }
            let m = i128::from(m);
            has_multiplier = true;
            let had = pending.take();
            if m >= 10_000 {
                section += had.unwrap_or(0);
                // 一万二千亿: what is below the multiplier is multiplied; 五兆六十亿: what is above it stays.
                let below = if m > 10_000 { total % m } else { 0 };
                let multiplied = below + section;
                total = if multiplied == 0 && total > 0 {
                    total.saturating_mul(m)
                } else {
                    (total - below).saturating_add(multiplied.max(1).saturating_mul(m))
                };
                section = 0;
            } else if m == 20 || m == 30 {
                section += m;
            } else {
                // 一千零十: the zero only holds the place.
                section += had.filter(|d| *d > 0).unwrap_or(1).saturating_mul(m);
            }
            last_multiplier = m;
            has_zero = false;
            run += 1;
            cursor.bump();
        } else if matches!(c, '余' | '多' | '几')
            && has_multiplier
            && cursor.peek_second().and_then(multiplier).is_some_and(|m| m >= 10_000)
        {
            approx = Approx::Over;
            cursor.bump();
        } else {
            break;
        }
        if run > 40 {
            break;
        }
    }
    if run == 0 {
        return None;
    }
    let shape = |value: Option<Amount>, form: Form, len: usize| Numeral {
        len,
        value,
        low: None,
        high: None,
        approx,
        form,
        is_composed: has_multiplier,
        digits: 0,
    };
    if !has_multiplier {
        if run == 2
            && let Some((a, b)) = adjacent.filter(|(a, _)| *a > 0)
            && (b == a + 1 || (a, b) == (3, 5))
        {
            let (low, high) = (Amount::new(a, 0), Amount::new(b, 0));
            return Some(Numeral {
                len: cursor.at - at,
                value: None,
                low,
                high,
                approx,
                form: Form::Han,
                is_composed: false,
                digits: 0,
            });
        }
        let form = if run == 1 { Form::Han } else { Form::HanPositional };
        let mut value = Amount::new(positional, 0).filter(|_| run <= MAX_DIGITS);
        let mut len = cursor.at - at;
        if run == 1 && cursor.peek() == Some('点') && cursor.peek_second().is_some_and(|c| han_digit(c).is_some() && c != '两') {
            (value, len) = han_decimal(&mut cursor, at, positional)?;
            return Some(Numeral {
                is_composed: true,
                ..shape(value, Form::Han, len)
            });
        }
        return Some(shape(value, form, len));
    }
    // 两三百: two neighbouring digits before one multiplier are a range.
    if let Some((a, b)) = adjacent
        && b == a + 1
        && total == 0
        && section == b * last_multiplier
        && pending.is_none()
    {
        let (low, high) = (Amount::new(a * last_multiplier, 0), Amount::new(b * last_multiplier, 0));
        return Some(Numeral {
            value: None,
            low,
            high,
            ..shape(None, Form::Han, cursor.at - at)
        });
    }
    // 十五六个: fifteen or sixteen.
    // 一千零一十一: past the zero no two of the digits are neighbours.
    if let Some((a, b)) = adjacent.filter(|(a, _)| *a > 0)
        && b == a + 1
        && last_multiplier == 10
        && pending == Some(b)
        && !has_zero
    {
        let tens = total.saturating_add(section);
        let (low, high) = (Amount::new(tens.saturating_add(a), 0), Amount::new(tens.saturating_add(b), 0));
        return Some(Numeral {
            value: None,
            low,
            high,
            ..shape(None, Form::Han, cursor.at - at)
        });
    }
    let mut value = total.saturating_add(section);
    if let Some(last) = pending {
        // 三万五 is 35,000; 三万零五 is 30,005.
        let spoken = !has_zero && last_multiplier >= 100 && previous_digit == Some(last) && last > 0;
        value = value.saturating_add(if spoken { last * last_multiplier / 10 } else { last });
    }
    if cursor.peek() == Some('点')
        && cursor
            .peek_second()
            .is_some_and(|c| (han_digit(c).is_some() && c != '两') || digit(c).is_some())
    {
        let (value, len) = han_decimal(&mut cursor, at, value)?;
        return Some(shape(value, Form::Han, len));
    }
    Some(shape(Amount::new(value, 0), Form::Han, cursor.at - at))
}

/// The rest of 三点五万 after its whole part.
fn han_decimal(cursor: &mut Cursor, at: usize, whole: i128) -> Option<(Option<Amount>, usize)> {
    cursor.bump();
    let (mut mantissa, mut scale) = (whole, 0);
    while let Some(d) = cursor.peek().and_then(|c| han_digit(c).or(digit(c).map(i64::from))) {
        if scale == MAX_DIGITS {
            break;
        }
        mantissa = mantissa.checked_mul(10)?.checked_add(d.into())?;
        scale += 1;
        cursor.bump();
    }
    let factor = cursor.multipliers().map_or(1, |(f, _)| f);
    let value = Amount::new(mantissa, scale).and_then(|a| a.checked_mul(Amount::from_int(factor)));
    Some((value, cursor.at - at))
}
