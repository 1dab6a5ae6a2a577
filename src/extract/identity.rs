//! Names of facts that outlive re-extraction, and the tie from parts to their wholes.
//!
//! In: drafts in text order. Out: facts with ids. Always: the same text gives the same ids; an edit in another sentence changes none.

use std::collections::HashMap;

use super::walk::Draft;
use crate::model::{Fact, FactId, Span, StableHash};

pub fn name(text: &str, mut drafts: Vec<Draft>) -> Vec<Fact> {
    // How often a sentence, by its hash, has been seen.
    let mut seen: HashMap<u64, usize> = HashMap::new();
    let mut sentence = None;
    let mut of_sentence = StableHash::new();
    let (mut number, mut twin) = (None, 0_usize);
    for draft in &mut drafts {
        if sentence != Some(draft.sentence) {
            sentence = Some(draft.sentence);
            let hash = StableHash::new().text(draft.sentence.of(text));
            let occurrence = seen.entry(hash.finish()).and_modify(|times| *times += 1).or_insert(0);
            of_sentence = hash.number(*occurrence);
        }
        let span: Span = draft.fact.span;
        twin = if number == Some(span) { twin + 1 } else { 0 };
        number = Some(span);
        let offset = span.start - draft.sentence.start.min(span.start);
        draft.fact.id = FactId(of_sentence.number(offset as usize).number(twin).finish());
    }
    let ids: Vec<FactId> = drafts.iter().map(|d| d.fact.id).collect();
    drafts
        .into_iter()
        .map(|draft| Fact {
            part_of: draft.whole.map(|whole| ids[whole]),
            ..draft.fact
        })
        .collect()
}
