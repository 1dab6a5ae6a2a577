//! Sentences of a line.

use super::cues::Hit;
use std::ops::Range;

/// A sentence: its stretch of the reading and its words.
#[derive(Clone, Debug)]
pub(super) struct Sentence<'a> {
    pub range: Range<usize>,
    pub hits: &'a [Hit],
}

impl<'a> Sentence<'a> {
    fn new(range: Range<usize>, hits: &'a [Hit]) -> Self {
        let from = hits.partition_point(|hit| (hit.start as usize) < range.start);
        let to = hits.partition_point(|hit| (hit.end as usize) <= range.end);
        Self {
            range,
            hits: &hits[from..to.max(from)],
        }
    }

    /// The two parts before and from an offset.
    pub fn split(&self, at: usize) -> (Self, Self) {
        (Self::new(self.range.start..at, self.hits), Self::new(at..self.range.end, self.hits))
    }
}

/// Cuts a stretch of the reading after each full stop, question or exclamation mark and the quotes that close behind it.
/// A mark inside a quotation that the sentence goes on after (“够吗?”这个问题) cuts nothing.
pub(super) fn of<'a>(text: &str, range: Range<usize>, hits: &'a [Hit]) -> Vec<Sentence<'a>> {
    let mut sentences = Vec::new();
    let stretch = &text[range.clone()];
    let mut start = 0;
    let mut chars = stretch.char_indices().peekable();
    let mut straight_quotes = 0usize;
    while let Some((_, c)) = chars.next() {
        straight_quotes += usize::from(c == '"');
        if !matches!(c, '。' | '!' | '?') {
            continue;
        }
        let mut closed = false;
        let mut firm = c == '。';
        while let Some((_, next)) = chars.peek().copied() {
            let closes = matches!(next, '”' | '’' | ')' | ']') || (next == '"' && straight_quotes % 2 == 1);
            if !closes && !matches!(next, '。' | '!' | '?') {
                break;
            }
            firm |= next == '。';
            closed |= closes;
            straight_quotes += usize::from(next == '"');
            chars.next();
        }
        let goes_on = closed && !firm && chars.peek().is_some_and(|(_, next)| !matches!(next, '“' | '"' | '(' | '['));
        let joined = chars.peek().is_some_and(|(_, next)| matches!(next, ',' | '、' | ';'));
        if goes_on || joined {
            continue;
        }
        let end = chars.peek().map_or(stretch.len(), |(offset, _)| *offset);
        sentences.push(Sentence::new(range.start + start..range.start + end, hits));
        start = end;
    }
    if start < stretch.len() {
        sentences.push(Sentence::new(range.start + start..range.end, hits));
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = of(text, 0..text.len(), &[]).into_iter().map(|s| &text[s.range]).collect();
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
