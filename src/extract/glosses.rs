//! Latin glosses that careless conversion leaves behind characters: 衛(wèi)生, 達(dá)到. They part words and say nothing.
//!
//! In: the canonical text. Out: where they stand, in bytes and in order.
//! Always: only brackets right behind a Chinese character that hold nothing but Latin letters, one with a tone mark.

use std::ops::Range;

/// A gloss holds at most so many letters.
const MAX_LETTERS: usize = 8;

/// The glosses of a text.
pub fn find(text: &str) -> Vec<Range<usize>> {
    if !has_toned_letters(text.as_bytes()) {
        return Vec::new();
    }
    let opened = text.match_indices(['(', '（']).filter(|(at, _)| text[..*at].ends_with(is_han));
    opened
        .filter_map(|(at, _)| gloss_len(&text[at..]).map(|len| at..at + len))
        .collect()
}

/// Whether a letter with a tone mark may stand in the text: most have none. Whole stretches are looked at, so that it costs next to nothing.
fn has_toned_letters(text: &[u8]) -> bool {
    let begins_letter = |b: &u8| (0xc3..=0xc9).contains(b);
    let any_in = |stretch: &[u8]| stretch.iter().fold(false, |any, b| any | begins_letter(b));
    text.chunks(256).any(any_in)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Length in bytes of a gloss at the start of the text: brackets around Latin letters of which one bears a tone mark.
fn gloss_len(text: &str) -> Option<usize> {
    let mut toned = false;
    for (count, (offset, c)) in text.char_indices().skip(1).enumerate() {
        match c {
            ')' | '）' => return toned.then_some(offset + c.len_utf8()),
            'a'..='z' => {}
            '\u{e0}'..='\u{24f}' => toned = true,
            _ => return None,
        }
        if count > MAX_LETTERS {
            return None;
        }
    }
    None
}
