//! The lines of a text and what their outward form says.

use super::cues::{self, Hit, Mark, Marks, Word};
use super::figures;
use super::reading::{Reading, is_blank};
use std::ops::Range;

/// A line with more characters than this is prose whatever it ends with.
const PROSE_CHARS: usize = 120;
/// With a comma, a line longer than this is prose.
const LONG_CHARS: usize = 60;
/// Only lines up to this many characters are looked at for page furniture.
const CHROME_CHARS: usize = 120;
/// What stands in a date besides digits and marks.
const DATE_WORDS: &str = "星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 \
    上午 下午 北京时间 发布 更新 Mon Tue Wed Thu Fri Sat Sun 年 月 日 时 分 秒 点";

/// The words of a line, as cells of a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cells {
    pub count: usize,
    pub numbers: usize,
}

/// A line that is not blank.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// The line as read.
    pub read: &'a str,
    /// Where it begins in the reading.
    pub at: usize,
    /// The line as written, trimmed.
    pub written: &'a str,
    /// The words of the prose lists in it.
    pub hits: &'a [Hit],
    pub chars: usize,
    /// Number of Chinese characters.
    pub han: usize,
    pub marks: Marks,
}

impl Line<'_> {
    pub fn range(&self) -> Range<usize> {
        self.at..self.at + self.read.len()
    }

    pub fn has(&self, word: Word) -> bool {
        self.hits.iter().any(|hit| hit.word == word)
    }

    /// A sentence of the text itself, not a heading or page furniture, by its form alone.
    pub fn is_prose(&self) -> bool {
        let stops = self.read.contains('。') && self.han >= 4;
        let runs_on = self.read.ends_with([':', ';', ',', '、']) && self.han >= 4;
        let long = self.chars > LONG_CHARS && self.read.contains(',');
        stops
            || runs_on
            || long
            || (self.chars > PROSE_CHARS && self.han * 4 >= self.chars)
            || self.has(Word::Host)
            || self.has(Word::Welcome)
    }

    /// Two counts of cases or more, as in a bulletin that is written without full stops.
    pub fn is_counts(&self) -> bool {
        let cases = figures::case_counts(self.read);
        cases >= 2 && self.read.matches([',', '、', ';']).count() + 1 >= cases
    }

    /// A word for cases with its number.
    pub fn has_count(&self) -> bool {
        figures::has_adjacent_count(self.read, self.hits, self.at)
    }

    /// Short, without a full stop, not broken off: a title or a subheading by its form alone.
    pub fn is_heading_shaped(&self, max_chars: usize) -> bool {
        let open_end = self.read.ends_with(['。', ',', '、', ';', ':', '…', '(', '“']);
        self.chars <= max_chars && self.han >= 2 && !self.read.contains('。') && !open_end
    }

    /// A heading that Markdown marks as one.
    pub fn is_marked_heading(&self) -> bool {
        const DEEPEST: usize = 6;
        let words = self.read.trim_start_matches('#');
        let depth = self.read.len() - words.len();
        let hashed = (1..=DEEPEST).contains(&depth) && !words.is_empty() && !words.contains('#');
        let bold = self
            .read
            .strip_prefix("**")
            .and_then(|rest| rest.strip_suffix("**"))
            .is_some_and(|words| !words.is_empty() && !words.contains("**"));
        (hashed || bold) && !self.read.contains('。')
    }

    /// A date, perhaps with a time, and nothing else.
    pub fn is_date(&self) -> bool {
        if self.chars > 48
            || self.read.chars().filter(char::is_ascii_digit).count() < 3
            || !self.read.contains(['-', '/', '.', '年', '月', ':'])
        {
            return false;
        }
        let mut rest = self.read;
        while let Some(c) = rest.chars().next() {
            rest = match DATE_WORDS.split(' ').find_map(|word| rest.strip_prefix(word)) {
                Some(after) => after,
                None if c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | ':' | '(' | ')' | '[' | ']' | ',' | '|') => {
                    &rest[c.len_utf8()..]
                }
                None => return false,
            };
        }
        true
    }

    /// A number and nothing else.
    pub fn is_number(&self) -> bool {
        let digits = self.read.trim_end_matches(['%', '例', '人']);
        !digits.is_empty()
            && self.chars <= 12
            && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '+' | '-'))
            && digits.contains(|c: char| c.is_ascii_digit())
    }

    /// A link, an address on the web, a picture, or no letters at all.
    pub fn is_debris(&self) -> bool {
        let lower = self.read.to_ascii_lowercase();
        let picture = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".mp4"]
            .iter()
            .any(|end| lower.ends_with(end));
        let screenshot = self.chars <= 40
            && self
                .read
                .rsplit_once('_')
                .is_some_and(|(name, number)| !name.is_empty() && number.len() >= 6 && number.bytes().all(|b| b.is_ascii_digit()));
        let link = self.read.starts_with("![") || (self.read.starts_with('[') && self.read.ends_with(')') && self.read.contains("]("));
        let address = (lower.starts_with("http") || lower.starts_with("www.")) && self.han == 0;
        let bare =
            !self.read.contains(char::is_alphanumeric) || (self.han == 0 && self.chars <= 3 && self.read.starts_with(['+', '-', '•']));
        picture || screenshot || link || address || bare
    }

    /// Page furniture whatever stands around it.
    pub fn is_chrome(&self) -> bool {
        let prose = self.read.contains('。');
        self.marks.has(Mark::Notice) || (!prose && (self.marks.has(Mark::Furniture) || self.is_debris()))
    }

    /// A row of short words, as menus are.
    pub fn is_menu(&self) -> bool {
        if self.chars > 160 || self.read.contains(['。', ',', ';', '!', '?']) {
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
        match self.written.matches('\t').count() {
            0 => 0,
            tabs => tabs + 1,
        }
    }

    /// The words of a line that holds no sentence, set apart by white space: two or more.
    pub fn spaced_cells(&self) -> Option<Cells> {
        if self.read.contains(['。', ',', '、', ';']) {
            return None;
        }
        let mut cells = Cells { count: 0, numbers: 0 };
        for part in self.written.split_whitespace() {
            cells.count += 1;
            cells.numbers += usize::from(part.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'%'));
        }
        (cells.count >= 2).then_some(cells)
    }

    /// A whole table that lost its line breaks: words and numbers in turn.
    pub fn is_flat_table(&self) -> bool {
        const LEAST_CELLS: usize = 10;
        self.spaced_cells()
            .is_some_and(|cells| cells.count >= LEAST_CELLS && cells.numbers * 5 >= cells.count * 2)
    }
}

/// The lines of the text that are not blank.
pub(super) fn of<'a>(reading: &'a Reading, source: &'a str, hits: &'a [Hit]) -> Vec<Line<'a>> {
    let text = reading.as_str();
    let mut lines = Vec::new();
    let (mut at, mut seen) = (0, 0);
    for read in text.split('\n') {
        let end = at + read.len();
        let from = seen;
        while hits.get(seen).is_some_and(|hit| (hit.start as usize) < end) {
            seen += 1;
        }
        if !read.is_empty() {
            let chars = read.chars().count();
            lines.push(Line {
                read,
                at,
                written: reading.source_span(source, &(at..end)).of(source),
                hits: &hits[from..seen],
                chars,
                han: read.chars().filter(|c| is_han(*c)).count(),
                marks: if chars <= CHROME_CHARS {
                    cues::marks(read)
                } else {
                    cues::notice(read)
                },
            });
        }
        at = end + 1;
    }
    lines
}

/// A Chinese character.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}
