//! Sections as corrected: another kind, another boundary.

use thiserror::Error;

use super::apply::Briefing;
use super::edit::{Edge, Edit};
use crate::model::{Section, SectionId, SectionKind, Span};

/// A section as corrected, beside what the machine cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionEntry {
    pub section: Section,
    pub machine: Option<Section>,
    /// A person changed its kind or where it ends, or a neighbour's boundary changed it.
    pub edited: bool,
}

/// Why a boundary cannot be moved there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BoundaryError {
    #[error("there is no such section")]
    UnknownSection,
    #[error("the place is not between two characters of the text")]
    OutsideText,
    #[error("nothing of the section would be left")]
    NothingLeft,
}

/// Characters of a section that an edit keeps, to tell which section it was about.
const WORDS_KEPT: usize = 32;

impl Edit {
    /// Gives a section another kind; `None` where it has that kind.
    pub fn set_section_kind(entry: &SectionEntry, text: &str, kind: SectionKind) -> Option<Self> {
        let Section {
            id: section,
            kind: from,
            span,
            ..
        } = entry.section;
        (from != kind).then(|| Self::SetSectionKind {
            section,
            from,
            to: kind,
            words: first_words(span, text),
        })
    }

    /// Moves one end of a section to a byte of the text. `Ok(None)` where nothing would change.
    ///
    /// A neighbour that is run over gives way, and goes altogether if nothing of it is left; a neighbour that was adjacent takes
    /// over what the section gives up.
    ///
    /// # Errors
    /// The section is unknown, the byte is not on a character boundary of the text, or no words of the section would be left.
    pub fn move_boundary(
        briefing: &Briefing,
        text: &str,
        section: SectionId,
        edge: Edge,
        to: usize,
    ) -> Result<Option<Self>, BoundaryError> {
        let mut moved = briefing.sections.clone();
        let span = moved
            .iter()
            .find(|entry| entry.section.id == section)
            .ok_or(BoundaryError::UnknownSection)?
            .section
            .span;
        move_edge(&mut moved, text, section, edge, to)?;
        let from = match edge {
            Edge::Start => span.start,
            Edge::End => span.end,
        };
        let is_same = moved
            .iter()
            .map(|entry| &entry.section)
            .eq(briefing.sections.iter().map(|entry| &entry.section));
        let edit = || Self::MoveBoundary {
            section,
            edge,
            from,
            to: to as u32,
            words: first_words(span, text),
        };
        Ok((!is_same).then(edit))
    }
}

/// Lays the section edits over what the machine cut; those that find nothing to act upon go to `unplaced`.
pub(super) fn layered(machine: &[Section], text: &str, edits: &[&Edit], unplaced: &mut Vec<Edit>) -> Vec<SectionEntry> {
    let entry = |section: &Section| SectionEntry {
        section: section.clone(),
        machine: Some(section.clone()),
        edited: false,
    };
    let mut entries: Vec<SectionEntry> = machine.iter().map(entry).collect();
    for edit in edits {
        let is_placed = match edit {
            Edit::SetSectionKind { section, to, .. } => match entries.iter_mut().find(|entry| entry.section.id == *section) {
                Some(entry) => {
                    entry.section.kind = *to;
                    true
                }
                None => false,
            },
            Edit::MoveBoundary { section, edge, to, .. } => move_edge(&mut entries, text, *section, *edge, *to as usize).is_ok(),
            _ => continue,
        };
        if !is_placed {
            unplaced.push((*edit).clone());
        }
    }
    for entry in &mut entries {
        entry.edited = entry.machine.as_ref() != Some(&entry.section);
    }
    entries
}

fn move_edge(entries: &mut Vec<SectionEntry>, text: &str, section: SectionId, edge: Edge, to: usize) -> Result<(), BoundaryError> {
    let place = entries
        .iter()
        .position(|entry| entry.section.id == section)
        .ok_or(BoundaryError::UnknownSection)?;
    if !text.is_char_boundary(to) {
        return Err(BoundaryError::OutsideText);
    }
    let (before, rest) = entries.split_at_mut(place);
    let Some((moved, after)) = rest.split_first_mut() else {
        return Err(BoundaryError::UnknownSection);
    };
    let old = moved.section.span.range();
    let new = match edge {
        Edge::Start => trimmed(to, old.end, text),
        Edge::End => trimmed(old.start, to, text),
    };
    if new.is_empty() {
        return Err(BoundaryError::NothingLeft);
    }
    moved.section.span = new;
    let new = new.range();
    match edge {
        Edge::Start => {
            if let Some(neighbour) = before.last_mut().map(|entry| &mut entry.section.span)
                && to > old.start
                && is_blank(neighbour.end as usize, old.start, text)
            {
                *neighbour = trimmed(neighbour.start as usize, to, text);
            }
            for span in before
                .iter_mut()
                .rev()
                .map(|entry| &mut entry.section.span)
                .take_while(|span| span.end as usize > new.start)
            {
                *span = trimmed(span.start as usize, new.start, text);
            }
        }
        Edge::End => {
            if let Some(neighbour) = after.first_mut().map(|entry| &mut entry.section.span)
                && to < old.end
                && is_blank(old.end, neighbour.start as usize, text)
            {
                *neighbour = trimmed(to, neighbour.end as usize, text);
            }
            for span in after
                .iter_mut()
                .map(|entry| &mut entry.section.span)
                .take_while(|span| (span.start as usize) < new.end)
            {
                *span = trimmed(new.end, span.end as usize, text);
            }
        }
    }
    entries.retain(|entry| !entry.section.span.is_empty());
    Ok(())
}

