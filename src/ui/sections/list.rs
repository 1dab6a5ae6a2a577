//! The list: sections with their facts, a figure and its description to a line. Only rows in view are made.

use std::collections::HashSet;
use std::sync::Arc;

use eframe::egui::epaint::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Align, Color32, FontId, Galley, Painter, Pos2, Rect, Response, Role, ScrollArea, Sense, Shape, Stroke, TextStyle, Ui, WidgetInfo, pos2,
    vec2,
};

use super::rows::{Filter, Row, Rows};
use crate::app::theme::{self, Tokens};
use crate::app::{App, Command, OpenBriefing, Pane, Words};
use crate::ledger::{DocId, Entry, Status};
use crate::model::{SectionId, WindowKind};
use crate::ui::source::section_menu_ui;

const PAD: f32 = 12.0;
const SQUARE: f32 = 9.0;
/// Where figures end, from the left edge: they are aligned to the right so that they can be compared.
const FIGURE_END: f32 = 136.0;
/// Room for the mark of an edited fact.
const MARK: f32 = 18.0;

/// What the list remembers.
#[derive(Default)]
pub struct ListView {
    rows: Rows,
    /// What `rows` were made from.
    made_from: Option<(DocId, u64, Filter, usize)>,
    folded: HashSet<Option<SectionId>>,
    /// Grows when `folded` changes.
    folds: usize,
    pub filter: Filter,
    seen_focus: u64,
}

impl ListView {
    fn prepare(&mut self, open: &OpenBriefing) {
        let key = (open.doc, open.generation, self.filter, self.folds);
        if self.made_from != Some(key) {
            self.rows = Rows::of(&open.briefing, &self.folded, self.filter);
            self.made_from = Some(key);
        }
    }

    fn fold(&mut self, section: Option<SectionId>) {
        if !self.folded.remove(&section) {
            self.folded.insert(section);
        }
        self.folds += 1;
    }

    /// Where the fact is that was chosen elsewhere, once; its section is unfolded for it.
    fn follow(&mut self, app: &App, open: &OpenBriefing) -> Option<(f32, f32)> {
        let focus = app
            .focus_for(Pane::Sections, self.seen_focus)
            .filter(|focus| focus.doc == open.doc)?;
        self.seen_focus = focus.generation;
        let index = open.briefing.facts.iter().position(|entry| entry.fact.id == focus.fact)?;
        if self.rows.place_of(index).is_none() {
            let byte = open.briefing.facts[index].fact.span.start as usize;
            let section = open.briefing.sections.iter().find(|entry| entry.section.span.contains(byte));
            let is_folded = self.folded.remove(&section.map(|entry| entry.section.id));
            self.folds += usize::from(is_folded);
            if !is_folded {
                self.filter = Filter::All;
            }
            self.prepare(open);
        }
        self.rows.place_of(index)
    }
}

pub fn list_ui(ui: &mut Ui, view: &mut ListView, app: &App, open: &OpenBriefing, words: &Words, commands: &mut Vec<Command>) {
    view.prepare(open);
    let goal = view.follow(app, open);
    if view.rows.is_empty() {
        ui.add_space(24.0);
        ui.vertical_centered(|ui| ui.weak(words.no_facts));
        return;
    }
    let mut fold = None;
    let id = ui.scope_id().with(("list", open.doc));
    ScrollArea::vertical()
        .id_salt(id)
        .auto_shrink([false; 2])
        .show_viewport(ui, |ui, viewport| {
            ui.set_height(view.rows.height() + 12.0);
            let corner = ui.max_rect().min;
            let width = ui.max_rect().width();
            let rect = |top: f32, height: f32| Rect::from_min_size(corner + vec2(0.0, top), vec2(width, height));
            if let Some((top, height)) = goal {
                ui.scroll_to_rect(rect(top, height).expand2(vec2(0.0, height)), None);
            }
            for (number, row, top, height) in view.rows.between(viewport.top(), viewport.bottom()) {
                let rect = rect(top, height);
                match row {
                    Row::Section {
                        section,
                        facts,
                        provisions,
                    } => {
                        let heading = Heading {
                            row: number,
                            section,
                            facts,
                            provisions,
                            folded: &view.folded,
                        };
                        fold = heading_ui(ui, rect, &heading, open, words, commands).or(fold);
                    }
                    Row::Fact(index) => fact_ui(ui, rect, index, app, open, words, commands),
                    Row::Provision(index) => provision_ui(ui, rect, index, open, words, commands),
                }
            }
        });
    if let Some(section) = fold {
        view.fold(section);
    }
}

