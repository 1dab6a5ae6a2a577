//! Words that people add: tables of the same form as `assets/lexicon`, read line by line.
//!
//! In: the text of a table and which one it is. Out: [`Taught`], and one [`Malformed`] for each line that is not understood.
//! Always: a line that is not understood is left out and told with its number; the others hold.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use super::lexicon::{UnitClass, Word, apply_class};
use super::numeral;
use super::outline::Cues;

/// Which table a line belongs to; each is a file of the settings folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Table {
    /// `units.tsv`: measure word, class.
    Units,
    /// `words.tsv`: word, class; what is counted, verbs, classes of persons.
    Words,
    /// `places.tsv`: name, code, level, short form.
    Places,
    /// `actors.tsv`: how names of those who act end.
    Actors,
    /// `section_cues.tsv`: words that tell a section, with their class.
    Cues,
}

impl Table {
    pub const ALL: &'static [Self] = &[Self::Units, Self::Words, Self::Places, Self::Actors, Self::Cues];

    pub fn file_name(self) -> &'static str {
        match self {
            Self::Units => "units.tsv",
            Self::Words => "words.tsv",
            Self::Places => "places.tsv",
            Self::Actors => "actors.tsv",
            Self::Cues => "section_cues.tsv",
        }
    }

    /// Classes that may stand in the second column, most used first; none where there is no such column.
    pub fn classes(self) -> &'static [&'static str] {
        match self {
            Self::Units => &[
                "goods", "count", "person", "mass", "act", "vehicle", "case", "money", "duration", "length", "area",
            ],
            Self::Words => &[
                "supply",
                "facility",
                "personnel",
                "vehicle",
                "service",
                "testing",
                "risk_area",
                "other",
                "plain",
                "verb",
                "stop",
            ],
            Self::Places => &["county", "prefecture", "province"],
            Self::Actors => &[],
            Self::Cues => &["case", "next", "test", "risk", "speech", "briefing", "office"],
        }
    }

    /// The line for a word of a class, as the file holds it.
    pub fn line(self, word: &str, class: &str) -> String {
        match self {
            Self::Places => format!("{word}\t\t{class}"),
            Self::Actors => word.to_owned(),
            Self::Units | Self::Words | Self::Cues => format!("{word}\t{class}"),
        }
    }
}

/// Why a line is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no word, or it holds a blank.
    NoWord,
    NoClass,
    UnknownClass,
    /// It begins like a number and would hide it.
    BeginsWithNumber,
    TooLong,
}

/// A line that is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// Counted from 1.
    pub line: usize,
    pub text: String,
    pub fault: Fault,
}

/// The words that a person added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taught {
    rows: Vec<(Table, &'static str, &'static str)>,
}

const MAX_WORD_CHARS: usize = 24;

impl Taught {
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn has(&self, table: Table) -> bool {
        self.rows.iter().any(|row| row.0 == table)
    }

    /// First column and the rest of each row of a table.
    pub fn of(&self, table: Table) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.rows.iter().filter(move |row| row.0 == table).map(|row| (row.1, row.2))
    }

    /// Adds the lines of a table; what is not understood comes back.
    pub fn add(&mut self, table: Table, text: &str) -> Vec<Malformed> {
        let mut malformed = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let line = line.trim_start_matches('\u{feff}').trim_end();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            match row(table, line) {
                Ok((word, rest)) => self.rows.push((table, word, rest)),
                Err(fault) => malformed.push(Malformed {
                    line: index + 1,
                    text: line.to_owned(),
                    fault,
                }),
            }
        }
        malformed
    }
}

fn row(table: Table, line: &str) -> Result<(&'static str, &'static str), Fault> {
    let (word, rest) = line.split_once('\t').unwrap_or((line, ""));
    if word.is_empty() || word.contains(char::is_whitespace) {
        return Err(Fault::NoWord);
    }
    if word.chars().count() > MAX_WORD_CHARS {
        return Err(Fault::TooLong);
    }
    // A measure word or a thing that looks like a number would take the number's place.
    if table == Table::Units && word.chars().next().is_some_and(numeral::may_begin) {
        return Err(Fault::BeginsWithNumber);
    }
    let class = rest.split('\t').next().unwrap_or_default();
    let is_known = match table {
        Table::Actors => return Ok((kept(word), "")),
        Table::Units => UnitClass::parse(class).is_some(),
        Table::Words => apply_class(&mut Word::default(), kept(class)),
        Table::Cues => Cues::is_class(class),
        Table::Places => {
            let level = rest.split('\t').nth(1).unwrap_or_default();
            if level.is_empty() {
                return Err(Fault::NoClass);
            }
            matches!(level, "province" | "prefecture" | "county")
        }
    };
    match (is_known, class.is_empty() && table != Table::Places) {
        (true, _) => Ok((kept(word), kept(rest))),
        (false, true) => Err(Fault::NoClass),
        (false, false) => Err(Fault::UnknownClass),
    }
}

