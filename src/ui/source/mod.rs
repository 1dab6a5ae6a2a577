//! The source pane: one briefing's text as it was read, with its sections in the margin and its facts marked.
//!
//! In: the chosen briefing, its facts and sections, the chosen fact and the selected words. Out: commands.
//! Always: the cost of a frame depends on what is in view, never on the length of the text. The text is cut into pages
//! once (`pages`), only pages in view are laid out (`layout`, `paper`), facts and sections are found by binary search
//! (`marks`). A choice made in another pane brings its sentence to the middle once; a choice made here scrolls nothing.

mod desk;
mod gutter;
mod header;
mod heights;
mod layout;
mod marks;
mod menu;
mod nodes;
mod pages;
mod paint;
mod paper;
mod pointer;
mod scrollbar;
#[cfg(test)]
pub(in crate::ui) mod stage;
#[cfg(test)]
mod tests;
mod tooltip;
mod words;

pub(super) use menu::section_menu_ui;

use std::collections::HashMap;

use eframe::egui::{Key, Modifiers, Rect, Role, Sense, Ui, WidgetInfo};

use crate::app::theme::Tokens;
use crate::app::{App, Command, OpenBriefing, Pane, Selection, Words, words};
use crate::ledger::DocId;
use desk::Desk;
use paper::{Motion, Paper, Place};
use pointer::{Gesture, Scene};

/// How far an arrow key scrolls, in points.
const ARROW_STEP: f64 = 54.0;

/// What the source pane remembers from frame to frame.
#[derive(Default)]
pub struct SourceView {
    paper: Option<(DocId, Paper)>,
    /// Where other briefings were left.
    places: HashMap<DocId, Place>,
    gesture: Gesture,
    /// Generation of the last choice that was followed.
    seen_focus: u64,
    /// The last selection that was followed.
    seen_selection: Option<Selection>,
}

/// Draws the pane into what is left of `ui`.
pub fn source_ui(ui: &mut Ui, view: &mut SourceView, app: &App, commands: &mut Vec<Command>) {
    let words = words(app.settings.language);
    let Some(open) = app.chosen_briefing() else {
        ui.centered_and_justified(|ui| ui.weak(words.choose_briefing));
        return;
    };
    header::header_ui(ui, open, words, commands);
    let outer = ui.available_rect_before_wrap();
    ui.painter().rect_filled(outer, 0.0, Tokens::of(ui).paper);
    let Some(paper) = view.open(ui, open) else { return };
    if !paper.is_ready() {
        ui.centered_and_justified(|ui| ui.spinner());
        return;
    }
    view.follow(app, open);
    view.follow_selection(app, open);
    view.keyboard(ui, outer);
    ui.push_id(open.doc, |ui| view.body_ui(ui, app, open, words, outer, commands));
    ui.advance_cursor_after_rect(outer);
}

impl SourceView {
    /// A byte of the topmost line in view.
    #[cfg(test)]
    fn topmost(&self) -> Option<usize> {
        self.paper.as_ref().and_then(|(_, paper)| paper.topmost())
    }

    /// The paper of the briefing, as it was left.
    fn open(&mut self, ui: &Ui, open: &OpenBriefing) -> Option<&mut Paper> {
        let is_open = self
            .paper
            .as_ref()
            .is_some_and(|(doc, paper)| *doc == open.doc && paper.shows(&open.source));
        if !is_open {
            if let Some((doc, paper)) = self.paper.take() {
                self.places.insert(doc, paper.place());
            }
            let place = self.places.get(&open.doc).copied().unwrap_or_default();
            self.paper = Some((open.doc, Paper::new(ui.ctx(), &open.source, place)));
            self.gesture = Gesture::default();
        }
        self.paper.as_mut().map(|(_, paper)| paper)
    }

    /// Goes to the fact that was chosen elsewhere, once.
    fn follow(&mut self, app: &App, open: &OpenBriefing) {
        let Some(focus) = app.focus_for(Pane::Source, self.seen_focus).filter(|focus| focus.doc == open.doc) else {
            return;
        };
        self.seen_focus = focus.generation;
        if let (Some(fact), Some((_, paper))) = (open.fact(focus.fact), &mut self.paper) {
            paper.go(Motion::Centre(fact.span.start as usize));
        }
    }

    /// Brings words into view that another pane selected, once.
    fn follow_selection(&mut self, app: &App, open: &OpenBriefing) {
        if app.selection == self.seen_selection {
            return;
        }
        self.seen_selection = app.selection;
        let span = app
            .selection
            .filter(|selection| selection.doc == open.doc)
            .map(|selection| selection.span);
        if let (Some(span), Some((_, paper))) = (span.filter(|_| span != self.gesture.selected), &mut self.paper) {
            paper.go(Motion::Reveal(span.start as usize));
        }
    }

    /// Keys scroll the text while nothing else wants them.
    fn keyboard(&mut self, ui: &mut Ui, outer: Rect) {
        let Some((_, paper)) = &mut self.paper else { return };
        if ui.memory(|memory| memory.focused().is_some()) || !ui.is_enabled() {
            return;
        }
        let page = f64::from(1.0 - 54.0 / outer.height().max(108.0));
        let keys = [
            (Key::ArrowDown, Motion::Points(ARROW_STEP)),
            (Key::ArrowUp, Motion::Points(-ARROW_STEP)),
            (Key::PageDown, Motion::Viewports(page)),
            (Key::PageUp, Motion::Viewports(-page)),
            (Key::Space, Motion::Viewports(page)),
            (Key::Home, Motion::Top),
            (Key::End, Motion::Bottom),
        ];
        for (key, motion) in keys {
            for _ in 0..ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key)) {
                paper.go(motion);
            }
        }
    }

    fn body_ui(&mut self, ui: &mut Ui, app: &App, open: &OpenBriefing, words: &Words, outer: Rect, commands: &mut Vec<Command>) {
        let Some((_, paper)) = &mut self.paper else { return };
        let id = ui.scope_id().with("paper");
        let response = ui.interact(outer, id, Sense::CLICK | Sense::DRAG);
        response.widget_info(|| WidgetInfo::labeled(Role::Document, ui.is_enabled(), words.source_text));
        if ui.rect_contains_pointer(outer) {
            let wheel = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta.y));
            if wheel != 0.0 {
                paper.go(Motion::Points(f64::from(-wheel)));
            }
        }
        let look = desk::look(ui, outer);
        let placed = paper.visible(ui, &open.briefing.sections, &look, outer.height());
        let desk = Desk {
            outer,
            text: paper.text(),
            placed,
        };
        ui.ctx().accesskit_node_builder(id, |node| node.set_value(desk.words_in_view()));
        let marks = paper.marks(open);
        let selection = app
            .selection
            .filter(|selection| selection.doc == open.doc)
            .map(|selection| selection.span);

        paint::paint(ui, &desk, marks, selection, app.chosen_fact);
        gutter::gutter_ui(ui, &desk, open, words, commands);
        nodes::nodes_ui(ui, &desk, marks, open, words, commands);
        let scene = Scene {
            app,
            open,
            words,
            desk: &desk,
            marks,
            selection,
        };
        let scroll = pointer::pointer_ui(ui, &response, &mut self.gesture, &scene, commands);
        let motion = scrollbar::scrollbar_ui(ui, outer, paper.extent(), words).or(scroll.map(Motion::Points));
        if let Some(motion) = motion {
            paper.go(motion);
            ui.ctx().request_repaint();
        }
    }
}
