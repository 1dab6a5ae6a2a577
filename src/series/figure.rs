//! Statements of one and the same count → one figure, with its evidence and with what contradicts it.

use std::collections::BTreeMap;

use super::{Evidence, Hours};
use crate::model::{Amount, Approx, Fact, Metric, Origin, Window};

/// Which origins a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// Stated as such: for all origins together, or for the one that was asked for.
    Stated(Option<Origin>),
    /// No total is stated; local and imported are, and were added.
    Summed,
    /// No total is stated, and only one of its parts.
    Only(Origin),
}

impl Coverage {
    /// Everything that `other` counts is counted here too.
    pub(super) fn covers(self, other: Self) -> bool {
        let single = |coverage| match coverage {
            Self::Stated(origin) => origin,
            Self::Summed => None,
            Self::Only(origin) => Some(origin),
        };
        single(self).is_none() || single(self) == single(other)
    }
}

/// A count of one metric for one place and window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    pub metric: Metric,
    pub value: Amount,
    pub approx: Approx,
    /// As the latest briefing states it.
    pub window: Window,
    pub hours: Hours,
    pub coverage: Coverage,
    /// The facts that state the value, those of the latest briefing first.
    pub evidence: Vec<Evidence>,
    /// What else is stated for the same count. Empty when all agree.
    pub rivals: Vec<Rival>,
    /// The facts of which the stated ones are parts.
    pub(super) wholes: Vec<Evidence>,
}

/// Another value for the same count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rival {
    /// Origin that both values count; of use where the figure is a sum.
    pub origin: Option<Origin>,
    pub value: Amount,
    pub approx: Approx,
    pub evidence: Vec<Evidence>,
}

/// A fact that could make a bar.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate<'a> {
    pub evidence: Evidence,
    /// Position of its briefing from the oldest to the latest.
    pub age: usize,
    pub fact: &'a Fact,
    /// The fact names its place itself.
    pub names_place: bool,
    pub metric: Metric,
    pub origin: Option<Origin>,
    pub value: Amount,
    pub window: Window,
    pub hours: Hours,
}

/// Why a candidate has no say in its figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dropped {
    /// A part of a count that the same briefing states.
    Part,
    /// One of several splits (by severity, by age …) of a count that the briefing does not state.
    Split,
    /// Names no place, beside one that does.
    Unplaced,
}

/// Makes one figure of the statements of one metric, window and origin.
pub(super) fn settle<'a>(cell: &[Candidate<'a>], dropped: &mut Vec<(Candidate<'a>, Dropped)>) -> Option<Figure> {
    let mut by_briefing: BTreeMap<usize, Vec<Candidate>> = BTreeMap::new();
    for candidate in cell {
        by_briefing.entry(candidate.age).or_default().push(*candidate);
    }
    let mut stated: Vec<Candidate> = Vec::new();
    for (_, statements) in by_briefing.into_iter().rev() {
        let start = stated.len();
        for candidate in &statements {
            match why_not(candidate, &statements) {
                Some(why) => dropped.push((*candidate, why)),
                None => stated.push(*candidate),
            }
        }
        stated[start..].sort_by_key(|c| c.fact.span);
    }

    let first = *stated.first()?;
    let mut values: Vec<(Candidate, Vec<Evidence>)> = Vec::new();
    for candidate in &stated {
        let said = |c: &Candidate| (c.value, c.fact.quantity.approx);
        match values.iter_mut().find(|(other, _)| said(other) == said(candidate)) {
            Some((_, evidence)) => evidence.push(candidate.evidence),
            None => values.push((*candidate, vec![candidate.evidence])),
        }
    }
    let mut values = values.into_iter();
    let (_, evidence) = values.next()?;
    let rivals = values
        .map(|(candidate, evidence)| Rival {
            origin: candidate.origin,
            value: candidate.value,
            approx: candidate.fact.quantity.approx,
            evidence,
        })
        .collect();
    let wholes = stated
        .iter()
        .filter_map(|c| {
            Some(Evidence {
                fact: c.fact.part_of?,
                ..c.evidence
            })
        })
        .collect();
    Some(Figure {
        metric: first.metric,
        value: first.value,
        approx: first.fact.quantity.approx,
        window: first.window,
        hours: first.hours,
        coverage: Coverage::Stated(first.origin),
        evidence,
        rivals,
        wholes,
    })
}

/// `peers` are the statements of one briefing, the candidate among them.
fn why_not(candidate: &Candidate, peers: &[Candidate]) -> Option<Dropped> {
    let others = || peers.iter().filter(|p| p.evidence != candidate.evidence);
    if others().any(|p| candidate.fact.part_of == Some(p.evidence.fact)) {
        return Some(Dropped::Part);
    }
    if !candidate.names_place && others().any(|p| p.names_place) {
        return Some(Dropped::Unplaced);
    }
    if candidate.fact.item.is_some() {
        if others().any(|p| p.fact.item.is_none()) {
            return Some(Dropped::Part);
        }
        if others().any(|p| p.fact.item != candidate.fact.item) {
            return Some(Dropped::Split);
        }
    }
    None
}

/// The figure for the origin that is wanted. For all origins together a stated total wins; without one, local and imported are
/// added where both are stated.
pub(super) fn for_origin(mut by_origin: BTreeMap<Option<Origin>, Figure>, wanted: Option<Origin>) -> Option<Figure> {
    if let Some(stated) = by_origin.remove(&wanted) {
        return Some(stated);
    }
    if wanted.is_some() {
        return None;
    }
    match (by_origin.remove(&Some(Origin::Local)), by_origin.remove(&Some(Origin::Imported))) {
        (Some(local), Some(imported)) => added(local, imported),
        (Some(local), None) => Some(Figure {
            coverage: Coverage::Only(Origin::Local),
            ..local
        }),
        (None, Some(imported)) => Some(Figure {
            coverage: Coverage::Only(Origin::Imported),
            ..imported
        }),
        (None, None) => None,
    }
}

fn added(local: Figure, imported: Figure) -> Option<Figure> {
    let joined = |mut a: Vec<Evidence>, b: Vec<Evidence>| {
        a.extend(b);
        a
    };
    Some(Figure {
        value: local.value.checked_add(imported.value)?,
        approx: approx_of_sum(local.approx, imported.approx),
        coverage: Coverage::Summed,
        evidence: joined(local.evidence, imported.evidence),
        rivals: local.rivals.into_iter().chain(imported.rivals).collect(),
        wholes: joined(local.wholes, imported.wholes),
        metric: local.metric,
        window: local.window,
        hours: local.hours,
    })
}

fn approx_of_sum(a: Approx, b: Approx) -> Approx {
    match (a, b) {
        (a, b) if a == b => a,
        (Approx::Exact, bound) | (bound, Approx::Exact) => bound,
        _ => Approx::About,
    }
}
