//! A few words asked for at once: at the beginning of a text, at its end, or anywhere in it.
//!
//! In: words known when the program is built. Out: the word found. Always: what `starts_with`, `ends_with` and `contains` would say of
//! one word after the other; a look at two bytes turns most texts away before any word is compared.

/// Words with a mark for the two bytes that each begins with, and one for the two that it ends with.
#[derive(Clone, Copy, Debug)]
pub struct AnyOf {
    words: &'static [&'static str],
    /// The first three bytes of each word and the last three, as [`key`] packs them: compared before the words are.
    head_keys: &'static [u32],
    tail_keys: &'static [u32],
    heads: Marks,
    tails: Marks,
}

/// A bit for each ASCII character that a word has at the edge, and one, shared by few, for the last two bytes of any other.
#[derive(Clone, Copy, Debug)]
struct Marks {
    ascii: [u64; 2],
    others: [u64; 4],
}

impl Marks {
    const fn with(mut self, edge: [u8; 2], is_ascii: bool) -> Self {
        if is_ascii {
            self.ascii[edge[1] as usize >> 6 & 1] |= 1 << (edge[1] & 63);
        } else {
            let mark = mark(edge);
            self.others[mark >> 6] |= 1 << (mark & 63);
        }
        self
    }

    const fn has_ascii(&self, byte: u8) -> bool {
        self.ascii[byte as usize >> 6 & 1] >> (byte & 63) & 1 != 0
    }

    const fn has(&self, edge: [u8; 2]) -> bool {
        let mark = mark(edge);
        self.others[mark >> 6] >> (mark & 63) & 1 != 0
    }
}

/// The mark of two neighbouring bytes, below 256; the characters of one script differ in their last twelve bits only.
const fn mark(bytes: [u8; 2]) -> usize {
    (bytes[0] as usize * 37 + bytes[1] as usize) & 255
}

/// The key of a word shorter than three bytes: it says nothing, the word itself must be compared.
const ANY: u32 = u32::MAX;

const fn key(a: u8, b: u8, c: u8) -> u32 {
    (a as u32) << 16 | (b as u32) << 8 | c as u32
}

/// The first three bytes of each word.
pub const fn head_keys<const N: usize>(words: &[&str; N]) -> [u32; N] {
    let (mut keys, mut i) = ([ANY; N], 0);
    while i < N {
        if let [a, b, c, ..] = words[i].as_bytes() {
            keys[i] = key(*a, *b, *c);
        }
        i += 1;
    }
    keys
}

/// The last three bytes of each word.
pub const fn tail_keys<const N: usize>(words: &[&str; N]) -> [u32; N] {
    let (mut keys, mut i) = ([ANY; N], 0);
    while i < N {
        if let [.., a, b, c] = words[i].as_bytes() {
            keys[i] = key(*a, *b, *c);
        }
        i += 1;
    }
    keys
}

