//! From the canonical text back to the file's own bytes.
//!
//! Nothing is kept for it: the file is decoded again up to the place, which costs time linear in that offset.

use std::ops::Range;

use encoding_rs::{Decoder, DecoderResult};

use super::charset;
use crate::model::{Source, Span};

/// The bytes of the file that the span of the text was decoded from.
///
/// A line feed of the text stands for the whole CRLF of the file, a replacement for the bytes that were broken. Where a
/// span begins or ends inside what one sequence of the file gave (within a character, or between the letter and
/// the accent that Big5 writes as one), the whole sequence belongs to it. A span past the end lies at the file's end.
pub fn file_span(source: &Source, span: Span) -> Range<usize> {
    let mut walk = Walk::new(source);
    walk.to(span.start as usize);
    let start = walk.file;
    walk.to(span.end as usize);
    if walk.text < span.end as usize
        && let Some(cut) = walk.next_step()
    {
        walk.file += cut.file;
    }
    start..walk.file
}

/// The longest stretch of text that is decoded at once.
const STRIDE_BYTES: usize = 4096;

/// A place between two characters, in the file and in its canonical text.
struct Walk<'a> {
    codec: &'static encoding_rs::Encoding,
    bytes: &'a [u8],
    file: usize,
    text: usize,
}

/// What lies between two such places: a character, or a CRLF that is one LF in the text.
struct Step {
    /// Bytes of the file.
    file: usize,
    /// Bytes of the text.
    text: usize,
    /// First byte of the text.
    first: u8,
}

impl<'a> Walk<'a> {
    fn new(source: &'a Source) -> Self {
        let body = if source.has_bom {
            charset::without_mark(&source.bytes, source.encoding)
        } else {
            &source.bytes
        };
        Self {
            codec: charset::codec(source.encoding),
            bytes: &source.bytes,
            file: source.bytes.len() - body.len(),
            text: 0,
        }
    }

    /// Goes forward to the last place that is not past the `target`, an offset of the text.
    fn to(&mut self, target: usize) {
        // No stride can pass the target: its text is never longer than a stride and one replacement.
        while self.text + STRIDE_BYTES + char::REPLACEMENT_CHARACTER.len_utf8() <= target && self.file < self.bytes.len() {
            self.stride();
        }
        while let Some(step) = self.next_step()
            && self.text + step.text <= target
        {
            self.file += step.file;
            self.text += step.text;
        }
    }

    /// A decoder has no memory between characters, so a new one may go on at any place.
    fn decoder(&self) -> Decoder {
        self.codec.new_decoder_without_bom_handling()
    }

    fn stride(&mut self) {
        let mut text = [0; STRIDE_BYTES];
        let (result, read, written) = self
            .decoder()
            .decode_to_utf8_without_replacement(&self.bytes[self.file..], &mut text, true);
        let text = &text[..written];
        let pairs = text.windows(2).filter(|window| window == b"\r\n").count();
        self.text += written - pairs;
        self.file += read;
        if let DecoderResult::Malformed(_, read_after) = result {
            self.file -= usize::from(read_after);
            self.text += char::REPLACEMENT_CHARACTER.len_utf8();
        } else if text.ends_with(b"\r")
            && let Some(line_feed) = self.character_at(self.file).filter(|next| next.first == b'\n')
        {
            self.file += line_feed.file;
        }
    }

    /// `None` at the end of the file.
    fn next_step(&self) -> Option<Step> {
        let mut step = self.character_at(self.file)?;
        if step.first == b'\r'
            && let Some(line_feed) = self.character_at(self.file + step.file).filter(|next| next.first == b'\n')
        {
            step.file += line_feed.file;
        }
        Some(step)
    }

