//! The workspace on disk, as a person and a second program meet it.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use rusqlite::OpenFlags;
use tempfile::TempDir;

use super::*;
use crate::ledger::apply;
use crate::model::{Amount, Approx, Decoded, Extraction, Fact, FactId, Format, Quantity, Section, SectionId, SectionKind, Slot, Span};

pub(super) const TEXT: &str = "配送31吨,糌粑43吨。\n下一步,再送5吨。";

pub(super) fn extraction() -> Arc<Extraction> {
    let fact = |id, start: usize, len, value| {
        let quantity = Quantity {
            value: Some(Amount::from_int(value)),
            low: None,
            high: None,
            unit: "吨".into(),
            approx: Approx::Exact,
        };
        Fact::bare(FactId(id), Span::new(start, start + len), quantity)
    };
    let section = |id, start, end| Section {
        id: SectionId(id),
        kind: SectionKind::Statement,
        span: Span::new(start, end),
        speaker: None,
        outlet: None,
        heading: None,
    };
    let second = TEXT.find('下').unwrap();
    Arc::new(Extraction {
        facts: vec![fact(1, 6, 2, 31), fact(2, 18, 2, 43), fact(3, TEXT.find('5').unwrap(), 1, 5)],
        sections: vec![section(1, 0, second - 1), section(2, second, TEXT.len())],
        ..Extraction::default()
    })
}

pub(super) fn source(name: &str, bytes: &[u8]) -> Source {
    let decoded = Decoded {
        text: TEXT.into(),
        encoding: Encoding::Utf8,
        has_bom: false,
        has_replacements: false,
    };
    // Any text that tells bytes apart will do for their hash.
    let sha256 = format!("{bytes:02x?}");
    Source::new(PathBuf::from("/briefings").join(name), bytes.into(), sha256, Format::Text, decoded)
}

fn set_value(fact: u64, typed: &str) -> Edit {
    let briefing = apply(&extraction(), TEXT, []);
    Edit::set_slot(briefing.entry(FactId(fact)).unwrap(), TEXT, Slot::Value, Some(typed))
        .unwrap()
        .unwrap()
}

pub(super) fn folder() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("work.tongbao");
    (folder, path)
}

pub(super) fn with_document(path: &Path) -> (Workspace, DocId) {
    let mut workspace = Workspace::open(path).unwrap();
    let doc = workspace.add(&source("52.txt", TEXT.as_bytes())).unwrap();
    (workspace, doc)
}

pub(super) fn in_force(workspace: &Workspace, doc: DocId) -> Vec<Edit> {
    workspace.edits(doc).into_iter().map(|recorded| recorded.edit).collect()
}

/// What lies on the disk at this moment, as after a power cut, while the workspace is still open.
fn as_after_a_power_cut(path: &Path) -> (TempDir, Workspace) {
    let (folder, copy) = folder();
    for tail in ["", "-wal", "-journal"] {
        let of = |path: &Path| PathBuf::from(format!("{}{tail}", path.display()));
        if of(path).exists() {
            fs::copy(of(path), of(&copy)).unwrap();
        }
    }
    let workspace = Workspace::open(&copy).unwrap();
    (folder, workspace)
}

#[track_caller]
fn refused(path: &Path, kind: &WorkspaceErrorKind) {
    let before = fs::read(path).ok();
    let error = Workspace::open(path).unwrap_err();
    assert_eq!((&error.kind, error.path.as_path()), (kind, path));
    assert_eq!(fs::read(path).ok(), before, "the file is left as it was");
}

#[test]
fn a_workspace_comes_into_being_with_its_folder() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a/b/work.tongbao");
    assert!(Workspace::open(&path).unwrap().documents().is_empty());
    assert!(path.is_file());
}

#[test]
fn an_empty_file_becomes_a_workspace() {
    let (_folder, path) = folder();
    fs::write(&path, "").unwrap();
    let (workspace, doc) = with_document(&path);
    assert_eq!(workspace.documents()[0].id, doc);
}

#[test]
fn other_files_are_refused_and_left_alone() {
    let (folder, path) = folder();
    fs::write(&path, "短").unwrap();
    refused(&path, &WorkspaceErrorKind::NotAWorkspace);
    fs::write(&path, TEXT.repeat(500)).unwrap();
    refused(&path, &WorkspaceErrorKind::NotAWorkspace);
    refused(folder.path(), &WorkspaceErrorKind::IsFolder);

    let foreign = folder.path().join("places.sqlite");
    Connection::open(&foreign)
        .unwrap()
        .execute_batch("create table places (name text)")
        .unwrap();
    refused(&foreign, &WorkspaceErrorKind::NotAWorkspace);
}

