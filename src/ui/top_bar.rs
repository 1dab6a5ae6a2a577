//! The bar at the top: name, workspace, views, search, language, theme, menu.

use eframe::egui::{Align2, Button, Frame, Margin, Panel, RichText, Role, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, vec2};

use super::controls::{at_right, command_tooltip, focus_ring, menu_command, shortcut_text, tabs};
use crate::app::theme::{self, Tokens};
use crate::app::{App, Command, ThemeChoice, View, Words, words};

/// Below this width the bar leaves out what the menu has too.
const ROOMY: f32 = 820.0;

pub fn top_bar_ui(ui: &mut Ui, app: &App, commands: &mut Vec<Command>) {
    let tokens = Tokens::of(ui);
    let frame = Frame::new().fill(tokens.page).inner_margin(Margin::symmetric(14, 6));
    Panel::top("top bar").frame(frame).exact_size(44.0).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            let words = words(app.settings.language);
            let is_roomy = ui.available_width() > ROOMY;
            name_ui(ui, app, words, is_roomy);
            let views = [View::Review, View::Charts].map(|view| (view, words.view(view)));
            let shown = tabs(ui, app.view, &views, |ui, view| command_tooltip(ui, app, &Command::ShowView(view)));
            commands.extend(shown.map(Command::ShowView));
            at_right(ui, |ui| {
                menu_ui(ui, app, words, commands);
                let (language, tooltip) = (
                    Words::language_switch(app.settings.language),
                    command_tooltip(ui, app, &Command::ToggleLanguage),
                );
                let button = Button::new(RichText::new(language).color(tokens.ink_soft)).frame_when_inactive(false);
                let response = ui.add(button).on_hover_text(tooltip);
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words.command(&Command::ToggleLanguage).0));
                if response.clicked() {
                    commands.push(Command::ToggleLanguage);
                }
                if is_roomy {
                    theme_ui(ui, app, words, commands);
                }
                search_ui(ui, words, is_roomy, commands);
            });
        });
    });
}

fn name_ui(ui: &mut Ui, app: &App, words: &Words, is_roomy: bool) {
    let tokens = Tokens::of(ui);
    ui.spacing_mut().item_spacing.x = 6.0;
    ui.label(RichText::new(words.app_name_zh).text_style(TextStyle::Heading).color(tokens.accent));
    if is_roomy {
        ui.label(RichText::new(words.app_name).text_style(TextStyle::Heading));
        ui.add_space(4.0);
        let path = app.workspace_path();
        let name = path
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .filter(|stem| stem != "default");
        let name = name.unwrap_or_else(|| words.workspace_default.to_owned());
        let text = RichText::new(name).small().color(tokens.ink_soft);
        ui.label(text)
            .on_hover_text(format!("{} {}", words.about_workspace, path.display()));
    }
    ui.add_space(16.0);
}

/// Looks like a field and opens the palette, which is one.
fn search_ui(ui: &mut Ui, words: &Words, is_roomy: bool, commands: &mut Vec<Command>) {
    let tokens = Tokens::of(ui);
    let width = if is_roomy { 300.0_f32.min(ui.available_width() - 8.0) } else { 0.0 };
    let keys = shortcut_text(ui, &Command::OpenPalette);
    let response = if width > 160.0 {
        let (rect, response) = ui.allocate_exact_size(vec2(width, 30.0), Sense::CLICK);
        let border = if response.hovered() { tokens.ink_faint } else { tokens.border };
        ui.painter().rect(
            rect,
            f32::from(theme::RADIUS),
            tokens.paper,
            Stroke::new(1.0, border),
            StrokeKind::Inside,
        );
        let small = TextStyle::Small.resolve(ui.style());
        let keys_rect = ui.painter().text(
            rect.right_center() - vec2(10.0, 0.0),
            Align2::RIGHT_CENTER,
            keys,
            small.clone(),
            tokens.ink_soft,
        );
        let cap = keys_rect.expand2(vec2(5.0, 2.0));
        ui.painter()
            .rect_stroke(cap, 4.0, Stroke::new(1.0, tokens.line), StrokeKind::Inside);
        ui.painter().text(
            rect.left_center() + vec2(10.0, 0.0),
            Align2::LEFT_CENTER,
            words.search_hint,
            small,
            tokens.ink_faint,
        );
        focus_ring(ui, &response);
        response
    } else {
        ui.add(Button::new(RichText::new(keys).small().color(tokens.ink_soft)))
    };
    let response = response.on_hover_text(words.search_hint);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words.search_hint));
    if response.clicked() {
        commands.push(Command::OpenPalette);
    }
}

