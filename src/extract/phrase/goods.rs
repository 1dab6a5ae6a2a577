//! Within a phrase before a number, the goods themselves: 长春市蔬菜企业库存 → 蔬菜.
//!
//! In: the words before a figure. Out: the span of the goods, with the end of a compound that no list knows. Always: `None` where no
//! goods are named.

use super::super::lexer::Tok;
use super::super::lexicon::Role;
use super::super::page::{Around, Page};
use super::{ends_phrase, trimmed};
use crate::model::{Kind, Span};

/// The goods before a number.
pub fn goods(page: &Page, around: &Around) -> Option<Span> {
    let mut goods: Option<(usize, usize)> = None;
    let mut from = around.left_start;
    for index in around.left.clone() {
        let span = page.span(index);
        let (start, end) = (span.start as usize, span.end as usize);
        if page
            .punct(index)
            .is_some_and(|c| !matches!(c, '、' | '“' | '”' | '‘' | '’' | '"' | '-'))
        {
            from = end;
            goods = None;
            continue;
        }
        let Some(word) = page.word(index) else {
            // 4月9日|蔬菜.
            if matches!(page.token(index)?.tok, Tok::Time(_)) {
                from = end;
            }
            continue;
        };
        if word.whole.is_some() {
            from = end;
        } else if word.head == Some(Kind::Supply) {
            goods = Some((from, end));
        } else if (ends_phrase(word) && !word.is(Role::Plain))
            || word.is(Role::Place)
            || word.head.is_some_and(|head| head != Kind::Testing)
        {
            if goods.is_some_and(|(_, goods_end)| goods_end == start) && !word.is(Role::Stop) {
                from = end;
                continue;
            }
            from = end;
        }
    }
    let (start, end) = goods?;
    // “保供套餐”17款: the quotes around a name belong to it.
    let opened = page.slice(around.left_start, start).rfind('“').map(|at| around.left_start + at);
    let is_closed = page.slice(end, around.left_end).starts_with('”');
    let (start, end) = match opened.filter(|_| is_closed && !page.slice(start, end).contains('“')) {
        Some(open) => (open, end + '”'.len_utf8()),
        None => (start, end),
    };
    trimmed(page, start, compound_end(page, around, end))
}

/// 液|氧2600立方米, 奶|渣30吨: where a noun's compound ends that no list knows.
fn compound_end(page: &Page, around: &Around, end: usize) -> usize {
    const MOST_CHARS: usize = 2;
    let rest = page.slice(end, around.left_end);
    let is_known = page
        .words_in(around.left.clone())
        .any(|(index, _)| page.span(index).end as usize > end);
    let is_noun = rest.chars().count() <= MOST_CHARS
        && rest.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
        && !rest.ends_with([
            '量', '额', '价', '率', '达', '为', '共', '约', '有', '已', '各', '等', '的', '中', '近', '逾', '超', '是', '均', '到', '至',
            '于', '仅', '还', '又', '再',
        ])
        && page.lexicon.edges.link(rest).is_none();
    if is_known || !is_noun { end } else { around.left_end }
}
