//! Tells files that hold no text, by the signature at their head or by what they decode to.

use super::Content;

/// Formats that are told by their first bytes. Only signatures that no text can begin with, or hardly one.
const SIGNATURES: &[(&[u8], Content)] = &[
    (b"\x89PNG\r\n\x1A\n", Content::Image),
    (b"\xFF\xD8\xFF", Content::Image),
    (b"GIF87a", Content::Image),
    (b"GIF89a", Content::Image),
    (b"II*\0", Content::Image),
    (b"MM\0*", Content::Image),
    (b"%PDF-", Content::Pdf),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Content::OfficeDocument),
    (b"{\\rtf", Content::OfficeDocument),
    (b"PK\x05\x06", Content::Archive),
    (b"PK\x07\x08", Content::Archive),
    (b"\x1F\x8B\x08", Content::Archive),
    (b"BZh91AY&SY", Content::Archive),
    (b"\xFD7zXZ\0", Content::Archive),
    (b"7z\xBC\xAF\x27\x1C", Content::Archive),
    (b"Rar!\x1A\x07", Content::Archive),
    (b"\x28\xB5\x2F\xFD", Content::Archive),
    (b"\x7FELF", Content::Program),
    (b"\0asm", Content::Program),
];

/// Names of entries that make a ZIP file an office document, as they stand in the entries' headers.
const OFFICE_ENTRIES: &[&[u8]] = &[
    b"[Content_Types].xml",
    b"_rels/",
    b"word/",
    b"xl/",
    b"ppt/",
    b"mimetypeapplication/vnd.oasis.opendocument",
];

/// How far into a ZIP file its first entries are looked for.
const ZIP_HEAD_BYTES: usize = 4096;

/// What the file is by its signature; `None` when it may be text.
pub(super) fn by_signature(bytes: &[u8]) -> Option<Content> {
    let by_head = SIGNATURES
        .iter()
        .find(|(signature, _)| bytes.starts_with(signature))
        .map(|(_, content)| *content);
    by_head.or_else(|| by_container(bytes))
}

fn by_container(bytes: &[u8]) -> Option<Content> {
    let at = |offset: usize, expected: &[u8]| bytes.get(offset..).is_some_and(|rest| rest.starts_with(expected));
    let is_webp = at(0, b"RIFF") && at(8, b"WEBP");
    let is_bitmap = at(0, b"BM") && at(6, b"\0\0\0\0");
    let is_heif = at(4, b"ftyp") && [b"heic", b"heix", b"mif1", b"avif"].iter().any(|brand| at(8, *brand));
    if is_webp || is_bitmap || is_heif {
        Some(Content::Image)
    } else if at(0, b"PK\x03\x04") {
        let head = &bytes[..bytes.len().min(ZIP_HEAD_BYTES)];
        let names_office = OFFICE_ENTRIES
            .iter()
            .any(|name| head.windows(name.len()).any(|window| window == *name));
        Some(if names_office { Content::OfficeDocument } else { Content::Archive })
    } else if at(257, b"ustar") {
        Some(Content::Archive)
    } else {
        None
    }
}

/// Whether a decoded file has too many control characters for a text: more than one in twenty characters.
/// Noise decodes to one in ten; texts have none, or a stray one.
pub(super) fn is_noise(text: &str) -> bool {
    let is_control = |byte: &u8| *byte < b' ' && !(b'\t'..=b'\r').contains(byte) || *byte == 0x7F;
    let controls = text.as_bytes().iter().filter(|byte| is_control(byte)).count();
    controls > 0 && controls * 20 > text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], content: Option<Content>) {
        assert_eq!(by_signature(bytes), content, "{}", bytes.escape_ascii());
    }

    #[test]
    fn signatures_tell_what_is_no_text() {
        check(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", Some(Content::Image));
        check(b"\xFF\xD8\xFF\xE0\0\x10JFIF", Some(Content::Image));
        check(b"GIF89a\x01\0", Some(Content::Image));
        check(b"RIFF\x24\0\0\0WEBPVP8 ", Some(Content::Image));
        check(b"BM\x36\0\x03\0\0\0\0\0\x36", Some(Content::Image));
        check(b"\0\0\0\x18ftypheic\0\0\0\0", Some(Content::Image));
        check(b"%PDF-1.7\n", Some(Content::Pdf));
        check(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", Some(Content::OfficeDocument));
        check(b"{\\rtf1\\ansi", Some(Content::OfficeDocument));
        check(b"\x1F\x8B\x08\0\0", Some(Content::Archive));
        check(b"\x7FELF\x02\x01", Some(Content::Program));
    }

    #[test]
    fn an_office_document_is_told_from_another_zip_by_its_entries() {
        let zip = |name: &str| [b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0....", name.as_bytes(), b"..."].concat();
        check(&zip("[Content_Types].xml"), Some(Content::OfficeDocument));
        check(&zip("word/document.xml"), Some(Content::OfficeDocument));
        check(
            &zip("mimetypeapplication/vnd.oasis.opendocument.text"),
            Some(Content::OfficeDocument),
        );
        check(&zip("briefings/monday.txt"), Some(Content::Archive));
    }

    #[test]
    fn a_tape_archive_is_told_by_the_mark_inside_its_first_header() {
        let mut tape = vec![0; 512];
        tape[..5].copy_from_slice(b"a.txt");
        check(&tape, None);
        tape[257..262].copy_from_slice(b"ustar");
        check(&tape, Some(Content::Archive));
    }

    #[test]
    fn texts_that_begin_almost_like_a_signature_are_left_alone() {
        for text in [
            "",
            "PK",
            "PKU 3 cases",
            "BM 2022 report, 12 pages",
            "RIFFs and WEBPs",
            "GIF is not JPEG",
            "%PDF",
            "MM*",
            "7zip",
            "Rar!",
        ] {
            check(text.as_bytes(), None);
        }
    }

    #[test]
    fn noise_is_more_than_a_stray_control_character() {
        for text in ["one\ttwo\r\nthree\u{b}\u{c}", "twenty characters, \u{1}one of them", "", "新增３例"] {
            assert!(!is_noise(text), "{text:?}");
        }
        for noise in ["\0", "a\0b\0c\0", "half \u{1}\u{2}\u{3} of \u{7f}\u{8}"] {
            assert!(is_noise(noise), "{noise:?}");
        }
    }
}
