//! What each line of the page is by its form, its cues and its place: furniture, title, byline, caption, credits, table, list, or text.

use super::super::any_of::any_of;
use super::super::phrases;
use super::blocks::{self, Block};
use super::cues::{self, Mark, Word};
use super::glyphs::Glyphs;
use super::lines::Line;
use super::people;
use super::reading::is_blank;
use super::signs;
use super::turns;
use std::collections::HashSet;

/// What a line is. Only `Text` is read sentence by sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Furniture,
    Title,
    Byline,
    Caption,
    Credits,
    Table,
    List,
    Text,
}

/// A headline is at most this long, a heading inside the text at most that.
const HEADLINE_CHARS: usize = 120;
const HEADING_CHARS: usize = 42;
/// A copy quotes the title that the text bore before.
const FORMER_TITLE: &str = "原标题:";
/// Headings that may follow one another.
const HEADINGS_IN_A_ROW: usize = 3;
/// A stamp or a line of credits is at most this long.
const STAMP_CHARS: usize = 110;

/// The role of every line.
pub(super) fn roles(lines: &[Line]) -> Vec<Role> {
    let mut roles: Vec<Role> = blocks::blocks(lines).into_iter().map(role_of_block).collect();
    let Some(zones) = Zones::of(lines, &roles) else {
        mark_chrome(lines, &mut roles, lines.len());
        return roles;
    };
    mark_chrome(lines, &mut roles, zones.last_text);
    mark_stamps(lines, &mut roles, &zones);
    mark_head(lines, &mut roles, zones.first_text);
    mark_headings(lines, &mut roles, &zones);
    mark_tail(lines, &mut roles, zones.last_text);
    roles
}

fn role_of_block(block: Option<Block>) -> Role {
    match block {
        Some(Block::Table) => Role::Table,
        Some(Block::List) => Role::List,
        None => Role::Text,
    }
}

/// Where the text itself begins and ends, as line numbers.
struct Zones {
    first_text: usize,
    last_text: usize,
}

impl Zones {
    fn of(lines: &[Line], roles: &[Role]) -> Option<Self> {
        // The first line that is not page furniture may be a headline full of counts.
        let headline = lines
            .iter()
            .position(|line| !line.is_chrome() && !is_stamp(line) && !line.is_menu())?;
        let is_text = |index: usize| {
            let line = &lines[index];
            let repeats_headline = index > headline && lines[headline].read.starts_with(line.read);
            match roles[index] {
                Role::Table | Role::List => true,
                _ if line.is_chrome() || is_stamp(line) || is_caption(line) => false,
                _ if repeats_headline || (index == headline && is_headline(line)) => turns::opens(line),
                _ => line.is_prose() || (index > headline && line.is_counts()) || turns::opens(line),
            }
        };
        let first_text = (0..lines.len()).find(|index| is_text(*index))?;
        let last_text = (first_text..lines.len()).rev().find(|index| is_text(*index))?;
        // The last line of a bulletin or of an excerpt may lack its full stop; no heading stands where nothing follows.
        let below = &lines[last_text + 1..];
        let is_plain = |line: &&Line| !line.is_chrome() && !is_stamp(line) && !is_caption(line) && !line.is_menu();
        let counts = below.iter().take_while(|line| is_plain(line) && line.has_count()).count();
        let broken_off = matches!(below, [only] if is_plain(&only) && only.glyphs.has(Glyphs::COMMA) && only.han >= 8);
        Some(Self {
            first_text,
            last_text: last_text + counts.max(usize::from(broken_off)),
        })
    }
}

fn is_headline(line: &Line) -> bool {
    line.is_heading_shaped(HEADLINE_CHARS) || line.is_marked_heading()
}

/// Furniture by its own words, the value under a label, and all but prose below a tail mark.
fn mark_chrome(lines: &[Line], roles: &mut [Role], last_text: usize) {
    let (mut under_label, mut in_tail) = (false, false);
    for (index, line) in lines.iter().enumerate() {
        let label = line.marks.has(Mark::Label);
        let tail = line.marks.has(Mark::Tail) && !line.has_full_stop();
        if roles[index] == Role::Text && (line.is_chrome() || label || tail || under_label || (in_tail && !line.is_prose())) {
            roles[index] = Role::Furniture;
        }
        under_label = label && line.chars <= 6;
        in_tail = tail || (in_tail && (index > last_text || !line.is_prose()));
    }
}

