//! The pointer on the paper: a click chooses a fact, dragging and double clicks select words.

use eframe::egui::{CursorIcon, Event, Id, Key, Modifiers, PointerButton, Pos2, Response, Ui};

use super::desk::Desk;
use super::marks::{Mark, Marks};
use super::words::{Unit, around, holds_numeral};
use super::{menu, tooltip};
use crate::app::{App, Command, OpenBriefing, Pane, Words};
use crate::model::{FactId, Reason, Span};

/// Where a context menu was asked for, and the selection that is being made.
#[derive(Debug, Default)]
pub struct Gesture {
    /// What the press selected; it stays selected while the pointer is dragged.
    origin: Option<Span>,
    unit: Unit,
    menu_at: Option<usize>,
    /// What this pane selected last, to tell it from what another pane selects.
    pub selected: Option<Span>,
}

/// What the pane shows, for what reacts to the pointer.
pub struct Scene<'a> {
    pub app: &'a App,
    pub open: &'a OpenBriefing,
    pub words: &'a Words,
    pub desk: &'a Desk,
    pub marks: &'a Marks,
    pub selection: Option<Span>,
}

/// Reacts to the pointer; how far the text should scroll because words are dragged past an edge, in points.
pub fn pointer_ui(ui: &mut Ui, response: &Response, gesture: &mut Gesture, scene: &Scene, commands: &mut Vec<Command>) -> Option<f64> {
    let scroll = select(ui, response, gesture, scene, commands);
    click(response, scene, commands);
    if response.secondary_clicked() {
        open_menu(response, gesture, scene, commands);
    }
    response.context_menu(|ui| menu::text_menu_ui(ui, gesture.menu_at, scene, commands));
    hover(ui, response, scene);
    clipboard(ui, response.id, gesture, scene, commands);
    scroll
}

fn select(ui: &Ui, response: &Response, gesture: &mut Gesture, scene: &Scene, commands: &mut Vec<Command>) -> Option<f64> {
    let Desk { text, outer, .. } = scene.desk;
    let selected = &mut gesture.selected;
    let mut report = |span: Span| {
        *selected = Some(span).filter(|span| !span.is_empty());
        if *selected != scene.selection {
            commands.push(Command::Select {
                doc: scene.open.doc,
                span: *selected,
            });
        }
    };
    let pos = response.interact_pointer_pos()?;
    let soon = ui.ctx().options(|options| options.input_options.max_double_click_delay);
    let (is_pressed, is_shift, is_again) = ui.input(|input| {
        let is_again = f64::from(input.pointer.time_since_last_click()) < soon;
        (
            input.pointer.button_pressed(PointerButton::Primary),
            input.modifiers.shift,
            is_again,
        )
    });
    if is_pressed && response.is_pointer_button_down_on() {
        // The press may share its frame with the first move: where it began counts.
        let pos = ui.input(|input| input.pointer.press_origin()).unwrap_or(pos);
        let byte = scene.desk.byte_near(pos)?;
        gesture.unit = Unit::Character;
        match scene.selection.filter(|_| is_shift) {
            Some(selected) => {
                // The far end of what is selected stays where it is.
                let is_before = byte < (selected.start as usize + selected.end as usize) / 2;
                let far = if is_before { selected.end } else { selected.start } as usize;
                gesture.origin = Some(Span::new(far, far));
                report(Span::new(far.min(byte), far.max(byte)));
            }
            None if is_again => {
                let unit = if gesture.origin.is_some_and(|origin| origin.is_empty()) {
                    Unit::Word
                } else {
                    Unit::Paragraph
                };
                let under = scene.desk.byte_under(pos).unwrap_or(byte);
                let origin = around(text, under, unit);
                (gesture.unit, gesture.origin) = (unit, Some(origin));
                report(origin);
            }
            None => {
                gesture.origin = Some(Span::new(byte, byte));
                report(Span::default());
            }
        }
    } else if response.dragged_by(PointerButton::Primary) {
        let (origin, byte) = (gesture.origin?, scene.desk.byte_near(pos)?);
        report(origin.union(around(text, byte, gesture.unit)));
        let past = (pos.y - outer.bottom()).max(0.0) - (outer.top() - pos.y).max(0.0);
        return (past != 0.0).then(|| f64::from(past.clamp(-60.0, 60.0)) * 0.4);
    }
    None
}

