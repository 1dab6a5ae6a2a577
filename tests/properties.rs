//! What must hold for any text: nothing panics, offsets are valid, every numeral is accounted for, the same text gives the same result.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly")]

use std::path::Path;
use std::sync::Arc;

use proptest::prelude::*;
use tongbao::read;

mod holds;

use holds::holds;

/// Pieces of the genre, put together at random.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "全市",
            "新增",
            "累计",
            "确诊病例",
            "无症状感染者",
            "其中",
            "（",
            "）",
            "、",
            "，",
            "。",
            "；",
            "\n",
            "截至",
            "9月27日0—24时",
            "例",
            "人",
            "吨",
            "万",
            "份",
            "各",
            "分别为",
            "无",
            "配送",
            "蔬菜",
            "第",
            "场",
            "“",
            "”",
            "《",
            "百分之",
            "点",
            "余",
            "多",
            "近",
            "约",
            "以上",
            "时",
            "日",
            "月",
            "年",
            "-",
            "—",
            "/",
            ".",
            "%",
            "KN95",
            "病例",
            "临江市",
            "等",
            "和",
            "的",
            "零",
            "新聞",
            "確診",
            "萬",
            "\u{a0}",
            " ",
        ])
        .prop_map(str::to_owned),
        (0u32..100_000).prop_map(|n| n.to_string()),
        "[零一二三四五六七八九十百千万亿两]{1,5}",
        "[０-９]{1,4}",
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_unicode_text(text in "\\PC{0,200}") {
        holds(&text);
    }

    #[test]
    fn any_text_of_the_genre(text in pieces()) {
        holds(&text);
    }

    #[test]
    fn code_points_are_counted_from_the_beginning(text in "[a-zé一-龥🏥\n]{0,900}") {
        let source = read::bytes(Path::new("any.txt"), Arc::from(format!("通{text}").into_bytes()), None).unwrap();
        for (chars, (byte, _)) in source.text.char_indices().enumerate() {
            prop_assert_eq!(source.char_at(byte), chars);
        }
        prop_assert_eq!(source.char_count(), source.text.chars().count());
    }

    #[test]
    fn any_bytes_can_be_refused_or_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(source) = read::bytes(Path::new("any.txt"), Arc::from(bytes), None) {
            holds(&source.text);
        }
    }
}
