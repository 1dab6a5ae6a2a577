//! Pieces → sections: neighbours of one kind and speaker joined, offsets of the text, names that outlive edits elsewhere.

use super::people::Speaker;
use super::reading::{Reading, is_blank};
use crate::model::{Section, SectionId, SectionKind, Span, StableHash};
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

/// A stretch of the reading with one kind and one speaker.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub range: Range<usize>,
    pub kind: SectionKind,
    pub speaker: Option<Speaker>,
    pub outlet: Option<Range<usize>>,
    pub heading: Option<Range<usize>>,
}

impl Piece {
    pub fn plain(range: Range<usize>, kind: SectionKind) -> Self {
        Self {
            range,
            kind,
            speaker: None,
            outlet: None,
            heading: None,
        }
    }
}

/// A section's name is made of this many of its first characters.
const NAME_CHARS: usize = 24;

/// Joins and names the pieces.
pub(super) fn of(pieces: Vec<Piece>, reading: &Reading, written: &str) -> Vec<Section> {
    let quote = Quote { reading, written };
    let mut places = reading.places();
    let mut sections: Vec<Section> = Vec::new();
    // The piece that the last section began with.
    let mut head: Option<Piece> = None;
    for piece in pieces {
        let span = places.source_span(written, &piece.range);
        if span.is_empty() {
            continue;
        }
        if let (Some(head), Some(last)) = (&head, sections.last_mut())
            && quote.joins(head, &piece)
        {
            last.span = last.span.union(span);
            continue;
        }
        sections.push(Section {
            id: SectionId(0),
            kind: piece.kind,
            span,
            speaker: piece.speaker.as_ref().map(|range| quote.squeezed(range)),
            outlet: piece.outlet.as_ref().map(|range| quote.squeezed(range)),
            heading: piece.heading.as_ref().map(|range| quote.heading(range).to_owned()),
        });
        head = Some(piece);
    }
    name(&mut sections, written);
    sections
}

/// Stretches of the reading in the words of the text.
struct Quote<'a> {
    reading: &'a Reading,
    written: &'a str,
}

impl<'a> Quote<'a> {
    fn of(&self, range: &Range<usize>) -> &'a str {
        self.reading.source_span(self.written, range).of(self.written)
    }

    /// Without white space: 主任  某某 is 主任某某.
    fn squeezed(&self, range: &Range<usize>) -> String {
        let words = self.of(range);
        if !self.reading.is_spaced(range) {
            return words.to_owned();
        }
        let mut squeezed = String::with_capacity(words.len());
        squeezed.extend(words.split(is_blank));
        squeezed
    }

    fn heading(&self, range: &Range<usize>) -> &'a str {
        heading_span(self.written, self.reading.source_span(self.written, range)).of(self.written)
    }

    /// A piece goes on with the section that another began.
    fn joins(&self, head: &Piece, piece: &Piece) -> bool {
        let names = |a: &Range<usize>, b: &Range<usize>| self.squeezed(a) == self.squeezed(b);
        let words = |a: &Range<usize>, b: &Range<usize>| self.heading(a) == self.heading(b);
        head.kind == piece.kind
            && same(&head.speaker, &piece.speaker, names)
            && (piece.outlet.is_none() || same(&head.outlet, &piece.outlet, names))
            && same(&head.heading, &piece.heading, words)
    }
}

/// Two stretches, or none, are one and the same, or equal in words.
fn same(a: &Option<Range<usize>>, b: &Option<Range<usize>>, equal: impl Fn(&Range<usize>, &Range<usize>) -> bool) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a == b || equal(a, b),
        (a, b) => a.is_none() && b.is_none(),
    }
}

fn name(sections: &mut [Section], text: &str) {
    let mut met: HashMap<u64, usize> = HashMap::with_capacity(sections.len());
    for section in sections {
        let words = StableHash::new().text("section").text(&first_chars(section.span.of(text)));
        let number = met.entry(words.finish()).or_default();
        section.id = SectionId(words.number(*number).finish());
        *number += 1;
    }
}

/// The characters that a section's name is made of.
fn first_chars(words: &str) -> Cow<'_, str> {
    let end = words.char_indices().nth(NAME_CHARS).map_or(words.len(), |(end, _)| end);
    if !words[..end].contains(is_blank) {
        return Cow::Borrowed(&words[..end]);
    }
    let mut first = String::with_capacity(NAME_CHARS * char::MAX_LEN_UTF8);
    first.extend(words.chars().filter(|c| !is_blank(*c)).take(NAME_CHARS));
    Cow::Owned(first)
}

/// A heading's words as written, without white space around them and Markdown's marks.
pub(super) fn heading_span(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let is_mark = |c: char| matches!(c, '#' | '*') || is_blank(c);
    let start = span.start as usize + (words.len() - words.trim_start_matches(is_mark).len());
    Span::new(start, start + words.trim_matches(is_mark).len())
}
