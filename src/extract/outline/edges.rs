//! What is glued to the edges of a paragraph: the dateline before its first sentence, the credits behind its last.

use super::cues::{self, Mark};
use super::glyphs::Glyphs;
use super::lines::Line;
use super::people::is_name;
use super::reading::{Reading, is_blank};
use super::turns;
use crate::extract::any_of::any_of;

/// A dateline's words reach at most this far before its closing word, its brackets at most that far.
const DATELINE_CHARS: usize = 30;
const BRACKET_CHARS: usize = 60;
/// Credits are at most this long.
const CREDITS_CHARS: usize = 150;

/// Offset in the line where its text begins, behind a dateline (某社某地1月2日电(记者某某)); 0 where it has none.
pub(super) fn dateline_len(line: &Line, reading: &Reading, source: &str) -> usize {
    let text = line.read;
    // [某社记者]请介绍供应情况: who asks.
    if turns::asks_in_brackets(text) {
        return 0;
    }
    let spaced = |at: usize| at >= text.len() || reading.has_space_before(source, line.at + at);
    let mut end = bracketed_dateline(text).or_else(|| plain_dateline(text, &spaced)).unwrap_or(0);
    if end == 0 {
        return 0;
    }
    end += named_reporters_len(line, end);
    while let Some(len) = bracket_len(&text[end..]).filter(|len| is_dateline_bracket(&text[end..end + len])) {
        end += len;
    }
    end += reporter_reports_len(&text[end..]);
    let rest = text[end..].trim_start_matches([':', '/', '-', '|']);
    if rest.is_empty() { 0 } else { text.len() - rest.len() }
}

/// 本报讯 记者 某某 通讯员 某某: reporters set off by white space behind a dateline, their length.
fn named_reporters_len(line: &Line, end: usize) -> usize {
    let mut words = line.written.split(is_blank).filter(|word| !word.is_empty());
    if words.next().map(str::len) != Some(end) {
        return 0;
    }
    let is_role = |word: &&str| any_of!["记者", "通讯员", "实习生", "摄影"].within(word) && word.chars().count() <= 8;
    let (mut len, mut named) = (0, 0);
    let mut words = words.peekable();
    while let Some(word) = words.next_if(|word| is_role(word) || (named > 0 && is_name(word) && word.chars().count() <= 3)) {
        // What is read has no blanks, and its marks are narrow: the words must stand there, too.
        if !line.read.get(end + len..).is_some_and(|read| read.starts_with(word)) {
            return 0;
        }
        named += 1;
        len += word.len();
    }
    if words.peek().is_some() { len } else { 0 }
}

/// 记者某某报道: behind a dateline.
fn reporter_reports_len(text: &str) -> usize {
    const REACH_BYTES: usize = 45;
    let reach = &text[..text.floor_char_boundary(REACH_BYTES)];
    if !reach.starts_with("记者") {
        return 0;
    }
    reach
        .find("报道:")
        .filter(|at| !reach[..*at].contains([',', '。']))
        .map_or(0, |at| at + "报道:".len())
}

/// Length of a bracket group at the start.
fn bracket_len(text: &str) -> Option<usize> {
    let close = match text.chars().next()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    text.char_indices()
        .take(BRACKET_CHARS + 2)
        .find(|(_, c)| *c == close)
        .map(|(at, c)| at + c.len_utf8())
}

fn is_dateline_bracket(bracket: &str) -> bool {
    let inner = &bracket[1..bracket.len() - 1];
    !inner.contains('。')
        && (any_of!["记者", "通讯员", "编辑", "作者", "实习生", "新闻联播", "总台"].within(inner)
            || any_of!["讯", "电", "报道", "消息"].ends(inner))
}

/// [某网综合报道], (记者 某某) before the text; [某社记者]蔬菜够吗? asks.
fn bracketed_dateline(text: &str) -> Option<usize> {
    let asks = |len: usize| text[..len].ends_with("记者]") && text[len..].contains('?');
    bracket_len(text).filter(|len| is_dateline_bracket(&text[..*len]) && !asks(*len))
}

/// 某社某地1月2日电, 本报讯, 某网消息, 某报报道 before the text; 南海网、南海网客户端三亚8月13日消息: two names of one newsroom.
fn plain_dateline(text: &str, spaced: &dyn Fn(usize) -> bool) -> Option<usize> {
    let window = dateline_window(text);
    match text[window.len()..].strip_prefix('、') {
        Some(rest) if window.ends_with(['网', '报', '社', '台']) => {
            let lead = text.len() - rest.len();
            dateline_of_one(rest, &|at| spaced(lead + at)).map(|len| lead + len)
        }
        _ => dateline_of_one(text, spaced),
    }
}

/// The words in which a dateline may stand: up to the first mark, and not far.
fn dateline_window(text: &str) -> &str {
    let end = text
        .char_indices()
        .enumerate()
        .find(|(count, (_, c))| *count == DATELINE_CHARS || matches!(c, ',' | '。' | ';' | '!' | '?' | '“' | ':' | '(' | '[' | '、'))
        .map_or(text.len(), |(_, (at, _))| at);
    &text[..end]
}

