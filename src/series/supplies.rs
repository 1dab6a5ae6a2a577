//! Goods delivered, raised, donated, stocked: one facet per unit.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::{Calendar, Evidence, Reported, by_age};
use crate::ledger::DocId;
use crate::model::{Action, Amount, Fact, Kind, Moment, Quantity, Window};

/// What the bars of a facet are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum By {
    #[default]
    Item,
    Actor,
    Recipient,
}

impl By {
    pub const ALL: [Self; 3] = [Self::Item, Self::Actor, Self::Recipient];

    fn key(self, fact: &Fact) -> Option<&str> {
        match self {
            Self::Item => fact.item.as_deref(),
            Self::Actor => fact.actor.as_deref(),
            Self::Recipient => fact.recipient.as_deref(),
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SupplyChoice {
    pub by: By,
    /// All briefings, each group from the oldest to the latest; else one briefing.
    pub over_time: bool,
    /// The one briefing; `None` for the latest that states supplies.
    pub doc: Option<DocId>,
}

/// Supplies counted in one unit. Units are kept as written: 吨 and 公斤 are two facets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Empty where the texts write none.
    pub unit: String,
    /// Goods of one occasion.
    pub increments: Vec<SupplyGroup>,
    /// 日均, 每天: so much each day.
    pub per_day: Vec<SupplyGroup>,
    /// 累计 and stocks.
    pub cumulative: Vec<SupplyGroup>,
}

impl Facet {
    fn groups_mut(&mut self, tally: Tally) -> &mut Vec<SupplyGroup> {
        match tally {
            Tally::Occasion => &mut self.increments,
            Tally::PerDay => &mut self.per_day,
            Tally::Cumulative => &mut self.cumulative,
        }
    }

    /// The groups of each tally, in the order in which they are shown.
    pub fn by_tally(&self) -> [(Tally, &[SupplyGroup]); 3] {
        [
            (Tally::Occasion, &self.increments),
            (Tally::PerDay, &self.per_day),
            (Tally::Cumulative, &self.cumulative),
        ]
    }
}

/// Figures of different tallies are never to be added, and stand under headings of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tally {
    /// Goods of one occasion.
    Occasion,
    /// So much each day.
    PerDay,
    /// So much in all, up to a moment.
    Cumulative,
}

impl Tally {
    fn of(fact: &Fact) -> Self {
        match (fact.per_day, fact.cumulative) {
            (true, _) => Self::PerDay,
            (false, true) => Self::Cumulative,
            (false, false) => Self::Occasion,
        }
    }
}

/// The bars of one item, actor or recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupplyGroup {
    /// `None` where the texts name none.
    pub key: Option<String>,
    pub bars: Vec<SupplyBar>,
}

impl SupplyGroup {
    fn state(&mut self, bar: SupplyBar) {
        let mut of_briefing = self.bars.iter_mut().rev().take_while(|other| other.doc == bar.doc);
        match of_briefing.find(|other| bar.says_the_same_as(other)) {
            Some(same) => same.evidence.extend(bar.evidence),
            None => self.bars.push(bar),
        }
    }
}

/// One statement; one that a briefing repeats word for word has several evidences. Statements are never added: one may be a
/// part of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupplyBar {
    pub doc: DocId,
    /// Day of the briefing.
    pub date: Option<Moment>,
    pub quantity: Quantity,
    pub action: Option<Action>,
    pub item: Option<Box<str>>,
    pub actor: Option<Box<str>>,
    pub recipient: Option<Box<str>>,
    pub window: Option<Window>,
    /// The text states it as a part of another figure.
    pub is_part: bool,
    pub evidence: Vec<Evidence>,
}

impl SupplyBar {
    fn of(fact: &Fact, briefing: &Reported) -> Self {
        Self {
            doc: briefing.doc,
            date: briefing.date,
            quantity: fact.quantity.clone(),
            action: fact.action,
            item: fact.item.clone(),
            actor: fact.actor.clone(),
            recipient: fact.recipient.clone(),
            window: fact.window,
            is_part: fact.part_of.is_some(),
            evidence: vec![Evidence {
                doc: briefing.doc,
                fact: fact.id,
            }],
        }
    }

    /// How far the bar reaches: its value, or the upper end of its range.
    pub fn extent(&self) -> Option<Amount> {
        self.quantity.value.or(self.quantity.high).or(self.quantity.low)
    }

    fn says_the_same_as(&self, other: &Self) -> bool {
        let evidence = other.evidence.clone();
        Self { evidence, ..self.clone() } == *other
    }
}

