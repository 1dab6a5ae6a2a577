//! Numerals: from a place in the text to an exact number, and from what a person types to a value with its marker.
//!
//! In: folded text (see `script`) and a byte position. Out: the longest numeral that begins there, as `gold/GUIDE.md` cuts it
//! (digits, multipliers, 余/多/几 inside; without unit, without outer 多/余/近/约).
//! Always: never looks back, reads each byte of the numeral a bounded number of times, never rounds.

mod alone;
mod arabic;
mod han;
mod markers;
mod spelled;

pub use alone::scan_alone;
use han::scan_han;
pub use markers::{AFTER, BEFORE, meaning};
pub use spelled::{NumeralError, Spelled, spelled};

use crate::extract::any_of::any_of;
use crate::model::{Amount, Approx};

/// How a numeral is written; it decides what may become of it (a lone 一 is mostly an article, a digit run never is).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Digits, perhaps with multipliers: 12,600, 32万5303, １５３５.
    Digits,
    /// Chinese characters: 三百二十, 两万三千, 十七.
    Han,
    /// A run of Chinese digits without multipliers, longer than one: 二〇二二, 一一〇.
    HanPositional,
    /// An order of magnitude: 数百, 上万, 十几, 百 before 余.
    Magnitude,
    /// 百分之三点五, 半数, 过半: carries its own unit.
    Share,
}

/// A numeral found in text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// Bytes from where the scan began.
    pub len: usize,
    pub value: Option<Amount>,
    pub low: Option<Amount>,
    pub high: Option<Amount>,
    /// What the numeral itself says about exactness (余 inside, 数百).
    pub approx: Approx,
    pub form: Form,
    /// Has a multiplier, a decimal point or thousands commas: not an identifier.
    pub is_composed: bool,
    /// Digits in the first digit run.
    pub digits: u32,
}

impl Numeral {
    /// One number of another, which carries its own unit.
    fn share(len: usize, value: Amount, approx: Approx, digits: u32) -> Self {
        Self {
            len,
            value: Some(value),
            low: None,
            high: None,
            approx,
            form: Form::Share,
            is_composed: true,
            digits,
        }
    }
}

/// Decimals of a share that no decimal number says exactly.
const SHARE_DECIMALS: u32 = 12;

/// More digits than any count has: an identifier.
const MAX_DIGITS: u32 = 18;

fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

/// Whether the character is one of the ten digits, narrow or wide.
pub fn is_digit(c: char) -> bool {
    digit(c).is_some()
}

