//! Turns of a conversation: who asks, who answers, who leads through the briefing, told by how a line or sentence opens.

use super::super::phrases;
use super::cues::{self, Hit, Word};
use super::glyphs::Glyphs;
use super::lines::Line;
use super::people::{self, People, Speaker};
use crate::extract::any_of::any_of;
use std::ops::Range;

/// A turn's heading is at most this long.
const HEAD_CHARS: usize = 45;

/// A head in brackets has at least so many characters.
const LEAST_HEAD_CHARS: usize = 2;

/// Whose turn it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    Question {
        outlet: Option<Range<usize>>,
    },
    Answer,
    /// Who leads through the briefing, where the heading names the person.
    Moderator {
        named: Option<Speaker>,
    },
    Speaker(Speaker),
}

/// A turn and where its heading ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Opening {
    pub turn: Turn,
    pub head_end: usize,
}

/// What is known where a turn may open.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Before {
    /// A question stands open: a bare name opens its answer.
    pub question: bool,
    /// Turns were taken before: a bare name or newsroom on a line of its own opens another.
    pub conversation: bool,
    /// The stretch begins a line.
    pub line_start: bool,
    /// What the characters of the line are.
    pub glyphs: Glyphs,
}

/// The turn that a stretch of the reading opens. `hits` are those from its beginning on.
pub(super) fn opening(text: &str, range: &Range<usize>, hits: &[Hit], people: &mut People, before: Before) -> Option<Opening> {
    let stretch = &text[range.clone()];
    let start = range.start + decoration_len(stretch);
    let bare = &text[start..range.end];
    if before.glyphs.has(Glyphs::ASKING)
        && before.glyphs.has(Glyphs::REPORTER)
        && let Some((outlet, len)) = reporter_asks(bare)
    {
        let outlet = (!outlet.is_empty()).then(|| start + outlet.start..start + outlet.end);
        return Some(Opening {
            turn: Turn::Question { outlet },
            head_end: start + len,
        });
    }
    if let Some(turn) = bracketed(stretch) {
        let head_end = range.start + bracket_inner(stretch).map_or(0, |inner| inner.len() + "[]".len());
        return Some(Opening { turn, head_end });
    }
    if let Some(turn) = bracketed_head(text, range, hits, people, before) {
        let head_end = range.start + bracket_inner(stretch).map_or(0, |inner| inner.len() + "[]".len());
        return Some(Opening { turn, head_end });
    }
    let Some(head_len) = before.glyphs.has(Glyphs::COLON).then(|| head_len(bare)).flatten() else {
        return before
            .line_start
            .then(|| designation_line(text, start..range.end, hits, people))
            .flatten();
    };
    let (head, rest) = (bare[..head_len].trim_end_matches('*'), &bare[head_len + 1..]);
    let turn = turn_of(text, start, head, rest, hits, people, before)?;
    Some(Opening {
        turn,
        head_end: start + head_len + 1,
    })
}

/// Where the colon behind a heading stands.
fn head_len(bare: &str) -> Option<usize> {
    bare.char_indices()
        .take(HEAD_CHARS + 1)
        .find(|(_, c)| matches!(c, ':' | '。' | '!' | '?' | ';' | '“'))
        .filter(|(_, c)| *c == ':')
        .map(|(at, _)| at)
}

/// What stands in a short bracket at the beginning.
fn bracket_inner(stretch: &str) -> Option<&str> {
    const REACH_BYTES: usize = 3 * HEAD_CHARS;
    let inner = stretch.strip_prefix('[')?;
    inner[..inner.floor_char_boundary(REACH_BYTES)]
        .split_once(']')
        .map(|(inner, _)| inner)
}

/// [某社记者]蔬菜够吗?, [某市副市长某某]够: who speaks, in brackets and without a colon.
fn bracketed_head(text: &str, range: &Range<usize>, hits: &[Hit], people: &mut People, before: Before) -> Option<Turn> {
    let inner = bracket_inner(&text[range.clone()]).filter(|inner| inner.chars().count() >= LEAST_HEAD_CHARS)?;
    let rest = &text[range.start + inner.len() + "[]".len()..range.end];
    let turn = if before.line_start {
        turn_of(text, range.start + "[".len(), inner, rest, hits, people, before)
    } else {
        None
    };
    // [某社记者] on a line of its own heads a question.
    let heads_question = rest.is_empty() && inner.ends_with("记者") && inner.len() > "记者".len();
    // [某市日报记者 某某]某地消息: who wrote it.
    turn.filter(|turn| !matches!(turn, Turn::Question { .. }) || is_request(rest) || heads_question)
}

