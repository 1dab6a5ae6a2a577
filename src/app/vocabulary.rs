//! Words that people add, as they lie in the settings folder and as they are in force.
//!
//! In: the folder `lexicon` beside the settings. Out: [`Taught`], and one [`TableTrouble`] for each line or file that is left out.
//! Always: a table that cannot be read, or a line of it that is not understood, never stops the others; what a person has accepted is on
//! disk before it is in force.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::extract::taught::{Malformed, Table, Taught};

/// A table or a line of one that is left out.
#[derive(Debug, PartialEq)]
pub struct TableTrouble {
    pub path: PathBuf,
    pub cause: TableFault,
}

#[derive(Debug, PartialEq)]
pub enum TableFault {
    Line(Malformed),
    Unreadable(String),
}

/// The words and where they are kept.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    folder: Option<PathBuf>,
    pub taught: Taught,
}

impl Vocabulary {
    /// The folder of tables that belongs to a settings file.
    pub fn folder_beside(settings: &Path) -> Option<PathBuf> {
        settings.parent().map(|folder| folder.join("lexicon"))
    }

    /// Reads every table of the folder; one that is not there adds nothing.
    pub fn load(folder: Option<PathBuf>) -> (Self, Vec<TableTrouble>) {
        let mut vocabulary = Self {
            folder,
            taught: Taught::default(),
        };
        let mut troubles = Vec::new();
        for table in Table::ALL.iter().copied() {
            let Some(path) = vocabulary.path_of(table) else { break };
            let causes = match std::fs::read_to_string(&path) {
                Ok(text) => vocabulary.taught.add(table, &text).into_iter().map(TableFault::Line).collect(),
                Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
                Err(error) => vec![TableFault::Unreadable(error.to_string())],
            };
            troubles.extend(causes.into_iter().map(|cause| TableTrouble { path: path.clone(), cause }));
        }
        (vocabulary, troubles)
    }

    pub fn path_of(&self, table: Table) -> Option<PathBuf> {
        self.folder.as_ref().map(|folder| folder.join(table.file_name()))
    }

    /// Writes a line to its table's file; the words in force stay as they are.
    ///
    /// # Errors
    /// There is no settings folder, or the file cannot be written.
    pub fn keep(&self, table: Table, line: &str) -> io::Result<()> {
        let path = self
            .path_of(table)
            .ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "no settings folder"))?;
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        // A file that a person has edited may end without a line end.
        let needs_line_end = std::fs::read(&path).is_ok_and(|bytes| bytes.last().is_some_and(|last| *last != b'\n'));
        let mut file = OpenOptions::new().create(true).append(true).open(&path)?;
        let line_end = if needs_line_end { "\n" } else { "" };
        file.write_all(format!("{line_end}{line}\n").as_bytes())?;
        file.sync_all()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::taught::Fault;

    #[test]
    fn what_is_kept_is_there_at_the_next_start_and_a_bad_line_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("lexicon");
        let (vocabulary, troubles) = Vocabulary::load(Some(place.clone()));
        assert!(vocabulary.taught.is_empty() && troubles.is_empty());
        vocabulary.keep(Table::Units, "筐筐\tgoods").unwrap();
        std::fs::write(place.join("actors.tsv"), "联盟").unwrap();
        vocabulary.keep(Table::Actors, "合作社").unwrap();
        std::fs::write(place.join("words.tsv"), "# mine\n某物\tsupply\n某物\tnonsense\n").unwrap();
        let (vocabulary, troubles) = Vocabulary::load(Some(place.clone()));
        assert_eq!(vocabulary.taught.len(), 4);
        let malformed = Malformed {
            line: 3,
            text: "某物\tnonsense".to_owned(),
            fault: Fault::UnknownClass,
        };
        assert_eq!(
            troubles,
            [TableTrouble {
                path: place.join("words.tsv"),
                cause: TableFault::Line(malformed)
            }]
        );
    }
}
