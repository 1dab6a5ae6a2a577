//! Tables: a name and its number on one line or on two.
//!
//! In: the lines of a table section. Out: a draft for each number, its row's name as place or item.
//! Always: the head of the table says what is counted; a head that does not say gives facts of kind `other`.

use std::ops::Range;

use super::any_of::any_of;
use super::columns::Columns;
use super::lexicon::{Role, UnitClass, Word};
use super::page::Page;
use super::places::Places;
use super::walk::Draft;
use crate::model::{Action, Fact, FactId, Kind, Measure, Metric, Origin, Span, Window};

/// What the lines so far say about the numbers that follow.
#[derive(Clone, Copy, Default)]
pub struct Head {
    /// What a column counts that is not persons.
    kind: Option<Kind>,
    pub(super) metric: Option<Metric>,
    measure: Option<Measure>,
    origin: Option<Origin>,
    /// Unit of the whole column: 库存(吨).
    unit: Option<(&'static str, UnitClass)>,
    action: Option<Action>,
}

/// The windows that the text above a table has set.
#[derive(Clone, Copy, Default)]
pub struct Windows {
    /// Up to the end of the window in force.
    pub up_to: Option<Window>,
    /// The day in which it ends.
    pub day: Option<Window>,
    /// The window in force is that day.
    pub is_daily: bool,
}

impl Windows {
    fn of(self, measure: Option<Measure>) -> Option<Window> {
        if measure == Some(Measure::New) {
            self.day.or(self.up_to)
        } else {
            self.up_to
        }
    }
}

/// 表1 …, 附:…: whether the first line of a table names it.
pub fn has_caption(table: &str) -> bool {
    let first = table.trim_start();
    let numbered = first
        .strip_prefix('表')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_numeric()));
    numbered || first.starts_with("附：") || first.starts_with("附:") || first.starts_with("附表")
}

/// Reads the rows of a table.
pub fn read(page: &Page, section: Span, tokens: Range<usize>, places: &Places, windows: Windows) -> Vec<Draft> {
    let draft = |index: usize, head: &Head, name: Option<Box<str>>, window: Option<Window>| {
        let fact = fact(page, index, head, name, places, window);
        Draft {
            sentence: fact.span,
            fact,
            whole: None,
        }
    };
    let text = section.of(page.text);
    let above = page.before(section.start as usize).trim_end();
    let caption = if has_caption(text) {
        text.lines().next().unwrap_or_default()
    } else {
        &above[above.rfind('\n').map_or(0, |at| at + 1)..]
    };
    if let Some(table) = Columns::of(page, section, caption) {
        let mut cells = table.cells.iter().peekable();
        let in_table = tokens.filter_map(|index| {
            let at = page.figure(index)?.span.start as usize;
            while cells.next_if(|cell| cell.at < at).is_some() {}
            let cell = cells.peek().filter(|cell| cell.at == at)?;
            let head = table.heads.get(cell.head)?;
            // 治愈出院 in a day's table is of that day.
            let daily = head.metric.is_some() && head.measure.is_none() && windows.is_daily;
            let so_far = head.metric.is_some() && windows.up_to.is_some() && !windows.is_daily;
            let head = &Head {
                measure: head
                    .measure
                    .or(daily.then_some(Measure::New))
                    .or(so_far.then_some(Measure::Cumulative)),
                ..*head
            };
            let mut draft = draft(index, head, Some(cell.name.clone()), windows.of(head.measure));
            if draft.fact.kind == Kind::RiskArea {
                draft.fact.item = table.names.get(cell.head).cloned();
            }
            // Every row has the columns' origin, the last one too.
            draft.fact.origin = head.origin;
            Some(draft)
        });
        return in_table.collect();
    }
    let window = windows.up_to;
    let mut drafts = Vec::new();
    let mut head = Head::default();
    if caption.contains("分布") || caption.ends_with('表') {
        head.read(page, caption);
    }
    let mut from = section.start as usize;
    for index in tokens {
        let Some(figure) = page.figure(index) else {
            continue;
        };
        // Between two numbers stand perhaps heads of the columns that follow, then the row's name.
        let mut cells = page
            .slice(from, figure.start)
            .split(['\n', ' ', '\t', '|', '\u{3000}', '\u{a0}'])
            .map(str::trim)
            .filter(|cell| !cell.is_empty())
            .peekable();
        let mut name = None;
        while let Some(cell) = cells.next() {
            if cells.peek().is_some() || head.names_column(page, cell) {
                head.read(page, cell);
            } else {
                name = Some(cell.trim_end_matches(['：', ':']).into());
            }
        }
        from = figure.end;
        drafts.push(Draft {
            fact: fact(page, index, &head, name, places, window),
            whole: None,
            sentence: Span::new(figure.start, figure.end),
        });
    }
    drafts
}

