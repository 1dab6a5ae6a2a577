//! Everything the window shows, without a picture: open briefings, what is chosen, what is going on.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::event::{Event, Severity};
use super::settings::Settings;
use super::strings::Words;
use super::tasks::Worker;
use super::teaching::Trial;
use super::vocabulary::Vocabulary;
use crate::ledger::{Briefing, DocId, Edit, Entry, Field, Past, Recorded, Review, SlotError, Status, Workspace};
use crate::model::{Encoding, Extraction, Fact, FactId, Source, Span};

/// What the middle of the window shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    #[default]
    Review,
    Charts,
}

/// Where a fact was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pane {
    Briefings,
    Source,
    Sections,
    Charts,
    Palette,
    /// A key, undo, or the program itself: every pane follows.
    Keyboard,
}

/// The fact that every pane but `from` brings into view, once for each `generation`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Focus {
    pub doc: DocId,
    pub fact: FactId,
    pub from: Pane,
    /// Grows with each choice, also of the same fact again.
    pub generation: u64,
}

/// One document of the workspace, read, extracted and corrected.
#[derive(Clone, Debug)]
pub struct OpenBriefing {
    pub doc: DocId,
    pub source: Arc<Source>,
    /// What the machine read.
    pub machine: Arc<Extraction>,
    /// What the machine read, as corrected.
    pub briefing: Arc<Briefing>,
    /// The corrections in force, oldest first.
    pub edits: Vec<Recorded>,
    pub review: Review,
    /// The encoding that a person set, against what was detected.
    pub forced_encoding: Option<Encoding>,
    /// [`App::generation`] when this briefing last changed: a key for what is drawn from it.
    pub generation: u64,
    /// Share of the text's digit runs that are in a fact or in an explanation, 0–100.
    pub accounted_percent: u32,
}

impl OpenBriefing {
    /// How many facts, sections and particulars a person has put right.
    pub fn corrected(&self) -> usize {
        let facts = self.briefing.facts.iter().filter(|entry| entry.status != Status::Machine).count();
        let sections = self.briefing.sections.iter().filter(|entry| entry.edited).count();
        facts + sections + self.briefing.edited_meta.len()
    }

    pub fn entry(&self, fact: FactId) -> Option<&Entry> {
        self.briefing.facts.iter().find(|entry| entry.fact.id == fact)
    }

    pub fn fact(&self, fact: FactId) -> Option<&Fact> {
        self.entry(fact).map(|entry| &entry.fact)
    }

    /// The words of a span of the text.
    pub fn words(&self, span: Span) -> &str {
        span.of(&self.source.text)
    }
}

/// Selected words of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    pub doc: DocId,
    pub span: Span,
}

/// A value that could not be understood; shown beside its field until it is mended or given up.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    pub doc: DocId,
    /// `None` for a slot of the briefing as a whole.
    pub fact: Option<FactId>,
    /// Names the slot and what was typed.
    pub error: SlotError,
}

/// How far the background work has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub done: usize,
    pub total: usize,
    /// Name of the file in hand.
    pub name: String,
    pub is_cancelling: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NoticeId(pub u64);

/// Something a person should know. Problems stay until dismissed.
#[derive(Debug)]
pub struct Notice {
    pub id: NoticeId,
    pub event: Event,
}

impl Notice {
    pub fn severity(&self) -> Severity {
        self.event.severity()
    }
}

/// What only a window can do for the program.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    PickFiles,
    PickFolder,
    CopyText(String),
    OpenPalette,
    FocusFilter,
    EditValue,
    ShowProblems,
    ShowAbout,
    /// The window in which a word is taught, with the word.
    Teach(String),
    /// Factor on all sizes.
    Zoom(f32),
    Close,
}

/// Which of the arrivals a person waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    FirstOpened,
    Document(DocId),
}

/// The program without a picture.
pub struct App {
    /// Sorted by date, then place, then name.
    pub briefings: Vec<OpenBriefing>,
    pub chosen: Option<DocId>,
    pub chosen_fact: Option<FactId>,
    pub focus: Option<Focus>,
    pub selection: Option<Selection>,
    pub refused: Option<Refused>,
    /// What the list of briefings is narrowed to.
    pub filter: String,
    pub view: View,
    pub progress: Option<Progress>,
    pub notices: Vec<Notice>,
    /// One file dialog at a time.
    pub is_dialog_open: bool,
    pub settings: Settings,
    /// A word that is being tried.
    pub trial: Option<Trial>,
    /// Grows with each change of data.
    pub generation: u64,
    pub(super) workspace: Option<Workspace>,
    pub(super) workspace_path: PathBuf,
    pub(super) settings_path: Option<PathBuf>,
    pub(super) vocabulary: Vocabulary,
    pub(super) worker: Worker,
    pub(super) requests: Vec<Request>,
    pub(super) undoable: Option<Edit>,
    pub(super) redoable: Option<Edit>,
    /// Index of the chosen fact when it was chosen.
    pub(super) chosen_at: usize,
    /// Generation of a briefing, and its facts in force then.
    pub(super) fact_counts: HashMap<DocId, (u64, usize)>,
    pub(super) focus_generation: u64,
    pub(super) last_notice: u64,
    /// Documents that no workspace holds are numbered downwards from here.
    pub(super) last_local_doc: i64,
    /// What is chosen as soon as it comes in.
    pub(super) wanted: Option<Wanted>,
}