/// 请介绍供应情况: words that ask, with a mark of question or without.
fn is_request(words: &str) -> bool {
    words.contains('?') || any_of!["请问", "请介绍", "请通报", "请谈", "想问", "想了解", "我想", "能否"].within(words)
}

/// [某社记者]请介绍供应情况: a newsroom in brackets at the head of a question.
pub(super) fn asks_in_brackets(text: &str) -> bool {
    bracket_inner(text).is_some_and(|inner| inner.ends_with("记者") && is_request(&text[inner.len() + "[]".len()..]))
}

/// [问], [记者], [答] before the words.
fn bracketed(stretch: &str) -> Option<Turn> {
    match bracket_inner(stretch)? {
        "问" | "提问" | "记者" | "记者问" | "记者提问" | "Q" => Some(Turn::Question { outlet: None }),
        "答" | "回答" | "回应" | "A" => Some(Turn::Answer),
        _ => None,
    }
}

fn turn_of(text: &str, start: usize, head: &str, rest: &str, hits: &[Hit], people: &mut People, before: Before) -> Option<Turn> {
    let speaks = rest.trim_matches('*').is_empty() || rest.contains(['。', '?', '!']) || rest.contains(',');
    if head.starts_with("主持人") || head.ends_with("主持人") {
        // 主持人、市委宣传部副部长某某: and, who it is.
        let behind = head.strip_prefix("主持人").unwrap_or_default().trim_start_matches(['、', '(']);
        let name = behind.trim_end_matches(')');
        let from = start + head.len() - behind.len();
        // 主持人某某(市委宣传部副部长): the office behind the name.
        let with_office = name
            .split_once('(')
            .filter(|(name, office)| people::is_name(name) && !office.is_empty());
        let named = if let Some((name, _)) = with_office {
            Some(people.met(name, from..start + head.len()))
        } else if name.is_empty() || name.contains(['(', ',']) {
            None
        } else {
            people
                .known(name)
                .or_else(|| people.designated(text, from..from + name.len(), hits))
        };
        return speaks.then_some(Turn::Moderator { named });
    }
    if let Some(outlet) = asker(head, rest, before.conversation) {
        let outlet = (!outlet.is_empty()).then(|| start + outlet.start..start + outlet.end);
        return speaks.then_some(Turn::Question { outlet });
    }
    // 某某答:够.
    let answers = head
        .strip_suffix("回答")
        .or_else(|| head.strip_suffix('答'))
        .filter(|name| !name.is_empty());
    if let Some(name) = answers.filter(|_| before.question) {
        let named = start..start + name.len();
        let speaker = people.known(name).or_else(|| people.designated(text, named, hits));
        return speaker.map(Turn::Speaker).or_else(|| people::is_name(name).then_some(Turn::Answer));
    }
    if matches!(head, "答" | "回答" | "答复" | "解答" | "回应" | "A" | "答记者问") {
        return Some(Turn::Answer);
    }
    let name_end = start + head.find('(').filter(|_| head.ends_with(')')).unwrap_or(head.len());
    let name = &text[start..name_end];
    if let Some(speaker) = people.known(name) {
        return Some(Turn::Speaker(speaker));
    }
    // 某某(某局局长): the office stands behind the name.
    let office = text[name_end..start + head.len()].trim_matches(['(', ')']);
    let ends_in_office = || {
        let end = name_end + "(".len() + office.len();
        hits.iter().any(|hit| hit.word == Word::Office && hit.end as usize == end)
    };
    if speaks && !office.is_empty() && people::is_name(name) && ends_in_office() {
        return Some(Turn::Speaker(people.met(name, start..start + head.len())));
    }
    let says = hits
        .iter()
        .take_while(|hit| (hit.start as usize) < name_end)
        .any(|hit| hit.word == Word::Speech);
    if head.contains(',') || !speaks || says {
        return None;
    }
    if let Some(speaker) = people.designated(text, start..name_end, hits) {
        return Some(Turn::Speaker(speaker));
    }
    let bare_name =
        (before.question || (before.conversation && rest.is_empty())) && people::is_name(name) && cues::begins_with_family_name(name);
    bare_name.then_some(Turn::Speaker(start..name_end))
}