impl AnyOf {
    /// As [`any_of!`] makes it; the keys are those of the words.
    pub const fn words(words: &'static [&'static str], head_keys: &'static [u32], tail_keys: &'static [u32]) -> Self {
        let none = Marks {
            ascii: [0; 2],
            others: [0; 4],
        };
        let (mut heads, mut tails, mut i) = (none, none, 0);
        while i < words.len() {
            match words[i].as_bytes() {
                [first, ..] if first.is_ascii() => heads = heads.with([0, *first], true),
                [_, a, b, ..] => heads = heads.with([*a, *b], false),
                // A letter of two bytes: its marks would be those of what follows it.
                [_, _] => heads.others = [u64::MAX; 4],
                _ => {}
            }
            match words[i].as_bytes() {
                [.., last] if last.is_ascii() => tails = tails.with([0, *last], true),
                [.., a, b] => tails = tails.with([*a, *b], false),
                _ => {}
            }
            i += 1;
        }
        Self {
            words,
            head_keys,
            tail_keys,
            heads,
            tails,
        }
    }

    #[inline]
    fn may_begin(&self, bytes: &[u8]) -> bool {
        match bytes {
            [first, ..] if first.is_ascii() => self.heads.has_ascii(*first),
            [_, a, b, ..] => self.heads.has([*a, *b]),
            rest => !rest.is_empty(),
        }
    }

    #[inline]
    fn may_end(&self, bytes: &[u8]) -> bool {
        match bytes {
            [.., last] if last.is_ascii() => self.tails.has_ascii(*last),
            [.., a, b] => self.tails.has([*a, *b]),
            _ => false,
        }
    }

    /// The first of the words with which the bytes of a text begin.
    fn first_at(&self, bytes: &[u8]) -> Option<&'static str> {
        let here = if let [a, b, c, ..] = bytes { key(*a, *b, *c) } else { ANY };
        let keyed = self.words.iter().zip(self.head_keys);
        let mut alike = keyed.filter(|(_, key)| **key == here || **key == ANY).map(|(word, _)| *word);
        alike.find(|word| bytes.starts_with(word.as_bytes()))
    }

    /// The first of the words with which the text begins.
    #[inline]
    pub fn at_start(&self, text: &str) -> Option<&'static str> {
        if self.may_begin(text.as_bytes()) {
            self.first_at(text.as_bytes())
        } else {
            None
        }
    }

    #[inline]
    pub fn starts(&self, text: &str) -> bool {
        self.at_start(text).is_some()
    }

    /// Whether the text is one of the words.
    pub fn is(&self, text: &str) -> bool {
        self.may_begin(text.as_bytes()) && self.words.contains(&text)
    }

    /// The first of the words with which the bytes of a text end.
    fn last_at(&self, bytes: &[u8]) -> Option<&'static str> {
        let here = if let [.., a, b, c] = bytes { key(*a, *b, *c) } else { ANY };
        let keyed = self.words.iter().zip(self.tail_keys);
        let mut alike = keyed.filter(|(_, key)| **key == here || **key == ANY).map(|(word, _)| *word);
        alike.find(|word| bytes.ends_with(word.as_bytes()))
    }

    /// The first of the words with which the text ends.
    #[inline]
    pub fn at_end(&self, text: &str) -> Option<&'static str> {
        if self.may_end(text.as_bytes()) {
            self.last_at(text.as_bytes())
        } else {
            None
        }
    }

    #[inline]
    pub fn ends(&self, text: &str) -> bool {
        self.at_end(text).is_some()
    }

    /// Byte of the first place in the text where one of the words stands.
    pub fn position(&self, text: &str) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let (width, may_begin) = match bytes[at..] {
                // Nearly every character is of three bytes.
                [0xe0..=0xef, a, b, ..] => (3, self.heads.has([a, b])),
                [first @ 0..=0x7f, ..] => (1, self.heads.has_ascii(first)),
                [0xf0..=0xff, a, b, ..] => (4, self.heads.has([a, b])),
                _ => (2, true),
            };
            if may_begin && self.first_at(&bytes[at..]).is_some() {
                return Some(at);
            }
            at += width;
        }
        None
    }

    /// Whether one of the words stands anywhere in the text.
    pub fn within(&self, text: &str) -> bool {
        self.position(text).is_some()
    }
}

/// `any_of!["近", "约"].ends(text)`: marks and keys are made when the program is built. A list with a name, `any_of!(LABELS)`, is an array.
macro_rules! any_of {
    ($($word:literal),+ $(,)?) => {
        const { $crate::extract::any_of::any_of!(&[$($word),+]) }
    };
    ($words:expr) => {
        $crate::extract::any_of::AnyOf::words(
            $words,
            const { &$crate::extract::any_of::head_keys($words) },
            const { &$crate::extract::any_of::tail_keys($words) },
        )
    };
}
pub(crate) use any_of;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::AnyOf;

    const LISTS: &[AnyOf] = &[
        any_of!["病例", "例", "病例数"],
        any_of!["a", "例"],
        any_of!["，"],
        any_of!["ab", "+", "约"],
        any_of!["©", "约"],
        any_of!["核酸检测", "检测", "采样", "测"],
    ];

    proptest! {
        #[test]
        fn says_what_one_word_after_the_other_would(text in "[病例数核酸检测采样，约ab+é©]{0,12}") {
            for all in LISTS {
                let words = all.words;
                let text = text.as_str();
                prop_assert_eq!(all.at_start(text), words.iter().find(|w| text.starts_with(**w)).copied());
                prop_assert_eq!(all.at_end(text), words.iter().find(|w| text.ends_with(**w)).copied());
                prop_assert_eq!(all.position(text), words.iter().filter_map(|w| text.find(w)).min());
            }
        }
    }
}
