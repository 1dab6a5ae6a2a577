//! Tables that list goods row by row: who gave what, how much of it, worth how much, to whom.
//!
//! In: the lines of a table section and the words above it. Out: [`Inventory`]: a draft for each amount with its row's goods, giver and
//! goal, and a reason for each numeral of a row's number or of a make and size. Always: cells are told by their place between tabs or
//! bars, empty ones too; a text without a line of known heads is no such table; an empty giver is the one above (merged cells).

use std::collections::HashMap;
use std::sync::LazyLock;

use super::any_of::any_of;
use super::figure::{self, Figure};
use super::letters::is_numeral;
use super::lexicon::{UnitClass, rows};
use super::page::Page;
use super::walk::Draft;
use crate::model::{Action, Amount, Explained, Fact, FactId, Kind, Reason, Span};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Column {
    Number,
    Giver,
    Goods,
    Spec,
    Unit,
    Amount,
    Money,
    Goal,
    Note,
}

static HEADS: LazyLock<HashMap<&'static str, Column>> = LazyLock::new(|| {
    let column = |class: &str| {
        Some(match class {
            "number" => Column::Number,
            "giver" => Column::Giver,
            "goods" => Column::Goods,
            "spec" => Column::Spec,
            "unit" => Column::Unit,
            "amount" => Column::Amount,
            "money" => Column::Money,
            "goal" => Column::Goal,
            "note" => Column::Note,
            _ => return None,
        })
    };
    rows(include_str!("../../assets/lexicon/table_heads.tsv"))
        .filter_map(|row| row.split_once('\t'))
        .filter_map(|(head, class)| Some((head, column(class)?)))
        .collect()
});

/// A column with the unit that its head gives in brackets.
#[derive(Clone, Copy, Debug)]
struct Head<'a> {
    holds: Column,
    unit: Option<&'a str>,
}

/// A cell and the byte where it begins.
#[derive(Clone, Copy, Debug)]
struct Cell<'a> {
    at: usize,
    text: &'a str,
}

/// What a table of goods states.
#[derive(Default)]
pub struct Inventory {
    /// In text order; a whole is an index into them.
    pub drafts: Vec<Draft>,
    /// Numerals that count nothing.
    pub explained: Vec<Explained>,
    /// Lines that are heads or rows, in order; the others are prose.
    pub lines: Vec<Span>,
}

/// The cells of a line, empty ones too; a bar at either edge opens no cell.
fn cells(line: &str, start: usize) -> Vec<Cell<'_>> {
    let bar = if line.contains('\t') { '\t' } else { '|' };
    let inner = line.trim_matches(' ');
    let inner = inner.strip_prefix('|').unwrap_or(inner);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    let mut at = start + (inner.as_ptr() as usize - line.as_ptr() as usize);
    let mut out = Vec::new();
    for part in inner.split(bar) {
        out.push(Cell {
            at: at + part.len() - part.trim_start().len(),
            text: part.trim(),
        });
        at += part.len() + bar.len_utf8();
    }
    out
}

/// The heads of the columns, where a line names goods and what is told of them.
fn heads<'a>(cells: &[Cell<'a>]) -> Option<Vec<Head<'a>>> {
    let head = |cell: &Cell<'a>| {
        let opened = cell.text.find(['(', '（']);
        let (name, unit) = opened.map_or((cell.text, None), |at| {
            let inner = cell.text[at..].trim_matches(['(', '（', ')', '）']);
            (cell.text[..at].trim(), Some(inner))
        });
        let holds = HEADS.get(cell.text).or_else(|| HEADS.get(name)).copied();
        Head {
            holds: holds.unwrap_or(Column::Note),
            unit,
        }
    };
    let heads: Vec<Head> = cells.iter().map(head).collect();
    let has = |column: Column| heads.iter().any(|head| head.holds == column);
    let tells = has(Column::Amount) || has(Column::Money) || has(Column::Giver) || has(Column::Goal);
    (has(Column::Goods) && tells && heads.len() > 2).then_some(heads)
}

