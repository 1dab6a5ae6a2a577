//! The plot of new infections: touching bars, one slot for each day.

use std::ops::RangeInclusive;

use eframe::egui::{
    Color32, CursorIcon, FontId, Painter, Pos2, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};
use egui_plot::{AxisHints, Bar, BarChart, GridInput, GridMark, Line, LineStyle, Plot, PlotPoint, PlotPoints, PlotTransform, PlotUi, Span};

use super::class_color;
use super::evidence::{self, TOOLTIP_WIDTH};
use super::shown::Shown;
use crate::app::theme::{self, Tokens};
use crate::app::{App, Command, Words};
use crate::model::{Amount, Metric, Moment};
use crate::series::{Day, DaySeries, Evidence, Hours, Stack};

/// A day is drawn no wider, in points.
const WIDEST_SLOT: f32 = 112.0;
/// Room for the days and what is under them.
const DAYS_HEIGHT: f32 = 38.0;
/// Distance of the lines of a hatch.
const HATCH_STEP: f32 = 6.0;
const ZERO_RADIUS: f32 = 3.5;

/// Draws the plot; true where it does not show every day.
pub fn plot_ui(ui: &mut Ui, app: &App, shown: &Shown, height: f32, resets: bool, words: &Words, commands: &mut Vec<Command>) -> bool {
    let tokens = Tokens::of(ui);
    let series = &shown.days;
    let axis = AxisHints::new_y()
        .tick_label_color(tokens.ink_soft)
        .tick_label_font(FontId::proportional(theme::SMALL))
        .formatter(person_count);
    let slots = slots(series, ui.available_width());
    let mut plot = Plot::new("infections")
        .height(height - DAYS_HEIGHT)
        .show_axes([false, true])
        .show_grid([false, true])
        .show_background(false)
        .grid_color(tokens.chart.grid)
        .grid_fade(0.0)
        .custom_y_axes(vec![axis])
        .y_grid_spacer(|input| whole_steps(&input))
        .set_margin_fraction(Vec2::ZERO)
        .include_x(-0.5)
        .include_x(slots - 0.5)
        .include_y(0.0)
        .include_y(shown.bars.top * 1.15)
        .allow_drag([true, false])
        .allow_zoom([true, false])
        .allow_axis_zoom_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        .label_formatter(|_| None);
    if resets {
        plot = plot.reset();
    }
    let plotted = plot.show(ui, |plot| {
        add_items(plot, shown, tokens);
        !plot.auto_bounds().x
    });
    let name = words.infections;
    plotted.response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, name));
    let transform = plotted.transform;
    paint_over(ui, shown, &transform, words);
    days_ui(ui, series, &transform, words);

    let pointed = plotted.response.hover_pos().and_then(|pos| Pointed::at(series, &transform, pos));
    if let Some(pointed) = &pointed {
        pointed.paint(ui, &transform);
    }
    let mut response = plotted.response;
    if let Some(pointed) = &pointed {
        response = response.on_hover_ui_at_pointer(|ui| pointed.tooltip_ui(ui, app, series, words));
    }
    if let Some(stack) = pointed.as_ref().and_then(|pointed| pointed.stack) {
        response = response.on_hover_cursor(CursorIcon::PointingHand);
        let evidence = pointed.as_ref().and_then(|pointed| pointed.evidence(stack));
        if let (true, Some(evidence)) = (response.clicked(), evidence) {
            commands.push(evidence::choose(evidence));
        }
    }
    plotted.inner
}

/// Days that a plot of this width has room for.
pub fn slots(series: &DaySeries, width: f32) -> f64 {
    (series.length() as f64).max(f64::from(width / WIDEST_SLOT))
}

fn person_count(mark: GridMark, _range: &RangeInclusive<f64>) -> String {
    Amount::from_int(mark.value.round() as i64).grouped()
}

/// Lines at whole numbers of persons: 1, 2 or 5 times a power of ten apart.
fn whole_steps(input: &GridInput) -> Vec<GridMark> {
    const LEAST_POINTS: f64 = 4.0;
    let least = (input.base_step_size * LEAST_POINTS).max(1.0);
    let power = 10_f64.powf(least.log10().floor());
    let step_size = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|times| times * power)
        .find(|step| *step >= least)
        .unwrap_or(power * 10.0);
    let first = (input.bounds.0 / step_size).ceil().max(0.0) as i64;
    let last = (input.bounds.1 / step_size).floor() as i64;
    (first..=last)
        .map(|index| GridMark {
            value: index as f64 * step_size,
            step_size,
        })
        .collect()
}

