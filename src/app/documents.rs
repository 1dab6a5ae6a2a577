//! Documents come in, are chosen, stepped through and taken out.

use std::path::PathBuf;
use std::sync::Arc;

use super::event::Event;
use super::state::{App, Focus, OpenBriefing, Pane, Request, View, Wanted};
use super::tasks::{Arrival, Job, Reading};
use crate::ledger::{self, DocId, Recorded, Review};
use crate::model::{Encoding, FactId};

/// To the one after or the one before.
#[derive(Clone, Copy)]
pub(super) enum Step {
    Next,
    Previous,
}

impl Step {
    /// The index after or before `at`, staying within `len`; the first or last where there was none.
    fn from(self, at: Option<usize>, len: usize) -> Option<usize> {
        let last = len.checked_sub(1)?;
        Some(match (self, at) {
            (Self::Next, None) => 0,
            (Self::Next, Some(at)) => (at + 1).min(last),
            (Self::Previous, None) => last,
            (Self::Previous, Some(at)) => at.saturating_sub(1),
        })
    }
}

impl App {
    /// Takes in what another program has written to the workspace; call it when the window comes back to the front.
    pub fn look_for_news(&mut self) {
        let Some(workspace) = &mut self.workspace else { return };
        if !workspace.refresh().unwrap_or(false) {
            return;
        }
        let shown: Vec<_> = workspace
            .documents()
            .iter()
            .map(|document| (document.id, document.review))
            .collect();
        self.briefings.retain(|open| shown.iter().any(|(doc, _)| *doc == open.doc));
        for (doc, review) in shown {
            let edits = self.workspace.as_ref().map(|workspace| workspace.edits(doc));
            let Some(open) = self.briefings.iter_mut().find(|open| open.doc == doc) else {
                continue;
            };
            open.review = review;
            if edits.is_some_and(|edits| edits != open.edits) {
                self.reload_edits(doc, None);
            }
        }
        if self.chosen.is_some_and(|doc| self.briefing(doc).is_none()) {
            self.choose(None);
        }
        self.next_generation();
        self.refresh_undo();
        self.worker.hand_over(Job::Restore { only: None });
    }

    pub(super) fn ask_for(&mut self, dialog: Request) {
        if !self.is_dialog_open {
            self.is_dialog_open = true;
            self.requests.push(dialog);
        }
    }

    pub(super) fn open_paths(&mut self, paths: Vec<PathBuf>) {
        let paths: Vec<_> = paths.into_iter().map(|path| std::path::absolute(&path).unwrap_or(path)).collect();
        if paths.is_empty() {
            return;
        }
        self.change_settings(|settings| paths.iter().rev().for_each(|path| settings.remember(path.clone())));
        self.wanted = Some(Wanted::FirstOpened);
        self.worker.hand_over(Job::Open(paths));
    }

    pub(super) fn take_in(&mut self, arrival: Arrival) -> DocId {
        let Arrival {
            doc,
            reading,
            review,
            forced_encoding,
            is_new: _,
        } = arrival;
        let Reading {
            source,
            machine,
            edits,
            briefing,
            accounted_percent,
        } = reading;
        let same_bytes = self.briefings.iter().find(|open| open.source.sha256 == source.sha256);
        if let Some(open) = same_bytes {
            return open.doc;
        }
        let doc = doc.unwrap_or_else(|| {
            self.last_local_doc -= 1;
            DocId(self.last_local_doc)
        });
        let generation = self.next_generation();
        let count = briefing.facts_in_force().count();
        self.fact_counts.insert(doc, (generation, count));
        self.briefings.push(OpenBriefing {
            doc,
            source,
            machine,
            briefing,
            edits,
            review,
            forced_encoding,
            generation,
            accounted_percent,
        });
        doc
    }

