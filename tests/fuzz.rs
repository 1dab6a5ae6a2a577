//! The fuzz target: mutated briefings, random characters and bytes, long runs of one thing, on the readers and on the extractor.
//!
//! Runs for three seconds with `cargo test`, as long as `TONGBAO_FUZZ_SECONDS` says otherwise, best with `--release` and
//! `-- --nocapture`. What it finds it prints with its seed, and `TONGBAO_FUZZ_SEED` runs that one alone; keep it as a case of `FOUND`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly")]
#![allow(clippy::disallowed_methods, reason = "a fuzzer measures how long each text takes")]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use fastrand::Rng;
use tongbao::read;

mod holds;

use holds::holds;

/// Texts on which an earlier version failed.
const FOUND: &[&str] = &[
    // A dateline whose reporter stands behind a blank, in wide brackets: lengths of what is written and of what is read are not the same.
    "中新社临江4月18日电 （记者 张三丰）据市卫健委通报，4月17日0时至24时，临江市新增确诊病例6例，均为中国籍，从甲国入境；当日治愈出院3例。",
];

/// What mutations put in: words that steer rules, marks, numerals of every kind, characters at the edges of encodings.
const PIECES: &[&str] = &[
    "新增",
    "累计",
    "其中",
    "分别为",
    "截至",
    "当日",
    "以来",
    "确诊病例",
    "无症状感染者",
    "例",
    "人",
    "万",
    "亿",
    "半",
    "负",
    "-",
    "%",
    "‰",
    "（",
    "）",
    "：",
    "；",
    "、",
    "。",
    "，",
    "\n",
    " ",
    "4月18日电 （记者 张三丰）",
    "本报讯 记者 张三 通讯员 李四 ",
    "\u{a0}",
    "\u{3000}",
    "“",
    "”",
    "《",
    "》",
    "零",
    "两",
    "几",
    "余",
    "多",
    "近",
    "约",
    "百分之",
    "分之",
    "点",
    "年",
    "月",
    "日",
    "时",
    "24时",
    "0—24时",
    "第",
    "场",
    "各",
    "和",
    "自",
    "至",
    "全市",
    "和平区",
    "吉林市",
    "中，",
    "转",
    "重型",
    "无",
    "病例12，男，35岁",
    "1.2 万",
    "１，２３４",
    "二〇二二",
    "萬",
    "確診",
    "🦠",
    "\u{feff}",
    "\r\n",
    "é",
    "|",
    "\t",
    "徐汇 2042",
    "元5角",
    "天半",
    "个半月",
];

/// Runs whose length alone may be too much for a rule that looks around.
const RUNS: &[&str] = &[
    "9",
    "万",
    "（",
    "）",
    "“",
    "、",
    "一",
    "零",
    "1例，",
    "确诊病例1例，",
    "新增",
    "2022年9月",
    "余两",
    "2022年9月、",
    "3例为9月1日",
    "1个网点、",
    "截至",
    "\n",
    "记者提问：",
    "第",
    "0—",
    "病例1、",
    "其中",
    "1：",
    "甲 2022\n",
    "；",
    "负",
    " ",
    "9 ",
    "各",
    "自9月1日",
    "-1 ",
    "1\u{3000}",
    "2022 ",
    "甲市3例；",
    "当日",
    "1例有",
    "其中甲县1例；",
    "1例：甲",
    "1例（",
    "确诊无",
    "每户一袋、",
    "甲楼7栋",
    "蔬菜、水果1吨、",
    "国道1线、",
    "，1例，",
    " ，",
    "甲 ， 1 例 。 ",
    "某网、",
    "分别",
    "病例1，3月1日，系3月2日",
    "住院1人",
    "方面，1个床位",
    "较前一日分别减少1例、",
    "以甲区1例最多",
    "甲镇（1个）：",
    "1起病例",
    "全国",
    "3 218.6 万",
];

fn bases() -> Vec<String> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
    let mut texts: Vec<String> = std::fs::read_dir(samples)
        .unwrap()
        .filter_map(|entry| read::file(&entry.unwrap().path(), None).ok())
        .map(|source| source.text.to_string())
        .collect();
    texts.sort();
    texts
}

