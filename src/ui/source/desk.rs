//! What is in view and where it lies on the screen.

use std::sync::Arc;

use eframe::egui::emath::GuiRounding as _;
use eframe::egui::{Pos2, Rect, TextStyle, Ui, pos2};

use super::layout::{Look, Piece};
use super::paper::Placed;
use crate::app::theme::{self, Tokens};

/// From the pane's left edge to the text: section names, band, air.
pub const GUTTER: f32 = 98.0;
/// From the text to the pane's right edge.
const MARGIN: f32 = 24.0;
/// Longer lines are hard to read.
const LONGEST_LINE_EM: f32 = 52.0;

/// How the briefing is set in a pane.
pub fn look(ui: &Ui, outer: Rect) -> Look {
    let tokens = Tokens::of(ui);
    let reading = theme::reading_style().resolve(ui.style());
    let line = (reading.size * 1.7).round_ui();
    Look {
        width: (outer.width() - GUTTER - MARGIN)
            .clamp(reading.size * 4.0, reading.size * LONGEST_LINE_EM)
            .floor(),
        line,
        heading: TextStyle::Heading.resolve(ui.style()),
        reading,
        ink: tokens.ink,
        faint: tokens.ink_faint,
    }
}

/// The paper in view.
pub struct Desk {
    pub outer: Rect,
    pub text: Arc<str>,
    pub placed: Vec<Placed>,
}

impl Desk {
    /// Each piece in view with the place of its top left corner.
    pub fn pieces(&self) -> impl Iterator<Item = (&Piece, Pos2)> {
        self.placed.iter().flat_map(move |placed| {
            placed.sheet.pieces.iter().map(move |piece| {
                let corner = pos2(self.outer.left() + GUTTER, self.outer.top() + placed.top + piece.top);
                (piece, corner.round_ui())
            })
        })
    }

    /// Pieces of which at least a line is seen.
    pub fn visible_pieces(&self) -> impl Iterator<Item = (&Piece, Pos2)> {
        self.pieces()
            .filter(|(piece, corner)| corner.y < self.outer.bottom() && corner.y + (piece.bottom() - piece.top) > self.outer.top())
    }

    /// What a person can read without scrolling.
    pub fn words_in_view(&self) -> String {
        self.visible_pieces()
            .map(|(piece, _)| piece.span.of(&self.text))
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// The byte whose character is nearest to a place, for dragging.
    pub fn byte_near(&self, pos: Pos2) -> Option<usize> {
        let mut nearest: Option<(f32, &Piece, Pos2)> = None;
        for (piece, corner) in self.pieces() {
            let bottom = corner.y + (piece.bottom() - piece.top);
            let distance = (corner.y - pos.y).max(pos.y - bottom).max(0.0);
            if nearest.is_none_or(|(least, ..)| distance < least) {
                nearest = Some((distance, piece, corner));
            }
        }
        nearest.map(|(_, piece, corner)| piece.byte_at(&self.text, pos - corner))
    }

    /// The byte of the character at a place; `None` beside the words.
    pub fn byte_under(&self, pos: Pos2) -> Option<usize> {
        self.visible_pieces()
            .find_map(|(piece, corner)| piece.byte_under(&self.text, (pos - corner).to_pos2()))
    }
}