fn click(response: &Response, scene: &Scene, commands: &mut Vec<Command>) {
    if !response.clicked() || response.double_clicked() || response.triple_clicked() {
        return;
    }
    let Some(mark) = response.interact_pointer_pos().and_then(|pos| meant(pos, scene)) else {
        return;
    };
    commands.push(Command::ChooseFact {
        doc: scene.open.doc,
        fact: mark.fact,
        from: Pane::Source,
    });
}

/// The fact that a click means. Where several facts share one number (各1例), clicking again goes to the next of them.
fn meant(pos: Pos2, scene: &Scene) -> Option<Mark> {
    let byte = scene.desk.byte_under(pos)?;
    let first = scene.marks.at(byte)?;
    let same: Vec<&Mark> = scene
        .marks
        .within(first.number)
        .filter(|mark| mark.number == first.number)
        .collect();
    let is_chosen = |fact: FactId| scene.app.chosen_fact == Some(fact);
    let next = same.iter().position(|mark| is_chosen(mark.fact)).map(|at| (at + 1) % same.len());
    next.and_then(|at| same.get(at)).copied().or(Some(first)).copied()
}

/// A number that is clicked with nothing selected around it becomes the selection, ready to be made a fact.
fn open_menu(response: &Response, gesture: &mut Gesture, scene: &Scene, commands: &mut Vec<Command>) {
    gesture.menu_at = response
        .interact_pointer_pos()
        .and_then(|pos| scene.desk.byte_under(pos).or_else(|| scene.desk.byte_near(pos)));
    let Some(byte) = gesture.menu_at else { return };
    if scene.selection.is_some_and(|selected| selected.contains(byte)) {
        return;
    }
    let word = around(&scene.desk.text, byte, Unit::Word);
    gesture.selected = Some(word).filter(|word| holds_numeral(word.of(&scene.desk.text)));
    if gesture.selected != scene.selection {
        commands.push(Command::Select {
            doc: scene.open.doc,
            span: gesture.selected,
        });
    }
}

fn hover(ui: &Ui, response: &Response, scene: &Scene) {
    let Some(byte) = response.hover_pos().and_then(|pos| scene.desk.byte_under(pos)) else {
        return;
    };
    let entry = scene.marks.at(byte).and_then(|mark| scene.open.briefing.facts.get(mark.index));
    let Some(entry) = entry.filter(|_| !response.dragged()) else {
        ui.ctx().set_cursor_icon(CursorIcon::Text);
        if let Some(reason) = explained(scene, byte) {
            response
                .clone()
                .on_hover_ui_at_pointer(|ui| tooltip::explained_ui(ui, reason, scene.words));
        }
        return;
    };
    ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    response
        .clone()
        .on_hover_ui_at_pointer(|ui| tooltip::fact_ui(ui, &entry.fact, &scene.desk.text, scene.words));
}

/// Why the number at a byte is no fact.
fn explained(scene: &Scene, byte: usize) -> Option<Reason> {
    let all = &scene.open.machine.explained;
    let after = all.partition_point(|explained| explained.span.start as usize <= byte);
    let found = all.get(after.checked_sub(1)?)?;
    found.span.contains(byte).then_some(found.reason)
}

/// Copy and select all, while nothing that takes text has the keyboard.
fn clipboard(ui: &Ui, id: Id, gesture: &mut Gesture, scene: &Scene, commands: &mut Vec<Command>) {
    if ui.memory(|memory| memory.focused().is_some_and(|focused| focused != id)) {
        return;
    }
    if let Some(selected) = scene.selection
        && ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Copy)))
    {
        ui.ctx().copy_text(selected.of(&scene.desk.text).to_owned());
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::A)) {
        gesture.selected = Some(Span::new(0, scene.desk.text.len()));
        commands.push(Command::Select {
            doc: scene.open.doc,
            span: gesture.selected,
        });
    }
}
