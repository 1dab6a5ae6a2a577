//! Names for facts and sections that outlive re-extraction.

use std::fmt;

/// 64 bits, eight bytes at a time: small, and the same on every machine and in every release.
#[derive(Clone, Copy, Debug)]
pub struct StableHash(u64);

impl StableHash {
    pub fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    pub fn text(self, text: &str) -> Self {
        let (words, rest) = text.as_bytes().as_chunks::<8>();
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        let words = words.iter().fold(self, |hash, word| hash.mix(u64::from_le_bytes(*word)));
        // The length tells texts apart that end in zeros.
        words.mix(u64::from_le_bytes(last)).mix(text.len() as u64)
    }

    pub fn number(self, number: usize) -> Self {
        self.mix(number as u64)
    }

    fn mix(self, word: u64) -> Self {
        let mixed = (self.0 ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Self(mixed ^ (mixed >> 32))
    }

    pub fn finish(self) -> u64 {
        self.0
    }
}

impl Default for StableHash {
    fn default() -> Self {
        Self::new()
    }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u64);

        impl $name {
            /// Reads what `Display` writes.
            pub fn parse(text: &str) -> Option<Self> {
                let digits = text.strip_prefix($prefix)?;
                (digits.len() == 16).then(|| u64::from_str_radix(digits, 16).ok().map(Self)).flatten()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "{:016x}"), self.0)
            }
        }
    };
}

id! {
    /// A fact's name: a hash of its sentence, its place in it and its number among equals, so the same text gives the same
    /// name and an edit elsewhere in the document does not change it.
    FactId, "f"
}

id! {
    /// A section's name: a hash of its first words and its number among equals.
    SectionId, "s"
}
