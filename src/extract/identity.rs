//! Names of facts that outlive re-extraction, and the tie from parts to their wholes.
//!
//! In: drafts in text order. Out: facts with ids. Always: the same text gives the same ids; an edit in another sentence changes none.

use std::collections::HashMap;

use super::walk::Draft;
use crate::model::{Fact, FactId, StableHash};

pub fn name(text: &str, mut drafts: Vec<Draft>) -> Vec<Fact> {
    let mut sentences: HashMap<&str, (u32, usize)> = HashMap::new();
    let mut previous = (u32::MAX, u32::MAX, 0_usize);
    for draft in &mut drafts {
        let sentence = draft.sentence.of(text);
        let (seen_at, occurrence) = sentences.entry(sentence).or_insert((draft.sentence.start, 0));
        if *seen_at != draft.sentence.start {
            (*seen_at, *occurrence) = (draft.sentence.start, *occurrence + 1);
        }
        let span = draft.fact.span;
        let twin = if (previous.0, previous.1) == (span.start, span.end) { previous.2 + 1 } else { 0 };
        previous = (span.start, span.end, twin);
        let offset = span.start - draft.sentence.start.min(span.start);
        let hash = StableHash::new().text(sentence).number(*occurrence).number(offset as usize).number(twin);
        draft.fact.id = FactId(hash.finish());
    }
    let ids: Vec<FactId> = drafts.iter().map(|d| d.fact.id).collect();
    drafts
        .into_iter()
        .map(|draft| Fact { part_of: draft.whole.map(|whole| ids[whole]), ..draft.fact })
        .collect()
}
