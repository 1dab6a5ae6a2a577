//! The card of supplies: horizontal bars, one scale for each unit.

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Color32, ComboBox, CornerRadius, CursorIcon, FontId, Rect, Response, RichText, Role, Sense, TextFormat, TextStyle, Ui, WidgetInfo,
    pos2, vec2,
};

use super::evidence::{self, TOOLTIP_WIDTH};
use super::shown::{DrawnSupply, Shown, SupplyContent, SupplyLine};
use super::{ALL_ROWS, heading_ui, show_focus};
use crate::app::theme::{self, Tokens};
use crate::app::{App, Command, Words, fonts};
use crate::model::Approx;
use crate::series::{By, SupplyBar, SupplyChoice, Tally};

const ROW_HEIGHT: f32 = 26.0;
const BAR_HEIGHT: f32 = 16.0;

/// Left ends of the columns, and where bars end.
#[derive(Clone, Copy)]
struct Columns {
    unit: f32,
    label: f32,
    bar: f32,
    /// Right end of the longest bar.
    end: f32,
}

pub fn card_ui(ui: &mut Ui, choice: &mut SupplyChoice, app: &App, shown: &Shown, words: &Words, commands: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| heading_ui(ui, words.supplies, words.one_facet_per_unit));
    if shown.suppliers.is_empty() {
        ui.weak(words.no_supplies);
        return;
    }
    ui.horizontal_wrapped(|ui| {
        scope_ui(ui, choice, app, shown, words);
        ComboBox::from_id_salt("by")
            .selected_text(words.by(choice.by))
            .show_ui(ui, |ui| {
                for by in By::ALL {
                    ui.selectable_value(&mut choice.by, by, words.by(by));
                }
            })
            .response
            .on_hover_text(words.group_by);
    });

    ui.spacing_mut().item_spacing.y = 0.0;
    let columns = columns(ui, shown, words);
    let all = shown.lines.len();
    let in_view = if all <= ALL_ROWS { 0..all } else { rows_in_view(ui, all) };
    ui.add_space(in_view.start as f32 * ROW_HEIGHT);
    for line in shown.lines.get(in_view.clone()).unwrap_or_default() {
        line_ui(ui, columns, line, choice, app, words, commands);
    }
    ui.add_space((all - in_view.end) as f32 * ROW_HEIGHT);
}

/// One briefing or all of them.
fn scope_ui(ui: &mut Ui, choice: &mut SupplyChoice, app: &App, shown: &Shown, words: &Words) {
    let name = |doc| {
        app.briefing(doc)
            .map_or_else(String::new, |open| evidence::briefing_name(open, words))
    };
    let one = choice.doc.or(shown.supply_doc());
    let face = if choice.over_time {
        words.over_time.to_owned()
    } else {
        one.map(name).unwrap_or_default()
    };
    ComboBox::from_id_salt("scope")
        .selected_text(face)
        .show_ui(ui, |ui| {
            if ui.selectable_label(choice.over_time, words.over_time).clicked() {
                choice.over_time = true;
            }
            for doc in &shown.suppliers {
                let is_chosen = !choice.over_time && one == Some(*doc);
                if ui.selectable_label(is_chosen, name(*doc)).clicked() {
                    (choice.over_time, choice.doc) = (false, Some(*doc));
                }
            }
        })
        .response
        .on_hover_text(words.one_briefing);
}

fn columns(ui: &Ui, shown: &Shown, words: &Words) -> Columns {
    const UNIT: f32 = 44.0;
    const SPACE: f32 = 8.0;
    let font = TextStyle::Small.resolve(ui.style());
    let width_of = |text: String| ui.fonts_mut(|fonts| fonts.layout_no_wrap(text, font.clone(), Color32::PLACEHOLDER).size().x);
    let figures = shown.lines.iter().filter_map(|line| match &line.content {
        SupplyContent::Bar(drawn) => Some(words.number(&drawn.bar.quantity)),
        _ => None,
    });
    // The longest text stands for the widest one: digits have one width.
    let figure = figures.max_by_key(String::len).map_or(0.0, width_of);
    let left = ui.cursor().left();
    let width = ui.available_width();
    let label = ((width - UNIT) * 0.38).min(280.0);
    let bar = left + UNIT + label + SPACE;
    Columns {
        unit: left,
        label: left + UNIT,
        bar,
        end: (left + width - figure - SPACE).max(bar + 20.0),
    }
}

fn rows_in_view(ui: &Ui, all: usize) -> std::ops::Range<usize> {
    let (top, clip) = (ui.cursor().top(), ui.clip_rect());
    let row = |y: f32| ((y - top) / ROW_HEIGHT).clamp(0.0, all as f32);
    row(clip.top()).floor() as usize..row(clip.bottom()).ceil() as usize
}

