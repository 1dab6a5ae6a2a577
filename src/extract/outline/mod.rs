//! The outline of a briefing: what each stretch of the text is, who speaks in it, what it is headed with.
//!
//! In: a canonical text, folded to simplified characters offset for offset. Out: sections sorted by start, and what the
//! titles say about the whole.
//! Always: total on any text, deterministic, time and memory linear in the text, no IO. Sections never overlap; each is
//! trimmed of outer white space, and every character that is not white space lies in one.
//!
//! `reading` makes cues comparable; `glyphs`, `trie` and `cues` find words and marks in one pass over it; `lines`, `blocks` and
//! `page` tell by form and place what each line of the page is; `body` reads the text itself sentence by sentence, with
//! `sentences`, `report`, `signs`, `figures`, `people`, `turns` and `edges`; `sections` joins, `headline` speaks of the whole.

mod blocks;
mod body;
mod cues;
mod edges;
mod figures;
mod glyphs;
mod headline;
mod lines;
mod page;
mod people;
mod reading;
mod report;
mod sections;
mod sentences;
mod signs;
mod trie;
mod turns;

#[cfg(test)]
mod tests;

pub use cues::{Cues, end_of_office};
pub use headline::meta;

use crate::model::{Section, Span};
use reading::Reading;

/// What a text is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// Sorted by start, never overlapping.
    pub sections: Vec<Section>,
    /// The document's headline.
    pub title: Option<Span>,
    /// The number of the briefing: 第五十二场 → 52.
    pub session: Option<u32>,
}

/// The outline of a text in simplified characters.
pub fn outline(text: &str) -> Outline {
    outline_as_written(text, text, Cues::built_in())
}

/// The outline of a text whose cues are read from `folded`, the same text with every character folded to one of the same
/// length; names and headings are quoted from `written`. Where the lengths differ, `written` alone is read.
pub fn outline_as_written(folded: &str, written: &str, cues: &Cues) -> Outline {
    let folded = if folded.len() == written.len() { folded } else { written };
    let reading = Reading::of(folded);
    let forms = lines::forms(&reading, cues);
    let lines = lines::of(&reading, folded, &forms);
    let roles = page::roles(&lines);
    let pieces = body::read(&lines, &roles, &reading, folded);
    let sections = sections::of(pieces, &reading, written);
    Outline {
        title: headline::title(written, &sections),
        session: headline::session(folded, &sections),
        sections,
    }
}
