//! What a sentence tells about itself: that it is a lead, a summing up, plans, an attribution.

use super::cues::{Hit, Word};
use super::sentences::Sentence;
use crate::extract::any_of::any_of;

/// A sentence that tells of the briefing itself. Once a lead was read (`led`), one that goes on to what was said is none.
pub(super) fn is_lead(text: &str, sentence: &Sentence, moderated: bool, led: bool) -> bool {
    let announces = sentence.has(Word::Follows) && !sentence.has(Word::Case) && text[sentence.range.clone()].ends_with(':');
    let briefing = sentence.has(Word::Briefing) && (sentence.has(Word::Convene) || sentence.has(Word::Learned));
    let quotes = |hit: &Hit| hit.word == Word::Speech && text[hit.end as usize..sentence.range.end].starts_with([',', ':', '“']);
    if (led || !briefing) && sentence.has(Word::Speech) && sentence.hits.iter().any(quotes) {
        return false;
    }
    // 某局副局长甲、某局局长乙通报有关情况、回答提问.
    let words = &text[sentence.range.clone()];
    let answers = sentence.has(Word::Office)
        && any_of!["、回答提问", "回答记者提问", "并回答提问", "回答大家关心"].within(words)
        && !words.contains(|c: char| c.is_ascii_digit());
    briefing
        || answers
        || sentence.has(Word::Attends)
        || announces
        || (sentence.has(Word::Welcome) && moderated)
        || (sentence.has(Word::Host) && (moderated || is_greeting(text, sentence)))
        || presents(text, sentence)
}

/// 某人通报某事情况: who presents what, without a word of it.
fn presents(text: &str, sentence: &Sentence) -> bool {
    let verb = sentence
        .hits
        .iter()
        .find(|hit| hit.word == Word::Speech && matches!(&text[hit.start as usize..hit.end as usize], "通报" | "介绍"));
    let Some(verb) = verb else { return false };
    let words = &text[sentence.range.clone()];
    let topic = || {
        let bare = words.trim_end_matches(['。', ';', ':']);
        any_of!["情况", "进展", "工作", "问题"].ends(bare)
    };
    let somebody = || sentence.has(Word::Office) || any_of!["向大家", "现将", "由我"].within(words);
    !text[verb.end as usize..].starts_with([',', ':', '“', '。', '如']) && topic() && somebody()
}

/// Greetings hold for a moderator's words also where no heading says so.
fn is_greeting(text: &str, sentence: &Sentence) -> bool {
    const GREETING_CHARS: usize = 24;
    text[sentence.range.clone()].chars().count() <= GREETING_CHARS || sentence.has(Word::Briefing)
}

/// Nothing but who said the quotation before (“…。”某某表示。).
pub(super) fn attributes(text: &str, sentence: &Sentence) -> bool {
    sentence.has(Word::Speech)
        && text[..sentence.range.start].ends_with('”')
        && sentence
            .hits
            .last()
            .is_some_and(|hit| hit.word == Word::Speech && text[hit.end as usize..sentence.range.end].trim_end_matches('。').is_empty())
}

/// 以上是疫情通报情况。
pub(super) fn sums_up(text: &str, sentence: &Sentence) -> bool {
    const SHORT_CHARS: usize = 24;
    let words = &text[sentence.range.clone()];
    any_of!["以上是", "以上为", "以上就是"].starts(words) && words.chars().count() <= SHORT_CHARS
}

/// 下一步,某市将坚持…: the plans of a place, which a report ends with and attributes to nobody.
pub(super) fn plans_for_place(text: &str, sentence: &Sentence) -> bool {
    const SUBJECT_CHARS: usize = 9;
    let next = sentence.hits.iter().find(|hit| hit.word == Word::Next);
    let rest = next.map_or("", |hit| text[hit.end as usize..sentence.range.end].trim_start_matches(','));
    let subject = rest.split_once('将').map_or("", |(subject, _)| subject);
    subject.chars().count() <= SUBJECT_CHARS && any_of!["市", "省", "县", "区", "州", "指挥部"].ends(subject)
}

/// The sentence begins with plans, itself or behind its verb of saying.
pub(super) fn begins_plans(text: &str, sentence: &Sentence) -> bool {
    const REACH_BYTES: usize = 240;
    if !sentence.has(Word::Next) {
        return false;
    }
    let plans = |hit: &Hit| {
        let before = &text[sentence.range.start..hit.start as usize];
        let after = &text[hit.end as usize..sentence.range.end];
        let numbered = before.chars().count() <= 4 && (before.is_empty() || is_numbered(before) || before.ends_with(['“', '"']));
        let said = before.ends_with([',', ':', '“'])
            && sentence
                .hits
                .iter()
                .any(|verb| verb.word == Word::Speech && verb.end as usize + 4 >= hit.start as usize && verb.end <= hit.start);
        // 接下来我说检测, 接下来请商务局介绍: what is told next, not what is planned.
        let tells = after.trim_start_matches([',', '我', '们', '就', '来', '再']);
        let tells = any_of!["说", "讲", "介绍", "看", "请", "通报", "回答", "汇报", "进入", "谈"].starts(tells);
        let of_what = after.starts_with('的') && !after.starts_with("的工作");
        let asks = text[sentence.range.clone()].ends_with('?');
        (numbered || said) && !tells && !of_what && !asks && !after.starts_with(['”', '怎', '如'])
    };
    let near = sentence
        .hits
        .iter()
        .take_while(|hit| hit.start as usize - sentence.range.start <= REACH_BYTES);
    near.filter(|hit| hit.word == Word::Next).any(plans)
}

/// A line that goes on with plans: the next number, another measure to come.
pub(super) fn goes_on_planning(line: &str) -> bool {
    const REACH_CHARS: usize = 60;
    let begins = is_numbered(line) || any_of!["同时", "此外", "另外", "最后", "我们将", "我们要", "还将", "将", "要"].starts(line);
    let reach = line.char_indices().nth(REACH_CHARS).map_or(line.len(), |(end, _)| end);
    begins && (is_numbered(line) || line[..reach].contains(['将', '要']))
}

/// Begins with a number: 一是, 二、, (三), 第四, 5.
pub(super) fn is_numbered(words: &str) -> bool {
    let bare = words.trim_start_matches(['(', '第', '#', '*', '“']);
    let rest = bare.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    rest.len() < bare.len()
        && (rest.starts_with(['是', '、', '.', ')', ',', '要']) || words.starts_with('第') && rest.starts_with([',', '、']))
}

/// (一)本土疫情。: a numbered heading that its text follows in the same line.
pub(super) fn is_heading_in_line(sentence: &str) -> bool {
    const HEADING_CHARS: usize = 16;
    let words = sentence.trim_end_matches('。');
    words.len() < sentence.len() && sentence.chars().count() <= HEADING_CHARS && is_numbered(words) && !words.contains(['是', ','])
}
