//! Corrections as data: what a person did to one fact, one section or the briefing's own slots.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::entry::{Entry, Status};
use super::json::{FactForm, named};
use super::slots::{self, SlotError};
use crate::model::{Fact, FactId, Meta, MetaSlot, Moment, SectionId, SectionKind, Slot};

/// A fact as it stood when a person acted upon it, with the words of the text that it points to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    #[serde(with = "FactForm")]
    pub fact: Fact,
    /// The number as the text writes it.
    pub text: String,
    pub quote: String,
}

impl Seen {
    /// Takes the words from the text that the fact was read from.
    pub fn of(fact: &Fact, text: &str) -> Self {
        Self {
            fact: fact.clone(),
            text: fact.span.of(text).to_owned(),
            quote: fact.quote.of(text).to_owned(),
        }
    }

    /// Whether the number still stands where it stood.
    pub fn is_in(&self, text: &str) -> bool {
        !self.text.is_empty() && self.fact.span.of(text) == self.text
    }
}

/// An end of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edge {
    Start,
    End,
}

/// One correction. `from` and `to` are canonical texts of slots (see `slots`), `None` for a slot that is not filled.
///
/// To take an edit back is to leave it out: what is in force is always derived from the machine's reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Edit {
    SetSlot {
        #[serde(with = "named")]
        fact: FactId,
        #[serde(with = "named")]
        slot: Slot,
        from: Option<String>,
        to: Option<String>,
        seen: Box<Seen>,
    },
    AddFact {
        seen: Box<Seen>,
    },
    RemoveFact {
        #[serde(with = "named")]
        fact: FactId,
        seen: Box<Seen>,
    },
    /// Drops every earlier edit of the fact; a fact that a person added goes altogether.
    RevertFact {
        #[serde(with = "named")]
        fact: FactId,
    },
    SetSectionKind {
        #[serde(with = "named")]
        section: SectionId,
        #[serde(with = "named")]
        from: SectionKind,
        #[serde(with = "named")]
        to: SectionKind,
        /// First words of the section.
        words: String,
    },
    /// Moves one end of a section; the neighbour gives way, or follows where it was adjacent.
    MoveBoundary {
        #[serde(with = "named")]
        section: SectionId,
        edge: Edge,
        /// Bytes of the text.
        from: u32,
        to: u32,
        /// First words of the section.
        words: String,
    },
    /// Drops every earlier edit that names the section.
    RevertSection {
        #[serde(with = "named")]
        section: SectionId,
    },
    SetMeta {
        #[serde(with = "named")]
        slot: MetaSlot,
        from: Option<String>,
        to: Option<String>,
    },
    /// Hands the slot back to the machine.
    RevertMeta {
        #[serde(with = "named")]
        slot: MetaSlot,
    },
}

/// What an edit is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    Fact(FactId),
    Section(SectionId),
    Meta(MetaSlot),
}

/// Why a stored edit could not be read back.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EditError {
    #[error("the edit has form {found}, this program knows forms up to {known}", known = Edit::FORM)]
    Newer { found: u32 },
    #[error("the edit is not well formed: {0}")]
    Malformed(String),
}

#[derive(Serialize)]
struct Written<'a> {
    v: u32,
    #[serde(flatten)]
    edit: &'a Edit,
}

#[derive(Deserialize)]
struct Form {
    v: u32,
}

impl Edit {
    /// Version of the JSON form; grows when an older program could no longer read it.
    pub const FORM: u32 = 1;

    /// Corrects one slot with what a person typed (`None` empties it). `text` is the text that the entry was read from.
    /// `Ok(None)` where nothing would change.
    ///
    /// # Errors
    /// The typed text is not understood, or the slot cannot be empty.
    pub fn set_slot(entry: &Entry, text: &str, slot: Slot, typed: Option<&str>) -> Result<Option<Self>, SlotError> {
        let from = slots::show(&entry.fact, slot);
        let mut corrected = entry.fact.clone();
        slots::set(&mut corrected, slot, typed)?;
        let to = slots::show(&corrected, slot);
        let edit = || Self::SetSlot {
            fact: entry.fact.id,
            slot,
            from: from.clone(),
            to: to.clone(),
            seen: entry.seen(text),
        };
        Ok((from != to).then(edit))
    }

