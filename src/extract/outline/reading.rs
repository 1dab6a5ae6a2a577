//! The text as the cues read it: without white space inside lines, one form of each punctuation mark, no leftovers of copying.
//!
//! Always: every offset of the reading leads back to the text, and the whole costs time and memory linear in the text.

use super::lines::is_han;
use crate::extract::any_of::any_of;
use crate::model::Span;
use std::ops::Range;

/// A text of at most this many lines and at least this many bytes has lost its line breaks.
const RUN_TOGETHER_LINES: usize = 2;
const RUN_TOGETHER_BYTES: usize = 600;

/// The whole text, ready for cues. Lines are separated by `\n`.
pub(super) struct Reading {
    text: String,
    /// (offset here, offset in the text) wherever the distance between the two changes; sorted, the first is (0, 0).
    marks: Vec<(u32, u32)>,
    /// Offsets here before which white space was passed over; sorted.
    gaps: Vec<u32>,
    /// How far the text is ahead of the reading, by the last mark; wrapping where it is behind (a wide stop read for a narrow one).
    ahead: u32,
    source_len: usize,
}

impl Reading {
    pub fn of(source: &str) -> Self {
        const LIKELY_MARK_BYTES: usize = 32;
        let mut reading = Self {
            text: String::with_capacity(source.len()),
            marks: Vec::with_capacity(1 + source.len() / LIKELY_MARK_BYTES),
            gaps: Vec::new(),
            ahead: 0,
            source_len: source.len(),
        };
        reading.marks.push((0, 0));
        let mut before = '\n';
        let mut gaps = Gaps::of(source);
        let mut offset = 0;
        loop {
            let plain = &source[offset..offset + plain_len(&source.as_bytes()[offset..])];
            if let Some(last) = plain.chars().next_back() {
                reading.push(plain, offset);
                gaps.seen = false;
                before = last;
                offset += plain.len();
            }
            let Some(written) = source[offset..].chars().next() else {
                break;
            };
            let at = offset;
            offset += written.len_utf8();
            let Some(mut read) = as_read(written).or_else(|| gaps.breaks_line(source, at, before).then_some('\n')) else {
                reading.pass_gap();
                continue;
            };
            gaps.pass(read);
            if read == '.' && ends_sentence(before, &source[offset..]) {
                read = '。';
            }
            // Careless conversion also doubles punctuation (充足,。): the later mark is the true one.
            let doubled = before == ',' && reading.text.len() >= 2 && !reading.text.ends_with("\n,");
            if doubled && matches!(read, ',' | '。' | '、' | ';' | ':' | '!' | '?') {
                reading.pop();
            }
            reading.push(read.encode_utf8(&mut [0; 4]), at);
            before = read;
        }
        reading
    }

    /// Adds characters that stand at an offset of the text.
    fn push(&mut self, read: &str, offset: usize) {
        let (here, offset) = (self.text.len() as u32, offset as u32);
        let ahead = offset.wrapping_sub(here);
        if ahead != self.ahead {
            self.ahead = ahead;
            self.marks.push((here, offset));
        }
        self.text.push_str(read);
    }

    /// Takes the last character back.
    fn pop(&mut self) {
        self.text.pop();
        let end = self.text.len() as u32;
        while self.marks.len() > 1 && self.marks.last().is_some_and(|mark| mark.0 >= end) {
            self.marks.pop();
        }
        self.ahead = self.marks.last().map_or(0, |mark| mark.1.wrapping_sub(mark.0));
        if let Some(gap) = self.gaps.last_mut() {
            *gap = (*gap).min(self.text.len() as u32);
        }
    }