fn add_items<'a>(plot: &mut PlotUi<'a>, shown: &'a Shown, tokens: &Tokens) {
    for gap in &shown.days.missing {
        let (from, to) = (gap.offset as f64 - 0.5, (gap.offset + gap.length) as f64 - 0.5);
        plot.span(
            Span::new("", from..=to)
                .fill(tokens.chart.missing)
                .border_color(Color32::TRANSPARENT),
        );
    }
    for class in [Metric::Confirmed, Metric::Asymptomatic, Metric::Infected] {
        let color = class_color(tokens, class);
        let bars = shown.bars.pieces.iter().filter(|piece| piece.class == class).map(|piece| {
            let fill = if piece.is_partial { color.gamma_multiply(0.35) } else { color };
            Bar::new(piece.x, piece.top - piece.bottom)
                .base_offset(piece.bottom)
                .width(piece.width)
                .fill(fill)
                .stroke(Stroke::NONE)
        });
        plot.bar_chart(BarChart::new(class.as_str(), bars.collect()).color(color).allow_hover(false));
    }
    for run in shown.days.mean.chunk_by(|a, b| a.offset + 1 == b.offset) {
        let points: Vec<[f64; 2]> = run.iter().map(|mean| [mean.offset as f64, mean.value]).collect();
        let line = Line::new("", PlotPoints::from(points))
            .color(tokens.chart.line)
            .width(1.5)
            .style(LineStyle::Solid);
        plot.line(line.allow_hover(false));
    }
}

/// What the plot cannot draw itself: hatches, stated zeros, numbers over the bars, days without a briefing.
fn paint_over(ui: &Ui, shown: &Shown, transform: &PlotTransform, words: &Words) {
    let tokens = Tokens::of(ui);
    let frame = *transform.frame();
    let painter = ui.painter().with_clip_rect(frame.expand2(vec2(0.0, 5.0)).intersect(ui.clip_rect()));
    let font = FontId::proportional(theme::SMALL);
    let rect = |x: f64, width: f64, bottom: f64, top: f64| {
        transform.rect_from_values(&PlotPoint::new(x - width / 2.0, bottom), &PlotPoint::new(x + width / 2.0, top))
    };
    let seam = Stroke::new(1.0, tokens.paper);
    for piece in &shown.bars.pieces {
        let area = rect(piece.x, piece.width, piece.bottom, piece.top);
        if !area.intersects(frame) || piece.is_zero() {
            continue;
        }
        if piece.is_partial {
            hatch(
                &painter.with_clip_rect(area.intersect(painter.clip_rect())),
                area,
                class_color(tokens, piece.class),
            );
        }
        // A seam must not hide the bar that it sets off.
        if area.width() > 4.0 {
            painter.vline(area.right(), area.y_range(), seam);
        }
        if area.height() > 4.0 {
            painter.hline(area.x_range(), area.bottom(), seam);
        }
    }
    painter.hline(frame.x_range(), frame.bottom(), Stroke::new(1.0, tokens.chart.line));
    for piece in shown.bars.pieces.iter().filter(|piece| piece.is_zero()) {
        let base = rect(piece.x, piece.width, 0.0, 0.0);
        let has_room = base.width() >= 4.0 * ZERO_RADIUS;
        if has_room && base.left() < frame.right() && base.right() > frame.left() {
            // Two classes may both be none.
            let beside = if piece.class == Metric::Asymptomatic { 5.0 } else { -5.0 };
            zero_mark(
                &painter,
                pos2(base.center().x + beside, base.bottom()),
                class_color(tokens, piece.class),
                tokens.paper,
            );
        }
    }
    for gap in &shown.days.missing {
        let middle = gap.offset as f64 + (gap.length - 1) as f64 / 2.0;
        band_label(
            &painter,
            rect(middle, gap.length as f64, 0.0, 1.0).with_min_y(frame.top()),
            words.no_briefing,
            tokens.ink_faint,
        );
    }
    for day in &shown.days.days {
        if day.stacks.iter().all(|stack| stack.segments.is_empty()) {
            band_label(
                &painter,
                rect(day.offset as f64, 1.0, 0.0, 1.0).with_min_y(frame.top()),
                words.no_count,
                tokens.ink_faint,
            );
        }
    }
    for cap in &shown.bars.caps {
        let area = rect(cap.x, cap.width, 0.0, cap.top);
        if !area.intersects(frame) {
            continue;
        }
        let (text, color) = if cap.is_disputed {
            (format!("≠ {}", cap.text), tokens.chart.conflict)
        } else {
            (cap.text.clone(), tokens.ink_soft)
        };
        let galley = painter.layout_no_wrap(text, font.clone(), color);
        if galley.size().x <= area.width() + 4.0 {
            let space = if cap.top > 0.0 { 1.0 } else { ZERO_RADIUS + 1.0 };
            let top = (area.top() - galley.size().y - space).max(frame.top());
            let at = pos2(area.center().x - galley.size().x / 2.0, top);
            painter.galley(at, galley, color);
        }
    }
}