/// Facets in the order in which the texts first use their units.
pub fn supplies(reported: &[Reported], choice: &SupplyChoice) -> Vec<Facet> {
    let dates: Vec<Moment> = reported.iter().filter_map(|r| r.date).collect();
    let order = by_age(reported, &Calendar::of(&dates));
    let is_supply = |fact: &&Fact| fact.kind == Kind::Supply;
    let shown = match (choice.over_time, choice.doc) {
        (true, _) => order,
        (false, Some(doc)) => order.into_iter().filter(|i| reported[*i].doc == doc).collect(),
        (false, None) => order
            .into_iter()
            .rev()
            .find(|i| reported[*i].facts.iter().any(is_supply))
            .into_iter()
            .collect(),
    };

    let mut facets: Vec<Facet> = Vec::new();
    let mut facet_of: HashMap<&str, usize> = HashMap::new();
    let mut group_of: HashMap<(&str, Tally, Option<&str>), usize> = HashMap::new();
    for briefing in shown.into_iter().map(|index| &reported[index]) {
        for fact in briefing.facts.iter().copied().filter(is_supply) {
            let unit = fact.quantity.unit.as_ref();
            let facet = *facet_of.entry(unit).or_insert_with(|| {
                facets.push(Facet {
                    unit: unit.to_owned(),
                    increments: Vec::new(),
                    per_day: Vec::new(),
                    cumulative: Vec::new(),
                });
                facets.len() - 1
            });
            let tally = Tally::of(fact);
            let groups = facets[facet].groups_mut(tally);
            let key = choice.by.key(fact);
            let group = *group_of.entry((unit, tally, key)).or_insert_with(|| {
                groups.push(SupplyGroup {
                    key: key.map(str::to_owned),
                    bars: Vec::new(),
                });
                groups.len() - 1
            });
            groups[group].state(SupplyBar::of(fact, briefing));
        }
    }
    for facet in &mut facets {
        for groups in [&mut facet.increments, &mut facet.per_day, &mut facet.cumulative] {
            arrange(groups, choice.over_time);
        }
    }
    facets
}

/// Largest first; what has no name last; over time the bars of a group keep the order of the briefings.
fn arrange(groups: &mut [SupplyGroup], over_time: bool) {
    for group in groups.iter_mut().filter(|_| !over_time) {
        group.bars.sort_by_key(|bar| Reverse(bar.extent()));
    }
    groups.sort_by_key(|group| (group.key.is_none(), Reverse(group.bars.iter().map(SupplyBar::extent).max())));
}

#[cfg(test)]
mod tests {
    use super::super::samples::{briefing, fact};
    use super::*;
    use crate::model::{Approx, FactId};

    /// `value unit item actor recipient [flag …]`, `-` for an absent slot; flags: `cumulative`, `daily`, `part`, an approximation or an action.
    fn goods(id: u64, text: &str) -> Fact {
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut fact = fact(id, Kind::Supply, words[0], words[1]);
        let slot = |index: usize| Some(words[index]).filter(|w| *w != "-").map(Into::into);
        (fact.item, fact.actor, fact.recipient) = (slot(2), slot(3), slot(4));
        for flag in &words[5..] {
            match *flag {
                "cumulative" => fact.cumulative = true,
                "daily" => fact.per_day = true,
                "part" => fact.part_of = Some(FactId(99)),
                flag => match Approx::parse(flag) {
                    Some(approx) => fact.quantity.approx = approx,
                    None => fact.action = Some(Action::parse(flag).unwrap()),
                },
            }
        }
        fact
    }

    /// One line per group: `unit[mark] key: value@doc …`, with `+` after the unit of cumulative statements, `/` of daily ones, and `×n` for repeated ones.
    fn shown(facets: &[Facet]) -> String {
        let mut out = Vec::new();
        for facet in facets {
            for (tally, groups) in facet.by_tally() {
                let mark = match tally {
                    Tally::Occasion => "",
                    Tally::PerDay => "/",
                    Tally::Cumulative => "+",
                };
                for group in groups {
                    let bars: Vec<String> = group
                        .bars
                        .iter()
                        .map(|bar| {
                            let value = bar.extent().map_or("?".to_owned(), |v| v.to_string());
                            let times = if bar.evidence.len() > 1 {
                                format!("×{}", bar.evidence.len())
                            } else {
                                String::new()
                            };
                            format!("{value}@{}{times}", bar.doc.0)
                        })
                        .collect();
                    out.push(format!(
                        "{}{mark} {}: {}",
                        facet.unit,
                        group.key.as_deref().unwrap_or("-"),
                        bars.join(" ")
                    ));
                }
            }
        }
        out.join("\n")
    }

    #[track_caller]
    fn check(briefings: &[(&str, &[&str])], choice: SupplyChoice, expected: &[&str]) {
        let facts: Vec<Vec<Fact>> = briefings
            .iter()
            .map(|(_, lines)| lines.iter().zip(1..).map(|(line, id)| goods(id, line)).collect())
            .collect();
        let reported: Vec<Reported> = briefings
            .iter()
            .zip(&facts)
            .zip(1..)
            .map(|(((date, _), facts), doc)| briefing(doc, date, None, facts))
            .collect();
        assert_eq!(shown(&supplies(&reported, &choice)), expected.join("\n"));
    }

    fn by(by: By) -> SupplyChoice {
        SupplyChoice {
            by,
            ..SupplyChoice::default()
        }
    }

