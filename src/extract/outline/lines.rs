//! The lines of a text and what their outward form says.

use super::cues::{self, Cues, Hit, Mark, Marks, Word, Words};
use super::figures;
use super::glyphs::Glyphs;
use super::reading::{Reading, is_blank};
use super::trie::Trie;
use crate::extract::any_of::{AnyOf, any_of};
use std::ops::Range;

/// A line with more characters than this is prose whatever it ends with.
const PROSE_CHARS: usize = 120;
/// With a comma, a line longer than this is prose.
const LONG_CHARS: usize = 60;
/// Only lines up to this many characters are looked at for page furniture.
const CHROME_CHARS: u32 = 120;

/// The words of a line, as cells of a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cells {
    pub count: u32,
    pub numbers: u32,
}

/// What a pass over the characters of a line found.
#[derive(Clone, Debug)]
struct Form {
    /// The stretch of the reading.
    start: u32,
    end: u32,
    /// What was found up to its end.
    seen: Seen,
    chars: u32,
    han: u32,
    digits: u32,
    breaks: u32,
    glyphs: Glyphs,
    marks: Marks,
}

/// How much was found.
#[derive(Clone, Copy, Debug)]
struct Seen {
    hits: u32,
    stops: u32,
    members: u32,
    cases: u32,
    numbers: u32,
}

/// What a pass over the characters of the reading found, in order.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Every word of the prose lists, the longest where they overlap.
    pub hits: Vec<Hit>,
    /// Where full stops, question and exclamation marks stand.
    pub stops: Vec<u32>,
    /// Where the marks stand that end a member of a list: commas, semicolons, full stops.
    pub members: Vec<u32>,
    /// Where the measure words of counted cases stand (3例, 十余宗).
    pub cases: Vec<u32>,
    /// Where numbers in ASCII digits begin.
    pub numbers: Vec<u32>,
}

/// The lines that are not blank, and what was found in them.
pub(super) struct Forms<'a> {
    text: &'a str,
    lines: Vec<Form>,
    found: Found,
}

/// A line that is not blank.
#[derive(Clone)]
pub(super) struct Line<'a> {
    forms: &'a Forms<'a>,
    /// What was found up to its beginning, and up to its end.
    seen: [&'a Seen; 2],
    /// The line as read.
    pub read: &'a str,
    /// Where it begins in the reading.
    pub at: usize,
    /// The line as written, trimmed.
    pub written: &'a str,
    pub chars: usize,
    /// Number of Chinese characters.
    pub han: usize,
    /// Number of ASCII digits.
    pub digits: usize,
    /// Number of commas, enumeration commas and semicolons.
    pub breaks: usize,
    /// What its characters are.
    pub glyphs: Glyphs,
    pub marks: Marks,
    words: Words,
    /// White space was passed over behind its first character.
    pub spaced: bool,
}

