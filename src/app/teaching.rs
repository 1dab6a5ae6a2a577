//! Teaching a word: what would change in the open briefings is shown before it is accepted.
//!
//! In: a word, its table and its class. Out: a [`Trial`], and after acceptance a line in the settings folder and every open briefing
//! read anew. Always: nothing is in force before a person accepts it; corrections stay.

use std::collections::HashMap;

use super::event::Event;
use super::state::App;
use super::tasks::Job;
use crate::extract::taught::{Fault, Table, Taught};
use crate::ledger::DocId;
use crate::model::{Extraction, Fact, FactId};

/// A word that is being tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    pub table: Table,
    pub word: String,
    /// A class of the table; empty where it has none.
    pub class: String,
}

impl Lesson {
    fn line(&self) -> String {
        self.table.line(&self.word, &self.class)
    }

    /// The words in force with this one.
    fn added_to(&self, taught: &Taught) -> Result<Taught, Fault> {
        let mut taught = taught.clone();
        match taught.add(self.table, &self.line()).pop() {
            Some(malformed) => Err(malformed.fault),
            None if self.word.is_empty() => Err(Fault::NoWord),
            None => Ok(taught),
        }
    }
}

/// A fact that the word would bring, take away or change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub doc: DocId,
    pub before: Option<Box<Fact>>,
    pub after: Option<Box<Fact>>,
}

/// What a word would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The first of them.
    pub changes: Vec<Change>,
    /// How many facts there are of them in all.
    pub facts: usize,
    /// Sections that would be cut or named otherwise.
    pub sections: usize,
}

/// Changes that are kept to be shown.
const SHOWN_CHANGES: usize = 100;

impl Outcome {
    /// Adds what differs between two readings of a briefing.
    pub fn compare(&mut self, doc: DocId, before: &Extraction, after: &Extraction) {
        let known: HashMap<FactId, &Fact> = before.facts.iter().map(|fact| (fact.id, fact)).collect();
        let mut gone = known.clone();
        for fact in &after.facts {
            gone.remove(&fact.id);
            let was = known.get(&fact.id).copied();
            if was != Some(fact) {
                self.add(doc, was, Some(fact));
            }
        }
        for fact in before.facts.iter().filter(|fact| gone.contains_key(&fact.id)) {
            self.add(doc, Some(fact), None);
        }
        let cut = |extraction: &Extraction| -> Vec<_> { extraction.sections.iter().map(|s| (s.span, s.kind)).collect() };
        let (was, is) = (cut(before), cut(after));
        self.sections += is.iter().filter(|section| !was.contains(section)).count();
    }

    fn add(&mut self, doc: DocId, before: Option<&Fact>, after: Option<&Fact>) {
        self.facts += 1;
        if self.changes.len() < SHOWN_CHANGES {
            let boxed = |fact: Option<&Fact>| fact.cloned().map(Box::new);
            self.changes.push(Change {
                doc,
                before: boxed(before),
                after: boxed(after),
            });
        }
    }
}

/// A lesson and what came of trying it.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    pub lesson: Lesson,
    /// `None` while it is being tried.
    pub outcome: Option<Result<Outcome, Fault>>,
}

impl App {
    /// Tries a word on every open briefing; nothing is in force yet.
    pub(super) fn try_lesson(&mut self, lesson: Lesson) {
        if self.trial.as_ref().is_some_and(|trial| trial.lesson == lesson) {
            return;
        }
        let outcome = match lesson.added_to(&self.vocabulary.taught) {
            Ok(taught) => {
                self.worker.hand_over(Job::Try {
                    lesson: lesson.clone(),
                    taught,
                    briefings: self.briefings.clone(),
                });
                None
            }
            Err(fault) => Some(Err(fault)),
        };
        self.trial = Some(Trial { lesson, outcome });
    }

    pub(super) fn tried(&mut self, lesson: &Lesson, outcome: Outcome) {
        if let Some(trial) = self.trial.as_mut().filter(|trial| trial.lesson == *lesson) {
            trial.outcome = Some(Ok(outcome));
        }
    }

    /// Keeps the word that was tried and reads every open briefing anew.
    pub(super) fn accept_lesson(&mut self) {
        let Some(Trial { lesson, .. }) = self.trial.take() else { return };
        let Ok(taught) = lesson.added_to(&self.vocabulary.taught) else {
            return;
        };
        if let Err(error) = self.vocabulary.keep(lesson.table, &lesson.line()) {
            return self.notify(Event::NotTaught { cause: error.to_string() });
        }
        self.vocabulary.taught = taught.clone();
        self.worker.hand_over(Job::Learn {
            taught,
            briefings: self.briefings.clone(),
        });
        self.notify(Event::Taught { word: lesson.word });
    }
}
