//! The word lists of the outline, as automata: what the tables in `assets/lexicon` say, parsed once.

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use std::collections::HashSet;
use std::sync::LazyLock;

/// What a word says about the sentence that holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Briefing,
    Convene,
    Learned,
    Attends,
    Host,
    Welcome,
    Follows,
    Case,
    Aside,
    NoCase,
    Risk,
    Test,
    Next,
    Speech,
    Thanks,
    Office,
}

const WORDS: &[(&str, Word)] = &[
    ("briefing", Word::Briefing),
    ("convene", Word::Convene),
    ("learned", Word::Learned),
    ("attends", Word::Attends),
    ("host", Word::Host),
    ("welcome", Word::Welcome),
    ("follows", Word::Follows),
    ("case", Word::Case),
    ("aside", Word::Aside),
    ("no_case", Word::NoCase),
    ("risk", Word::Risk),
    ("test", Word::Test),
    ("next", Word::Next),
    ("speech", Word::Speech),
    ("thanks", Word::Thanks),
    ("office", Word::Office),
];

/// What a word says about the line that holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Furniture,
    Notice,
    Label,
    Tail,
    Field,
    Role,
    Outlet,
    Caption,
}

const MARKS: &[(&str, Mark)] = &[
    ("furniture", Mark::Furniture),
    ("notice", Mark::Notice),
    ("label", Mark::Label),
    ("tail", Mark::Tail),
    ("field", Mark::Field),
    ("role", Mark::Role),
    ("outlet", Mark::Outlet),
    ("caption", Mark::Caption),
];

/// Where in a line a word must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Whole,
    Start,
    End,
    Any,
}

const PLACES: &[(&str, At)] = &[("whole", At::Whole), ("start", At::Start), ("end", At::End), ("any", At::Any)];

/// A word of the prose lists, where it stands in the reading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub word: Word,
    pub start: u32,
    pub end: u32,
}

/// The marks that a line bears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u8);

impl Marks {
    pub fn has(self, mark: Mark) -> bool {
        self.0 & (1 << mark as u8) != 0
    }
}

/// The rows of a table: its first column and the others.
fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut columns = line.split('\t');
        Some((columns.next()?, columns.collect()))
    })
}

const SECTION_CUES: &str = include_str!("../../../assets/lexicon/section_cues.tsv");
const OFFICES: &str = include_str!("../../../assets/lexicon/offices.tsv");
const LINE_CUES: &str = include_str!("../../../assets/lexicon/line_cues.tsv");
const SURNAMES: &str = include_str!("../../../assets/lexicon/surnames.tsv");

/// The variant that a table names.
fn named<T: Copy>(names: &[(&str, T)], name: &str) -> Option<T> {
    names.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
}

fn automaton(words: &[&str], kind: MatchKind) -> AhoCorasick {
    AhoCorasickBuilder::new()
        .match_kind(kind)
        .build(words)
        .expect("the tables hold a few hundred short words")
}

struct Words {
    automaton: AhoCorasick,
    classes: Vec<Word>,
}

static WORD_LIST: LazyLock<Words> = LazyLock::new(|| {
    let (words, classes): (Vec<&str>, Vec<Word>) = rows(SECTION_CUES)
        .chain(rows(OFFICES))
        .filter_map(|(word, rest)| Some((word, named(WORDS, rest.first()?)?)))
        .unzip();
    Words {
        automaton: automaton(&words, MatchKind::LeftmostLongest),
        classes,
    }
});

struct LineCues {
    automaton: AhoCorasick,
    rules: Vec<(Mark, At)>,
}

static LINE_CUE_LIST: LazyLock<LineCues> = LazyLock::new(|| {
    let (words, rules): (Vec<&str>, Vec<(Mark, At)>) = rows(LINE_CUES)
        .filter_map(|(word, rest)| Some((word, (named(MARKS, rest.first()?)?, named(PLACES, rest.get(1)?)?))))
        .unzip();
    LineCues {
        automaton: automaton(&words, MatchKind::Standard),
        rules,
    }
});

/// Every word of the prose lists in the reading, longest first where they overlap, in order.
pub(super) fn words(reading: &str) -> Vec<Hit> {
    let list = &*WORD_LIST;
    list.automaton
        .find_iter(reading)
        .filter_map(|m| {
            Some(Hit {
                word: *list.classes.get(m.pattern().as_usize())?,
                start: m.start() as u32,
                end: m.end() as u32,
            })
        })
        .collect()
}

/// What a line of the reading bears.
pub(super) fn marks(line: &str) -> Marks {
    let list = &*LINE_CUE_LIST;
    let opened = line.trim_start_matches(['(', '[', '-', '•', '*', '|']);
    let shut = line.trim_end_matches([':', '。', '>', '|', ')', ']', '-', '*']);
    let (from, to) = (line.len() - opened.len(), shut.len());
    let found = list.automaton.find_overlapping_iter(line).filter_map(|m| {
        let (mark, at) = *list.rules.get(m.pattern().as_usize())?;
        let (starts, ends) = (m.start() == 0 || m.start() == from, m.end() == line.len() || m.end() == to);
        let fits = match at {
            At::Whole => starts && ends,
            At::Start => starts,
            At::End => ends,
            At::Any => true,
        };
        fits.then_some(mark)
    });
    Marks(found.fold(0, |marks, mark| marks | 1 << mark as u8))
}