/// One Chinese digit.
pub fn han_digit(c: char) -> Option<i64> {
    Some(match c {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' | '俩' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn multiplier(c: char) -> Option<i64> {
    Some(match c {
        '十' | '拾' => 10,
        '廿' => 20,
        '卅' => 30,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        '兆' => TRILLION,
        _ => return None,
    })
}

/// 兆 as Taiwan and Japan count money; 兆瓦 and 兆赫 are units.
const TRILLION: i64 = 1_000_000_000_000;

/// Whether a numeral may begin with the character.
pub fn may_begin(c: char) -> bool {
    digit(c).is_some()
        || (!matches!(c, '俩' | '兆') && (han_digit(c).is_some() || multiplier(c).is_some()))
        || matches!(c, '数' | '上' | '半' | '过' | '几')
}

/// Units of measure that begin with a character that is also a multiplier: 5千克 is five kilograms.
fn is_unit_start(multiplier: char, next: Option<char>) -> bool {
    match multiplier {
        '千' => matches!(next, Some('克' | '米' | '瓦' | '卡' | '伏' | '帕' | '焦' | '升' | '赫')),
        '百' => matches!(next, Some('帕' | '分' | '姓' | '货')),
        '十' => matches!(next, Some('字' | '足')),
        // 一兆韦德 is a name.
        '兆' => next.is_some_and(|c| {
            han_digit(c).is_none()
                && digit(c).is_none()
                && !matches!(c, '元' | '圆' | '余' | '多' | '美' | '日' | '韩' | '台' | '新' | '盾')
        }),
        _ => false,
    }
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl Cursor<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn peek_second(&self) -> Option<char> {
        self.text[self.at..].chars().nth(1)
    }

    fn bump(&mut self) {
        if let Some(c) = self.peek() {
            self.at += c.len_utf8();
        }
    }

    fn eat(&mut self, word: &str) -> bool {
        let found = self.text[self.at..].starts_with(word);
        if found {
            self.at += word.len();
        }
        found
    }

    /// Digits come next, perhaps behind a zero that holds the place: 1千|零20.
    fn begins_part(&self) -> bool {
        let held = matches!(self.peek(), Some('零' | '〇')) && self.peek_second().and_then(digit).is_some();
        held || self.peek().and_then(digit).is_some()
    }

    /// 100万|三千, 200亿|零四千: what Chinese characters add to digits, less than the multiplier before them. Its value and bytes.
    fn han_part(&self, below: i64) -> Option<(Amount, usize)> {
        self.peek().and_then(han_digit)?;
        let part = scan_han(self.text, self.at).filter(|n| n.is_composed && n.approx == Approx::Exact)?;
        let value = part.value.filter(|value| *value < Amount::from_int(below))?;
        Some((value, part.len))
    }

    /// What follows a multiplier and is less than it: 32万|5303, 2亿|1723.2万, 100万|三千. The sum, and whether 余 or 多 ends it.
    fn smaller_parts(&mut self, mut total: Option<Amount>, mut scale: i64) -> (Option<Amount>, bool) {
        loop {
            if let Some((part, len)) = self.han_part(scale) {
                self.at += len;
                return (total.and_then(|t| t.checked_add(part)), false);
            }
            if !self.begins_part() {
                return (total, false);
            }
            let before = self.at;
            self.eat_zero();
            let Some((part, part_digits, _)) = self.arabic() else {
                return (total, false);
            };
            let (part_factor, part_marked) = self.multipliers().unwrap_or((1, false));
            let part = part.and_then(|p| p.checked_mul(Amount::from_int(part_factor)));
            let fits = part_factor < scale && part.is_some_and(|p| p < Amount::from_int(scale));
            if !fits || part_digits > 8 {
                self.at = before;
                return (total, false);
            }
            total = total.zip(part).and_then(|(t, p)| t.checked_add(p));
            scale = part_factor;
            if part_marked || part_factor == 1 {
                return (total, part_marked);
            }
        }
    }

    fn eat_zero(&mut self) {
        if matches!(self.peek(), Some('零' | '〇')) {
            self.bump();
        }
    }

    /// A multiplier after digits, perhaps with 余 or 多 before it (200余万). Returns its factor and whether a marker stood there.
    fn multipliers(&mut self) -> Option<(i64, bool)> {
        let start = self.at;
        let marked = matches!(self.peek(), Some('余' | '多' | '几')) && self.peek_second().and_then(multiplier).is_some_and(|m| m >= 100);
        if marked {
            self.bump();
        }
        let mut factor = 1_i64;
        while let Some(c) = self.peek() {
            let Some(m) = multiplier(c).filter(|m| *m >= 100) else {
                break;
            };
            if is_unit_start(c, self.peek_second()) {
                break;
            }
            let Some(next) = factor.checked_mul(m) else {
                break;
            };
            factor = next;
            self.bump();
        }
        if factor == 1 {
            self.at = start;
            return None;
        }
        Some((factor, marked))
    }
}

/// The longest numeral at the byte, if one begins there.
pub fn scan(text: &str, at: usize) -> Option<Numeral> {
    let first = text.get(at..)?.chars().next()?;
    let found = if digit(first).is_some() {
        scan_digits(text, at)
    } else if may_begin(first) {
        scan_share(text, at)
            .or_else(|| scan_magnitude(text, at))
            .or_else(|| scan_han(text, at))
    } else {
        None
    }?;
    Some(with_fraction(text, at, &found).unwrap_or(found))
}

/// 三又四分之一: a whole and the part of one that is written after it.
fn with_fraction(text: &str, at: usize, whole: &Numeral) -> Option<Numeral> {
    let rest = text[at + whole.len..].strip_prefix('又').filter(|_| whole.form != Form::Share)?;
    let start = text.len() - rest.len();
    let part = scan_share(text, start)
        .or_else(|| scan_digits(text, start))
        .filter(|part| part.form == Form::Share && part.value.is_some_and(|value| value < Amount::from_int(1)))?;
    Some(Numeral {
        len: start + part.len - at,
        value: Some(whole.value?.checked_add(part.value?)?),
        approx: part.approx,
        is_composed: true,
        ..*whole
    })
}

/// A numeral in digits or in Chinese characters, no share and no order of magnitude.
fn scan_either(text: &str, at: usize) -> Option<Numeral> {
    let first = text.get(at..)?.chars().next()?;
    if digit(first).is_some() {
        scan_digits(text, at)
    } else {
        scan_han(text, at)
    }
}

fn scan_digits(text: &str, at: usize) -> Option<Numeral> {
    let mut cursor = Cursor { text, at };
    let (mut total, digits, mut composed) = cursor.arabic()?;
    let mut approx = Approx::Exact;
    if !composed && cursor.peek() == Some('/') {
        let before = cursor.at;
        cursor.bump();
        let below = cursor.arabic();
        let more = matches!(cursor.peek(), Some('/' | '月')) || cursor.peek().and_then(digit).is_some();
        if let (Some((Some(bottom), 1..=2, false)), false, Some(top)) = (below, more, total)
            && digits <= 2
            && let Some((quotient, approx)) = share_of(top, bottom)
            && top < bottom
        {
            return Some(Numeral::share(cursor.at - at, quotient, approx, digits));
        }
        cursor.at = before;
    }
    let may_be_composed = matches!(
        cursor.peek(),
        Some('分' | '余' | '多' | '几' | '十' | '廿' | '卅' | '百' | '千' | '万' | '亿' | '拾' | '佰' | '仟')
    );
    if !may_be_composed {
        return Some(digits_alone(cursor.at - at, total, digits, composed));
    }
    if let (Some(bottom), true) = (total, cursor.text[cursor.at..].starts_with("分之")) {
        let start = cursor.at + "分之".len();
        let top = scan_either(text, start);
        if let Some((top_len, (quotient, approx))) = top.and_then(|top| Some((top.len, share_of(top.value?, bottom)?))) {
            return Some(Numeral::share(start + top_len - at, quotient, approx, digits));
        }
    }
    if let Some((factor, marked)) = cursor.multipliers() {
        composed = true;
        if marked {
            approx = Approx::Over;
        }
        total = total.and_then(|t| t.checked_mul(Amount::from_int(factor)));
        if !marked {
            let (sum, is_over) = cursor.smaller_parts(total, factor);
            total = sum;
            if is_over {
                approx = Approx::Over;
            }
        }
    }
    Some(Numeral {
        approx,
        ..digits_alone(cursor.at - at, total, digits, composed)
    })
}

/// A number that is written in digits only.
fn digits_alone(len: usize, value: Option<Amount>, digits: u32, is_composed: bool) -> Numeral {
    Numeral {
        len,
        value,
        low: None,
        high: None,
        approx: Approx::Exact,
        form: Form::Digits,
        is_composed,
        digits,
    }
}

/// 百分之三点五, 半数, 过半, 四分之一.
fn scan_share(text: &str, at: usize) -> Option<Numeral> {
    let mut cursor = Cursor { text, at };
    let share = |len: usize, value: Amount, approx: Approx| Numeral::share(len, value, approx, 0);
    let half = || Amount::new(5, 1).unwrap_or_default();
    if cursor.eat("过半数") || cursor.eat("过半") {
        return Some(share(cursor.at - at, half(), Approx::Over));
    }
    if cursor.eat("半数") || cursor.eat("一半") {
        return Some(share(cursor.at - at, half(), Approx::Exact));
    }
    if any_of!["半个月", "半个小时", "半小时"].starts(cursor.rest()) {
        return Some(Numeral {
            form: Form::Digits,
            ..share('半'.len_utf8(), half(), Approx::Exact)
        });
    }
    if any_of!["百分之", "佰分之", "千分之", "仟分之"].starts(cursor.rest()) {
        cursor.at += "百分之".len();
        let inner = scan_either(text, cursor.at)?;
        return Some(share(cursor.at - at + inner.len, inner.value?, inner.approx));
    }
    let bottom = scan_han(text, at).filter(|n| n.form == Form::Han)?;
    cursor.at += bottom.len;
    if !cursor.eat("分之") {
        return None;
    }
    let top = scan_either(text, cursor.at)?;
    let (value, approx) = share_of(top.value?, bottom.value?)?;
    Some(share(cursor.at - at + top.len, value, approx))
}

/// One number of another: exactly where decimals can say it, else to [`SHARE_DECIMALS`] and marked so (三分之一).
fn share_of(top: Amount, bottom: Amount) -> Option<(Amount, Approx)> {
    if let Some(exact) = top.checked_div(bottom) {
        return Some((exact, Approx::Exact));
    }
    let (top, bottom) = (i128::from(top.to_i64()?), i128::from(bottom.to_i64()?));
    let scaled = top.checked_mul(10_i128.checked_pow(SHARE_DECIMALS)?)?.checked_div(bottom)?;
    Some((Amount::new(scaled, SHARE_DECIMALS)?, Approx::About))
}

/// 数百, 上万, 数十万, 十几, and a bare 百/千/万 that a marker makes a number (百余, 万余).
fn scan_magnitude(text: &str, at: usize) -> Option<Numeral> {
    let mut cursor = Cursor { text, at };
    let magnitude = |len: usize, value: i64| Numeral {
        len,
        value: Some(Amount::from_int(value)),
        low: None,
        high: None,
        approx: Approx::Over,
        form: Form::Magnitude,
        is_composed: true,
        digits: 0,
    };
    if matches!(cursor.peek(), Some('数' | '上')) {
        // 晚上十点, 马上百分之百: the end of another word.
        if any_of!["晚上", "早上", "马上", "网上", "以上", "线上"].ends(&text[..at + '上'.len_utf8()]) {
            return None;
        }
        cursor.bump();
        let mut value = 1_i64;
        while let Some(m) = cursor.peek().and_then(multiplier) {
            value = value.checked_mul(m)?;
            cursor.bump();
        }
        return (value > 1).then(|| magnitude(cursor.at - at, value));
    }
    if cursor.eat("十几") {
        let factor = cursor.multipliers().map_or(1, |(f, _)| f);
        return Some(magnitude(cursor.at - at, 10 * factor));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, numeral: &str, value: &str) {
        let found = scan(text, 0).unwrap_or_else(|| panic!("no numeral in {text}"));
        let shown = match (found.value, found.low, found.high) {
            (Some(v), _, _) => v.to_string(),
            (None, Some(a), Some(b)) => format!("{a}~{b}"),
            _ => "-".to_owned(),
        };
        assert_eq!((&text[..found.len], shown.as_str()), (numeral, value), "{text}");
    }

    #[test]
    fn digits_with_commas_points_and_multipliers() {
        check("7100多吨", "7100", "7100");
        check("12,600吨", "12,600", "12600");
        check("2,820万桶", "2,820万", "28200000");
        check("1,2号", "1", "1");
        check("1.63万余件", "1.63万", "16300");
        check("1170.4万元", "1170.4万", "11704000");
        check("32万5303例", "32万5303", "325303");
        check("1千零20人", "1千零20", "1020");
        check("3万零5例", "3万零5", "30005");
        check("1千零星", "1千", "1000");
        check("100万三千人", "100万三千", "1003000");
        check("200亿零四千人", "200亿零四千", "20000004000");
        check("3万一户", "3万", "30000");
        check("2亿1723.2万人", "2亿1723.2万", "217232000");
        check("33亿7109.6万剂次", "33亿7109.6万", "3371096000");
        check("1万2千名", "1万2千", "12000");
        check("200余万元", "200余万", "2000000");
        check("１５３５名", "１５３５", "1535");
        check("3千克", "3", "3");
        check("5百余人", "5百", "500");
        check("1/4以上", "1/4", "0.25");
        check("2022/9/28", "2022", "2022");
        check("3.2.1版", "3", "3");
        check("99999999999999999999999999999999", "99999999999999999999999999999999", "-");
    }

    #[test]
    fn chinese_numerals() {
        check("四架", "四", "4");
        check("十七天", "十七", "17");
        check("一千五百一十七宗", "一千五百一十七", "1517");
        check("一万七千盒", "一万七千", "17000");
        check("两百万港元", "两百万", "2000000");
        check("三万五人", "三万五", "35000");
        check("三万零五人", "三万零五", "30005");
        check("一亿零三百万", "一亿零三百万", "103000000");
        check("一千零一十一人", "一千零一十一", "1011");
        check("二〇二二年", "二〇二二", "2022");
        check("廿四小时", "廿四", "24");
        check("三点五万", "三点五万", "35000");
        check("两三百人", "两三百", "200~300");
        check("三五天", "三五", "3~5");
        check("八兆四千亿元", "八兆四千亿", "8400000000000");
        check("五兆六十二亿四万五千元", "五兆六十二亿四万五千", "5006200045000");
        check("五兆瓦", "五", "5");
        check("一兆韦德", "一", "1");
        check("两点钟", "两", "2");
    }

    #[test]
    fn magnitudes_and_shares() {
        check("数百家", "数百", "100");
        check("上万名", "上万", "10000");
        check("数十万人", "数十万", "100000");
        check("十几个", "十几", "10");
        check("千名", "千", "1000");
        check("百分之三点五", "百分之三点五", "3.5");
        check("半数", "半数", "0.5");
        check("四分之一", "四分之一", "0.25");
        check("4分之3", "4分之3", "0.75");
        check("百分之百", "百分之百", "100");
        check("一百分之二", "一百分之二", "0.02");
        check("一百分钟", "一", "1");
        check("三又四分之一", "三又四分之一", "3.25");
        check("3又二分之一", "3又二分之一", "3.5");
        check("三又来", "三", "3");
        check("肆佰陆拾元", "肆佰陆拾", "460");
        for nothing in ["数据", "上海", "半天", "过去", "几百万个", "例"] {
            assert_eq!(scan(nothing, 0).filter(|n| n.form != Form::Han), None, "{nothing}");
        }
    }
}