struct Heading<'a> {
    row: usize,
    section: Option<usize>,
    facts: usize,
    provisions: usize,
    folded: &'a HashSet<Option<SectionId>>,
}

/// A section's heading; what to fold or unfold.
fn heading_ui(
    ui: &mut Ui,
    rect: Rect,
    heading: &Heading,
    open: &OpenBriefing,
    words: &Words,
    commands: &mut Vec<Command>,
) -> Option<Option<SectionId>> {
    let tokens = Tokens::of(ui);
    let entry = heading.section.and_then(|index| open.briefing.sections.get(index));
    let id = entry.map(|entry| entry.section.id);
    let name = entry.map_or(words.outside_sections, |entry| words.section(entry.section.kind));
    let mut about: Vec<String> = entry
        .into_iter()
        .flat_map(|entry| [entry.section.speaker.clone(), entry.section.outlet.clone()])
        .flatten()
        .collect();
    if heading.provisions > 0 {
        about.push(words.provisions_count(heading.provisions));
    }
    let about = about.join(" · ");
    let is_folded = heading.folded.contains(&id);

    let response = ui.interact(rect, ui.scope_id().with(("section", heading.row)), Sense::click());
    let label = if about.is_empty() {
        name.to_owned()
    } else {
        format!("{name} {about}")
    };
    response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, ui.is_enabled(), !is_folded, &label));
    if response.hovered() || response.has_focus() {
        ui.painter()
            .rect_filled(rect.shrink2(vec2(4.0, 3.0)), f32::from(theme::RADIUS), tokens.hover);
    }
    let painter = ui.painter();
    let middle = rect.center().y + 3.0;
    let count = line(ui, heading.facts.to_string(), TextStyle::Small, tokens.ink_soft, 60.0);
    let end = rect.right() - PAD - count.size().x;
    place(painter, pos2(end, middle), count);
    triangle(painter, pos2(rect.left() + PAD + 4.0, middle), is_folded, tokens.ink_faint);
    let start = rect.left() + PAD + 16.0;
    let word = line(
        ui,
        name.to_owned(),
        theme::strong_style(),
        if entry.is_some_and(|entry| entry.edited) {
            tokens.accent
        } else {
            tokens.ink
        },
        end - start,
    );
    let next = start + word.size().x + 10.0;
    place(painter, pos2(start, middle), word);
    place(
        painter,
        pos2(next, middle),
        line(ui, about, TextStyle::Small, tokens.ink_soft, (end - next - 8.0).max(0.0)),
    );
    painter.hline(
        rect.left() + PAD..=rect.right() - PAD,
        rect.bottom() - 3.0,
        Stroke::new(1.0, tokens.line),
    );

    if let Some(entry) = entry {
        response.context_menu(|ui| section_menu_ui(ui, entry, open, words, commands));
    }
    response.clicked().then_some(id)
}

