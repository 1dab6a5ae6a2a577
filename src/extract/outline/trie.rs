//! A list of words as a tree of characters: one walk finds every word that stands at a place.

/// Words of the basic plane, a few thousand characters of them, and what each of them says.
pub(super) struct Trie<T> {
    /// The node of each first character of the basic plane, 0 where no word begins.
    first: Box<[u16]>,
    /// The root comes first; its children are in `first`.
    nodes: Vec<Node<T>>,
}

struct Node<T> {
    /// Few, in no order.
    children: Vec<(char, u16)>,
    /// What the word that ends here says; a word may stand in a list more than once.
    values: Vec<T>,
}

impl<T> Node<T> {
    fn new() -> Self {
        Self {
            children: Vec::new(),
            values: Vec::new(),
        }
    }
}

impl<T> Trie<T> {
    /// Words that are looked for from their first character on.
    pub fn of_starts<'w>(words: impl IntoIterator<Item = (&'w str, T)>) -> Self {
        Self::of(words.into_iter().map(|(word, value)| (word.chars(), value)))
    }

    /// Words that are looked for from their last character back.
    pub fn of_ends<'w>(words: impl IntoIterator<Item = (&'w str, T)>) -> Self {
        Self::of(words.into_iter().map(|(word, value)| (word.chars().rev(), value)))
    }

    fn of(words: impl Iterator<Item = (impl Iterator<Item = char>, T)>) -> Self {
        let mut trie = Self {
            first: vec![0; 1 << 16].into_boxed_slice(),
            nodes: vec![Node::new()],
        };
        for (word, value) in words {
            let mut here = 0;
            for c in word {
                here = match trie.child(here, c) {
                    Some(known) => known,
                    None => trie.grow(here, c),
                };
            }
            trie.nodes[here].values.push(value);
        }
        trie
    }

    fn grow(&mut self, parent: usize, c: char) -> usize {
        let new = self.nodes.len();
        self.nodes.push(Node::new());
        if parent > 0 {
            self.nodes[parent].children.push((c, new as u16));
        } else if let Some(first) = self.first.get_mut(c as usize) {
            *first = new as u16;
        }
        new
    }

    fn child(&self, parent: usize, c: char) -> Option<usize> {
        if parent == 0 {
            let first = *self.first.get(c as usize)?;
            return (first != 0).then_some(first.into());
        }
        let children = &self.nodes[parent].children;
        children.iter().find(|child| child.0 == c).map(|child| child.1.into())
    }

    /// The characters that words begin with.
    pub fn first_chars(&self) -> impl Iterator<Item = char> {
        let codes = (0..).zip(&self.first).filter(|(_, node)| **node != 0);
        codes.filter_map(|(code, _)| char::from_u32(code))
    }

    /// The words that the text begins with, shortest first: length in bytes, and what they say.
    pub fn at_start(&self, text: &str) -> impl Iterator<Item = (usize, &[T])> {
        self.along(text.chars())
    }

    /// The words that the text ends with, of a tree of ends, shortest first.
    pub fn at_end(&self, text: &str) -> impl Iterator<Item = (usize, &[T])> {
        self.along(text.chars().rev())
    }

    /// The longest word that the text begins with: length in bytes, and what it says.
    pub fn longest(&self, text: &str) -> Option<(usize, &[T])> {
        let (mut here, mut len) = (0, 0);
        let mut longest = None;
        for c in text.chars() {
            let Some(child) = self.child(here, c) else {
                break;
            };
            here = child;
            len += c.len_utf8();
            if !self.nodes[here].values.is_empty() {
                longest = Some((len, self.nodes[here].values.as_slice()));
            }
        }
        longest
    }

    fn along(&self, chars: impl Iterator<Item = char>) -> impl Iterator<Item = (usize, &[T])> {
        let mut here = 0;
        let mut len = 0;
        chars
            .map_while(move |c| {
                here = self.child(here, c)?;
                len += c.len_utf8();
                Some((len, self.nodes[here].values.as_slice()))
            })
            .filter(|(_, values)| !values.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &[&str], text: &str, starts: &[usize], ends: &[usize]) {
        let all = || words.iter().map(|word| (*word, ()));
        let lens = |found: Vec<(usize, &[()])>| found.into_iter().map(|(len, _)| len).collect::<Vec<_>>();
        assert_eq!(lens(Trie::of_starts(all()).at_start(text).collect()), starts, "{text}");
        assert_eq!(lens(Trie::of_ends(all()).at_end(text).collect()), ends, "{text}");
        assert_eq!(
            Trie::of_starts(all()).longest(text).map(|found| found.0),
            starts.last().copied(),
            "{text}"
        );
    }

    #[test]
    fn finds_every_word_at_a_place() {
        check(&["主任", "主任医师", "任"], "主任医师", &[6, 12], &[12]);
        check(&["主任", "主任医师", "任"], "副主任", &[], &[3, 6]);
        check(&["主任医师"], "主任", &[], &[]);
        check(&["a", "ab"], "abab", &[1, 2], &[2]);
        check(&["甲"], "", &[], &[]);
    }

    #[test]
    fn keeps_what_a_word_says_in_each_row() {
        let trie = Trie::of_starts([("新闻", 1), ("新闻", 2)]);
        assert_eq!(trie.at_start("新闻").collect::<Vec<_>>(), [(6, &[1, 2][..])]);
    }
}
