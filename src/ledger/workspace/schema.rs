//! The tables of a workspace file, how it is known for one, and how its writes are made durable.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags, Transaction, TransactionBehavior};

use super::error::WorkspaceErrorKind;

/// Marks the file as a workspace, in the place that SQLite keeps for it: “TONG”.
const APPLICATION: i64 = 0x544f_4e47;
/// How long a write waits for another one, which may be of the largest document.
const PATIENCE: Duration = Duration::from_secs(5);
/// What every SQLite file begins with.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// Step `n` brings a file from version `n` to `n + 1`; the version is kept in `user_version`.
const STEPS: &[&str] = &["
    create table documents (
        id integer primary key,
        sha256 text not null unique,
        name text not null,
        path text not null,
        format text not null,
        encoding text,
        review text not null default 'unread',
        added_at integer not null default (unixepoch()),
        removed integer not null default 0 check (removed in (0, 1))
    ) strict;
    -- Apart from the document's row, which is rewritten whole whenever its review state changes.
    create table contents (
        doc integer primary key references documents (id),
        bytes blob not null
    ) strict;
    create table journal (
        seq integer primary key,
        at integer not null,
        doc integer not null references documents (id),
        verb text not null check (verb in ('do', 'undo', 'redo')),
        target integer references journal (seq),
        edit text,
        check ((verb = 'do') = (edit is not null) and (verb = 'do') = (target is null))
    ) strict;
    create trigger journal_is_not_rewritten before update on journal begin select raise(abort, 'the journal only grows'); end;
    create trigger journal_is_not_shortened before delete on journal begin select raise(abort, 'the journal only grows'); end;
    create table settings (
        key text primary key,
        value text not null
    ) strict, without rowid;
"];

/// Version of a file that this program writes.
pub const VERSION: i64 = STEPS.len() as i64;

/// Opens or creates the file and brings it to the present version. A file that is not a workspace is not touched.
pub fn open(path: &Path) -> Result<Connection, WorkspaceErrorKind> {
    refuse_other_files(path)?;
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // Without SQLITE_OPEN_URI: a file may well be called `file:…`.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    prepare(&connection)?;
    Ok(connection)
}

/// SQLite would take some short files for empty databases and write over them.
fn refuse_other_files(path: &Path) -> Result<(), WorkspaceErrorKind> {
    if path.is_dir() {
        return Err(WorkspaceErrorKind::IsFolder);
    }
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    let mut head = Vec::new();
    file.take(MAGIC.len() as u64).read_to_end(&mut head)?;
    if head.is_empty() || head == MAGIC {
        Ok(())
    } else {
        Err(WorkspaceErrorKind::NotAWorkspace)
    }
}

pub(super) fn prepare(connection: &Connection) -> Result<(), WorkspaceErrorKind> {
    connection.busy_timeout(PATIENCE)?;
    // SQLite opens a file that it may not write for reading; then every edit would fail.
    if connection.is_readonly(MAIN_DB)? {
        return Err(WorkspaceErrorKind::Denied);
    }
    // A file that was left in WAL mode and then moved to a drive without shared memory can only be read by one program alone.
    let is_alone = match version(connection) {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::CannotOpen) => {
            connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
            true
        }
        _ => false,
    };
    check_identity(connection)?;
    choose_journal(connection, is_alone)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    // On macOS a plain fsync leaves data in the drive's own cache.
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "checkpoint_fullfsync", true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    migrate(connection)
}

fn pragma(connection: &Connection, name: &str) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, name, |row| row.get(0))
}

fn version(connection: &Connection) -> rusqlite::Result<i64> {
    pragma(connection, "user_version")
}

fn check_identity(connection: &Connection) -> Result<(), WorkspaceErrorKind> {
    // In one transaction, for another program may be creating the file.
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Deferred)?;
    let (application, found) = (pragma(&transaction, "application_id")?, version(&transaction)?);
    let tables: i64 = transaction.query_row("select count(*) from sqlite_schema", [], |row| row.get(0))?;
    match (application, found, tables) {
        (APPLICATION, _, _) if found > VERSION => Err(WorkspaceErrorKind::Newer { found, known: VERSION }),
        (APPLICATION, _, _) | (0, 0, 0) => Ok(()),
        _ => Err(WorkspaceErrorKind::NotAWorkspace),
    }
}

/// WAL; where it needs shared memory that is not to be had (network drives), a rollback journal.
fn choose_journal(connection: &Connection, is_alone: bool) -> Result<(), WorkspaceErrorKind> {
    let set = |mode| connection.pragma_update_and_check(None, "journal_mode", mode, |row| row.get::<_, String>(0));
    if !is_alone {
        match set("WAL") {
            Ok(mode) if mode == "wal" => return Ok(()),
            // Another program is at it; whatever mode it chooses holds for this one too.
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => {
                return Ok(());
            }
            Ok(_) | Err(_) => {}
        }
    }
    set("TRUNCATE")?;
    connection.pragma_update(None, "locking_mode", "NORMAL")?;
    // The lock is given back at the next access.
    version(connection)?;
    Ok(())
}

fn migrate(connection: &Connection) -> Result<(), WorkspaceErrorKind> {
    if version(connection)? == VERSION {
        return Ok(());
    }
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    // Another program may have been quicker.
    let found = version(&transaction)?;
    if found > VERSION {
        return Err(WorkspaceErrorKind::Newer { found, known: VERSION });
    }
    for step in STEPS.iter().skip(usize::try_from(found).unwrap_or(0)) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.commit()?;
    Ok(())
}
