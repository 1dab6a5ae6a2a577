//! Source text → what it states: sections, facts, provisions, explanations, remarks.
//!
//! In: the canonical text and a few hints. Out: an [`Extraction`]. One pass of the lexer finds numerals, words and marks; the outline
//! cuts sections; the walk reads tokens in order and carries frames (who, where, when) from clause to clause; coverage explains the rest.
//! Always: never fails, never panics, does no IO, reads no clock; time is linear in the text; every numeral is in a fact or explained;
//! the same text gives the same extraction, ids included.

mod about;
mod adding_up;
mod any_of;
mod blanks;
mod cases;
mod class_of_count;
mod classes;
mod columns;
mod contacts;
mod counted;
mod counting;
mod coverage;
mod daily;
mod deeds;
mod dictionary;
mod drafting;
mod edges;
mod evidence;
mod fates;
mod figure;
mod frame;
mod glosses;
mod goods;
mod identity;
mod in_force;
mod inventory;
mod kinds;
mod letters;
mod lexer;
pub mod lexicon;
mod listed;
mod measures;
mod money;
mod naming;
pub mod numeral;
mod origins;
pub mod outline;
mod page;
mod persons;
mod phrase;
mod phrases;
mod pieces;
mod places;
mod plain;
mod premises;
mod prices;
mod provisions;
mod reasons;
mod resumed;
mod script;
mod served;
mod solitary;
mod staff;
mod steering;
mod stretches;
mod sums;
mod supplies;
mod tables;
pub mod taught;
mod telling;
#[cfg(test)]
mod tests;
mod things;
mod time;
mod titles;
mod walk;
mod wholes;
mod whose;
mod zeros;

pub(crate) use letters::is_numeral;

use crate::model::{Extraction, Meta, Remark, RemarkCode, Source};
use lexicon::Lexicon;
use page::Page;
use places::Places;
use plain::Plain;
use time::Calendar;
use walk::Walker;

/// What is known about a text besides its words.
#[derive(Clone, Default)]
pub struct Hints<'a> {
    /// File name, for a year in it.
    pub file_name: Option<&'a str>,
    /// A year that a person set; it wins over everything the text says.
    pub year: Option<i16>,
    /// The word lists, where a person has added to those that the program carries.
    pub lexicon: Option<&'a Lexicon>,
}

/// Extracts a document by these word lists; `year` is one that a person set.
pub fn briefing(source: &Source, year: Option<i16>, lexicon: &Lexicon) -> Extraction {
    let name = source.name();
    let mut extraction = text(
        &source.text,
        &Hints {
            file_name: Some(&name),
            year,
            lexicon: Some(lexicon),
        },
    );
    if source.has_replacements {
        extraction.remarks.push(Remark {
            code: RemarkCode::Replaced,
            span: None,
        });
    }
    extraction
}

/// What an extraction has just done; see [`text_by_stage`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Traditional characters as simplified ones.
    Folded,
    /// Words, figures, times and marks.
    Lexed,
    /// Sections, speakers, headline.
    Outlined,
    /// The document's own date, year and places.
    Placed,
    /// Figures to drafts of facts.
    Walked,
    /// Names of facts, ties of parts.
    Named,
    /// Every numeral accounted for.
    Covered,
    /// Goods without a number.
    Provided,
}

/// Extracts a canonical text.
pub fn text(text: &str, hints: &Hints) -> Extraction {
    text_by_stage(text, hints, |_| ())
}

/// As [`text`], telling each stage when it is over: for measurements, because extraction itself reads no clock.
pub fn text_by_stage(text: &str, hints: &Hints, over: impl FnMut(Stage)) -> Extraction {
    let Some(plain) = Plain::of(text) else {
        return plain_text(text, hints, over);
    };
    let mut extraction = plain_text(&plain.text, hints, over);
    plain.restore(&mut extraction, text);
    extraction
}

/// Extracts a text that has no glosses and no blanks that part nothing.
fn plain_text(text: &str, hints: &Hints, mut over: impl FnMut(Stage)) -> Extraction {
    let folded = script::fold(text);
    over(Stage::Folded);
    let lexicon = hints.lexicon.unwrap_or_else(|| Lexicon::built_in());
    let lexed = lexer::lex(&folded, lexicon);
    over(Stage::Lexed);
    let outline::Outline { sections, title, session } = outline::outline_as_written(&folded, text, lexicon.cues());
    let page = Page {
        text: &folded,
        lexed: &lexed,
        lexicon,
    };
    over(Stage::Outlined);
    let parts = page::parts(&sections, &lexed.tokens);
    let about = about::about(&page, &parts, hints);
    let places = Places::find(&page, &parts);
    over(Stage::Placed);
    let calendar = Calendar::new(about.year, about.today).with_first_dated(&lexed.times);
    let mut walker = Walker::new(&page, &places, calendar);
    for part in &parts {
        walker.part(part);
    }
    let Walker { mut drafts, explained, .. } = walker;
    over(Stage::Walked);
    sums::settle(&mut drafts);
    contacts::know_by_parts(&mut drafts);
    fates::tie(&mut drafts);
    titles::name_classes(&mut drafts, &parts);
    for draft in &mut drafts {
        draft.fact.place_code = draft
            .fact
            .place
            .as_deref()
            .and_then(|name| Places::code(name, lexicon))
            .map(Into::into);
    }
    let facts = identity::name(text, drafts);
    over(Stage::Named);
    let explained = coverage::explain(&page, &sections, &facts, explained);
    over(Stage::Covered);
    let mut remarks = Vec::new();
    if about.year.is_none() && about.has_dates {
        remarks.push(Remark {
            code: RemarkCode::YearUnknown,
            span: None,
        });
    }
    if facts.is_empty() && explained.is_empty() {
        remarks.push(Remark {
            code: RemarkCode::NoFigures,
            span: None,
        });
    }
    let provisions = provisions::find(&page, &parts);
    over(Stage::Provided);
    let title = title.map(|span| span.of(text).trim().to_owned());
    let meta = Meta {
        title,
        session,
        place: places.chief().map(Into::into),
        date: about.date,
        year: about.year,
        year_from: about.year_from,
    };
    Extraction {
        meta,
        sections,
        facts,
        provisions,
        explained,
        remarks,
    }
}
