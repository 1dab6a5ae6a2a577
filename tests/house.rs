//! The house rules that a machine can watch: which floor may know which, where words and colours live, whose licences are carried.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn rust_files(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<PathBuf> = walkdir::WalkDir::new(root)
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|e| e == "rs"))
        .collect();
    files.sort();
    files
}

/// The text of a file up to its tests.
fn own_code(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned()
}

fn is_comment(line: &str) -> bool {
    line.trim_start().starts_with("//")
}

#[test]
fn core_rooms_know_no_window() {
    for room in ["model", "read", "extract", "ledger", "series", "export"] {
        let files = rust_files(&format!("src/{room}"));
        assert!(!files.is_empty(), "no room {room}");
        for path in files {
            let text = std::fs::read_to_string(&path).unwrap();
            for (number, line) in text.lines().enumerate().filter(|(_, line)| !is_comment(line)) {
                let names_window = ["egui", "eframe", "rfd::"].iter().any(|word| line.contains(word));
                assert!(!names_window, "{}:{}: {line}", path.display(), number + 1);
            }
        }
    }
}

#[test]
fn a_floor_never_knows_the_floor_above() {
    let floors = ["model", "read", "extract", "ledger", "series", "export"];
    for (height, room) in floors.iter().enumerate() {
        for path in rust_files(&format!("src/{room}")) {
            let text = own_code(&path);
            for above in floors[height + 1..].iter().chain(&["app", "ui", "cli"]) {
                let named = text
                    .lines()
                    .filter(|line| !is_comment(line))
                    .any(|line| line.contains(&format!("crate::{above}")));
                assert!(!named, "{} names crate::{above}", path.display());
            }
        }
    }
}

#[test]
fn visible_words_live_in_one_place() {
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for path in rust_files("src/ui").into_iter().chain(rust_files("src/app")) {
        if path.components().any(|c| c.as_os_str() == "strings")
            || path.ends_with("strings.rs")
            || path
                .file_name()
                .is_some_and(|n| n == "tests.rs" || n == "stage.rs" || n == "samples.rs")
        {
            continue;
        }
        for (number, line) in own_code(&path).lines().enumerate().filter(|(_, line)| !is_comment(line)) {
            let literal_has_han = line.split('"').skip(1).step_by(2).any(|literal| literal.contains(is_han));
            assert!(!literal_has_han, "{}:{}: {line}", path.display(), number + 1);
        }
    }
}

#[test]
fn rooms_open_with_what_they_are() {
    for path in rust_files("src") {
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//!"), "{} opens without a word on what it is", path.display());
        let lines = text.lines().count();
        assert!(lines <= 720, "{} has {lines} lines and wants to be two", path.display());
    }
}

/// Licences that may be carried; kept in step with deny.toml.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "OFL-1.1",
    "Ubuntu-font-1.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Crates under a licence that binds only their own files (MPL-2.0), used unchanged: looked at one by one, as in deny.toml.
const LOOKED_AT: &[&str] = &["option-ext", "colored"];

/// Whether an SPDX expression can be met with the allowed licences alone.
fn can_be_met(expression: &str) -> bool {
    let expression = expression.replace(" WITH LLVM-exception", "").replace('/', " OR ");
    let mut alternatives = expression.split(" OR ");
    if expression.contains('(') {
        let mut inner = expression.replace(['(', ')'], "");
        inner = inner.replace(" AND ", " OR ");
        return inner.split(" OR ").filter(|l| !ALLOWED.contains(&l.trim())).count() == 0
            || alternatives.any(|a| ALLOWED.contains(&a.trim_matches(['(', ')', ' '])));
    }
    alternatives.any(|alternative| alternative.split(" AND ").all(|licence| ALLOWED.contains(&licence.trim())))
}

#[test]
fn every_licence_may_be_carried() {
    let output = std::process::Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--offline",
            "--filter-platform",
            "x86_64-unknown-linux-gnu",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    if !output.status.success() {
        eprintln!(
            "skipped: cargo metadata did not run here: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        return;
    }
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 100);
    let refused: BTreeSet<String> = packages
        .iter()
        .filter(|package| !LOOKED_AT.contains(&package["name"].as_str().unwrap_or_default()))
        .filter(|package| !package["license"].as_str().is_some_and(can_be_met))
        .map(|package| format!("{} {}: {}", package["name"], package["version"], package["license"]))
        .collect();
    assert!(refused.is_empty(), "{refused:#?}");
}
