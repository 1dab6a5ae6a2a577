//! Messages: each is announced for a while in the corner; problems stay in a list until they are dismissed.

use std::collections::HashMap;
use std::time::Duration;

use eframe::egui::accesskit::Live;
use eframe::egui::{
    Align2, Area, Button, Context, CornerRadius, Frame, Id, Label, Margin, Order, RichText, ScrollArea, Stroke, Ui, Window, vec2,
};

use crate::app::theme::{self, Tokens};
use crate::app::{App, Command, Event, Notice, NoticeId, Severity, words};

const ANNOUNCED_SECS: f64 = 6.0;
/// With something to click on there is more to decide.
const ANNOUNCED_WITH_ACTION_SECS: f64 = 12.0;

const TOASTS_MAX: usize = 4;

/// What the notices remember from frame to frame.
#[derive(Default)]
pub struct NoticesView {
    /// When each notice was first shown, in seconds of the window's clock.
    since: HashMap<NoticeId, f64>,
    pub is_list_open: bool,
}

impl NoticesView {
    pub fn show(&mut self, ctx: &Context, app: &App, commands: &mut Vec<Command>) {
        self.toasts_ui(ctx, app, commands);
        self.list_ui(ctx, app, commands);
    }

    fn toasts_ui(&mut self, ctx: &Context, app: &App, commands: &mut Vec<Command>) {
        let now = ctx.input(|input| input.time);
        self.since.retain(|id, _| app.notices.iter().any(|notice| notice.id == *id));
        let mut announced = Vec::new();
        for notice in &app.notices {
            let lasts = if action(&notice.event).is_some() {
                ANNOUNCED_WITH_ACTION_SECS
            } else {
                ANNOUNCED_SECS
            };
            let left = *self.since.entry(notice.id).or_insert(now) + lasts - now;
            if left > 0.0 {
                announced.push(notice);
                ctx.request_repaint_after(Duration::from_secs_f64(left));
            } else if notice.severity() == Severity::Passing {
                commands.push(Command::DismissNotice(notice.id));
            }
        }
        if announced.is_empty() || self.is_list_open {
            return;
        }
        // Over the middle, where it hides neither the list nor the fact in hand.
        let area = Area::new(Id::unique("toasts"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -44.0));
        area.show(ctx, |ui| {
            ui.set_max_width(460.0_f32.min(ctx.content_rect().width() - 32.0));
            for notice in announced.iter().rev().take(TOASTS_MAX).rev() {
                let shadow = ui.visuals().popup_shadow;
                frame(ui, notice.severity())
                    .shadow(shadow)
                    .show(ui, |ui| toast_ui(ui, app, notice, commands));
            }
        });
    }

    fn list_ui(&mut self, ctx: &Context, app: &App, commands: &mut Vec<Command>) {
        if app.notices.is_empty() {
            self.is_list_open = false;
        }
        let words = words(app.settings.language);
        let mut is_open = self.is_list_open;
        Window::new(words.notices)
            .id(Id::unique("messages"))
            .open(&mut is_open)
            .collapsible(false)
            .resizable(false)
            .anchor(Align2::RIGHT_BOTTOM, vec2(-16.0, -44.0))
            .show(ctx, |ui| {
                ui.set_width(440.0_f32.min(ctx.content_rect().width() - 64.0));
                ScrollArea::vertical().max_height(360.0).auto_shrink([false, true]).show(ui, |ui| {
                    for notice in &app.notices {
                        frame(ui, notice.severity()).show(ui, |ui| row_ui(ui, app, notice, commands));
                    }
                });
                if ui.button(words.dismiss_all).clicked() {
                    commands.push(Command::DismissAllNotices);
                }
            });
        self.is_list_open = is_open;
    }
}

/// What can be done about an event, besides reading it.
fn action(event: &Event) -> Option<Command> {
    match event {
        Event::TakenOut { doc, .. } => Some(Command::BringBack(*doc)),
        _ => None,
    }
}

fn frame(ui: &Ui, severity: Severity) -> Frame {
    let tokens = Tokens::of(ui);
    let (fill, line) = match severity {
        Severity::Passing => (tokens.raised, tokens.line),
        Severity::Problem => (tokens.danger_soft, tokens.danger),
    };
    Frame::new()
        .fill(fill)
        .stroke(Stroke::new(1.0, line))
        .corner_radius(CornerRadius::same(theme::RADIUS))
        .inner_margin(Margin::symmetric(12, 8))
}

/// A line, or as many as it takes; as wide as its words.
fn toast_ui(ui: &mut Ui, app: &App, notice: &Notice, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width() - 110.0);
            words_ui(ui, app, notice);
        });
        buttons_ui(ui, app, notice, commands);
    });
}

fn row_ui(ui: &mut Ui, app: &App, notice: &Notice, commands: &mut Vec<Command>) {
    ui.set_width(ui.available_width());
    words_ui(ui, app, notice);
    ui.horizontal(|ui| buttons_ui(ui, app, notice, commands));
}

fn words_ui(ui: &mut Ui, app: &App, notice: &Notice) {
    let text = RichText::new(words(app.settings.language).event(&notice.event)).color(Tokens::of(ui).ink);
    let label = ui.add(Label::new(text).wrap());
    ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(Live::Polite));
}

fn buttons_ui(ui: &mut Ui, app: &App, notice: &Notice, commands: &mut Vec<Command>) {
    let words = words(app.settings.language);
    if let Some(command) = action(&notice.event) {
        let (name, tooltip) = words.command(&command);
        if ui.button(name).on_hover_text(tooltip).clicked() {
            commands.push(command);
        }
    }
    if ui
        .add(Button::new(RichText::new(words.dismiss).small()).frame_when_inactive(false))
        .clicked()
    {
        commands.push(Command::DismissNotice(notice.id));
    }
}
