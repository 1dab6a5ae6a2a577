//! The word lists: from `assets/lexicon/*.tsv` to one table of words and a trie over their characters.
//!
//! In: tables of `word <TAB> class`, comments begin with `#`. Out: [`Lexicon`], asked for the longest word at a place.
//! Always: one word may stand in several tables and then has all their traits; a malformed row of the built-in tables fails a
//! test, never a run. The tables are what a non-programmer reviews; rules live beside them in the dimension's file.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::dictionary::Trie;
use super::edges::Edges;
use super::letters::{Letter, is_han_numeral};
use super::outline::Cues;
use super::taught::{Table, Taught, kept};
use crate::model::{Action, Kind, Measure, Metric, Origin, Reason, State};

/// Rows of a table without comments and blank lines.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// What a measure word counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitClass {
    Case,
    Person,
    Mass,
    Goods,
    Money,
    Share,
    Duration,
    Vehicle,
    Testing,
    Vaccination,
    Act,
    Area,
    Energy,
    Length,
    Count,
    Place,
    Part,
    Ordinal,
    Age,
    /// No unit is written; in the table: a word that begins like a unit and is none.
    None,
}

impl UnitClass {
    pub(super) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "case" => Self::Case,
            "person" => Self::Person,
            "mass" => Self::Mass,
            "goods" => Self::Goods,
            "money" => Self::Money,
            "share" => Self::Share,
            "duration" => Self::Duration,
            "vehicle" => Self::Vehicle,
            "testing" => Self::Testing,
            "vaccination" => Self::Vaccination,
            "act" => Self::Act,
            "area" => Self::Area,
            "energy" => Self::Energy,
            "length" => Self::Length,
            "count" => Self::Count,
            "place" => Self::Place,
            "part" => Self::Part,
            "ordinal" => Self::Ordinal,
            "age" => Self::Age,
            "word" => Self::None,
            _ => return None,
        })
    }
}

/// Level of an administrative division.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Nation,
    Province,
    City,
    County,
}

/// An administrative division of the gazetteer.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub name: &'static str,
    pub code: &'static str,
    pub level: Level,
}

/// Which whole 全市, 我省 … speak of, as a set of levels (全区 is a district or an autonomous region).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Whole {
    pub nation: bool,
    pub province: bool,
    pub city: bool,
    pub county: bool,
}

/// A role that a word plays by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Role {
    Verb = 1,
    Stop = 1 << 1,
    Plain = 1 << 2,
    Cumulative = 1 << 3,
    UpTo = 1 << 4,
    Now = 1 << 5,
    Since = 1 << 6,
    EpidemicSince = 1 << 7,
    Part = 1 << 8,
    Each = 1 << 9,
    Respectively = 1 << 10,
    Rest = 1 << 11,
    None = 1 << 12,
    Contact = 1 << 13,
    CaseNoun = 1 << 14,
    Converted = 1 << 15,
    Release = 1 << 16,
    Severity = 1 << 17,
    Report = 1 << 18,
    NationIssuer = 1 << 19,
    Place = 1 << 20,
    /// 发布会: a meeting, not what is counted there.
    Meeting = 1 << 21,
    /// 召开, 举行.
    Held = 1 << 22,
    /// 记者从…获悉.
    Reporter = 1 << 23,
    /// A country, where imported cases come from.
    Country = 1 << 24,
    /// 当日: the day in which the window in force ends.
    ThatDay = 1 << 25,
    /// 修复, 劝返, 受理: a verb whose object is dealt with, and neither brought nor kept.
    Act = 1 << 26,
}

/// A word with every trait that the tables give it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    pub roles: u32,
    pub metric: Option<Metric>,
    pub measure: Option<Measure>,
    /// Sign of a change: 减少 is negative.
    pub change: Option<bool>,
    pub origin: Option<Origin>,
    pub action: Option<Action>,
    pub head: Option<Kind>,
    pub contact_state: Option<State>,
    pub resumption: Option<State>,
    /// Holds a numeral and counts nothing.
    pub idiom: Option<Reason>,
    pub whole: Option<Whole>,
    /// Another name of a place: 本港 is 香港.
    pub alias: Option<&'static str>,
    /// The word itself holds a Chinese numeral.
    pub has_numeral: bool,
    /// First place of the gazetteer with this name, in [`Lexicon::places`].
    pub place: Option<u32>,
}

