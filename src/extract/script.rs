//! Traditional and variant characters as their Simplified ones, one for one, so that one rule set reads every script.
//!
//! In: the canonical text. Out: the same text with each known variant replaced by a character of the same UTF-8 length.
//! Always: byte offsets of the two texts are equal; a text without variants is not copied.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::lexicon::rows;

static SIMPLIFIED: LazyLock<Box<[char]>> = LazyLock::new(|| {
    let mut table: Vec<char> = (0..0x1_0000_u32).map(|c| char::from_u32(c).unwrap_or('\0')).collect();
    for row in rows(include_str!("../../assets/lexicon/simplified.tsv")) {
        let mut columns = row.split('\t').filter_map(|column| column.chars().next());
        if let (Some(from), Some(to)) = (columns.next(), columns.next())
            && from.len_utf8() == to.len_utf8()
            && let Some(entry) = table.get_mut(from as usize)
        {
            *entry = to;
        }
    }
    table.into_boxed_slice()
});

fn simplified(table: &[char], c: char) -> char {
    table.get(c as usize).copied().unwrap_or(c)
}

/// The text in Simplified characters, offsets unchanged.
pub fn fold(text: &str) -> Cow<'_, str> {
    let table: &[char] = &SIMPLIFIED;
    let Some((first, _)) = text.char_indices().find(|(_, c)| *c >= '\u{3000}' && simplified(table, *c) != *c) else {
        return Cow::Borrowed(text);
    };
    let mut folded = String::with_capacity(text.len());
    folded.push_str(&text[..first]);
    let mut unchanged = first;
    for (at, c) in text[first..].char_indices().map(|(at, c)| (first + at, c)) {
        let simple = if c < '\u{3000}' { c } else { simplified(table, c) };
        if simple != c {
            folded.push_str(&text[unchanged..at]);
            folded.push(simple);
            unchanged = at + c.len_utf8();
        }
    }
    folded.push_str(&text[unchanged..]);
    Cow::Owned(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_without_moving_offsets() {
        let traditional = "確診病例12例，無癥狀感染者3萬個，𠮷野家👍";
        let folded = fold(traditional);
        assert_eq!(folded, "确诊病例12例，无症状感染者3万个，𠮷野家👍");
        assert_eq!(folded.len(), traditional.len());
        assert!(matches!(fold("确诊病例12例"), Cow::Borrowed(_)));
    }
}
