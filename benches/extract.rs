//! How fast a text becomes facts: a briefing of usual size, ten megabytes of them, and one pass of the `regex` crate over the same bytes.
//!
//! `cargo bench --bench extract`. With TONGBAO_SHARED set, the model document and the corpora are measured too. At the end: where the
//! time goes by stage, time per byte at three lengths of one material, and the memory beyond the text (Linux only).

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput};
use tongbao::extract::{self, Hints, Stage};
use tongbao::read;

const LONG_BYTES: usize = 10 << 20;

fn texts_in(folder: &Path) -> Vec<String> {
    let (mut paths, _) = read::briefing_paths(&[folder.to_owned()]);
    paths.sort();
    paths
        .iter()
        .filter_map(|path| read::file(path, None).ok())
        .map(|source| source.text.to_string())
        .collect()
}

/// Texts one after the other, again and again, up to the length.
fn repeated(texts: &[String], bytes: usize) -> String {
    let mut long = String::with_capacity(bytes + (64 << 10));
    for text in texts.iter().cycle() {
        long.push_str(text);
        long.push_str("\n\n");
        if long.len() >= bytes {
            break;
        }
    }
    long
}

/// The shortest of several runs: what the work costs when nothing else runs.
fn best_of(runs: u32, mut work: impl FnMut()) -> Duration {
    let once = |work: &mut dyn FnMut()| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    (0..runs).map(|_| once(&mut work)).min().unwrap_or_default()
}

fn megabytes_per_second(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / 1e6 / time.as_secs_f64()
}

/// Texts of the corpora: one JSON object a line, with its text.
fn corpora(shared: &Path) -> Vec<String> {
    let files = std::fs::read_dir(shared.join("corpora")).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = files
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|e| e == "jsonl"))
        .collect();
    paths.sort();
    let lines = paths.iter().filter_map(|path| std::fs::read_to_string(path).ok());
    lines
        .flat_map(|lines| lines.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(&line).ok())
        .filter_map(|row| row["text"].as_str().map(str::to_owned))
        .collect()
}

/// Where the time of one extraction goes.
fn by_stage(text: &str) {
    let mut spent: Vec<(Stage, Duration)> = Vec::new();
    let mut last = Instant::now();
    let found = extract::text_by_stage(text, &Hints::default(), |stage| {
        let now = Instant::now();
        spent.push((stage, now - last));
        last = now;
    });
    let total: Duration = spent.iter().map(|(_, time)| *time).sum();
    for (stage, time) in spent {
        println!("  {stage:?}: {:.1} %", 100.0 * time.as_secs_f64() / total.as_secs_f64());
    }
    drop(found);
}

/// Peak of resident memory in bytes since the last reset, where the system tells.
fn peak_bytes() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<usize>().ok().map(|kib| kib * 1024)
}

/// Memory that extraction takes beyond the text, per byte of it.
fn memory_per_byte(text: &str) -> Option<f64> {
    std::fs::write("/proc/self/clear_refs", "5").ok()?;
    let before = peak_bytes()?;
    let found = extract::text(black_box(text), &Hints::default());
    let after = peak_bytes()?;
    drop(found);
    Some((after - before.min(after)) as f64 / text.len() as f64)
}

