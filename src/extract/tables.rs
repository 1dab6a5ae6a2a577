//! Tables: a name and its number on one line or on two.
//!
//! In: the lines of a table section. Out: a draft for each number, its row's name as place or item.
//! Always: the head of the table says what is counted; a head that does not say gives facts of kind `other`.

use std::ops::Range;

use super::lexicon::Role;
use super::page::Page;
use super::places::Places;
use super::walk::Draft;
use crate::model::{Fact, FactId, Kind, Measure, Metric, Origin, Quantity, Span, Window};

/// What the lines so far say about the numbers that follow.
#[derive(Default)]
struct Head {
    metric: Option<Metric>,
    measure: Option<Measure>,
    origin: Option<Origin>,
    name: Option<String>,
}

/// Reads the rows of a table.
pub fn read(page: &Page, section: Span, tokens: Range<usize>, places: &Places, window: Option<Window>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut head = Head::default();
    let mut line_start = section.start as usize;
    let mut next = tokens.start;
    for line in section.of(page.text).split('\n') {
        let line_end = line_start + line.len();
        let from = next;
        while next < tokens.end && (page.span(next).start as usize) < line_end {
            next += 1;
        }
        let figures: Vec<usize> = (from..next).filter(|i| page.figure(*i).is_some()).collect();
        if figures.is_empty() {
            head.read(page, from..next, line.trim());
        }
        for index in figures {
            let Some(figure) = page.figure(index) else { continue };
            let own_name = page.slice(line_start, figure.start).trim().trim_matches(['|', '\t', ' ', '：', ':']).to_owned();
            let name = if own_name.is_empty() || own_name.chars().any(|c| c.is_ascii_digit()) { head.name.clone() } else { Some(own_name) };
            let quantity = Quantity { value: figure.value, low: figure.low, high: figure.high, unit: figure.unit.of(page.text).to_owned(), approx: figure.approx };
            let mut fact = Fact::bare(FactId(0), figure.span, quantity);
            fact.quote = Span::new(figure.start, figure.end);
            fact.rule = "table.row".to_owned();
            let is_total = name.as_deref().is_some_and(|n| matches!(n, "合计" | "总计" | "全市" | "全省"));
            if let Some(metric) = head.metric {
                fact.kind = Kind::Cases;
                fact.metric = Some(metric);
                fact.measure = head.measure;
                fact.cumulative = matches!(head.measure, Some(Measure::Current | Measure::Cumulative));
                fact.origin = head.origin.filter(|_| !is_total);
                fact.window = window;
                fact.place = if is_total { places.chief() } else { name.map(|n| page_place(page, &n, places)) };
            } else {
                fact.item = name;
            }
            drafts.push(Draft { fact, whole: None, sentence: Span::new(line_start, line_end) });
        }
        line_start = line_end + 1;
    }
    drafts
}

/// A district by its short name is given its full one.
fn page_place(page: &Page, name: &str, places: &Places) -> String {
    let known = page.lexicon.word_at(name).filter(|(_, len)| *len == name.len()).and_then(|(entry, _)| page.lexicon.place_of(&page.lexicon.words[entry]));
    match known {
        Some(place) if place.level == super::lexicon::Level::County && place.name.starts_with(name) => place.name.to_owned(),
        _ => places.full(name),
    }
}

impl Head {
    fn read(&mut self, page: &Page, tokens: Range<usize>, line: &str) {
        if line.is_empty() {
            return;
        }
        for (_, word) in page.words_in(tokens.clone()) {
            self.metric = word.metric.or(self.metric);
            self.measure = word.measure.or(self.measure);
        }
        let says_origin = page.words_in(tokens.clone()).find_map(|(_, w)| w.origin);
        let is_home = line.contains("居住") || line.contains("工作地") || line.contains("本市") || line.contains("本地");
        if says_origin.is_some() || is_home {
            self.origin = if is_home { None } else { says_origin };
        }
        let is_note = line.starts_with(['（', '(']) || page.has(tokens, Role::CaseNoun);
        if !is_note {
            self.name = Some(line.to_owned());
        }
    }
}
