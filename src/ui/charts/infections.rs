//! The card of new infections: choices, legend, and the plot or its table.

use eframe::egui::{
    Button, Color32, ComboBox, CornerRadius, Rect, RichText, Role, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, pos2, vec2,
};

use super::shown::Shown;
use super::{ChartsView, class_color, heading_ui, plot, table};
use crate::app::theme::Tokens;
use crate::app::{App, Command, Words};
use crate::model::{Metric, Origin};
use crate::series::DayChoice;

pub fn card_ui(ui: &mut Ui, view: &mut ChartsView, app: &App, shown: &Shown, height: f32, words: &Words, commands: &mut Vec<Command>) {
    let series = &shown.days;
    let range = match (series.date_at(0), series.date_at(series.length() - 1)) {
        (Some(first), Some(last)) if !series.days.is_empty() => words.days_range(first, last),
        _ => String::new(),
    };
    let has_several_places = series.days.iter().any(|day| day.stacks.len() > 1);
    let places = if has_several_places { words.side_by_side } else { "" };
    let has_assumed_year = series.days.iter().any(|day| day.year_assumed);
    let year = if has_assumed_year { words.some_years_assumed } else { "" };
    let parts = [words.by_report_date, range.as_str(), year, words.net_infections, places];
    let beside: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    ui.horizontal_wrapped(|ui| heading_ui(ui, words.infections, &beside.join(" · ")));
    let before = view.days.clone();
    ui.horizontal_wrapped(|ui| {
        place_ui(ui, &mut view.days, shown, words);
        origin_ui(ui, &mut view.days, words);
        if ui.add(Button::selectable(view.is_table, words.as_table)).clicked() {
            view.is_table = !view.is_table;
        }
        ui.add_space(6.0);
        if !view.is_table {
            legend_ui(ui, shown, words);
        }
    });

    // Another choice may have other days.
    view.resets_zoom |= view.days != before;

    if series.days.is_empty() && series.aside.is_empty() {
        ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
            ui.centered_and_justified(|ui| ui.weak(words.no_infections))
        });
    } else if view.is_table || series.days.is_empty() {
        table::table_ui(ui, &shown.rows, height, words, commands);
    } else {
        let resets = std::mem::take(&mut view.resets_zoom);
        let is_zoomed = plot::plot_ui(ui, app, shown, height, resets, words, commands);
        ui.horizontal_wrapped(|ui| {
            if is_zoomed && ui.button(words.reset_zoom).clicked() {
                view.resets_zoom = true;
            }
            if !series.aside.is_empty() && ui.link(RichText::new(words.aside_count(series.aside.len())).small()).clicked() {
                view.is_table = true;
            }
        });
    }
}

fn place_ui(ui: &mut Ui, choice: &mut DayChoice, shown: &Shown, words: &Words) {
    let face = choice.place.as_deref().unwrap_or(words.all_places);
    ComboBox::from_id_salt("place")
        .selected_text(face)
        .show_ui(ui, |ui| {
            ui.selectable_value(&mut choice.place, None, words.all_places);
            for place in &shown.places {
                ui.selectable_value(&mut choice.place, Some(place.clone()), place);
            }
        })
        .response
        .on_hover_text(words.place);
}

fn origin_ui(ui: &mut Ui, choice: &mut DayChoice, words: &Words) {
    let name = |origin: Option<Origin>| origin.map_or(words.all_origins, |origin| words.origin_name(origin));
    ComboBox::from_id_salt("origin")
        .selected_text(name(choice.origin))
        .show_ui(ui, |ui| {
            for origin in [None, Some(Origin::Local), Some(Origin::Imported)] {
                ui.selectable_value(&mut choice.origin, origin, name(origin));
            }
        })
        .response
        .on_hover_text(words.origin);
}

/// What the colours and marks in the plot mean; only those that it holds.
fn legend_ui(ui: &mut Ui, shown: &Shown, words: &Words) {
    let tokens = Tokens::of(ui);
    let chart = &tokens.chart;
    let square = |ui: &Ui, rect: Rect, color: Color32| ui.painter().rect_filled(rect, CornerRadius::same(2), color);
    for class in [Metric::Confirmed, Metric::Asymptomatic, Metric::Infected] {
        if shown.bars.has(class) {
            entry_ui(ui, words.class(class), |ui, rect| {
                square(ui, rect, class_color(tokens, class));
            });
        }
    }
    if shown.bars.has_partial() {
        entry_ui(ui, words.partial_day, |ui, rect| {
            plot::hatch(&ui.painter().with_clip_rect(rect), rect, tokens.ink_faint);
            ui.painter()
                .rect_stroke(rect, CornerRadius::same(2), Stroke::new(1.0, tokens.ink_faint), StrokeKind::Inside);
        });
    }
    if shown.bars.has_zero() {
        entry_ui(ui, words.stated_zero, |ui, rect| {
            plot::zero_mark(ui.painter(), rect.center(), tokens.ink_faint, tokens.paper);
        });
    }
    if !shown.days.missing.is_empty() {
        entry_ui(ui, words.no_briefing, |ui, rect| {
            square(ui, rect, chart.missing);
            ui.painter()
                .rect_stroke(rect, CornerRadius::same(2), Stroke::new(1.0, tokens.line), StrokeKind::Inside);
        });
    }
    if !shown.days.mean.is_empty() {
        entry_ui(ui, words.mean_7_days, |ui, rect| {
            ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.5, chart.line));
        });
    }
    if shown.bars.has_disputed() {
        ui.label(RichText::new(format!("≠ {}", words.conflict)).small().color(chart.conflict));
    }
}

/// A mark and its meaning, as one piece that wraps as a whole.
fn entry_ui(ui: &mut Ui, name: &str, paint: impl FnOnce(&Ui, Rect)) {
    const SWATCH: f32 = 12.0;
    const SPACE: f32 = 5.0;
    let color = Tokens::of(ui).ink_soft;
    let galley = ui
        .painter()
        .layout_no_wrap(name.to_owned(), TextStyle::Small.resolve(ui.style()), color);
    let size = vec2(SWATCH + SPACE + galley.size().x, galley.size().y.max(SWATCH));
    let (area, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    paint(
        ui,
        Rect::from_center_size(pos2(area.left() + SWATCH / 2.0, area.center().y), vec2(SWATCH, SWATCH)),
    );
    ui.painter().galley(
        pos2(area.left() + SWATCH + SPACE, area.center().y - galley.size().y / 2.0),
        galley,
        color,
    );
}