/// What is done with the goods, by the words over the table.
fn action(above: &str) -> Option<Action> {
    if any_of!["捐赠", "捐助", "受赠", "爱心"].within(above) {
        Some(Action::Donated)
    } else if any_of!["发放", "分配", "调拨", "下发", "配送", "投放", "供应"].within(above) {
        Some(Action::Delivered)
    } else if any_of!["采购", "购置", "购进"].within(above) {
        Some(Action::Raised)
    } else if any_of!["库存", "储备"].within(above) {
        Some(Action::Stocked)
    } else {
        None
    }
}

/// One row: its cells by what they hold.
struct Row<'r, 't> {
    heads: &'r [Head<'t>],
    cells: &'r [Cell<'t>],
    line: Span,
    giver: Option<&'t str>,
    action: Option<Action>,
}

impl<'t> Row<'_, 't> {
    fn cell(&self, column: Column) -> Option<Cell<'t>> {
        let found = self.heads.iter().zip(self.cells).find(|(head, _)| head.holds == column);
        found.map(|(_, cell)| *cell).filter(|cell| !cell.text.is_empty())
    }

    fn draft(&self, figure: &Figure, kind: Kind, item: Option<&str>) -> Draft {
        let mut fact = Fact::bare(FactId(0), figure.span, figure.quantity());
        fact.quote = self.line;
        fact.kind = kind;
        fact.item = item.filter(|item| !item.is_empty()).map(Into::into);
        fact.rule = "table.goods".into();
        if kind == Kind::Supply {
            fact.action = self.action;
            fact.cumulative = fact.action == Some(Action::Stocked);
        }
        fact.actor = self.giver.map(Into::into);
        fact.recipient = self
            .cell(Column::Goal)
            .map(|goal| goal.text)
            .filter(|goal| !goal.contains(|c: char| c.is_ascii_digit()))
            .map(Into::into);
        Draft {
            fact,
            whole: None,
            sentence: self.line,
        }
    }
}

/// 防护服（医用）: the name of goods without marks at its edges and without half a pair of brackets.
fn bare_name(name: &str) -> &str {
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '、' | '，' | ',' | '；' | ';' | '和' | '及' | '：' | ':');
    let mut name = name.trim_matches(is_mark);
    if !name.contains(['（', '(']) {
        name = name
            .trim_start_matches(['）', ')'])
            .trim_end_matches(['）', ')'])
            .trim_matches(is_mark);
    } else if !name.contains(['）', ')']) {
        name = name.split(['（', '(']).next().unwrap_or(name).trim_matches(is_mark);
    }
    name
}

/// Whether a figure of a cell counts goods, and is no make or size: （24粒装）, 210*160mm.
fn counts_goods(page: &Page, figure: &Figure, cell: Cell) -> bool {
    let after = page.slice(figure.end, cell.at + cell.text.len());
    let is_size = after.starts_with(['装', '*', '/', '×']) || page.slice(cell.at, figure.start).ends_with(['*', '×', '/']);
    let counts = matches!(
        figure.class,
        UnitClass::Goods | UnitClass::Mass | UnitClass::Count | UnitClass::Vehicle | UnitClass::Person | UnitClass::Testing
    );
    counts && !is_size
}

/// What a cell calls its first goods: 莲花清瘟胶囊（24粒装）13.5万盒 → 莲花清瘟胶囊（24粒装）.
fn first_name<'t>(page: &Page<'t>, cell: Cell) -> &'t str {
    let counted = figures_in(page, cell).find(|figure| counts_goods(page, figure, cell));
    let end = counted.map_or(cell.at + cell.text.len(), |figure| figure.start);
    bare_name(page.slice(cell.at, end))
}

/// The figure that a cell holds and nothing else.
fn only_figure(page: &Page, cell: Cell) -> Option<Figure> {
    let figure = figure::scan(page.text, cell.at, cell.at, page.lexicon)?;
    (figure.start == cell.at && figure.end == cell.at + cell.text.len()).then_some(figure)
}

