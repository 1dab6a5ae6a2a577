//! The bundled samples against the truth that was written down when they were made.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tongbao::model::{Amount, Extraction, Fact, Kind, Source};
use tongbao::{export, extract, read};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples")
}

fn samples() -> BTreeMap<String, (Source, Extraction)> {
    let (paths, errors) = read::briefing_paths(&[folder()]);
    assert!(errors.is_empty(), "{errors:?}");
    paths
        .iter()
        .map(|path| {
            let source = read::file(path, None).unwrap();
            let extraction = extract::briefing(&source, None, extract::lexicon::Lexicon::built_in());
            (source.name(), (source, extraction))
        })
        .collect()
}

/// `start/end` as the truth table writes it: an open start is empty.
fn window(fact: &Fact) -> String {
    let side = |moment: Option<tongbao::model::Moment>| moment.map(|m| m.to_string()).unwrap_or_default();
    fact.window
        .map(|w| format!("{}/{}", side(w.start), side(w.end)))
        .unwrap_or_default()
}

#[test]
fn every_count_of_infected_persons_is_right() {
    let samples = samples();
    let table = std::fs::read_to_string(folder().parent().unwrap().join("samples-truth.tsv")).unwrap();
    let (mut rows, mut missed) = (0, Vec::new());
    for row in table.lines().filter(|row| !row.starts_with('#') && !row.starts_with("file\t")) {
        let [file, when, place, metric, measure, value] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{row}")
        };
        rows += 1;
        let (_, extraction) = &samples[file];
        let stated = extraction.facts.iter().any(|fact| {
            fact.kind == Kind::Cases
                && window(fact) == when
                && fact.place.as_deref() == Some(place)
                && fact.metric.is_some_and(|m| m.as_str() == metric)
                && fact.measure.is_some_and(|m| m.as_str() == measure)
                && fact.quantity.value == Amount::parse_plain(value)
        });
        if !stated {
            missed.push(row);
        }
    }
    assert!(rows > 100 && missed.is_empty(), "{} of {rows} missed: {missed:#?}", missed.len());
}

#[test]
fn no_count_of_infected_persons_is_invented() {
    let table = std::fs::read_to_string(folder().parent().unwrap().join("samples-truth.tsv")).unwrap();
    for (name, (source, extraction)) in samples() {
        let expected = table.lines().filter(|row| row.starts_with(&name)).count();
        let found: Vec<_> = extraction.facts.iter().filter(|f| f.kind == Kind::Cases).collect();
        let quotes: Vec<_> = found.iter().map(|f| f.quote.of(&source.text)).collect();
        assert_eq!(found.len(), expected, "{name}: {quotes:#?}");
    }
}

#[test]
fn each_sample_says_when_where_and_which() {
    for (name, (source, extraction)) in samples() {
        let meta = &extraction.meta;
        let (day, session) = name.split_once("-第").unwrap();
        let session = session.split('场').next().unwrap();
        assert_eq!(meta.session.map(|s| s.to_string()).as_deref(), Some(session), "{name}");
        assert_eq!(meta.place.as_deref(), Some("云岭市"), "{name}");
        assert_eq!(meta.date.map(|d| d.to_string()), Some(format!("{day}T00:00")), "{name}");
        assert!(source.char_count() > 300, "{name}");
    }
}

#[test]
fn forms_of_the_files() {
    let samples = samples();
    let of = |part: &str| &samples.iter().find(|(name, _)| name.contains(part)).unwrap().1.0;
    assert_eq!(of("第14场").encoding.as_str(), "GB18030");
    assert!(of("第16场").has_bom);
    assert_eq!(of("第18场").format.as_str(), "markdown");
    assert!(!of("第14场").text.contains('\r'));
}

#[test]
fn the_contract_of_one_sample() {
    let samples = samples();
    let (source, extraction) = &samples["2022-10-14-第15场.txt"];
    let mut json: serde_json::Value = serde_json::from_str(&export::json::to_string(source, extraction, false).unwrap()).unwrap();
    json["source"]["path"] = "2022-10-14-第15场.txt".into();
    insta::assert_snapshot!(serde_json::to_string_pretty(&json).unwrap());
}
