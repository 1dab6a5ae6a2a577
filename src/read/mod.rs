//! The reading room: files become sources.
//!
//! In: paths as a person gave them, or bytes, and perhaps an encoding that the person chose. Out: a [`Source`], or
//! one [`ReadError`] that names the file, the cause and what to do.
//! Always: no more than [`MAX_FILE_BYTES`] are held of a file; the canonical text differs from the decoded one only
//! by its byte-order mark and by LF for CRLF; the same bytes and the same choice give the same source. Detection only
//! ever suggests: a chosen encoding wins, and [`origin`] leads every span back to the file's own bytes.

mod charset;
mod content;
mod decode;
mod detect;
mod error;
mod folder;
pub mod origin;

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use sha2::{Digest, Sha256};

pub use error::{Content, ReadError, ReadErrorKind};
pub use folder::briefing_paths;

use crate::model::{Encoding, Format, Source};

/// The largest file that is read: 64 MiB.
pub const MAX_FILE_BYTES: u64 = 64 * 1024 * 1024;

/// Reads the file at `path`, in the `forced` encoding or else in the detected one.
///
/// # Errors
/// When there is no regular file, it cannot be read, it is too large or it holds no text.
pub fn file(path: &Path, forced: Option<Encoding>) -> Result<Source, ReadError> {
    with_words(file_or_blank(path, forced)?)
}

/// As [`file`], but a file without words is read too: the contract of `tongbao extract` wants an empty extraction of it.
///
/// # Errors
/// When there is no regular file, it cannot be read, it is too large or no text.
pub fn file_or_blank(path: &Path, forced: Option<Encoding>) -> Result<Source, ReadError> {
    let content = content_of(path).map_err(|kind| ReadError {
        path: path.to_owned(),
        kind,
    })?;
    source(path, content.into(), forced)
}

fn with_words(source: Source) -> Result<Source, ReadError> {
    if source.text.trim().is_empty() {
        return Err(ReadError {
            path: source.path,
            kind: ReadErrorKind::Empty,
        });
    }
    Ok(source)
}

/// Reads `bytes` as the content of the file at `path`; the file itself is left alone.
///
/// # Errors
/// When the bytes are too many or no text.
pub fn bytes(path: &Path, bytes: Arc<[u8]>, forced: Option<Encoding>) -> Result<Source, ReadError> {
    with_words(source(path, bytes, forced)?)
}

fn source(path: &Path, bytes: Arc<[u8]>, forced: Option<Encoding>) -> Result<Source, ReadError> {
    match decode::text(&bytes, forced) {
        Ok(decoded) => {
            let sha256 = lower_hex(&Sha256::digest(&bytes));
            Ok(Source::new(path.to_owned(), bytes, sha256, format_of(path), decoded))
        }
        Err(kind) => Err(ReadError {
            path: path.to_owned(),
            kind,
        }),
    }
}

fn content_of(path: &Path) -> Result<Vec<u8>, ReadErrorKind> {
    // Asked by path before opening, because opening a pipe waits for its writer.
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        return Err(ReadErrorKind::IsFolder);
    }
    if !metadata.is_file() {
        return Err(ReadErrorKind::NotAFile);
    }
    if metadata.len() > MAX_FILE_BYTES {
        return Err(ReadErrorKind::TooLarge { bytes: metadata.len() });
    }
    let mut content = Vec::with_capacity(metadata.len() as usize + 1);
    // The file may grow while it is read: one byte more than the limit is enough to know.
    File::open(path)?.take(MAX_FILE_BYTES + 1).read_to_end(&mut content)?;
    Ok(content)
}

fn format_of(path: &Path) -> Format {
    if has_extension(path, &["md", "markdown"]) {
        Format::Markdown
    } else {
        Format::Text
    }
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    path.extension()
        .is_some_and(|found| extensions.iter().any(|extension| found.eq_ignore_ascii_case(extension)))
}

