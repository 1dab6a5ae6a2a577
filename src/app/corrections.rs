//! Corrections: recorded in the workspace first, shown afterwards.

use super::documents::forced_year;
use super::event::Event;
use super::state::{App, OpenBriefing, Pane, Refused};
use super::tasks::Job;
use crate::ledger::{DocId, Edge, Edit, Entry, Review, SlotError, Subject};
use crate::model::{FactId, MetaSlot, SectionId, SectionKind, Slot};

impl App {
    pub(super) fn set_slot(&mut self, doc: DocId, fact: FactId, slot: Slot, typed: Option<&str>) {
        let Some(open) = self.briefing(doc) else { return };
        let Some(entry) = open.entry(fact) else { return };
        let edit = Edit::set_slot(entry, &open.source.text, slot, typed);
        self.correct_unless_refused(doc, Some(fact), edit);
    }

    pub(super) fn set_meta(&mut self, doc: DocId, slot: MetaSlot, typed: Option<&str>) {
        let Some(open) = self.briefing(doc) else { return };
        let edit = Edit::set_meta(&open.briefing.meta, slot, typed);
        self.correct_unless_refused(doc, None, edit);
    }

    pub(super) fn set_section_kind(&mut self, doc: DocId, section: SectionId, kind: SectionKind) {
        let Some(open) = self.briefing(doc) else { return };
        let entry = open.briefing.sections.iter().find(|entry| entry.section.id == section);
        if let Some(edit) = entry.and_then(|entry| Edit::set_section_kind(entry, &open.source.text, kind)) {
            self.correct(doc, edit);
        }
    }

    pub(super) fn move_boundary(&mut self, doc: DocId, section: SectionId, edge: Edge, to: usize) {
        let Some(open) = self.briefing(doc) else { return };
        match Edit::move_boundary(&open.briefing, &open.source.text, section, edge, to) {
            Ok(Some(edit)) => self.correct(doc, edit),
            Ok(None) => {}
            Err(error) => self.notify(Event::BoundaryRefused(error)),
        }
    }

    fn correct_unless_refused(&mut self, doc: DocId, fact: Option<FactId>, edit: Result<Option<Edit>, SlotError>) {
        match edit {
            Ok(edit) => {
                self.refused = None;
                if let Some(edit) = edit {
                    self.correct(doc, edit);
                }
            }
            Err(error) => self.refused = Some(Refused { doc, fact, error }),
        }
    }

    pub(super) fn add_fact_from_selection(&mut self) {
        let Some(selection) = self.selection else { return };
        let Some(open) = self.briefing(selection.doc) else { return };
        match Edit::add_fact(&open.briefing, &open.source.text, selection.span) {
            Ok(edit) => {
                let subject = edit.subject();
                self.correct(selection.doc, edit);
                self.selection = None;
                if let Subject::Fact(fact) = subject {
                    self.choose_fact(selection.doc, fact, Pane::Keyboard);
                }
            }
            Err(error) => self.notify(Event::SelectionRefused(error)),
        }
    }

    pub(super) fn correct_chosen(&mut self, edit: impl FnOnce(&OpenBriefing, &Entry) -> Edit) {
        let Some(open) = self.chosen_briefing() else { return };
        let Some(entry) = self.chosen_fact.and_then(|fact| open.entry(fact)) else {
            return;
        };
        let (doc, edit) = (open.doc, edit(open, entry));
        self.correct(doc, edit);
    }

    /// Records an edit, then shows it. What is not on disk is not shown.
    pub(super) fn correct(&mut self, doc: DocId, edit: Edit) {
        let Some(workspace) = &mut self.workspace else {
            return self.notify(Event::NoWorkspace);
        };
        let subject = edit.subject();
        if let Err(error) = workspace.record(doc, edit, unix_seconds()) {
            return self.notify(Event::NotRecorded(error));
        }
        if self.briefing(doc).is_some_and(|open| open.review == Review::Unread) {
            self.set_review(doc, Review::InReview);
        }
        self.reload_edits(doc, Some(subject));
    }

    pub(super) fn undo(&mut self) {
        let Some(workspace) = &mut self.workspace else { return };
        match workspace.undo() {
            Ok(Some((doc, edit))) => {
                self.follow(doc, &edit);
                self.notify(Event::Undone(edit));
            }
            Ok(None) => {}
            Err(error) => self.notify(Event::NotRecorded(error)),
        }
    }

    pub(super) fn redo(&mut self) {
        let Some(workspace) = &mut self.workspace else { return };
        match workspace.redo() {
            Ok(Some((doc, edit))) => {
                self.follow(doc, &edit);
                self.notify(Event::Redone(edit));
            }
            Ok(None) => {}
            Err(error) => self.notify(Event::NotRecorded(error)),
        }
    }

    /// Shows a document whose edits have changed, at the fact that changed.
    fn follow(&mut self, doc: DocId, edit: &Edit) {
        self.refused = None;
        self.reload_edits(doc, Some(edit.subject()));
        self.choose_briefing(doc);
        if let Subject::Fact(fact) = edit.subject() {
            self.choose_fact(doc, fact, Pane::Keyboard);
        }
    }

    /// Takes the edits in force from the workspace and applies them anew; those of `changed` alone where no other has changed.
    pub(super) fn reload_edits(&mut self, doc: DocId, changed: Option<Subject>) {
        self.refresh_undo();
        let generation = self.next_generation();
        let Some(workspace) = &self.workspace else { return };
        let edits = workspace.edits(doc);
        let Some(open) = self.briefings.iter_mut().find(|open| open.doc == doc) else {
            return;
        };
        let (year_before, year) = (forced_year(&open.edits), forced_year(&edits));
        open.edits = edits;
        match changed {
            Some(Subject::Fact(fact)) => open.reapply_to(fact, generation),
            _ => open.reapply(generation),
        }
        let count = open.briefing.facts_in_force().count();
        self.fact_counts.insert(doc, (generation, count));
        if year != year_before {
            let (source, forced_encoding, edits) = (open.source.clone(), open.forced_encoding, open.edits.clone());
            self.worker.hand_over(Job::Reextract {
                doc,
                source,
                forced_encoding,
                edits,
            });
        }
        if self.chosen == Some(doc) && self.chosen_entry().is_none() {
            self.chosen_fact = None;
        }
        self.sort();
    }

    pub(super) fn refresh_undo(&mut self) {
        self.undoable = self.workspace.as_ref().and_then(|workspace| workspace.can_undo().cloned());
        self.redoable = self.workspace.as_ref().and_then(|workspace| workspace.can_redo().cloned());
    }
}

fn unix_seconds() -> i64 {
    #[allow(clippy::disallowed_methods, reason = "the app's edge says when an edit was made")]
    std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |since| since.as_secs() as i64)
}
