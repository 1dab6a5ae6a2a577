//! Runs of digits: 12,600, 1170.4, １５３５, 6 445宗.
//!
//! In: a cursor on a digit. Out: the number, how many digits its first run has, and whether commas, blanks or a point compose it.
//! Always: a comma parts groups of exactly three digits; a blank does so only where what is counted follows.

use super::{Cursor, MAX_DIGITS, digit};
use crate::model::Amount;

impl Cursor<'_> {
    /// Digits with thousands commas and a decimal part. Returns the number and how many digits it had.
    pub(super) fn arabic(&mut self) -> Option<(Option<Amount>, u32, bool)> {
        if let Some((number, digits)) = self.plain_digits() {
            return match self.spaced_groups(number, digits) {
                Some((whole, digits)) => Some((Some(whole), digits, true)),
                None => Some((Some(number), digits, false)),
            };
        }
        let mut mantissa: i128 = 0;
        let (mut digits, mut scale, mut composed) = (0_u32, 0_u32, false);
        while let Some(d) = self.peek().and_then(digit) {
            mantissa = mantissa.saturating_mul(10).saturating_add(d.into());
            digits += 1;
            self.bump();
            if (1..=3).contains(&digits) || composed {
                while let Some(group) = self.thousands_group() {
                    mantissa = mantissa.saturating_mul(1000).saturating_add(group);
                    digits += 3;
                    composed = true;
                }
                if composed {
                    break;
                }
            }
        }
        if digits == 0 {
            return None;
        }
        if matches!(self.peek(), Some('.' | '．' | '·')) && self.peek_second().and_then(digit).is_some() {
            let before_point = self.at;
            self.bump();
            while let Some(d) = self.peek().and_then(digit) {
                mantissa = mantissa.saturating_mul(10).saturating_add(d.into());
                scale += 1;
                self.bump();
            }
            let chained = matches!(self.peek(), Some('.')) && self.peek_second().and_then(digit).is_some();
            if chained {
                self.at = before_point;
                return Some((Amount::new(mantissa / 10_i128.checked_pow(scale).unwrap_or(1), 0), digits, composed));
            }
            composed = true;
        }
        let amount = if digits + scale > MAX_DIGITS {
            None
        } else {
            Amount::new(mantissa, scale)
        };
        Some((amount, digits, composed))
    }

    /// `,600` where exactly three digits follow the comma; a wide comma between wide digits too.
    fn thousands_group(&mut self) -> Option<i128> {
        let comma = self.peek().filter(|c| matches!(c, ',' | '，'))?;
        let is_wide = |c: char| ('０'..='９').contains(&c);
        if comma == '，' && !(self.text[..self.at].ends_with(is_wide) && self.peek_second().is_some_and(is_wide)) {
            return None;
        }
        let mut chars = self.text[self.at + comma.len_utf8()..].chars();
        let mut group = 0;
        for _ in 0..3 {
            group = group * 10 + i128::from(chars.next().and_then(digit)?);
        }
        if chars.next().and_then(digit).is_some() {
            return None;
        }
        for _ in 0..=3 {
            self.bump();
        }
        Some(group)
    }

    /// As [`Self::arabic`], for what most numbers are: a run of ASCII digits that no comma and no point follows.
    fn plain_digits(&mut self) -> Option<(Amount, u32)> {
        let bytes = &self.text.as_bytes()[self.at..];
        let run = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
        // `,` and `.` in every width, and wide digits.
        let may_go_on = matches!(bytes.get(run), Some(b',' | b'.' | 0xc2 | 0xef));
        if run == 0 || run > MAX_DIGITS as usize || may_go_on {
            return None;
        }
        let number = bytes[..run].iter().fold(0_i64, |number, b| number * 10 + i64::from(b - b'0'));
        self.at += run;
        Some((Amount::from_int(number), run as u32))
    }

    /// 6 445宗, 3 218.6 万: groups of three digits set apart by one blank, as Hong Kong writes them, where what is counted follows at
    /// once or, in a copy with blanks between its words, behind one more.
    fn spaced_groups(&mut self, first: Amount, digits: u32) -> Option<(Amount, u32)> {
        let (mut whole, mut end, mut groups) = (first, self.at, 0);
        while let Some(rest) = self.text[end..].strip_prefix([' ', '\u{a0}', '\u{2009}', '\u{202f}']) {
            let Some(group) = rest.get(..3).filter(|group| group.bytes().all(|b| b.is_ascii_digit())) else {
                break;
            };
            whole = whole
                .checked_mul(Amount::from_int(1000))?
                .checked_add(Amount::from_int(group.parse().ok()?))?;
            end = self.text.len() - rest.len() + group.len();
            groups += 1;
        }
        if groups > 0
            && let Some((part, len)) = decimal_part(&self.text[end..])
        {
            whole = whole.checked_add(part)?;
            end += len;
        }
        let rest = &self.text[end..];
        let is_counted = rest.strip_prefix(' ').unwrap_or(rest).starts_with([
            '宗', '名', '人', '例', '个', '份', '剂', '支', '间', '张', '次', '位', '公', '吨', '只', '头', '件', '盒', '箱', '套', '户',
            '家', '床', '辆', '班', '罐', '瓶', '包', '袋', '桶', '条', '元', '港', '万', '余', '多',
        ]);
        let is_number = groups > 0 && groups <= 3 && digits <= 3 && is_counted;
        if is_number {
            self.at = end;
        }
        is_number.then_some((whole, digits + 3 * groups))
    }
}

/// `.6` and the like at the start: the decimals of the number in front, and their bytes.
fn decimal_part(text: &str) -> Option<(Amount, usize)> {
    const MOST_DECIMALS: usize = 4;
    let digits = text.strip_prefix('.')?;
    let len = digits.bytes().take_while(u8::is_ascii_digit).count();
    let decimals = digits[..len].parse().ok().filter(|_| len <= MOST_DECIMALS)?;
    Some((Amount::new(decimals, len as u32)?, 1 + len))
}

#[cfg(test)]
mod tests {
    use super::super::scan;

    #[track_caller]
    fn check(text: &str, numeral: &str, value: &str) {
        let found = scan(text, 0).unwrap_or_else(|| panic!("no numeral in {text}"));
        let shown = found.value.map(|value| value.to_string()).unwrap_or_default();
        assert_eq!((&text[..found.len], shown.as_str()), (numeral, value), "{text}");
    }

    #[test]
    fn groups_set_apart_by_blanks() {
        check("6 445宗", "6 445", "6445");
        check("3 862 517人次", "3 862 517", "3862517");
        check("4 176 人 、", "4 176", "4176");
        check("3 218.6 万 元", "3 218.6", "3218.6");
        check("1 042 万 元", "1 042", "1042");
        check("12 3456人", "12", "12");
        check("4 176 、", "4", "4");
        check("707 黄浦 37", "707", "707");
    }
}
