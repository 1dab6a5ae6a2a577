//! A document as read: its bytes, its canonical text and the way between their offsets.

use std::path::PathBuf;
use std::sync::Arc;

/// Text encoding of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    /// Also decodes GBK and GB2312.
    Gb18030,
    Big5,
}

impl Encoding {
    pub const ALL: &'static [Self] = &[Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Gb18030, Self::Big5];

    /// The WHATWG name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Gb18030 => "GB18030",
            Self::Big5 => "Big5",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|e| e.as_str().eq_ignore_ascii_case(name))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Markdown,
}

impl Format {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
        }
    }
}

/// A document as read. Cheap to clone; never changes.
#[derive(Clone, Debug)]
pub struct Source {
    /// As the person gave it; for show and for the year in a file name, never to read again.
    pub path: PathBuf,
    /// The file's own bytes.
    pub bytes: Arc<[u8]>,
    /// Lower-case hexadecimal SHA-256 of `bytes`.
    pub sha256: String,
    pub encoding: Encoding,
    /// The file began with a byte-order mark.
    pub has_bom: bool,
    /// Some bytes could not be decoded and were replaced by U+FFFD.
    pub has_replacements: bool,
    pub format: Format,
    /// Canonical text: decoded, without byte-order mark, CRLF turned to LF.
    pub text: Arc<str>,
    /// Code points before every 1024th byte of the text (the count of characters that begin before it).
    char_marks: Arc<[u32]>,
}

const MARK_EVERY_BYTES: usize = 256;

/// Number of characters that begin in the bytes: eight at a time, because offsets are asked for by the thousand.
fn chars_beginning_in(bytes: &[u8]) -> usize {
    const LOWEST_BITS: u64 = 0x0101_0101_0101_0101;
    let (eights, rest) = bytes.as_chunks::<8>();
    // A byte that goes on with a character is 10xxxxxx.
    let going_on = |eight: &[u8; 8]| {
        let bits = u64::from_ne_bytes(*eight);
        (bits >> 7 & !(bits >> 6) & LOWEST_BITS).count_ones() as usize
    };
    let begun = eights.iter().map(|eight| eight.len() - going_on(eight)).sum::<usize>();
    begun + rest.iter().filter(|b| (**b as i8) >= -0x40).count()
}

/// What the reading room found out about a file, to make a [`Source`] of.
#[derive(Clone, Debug)]
pub struct Decoded {
    pub text: String,
    pub encoding: Encoding,
    pub has_bom: bool,
    pub has_replacements: bool,
}

impl Source {
    pub fn new(path: PathBuf, bytes: Arc<[u8]>, sha256: String, format: Format, decoded: Decoded) -> Self {
        let text: Arc<str> = decoded.text.into();
        let mut char_marks = Vec::with_capacity(text.len() / MARK_EVERY_BYTES + 1);
        let mut chars = 0;
        for block in text.as_bytes().chunks(MARK_EVERY_BYTES) {
            char_marks.push(chars as u32);
            chars += chars_beginning_in(block);
        }
        Self {
            path,
            bytes,
            sha256,
            encoding: decoded.encoding,
            has_bom: decoded.has_bom,
            has_replacements: decoded.has_replacements,
            format,
            text,
            char_marks: char_marks.into(),
        }
    }

    /// File name for show.
    pub fn name(&self) -> String {
        self.path
            .file_name()
            .map_or_else(|| self.path.display().to_string(), |n| n.to_string_lossy().into_owned())
    }

    /// Code-point offset of a byte offset of the text. An offset past the end counts as the end.
    pub fn char_at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let mark = (byte / MARK_EVERY_BYTES).min(self.char_marks.len().saturating_sub(1));
        let Some(before) = self.char_marks.get(mark) else {
            return 0;
        };
        *before as usize + chars_beginning_in(&self.text.as_bytes()[mark * MARK_EVERY_BYTES..byte])
    }

    /// Number of code points of the text.
    pub fn char_count(&self) -> usize {
        self.char_at(self.text.len())
    }
}
