//! The pure layering: a machine's reading and the edits in force give the briefing as corrected.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::edit::{Edit, Seen, Subject};
use super::entry::Entry;
use super::sections::{self, SectionEntry};
use super::slots;
use crate::model::{Extraction, Fact, FactId, Meta, MetaSlot};

/// One briefing as corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Briefing {
    pub meta: Meta,
    /// Slots of `meta` that a person set.
    pub edited_meta: Vec<MetaSlot>,
    /// Sorted by start; never overlapping.
    pub sections: Vec<SectionEntry>,
    /// Sorted by start of the number.
    pub facts: Vec<Entry>,
    /// Edits that find nothing to act upon: their section has gone.
    pub unplaced: Vec<Edit>,
    pub machine: Arc<Extraction>,
}

impl Briefing {
    pub fn entry(&self, fact: FactId) -> Option<&Entry> {
        self.facts.iter().find(|entry| entry.fact.id == fact)
    }

    /// Lays the edits of one fact anew, as [`apply`] would with all of them; nothing else is touched or copied.
    pub fn lay_anew<'a>(&mut self, fact: FactId, text: &str, edits: impl IntoIterator<Item = &'a Edit>) {
        let subject = Subject::Fact(fact);
        let edits = standing(edits.into_iter().filter(|edit| edit.subject() == subject));
        let read = self.machine.facts.iter().find(|read| read.id == fact);
        self.unplaced.retain(|edit| edit.subject() != subject);
        let entry = facts(read.map_or(&[], std::slice::from_ref), text, &edits, &mut self.unplaced).pop();
        let place = self.facts.iter().position(|known| known.fact.id == fact);
        match (place, entry) {
            (Some(place), Some(entry)) if self.facts[place].fact.span == entry.fact.span => self.facts[place] = entry,
            (place, entry) => {
                if let Some(place) = place {
                    self.facts.remove(place);
                }
                if let Some(entry) = entry {
                    let after = self.facts.partition_point(|known| known.fact.span <= entry.fact.span);
                    self.facts.insert(after, entry);
                }
            }
        }
    }

    /// The facts that count: neither removed nor orphaned.
    pub fn facts_in_force(&self) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(|entry| entry.is_in_force()).map(|entry| &entry.fact)
    }
}

/// Lays the edits in force, oldest first, over what the machine read out of `text`.
pub fn apply<'a>(extraction: &Arc<Extraction>, text: &str, edits: impl IntoIterator<Item = &'a Edit>) -> Briefing {
    let edits = standing(edits);
    let mut unplaced = Vec::new();
    let (meta, edited_meta) = meta(&extraction.meta, &edits, &mut unplaced);
    Briefing {
        meta,
        edited_meta,
        sections: sections::layered(&extraction.sections, text, &edits, &mut unplaced),
        facts: facts(&extraction.facts, text, &edits, &mut unplaced),
        unplaced,
        machine: Arc::clone(extraction),
    }
}

/// The year that a person set, outright or with the date, for the extractor to take as given.
pub fn forced_year<'a>(edits: impl IntoIterator<Item = &'a Edit>) -> Option<i16> {
    let (meta, _) = meta(&Meta::default(), &standing(edits), &mut Vec::new());
    meta.year
}

/// Without the reverts and what they drop.
fn standing<'a>(edits: impl IntoIterator<Item = &'a Edit>) -> Vec<&'a Edit> {
    let mut edits: Vec<&Edit> = edits.into_iter().collect();
    edits.reverse();
    let mut reverted = HashSet::new();
    edits.retain(|edit| {
        if edit.is_revert() {
            reverted.insert(edit.subject());
        }
        !reverted.contains(&edit.subject())
    });
    edits.reverse();
    edits
}

