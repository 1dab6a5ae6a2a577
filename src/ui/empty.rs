//! What a newcomer sees: what this program is for, and the ways to begin.

use eframe::egui::{Align, Button, CornerRadius, Frame, Layout, Margin, RichText, ScrollArea, Stroke, TextStyle, Ui, vec2};

use super::controls::{command_button, primary_button};
use crate::app::theme::{self, Tokens};
use crate::app::{App, Command, Words, samples, words};

const WIDTH: f32 = 560.0;
const RECENT_SHOWN: usize = 6;

pub fn empty_ui(ui: &mut Ui, app: &App, commands: &mut Vec<Command>) {
    let words = words(app.settings.language);
    let height = ui.available_height();
    ScrollArea::vertical().id_salt("empty").auto_shrink([false; 2]).show(ui, |ui| {
        ui.vertical_centered(|ui| {
            ui.add_space((height * 0.14).max(16.0));
            let width = WIDTH.min(ui.available_width() - 32.0);
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                contents_ui(ui, app, words, commands);
            });
        });
    });
}

fn contents_ui(ui: &mut Ui, app: &App, words: &Words, commands: &mut Vec<Command>) {
    let tokens = Tokens::of(ui);
    ui.label(RichText::new(words.empty_title).text_style(TextStyle::Heading).color(tokens.ink));
    ui.add_space(4.0);
    ui.label(RichText::new(words.empty_body).color(tokens.ink_soft));
    ui.add_space(18.0);
    ui.horizontal_wrapped(|ui| {
        primary_button(ui, app, Command::OpenSamples, commands);
        command_button(ui, app, Command::OpenDialog, commands);
        command_button(ui, app, Command::OpenFolderDialog, commands);
    });
    ui.label(RichText::new(words.samples_note(samples::ALL.len())).small().color(tokens.ink_soft));
    ui.add_space(18.0);
    Frame::new()
        .stroke(Stroke::new(1.0, tokens.border))
        .fill(tokens.raised)
        .corner_radius(CornerRadius::same(theme::RADIUS + 2))
        .inner_margin(Margin::symmetric(16, 18))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(RichText::new(words.empty_drop).color(tokens.ink));
            ui.label(RichText::new(words.empty_formats).small().color(tokens.ink_soft));
            ui.label(RichText::new(words.empty_private).small().color(tokens.ink_soft));
        });
    if !app.settings.recent.is_empty() {
        ui.add_space(18.0);
        recent_ui(ui, app, words, commands);
    }
}

fn recent_ui(ui: &mut Ui, app: &App, words: &Words, commands: &mut Vec<Command>) {
    let tokens = Tokens::of(ui);
    ui.label(RichText::new(words.recent).text_style(theme::strong_style()));
    ui.spacing_mut().button_padding.x = 0.0;
    for path in app.settings.recent.iter().take(RECENT_SHOWN) {
        let shown = path.display().to_string();
        let button = Button::new(RichText::new(&shown).color(tokens.accent))
            .frame_when_inactive(false)
            .truncate();
        if ui.add(button).on_hover_text(words.open_recent(&shown)).clicked() {
            commands.push(Command::OpenRecent(path.clone()));
        }
    }
}
