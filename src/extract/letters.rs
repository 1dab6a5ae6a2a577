//! What a character tells by itself: numeral, punctuation, quote, or that a token may begin with it.
//!
//! In: a character. Out: [`Letter`] for the lexer, and the questions that rules ask of characters. Always: no look at its neighbours.

/// What a character alone tells the lexer: whether anything may begin with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letter(u8);

impl Letter {
    /// A word of the lists may begin here.
    pub const WORD: Self = Self(1);
    /// A numeral may begin here.
    pub const NUMERAL: Self = Self(1 << 1);
    /// A digit or a Chinese numeral.
    pub const FIGURE: Self = Self(1 << 2);
    /// Punctuation, white space, Latin letters, 第, 昨, 今.
    pub const OTHER: Self = Self(1 << 3);
    /// A word by itself; without it, only longer ones begin here.
    pub const ALONE: Self = Self(1 << 4);

    pub fn of(c: char) -> Self {
        let when = |holds: bool, letter: Self| if holds { letter.0 } else { 0 };
        let is_other = is_punctuation(c) || c.is_whitespace() || c.is_ascii_alphabetic() || matches!(c, '第' | '昨' | '今');
        Self(when(super::numeral::may_begin(c), Self::NUMERAL) | when(is_numeral(c), Self::FIGURE) | when(is_other, Self::OTHER))
    }

    /// A word of the lists begins here, too; by itself or only with more characters.
    pub fn begin_word(&mut self, is_alone: bool) {
        self.0 |= Self::WORD.0 | if is_alone { Self::ALONE.0 } else { 0 };
    }

    pub fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// No token begins here.
    pub fn is_gap(self) -> bool {
        self == Self::default()
    }
}

/// A digit or a Chinese numeral.
pub(crate) fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c) || is_han_numeral(c)
}

pub(super) fn is_han_numeral(c: char) -> bool {
    matches!(
        c,
        '零' | '〇'
            | '一'
            | '二'
            | '两'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '亿'
            | '廿'
            | '卅'
    )
}

pub(super) fn is_punctuation(c: char) -> bool {
    matches!(
        c,
        '，' | ','
            | '。'
            | '；'
            | ';'
            | '：'
            | ':'
            | '、'
            | '（'
            | '('
            | '）'
            | ')'
            | '！'
            | '!'
            | '？'
            | '?'
            | '“'
            | '”'
            | '"'
            | '‘'
            | '’'
            | '「'
            | '」'
            | '『'
            | '』'
            | '《'
            | '》'
            | '〈'
            | '〉'
            | '【'
            | '】'
            | '['
            | ']'
            | '〔'
            | '〕'
            | '—'
            | '–'
            | '―'
            | '-'
            | '－'
            | '~'
            | '～'
            | '…'
            | '·'
            | '•'
            | '/'
            | '|'
            | '*'
            | '#'
            | '>'
            | '<'
            | '+'
            | '='
            | '\t'
            | '.'
            | '．'
            | '→'
            | '_'
            | '\''
    )
}

pub(super) fn closing_quote(c: char) -> Option<char> {
    Some(match c {
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        '《' => '》',
        '〈' => '〉',
        _ => return None,
    })
}