    /// The character that begins at a byte of the file, by giving a decoder more and more bytes until it has one.
    fn character_at(&self, at: usize) -> Option<Step> {
        let rest = &self.bytes[at..];
        (1..=rest.len()).find_map(|length| {
            let mut text = [0; 8];
            let (result, read, written) =
                self.decoder()
                    .decode_to_utf8_without_replacement(&rest[..length], &mut text, length == rest.len());
            match result {
                DecoderResult::Malformed(_, read_after) => {
                    let mut replacement = [0; 4];
                    let text = char::REPLACEMENT_CHARACTER.encode_utf8(&mut replacement).as_bytes();
                    Some(Step {
                        file: read - usize::from(read_after),
                        text: text.len(),
                        first: text[0],
                    })
                }
                _ if written > 0 => Some(Step {
                    file: length,
                    text: written,
                    first: text[0],
                }),
                _ => None,
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use proptest::prelude::*;

    use super::super::bytes;
    use super::super::charset::encoded;
    use super::*;
    use crate::model::Encoding;

    fn source(content: Vec<u8>, encoding: Encoding) -> Option<Source> {
        bytes(Path::new("a.txt"), content.into(), Some(encoding)).ok()
    }

    /// What the bytes of a span say on their own.
    fn said(source: &Source, span: Span) -> String {
        let stretch = &source.bytes[file_span(source, span)];
        charset::codec(source.encoding)
            .decode_without_bom_handling(stretch)
            .0
            .replace("\r\n", "\n")
    }

    fn boundaries(text: &str) -> Vec<usize> {
        text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
    }

    /// Every character has its own bytes, in order, and together they are the file behind its mark.
    fn check_characters(content: &[u8], encoding: Encoding, expected: &[(&str, &[u8])]) {
        let source = source(content.to_vec(), encoding).unwrap();
        let characters = boundaries(&source.text)
            .windows(2)
            .map(|ends| Span::new(ends[0], ends[1]))
            .map(|span| (span.of(&source.text), &source.bytes[file_span(&source, span)]))
            .collect::<Vec<_>>();
        assert_eq!(characters, expected);
    }

    #[test]
    fn characters_lead_to_their_own_bytes() {
        check_characters(
            "aé病😀".as_bytes(),
            Encoding::Utf8,
            &[("a", b"a"), ("é", b"\xC3\xA9"), ("病", "病".as_bytes()), ("😀", "😀".as_bytes())],
        );
        check_characters(
            b"\xFF\xFE1\0\x3D\xD8\x00\xDE",
            Encoding::Utf16Le,
            &[("1", b"1\0"), ("😀", b"\x3D\xD8\x00\xDE")],
        );
        check_characters(
            b"\x001\xD8\x3D\xDE\x00",
            Encoding::Utf16Be,
            &[("1", b"\x001"), ("😀", b"\xD8\x3D\xDE\x00")],
        );
        check_characters(
            b"1\xC0\xFD\x81\x39\xEE\x39\x94\x39\xFC\x36",
            Encoding::Gb18030,
            &[
                ("1", b"1"),
                ("例", b"\xC0\xFD"),
                ("㐀", b"\x81\x39\xEE\x39"),
                ("😀", b"\x94\x39\xFC\x36"),
            ],
        );
        check_characters(b"1\xA8\xD2", Encoding::Big5, &[("1", b"1"), ("例", b"\xA8\xD2")]);
    }

    #[test]
    fn the_mark_belongs_to_no_character() {
        check_characters(b"\xEF\xBB\xBFa", Encoding::Utf8, &[("a", b"a")]);
        check_characters(b"\xFE\xFF\0a", Encoding::Utf16Be, &[("a", b"\0a")]);
        check_characters(b"\x84\x31\x95\x33a", Encoding::Gb18030, &[("a", b"a")]);
        let marked = source(b"\xEF\xBB\xBFa".to_vec(), Encoding::Utf8).unwrap();
        assert_eq!(file_span(&marked, Span::new(0, 0)), 3..3);
    }

    #[test]
    fn a_line_feed_stands_for_the_whole_pair_but_not_for_a_lone_return() {
        check_characters(
            b"a\r\nb\nc\rd",
            Encoding::Utf8,
            &[
                ("a", b"a"),
                ("\n", b"\r\n"),
                ("b", b"b"),
                ("\n", b"\n"),
                ("c", b"c"),
                ("\r", b"\r"),
                ("d", b"d"),
            ],
        );
        check_characters(b"1\r\r\n", Encoding::Gb18030, &[("1", b"1"), ("\r", b"\r"), ("\n", b"\r\n")]);
        check_characters(b"1\0\r\0\n\0", Encoding::Utf16Le, &[("1", b"1\0"), ("\n", b"\r\0\n\0")]);
    }

    #[test]
    fn a_replacement_stands_for_the_broken_bytes() {
        check_characters(b"some text \xE4\xBE.", Encoding::Utf8, &{
            let mut all = "some text "
                .split_inclusive(|_: char| true)
                .map(|c| (c, c.as_bytes()))
                .collect::<Vec<_>>();
            all.extend([("\u{fffd}", b"\xE4\xBE".as_slice()), (".", b".")]);
            all
        });
        check_characters(
            b"abcdefgh\x81\x30\x81.",
            Encoding::Gb18030,
            &[
                ("a", b"a"),
                ("b", b"b"),
                ("c", b"c"),
                ("d", b"d"),
                ("e", b"e"),
                ("f", b"f"),
                ("g", b"g"),
                ("h", b"h"),
                ("\u{fffd}", b"\x81"),
                ("0", b"0"),
                ("\u{fffd}", b"\x81"),
                (".", b"."),
            ],
        );
    }

    #[test]
    fn a_letter_and_its_accent_that_are_one_in_the_file_stay_together() {
        let source = source(b"1\x88\x62".to_vec(), Encoding::Big5).unwrap();
        assert_eq!(&*source.text, "1\u{ca}\u{304}");
        for part in [Span::new(1, 3), Span::new(3, 5), Span::new(1, 5)] {
            assert_eq!(file_span(&source, part), 1..3);
        }
    }

    #[test]
    fn a_span_past_the_end_lies_at_the_end() {
        let source = source(b"abc".to_vec(), Encoding::Utf8).unwrap();
        assert_eq!(file_span(&source, Span::new(2, 9)), 2..3);
        assert_eq!(file_span(&source, Span::new(8, 9)), 3..3);
    }

    /// Pieces that are hard to count, repeated so that a text goes over several strides.
    fn any_text() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("\n".to_owned()),
            Just("\r".to_owned()),
            "[a-z0-9]{1,9}",
            "[一-龥，。]{1,9}",
            "\\PC{1,4}",
            any::<char>().prop_map(String::from),
        ];
        (prop::collection::vec(piece, 1..12), 1..400_usize).prop_map(|(pieces, times)| pieces.concat().repeat(times))
    }

    fn any_encoding() -> impl Strategy<Value = Encoding> {
        prop::sample::select(Encoding::ALL)
    }

    proptest! {
        #[test]
        fn the_bytes_of_any_span_say_its_text(
            text in any_text(), encoding in any_encoding(), crlf: bool, marked: bool, ends: [prop::sample::Index; 2],
        ) {
            let text = if crlf { text.replace('\n', "\r\n") } else { text };
            let mark = if marked { charset::byte_order_mark(encoding) } else { b"" };
            let Some(source) = source([mark, &encoded(&text, encoding)].concat(), encoding) else { return Ok(()) };
            let places = boundaries(&source.text);
            let [one, other] = ends.map(|index| places[index.index(places.len())]);
            let span = Span::new(one.min(other), one.max(other));
            prop_assert_eq!(said(&source, span), span.of(&source.text));
        }

        #[test]
        fn broken_files_too_fall_apart_where_their_text_does(
            noise in prop::collection::vec(prop_oneof![any::<u8>(), prop::sample::select(b"\r\n0A\x81\xD8\xFE".as_slice())], 1..40),
            times in 1..300_usize,
            encoding in any_encoding(),
            cut: prop::sample::Index,
        ) {
            // The letters keep the whole from being refused as garbage.
            let content = [noise.as_slice(), &encoded(&"text ".repeat(noise.len()), encoding)].concat().repeat(times);
            let Some(source) = source(content, encoding) else { return Ok(()) };
            let places = boundaries(&source.text);
            let cut = places[cut.index(places.len())];
            let [before, after] = [Span::new(0, cut), Span::new(cut, source.text.len())];
            let (head, tail) = (file_span(&source, before), file_span(&source, after));
            let mark = if source.has_bom { charset::byte_order_mark(encoding) } else { b"" };
            prop_assert_eq!((head.start, tail.end), (mark.len(), source.bytes.len()));
            if head.end == tail.start {
                // Only of the tail: a sequence that is cut off at the end of its bytes breaks otherwise than before other bytes.
                prop_assert_eq!(said(&source, after), after.of(&source.text));
            } else {
                // Only the two characters that Big5 writes as one are ever shared.
                prop_assert_eq!((encoding, head.end - tail.start), (Encoding::Big5, 2));
            }
        }
    }
}