    fn pass_gap(&mut self) {
        let here = self.text.len() as u32;
        if self.gaps.last() != Some(&here) {
            self.gaps.push(here);
        }
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text offset of the character that begins at an offset of the reading; the end of the text for the end.
    fn source_offset(&self, here: usize) -> usize {
        let after = self.marks.partition_point(|mark| mark.0 as usize <= here);
        self.source_offset_behind(after.saturating_sub(1), here)
    }

    /// The same, where the last mark up to the offset is known.
    fn source_offset_behind(&self, mark: usize, here: usize) -> usize {
        match self.marks.get(mark) {
            Some(mark) if here < self.text.len() => mark.1 as usize + (here - mark.0 as usize),
            _ => self.source_len,
        }
    }

    /// White space stands in the text before the character at an offset of the reading.
    pub fn has_space_before(&self, source: &str, here: usize) -> bool {
        source
            .get(..self.source_offset(here))
            .and_then(|before| before.chars().next_back())
            .is_some_and(is_blank)
    }

    /// White space was passed over behind the first character of a stretch.
    pub fn is_spaced(&self, here: &Range<usize>) -> bool {
        let first = self.gaps.partition_point(|gap| *gap as usize <= here.start);
        self.gaps.get(first).is_some_and(|gap| *gap as usize <= here.end)
    }

    /// The stretch of the text, trimmed of white space, that a stretch of the reading stands for.
    pub fn source_span(&self, source: &str, here: &Range<usize>) -> Span {
        trimmed(source, self.source_offset(here.start), self.source_offset(here.end))
    }

    /// The same for stretches that are asked for in order, each in constant time on the whole.
    pub fn places(&self) -> Places<'_> {
        Places {
            reading: self,
            mark: 0,
            gap: 0,
        }
    }
}

fn trimmed(source: &str, start: usize, end: usize) -> Span {
    let written = source.get(start..end).unwrap_or_default();
    let begun = written.trim_start_matches(is_blank);
    let start = start + (written.len() - begun.len());
    Span::new(start, start + begun.trim_end_matches(is_blank).len())
}

/// Leads back to the text, stretch by stretch: none may begin before the one asked for last.
pub(super) struct Places<'a> {
    reading: &'a Reading,
    mark: usize,
    gap: usize,
}

impl Places<'_> {
    /// The stretch of the text, trimmed of white space, that a stretch of the reading stands for.
    pub fn source_span(&mut self, source: &str, here: &Range<usize>) -> Span {
        let (start, end) = (self.source_offset(here.start), self.source_offset(here.end));
        trimmed(source, start, end)
    }

    fn source_offset(&mut self, here: usize) -> usize {
        let next = |mark: usize| self.reading.marks.get(mark + 1).is_some_and(|mark| mark.0 as usize <= here);
        while next(self.mark) {
            self.mark += 1;
        }
        self.reading.source_offset_behind(self.mark, here)
    }

    /// White space was passed over behind the first character of a stretch.
    pub fn is_spaced(&mut self, here: &Range<usize>) -> bool {
        let gaps = &self.reading.gaps;
        while gaps.get(self.gap).is_some_and(|gap| *gap as usize <= here.start) {
            self.gap += 1;
        }
        gaps.get(self.gap).is_some_and(|gap| *gap as usize <= here.end)
    }
}

/// Where a blank stands for a lost line break: in a text of a line or two, outside brackets, before the first full stop (title,
/// source, dateline), behind the last one (credits, page furniture), and between sentences.
struct Gaps {
    run_together: bool,
    first_stop: usize,
    last_stop: usize,
    depth: usize,
    /// The run of blanks that is being passed was looked at.
    seen: bool,
}

impl Gaps {
    fn of(source: &str) -> Self {
        let lines = source
            .split('\n')
            .filter(|line| !line.trim_matches(is_blank).is_empty())
            .take(RUN_TOGETHER_LINES + 1)
            .count();
        let stops = (source.find('。'), source.rfind('。'));
        let run_together = source.len() >= RUN_TOGETHER_BYTES && lines <= RUN_TOGETHER_LINES && stops.0.is_some();
        Self {
            run_together,
            first_stop: stops.0.unwrap_or(0),
            last_stop: stops.1.unwrap_or(0),
            depth: 0,
            seen: false,
        }
    }

    fn breaks_line(&mut self, source: &str, offset: usize, before: char) -> bool {
        if !self.run_together || self.seen {
            return false;
        }
        self.seen = true;
        let outside = offset < self.first_stop || offset > self.last_stop || matches!(before, '。' | '!' | '?' | ':' | '”' | ')');
        let next = source[offset..].chars().find_map(as_read);
        let goes_on = next.is_none_or(|next| matches!(next, ',' | '。' | '、' | ';' | ':' | '!' | '?' | ')' | '\n'));
        // 其中: 新增确诊病例中,…: the list goes on.
        let opens_list = before == ':' && any_of!["其中:", "其中："].ends(&source[..offset]);
        self.depth == 0 && before != '\n' && outside && !goes_on && !opens_list
    }

    fn pass(&mut self, read: char) {
        self.seen = false;
        match read {
            '(' | '[' | '“' => self.depth += 1,
            ')' | ']' | '”' => self.depth = self.depth.saturating_sub(1),
            '\n' => self.depth = 0,
            _ => {}
        }
    }
}