/// States source, time, views or hands, and nothing else.
fn is_stamp(line: &Line) -> bool {
    let one_sentence = || !line.read.trim_end_matches([')', ']', '。']).contains(['。', '?', '!']);
    let few_breaks = line.breaks <= 1;
    let states = || {
        line.is_date()
            || is_dateline(line)
            || (few_breaks && (line.marks.has(Mark::Field) || has_dated_source(line) || is_dated_name(line)))
            || is_hands(line)
    };
    line.chars <= STAMP_CHARS && states() && (line.stops().is_empty() || one_sentence()) && !turns::asks(line)
}

/// 甲市1月12日讯: where and when a report was sent, on a line of its own.
fn is_dateline(line: &Line) -> bool {
    const DATELINE_CHARS: usize = 24;
    line.chars <= DATELINE_CHARS
        && line.digits > 0
        && line.read.ends_with(['讯', '电'])
        && line.read.contains(['日', '月'])
        && !line.glyphs.has(Glyphs::STOPS.or(Glyphs::COMMA))
}

/// 编辑:某某; 记者 某某 某某; 某报记者 某某; 文/某某.
fn is_hands(line: &Line) -> bool {
    const NAMES_CHARS: usize = 40;
    if line.glyphs.has(Glyphs::STOPS.or(Glyphs::COMMA)) || line.chars > STAMP_CHARS {
        return false;
    }
    let bare = line.read.trim_start_matches(['(', '[', '-']);
    let ends = matches!(bare.trim_end_matches([')', ']', '-']), "完" | "全文完" | "END" | "End" | "end");
    let may_head = line.glyphs.has(Glyphs::COLON.or(Glyphs::CREDIT_MARK));
    let role_end = || bare.find([':', '/', '|']).map(|at| &bare[..at]);
    let spaced = line.spaced && line.written.contains(char::is_whitespace);
    let first_word = || {
        let word = line.written.split(is_blank).next().unwrap_or_default();
        word.trim_start_matches(['(', '[', '-', '（', '【'])
    };
    let named_role = (may_head && role_end().is_some_and(cues::is_role))
        || (spaced && line.chars <= NAMES_CHARS && !line.has(Word::Speech) && cues::is_role(first_word()));
    let may_report = line.glyphs.has(Glyphs::REPORTER) && line.chars <= NAMES_CHARS;
    let behind_reporter = || bare.find("记者").filter(|at| *at < 36).map(|at| &bare[at + "记者".len()..]);
    let named = |names: &str| spaced || people::is_name(names.trim_end_matches([')', ']']));
    let reporter = may_report && behind_reporter().is_some_and(|names| !names.is_empty() && !names.ends_with(':') && named(names));
    let reported = line.chars <= 16
        && ["报道", "摄影报道", "文/图", "文图", "供稿"]
            .iter()
            .any(|end| line.read.trim_end_matches([')', ']']).ends_with(end));
    ends || named_role || reporter || reported
}

/// A full date beside a few words (2022-03-15 22:11 | 稿件来源).
fn has_dated_source(line: &Line) -> bool {
    let timed = line.digits >= 8 && line.digits * 4 >= line.chars && line.glyphs.has(Glyphs::COLON);
    timed && line.han <= 14 && line.read.contains(['-', '年', '/'])
}