#[test]
fn a_newer_workspace_is_refused() {
    let (_folder, path) = folder();
    drop(with_document(&path));
    Connection::open(&path)
        .unwrap()
        .pragma_update(None, "user_version", schema::VERSION + 1)
        .unwrap();
    refused(
        &path,
        &WorkspaceErrorKind::Newer {
            found: schema::VERSION + 1,
            known: schema::VERSION,
        },
    );
}

#[test]
fn a_newer_form_of_an_edit_is_refused() {
    let (_folder, path) = folder();
    let (workspace, doc) = with_document(&path);
    let sql = "insert into journal (at, doc, verb, edit) values (0, ?1, 'do', ?2)";
    workspace
        .connection
        .execute(sql, params![doc.0, r#"{"v":9,"do":"dream"}"#])
        .unwrap();
    drop(workspace);
    assert_eq!(
        Workspace::open(&path).unwrap_err().kind,
        WorkspaceErrorKind::Newer { found: 9, known: 1 }
    );
}

#[test]
fn a_file_that_can_only_be_read_is_refused() {
    let (_folder, path) = folder();
    drop(with_document(&path));
    let connection = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    assert_eq!(schema::prepare(&connection), Err(WorkspaceErrorKind::Denied));
}

#[test]
fn writes_are_durable_where_memory_can_be_shared() {
    let (_folder, path) = folder();
    let (workspace, _) = with_document(&path);
    let pragma = |name| {
        workspace
            .connection
            .pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0))
            .unwrap()
    };
    assert_eq!(pragma("journal_mode"), rusqlite::types::Value::from("wal".to_owned()));
    assert_eq!(pragma("synchronous"), rusqlite::types::Value::from(2));
}

#[cfg(unix)]
#[test]
fn a_drive_without_shared_memory_takes_a_rollback_journal() {
    let (_folder, path) = folder();
    let (workspace, doc) = with_document(&path);
    drop(workspace);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let fresh = path.with_extension("fresh");
    for (path, documents) in [(&path, vec![doc.0]), (&fresh, vec![])] {
        let connection = Connection::open_with_flags_and_vfs(path, flags, c"unix-dotfile").unwrap();
        schema::prepare(&connection).unwrap();
        let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
        let locking: String = connection.pragma_query_value(None, "locking_mode", |row| row.get(0)).unwrap();
        assert_eq!((mode.as_str(), locking.as_str()), ("truncate", "normal"));
        let second = Connection::open_with_flags_and_vfs(path, flags, c"unix-dotfile").unwrap();
        let ids: Vec<i64> = documents::shown(&second).unwrap().iter().map(|document| document.id.0).collect();
        assert_eq!(ids, documents);
    }
}

#[test]
fn a_document_keeps_its_bytes_and_is_never_there_twice() {
    let (_folder, path) = folder();
    let (mut workspace, doc) = with_document(&path);
    let other = workspace.add(&source("53.txt", b"\xb1\xa8\x00\xff")).unwrap();
    assert_eq!(workspace.add(&source("copy of 52.txt", TEXT.as_bytes())).unwrap(), doc);
    workspace.set_encoding(other, Some(Encoding::Gb18030)).unwrap();
    workspace.set_review(other, Review::Reviewed).unwrap();
    drop(workspace);

    let workspace = Workspace::open(&path).unwrap();
    let [first, second] = workspace.documents() else {
        panic!("two documents")
    };
    assert_eq!(
        (first.id, first.name.as_str(), first.encoding, first.review),
        (doc, "52.txt", None, Review::Unread)
    );
    assert_eq!(
        (second.id, second.encoding, second.review),
        (other, Some(Encoding::Gb18030), Review::Reviewed)
    );
    assert_eq!(second.path, PathBuf::from("/briefings/53.txt"));
    assert!(first.added_at > 1_600_000_000);
    assert_eq!(
        (&*workspace.bytes(doc).unwrap(), &*workspace.bytes(other).unwrap()),
        (TEXT.as_bytes(), b"\xb1\xa8\x00\xff".as_slice())
    );
}

#[test]
fn what_is_unknown_is_said_to_be() {
    let (_folder, path) = folder();
    let (mut workspace, _) = with_document(&path);
    let unknown = DocId(99);
    let kinds = [
        workspace.bytes(unknown).map(|_| ()),
        workspace.remove(unknown),
        workspace.restore(unknown),
        workspace.set_encoding(unknown, None),
        workspace.set_review(unknown, Review::InReview),
        workspace.record(unknown, set_value(1, "32"), 0).map(|_| ()),
    ];
    for outcome in kinds {
        assert_eq!(outcome.unwrap_err().kind, WorkspaceErrorKind::UnknownDocument(unknown));
    }
    assert_eq!(workspace.can_undo(), None);
}