impl Word {
    pub fn is(&self, role: Role) -> bool {
        self.roles & role as u32 != 0
    }

    /// It names a place or a thing, and says nothing about figures beside it.
    pub fn only_names(&self) -> bool {
        let names = Role::Place as u32 | Role::Country as u32 | Role::Plain as u32;
        self.roles & !names == 0
            && self.metric.is_none()
            && self.measure.is_none()
            && self.origin.is_none()
            && self.action.is_none()
            && self.whole.is_none()
            && self.resumption.is_none()
    }
}

/// All word lists, ready to be asked.
pub struct Lexicon {
    pub words: Vec<Word>,
    trie: Trie,
    /// What each character of the basic plane tells; no other begins a token.
    letters: Box<[Letter]>,
    units: Vec<(&'static str, UnitClass)>,
    unit_trie: Trie,
    pub places: Vec<Place>,
    pub edges: Edges,
    /// Ends of names of those who act, as a person taught them.
    pub actors: Vec<&'static str>,
    /// The outline's lists, where a person has added to them.
    cues: Option<Cues>,
}

/// Tables of words that steer extraction, in no order that matters.
const WORD_TABLES: &[&str] = &[
    include_str!("../../assets/lexicon/cases.tsv"),
    include_str!("../../assets/lexicon/actions.tsv"),
    include_str!("../../assets/lexicon/heads.tsv"),
    include_str!("../../assets/lexicon/idioms.tsv"),
    include_str!("../../assets/lexicon/words.tsv"),
];
const UNIT_TABLE: &str = include_str!("../../assets/lexicon/units.tsv");
const EDGE_TABLE: &str = include_str!("../../assets/lexicon/edges.tsv");
const PLACE_TABLE: &str = include_str!("../../assets/lexicon/places.tsv");

static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::with(&Taught::default()));

impl Lexicon {
    /// The lists that the program carries.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The outline's lists.
    pub fn cues(&self) -> &Cues {
        self.cues.as_ref().unwrap_or_else(|| Cues::built_in())
    }

