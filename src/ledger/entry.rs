//! A fact as corrected, beside what the machine read.

use super::edit::Seen;
use super::slots;
use crate::model::{Fact, Slot, Span};

/// What became of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// As the machine read it.
    Machine,
    /// A person set some of its slots.
    Edited,
    /// A person added it.
    Added,
    /// A person took it out; it stays out whatever the machine reads.
    Removed,
    /// A person's edits name it, and it is no longer read out of the text (nor, if added, are its words there). Not in force.
    Orphaned,
}

/// A fact as corrected, beside what the machine read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub fact: Fact,
    /// What the machine read, where a person's edit stands over it; `None` where `fact` is that reading, or there is none.
    pub machine: Option<Fact>,
    pub status: Status,
    /// Slots that a person set, in the order of first setting.
    pub edited: Vec<Slot>,
    /// Of an orphan: the fact and its words as the person saw them. Its `fact` has an empty span where those words are gone.
    pub lost: Option<Box<Seen>>,
}

impl Entry {
    /// The fact is the machine's, untouched.
    pub fn is_as_read(&self) -> bool {
        self.status == Status::Machine
    }

    pub fn is_in_force(&self) -> bool {
        !matches!(self.status, Status::Removed | Status::Orphaned)
    }

    /// What an edit of this entry keeps of it.
    pub(super) fn seen(&self, text: &str) -> Box<Seen> {
        Box::new(match &self.lost {
            None => Seen::of(&self.fact, text),
            Some(lost) => Seen {
                fact: Fact {
                    span: lost.fact.span,
                    quote: lost.fact.quote,
                    ..self.fact.clone()
                },
                ..(**lost).clone()
            },
        })
    }

    pub(super) fn read(fact: &Fact) -> Self {
        Self {
            fact: fact.clone(),
            machine: None,
            status: Status::Machine,
            edited: Vec::new(),
            lost: None,
        }
    }

    pub(super) fn added(seen: &Seen, text: &str) -> Self {
        if !seen.is_in(text) {
            return Self::orphaned(seen, text);
        }
        Self {
            fact: seen.fact.clone(),
            machine: None,
            status: Status::Added,
            edited: Vec::new(),
            lost: None,
        }
    }

    pub(super) fn orphaned(seen: &Seen, text: &str) -> Self {
        let mut fact = seen.fact.clone();
        if !seen.is_in(text) {
            let near = text.floor_char_boundary(fact.span.start as usize);
            (fact.span, fact.quote) = (Span::new(near, near), Span::new(near, near));
            fact.word = None;
        }
        Self {
            fact,
            machine: None,
            status: Status::Orphaned,
            edited: Vec::new(),
            lost: Some(Box::new(seen.clone())),
        }
    }

    pub(super) fn remove(&mut self) {
        if self.status == Status::Machine {
            self.machine = Some(self.fact.clone());
        }
        if self.status != Status::Orphaned {
            self.status = Status::Removed;
        }
    }

    /// Sets a slot to a stored text; false where it is not understood.
    pub(super) fn set(&mut self, slot: Slot, to: Option<&str>) -> bool {
        let mut corrected = self.fact.clone();
        if slots::set(&mut corrected, slot, to).is_err() {
            return false;
        }
        let before = std::mem::replace(&mut self.fact, corrected);
        if self.status == Status::Machine {
            (self.status, self.machine) = (Status::Edited, Some(before));
        }
        if let Some(machine) = self
            .machine
            .as_ref()
            .filter(|machine| slot == Slot::Place && machine.place == self.fact.place)
        {
            self.fact.place_code.clone_from(&machine.place_code);
        }
        if !self.edited.contains(&slot) {
            self.edited.push(slot);
        }
        true
    }
}