fn fact(page: &Page, index: usize, head: &Head, name: Option<Box<str>>, places: &Places, window: Option<Window>) -> Fact {
    let figure = page.figure(index).unwrap_or(&page.lexed.figures[0]);
    let mut fact = Fact::bare(FactId(0), figure.span, figure.quantity());
    let name_start = name
        .as_deref()
        .and_then(|n| {
            page.before(figure.start)
                .rfind(n)
                .map(|at| figure.start - page.before(figure.start).len() + at)
        })
        .filter(|at| figure.start - at < 120);
    fact.quote = Span::new(name_start.unwrap_or(figure.start), figure.end);
    fact.rule = "table.row".into();
    let is_total = name.as_deref().is_some_and(|n| matches!(n, "合计" | "总计" | "全市" | "全省"));
    if let Some(metric) = head.metric {
        fact.kind = Kind::Cases;
        fact.metric = Some(metric);
        fact.measure = head.measure;
        fact.cumulative = matches!(head.measure, Some(Measure::Current | Measure::Cumulative));
        fact.origin = head.origin.filter(|_| !is_total);
        fact.window = window;
        // 境外输入人员 112, 外地来沪人员 111: who they are, not where.
        let group = name.as_deref().filter(|name| any_of!["人员", "病例", "感染者"].ends(name));
        if let Some(group) = group {
            fact.item = Some(group.into());
            fact.origin = group.contains("境外输入").then_some(Origin::Imported).or(fact.origin);
        }
        fact.place = if is_total || group.is_some() {
            places.chief()
        } else {
            name.map(|n| full_name(page, &n, places))
        };
    } else {
        fact.item = name;
        let class = head.unit.map_or(figure.class, |(_, class)| class);
        if let Some((unit, _)) = head.unit.filter(|_| fact.quantity.unit.is_empty()) {
            fact.quantity.unit = unit.into();
        }
        fact.kind = match class {
            UnitClass::Mass | UnitClass::Goods => Kind::Supply,
            UnitClass::Duration => Kind::Duration,
            UnitClass::Vehicle => Kind::Vehicle,
            UnitClass::Money => Kind::Money,
            UnitClass::Share => Kind::Ratio,
            _ => head.kind.unwrap_or(Kind::Other),
        };
        if fact.kind == Kind::RiskArea {
            fact.place = fact.item.take().map(|name| full_name(page, &name, places));
            fact.cumulative = true;
        }
        fact.action = head.action.filter(|_| fact.kind == Kind::Supply);
        fact.cumulative = fact.action == Some(Action::Stocked);
    }
    fact
}

/// A district by its short name is given its full one.
fn full_name(page: &Page, name: &str, places: &Places) -> Box<str> {
    let known = page
        .lexicon
        .word_at(name)
        .filter(|(_, len)| *len == name.len())
        .and_then(|(entry, _)| page.lexicon.place_of(&page.lexicon.words[entry]));
    match known {
        Some(place) if place.level == super::lexicon::Level::County && place.name.starts_with(name) => place.name.into(),
        _ => places.full(name),
    }
}

impl Head {
    /// Words of the lexicon in a cell.
    fn words<'a>(page: &'a Page, cell: &'a str) -> impl Iterator<Item = &'a Word> + use<'a> {
        let lexicon = page.lexicon;
        let mut rest = cell;
        std::iter::from_fn(move || {
            while let Some(first) = rest.chars().next() {
                let found = lexicon.word_at(rest);
                rest = &rest[found.map_or(first.len_utf8(), |(_, len)| len)..];
                if let Some((entry, _)) = found {
                    return Some(&lexicon.words[entry]);
                }
            }
            None
        })
    }

    /// The head of a column: what its own cell says of persons, with what stands above; else its unit and what is done with goods.
    pub fn of_column(page: &Page, above: Self, cell: &str) -> Self {
        if Self::default().names_column(page, cell) {
            let mut head = above;
            head.read(page, cell);
            return head;
        }
        let bracketed = cell.split(['(', '（']).nth(1).map(|unit| unit.trim_end_matches([')', '）']));
        Self {
            unit: bracketed
                .or(cell.ends_with("天数").then_some("天"))
                .and_then(|unit| page.lexicon.unit_at(unit)),
            action: Self::words(page, cell).find_map(|word| word.action),
            kind: Self::words(page, cell)
                .filter_map(|word| word.head)
                .last()
                .filter(|kind| *kind == Kind::RiskArea),
            ..Self::default()
        }
    }

    /// Whether it says what its column counts.
    pub fn tells(&self) -> bool {
        self.metric.is_some() || self.measure.is_some() || self.unit.is_some()
    }

    /// Whether it says by which measure, and nothing of goods or areas.
    pub fn counts_by_measure(&self) -> bool {
        self.measure.is_some() && self.unit.is_none() && self.kind.is_none()
    }

    /// A cell that says what is counted or whose, not where.
    pub fn names_column(&self, page: &Page, cell: &str) -> bool {
        cell.starts_with(['（', '(']) || Self::words(page, cell).any(|w| w.metric.is_some() || w.measure.is_some() || w.is(Role::CaseNoun))
    }

    pub fn read(&mut self, page: &Page, cell: &str) {
        for word in Self::words(page, cell) {
            self.metric = word.metric.or(self.metric);
            self.measure = word.measure.or(self.measure);
        }
        let says_origin = Self::words(page, cell).find_map(|w| w.origin);
        let is_home = cell.contains("居住") || cell.contains("工作地") || cell.contains("本市") || cell.contains("本地");
        if says_origin.is_some() || is_home {
            self.origin = if is_home { None } else { says_origin };
        }
    }
}