/// 某某日报 2月11日 星期二, 某省卫生健康委员会 2021-11-13: a name set apart from a date, and nothing else.
fn is_dated_name(line: &Line) -> bool {
    const NAME_CHARS: usize = 22;
    const LABEL_CHARS: usize = 4;
    if !line.spaced || line.chars > STAMP_CHARS || line.digits == 0 || line.glyphs.has(Glyphs::STOPS.or(Glyphs::COMMA)) {
        return false;
    }
    let mut words = line.written.split(is_blank).filter(|word| !word.is_empty());
    let Some(name) = words.next() else {
        return false;
    };
    // 2022年10月19日 某市发布: the day first.
    if name.starts_with(|c: char| c.is_ascii_digit()) && name.contains(['月', '-']) {
        let rest: Vec<&str> = words.collect();
        return matches!(rest[..], [newsroom] if ends_like_newsroom(newsroom) && newsroom.chars().count() <= NAME_CHARS);
    }
    let names = is_office(name) || ends_like_newsroom(name);
    let is_day = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && word.contains(['月', '-', '/', '.']);
    let is_time = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_digit())
            || word.starts_with("星期")
            || word.starts_with('周')
            || word.chars().count() <= LABEL_CHARS
    };
    let (mut dated, mut only) = (false, true);
    for word in words {
        dated |= is_day(word);
        only &= is_time(word);
    }
    names && dated && only && name.chars().count() <= NAME_CHARS && !name.contains(|c: char| c.is_ascii_digit())
}

/// 某某日报, 某某网, 某频道: the name of a newsroom by its end.
fn ends_like_newsroom(name: &str) -> bool {
    phrases::NEWSROOM_ENDS.ends(name)
}

/// 某市疫情防控指挥部办公室: the name of an office by its end.
fn is_office(name: &str) -> bool {
    phrases::OFFICE_ENDS.ends(name)
}

fn is_caption(line: &Line) -> bool {
    const CAPTION_CHARS: usize = 90;
    let pictured = || {
        (line.read.ends_with(['社', '报', '网', '发']) && line.read.contains("拍摄的"))
            || (line.read.contains("图片由") && line.read.contains("提供"))
    };
    // ▲送菜3万份;: one of several points.
    let is_point = line.read.starts_with('▲') && line.read.ends_with(';');
    line.chars <= CAPTION_CHARS
        && !is_point
        && (line.marks.has(Mark::Caption) || pictured())
        && (!line.has_full_stop() || line.read.matches('。').count() <= 2)
}

/// Dates, sources and hands: a byline above the text and inside it, credits below it.
fn mark_stamps(lines: &[Line], roles: &mut [Role], zones: &Zones) {
    for (index, line) in lines.iter().enumerate() {
        if names_hand(lines, index) && index + 1 < zones.first_text {
            roles[index..index + 2].fill(Role::Byline);
        }
        if roles[index] != Role::Text {
            continue;
        }
        if line.read.starts_with(FORMER_TITLE) && line.is_heading_shaped(HEADLINE_CHARS) {
            roles[index] = Role::Title;
        } else if is_caption(line) && index != zones.first_text {
            roles[index] = Role::Caption;
        } else if is_stamp(line) {
            roles[index] = match () {
                () if index < zones.first_text => Role::Byline,
                () if index > zones.last_text && is_counter(line) => Role::Furniture,
                // The office that issued the text signs it with the day: 2022年3月16日.
                () if index > zones.last_text && line.is_date() && !line.read.contains('年') => Role::Furniture,
                () if index > zones.last_text && line.is_date() => Role::Byline,
                () if index > zones.last_text || is_hands(line) => Role::Credits,
                () => Role::Byline,
            };
        }
    }
}

/// 阅读 (3.2万): how often the page was looked at, and nothing else.
fn is_counter(line: &Line) -> bool {
    const COUNTER_CHARS: usize = 36;
    line.chars <= COUNTER_CHARS && line.digits > 0 && !is_hands(line) && any_of!["阅读", "浏览", "点击", "访问"].starts(line.read)
}

/// （2021年第9号）: which number of a series the text is, right below its title.
fn is_issue(line: &Line) -> bool {
    const ISSUE_CHARS: usize = 16;
    let inner = line.read.trim_start_matches('(').trim_end_matches(')');
    line.chars <= ISSUE_CHARS && line.digits > 0 && inner.contains('第') && inner.ends_with(['号', '期', '场'])
}

