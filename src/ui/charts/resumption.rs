//! The card of work resumed and about to be.

use eframe::egui::{CornerRadius, CursorIcon, Rect, Role, Sense, TextStyle, Ui, WidgetInfo, pos2, vec2};

use super::evidence::{self, TOOLTIP_WIDTH};
use super::shown::Shown;
use super::{heading_ui, show_focus};
use crate::app::theme::{self, Tokens};
use crate::app::{App, Command, Words};
use crate::model::{Amount, Kind, State};
use crate::series::ResumptionCount;

/// Up to so many are drawn one by one.
const COUNTED: i64 = 20;
const SQUARE: f32 = 18.0;
const STEP: f32 = 22.0;

pub fn card_ui(ui: &mut Ui, app: &App, shown: &Shown, words: &Words, commands: &mut Vec<Command>) {
    let Some(resumption) = &shown.resumption else { return };
    let beside = resumption.date.map(|date| words.up_to_day(date)).unwrap_or_default();
    ui.horizontal_wrapped(|ui| heading_ui(ui, words.kind(Kind::WorkResumption), &beside));
    let values = || resumption.counts.iter().filter_map(|count| count.quantity.value);
    let largest = values().max().map_or(0.0, Amount::to_f64);
    let are_countable = values().all(|value| value.to_i64().is_some_and(|value| (0..=COUNTED).contains(&value)));
    for count in &resumption.counts {
        count_ui(ui, count, (!are_countable).then_some(largest), app, words, commands);
    }
}

/// Squares to count, or a bar on a scale that ends at `largest`.
fn count_ui(ui: &mut Ui, count: &ResumptionCount, largest: Option<f64>, app: &App, words: &Words, commands: &mut Vec<Command>) {
    let tokens = Tokens::of(ui);
    let name = words.resumption_name(count);
    let figure = words.figure(&count.quantity);
    let width = ui.available_width();
    let drawn_width = (width - 70.0).max(STEP);
    let value = count.quantity.value.map_or(0.0, |value| value.to_f64().max(0.0));
    let pieces: Vec<Rect> = match largest {
        Some(largest) if largest > 0.0 => vec![Rect::from_min_size(
            pos2(0.0, 0.0),
            vec2((drawn_width * (value / largest) as f32).max(2.0), SQUARE),
        )],
        Some(_) => Vec::new(),
        None => {
            let across = (drawn_width / STEP).floor().max(1.0) as usize;
            let at = |index: usize| pos2((index % across) as f32 * STEP, (index / across) as f32 * STEP);
            (0..value as usize)
                .map(|index| Rect::from_min_size(at(index), vec2(SQUARE, SQUARE)))
                .collect()
        }
    };
    let bottom = pieces.last().map_or(SQUARE, Rect::bottom);
    let title = ui
        .painter()
        .layout(name.clone(), TextStyle::Small.resolve(ui.style()), tokens.ink_soft, width);
    let (rect, response) = ui.allocate_exact_size(vec2(width, title.size().y + bottom + 8.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{name} {figure}")));
    if response.hovered() {
        ui.painter().rect_filled(rect, f32::from(theme::RADIUS), tokens.hover);
    }
    let origin = pos2(rect.left(), rect.top() + title.size().y + 3.0).to_vec2();
    ui.painter().galley(rect.min, title, tokens.ink_soft);
    let color = if count.state == Some(State::Resumed) {
        tokens.chart.resumed
    } else {
        tokens.chart.preparing
    };
    for piece in &pieces {
        ui.painter().rect_filled(piece.translate(origin), CornerRadius::same(3), color);
    }
    let number = ui
        .painter()
        .layout_no_wrap(words.number(&count.quantity), theme::strong_style().resolve(ui.style()), tokens.ink);
    let right = pieces.iter().map(Rect::right).fold(0.0, f32::max);
    ui.painter().galley(
        pos2(origin.x + right + 8.0, origin.y + (SQUARE - number.size().y) / 2.0),
        number,
        tokens.ink,
    );
    show_focus(ui, &response);

    let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_ui_at_pointer(|ui| {
        ui.set_max_width(TOOLTIP_WIDTH);
        ui.label(format!("{name} {figure}"));
        evidence::quotes_ui(ui, app, &count.evidence, words);
    });
    if let (true, Some(evidence)) = (response.clicked(), count.evidence.first()) {
        commands.push(evidence::choose(*evidence));
    }
}
