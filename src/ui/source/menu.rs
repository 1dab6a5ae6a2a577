//! The menus of the pane: on selected words, and on a section's band.

use eframe::egui::{Button, Ui};

use super::pointer::Scene;
use super::words::{Unit, around};
use crate::app::{Command, OpenBriefing, Words};
use crate::ledger::{Edge, Edit, SectionEntry};
use crate::model::SectionKind;
use crate::ui::controls::menu_command;

/// What can be done with the words at a byte.
pub fn text_menu_ui(ui: &mut Ui, at: Option<usize>, scene: &Scene, commands: &mut Vec<Command>) {
    let words = scene.words;
    menu_command(ui, scene.app, Command::AddFactFromSelection, commands);
    menu_command(ui, scene.app, Command::TeachSelection, commands);
    let selected = scene.selection.filter(|span| !span.is_empty());
    if ui.add_enabled(selected.is_some(), Button::new(words.copy)).clicked() {
        let selected = selected.unwrap_or_default();
        ui.ctx().copy_text(selected.of(&scene.desk.text).to_owned());
        ui.close();
    }
    let Some(at) = at else { return };
    let moves = boundary_moves(&scene.open.briefing.sections, &scene.desk.text, at);
    if !moves.is_empty() {
        ui.separator();
    }
    for (entry, edge, to) in moves {
        let name = words.boundary_here(entry.section.kind, edge);
        if ui.button(name).clicked() {
            commands.push(Command::MoveBoundary {
                doc: scene.open.doc,
                section: entry.section.id,
                edge,
                to,
            });
            ui.close();
        }
    }
}

/// The ways in which a section can be made to begin with the sentence at a byte or to end with it.
fn boundary_moves<'a>(sections: &'a [SectionEntry], text: &str, at: usize) -> Vec<(&'a SectionEntry, Edge, usize)> {
    let sentence = around(text, at, Unit::Sentence);
    let lead = sentence.of(text).len() - sentence.of(text).trim_start().len();
    let (start, end) = (sentence.start as usize + lead, sentence.end as usize);
    if start >= end {
        return Vec::new();
    }
    let next = sections.partition_point(|entry| entry.section.span.start as usize <= at);
    let here = next.checked_sub(1).filter(|index| sections[*index].section.span.contains(at));
    let before = here
        .map_or(next, |index| index)
        .checked_sub(1)
        .and_then(|index| sections.get(index));
    let here = here.and_then(|index| sections.get(index));
    [
        (here, Edge::Start, start),
        (here, Edge::End, end),
        (before, Edge::End, end),
        (sections.get(next), Edge::Start, start),
    ]
    .into_iter()
    .filter_map(|(entry, edge, to)| Some((entry?, edge, to)))
    .filter(|(entry, edge, to)| {
        let span = entry.section.span;
        match edge {
            Edge::Start => span.start as usize != *to,
            Edge::End => span.end as usize != *to,
        }
    })
    .collect()
}

/// What can be corrected about a section.
pub fn section_menu_ui(ui: &mut Ui, entry: &SectionEntry, open: &OpenBriefing, words: &Words, commands: &mut Vec<Command>) {
    ui.weak(words.section_kind);
    for kind in SectionKind::ALL.iter().copied() {
        if ui.selectable_label(kind == entry.section.kind, words.section(kind)).clicked() {
            commands.push(Command::SetSectionKind {
                doc: open.doc,
                section: entry.section.id,
                kind,
            });
            ui.close();
        }
    }
    if entry.edited {
        ui.separator();
        if ui.button(words.revert_section).clicked() {
            commands.push(Command::Correct {
                doc: open.doc,
                edit: Edit::RevertSection { section: entry.section.id },
            });
            ui.close();
        }
    }
}
