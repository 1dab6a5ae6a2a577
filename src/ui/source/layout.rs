//! A page laid out: its paragraphs as galleys, and the way between bytes of the text and places on the paper.
//!
//! Galleys are asked for anew in each frame: egui keeps those of the last frame by text, format, width and pixel
//! density, and alone knows when its glyph atlas was rebuilt. A page is short, so asking costs microseconds.

use std::sync::Arc;

use eframe::egui::epaint::text::{LayoutJob, TextFormat};
use eframe::egui::{Color32, FontId, Galley, Pos2, Rect, Ui, Vec2, pos2, vec2};

use crate::ledger::SectionEntry;
use crate::model::{SectionKind, Span};

/// Space between paragraphs of one section, in points.
pub const PARAGRAPH_GAP: f32 = 4.0;
/// Space above a section.
pub const SECTION_GAP: f32 = 20.0;
/// A highlight leaves this much of its line free above and below.
const INSET: f32 = 3.0;

/// How a briefing is set.
#[derive(Clone, Debug)]
pub struct Look {
    pub width: f32,
    pub line: f32,
    pub reading: FontId,
    pub heading: FontId,
    pub ink: Color32,
    pub faint: Color32,
}

/// A paragraph, or the part of one that belongs to one section and page.
pub struct Piece {
    /// Its words, without space at either end.
    pub span: Span,
    /// Distance from the top of the page.
    pub top: f32,
    pub galley: Arc<Galley>,
    /// Index of its section.
    pub section: Option<usize>,
}

/// A page as laid out.
pub struct Sheet {
    pub page: usize,
    pub pieces: Vec<Piece>,
    pub height: f32,
}

/// Index of the section that holds the byte. Sections are sorted and do not overlap.
pub fn section_at(sections: &[SectionEntry], byte: usize) -> Option<usize> {
    let after = sections.partition_point(|entry| entry.section.span.start as usize <= byte);
    let index = after.checked_sub(1)?;
    sections[index].section.span.contains(byte).then_some(index)
}

/// Cuts a page into paragraphs and these at the edges of sections. The words of each part, without space around
/// them, with the section and whether the part opens its section.
pub fn parts(text: &str, page: Span, sections: &[SectionEntry]) -> Vec<(Span, Option<usize>, bool)> {
    let mut parts = Vec::new();
    let mut from = page.start as usize;
    for line in page.of(text).split_inclusive('\n') {
        let end = from + line.len();
        while from < end {
            let section = section_at(sections, from);
            let next = sections.partition_point(|entry| entry.section.span.start as usize <= from);
            let edge = match section {
                Some(index) => sections[index].section.span.end as usize,
                None => sections.get(next).map_or(end, |entry| entry.section.span.start as usize),
            };
            let edge = text.floor_char_boundary(edge.min(end));
            let edge = if edge > from { edge } else { end };
            let words = trimmed(text, from, edge, from == 0 || text.as_bytes()[from - 1] == b'\n');
            if !words.is_empty() {
                // Space before the section's first words may lie before it, so the first part inside it opens it.
                let opens = section.is_some_and(|index| {
                    let start = sections[index].section.span.start as usize;
                    text.get(start..words.start as usize).is_none_or(|before| before.trim().is_empty())
                });
                parts.push((words, section, opens));
            }
            from = edge;
        }
    }
    parts
}

/// Drops the space around words; the indent of a paragraph's first line stays.
fn trimmed(text: &str, from: usize, to: usize, keeps_indent: bool) -> Span {
    let part = &text[from..to];
    let end = from + part.trim_end().len();
    let start = if keeps_indent { from } else { to - part.trim_start().len() };
    Span::new(start.min(end), end)
}

impl Look {
    fn job(&self, words: &str, kind: Option<SectionKind>) -> LayoutJob {
        let format = TextFormat {
            font_id: if kind == Some(SectionKind::Title) {
                self.heading.clone()
            } else {
                self.reading.clone()
            },
            color: if kind == Some(SectionKind::Furniture) {
                self.faint
            } else {
                self.ink
            },
            line_height: Some(self.line),
            ..TextFormat::default()
        };
        // One character for one, so that places in the galley stay places in the text.
        let shown: String = words.chars().map(|c| if c.is_control() && c != '\t' { ' ' } else { c }).collect();
        let mut job = LayoutJob::single_section(shown, format);
        job.wrap.max_width = self.width;
        job.keep_trailing_whitespace = true;
        job
    }
}

impl Sheet {
    pub fn of(ui: &Ui, text: &str, page: usize, span: Span, sections: &[SectionEntry], look: &Look) -> Self {
        let mut top = 0.0;
        let mut pieces = Vec::new();
        for (words, section, opens) in parts(text, span, sections) {
            top += if opens { SECTION_GAP } else { PARAGRAPH_GAP };
            let kind = section.and_then(|index| sections.get(index)).map(|entry| entry.section.kind);
            let galley = ui.fonts_mut(|fonts| fonts.layout_job(look.job(words.of(text), kind)));
            let height = galley.size().y;
            pieces.push(Piece {
                span: words,
                top,
                galley,
                section,
            });
            top += height;
        }
        // A page of nothing but blank lines still has a height, so that every viewport is filled by few pages.
        let height = if pieces.is_empty() { look.line } else { top };
        Self { page, pieces, height }
    }

