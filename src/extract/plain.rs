//! The text without what careless copying left between its characters, and the way back.
//!
//! In: the canonical text and the stretches that say nothing (`glosses`, `blanks`). Out: [`Plain`], the text without them, and an extraction
//! of it led back to the canonical text.
//! Always: a text without any is not copied; every span that is led back lies on character boundaries and keeps its order.

use std::ops::Range;

use super::{blanks, glosses};
use crate::model::{Extraction, Span};

/// A text without the stretches that say nothing.
pub struct Plain {
    pub text: String,
    /// Where a stretch stood in the text without them, and the bytes of all stretches up to it.
    cuts: Vec<(u32, u32)>,
}

impl Plain {
    /// The text without what says nothing, where it has any.
    pub fn of(text: &str) -> Option<Self> {
        let mut idle = glosses::find(text);
        idle.extend(blanks::find(text));
        if idle.is_empty() {
            return None;
        }
        idle.sort_unstable_by_key(|stretch| stretch.start);
        Some(Self::without(text, &idle))
    }

    /// The text without stretches that are sorted and do not overlap.
    fn without(text: &str, idle: &[Range<usize>]) -> Self {
        let mut plain = Self {
            text: String::with_capacity(text.len()),
            cuts: Vec::with_capacity(idle.len()),
        };
        let (mut copied, mut removed) = (0, 0);
        for stretch in idle {
            plain.text.push_str(&text[copied..stretch.start]);
            copied = stretch.end;
            removed += stretch.len() as u32;
            plain.cuts.push((plain.text.len() as u32, removed));
        }
        plain.text.push_str(&text[copied..]);
        plain
    }

    /// The byte of the canonical text for a byte of this one; where a stretch stood, before it or behind it.
    fn led_back(&self, byte: u32, is_behind: bool) -> u32 {
        let passed = self.cuts.partition_point(|(at, _)| *at < byte || (is_behind && *at == byte));
        byte + passed.checked_sub(1).map_or(0, |last| self.cuts[last].1)
    }

    /// A span of words: what says nothing at its edges is not in it.
    fn words(&self, span: Span) -> Span {
        Span {
            start: self.led_back(span.start, true),
            end: self.led_back(span.end, span.is_empty()),
        }
    }

    /// Leads every span of an extraction of this text back to the canonical one.
    pub fn restore(&self, extraction: &mut Extraction, canonical: &str) {
        for section in &mut extraction.sections {
            // A gloss goes with the character that it explains, a blank with none.
            let (start, end) = (self.led_back(section.span.start, true), self.led_back(section.span.end, true));
            let written = canonical[start as usize..end as usize].trim_end();
            section.span = Span::new(start as usize, start as usize + written.len());
        }
        for fact in &mut extraction.facts {
            fact.span = self.words(fact.span);
            fact.quote = self.words(fact.quote);
            fact.word = fact.word.map(|word| self.words(word));
        }
        for provision in &mut extraction.provisions {
            provision.span = self.words(provision.span);
        }
        for explained in &mut extraction.explained {
            explained.span = self.words(explained.span);
        }
        for remark in &mut extraction.remarks {
            remark.span = remark.span.map(|span| self.words(span));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, without: Option<&str>) {
        let plain = Plain::of(text);
        assert_eq!(plain.as_ref().map(|plain| plain.text.as_str()), without, "{text}");
        let Some(plain) = plain else { return };
        for (at, c) in plain.text.char_indices() {
            let back = plain.led_back(at as u32, true) as usize;
            assert!(text[back..].starts_with(c), "{c} at {at} of {text}");
        }
    }

    #[test]
    fn takes_out_glosses_and_no_other_brackets() {
        check("卫(wèi)生局(jú)长(甲)", Some("卫生局长(甲)"));
        check("批發（fā）市场", Some("批發市场"));
        check("疫苗(mRNA)与(abc)", None);
        check("卫(wè", None);
        check("3(wèi)例", None);
        check("café", None);
    }

    #[test]
    fn takes_out_blanks_between_all_words_and_no_others() {
        check(
            "甲市 新增 3 例 ， 乙市 2 例 ， 丙市 1 176 例 。\n甲 市 召 开 会 议",
            Some("甲市新增3例，乙市2例，丙市1176例。\n甲市召开会议"),
        );
        check(
            "记者 　 丁 一 ， 编辑 戊 ， PCR test 阴性 ， 完 。",
            Some("记者 　 丁一，编辑戊，PCR test阴性，完。"),
        );
        check("区域 在院 美国 10 英国 7 ，合计 17", None);
        check("甲市新增3例， 乙市2例， 丙市1例。", None);
        check("甲 乙 ， 丙 丁 ， 戊，己，庚，辛，壬，癸。", None);
    }

    #[test]
    fn facts_are_led_back() {
        let text = "5月3日0—24时，临江市新增確(què)診(zhěn)病例12例。庫(kù)存一(yī)百吨蔬(shū)菜。";
        let found = crate::extract::text(text, &crate::extract::Hints::default());
        let numbers: Vec<&str> = found.facts.iter().map(|fact| fact.span.of(text)).collect();
        assert_eq!(numbers, ["12", "一(yī)百"]);
        assert_eq!(found.facts[1].item.as_deref(), Some("蔬菜"));
        let covered: usize = found.sections.iter().map(|section| section.span.len()).sum();
        assert_eq!(covered, text.len());
    }

    #[test]
    fn sections_are_led_back_without_blanks_at_their_edges() {
        let text = "5 月 3 日 ， 临江市 新增 确诊 2 11 例 。 \n 全市 配送 蔬菜 3 吨 ， 大米 2 吨 。 ";
        let found = crate::extract::text(text, &crate::extract::Hints::default());
        let numbers: Vec<&str> = found.facts.iter().map(|fact| fact.span.of(text)).collect();
        assert_eq!(numbers, ["2 11", "3", "2"]);
        let sections: Vec<&str> = found.sections.iter().map(|section| section.span.of(text)).collect();
        assert!(sections.iter().all(|section| section.trim() == *section), "{sections:?}");
    }
}