impl App {
    pub fn workspace_path(&self) -> &Path {
        &self.workspace_path
    }

    /// Whether corrections can be kept at all.
    pub fn has_workspace(&self) -> bool {
        self.workspace.is_some()
    }

    /// Something is going on in the background.
    pub fn is_busy(&self) -> bool {
        self.worker.is_busy()
    }

    pub fn briefing(&self, doc: DocId) -> Option<&OpenBriefing> {
        self.briefings.iter().find(|open| open.doc == doc)
    }

    pub fn chosen_briefing(&self) -> Option<&OpenBriefing> {
        self.chosen.and_then(|doc| self.briefing(doc))
    }

    pub fn chosen_entry(&self) -> Option<&Entry> {
        let (open, fact) = (self.chosen_briefing()?, self.chosen_fact?);
        // Asked for many times in a frame, and a long text has facts by the hundred thousand.
        let remembered = open.briefing.facts.get(self.chosen_at).filter(|entry| entry.fact.id == fact);
        remembered.or_else(|| open.entry(fact))
    }

    /// Number of facts in force of a briefing.
    pub fn fact_count(&self, open: &OpenBriefing) -> usize {
        let counted = self
            .fact_counts
            .get(&open.doc)
            .filter(|(generation, _)| *generation == open.generation);
        counted.map_or_else(|| open.briefing.facts_in_force().count(), |(_, count)| *count)
    }

    /// Every edit of a document, oldest first, in force or not.
    pub fn history(&self, doc: DocId) -> Vec<Past> {
        self.workspace.as_ref().map_or_else(Vec::new, |workspace| workspace.history(doc))
    }

    /// The words that are selected in the chosen briefing.
    pub fn selected_text(&self) -> Option<&str> {
        let selection = self.selection.filter(|s| Some(s.doc) == self.chosen && !s.span.is_empty())?;
        Some(self.briefing(selection.doc)?.words(selection.span))
    }

    /// Why the last text typed for this field was refused, as long as nothing else was typed.
    pub fn refusal(&self, doc: DocId, fact: Option<FactId>, slot: Field) -> Option<&SlotError> {
        let refused = self
            .refused
            .as_ref()
            .filter(|refused| refused.doc == doc && refused.fact == fact && refused.error.slot == slot)?;
        Some(&refused.error)
    }

    /// The edit that undo would take back.
    pub fn undoable(&self) -> Option<&Edit> {
        self.undoable.as_ref()
    }

    pub fn redoable(&self) -> Option<&Edit> {
        self.redoable.as_ref()
    }

    /// The fact that a pane has to bring into view, if it has not done so: pass the generation that it dealt with last.
    pub fn focus_for(&self, pane: Pane, seen: u64) -> Option<Focus> {
        self.focus.filter(|focus| focus.from != pane && focus.generation > seen)
    }

    /// The briefings that the filter lets through, in order.
    pub fn filtered(&self) -> impl Iterator<Item = &OpenBriefing> {
        let words: Vec<String> = self.filter.split_whitespace().map(str::to_lowercase).collect();
        self.briefings.iter().filter(move |open| {
            let meta = &open.briefing.meta;
            let date = meta.date.map(Words::day_in_every_language);
            let session = meta.session.map(Words::session_in_every_language);
            let known = [Some(open.source.name()), meta.title.clone(), meta.place.clone(), date, session];
            let known = known.into_iter().flatten().collect::<Vec<_>>().join("\n").to_lowercase();
            words.iter().all(|word| known.contains(word) || open.source.text.contains(word))
        })
    }

    /// What the window has to do since it was last asked.
    pub fn take_requests(&mut self) -> Vec<Request> {
        std::mem::take(&mut self.requests)
    }

    /// A passing message takes the place of the one before it; what can still be acted upon stays. Nothing is told twice.
    pub(super) fn notify(&mut self, event: Event) {
        if event.severity() == Severity::Passing {
            self.notices
                .retain(|notice| notice.severity() == Severity::Problem || matches!(notice.event, Event::TakenOut { .. }));
        }
        self.notices.retain(|notice| notice.event != event);
        self.last_notice += 1;
        self.notices.push(Notice {
            id: NoticeId(self.last_notice),
            event,
        });
    }

    /// Marks data as changed and gives the new generation.
    pub(super) fn next_generation(&mut self) -> u64 {
        self.generation += 1;
        self.generation
    }
}
