//! Noun phrases around a figure: what is counted.
//!
//! In: a figure and its surroundings. Out: the phrase that names what it counts, as a span of the text.
//! Always: a phrase never holds a figure, a time or a clause mark, and is never empty.

mod ahead;
mod behind;
mod goods;

pub use ahead::before;
pub use behind::after;
pub use goods::goods;

use super::letters;
use super::lexicon::{Role, Word};
use super::page::Page;
use crate::model::Span;

/// The end of a compound that no list knows is at most this long: 采样站, 中转接驳站.
const MOST_COMPOUND_CHARS: usize = 5;

/// A word that no noun phrase goes past: a verb, an act, what tells when or how much.
fn ends_phrase(word: &Word) -> bool {
    let closes = word.resumption.is_some()
        || word.is(Role::Verb)
        || word.is(Role::Stop)
        || word.action.is_some()
        || word.is(Role::UpTo)
        || word.is(Role::Now)
        || word.is(Role::EpidemicSince)
        || word.is(Role::Since)
        || word.is(Role::Cumulative)
        || word.is(Role::Part);
    closes && !word.is(Role::Plain) && word.head.is_none()
}

/// Marks that may stand at the edge of a phrase and never belong to it.
fn is_edge_mark(c: char) -> bool {
    c.is_whitespace() || matches!(c, '、' | '，' | ',' | '-' | '—' | '－' | '*' | '•' | '·' | '…' | '/' | '（' | '(')
}

/// A phrase without the words and marks at its edges that name nothing.
fn trimmed(page: &Page, mut start: usize, mut end: usize) -> Option<Span> {
    let edges = &page.lexicon.edges;
    loop {
        let text = page.slice(start, end);
        let first = text.chars().next()?;
        // 一、封控区: the number of a heading.
        let heading = text
            .trim_start_matches(letters::is_han_numeral)
            .strip_prefix('、')
            .map_or(0, |rest| text.len() - rest.len());
        if heading > '、'.len_utf8() && heading < text.len() {
            start += heading;
            continue;
        }
        let is_opening_quote = matches!(first, '“' | '"') && !text.contains('”');
        let len = if is_edge_mark(first) || is_opening_quote {
            first.len_utf8()
        } else if edges.is_whole(text) {
            // 各类, 新鲜, 个人: the opener is part of a word.
            break;
        } else {
            edges.opener(text).filter(|len| *len < text.len()).unwrap_or(0)
        };
        if len == 0 {
            break;
        }
        start += len;
    }
    loop {
        let text = page.slice(start, end);
        let last = text.chars().next_back()?;
        let len = if is_edge_mark(last) || last == '“' {
            last.len_utf8()
        } else {
            edges.closer(text).unwrap_or(0)
        };
        if len == 0 {
            break;
        }
        end -= len;
    }
    (start < end).then(|| Span::new(start, end))
}
