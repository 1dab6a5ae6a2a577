//! Small parts that several panes are made of.

use eframe::egui::{
    Align, Button, Color32, CornerRadius, Frame, Layout, Margin, Response, RichText, Role, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use crate::app::theme::{self, Tokens};
use crate::app::{App, Command, words};

/// A key as on a keyboard, beside the control that it stands for.
pub fn key_cap(ui: &mut Ui, text: &str) -> Response {
    let tokens = Tokens::of(ui);
    Frame::new()
        .fill(tokens.page)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(4)
        .inner_margin(Margin::symmetric(5, 1))
        .show(ui, |ui| ui.label(RichText::new(text).small().color(tokens.ink_soft)))
        .response
}

/// The keys of a command, as the system writes them; empty without one.
pub fn shortcut_text(ui: &Ui, command: &Command) -> String {
    command
        .shortcut()
        .map(|shortcut| ui.ctx().format_shortcut(&shortcut))
        .unwrap_or_default()
}

/// Tooltip of a command: what it does and its key.
pub fn command_tooltip(ui: &Ui, app: &App, command: &Command) -> String {
    let (_, tooltip) = words(app.settings.language).command(command);
    match shortcut_text(ui, command) {
        keys if keys.is_empty() => tooltip.to_owned(),
        keys => format!("{tooltip}  ({keys})"),
    }
}

/// A framed button for a command.
pub fn command_button(ui: &mut Ui, app: &App, command: Command, commands: &mut Vec<Command>) -> Response {
    let (name, _) = words(app.settings.language).command(&command);
    let tooltip = command_tooltip(ui, app, &command);
    let response = ui
        .add_enabled(command.enabled(app), Button::new(name))
        .on_hover_text(&tooltip)
        .on_disabled_hover_text(tooltip);
    if response.clicked() {
        commands.push(command);
    }
    response
}

/// The one button that a person most likely wants.
pub fn primary_button(ui: &mut Ui, app: &App, command: Command, commands: &mut Vec<Command>) -> Response {
    let tokens = Tokens::of(ui);
    let (name, _) = words(app.settings.language).command(&command);
    let text = RichText::new(name).text_style(theme::strong_style()).color(tokens.on_accent);
    let button = Button::new(text).fill(tokens.accent).stroke(Stroke::NONE).min_size(vec2(0.0, 34.0));
    let response = ui
        .add_enabled(command.enabled(app), button)
        .on_hover_text(command_tooltip(ui, app, &command));
    if response.clicked() {
        commands.push(command);
    }
    response
}

/// A button without a frame, for bars.
pub fn quiet_command(ui: &mut Ui, app: &App, command: Command, commands: &mut Vec<Command>) -> Response {
    let tokens = Tokens::of(ui);
    let (name, _) = words(app.settings.language).command(&command);
    let tooltip = command_tooltip(ui, app, &command);
    let enabled = command.enabled(app);
    let color = if enabled { tokens.ink_soft } else { tokens.ink_faint };
    let button = Button::new(RichText::new(name).small().color(color)).frame_when_inactive(false);
    let response = ui.add_enabled(enabled, button).on_hover_text(tooltip);
    if response.clicked() {
        commands.push(command);
    }
    response
}

/// An entry of a menu: name, key, tooltip.
pub fn menu_command(ui: &mut Ui, app: &App, command: Command, commands: &mut Vec<Command>) {
    let (name, tooltip) = words(app.settings.language).command(&command);
    let keys = shortcut_text(ui, &command);
    let button = Button::new(name).shortcut_text(keys).frame_when_inactive(false);
    if ui.add_enabled(command.enabled(app), button).on_hover_text(tooltip).clicked() {
        commands.push(command);
        ui.close();
    }
}

/// A row of tabs of which one is shown.
pub fn tabs<T: Copy + PartialEq>(ui: &mut Ui, shown: T, tabs: &[(T, &str)], mut on_hover: impl FnMut(&Ui, T) -> String) -> Option<T> {
    let tokens = Tokens::of(ui);
    let mut clicked = None;
    for (tab, name) in tabs {
        let is_shown = *tab == shown;
        let text = RichText::new(*name).color(if is_shown { tokens.ink } else { tokens.ink_soft });
        let text = if is_shown { text.text_style(theme::strong_style()) } else { text };
        let (fill, stroke) = if is_shown {
            (tokens.paper, Stroke::new(1.0, tokens.line))
        } else {
            (Color32::TRANSPARENT, Stroke::NONE)
        };
        let button = Button::new(text).fill(fill).stroke(stroke).min_size(vec2(56.0, 30.0));
        let response = ui.add(button).on_hover_text(on_hover(ui, *tab));
        response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), is_shown, name));
        if response.clicked() && !is_shown {
            clicked = Some(*tab);
        }
    }
    clicked
}

/// A hint that a control has the keyboard.
pub fn focus_ring(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let stroke = Stroke::new(2.0, Tokens::of(ui).accent);
        ui.painter()
            .rect_stroke(response.rect, CornerRadius::same(theme::RADIUS), stroke, StrokeKind::Inside);
    }
}

/// Lays out from the right edge, on the line in hand.
pub fn at_right<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.with_layout(Layout::right_to_left(Align::Center), contents).inner
}
