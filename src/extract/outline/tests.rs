//! Whole documents, all invented: what the parts are, who speaks, what is not taken for what it is not, and what always holds.

mod pages;
mod talk;

use super::*;
use crate::model::SectionKind;

/// Checks the outline of a document given as its parts: kind, speaker or newsroom, text. A part is on a line of its own
/// unless its text begins with `+`, which glues it to the part before.
fn check(parts: &[(&str, &str, &str)]) {
    let mut text = String::new();
    let mut expected = Vec::new();
    for (kind, who, words) in parts {
        let glued = words.strip_prefix('+');
        if glued.is_none() && !text.is_empty() {
            text.push_str("\n\n");
        }
        let words = glued.unwrap_or(words);
        expected.push(((*kind).to_owned(), (*who).to_owned(), words.to_owned()));
        text.push_str(words);
    }
    let outline = outline(&text);
    let found: Vec<(String, String, String)> = outline
        .sections
        .iter()
        .map(|s| {
            let who = s.speaker.clone().or_else(|| s.outlet.clone()).unwrap_or_default();
            (s.kind.as_str().to_owned(), who, s.span.of(&text).to_owned())
        })
        .collect();
    assert_eq!(found, expected, "\n{found:#?}");
    holds(&text, &outline);
}

/// What holds for every outline.
fn holds(text: &str, outline: &Outline) {
    let mut last = 0;
    let mut covered = 0;
    let visible = |words: &str| words.chars().filter(|c| !reading::is_blank(*c)).count();
    for section in &outline.sections {
        let words = &text[section.span.range()];
        assert!(section.span.start >= last && !words.is_empty() && words.trim_matches(reading::is_blank) == words);
        last = section.span.end;
        covered += visible(words);
    }
    assert_eq!(covered, visible(text), "every character lies in a section");
    let mut ids: Vec<_> = outline.sections.iter().map(|s| s.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), outline.sections.len(), "no two sections share a name");
}

const TITLE: &str = "青川市召开疫情防控工作第二十一场新闻发布会";
const LEAD: &str = "5月6日下午,青川市召开疫情防控工作第二十一场新闻发布会,通报最新情况。";
const FIGURES: &str = "5月5日0—24时,全市新增本土确诊病例3例、无症状感染者12例,均在隔离管控人员中发现。";
const MEASURES: &str = "全市各级各部门迅速行动,组织机关干部下沉社区,做好居民生活物资配送,保障就医用药需求。";

#[test]
fn nothing_and_next_to_nothing() {
    for text in [
        "",
        " ",
        "\n\n",
        "。",
        "?",
        "一",
        "1",
        "记者:",
        "问",
        "(",
        "【",
        "\u{feff}",
        "----",
        "\t|\t|",
        "下一步",
        "表示",
        "主任表示",
        "第场",
        "“”",
        "图",
        "编辑:",
    ] {
        holds(text, &outline(text));
    }
}

#[test]
fn any_text_at_all() {
    let pieces = [
        "主任",
        "张",
        "表示",
        ",",
        "。",
        "\n",
        "“",
        "”",
        "(",
        ")",
        ":",
        "记者",
        "问",
        "1",
        "例",
        "确诊病例",
        "下一步",
        " ",
        "\t",
        "|",
        "编辑",
        "电",
        "讯",
        "日",
        "第",
        "场",
        "发布会",
        "é",
        "𠀀",
        "#",
    ];
    let mut state = 0x2545_f491_4f6c_dd1du64;
    for _ in 0..4000 {
        let mut text = String::new();
        for _ in 0..40 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            text.push_str(pieces[(state % pieces.len() as u64) as usize]);
        }
        holds(&text, &outline(&text));
    }
}

#[test]
fn names_survive_edits_elsewhere() {
    let text = format!("{TITLE}\n{LEAD}\n{FIGURES}\n{MEASURES}\n");
    let edited = format!("{TITLE}\n{LEAD}\n{FIGURES}\n{MEASURES}\n又来一段新的措施。\n(责任编辑:何某)");
    let (before, after) = (outline(&text), outline(&edited));
    let figures = |outline: &Outline| outline.sections.iter().find(|s| s.kind == SectionKind::Figures).map(|s| s.id);
    assert_eq!(figures(&before), figures(&after));
}

#[test]
fn names_are_quoted_as_written() {
    let written = "青川市衛健委主任周文表示,供應平穩。";
    let folded = "青川市卫健委主任周文表示,供应平稳。";
    let outline = outline_as_written(folded, written, Cues::built_in());
    assert_eq!(outline.sections[0].speaker.as_deref(), Some("青川市衛健委主任周文"));
}

#[test]
fn title_and_session() {
    let text = format!("{TITLE}_青川市人民政府\n首页\n{TITLE}\n{LEAD}");
    let outline = outline(&text);
    assert_eq!(outline.title.map(|title| title.of(&text)), Some(TITLE));
    assert_eq!(outline.session, Some(21));
    let former = format!("原标题：{TITLE}\n{LEAD}");
    assert_eq!(super::outline(&former).title.map(|title| title.of(&former)), Some(TITLE));
    let meta = meta(&text, &outline.sections);
    assert_eq!((meta.title.as_deref(), meta.session), (Some(TITLE), Some(21)));
}

#[test]
fn headings_are_kept() {
    let text = format!("{TITLE}\n{LEAD}\n## 物资保障\n{MEASURES}");
    let outline = outline(&text);
    assert_eq!(outline.sections.last().and_then(|s| s.heading.as_deref()), Some("物资保障"));
}
