//! How fast a text becomes facts: a briefing of usual size, ten megabytes of them, and one pass of the `regex` crate over the same bytes.
//!
//! `cargo bench --bench extract`. With TONGBAO_SHARED set, the model document and the corpora are measured too.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput};
use tongbao::extract::{self, Hints};
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
    let many = best_of(5, || drop(black_box(extract::text(black_box(&long), &Hints::default()))));
    let regex = best_of(5, || {
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