/// The dateline of a newsroom by one name.
fn dateline_of_one(text: &str, spaced: &dyn Fn(usize) -> bool) -> Option<usize> {
    let window = dateline_window(text);
    if !window.contains(['电', '讯', '消', '报']) {
        return None;
    }
    if window.starts_with('据') || window.starts_with('从') {
        return None;
    }
    let is_outlet = |words: &str| {
        words.contains(['报', '网', '社', '台', '刊']) || any_of!["新闻", "央视", "客户端", "融媒", "记者", "本网", "发布"].within(words)
    };
    ["电", "讯", "消息", "报道"].iter().find_map(|word| {
        window.match_indices(word).find_map(|(at, _)| {
            let (before, end) = (&window[..at], at + word.len());
            let next = text[end..].chars().next();
            let marked = next.is_none_or(|c| matches!(c, '(' | '[' | ':' | '/' | '-' | '|')) || spaced(end);
            let numbered = next.is_some_and(|c| c.is_ascii_digit() || c == '“');
            let dated = before
                .strip_suffix('日')
                .is_some_and(|day| day.ends_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c)));
            let fits = match *word {
                "电" => {
                    dated
                        && !matches!(
                            next,
                            Some('力' | '话' | '视' | '网' | '源' | '价' | '量' | '商' | '子' | '动' | '厂' | '影' | '台')
                        )
                }
                "讯" => !matches!(next, Some('息' | '道' | '员')) && ((is_outlet(before) || dated) && (marked || numbered || dated)),
                "消息" => (is_outlet(before) || dated) && marked,
                _ => is_outlet(before) && marked,
            };
            fits.then_some(end)
        })
    })
}

/// Offset in the line, from `from` on, where credits glued to its end begin; the line's length where there are none.
pub(super) fn credits_start(line: &Line, from: usize) -> usize {
    const GROUPS: usize = 4;
    let mut end = line.read.len();
    if !line.glyphs.has(Glyphs::COLON.or(Glyphs::BRACKET).or(Glyphs::CREDIT_MARK)) {
        return end;
    }
    for _ in 0..GROUPS {
        match one_credit(line.read, from, end) {
            Some(start) if start < end => end = start,
            _ => break,
        }
    }
    end
}

fn one_credit(text: &str, from: usize, end: usize) -> Option<usize> {
    if !may_end_in_credit(&text[from..end]) {
        return None;
    }
    let window_start = text[from..end]
        .char_indices()
        .rev()
        .nth(CREDITS_CHARS)
        .map_or(from, |(at, _)| from + at);
    let window = &text[window_start..end];
    let closers: &[char] = &['。', '!', '?', '”', '"'];
    let stop = window
        .trim_end_matches('。')
        .rfind(closers)
        .map(|at| at + window[at..].chars().next().map_or(0, char::len_utf8));
    let behind = stop.unwrap_or(0);
    let rest = &window[behind..];
    let whole_window = window_start == from && stop.is_none();
    if !rest.is_empty() && !whole_window && is_credit(rest) {
        return Some(window_start + behind);
    }
    let shut = window.trim_end_matches('。');
    let open = match shut.chars().next_back()? {
        ')' => shut.rfind('('),
        ']' => shut.rfind('['),
        _ => None,
    };
    if let Some(at) = open.filter(|at| (*at > 0 || window_start > from) && is_bracketed_credit(&shut[*at..])) {
        return Some(window_start + at);
    }
    named_roles(rest)
        .filter(|at| *at > 0 || !whole_window)
        .map(|at| window_start + behind + at)
}

/// A bracket or a mark that stands in credits comes behind the last sentence.
fn may_end_in_credit(text: &str) -> bool {
    let is_credit_mark = |c: char| matches!(c, '(' | '[' | '@' | ':' | '/' | '|' | ')' | ']');
    let last = text
        .trim_end_matches('。')
        .chars()
        .rev()
        .find(|c| is_credit_mark(*c) || matches!(c, '。' | '!' | '?' | '”' | '"'));
    last.is_some_and(is_credit_mark)
}

/// (责任编辑:某某), 主编:某某编辑:某某
fn is_credit(text: &str) -> bool {
    if text.starts_with(['(', '[']) {
        return is_bracketed_credit(text.trim_end_matches('。'));
    }
    const ROLE_CHARS: usize = 8;
    const ACCOUNT_CHARS: usize = 20;
    if text.starts_with('@') {
        return text.chars().count() <= ACCOUNT_CHARS;
    }
    let Some((role, names)) = text.split_once([':', '/', '|']) else {
        return false;
    };
    role.chars().count() <= ROLE_CHARS && cues::is_role(role) && !names.contains(['?', ',']) && !names.is_empty()
}

fn is_bracketed_credit(bracket: &str) -> bool {
    let (Some(len), true) = (bracket_len(bracket), bracket.ends_with([')', ']'])) else {
        return false;
    };
    if len != bracket.len() {
        return false;
    }
    let inner = &bracket[1..bracket.len() - 1];
    let named = is_name(inner) && inner.chars().count() <= 3 && cues::begins_with_family_name(inner);
    let signed = cues::marks(inner).has(Mark::Role) && !inner.contains(['。', ',', '?']);
    let reporter = inner.contains("记者") && !inner.contains(['。', ',', '?', ':']) || inner.contains("记者:");
    matches!(inner, "完" | "全文完" | "完毕") || named || signed || reporter || inner.starts_with("来源:") || inner.starts_with("据")
}

/// Where 责任编辑: and its like begin behind a text that lacks its full stop.
fn named_roles(text: &str) -> Option<usize> {
    const ROLES: &[&str] = &[
        "责任编辑:",
        "责编:",
        "主编:",
        "编审:",
        "总编辑:",
        "编辑:",
        "审核:",
        "校对:",
        "监制:",
        "记者:",
    ];
    let at = text.match_indices(':').find_map(|(colon, mark)| {
        let upto = &text[..colon + mark.len()];
        let longest = ROLES.iter().filter(|role| upto.ends_with(**role)).map(|role| role.len()).max()?;
        Some(upto.len() - longest)
    })?;
    let names = text[at..].split(':').nth(1).unwrap_or_default();
    (!text[at..].contains(['。', '?', ',']) && !names.is_empty()).then_some(at)
}
