//! Other people's texts, which stay outside the repo: skipped, with a word, where TONGBAO_SHARED does not name their folder.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly")]

use std::path::PathBuf;

use serde_json::Value;
use tongbao::model::{Extraction, Source, Window};
use tongbao::{extract, read};

fn shared() -> Option<PathBuf> {
    let folder = std::env::var_os("TONGBAO_SHARED").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("skipped: TONGBAO_SHARED does not name the folder of shared texts");
    }
    folder
}

fn gold(folder: &std::path::Path) -> Vec<Value> {
    let text = std::fs::read_to_string(folder.join("gold/dev.jsonl")).unwrap();
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The window of a gold fact without its year, which the model document does not state.
fn month_day_time(moment: &Value) -> Option<String> {
    moment.as_str().map(|m| m[m.len() - 11..].to_owned())
}

fn window_matches(gold: &Value, window: Option<Window>) -> bool {
    if gold.is_null() {
        return true;
    }
    let side = |moment: Option<tongbao::model::Moment>| moment.map(|m| m.to_string()).map(|m| m[m.len() - 11..].to_owned());
    window.is_some_and(|w| side(w.start) == month_day_time(&gold["start"]) && side(w.end) == month_day_time(&gold["end"]))
}

#[test]
fn the_model_document_is_read_right() {
    let Some(folder) = shared() else { return };
    let source: Source = read::file(&folder.join("gold/seed-shigatse52.txt"), None).unwrap();
    let found: Extraction = extract::briefing(&source, None, extract::lexicon::Lexicon::built_in());
    let gold = gold(&folder);
    let expected = gold.iter().find(|row| row["id"] == "seed-shigatse52").unwrap();
    let facts = expected["facts"].as_array().unwrap();
    assert_eq!(found.facts.len(), facts.len());
    for (fact, gold) in found.facts.iter().zip(facts) {
        let quote = fact.quote.of(&source.text);
        assert_eq!(
            source.char_at(fact.span.start as usize) as u64,
            gold["start"].as_u64().unwrap(),
            "{quote}"
        );
        assert_eq!(fact.span.of(&source.text), gold["text"].as_str().unwrap());
        assert_eq!(
            fact.quantity.value.map(|v| v.to_string()),
            Some(gold["value"].to_string()),
            "{quote}"
        );
        assert_eq!(fact.quantity.unit, gold["unit"].as_str().unwrap(), "{quote}");
        assert_eq!(fact.quantity.approx.as_str(), gold["approx"].as_str().unwrap(), "{quote}");
        assert_eq!(fact.kind.as_str(), gold["kind"].as_str().unwrap(), "{quote}");
        assert_eq!(fact.cumulative, gold["cumulative"].as_bool().unwrap(), "{quote}");
        let named = [
            ("metric", fact.metric.map(tongbao::model::Metric::as_str)),
            ("measure", fact.measure.map(tongbao::model::Measure::as_str)),
            ("origin", fact.origin.map(tongbao::model::Origin::as_str)),
            ("state", fact.state.map(tongbao::model::State::as_str)),
            ("action", fact.action.map(tongbao::model::Action::as_str)),
            ("place", fact.place.as_deref()),
            ("item", fact.item.as_deref()),
            ("actor", fact.actor.as_deref()),
            ("recipient", fact.recipient.as_deref()),
        ];
        for (slot, value) in named {
            assert_eq!(value, gold[slot].as_str(), "{slot} of {quote}");
        }
        assert!(window_matches(&gold["window"], fact.window), "window of {quote}");
    }
    let sections = expected["sections"].as_array().unwrap();
    assert_eq!(found.sections.len(), sections.len());
    for (section, gold) in found.sections.iter().zip(sections) {
        let place = [section.span.start, section.span.end].map(|byte| source.char_at(byte as usize) as u64);
        assert_eq!(
            (section.kind.as_str(), place.map(Some)),
            (gold["kind"].as_str().unwrap(), [gold["start"].as_u64(), gold["end"].as_u64()])
        );
        assert_eq!(section.speaker.as_deref(), gold["speaker"].as_str());
        assert_eq!(section.outlet.as_deref(), gold["outlet"].as_str());
    }
    assert_eq!(found.meta.session, Some(52));
    assert_eq!(found.meta.title.as_deref(), expected["meta"]["title"].as_str());
    assert_eq!(found.meta.place.as_deref(), expected["meta"]["place"].as_str());
}

#[test]
fn every_numeral_of_every_shared_text_is_accounted_for() {
    let Some(folder) = shared() else { return };
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    for row in gold(&folder) {
        let text = row["text"].as_str().unwrap();
        let found = extract::text(text, &extract::Hints::default());
        let mut covered = vec![false; text.len()];
        for span in found.facts.iter().map(|f| f.span).chain(found.explained.iter().map(|e| e.span)) {
            covered[span.range()].fill(true);
        }
        for (at, c) in text.char_indices().filter(|(_, c)| is_digit(*c)) {
            assert!(covered[at], "{}: {c} at {at}", row["id"]);
        }
    }
}

/// Rows of a suite with the lines of its file, as `suites/score_numbers.py` chooses them.
fn suite_rows(path: &std::path::Path) -> Vec<(usize, Value)> {
    const KINDS: &[&str] = &[
        "number",
        "percent",
        "currency",
        "dimension",
        "quantity",
        "number_in_text",
        "fraction",
        "count",
        "percentpoint",
        "numberrange",
        "mixed",
        "negative",
        "number_negative",
    ];
    let is_scored = |row: &Value| {
        let kind = row["kind"].as_str().unwrap_or_default();
        let expected = row["expected"].as_array().map_or(&[][..], Vec::as_slice);
        let all_known = !expected.is_empty() && expected.iter().all(|e| wanted(e).is_some() && e["start"].is_u64());
        !row["notsupported"].as_bool().unwrap_or(false) && KINDS.contains(&kind) && (kind.ends_with("negative") || all_known)
    };
    let text = std::fs::read_to_string(path).unwrap();
    let rows = text
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, serde_json::from_str(line).unwrap()));
    rows.filter(|(_, row)| is_scored(row)).collect()
}

