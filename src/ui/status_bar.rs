//! The bar at the bottom: what is saved, what there is, what undo would take back, what goes on in the background.

use eframe::egui::{Button, Frame, Margin, Panel, ProgressBar, RichText, Ui};

use super::controls::{at_right, command_tooltip, key_cap, quiet_command, shortcut_text};
use crate::app::theme::Tokens;
use crate::app::{App, Command, Progress, Severity, View, Words, words};

/// Below this width only what must be known is shown.
const ROOMY: f32 = 820.0;

pub fn status_bar_ui(ui: &mut Ui, app: &App, commands: &mut Vec<Command>) {
    let tokens = Tokens::of(ui);
    let frame = Frame::new().fill(tokens.page).inner_margin(Margin::symmetric(14, 2));
    Panel::bottom("status bar").frame(frame).exact_size(32.0).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().interact_size.y = 24.0;
            let words = words(app.settings.language);
            let is_roomy = ui.available_width() > ROOMY;
            saved_ui(ui, app, words);
            if is_roomy || app.progress.is_none() {
                counts_ui(ui, app, words, is_roomy);
            }
            undo_ui(ui, app, words, commands);
            at_right(ui, |ui| {
                messages_ui(ui, app, words, commands);
                if let Some(progress) = &app.progress {
                    progress_ui(ui, app, progress, words, commands);
                } else if is_roomy && app.view == View::Review && app.chosen.is_some() {
                    for command in [Command::MarkReviewedAndNext, Command::NextFact] {
                        key_cap(ui, &shortcut_text(ui, &command));
                        quiet_command(ui, app, command, commands);
                    }
                }
            });
        });
    });
}

fn saved_ui(ui: &mut Ui, app: &App, words: &Words) {
    let tokens = Tokens::of(ui);
    let (text, color) = if app.has_workspace() {
        (words.all_saved, tokens.ink_soft)
    } else {
        (words.not_saved, tokens.danger)
    };
    let path = app.workspace_path().display();
    ui.label(RichText::new(text).small().color(color))
        .on_hover_text(format!("{} {path}", words.about_workspace));
}

fn counts_ui(ui: &mut Ui, app: &App, words: &Words, is_roomy: bool) {
    let Some(open) = app.chosen_briefing() else { return };
    let mut text = words.facts_count(app.fact_count(open));
    if is_roomy {
        text = format!("{text} · {}", words.numerals_accounted(open.accounted_percent));
    }
    ui.add_space(8.0);
    ui.label(RichText::new(text).small().color(Tokens::of(ui).ink_soft));
}

fn undo_ui(ui: &mut Ui, app: &App, words: &Words, commands: &mut Vec<Command>) {
    let Some(edit) = app.undoable() else { return };
    ui.add_space(8.0);
    let text = RichText::new(words.undo_what(edit)).small().color(Tokens::of(ui).ink_soft);
    let button = Button::new(text).frame_when_inactive(false);
    if ui.add(button).on_hover_text(command_tooltip(ui, app, &Command::Undo)).clicked() {
        commands.push(Command::Undo);
    }
    key_cap(ui, &shortcut_text(ui, &Command::Undo));
}

fn progress_ui(ui: &mut Ui, app: &App, progress: &Progress, words: &Words, commands: &mut Vec<Command>) {
    let (name, tooltip) = words.command(&Command::CancelTask);
    let text = if progress.is_cancelling { words.cancelling } else { words.cancel };
    let button = Button::new(RichText::new(text).small());
    let enabled = Command::CancelTask.enabled(app) && !progress.is_cancelling;
    if ui
        .add_enabled(enabled, button)
        .on_hover_text(format!("{name}\n{tooltip}"))
        .clicked()
    {
        commands.push(Command::CancelTask);
    }
    let share = progress.done as f32 / progress.total.max(1) as f32;
    ui.add(ProgressBar::new(share).desired_width(140.0).desired_height(8.0).corner_radius(4));
    let text = words.progress(progress.done + 1, progress.total, &progress.name);
    ui.label(RichText::new(text).small().color(Tokens::of(ui).ink_soft));
}

fn messages_ui(ui: &mut Ui, app: &App, words: &Words, commands: &mut Vec<Command>) {
    let problems = app.notices.iter().filter(|notice| notice.severity() == Severity::Problem).count();
    if problems == 0 {
        return;
    }
    let text = RichText::new(words.problems_count(problems)).small().color(Tokens::of(ui).danger);
    let button = Button::new(text).frame_when_inactive(false);
    if ui
        .add(button)
        .on_hover_text(command_tooltip(ui, app, &Command::ShowProblems))
        .clicked()
    {
        commands.push(Command::ShowProblems);
    }
}
