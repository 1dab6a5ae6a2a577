//! The table twin of the plot: everything that is stated, row by row, each row a way to its sentence.

use std::collections::{HashMap, HashSet};

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{Color32, CursorIcon, Rect, Role, ScrollArea, Sense, TextFormat, TextStyle, Ui, WidgetInfo, pos2, vec2};

use super::{ALL_ROWS, evidence, show_focus};
use crate::app::theme::{self, Tokens};
use crate::app::{Command, OpenBriefing, Words};
use crate::ledger::DocId;
use crate::model::{Fact, Slot};
use crate::series::{Aside, DaySeries, Evidence, Figure, Gap, Stack};

const ROW_HEIGHT: f32 = 26.0;
/// Shares of the width: day, place, class, number, window, note.
const COLUMNS: [f32; 6] = [0.16, 0.13, 0.14, 0.10, 0.20, 0.27];
const NUMBER: usize = 3;
const NOTE: usize = 5;

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub cells: [String; 6],
    /// What a click goes to.
    pub evidence: Option<Evidence>,
    pub is_drawn: bool,
}

impl Row {
    /// The row in a line, for screen readers and tests.
    pub fn name(&self) -> String {
        self.cells
            .iter()
            .filter(|cell| !cell.is_empty())
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// Everything of the series in the order of its days; what makes no bar comes last.
pub fn rows(series: &DaySeries, briefings: &[OpenBriefing], words: &Words) -> Vec<Row> {
    let day_name = |offset| series.date_at(offset).map_or_else(String::new, |date| words.days_range(date, date));
    let mut rows = Vec::new();
    let mut gaps = series.missing.iter().peekable();
    for day in &series.days {
        while let Some(gap) = gaps.next_if(|gap| gap.offset < day.offset) {
            rows.push(gap_row(series, gap, words));
        }
        for stack in &day.stacks {
            let year = day.year_assumed.then_some(words.year_assumed);
            stack_rows(&mut rows, &day_name(day.offset), year, stack, words);
        }
    }
    let open: HashMap<DocId, &OpenBriefing> = briefings.iter().map(|open| (open.doc, open)).collect();
    let wanted: HashSet<Evidence> = series.aside.iter().map(|aside| aside.evidence).collect();
    let facts = briefings.iter().flat_map(|open| {
        let evidence = |fact: &Fact| Evidence {
            doc: open.doc,
            fact: fact.id,
        };
        open.briefing.facts_in_force().map(move |fact| (evidence(fact), fact))
    });
    let facts: HashMap<Evidence, &Fact> = facts.filter(|(evidence, _)| wanted.contains(evidence)).collect();
    let aside_rows = series.aside.iter().filter_map(|aside| {
        let (open, fact) = (open.get(&aside.evidence.doc)?, facts.get(&aside.evidence)?);
        Some(aside_row(aside, open, fact, words))
    });
    rows.extend(aside_rows);
    rows
}

fn gap_row(series: &DaySeries, gap: &Gap, words: &Words) -> Row {
    let days = match (series.date_at(gap.offset), series.date_at(gap.offset + gap.length - 1)) {
        (Some(first), Some(last)) => words.days_range(first, last),
        _ => String::new(),
    };
    let cells = [
        days,
        String::new(),
        String::new(),
        String::new(),
        String::new(),
        words.no_briefing.to_owned(),
    ];
    Row {
        cells,
        evidence: None,
        is_drawn: false,
    }
}

fn aside_row(aside: &Aside, open: &OpenBriefing, fact: &Fact, words: &Words) -> Row {
    let cells = [
        evidence::briefing_name(open, words),
        fact.place.as_deref().unwrap_or_default().to_owned(),
        fact.metric.map_or_else(String::new, |metric| words.class(metric).to_owned()),
        words.number(&fact.quantity),
        fact.window.map_or_else(String::new, |window| words.window(&window)),
        words.aside_reason(aside.reason).to_owned(),
    ];
    Row {
        cells,
        evidence: Some(aside.evidence),
        is_drawn: false,
    }
}

/// `year` is what is to be said of the day's year, where no briefing states it.
fn stack_rows(rows: &mut Vec<Row>, day: &str, year: Option<&str>, stack: &Stack, words: &Words) {
    let place = stack.place.clone().unwrap_or_default();
    let mut push = |figure: &Figure, value: String, mut note: Vec<String>, evidence: &[Evidence], is_drawn: bool| {
        note.extend(year.map(str::to_owned));
        let class = words.class(figure.metric).to_owned();
        let cells = [
            day.to_owned(),
            place.clone(),
            class,
            value,
            words.window(&figure.window),
            note.join(" · "),
        ];
        rows.push(Row {
            cells,
            evidence: evidence.first().copied(),
            is_drawn,
        });
    };
    for segment in &stack.segments {
        let figure = &segment.figure;
        let mut note: Vec<String> = words.coverage(figure.coverage).map(str::to_owned).into_iter().collect();
        if let Some(converted) = &segment.converted {
            note.push(words.without_conversions(&figure.value.grouped(), &converted.value.grouped()));
        }
        if figure.value.is_zero() {
            note.push(words.stated_zero.to_owned());
        }
        if !figure.rivals.is_empty() {
            note.push(words.conflict.to_owned());
        }
        push(figure, words.amount(segment.height, figure.approx), note, &figure.evidence, true);
        for rival in &figure.rivals {
            push(
                figure,
                words.amount(rival.value, rival.approx),
                vec![words.conflict.to_owned()],
                &rival.evidence,
                false,
            );
        }
        if let Some(converted) = &segment.converted {
            push(
                converted,
                words.amount(converted.value, converted.approx),
                Vec::new(),
                &converted.evidence,
                false,
            );
        }
    }
    for beside in &stack.beside {
        let figure = &beside.figure;
        let note = vec![words.standing(beside.standing).to_owned()];
        push(figure, words.amount(figure.value, figure.approx), note, &figure.evidence, false);
    }
}

/// Draws the table, `height` points high.
pub fn table_ui(ui: &mut Ui, rows: &[Row], height: f32, words: &Words, commands: &mut Vec<Command>) {
    let tokens = Tokens::of(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let titles = [
        words.day_of_report,
        words.place,
        words.slot(Slot::Metric),
        words.slot(Slot::Value),
        words.slot(Slot::Window),
        words.note,
    ];
    let (header, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW_HEIGHT), Sense::hover());
    cells_ui(ui, header, titles.map(str::to_owned), |_| tokens.ink_faint);
    ui.painter().hline(header.x_range(), header.bottom(), (1.0, tokens.line));
    let body = (height - ROW_HEIGHT).max(ROW_HEIGHT);
    let scroll = ScrollArea::vertical().id_salt("days").auto_shrink([false, true]).max_height(body);
    if rows.len() <= ALL_ROWS {
        scroll.show(ui, |ui| rows.iter().for_each(|row| row_ui(ui, row, commands)));
    } else {
        scroll.show_rows(ui, ROW_HEIGHT, rows.len(), |ui, range| {
            rows.get(range).unwrap_or_default().iter().for_each(|row| row_ui(ui, row, commands));
        });
    }
}

fn row_ui(ui: &mut Ui, row: &Row, commands: &mut Vec<Command>) {
    let tokens = Tokens::of(ui);
    let sense = if row.evidence.is_some() { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW_HEIGHT), sense);
    let role = if row.evidence.is_some() { Role::Button } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, row.name()));
    if ui.is_rect_visible(rect) {
        if response.hovered() && row.evidence.is_some() {
            ui.painter().rect_filled(rect, f32::from(theme::RADIUS), tokens.hover);
        }
        let ink = if row.is_drawn { tokens.ink } else { tokens.ink_soft };
        cells_ui(
            ui,
            rect,
            row.cells.clone(),
            |column| if column == NOTE { tokens.ink_soft } else { ink },
        );
    }
    show_focus(ui, &response);
    let Some(evidence) = row.evidence else { return };
    if response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text(row.name())
        .clicked()
    {
        commands.push(evidence::choose(evidence));
    }
}

fn cells_ui(ui: &Ui, row: Rect, cells: [String; 6], color: impl Fn(usize) -> Color32) {
    const PADDING: f32 = 6.0;
    const NUMBER_PADDING: f32 = 24.0;
    let mut left = row.left();
    for (column, (text, share)) in cells.into_iter().zip(COLUMNS).enumerate() {
        let width = row.width() * share;
        let format = TextFormat {
            font_id: TextStyle::Body.resolve(ui.style()),
            color: color(column),
            ..TextFormat::default()
        };
        let mut job = LayoutJob::single_section(text, format);
        job.wrap = TextWrapping::truncate_at_width(width - 2.0 * PADDING);
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let x = if column == NUMBER {
            left + width - NUMBER_PADDING - galley.size().x
        } else {
            left + PADDING
        };
        let y = row.center().y - galley.size().y / 2.0;
        ui.painter().galley(pos2(x, y), galley, color(column));
        left += width;
    }
}