    pub(super) fn take_in_again(&mut self, doc: DocId, reading: Reading, forced_encoding: Option<Encoding>) {
        let generation = self.next_generation();
        let Some(open) = self.briefings.iter_mut().find(|open| open.doc == doc) else {
            return;
        };
        // Kept only now that the text could be read in it.
        if open.forced_encoding != forced_encoding
            && let Some(workspace) = &mut self.workspace
            && let Err(error) = workspace.set_encoding(doc, forced_encoding)
        {
            return self.notify(Event::NotRecorded(error));
        }
        let is_same_text = open.source.text == reading.source.text;
        open.forced_encoding = forced_encoding;
        (open.source, open.machine, open.accounted_percent) = (reading.source, reading.machine, reading.accounted_percent);
        if open.edits == reading.edits {
            open.briefing = reading.briefing;
            open.generation = generation;
        } else {
            open.reapply(generation);
        }
        let count = open.briefing.facts_in_force().count();
        self.fact_counts.insert(doc, (generation, count));
        if !is_same_text && self.selection.is_some_and(|selection| selection.doc == doc) {
            self.selection = None;
        }
    }

    pub(super) fn show_if_wanted(&mut self, doc: DocId, is_new: bool) {
        let is_wanted = match self.wanted {
            Some(Wanted::FirstOpened) => is_new,
            Some(Wanted::Document(wanted)) => wanted == doc,
            None => false,
        };
        if is_wanted {
            self.wanted = None;
            self.choose_briefing(doc);
        }
    }

    pub(super) fn choose_any(&mut self) {
        if self.chosen.is_none() {
            let last = self
                .briefings
                .iter()
                .find(|open| Some(&open.source.sha256) == self.settings.chosen.as_ref());
            let to_do = || self.briefings.iter().find(|open| open.review != Review::Reviewed);
            let open = last.or_else(to_do).or(self.briefings.first());
            self.chosen = open.map(|open| open.doc);
        }
    }

    pub(super) fn sort(&mut self) {
        self.briefings.sort_by_cached_key(|open| {
            let meta = &open.briefing.meta;
            (
                meta.date.is_none(),
                meta.date,
                meta.place.clone(),
                meta.session,
                open.source.name(),
                open.doc.0,
            )
        });
    }

    pub(super) fn choose_briefing(&mut self, doc: DocId) {
        if self.chosen != Some(doc) && self.briefing(doc).is_some() {
            self.choose(Some(doc));
        }
    }

    pub(super) fn choose(&mut self, doc: Option<DocId>) {
        self.chosen = doc;
        self.chosen_fact = None;
        self.focus = None;
        self.selection = None;
        self.refused = None;
    }

    pub(super) fn step_briefing(&mut self, step: Step) {
        let docs: Vec<_> = self.filtered().map(|open| open.doc).collect();
        let at = docs.iter().position(|doc| Some(*doc) == self.chosen);
        if let Some(doc) = step.from(at, docs.len()).and_then(|to| docs.get(to)) {
            self.choose_briefing(*doc);
        }
    }

    pub(super) fn close(&mut self, doc: DocId) {
        let Some(at) = self.briefings.iter().position(|open| open.doc == doc) else {
            return;
        };
        if let Some(workspace) = &mut self.workspace
            && let Err(error) = workspace.remove(doc)
        {
            return self.notify(Event::NotRecorded(error));
        }
        let gone = self.briefings.remove(at);
        if self.chosen == Some(doc) {
            let neighbour = self.briefings.get(at).or(self.briefings.last()).map(|open| open.doc);
            self.choose(neighbour);
        }
        self.next_generation();
        self.refresh_undo();
        if self.workspace.is_some() {
            self.notify(Event::TakenOut {
                doc,
                name: gone.source.name(),
            });
        }
    }

    pub(super) fn bring_back(&mut self, doc: DocId) {
        self.notices
            .retain(|notice| !matches!(notice.event, Event::TakenOut { doc: gone, .. } if gone == doc));
        let Some(workspace) = &mut self.workspace else { return };
        match workspace.restore(doc) {
            Ok(()) => {
                self.wanted = Some(Wanted::Document(doc));
                self.worker.hand_over(Job::Restore { only: Some(doc) });
            }
            Err(error) => self.notify(Event::NotRecorded(error)),
        }
    }