    /// Distance from the page's top to the line of a byte, and the height of the line.
    pub fn line_of(&self, text: &str, byte: usize) -> Option<(f32, f32)> {
        let piece = self
            .pieces
            .iter()
            .take_while(|piece| piece.span.start as usize <= byte)
            .last()
            .or(self.pieces.first())?;
        let at = byte.clamp(piece.span.start as usize, piece.span.end as usize);
        let rect = piece
            .rects(
                text,
                Span::new(at, text.ceil_char_boundary(at + 1).min(piece.span.end as usize).max(at)),
            )
            .into_iter()
            .next();
        let rect = rect.unwrap_or_else(|| piece.galley.rect);
        Some((piece.top + rect.top(), rect.height()))
    }
}

impl Piece {
    pub fn bottom(&self) -> f32 {
        self.top + self.galley.size().y
    }

    /// The byte whose character is nearest to a place, which is relative to the piece.
    pub fn byte_at(&self, text: &str, place: Vec2) -> usize {
        let nth = self.galley.cursor_from_pos(place).index.0;
        self.span
            .of(text)
            .char_indices()
            .nth(nth)
            .map_or(self.span.end as usize, |(at, _)| self.span.start as usize + at)
    }

    /// The byte of the character that covers a place, which is relative to the piece; `None` beside the words.
    pub fn byte_under(&self, text: &str, place: Pos2) -> Option<usize> {
        let mut passed = 0;
        for row in &self.galley.rows {
            if row.rect().contains(place) {
                let column = row
                    .glyphs
                    .iter()
                    .position(|glyph| place.x - row.pos.x < glyph.pos.x + glyph.advance_width)?;
                let (at, _) = self.span.of(text).char_indices().nth(passed + column)?;
                return Some(self.span.start as usize + at);
            }
            passed += row.char_count_including_newline().0;
        }
        None
    }

    /// Where the words of a span stand, one rectangle for each line, relative to the piece.
    pub fn rects(&self, text: &str, span: Span) -> Vec<Rect> {
        let start = span.start.clamp(self.span.start, self.span.end);
        let end = span.end.clamp(start, self.span.end);
        let before = Span {
            start: self.span.start,
            end: start,
        }
        .of(text)
        .chars()
        .count();
        let within = Span { start, end }.of(text).chars().count();
        let (from, to) = (before, before + within);
        let mut passed = 0;
        let mut rects = Vec::new();
        for row in &self.galley.rows {
            let count = row.char_count_excluding_newline().0;
            let (first, last) = (from.max(passed), to.min(passed + count));
            if first < last {
                let left = row.pos.x + row.x_offset((first - passed).into());
                let right = row.pos.x + row.x_offset((last - passed).into());
                rects.push(Rect::from_min_max(pos2(left, row.min_y()), pos2(right, row.max_y())));
            }
            passed += row.char_count_including_newline().0;
        }
        rects
    }
}

/// What of a line's rectangle a highlight fills.
pub fn inset(rect: Rect) -> Rect {
    rect.shrink2(vec2(0.0, INSET))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Section, SectionId};

    fn sections(given: &[(usize, usize)]) -> Vec<SectionEntry> {
        let section = |&(start, end): &(usize, usize)| Section {
            id: SectionId(start as u64),
            kind: SectionKind::Statement,
            span: Span::new(start, end),
            speaker: None,
            outlet: None,
            heading: None,
        };
        given
            .iter()
            .map(|span| SectionEntry {
                section: section(span),
                machine: None,
                edited: false,
            })
            .collect()
    }

    #[track_caller]
    fn check(text: &str, given: &[(usize, usize)], expected: &[(&str, Option<usize>, bool)]) {
        let cut = parts(text, Span::new(0, text.len()), &sections(given));
        let shown: Vec<_> = cut.iter().map(|(span, section, opens)| (span.of(text), *section, *opens)).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn paragraphs_and_sections_cut_a_page() {
        check("甲\n乙\n", &[], &[("甲", None, false), ("乙", None, false)]);
        check(
            "甲\n乙\n丙",
            &[(0, 7), (8, 11)],
            &[("甲", Some(0), true), ("乙", Some(0), false), ("丙", Some(1), true)],
        );
    }

    #[test]
    fn a_section_that_begins_inside_a_paragraph_cuts_it() {
        check(
            "正文。主编:某",
            &[(0, 9), (9, 19)],
            &[("正文。", Some(0), true), ("主编:某", Some(1), true)],
        );
        check(
            "正文。 主编",
            &[(0, 9), (10, 16)],
            &[("正文。", Some(0), true), ("主编", Some(1), true)],
        );
    }

    #[test]
    fn words_between_sections_are_kept() {
        check(
            "甲乙丙",
            &[(3, 6)],
            &[("甲", None, false), ("乙", Some(0), true), ("丙", None, false)],
        );
    }

    #[test]
    fn blank_lines_are_left_out_and_indents_kept() {
        check("\n\n  甲 \n \n", &[], &[("  甲", None, false)]);
        check("", &[], &[]);
        check(" \n\n", &[(0, 3)], &[]);
    }

    #[test]
    fn a_section_edge_off_the_text_does_no_harm() {
        check("甲", &[(0, 900)], &[("甲", Some(0), true)]);
        check("甲乙", &[(0, 1), (1, 2)], &[("甲乙", Some(0), true)]);
    }
}
