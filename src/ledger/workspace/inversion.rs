//! Whatever a person does, undo leads back, redo leads forth, and a restart changes nothing.

use std::path::PathBuf;

use proptest::prelude::*;
use tempfile::TempDir;

use super::tests::{TEXT, extraction, folder, in_force, source, with_document};
use super::{DocId, Workspace};
use crate::ledger::{Briefing, Edge, Edit, apply};
use crate::model::{MetaSlot, SectionKind, Slot, Span};

/// What a person may do; numbers are taken modulo what there is.
#[derive(Clone, Debug)]
enum Deed {
    SetValue {
        doc: usize,
        fact: usize,
        value: u16,
    },
    SetItem {
        doc: usize,
        fact: usize,
        item: String,
    },
    Add {
        doc: usize,
    },
    Remove {
        doc: usize,
        fact: usize,
    },
    Revert {
        doc: usize,
        fact: usize,
    },
    SetKind {
        doc: usize,
        section: usize,
        kind: usize,
    },
    MoveEdge {
        doc: usize,
        section: usize,
        at_end: bool,
        to: usize,
    },
    SetSession {
        doc: usize,
        session: u32,
    },
    RevertSession {
        doc: usize,
    },
    Undo,
    Redo,
    Reopen,
}

fn deed() -> impl Strategy<Value = Deed> {
    let (doc, index) = (0..2_usize, any::<usize>());
    prop_oneof![
        3 => (doc.clone(), index, any::<u16>()).prop_map(|(doc, fact, value)| Deed::SetValue { doc, fact, value }),
        1 => (doc.clone(), index, "[糌粑面粉 ]{0,3}").prop_map(|(doc, fact, item)| Deed::SetItem { doc, fact, item }),
        1 => doc.clone().prop_map(|doc| Deed::Add { doc }),
        2 => (doc.clone(), index).prop_map(|(doc, fact)| Deed::Remove { doc, fact }),
        1 => (doc.clone(), index).prop_map(|(doc, fact)| Deed::Revert { doc, fact }),
        1 => (doc.clone(), index, index).prop_map(|(doc, section, kind)| Deed::SetKind { doc, section, kind }),
        2 => (doc.clone(), index, any::<bool>(), index).prop_map(|(doc, section, at_end, to)| Deed::MoveEdge { doc, section, at_end, to }),
        1 => (doc.clone(), 1..99_u32).prop_map(|(doc, session)| Deed::SetSession { doc, session }),
        1 => doc.prop_map(|doc| Deed::RevertSession { doc }),
        5 => Just(Deed::Undo),
        3 => Just(Deed::Redo),
        1 => Just(Deed::Reopen),
    ]
}

impl Deed {
    /// The document and the edit that the deed comes to, if to any.
    fn edit(&self, briefings: &[Briefing; 2]) -> Option<(usize, Edit)> {
        let entry = |doc: usize, fact: usize| briefings[doc].facts.get(fact % briefings[doc].facts.len().max(1));
        let section = |doc: usize, at: usize| briefings[doc].sections.get(at % briefings[doc].sections.len().max(1));
        Some(match self {
            Self::SetValue { doc, fact, value } => (
                *doc,
                Edit::set_slot(entry(*doc, *fact)?, TEXT, Slot::Value, Some(&value.to_string())).ok()??,
            ),
            Self::SetItem { doc, fact, item } => (*doc, Edit::set_slot(entry(*doc, *fact)?, TEXT, Slot::Item, Some(item)).ok()??),
            Self::Add { doc } => (*doc, Edit::add_fact(&briefings[*doc], TEXT, Span::new(18, 23)).ok()?),
            Self::Remove { doc, fact } => (*doc, Edit::remove_fact(entry(*doc, *fact)?, TEXT)),
            Self::Revert { doc, fact } => (
                *doc,
                Edit::RevertFact {
                    fact: entry(*doc, *fact)?.fact.id,
                },
            ),
            Self::SetKind { doc, section: at, kind } => {
                let kind = SectionKind::ALL[kind % SectionKind::ALL.len()];
                (*doc, Edit::set_section_kind(section(*doc, *at)?, TEXT, kind)?)
            }
            Self::MoveEdge {
                doc,
                section: at,
                at_end,
                to,
            } => {
                let edge = if *at_end { Edge::End } else { Edge::Start };
                let id = section(*doc, *at)?.section.id;
                (
                    *doc,
                    Edit::move_boundary(&briefings[*doc], TEXT, id, edge, to % (TEXT.len() + 1)).ok()??,
                )
            }
            Self::SetSession { doc, session } => (
                *doc,
                Edit::set_meta(&briefings[*doc].meta, MetaSlot::Session, Some(&session.to_string())).ok()??,
            ),
            Self::RevertSession { doc } => (*doc, Edit::RevertMeta { slot: MetaSlot::Session }),
            Self::Undo | Self::Redo | Self::Reopen => return None,
        })
    }
}

