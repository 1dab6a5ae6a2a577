//! A text that is nothing but one figure: a cell, a line that somebody types, a numeral set apart by blanks.
//!
//! In: folded text. Out: its figure, or nothing where it holds anything else, a time included. Always: blanks between characters do not
//! part the figure, and spellings count that mean something else within a sentence (40k, 2^5, 九角九分).

use std::ops::Range;

use super::figure::{self, Figure, coins};
use super::letters::is_numeral;
use super::lexicon::{Lexicon, UnitClass};
use super::numeral::{self, Form};
use super::time;
use crate::model::{Approx, Span};

/// Longer texts are prose.
const MAX_BYTES: usize = 120;

/// The figure that the words of `text` (what is left without the white space around it) write and nothing else.
pub fn scan(text: &str, words: Range<usize>, lexicon: &Lexicon) -> Option<Figure> {
    let written = text
        .get(words.clone())
        .filter(|w| (1..=MAX_BYTES).contains(&w.len()) && !w.contains('\n'))?;
    if !written.contains(numeral::may_begin) || is_time(written) {
        return None;
    }
    let (joined, ends) = join(written)?;
    let found = as_in_a_sentence(&joined, lexicon)
        .or_else(|| in_coins(&joined))
        .or_else(|| by_itself(&joined, lexicon))?;
    let number_end = words.start + ends.get(found.span.end as usize - 1)?;
    Some(Figure {
        span: Span::new(words.start, number_end),
        start: words.start,
        end: words.end,
        ..found
    })
}

/// The text without its blanks, and for each byte of it the byte of `written` after its character. A blank between digits parts a whole from
/// its fraction (1 3/5), and is written 又; after a comma it parts two numbers.
fn join(written: &str) -> Option<(String, Vec<usize>)> {
    let (mut joined, mut ends) = (String::with_capacity(written.len()), Vec::with_capacity(written.len()));
    let mut after_blank = false;
    for (at, c) in written.char_indices() {
        if c.is_whitespace() {
            after_blank = true;
            continue;
        }
        if after_blank && joined.ends_with([',', '，']) {
            return None;
        }
        if after_blank && numeral::is_digit(c) && joined.ends_with(numeral::is_digit) {
            joined.push('又');
        }
        joined.push(c);
        ends.resize(joined.len(), at + c.len_utf8());
        after_blank = false;
    }
    Some((joined, ends))
}

/// Times are explained, not counted; 一点一 alone is a decimal.
fn is_time(written: &str) -> bool {
    let is_decimal = |text: &str| {
        text.split_once('点')
            .is_some_and(|(_, decimals)| !decimals.is_empty() && decimals.chars().all(is_numeral))
    };
    time::scan(written, 0).is_some_and(|time| time.len == written.len()) && !is_decimal(written)
}

fn as_in_a_sentence(joined: &str, lexicon: &Lexicon) -> Option<Figure> {
    let found = figure::scan(joined, 0, 0, lexicon)?;
    let states = found.value.is_some() || found.low.is_some();
    (states && found.form != Form::HanPositional && found.end == joined.len()).then_some(found)
}

/// 九毛九, 壹角.
fn in_coins(joined: &str) -> Option<Figure> {
    let unsigned = joined.strip_prefix('负');
    let (value, len) = coins(unsigned.unwrap_or(joined)).filter(|_| joined.contains(['角', '毛', '分']))?;
    let number = joined.len() - unsigned.unwrap_or(joined).len() + len;
    let is_all = matches!(&joined[number..], "" | "钱" | "整");
    is_all.then(|| Figure {
        value: Some(if unsigned.is_some() { -value } else { value }),
        unit: "元",
        class: UnitClass::Money,
        ..whole(joined, number)
    })
}

fn by_itself(joined: &str, lexicon: &Lexicon) -> Option<Figure> {
    let found = numeral::scan_alone(joined)?;
    let (unit, end, class) = match figure::unit_after(joined, found.len, lexicon) {
        Some(unit) => unit,
        None => match figure::unit_of_share(joined.trim_start_matches(['负', '的', '-'])) {
            Some(unit) => (unit, found.len, UnitClass::Share),
            None => ("", found.len, UnitClass::None),
        },
    };
    (end == joined.len() && found.value.is_some()).then(|| Figure {
        value: found.value,
        approx: found.approx,
        unit,
        class,
        ..whole(joined, found.len)
    })
}

/// A figure without value whose number takes `number` bytes of the whole text.
fn whole(joined: &str, number: usize) -> Figure {
    Figure {
        span: Span::new(0, number),
        start: 0,
        end: joined.len(),
        unit: "",
        class: UnitClass::None,
        value: None,
        low: None,
        high: None,
        approx: Approx::Exact,
        form: Form::Digits,
        is_composed: true,
        digits: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let words = text.len() - text.trim_start().len()..text.trim_end().len();
        let found = scan(text, words, Lexicon::built_in());
        let shown = found.map_or_else(String::new, |f| {
            let value = f.value.map_or_else(|| format!("{:?}", (f.low, f.high)), |v| v.to_string());
            format!("{}={value}{}", f.span.of(text), f.unit)
        });
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn blanks_do_not_part_a_figure_that_stands_alone() {
        check(" 三千 八百 九十六 万 ", "三千 八百 九十六 万=38960000");
        check("7 万5 千4 百", "7 万5 千4 百=75400");
        check("四点 五个百分点", "四点 五=4.5个百分点");
        check("百 分 之 一 百二 十点 五", "百 分 之 一 百二 十点 五=120.5%");
        check("1 3/5", "1 3/5=1.6");
        check("12 34", "");
        check("1, 234, 567", "");
    }

    #[test]
    fn spellings_that_a_sentence_has_no_use_for() {
        check("40k", "40k=40000");
        check("-2.5 M", "-2.5 M=-2500000");
        check("2.5e-3", "2.5e-3=0.0025");
        check("2^-1", "2^-1=0.5");
        check("-.5", "-.5=-0.5");
        check("六十/一百二十", "六十/一百二十=0.5");
        check("一七二零点一", "一七二零点一=1720.1");
        check("九毛九", "九毛九=0.99元");
        check("负 1,200", "负 1,200=-1200");
        check("40km", "40=40km");
        check("负的百分之六十", "负的百分之六十=-60%");
        check("2022/9/28", "");
        check("9月28日", "");
        check("BA.5", "");
        check("新增3例", "");
    }
}