/// The text says that there were none.
pub fn zero_mark(painter: &Painter, center: Pos2, color: Color32, fill: Color32) {
    painter.circle(center, ZERO_RADIUS, fill, Stroke::new(1.5, color));
}

/// Slanted lines over the part of a day.
pub fn hatch(painter: &Painter, area: Rect, color: Color32) {
    let mut x = area.left() - area.height();
    while x < area.right() {
        painter.line_segment(
            [pos2(x, area.bottom()), pos2(x + area.height(), area.top())],
            Stroke::new(1.5, color),
        );
        x += HATCH_STEP;
    }
}

/// Writes into a band of days, upright where it is too narrow to write across.
fn band_label(painter: &Painter, band: Rect, text: &str, color: Color32) {
    let font = FontId::proportional(theme::SMALL);
    let across = painter.layout_no_wrap(text.to_owned(), font.clone(), color);
    let is_wide = across.size().x <= band.width();
    let galley = if is_wide {
        across
    } else {
        let upright: Vec<String> = text.chars().map(String::from).collect();
        painter.layout_no_wrap(upright.join("\n"), font, color)
    };
    let fits = is_wide || (galley.size().x <= band.width() && galley.size().y <= band.height());
    if fits {
        let at = pos2(band.center().x - galley.size().x / 2.0, band.bottom() - galley.size().y - 4.0);
        painter.galley(at, galley, color);
    }
}

/// The days under the plot; under a day of which only a part is counted, which part.
fn days_ui(ui: &mut Ui, series: &DaySeries, transform: &PlotTransform, words: &Words) {
    let tokens = Tokens::of(ui);
    let (area, _) = ui.allocate_exact_size(
        vec2(ui.available_width(), DAYS_HEIGHT - ui.spacing().item_spacing.y),
        Sense::hover(),
    );
    let painter = ui.painter().with_clip_rect(area.intersect(ui.clip_rect()));
    let font = FontId::proportional(theme::SMALL);
    let slot = transform.dpos_dvalue_x() as f32;
    let widest = painter
        .layout_no_wrap(words.axis_day(Moment::midnight(None, 12, 28)), font.clone(), tokens.ink_soft)
        .size()
        .x;
    let every = ((widest + 8.0) / slot).ceil().max(1.0) as i64;
    let frame = *transform.frame();
    let from = (transform.bounds().min()[0].floor() as i64).max(0);
    let to = (transform.bounds().max()[0].ceil() as i64).min(series.length() - 1);
    let mut year = None;
    let (mut taken, mut taken_below) = (f32::NEG_INFINITY, f32::NEG_INFINITY);
    // Counted back from the last day, which is the one that people look for.
    let phase = (series.length() - 1 - from).rem_euclid(every);
    let mut labelled: Vec<i64> = (from + phase..=to).step_by(every as usize).collect();
    let in_view = series
        .days
        .iter()
        .map(|day| day.offset)
        .filter(|offset| (from..=to).contains(offset));
    labelled.extend(in_view.filter(|offset| part_of_day(series, *offset).is_some()));
    labelled.sort_unstable();
    labelled.dedup();
    for offset in labelled {
        let x = transform.position_from_point_x(offset as f64);
        let Some(day) = series.date_at(offset) else { continue };
        if x < frame.left() - 1.0 || x > frame.right() + 1.0 {
            continue;
        }
        let name = painter.layout_no_wrap(words.axis_day(day), font.clone(), tokens.ink_soft);
        let inside = |width: f32| (x - width / 2.0).clamp(area.left(), (area.right() - width).max(area.left()));
        let left = inside(name.size().x);
        if left < taken {
            continue;
        }
        taken = left + name.size().x + 4.0;
        let below = area.top() + 2.0 + name.size().y;
        painter.galley(pos2(left, area.top() + 2.0), name, tokens.ink_soft);
        let under = part_of_day(series, offset).map(|hours| words.day_part(hours));
        let under = under.or_else(|| day.year.filter(|this| year != Some(*this)).map(|year| year.to_string()));
        year = day.year;
        if let Some(under) = under {
            let galley = painter.layout_no_wrap(under, font.clone(), tokens.ink_soft);
            let left = inside(galley.size().x);
            if left >= taken_below {
                taken_below = left + galley.size().x + 4.0;
                painter.galley(pos2(left, below - 2.0), galley, tokens.ink_soft);
            }
        }
    }
}

