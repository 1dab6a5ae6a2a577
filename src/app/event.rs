//! What happened that a person should know, as data; the words are in `strings`.

use std::path::PathBuf;

use super::vocabulary::TableTrouble;
use crate::ledger::{BoundaryError, DocId, Edit, SelectionError, WorkspaceError};
use crate::read::ReadError;

/// Whether a notice passes by or stays until it is dismissed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Passing,
    Problem,
}

#[derive(Debug, PartialEq)]
pub enum Event {
    /// `new` came in; `known` were in the workspace already.
    Opened {
        new: usize,
        known: usize,
    },
    Cancelled,
    Copied,
    /// Taken out of sight; can be brought back.
    TakenOut {
        doc: DocId,
        name: String,
    },
    Undone(Edit),
    Redone(Edit),
    /// No file to read where a person pointed.
    NothingToOpen,
    Unreadable(ReadError),
    /// The job for a file broke off; the others went on.
    JobFailed {
        path: PathBuf,
    },
    /// No dialog can be shown on this machine.
    DialogMissing {
        cause: String,
    },
    SettingsSetAside {
        aside: PathBuf,
    },
    SettingsNotSaved {
        cause: String,
    },
    /// Without a workspace nothing can be kept.
    WorkspaceClosed {
        path: PathBuf,
        error: WorkspaceError,
    },
    NotRecorded(WorkspaceError),
    /// A correction was made while there is no workspace to keep it.
    NoWorkspace,
    /// A document or its corrections could not be read from the workspace.
    NotRestored(WorkspaceError),
    /// No fact can be made of the selected words.
    SelectionRefused(SelectionError),
    /// A section cannot begin or end there.
    BoundaryRefused(BoundaryError),
    /// A table of taught words, or a line of one, is left out.
    TableTrouble(TableTrouble),
    /// A word is in force from now on.
    Taught {
        word: String,
    },
    /// A word could not be kept, so it is not in force.
    NotTaught {
        cause: String,
    },
}

impl Event {
    pub fn severity(&self) -> Severity {
        match self {
            Self::Opened { .. }
            | Self::Cancelled
            | Self::Copied
            | Self::TakenOut { .. }
            | Self::Undone(_)
            | Self::Redone(_)
            | Self::NothingToOpen
            | Self::Taught { .. }
            | Self::SelectionRefused(_)
            | Self::BoundaryRefused(_) => Severity::Passing,
            Self::Unreadable(_)
            | Self::JobFailed { .. }
            | Self::DialogMissing { .. }
            | Self::SettingsSetAside { .. }
            | Self::SettingsNotSaved { .. }
            | Self::WorkspaceClosed { .. }
            | Self::NotRecorded(_)
            | Self::NoWorkspace
            | Self::TableTrouble(_)
            | Self::NotTaught { .. }
            | Self::NotRestored(_) => Severity::Problem,
        }
    }
}