fn fact_ui(ui: &mut Ui, rect: Rect, index: usize, app: &App, open: &OpenBriefing, words: &Words, commands: &mut Vec<Command>) {
    let Some(entry) = open.briefing.facts.get(index) else { return };
    let tokens = Tokens::of(ui);
    let fact = &entry.fact;
    let is_chosen = app.chosen_fact == Some(fact.id);
    let response = ui.interact(rect, ui.scope_id().with(("fact", fact.id)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_chosen, words.fact_name(fact)));
    ground(ui, rect, is_chosen, &response);
    let painter = ui.painter();
    let middle = rect.center().y;
    let ink = if entry.is_in_force() { tokens.ink } else { tokens.ink_faint };
    let square = Rect::from_center_size(pos2(rect.left() + PAD + SQUARE / 2.0 + 3.0, middle), vec2(SQUARE, SQUARE));
    if entry.is_in_force() {
        painter.rect_filled(square, 2.0, tokens.kind(fact.kind).underline);
    } else {
        painter.rect_stroke(
            square.shrink(0.5),
            2.0,
            Stroke::new(1.0, tokens.ink_faint),
            eframe::egui::StrokeKind::Inside,
        );
    }

    let figure = line(ui, words.figure_of(fact), theme::strong_style(), ink, rect.width() * 0.5);
    let figure_left = (rect.left() + FIGURE_END - figure.size().x).max(square.right() + 8.0);
    let start = figure_left + figure.size().x + 8.0;
    place(painter, pos2(figure_left, middle), figure);

    let right = rect.right() - PAD;
    status_mark(painter, pos2(right - MARK / 2.0 + 2.0, middle), entry.status, tokens);
    let (aside, aside_color) = aside(entry, open, words, tokens);
    let aside = line(ui, aside, TextStyle::Small, aside_color, rect.width() * 0.4);
    let is_partial = fact.window.is_some_and(|window| window.kind == WindowKind::PartialDay) && entry.is_in_force();
    let mut end = right - MARK - if is_partial { 16.0 } else { 0.0 };
    if is_partial {
        half_disc(painter, pos2(right - MARK - 6.0, middle), tokens.ink_soft);
    }
    end -= aside.size().x;
    place(painter, pos2(end, middle), aside);
    let said = line(ui, words.describe(fact), TextStyle::Body, ink, (end - start - 8.0).max(24.0));
    let said_width = said.size().x;
    place(painter, pos2(start, middle), said);
    if entry.status == Status::Removed {
        painter.hline(figure_left..=start + said_width, middle, Stroke::new(1.0, tokens.ink_soft));
    }

    if response.clicked() {
        commands.push(Command::ChooseFact {
            doc: open.doc,
            fact: fact.id,
            from: Pane::Sections,
        });
    }
    response.on_hover_ui(|ui| {
        ui.label(format!("{} · {}", words.kind(fact.kind), words.status(entry.status)));
        if let Some(window) = &fact.window {
            ui.label(words.window(window));
        }
    });
}

/// What stands at the end of a fact's line: its window, or that it is a total, or what has become of it.
fn aside(entry: &Entry, open: &OpenBriefing, words: &Words, tokens: &Tokens) -> (String, Color32) {
    match (entry.status, &entry.fact.window) {
        (Status::Orphaned, _) => (words.orphaned.to_owned(), tokens.warning),
        (Status::Removed, _) => (words.removed.to_owned(), tokens.ink_faint),
        (_, Some(window)) => (words.window_short(window, open.briefing.meta.date), tokens.ink_soft),
        (_, None) if entry.fact.cumulative && entry.fact.measure.is_none() => (words.cumulative.to_owned(), tokens.ink_soft),
        _ => (String::new(), tokens.ink_soft),
    }
}

