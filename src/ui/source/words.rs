//! The unit of text around a byte: the number or word that a double click selects, the sentence, the paragraph.

use crate::extract::is_numeral;
use crate::model::Span;

/// By what a selection grows while the pointer is dragged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    #[default]
    Character,
    Word,
    Sentence,
    Paragraph,
}

/// The unit of the text around a byte.
pub fn around(text: &str, byte: usize, unit: Unit) -> Span {
    let byte = text.floor_char_boundary(byte);
    match unit {
        Unit::Character => Span::new(byte, byte),
        Unit::Word => word(text, byte),
        Unit::Sentence => {
            let ends = |c: char| matches!(c, '。' | '!' | '?' | '\u{ff01}' | '\u{ff1f}' | '\n');
            let start = text[..byte]
                .char_indices()
                .rev()
                .find(|(_, c)| ends(*c))
                .map_or(0, |(at, c)| at + c.len_utf8());
            let end = text[byte..]
                .char_indices()
                .find(|(_, c)| ends(*c))
                .map_or(text.len(), |(at, c)| byte + if c == '\n' { at } else { at + c.len_utf8() });
            Span::new(start, end)
        }
        Unit::Paragraph => {
            let start = text[..byte].rfind('\n').map_or(0, |at| at + 1);
            let end = text[byte..].find('\n').map_or(text.len(), |at| byte + at);
            Span::new(start, end)
        }
    }
}

/// Whether a number stands somewhere in the words.
pub fn holds_numeral(words: &str) -> bool {
    words.contains(is_numeral)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Numeral,
    Letter,
    Han,
    Space,
    Mark,
}

fn class(c: char) -> Class {
    match c {
        _ if is_numeral(c) => Class::Numeral,
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}' => Class::Han,
        _ if c.is_alphabetic() => Class::Letter,
        _ if c.is_whitespace() => Class::Space,
        _ => Class::Mark,
    }
}

/// A number with its points, commas and multipliers, a run of letters, or Chinese characters up to the next
/// number or punctuation; a punctuation mark alone.
fn word(text: &str, byte: usize) -> Span {
    let Some(here) = text[byte..].chars().next() else {
        return Span::new(byte, byte);
    };
    let kind = class(here);
    if kind == Class::Mark && !is_inner_point(text, byte) {
        return Span::new(byte, byte + here.len_utf8());
    }
    let kind = if kind == Class::Mark { Class::Numeral } else { kind };
    let belongs = |at: usize, c: char| c != '\n' && (class(c) == kind || (kind == Class::Numeral && is_inner_point(text, at)));
    let after = text[byte..].char_indices().find(|(at, c)| !belongs(byte + at, *c));
    let before = text[..byte].char_indices().rev().take_while(|(at, c)| belongs(*at, *c)).last();
    Span::new(before.map_or(byte, |(at, _)| at), after.map_or(text.len(), |(at, _)| byte + at))
}

/// A decimal point or thousands comma: digits on both sides.
fn is_inner_point(text: &str, byte: usize) -> bool {
    let mut rest = text[byte..].chars();
    let is_point = matches!(rest.next(), Some('.' | ',' | '\u{ff0e}' | '\u{ff0c}'));
    let digit = |c: Option<char>| c.is_some_and(|c| matches!(c, '0'..='9' | '０'..='９'));
    is_point && digit(rest.next()) && digit(text[..byte].chars().next_back())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` marks where the click is; the expected word is compared.
    #[track_caller]
    fn check(marked: &str, unit: Unit, expected: &str) {
        let byte = marked.find('|').unwrap();
        let text = marked.replace('|', "");
        assert_eq!(around(&text, byte, unit).of(&text), expected);
    }

    #[test]
    fn a_double_click_takes_the_whole_number() {
        check("配送蔬菜14|9.91万份", Unit::Word, "149.91万");
        check("配送蔬菜149|.91万份", Unit::Word, "149.91万");
        check("共|1,100人", Unit::Word, "1,100");
        check("共１５|３５人", Unit::Word, "１５３５");
        check("三百|二十例", Unit::Word, "三百二十");
    }

    #[test]
    fn a_point_that_is_not_inside_a_number_ends_it() {
        check("到|5.共", Unit::Word, "5");
        check("1|0,其中", Unit::Word, "10");
        check("a,|b", Unit::Word, "b");
    }

    #[test]
    fn words_end_at_punctuation_numbers_and_other_scripts() {
        check("新增|感染者1例", Unit::Word, "新增感染者");
        check("接种Ad5|-nCoV疫苗", Unit::Word, "-");
        check("微信A|PP关注", Unit::Word, "APP");
        check("全市|,新增", Unit::Word, ",");
        check("一 | 二", Unit::Word, "  ");
        check("完|", Unit::Word, "");
    }

    #[test]
    fn a_sentence_ends_with_its_stop_or_its_line() {
        check("甲。乙|丙。丁", Unit::Sentence, "乙丙。");
        check("甲。乙丙|。丁", Unit::Sentence, "乙丙。");
        check("|甲。乙", Unit::Sentence, "甲。");
        check("甲\n乙|丙\n", Unit::Sentence, "乙丙");
        check("甲。丁|", Unit::Sentence, "丁");
    }

    #[test]
    fn a_triple_click_takes_the_paragraph() {
        check("甲乙\n丙|丁\n戊", Unit::Paragraph, "丙丁");
        check("甲|乙", Unit::Paragraph, "甲乙");
        check("甲\n|\n乙", Unit::Paragraph, "");
    }

    #[test]
    fn a_byte_inside_a_character_counts_as_its_start() {
        assert_eq!(around("甲乙", 4, Unit::Character), Span::new(3, 3));
        assert_eq!(around("甲乙", 99, Unit::Word), Span::new(6, 6));
    }
}