/// 万元: how often its amounts are to be taken, and the unit that is left.
fn multiplied(unit: &str) -> (i64, &str) {
    match unit.chars().next() {
        Some(c @ '万') => (10_000, &unit[c.len_utf8()..]),
        Some(c @ '亿') => (100_000_000, &unit[c.len_utf8()..]),
        _ => (1, unit),
    }
}

impl Inventory {
    /// The goods of a table section, if one of its lines holds the heads of such a table.
    pub fn of(page: &Page, section: Span) -> Option<Self> {
        let text = section.of(page.text);
        if !text.contains(['\t', '|']) {
            return None;
        }
        let mut inventory = Self::default();
        let mut known: Option<Vec<Head>> = None;
        let (mut giver, mut start) = (None, section.start as usize);
        let mut doing = None;
        for line in text.split('\n') {
            let at = start;
            start += line.len() + 1;
            let cells = cells(line, at);
            let whole = Span::new(at, at + line.len());
            if let Some(found) = heads(&cells) {
                inventory.lines.push(whole);
                doing = action(page.before(at)).or(action(line));
                known = Some(found);
                giver = None;
                continue;
            }
            let Some(heads) = known.as_deref().filter(|heads| cells.len() > 1 && cells.len() <= heads.len() + 1) else {
                continue;
            };
            let first = at + line.len() - line.trim_start().len();
            let mut row = Row {
                heads,
                cells: &cells,
                line: Span::new(first, first + line.trim().len()),
                giver,
                action: doing,
            };
            giver = row.cell(Column::Giver).map(|cell| cell.text).or(giver);
            row.giver = giver;
            inventory.lines.push(whole);
            inventory.read_row(page, &row);
        }
        known.is_some().then_some(inventory)
    }

    fn read_row(&mut self, page: &Page, row: &Row) {
        let goods = row.cell(Column::Goods);
        let first = self.drafts.len();
        let has_amounts = row.cell(Column::Amount).is_some();
        for (head, cell) in row.heads.iter().zip(row.cells) {
            match head.holds {
                Column::Amount => self.amount(page, row, *head, *cell, goods),
                Column::Money => self.money(page, row, *head, *cell, goods),
                Column::Goods if !has_amounts => self.listed(page, row, *cell),
                Column::Goal => self.handed_out(page, row, *cell, goods, first),
                Column::Number => self.explain(page, *cell, Reason::Ordinal),
                Column::Goods | Column::Spec | Column::Unit => self.explain(page, *cell, Reason::Spec),
                Column::Giver | Column::Note => self.explain(page, *cell, Reason::Other),
            }
        }
    }

    fn amount(&mut self, page: &Page, row: &Row, head: Head, cell: Cell, goods: Option<Cell>) {
        let Some(mut figure) = only_figure(page, cell) else {
            self.explain(page, cell, Reason::Other);
            return;
        };
        let told = row
            .cell(Column::Unit)
            .map(|unit| unit.text)
            .or(head.unit)
            .filter(|_| figure.unit.is_empty());
        if let Some((factor, unit)) = told.map(multiplied)
            && let Some((unit, class)) = page.lexicon.unit_at(unit)
        {
            (figure.unit, figure.class) = (unit, class);
            figure.value = figure.value.and_then(|value| value.checked_mul(Amount::from_int(factor)));
        }
        let kind = match figure.class {
            UnitClass::Vehicle if goods.is_some_and(|cell| cell.text.ends_with('车')) => Kind::Vehicle,
            UnitClass::Money => Kind::Money,
            UnitClass::Share => Kind::Ratio,
            _ => Kind::Supply,
        };
        self.drafts.push(row.draft(&figure, kind, goods.map(|cell| cell.text)));
    }

