//! The word lists of the outline: what the tables in `assets/lexicon` say, parsed once.

use super::glyphs::Table;
use super::trie::Trie;
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

/// The classes of the words that a stretch holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Words(u16);

impl Words {
    pub fn of(hits: &[Hit]) -> Self {
        Self(hits.iter().fold(0, |words, hit| words | 1 << hit.word as u16))
    }

    pub fn has(self, word: Word) -> bool {
        self.0 & (1 << word as u16) != 0
    }
}

/// The marks that a line bears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u8);

impl Marks {
    pub fn has(self, mark: Mark) -> bool {
        self.0 & (1 << mark as u8) != 0
    }

    pub fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    fn with(self, mark: Mark) -> Self {
        Self(self.0 | 1 << mark as u8)
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

/// The prose lists, and what each character tells by them.
pub struct Cues {
    pub(super) words: Trie<Word>,
    pub(super) glyphs: Table,
}

static BUILT_IN: LazyLock<Cues> = LazyLock::new(|| Cues::with([]));

impl Cues {
    /// The lists that the program carries.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The lists with words of a person's own, each with a class of `section_cues.tsv`; unknown classes add nothing.
    pub fn with<'w>(taught: impl IntoIterator<Item = (&'w str, &'w str)>) -> Self {
        let own = rows(SECTION_CUES)
            .chain(rows(OFFICES))
            .filter_map(|(word, rest)| Some((word, named(WORDS, rest.first()?)?)));
        let taught = taught.into_iter().filter_map(|(word, class)| Some((word, named(WORDS, class)?)));
        let words = Trie::of_starts(taught.chain(own));
        let glyphs = Table::of(&words);
        Self { words, glyphs }
    }

    /// Whether `section_cues.tsv` may hold the class.
    pub fn is_class(name: &str) -> bool {
        named(WORDS, name).is_some()
    }
}

/// The longest word that the text begins with, and its length.
pub(super) fn word(words: &Trie<Word>, text: &str) -> Option<(usize, Word)> {
    let (len, classes) = words.longest(text)?;
    Some((len, *classes.first()?))
}

/// The cues of lines, by where in a line they must stand.
struct LineCues {
    at_start: Trie<(Mark, At)>,
    at_end: Trie<Mark>,
    anywhere: Trie<Mark>,
}

static LINE_CUE_LIST: LazyLock<LineCues> = LazyLock::new(|| {
    let cues: Vec<(&str, Mark, At)> = rows(LINE_CUES)
        .filter_map(|(word, rest)| Some((word, named(MARKS, rest.first()?)?, named(PLACES, rest.get(1)?)?)))
        .collect();
    let at = |place: At| cues.iter().filter(move |cue| cue.2 == place).map(|cue| (cue.0, cue.1));
    let at_start = cues.iter().filter(|cue| matches!(cue.2, At::Whole | At::Start));
    LineCues {
        at_start: Trie::of_starts(at_start.map(|cue| (cue.0, (cue.1, cue.2)))),
        at_end: Trie::of_ends(at(At::End)),
        anywhere: Trie::of_starts(at(At::Any)),
    }
});

/// The cues that may stand anywhere in a line.
pub(super) fn anywhere() -> &'static Trie<Mark> {
    &LINE_CUE_LIST.anywhere
}

/// What a line bears by the cues that begin where this rest of it does.
pub(super) fn marks_anywhere(anywhere: &Trie<Mark>, rest: &str) -> Marks {
    let found = anywhere.at_start(rest).flat_map(|(_, marks)| marks);
    found.fold(Marks::default(), |marks, mark| marks.with(*mark))
}

/// What a line bears by the cues at its edges, marks and brackets around it set aside.
pub(super) fn marks_at_edges(line: &str) -> Marks {
    let list = &*LINE_CUE_LIST;
    let opened = line.trim_start_matches(['(', '[', '-', '•', '*', '|']);
    let shut = line.trim_end_matches([':', '。', '>', '|', ')', ']', '-', '*']);
    let (from, to) = (line.len() - opened.len(), shut.len());
    let mut found = Marks::default();
    for start in [Some(0), (from > 0).then_some(from)].into_iter().flatten() {
        for (len, rules) in list.at_start.at_start(&line[start..]) {
            let ends = start + len == line.len() || start + len == to;
            let fits = rules.iter().filter(|(_, at)| *at == At::Start || ends);
            found = fits.fold(found, |marks, (mark, _)| marks.with(*mark));
        }
    }
    for end in [Some(line.len()), (to < line.len()).then_some(to)].into_iter().flatten() {
        let marks = list.at_end.at_end(&line[..end]).flat_map(|(_, marks)| marks);
        found = marks.fold(found, |marks, mark| marks.with(*mark));
    }
    found
}

