//! Pieces → sections: neighbours of one kind and speaker joined, offsets of the text, names that outlive edits elsewhere.

use super::people::Speaker;
use super::reading::{Reading, is_blank};
use crate::model::{Section, SectionId, SectionKind, Span, StableHash};
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
    let words = |range: &Option<Range<usize>>| {
        range
            .as_ref()
            .map(|range| squeezed(reading.source_span(written, range).of(written)))
    };
    let mut sections: Vec<Section> = Vec::new();
    for piece in pieces {
        let span = reading.source_span(written, &piece.range);
        if span.is_empty() {
            continue;
        }
        let (speaker, outlet) = (words(&piece.speaker), words(&piece.outlet));
        let heading = piece
            .heading
            .map(|range| heading_span(written, reading.source_span(written, &range)).of(written).to_owned());
        match sections.last_mut() {
            Some(last)
                if last.kind == piece.kind
                    && last.speaker == speaker
                    && (last.outlet == outlet || outlet.is_none())
                    && last.heading == heading =>
            {
                last.span = last.span.union(span);
            }
            _ => sections.push(Section {
                id: SectionId(0),
                kind: piece.kind,
                span,
                speaker,
                outlet,
                heading,
            }),
        }
    }
    name(&mut sections, written);
    sections
}

fn name(sections: &mut [Section], text: &str) {
    let mut met: HashMap<u64, usize> = HashMap::new();
    for section in sections {
        let first: String = section.span.of(text).chars().filter(|c| !is_blank(*c)).take(NAME_CHARS).collect();
        let words = StableHash::new().text("section").text(&first);
        let number = met.entry(words.finish()).or_default();
        section.id = SectionId(words.number(*number).finish());
        *number += 1;
    }
}

/// Without white space: 主任  某某 is 主任某某.
fn squeezed(words: &str) -> String {
    words.chars().filter(|c| !is_blank(*c)).collect()
}

/// A heading's words as written, without white space around them and Markdown's marks.
pub(super) fn heading_span(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let is_mark = |c: char| matches!(c, '#' | '*') || is_blank(c);
    let start = span.start as usize + (words.len() - words.trim_start_matches(is_mark).len());
    Span::new(start, start + words.trim_matches(is_mark).len())
}