    const GOODS: &[&str] = &[
        "30 吨 大米 甲公司 东镇 delivered",
        "45 吨 面粉 甲公司 西镇",
        "7 份 药包 - 东镇 over",
    ];

    #[test]
    fn units_are_facets_in_the_order_of_the_text() {
        check(
            &[("2022-09-28", GOODS)],
            by(By::Item),
            &["吨 面粉: 45@1", "吨 大米: 30@1", "份 药包: 7@1"],
        );
        check(
            &[("2022-09-28", &["3 公斤 盐 - -", "3 吨 盐 - -"])],
            by(By::Item),
            &["公斤 盐: 3@1", "吨 盐: 3@1"],
        );
    }

    #[test]
    fn statements_of_one_actor_or_recipient_stand_side_by_side_and_are_not_added() {
        check(&[("2022-09-28", GOODS)], by(By::Actor), &["吨 甲公司: 45@1 30@1", "份 -: 7@1"]);
        check(
            &[("2022-09-28", GOODS)],
            by(By::Recipient),
            &["吨 西镇: 45@1", "吨 东镇: 30@1", "份 东镇: 7@1"],
        );
    }

    #[test]
    fn what_has_no_name_comes_last() {
        check(
            &[("2022-09-28", &["90 箱 - - -", "2 箱 牛奶 - -"])],
            by(By::Item),
            &["箱 牛奶: 2@1", "箱 -: 90@1"],
        );
    }

    #[test]
    fn cumulative_statements_stay_apart() {
        let lines = &["500 份 盒饭 - - cumulative", "20 份 盒饭 - -"];
        check(&[("2022-09-28", lines)], by(By::Item), &["份 盒饭: 20@1", "份+ 盒饭: 500@1"]);
    }

    #[test]
    fn what_comes_each_day_stands_apart_from_what_came_once() {
        let lines = &[
            "300 吨 蔬菜 - - daily",
            "40 吨 蔬菜 - -",
            "9000 吨 蔬菜 - - cumulative",
            "70 吨 蔬菜 - - daily cumulative",
        ];
        let expected = &["吨 蔬菜: 40@1", "吨/ 蔬菜: 300@1 70@1", "吨+ 蔬菜: 9000@1"];
        check(&[("2022-09-28", lines)], by(By::Item), expected);
    }

    #[test]
    fn a_repeated_statement_is_one_bar_and_a_different_one_another() {
        let same = &["20 份 盒饭 - 东镇", "20 份 盒饭 - 东镇"];
        check(&[("2022-09-28", same)], by(By::Item), &["份 盒饭: 20@1×2"]);
        let other_place = &["20 份 盒饭 - 东镇", "20 份 盒饭 - 西镇"];
        check(&[("2022-09-28", other_place)], by(By::Item), &["份 盒饭: 20@1 20@1"]);
        let other_bound = &["20 份 盒饭 - 东镇", "20 份 盒饭 - 东镇 over"];
        check(&[("2022-09-28", other_bound)], by(By::Item), &["份 盒饭: 20@1 20@1"]);
    }

    #[test]
    fn one_briefing_is_the_latest_with_supplies_or_the_chosen_one() {
        let briefings: &[(&str, &[&str])] = &[
            ("2022-09-28", &["8 吨 盐 - -"]),
            ("2022-09-27", &["7 吨 盐 - -"]),
            ("2022-09-29", &[]),
        ];
        check(briefings, by(By::Item), &["吨 盐: 8@1"]);
        let chosen = SupplyChoice {
            doc: Some(DocId(2)),
            ..SupplyChoice::default()
        };
        check(briefings, chosen, &["吨 盐: 7@2"]);
        let without = SupplyChoice {
            doc: Some(DocId(3)),
            ..SupplyChoice::default()
        };
        check(briefings, without, &[]);
    }

    #[test]
    fn over_time_bars_follow_the_briefings() {
        let briefings: &[(&str, &[&str])] = &[
            ("2023-01-01", &["9 吨 盐 - -", "2 吨 糖 - -"]),
            ("2022-12-31", &["7 吨 盐 - -"]),
            ("", &["5 吨 盐 - -"]),
        ];
        let over_time = SupplyChoice {
            over_time: true,
            ..SupplyChoice::default()
        };
        check(briefings, over_time, &["吨 盐: 5@3 7@2 9@1", "吨 糖: 2@1"]);
    }

    #[test]
    fn a_range_reaches_to_its_upper_end() {
        let mut range = goods(1, "0 倍 菜 - - part");
        range.quantity.value = None;
        range.quantity.low = Some(Amount::from_int(2));
        range.quantity.high = Some(Amount::from_int(3));
        let facts = [range];
        let facets = supplies(&[briefing(1, "2022-09-28", None, &facts)], &SupplyChoice::default());
        let bar = &facets[0].increments[0].bars[0];
        assert_eq!(
            (bar.quantity.value, bar.extent(), bar.is_part),
            (None, Some(Amount::from_int(3)), true)
        );
    }
}
