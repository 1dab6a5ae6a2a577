//! Words at the edges of a noun phrase that name nothing, found by the character that they begin or end with.
//!
//! In: `assets/lexicon/edges.tsv`. Out: the byte length of the longest such word at an edge of a text.
//! Always: one look at a character decides whether any word is compared at all.

use std::collections::HashMap;

use super::lexicon::rows;

#[derive(Debug, Default)]
pub struct Edges {
    links: HashMap<char, Vec<&'static str>>,
    openers: HashMap<char, Vec<&'static str>>,
    closers: HashMap<char, Vec<&'static str>>,
    wholes: HashMap<char, Vec<&'static str>>,
}

type Index = HashMap<char, Vec<&'static str>>;

fn enter(index: &mut Index, key: Option<char>, word: &'static str) {
    let words = index.entry(key.unwrap_or_default()).or_default();
    words.push(word);
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
}

impl Edges {
    pub fn from_table(table: &'static str) -> Self {
        let mut edges = Self::default();
        for (word, class) in rows(table).filter_map(|row| row.split_once('\t')) {
            match class {
                "link" => enter(&mut edges.links, word.chars().next_back(), word),
                "opener" => enter(&mut edges.openers, word.chars().next(), word),
                "closer" => enter(&mut edges.closers, word.chars().next_back(), word),
                "whole" => enter(&mut edges.wholes, word.chars().next(), word),
                _ => {}
            }
        }
        edges
    }

    fn at_end(index: &Index, text: &str) -> Option<usize> {
        let words = index.get(&text.chars().next_back()?)?;
        words.iter().find(|word| text.ends_with(**word)).map(|word| word.len())
    }

    fn at_start(index: &Index, text: &str) -> Option<usize> {
        let words = index.get(&text.chars().next()?)?;
        words.iter().find(|word| text.starts_with(**word)).map(|word| word.len())
    }

    /// A link at the end: 累计达.
    pub fn link(&self, text: &str) -> Option<usize> {
        Self::at_end(&self.links, text)
    }

    pub fn closer(&self, text: &str) -> Option<usize> {
        Self::at_end(&self.closers, text)
    }

    pub fn opener(&self, text: &str) -> Option<usize> {
        Self::at_start(&self.openers, text)
    }

    /// Begins with a word that only looks as if it began with an opener: 各类.
    pub fn is_whole(&self, text: &str) -> bool {
        Self::at_start(&self.wholes, text).is_some()
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