fn main() {
    let samples = texts_in(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/samples"));
    let shared = std::env::var_os("TONGBAO_SHARED").map(PathBuf::from);
    if shared.is_none() {
        println!("TONGBAO_SHARED is not set: only the project's own samples are measured");
    }
    let model = shared
        .as_ref()
        .and_then(|folder| read::file(&folder.join("gold/seed-shigatse52.txt"), None).ok());
    let usual = model.map_or_else(
        || samples.iter().max_by_key(|text| text.len()).cloned().unwrap_or_default(),
        |source| source.text.to_string(),
    );
    let long = repeated(&samples, LONG_BYTES);
    // Before anything else: what was freed and kept would hide what is taken.
    let memory = memory_per_byte(&long);
    let numerals = regex::Regex::new(r"[0-9]+(?:\.[0-9]+)?[万亿]?[\p{Han}]").unwrap_or_else(|error| unreachable!("{error}"));

    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    let mut group = criterion.benchmark_group("extract");
    group.throughput(Throughput::Bytes(usual.len() as u64));
    group.bench_function("one briefing", |bench| {
        bench.iter(|| extract::text(black_box(&usual), &Hints::default()));
    });
    group.sample_size(10);
    group.throughput(Throughput::Bytes(long.len() as u64));
    group.bench_function("10 MB of briefings", |bench| {
        bench.iter(|| extract::text(black_box(&long), &Hints::default()));
    });
    group.bench_function("10 MB, one regex pass", |bench| {
        bench.iter(|| numerals.find_iter(black_box(&long)).count());
    });
    group.finish();
    criterion.final_summary();

    let one = best_of(200, || drop(black_box(extract::text(black_box(&usual), &Hints::default()))));
    let many = best_of(15, || drop(black_box(extract::text(black_box(&long), &Hints::default()))));
    let regex = best_of(15, || {
        black_box(numerals.find_iter(black_box(&long)).count());
    });
    let per_byte = |bytes: usize, time: Duration| time.as_nanos() as f64 / bytes as f64;
    println!(
        "one briefing ({} bytes): {:.3} ms, {:.1} MB/s",
        usual.len(),
        one.as_secs_f64() * 1e3,
        megabytes_per_second(usual.len(), one)
    );
    println!("10 MB of briefings: {:.1} MB/s", megabytes_per_second(long.len(), many));
    println!("by stage, 10 MB of briefings:");
    by_stage(&long);
    println!("one material at three lengths:");
    for bytes in [6_000, 6_000_000, 60_000_000] {
        let text = repeated(&samples, bytes);
        let time = best_of(if bytes < 10_000 { 200 } else { 2 }, || {
            drop(black_box(extract::text(black_box(&text), &Hints::default())));
        });
        println!("  {} bytes: {:.1} ns a byte", text.len(), per_byte(text.len(), time));
    }
    if let Some(memory) = memory {
        println!("memory beyond the text: {memory:.1} bytes a byte");
    }
    if let Some(folder) = &shared {
        let texts = corpora(folder);
        let each = best_of(5, || {
            for text in &texts {
                drop(black_box(extract::text(black_box(text), &Hints::default())));
            }
        });
        let bytes = texts.iter().map(String::len).sum();
        println!("texts of the corpora, one by one: {:.1} MB/s", megabytes_per_second(bytes, each));
        let text = repeated(&texts, LONG_BYTES);
        let time = best_of(5, || drop(black_box(extract::text(black_box(&text), &Hints::default()))));
        let pass = best_of(5, || {
            black_box(numerals.find_iter(black_box(&text)).count());
        });
        let file = std::env::temp_dir().join(format!("tongbao-bench-{}.txt", std::process::id()));
        if std::fs::write(&file, &text).is_ok() {
            let reading = best_of(5, || drop(black_box(std::fs::read(&file))));
            std::fs::remove_file(&file).ok();
            println!(
                "texts of the corpora, 10 MB as one: {:.1} MB/s; {:.1} times one regex pass, {:.0} times reading the file",
                megabytes_per_second(text.len(), time),
                time.as_secs_f64() / pass.as_secs_f64(),
                time.as_secs_f64() / reading.as_secs_f64()
            );
        }
    }
    println!(
        "per byte, long against short: {:.2} (1 is linear)",
        per_byte(long.len(), many) / per_byte(usual.len(), one)
    );
    println!(
        "one regex pass: {:.1} MB/s; extraction takes {:.1} times as long",
        megabytes_per_second(long.len(), regex),
        many.as_secs_f64() / regex.as_secs_f64()
    );
}
