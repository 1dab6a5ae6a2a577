//! A lexed text as rules see it: tokens with their words, and the surroundings of a figure within its clause.
//!
//! In: folded text, its tokens and its sections. Out: [`Page`], its [`Part`]s and [`Around`].
//! Always: a clause never crosses a full stop or a line end; the surroundings of two figures of one list do not overlap.

use std::ops::Range;

use super::figure::Figure;
use super::lexer::{Lexed, Tok, Token};
use super::lexicon::{Lexicon, Role, Word};
use crate::model::{Section, Span};

pub struct Page<'a> {
    pub text: &'a str,
    pub lexed: &'a Lexed,
    pub lexicon: &'a Lexicon,
}

/// A section with the tokens that stand in it.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    pub section: &'a Section,
    pub tokens: Range<usize>,
}

/// The sections, which are in order and disjoint, each with its tokens.
pub fn parts<'a>(sections: &'a [Section], tokens: &[Token]) -> Vec<Part<'a>> {
    let mut from = 0;
    let up_to = |from: usize, byte: u32| from + tokens[from..].iter().take_while(|token| token.span.start < byte).count();
    let part = |section: &'a Section| {
        let start = up_to(from, section.span.start);
        from = up_to(start, section.span.end);
        Part {
            section,
            tokens: start..from,
        }
    };
    sections.iter().map(part).collect()
}

/// The words of a figure's own clause on both sides of it.
#[derive(Clone, Debug)]
pub struct Around {
    /// Tokens between the clause's start (or the figure before) and the figure.
    pub left: Range<usize>,
    /// Byte where `left` begins.
    pub left_start: usize,
    /// Byte where the figure with its markers begins.
    pub left_end: usize,
    /// Tokens from the figure to the clause's end (or the figure after).
    pub right: Range<usize>,
    pub right_start: usize,
    pub right_end: usize,
    /// What ended the walk to the left: another figure of the same clause.
    pub follows_figure: bool,
}

/// How many tokens a rule looks to either side: a text without marks must not make every figure read the whole of it.
pub const REACH_TOKENS: usize = 160;
/// A noun that enumerates is at most so long.
const MAX_NOUN_TOKENS: usize = 16;
/// A gloss in brackets is at most so long.
const MAX_GLOSS_CHARS: usize = 7;
const MAX_GLOSS_TOKENS: usize = 6;
/// The same in bytes, for rules that look at words.
pub const REACH_BYTES: usize = 1200;

pub fn is_clause_end(c: char) -> bool {
    matches!(
        c,
        '，' | ','
            | '；'
            | ';'
            | '。'
            | '：'
            | ':'
            | '\n'
            | '（'
            | '('
            | '）'
            | ')'
            | '！'
            | '!'
            | '？'
            | '?'
            | '【'
            | '】'
            | '['
            | ']'
            | '\t'
            | '|'
    )
}

pub fn is_sentence_end(c: char) -> bool {
    matches!(c, '。' | '！' | '!' | '？' | '?' | '\n')
}