/// Hours of a day whose figures do not run from 0 to 24 o'clock.
fn part_of_day(series: &DaySeries, offset: i64) -> Option<Hours> {
    let segments = series.day_at(offset)?.stacks.iter().flat_map(|stack| &stack.segments);
    segments.map(|segment| segment.figure.hours).find(|hours| !hours.is_full_day())
}

/// What is under the pointer.
struct Pointed<'a> {
    offset: i64,
    day: Option<&'a Day>,
    stack: Option<&'a Stack>,
    /// Left and right end of the stack, in days.
    sides: (f64, f64),
    /// Height of the pointer, in persons.
    y: f64,
}

impl<'a> Pointed<'a> {
    fn at(series: &'a DaySeries, transform: &PlotTransform, pos: Pos2) -> Option<Self> {
        let point = transform.value_from_position(pos);
        let offset = point.x.round() as i64;
        if !(0..series.length()).contains(&offset) {
            return None;
        }
        let left = offset as f64 - 0.5;
        let Some(day) = series.day_at(offset) else {
            return Some(Self {
                offset,
                day: None,
                stack: None,
                sides: (left, left + 1.0),
                y: point.y,
            });
        };
        let width = 1.0 / day.stacks.len().max(1) as f64;
        let index = (((point.x - left) / width) as usize).min(day.stacks.len().saturating_sub(1));
        let left = left + width * index as f64;
        Some(Self {
            offset,
            day: Some(day),
            stack: day.stacks.get(index),
            sides: (left, left + width),
            y: point.y,
        })
    }

    fn paint(&self, ui: &Ui, transform: &PlotTransform) {
        let (left, right) = self.sides;
        let frame = *transform.frame();
        let x = |value| transform.position_from_point_x(value);
        let column = Rect::from_x_y_ranges(x(left)..=x(right), frame.y_range()).intersect(frame);
        let stroke = Stroke::new(1.0, Tokens::of(ui).accent);
        ui.painter()
            .with_clip_rect(ui.clip_rect())
            .rect_stroke(column, 2.0, stroke, StrokeKind::Inside);
    }

    /// The statement of the class under the pointer; over the stack, of its first.
    fn evidence(&self, stack: &Stack) -> Option<Evidence> {
        let mut top = 0.0;
        let hit = stack.segments.iter().find(|segment| {
            top += segment.height.to_f64();
            self.y <= top
        });
        let figure = hit
            .or(stack.segments.first())
            .map(|segment| &segment.figure)
            .or(stack.beside.first().map(|beside| &beside.figure));
        figure?.evidence.first().copied()
    }

    fn tooltip_ui(&self, ui: &mut Ui, app: &App, series: &DaySeries, words: &Words) {
        ui.set_max_width(TOOLTIP_WIDTH);
        let soft = Tokens::of(ui).ink_soft;
        ui.horizontal_wrapped(|ui| {
            if let Some(date) = series.date_at(self.offset) {
                ui.label(RichText::new(words.days_range(date, date)).text_style(theme::strong_style()));
            }
            if let Some(place) = self.stack.and_then(|stack| stack.place.as_deref()) {
                ui.label(RichText::new(place).color(soft));
            }
        });
        if self.day.is_some_and(|day| day.year_assumed) {
            ui.label(RichText::new(words.year_assumed).small().color(soft));
        }
        match self.stack {
            Some(stack) => evidence::stack_ui(ui, app, stack, words),
            None => {
                ui.label(words.no_briefing);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines within `bounds` that stand at least `least` apart.
    #[track_caller]
    fn check(bounds: (f64, f64), least: f64, expected: &[f64]) {
        let base_step_size = least / 4.0;
        let lines: Vec<f64> = whole_steps(&GridInput { bounds, base_step_size })
            .iter()
            .map(|mark| mark.value)
            .collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn persons_are_whole() {
        check((0.0, 3.5), 0.2, &[0.0, 1.0, 2.0, 3.0]);
        check((0.0, 75.0), 12.0, &[0.0, 20.0, 40.0, 60.0]);
        check((0.0, 16.0), 5.0, &[0.0, 5.0, 10.0, 15.0]);
        check((-5.0, 25_000.0), 5_001.0, &[0.0, 10_000.0, 20_000.0]);
    }
}
