//! Sentences of a line.

use super::cues::{Hit, Word, Words};
use super::glyphs::Glyphs;
use super::lines::Line;
use std::ops::Range;

/// A sentence: its stretch of the reading, its words and its counts.
#[derive(Clone, Debug)]
pub(super) struct Sentence<'a> {
    pub range: Range<usize>,
    pub hits: &'a [Hit],
    words: Words,
    /// Where the measure words of counted cases stand in the reading.
    pub cases: &'a [u32],
}

impl<'a> Sentence<'a> {
    /// The words and the counts may be those of the whole line.
    pub fn new(range: Range<usize>, hits: &'a [Hit], cases: &'a [u32]) -> Self {
        let hits = part(hits, |hit| hit.start as usize >= range.start, |hit| hit.end as usize > range.end);
        let cases = part(cases, |case| *case as usize >= range.start, |case| *case as usize >= range.end);
        Self {
            words: Words::of(hits),
            range,
            hits,
            cases,
        }
    }

    pub fn has(&self, word: Word) -> bool {
        self.words.has(word)
    }

    /// The two parts before and from an offset.
    pub fn split(&self, at: usize) -> (Self, Self) {
        (
            Self::new(self.range.start..at, self.hits, self.cases),
            Self::new(at..self.range.end, self.hits, self.cases),
        )
    }
}

/// The part of a sorted list from where something holds to where something else does.
fn part<T>(all: &[T], from: impl Fn(&T) -> bool, to: impl Fn(&T) -> bool) -> &[T] {
    let from = all.partition_point(|item| !from(item));
    let to = all.partition_point(|item| !to(item));
    &all[from..to.max(from)]
}

/// Cuts a stretch of a line after each full stop, question or exclamation mark and the quotes that close behind it.
/// A mark inside a quotation that the sentence goes on after (“够吗?”这个问题) cuts nothing.
pub(super) fn of<'a>(line: &Line<'a>, range: &Range<usize>) -> Vec<Sentence<'a>> {
    let text = line.reading();
    let mut sentences = Vec::with_capacity(line.stops().len() + 1);
    let sentence = |range: Range<usize>| Sentence::new(range, line.hits(), line.cases());
    let next_char = |at: usize| text[at..range.end].chars().next();
    let has_straight_quotes = line.glyphs.has(Glyphs::STRAIGHT_QUOTE);
    let mut straight_quotes = 0;
    let (mut start, mut at) = (range.start, range.start);
    for stop in line.stops().iter().map(|stop| *stop as usize) {
        if stop < at || stop >= range.end {
            continue;
        }
        if has_straight_quotes {
            straight_quotes += text[at..stop].matches('"').count();
        }
        let (mut closed, mut firm) = (false, false);
        at = stop;
        while let Some(next) = next_char(at) {
            let closes = matches!(next, '”' | '’' | ')' | ']') || (next == '"' && straight_quotes % 2 == 1);
            if !closes && !matches!(next, '。' | '!' | '?') {
                break;
            }
            firm |= next == '。';
            closed |= closes;
            straight_quotes += usize::from(next == '"');
            at += next.len_utf8();
        }
        let next = next_char(at);
        let goes_on = closed && !firm && next.is_some_and(|next| !matches!(next, '“' | '"' | '(' | '['));
        let joined = matches!(next, Some(',' | '、' | ';'));
        if !goes_on && !joined {
            sentences.push(sentence(start..at));
            start = at;
        }
    }
    if start < range.end {
        sentences.push(sentence(start..range.end));
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::super::cues::Cues;
    use super::super::lines;
    use super::super::reading::Reading;
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let reading = Reading::of(text);
        let forms = lines::forms(&reading, Cues::built_in());
        let lines = lines::of(&reading, text, &forms);
        let sentences = lines.iter().flat_map(|line| of(line, &line.range()));
        let found: Vec<&str> = sentences.map(|sentence| &text[sentence.range]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn cuts_behind_marks_and_closing_quotes() {
        check("甲。乙!丙?丁", &["甲。", "乙!", "丙?", "丁"]);
        check("“甲。”乙说,“丙。”", &["“甲。”", "乙说,“丙。”"]);
        check("\"甲。\"乙\"丙。\"丁", &["\"甲。\"", "乙\"丙。\"", "丁"]);
        check("", &[]);
    }

    #[test]
    fn a_quotation_inside_a_sentence_cuts_nothing() {
        check("“够吗?”这个问题常有人问。", &["“够吗?”这个问题常有人问。"]);
        check("高喊“加油!”,向前。", &["高喊“加油!”,向前。"]);
    }
}