/// The newsroom in the heading of a question, as a range of the heading; empty where none is named. `None` if it asks nothing.
fn asker(head: &str, rest: &str, conversation: bool) -> Option<Range<usize>> {
    const ASKERS: &[&str] = &[
        "问",
        "提问",
        "Q",
        "媒体提问",
        "媒体问",
        "网友提问",
        "网友问",
        "网民提问",
        "网民问",
        "市民提问",
        "市民问",
        "问题",
    ];
    let ordinal = head.trim_start_matches(|c: char| c.is_ascii_digit() || "第一二三四五六七八九十".contains(c));
    if ordinal.len() < head.len() && matches!(ordinal, "问" | "个问题") {
        return Some(0..0);
    }
    let numbered = head.trim_end_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    if head == "问题" && !rest.contains('?') {
        return None;
    }
    if ASKERS.contains(&head) || (numbered.len() < head.len() && matches!(numbered, "问" | "问题" | "Q" | "提问")) {
        return Some(0..0);
    }
    if head.contains(',') {
        return None;
    }
    let newsroom = any_of!["社", "报", "台", "网", "新闻", "周刊", "客户端"].ends(head) && head.chars().count() >= 3;
    if newsroom && (rest.contains('?') || (conversation && rest.is_empty())) {
        return Some(outlet_in(head));
    }
    let outlet = ["记者提问", "记者追问", "记者问", "记者"]
        .iter()
        .find_map(|end| head.strip_suffix(end))?;
    Some(outlet_in(outlet))
}

/// The newsroom in the words before 记者, without what leads to it.
fn outlet_in(words: &str) -> Range<usize> {
    let end = words.trim_end_matches('的').len();
    let mut start = 0;
    while let Some(lead_in) = phrases::LEAD_INS.at_start(&words[start..end]) {
        start += lead_in.len();
    }
    // 《某报》记者: the marks are no part of the name.
    let name = words[start..end].trim_matches(['《', '》', '“', '”']);
    let start = start + (words[start..end].len() - words[start..end].trim_start_matches(['《', '“']).len());
    start..start + name.len()
}

/// 有记者提问, 某台记者问: the newsroom and the length up to the mark behind the verb.
fn reporter_asks(bare: &str) -> Option<(Range<usize>, usize)> {
    const OUTLET_CHARS: usize = 24;
    let window = bare.char_indices().nth(OUTLET_CHARS).map_or(bare, |(end, _)| &bare[..end]);
    // 在答问环节,央视记者问:…: when, before who.
    let when = any_of![
        "在答问环节,",
        "答问环节,",
        "在提问环节,",
        "提问环节,",
        "在记者提问环节,",
        "记者提问环节,",
        "在答记者问环节,",
        "随后,",
        "最后,"
    ];
    let when = when.at_start(bare).map_or(0, str::len);
    let at = when + window.get(when..)?.find("记者")?;
    let named = when..at;
    if bare[named.clone()].contains([',', '。', ':', ';', '(', '[']) {
        return None;
    }
    let after = &bare[at + "记者".len()..];
    let verb = any_of!["提问道", "提问说", "提问", "追问", "问道", "问到", "问及", "问"].at_start(after)?;
    let rest = &after[verb.len()..];
    let mark = rest.chars().next().filter(|c| matches!(c, ',' | ':' | '“'))?;
    let mark_len = if mark == '“' { 0 } else { mark.len_utf8() };
    let outlet = outlet_in(&bare[named]);
    let outlet = outlet.start + when..outlet.end + when;
    Some((outlet, at + "记者".len() + verb.len() + mark_len))
}

/// A line that is nothing but an office and a name.
fn designation_line(text: &str, range: Range<usize>, hits: &[Hit], people: &mut People) -> Option<Opening> {
    let office = hits
        .iter()
        .rev()
        .find(|hit| hit.word == Word::Office && (range.start..range.end).contains(&(hit.start as usize)))?;
    let line = &text[range.clone()];
    if hits.iter().any(|hit| hit.word == Word::Speech)
        || line.chars().count() > HEAD_CHARS
        || line.contains(['。', ',', ';', '?', '!', '“'])
    {
        return None;
    }
    let name = &text[office.end as usize..range.end];
    if name.is_empty() || !cues::begins_with_family_name(name) {
        return None;
    }
    let speaker = people.designated(text, range.clone(), hits)?;
    Some(Opening {
        turn: Turn::Speaker(speaker),
        head_end: range.end,
    })
}

/// Length of what stands before a heading: bullets, bold marks, one short word in brackets.
fn decoration_len(stretch: &str) -> usize {
    const BRACKET_CHARS: usize = 6;
    let marked = stretch.trim_start_matches(is_ornament);
    let bracket = bracket_inner(marked).filter(|inner| inner.chars().count() <= BRACKET_CHARS);
    stretch.len() - marked.len() + bracket.map_or(0, |inner| inner.len() + "[]".len())
}

