//! Latin glosses that careless conversion leaves behind characters: 衛(wèi)生, 達(dá)到. They part words and say nothing.
//!
//! In: the canonical text. Out: [`Plain`], the text without them, and an extraction of it led back to the canonical text.
//! Always: only brackets right behind a Chinese character that hold nothing but Latin letters, one with a tone mark, are taken out; a text
//! without any is not copied; every span that is led back lies on character boundaries and keeps its order.

use crate::model::{Extraction, Span};

/// A gloss holds at most so many letters.
const MAX_LETTERS: usize = 8;

/// A text without its glosses.
pub struct Plain {
    pub text: String,
    /// Where a gloss stood in the text without them, and the bytes of all glosses up to it.
    cuts: Vec<(u32, u32)>,
}

impl Plain {
    /// The text without glosses, where it has any.
    pub fn of(text: &str) -> Option<Self> {
        if !has_toned_letters(text.as_bytes()) {
            return None;
        }
        let mut plain = Self {
            text: String::new(),
            cuts: Vec::new(),
        };
        let (mut copied, mut removed) = (0, 0);
        for (at, _) in text.match_indices(['(', '（']) {
            let Some(len) = gloss_len(&text[at..]).filter(|_| text[..at].ends_with(is_han)) else {
                continue;
            };
            plain.text.push_str(&text[copied..at]);
            copied = at + len;
            removed += len as u32;
            plain.cuts.push((plain.text.len() as u32, removed));
        }
        if plain.cuts.is_empty() {
            return None;
        }
        plain.text.push_str(&text[copied..]);
        Some(plain)
    }

    /// The byte of the canonical text for a byte of this one; where a gloss stood, before it or behind it.
    fn led_back(&self, byte: u32, is_behind: bool) -> u32 {
        let passed = self.cuts.partition_point(|(at, _)| *at < byte || (is_behind && *at == byte));
        byte + passed.checked_sub(1).map_or(0, |last| self.cuts[last].1)
    }

    /// A span of words: glosses at its edges are not in it.
    fn words(&self, span: Span) -> Span {
        Span {
            start: self.led_back(span.start, true),
            end: self.led_back(span.end, span.is_empty()),
        }
    }

    /// Leads every span of an extraction of this text back to the canonical one.
    pub fn restore(&self, extraction: &mut Extraction) {
        for section in &mut extraction.sections {
            // A gloss goes with the character that it explains.
            section.span = Span {
                start: self.led_back(section.span.start, true),
                end: self.led_back(section.span.end, true),
            };
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

/// Whether a letter with a tone mark may stand in the text: most have none. Whole stretches are looked at, so that it costs next to nothing.
fn has_toned_letters(text: &[u8]) -> bool {
    let begins_letter = |b: &u8| (0xc3..=0xc9).contains(b);
    let any_in = |stretch: &[u8]| stretch.iter().fold(false, |any, b| any | begins_letter(b));
    text.chunks(256).any(any_in)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Length in bytes of a gloss at the start of the text: brackets around Latin letters of which one bears a tone mark.
fn gloss_len(text: &str) -> Option<usize> {
    let mut toned = false;
    for (count, (offset, c)) in text.char_indices().skip(1).enumerate() {
        match c {
            ')' | '）' => return toned.then_some(offset + c.len_utf8()),
            'a'..='z' => {}
            '\u{e0}'..='\u{24f}' => toned = true,
            _ => return None,
        }
        if count > MAX_LETTERS {
            return None;
        }
    }
    None
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
    fn facts_are_led_back() {
        let text = "5月3日0—24时，临江市新增確(què)診(zhěn)病例12例。庫(kù)存一(yī)百吨蔬(shū)菜。";
        let found = crate::extract::text(text, &crate::extract::Hints::default());
        let numbers: Vec<&str> = found.facts.iter().map(|fact| fact.span.of(text)).collect();
        assert_eq!(numbers, ["12", "一(yī)百"]);
        assert_eq!(found.facts[1].item.as_deref(), Some("蔬菜"));
        let covered: usize = found.sections.iter().map(|section| section.span.len()).sum();
        assert_eq!(covered, text.len());
    }
}