/// Half a disc, the light half turned towards the light.
fn theme_ui(ui: &mut Ui, app: &App, words: &Words, commands: &mut Vec<Command>) {
    let tokens = Tokens::of(ui);
    let sign = match app.settings.theme {
        ThemeChoice::System => "◑",
        ThemeChoice::Light => "○",
        ThemeChoice::Dark => "●",
    };
    let name = format!("{}: {}", words.theme, words.theme_choice(app.settings.theme));
    let button = Button::new(RichText::new(sign).color(tokens.ink_soft)).frame_when_inactive(false);
    let response = ui
        .add(button)
        .on_hover_text(format!("{name}\n{}", command_tooltip(ui, app, &Command::CycleTheme)));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.clicked() {
        commands.push(Command::CycleTheme);
    }
}

fn menu_ui(ui: &mut Ui, app: &App, words: &Words, commands: &mut Vec<Command>) {
    ui.menu_button(words.menu, |ui| {
        ui.set_min_width(230.0);
        listed(
            ui,
            app,
            &[Command::OpenDialog, Command::OpenFolderDialog, Command::OpenSamples],
            commands,
        );
        recent_ui(ui, app, words, commands);
        ui.separator();
        ui.menu_button(words.menu_edit, |ui| {
            listed(ui, app, &[Command::Undo, Command::Redo], commands);
            ui.separator();
            listed(
                ui,
                app,
                &[Command::AddFactFromSelection, Command::RemoveChosenFact, Command::RevertChosenFact],
                commands,
            );
            listed(ui, app, &[Command::CopyQuote, Command::ClearChoice], commands);
        });
        ui.menu_button(words.menu_go, |ui| {
            listed(ui, app, &[Command::OpenPalette, Command::FocusFilter], commands);
            ui.separator();
            listed(ui, app, &[Command::NextFact, Command::PreviousFact], commands);
            listed(ui, app, &[Command::NextBriefing, Command::PreviousBriefing], commands);
            ui.separator();
            listed(ui, app, &[Command::MarkReviewedAndNext, Command::CloseChosenBriefing], commands);
        });
        ui.menu_button(words.menu_view, |ui| {
            listed(
                ui,
                app,
                &[Command::ShowView(View::Review), Command::ShowView(View::Charts)],
                commands,
            );
            ui.separator();
            listed(ui, app, &[Command::ToggleLanguage, Command::CycleTheme], commands);
            ui.separator();
            listed(ui, app, &[Command::ZoomIn, Command::ZoomOut, Command::ZoomReset], commands);
        });
        ui.separator();
        listed(ui, app, &[Command::ShowProblems, Command::About, Command::Quit], commands);
    });
}

fn listed(ui: &mut Ui, app: &App, list: &[Command], commands: &mut Vec<Command>) {
    for command in list {
        menu_command(ui, app, command.clone(), commands);
    }
}

fn recent_ui(ui: &mut Ui, app: &App, words: &Words, commands: &mut Vec<Command>) {
    ui.add_enabled_ui(!app.settings.recent.is_empty(), |ui| {
        ui.menu_button(words.recent, |ui| {
            for path in &app.settings.recent {
                let name = path
                    .file_name()
                    .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
                let button = Button::new(name).frame_when_inactive(false);
                if ui.add(button).on_hover_text(path.display().to_string()).clicked() {
                    commands.push(Command::OpenRecent(path.clone()));
                    ui.close();
                }
            }
            ui.separator();
            listed(ui, app, &[Command::ClearRecent], commands);
        });
    });
}
