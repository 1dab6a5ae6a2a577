//! The series that are drawn, kept until data or choices change.
//!
//! In: the open briefings as corrected and a person's choices. Out: [`Shown`]. Always: of very many facts they are made on a thread
//! of their own, and a frame never waits for them.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::mpsc::{Receiver, channel};

use eframe::egui::Context;

use super::bars::Bars;
use super::table::{self, Row};
use crate::app::{App, Language, OpenBriefing, words};
use crate::ledger::DocId;
use crate::model::{Amount, Kind};
use crate::series::{self, DayChoice, DaySeries, Facet, Reported, Resumption, SupplyBar, SupplyChoice, Tally};

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
    /// What follows is of each day, or running totals.
    Tally(Tally),
    Bar(Box<DrawnSupply>),
    Space,
}

/// A bar of supplies and how it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnSupply {
    pub bar: SupplyBar,
    pub tally: Tally,
    /// Of the longest bar of the facet.
    pub fraction: f32,
}

/// What the series follow from; cheap to copy, so that they can be computed on another thread.
#[derive(Clone)]
struct Basis {
    generation: u64,
    language: Language,
    days: DayChoice,
    supplies: SupplyChoice,
    briefings: Vec<OpenBriefing>,
}

/// The series for the choices of the moment, and those that are on their way.
#[derive(Default)]
pub struct Series {
    shown: Option<Box<Shown>>,
    coming: Option<(u64, Receiver<Box<Shown>>)>,
}

/// With up to so many facts the series are there within the frame that asks for them.
const SHOWN_AT_ONCE_FACTS: usize = 20_000;

impl Series {
    /// The series for the choices; those of before, or none, while new ones are being made of very many facts.
    pub fn of(&mut self, ctx: &Context, app: &App, days: &mut DayChoice, supplies: &mut SupplyChoice) -> Option<&Shown> {
        let arrived = self.coming.as_ref().and_then(|(_, coming)| coming.try_recv().ok());
        if let Some(shown) = arrived {
            self.coming = None;
            shown.give_up(days, supplies);
            self.shown = Some(shown);
        }
        let is_current = |shown: &Shown| shown.is_for(app, days, supplies);
        if !self.shown.as_deref().is_some_and(is_current) {
            let basis = Basis {
                generation: app.generation,
                language: app.settings.language,
                days: days.clone(),
                supplies: *supplies,
                briefings: Vec::new(),
            };
            let wanted = basis.key();
            if self.coming.as_ref().is_none_or(|(key, _)| *key != wanted) {
                let basis = Basis {
                    briefings: app.briefings.clone(),
                    ..basis
                };
                self.make(ctx, basis, wanted, days, supplies);
            }
        }
        self.shown.as_deref()
    }

    #[cfg(test)]
    pub fn shown(&self) -> Option<&Shown> {
        self.shown.as_deref()
    }

    /// Whether what is shown is of before.
    pub fn is_coming(&self) -> bool {
        self.coming.is_some()
    }

    fn make(&mut self, ctx: &Context, basis: Basis, wanted: u64, days: &mut DayChoice, supplies: &mut SupplyChoice) {
        let facts: usize = basis.briefings.iter().map(|open| open.briefing.facts.len()).sum();
        if facts <= SHOWN_AT_ONCE_FACTS {
            let shown = Box::new(Shown::of(basis));
            shown.give_up(days, supplies);
            (self.shown, self.coming) = (Some(shown), None);
            return;
        }
        let (send, coming) = channel();
        let ctx = ctx.clone();
        std::thread::spawn(move || {
            // Nobody waits any more where the choice has changed meanwhile.
            let _ = send.send(Box::new(Shown::of(basis)));
            ctx.request_repaint();
        });
        self.coming = Some((wanted, coming));
    }
}

impl Basis {
    /// Tells one request from another.
    fn key(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        format!("{:?}", (self.generation, self.language, &self.days, self.supplies)).hash(&mut hasher);
        hasher.finish()
    }
}

impl Shown {
    fn is_for(&self, app: &App, days: &DayChoice, supplies: &SupplyChoice) -> bool {
        (self.generation, self.language) == (app.generation, app.settings.language)
            && self.day_choice == *days
            && self.supply_choice == *supplies
    }

    /// A choice of something that has gone is given up.
    fn give_up(&self, days: &mut DayChoice, supplies: &mut SupplyChoice) {
        days.place = days.place.take().filter(|place| self.places.contains(place));
        supplies.doc = supplies.doc.filter(|doc| self.suppliers.contains(doc));
    }

    fn of(basis: Basis) -> Self {
        let Basis {
            generation,
            language,
            mut days,
            mut supplies,
            briefings,
        } = basis;
        let names: Vec<String> = briefings.iter().map(|open| open.source.name()).collect();
        let reported: Vec<Reported> = briefings
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
        let series = series::days(&reported, &days);
        Self {
            generation,
            language,
            bars: Bars::of(&series),
            rows: table::rows(&series, &briefings, words(language)),
            days: series,
            places,
            suppliers,
            lines: lines(series::supplies(&reported, &supplies), &supplies),
            resumption: series::resumption(&reported),
            day_choice: days,
            supply_choice: supplies,
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
        let bars = facet
            .by_tally()
            .into_iter()
            .flat_map(|(_, groups)| groups)
            .flat_map(|group| &group.bars);
        let longest = bars.filter_map(SupplyBar::extent).max().map_or(0.0, Amount::to_f64);
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
        let tallies = [
            (Tally::Occasion, facet.increments),
            (Tally::PerDay, facet.per_day),
            (Tally::Cumulative, facet.cumulative),
        ];
        for (tally, groups) in tallies {
            if tally != Tally::Occasion && !groups.is_empty() {
                push(SupplyContent::Tally(tally));
            }
            for group in groups {
                // A single statement of an item carries the item's name itself.
                if choice.over_time || choice.by != series::By::Item {
                    push(SupplyContent::Key(group.key));
                }
                for bar in group.bars {
                    let extent = bar.extent().map_or(0.0, |extent| extent.to_f64().max(0.0));
                    let fraction = if longest > 0.0 { (extent / longest) as f32 } else { 0.0 };
                    push(SupplyContent::Bar(Box::new(DrawnSupply { bar, tally, fraction })));
                }
            }
        }
    }
    lines
}