/// White space, and the invisible characters that web pages use as such. None but one is beyond the ideographic space.
pub(super) fn is_blank(c: char) -> bool {
    let invisible = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{ad}');
    (c <= '\u{3000}' && (c.is_whitespace() || invisible(c))) || c == '\u{feff}'
}

/// Number of bytes at the start that are read as they stand and decide nothing: Chinese characters, letters and digits.
fn plain_len(text: &[u8]) -> usize {
    // 丨 is a Chinese character that pages use as a bar.
    const BAR: [u8; 3] = [0xe4, 0xb8, 0xa8];
    let mut len = 0;
    while let Some(first) = text.get(len) {
        len += match first {
            // U+4000 to U+9FFF
            0xe5..=0xe9 => BAR.len(),
            0xe4 if !text[len..].starts_with(&BAR) => BAR.len(),
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => 1,
            _ => break,
        };
    }
    len
}

/// How a character is read; `None` where it is passed over.
fn as_read(c: char) -> Option<char> {
    Some(match c {
        '，' => ',',
        '。' | '、' | '“' | '”' => c,
        '\n' | '\u{2028}' | '\u{2029}' => '\n',
        c if is_blank(c) => return None,
        '｡' => '。',
        '､' => '、',
        '「' | '『' | '〝' => '“',
        '」' | '』' | '〞' | '〟' => '”',
        '【' | '〔' | '［' => '[',
        '】' | '〕' | '］' => ']',
        '﹕' | '︰' | '∶' => ':',
        '—' | '–' | '―' | '－' | '~' | '～' | '〜' => '-',
        '›' | '»' | '＞' | '→' => '>',
        '｜' | '│' | '┃' | '丨' => '|',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    })
}

/// A Latin full stop between Chinese words ends a sentence; behind a number (一.) it does not.
fn ends_sentence(before: char, after: &str) -> bool {
    is_han(before) && !"一二三四五六七八九十".contains(before) && after.chars().next().is_none_or(|next| is_han(next) || is_blank(next))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, read: &str) {
        let reading = Reading::of(source);
        assert_eq!(reading.as_str(), read);
        for (here, c) in reading.as_str().char_indices() {
            let there = source[reading.source_offset(here)..].chars().next().unwrap();
            assert!(as_read(there) == Some(c) || there == '.', "{c} at {here} of {source}");
        }
    }

    #[test]
    fn passes_over_space_and_unifies_punctuation() {
        check("一，二 三：\u{3000}四\r\n（五）", "一,二三:四\n(五)");
        check("１２【三】「四」", "12[三]“四”");
        check("", "");
        check("  \u{feff} ", "");
    }

    #[test]
    fn reads_doubled_punctuation_once() {
        check("充足,,稳定,。丰富,、多", "充足,稳定。丰富、多");
    }

    #[test]
    fn a_latin_full_stop_between_chinese_words_is_one() {
        check("供应充足.价格平稳. 好", "供应充足。价格平稳。好");
        check("一.总则2.5万.com", "一.总则2.5万.com");
    }

    #[test]
    fn gaps_in_a_text_without_lines_break_it() {
        let sentence = "这一句话说的是保障供应的各项措施和下一阶段的打算。".repeat(10);
        let source = format!("某市通报 来源:某网 某网讯(记者 甲 乙) {sentence} {sentence}主任 丙说，好。 (完)");
        let reading = Reading::of(&source);
        let lines: Vec<String> = reading.as_str().split('\n').map(|line| line.chars().take(9).collect()).collect();
        assert_eq!(
            lines,
            [
                "某市通报",
                "来源:某网",
                "某网讯(记者甲乙)",
                "这一句话说的是保障",
                "这一句话说的是保障",
                "(完)"
            ]
        );
        assert_eq!(Reading::of("某市通报 来源:某网 好。").as_str(), "某市通报来源:某网好。");
    }

    #[test]
    fn leads_back_to_the_text() {
        let source = "  主任  某某：\n\n 好 ";
        let reading = Reading::of(source);
        let name = reading.as_str().find("某").unwrap();
        assert_eq!(reading.source_span(source, &(0..name)).of(source), "主任");
        assert_eq!(
            reading.source_span(source, &(0..reading.as_str().len())).of(source),
            "主任  某某：\n\n 好"
        );
    }
}
