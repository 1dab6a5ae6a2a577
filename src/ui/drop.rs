//! Files dragged over the window, and dropped on it.

use eframe::egui::{Align2, Context, Id, LayerId, Order, Rect, Shape, Stroke, TextStyle, vec2};

use crate::app::theme::Tokens;
use crate::app::{App, Command, words};

pub fn drop_ui(ctx: &Context, app: &App, commands: &mut Vec<Command>) {
    let (is_hovered, dropped) = ctx.input(|input| {
        // Only the paths are taken here: the bytes are the worker's to read.
        let dropped: Vec<_> = input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect();
        (!input.raw.hovered_files.is_empty(), dropped)
    });
    if !dropped.is_empty() {
        commands.push(Command::OpenPaths(dropped));
    }
    if is_hovered {
        overlay(ctx, app);
    }
}

fn overlay(ctx: &Context, app: &App) {
    let tokens = Tokens::for_theme(ctx.theme());
    let painter = ctx.layer_painter(LayerId::new(Order::Foreground, Id::unique("drop")));
    let all = ctx.content_rect();
    painter.rect_filled(all, 0.0, tokens.veil);
    let card = Rect::from_center_size(all.center(), vec2(360.0, 140.0));
    painter.rect_filled(card, 12.0, tokens.raised);
    let border = card.shrink(10.0);
    let corners = [
        border.left_top(),
        border.right_top(),
        border.right_bottom(),
        border.left_bottom(),
        border.left_top(),
    ];
    painter.extend(Shape::dashed_line(&corners, Stroke::new(1.5, tokens.accent), 6.0, 5.0));
    let heading = TextStyle::Heading.resolve(&ctx.global_style());
    painter.text(
        card.center(),
        Align2::CENTER_CENTER,
        words(app.settings.language).drop_here,
        heading,
        tokens.ink,
    );
}