impl<'a> Line<'a> {
    /// The reading that the line is part of.
    pub fn reading(&self) -> &'a str {
        self.forms.text
    }

    /// The words of the prose lists in it.
    pub fn hits(&self) -> &'a [Hit] {
        part(&self.forms.found.hits, self.seen.map(|seen| seen.hits))
    }

    /// Where full stops, question and exclamation marks stand in the reading.
    pub fn stops(&self) -> &'a [u32] {
        part(&self.forms.found.stops, self.seen.map(|seen| seen.stops))
    }

    /// Where commas, semicolons and full stops stand in the reading.
    pub fn members(&self) -> &'a [u32] {
        part(&self.forms.found.members, self.seen.map(|seen| seen.members))
    }

    /// Where the measure words of counted cases stand in the reading.
    pub fn cases(&self) -> &'a [u32] {
        part(&self.forms.found.cases, self.seen.map(|seen| seen.cases))
    }

    /// Where numbers in ASCII digits begin in the reading.
    pub fn numbers(&self) -> &'a [u32] {
        part(&self.forms.found.numbers, self.seen.map(|seen| seen.numbers))
    }

    pub fn range(&self) -> Range<usize> {
        self.at..self.at + self.read.len()
    }

    pub fn has(&self, word: Word) -> bool {
        self.words.has(word)
    }

    pub fn has_full_stop(&self) -> bool {
        self.glyphs.has(Glyphs::FULL_STOP)
    }

    /// A sentence of the text itself, not a heading or page furniture, by its form alone.
    pub fn is_prose(&self) -> bool {
        let stops = self.has_full_stop() && self.han >= 4;
        let long = self.chars > LONG_CHARS && self.glyphs.has(Glyphs::COMMA);
        stops
            || long
            || (self.chars > PROSE_CHARS && self.han * 4 >= self.chars)
            || self.has(Word::Host)
            || self.has(Word::Welcome)
            || (self.han >= 4 && self.read.ends_with([':', ';', ',', '、']))
    }

    /// Two counts of cases or more, as in a bulletin that is written without full stops.
    pub fn is_counts(&self) -> bool {
        self.cases().len() >= 2 && self.breaks + 1 >= self.cases().len()
    }

    /// A word for cases with its number (确诊病例3例), or a number of persons and a word for what they are (21人接受医学观察).
    pub fn has_count(&self) -> bool {
        figures::has_adjacent_count(self.read, self.hits(), self.at) || (self.has(Word::Case) && figures::counts_persons(self.read))
    }

    /// Short, without a full stop, not broken off: a title or a subheading by its form alone.
    pub fn is_heading_shaped(&self, max_chars: usize) -> bool {
        self.chars <= max_chars
            && self.han >= 2
            && !self.has_full_stop()
            && !self.read.ends_with(['。', ',', '、', ';', ':', '…', '(', '“'])
    }

    /// A heading that Markdown marks as one.
    pub fn is_marked_heading(&self) -> bool {
        const DEEPEST: usize = 6;
        if !self.read.starts_with(['#', '*']) || self.has_full_stop() {
            return false;
        }
        let words = self.read.trim_start_matches('#');
        let depth = self.read.len() - words.len();
        let hashed = (1..=DEEPEST).contains(&depth) && !words.is_empty() && !words.contains('#');
        let bold = self
            .read
            .strip_prefix("**")
            .and_then(|rest| rest.strip_suffix("**"))
            .is_some_and(|words| !words.is_empty() && !words.contains("**"));
        hashed || bold
    }

    /// A date, perhaps with a time, and nothing else.
    pub fn is_date(&self) -> bool {
        const DATE_CHARS: usize = 48;
        const LEAST_DIGITS: usize = 3;
        if self.chars > DATE_CHARS
            || self.digits < LEAST_DIGITS
            || self.has_full_stop()
            || !self.read.contains(['-', '/', '.', '年', '月', ':'])
        {
            return false;
        }
        let mut rest = self.read;
        while !rest.is_empty() {
            match date_part_len(rest) {
                0 => return false,
                len => rest = &rest[len..],
            }
        }
        true
    }

    /// A number and nothing else.
    pub fn is_number(&self) -> bool {
        if self.digits == 0 || self.chars > 12 {
            return false;
        }
        let digits = self.read.trim_end_matches(['%', '例', '人']);
        digits.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '+' | '-')) && digits.contains(|c: char| c.is_ascii_digit())
    }

    /// A link, an address on the web, a picture, or no letters at all.
    pub fn is_debris(&self) -> bool {
        let begins = |start: &str| self.read.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start));
        let ends = |end: &str| {
            let own = self.read.len().checked_sub(end.len()).and_then(|at| self.read.get(at..));
            own.is_some_and(|own| own.eq_ignore_ascii_case(end))
        };
        let latin_end = self.read.ends_with(|c: char| c.is_ascii_alphanumeric());
        let picture = latin_end && [".jpg", ".jpeg", ".png", ".gif", ".webp", ".mp4"].into_iter().any(ends);
        let screenshot = latin_end
            && self.chars <= 40
            && self
                .read
                .rsplit_once('_')
                .is_some_and(|(name, number)| !name.is_empty() && number.len() >= 6 && number.bytes().all(|b| b.is_ascii_digit()));
        let link = self.read.starts_with("![") || (self.read.starts_with('[') && self.read.ends_with(')') && self.read.contains("]("));
        let address = self.han == 0 && (begins("http") || begins("www."));
        let bare =
            (self.han == 0 && self.chars <= 3 && self.read.starts_with(['+', '-', '•'])) || !self.read.contains(char::is_alphanumeric);
        picture || screenshot || link || address || bare
    }

    /// Page furniture whatever stands around it.
    pub fn is_chrome(&self) -> bool {
        self.marks.has(Mark::Notice) || (!self.has_full_stop() && (self.marks.has(Mark::Furniture) || self.is_debris()))
    }

    /// A row of short words, as menus are.
    pub fn is_menu(&self) -> bool {
        const MENU_CHARS: usize = 160;
        if self.chars > MENU_CHARS || self.glyphs.has(Glyphs::STOPS.or(Glyphs::COMMA)) || self.read.contains(';') {
            return false;
        }
        let parts = || {
            self.written
                .split(|c: char| is_blank(c) || matches!(c, '|' | '｜' | '>' | '»' | '›' | '·' | '/'))
                .filter(|part| !part.is_empty() && *part != "-")
        };
        let count = parts().count();
        let short = parts().filter(|part| part.chars().count() <= 6).count();
        let arrows = self.read.matches(['>', '|']).count();
        (count >= 6 && short * 10 >= count * 9)
            || (arrows >= 1 && count >= 2 && short * 3 >= count * 2 && (count >= 3 || self.read.contains('>')))
    }

    /// Number of cells in a row of a table that is set with tabs or bars; 0 where it is none.
    pub fn cells(&self) -> usize {
        if self.read.starts_with('|') && self.read.len() > 2 {
            return self.read.matches('|').count().saturating_sub(1);
        }
        let tabs = || self.written.bytes().filter(|b| *b == b'\t').count();
        match self.spaced.then(tabs) {
            None | Some(0) => 0,
            Some(tabs) => tabs + 1,
        }
    }

    /// The words of a line that holds no sentence, set apart by white space: two or more.
    pub fn spaced_cells(&self) -> Option<Cells> {
        if !self.spaced || self.glyphs.has(Glyphs::FULL_STOP) {
            return None;
        }
        // 区(市、县)　确诊病例: a mark in the brackets of a column's head parts no sentence.
        let is_parted = self.glyphs.has(Glyphs::BREAKS) && (self.chars > HEAD_CHARS || has_break_outside_brackets(self.read));
        if is_parted {
            return None;
        }
        let mut cells = Cells { count: 0, numbers: 0 };
        for part in self.written.split_whitespace() {
            cells.count += 1;
            cells.numbers += u32::from(part.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'%'));
        }
        (cells.count >= 2).then_some(cells)
    }

    /// A whole table that lost its line breaks: words and numbers in turn.
    pub fn is_flat_table(&self) -> bool {
        const LEAST_CELLS: usize = 10;
        const LEAST_BYTES: usize = 2 * LEAST_CELLS - 1;
        let wide = |cells: Cells| cells.count as usize >= LEAST_CELLS && cells.numbers * 5 >= cells.count * 2;
        self.written.len() >= LEAST_BYTES && self.spaced_cells().is_some_and(wide)
    }
}

