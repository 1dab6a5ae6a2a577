//! The sections pane: what was read in each section, and the chosen fact with every slot to be corrected.
//!
//! In: the chosen briefing as corrected, the chosen fact, a refused value. Out: commands, one for each correction.
//! Always: what is typed reaches a command when the field is left, however it is left; a machine's value stays visible beside a
//! person's; only rows in view are made.

mod details;
mod evidence;
mod fields;
mod inspector;
mod list;
mod lookup;
mod rows;
mod spelling;
#[cfg(test)]
mod tests;

use eframe::egui::{Align, Frame, Layout, Margin, Panel, RichText, Stroke, Ui};

use crate::app::theme::Tokens;
use crate::app::{App, Command, OpenBriefing, Words, words};
use fields::Typing;
use inspector::InspectorView;
use list::ListView;
use lookup::Lookup;
use rows::Filter;

/// What the sections pane remembers from frame to frame.
#[derive(Default)]
pub struct SectionsView {
    list: ListView,
    inspector: InspectorView,
    typing: Typing,
    shows_details: bool,
    lookup: Lookup,
}

impl SectionsView {
    /// Puts the cursor into the value of the chosen fact when it is next drawn.
    pub fn edit_value(&mut self) {
        self.typing.wants_value = true;
    }

    /// Hands over what was typed and not yet entered, before the window goes.
    pub fn finish(&mut self, commands: &mut Vec<Command>) {
        self.typing.begin_frame();
        self.typing.end_frame(commands);
    }
}

/// Draws the pane into what is left of `ui`.
pub fn sections_ui(ui: &mut Ui, view: &mut SectionsView, app: &App, commands: &mut Vec<Command>) {
    view.typing.begin_frame();
    if let Some(open) = app.chosen_briefing() {
        pane_ui(ui, view, app, open, commands);
    }
    view.typing.end_frame(commands);
}

fn pane_ui(ui: &mut Ui, view: &mut SectionsView, app: &App, open: &OpenBriefing, commands: &mut Vec<Command>) {
    let words = words(app.settings.language);
    let tokens = Tokens::of(ui);
    let line = Stroke::new(1.0, tokens.line);
    ui.painter().rect_filled(ui.available_rect_before_wrap(), 0.0, tokens.raised);
    let frame = Frame::new().fill(tokens.raised);

    let head = frame.inner_margin(Margin {
        left: 10,
        right: 12,
        top: 4,
        bottom: 4,
    });
    let head = Panel::top("briefing details")
        .frame(head)
        .resizable(false)
        .show_separator_line(false)
        .show(ui, |ui| {
            details_and_filter_ui(ui, view, app, open, words, commands);
        });
    ui.painter().hline(head.response.rect.x_range(), head.response.rect.bottom(), line);

    let foot = frame.inner_margin(Margin {
        left: 14,
        right: 12,
        top: 8,
        bottom: 4,
    });
    view.lookup.prepare(open);
    match app.chosen_fact.and_then(|fact| view.lookup.entry(open, fact)) {
        Some(entry) => {
            let tallest = (ui.available_height() * 0.75).max(120.0);
            let foot = Panel::bottom("inspector")
                .frame(foot)
                .resizable(true)
                .default_size(344.0)
                .size_range(120.0..=tallest);
            foot.show(ui, |ui| {
                inspector::inspector_ui(ui, &mut view.inspector, &mut view.typing, &view.lookup, app, open, entry, commands);
            });
        }
        None => {
            let shown = Panel::bottom("no fact")
                .frame(foot)
                .resizable(false)
                .show_separator_line(false)
                .show(ui, |ui| {
                    ui.label(RichText::new(words.no_fact_chosen).small().color(tokens.ink_soft));
                });
            ui.painter().hline(shown.response.rect.x_range(), shown.response.rect.top(), line);
        }
    }
    list::list_ui(ui, &mut view.list, app, open, words, commands);
}

fn details_and_filter_ui(ui: &mut Ui, view: &mut SectionsView, app: &App, open: &OpenBriefing, words: &Words, commands: &mut Vec<Command>) {
    let edited = open.corrected();
    let is_narrowed = view.list.filter == Filter::Edited;
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if edited > 0 || is_narrowed {
                let name = RichText::new(words.edits_count(edited)).small();
                if ui.selectable_label(is_narrowed, name).on_hover_text(words.only_edited).clicked() {
                    view.list.filter = if is_narrowed { Filter::All } else { Filter::Edited };
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                details::summary_ui(ui, &mut view.shows_details, open, words);
            });
        });
    });
    if view.shows_details {
        details::details_ui(ui, &mut view.typing, app, open, commands);
    }
}