fn provision_ui(ui: &mut Ui, rect: Rect, index: usize, open: &OpenBriefing, words: &Words, commands: &mut Vec<Command>) {
    let Some(provision) = open.briefing.machine.provisions.get(index) else {
        return;
    };
    let tokens = Tokens::of(ui);
    let about = [provision.beneficiary.as_deref(), provision.purpose.as_deref()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    let response = ui.interact(rect, ui.scope_id().with(("provision", index)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), format!("{} {about}", provision.item)));
    ground(ui, rect, false, &response);
    let middle = rect.center().y;
    let start = rect.left() + FIGURE_END + 8.0;
    let item = line(ui, provision.item.clone(), TextStyle::Small, tokens.ink, rect.right() - start - PAD);
    let next = start + item.size().x + 10.0;
    ui.painter().circle_stroke(
        pos2(rect.left() + PAD + SQUARE / 2.0 + 3.0, middle),
        3.0,
        Stroke::new(1.0, tokens.ink_faint),
    );
    place(ui.painter(), pos2(start, middle), item);
    place(
        ui.painter(),
        pos2(next, middle),
        line(ui, about, TextStyle::Small, tokens.ink_soft, (rect.right() - next - PAD).max(0.0)),
    );
    if response.clicked() {
        commands.push(Command::Select {
            doc: open.doc,
            span: Some(provision.span),
        });
    }
    response.on_hover_text(words.provisions);
}

fn ground(ui: &Ui, rect: Rect, is_chosen: bool, response: &Response) {
    let tokens = Tokens::of(ui);
    let rect = rect.shrink2(vec2(6.0, 0.5));
    if is_chosen {
        ui.painter().rect_filled(rect, f32::from(theme::RADIUS), tokens.accent_soft);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, f32::from(theme::RADIUS), tokens.hover);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect,
            f32::from(theme::RADIUS),
            Stroke::new(1.0, tokens.accent),
            eframe::egui::StrokeKind::Inside,
        );
    }
}

fn line(ui: &Ui, text: String, style: TextStyle, color: Color32, width: f32) -> Arc<Galley> {
    let font_id: FontId = style.resolve(ui.style());
    let mut job = LayoutJob::single_section(
        text,
        TextFormat {
            font_id,
            color,
            valign: Align::Center,
            ..TextFormat::default()
        },
    );
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Places a line with its middle at a height.
fn place(painter: &Painter, left_middle: Pos2, galley: Arc<Galley>) {
    let top = left_middle.y - galley.size().y / 2.0;
    painter.galley(pos2(left_middle.x, top.round()), galley, Color32::PLACEHOLDER);
}

fn triangle(painter: &Painter, centre: Pos2, is_folded: bool, color: Color32) {
    let points = if is_folded {
        [vec2(-2.0, -4.0), vec2(3.0, 0.0), vec2(-2.0, 4.0)]
    } else {
        [vec2(-4.0, -2.0), vec2(4.0, -2.0), vec2(0.0, 3.0)]
    };
    painter.add(Shape::convex_polygon(points.map(|by| centre + by).to_vec(), color, Stroke::NONE));
}

/// A part of a day, not the whole: a disc of which one half is filled.
fn half_disc(painter: &Painter, centre: Pos2, color: Color32) {
    const RADIUS: f32 = 4.5;
    let arc = (0..=12).map(|step| {
        let angle = std::f32::consts::PI * (0.5 + step as f32 / 12.0);
        centre + RADIUS * vec2(angle.cos(), angle.sin())
    });
    painter.add(Shape::convex_polygon(arc.collect(), color, Stroke::NONE));
    painter.circle_stroke(centre, RADIUS, Stroke::new(1.0, color));
}

/// A pencil for a corrected fact, a cross for an added one.
fn status_mark(painter: &Painter, centre: Pos2, status: Status, tokens: &Tokens) {
    let stroke = Stroke::new(1.5, tokens.accent);
    match status {
        Status::Edited => {
            painter.line_segment(
                [centre + vec2(-2.5, 3.0), centre + vec2(3.5, -3.0)],
                Stroke::new(2.5, tokens.accent),
            );
            painter.line_segment(
                [centre + vec2(-4.5, 5.0), centre + vec2(-2.5, 3.0)],
                Stroke::new(1.0, tokens.accent),
            );
        }
        Status::Added => {
            painter.line_segment([centre + vec2(-4.0, 0.0), centre + vec2(4.0, 0.0)], stroke);
            painter.line_segment([centre + vec2(0.0, -4.0), centre + vec2(0.0, 4.0)], stroke);
        }
        Status::Machine | Status::Removed | Status::Orphaned => {}
    }
}
