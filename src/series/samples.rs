//! Facts and briefings for the tests of this room.

use super::Reported;
use crate::ledger::DocId;
use crate::model::{Amount, Approx, Fact, FactId, Kind, Measure, Metric, Moment, Origin, Quantity, Span, Window};

/// An exact fact; its span starts at its number, so that facts keep the order of their numbers.
pub fn fact(id: u64, kind: Kind, value: &str, unit: &str) -> Fact {
    let quantity = Quantity {
        value: Amount::parse_plain(value),
        low: None,
        high: None,
        unit: unit.to_owned().into(),
        approx: Approx::Exact,
    };
    let start = id as usize * 10;
    Fact {
        kind,
        ..Fact::bare(FactId(id), Span::new(start, start + 1), quantity)
    }
}

/// A count of new cases, written as `metric[-origin] value window [place] [part_of=id] [item=…]`; a window is an interval, or
/// a day alone for the whole of it, or `day/HH` for the hours up to `HH`, or `-` for none.
#[track_caller]
pub fn case(id: u64, text: &str) -> Fact {
    let mut words = text.split_whitespace();
    let (metric, origin) = match words.next().unwrap().split_once('-') {
        Some((metric, origin)) => (metric, Some(Origin::parse(origin).unwrap())),
        None => (text.split_whitespace().next().unwrap(), None),
    };
    let mut fact = fact(id, Kind::Cases, words.next().unwrap(), "例");
    fact.metric = Some(Metric::parse(metric).unwrap());
    fact.measure = Some(Measure::New);
    fact.origin = origin;
    fact.window = window(words.next().unwrap());
    for word in words {
        match word.split_once('=') {
            Some(("part_of", whole)) => fact.part_of = Some(FactId(whole.parse().unwrap())),
            Some(("item", item)) => fact.item = Some(item.into()),
            _ => fact.place = Some(word.into()),
        }
    }
    fact
}

fn window(text: &str) -> Option<Window> {
    if text == "-" {
        return None;
    }
    if let Some(window) = Window::parse_interval(text) {
        return Some(window);
    }
    let Some((day, hour)) = text.split_once('/') else {
        return Some(Window::whole_day(Moment::parse(text).unwrap()));
    };
    let start = Moment::parse(day).unwrap();
    let end = Moment {
        hour: hour.parse().unwrap(),
        ..start
    };
    Some(Window::between(start, end))
}

pub fn briefing<'a>(doc: i64, date: &str, place: Option<&'a str>, facts: &'a [Fact]) -> Reported<'a> {
    Reported {
        doc: DocId(doc),
        name: "briefing",
        place,
        date: Moment::parse(date),
        facts: facts.iter().collect(),
    }
}