    /// Takes the fact out. Of a fact that a person added, or that has gone from the text, the edits go instead.
    pub fn remove_fact(entry: &Entry, text: &str) -> Self {
        let fact = entry.fact.id;
        match entry.status {
            Status::Added | Status::Orphaned => Self::RevertFact { fact },
            Status::Machine | Status::Edited | Status::Removed => Self::RemoveFact {
                fact,
                seen: entry.seen(text),
            },
        }
    }

    /// Corrects one slot of the briefing with what a person typed; `meta` as corrected so far. An emptied year goes back to the
    /// machine; any other emptied slot stays empty. `Ok(None)` where nothing would change.
    ///
    /// # Errors
    /// The typed text is not understood.
    pub fn set_meta(meta: &Meta, slot: MetaSlot, typed: Option<&str>) -> Result<Option<Self>, SlotError> {
        let from = slots::show_meta(meta, slot);
        if slot == MetaSlot::Year && typed.is_none_or(|typed| typed.trim().is_empty()) {
            return Ok(from.is_some().then_some(Self::RevertMeta { slot }));
        }
        let mut corrected = meta.clone();
        slots::set_meta(&mut corrected, slot, typed)?;
        let shown = slots::show_meta(&corrected, slot);
        if shown == from {
            return Ok(None);
        }
        // A day that was typed without a year keeps following the year of the briefing.
        let follows = (corrected.year, corrected.year_from) == (meta.year, meta.year_from);
        let day = corrected.date.filter(|_| slot == MetaSlot::Date && follows);
        let to = day.map(|day| slots::show_day(Moment { year: None, ..day })).or(shown);
        Ok(Some(Self::SetMeta { slot, from, to }))
    }

    pub fn subject(&self) -> Subject {
        match self {
            Self::SetSlot { fact, .. } | Self::RemoveFact { fact, .. } | Self::RevertFact { fact } => Subject::Fact(*fact),
            Self::AddFact { seen } => Subject::Fact(seen.fact.id),
            Self::SetSectionKind { section, .. } | Self::MoveBoundary { section, .. } | Self::RevertSection { section } => {
                Subject::Section(*section)
            }
            Self::SetMeta { slot, .. } | Self::RevertMeta { slot } => Subject::Meta(*slot),
        }
    }

    /// Whether it drops the earlier edits of its subject.
    pub fn is_revert(&self) -> bool {
        matches!(self, Self::RevertFact { .. } | Self::RevertSection { .. } | Self::RevertMeta { .. })
    }

    /// The edit as one line of JSON.
    ///
    /// # Errors
    /// Only what the writer itself reports.
    pub fn to_json(&self) -> Result<String, EditError> {
        serde_json::to_string(&Written { v: Self::FORM, edit: self }).map_err(|e| EditError::Malformed(e.to_string()))
    }

