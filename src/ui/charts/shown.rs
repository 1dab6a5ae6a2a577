//! The series that are drawn, kept until data or choices change.

use super::bars::Bars;
use super::table::{self, Row};
use crate::app::{App, Language, words};
use crate::ledger::DocId;
use crate::model::{Amount, Kind};
use crate::series::{self, DayChoice, DaySeries, Facet, Reported, Resumption, SupplyBar, SupplyChoice};

/// What the charts show of the open briefings.
pub struct Shown {
    generation: u64,
    language: Language,
    day_choice: DayChoice,
    supply_choice: SupplyChoice,
    pub places: Vec<String>,
    pub days: DaySeries,
    pub bars: Bars,
    /// The days as a table.
    pub rows: Vec<Row>,
    /// Briefings that state supplies.
    pub suppliers: Vec<DocId>,
    pub lines: Vec<SupplyLine>,
    pub resumption: Option<Resumption>,
}

/// One row of the supplies.
#[derive(Clone, Debug, PartialEq)]
pub struct SupplyLine {
    /// On the first row of its facet.
    pub unit: Option<String>,
    pub content: SupplyContent,
}

#[derive(Clone, Debug, PartialEq)]
pub enum SupplyContent {
    /// The name of a group of bars.
    Key(Option<String>),
    /// What follows are running totals.
    Cumulative,
    Bar(Box<DrawnSupply>),
    Space,
}

/// A bar of supplies and how it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnSupply {
    pub bar: SupplyBar,
    pub is_cumulative: bool,
    /// Of the longest bar of the facet.
    pub fraction: f32,
}

impl Shown {
    /// The series for the choices: `kept` where nothing has changed. A choice of something that has gone is given up.
    pub fn of(app: &App, days: &mut DayChoice, supplies: &mut SupplyChoice, kept: Option<Self>) -> Self {
        let language = app.settings.language;
        let is_current = |kept: &Self| {
            (kept.generation, kept.language) == (app.generation, language) && kept.day_choice == *days && kept.supply_choice == *supplies
        };
        if let Some(kept) = kept.filter(is_current) {
            return kept;
        }
        let names: Vec<String> = app.briefings.iter().map(|open| open.source.name()).collect();
        let reported: Vec<Reported> = app
            .briefings
            .iter()
            .zip(&names)
            .map(|(open, name)| Reported {
                doc: open.doc,
                name,
                place: open.briefing.meta.place.as_deref(),
                date: open.briefing.meta.date,
                facts: open.briefing.facts_in_force().collect(),
            })
            .collect();
        let places = series::places(&reported);
        days.place = days.place.take().filter(|place| places.contains(place));
        let suppliers: Vec<DocId> = reported
            .iter()
            .filter(|r| r.facts.iter().any(|fact| fact.kind == Kind::Supply))
            .map(|r| r.doc)
            .collect();
        supplies.doc = supplies.doc.filter(|doc| suppliers.contains(doc));
        let series = series::days(&reported, days);
        Self {
            generation: app.generation,
            language,
            day_choice: days.clone(),
            supply_choice: *supplies,
            bars: Bars::of(&series),
            rows: table::rows(&series, app, words(language)),
            days: series,
            places,
            suppliers,
            lines: lines(series::supplies(&reported, supplies), supplies),
            resumption: series::resumption(&reported),
        }
    }

    /// The briefing whose supplies are drawn, where it is one.
    pub fn supply_doc(&self) -> Option<DocId> {
        self.lines.iter().find_map(|line| match &line.content {
            SupplyContent::Bar(drawn) => Some(drawn.bar.doc),
            _ => None,
        })
    }
}

fn lines(facets: Vec<Facet>, choice: &SupplyChoice) -> Vec<SupplyLine> {
    let mut lines = Vec::new();
    for facet in facets {
        let bars = || facet.increments.iter().chain(&facet.cumulative).flat_map(|group| &group.bars);
        let longest = bars().filter_map(SupplyBar::extent).max().map_or(0.0, Amount::to_f64);
        if !lines.is_empty() {
            lines.push(SupplyLine {
                unit: None,
                content: SupplyContent::Space,
            });
        }
        let mut unit = Some(facet.unit);
        let mut push = |content| {
            lines.push(SupplyLine {
                unit: unit.take(),
                content,
            });
        };
        for (groups, is_cumulative) in [(facet.increments, false), (facet.cumulative, true)] {
            if is_cumulative && !groups.is_empty() {
                push(SupplyContent::Cumulative);
            }
            for group in groups {
                // A single statement of an item carries the item's name itself.
                if choice.over_time || choice.by != series::By::Item {
                    push(SupplyContent::Key(group.key));
                }
                for bar in group.bars {
                    let extent = bar.extent().map_or(0.0, |extent| extent.to_f64().max(0.0));
                    let fraction = if longest > 0.0 { (extent / longest) as f32 } else { 0.0 };
                    push(SupplyContent::Bar(Box::new(DrawnSupply {
                        bar,
                        is_cumulative,
                        fraction,
                    })));
                }
            }
        }
    }
    lines
}
