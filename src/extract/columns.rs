//! Tables with a head for each column: 区县, 当日新增, 累计确诊 over rows of a name and its numbers.
//!
//! In: the lines of a table section and the words above it. Out: [`Columns`], which tells of each number its row's name and its column.
//! Always: a line is a row only if it is a name and no more numbers than there are columns; a text that is no such table gives `None`.

use super::page::Page;
use super::tables::Head;
use crate::model::Span;

/// One number of the table.
pub struct Cell {
    /// Byte where the number begins.
    pub at: usize,
    pub name: String,
    pub column: usize,
}

pub struct Columns {
    pub heads: Vec<Head>,
    pub cells: Vec<Cell>,
}

/// Rows that a table has at least.
const LEAST_ROWS: usize = 2;
const MOST_COLUMNS: usize = 12;
const MOST_NAME_CHARS: usize = 16;

/// The cells of a line with the bytes where they begin.
fn cells(line: &str) -> Vec<(usize, &str)> {
    let is_ruled = line.contains(['\t', '|']);
    let parts = |c: char| if is_ruled { matches!(c, '\t' | '|') } else { c.is_whitespace() };
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
    cell.starts_with(|c: char| c.is_ascii_digit()) && cell.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '%'))
}

impl Columns {
    /// The table of a section, if its lines are one. `caption` is the line above it.
    pub fn of(page: &Page, section: Span, caption: &str) -> Option<Self> {
        let text = section.of(page.text);
        let mut lines = text.split('\n').scan(section.start as usize, |at, line| {
            let start = *at;
            *at += line.len() + 1;
            Some((start, line))
        });
        let mut above = Head::default();
        above.read(page, caption);
        let heads = lines.by_ref().find_map(|(_, line)| {
            let heads = heads_of(page, line, above);
            if heads.is_none() {
                above.read(page, line);
            }
            heads
        })?;
        let mut table = Self { heads, cells: Vec::new() };
        let (mut rows, mut others) = (0, 0);
        for (start, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
            if table.read_row(start, line) {
                rows += 1;
            } else {
                others += 1;
            }
        }
        (rows >= LEAST_ROWS && rows > others).then_some(table)
    }

    fn read_row(&mut self, start: usize, line: &str) -> bool {
        let cells = cells(line);
        let Some(((_, name), numbers)) = cells.split_first() else {
            return false;
        };
        let fits = !is_number(name)
            && name.chars().count() <= MOST_NAME_CHARS
            && (1..=self.heads.len()).contains(&numbers.len())
            && numbers.iter().all(|(_, cell)| is_number(cell) || matches!(*cell, "-" | "—" | "/"));
        if fits {
            self.cells.extend(numbers.iter().enumerate().map(|(column, (at, _))| Cell {
                at: start + at,
                name: (*name).to_owned(),
                column,
            }));
        }
        fits
    }
}

/// Heads of the number columns, where a line has at least two and no number.
fn heads_of(page: &Page, line: &str, above: Head) -> Option<Vec<Head>> {
    let cells = cells(line);
    if cells.iter().any(|(_, cell)| cell.contains(|c: char| c.is_ascii_digit())) {
        return None;
    }
    let names = |cell: &str| Head::default().names_column(page, cell);
    let first = cells.iter().position(|(_, cell)| names(cell))?;
    let heads: Vec<Head> = cells[first..]
        .iter()
        .map(|(_, cell)| {
            let mut head = above;
            head.read(page, cell);
            head
        })
        .collect();
    let named = cells[first..].iter().filter(|(_, cell)| names(cell)).count();
    (first <= 1 && named >= 2 && heads.len() <= MOST_COLUMNS).then_some(heads)
}
