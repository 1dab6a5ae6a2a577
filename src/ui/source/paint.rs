//! Highlights, selection, words, frames: in this order, so that nothing is hidden by what matters less.

use eframe::egui::{Color32, CornerRadius, Painter, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::desk::Desk;
use super::layout::inset;
use super::marks::{Mark, Marks, Run, runs};
use crate::app::theme::{KindColors, Tokens};
use crate::model::{FactId, Span};

const RADIUS: u8 = 4;

pub fn paint(ui: &Ui, desk: &Desk, marks: &Marks, selection: Option<Span>, chosen: Option<FactId>) {
    let tokens = Tokens::of(ui);
    let painter = ui.painter().with_clip_rect(desk.outer);
    let is_chosen = |mark: Option<Mark>| mark.is_some_and(|mark| Some(mark.fact) == chosen);
    for (piece, corner) in desk.visible_pieces() {
        let by = corner.to_vec2();
        let runs = runs(marks, piece.span);
        let rects = |span: Span| {
            piece
                .rects(&desk.text, span)
                .into_iter()
                .map(|rect| inset(rect.translate(by)))
                .collect::<Vec<_>>()
        };
        for (mark, span) in quotes(&runs) {
            highlight(&painter, &rects(span), tokens.kind(mark.kind));
        }
        if let Some(span) = selection.filter(|span| span.overlaps(piece.span)) {
            for rect in rects(span) {
                painter.rect_filled(rect.expand2(vec2(0.0, 3.0)), 0.0, tokens.selection);
            }
        }
        for run in &runs {
            let Some(mark) = run.number else { continue };
            for rect in rects(run.span) {
                strong(
                    &painter,
                    rect,
                    tokens.kind(mark.kind),
                    selection.is_some_and(|selected| selected.overlaps(run.span)),
                );
            }
        }
        painter.galley(corner, piece.galley.clone(), tokens.ink);
        for (mark, span) in quotes(&runs) {
            if is_chosen(Some(mark)) {
                frame(&painter, &rects(span), tokens.accent);
            }
        }
    }
}

/// Neighbouring runs of one quote, joined.
fn quotes(runs: &[Run]) -> Vec<(Mark, Span)> {
    let mut joined: Vec<(Mark, Span)> = Vec::new();
    for run in runs {
        let Some(mark) = run.quote else { continue };
        match joined.last_mut() {
            Some((last, span)) if last.index == mark.index && span.end == run.span.start => span.end = run.span.end,
            _ => joined.push((mark, run.span)),
        }
    }
    joined
}

/// Ground and underline of a quote. Corners are round only where the quote begins and ends.
fn highlight(painter: &Painter, rects: &[Rect], colors: KindColors) {
    let last = rects.len().saturating_sub(1);
    for (nth, rect) in rects.iter().enumerate() {
        painter.rect_filled(*rect, corners(nth == 0, nth == last), colors.highlight);
        underline(painter, *rect, 1.0, colors.underline);
    }
}

/// The number itself: a heavier line, and its kind's ground laid on once more.
fn strong(painter: &Painter, rect: Rect, colors: KindColors, is_selected: bool) {
    if !is_selected {
        painter.rect_filled(rect, CornerRadius::same(2), colors.underline.gamma_multiply(0.16));
    }
    underline(painter, rect, 2.0, colors.underline);
}

fn underline(painter: &Painter, rect: Rect, width: f32, color: Color32) {
    let line = Rect::from_min_max(pos2(rect.left(), rect.bottom() - width), rect.right_bottom());
    painter.rect_filled(line, 0.0, color);
}

fn frame(painter: &Painter, rects: &[Rect], color: Color32) {
    let last = rects.len().saturating_sub(1);
    for (nth, rect) in rects.iter().enumerate() {
        let around = rect.expand2(vec2(0.5, 1.5));
        painter.rect_stroke(around, corners(nth == 0, nth == last), Stroke::new(1.5, color), StrokeKind::Middle);
    }
}

fn corners(begins: bool, ends: bool) -> CornerRadius {
    let (west, east) = (if begins { RADIUS } else { 0 }, if ends { RADIUS } else { 0 });
    CornerRadius {
        nw: west,
        sw: west,
        ne: east,
        se: east,
    }
}
