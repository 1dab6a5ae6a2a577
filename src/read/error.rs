//! Why a file was not read: one line each, with the path, the cause and what to do.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::MAX_FILE_BYTES;
use crate::model::Encoding;

/// A file or folder that could not be read. The others are not concerned.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: {kind}", on_one_line(path))]
pub struct ReadError {
    /// As the person gave it, or as it was found in a folder.
    pub path: PathBuf,
    pub kind: ReadErrorKind,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadErrorKind {
    /// No bytes, or nothing but white space.
    #[error("the file is empty; choose a file that holds text")]
    Empty,
    #[error("the file has {bytes} bytes and no more than {MAX_FILE_BYTES} (64 MiB) are read; split it into smaller files")]
    TooLarge { bytes: u64 },
    #[error("the file is {what}, not text; save its text as a .txt or .md file and open that")]
    NotText { what: Content },
    #[error("there is no such file any more; look where it was moved to and open it from there")]
    Vanished,
    #[error("reading it is not permitted; change its permissions or open a copy of your own")]
    Denied,
    #[error("this is a folder; open the files in it")]
    IsFolder,
    /// A device, a pipe or a socket.
    #[error("this is a device or a pipe; save what it holds as a file and open that")]
    NotAFile,
    #[error("the folder holds no .txt, .md or .markdown file; choose another folder or the files themselves")]
    FolderWithoutTexts,
    /// So much cannot be decoded that showing the rest would mislead. The encoding is the forced or else the likeliest one.
    #[error("too much of the file is not valid {}; choose another encoding or save the file as UTF-8", encoding.as_str())]
    Undecodable { encoding: Encoding },
    /// The operating system's own words.
    #[error("the file cannot be read ({0}); check the disk or the connection and try again")]
    Io(String),
}

impl From<io::Error> for ReadErrorKind {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Vanished,
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::IsADirectory => Self::IsFolder,
            _ => Self::Io(error.to_string()),
        }
    }
}

/// What a file holds that is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Content {
    Image,
    Pdf,
    /// Word, Excel, PowerPoint, WPS, OpenDocument or RTF.
    OfficeDocument,
    Archive,
    Program,
    /// Anything else.
    Binary,
}

impl fmt::Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Image => "an image",
            Self::Pdf => "a PDF",
            Self::OfficeDocument => "an office document",
            Self::Archive => "an archive",
            Self::Program => "a program",
            Self::Binary => "binary data",
        })
    }
}

/// A file name may hold line breaks; a message may not.
fn on_one_line(path: &Path) -> String {
    path.display().to_string().replace(char::is_control, "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, kind: ReadErrorKind, line: &str) {
        assert_eq!(ReadError { path: path.into(), kind }.to_string(), line);
    }

    #[test]
    fn a_message_names_path_cause_and_way_out() {
        check(
            "notes.txt",
            ReadErrorKind::Empty,
            "notes.txt: the file is empty; choose a file that holds text",
        );
        check(
            "图.png",
            ReadErrorKind::NotText { what: Content::Image },
            "图.png: the file is an image, not text; save its text as a .txt or .md file and open that",
        );
        check(
            "a.txt",
            ReadErrorKind::Undecodable {
                encoding: Encoding::Gb18030,
            },
            "a.txt: too much of the file is not valid GB18030; choose another encoding or save the file as UTF-8",
        );
        check(
            "a.txt",
            ReadErrorKind::TooLarge { bytes: 67_108_865 },
            "a.txt: the file has 67108865 bytes and no more than 67108864 (64 MiB) are read; split it into smaller files",
        );
    }

    #[test]
    fn a_message_stays_on_one_line_whatever_the_file_is_called() {
        check(
            "two\nlines.txt",
            ReadErrorKind::IsFolder,
            "two\u{fffd}lines.txt: this is a folder; open the files in it",
        );
    }
}