/// A workspace with two documents, and beside it what it should hold.
struct Run {
    _folder: TempDir,
    path: PathBuf,
    workspace: Workspace,
    docs: [DocId; 2],
    done: Vec<(usize, Edit)>,
    undone: Vec<(usize, Edit)>,
}

impl Run {
    fn start() -> Self {
        let (folder, path) = folder();
        let (mut workspace, first) = with_document(&path);
        let second = workspace.add(&source("53.txt", b"53")).unwrap();
        Self {
            _folder: folder,
            path,
            workspace,
            docs: [first, second],
            done: Vec::new(),
            undone: Vec::new(),
        }
    }

    fn briefings(&self) -> [Briefing; 2] {
        self.docs.map(|doc| apply(&extraction(), TEXT, &in_force(&self.workspace, doc)))
    }

    fn undo(&mut self) {
        let expected = self.done.pop();
        let undone = self.workspace.undo().unwrap();
        assert_eq!(undone, expected.as_ref().map(|(doc, edit)| (self.docs[*doc], edit.clone())));
        self.undone.extend(expected);
    }

    fn redo(&mut self) {
        let expected = self.undone.pop();
        let redone = self.workspace.redo().unwrap();
        assert_eq!(redone, expected.as_ref().map(|(doc, edit)| (self.docs[*doc], edit.clone())));
        self.done.extend(expected);
    }

    fn act(&mut self, deed: &Deed) {
        match deed {
            Deed::Undo => self.undo(),
            Deed::Redo => self.redo(),
            Deed::Reopen => self.workspace = Workspace::open(&self.path).unwrap(),
            _ => {
                if let Some((doc, edit)) = deed.edit(&self.briefings()) {
                    self.workspace.record(self.docs[doc], edit.clone(), 0).unwrap();
                    self.done.push((doc, edit));
                    self.undone.clear();
                }
            }
        }
    }

    /// The file holds what it should, and every briefing keeps its invariants.
    fn check(&self) {
        for (index, doc) in self.docs.iter().enumerate() {
            let expected: Vec<Edit> = self
                .done
                .iter()
                .filter(|(doc, _)| *doc == index)
                .map(|(_, edit)| edit.clone())
                .collect();
            assert_eq!(in_force(&self.workspace, *doc), expected);
        }
        for briefing in self.briefings() {
            assert_eq!(briefing.unplaced, []);
            assert!(
                briefing.sections.is_sorted_by(|a, b| a.section.span.end <= b.section.span.start),
                "sections never overlap"
            );
            assert!(briefing.sections.iter().all(|entry| !entry.section.span.of(TEXT).trim().is_empty()));
            assert!(briefing.facts.is_sorted_by_key(|entry| entry.fact.span.start));
            assert!(briefing.facts.iter().all(|entry| !entry.fact.span.of(TEXT).is_empty()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_edit_inverts_and_every_restart_finds_the_same(deeds in prop::collection::vec(deed(), 1..24)) {
        let mut run = Run::start();
        let original = run.briefings();
        for deed in &deeds {
            run.act(deed);
            run.check();
        }
        let last = run.briefings();
        run.workspace = Workspace::open(&run.path).unwrap();
        prop_assert_eq!(run.briefings(), last.clone());
        let steps = run.done.len();
        while !run.done.is_empty() {
            run.undo();
        }
        prop_assert_eq!(run.briefings(), original);
        for _ in 0..steps {
            run.redo();
        }
        prop_assert_eq!(run.briefings(), last);
    }
}
