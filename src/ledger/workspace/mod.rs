//! The workspace: one SQLite file with the documents' bytes, the journal of edits, review states and settings.
//!
//! In: sources and edits. Out: documents, the edits in force, their history.
//! Always: what a method reports as done is on disk. A file that is no workspace, or a newer one, is refused and left as it is.
//! Several programs may have the same file open: every write is a transaction of its own that first takes in what the others wrote.

mod documents;
mod error;
mod journal;
mod schema;

#[cfg(test)]
mod inversion;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

pub use documents::{Document, Review};
pub use error::{WorkspaceError, WorkspaceErrorKind};
use journal::{Fold, Step};
pub use journal::{Past, Recorded, Seq, Standing};

use super::edit::Edit;
use crate::model::{Encoding, Source};

/// A document of a workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocId(pub i64);

/// Where the workspace is that a person never had to name: in the user's data folder, or, where the system knows none, in the working folder.
pub fn default_path() -> PathBuf {
    const NAME: &str = "default.tongbao";
    directories::ProjectDirs::from("org", "tongbao", "Tongbao").map_or_else(|| PathBuf::from(NAME), |dirs| dirs.data_dir().join(NAME))
}

/// An open workspace. Closing it takes nothing but dropping it.
#[derive(Debug)]
pub struct Workspace {
    path: PathBuf,
    connection: Connection,
    seen: View,
}

/// What was last read of the file.
#[derive(Debug, Default)]
struct View {
    documents: Vec<Document>,
    fold: Fold,
    /// `PRAGMA data_version`: another number when another program has written.
    data_version: i64,
    has_news: bool,
}

impl View {
    /// Takes in what other programs wrote.
    fn catch_up(&mut self, connection: &Connection) -> Result<(), WorkspaceErrorKind> {
        let data_version = connection.pragma_query_value(None, "data_version", |row| row.get(0))?;
        if data_version != self.data_version {
            self.fold.catch_up(connection)?;
            self.documents = documents::shown(connection)?;
            self.data_version = data_version;
            self.has_news = true;
        }
        Ok(())
    }

    fn is_shown(&self, doc: DocId) -> bool {
        self.documents.binary_search_by_key(&doc, |document| document.id).is_ok()
    }
}

impl Workspace {
    /// Opens the file; creates it, and its folder, where there is none.
    ///
    /// # Errors
    /// The file is no workspace, a newer one or a damaged one, or the system refuses.
    pub fn open(path: &Path) -> Result<Self, WorkspaceError> {
        let open = || {
            let connection = schema::open(path)?;
            let mut seen = View::default();
            let transaction = Transaction::new_unchecked(&connection, TransactionBehavior::Deferred)?;
            seen.catch_up(&transaction)?;
            drop(transaction);
            seen.has_news = false;
            Ok((connection, seen))
        };
        let (connection, seen) = open().map_err(|kind: WorkspaceErrorKind| kind.at(path))?;
        Ok(Self {
            path: path.to_owned(),
            connection,
            seen,
        })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Takes in what other programs wrote to the file. True where there was something new since the last call.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn refresh(&mut self) -> Result<bool, WorkspaceError> {
        let Self { path, connection, seen } = self;
        let begun = Transaction::new_unchecked(connection, TransactionBehavior::Deferred).map_err(WorkspaceErrorKind::from);
        begun
            .and_then(|transaction| seen.catch_up(&transaction))
            .map_err(|kind| kind.at(path))?;
        Ok(std::mem::take(&mut self.seen.has_news))
    }

    /// The documents that are not taken out, in the order in which they came in.
    pub fn documents(&self) -> &[Document] {
        &self.seen.documents
    }

    pub fn document(&self, doc: DocId) -> Option<&Document> {
        self.documents().iter().find(|document| document.id == doc)
    }

    /// Puts a document in with its bytes. The same bytes are the same document: one that is there already stays as it is, one that
    /// was taken out comes back with its edits.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn add(&mut self, source: &Source) -> Result<DocId, WorkspaceError> {
        self.write_documents(|transaction| documents::add(transaction, source))
    }

    /// The bytes of a document, be it taken out or not.
    ///
    /// # Errors
    /// The document is unknown, or the file cannot be read.
    pub fn bytes(&self, doc: DocId) -> Result<Arc<[u8]>, WorkspaceError> {
        documents::bytes(&self.connection, doc).map_err(|kind| kind.at(&self.path))
    }

    /// Takes a document out of sight. Its bytes and edits stay, and come back with [`restore`](Self::restore) or [`add`](Self::add);
    /// until then undo and redo pass over its edits.
    ///
    /// # Errors
    /// The document is unknown, or the file cannot be written.
    pub fn remove(&mut self, doc: DocId) -> Result<(), WorkspaceError> {
        self.write_documents(|transaction| documents::set_removed(transaction, doc, true))
    }

    /// Brings back what [`remove`](Self::remove) took out.
    ///
    /// # Errors
    /// The document is unknown, or the file cannot be written.
    pub fn restore(&mut self, doc: DocId) -> Result<(), WorkspaceError> {
        self.write_documents(|transaction| documents::set_removed(transaction, doc, false))
    }

