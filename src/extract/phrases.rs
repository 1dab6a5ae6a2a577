//! Lists of words that rules ask for at an edge of a text or within it.
//!
//! In: `assets/lexicon/phrases.tsv`, by `build.rs`. Out: one constant a list. Always: the words stand in the order of the table, a longer
//! one before the shorter that it begins or ends with; a list of a few words of grammar stands in the rule that asks.

use super::any_of::{AnyOf, any_of};

include!(concat!(env!("OUT_DIR"), "/phrases.rs"));
