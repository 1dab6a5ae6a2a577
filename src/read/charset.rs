//! The encodings as bytes on disk: their decoders and their byte-order marks.

use crate::model::Encoding;

/// The WHATWG decoder of an encoding.
pub(super) fn codec(encoding: Encoding) -> &'static encoding_rs::Encoding {
    match encoding {
        Encoding::Utf8 => encoding_rs::UTF_8,
        Encoding::Utf16Le => encoding_rs::UTF_16LE,
        Encoding::Utf16Be => encoding_rs::UTF_16BE,
        Encoding::Gb18030 => encoding_rs::GB18030,
        Encoding::Big5 => encoding_rs::BIG5,
    }
}

/// U+FEFF in the encoding; empty for Big5, which has no such character.
pub(super) fn byte_order_mark(encoding: Encoding) -> &'static [u8] {
    match encoding {
        Encoding::Utf8 => b"\xEF\xBB\xBF",
        Encoding::Utf16Le => b"\xFF\xFE",
        Encoding::Utf16Be => b"\xFE\xFF",
        Encoding::Gb18030 => b"\x84\x31\x95\x33",
        Encoding::Big5 => b"",
    }
}

/// Whether the bytes begin with the byte-order mark of the encoding.
pub(super) fn is_marked(bytes: &[u8], encoding: Encoding) -> bool {
    let mark = byte_order_mark(encoding);
    !mark.is_empty() && bytes.starts_with(mark)
}

/// The bytes after the encoding's byte-order mark, or all of them where there is none.
pub(super) fn without_mark(bytes: &[u8], encoding: Encoding) -> &[u8] {
    bytes.strip_prefix(byte_order_mark(encoding)).unwrap_or(bytes)
}

/// `text` as the content of a file, without a byte-order mark.
#[cfg(test)]
pub(super) fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        _ => codec(encoding).encode(text).0.into_owned(),
    }
}