/// The heads of a table's columns are no longer, together.
const HEAD_CHARS: usize = 60;

/// Whether a comma, an enumeration comma or a semicolon stands outside all brackets.
fn has_break_outside_brackets(read: &str) -> bool {
    let mut depth = 0_usize;
    read.chars().any(|c| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(c, ',' | '、' | ';')
    })
}

/// Length of the digit, the mark or the word of dates at the start; 0 where there is none.
fn date_part_len(text: &str) -> usize {
    const WORDS: AnyOf = any_of![
        "星期一",
        "星期二",
        "星期三",
        "星期四",
        "星期五",
        "星期六",
        "星期日",
        "星期天",
        "周一",
        "周二",
        "周三",
        "周四",
        "周五",
        "周六",
        "周日",
        "上午",
        "下午",
        "北京时间",
        "发布",
        "更新",
        "Mon",
        "Tue",
        "Wed",
        "Thu",
        "Fri",
        "Sat",
        "Sun",
    ];
    match text.chars().next() {
        Some('0'..='9' | '-' | '/' | '.' | ':' | '(' | ')' | '[' | ']' | ',' | '|') => 1,
        Some(c @ ('年' | '月' | '日' | '时' | '分' | '秒' | '点')) => c.len_utf8(),
        _ => WORDS.at_start(text).map_or(0, str::len),
    }
}

fn part<T>(all: &[T], [from, to]: [u32; 2]) -> &[T] {
    &all[from as usize..to as usize]
}

/// Reads every character once.
pub(super) fn forms<'a>(reading: &'a Reading, cues: &Cues) -> Forms<'a> {
    let mut forms = Forms {
        text: reading.as_str(),
        lines: Vec::new(),
        found: Found::default(),
    };
    let lists = Lists {
        cues,
        anywhere: cues::anywhere(),
    };
    let mut at = 0;
    for read in forms.text.split('\n') {
        if !read.is_empty() {
            forms.lines.push(forms.found.read(read, at, &lists));
        }
        at += read.len() + 1;
    }
    forms
}

