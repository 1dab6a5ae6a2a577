//! Goods that the text says were provided without saying how many: 为婴幼儿提供奶粉、尿不湿等服务.
//!
//! In: the tokens of a text. Out: [`Provision`]s. Always: a clause with a figure gives none; a provision never enters a figure.

use std::ops::Range;

use super::lexicon::{Role, Word};
use super::page::{Page, Part, REACH_TOKENS, is_clause_end};
use crate::model::{Action, Kind, Provision, Span};

use super::walk::is_silent;

/// Verbs that hand goods over; preparing and planning do not.
fn provides(page: &Page, index: usize) -> bool {
    let is_verb = |word: &Word| word.action == Some(Action::Delivered) || word.is(Role::Verb);
    let text = || page.span(index).of(page.text);
    page.word(index).is_some_and(is_verb)
        && (text().ends_with("供应")
            || matches!(
                text(),
                "提供" | "配备" | "发放" | "配送" | "送去" | "赠送" | "配发" | "派发" | "送上"
            ))
}

fn list_items<'a>(page: &Page<'a>, start: usize, end: usize) -> Vec<Span> {
    let mut items = Vec::new();
    let mut from = start;
    let text = page.slice(start, end);
    for part in text.split(['、', '和', '及']) {
        let lead = part.len() - part.trim_start().len();
        let mut item = part.trim();
        for tail in ["等服务", "等物资", "等饮食", "等用品", "等食品", "等", "的药物"] {
            if let Some(cut) = item.strip_suffix(tail) {
                item = cut;
            }
        }
        if !item.is_empty() {
            items.push(Span::new(from + lead, from + lead + item.len()));
        }
        from += part.len() + page.slice(from + part.len(), end).chars().next().map_or(0, char::len_utf8);
    }
    items
}

/// All provisions of the text.
pub fn find(page: &Page, parts: &[Part]) -> Vec<Provision> {
    let mut out = Vec::new();
    for part in parts.iter().filter(|p| !is_silent(p.section.kind)) {
        let Range { mut start, end: to } = part.tokens;
        while start < to {
            let end = (start..to).find(|i| page.punct(*i).is_some_and(is_clause_end)).unwrap_or(to);
            clause(page, start, end, to, &mut out);
            start = end + 1;
        }
    }
    out
}

fn clause(page: &Page, start: usize, end: usize, limit: usize, out: &mut Vec<Provision>) {
    if end - start > REACH_TOKENS || (start..end).any(|i| page.figure(i).is_some()) {
        return;
    }
    let clause_end = if end < limit {
        page.span(end).start as usize
    } else {
        page.span(end.saturating_sub(1)).end as usize
    };
    if let Some(verb) = (start..end).find(|i| provides(page, *i)) {
        let phrase_start = page.span(verb).end as usize;
        let phrase = page.slice(phrase_start, clause_end);
        // 治疗糖尿病、高血压的药物 names what the goods are for.
        if let Some(of) = phrase.rfind("的药物").or_else(|| phrase.rfind("的药品")) {
            let purpose = phrase[..of].trim_start_matches('足').trim_start_matches("治疗").trim();
            let span = Span::new(
                phrase_start + of + '的'.len_utf8(),
                phrase_start + of + '的'.len_utf8() + "药物".len(),
            );
            let item = span.of(page.text).to_owned();
            out.push(Provision {
                span,
                item,
                beneficiary: beneficiary(page, start, verb),
                purpose: Some(purpose.to_owned()),
            });
            return;
        }
        for span in list_items(page, phrase_start, clause_end) {
            let item = span.of(page.text);
            let inside: Vec<_> = (verb + 1..end).filter(|i| span.covers(page.span(*i))).collect();
            let is_goods = inside
                .last()
                .and_then(|i| page.word(*i))
                .is_some_and(|w| w.head == Some(Kind::Supply))
                || (phrase.contains('、') && inside.iter().any(|i| page.word(*i).is_some_and(|w| w.head == Some(Kind::Supply))));
            let listed_beside_goods = phrase.contains('、')
                && (verb + 1..end).any(|i| page.word(i).is_some_and(|w| w.head == Some(Kind::Supply)))
                && item.chars().count() <= 8;
            if (is_goods || listed_beside_goods) && (1..=16).contains(&item.chars().count()) {
                out.push(Provision {
                    span,
                    item: item.to_owned(),
                    beneficiary: beneficiary(page, start, verb),
                    purpose: None,
                });
            }
        }
    }
}

/// 为婴幼儿提供: for whom.
fn beneficiary(page: &Page, start: usize, verb: usize) -> Option<String> {
    let marker = (start..verb)
        .rev()
        .find(|i| matches!(page.span(*i).of(page.text), "为" | "给" | "向" | "对"))?;
    let text = page.slice(page.span(marker).end as usize, page.span(verb).start as usize).trim();
    (!text.is_empty() && text.chars().count() <= 24).then(|| text.to_owned())
}