    /// The lists that the program carries with those that a person added; where both know a word, the person's say comes last.
    pub fn with(taught: &Taught) -> Self {
        let mut traits: HashMap<&'static str, Word> = HashMap::new();
        let carried = WORD_TABLES
            .iter()
            .flat_map(|table| rows(table))
            .filter_map(|row| row.split_once('\t'));
        for (text, class) in carried.chain(taught.of(Table::Words)) {
            apply_class(traits.entry(text).or_default(), class);
        }
        let mut places = Vec::new();
        let place_rows = rows(PLACE_TABLE).map(Cow::Borrowed);
        let taught_places = taught.of(Table::Places).map(|(name, rest)| Cow::Owned(format!("{name}\t{rest}")));
        for row in place_rows.chain(taught_places) {
            // A taught row is kept for good, as the words of the program are.
            let row: &'static str = match row {
                Cow::Borrowed(row) => row,
                Cow::Owned(row) => kept(&row),
            };
            let columns: Vec<&'static str> = row.split('\t').collect();
            let [name, code, level, ref short @ ..] = columns[..] else {
                continue;
            };
            // A row without a short form ends after its level.
            let short = short.first().copied().unwrap_or_default();
            let level = match level {
                "province" => Level::Province,
                "prefecture" => Level::City,
                _ => Level::County,
            };
            let index = places.len() as u32;
            places.push(Place { name, code, level });
            for spelling in [name, short] {
                if spelling.chars().count() < 2 {
                    continue;
                }
                let word = traits.entry(spelling).or_default();
                word.roles |= Role::Place as u32;
                // A full name wins over another place's short form, a higher level over a lower one.
                let better = word.place.is_none_or(|known: u32| {
                    let known: &Place = &places[known as usize];
                    known.name != spelling && (spelling == name || level < known.level)
                });
                if better {
                    word.place = Some(index);
                }
            }
        }
        inherit_heads(&mut traits);
        let mut sorted: Vec<(&'static str, Word)> = traits.into_iter().collect();
        sorted.sort_by(|a, b| a.0.chars().cmp(b.0.chars()));
        let spelled: Vec<&str> = sorted.iter().map(|(text, _)| *text).collect();
        let trie = Trie::new(&spelled);
        let mut letters: Vec<Letter> = (0..=u16::MAX)
            .map(|code| char::from_u32(code.into()).map_or(Letter::default(), Letter::of))
            .collect();
        for word in &spelled {
            let mut chars = word.chars();
            let entry = chars.next().and_then(|first| letters.get_mut(first as usize));
            let is_alone = chars.next().is_none();
            if let Some(letter) = entry {
                letter.begin_word(is_alone);
            }
        }
        let carried = rows(UNIT_TABLE).filter_map(|row| row.split_once('\t'));
        let mut units: Vec<(&'static str, UnitClass)> = taught
            .of(Table::Units)
            .chain(carried)
            .filter_map(|(unit, class)| Some((unit, UnitClass::parse(class)?)))
            .collect();
        units.sort_by(|a, b| a.0.chars().cmp(b.0.chars()));
        units.dedup_by_key(|(unit, _)| *unit);
        let spelled: Vec<&str> = units.iter().map(|(unit, _)| *unit).collect();
        let unit_trie = Trie::new(&spelled);
        Self {
            words: sorted
                .into_iter()
                .map(|(text, word)| Word {
                    has_numeral: text.contains(is_han_numeral),
                    ..word
                })
                .collect(),
            trie,
            letters: letters.into_boxed_slice(),
            units,
            unit_trie,
            places,
            edges: Edges::from_table(EDGE_TABLE),
            actors: taught.of(Table::Actors).map(|(name, _)| name).collect(),
            cues: taught.has(Table::Cues).then(|| Cues::with(taught.of(Table::Cues))),
        }
    }

    pub fn letter(&self, c: char) -> Letter {
        self.letters.get(c as usize).copied().unwrap_or_default()
    }

    /// Whether a word of two characters or more may begin with these two.
    pub fn may_begin_word(&self, first: char, second: char) -> bool {
        self.trie.may_begin(first, second)
    }

    /// Index of the longest word at the beginning of the text, and its length in bytes.
    pub fn word_at(&self, text: &str) -> Option<(usize, usize)> {
        self.trie.longest(text)
    }

    /// The word that the text is, from its first character to its last.
    pub fn whole(&self, text: &str) -> Option<&Word> {
        let (entry, len) = self.word_at(text)?;
        (len == text.len()).then(|| &self.words[entry])
    }

    /// The longest measure word at the beginning of the text.
    pub fn unit_at(&self, text: &str) -> Option<(&'static str, UnitClass)> {
        self.unit_trie.longest(text).map(|(entry, _)| self.units[entry])
    }

    pub fn place_of(&self, word: &Word) -> Option<&Place> {
        word.place.map(|index| &self.places[index as usize])
    }
}

/// A protected compound counts what its last part counts: 保供企业 is a kind of 企业.
fn inherit_heads(traits: &mut HashMap<&'static str, Word>) {
    let compounds: Vec<&'static str> = traits
        .iter()
        .filter(|(_, w)| w.is(Role::Plain) && w.head.is_none())
        .map(|(text, _)| *text)
        .collect();
    for text in compounds {
        let head = text.char_indices().skip(1).find_map(|(at, _)| {
            traits
                .get(&text[at..])
                .filter(|w| text[at..].chars().count() > 1 && !w.is(Role::Plain))
                .and_then(|w| w.head)
        });
        if let (Some(kind), Some(word)) = (head, traits.get_mut(text)) {
            word.head = Some(kind);
        }
    }
}

/// Adds what a table's class column says to a word. Returns whether the class is known.
pub(super) fn apply_class(word: &mut Word, class: &'static str) -> bool {
    let (name, value) = class.split_once(':').unwrap_or((class, ""));
    let role = |word: &mut Word, role: Role| {
        word.roles |= role as u32;
        true
    };
    match name {
        "metric" => set(&mut word.metric, Metric::parse(value)),
        "measure" => set(&mut word.measure, Measure::parse(value)),
        "origin" => set(&mut word.origin, Origin::parse(value)),
        "change" => set(&mut word.change, Some(value == "down")),
        "action" => set(&mut word.action, Action::parse(value)),
        "state" => set(&mut word.contact_state, State::parse(value)),
        "resume" => set(&mut word.resumption, State::parse(value)),
        "all" => {
            let whole = word.whole.get_or_insert_default();
            match value {
                "nation" => whole.nation = true,
                "province" => whole.province = true,
                "city" => whole.city = true,
                "county" => whole.county = true,
                "area" => (whole.province, whole.county) = (true, true),
                _ => return false,
            }
            true
        }
        "verb" => role(word, Role::Verb),
        "act" => role(word, Role::Act),
        "stop" => role(word, Role::Stop),
        "plain" => role(word, Role::Plain),
        "cumulative" => role(word, Role::Cumulative),
        "up_to" => role(word, Role::UpTo),
        "now" => role(word, Role::Now),
        "that_day" => role(word, Role::ThatDay),
        "since" => role(word, Role::Since),
        "epidemic_since" => role(word, Role::EpidemicSince),
        "part" => role(word, Role::Part),
        "each" => role(word, Role::Each),
        "respectively" => role(word, Role::Respectively),
        "rest" => role(word, Role::Rest),
        "none" => role(word, Role::None),
        "contact" => role(word, Role::Contact),
        "noun" => role(word, Role::CaseNoun),
        "converted" => role(word, Role::Converted),
        "release" => role(word, Role::Release),
        "meeting" => role(word, Role::Meeting),
        "held" => role(word, Role::Held),
        "reporter" => role(word, Role::Reporter),
        "country" => role(word, Role::Country),
        "severity" => role(word, Role::Severity),
        "report" => role(word, Role::Report),
        "nation_issuer" => role(word, Role::NationIssuer),
        "alias" => set(&mut word.alias, Some(value).filter(|v| !v.is_empty())),
        "idiom" => set(&mut word.idiom, Some(Reason::Idiom)),
        kind => set(&mut word.head, Kind::parse(kind)),
    }
}

fn set<T>(slot: &mut Option<T>, value: Option<T>) -> bool {
    let known = value.is_some();
    if known {
        *slot = value;
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_built_in_tables_is_understood() {
        for row in WORD_TABLES.iter().flat_map(|table| rows(table)) {
            let (text, class) = row.split_once('\t').unwrap_or_else(|| panic!("no class: {row}"));
            assert!(!text.is_empty() && apply_class(&mut Word::default(), class), "{row}");
        }
        for row in rows(UNIT_TABLE) {
            let class = row.split_once('\t').and_then(|(_, class)| UnitClass::parse(class));
            assert!(class.is_some(), "{row}");
        }
    }

    #[track_caller]
    fn longest(text: &str, expected: &str) {
        let found = Lexicon::built_in().word_at(text).map_or("", |(_, len)| &text[..len]);
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn the_longest_word_wins() {
        longest("无症状感染者1例", "无症状感染者");
        longest("日喀则市新增", "日喀则市");
        longest("日喀则新增", "日喀则");
        longest("累计报告确诊", "累计报告");
        longest("𠮷野家", "");
        longest("", "");
    }

    #[test]
    fn a_word_has_the_traits_of_all_its_tables() {
        let lexicon = Lexicon::built_in();
        let (entry, _) = lexicon.word_at("累计").unwrap();
        let word = lexicon.words[entry];
        assert!(word.measure == Some(Measure::Cumulative) && word.is(Role::Verb));
    }

    #[test]
    fn units_and_places() {
        let lexicon = Lexicon::built_in();
        assert_eq!(lexicon.unit_at("个小时内"), Some(("个小时", UnitClass::Duration)));
        assert_eq!(lexicon.unit_at("套(间)。"), Some(("套(间)", UnitClass::Count)));
        let (entry, _) = lexicon.word_at("西藏").unwrap();
        assert_eq!(
            lexicon.place_of(&lexicon.words[entry]).map(|p| (p.name, p.code)),
            Some(("西藏自治区", "540000"))
        );
    }
}
