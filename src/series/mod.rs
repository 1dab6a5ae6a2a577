//! Many briefings → the series that charts and tables show.
//!
//! In: the facts in force of every open briefing ([`Reported`]). Out: [`DaySeries`] of new infections, [`Facet`]s of
//! supplies, [`Resumption`] of work.
//! Always: a part is never added to its whole, a partial day never to its full day, a conversion never counted as a new
//! infection. What no text states is absent, never zero. Every figure names the facts it stands on ([`Evidence`]), and a
//! figure that is not drawn is listed with the reason. Same input, same output.

mod calendar;
mod days;
mod figure;
mod hours;
mod known_as;
mod resumption;
mod supplies;

pub use calendar::Calendar;
pub use days::{Aside, AsideReason, Beside, Day, DayChoice, DaySeries, Gap, Mean, Segment, Stack, Standing, days, places};
pub use figure::{Coverage, Figure, Rival};
pub use hours::Hours;
pub use resumption::{Resumption, ResumptionCount, resumption};
pub use supplies::{By, Facet, SupplyBar, SupplyChoice, SupplyGroup, Tally, supplies};

use crate::ledger::DocId;
use crate::model::{Fact, FactId, Moment};

/// A briefing as far as series need it.
#[derive(Clone, Debug)]
pub struct Reported<'a> {
    pub doc: DocId,
    pub name: &'a str,
    /// The place that the briefing as a whole is about.
    pub place: Option<&'a str>,
    /// Day of the briefing.
    pub date: Option<Moment>,
    /// Facts in force.
    pub facts: Vec<&'a Fact>,
}

/// Where a figure is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Evidence {
    pub doc: DocId,
    pub fact: FactId,
}

/// Indices of the briefings from the oldest to the latest. One without a date counts as older than all with one; equal dates
/// keep the order given.
fn by_age(reported: &[Reported], calendar: &Calendar) -> Vec<usize> {
    let mut order: Vec<usize> = (0..reported.len()).collect();
    order.sort_by_key(|index| reported[*index].date.and_then(|date| calendar.number(date)));
    order
}

#[cfg(test)]
pub(crate) mod samples;