    /// Sets the encoding to read the document in; `None` leaves it to detection.
    ///
    /// # Errors
    /// The document is unknown, or the file cannot be written.
    pub fn set_encoding(&mut self, doc: DocId, encoding: Option<Encoding>) -> Result<(), WorkspaceError> {
        self.write_documents(|transaction| documents::set_encoding(transaction, doc, encoding))
    }

    /// # Errors
    /// The document is unknown, or the file cannot be written.
    pub fn set_review(&mut self, doc: DocId, review: Review) -> Result<(), WorkspaceError> {
        self.write_documents(|transaction| documents::set_review(transaction, doc, review))
    }

    /// Writes an edit, made at `at` (seconds since 1970). What had been undone can no longer be redone.
    ///
    /// # Errors
    /// The document is unknown, or the file cannot be written; then nothing is changed.
    pub fn record(&mut self, doc: DocId, edit: Edit, at: i64) -> Result<Seq, WorkspaceError> {
        let row = self.write(|transaction, _| {
            if !documents::is_known(transaction, doc)? {
                return Err(WorkspaceErrorKind::UnknownDocument(doc));
            }
            journal::append(transaction, Some(at), doc, Step::Do(edit))
        })?;
        let seq = row.seq;
        self.take(row)?;
        Ok(seq)
    }

    /// The edits of a document that are in force, oldest first: what [`apply`](super::apply) takes.
    pub fn edits(&self, doc: DocId) -> Vec<Recorded> {
        self.seen.fold.in_force(doc).collect()
    }

    /// All edits of a document, oldest first, in force or not.
    pub fn history(&self, doc: DocId) -> Vec<Past> {
        self.seen.fold.history(doc).collect()
    }

    /// Takes back the latest edit in force, of whichever document.
    ///
    /// # Errors
    /// The file cannot be written; then nothing is changed.
    pub fn undo(&mut self) -> Result<Option<(DocId, Edit)>, WorkspaceError> {
        self.step(|seen| seen.fold.undoable(|doc| seen.is_shown(doc)), Step::Undo)
    }

    /// Brings back the edit that was undone last.
    ///
    /// # Errors
    /// The file cannot be written; then nothing is changed.
    pub fn redo(&mut self) -> Result<Option<(DocId, Edit)>, WorkspaceError> {
        self.step(|seen| seen.fold.redoable(|doc| seen.is_shown(doc)), Step::Redo)
    }

    /// What [`undo`](Self::undo) would take back.
    pub fn can_undo(&self) -> Option<&Edit> {
        self.seen.fold.undoable(|doc| self.seen.is_shown(doc)).map(|(_, _, edit)| edit)
    }

    /// What [`redo`](Self::redo) would bring back.
    pub fn can_redo(&self) -> Option<&Edit> {
        self.seen.fold.redoable(|doc| self.seen.is_shown(doc)).map(|(_, _, edit)| edit)
    }

    /// # Errors
    /// The file cannot be read.
    pub fn setting(&self, key: &str) -> Result<Option<String>, WorkspaceError> {
        let value = self
            .connection
            .query_row("select value from settings where key = ?1", [key], |row| row.get(0));
        value.optional().map_err(|error| WorkspaceErrorKind::from(error).at(&self.path))
    }

    /// `None` forgets the setting.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn set_setting(&mut self, key: &str, value: Option<&str>) -> Result<(), WorkspaceError> {
        self.write(|transaction, _| {
            match value {
                Some(value) => transaction.execute("insert or replace into settings (key, value) values (?1, ?2)", params![key, value])?,
                None => transaction.execute("delete from settings where key = ?1", [key])?,
            };
            Ok(())
        })
    }

    /// One transaction on the newest state of the file; it is on disk when this returns.
    fn write<T>(&mut self, act: impl FnOnce(&Transaction, &View) -> Result<T, WorkspaceErrorKind>) -> Result<T, WorkspaceError> {
        let Self { path, connection, seen } = self;
        let write = || {
            let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
            seen.catch_up(&transaction)?;
            let done = act(&transaction, seen)?;
            transaction.commit()?;
            Ok(done)
        };
        write().map_err(|kind: WorkspaceErrorKind| kind.at(path))
    }

    fn write_documents<T>(&mut self, act: impl FnOnce(&Transaction) -> Result<T, WorkspaceErrorKind>) -> Result<T, WorkspaceError> {
        let (done, documents) = self.write(|transaction, _| Ok((act(transaction)?, documents::shown(transaction)?)))?;
        self.seen.documents = documents;
        Ok(done)
    }

    fn step(
        &mut self,
        target: impl FnOnce(&View) -> Option<(Seq, DocId, &Edit)>,
        step: fn(Seq) -> Step,
    ) -> Result<Option<(DocId, Edit)>, WorkspaceError> {
        let stepped = self.write(|transaction, seen| {
            let Some((target, doc, edit)) = target(seen) else {
                return Ok(None);
            };
            let row = journal::append(transaction, None, doc, step(target))?;
            Ok(Some((row, edit.clone())))
        })?;
        let Some((row, edit)) = stepped else {
            return Ok(None);
        };
        let doc = row.doc;
        self.take(row)?;
        Ok(Some((doc, edit)))
    }

    fn take(&mut self, row: journal::Row) -> Result<(), WorkspaceError> {
        self.seen.fold.take(row).map_err(|kind| kind.at(&self.path))
    }
}
