//! Words at the edges of a noun phrase that name nothing, found by the character that they begin or end with.
//!
//! In: `assets/lexicon/edges.tsv`. Out: the byte length of the longest such word at an edge of a text.
//! Always: one look at a byte decides whether any word is compared at all.

use super::lexicon::rows;

#[derive(Debug, Default)]
pub struct Edges {
    links: Index,
    openers: Index,
    closers: Index,
    wholes: Index,
    ends: Index,
}

/// Words by the last byte of the character at the edge: its low bits are what sets Chinese characters apart.
#[derive(Debug)]
struct Index([Vec<&'static str>; 256]);

impl Default for Index {
    fn default() -> Self {
        Self(std::array::from_fn(|_| Vec::new()))
    }
}

/// The last byte of a text's first character, or of its last one.
fn key(edge: Option<char>) -> usize {
    edge.map_or(0, |c| {
        let mut bytes = [0; 4];
        c.encode_utf8(&mut bytes).bytes().next_back().unwrap_or(0).into()
    })
}

impl Index {
    fn enter(&mut self, edge: Option<char>, word: &'static str) {
        let words = &mut self.0[key(edge)];
        words.push(word);
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    }

    fn at_end(&self, text: &str) -> Option<usize> {
        let words = &self.0[text.bytes().next_back().map_or(0, usize::from)];
        words.iter().find(|word| text.ends_with(**word)).map(|word| word.len())
    }

    fn at_start(&self, text: &str) -> Option<usize> {
        let words = &self.0[key(text.chars().next())];
        words.iter().find(|word| text.starts_with(**word)).map(|word| word.len())
    }
}

impl Edges {
    pub fn from_table(table: &'static str) -> Self {
        let mut edges = Self::default();
        for (word, class) in rows(table).filter_map(|row| row.split_once('\t')) {
            match class {
                "link" => edges.links.enter(word.chars().next_back(), word),
                "opener" => edges.openers.enter(word.chars().next(), word),
                "closer" => edges.closers.enter(word.chars().next_back(), word),
                "whole" => edges.wholes.enter(word.chars().next(), word),
                "end" => edges.ends.enter(word.chars().next_back(), word),
                _ => {}
            }
        }
        edges
    }

    /// A link at the end: 累计达.
    pub fn link(&self, text: &str) -> Option<usize> {
        self.links.at_end(text)
    }

    /// A closer at the end that is no part of a word: 其中, but not 高中.
    pub fn closer(&self, text: &str) -> Option<usize> {
        self.closers.at_end(text).filter(|_| self.ends.at_end(text).is_none())
    }

    pub fn opener(&self, text: &str) -> Option<usize> {
        self.openers.at_start(text)
    }

    /// Begins with a word that only looks as if it began with an opener: 各类.
    pub fn is_whole(&self, text: &str) -> bool {
        self.wholes.at_start(text).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_at_an_edge() {
        let edges = Edges::from_table("# words\n达\tlink\n累计达\tlink\n各\topener\n各类\twhole\n等\tcloser\n");
        assert_eq!(edges.link("盒饭累计达"), Some("累计达".len()));
        assert_eq!(edges.link("到达者"), None);
        assert_eq!(edges.opener("各县"), Some("各".len()));
        assert!(edges.is_whole("各类物资") && !edges.is_whole("各县"));
        assert_eq!(edges.closer("口罩等"), Some("等".len()));
        assert_eq!(edges.closer(""), None);
    }
}