/// Bullets, quotes and bold marks; arrows, geometric shapes, dingbats and emoji.
fn is_ornament(c: char) -> bool {
    matches!(c, '*' | '#' | '>' | '•' | '-' | '“' | '"' | '|' | '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

/// The line opens a turn by its own words.
pub(super) fn opens(line: &Line) -> bool {
    let before = Before {
        line_start: true,
        glyphs: line.glyphs,
        ..Before::default()
    };
    opening(line.reading(), &line.range(), line.hits(), &mut People::default(), before).is_some()
}

/// The line opens a question.
pub(super) fn asks(line: &Line) -> bool {
    let before = Before {
        glyphs: line.glyphs,
        ..Before::default()
    };
    let opening = opening(line.reading(), &line.range(), &[], &mut People::default(), before);
    matches!(
        opening,
        Some(Opening {
            turn: Turn::Question { .. },
            ..
        })
    )
}

#[cfg(test)]
mod tests {
    use super::super::lines::Found;
    use super::*;

    /// What opens: `问 newsroom`, `答`, `主持`, or the speaker; empty where none does.
    fn check(text: &str, expected: &str) {
        let hits = Found::of(text).hits;
        let before = Before {
            question: true,
            line_start: true,
            conversation: false,
            glyphs: Glyphs::of(text),
        };
        let found = opening(text, &(0..text.len()), &hits, &mut People::default(), before);
        let shown = match found.map(|opening| opening.turn) {
            Some(Turn::Question { outlet }) => {
                format!("问{}", outlet.map_or("", |range| &text[range]))
            }
            Some(Turn::Answer) => "答".to_owned(),
            Some(Turn::Moderator { named: None }) => "主持".to_owned(),
            Some(Turn::Moderator { named: Some(speaker) }) => format!("主持 {}", &text[speaker]),
            Some(Turn::Speaker(speaker)) => text[speaker].to_owned(),
            None => String::new(),
        };
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn questions_open() {
        check("青川融媒体中心记者提问:蔬菜够吗?", "问青川融媒体中心");
        check("有记者提问,蔬菜够吗?", "问");
        check("记者:请问蔬菜够吗?", "问");
        check("**青川日报记者:**请问蔬菜够吗?", "问青川日报");
        check("问:蔬菜够吗?", "问");
        check("问题二:蔬菜够吗?", "问");
        check("记者:", "问");
        check("[问]蔬菜够吗?", "问");
        check("二问:蔬菜够吗?", "问");
        check("山城社:请问蔬菜够吗?", "问山城社");
        check("[山城社记者]蔬菜够吗?", "问山城社");
        check("有记者问到,蔬菜够吗?", "问");
        check("[山城社记者]", "问山城社");
        check("在答问环节,山城社记者问:蔬菜够吗?", "问山城社");
    }

    #[test]
    fn prose_about_questions_does_not() {
        check("记者提问环节结束后,发布会转入下一项。", "");
        check("问题:一是货源不足,二是人手不够。", "");
        check("问题是货源不足。", "");
        check("记者:李某某 王某", "");
        check("会后,某局回答了记者提问,并提供资料。", "");
        check("记者从会上获悉:蔬菜够。", "");
        check("[山城社记者 吴迪]", "");
        check("会后,山城社记者问:蔬菜够吗?", "");
    }

    #[test]
    fn answers_open() {
        check("答:够。", "答");
        check("青川市商务局党组书记、局长吴迪:", "青川市商务局党组书记、局长吴迪");
        check("青川市商务局局长吴迪(答):谢谢提问。", "青川市商务局局长吴迪");
        check("吴迪:谢谢提问。", "吴迪");
        check("[同期]青川商会会长吴迪", "青川商会会长吴迪");
        check("主持人:请继续提问。", "主持");
        check("主持人、市委宣传部副部长周文:各位好。", "主持 市委宣传部副部长周文");
        check("主持人(市委宣传部副部长周文):各位好。", "主持 市委宣传部副部长周文");
        check("[青川市商务局局长吴迪]货源充足,价格平稳。", "青川市商务局局长吴迪");
        check("吴迪答:够。", "答");
        check("吴迪(青川市商务局局长):供应足,价格稳。", "吴迪(青川市商务局局长)");
        check("[山城社记者 吴迪]货源充足,价格平稳。", "");
        check("[山城社记者]请介绍供应情况。", "问山城社");
        check("[供应]货源充足,价格平稳。", "");
        check("[青川市经济和信息化局党组书记、局长吴迪]", "青川市经济和信息化局党组书记、局长吴迪");
        check("[主持人]", "主持");
        check("主持人周文(市委宣传部副部长):各位好。", "主持 周文(市委宣传部副部长)");
    }

    #[test]
    fn labels_do_not() {
        check("其中:东区3例,西区4例。", "");
        check("青川市商务局:供应充足。", "");
        check("专家提醒:近期减少聚集,戴好口罩。", "");
        check("青川市商务局局长吴迪表示:供应足,价格稳。", "");
        check("各家日报:报道了此事。", "");
        check("时间:下午三点,地点不变。", "");
        check("青川市商务局局长吴迪:供应足", "");
    }
}
