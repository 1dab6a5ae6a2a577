//! Tables with a head for each column: 区县, 当日新增, 累计确诊 over rows of a name and its numbers; 品种, 库存(吨) over goods.
//!
//! In: the lines of a table section and the words above it. Out: [`Columns`], which tells of each number its row's name and its column.
//! Always: a line is a row only if it is a name and no more numbers than there are columns; each line of heads begins anew; a text that
//! is no such table gives `None`.

use super::page::Page;
use super::tables::Head;
use crate::model::{Metric, Span};

/// One number of the table.
pub struct Cell {
    /// Byte where the number begins.
    pub at: usize,
    pub name: Box<str>,
    /// Index into [`Columns::heads`].
    pub head: usize,
}

pub struct Columns {
    /// Heads of all tables of the section, one after the other.
    pub heads: Vec<Head>,
    /// What each head is called, without its unit.
    pub names: Vec<Box<str>>,
    pub cells: Vec<Cell>,
}

/// Rows that a table has at least.
const LEAST_ROWS: usize = 2;
const MOST_COLUMNS: usize = 12;
const MOST_CELL_CHARS: usize = 16;

/// The cells of a line with the bytes where they begin.
fn cells(line: &str) -> Vec<(usize, &str)> {
    let is_ruled = line.contains(['\t', '|']);
    let parts = |c: char| {
        if is_ruled { matches!(c, '\t' | '|') } else { c.is_whitespace() }
    };
    let mut at = 0;
    let mut out = Vec::new();
    for part in line.split(parts) {
        let lead = part.len() - part.trim_start().len();
        if !part.trim().is_empty() {
            out.push((at + lead, part.trim()));
        }
        at += part.len() + line[at + part.len()..].chars().next().map_or(0, char::len_utf8);
    }
    out
}

fn is_number(cell: &str) -> bool {
    cell.starts_with(|c: char| c.is_ascii_digit()) && cell.chars().count() <= MOST_CELL_CHARS
}

/// | --- | --- | of Markdown.
fn is_rule(line: &str) -> bool {
    line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

impl Columns {
    /// The tables of a section, if its lines are such. `caption` is the line above it.
    pub fn of(page: &Page, section: Span, caption: &str) -> Option<Self> {
        let mut above = Head::default();
        above.read(page, caption);
        let mut tables = Self {
            heads: Vec::new(),
            names: Vec::new(),
            cells: Vec::new(),
        };
        // Where the heads of the table in hand begin.
        let mut first_head = None;
        let (mut rows, mut others, mut start) = (0, 0, section.start as usize);
        for line in section.of(page.text).split('\n') {
            let at = start;
            start += line.len() + 1;
            if line.trim().is_empty() || is_rule(line) {
                continue;
            }
            if let Some(heads) = heads_of(page, line, above, first_head.is_some()) {
                first_head = Some(tables.heads.len());
                tables.heads.extend(heads);
                let names = cells(line)
                    .into_iter()
                    .skip(1)
                    .map(|(_, cell)| cell.split(['(', '（']).next().unwrap_or(cell));
                tables.names.extend(names.map(Into::into));
            } else if first_head.is_some_and(|first| tables.read_row(first, at, line)) {
                rows += 1;
            } else {
                // A caption of what follows, or no table at all.
                above = Head::default();
                above.read(page, line);
                others += 1;
            }
        }
        (rows >= LEAST_ROWS && rows > others).then_some(tables)
    }

    fn read_row(&mut self, first_head: usize, start: usize, line: &str) -> bool {
        let cells = cells(line);
        let Some(((_, name), numbers)) = cells.split_first() else {
            return false;
        };
        let fits = !is_number(name)
            && name.chars().count() <= MOST_CELL_CHARS
            && (1..=self.heads.len() - first_head).contains(&numbers.len())
            && numbers.iter().all(|(_, cell)| is_number(cell) || matches!(*cell, "-" | "—" | "/"));
        if fits {
            self.cells.extend(numbers.iter().enumerate().map(|(column, (at, _))| Cell {
                at: start + at,
                name: (*name).into(),
                head: first_head + column,
            }));
        }
        fits
    }
}

/// Heads of the number columns, where a line has no number and at least two cells say what they count; `in_table` once a table has begun,
/// when cells that say nothing may be heads too.
fn heads_of(page: &Page, line: &str, above: Head, in_table: bool) -> Option<Vec<Head>> {
    let cells = cells(line);
    let is_plain = |cell: &str| !cell.contains(|c: char| c.is_ascii_digit()) && cell.chars().count() <= MOST_CELL_CHARS;
    if cells.len() < 3 || cells.len() > MOST_COLUMNS || !cells.iter().all(|(_, cell)| is_plain(cell)) {
        return None;
    }
    let mut heads: Vec<Head> = cells[1..].iter().map(|(_, cell)| Head::of_column(page, above, cell)).collect();
    sum_up(&mut heads, &cells[1..]);
    share_class(&mut heads);
    let telling = heads.iter().filter(|head| head.tells()).count();
    (telling >= 2 || in_table).then_some(heads)
}

/// 当日新增, 累计确诊: where the heads name one class, a head with nothing but a measure is of it.
fn share_class(heads: &mut [Head]) {
    let mut classes = heads.iter().filter_map(|head| head.metric);
    let Some(class) = classes.next().filter(|class| classes.all(|other| other == *class)) else {
        return;
    };
    let bare = |head: &&mut Head| head.metric.is_none() && head.counts_by_measure();
    heads.iter_mut().filter(bare).for_each(|head| head.metric = Some(class));
}

/// 确诊病例, 无症状感染者, 合计: the sum of both classes is of infected persons.
fn sum_up(heads: &mut [Head], cells: &[(usize, &str)]) {
    let counts = |metric: Metric| heads.iter().any(|head| head.metric == Some(metric));
    let both = counts(Metric::Confirmed) && counts(Metric::Asymptomatic);
    let Some(model) = heads.iter().find(|head| head.metric.is_some()).copied().filter(|_| both) else {
        return;
    };
    for (head, (_, cell)) in heads.iter_mut().zip(cells) {
        if head.metric.is_none() && matches!(*cell, "合计" | "总计" | "小计" | "总数" | "感染者合计") {
            *head = model;
            head.metric = Some(Metric::Infected);
        }
    }
}