/// What a line too long for page furniture bears: a notice at its start, or nothing.
pub(super) fn notice(line: &str) -> Marks {
    const NOTICE_BYTES: usize = 60;
    let start = &line[..line.floor_char_boundary(NOTICE_BYTES)];
    Marks(marks(start).0 & (1 << Mark::Notice as u8))
}

/// The words of one class of `offices.tsv`, longest first.
fn around_names(class: &str) -> Vec<&'static str> {
    let mut words: Vec<&str> = rows(OFFICES)
        .filter(|(_, rest)| rest.first() == Some(&class))
        .map(|(word, _)| word)
        .collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

/// Courtesies that follow a name.
pub(super) static COURTESIES: LazyLock<Vec<&'static str>> = LazyLock::new(|| around_names("courtesy"));
/// Words between a name and its verb of saying.
pub(super) static ADVERBS: LazyLock<Vec<&'static str>> = LazyLock::new(|| around_names("adverb"));
/// Words before an office that are no part of it.
pub(super) static LEAD_INS: LazyLock<Vec<&'static str>> = LazyLock::new(|| around_names("lead_in"));
/// Ends of the names of institutions.
pub(super) static BODIES: LazyLock<Vec<&'static str>> = LazyLock::new(|| around_names("body"));
/// What may follow a name that is only mentioned.
pub(super) static AFTER_NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| around_names("after_name"));
/// The words for the hands that make a text.
static ROLES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    rows(LINE_CUES)
        .filter(|(_, rest)| rest.first() == Some(&"role"))
        .map(|(word, _)| word.trim_end_matches(['/', ':']))
        .collect()
});

/// Whether the words are a role (图片编辑), not a title that begins with one (记者手记).
pub(super) fn is_role(words: &str) -> bool {
    ROLES
        .iter()
        .any(|role| words == *role || (role.len() > '文'.len_utf8() && words.ends_with(role)))
}

/// Family names: of one character, and of more.
static FAMILY_NAMES: LazyLock<(HashSet<char>, Vec<&'static str>)> = LazyLock::new(|| {
    let (single, double): (Vec<&str>, Vec<&str>) = rows(SURNAMES).map(|(name, _)| name).partition(|name| name.chars().count() == 1);
    (single.iter().flat_map(|name| name.chars()).collect(), double)
});

/// Whether the text begins with a family name.
pub(super) fn begins_with_family_name(text: &str) -> bool {
    let (single, double) = &*FAMILY_NAMES;
    text.chars().next().is_some_and(|first| single.contains(&first)) || double.iter().any(|name| text.starts_with(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_every_table_is_understood() {
        for (word, rest) in rows(SECTION_CUES) {
            assert!(
                rest.len() == 1 && named(WORDS, rest[0]).is_some(),
                "section_cues.tsv: {word} {rest:?}"
            );
        }
        for (word, rest) in rows(LINE_CUES) {
            assert!(
                rest.len() == 2 && named(MARKS, rest[0]).is_some() && named(PLACES, rest[1]).is_some(),
                "line_cues.tsv: {word} {rest:?}"
            );
        }
        for (word, rest) in rows(OFFICES) {
            assert!(
                ["office", "courtesy", "adverb", "lead_in", "body", "after_name"].contains(&rest[0]),
                "offices.tsv: {word} {rest:?}"
            );
        }
    }

    #[test]
    fn no_row_stands_twice() {
        let mut seen = HashSet::new();
        for (word, _) in rows(SECTION_CUES) {
            assert!(seen.insert((word, String::new())), "{word}");
        }
        for (word, rest) in rows(LINE_CUES).chain(rows(OFFICES)).chain(rows(SURNAMES)) {
            assert!(seen.insert((word, rest.concat() + "2")), "{word}");
        }
    }

    #[test]
    fn words_are_as_the_reading_writes_them() {
        for (word, _) in rows(SECTION_CUES).chain(rows(OFFICES)).chain(rows(LINE_CUES)) {
            assert_eq!(super::super::reading::Reading::of(word).as_str(), word);
        }
    }

    #[test]
    fn the_longest_word_wins() {
        let words: Vec<Word> = words("副主任医师在情况通报会上通报").into_iter().map(|hit| hit.word).collect();
        assert_eq!(words, [Word::Office, Word::Briefing, Word::Speech]);
    }

    #[test]
    fn marks_ask_for_their_place() {
        assert!(marks("首页").has(Mark::Furniture));
        assert!(!marks("首页改版的消息").has(Mark::Furniture));
        assert!(marks("(责任编辑:某某)").has(Mark::Role));
        assert!(!marks("短视频编辑").has(Mark::Role));
        assert!(is_role("图片编辑") && !is_role("记者手记") && !is_role("副主任何文"));
        assert!(marks("某某摄").has(Mark::Caption));
        assert!(!marks("摄像头").has(Mark::Caption));
    }
}