fn meta(machine: &Meta, edits: &[&Edit], unplaced: &mut Vec<Edit>) -> (Meta, Vec<MetaSlot>) {
    let (mut meta, mut edited) = (machine.clone(), Vec::new());
    for edit in edits {
        let Edit::SetMeta { slot, to, .. } = edit else {
            continue;
        };
        match slots::set_meta(&mut meta, *slot, to.as_deref()) {
            Ok(()) if !edited.contains(slot) => edited.push(*slot),
            Ok(()) => {}
            Err(_) => unplaced.push((*edit).clone()),
        }
    }
    (meta, edited)
}

fn facts(machine: &[Fact], text: &str, edits: &[&Edit], unplaced: &mut Vec<Edit>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = machine.iter().map(Entry::read).collect();
    let subjects: HashSet<Subject> = edits.iter().map(|edit| edit.subject()).collect();
    let named = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| subjects.contains(&Subject::Fact(entry.fact.id)));
    let mut places: HashMap<FactId, usize> = named.map(|(place, entry)| (entry.fact.id, place)).collect();
    // The entry of a fact; one that is not there begins as `missing` has it.
    let mut entry_of = |entries: &mut Vec<Entry>, seen: &Seen, missing: fn(&Seen, &str) -> Entry| {
        *places.entry(seen.fact.id).or_insert_with(|| {
            entries.push(missing(seen, text));
            entries.len() - 1
        })
    };
    for edit in edits {
        match edit {
            Edit::AddFact { seen } => {
                entry_of(&mut entries, seen, Entry::added);
            }
            Edit::RemoveFact { seen, .. } => {
                let place = entry_of(&mut entries, seen, Entry::orphaned);
                entries[place].remove();
            }
            Edit::SetSlot { slot, to, seen, .. } => {
                let place = entry_of(&mut entries, seen, Entry::orphaned);
                if !entries[place].set(*slot, to.as_deref()) {
                    unplaced.push((*edit).clone());
                }
            }
            _ => {}
        }
    }
    entries.sort_by_key(|entry| entry.fact.span);
    entries
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Status;
    use crate::model::{Amount, Approx, Quantity, Slot, Span, YearFrom};

    // Bytes: 配送 0..6, 31 6..8, 吨 8..11, comma 11..12, 糌粑 12..18, 43 18..20, 吨 20..23.
    const TEXT: &str = "配送31吨,糌粑43吨";

    fn fact(id: u64, start: usize, value: i64) -> Fact {
        let quantity = Quantity {
            value: Some(Amount::from_int(value)),
            low: None,
            high: None,
            unit: "吨".into(),
            approx: Approx::Exact,
        };
        let span = Span::new(start, start + 2);
        Fact {
            place: Some("吉隆县".into()),
            place_code: Some("540234".into()),
            ..Fact::bare(FactId(id), span, quantity)
        }
    }

    fn machine() -> Arc<Extraction> {
        Arc::new(Extraction {
            facts: vec![fact(1, 6, 31), fact(2, 18, 43)],
            ..Extraction::default()
        })
    }

    /// Makes one edit of a fact after the other, as a person would.
    fn correct(edits: &mut Vec<Edit>, id: u64, slot: Slot, typed: &str) {
        let briefing = apply(&machine(), TEXT, &*edits);
        let entry = briefing.entry(FactId(id)).unwrap();
        edits.extend(Edit::set_slot(entry, TEXT, slot, Some(typed)).unwrap());
    }

    fn remove(edits: &mut Vec<Edit>, id: u64) {
        let briefing = apply(&machine(), TEXT, &*edits);
        edits.push(Edit::remove_fact(briefing.entry(FactId(id)).unwrap(), TEXT));
    }

    fn add(edits: &mut Vec<Edit>, start: usize, end: usize) -> FactId {
        let briefing = apply(&machine(), TEXT, &*edits);
        let edit = Edit::add_fact(&briefing, TEXT, Span::new(start, end)).unwrap();
        let Subject::Fact(id) = edit.subject() else {
            panic!("about a fact")
        };
        edits.push(edit);
        id
    }

    fn shown(briefing: &Briefing, id: u64, slot: Slot) -> Option<String> {
        slots::show(&briefing.entry(FactId(id))?.fact, slot)
    }

    #[test]
    fn without_edits_everything_is_the_machines() {
        let briefing = apply(&machine(), TEXT, []);
        assert!(briefing.facts.iter().all(|entry| entry.is_as_read() && entry.machine.is_none()));
        assert!(briefing.facts.iter().map(|entry| &entry.fact).eq(&machine().facts));
        assert_eq!(briefing.facts_in_force().count(), 2);
    }

    #[test]
    fn a_corrected_slot_stands_beside_the_machines() {
        let mut edits = Vec::new();
        correct(&mut edits, 1, Slot::Value, "3.1万余吨");
        correct(&mut edits, 1, Slot::Item, "蔬菜");
        correct(&mut edits, 1, Slot::Value, "32");
        let briefing = apply(&machine(), TEXT, &edits);
        let entry = briefing.entry(FactId(1)).unwrap();
        assert_eq!(
            (entry.status, entry.edited.as_slice()),
            (Status::Edited, [Slot::Value, Slot::Item].as_slice())
        );
        assert_eq!(shown(&briefing, 1, Slot::Value).as_deref(), Some("32"));
        assert_eq!(entry.machine.as_ref(), Some(&fact(1, 6, 31)));
        assert!(matches!(&edits[2], Edit::SetSlot { from, .. } if from.as_deref() == Some("31000余")));
    }

    #[test]
    fn typing_what_is_there_is_no_edit() {
        let mut edits = Vec::new();
        correct(&mut edits, 1, Slot::Value, "三十一吨");
        correct(&mut edits, 1, Slot::Place, "吉隆县");
        assert_eq!(edits, []);
    }

    #[test]
    fn a_place_that_comes_back_has_its_code_again() {
        let mut edits = Vec::new();
        correct(&mut edits, 1, Slot::Place, "萨迦县");
        assert_eq!(apply(&machine(), TEXT, &edits).facts[0].fact.place_code, None);
        correct(&mut edits, 1, Slot::Place, "吉隆县");
        assert_eq!(apply(&machine(), TEXT, &edits).facts[0].fact, fact(1, 6, 31));
    }

    #[test]
    fn a_removed_fact_stays_removed_when_the_machine_reads_it_anew() {
        let mut edits = Vec::new();
        remove(&mut edits, 2);
        let mut anew = (*machine()).clone();
        anew.facts[1].quantity.value = Some(Amount::from_int(44));
        let briefing = apply(&Arc::new(anew), TEXT, &edits);
        assert_eq!(briefing.entry(FactId(2)).unwrap().status, Status::Removed);
        assert_eq!(briefing.facts_in_force().map(|fact| fact.id).collect::<Vec<_>>(), [FactId(1)]);
    }

    #[test]
    fn a_correction_outlives_another_reading() {
        let mut edits = Vec::new();
        correct(&mut edits, 2, Slot::Item, "面粉");
        let mut anew = (*machine()).clone();
        anew.facts[1].item = Some("糌粑".into());
        anew.facts[1].recipient = Some("萨迦县".into());
        let briefing = apply(&Arc::new(anew), TEXT, &edits);
        assert_eq!(shown(&briefing, 2, Slot::Item).as_deref(), Some("面粉"));
        assert_eq!(shown(&briefing, 2, Slot::Recipient).as_deref(), Some("萨迦县"));
        assert_eq!(
            briefing
                .entry(FactId(2))
                .unwrap()
                .machine
                .as_ref()
                .and_then(|fact| fact.item.as_deref()),
            Some("糌粑")
        );
    }

    #[test]
    fn one_fact_laid_anew_is_what_all_edits_give() {
        let mut edits = Vec::new();
        correct(&mut edits, 2, Slot::Item, "面粉");
        correct(&mut edits, 1, Slot::Value, "32");
        let added = add(&mut edits, 18, 23);
        correct(&mut edits, added.0, Slot::Item, "糌粑");
        remove(&mut edits, 1);
        edits.push(Edit::RevertFact { fact: FactId(1) });
        remove(&mut edits, added.0);
        for machine in [machine(), Arc::new(Extraction::default())] {
            let mut laid = apply(&machine, TEXT, []);
            // Made one after the other, then taken back one after the other.
            for count in (1..=edits.len()).chain((0..edits.len()).rev()) {
                let changed = &edits[count.min(edits.len() - 1)];
                for edit in [&edits[count.saturating_sub(1)], changed] {
                    let Subject::Fact(fact) = edit.subject() else {
                        continue;
                    };
                    laid.lay_anew(fact, TEXT, &edits[..count]);
                }
                assert_eq!(laid, apply(&machine, TEXT, &edits[..count]), "{count} edits");
            }
        }
    }

    #[test]
    fn edits_of_a_fact_that_has_gone_make_an_orphan() {
        let mut edits = Vec::new();
        correct(&mut edits, 1, Slot::Value, "32");
        correct(&mut edits, 1, Slot::Item, "蔬菜");
        remove(&mut edits, 2);
        let gone = Arc::new(Extraction::default());
        let briefing = apply(&gone, TEXT, &edits);
        assert_eq!(
            briefing.facts.iter().map(|entry| entry.status).collect::<Vec<_>>(),
            [Status::Orphaned; 2]
        );
        assert_eq!(briefing.facts_in_force().count(), 0);
        assert_eq!(
            (
                shown(&briefing, 1, Slot::Value).as_deref(),
                shown(&briefing, 1, Slot::Item).as_deref()
            ),
            (Some("32"), Some("蔬菜"))
        );
        assert_eq!(
            briefing.facts[0].fact.span.of(TEXT),
            "31",
            "its words are still there to be gone to"
        );
        assert_eq!(
            apply(&machine(), TEXT, &edits).facts[0].status,
            Status::Edited,
            "and it comes back with its fact"
        );
    }

    #[test]
    fn an_orphan_in_another_text_points_nowhere_and_keeps_its_words() {
        let mut edits = Vec::new();
        correct(&mut edits, 2, Slot::Value, "44");
        let added = add(&mut edits, 6, 11);
        let briefing = apply(&Arc::new(Extraction::default()), "乱码乱", &edits);
        for entry in &briefing.facts {
            assert_eq!(
                (entry.status, entry.fact.span.is_empty(), entry.fact.quote.is_empty()),
                (Status::Orphaned, true, true)
            );
            assert!("乱码乱".is_char_boundary(entry.fact.span.start as usize));
        }
        let lost = |id| {
            briefing
                .entry(id)
                .and_then(|entry| entry.lost.as_deref())
                .map(|seen| (seen.text.as_str(), seen.quote.as_str()))
        };
        assert_eq!((lost(FactId(2)), lost(added)), (Some(("43", "43")), Some(("31", "31吨"))));
        assert_eq!(
            apply(&machine(), TEXT, &edits).entry(added).map(|entry| entry.status),
            Some(Status::Added)
        );
    }

    #[test]
    fn an_edit_of_an_orphan_keeps_the_words_it_was_first_seen_with() {
        let mut edits = Vec::new();
        correct(&mut edits, 2, Slot::Value, "44");
        let orphan = apply(&Arc::new(Extraction::default()), "别", &edits);
        let again = Edit::set_slot(&orphan.facts[0], "别", Slot::Unit, Some("公斤")).unwrap().unwrap();
        let Edit::SetSlot { seen, .. } = again else { panic!("sets a slot") };
        assert_eq!((seen.text.as_str(), seen.fact.span), ("43", Span::new(18, 20)));
    }

    #[test]
    fn one_fact_is_reverted_alone() {
        let mut edits = Vec::new();
        correct(&mut edits, 1, Slot::Value, "32");
        correct(&mut edits, 2, Slot::Value, "44");
        remove(&mut edits, 1);
        edits.push(Edit::RevertFact { fact: FactId(1) });
        let briefing = apply(&machine(), TEXT, &edits);
        assert!(briefing.facts[0].is_as_read());
        assert_eq!(shown(&briefing, 2, Slot::Value).as_deref(), Some("44"));
        correct(&mut edits, 1, Slot::Unit, "公斤");
        let briefing = apply(&machine(), TEXT, &edits);
        assert_eq!(
            (
                shown(&briefing, 1, Slot::Value).as_deref(),
                shown(&briefing, 1, Slot::Unit).as_deref()
            ),
            (Some("31"), Some("公斤"))
        );
    }

    #[test]
    fn an_added_fact_takes_corrections_and_goes_when_removed() {
        let mut edits = Vec::new();
        let added = add(&mut edits, 18, 23);
        correct(&mut edits, added.0, Slot::Item, "糌粑");
        let briefing = apply(&machine(), TEXT, &edits);
        let entry = briefing.entry(added).unwrap();
        assert_eq!(
            (entry.status, entry.machine.as_ref(), entry.fact.rule.as_ref()),
            (Status::Added, None, "person")
        );
        assert_eq!(entry.edited, [Slot::Item]);
        remove(&mut edits, added.0);
        assert_eq!(apply(&machine(), TEXT, &edits), apply(&machine(), TEXT, []));
    }

    #[test]
    fn the_briefings_own_slots() {
        let extraction = |year| {
            let meta = Meta {
                session: Some(51),
                year,
                year_from: year.map(|_| YearFrom::Title),
                ..Meta::default()
            };
            Arc::new(Extraction {
                meta,
                ..Extraction::default()
            })
        };
        let mut edits: Vec<Edit> = Vec::new();
        let set = |edits: &mut Vec<Edit>, slot, typed| {
            let briefing = apply(&extraction(Some(2021)), "", &*edits);
            edits.extend(Edit::set_meta(&briefing.meta, slot, typed).unwrap());
        };
        set(&mut edits, MetaSlot::Session, Some("第五十二场"));
        set(&mut edits, MetaSlot::Date, Some("9月28日"));
        let briefing = apply(&extraction(Some(2022)), "", &edits);
        assert_eq!(
            (briefing.meta.session, briefing.edited_meta.as_slice()),
            (Some(52), [MetaSlot::Session, MetaSlot::Date].as_slice())
        );
        let date = |year: Option<i16>, edits: &[Edit]| slots::show_meta(&apply(&extraction(year), "", edits).meta, MetaSlot::Date);
        assert_eq!(
            date(Some(2022), &edits).as_deref(),
            Some("2022-09-28"),
            "a day without a year follows the text's year"
        );
        assert_eq!((date(None, &edits).as_deref(), forced_year(&edits)), (Some("--09-28"), None));
        let count = edits.len();
        set(&mut edits, MetaSlot::Session, Some("52"));
        set(&mut edits, MetaSlot::Date, Some("9月28日"));
        assert_eq!(edits.len(), count, "typing what is there is no edit");
        set(&mut edits, MetaSlot::Year, Some("2020"));
        assert_eq!(
            (date(Some(2022), &edits).as_deref(), forced_year(&edits)),
            (Some("2020-09-28"), Some(2020))
        );
        set(&mut edits, MetaSlot::Year, Some(" "));
        assert_eq!(
            (edits.last(), forced_year(&edits)),
            (Some(&Edit::RevertMeta { slot: MetaSlot::Year }), None)
        );
        set(&mut edits, MetaSlot::Date, Some("2019-09-28"));
        assert_eq!(forced_year(&edits), Some(2019));
        edits.push(Edit::RevertMeta { slot: MetaSlot::Date });
        assert_eq!((date(Some(2022), &edits), forced_year(&edits)), (None, None));
    }
}
