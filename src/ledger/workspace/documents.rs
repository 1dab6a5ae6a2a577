//! The documents of a workspace: what is known of each, and its bytes.

use std::path::PathBuf;
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::DocId;
use super::error::WorkspaceErrorKind;
use crate::model::{Encoding, Format, Source};

/// How far a person has come with a briefing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Review {
    #[default]
    Unread,
    InReview,
    Reviewed,
}

impl Review {
    pub const ALL: &'static [Self] = &[Self::Unread, Self::InReview, Self::Reviewed];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unread => "unread",
            Self::InReview => "in_review",
            Self::Reviewed => "reviewed",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|review| review.as_str() == name)
    }
}

/// A document of the workspace, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub id: DocId,
    /// File name for show.
    pub name: String,
    /// Where it was opened from; for show and for the year in a file name.
    pub path: PathBuf,
    pub sha256: String,
    pub format: Format,
    /// The encoding that a person set, against what is detected.
    pub encoding: Option<Encoding>,
    pub review: Review,
    /// Seconds since 1970.
    pub added_at: i64,
}

/// The documents that are not taken out, in the order in which they came in.
pub fn shown(connection: &Connection) -> Result<Vec<Document>, WorkspaceErrorKind> {
    let sql = "select id, name, path, sha256, format, encoding, review, added_at from documents where not removed order by id";
    let mut statement = connection.prepare_cached(sql)?;
    let documents = statement.query_and_then([], read)?;
    documents.collect()
}

fn read(row: &Row) -> Result<Document, WorkspaceErrorKind> {
    let id = row.get(0)?;
    let unknown = |what: &str, name: &str| WorkspaceErrorKind::Damaged(format!("document {id} has the unknown {what} “{name}”"));
    let (format, encoding, review): (String, Option<String>, String) = (row.get(4)?, row.get(5)?, row.get(6)?);
    let format = [Format::Text, Format::Markdown]
        .into_iter()
        .find(|f| f.as_str() == format)
        .ok_or_else(|| unknown("format", &format))?;
    let encoding = encoding
        .map(|name| Encoding::parse(&name).ok_or_else(|| unknown("encoding", &name)))
        .transpose()?;
    let review = Review::parse(&review).ok_or_else(|| unknown("review state", &review))?;
    let path: String = row.get(2)?;
    Ok(Document {
        id: DocId(id),
        name: row.get(1)?,
        path: PathBuf::from(path),
        sha256: row.get(3)?,
        format,
        encoding,
        review,
        added_at: row.get(7)?,
    })
}

/// Puts a document in; the same bytes are the same document, and one that was taken out comes back.
pub fn add(connection: &Connection, source: &Source) -> Result<DocId, WorkspaceErrorKind> {
    let (name, path) = (source.name(), source.path.to_string_lossy());
    let known = "select id, removed from documents where sha256 = ?1";
    let known: Option<(i64, bool)> = connection
        .query_row(known, [&source.sha256], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    if let Some((id, is_removed)) = known {
        if is_removed {
            connection.execute(
                "update documents set removed = 0, name = ?2, path = ?3 where id = ?1",
                params![id, name, path],
            )?;
        }
        return Ok(DocId(id));
    }
    let insert = "insert into documents (sha256, name, path, format) values (?1, ?2, ?3, ?4)";
    connection.execute(insert, params![source.sha256, name, path, source.format.as_str()])?;
    let id = connection.last_insert_rowid();
    connection.execute("insert into contents (doc, bytes) values (?1, ?2)", params![id, &*source.bytes])?;
    Ok(DocId(id))
}

pub fn bytes(connection: &Connection, doc: DocId) -> Result<Arc<[u8]>, WorkspaceErrorKind> {
    let bytes = connection.query_row("select bytes from contents where doc = ?1", [doc.0], |row| {
        Ok(Arc::from(row.get_ref(0)?.as_blob()?))
    });
    bytes.optional()?.ok_or(WorkspaceErrorKind::UnknownDocument(doc))
}

/// Whether the document is there, be it taken out or not.
pub fn is_known(connection: &Connection, doc: DocId) -> Result<bool, WorkspaceErrorKind> {
    Ok(connection
        .prepare_cached("select 1 from documents where id = ?1")?
        .exists([doc.0])?)
}

pub fn set_removed(connection: &Connection, doc: DocId, removed: bool) -> Result<(), WorkspaceErrorKind> {
    of_one(
        doc,
        connection.execute("update documents set removed = ?2 where id = ?1", params![doc.0, removed])?,
    )
}

pub fn set_encoding(connection: &Connection, doc: DocId, encoding: Option<Encoding>) -> Result<(), WorkspaceErrorKind> {
    let name = encoding.map(Encoding::as_str);
    of_one(
        doc,
        connection.execute("update documents set encoding = ?2 where id = ?1", params![doc.0, name])?,
    )
}

pub fn set_review(connection: &Connection, doc: DocId, review: Review) -> Result<(), WorkspaceErrorKind> {
    of_one(
        doc,
        connection.execute("update documents set review = ?2 where id = ?1", params![doc.0, review.as_str()])?,
    )
}

fn of_one(doc: DocId, changed: usize) -> Result<(), WorkspaceErrorKind> {
    if changed == 1 {
        Ok(())
    } else {
        Err(WorkspaceErrorKind::UnknownDocument(doc))
    }
}
