//! Work resumed and about to be, as the latest briefing states it.

use super::{Calendar, Evidence, Reported, by_age};
use crate::ledger::DocId;
use crate::model::{Kind, Moment, Quantity, State};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resumption {
    pub doc: DocId,
    /// Day of the briefing.
    pub date: Option<Moment>,
    /// From resumed to planned, each in the order of the text. Never to be added: projects may be parts of enterprises.
    pub counts: Vec<ResumptionCount>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResumptionCount {
    pub state: Option<State>,
    pub item: Option<Box<str>>,
    pub quantity: Quantity,
    /// Several where the briefing repeats the count.
    pub evidence: Vec<Evidence>,
}

/// `None` where no briefing counts enterprises or projects that resume.
pub fn resumption(reported: &[Reported]) -> Option<Resumption> {
    let dates: Vec<Moment> = reported.iter().filter_map(|r| r.date).collect();
    let order = by_age(reported, &Calendar::of(&dates));
    order
        .into_iter()
        .rev()
        .map(|index| of_briefing(&reported[index]))
        .find(|found| !found.counts.is_empty())
}

fn of_briefing(briefing: &Reported) -> Resumption {
    let mut counts: Vec<ResumptionCount> = Vec::new();
    for fact in briefing.facts.iter().filter(|fact| fact.kind == Kind::WorkResumption) {
        let evidence = Evidence {
            doc: briefing.doc,
            fact: fact.id,
        };
        let repeated = counts
            .iter_mut()
            .find(|c| c.state == fact.state && c.item == fact.item && c.quantity == fact.quantity);
        match repeated {
            Some(count) => count.evidence.push(evidence),
            None => counts.push(ResumptionCount {
                state: fact.state,
                item: fact.item.clone(),
                quantity: fact.quantity.clone(),
                evidence: vec![evidence],
            }),
        }
    }
    // The variants of `State` run from resumed to planned.
    counts.sort_by_key(|count| (count.state.is_none(), count.state));
    Resumption {
        doc: briefing.doc,
        date: briefing.date,
        counts,
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{briefing, fact};
    use super::*;
    use crate::model::Fact;

    fn works(id: u64, state: &str, value: &str, item: &str) -> Fact {
        let mut fact = fact(id, Kind::WorkResumption, value, "家");
        fact.state = State::parse(state);
        fact.item = Some(item.into());
        fact
    }

    #[track_caller]
    fn check(reported: &[Reported], expected: Option<&str>) {
        let found = resumption(reported).map(|found| {
            let counts: Vec<String> = found
                .counts
                .iter()
                .map(|c| {
                    let state = c.state.map_or("-", State::as_str);
                    let value = c.quantity.value.map_or("?".to_owned(), |v| v.to_string());
                    format!("{state} {} {value}×{}", c.item.as_deref().unwrap_or("-"), c.evidence.len())
                })
                .collect();
            format!("{}: {}", found.doc.0, counts.join(", "))
        });
        assert_eq!(found.as_deref(), expected);
    }

    #[test]
    fn the_latest_briefing_with_counts_is_shown() {
        let older = [works(1, "resumed", "1", "企业")];
        let newer = [
            works(1, "ready", "10", "项目"),
            works(2, "resumed", "2", "企业"),
            works(3, "", "3", "商户"),
            works(4, "nearly_ready", "8", "企业"),
            works(5, "resumed", "4", "项目"),
        ];
        let without = [fact(1, Kind::Supply, "5", "吨")];
        let reported = [
            briefing(1, "2022-09-28", None, &newer),
            briefing(2, "2022-09-27", None, &older),
            briefing(3, "2022-09-29", None, &without),
        ];
        check(
            &reported,
            Some("1: resumed 企业 2×1, resumed 项目 4×1, nearly_ready 企业 8×1, ready 项目 10×1, - 商户 3×1"),
        );
        check(&reported[1..], Some("2: resumed 企业 1×1"));
        check(&reported[2..], None);
    }

    #[test]
    fn a_repeated_count_is_shown_once() {
        let facts = [
            works(1, "resumed", "4", "项目"),
            works(2, "resumed", "4", "项目"),
            works(3, "resumed", "4", "企业"),
        ];
        check(
            &[briefing(1, "2022-09-28", None, &facts)],
            Some("1: resumed 项目 4×2, resumed 企业 4×1"),
        );
    }
}