/// Above the text: the headline and its second lines are titles, newsrooms bylines, the rest is furniture.
fn mark_head(lines: &[Line], roles: &mut [Role], first_text: usize) {
    const TITLE_HAN: usize = 6;
    let free: Vec<usize> = (0..first_text).filter(|index| roles[*index] == Role::Text).collect();
    let is_title = |index: usize| {
        let line = &lines[index];
        line.is_marked_heading() || (is_headline(line) && line.han >= TITLE_HAN && !line.is_menu() && !is_newsroom(line))
    };
    // The name of the site stands above the breadcrumbs, a longer headline below them.
    let (mut longest, mut longest_below_chrome) = (0, 0);
    let mut sites = HashSet::new();
    for index in (0..first_text).rev() {
        match roles[index] {
            Role::Furniture => longest_below_chrome = longest,
            Role::Text if is_title(index) => {
                longest = longest.max(lines[index].chars);
                if longest_below_chrome > lines[index].chars * 3 / 2 {
                    sites.insert(index);
                }
            }
            _ => {}
        }
    }
    let is_title = |index: usize| is_title(index) && !sites.contains(&index);
    let bare = !roles[..first_text].contains(&Role::Furniture);
    let only = free
        .iter()
        .copied()
        .filter(|_| bare)
        .rfind(|index| is_headline(&lines[*index]) && !lines[*index].is_menu());
    let any_title = free.iter().any(|index| is_title(*index));
    // 甲省⏎确诊病例13例: whose figures they are, right above them; a menu has many such names.
    let heads_figures = |index: usize| {
        let is_alone = index == 0 || !is_bare_place(&lines[index - 1]);
        is_alone
            && is_bare_place(&lines[index])
            && !is_bare_place(&lines[index + 1])
            && (index + 1 == first_text || Some(index + 1) == only || is_title(index + 1))
    };
    let first_title = free.iter().copied().find(|index| is_title(*index)).or(only);
    for index in free {
        let line = &lines[index];
        roles[index] = match () {
            () if is_title(index)
                || heads_figures(index)
                || (index > 0 && lines[index - 1].is_number() && is_heading(line))
                || (index > 0 && roles[index - 1] == Role::Title && is_issue(line))
                || (index + 1 == first_text && signs::is_numbered(line.read) && is_heading(line))
                || (!any_title && Some(index) == only) =>
            {
                Role::Title
            }
            () if first_title.is_some_and(|title| index > title) && (is_newsroom(line) || is_names(line)) => Role::Byline,
            () => Role::Furniture,
        };
    }
}

/// 甲省, 乙市: a name with the kind of its division, and nothing else.
fn is_bare_place(line: &Line) -> bool {
    const PLACE_CHARS: usize = 9;
    line.han == line.chars && (2..=PLACE_CHARS).contains(&line.chars) && line.read.ends_with(['省', '市', '州', '盟', '区', '县', '旗'])
}

/// 记者 ⏎ 某某某: a role and, where its blank was taken for a line's end, the name below it.
fn names_hand(lines: &[Line], index: usize) -> bool {
    const ROLE_CHARS: usize = 4;
    const NAME_CHARS: usize = 4;
    let line = &lines[index];
    let is_role = line.chars <= ROLE_CHARS && line.han == line.chars && line.marks.has(Mark::Role);
    is_role
        && lines
            .get(index + 1)
            .is_some_and(|name| name.han == name.chars && (2..=NAME_CHARS).contains(&name.chars))
}

/// The name of a newsroom and nothing else.
fn is_newsroom(line: &Line) -> bool {
    const NEWSROOM_CHARS: usize = 10;
    // 某某网消息.
    let reports = || line.read.strip_suffix("消息").is_some_and(ends_like_newsroom);
    line.chars <= NEWSROOM_CHARS && (line.marks.has(Mark::Outlet) || reports())
}

/// Two names or three, and nothing else.
fn is_names(line: &Line) -> bool {
    let parts = || line.written.split_whitespace().map(|part| part.chars().count());
    line.spaced && line.han == line.chars && (2..=4).contains(&parts().count()) && parts().all(|chars| (2..=3).contains(&chars))
}

