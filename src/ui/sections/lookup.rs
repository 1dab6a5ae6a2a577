//! Facts by name, so that a frame does not have to search for the chosen one among many thousands.

use std::collections::HashMap;

use crate::app::OpenBriefing;
use crate::ledger::{DocId, Entry};
use crate::model::FactId;

#[derive(Debug, Default)]
pub struct Lookup {
    /// What the tables were made from.
    made_from: Option<(DocId, u64)>,
    places: HashMap<FactId, usize>,
    parts: HashMap<FactId, Vec<usize>>,
}

impl Lookup {
    pub fn prepare(&mut self, open: &OpenBriefing) {
        let key = (open.doc, open.generation);
        if self.made_from == Some(key) {
            return;
        }
        self.made_from = Some(key);
        self.places = open
            .briefing
            .facts
            .iter()
            .enumerate()
            .map(|(place, entry)| (entry.fact.id, place))
            .collect();
        self.parts.clear();
        for (place, entry) in open.briefing.facts.iter().enumerate().filter(|(_, entry)| entry.is_in_force()) {
            if let Some(whole) = entry.fact.part_of {
                self.parts.entry(whole).or_default().push(place);
            }
        }
    }

    pub fn entry<'a>(&self, open: &'a OpenBriefing, fact: FactId) -> Option<&'a Entry> {
        open.briefing.facts.get(*self.places.get(&fact)?)
    }

    /// The facts that are a part of this one.
    pub fn parts<'a>(&self, open: &'a OpenBriefing, whole: FactId) -> impl Iterator<Item = &'a Entry> {
        self.parts
            .get(&whole)
            .into_iter()
            .flatten()
            .filter_map(|place| open.briefing.facts.get(*place))
    }
}
