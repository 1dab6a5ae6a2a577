//! Bytes to canonical text.

use std::borrow::Cow;

use super::{Content, MAX_FILE_BYTES, ReadErrorKind, charset, content, detect};
use crate::model::{Decoded, Encoding};

/// A text of which more than one character in so many could not be decoded is refused: it is garbage in that encoding.
const MOST_REPLACED: usize = 4;

/// Decodes a whole file to its canonical text. A `forced` encoding wins over the detection and over the signs that the
/// file is no text.
pub(super) fn text(bytes: &[u8], forced: Option<Encoding>) -> Result<Decoded, ReadErrorKind> {
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(ReadErrorKind::TooLarge { bytes: bytes.len() as u64 });
    }
    if forced.is_none()
        && let Some(what) = content::by_signature(bytes)
    {
        return Err(ReadErrorKind::NotText { what });
    }
    let Some(encoding) = forced.or_else(|| detect::encoding(bytes)) else {
        return Err(ReadErrorKind::NotText { what: Content::Binary });
    };
    let body = charset::without_mark(bytes, encoding);
    let (text, has_replacements) = charset::codec(encoding).decode_without_bom_handling(body);
    if forced.is_none() && content::is_noise(&text) {
        return Err(ReadErrorKind::NotText { what: Content::Binary });
    }
    if has_replacements && is_garbage(&text) {
        return Err(ReadErrorKind::Undecodable { encoding });
    }
    Ok(Decoded {
        text: with_line_feeds(text),
        encoding,
        has_bom: body.len() < bytes.len(),
        has_replacements,
    })
}

fn is_garbage(text: &str) -> bool {
    text.matches(char::REPLACEMENT_CHARACTER).count() * MOST_REPLACED > text.chars().count()
}

fn with_line_feeds(text: Cow<'_, str>) -> String {
    if text.contains('\r') {
        text.replace("\r\n", "\n")
    } else {
        text.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::super::charset::encoded;
    use super::*;

    fn check(bytes: &[u8], forced: Option<Encoding>, expected: (&str, Encoding, bool, bool)) {
        let decoded = text(bytes, forced).unwrap();
        let found = (decoded.text.as_str(), decoded.encoding, decoded.has_bom, decoded.has_replacements);
        assert_eq!(found, expected, "{}", bytes.escape_ascii());
    }

    fn check_refused(bytes: &[u8], forced: Option<Encoding>, kind: ReadErrorKind) {
        assert_eq!(text(bytes, forced).err(), Some(kind), "{}", bytes.escape_ascii());
    }

    #[test]
    fn every_encoding_gives_the_same_text_with_and_without_mark_and_carriage_returns() {
        // All of it can be spelled in Big5 too.
        let canonical = "今日新增3例。\n本市共有5例。\n";
        for &encoding in Encoding::ALL {
            for newline in ["\n", "\r\n"] {
                let body = encoded(&canonical.replace('\n', newline), encoding);
                check(&body, None, (canonical, encoding, false, false));
                check(&body, Some(encoding), (canonical, encoding, false, false));
                let mark = charset::byte_order_mark(encoding);
                let marked = [mark, body.as_slice()].concat();
                check(&marked, None, (canonical, encoding, !mark.is_empty(), false));
                check(&marked, Some(encoding), (canonical, encoding, !mark.is_empty(), false));
            }
        }
    }

    #[test]
    fn only_the_mark_and_the_pairs_are_changed() {
        let check = |raw: &str, canonical: &str| assert_eq!(text(raw.as_bytes(), None).unwrap().text, canonical);
        check("a\r\nb", "a\nb");
        check("a\rb", "a\rb");
        check("a\r\r\nb\n\r", "a\r\nb\n\r");
        check("\u{feff}\u{feff}a", "\u{feff}a");
        check("  a\u{a0}\u{3000}\t\n", "  a\u{a0}\u{3000}\t\n");
        check("a\u{feff}", "a\u{feff}");
    }

    #[test]
    fn the_forced_encoding_wins_over_what_the_file_looks_like() {
        check(
            "新增".as_bytes(),
            Some(Encoding::Gb18030),
            ("鏂板\u{e583}", Encoding::Gb18030, false, false),
        );
        check(
            b"\xEF\xBB\xBFabcde",
            Some(Encoding::Utf16Be),
            ("\u{efbb}\u{bf61}扣摥", Encoding::Utf16Be, false, false),
        );
        check(
            b"%PDF-1.7 is how such a file begins",
            Some(Encoding::Utf8),
            ("%PDF-1.7 is how such a file begins", Encoding::Utf8, false, false),
        );
        check(b"\x01\x02ab", Some(Encoding::Utf8), ("\u{1}\u{2}ab", Encoding::Utf8, false, false));
    }

    #[test]
    fn broken_bytes_become_replacements_that_are_reported() {
        check(
            b"ten good letters \xFF and more",
            Some(Encoding::Utf8),
            ("ten good letters \u{fffd} and more", Encoding::Utf8, false, true),
        );
        let cut = &"今日新增3例".as_bytes()[..15];
        check(cut, None, ("今日新增3\u{fffd}", Encoding::Utf8, false, true));
        check(
            "a genuine \u{fffd} in the file".as_bytes(),
            None,
            ("a genuine \u{fffd} in the file", Encoding::Utf8, false, false),
        );
    }

    #[test]
    fn a_text_that_is_mostly_broken_is_refused() {
        let chinese = encoded("今日新增确诊病例", Encoding::Gb18030);
        check_refused(
            &chinese,
            Some(Encoding::Utf8),
            ReadErrorKind::Undecodable { encoding: Encoding::Utf8 },
        );
    }

    #[test]
    fn white_space_decodes_whatever_is_forced() {
        for blank in ["", " ", "\n\t\u{3000}\n"] {
            check(blank.as_bytes(), None, (blank, Encoding::Utf8, false, false));
        }
        check(b"\xFF\xFE", None, ("", Encoding::Utf16Le, true, false));
        check(" \u{3000}1".as_bytes(), None, (" \u{3000}1", Encoding::Utf8, false, false));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let not_text = |what| ReadErrorKind::NotText { what };
        check_refused(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", None, not_text(Content::Image));
        check_refused(&[0; 100], None, not_text(Content::Binary));
        // UTF-32 is none of the encodings: every second UTF-16 unit of it is a NUL.
        check_refused(b"\xFF\xFE\0\0a\0\0\0b\0\0\0c\0\0\0", None, not_text(Content::Binary));
    }

    #[test]
    fn noise_without_a_signature_is_refused() {
        // xorshift64: looks like compressed or enciphered data, the same on every run.
        let noise = |seed: u64| {
            let step = |state: &u64| {
                let mut next = *state;
                next ^= next << 13;
                next ^= next >> 7;
                next ^= next << 17;
                Some(next)
            };
            std::iter::successors(Some(seed), step)
                .skip(20)
                .take(128)
                .flat_map(u64::to_le_bytes)
                .collect::<Vec<u8>>()
        };
        for seed in 1..200 {
            check_refused(&noise(seed), None, ReadErrorKind::NotText { what: Content::Binary });
        }
    }
}