fn line_ui(ui: &mut Ui, columns: Columns, line: &SupplyLine, choice: &SupplyChoice, app: &App, words: &Words, commands: &mut Vec<Command>) {
    let tokens = Tokens::of(ui);
    let size = vec2(ui.available_width(), ROW_HEIGHT);
    let row = match &line.content {
        SupplyContent::Bar(drawn) => {
            let bar = &drawn.bar;
            let (rect, response) = ui.allocate_exact_size(size, Sense::click());
            let label = label(bar, choice, words);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words.supply_name(&label, &bar.quantity, drawn.tally)));
            if ui.is_rect_visible(rect) {
                if response.hovered() {
                    ui.painter().rect_filled(rect, f32::from(theme::RADIUS), tokens.hover);
                }
                bar_ui(ui, columns, rect, &label, drawn, words);
            }
            show_focus(ui, &response);
            respond(response, &label, bar, app, words, commands);
            rect
        }
        SupplyContent::Key(key) => {
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            let text = key.as_deref().unwrap_or(words.item_none);
            cell(ui, rect, columns.label, columns.end, text, tokens.ink, false);
            rect
        }
        SupplyContent::Tally(tally) => {
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            cell(
                ui,
                rect,
                columns.label,
                columns.bar - 8.0,
                words.tally(*tally).unwrap_or_default(),
                tokens.ink_faint,
                true,
            );
            rect
        }
        SupplyContent::Space => ui.allocate_exact_size(size, Sense::hover()).0,
    };
    if let Some(unit) = &line.unit {
        let unit = if unit.is_empty() { words.unit_none } else { unit };
        let font = FontId::new(theme::SMALL, fonts::heading());
        let galley = ui.painter().layout_no_wrap(unit.to_owned(), font, tokens.ink);
        ui.painter()
            .galley(pos2(columns.unit, row.center().y - galley.size().y / 2.0), galley, tokens.ink);
    }
}

/// What a bar is of, besides its group: the day, the goods, the recipient.
fn label(bar: &SupplyBar, choice: &SupplyChoice, words: &Words) -> String {
    let mut parts: Vec<String> = Vec::new();
    if choice.over_time {
        parts.push(bar.date.map_or_else(|| words.no_date.to_owned(), |date| words.axis_day(date)));
    }
    if choice.by != By::Item || !choice.over_time {
        parts.push(bar.item.as_deref().unwrap_or(words.item_none).to_owned());
    }
    if let Some(recipient) = bar.recipient.as_ref().filter(|_| choice.by != By::Recipient) {
        parts.push(format!("→ {recipient}"));
    }
    parts.join(" ")
}

fn bar_ui(ui: &Ui, columns: Columns, row: Rect, label: &str, drawn: &DrawnSupply, words: &Words) {
    let tokens = Tokens::of(ui);
    cell(ui, row, columns.label, columns.bar - 8.0, label, tokens.ink, true);
    let width = ((columns.end - columns.bar) * drawn.fraction).max(2.0);
    let top = row.center().y - BAR_HEIGHT / 2.0;
    let area = Rect::from_min_size(pos2(columns.bar, top), vec2(width, BAR_HEIGHT));
    let color = match drawn.tally {
        Tally::Occasion => tokens.chart.supply,
        Tally::PerDay | Tally::Cumulative => tokens.chart.supply_cumulative,
    };
    ui.painter().rect_filled(area, CornerRadius::same(2), color);
    let figure = words.number(&drawn.bar.quantity);
    cell(ui, row, area.right() + 6.0, f32::INFINITY, &figure, tokens.ink_soft, false);
}

/// Writes into a column of a row, cut where it does not fit.
fn cell(ui: &Ui, row: Rect, left: f32, right: f32, text: &str, color: Color32, is_right_aligned: bool) {
    let format = TextFormat {
        font_id: TextStyle::Small.resolve(ui.style()),
        color,
        ..TextFormat::default()
    };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping::truncate_at_width(right - left);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let x = if is_right_aligned { right - galley.size().x } else { left };
    ui.painter().galley(pos2(x, row.center().y - galley.size().y / 2.0), galley, color);
}

fn respond(response: Response, label: &str, bar: &SupplyBar, app: &App, words: &Words, commands: &mut Vec<Command>) {
    let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_ui_at_pointer(|ui| {
        let tokens = Tokens::of(ui);
        ui.set_max_width(TOOLTIP_WIDTH);
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(words.figure(&bar.quantity)).text_style(theme::strong_style()));
            ui.label(label);
        });
        let action = bar.action.map(|action| words.action(action));
        let done: Vec<&str> = [bar.actor.as_deref(), action].into_iter().flatten().collect();
        let window = bar.window.map(|window| words.window(&window));
        let bound = (bar.quantity.approx != Approx::Exact).then(|| words.approx(bar.quantity.approx).to_owned());
        let part = bar.is_part.then(|| words.part_of.to_owned());
        let lines = [Some(done.join(" ")), window, bound, part];
        for line in lines.iter().flatten().filter(|line| !line.is_empty()) {
            ui.label(RichText::new(line).small().color(tokens.ink_soft));
        }
        evidence::quotes_ui(ui, app, &bar.evidence, words);
    });
    if let (true, Some(evidence)) = (response.clicked(), bar.evidence.first()) {
        commands.push(evidence::choose(*evidence));
    }
}
