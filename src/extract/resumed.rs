//! What resumed work: the subject of a verb of resuming, wherever its number stands.
//!
//! In: a count of firms, projects or shops and the words around it. Out: their name, or nothing. Always: a bare predicate (复工, 其余) is no name.

use super::lexer::Tok;
use super::lexicon::{Role, Word};
use super::page::Around;
use super::phrases;
use super::walk::Walker;

impl Walker<'_> {
    /// 复工, 其余: nothing that is counted.
    pub(super) fn is_bare_predicate(&self, item: &str) -> bool {
        let is_predicate = |word: &Word| word.resumption.is_some() || word.is(Role::Rest) || word.is(Role::Verb);
        matches!(item, "余" | "其余") || self.page.lexicon.whole(item).is_some_and(is_predicate)
    }

    /// A级景区有序复业31家, 非煤矿山达到复产条件的64座: the subject of what resumed.
    pub(super) fn what_resumed(&self, around: &Around) -> Option<Box<str>> {
        const MOST_CHARS: usize = 16;
        let page = self.page;
        let (verb, _) = page.words_in(around.left.clone()).find(|(_, word)| word.resumption.is_some())?;
        let starts = |index: &usize| {
            let is_word = page.word(*index).is_some_and(|word| {
                (word.is(Role::Verb) || word.is(Role::Stop) || word.is(Role::Place) || word.is(Role::Now) || word.whole.is_some())
                    && !word.is(Role::Plain)
                    && word.head.is_none()
            });
            is_word || matches!(page.token(*index).map(|t| t.tok), Some(Tok::Time(_) | Tok::Figure(_)))
        };
        // 预计下周复产的化纤企业有27家: behind 的.
        let behind = page.slice(page.span(verb).end as usize, around.left_end).trim();
        let named = behind
            .strip_prefix('的')
            .map(|named| named.trim_end_matches(['有', '共', '已', '达']));
        if let Some(named) = named.filter(|named| (2..=MOST_CHARS).contains(&named.chars().count())) {
            return Some(named.into());
        }
        let mut end = page.span(verb).start as usize;
        while let Some(adverb) = phrases::RESUMING_HOW.at_end(page.slice(around.left_start, end)) {
            end -= adverb.len();
        }
        let start = (around.left.start..verb)
            .rev()
            .filter(|index| page.span(*index).end as usize <= end)
            .find(starts)
            .map_or(around.left_start, |index| page.span(index).end as usize);
        let text = page.slice(start, end).trim();
        let text = text
            .rsplit(['的', '等', '，', ','])
            .next()
            .unwrap_or(text)
            .trim_start_matches(['、', '和']);
        (2..=MOST_CHARS).contains(&text.chars().count()).then(|| text.into())
    }
}