/// The same text for as long as the program runs: facts quote units and rules without copying them. A person teaches tens of words,
/// not millions, and each is kept once.
pub(super) fn kept(text: &str) -> &'static str {
    static KEPT: Mutex<Option<HashSet<&'static str>>> = Mutex::new(None);
    let mut known = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let known = known.get_or_insert_default();
    if let Some(kept) = known.get(text) {
        return kept;
    }
    let new: &'static str = Box::leak(text.to_owned().into_boxed_str());
    known.insert(new);
    new
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::lexicon::Lexicon;
    use crate::extract::{Hints, text};
    use crate::model::{Extraction, Kind};

    fn taught(table: Table, lines: &str) -> Taught {
        let mut taught = Taught::default();
        assert_eq!(taught.add(table, lines), []);
        taught
    }

    fn read(words: &str, taught: &Taught) -> Extraction {
        let lexicon = Lexicon::with(taught);
        text(
            words,
            &Hints {
                lexicon: Some(&lexicon),
                ..Hints::default()
            },
        )
    }

    #[test]
    fn a_taught_unit_is_a_unit() {
        let words = "向小区配送蔬菜35筐筐。";
        let fact = |taught: &Taught| read(words, taught).facts[0].clone();
        assert_ne!(fact(&Taught::default()).quantity.unit, "筐筐");
        let now = fact(&taught(Table::Units, "# of the market\n筐筐\tgoods\n"));
        assert_eq!((now.quantity.unit.as_ref(), now.kind), ("筐筐", Kind::Supply));
    }

    #[test]
    fn a_taught_thing_decides_what_is_counted() {
        let words = "全市共有绿洲驿3座。";
        let kind = |taught: &Taught| read(words, taught).facts[0].kind;
        assert_eq!(kind(&taught(Table::Words, "绿洲驿\tpersonnel\n")), Kind::Personnel);
    }

    #[test]
    fn a_taught_place_is_one() {
        let words = "昨日，星岭新增确诊病例3例。";
        let place = |taught: &Taught| read(words, taught).facts[0].place.clone();
        assert_ne!(place(&Taught::default()).as_deref(), Some("星岭"));
        assert_eq!(place(&taught(Table::Places, "星岭县\t\tcounty\t星岭\n")).as_deref(), Some("星岭县"));
    }

    #[test]
    fn a_taught_actor_is_named() {
        let words = "绿源合作联盟捐赠大米30吨。";
        let actor = |taught: &Taught| read(words, taught).facts[0].actor.clone();
        assert_eq!(actor(&Taught::default()), None);
        assert_eq!(actor(&taught(Table::Actors, "联盟\n")).as_deref(), Some("绿源合作联盟"));
    }

    #[test]
    fn a_line_that_is_not_understood_is_told_and_left_out() {
        let mut taught = Taught::default();
        let lines = "筐筐\tgoods\n\n袋袋\n盒盒\tnonsense\n\tgoods\n三筐\tgoods\n";
        let faults: Vec<_> = taught.add(Table::Units, lines).into_iter().map(|m| (m.line, m.fault)).collect();
        assert_eq!(
            faults,
            [
                (3, Fault::NoClass),
                (4, Fault::UnknownClass),
                (5, Fault::NoWord),
                (6, Fault::BeginsWithNumber)
            ]
        );
        assert_eq!(taught.len(), 1);
        assert_eq!(taught.add(Table::Places, "某县\tcounty\n")[0].fault, Fault::NoClass);
        assert_eq!(taught.add(Table::Cues, "晨会\tnothing\n")[0].fault, Fault::UnknownClass);
    }

    #[test]
    fn every_class_that_is_offered_is_known() {
        for table in Table::ALL {
            for class in table.classes() {
                let mut taught = Taught::default();
                assert_eq!(taught.add(*table, &table.line("某某词", class)), [], "{table:?} {class}");
            }
        }
    }
}
