//! What this program is, which version, under which licence, and where it keeps things.

use eframe::egui::{Context, Frame, Grid, Id, Margin, Modal, RichText, TextStyle};

use crate::app::theme::{self, Tokens};
use crate::app::{App, words};

/// Whether the window stays open.
pub fn about_ui(ctx: &Context, app: &App) -> bool {
    let words = words(app.settings.language);
    let tokens = Tokens::for_theme(ctx.theme());
    let frame = Frame::popup(&ctx.global_style())
        .inner_margin(Margin::same(18))
        .corner_radius(f32::from(theme::RADIUS + 4));
    let modal = Modal::new(Id::unique("about"))
        .frame(frame)
        .backdrop_color(tokens.veil)
        .show(ctx, |ui| {
            ui.set_width(440.0_f32.min(ctx.content_rect().width() - 64.0));
            ui.label(RichText::new(words.about_title).text_style(TextStyle::Heading));
            ui.add_space(4.0);
            ui.label(words.about_body);
            ui.add_space(10.0);
            Grid::new("about").num_columns(2).show(ui, |ui| {
                ui.label(RichText::new(words.about_version).color(tokens.ink_soft));
                ui.label(env!("CARGO_PKG_VERSION"));
                ui.end_row();
                ui.label(RichText::new(words.about_workspace).color(tokens.ink_soft));
                ui.label(app.workspace_path().display().to_string());
                ui.end_row();
            });
            ui.add_space(6.0);
            ui.label(RichText::new(words.about_licence).small().color(tokens.ink_soft));
            ui.label(RichText::new(words.empty_private).small().color(tokens.ink_soft));
            ui.add_space(10.0);
            ui.button(words.close).clicked()
        });
    !(modal.should_close() || modal.inner)
}
