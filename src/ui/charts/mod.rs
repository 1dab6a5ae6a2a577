//! The charts: new infections by report date, supplies by unit, work resumed.
//!
//! In: every open briefing as corrected. Out: commands; a click on a figure chooses the fact that states it.
//! Always: series are computed when data or choices change, never because a frame is drawn. What the plot shows is in its
//! table too, row by row, for the keyboard and for screen readers; every other bar is a widget with a name.

mod bars;
mod evidence;
mod infections;
mod plot;
mod resumption;
mod shown;
mod supplies;
mod table;
#[cfg(test)]
mod tests;

use eframe::egui::{Align, Color32, CornerRadius, Frame, Layout, Margin, Response, RichText, ScrollArea, Spinner, Stroke, Ui, vec2};

use crate::app::theme::{self, Tokens};
use crate::app::{App, Command, Words, words};
use crate::model::Metric;
use crate::series::{DayChoice, SupplyChoice};
use crate::ui::controls::focus_ring;
use shown::{Series, Shown};

/// Room around and between cards, in points.
const GAP: f32 = 12.0;
/// Below this width the lower cards stand one under the other.
const SIDE_BY_SIDE: f32 = 720.0;
/// Up to so many rows every one is a widget, within reach of the keyboard; beyond, only those in view.
const ALL_ROWS: usize = 300;

/// What the charts remember from frame to frame.
#[derive(Default)]
pub struct ChartsView {
    days: DayChoice,
    supplies: SupplyChoice,
    /// The table of the days stands in for the plot.
    is_table: bool,
    /// The plot goes back to showing every day.
    resets_zoom: bool,
    series: Series,
}

/// Draws the charts into what is left of `ui`.
pub fn charts_ui(ui: &mut Ui, view: &mut ChartsView, app: &App, commands: &mut Vec<Command>) {
    let words = words(app.settings.language);
    let viewport = ui.available_rect_before_wrap();
    ui.painter().rect_filled(viewport, 0.0, Tokens::of(ui).page);
    let mut series = std::mem::take(&mut view.series);
    match series.of(ui.ctx(), app, &mut view.days, &mut view.supplies) {
        Some(shown) => cards_ui(ui, view, app, shown, words, commands),
        None => {
            ui.centered_and_justified(|ui| ui.spinner());
        }
    }
    if series.is_coming() {
        // What is on its way is of the same briefings: what is shown stays until it is there.
        ui.put(viewport.split_top_bottom_at_y(viewport.top() + 24.0).0, Spinner::new().size(16.0));
    }
    view.series = series;
}

fn cards_ui(ui: &mut Ui, view: &mut ChartsView, app: &App, shown: &Shown, words: &Words, commands: &mut Vec<Command>) {
    let viewport = ui.available_rect_before_wrap();
    ScrollArea::vertical().id_salt("charts").auto_shrink(false).show(ui, |ui| {
        let margin = Margin::same(GAP as i8);
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = GAP;
            let top = ui.cursor().top();
            let plot_height = (viewport.height() * 0.36).clamp(190.0, 360.0);
            card_ui(ui, 0.0, |ui| {
                infections::card_ui(ui, view, app, shown, plot_height, words, commands);
            });
            // Measured from the top of the contents, which moves when they are scrolled.
            let rest = viewport.height() - 2.0 * GAP - (ui.cursor().top() - top);
            let has_resumption = shown.resumption.is_some();
            if has_resumption && ui.available_width() >= SIDE_BY_SIDE {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = GAP;
                    let width = ui.available_width() - GAP;
                    let column = |ui: &mut Ui, width: f32, contents: &mut dyn FnMut(&mut Ui)| {
                        ui.allocate_ui_with_layout(vec2(width, rest), Layout::top_down(Align::Min), contents);
                    };
                    column(ui, width * 0.64, &mut |ui| {
                        card_ui(ui, rest, |ui| {
                            supplies::card_ui(ui, &mut view.supplies, app, shown, words, commands);
                        });
                    });
                    column(ui, width * 0.36, &mut |ui| {
                        card_ui(ui, rest, |ui| resumption::card_ui(ui, app, shown, words, commands));
                    });
                });
            } else {
                card_ui(ui, if has_resumption { 0.0 } else { rest }, |ui| {
                    supplies::card_ui(ui, &mut view.supplies, app, shown, words, commands);
                });
                if has_resumption {
                    card_ui(ui, 0.0, |ui| resumption::card_ui(ui, app, shown, words, commands));
                }
            }
        });
    });
}

/// A card of the full width, at least so high.
fn card_ui(ui: &mut Ui, min_height: f32, contents: impl FnOnce(&mut Ui)) {
    const PADDING: i8 = 14;
    let tokens = Tokens::of(ui);
    Frame::new()
        .fill(tokens.paper)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(CornerRadius::same(theme::RADIUS + 2))
        .inner_margin(Margin::same(PADDING))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.set_min_height((min_height - 2.0 * f32::from(PADDING) - 2.0).max(0.0));
            ui.spacing_mut().item_spacing.y = 6.0;
            contents(ui);
        });
}

/// The heading of a card, with a second rank beside it.
fn heading_ui(ui: &mut Ui, title: &str, beside: &str) {
    ui.heading(title);
    if !beside.is_empty() {
        ui.label(RichText::new(beside).small().color(Tokens::of(ui).ink_soft));
    }
}

/// Marks what has the keyboard, and brings it into view when it gets it.
fn show_focus(ui: &Ui, response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    focus_ring(ui, response);
}

/// The colour of a class of infections.
fn class_color(tokens: &Tokens, class: Metric) -> Color32 {
    match class {
        Metric::Confirmed => tokens.chart.confirmed,
        Metric::Asymptomatic => tokens.chart.asymptomatic,
        _ => tokens.chart.infected,
    }
}