fn boundary(text: &str, rng: &mut Rng) -> usize {
    let mut at = rng.usize(0..=text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A briefing with a few pieces cut, doubled, moved or put in.
fn mutated(bases: &[String], rng: &mut Rng) -> String {
    let mut text = rng.choice(bases).cloned().unwrap_or_default();
    for _ in 0..rng.usize(1..30) {
        let (a, b) = (boundary(&text, rng), boundary(&text, rng));
        let (from, to) = (a.min(b), a.max(b));
        let near = to.min(from + 60);
        let near = (from..=near).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(from);
        match rng.u8(0..6) {
            0 => text.replace_range(from..near, ""),
            1 => {
                let copy = text[from..near].to_owned();
                text.insert_str(to, &copy);
            }
            2 => text.replace_range(from..near, rng.choice(PIECES).unwrap_or(&"")),
            3 => text.insert_str(from, &(rng.u64(..) >> rng.u32(0..64)).to_string()),
            4 if text.len() < 200_000 => {
                let other = rng.choice(bases).cloned().unwrap_or_default();
                let end = boundary(&other, rng);
                text.insert_str(from, &other[..end]);
            }
            _ => text.insert_str(from, rng.choice(PIECES).unwrap_or(&"")),
        }
    }
    text
}

fn from_pieces(rng: &mut Rng) -> String {
    (0..rng.usize(0..200)).filter_map(|_| rng.choice(PIECES).copied()).collect()
}

fn random_characters(rng: &mut Rng) -> String {
    (0..rng.usize(0..400)).map(|_| rng.char(..)).collect()
}

fn run_of_one(rng: &mut Rng) -> String {
    rng.choice(RUNS).unwrap_or(&"9").repeat(rng.usize(1..5_000))
}

/// A copy that sets blanks between its marks and, here and there, its characters; glosses stand in some of them.
fn set_apart(text: &str, rng: &mut Rng) -> String {
    let mut apart = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        match c {
            '，' | '。' | '、' | '：' => apart.extend([' ', c, ' ']),
            c if rng.u8(0..3) == 0 => apart.extend([c, ' ']),
            c if rng.u8(0..60) == 0 => {
                apart.push(c);
                apart.push_str("(wèi)");
            }
            c => apart.push(c),
        }
    }
    apart
}

/// One execution, told by its seed. Returns the bytes that were read.
fn once(bases: &[String], seed: u64) -> usize {
    let mut rng = Rng::with_seed(seed);
    let text = match rng.u8(0..11) {
        0..=4 => mutated(bases, &mut rng),
        10 => {
            let text = mutated(bases, &mut rng);
            set_apart(&text, &mut rng)
        }
        5 | 6 => from_pieces(&mut rng),
        7 => random_characters(&mut rng),
        8 => run_of_one(&mut rng),
        _ => {
            let mut bytes = mutated(bases, &mut rng).into_bytes();
            for _ in 0..rng.usize(0..20) {
                let at = rng.usize(0..bytes.len().max(1)).min(bytes.len().saturating_sub(1));
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = rng.u8(..);
                }
            }
            match read::bytes(Path::new("fuzzed.txt"), Arc::from(bytes), None) {
                Ok(source) => source.text.to_string(),
                Err(_) => return 0,
            }
        }
    };
    holds(&text);
    text.len()
}

/// Far above what a text of this length takes, in a debug build on a busy machine too.
fn patience(bytes: usize) -> Duration {
    Duration::from_secs(5) + Duration::from_micros(40) * u32::try_from(bytes).unwrap_or(u32::MAX)
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn what_was_found_stays_mended() {
    FOUND.iter().for_each(|text| {
        holds(text);
    });
}

#[test]
fn nothing_fails_and_nothing_hangs() {
    let bases = bases();
    if let Some(seed) = number("TONGBAO_FUZZ_SEED") {
        once(&bases, seed);
        return;
    }
    let asked = number("TONGBAO_FUZZ_SECONDS");
    let until = Instant::now() + Duration::from_secs(asked.unwrap_or(3));
    let (mut seed, mut bytes, mut findings) = (0_u64, 0_usize, Vec::new());
    while Instant::now() < until {
        let began = Instant::now();
        match catch_unwind(AssertUnwindSafe(|| once(&bases, seed))) {
            Ok(read) if began.elapsed() <= patience(read) => bytes += read,
            Ok(read) => findings.push(format!("seed {seed}: {read} bytes took {:?}", began.elapsed())),
            Err(_) => findings.push(format!("seed {seed}: failed")),
        }
        seed += 1;
    }
    println!(
        "{seed} executions, {:.1} MB read twice each, {} findings",
        bytes as f64 / 1e6,
        findings.len()
    );
    assert!(findings.is_empty(), "{findings:#?}");
}

/// Ten million bytes of one thing, only in a long run.
#[test]
fn very_long_runs() {
    let length = if number("TONGBAO_FUZZ_SECONDS").is_some() {
        10_000_000
    } else {
        60_000
    };
    for unit in RUNS {
        let began = Instant::now();
        holds(&unit.repeat(length / unit.len()));
        assert!(began.elapsed() <= patience(length), "{unit:?} took {:?}", began.elapsed());
        println!("{length} bytes of {unit:?}: {:?}", began.elapsed());
    }
}
