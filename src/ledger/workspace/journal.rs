//! The journal: rows that are only ever added, and the fold over them that tells what is in force.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};

use super::DocId;
use super::error::WorkspaceErrorKind;
use crate::ledger::edit::Edit;

/// Number of a journal row; grows with time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Seq(pub i64);

/// An edit in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    pub seq: Seq,
    /// Seconds since 1970.
    pub at: i64,
    pub edit: Edit,
}

/// Whether an edit is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    InForce,
    /// Undone; redo would bring it back.
    Undone,
    /// Undone, and then overtaken by a newer edit.
    Cut,
}

/// An edit of the past, in force or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    pub seq: Seq,
    /// Seconds since 1970.
    pub at: i64,
    pub edit: Edit,
    pub standing: Standing,
}

/// What a row does. The target of undo and redo is the row of the edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Do(Edit),
    Undo(Seq),
    Redo(Seq),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub seq: Seq,
    pub at: i64,
    pub doc: DocId,
    pub step: Step,
}

/// Adds a row; without `at`, the time is now.
pub fn append(connection: &Connection, at: Option<i64>, doc: DocId, step: Step) -> Result<Row, WorkspaceErrorKind> {
    let (verb, target, edit) = match &step {
        Step::Do(edit) => ("do", None, Some(edit.to_json()?)),
        Step::Undo(target) => ("undo", Some(target.0), None),
        Step::Redo(target) => ("redo", Some(target.0), None),
    };
    let sql = "insert into journal (at, doc, verb, target, edit) values (coalesce(?1, unixepoch()), ?2, ?3, ?4, ?5) returning seq, at";
    let (seq, at) = connection
        .prepare_cached(sql)?
        .query_row(params![at, doc.0, verb, target, edit], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(Row {
        seq: Seq(seq),
        at,
        doc,
        step,
    })
}

/// The edits of all documents and what is in force of them.
#[derive(Debug, Default)]
pub struct Fold {
    edits: BTreeMap<Seq, Folded>,
    /// What redo can bring back, the next at the end.
    undone: Vec<Seq>,
    last: Seq,
}

#[derive(Debug)]
struct Folded {
    at: i64,
    doc: DocId,
    edit: Edit,
    standing: Standing,
}

impl Fold {
    /// Folds the rows that were added since the last time.
    pub fn catch_up(&mut self, connection: &Connection) -> Result<(), WorkspaceErrorKind> {
        let mut statement =
            connection.prepare_cached("select seq, at, doc, verb, target, edit from journal where seq > ?1 order by seq")?;
        let mut rows = statement.query([self.last.0])?;
        while let Some(row) = rows.next()? {
            let seq = Seq(row.get(0)?);
            let step = match (row.get_ref(3)?.as_str(), row.get(4)?, row.get_ref(5)?.as_str_or_null()) {
                (Ok("do"), None, Ok(Some(edit))) => Step::Do(Edit::from_json(edit)?),
                (Ok("undo"), Some(target), Ok(None)) => Step::Undo(Seq(target)),
                (Ok("redo"), Some(target), Ok(None)) => Step::Redo(Seq(target)),
                _ => return Err(senseless(seq)),
            };
            self.take(Row {
                seq,
                at: row.get(1)?,
                doc: DocId(row.get(2)?),
                step,
            })?;
        }
        Ok(())
    }

    /// Folds the next row. A row that makes no sense leaves everything as it was.
    pub fn take(&mut self, row: Row) -> Result<(), WorkspaceErrorKind> {
        let Row { seq, at, doc, step } = row;
        match step {
            Step::Do(edit) => {
                for cut in self.undone.drain(..) {
                    if let Some(folded) = self.edits.get_mut(&cut) {
                        folded.standing = Standing::Cut;
                    }
                }
                self.edits.insert(
                    seq,
                    Folded {
                        at,
                        doc,
                        edit,
                        standing: Standing::InForce,
                    },
                );
            }
            Step::Undo(target) => {
                let folded = self.edits.get_mut(&target).filter(|folded| folded.standing == Standing::InForce);
                folded.ok_or_else(|| senseless(seq))?.standing = Standing::Undone;
                self.undone.push(target);
            }
            Step::Redo(target) => {
                let place = self
                    .undone
                    .iter()
                    .rposition(|undone| *undone == target)
                    .ok_or_else(|| senseless(seq))?;
                self.edits.get_mut(&target).ok_or_else(|| senseless(seq))?.standing = Standing::InForce;
                self.undone.remove(place);
            }
        }
        self.last = seq;
        Ok(())
    }

    /// The latest edit in force, of the documents that `is_shown` lets through.
    pub fn undoable(&self, is_shown: impl Fn(DocId) -> bool) -> Option<(Seq, DocId, &Edit)> {
        let in_force = |folded: &Folded| folded.standing == Standing::InForce && is_shown(folded.doc);
        let (seq, folded) = self.edits.iter().rfind(|(_, folded)| in_force(folded))?;
        Some((*seq, folded.doc, &folded.edit))
    }

    /// The edit that was undone last, of the documents that `is_shown` lets through.
    pub fn redoable(&self, is_shown: impl Fn(DocId) -> bool) -> Option<(Seq, DocId, &Edit)> {
        let undone = self.undone.iter().rev().filter_map(|seq| Some((*seq, self.edits.get(seq)?)));
        undone
            .map(|(seq, folded)| (seq, folded.doc, &folded.edit))
            .find(|(_, doc, _)| is_shown(*doc))
    }

    /// The edits of a document, oldest first.
    pub fn history(&self, doc: DocId) -> impl Iterator<Item = Past> {
        let of_doc = self.edits.iter().filter(move |(_, folded)| folded.doc == doc);
        of_doc.map(|(seq, folded)| Past {
            seq: *seq,
            at: folded.at,
            edit: folded.edit.clone(),
            standing: folded.standing,
        })
    }

    /// The edits of a document that are in force, oldest first.
    pub fn in_force(&self, doc: DocId) -> impl Iterator<Item = Recorded> {
        let of_doc = self
            .edits
            .iter()
            .filter(move |(_, folded)| folded.doc == doc && folded.standing == Standing::InForce);
        of_doc.map(|(seq, folded)| Recorded {
            seq: *seq,
            at: folded.at,
            edit: folded.edit.clone(),
        })
    }
}

fn senseless(seq: Seq) -> WorkspaceErrorKind {
    WorkspaceErrorKind::Damaged(format!("journal row {} makes no sense", seq.0))
}