/// Inside the text: short lines without a full stop that text, a table or a list follows.
fn mark_headings(lines: &[Line], roles: &mut [Role], zones: &Zones) {
    let mut row: Vec<usize> = Vec::new();
    for index in zones.first_text..=zones.last_text {
        let line = &lines[index];
        match roles[index] {
            Role::Text
                if is_heading(line)
                    && !is_bullet(line)
                    && !asks_below_a_name(lines, index)
                    && (!line.is_counts() || stops_below(lines, index)) =>
            {
                row.push(index);
            }
            Role::Text | Role::Table | Role::List => {
                if roles[index] == Role::Text && row.is_empty() && quotes_a_speaker(lines, roles, index, zones.last_text) {
                    continue;
                }
                // 甲市14例⏎乙市7例: counts, however short their lines.
                let are_counts = row.iter().all(|index| !lines[*index].cases().is_empty());
                if row.len() <= HEADINGS_IN_A_ROW {
                    row.iter().for_each(|index| roles[*index] = Role::Title);
                } else if !are_counts {
                    row.iter().for_each(|index| roles[*index] = Role::List);
                }
                row.clear();
            }
            _ => {}
        }
    }
}

/// An item of a Markdown list: `- …`, `* …`.
fn is_bullet(line: &Line) -> bool {
    line.read.starts_with(['-', '*', '•']) && !line.read.starts_with("**")
}

/// A question right below the name of who asks it, or a greeting below who answers.
fn asks_below_a_name(lines: &[Line], index: usize) -> bool {
    let heads = |line: &Line| line.read.ends_with(':') || (line.read.ends_with("记者]") && turns::opens(line));
    lines[index].read.ends_with(['?', '!']) && index.checked_sub(1).is_some_and(|above| heads(&lines[above]))
}

/// The next line has a full stop; where none has, counts without one are text.
fn stops_below(lines: &[Line], index: usize) -> bool {
    lines.get(index + 1).is_some_and(Line::has_full_stop)
}

fn greets(line: &Line) -> bool {
    line.has(Word::Host) || line.has(Word::Welcome)
}

fn is_heading(line: &Line) -> bool {
    if line.is_marked_heading() {
        return true;
    }
    const NUMBER_CHARS: usize = 8;
    let number = line.han == 0 && line.chars <= NUMBER_CHARS;
    let asks = line.read.ends_with(['?', '!']) && (line.chars > 30 || greets(line));
    number || line.is_heading_shaped(HEADING_CHARS) && line.han >= 3 && !asks && !greets(line) && !turns::opens(line)
}

/// A speaker's name over a line or two that are set large: 某局局长某某: ⏎ 已有20例治愈,⏎ 治愈率三成.
fn quotes_a_speaker(lines: &[Line], roles: &mut [Role], index: usize, last_text: usize) -> bool {
    const QUOTE_CHARS: usize = 26;
    if !lines[index].read.ends_with(':') || !turns::opens(&lines[index]) {
        return false;
    }
    let below = index + 1..=last_text;
    let quote = below
        .take(HEADINGS_IN_A_ROW + 1)
        .take_while(|below| {
            let line = &lines[*below];
            let is_set_large = line.chars <= QUOTE_CHARS && !line.has_full_stop() && !line.read.ends_with(['?', '!']);
            is_set_large && roles[*below] == Role::Text && !greets(line)
        })
        .count();
    let ends_bare = quote >= 1 && is_heading(&lines[index + quote]);
    let text_follows = lines.get(index + quote + 1).is_some_and(Line::is_prose);
    if !(1..=HEADINGS_IN_A_ROW).contains(&quote) || !ends_bare || !text_follows {
        return false;
    }
    roles[index..=index + quote].fill(Role::Title);
    true
}

/// Below the text: what is not credits, a caption or a stamp is furniture.
fn mark_tail(lines: &[Line], roles: &mut [Role], last_text: usize) {
    for index in last_text + 1..lines.len() {
        let line = &lines[index];
        let is_signed = roles.get(index + 1) == Some(&Role::Byline) && is_office(line.read);
        let role = &mut roles[index];
        if *role == Role::Text && is_signed {
            *role = Role::Byline;
        } else if *role == Role::Text {
            let signed = line.chars <= 24 && line.read.starts_with(['(', '[']) && line.read.ends_with([')', ']']);
            let hands = line.marks.has(Mark::Role) && line.chars <= 16;
            *role = if signed || hands || is_names(line) {
                Role::Credits
            } else {
                Role::Furniture
            };
        }
    }
}
