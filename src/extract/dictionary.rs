//! The dictionary of words as a tree of characters: the longest word at a place.
//!
//! In: words, sorted by characters and distinct. Out: the entry of the longest word that a text begins with, and its bytes.
//! Always: a look at the first two characters turns most places away; a walk down the tree costs no more than the word is long.

/// Longest-match dictionary over characters.
#[derive(Debug, Default)]
pub(super) struct Trie {
    /// Index into `nodes` by first character of the basic plane; 0 is none. Small, because it is asked at nearly every character.
    root: Vec<u16>,
    nodes: Vec<Node>,
    /// Letters and the nodes that they lead to: those of one node together, sorted by [`sorted_as`].
    edges: Vec<(char, u32)>,
    /// What stands at the beginning of a text, before a node is looked at.
    pairs: Pairs,
}

#[derive(Clone, Copy, Debug, Default)]
struct Node {
    /// One more than the entry that ends here; 0 is none.
    entry: u32,
    /// Where its edges begin, and how many there are.
    edges: u32,
    count: u32,
    /// A bit for the last six bits of each letter that goes on from here: most texts are turned away by it.
    letters: u64,
}

/// A bit, shared by few, for the first two letters of each word: where it is not set no word of two letters or more begins. Most places in
/// a text are turned away by it. Eight kilobytes, so that they stay close at hand.
#[derive(Debug, Default)]
struct Pairs(Vec<u64>);

impl Pairs {
    const BITS: u32 = 16;

    const fn bit(first: char, second: char) -> usize {
        ((first as u32).wrapping_mul(0x9e37) ^ second as u32) as usize & ((1 << Self::BITS) - 1)
    }

    fn of(words: &[Vec<char>]) -> Self {
        let mut bits = vec![0; (1 << Self::BITS) / 64];
        for word in words {
            if let [first, second, ..] = word[..] {
                let bit = Self::bit(first, second);
                bits[bit / 64] |= 1 << (bit % 64);
            }
        }
        Self(bits)
    }

    fn has(&self, first: char, second: char) -> bool {
        let bit = Self::bit(first, second);
        self.0.get(bit / 64).is_some_and(|bits| bits >> (bit % 64) & 1 != 0)
    }
}

/// The last six bits of a letter, and the letter.
const fn sorted_as(letter: char) -> (u32, char) {
    (letter as u32 & 63, letter)
}

/// Up to this many edges are looked through one by one.
const FEW_EDGES: u32 = 64;

impl Node {
    /// The node that a letter leads to.
    fn child(&self, edges: &[(char, u32)], letter: char) -> Option<u32> {
        let bit = 1_u64 << (letter as u32 & 63);
        if self.letters & bit == 0 {
            return None;
        }
        let own = edges.get(self.edges as usize..(self.edges + self.count) as usize)?;
        if self.count > FEW_EDGES {
            let found = own.binary_search_by_key(&sorted_as(letter), |(known, _)| sorted_as(*known)).ok()?;
            return Some(own[found].1);
        }
        // As many edges come before it as there are smaller bits, or more.
        let from = (self.letters & (bit - 1)).count_ones() as usize;
        own.get(from..)?.iter().find(|(known, _)| *known == letter).map(|(_, child)| *child)
    }
}

impl Trie {
    /// Mark in `root` of a letter that is a word by itself. First letters are a few thousand.
    const ALONE: u16 = 1 << 15;

    /// `words` must be sorted by characters and distinct; entry `i` is stored as `i + 1`.
    pub fn new(words: &[&str]) -> Self {
        let mut trie = Self {
            root: vec![0; 0x1_0000],
            nodes: vec![Node::default()],
            edges: Vec::new(),
            pairs: Pairs::default(),
        };
        let spelled: Vec<Vec<char>> = words.iter().map(|w| w.chars().collect()).collect();
        trie.pairs = Pairs::of(&spelled);
        let begins: Vec<&[Vec<char>]> = spelled.chunk_by(|a, b| a[0] == b[0]).collect();
        // The nodes of first letters come first: their indices are small.
        trie.nodes.resize(begins.len() + 1, Node::default());
        let mut from = 0;
        for (node, words) in begins.iter().enumerate().map(|(i, words)| (i + 1, words)) {
            let grown = trie.grow(&spelled, from, from + words.len(), 1);
            trie.nodes[node] = grown;
            let alone = if grown.entry == 0 { 0 } else { Self::ALONE };
            if let (Some(slot), Ok(node)) = (trie.root.get_mut(words[0][0] as usize), u16::try_from(node)) {
                *slot = node | alone;
            }
            from += words.len();
        }
        trie
    }

    fn grow(&mut self, words: &[Vec<char>], mut from: usize, to: usize, depth: usize) -> Node {
        let mut node = Node::default();
        if words[from].len() == depth {
            node.entry = from as u32 + 1;
            from += 1;
        }
        let mut children = Vec::new();
        while from < to {
            let letter = words[from][depth];
            let end = from + words[from..to].iter().take_while(|w| w[depth] == letter).count();
            let grown = self.grow(words, from, end, depth + 1);
            children.push((letter, self.nodes.len() as u32));
            self.nodes.push(grown);
            from = end;
        }
        children.sort_by_key(|(letter, _)| sorted_as(*letter));
        node.letters = children.iter().fold(0, |bits, (letter, _)| bits | 1 << (*letter as u32 & 63));
        node.edges = self.edges.len() as u32;
        node.count = children.len() as u32;
        self.edges.extend(children);
        node
    }

    /// Whether a word of two letters or more may begin with these; a few that do not may, too.
    pub fn may_begin(&self, first: char, second: char) -> bool {
        self.pairs.has(first, second)
    }

    /// Entry and byte length of the longest word at the beginning of the text.
    pub fn longest(&self, text: &str) -> Option<(usize, usize)> {
        let mut rest = text.chars();
        let first = rest.next()?;
        let own = *self.root.get(first as usize)?;
        let mut ahead = rest.clone().next();
        if own & Self::ALONE == 0 && !ahead.is_some_and(|second| self.pairs.has(first, second)) {
            return None;
        }
        let mut node = match own & !Self::ALONE {
            0 => return None,
            node => self.nodes[usize::from(node)],
        };
        let mut best = None;
        loop {
            if node.entry != 0 {
                best = Some((node.entry as usize - 1, text.len() - rest.as_str().len()));
            }
            match ahead.and_then(|next| node.child(&self.edges, next)) {
                Some(child) => node = self.nodes[child as usize],
                None => return best,
            }
            rest.next();
            ahead = rest.clone().next();
        }
    }
}