    pub(super) fn set_review(&mut self, doc: DocId, review: Review) {
        if let Some(workspace) = &mut self.workspace
            && let Err(error) = workspace.set_review(doc, review)
        {
            return self.notify(Event::NotRecorded(error));
        }
        if let Some(open) = self.briefings.iter_mut().find(|open| open.doc == doc) {
            open.review = review;
        }
    }

    pub(super) fn mark_reviewed_and_next(&mut self) {
        let Some(doc) = self.chosen else { return };
        self.set_review(doc, Review::Reviewed);
        let at = self.briefings.iter().position(|open| open.doc == doc).unwrap_or_default();
        let (before, after) = self.briefings.split_at(at);
        let next = after.iter().chain(before).find(|open| open.review != Review::Reviewed);
        if let Some(next) = next.map(|open| open.doc) {
            self.choose_briefing(next);
        }
    }

    pub(super) fn set_encoding(&mut self, doc: DocId, encoding: Option<Encoding>) {
        let Some(open) = self.briefing(doc) else { return };
        let (path, bytes, edits) = (open.source.path.clone(), open.source.bytes.clone(), open.edits.clone());
        self.worker.hand_over(Job::Reread {
            doc,
            path,
            bytes,
            encoding,
            edits,
        });
    }

    pub(super) fn choose_fact(&mut self, doc: DocId, fact: FactId, from: Pane) {
        let Some(open) = self.briefing(doc) else { return };
        let Some(at) = open.briefing.facts.iter().position(|entry| entry.fact.id == fact) else {
            return;
        };
        if from == Pane::Charts || from == Pane::Palette {
            self.view = View::Review;
        }
        self.choose_briefing(doc);
        if self.chosen_fact != Some(fact) {
            self.refused = None;
        }
        self.chosen_fact = Some(fact);
        self.chosen_at = at;
        self.focus_generation += 1;
        self.focus = Some(Focus {
            doc,
            fact,
            from,
            generation: self.focus_generation,
        });
    }

    pub(super) fn step_fact(&mut self, step: Step) {
        let Some(open) = self.chosen_briefing() else { return };
        let at = self
            .chosen_fact
            .and_then(|fact| open.briefing.facts.iter().position(|entry| entry.fact.id == fact));
        let to = step.from(at, open.briefing.facts.len()).and_then(|to| open.briefing.facts.get(to));
        if let Some((doc, fact)) = to.map(|entry| (open.doc, entry.fact.id)) {
            self.choose_fact(doc, fact, Pane::Keyboard);
        }
    }

    pub(super) fn copy_quote(&mut self) {
        let quote = self
            .chosen_briefing()
            .zip(self.chosen_entry())
            .map(|(open, entry)| open.words(entry.fact.quote).to_owned());
        if let Some(quote) = quote {
            self.requests.push(Request::CopyText(quote));
            self.notify(Event::Copied);
        }
    }
}

impl OpenBriefing {
    /// Lays the edits over what the machine read.
    pub(super) fn reapply(&mut self, generation: u64) {
        let edits = self.edits.iter().map(|recorded| &recorded.edit);
        self.briefing = Arc::new(ledger::apply(&self.machine, &self.source.text, edits));
        self.generation = generation;
    }

    /// Lays the edits of one fact anew: a long document is not laid over as a whole for each of them.
    pub(super) fn reapply_to(&mut self, fact: FactId, generation: u64) {
        let edits = self.edits.iter().map(|recorded| &recorded.edit);
        Arc::make_mut(&mut self.briefing).lay_anew(fact, &self.source.text, edits);
        self.generation = generation;
    }
}

/// The year that a person set, if one did.
pub(super) fn forced_year(edits: &[Recorded]) -> Option<i16> {
    ledger::forced_year(edits.iter().map(|recorded| &recorded.edit))
}