#[test]
fn a_document_taken_out_comes_back_with_its_edits() {
    let (_folder, path) = folder();
    let (mut workspace, doc) = with_document(&path);
    workspace.record(doc, set_value(1, "32"), 0).unwrap();
    workspace.remove(doc).unwrap();
    assert_eq!(
        (workspace.documents().len(), workspace.can_undo()),
        (0, None),
        "nothing out of sight is undone"
    );
    assert_eq!(workspace.undo().unwrap(), None);
    let mut workspace = Workspace::open(&path).unwrap();
    assert_eq!(workspace.add(&source("52 again.txt", TEXT.as_bytes())).unwrap(), doc);
    assert_eq!(workspace.document(doc).map(|document| document.name.as_str()), Some("52 again.txt"));
    assert_eq!(in_force(&workspace, doc), [set_value(1, "32")]);
    workspace.remove(doc).unwrap();
    workspace.restore(doc).unwrap();
    assert_eq!(workspace.undo().unwrap(), Some((doc, set_value(1, "32"))));
}

#[test]
fn undo_and_redo_go_on_after_a_restart() {
    let (_folder, path) = folder();
    let (mut workspace, doc) = with_document(&path);
    let edits = ["32", "33", "34"].map(|value| set_value(1, value));
    for (at, edit) in edits.iter().enumerate() {
        workspace.record(doc, edit.clone(), at as i64).unwrap();
    }
    for edit in edits.iter().rev() {
        workspace = Workspace::open(&path).unwrap();
        assert_eq!(workspace.can_undo(), Some(edit));
        assert_eq!(workspace.undo().unwrap(), Some((doc, edit.clone())));
    }
    assert_eq!((workspace.undo().unwrap(), in_force(&workspace, doc)), (None, vec![]));
    for edit in &edits {
        workspace = Workspace::open(&path).unwrap();
        assert_eq!(workspace.can_redo(), Some(edit));
        assert_eq!(workspace.redo().unwrap(), Some((doc, edit.clone())));
    }
    assert_eq!((workspace.redo().unwrap(), in_force(&workspace, doc)), (None, edits.to_vec()));
    assert_eq!(
        workspace.edits(doc).iter().map(|recorded| recorded.at).collect::<Vec<_>>(),
        [0, 1, 2]
    );
}

#[test]
fn a_new_edit_cuts_what_was_undone_and_history_keeps_it() {
    let (_folder, path) = folder();
    let (mut workspace, doc) = with_document(&path);
    workspace.record(doc, set_value(1, "32"), 10).unwrap();
    workspace.record(doc, set_value(1, "33"), 11).unwrap();
    workspace.undo().unwrap();
    assert_eq!(workspace.history(doc).last().map(|past| past.standing), Some(Standing::Undone));
    workspace.record(doc, set_value(2, "44"), 12).unwrap();
    assert_eq!(workspace.can_redo(), None);
    assert_eq!(workspace.redo().unwrap(), None);
    for workspace in [&workspace, &Workspace::open(&path).unwrap()] {
        let history: Vec<_> = workspace
            .history(doc)
            .into_iter()
            .map(|past| (past.at, past.edit, past.standing))
            .collect();
        assert_eq!(
            history,
            [
                (10, set_value(1, "32"), Standing::InForce),
                (11, set_value(1, "33"), Standing::Cut),
                (12, set_value(2, "44"), Standing::InForce)
            ]
        );
    }
}

#[test]
fn a_revert_of_one_fact_is_undone_like_any_edit() {
    let (_folder, path) = folder();
    let (mut workspace, doc) = with_document(&path);
    for edit in [set_value(1, "32"), set_value(2, "44"), Edit::RevertFact { fact: FactId(1) }] {
        workspace.record(doc, edit, 0).unwrap();
    }
    let values = |workspace: &Workspace| {
        let briefing = apply(&extraction(), TEXT, &in_force(workspace, doc));
        briefing
            .facts_in_force()
            .filter_map(|fact| fact.quantity.value?.to_i64())
            .collect::<Vec<_>>()
    };
    assert_eq!(values(&workspace), [31, 44, 5]);
    workspace.undo().unwrap();
    assert_eq!(values(&workspace), [32, 44, 5]);
    workspace.redo().unwrap();
    assert_eq!(values(&workspace), [31, 44, 5]);
}

#[test]
fn nothing_that_was_recorded_is_lost_with_the_power() {
    let (_folder, path) = folder();
    let (mut workspace, doc) = with_document(&path);
    for step in 0..20 {
        let edit = set_value(1, &format!("{}", 100 + step));
        workspace.record(doc, edit.clone(), step).unwrap();
        let (_copy, survivor) = as_after_a_power_cut(&path);
        assert_eq!(in_force(&survivor, doc), in_force(&workspace, doc));
        assert_eq!(in_force(&survivor, doc).last(), Some(&edit));
        assert_eq!(&*survivor.bytes(doc).unwrap(), TEXT.as_bytes());
    }
    workspace.undo().unwrap();
    let (_copy, survivor) = as_after_a_power_cut(&path);
    assert_eq!((in_force(&survivor, doc).len(), survivor.can_redo()), (19, workspace.can_redo()));
}