/// The lists that the pass looks its characters up in.
struct Lists<'a> {
    cues: &'a Cues,
    anywhere: &'static Trie<Mark>,
}

impl Found {
    /// Adds what is found in a line that begins at an offset of the reading.
    fn read(&mut self, line: &str, at: usize, lists: &Lists) -> Form {
        let (mut chars, mut han, mut digits, mut breaks) = (0, 0, 0, 0);
        let mut glyphs = Glyphs::default();
        let mut marks = Marks::default();
        let (mut word_end, mut number_end) = (0, 0);
        for (offset, c) in line.char_indices() {
            let glyph = lists.cues.glyphs.tells(c);
            chars += 1;
            han += u32::from(glyph.has(Glyphs::HAN));
            if glyph.within(Glyphs::HAN) {
                continue;
            }
            glyphs |= glyph;
            if glyph.has(Glyphs::WORD)
                && offset >= word_end
                && let Some((len, word)) = cues::word(&lists.cues.words, &line[offset..])
            {
                word_end = offset + len;
                let (start, end) = ((at + offset) as u32, (at + word_end) as u32);
                self.hits.push(Hit { word, start, end });
            }
            if glyph.has(Glyphs::CUE) && chars <= CHROME_CHARS {
                marks = marks.and(cues::marks_anywhere(lists.anywhere, &line[offset..]));
            }
            if glyph.within(Glyphs::HAN.or(Glyphs::WORD).or(Glyphs::CUE)) {
                continue;
            }
            if glyph.has(Glyphs::DIGIT) {
                digits += 1;
                if offset == 0 || offset != number_end {
                    self.numbers.push((at + offset) as u32);
                }
                number_end = offset + 1;
            }
            breaks += u32::from(glyph.has(Glyphs::BREAKS));
            if glyph.has(Glyphs::STOPS) {
                self.stops.push((at + offset) as u32);
            }
            if glyph.has(Glyphs::MEMBER_ENDS) {
                self.members.push((at + offset) as u32);
            }
            if glyph.has(Glyphs::CASE_MEASURE) && figures::is_counted(&line[..offset]) {
                self.cases.push((at + offset) as u32);
            }
        }
        let short = chars <= CHROME_CHARS;
        Form {
            start: at as u32,
            end: (at + line.len()) as u32,
            seen: self.seen(),
            chars,
            han,
            digits,
            breaks,
            glyphs,
            marks: if short {
                marks.and(cues::marks_at_edges(line))
            } else {
                cues::notice(line)
            },
        }
    }

    fn seen(&self) -> Seen {
        Seen {
            hits: self.hits.len() as u32,
            stops: self.stops.len() as u32,
            members: self.members.len() as u32,
            cases: self.cases.len() as u32,
            numbers: self.numbers.len() as u32,
        }
    }

    /// What is found in a text of one line.
    #[cfg(test)]
    pub fn of(text: &str) -> Self {
        let mut found = Self::default();
        let lists = Lists {
            cues: Cues::built_in(),
            anywhere: cues::anywhere(),
        };
        found.read(text, 0, &lists);
        found
    }
}

/// The lines of the text that are not blank.
pub(super) fn of<'a>(reading: &'a Reading, source: &'a str, forms: &'a Forms<'a>) -> Vec<Line<'a>> {
    const NOTHING: &Seen = &Seen {
        hits: 0,
        stops: 0,
        members: 0,
        cases: 0,
        numbers: 0,
    };
    let mut places = reading.places();
    let mut before = NOTHING;
    let line = |form: &'a Form| {
        let range = form.start as usize..form.end as usize;
        let seen = [std::mem::replace(&mut before, &form.seen), &form.seen];
        Line {
            forms,
            seen,
            read: &forms.text[range.clone()],
            at: range.start,
            written: places.source_span(source, &range).of(source),
            chars: form.chars as usize,
            han: form.han as usize,
            digits: form.digits as usize,
            breaks: form.breaks as usize,
            glyphs: form.glyphs,
            marks: form.marks,
            words: Words::of(part(&forms.found.hits, seen.map(|seen| seen.hits))),
            spaced: places.is_spaced(&range),
        }
    };
    forms.lines.iter().map(line).collect()
}

/// A Chinese character.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}
