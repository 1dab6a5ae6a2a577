//! Numerals in Chinese characters: 三百二十, 两万三千, 四万亿, 两三百, 三点五万, 二〇二二.
//!
//! In: folded text and the byte where one may begin. Out: the longest that begins there. Always: a zero only holds its place; two
//! neighbouring digits before one multiplier are a range; a run of digits without multipliers is positional.

use super::{Cursor, Form, MAX_DIGITS, Numeral, digit, han_digit, is_unit_start, multiplier};
use crate::model::{Amount, Approx};

/// More characters than any numeral has.
const MAX_CHARS: u32 = 40;

/// What the characters read so far say, by sections: below 万, below 亿, above.
struct Sum {
    total: i128,
    section: i128,
    /// A digit that waits for its multiplier.
    pending: Option<i128>,
    last_multiplier: i128,
    has_multiplier: bool,
    /// A zero stands behind the last multiplier.
    is_past_zero: bool,
    /// The digits one after the other, as 二〇二二 is read.
    positional: i128,
    /// The last two digits with no multiplier between them, the later not zero.
    neighbours: Option<(i128, i128)>,
    chars: u32,
}

impl Sum {
    const NOTHING: Self = Self {
        total: 0,
        section: 0,
        pending: None,
        last_multiplier: 1,
        has_multiplier: false,
        is_past_zero: false,
        positional: 0,
        neighbours: None,
        chars: 0,
    };

    fn add_digit(&mut self, digit: i128) {
        self.positional = self.positional.saturating_mul(10).saturating_add(digit);
        if let Some(before) = self.pending.filter(|_| digit > 0) {
            self.neighbours = Some((before, digit));
        }
        self.is_past_zero |= digit == 0;
        self.pending = Some(digit);
        self.chars += 1;
    }

    fn multiply(&mut self, multiplier: i128) {
        let digit = self.pending.take();
        if multiplier >= 10_000 {
            self.section += digit.unwrap_or(0);
            // 一万二千亿: what is below the multiplier is multiplied; 五兆六十亿: what is above it stays.
            let below = if multiplier > 10_000 { self.total % multiplier } else { 0 };
            let multiplied = below + self.section;
            self.total = if multiplied == 0 && self.total > 0 {
                self.total.saturating_mul(multiplier)
            } else {
                (self.total - below).saturating_add(multiplied.max(1).saturating_mul(multiplier))
            };
            self.section = 0;
        } else if matches!(multiplier, 20 | 30) {
            // 廿, 卅.
            self.section += multiplier;
        } else {
            // 一千零十: the zero only holds the place.
            self.section += digit.filter(|d| *d > 0).unwrap_or(1).saturating_mul(multiplier);
        }
        self.last_multiplier = multiplier;
        self.has_multiplier = true;
        self.is_past_zero = false;
        self.chars += 1;
    }

    /// The two numbers that neighbouring digits stand for: 三五, 两三百, 十五六.
    fn range(&self) -> Option<[i128; 2]> {
        let (low, high) = self.neighbours?;
        if !self.has_multiplier {
            let is_range = self.chars == 2 && low > 0 && (high == low + 1 || (low, high) == (3, 5));
            return is_range.then_some([low, high]);
        }
        if high != low + 1 {
            return None;
        }
        if self.total == 0 && self.section == high * self.last_multiplier && self.pending.is_none() {
            return Some([low, high].map(|digit| digit * self.last_multiplier));
        }
        // 一千零一十一: past the zero no two of the digits are neighbours.
        let are_ones = low > 0 && self.last_multiplier == 10 && self.pending == Some(high) && !self.is_past_zero;
        let tens = self.total.saturating_add(self.section);
        are_ones.then(|| [low, high].map(|digit| tens.saturating_add(digit)))
    }

    /// The number, of characters with a multiplier among them.
    fn value(&self) -> i128 {
        let whole = self.total.saturating_add(self.section);
        // 三万五 is 35,000; 三万零五 is 30,005.
        let is_spoken = !self.is_past_zero && self.last_multiplier >= 100;
        let scale = if is_spoken { self.last_multiplier / 10 } else { 1 };
        whole.saturating_add(self.pending.unwrap_or(0) * scale)
    }
}

pub(super) fn scan_han(text: &str, at: usize) -> Option<Numeral> {
    let mut cursor = Cursor { text, at };
    let mut sum = Sum::NOTHING;
    let mut approx = Approx::Exact;
    while let Some(c) = cursor.peek().filter(|_| sum.chars <= MAX_CHARS) {
        if let Some(digit) = han_digit(c) {
            if is_no_digit(c, &cursor, &sum) {
                break;
            }
            sum.add_digit(digit.into());
        } else if let Some(m) = multiplier(c) {
            let is_bottom = c == '百' && sum.chars > 0 && cursor.rest().starts_with("百分之");
            if is_unit_start(c, cursor.peek_second()) && (sum.chars > 0 || c != '百') && !is_bottom {
                break;
            }
            sum.multiply(m.into());
        } else if matches!(c, '余' | '多' | '几')
            && sum.has_multiplier
            && cursor.peek_second().and_then(multiplier).is_some_and(|m| m >= 10_000)
        {
            approx = Approx::Over;
        } else {
            break;
        }
        cursor.bump();
    }
    if sum.chars == 0 {
        return None;
    }
    let numeral = Numeral {
        len: cursor.at - at,
        value: None,
        low: None,
        high: None,
        approx,
        form: Form::Han,
        is_composed: sum.has_multiplier,
        digits: 0,
    };
    if let Some([low, high]) = sum.range() {
        let (low, high) = (Amount::new(low, 0), Amount::new(high, 0));
        return Some(Numeral { low, high, ..numeral });
    }
    let may_have_decimals = sum.has_multiplier || sum.chars == 1;
    let whole = if sum.has_multiplier { sum.value() } else { sum.positional };
    if may_have_decimals && cursor.peek() == Some('点') && begins_decimals(cursor.peek_second(), &sum) {
        let (value, len) = han_decimal(&mut cursor, at, whole)?;
        let is_composed = true;
        return Some(Numeral {
            len,
            value,
            is_composed,
            ..numeral
        });
    }
    let is_positional = !sum.has_multiplier && sum.chars > 1;
    Some(Numeral {
        value: Amount::new(whole, 0).filter(|_| sum.has_multiplier || sum.chars <= MAX_DIGITS),
        form: if is_positional { Form::HanPositional } else { Form::Han },
        ..numeral
    })
}

/// 佰陆拾 is a numeral, 二陆 and 陆万村 are none; 三十两 is a weight; 俩 is a number only to itself.
fn is_no_digit(c: char, cursor: &Cursor, sum: &Sum) -> bool {
    let beside_multiplier = || sum.has_multiplier || matches!(cursor.peek_second(), Some('拾' | '佰' | '仟'));
    match c {
        '俩' => true,
        '陆' | '伍' => !beside_multiplier(),
        '两' => sum.chars > 0 && cursor.peek_second().and_then(multiplier).is_none_or(|m| m < 100),
        _ => false,
    }
}

/// 三点|五, 三万点|5: digits of either script behind a multiplier, Chinese ones behind a digit.
fn begins_decimals(next: Option<char>, sum: &Sum) -> bool {
    next.is_some_and(|c| (han_digit(c).is_some() && c != '两') || (sum.has_multiplier && digit(c).is_some()))
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
