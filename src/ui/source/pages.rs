//! The text cut into pages: runs of whole paragraphs, short enough to be laid out within a frame.

use crate::model::Span;

/// Shorter paragraphs share a page, so that a text of many short lines does not need an entry for each.
const PAGE_BYTES: usize = 1024;
/// A longer paragraph is cut, after a sentence where there is one: about 4,000 Chinese characters.
const LONGEST_PAGE_BYTES: usize = 12 * 1024;

/// Where each page starts, and what lies before it. Pages tile the text.
#[derive(Debug, Default)]
pub struct Pages {
    /// One more than there are pages: the last is the end of the text.
    marks: Vec<Mark>,
}

/// What lies before a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Mark {
    byte: u32,
    /// Half-em columns: two for a character beyond ASCII.
    columns: u32,
    /// Paragraphs that are not blank.
    paragraphs: u32,
}

impl Pages {
    /// Reads the text once.
    pub fn of(text: &str) -> Self {
        let mut marks = vec![Mark::default()];
        let mut now = Mark::default();
        let mut page_start = 0;
        for line in text.split_inclusive('\n') {
            let mut rest = line;
            while page_start + LONGEST_PAGE_BYTES < now.byte as usize + rest.len() {
                let room = page_start + LONGEST_PAGE_BYTES - now.byte as usize;
                // A paragraph that fits a page of its own is moved there whole.
                let cut = if now.byte as usize > page_start && rest.len() <= LONGEST_PAGE_BYTES {
                    0
                } else {
                    sentence_end(rest, room)
                };
                let (head, tail) = rest.split_at(cut);
                now.pass(head);
                marks.push(now);
                page_start = now.byte as usize;
                rest = tail;
            }
            now.pass(rest);
            if now.byte as usize - page_start >= PAGE_BYTES {
                marks.push(now);
                page_start = now.byte as usize;
            }
        }
        if marks.last() != Some(&now) {
            marks.push(now);
        }
        Self { marks }
    }

    pub fn len(&self) -> usize {
        self.marks.len().saturating_sub(1)
    }

    /// Half-em columns of the whole text.
    pub fn columns(&self) -> u32 {
        self.marks.last().map_or(0, |mark| mark.columns)
    }

    pub fn span(&self, page: usize) -> Span {
        match self.marks.get(page..page + 2) {
            Some([from, to]) => Span {
                start: from.byte,
                end: to.byte,
            },
            _ => Span::default(),
        }
    }

    /// The page that holds the byte; the last one for the end of the text.
    pub fn at(&self, byte: usize) -> usize {
        let after = self.marks.partition_point(|mark| mark.byte as usize <= byte);
        after.saturating_sub(1).min(self.len().saturating_sub(1))
    }

    /// Half-em columns and paragraphs before a page.
    pub fn before(&self, page: usize) -> (u32, u32) {
        self.marks.get(page).map_or((0, 0), |mark| (mark.columns, mark.paragraphs))
    }
}

impl Mark {
    fn pass(&mut self, text: &str) {
        self.byte += text.len() as u32;
        self.columns += text.bytes().map(|b| u32::from(b < 0x80) + 2 * u32::from(b >= 0xc0)).sum::<u32>();
        self.paragraphs += u32::from(!text.trim_ascii().is_empty());
    }
}

/// Where to cut a paragraph so that at most `room` bytes come before: after the last sentence there, or else
/// after the last character.
fn sentence_end(text: &str, room: usize) -> usize {
    let fits = text.floor_char_boundary(room);
    let head = &text[..fits];
    let recent = head.ceil_char_boundary(fits - fits / 4);
    let end = head[recent..].rfind(['。', '!', '?', ';', '\u{ff01}', '\u{ff1f}', '\u{ff1b}']);
    let end = end
        .map(|at| recent + at)
        .and_then(|at| head[at..].chars().next().map(|c| at + c.len_utf8()));
    end.unwrap_or(fits).max(text.chars().next().map_or(0, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, pages: &[usize]) {
        let table = Pages::of(text);
        let lengths: Vec<usize> = (0..table.len()).map(|page| table.span(page).len()).collect();
        assert_eq!(lengths, pages);
        assert_eq!(lengths.iter().sum::<usize>(), text.len(), "pages tile the text");
        for page in 0..table.len() {
            let span = table.span(page);
            assert!(text.is_char_boundary(span.start as usize));
            assert_eq!((table.at(span.start as usize), table.at(span.end as usize - 1)), (page, page));
        }
    }

    #[test]
    fn short_paragraphs_share_a_page() {
        check("", &[]);
        check("通报", &[6]);
        check("\n\n\n", &[3]);
        check("一\n二\n三\n", &[12]);
        check(&"短句。\n".repeat(200), &[1030, 970]);
    }

    #[test]
    fn a_long_paragraph_is_cut_after_a_sentence() {
        let sentence = format!("{}。", "字".repeat(99));
        let text = sentence.repeat(100);
        check(&text, &[12_000, 12_000, 6_000]);
        check(&"字".repeat(10_000), &[12_288, 12_288, 5_424]);
        let emoji = "😀".repeat(3_073);
        check(&emoji, &[12_288, 4]);
    }

    #[test]
    fn a_paragraph_that_fits_a_page_is_not_cut() {
        let text = format!("{}\n{}", "序".repeat(300), "字".repeat(4_000));
        check(&text, &[901, 12_000]);
    }

    #[test]
    fn columns_and_paragraphs_are_counted() {
        let table = Pages::of("9月\n\n  \n通报\n");
        assert_eq!((table.columns(), table.before(1)), (3 + 1 + 1 + 3 + 5, (13, 2)));
        assert_eq!(table.at(999), 0);
    }

    #[test]
    fn a_text_of_nothing_but_line_breaks_stays_small() {
        assert_eq!(Pages::of(&"\n".repeat(1 << 20)).len(), 1024);
    }
}
