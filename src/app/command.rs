//! Every action of a person, as one enum. Menus, the palette, shortcuts and tests are made from it.

use std::path::PathBuf;

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use super::settings::{Language, ThemeChoice};
use super::state::{App, NoticeId, Pane, View};
use super::teaching::Lesson;
use crate::ledger::{DocId, Edge, Edit, Review};
use crate::model::{Encoding, FactId, MetaSlot, SectionId, SectionKind, Slot, Span};

/// One action. [`App::execute`] is the only place that carries it out.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    // Files
    OpenDialog,
    OpenFolderDialog,
    /// Files and folders, from a dialog, from arguments or dropped on the window.
    OpenPaths(Vec<PathBuf>),
    OpenSamples,
    OpenRecent(PathBuf),
    ClearRecent,
    /// The file dialog went away; `failure` says why where no dialog could be shown at all.
    DialogClosed {
        failure: Option<String>,
    },
    Quit,

    // Briefings
    ChooseBriefing(DocId),
    /// Takes a briefing out of sight. Its bytes and corrections stay in the workspace.
    CloseBriefing(DocId),
    CloseChosenBriefing,
    /// Brings back what [`Command::CloseBriefing`] took out.
    BringBack(DocId),
    NextBriefing,
    PreviousBriefing,
    SetReview(DocId, Review),
    MarkReviewedAndNext,
    SetEncoding {
        doc: DocId,
        encoding: Option<Encoding>,
    },
    FilterBriefings(String),

    // Facts
    /// `from` is the pane in which it was chosen; the others scroll to it.
    ChooseFact {
        doc: DocId,
        fact: FactId,
        from: Pane,
    },
    ClearChoice,
    NextFact,
    PreviousFact,
    /// A stretch of the source is selected, or nothing is.
    Select {
        doc: DocId,
        span: Option<Span>,
    },

    // Corrections
    /// What a person typed for a slot, in the text's own spelling or the canonical one; `None` empties it.
    /// What cannot be understood is kept in [`App::refused`] and the old value stays.
    SetSlot {
        doc: DocId,
        fact: FactId,
        slot: Slot,
        text: Option<String>,
    },
    /// What a person typed about the briefing as a whole.
    SetMeta {
        doc: DocId,
        slot: MetaSlot,
        text: Option<String>,
    },
    SetSectionKind {
        doc: DocId,
        section: SectionId,
        kind: SectionKind,
    },
    /// `to` is a byte of the text.
    MoveBoundary {
        doc: DocId,
        section: SectionId,
        edge: Edge,
        to: usize,
    },
    /// An edit that is already in canonical form.
    Correct {
        doc: DocId,
        edit: Edit,
    },
    AddFactFromSelection,
    RemoveChosenFact,
    RevertChosenFact,
    /// The person gave up on a refused value.
    DismissRefusal,
    /// Opens the window in which the selected words are taught.
    TeachSelection,
    TryLesson(Lesson),
    AcceptLesson,
    DropLesson,
    Undo,
    Redo,

    // Views and window
    ShowView(View),
    SetLanguage(Language),
    ToggleLanguage,
    SetTheme(ThemeChoice),
    CycleTheme,
    OpenPalette,
    FocusFilter,
    /// The cursor goes into the value of the chosen fact.
    EditValue,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    /// The window closes: its inner size in points and the chosen briefing are kept for the next start.
    RememberWindow {
        size: [f32; 2],
    },
    CopyQuote,
    ShowProblems,
    DismissNotice(NoticeId),
    DismissAllNotices,
    CancelTask,
    About,
}