fn wanted(expected: &Value) -> Option<f64> {
    let value = if expected["percent"].is_null() {
        &expected["value"]
    } else {
        &expected["percent"]
    };
    value.as_f64().or_else(|| value.as_str()?.parse().ok())
}

fn passes(row: &Value) -> bool {
    let input = row["input"].as_str().unwrap();
    let found = extract::text(input, &extract::Hints::default());
    if row["kind"].as_str().unwrap().ends_with("negative") {
        return found.facts.is_empty();
    }
    let chars = |byte: u32| input[..byte as usize].chars().count() as u64;
    row["expected"].as_array().unwrap().iter().all(|expected| {
        let (start, end) = (expected["start"].as_u64().unwrap(), expected["end"].as_u64().unwrap());
        let value = wanted(expected).unwrap();
        found.facts.iter().any(|fact| {
            let overlaps = chars(fact.span.end).min(end) > chars(fact.span.start).max(start);
            let amounts = [fact.quantity.value, fact.quantity.low].into_iter().flatten();
            overlaps
                && amounts
                    .map(tongbao::model::Amount::to_f64)
                    .any(|found| (found - value).abs() <= 1e-9 * value.abs().max(1.0))
        })
    })
}

/// What the number suites of other projects give, beside the rows that the contract contradicts (`suites/contradictions.tsv`).
/// The least that must pass is what passed when it was last raised.
#[test]
fn number_suites() {
    let Some(folder) = shared() else { return };
    let contradicted = include_str!("suites/contradictions.tsv");
    for (suite, least) in [
        ("recognizers-text", 329),
        ("cn2an", 186),
        ("minlp-duckling", 94),
        ("chinese2digits", 2),
    ] {
        let rows = suite_rows(&folder.join(format!("suites/{suite}.jsonl")));
        let is_contradicted = |line: usize| contradicted.lines().any(|row| row.starts_with(&format!("{suite}\t{line}\t")));
        let listed = contradicted.lines().filter(|row| row.starts_with(&format!("{suite}\t"))).count();
        let open: Vec<_> = rows.iter().filter(|(line, _)| !is_contradicted(*line)).collect();
        assert_eq!(rows.len() - open.len(), listed, "{suite}: a listed row is not one of the suite");
        let passed = rows.iter().filter(|(_, row)| passes(row)).count();
        let passed_open = open.iter().filter(|(_, row)| passes(row)).count();
        println!(
            "{suite}: {passed} of {}; {passed_open} of {} that nothing contradicts",
            rows.len(),
            open.len()
        );
        assert!(passed >= least, "{suite}: {passed} pass, {least} did before");
    }
}

/// What a row of a table of donations should have become: an amount with its goods and unit, or a sum with its giver.
fn row_is_read(found: &Extraction, row: &Value) -> bool {
    let value = |fact: &tongbao::model::Fact| fact.quantity.value.and_then(|value| value.to_string().parse::<f64>().ok());
    found.facts.iter().any(|fact| match row["quantity"].as_f64() {
        Some(quantity) => {
            value(fact) == Some(quantity)
                && fact.quantity.unit == row["unit"].as_str().unwrap()
                && fact.item.as_deref() == row["item"].as_str()
        }
        None => {
            let yuan = row["value_wan_yuan"].as_f64().map(|sum| sum * 1e4);
            let is_sum = value(fact).zip(yuan).is_some_and(|(a, b)| (a - b).abs() < 1e-6);
            is_sum && fact.actor.as_deref() == row["party"].as_str()
        }
    })
}

#[test]
fn tables_of_donations_are_read_row_by_row() {
    let Some(folder) = shared() else { return };
    let lines = std::fs::read_to_string(folder.join("corpora/supply-tables.jsonl")).unwrap();
    let (mut read, mut of) = (0, 0);
    for line in lines.lines() {
        let table: Value = serde_json::from_str(line).unwrap();
        let found = extract::text(table["text"].as_str().unwrap(), &extract::Hints::default());
        let rows = table["gold"]["rows"].as_array().unwrap();
        read += rows.iter().filter(|row| row_is_read(&found, row)).count();
        of += rows.len();
    }
    println!("rows of donations read: {read} of {of}");
    // One row's unit is a strength (0.5g/支), which is none.
    assert!(read + 1 >= of, "{read} of {of}");
}