    fn money(&mut self, page: &Page, row: &Row, head: Head, cell: Cell, goods: Option<Cell>) {
        let Some(mut figure) = only_figure(page, cell) else {
            self.explain(page, cell, Reason::Other);
            return;
        };
        if let Some((factor, unit)) = head.unit.map(multiplied).filter(|_| figure.unit.is_empty()) {
            figure.value = figure.value.and_then(|value| value.checked_mul(Amount::from_int(factor)));
            figure.unit = page.lexicon.unit_at(unit).map_or("元", |(unit, _)| unit);
        }
        self.drafts
            .push(row.draft(&figure, Kind::Money, goods.map(|cell| first_name(page, cell))));
    }

    /// 医用口罩5万只、消毒液1000瓶: goods with their amounts in one cell.
    fn listed(&mut self, page: &Page, row: &Row, cell: Cell) {
        let mut name_start = cell.at;
        let mut name = "";
        for figure in figures_in(page, cell) {
            let before = page.slice(name_start, figure.start);
            if !counts_goods(page, &figure, cell) {
                self.explained.push(Explained {
                    span: figure.span,
                    reason: Reason::Spec,
                });
                continue;
            }
            let own = bare_name(before);
            // 1400瓶60箱: the same goods, told by another measure.
            if own.chars().count() > 1 {
                name = own;
            }
            let sized = name
                .split(['（', '('])
                .next()
                .filter(|head| head.chars().count() > 1)
                .unwrap_or(name);
            let name = if name.contains(['）', ')']) { name } else { sized };
            self.drafts.push(row.draft(&figure, Kind::Supply, Some(name)));
            name_start = figure.end;
        }
        self.explain(page, cell, Reason::Spec);
    }

    /// 甲社区72个 乙医院72: how much went to whom, parts of what the row has counted from the draft `first` on.
    fn handed_out(&mut self, page: &Page, row: &Row, cell: Cell, goods: Option<Cell>, first: usize) {
        let counted = first..self.drafts.len();
        let mut from = cell.at;
        for figure in figures_in(page, cell) {
            let goal = bare_name(page.slice(from, figure.start));
            from = figure.end;
            let mut draft = row.draft(&figure, Kind::Supply, goods.map(|cell| first_name(page, cell)));
            let of_unit = |at: &usize| self.drafts[*at].fact.quantity.unit == draft.fact.quantity.unit;
            let is_supply = |at: &usize| self.drafts[*at].fact.kind == Kind::Supply;
            draft.whole = counted
                .clone()
                .find(|at| is_supply(at) && of_unit(at))
                .or_else(|| counted.clone().find(is_supply));
            draft.fact.recipient = Some(goal).filter(|goal| goal.chars().count() > 1).map(Into::into);
            self.drafts.push(draft);
        }
    }

    /// Gives a reason to the numerals of a cell that no fact states.
    fn explain(&mut self, page: &Page, cell: Cell, reason: Reason) {
        for figure in figures_in(page, cell) {
            let stated = self
                .drafts
                .iter()
                .rev()
                .take(MOST_IN_CELL)
                .any(|draft| draft.fact.span == figure.span);
            let told = self.explained.iter().rev().take(MOST_IN_CELL).any(|told| told.span == figure.span);
            if !stated && !told {
                self.explained.push(Explained { span: figure.span, reason });
            }
        }
    }
}

/// A cell holds no more figures.
const MOST_IN_CELL: usize = 64;

/// The lexed figures of a cell.
fn figures_in<'a>(page: &'a Page, cell: Cell) -> impl Iterator<Item = Figure> + use<'a> {
    let end = cell.at + cell.text.len();
    let first = page.lexed.figures.partition_point(|figure| (figure.span.start as usize) < cell.at);
    let inside = page.lexed.figures[first..]
        .iter()
        .take_while(move |figure| (figure.span.end as usize) <= end);
    inside
        .take(MOST_IN_CELL)
        .filter(move |figure| figure.span.of(page.text).starts_with(is_numeral))
        .cloned()
}