/// The stretch without the blanks at its ends; empty where it runs backwards or does not fit the text.
fn trimmed(start: usize, end: usize, text: &str) -> Span {
    let Some(words) = text.get(start..end.max(start)) else {
        return Span::new(start, start);
    };
    let start = start + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}

fn is_blank(start: usize, end: usize, text: &str) -> bool {
    text.get(start..end).is_some_and(|gap| gap.trim().is_empty())
}

fn first_words(span: Span, text: &str) -> String {
    span.of(text).chars().take(WORDS_KEPT).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::ledger::apply;
    use crate::model::Extraction;

    // Bytes: 甲甲 0..6, newline, 乙乙乙 7..16, newline, 丙丙 17..23, blank and 游 24..27 in no section, 丁 28..31.
    const TEXT: &str = "甲甲\n乙乙乙\n丙丙\n游\n丁";
    const CUT: &[(usize, usize)] = &[(0, 6), (7, 16), (17, 23), (28, 31)];

    fn extraction() -> Arc<Extraction> {
        let section = |(number, (start, end)): (usize, &(usize, usize))| Section {
            id: SectionId(number as u64),
            kind: SectionKind::Statement,
            span: Span::new(*start, *end),
            speaker: None,
            outlet: None,
            heading: None,
        };
        Arc::new(Extraction {
            sections: CUT.iter().enumerate().map(section).collect(),
            ..Extraction::default()
        })
    }

    fn words(briefing: &Briefing) -> Vec<&'static str> {
        briefing.sections.iter().map(|entry| entry.section.span.of(TEXT)).collect()
    }

    #[track_caller]
    fn check(section: u64, edge: Edge, to: usize, cut: &[&str]) -> Briefing {
        let machine = apply(&extraction(), TEXT, []);
        let edit = Edit::move_boundary(&machine, TEXT, SectionId(section), edge, to).unwrap().unwrap();
        let moved = apply(&extraction(), TEXT, [&edit]);
        assert_eq!(words(&moved), cut);
        assert!(moved.unplaced.is_empty());
        moved
    }

    #[test]
    fn an_adjacent_neighbour_gives_way_and_follows() {
        check(0, Edge::End, 10, &["甲甲\n乙", "乙乙", "丙丙", "丁"]);
        check(0, Edge::End, 3, &["甲", "甲\n乙乙乙", "丙丙", "丁"]);
        check(1, Edge::Start, 3, &["甲", "甲\n乙乙乙", "丙丙", "丁"]);
        check(1, Edge::Start, 10, &["甲甲\n乙", "乙乙", "丙丙", "丁"]);
    }

    #[test]
    fn text_of_no_section_stays_so() {
        check(2, Edge::End, 20, &["甲甲", "乙乙乙", "丙", "丁"]);
        check(3, Edge::Start, 24, &["甲甲", "乙乙乙", "丙丙", "游\n丁"]);
    }

    #[test]
    fn sections_that_are_run_over_go_and_none_overlap() {
        let moved = check(0, Edge::End, 20, &["甲甲\n乙乙乙\n丙", "丙", "丁"]);
        assert_eq!(
            moved.sections.iter().map(|entry| entry.edited).collect::<Vec<_>>(),
            [true, true, false]
        );
        check(3, Edge::Start, 0, &["甲甲\n乙乙乙\n丙丙\n游\n丁"]);
    }

    #[test]
    fn a_boundary_goes_only_where_it_can() {
        let machine = apply(&extraction(), TEXT, []);
        let moved = |section, edge, to| Edit::move_boundary(&machine, TEXT, SectionId(section), edge, to);
        assert_eq!(moved(9, Edge::End, 3), Err(BoundaryError::UnknownSection));
        assert_eq!(moved(0, Edge::End, 4), Err(BoundaryError::OutsideText));
        assert_eq!(moved(3, Edge::End, 99), Err(BoundaryError::OutsideText));
        assert_eq!(moved(0, Edge::End, 0), Err(BoundaryError::NothingLeft));
        assert_eq!(moved(1, Edge::End, 3), Err(BoundaryError::NothingLeft));
        assert_eq!(moved(0, Edge::End, 7), Ok(None), "over blanks only");
    }

    #[test]
    fn a_kind_changes_beside_the_machines_and_goes_back() {
        let machine = apply(&extraction(), TEXT, []);
        let entry = &machine.sections[1];
        assert_eq!(Edit::set_section_kind(entry, TEXT, SectionKind::Statement), None);
        let edit = Edit::set_section_kind(entry, TEXT, SectionKind::Answer).unwrap();
        let corrected = apply(&extraction(), TEXT, [&edit]);
        let entry = &corrected.sections[1];
        assert_eq!((entry.section.kind, entry.edited), (SectionKind::Answer, true));
        assert_eq!(entry.machine.as_ref().map(|section| section.kind), Some(SectionKind::Statement));
        let reverted = apply(&extraction(), TEXT, [&edit, &Edit::RevertSection { section: SectionId(1) }]);
        assert_eq!(reverted, machine);
    }

    #[test]
    fn an_edit_whose_section_has_gone_is_kept() {
        let machine = apply(&extraction(), TEXT, []);
        let edits = [
            Edit::set_section_kind(&machine.sections[1], TEXT, SectionKind::Answer).unwrap(),
            Edit::move_boundary(&machine, TEXT, SectionId(3), Edge::Start, 24).unwrap().unwrap(),
        ];
        let gone = apply(&Arc::new(Extraction::default()), "别的文字", &edits);
        assert_eq!((gone.sections.len(), gone.unplaced.as_slice()), (0, edits.as_slice()));
    }
}