#[test]
fn a_write_that_was_not_finished_leaves_no_trace() {
    let (_folder, path) = folder();
    let (mut workspace, doc) = with_document(&path);
    workspace.record(doc, set_value(1, "32"), 0).unwrap();
    let half = Transaction::new_unchecked(&workspace.connection, TransactionBehavior::Immediate).unwrap();
    journal::append(&half, Some(1), doc, Step::Do(set_value(1, "33"))).unwrap();
    let (_copy, survivor) = as_after_a_power_cut(&path);
    assert_eq!(in_force(&survivor, doc), [set_value(1, "32")]);
}

#[test]
fn the_journal_cannot_be_rewritten() {
    let (_folder, path) = folder();
    let (mut workspace, doc) = with_document(&path);
    workspace.record(doc, set_value(1, "32"), 0).unwrap();
    for sql in ["update journal set at = 9", "delete from journal"] {
        assert!(workspace.connection.execute(sql, []).is_err(), "{sql}");
    }
}

#[test]
fn a_journal_row_that_makes_no_sense_is_damage() {
    let (_folder, path) = folder();
    let (mut workspace, doc) = with_document(&path);
    let seq = workspace.record(doc, set_value(1, "32"), 0).unwrap();
    let sql = "insert into journal (at, doc, verb, target) values (0, ?1, 'redo', ?2)";
    workspace.connection.execute(sql, params![doc.0, seq.0]).unwrap();
    drop(workspace);
    assert!(matches!(Workspace::open(&path).unwrap_err().kind, WorkspaceErrorKind::Damaged(_)));
}

#[test]
fn settings_are_kept_and_forgotten() {
    let (_folder, path) = folder();
    let (mut workspace, _) = with_document(&path);
    workspace.set_setting("chart.axis", Some("linear")).unwrap();
    workspace.set_setting("chart.axis", Some("log")).unwrap();
    let mut workspace = Workspace::open(&path).unwrap();
    assert_eq!(workspace.setting("chart.axis").unwrap().as_deref(), Some("log"));
    workspace.set_setting("chart.axis", None).unwrap();
    assert_eq!(workspace.setting("chart.axis").unwrap(), None);
}

#[test]
fn a_second_program_sees_what_the_first_wrote() {
    let (_folder, path) = folder();
    let (mut first, doc) = with_document(&path);
    let mut second = Workspace::open(&path).unwrap();
    assert!(!second.refresh().unwrap());

    first.record(doc, set_value(1, "32"), 0).unwrap();
    let other = first.add(&source("53.txt", b"53")).unwrap();
    assert!(second.refresh().unwrap());
    assert!(!second.refresh().unwrap());
    assert!(!first.refresh().unwrap(), "one's own writes are no news");
    assert_eq!(
        (in_force(&second, doc), second.documents()),
        (in_force(&first, doc), first.documents())
    );

    first.undo().unwrap();
    second.record(other, set_value(2, "44"), 1).unwrap();
    assert_eq!(
        (second.can_redo(), in_force(&second, doc)),
        (None, vec![]),
        "a write takes in what went before it"
    );
    assert!(second.refresh().unwrap(), "and tells of it");
    assert_eq!(first.redo().unwrap(), None);
    assert_eq!(first.undo().unwrap(), Some((other, set_value(2, "44"))));
}

#[test]
fn two_programs_may_write_at_once() {
    const EACH: i64 = 25;
    let (_folder, path) = folder();
    let (workspace, doc) = with_document(&path);
    std::thread::scope(|scope| {
        for fact in [1, 2] {
            let path = &path;
            scope.spawn(move || {
                let mut own = Workspace::open(path).unwrap();
                for value in 0..EACH {
                    own.record(doc, set_value(fact, &format!("{}", 100 + value)), value).unwrap();
                }
            });
        }
    });
    drop(workspace);
    let workspace = Workspace::open(&path).unwrap();
    assert_eq!(workspace.edits(doc).len() as i64, 2 * EACH);
    for fact in [FactId(1), FactId(2)] {
        let of_fact = workspace
            .edits(doc)
            .into_iter()
            .filter(|recorded| recorded.edit.subject() == crate::ledger::Subject::Fact(fact));
        assert!(of_fact.map(|recorded| recorded.at).eq(0..EACH), "each in the order of its writing");
    }
}

#[test]
fn a_first_start_may_happen_twice_at_once() {
    let (_folder, path) = folder();
    std::thread::scope(|scope| {
        let starts: Vec<_> = (0..4).map(|_| scope.spawn(|| Workspace::open(&path).map(|_| ()))).collect();
        for start in starts {
            assert_eq!(start.join().unwrap(), Ok(()));
        }
    });
}
