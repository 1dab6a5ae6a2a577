//! Why a workspace could not be opened, read or written.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use thiserror::Error;

use super::DocId;
use crate::ledger::edit::EditError;

/// What went wrong with which file. Nothing that was asked for has been done.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}: {kind}", path.display())]
pub struct WorkspaceError {
    pub path: PathBuf,
    pub kind: WorkspaceErrorKind,
}

#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum WorkspaceErrorKind {
    #[error("this is a folder; name a file")]
    IsFolder,
    #[error("this is not a workspace and was left as it is; name another file")]
    NotAWorkspace,
    #[error("the workspace was written by a newer program (form {found}, known is {known}); use that program")]
    Newer { found: i64, known: i64 },
    #[error("another program is writing to the workspace; try again")]
    Busy,
    #[error("the file or its folder cannot be written; check the permissions or name another file")]
    Denied,
    #[error("the disk is full; make room and try again")]
    Full,
    #[error("the workspace is damaged ({0}); restore it from a copy")]
    Damaged(String),
    #[error("the document {} is not in the workspace", .0.0)]
    UnknownDocument(DocId),
    #[error("the file could not be read or written: {0}")]
    Io(String),
}

impl WorkspaceErrorKind {
    pub(super) fn at(self, path: &Path) -> WorkspaceError {
        WorkspaceError {
            path: path.to_owned(),
            kind: self,
        }
    }
}

impl From<rusqlite::Error> for WorkspaceErrorKind {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => Self::Denied,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged(error.to_string()),
            Some(ErrorCode::NotADatabase) => Self::NotAWorkspace,
            _ => Self::Io(error.to_string()),
        }
    }
}

impl From<std::io::Error> for WorkspaceErrorKind {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => Self::Denied,
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::Full,
            _ => Self::Io(error.to_string()),
        }
    }
}

impl From<EditError> for WorkspaceErrorKind {
    fn from(error: EditError) -> Self {
        match error {
            EditError::Newer { found } => Self::Newer {
                found: found.into(),
                known: crate::ledger::Edit::FORM.into(),
            },
            EditError::Malformed(cause) => Self::Damaged(cause),
        }
    }
}