impl Command {
    /// Every command that needs nothing else to be said, in the order of the palette.
    pub const LISTED: &'static [Self] = &[
        Self::OpenDialog,
        Self::OpenFolderDialog,
        Self::OpenSamples,
        Self::Undo,
        Self::Redo,
        Self::EditValue,
        Self::AddFactFromSelection,
        Self::TeachSelection,
        Self::RemoveChosenFact,
        Self::RevertChosenFact,
        Self::CopyQuote,
        Self::NextFact,
        Self::PreviousFact,
        Self::ClearChoice,
        Self::NextBriefing,
        Self::PreviousBriefing,
        Self::MarkReviewedAndNext,
        Self::CloseChosenBriefing,
        Self::ShowView(View::Review),
        Self::ShowView(View::Charts),
        Self::OpenPalette,
        Self::FocusFilter,
        Self::ToggleLanguage,
        Self::CycleTheme,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::ShowProblems,
        Self::DismissAllNotices,
        Self::CancelTask,
        Self::ClearRecent,
        Self::About,
        Self::Quit,
    ];

    /// The key that gives the command.
    pub fn shortcut(&self) -> Option<KeyboardShortcut> {
        let (modifiers, key) = match self {
            Self::OpenDialog => (Modifiers::COMMAND, Key::O),
            Self::OpenFolderDialog => (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::O),
            Self::Undo => (Modifiers::COMMAND, Key::Z),
            Self::Redo => (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z),
            Self::EditValue => (Modifiers::NONE, Key::F2),
            Self::AddFactFromSelection => (Modifiers::NONE, Key::A),
            Self::TeachSelection => (Modifiers::NONE, Key::T),
            Self::RemoveChosenFact => (Modifiers::NONE, Key::Delete),
            Self::RevertChosenFact => (Modifiers::COMMAND, Key::R),
            Self::CopyQuote => (Modifiers::NONE, Key::C),
            Self::NextFact => (Modifiers::NONE, Key::N),
            Self::PreviousFact => (Modifiers::NONE, Key::P),
            Self::ClearChoice => (Modifiers::NONE, Key::Escape),
            Self::NextBriefing => (Modifiers::COMMAND, Key::PageDown),
            Self::PreviousBriefing => (Modifiers::COMMAND, Key::PageUp),
            Self::MarkReviewedAndNext => (Modifiers::COMMAND, Key::Enter),
            Self::CloseChosenBriefing => (Modifiers::COMMAND, Key::W),
            Self::ShowView(View::Review) => (Modifiers::COMMAND, Key::Num1),
            Self::ShowView(View::Charts) => (Modifiers::COMMAND, Key::Num2),
            Self::OpenPalette => (Modifiers::COMMAND, Key::K),
            Self::FocusFilter => (Modifiers::COMMAND, Key::F),
            Self::ToggleLanguage => (Modifiers::COMMAND, Key::L),
            Self::CycleTheme => (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::L),
            Self::ZoomIn => (Modifiers::COMMAND, Key::Plus),
            Self::ZoomOut => (Modifiers::COMMAND, Key::Minus),
            Self::ZoomReset => (Modifiers::COMMAND, Key::Num0),
            Self::About => (Modifiers::NONE, Key::F1),
            Self::Quit => (Modifiers::COMMAND, Key::Q),
            _ => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }

    /// A second key, where people bring two habits.
    pub fn second_shortcut(&self) -> Option<KeyboardShortcut> {
        match self {
            Self::Redo => Some(KeyboardShortcut::new(Modifiers::COMMAND, Key::Y)),
            Self::ZoomIn => Some(KeyboardShortcut::new(Modifiers::COMMAND, Key::Equals)),
            _ => None,
        }
    }

    /// Keys without Ctrl belong to whatever takes text, as long as something does.
    pub fn needs_free_keyboard(&self) -> bool {
        self.shortcut()
            .is_some_and(|shortcut| !shortcut.modifiers.command && !matches!(shortcut.logical_key, Key::F1 | Key::F2))
            || matches!(self, Self::Undo | Self::Redo)
    }

    /// Whether carrying it out would do anything now.
    pub fn enabled(&self, app: &App) -> bool {
        match self {
            Self::OpenDialog | Self::OpenFolderDialog => !app.is_dialog_open,
            Self::Undo => app.undoable().is_some(),
            Self::Redo => app.redoable().is_some(),
            Self::AddFactFromSelection | Self::TeachSelection => app.selected_text().is_some(),
            Self::AcceptLesson => app.trial.as_ref().is_some_and(|trial| matches!(trial.outcome, Some(Ok(_)))),
            Self::EditValue | Self::RemoveChosenFact | Self::CopyQuote => app.chosen_entry().is_some(),
            Self::RevertChosenFact => app.chosen_entry().is_some_and(|entry| !entry.is_as_read()),
            Self::ClearChoice => app.chosen_fact.is_some() || app.selection.is_some(),
            Self::NextFact | Self::PreviousFact => app.chosen_briefing().is_some_and(|open| !open.briefing.facts.is_empty()),
            Self::NextBriefing | Self::PreviousBriefing => app.briefings.len() > 1,
            Self::MarkReviewedAndNext | Self::CloseChosenBriefing | Self::FocusFilter => app.chosen.is_some(),
            Self::CancelTask => app.progress.is_some(),
            Self::ClearRecent => !app.settings.recent.is_empty(),
            Self::DismissAllNotices | Self::ShowProblems => !app.notices.is_empty(),
            _ => true,
        }
    }
}
