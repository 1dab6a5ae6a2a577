//! Blanks that a copy sets between all words, numbers and marks: 新增 本土 确诊 病例 6 例 ， 均 在 隔离点 。 They part words and say nothing.
//!
//! In: the canonical text. Out: where they stand, in bytes and in order.
//! Always: only in a copy most of whose commas and full stops have a blank before them, which nobody writes; only single blanks, in lines
//! that are set so, and none between two words in Latin letters.

use std::ops::Range;

/// A copy that sets fewer marks apart may do so by chance.
const LEAST_MARKS: usize = 3;

/// The blanks of a text that part nothing.
pub fn find(text: &str) -> Vec<Range<usize>> {
    if !is_set_apart(text) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if sets_marks_apart(line) || sets_characters_apart(line) {
            found.extend(single_blanks(line).map(|at| start + at..start + at + 1));
        }
        start += line.len();
    }
    found
}

/// Whether most commas and full stops have a blank before them.
fn is_set_apart(text: &str) -> bool {
    let is_apart = |(at, _): &(usize, &str)| text[at + 1..].starts_with(['，', '。']);
    // Most texts have few blanks, and none before a mark.
    let apart = text.match_indices(' ').filter(is_apart).count();
    apart >= LEAST_MARKS && apart * 2 >= text.matches(['，', '。']).count()
}

fn sets_marks_apart(line: &str) -> bool {
    [" ，", " 。", " 、", " ：", " ；", "（ "].iter().any(|mark| line.contains(mark))
}

/// 甲 市 召 开: a heading whose characters stand apart.
fn sets_characters_apart(line: &str) -> bool {
    let words = || line.split(' ').filter(|word| !word.trim().is_empty());
    let single = words().filter(|word| word.trim().chars().count() == 1).count();
    single >= 3 && single * 3 >= words().count() * 2
}

/// Blanks with neither another blank nor the line's edge beside them, nor Latin letters on both sides.
fn single_blanks(line: &str) -> impl Iterator<Item = usize> {
    line.match_indices(' ').map(|(at, _)| at).filter(|at| {
        let (before, after) = (line[..*at].chars().next_back(), line[*at + 1..].chars().next());
        let is_beside = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
        let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        is_beside(before) && is_beside(after) && !(is_latin(before) && is_latin(after))
    })
}