fn lower_hex(digest: &[u8]) -> String {
    const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    digest
        .iter()
        .flat_map(|byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]])
        .collect()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn failure(path: &Path) -> ReadErrorKind {
        let error = file(path, None).expect_err("the file was read");
        assert_eq!(error.path, path);
        error.kind
    }

    fn written(name: &str, content: &[u8]) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        fs::write(&path, content).unwrap();
        (folder, path)
    }

    #[test]
    fn a_file_is_kept_with_its_bytes_hash_and_format() {
        let (_folder, path) = written("第3场.MD", "通报\r\n新增2例".as_bytes());
        let source = file(&path, None).unwrap();
        assert_eq!(&*source.text, "通报\n新增2例");
        assert_eq!(&*source.bytes, "通报\r\n新增2例".as_bytes());
        assert_eq!(
            (source.encoding, source.format, source.path),
            (Encoding::Utf8, Format::Markdown, path)
        );
    }

    #[test]
    fn the_hash_is_the_sha256_of_the_bytes() {
        let source = bytes(Path::new("a.txt"), b"abc".as_slice().into(), None).unwrap();
        assert_eq!(source.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn markdown_is_told_by_the_extension_alone() {
        for (name, format) in [
            ("a.md", Format::Markdown),
            ("a.Markdown", Format::Markdown),
            ("a.b.md", Format::Markdown),
            ("a.txt", Format::Text),
            ("md", Format::Text),
            (".md", Format::Text),
            ("a.mdx", Format::Text),
            ("a", Format::Text),
        ] {
            let source = bytes(Path::new(name), b"# one **two**".as_slice().into(), None).unwrap();
            assert_eq!((source.format, &*source.text), (format, "# one **two**"), "{name}");
        }
    }

    #[test]
    fn an_empty_file_is_refused() {
        for blank in ["", " ", "\r\n\t\u{3000}\n", "\u{feff}", "\u{feff}\n"] {
            let (_folder, path) = written("empty.txt", blank.as_bytes());
            assert_eq!(failure(&path), ReadErrorKind::Empty);
            assert!(file_or_blank(&path, None).is_ok());
        }
    }

    #[test]
    fn a_vanished_file_is_refused() {
        let (_folder, path) = written("gone.txt", b"text");
        fs::remove_file(&path).unwrap();
        assert_eq!(failure(&path), ReadErrorKind::Vanished);
    }

    #[test]
    fn a_path_through_a_file_is_refused_as_vanished() {
        let (_folder, path) = written("plain.txt", b"text");
        assert_eq!(failure(&path.join("inner.txt")), ReadErrorKind::Vanished);
    }

    #[test]
    fn a_folder_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(failure(folder.path()), ReadErrorKind::IsFolder);
    }

    #[test]
    fn a_file_over_the_limit_is_refused_before_it_is_read() {
        let (_folder, path) = written("large.txt", b"text");
        // Sparse: takes no room on the disk.
        File::options()
            .write(true)
            .open(&path)
            .unwrap()
            .set_len(MAX_FILE_BYTES + 1)
            .unwrap();
        assert_eq!(failure(&path), ReadErrorKind::TooLarge { bytes: MAX_FILE_BYTES + 1 });
    }

    #[test]
    fn bytes_over_the_limit_are_refused_and_bytes_at_the_limit_are_read() {
        let limit = MAX_FILE_BYTES as usize;
        let read = |length: usize| bytes(Path::new("a.txt"), vec![b'a'; length].into(), None);
        assert_eq!(read(limit).unwrap().text.len(), limit);
        assert_eq!(
            read(limit + 1).unwrap_err().kind,
            ReadErrorKind::TooLarge { bytes: MAX_FILE_BYTES + 1 }
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_refused_without_opening_it() {
        assert_eq!(failure(Path::new("/dev/null")), ReadErrorKind::NotAFile);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_without_permission_is_refused() {
        use std::os::unix::fs::PermissionsExt;

        let (_folder, path) = written("secret.txt", b"text");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
        let privileged = File::open(&path).is_ok();
        if !privileged {
            assert_eq!(failure(&path), ReadErrorKind::Denied);
        }
    }
}
