//! A few words asked for at once: at the beginning of a text, at its end, or anywhere in it.
//!
//! In: words known when the program is built. Out: the word found. Always: what `starts_with`, `ends_with` and `contains` would say of
//! one word after the other; a look at two bytes turns most texts away before any word is compared.

/// Words with a mark for the two bytes that each begins with, and one for the two that it ends with.
#[derive(Clone, Copy, Debug)]
pub struct AnyOf {
    words: &'static [&'static str],
    heads: u128,
    tails: u128,
    /// A bit for each ASCII character that a short word begins with, and for each that ends a word of one byte.
    ascii_heads: u128,
    ascii_tails: u128,
}

/// The mark of two neighbouring bytes; the characters of one script differ in their last twelve bits only.
const fn mark(first: u8, second: u8) -> u128 {
    1 << ((first as u32 * 37 + second as u32) & 127)
}

/// The bit of an ASCII character; none for another byte.
const fn ascii(byte: u8) -> u128 {
    if byte < 128 { 1 << byte } else { 0 }
}

impl AnyOf {
    pub const fn words(words: &'static [&'static str]) -> Self {
        let (mut heads, mut tails, mut ascii_heads, mut ascii_tails, mut i) = (0, 0, 0, 0, 0);
        while i < words.len() {
            let bytes = words[i].as_bytes();
            let len = bytes.len();
            // The first byte of a Chinese character is one of six: the two after it tell more.
            if len > 2 {
                heads |= mark(bytes[1], bytes[2]);
            } else if len == 2 && bytes[0] >= 128 {
                heads = u128::MAX;
            } else if len > 0 {
                ascii_heads |= ascii(bytes[0]);
            }
            if len > 1 {
                tails |= mark(bytes[len - 2], bytes[len - 1]);
            } else if len > 0 {
                ascii_tails |= ascii(bytes[0]);
            }
            i += 1;
        }
        Self {
            words,
            heads,
            tails,
            ascii_heads,
            ascii_tails,
        }
    }

    fn may_begin(&self, bytes: &[u8]) -> bool {
        let pair = bytes.len() == 2 || matches!(bytes, [_, first, second, ..] if self.heads & mark(*first, *second) != 0);
        pair || matches!(bytes, [first, ..] if self.ascii_heads & ascii(*first) != 0)
    }

    fn may_end(&self, bytes: &[u8]) -> bool {
        let pair = matches!(bytes, [.., first, second] if self.tails & mark(*first, *second) != 0);
        pair || matches!(bytes, [.., last] if self.ascii_tails & ascii(*last) != 0)
    }

    /// The first of the words with which the text begins.
    pub fn at_start(&self, text: &str) -> Option<&'static str> {
        let found = || self.words.iter().find(|word| text.starts_with(**word)).copied();
        if self.may_begin(text.as_bytes()) { found() } else { None }
    }

    pub fn starts(&self, text: &str) -> bool {
        self.at_start(text).is_some()
    }

    /// The first of the words with which the text ends.
    pub fn at_end(&self, text: &str) -> Option<&'static str> {
        let found = || self.words.iter().find(|word| text.ends_with(**word)).copied();
        if self.may_end(text.as_bytes()) { found() } else { None }
    }

    pub fn ends(&self, text: &str) -> bool {
        self.at_end(text).is_some()
    }

    /// Byte of the first place in the text where one of the words stands.
    pub fn position(&self, text: &str) -> Option<usize> {
        let mut rest = text.as_bytes();
        while let [first, ..] = rest {
            if self.may_begin(rest) && self.words.iter().any(|word| rest.starts_with(word.as_bytes())) {
                return Some(text.len() - rest.len());
            }
            let width = match first {
                ..0xc0 => 1,
                0xc0..0xe0 => 2,
                0xe0..0xf0 => 3,
                0xf0.. => 4,
            };
            rest = rest.get(width..).unwrap_or_default();
        }
        None
    }

    /// Whether one of the words stands anywhere in the text.
    pub fn within(&self, text: &str) -> bool {
        self.position(text).is_some()
    }
}

/// `any_of!["近", "约"].ends(text)`: marks are made when the program is built.
macro_rules! any_of {
    ($($word:literal),+ $(,)?) => {
        const { $crate::extract::any_of::AnyOf::words(&[$($word),+]) }
    };
}
pub(crate) use any_of;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::AnyOf;

    const LISTS: &[&[&str]] = &[
        &["病例", "例", "病例数"],
        &["a", "例"],
        &["，"],
        &["ab", "+", "约"],
        &["©", "约"],
        &["核酸检测", "检测", "采样", "测"],
    ];

    proptest! {
        #[test]
        fn says_what_one_word_after_the_other_would(text in "[病例数核酸检测采样，约ab+é©]{0,12}") {
            for words in LISTS {
                let all = AnyOf::words(words);
                let text = text.as_str();
                prop_assert_eq!(all.at_start(text), words.iter().find(|w| text.starts_with(**w)).copied());
                prop_assert_eq!(all.at_end(text), words.iter().find(|w| text.ends_with(**w)).copied());
                prop_assert_eq!(all.position(text), words.iter().filter_map(|w| text.find(w)).min());
            }
        }
    }
}