    /// Reads what [`to_json`](Self::to_json) writes.
    ///
    /// # Errors
    /// The form is newer than known, or the text is not an edit.
    pub fn from_json(json: &str) -> Result<Self, EditError> {
        let malformed = |e: serde_json::Error| EditError::Malformed(e.to_string());
        let Form { v: found } = serde_json::from_str(json).map_err(malformed)?;
        if found > Self::FORM {
            return Err(EditError::Newer { found });
        }
        serde_json::from_str(json).map_err(malformed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Amount, Approx, Kind, Metric, Origin, Quantity, Span, Window};

    fn full_fact() -> Fact {
        let quantity = Quantity {
            value: None,
            low: Amount::parse_plain("-0.5"),
            high: Amount::parse_plain("123456789012345678.25"),
            unit: "例".into(),
            approx: Approx::About,
        };
        Fact {
            kind: Kind::Cases,
            metric: Some(Metric::Asymptomatic),
            origin: Some(Origin::Local),
            item: Some("“重\n点”".into()),
            window: Window::parse_interval("--09-27T00:00/.."),
            part_of: Some(FactId(7)),
            ..Fact::bare(FactId(u64::MAX), Span::new(3, 9), quantity)
        }
    }

    fn one_of_each() -> Vec<Edit> {
        let (fact, section) = (FactId(1), SectionId(2));
        let seen = || {
            Box::new(Seen {
                fact: full_fact(),
                text: "9".into(),
                quote: "9例".into(),
            })
        };
        let (words, to) = ("一、".to_owned(), Some("68000余".to_owned()));
        vec![
            Edit::SetSlot {
                fact,
                slot: Slot::Value,
                from: None,
                to: to.clone(),
                seen: seen(),
            },
            Edit::AddFact { seen: seen() },
            Edit::RemoveFact { fact, seen: seen() },
            Edit::RevertFact { fact },
            Edit::SetSectionKind {
                section,
                from: SectionKind::Lead,
                to: SectionKind::NextSteps,
                words: words.clone(),
            },
            Edit::MoveBoundary {
                section,
                edge: Edge::End,
                from: 9,
                to: 12,
                words,
            },
            Edit::RevertSection { section },
            Edit::SetMeta {
                slot: MetaSlot::Session,
                from: to,
                to: None,
            },
            Edit::RevertMeta { slot: MetaSlot::Year },
        ]
    }

    #[test]
    fn every_edit_survives_json() {
        for edit in one_of_each() {
            let json = edit.to_json().unwrap();
            assert!(!json.contains('\n'), "{json}");
            assert_eq!(Edit::from_json(&json), Ok(edit), "{json}");
        }
    }

    /// What is in people's files: this form has to be read for ever.
    #[test]
    fn the_first_form_is_still_read() {
        let json = r#"{"v":1,"do":"set_slot","fact":"f0000000000000001","slot":"value","from":"31","to":"32","seen":{"fact":{"id":"f0000000000000001","span":[6,8],"quote":[0,11],"quantity":{"value":"31","unit":"吨","approx":"exact"},"cumulative":false,"kind":"supply","action":"delivered","item":"蔬菜","place":"吉隆县","window":{"start":"2022-09-27T00:00","end":"2022-09-28T00:00","kind":"full_day"},"rule":"supply.amount"},"text":"31","quote":"配送31吨"}}"#;
        let edit = Edit::from_json(json).unwrap();
        assert_eq!(edit.to_json().as_deref(), Ok(json));
        for json in [
            r#"{"v":1,"do":"revert_fact","fact":"f0000000000000001"}"#,
            r#"{"v":1,"do":"move_boundary","section":"s0000000000000002","edge":"start","from":9,"to":12,"words":"一、"}"#,
            r#"{"v":1,"do":"set_meta","slot":"session","from":null,"to":"52"}"#,
        ] {
            assert_eq!(Edit::from_json(json).and_then(|edit| edit.to_json()).as_deref(), Ok(json));
        }
    }

    #[test]
    fn what_is_no_edit_is_refused() {
        assert_eq!(Edit::from_json(r#"{"v":2,"do":"dream"}"#), Err(EditError::Newer { found: 2 }));
        for json in [
            "",
            "{}",
            r#"{"v":1,"do":"dream"}"#,
            r#"{"v":1,"do":"revert_fact","fact":"s0000000000000001"}"#,
            r#"{"v":1,"do":"revert_fact"}"#,
            r#"{"v":1,"do":"revert_meta","slot":"colour"}"#,
        ] {
            assert!(matches!(Edit::from_json(json), Err(EditError::Malformed(_))), "{json}");
        }
        let backwards = one_of_each()[1].to_json().unwrap().replace("[3,9]", "[9,3]");
        assert!(matches!(Edit::from_json(&backwards), Err(EditError::Malformed(_))));
    }
}
