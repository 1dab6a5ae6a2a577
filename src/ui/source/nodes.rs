//! Each fact in view as a button for screen readers and tests. The pointer does not need them: it reads the text.

use eframe::egui::accesskit::Action;
use eframe::egui::{Role, Sense, Ui, WidgetInfo};

use super::desk::Desk;
use super::layout::inset;
use super::marks::Marks;
use crate::app::{Command, OpenBriefing, Pane, Words};

pub fn nodes_ui(ui: &mut Ui, desk: &Desk, marks: &Marks, open: &OpenBriefing, words: &Words, commands: &mut Vec<Command>) {
    for (piece, corner) in desk.visible_pieces() {
        for mark in marks
            .within(piece.span)
            .filter(|mark| piece.span.contains(mark.number.start as usize))
        {
            let Some(entry) = open.briefing.facts.get(mark.index) else {
                continue;
            };
            let Some(rect) = piece
                .rects(&desk.text, mark.number)
                .first()
                .map(|rect| inset(rect.translate(corner.to_vec2())))
            else {
                continue;
            };
            if !rect.intersects(desk.outer) {
                continue;
            }
            let id = ui.scope_id().with(("mark", mark.fact));
            let response = ui.interact(rect.intersect(desk.outer), id, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), words.mark_name(&entry.fact)));
            ui.ctx().accesskit_node_builder(id, |node| node.add_action(Action::Click));
            if ui.input(|input| input.has_accesskit_action_request(id, Action::Click)) {
                commands.push(Command::ChooseFact {
                    doc: open.doc,
                    fact: mark.fact,
                    from: Pane::Source,
                });
            }
        }
    }
}