/// What a line of the reading bears.
pub(super) fn marks(line: &str) -> Marks {
    let rests = line.char_indices().map(|(at, _)| &line[at..]);
    rests.fold(marks_at_edges(line), |marks, rest| marks.and(marks_anywhere(anywhere(), rest)))
}

/// What a line too long for page furniture bears: a notice at its start, or nothing.
pub(super) fn notice(line: &str) -> Marks {
    const NOTICE_BYTES: usize = 60;
    let start = &line[..line.floor_char_boundary(NOTICE_BYTES)];
    Marks(marks(start).0 & (1 << Mark::Notice as u8))
}

/// The words of one class of `offices.tsv`.
fn around_names(class: &'static str) -> impl Iterator<Item = (&'static str, ())> {
    rows(OFFICES)
        .filter(move |(_, rest)| rest.first() == Some(&class))
        .map(|(word, _)| (word, ()))
}

/// Courtesies that follow a name, from their ends. An office that is also a courtesy (医生) is none.
static COURTESIES: LazyLock<Trie<()>> = LazyLock::new(|| Trie::of_ends(around_names("courtesy").filter(|(word, ())| *word != "医生")));
/// Words between a name and its verb of saying, from their ends.
static ADVERBS: LazyLock<Trie<()>> = LazyLock::new(|| Trie::of_ends(around_names("adverb")));
/// Words before an office that are no part of it.
static LEAD_INS: LazyLock<Trie<()>> = LazyLock::new(|| Trie::of_starts(around_names("lead_in")));
/// Ends of the names of institutions.
static BODIES: LazyLock<Trie<()>> = LazyLock::new(|| Trie::of_ends(around_names("body")));
/// What may follow a name that is only mentioned.
static AFTER_NAMES: LazyLock<Trie<()>> = LazyLock::new(|| Trie::of_starts(around_names("after_name").chain(around_names("adverb"))));
/// The words for the hands that make a text, from their ends.
static ROLES: LazyLock<Trie<()>> = LazyLock::new(|| {
    let roles = rows(LINE_CUES).filter(|(_, rest)| rest.first() == Some(&"role"));
    Trie::of_ends(roles.map(|(word, _)| (word.trim_end_matches(['/', ':']), ())))
});
/// Family names, of one character and of more.
static FAMILY_NAMES: LazyLock<Trie<()>> = LazyLock::new(|| Trie::of_starts(rows(SURNAMES).map(|(name, _)| (name, ()))));

/// Byte after the last office in a speaker's designation: 市政府副秘书长|周前进.
pub fn end_of_office(speaker: &str) -> Option<usize> {
    around_names("office")
        .filter_map(|(office, ())| speaker.rfind(office).map(|at| at + office.len()))
        .max()
}

/// The words without the longest courtesy at their end.
pub(super) fn without_courtesy(words: &str) -> &str {
    let len = COURTESIES.at_end(words).last().map_or(0, |(len, _)| len);
    &words[..words.len() - len]
}

/// The words without the longest adverb at their end, if there is one.
pub(super) fn without_adverb(words: &str) -> Option<&str> {
    ADVERBS.at_end(words).last().map(|(len, _)| &words[..words.len() - len])
}

/// Length of the longest lead-in at the start.
pub(super) fn lead_in_len(words: &str) -> usize {
    LEAD_INS.longest(words).map_or(0, |(len, _)| len)
}

/// Whether the words end as the name of an institution does.
pub(super) fn is_body(words: &str) -> bool {
    BODIES.at_end(words).next().is_some()
}

/// Bytes of the longest word that may follow a name, where the text begins with one.
pub(super) fn after_name_len(text: &str) -> usize {
    AFTER_NAMES.at_start(text).map(|(len, _)| len).max().unwrap_or_default()
}

/// Whether the words are a role (图片编辑), not a title that begins with one (记者手记).
pub(super) fn is_role(words: &str) -> bool {
    ROLES.at_end(words).any(|(len, _)| len == words.len() || len > '文'.len_utf8())
}

/// Whether the text begins with a family name.
pub(super) fn begins_with_family_name(text: &str) -> bool {
    FAMILY_NAMES.at_start(text).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::super::lines::Found;
    use super::*;
    use std::collections::HashSet;

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
        let words: Vec<Word> = Found::of("副主任医师在情况通报会上通报")
            .hits
            .into_iter()
            .map(|hit| hit.word)
            .collect();
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
