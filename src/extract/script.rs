//! Traditional and variant characters as their Simplified ones, one for one, so that one rule set reads every script.
//!
//! In: the canonical text. Out: the same text with each known variant replaced by a character of the same UTF-8 length.
//! Always: byte offsets of the two texts are equal; a text without variants is not copied.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::lexicon::rows;

/// Characters of the basic plane as Simplified ones.
struct Variants {
    /// A bit for each character that is written otherwise: small, because it is asked at every character.
    has_other: Box<[u64]>,
    simplified: Box<[char]>,
}

static VARIANTS: LazyLock<Variants> = LazyLock::new(|| {
    let mut simplified: Vec<char> = (0..0x1_0000_u32).map(|c| char::from_u32(c).unwrap_or('\0')).collect();
    let mut has_other = vec![0; 0x1_0000 / 64];
    for row in rows(include_str!("../../assets/lexicon/simplified.tsv")) {
        let mut columns = row.split('\t').filter_map(|column| column.chars().next());
        if let (Some(from), Some(to)) = (columns.next(), columns.next())
            && from != to
            && from.len_utf8() == to.len_utf8()
            && let Some(entry) = simplified.get_mut(from as usize)
        {
            *entry = to;
            has_other[from as usize / 64] |= 1 << (from as u32 % 64);
        }
    }
    Variants {
        has_other: has_other.into_boxed_slice(),
        simplified: simplified.into_boxed_slice(),
    }
});

impl Variants {
    fn has_other(&self, c: char) -> bool {
        let bits = self.has_other.get(c as usize / 64);
        bits.is_some_and(|bits| bits >> (c as u32 % 64) & 1 != 0)
    }
}

/// The text in Simplified characters, offsets unchanged.
pub fn fold(text: &str) -> Cow<'_, str> {
    let variants = &*VARIANTS;
    let mut folded = String::new();
    let (mut unchanged, mut rest) = (0, text.chars());
    while let Some(c) = rest.next() {
        if !variants.has_other(c) {
            continue;
        }
        let end = text.len() - rest.as_str().len();
        if folded.is_empty() {
            folded.reserve(text.len());
        }
        folded.push_str(&text[unchanged..end - c.len_utf8()]);
        folded.push(variants.simplified.get(c as usize).copied().unwrap_or(c));
        unchanged = end;
    }
    if unchanged == 0 {
        return Cow::Borrowed(text);
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
