//! The rows of the list: sections with what was read in them, in the order of the text.

use std::collections::HashSet;

use crate::ledger::{Briefing, Entry};
use crate::model::{SectionId, SectionKind, Span};

/// Which facts are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Filter {
    #[default]
    All,
    /// Only those that a person has touched, or whose sentence has gone.
    Edited,
}

/// One row. Numbers are indices: of sections and facts in the [`Briefing`], of provisions in its extraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// `None` for what lies outside every section.
    Section {
        section: Option<usize>,
        facts: usize,
        provisions: usize,
    },
    Fact(usize),
    Provision(usize),
}

impl Row {
    /// In points.
    fn height(self) -> f32 {
        match self {
            Self::Section { .. } => 38.0,
            Self::Fact(_) => 27.0,
            Self::Provision(_) => 24.0,
        }
    }
}

/// All rows with the places of their tops.
#[derive(Debug, Default)]
pub struct Rows {
    rows: Vec<Row>,
    /// One more than there are rows.
    tops: Vec<f32>,
}

impl Rows {
    /// `folded` sections show their heading alone.
    pub fn of(briefing: &Briefing, folded: &HashSet<Option<SectionId>>, filter: Filter) -> Self {
        let groups = grouped(briefing, filter);
        let mut rows = Vec::new();
        for Group {
            section,
            facts,
            provisions,
        } in groups
        {
            let entry = section.and_then(|index| briefing.sections.get(index));
            if facts.is_empty() && provisions.is_empty() && !entry.is_some_and(|entry| stands_alone(entry.section.kind, filter)) {
                continue;
            }
            rows.push(Row::Section {
                section,
                facts: facts.len(),
                provisions: provisions.len(),
            });
            if !folded.contains(&entry.map(|entry| entry.section.id)) {
                rows.extend(facts.into_iter().map(Row::Fact));
                rows.extend(provisions.into_iter().map(Row::Provision));
            }
        }
        let tops = std::iter::once(0.0).chain(rows.iter().scan(0.0, |top, row| {
            *top += row.height();
            Some(*top)
        }));
        Self {
            tops: tops.collect(),
            rows,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// The rows between two heights, each with its number, top and height.
    pub fn between(&self, top: f32, bottom: f32) -> impl Iterator<Item = (usize, Row, f32, f32)> {
        let first = self.tops.partition_point(|at| *at <= top).saturating_sub(1);
        let last = self.tops.partition_point(|at| *at < bottom).min(self.rows.len()).max(first);
        (first..last).map(|index| (index, self.rows[index], self.tops[index], self.tops[index + 1] - self.tops[index]))
    }

    /// Top and height of a fact's row; `None` where it is folded away or filtered out.
    pub fn place_of(&self, fact: usize) -> Option<(f32, f32)> {
        let index = self.rows.iter().position(|row| *row == Row::Fact(fact))?;
        Some((self.tops[index], self.tops[index + 1] - self.tops[index]))
    }
}

/// Whether a section is worth a heading when nothing was read in it.
fn stands_alone(kind: SectionKind, filter: Filter) -> bool {
    use SectionKind::{Answer, Figures, Question, Statement, Table};
    filter == Filter::All && matches!(kind, Figures | Statement | Question | Answer | Table)
}

struct Group {
    section: Option<usize>,
    facts: Vec<usize>,
    provisions: Vec<usize>,
}

/// Facts and provisions by section, with what lies between sections in groups of its own.
fn grouped(briefing: &Briefing, filter: Filter) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut next_section = 0;
    let shown = briefing.facts.iter().enumerate().filter(|(_, entry)| is_shown(entry, filter));
    let facts = shown.map(|(index, entry)| (entry.fact.span, Some(index)));
    let provisions = briefing.machine.provisions.iter().enumerate().filter(|_| filter == Filter::All);
    let provisions = provisions.map(|(index, provision)| (provision.span, index));
    let mut items: Vec<(Span, Option<usize>, Option<usize>)> = facts
        .map(|(span, fact)| (span, fact, None))
        .chain(provisions.map(|(span, provision)| (span, None, Some(provision))))
        .collect();
    items.sort_by_key(|(span, ..)| span.start);
    let section_of = |span: Span| {
        let after = briefing.sections.partition_point(|entry| entry.section.span.start <= span.start);
        after
            .checked_sub(1)
            .filter(|index| briefing.sections[*index].section.span.contains(span.start as usize))
    };
    let open = |groups: &mut Vec<Group>, section| {
        groups.push(Group {
            section,
            facts: Vec::new(),
            provisions: Vec::new(),
        });
    };
    for (span, fact, provision) in items {
        let section = section_of(span);
        let passed = briefing.sections.partition_point(|entry| entry.section.span.start <= span.start);
        while next_section < passed {
            open(&mut groups, Some(next_section));
            next_section += 1;
        }
        if groups.last().is_none_or(|group| group.section != section) {
            open(&mut groups, section);
        }
        if let Some(group) = groups.last_mut() {
            group.facts.extend(fact);
            group.provisions.extend(provision);
        }
    }
    for section in next_section..briefing.sections.len() {
        open(&mut groups, Some(section));
    }
    groups
}

fn is_shown(entry: &Entry, filter: Filter) -> bool {
    filter == Filter::All || !entry.is_as_read()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::ledger::apply;
    use crate::model::{Approx, Extraction, Fact, FactId, Provision, Quantity, Section};

    fn briefing(sections: &[(usize, usize, SectionKind)], facts: &[usize], provisions: &[usize]) -> Briefing {
        let section = |&(start, end, kind): &(usize, usize, SectionKind)| Section {
            id: SectionId(start as u64),
            kind,
            span: Span::new(start, end),
            speaker: None,
            outlet: None,
            heading: None,
        };
        let quantity = Quantity {
            value: None,
            low: None,
            high: None,
            unit: "".into(),
            approx: Approx::Exact,
        };
        let fact = |&at: &usize| Fact::bare(FactId(at as u64), Span::new(at, at + 1), quantity.clone());
        let provision = |&at: &usize| Provision {
            span: Span::new(at, at + 1),
            item: "x".into(),
            beneficiary: None,
            purpose: None,
        };
        let extraction = Extraction {
            sections: sections.iter().map(section).collect(),
            facts: facts.iter().map(fact).collect(),
            provisions: provisions.iter().map(provision).collect(),
            ..Extraction::default()
        };
        apply(&Arc::new(extraction), &"x".repeat(100), [])
    }

    /// `section(facts,provisions)`, `f` and `p` with their index.
    #[track_caller]
    fn check(briefing: &Briefing, folded: &[u64], filter: Filter, expected: &str) {
        let folded = folded.iter().map(|id| Some(SectionId(*id))).collect();
        let rows = Rows::of(briefing, &folded, filter);
        let shown = rows.between(0.0, f32::INFINITY).map(|(_, row, ..)| match row {
            Row::Section {
                section,
                facts,
                provisions,
            } => {
                format!(
                    "{}({facts},{provisions})",
                    section.map_or("-".to_owned(), |section| section.to_string())
                )
            }
            Row::Fact(index) => format!("f{index}"),
            Row::Provision(index) => format!("p{index}"),
        });
        assert_eq!(shown.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn facts_and_provisions_stand_under_their_section() {
        let briefing = briefing(&[(0, 10, SectionKind::Figures), (20, 30, SectionKind::Answer)], &[1, 2, 25], &[21]);
        check(&briefing, &[], Filter::All, "0(2,0) f0 f1 1(1,1) f2 p0");
        check(&briefing, &[0], Filter::All, "0(2,0) 1(1,1) f2 p0");
        check(&briefing, &[], Filter::Edited, "");
    }

    #[test]
    fn what_lies_outside_the_sections_is_not_lost() {
        let briefing = briefing(&[(10, 20, SectionKind::Lead), (30, 40, SectionKind::Answer)], &[5, 25, 50], &[]);
        check(&briefing, &[], Filter::All, "-(1,0) f0 -(1,0) f1 1(0,0) -(1,0) f2");
    }

    #[test]
    fn sections_without_facts_are_listed_where_facts_would_be_expected() {
        let briefing = briefing(
            &[
                (0, 5, SectionKind::Furniture),
                (5, 10, SectionKind::Title),
                (10, 20, SectionKind::Question),
                (20, 30, SectionKind::Credits),
            ],
            &[],
            &[],
        );
        check(&briefing, &[], Filter::All, "2(0,0)");
    }

    #[test]
    fn only_rows_in_view_are_given() {
        let briefing = briefing(&[(0, 100, SectionKind::Answer)], &(0..90).collect::<Vec<_>>(), &[]);
        let rows = Rows::of(&briefing, &HashSet::new(), Filter::All);
        assert_eq!(rows.height(), 38.0 + 90.0 * 27.0);
        let view: Vec<Row> = rows
            .between(38.0 + 27.0 * 10.0, 38.0 + 27.0 * 12.0)
            .map(|(_, row, ..)| row)
            .collect();
        assert_eq!(view, [Row::Fact(10), Row::Fact(11)]);
        assert_eq!(rows.place_of(10), Some((38.0 + 270.0, 27.0)));
        assert_eq!(rows.place_of(90), None);
    }
}
