//! What single characters tell: one look-up each, gathered as bits while a line is read, so that what a line cannot be is
//! known before its words are looked at.

use super::cues::{self, Word};
use super::lines::is_han;
use super::trie::Trie;
use std::ops::BitOrAssign;

/// A set of the things that characters tell; of one character or of a stretch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Glyphs(u16);

impl Glyphs {
    pub const HAN: Self = Self(1);
    /// 。
    pub const FULL_STOP: Self = Self(1 << 1);
    /// ? and !
    pub const ASK_OR_CALL: Self = Self(1 << 2);
    pub const COMMA: Self = Self(1 << 3);
    /// 、 and ;
    pub const LIST_MARK: Self = Self(1 << 4);
    pub const COLON: Self = Self(1 << 5);
    /// ( and [
    pub const BRACKET: Self = Self(1 << 6);
    /// / | and @, as credits have them.
    pub const CREDIT_MARK: Self = Self(1 << 7);
    pub const DIGIT: Self = Self(1 << 8);
    /// The measure words of cases: 例, 宗.
    pub const CASE_MEASURE: Self = Self(1 << 9);
    /// 问, as whoever asks is said to do.
    pub const ASKING: Self = Self(1 << 10);
    /// 记, as in 记者.
    pub const REPORTER: Self = Self(1 << 13);
    /// ", which opens and closes.
    pub const STRAIGHT_QUOTE: Self = Self(1 << 14);
    /// A word of the prose lists may begin here.
    pub const WORD: Self = Self(1 << 11);
    /// A cue that may stand anywhere in a line may begin here.
    pub const CUE: Self = Self(1 << 12);
    /// Characters that end a sentence.
    pub const STOPS: Self = Self(Self::FULL_STOP.0 | Self::ASK_OR_CALL.0);
    /// Characters that part a sentence.
    pub const BREAKS: Self = Self(Self::COMMA.0 | Self::LIST_MARK.0);
    /// Characters that end a member of a list.
    pub const MEMBER_ENDS: Self = Self(Self::BREAKS.0 | Self::FULL_STOP.0);

    /// What the characters of a text tell together.
    #[cfg(test)]
    pub fn of(text: &str) -> Self {
        text.chars()
            .fold(Self::default(), |glyphs, c| glyphs.or(cues::Cues::built_in().glyphs.tells(c)))
    }

    pub const fn or(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// One of the others is in the set.
    pub fn has(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Nothing besides the others is in the set.
    pub fn within(self, others: Self) -> bool {
        self.0 & !others.0 == 0
    }
}

impl BitOrAssign for Glyphs {
    fn bitor_assign(&mut self, others: Self) {
        *self = self.or(others);
    }
}

/// What each character of the basic plane tells.
pub(super) struct Table(Box<[Glyphs]>);

impl Table {
    /// What characters tell where these words are looked for.
    pub fn of(words: &Trie<Word>) -> Self {
        let mut table: Vec<Glyphs> = (0..=u16::MAX)
            .map(|code| match char::from_u32(u32::from(code)) {
                Some(c) if is_han(c) => Glyphs::HAN,
                _ => Glyphs::default(),
            })
            .collect();
        let mut add = |c: char, tells: Glyphs| {
            if let Some(glyphs) = table.get_mut(c as usize) {
                *glyphs |= tells;
            }
        };
        let own = [
            ("。", Glyphs::FULL_STOP),
            ("?!", Glyphs::ASK_OR_CALL),
            (",", Glyphs::COMMA),
            ("、;", Glyphs::LIST_MARK),
            (":", Glyphs::COLON),
            ("([", Glyphs::BRACKET),
            ("/|@", Glyphs::CREDIT_MARK),
            ("0123456789", Glyphs::DIGIT),
            ("\"", Glyphs::STRAIGHT_QUOTE),
            ("例宗", Glyphs::CASE_MEASURE),
            ("问", Glyphs::ASKING),
            ("记", Glyphs::REPORTER),
        ];
        for (chars, tells) in own {
            chars.chars().for_each(|c| add(c, tells));
        }
        words.first_chars().for_each(|c| add(c, Glyphs::WORD));
        cues::anywhere().first_chars().for_each(|c| add(c, Glyphs::CUE));
        Self(table.into_boxed_slice())
    }

    pub fn tells(&self, c: char) -> Glyphs {
        match self.0.get(c as usize) {
            Some(glyphs) => *glyphs,
            None if is_han(c) => Glyphs::HAN,
            None => Glyphs::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::outline::Cues;

    fn check(c: char, tells: Glyphs) {
        assert_eq!(Cues::built_in().glyphs.tells(c), tells, "{c}");
    }

    #[test]
    fn tells_characters_apart() {
        check('。', Glyphs::FULL_STOP);
        check('5', Glyphs::DIGIT);
        check('蔬', Glyphs::HAN);
        check('𠮷', Glyphs::HAN);
        check('👍', Glyphs::default());
        check('宗', Glyphs::HAN.or(Glyphs::CASE_MEASURE));
        assert!(Cues::built_in().glyphs.tells('副').has(Glyphs::WORD) && Cues::built_in().glyphs.tells('浏').has(Glyphs::CUE));
    }
}
