//! From what a person dropped or named to the files to read.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::{ReadError, ReadErrorKind, has_extension};

/// The files to read for the given paths, each once, and the folders that could not be looked into.
///
/// A path that is no folder stays as it is, whatever its extension and even if there is nothing: reading it tells.
/// A folder stands for the `.txt`, `.md` and `.markdown` files in it at any depth, by name, without hidden ones.
/// Links to folders inside a folder are not followed.
pub fn briefing_paths(given: &[PathBuf]) -> (Vec<PathBuf>, Vec<ReadError>) {
    let mut files = Vec::new();
    let mut errors = Vec::new();
    for path in given {
        if path.is_dir() {
            walk(path, &mut files, &mut errors);
        } else {
            files.push(path.clone());
        }
    }
    let mut seen = HashSet::new();
    files.retain(|path| seen.insert(fs::canonicalize(path).unwrap_or_else(|_| path.clone())));
    (files, errors)
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>, errors: &mut Vec<ReadError>) {
    let before = (files.len(), errors.len());
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(is_shown) {
        match entry {
            Ok(entry) if !entry.file_type().is_dir() && has_extension(entry.path(), &["txt", "md", "markdown"]) => {
                files.push(entry.into_path());
            }
            Ok(_) => {}
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                let reason = error.to_string();
                let kind = error.into_io_error().map_or(ReadErrorKind::Io(reason), ReadErrorKind::from);
                errors.push(ReadError { path, kind });
            }
        }
    }
    if before == (files.len(), errors.len()) {
        errors.push(ReadError {
            path: folder.to_owned(),
            kind: ReadErrorKind::FolderWithoutTexts,
        });
    }
}

/// The folder that was given is looked into even if it is hidden: somebody chose it.
fn is_shown(entry: &DirEntry) -> bool {
    entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder_with(names: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in names {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "text").unwrap();
        }
        folder
    }

    /// `given` and `expected` are relative to the folder.
    fn check(folder: &Path, given: &[&str], expected: &[&str]) {
        let given: Vec<PathBuf> = given.iter().map(|name| folder.join(name)).collect();
        let expected: Vec<PathBuf> = expected.iter().map(|name| folder.join(name)).collect();
        assert_eq!(briefing_paths(&given), (expected, Vec::new()));
    }

    #[test]
    fn a_folder_stands_for_the_shown_texts_in_it_by_name() {
        let folder = folder_with(&[
            "b.TXT",
            "a.md",
            "c.markdown",
            "d.docx",
            "e",
            "inner/z.txt",
            ".hidden.txt",
            ".git/g.txt",
            "f.txt/h.png",
        ]);
        check(folder.path(), &[""], &["a.md", "b.TXT", "c.markdown", "inner/z.txt"]);
    }

    #[test]
    fn files_stay_in_the_given_order_whatever_they_are_called() {
        let folder = folder_with(&["b.txt", "a.log", ".c"]);
        check(
            folder.path(),
            &["b.txt", "missing.txt", "a.log", ".c"],
            &["b.txt", "missing.txt", "a.log", ".c"],
        );
    }

    #[test]
    fn the_same_file_is_named_once() {
        let folder = folder_with(&["a.txt", "inner/b.txt"]);
        check(
            folder.path(),
            &["inner/b.txt", "", "a.txt", "inner/../a.txt"],
            &["inner/b.txt", "a.txt"],
        );
        check(folder.path(), &["missing.txt", "missing.txt"], &["missing.txt"]);
    }

    #[test]
    fn a_hidden_folder_that_was_chosen_is_looked_into() {
        let folder = folder_with(&[".kept/a.txt"]);
        check(folder.path(), &[".kept"], &[".kept/a.txt"]);
    }

    #[test]
    fn a_folder_without_texts_is_told_and_the_others_go_on() {
        let folder = folder_with(&["pictures/a.png", "texts/a.txt"]);
        let pictures = folder.path().join("pictures");
        let (files, errors) = briefing_paths(&[pictures.clone(), folder.path().join("texts")]);
        assert_eq!(files, [folder.path().join("texts/a.txt")]);
        assert_eq!(
            errors,
            [ReadError {
                path: pictures,
                kind: ReadErrorKind::FolderWithoutTexts
            }]
        );
    }

    #[cfg(unix)]
    #[test]
    fn links_are_read_as_files_and_never_walked_in_circles() {
        use std::os::unix::fs::symlink;

        let folder = folder_with(&["a.txt", "inner/b.txt"]);
        symlink(folder.path(), folder.path().join("inner/circle")).unwrap();
        symlink(folder.path().join("a.txt"), folder.path().join("again.txt")).unwrap();
        symlink(folder.path().join("nowhere"), folder.path().join("broken.txt")).unwrap();
        symlink(folder.path().join("nowhere"), folder.path().join("broken.lock")).unwrap();
        check(folder.path(), &[""], &["a.txt", "broken.txt", "inner/b.txt"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_locked_folder_is_told_and_the_others_go_on() {
        use std::os::unix::fs::PermissionsExt;

        let folder = folder_with(&["a.txt", "locked/b.txt"]);
        let locked = folder.path().join("locked");
        fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
        let privileged = fs::read_dir(&locked).is_ok();
        let found = briefing_paths(&[folder.path().to_owned()]);
        fs::set_permissions(&locked, fs::Permissions::from_mode(0o700)).unwrap();
        if !privileged {
            assert_eq!(
                found,
                (
                    vec![folder.path().join("a.txt")],
                    vec![ReadError {
                        path: locked,
                        kind: ReadErrorKind::Denied
                    }]
                )
            );
        }
    }
}
