//! Makes the constants of `extract::phrases` from their table.
//!
//! In: `assets/lexicon/phrases.tsv`, a list and a word a row; the comment above a list says what it is. Out: `phrases.rs` in the build's
//! folder, an `AnyOf` for each list, its words in the table's order. Always: a row that is no row, or a list taken up again further down,
//! stops the build with its line.

use std::collections::HashSet;
use std::error::Error;
use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};

const TABLE: &str = "assets/lexicon/phrases.tsv";

/// One list of the table.
struct List<'a> {
    name: &'a str,
    says: Vec<&'a str>,
    words: Vec<&'a str>,
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={TABLE}");
    let table = fs::read_to_string(TABLE)?;
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo has set no OUT_DIR")?);
    fs::write(out.join("phrases.rs"), constants(&lists(&table)?)?)?;
    Ok(())
}

fn lists(table: &str) -> Result<Vec<List<'_>>, String> {
    let mut lists: Vec<List> = Vec::new();
    let mut seen = HashSet::new();
    let mut says = Vec::new();
    for (index, row) in table.lines().enumerate() {
        let place = format!("{TABLE}:{}", index + 1);
        if let Some(comment) = row.strip_prefix('#') {
            says.push(comment.trim());
        } else if row.is_empty() {
            says.clear();
        } else {
            let (name, word) = row
                .split_once('\t')
                .ok_or_else(|| format!("{place}: no tab between list and word"))?;
            if word.is_empty() || word.contains('\t') {
                return Err(format!("{place}: not one word"));
            }
            if lists.last().is_none_or(|last| last.name != name) {
                if !seen.insert(name) || says.is_empty() {
                    return Err(format!("{place}: the list {name} begins twice, or no comment says what it is"));
                }
                lists.push(List {
                    name,
                    says: std::mem::take(&mut says),
                    words: Vec::new(),
                });
            }
            if let Some(list) = lists.last_mut() {
                list.words.push(word);
            }
        }
    }
    Ok(lists)
}

fn constants(lists: &[List]) -> Result<String, std::fmt::Error> {
    let mut code = String::new();
    for list in lists {
        for line in &list.says {
            writeln!(code, "/// {line}")?;
        }
        writeln!(
            code,
            "pub(super) const {}: AnyOf = any_of!{:?};",
            list.name.to_uppercase(),
            list.words
        )?;
    }
    Ok(code)
}