impl<'a> Page<'a> {
    pub fn token(&self, index: usize) -> Option<&'a Token> {
        self.lexed.tokens.get(index)
    }

    pub fn word(&self, index: usize) -> Option<&'a Word> {
        match self.token(index)?.tok {
            Tok::Word(entry) => self.lexicon.words.get(entry as usize),
            _ => None,
        }
    }

    pub fn figure(&self, index: usize) -> Option<&'a Figure> {
        match self.token(index)?.tok {
            Tok::Figure(figure) => self.lexed.figures.get(figure as usize),
            _ => None,
        }
    }

    pub fn punct(&self, index: usize) -> Option<char> {
        match self.token(index)?.tok {
            Tok::Punct(c) => Some(c),
            _ => None,
        }
    }

    pub fn span(&self, index: usize) -> Span {
        self.token(index).map_or(Span::default(), |token| token.span)
    }

    /// The text right before a byte, as far as rules look.
    pub fn before(&self, byte: usize) -> &'a str {
        let mut start = byte.saturating_sub(REACH_BYTES);
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        self.slice(start, byte)
    }

    pub fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// Indices of words in a range of tokens that satisfy the test.
    pub fn words_in(&self, tokens: Range<usize>) -> impl DoubleEndedIterator<Item = (usize, &'a Word)> + '_ {
        tokens.filter_map(|index| Some((index, self.word(index)?)))
    }

    pub fn has(&self, tokens: Range<usize>, role: Role) -> bool {
        self.words_in(tokens).any(|(_, word)| word.is(role))
    }

    /// The surroundings of the figure at a token, within `bounds` (tokens of its sentence).
    pub fn around(&self, index: usize, bounds: &Range<usize>) -> Around {
        let figure_span = self.span(index);
        let (start, end) = self
            .figure(index)
            .map_or((figure_span.start as usize, figure_span.end as usize), |f| (f.start, f.end));
        let mut left = index;
        let mut left_start = self.sentence_start(bounds);
        let mut last_comma = None;
        let mut follows_figure = false;
        let (reach_left, reach_right) = (index.saturating_sub(REACH_TOKENS), index + REACH_TOKENS);
        // 封控区(4个): the number alone in brackets counts what stands before them.
        let is_alone = matches!(self.punct(index.wrapping_sub(1)), Some('（' | '('))
            && matches!(self.punct(index + 1), Some('）' | ')'))
            && index >= bounds.start + 2
            && self.word(index - 2).is_some_and(|word| word.head.is_some())
            && self.span(index - 2).end == self.span(index - 1).start;
        if is_alone {
            left = index - 1;
        }
        while left > bounds.start.max(reach_left) {
            let token = self.span(left - 1);
            match self.token(left - 1).map(|t| t.tok) {
                // 治愈出院(舱)86例: a gloss parts no clause.
                Some(Tok::Punct('）' | ')')) if self.gloss_before(left, bounds).is_some() => {
                    left = self.gloss_before(left, bounds).unwrap_or(left);
                    continue;
                }
                Some(Tok::Punct(c)) if is_clause_end(c) => {
                    left_start = token.end as usize;
                    break;
                }
                Some(Tok::Punct('、')) => last_comma = Some(left - 1),
                Some(Tok::Figure(_)) => {
                    follows_figure = true;
                    left_start = token.end as usize;
                    // 三家公司提供酒店、仓库13个: past a verb the list is this figure's own.
                    let past_verb = |comma: usize| {
                        self.words_in(left..comma)
                            .any(|(_, w)| (w.is(Role::Verb) || w.action.is_some()) && !w.is(Role::Plain))
                    };
                    if let Some(comma) = last_comma.filter(|comma| !past_verb(*comma)) {
                        left = comma + 1;
                        left_start = self.span(comma).end as usize;
                    }
                    break;
                }
                _ => {}
            }
            left -= 1;
        }
        if left == reach_left && left > bounds.start {
            left_start = self.span(left).start as usize;
        }
        let mut right = index + 1;
        let mut right_end = end;
        while right < bounds.end.min(reach_right) {
            let token = self.span(right);
            right_end = token.start as usize;
            match self.token(right).map(|t| t.tok) {
                // 9家口罩、防护服生产企业: the enumeration belongs to the noun where no number follows in its clause.
                Some(Tok::Punct('、')) if right > index + 1 && !self.counts_on(right, bounds) => {}
                Some(Tok::Punct(c)) if is_clause_end(c) || c == '、' => break,
                Some(Tok::Figure(_)) => {
                    right_end = self.figure(right).map_or(right_end, |f| f.start);
                    break;
                }
                Some(Tok::Time(_)) => break,
                _ => {}
            }
            right_end = token.end as usize;
            right += 1;
        }
        if right == bounds.end {
            right_end = self.sentence_end(bounds, right_end);
        }
        Around {
            left: left..index,
            left_start,
            left_end: start.max(left_start),
            right: index + 1..right,
            right_start: end,
            right_end: right_end.max(end),
            follows_figure,
        }
    }

    /// The surroundings of a figure of a headline, where a blank parts one clause from the next: 日产量达35万只 明起120家药店预约.
    pub fn between_blanks(&self, mut around: Around) -> Around {
        let right = self.slice(around.right_start, around.right_end);
        if let Some(blank) = right.find(char::is_whitespace) {
            around.right_end = around.right_start + blank;
            let ends = |index: &usize| self.span(*index).end as usize > around.right_end;
            around.right.end = around.right.clone().find(ends).unwrap_or(around.right.end);
        }
        let left = self.slice(around.left_start, around.left_end);
        let blank = left.trim_end().rfind(char::is_whitespace).filter(|_| around.follows_figure);
        if let Some(blank) = blank {
            around.left_start += left.len() - left[blank..].trim_start().len();
            let begins = |index: &usize| self.span(*index).start as usize >= around.left_start;
            around.left.start = around.left.clone().find(begins).unwrap_or(around.left.end);
        }
        around
    }

    /// Whether another figure or a time stands between a token and the end of its clause.
    fn counts_on(&self, index: usize, bounds: &Range<usize>) -> bool {
        let reach = index + 1..bounds.end.min(index + MAX_NOUN_TOKENS);
        let mut clause = reach.take_while(|i| !self.punct(*i).is_some_and(is_clause_end));
        clause.any(|i| matches!(self.token(i).map(|t| t.tok), Some(Tok::Figure(_) | Tok::Time(_))))
    }

    /// 出院(舱)|86例: where the bracket begins that closes right before a token, if it is a gloss: a few characters that count nothing,
    /// between what they explain and its number.
    fn gloss_before(&self, close: usize, bounds: &Range<usize>) -> Option<usize> {
        let from = bounds.start.max(close.saturating_sub(MAX_GLOSS_TOKENS));
        let open = (from..close - 1).rev().find(|i| self.punct(*i).is_some())?;
        let (start, end) = (self.span(open).end as usize, self.span(close - 1).start as usize);
        let is_short = matches!(self.punct(open), Some('（' | '(')) && self.slice(start, end).chars().count() <= MAX_GLOSS_CHARS;
        let counts = (open..close).any(|i| self.figure(i).is_some());
        let explains = open > bounds.start && self.word(open - 1).is_some() && self.span(open - 1).end == self.span(open).start;
        (is_short && !counts && explains).then_some(open)
    }

    /// Where a sentence begins: right after the token before it, for its first words may be in no list.
    pub fn sentence_start(&self, bounds: &Range<usize>) -> usize {
        let first = self.span(bounds.start).start as usize;
        let before = bounds.start.checked_sub(1).map_or(0, |last| self.span(last).end as usize);
        let gap = self.slice(before, first);
        first - gap.trim_start().len()
    }

    /// Text after the last token of a sentence still belongs to it.
    fn sentence_end(&self, bounds: &Range<usize>, at_least: usize) -> usize {
        let next = self.token(bounds.end).map_or(self.text.len(), |t| t.span.start as usize);
        let gap = self.slice(at_least, next);
        at_least + gap.trim_end().len()
    }

    /// The clause that holds a token: from the mark before it to the mark after it, in bytes.
    pub fn clause_of(&self, index: usize, bounds: &Range<usize>) -> (usize, usize) {
        let mut from = index;
        let reach = index.saturating_sub(REACH_TOKENS)..index + REACH_TOKENS;
        while from > bounds.start.max(reach.start) && !self.punct(from - 1).is_some_and(is_clause_end) {
            from -= 1;
        }
        let mut to = index + 1;
        while to < bounds.end.min(reach.end) && !self.punct(to).is_some_and(is_clause_end) {
            to += 1;
        }
        let start = if from > bounds.start {
            self.span(from - 1).end as usize
        } else {
            self.sentence_start(bounds)
        };
        let end = if to < bounds.end {
            self.span(to).start as usize
        } else {
            self.sentence_end(bounds, self.span(to - 1).end as usize)
        };
        (start, end)
    }
}
