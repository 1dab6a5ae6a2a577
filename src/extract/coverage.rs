//! Every numeral of the text in a fact or in an explanation.
//!
//! In: the text, its facts and the explanations of the lexer. Out: the explanations, completed and disjoint from the facts.
//! Always: each run of digits and each run of Chinese numerals is covered; nothing is dropped in silence.

use super::letters::Letter;
use super::letters::is_han_numeral;
use super::page::Page;
use super::walk::is_silent;
use crate::model::{Explained, Fact, Reason, Section, SectionKind, Span};

/// Why a figure of a silent section is none, by the section it stands in.
fn silent_reason(written: &str) -> Reason {
    let digits = written.bytes().filter(u8::is_ascii_digit).count();
    if digits >= 7 { Reason::Identifier } else { Reason::Other }
}

/// Completes the explanations; `told` are those of tables.
pub fn explain(page: &Page, sections: &[Section], facts: &[Fact], told: Vec<Explained>) -> Vec<Explained> {
    let mut all: Vec<Explained> = page.lexed.explained.clone();
    if !told.is_empty() {
        // A cell of amounts states what the lexer took for a year.
        let mut stated: Vec<Span> = facts.iter().map(|fact| fact.span).collect();
        stated.sort();
        let mut later = stated.as_slice();
        all.retain(|explained| {
            later = &later[later.iter().take_while(|span| **span < explained.span).count()..];
            later.first() != Some(&explained.span)
        });
        all.extend(told);
    }
    let (mut sections, mut later_facts) = (sections.iter().peekable(), facts);
    for figure in &page.lexed.figures {
        while sections.next_if(|s| s.span.end <= figure.span.start).is_some() {}
        let reason = match sections.peek().filter(|s| s.span.covers(figure.span)) {
            Some(s) if s.kind == SectionKind::List => Reason::Address,
            Some(s) if !is_silent(s.kind) => continue,
            _ => silent_reason(figure.span.of(page.text)),
        };
        let before = later_facts.iter().take_while(|f| f.span.start < figure.span.start).count();
        later_facts = &later_facts[before..];
        if later_facts.first().is_none_or(|f| f.span.start != figure.span.start) {
            all.push(Explained { span: figure.span, reason });
        }
    }
    all.sort_by_key(|e| (e.span.start, e.span.end));
    let mut claimed: Vec<Span> = facts.iter().map(|f| f.span).chain(all.iter().map(|e| e.span)).collect();
    // Facts and explanations are each in order: a sort that keeps runs merges them.
    claimed.sort();
    let mut rest = Vec::new();
    let mut covered_to = 0;
    for claim in claimed {
        if claim.start as usize > covered_to {
            explain_gap(page, covered_to, claim.start as usize, &mut rest);
        }
        covered_to = covered_to.max(claim.end as usize);
    }
    explain_gap(page, covered_to, page.text.len(), &mut rest);
    all.extend(rest);
    all.sort_by_key(|e| (e.span.start, e.span.end));
    all.dedup_by_key(|e| e.span);
    all
}

/// Explains each run of numerals between two claims.
fn explain_gap(page: &Page, from: usize, to: usize, rest: &mut Vec<Explained>) {
    let mut chars = page.text.get(from..to).unwrap_or_default().chars();
    let is_figure = |c: &char| page.lexicon.letter(*c).is(Letter::FIGURE);
    while let Some(first) = chars.find(is_figure) {
        let start = to - chars.as_str().len() - first.len_utf8();
        let run = chars.as_str();
        let end = run.find(|c| !is_figure(&c)).map_or(to, |len| to - run.len() + len);
        let span = Span::new(start, end);
        let is_digits = span.of(page.text).contains(|c: char| !is_han_numeral(c));
        rest.push(Explained {
            span,
            reason: if is_digits { Reason::Other } else { Reason::Idiom },
        });
        chars = page.text[end..to].chars();
    }
}
