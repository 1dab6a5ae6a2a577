//! What the sections say about the document as a whole: its headline and the number of the briefing.

use super::sections::heading_span;
use crate::extract::any_of::{AnyOf, any_of};
use crate::model::{Meta, Section, SectionKind, Span};

/// The title and the session; place and dates are read elsewhere. The session is found in simplified characters only: give the
/// folded text for it where the two differ, the written one for the title.
pub fn meta(text: &str, sections: &[Section]) -> Meta {
    Meta {
        title: title(text, sections).map(|span| span.of(text).to_owned()),
        session: session(text, sections),
        ..Meta::default()
    }
}

/// The headline: the first line of the titles above the text. A page title (headline_site) yields to the headline itself.
pub(super) fn title(text: &str, sections: &[Section]) -> Option<Span> {
    let above = sections.iter().take_while(|section| !is_text(section.kind));
    let mut lines = above
        .filter(|section| section.kind == SectionKind::Title)
        .flat_map(|section| lines(text, section.span));
    let first = lines.next()?;
    let clean = lines.find(|line| {
        let rest = first.of(text).strip_prefix(line.of(text));
        rest.is_some_and(|rest| rest.trim_start().starts_with(['_', '|', '-', '—', '－', '–']))
    });
    Some(clean.unwrap_or(first))
}

fn is_text(kind: SectionKind) -> bool {
    !matches!(
        kind,
        SectionKind::Title | SectionKind::Furniture | SectionKind::Byline | SectionKind::Caption | SectionKind::Credits
    )
}

/// The lines of a title that hold a word, without the mark of a copy (原标题:).
fn lines(text: &str, span: Span) -> impl Iterator<Item = Span> {
    const COPY_MARKS: &[&str] = &["原标题：", "原标题:", "原標題：", "原標題:"];
    let mut end = span.start as usize;
    span.of(text).split('\n').filter_map(move |line| {
        let bare = COPY_MARKS.iter().find_map(|mark| line.strip_prefix(mark)).unwrap_or(line);
        end += line.len();
        let words = heading_span(text, Span::new(end - bare.len(), end));
        end += '\n'.len_utf8();
        (!words.is_empty()).then_some(words)
    })
}

/// The number of the briefing, from the titles above the text, else from the lead.
pub(super) fn session(text: &str, sections: &[Section]) -> Option<u32> {
    let in_kind = |kind: SectionKind| {
        sections
            .iter()
            .filter(move |section| section.kind == kind)
            .find_map(|section| session_in(section.span.of(text)))
    };
    in_kind(SectionKind::Title).or_else(|| in_kind(SectionKind::Lead))
}

/// 第五十二场, 第28次新闻发布会 and their like.
fn session_in(words: &str) -> Option<u32> {
    const BRIEFINGS: AnyOf = any_of!["发布会", "通气会", "吹风会", "通报会", "见面会", "记者会"];
    const REACH_CHARS: usize = 40;
    let is_briefing = || BRIEFINGS.within(words);
    words.match_indices('第').find_map(|(at, mark)| {
        let rest = words[at + mark.len()..].trim_start();
        let numeral = &rest[..rest.find(|c: char| !is_numeral(c)).unwrap_or(rest.len())];
        let after = rest[numeral.len()..].trim_start();
        let reach = after.char_indices().nth(REACH_CHARS).map_or(after.len(), |(end, _)| end);
        let names_briefing = || BRIEFINGS.within(&after[..reach]);
        let counts = match after.chars().next() {
            Some('场' | '場') => is_briefing(),
            Some('次' | '期') => names_briefing(),
            _ => false,
        };
        counts.then(|| number(numeral)).flatten()
    })
}

fn is_numeral(c: char) -> bool {
    digit(c).is_some() || matches!(c, '十' | '百')
}

fn digit(c: char) -> Option<u32> {
    const CHINESE: &str = "零一二三四五六七八九";
    match c {
        '〇' => Some(0),
        '０'..='９' => Some(c as u32 - '０' as u32),
        c => c
            .to_digit(10)
            .or_else(|| CHINESE.chars().position(|known| known == c).map(|value| value as u32)),
    }
}

/// Digits, or a Chinese numeral below a thousand, or Chinese digits in a row.
fn number(numeral: &str) -> Option<u32> {
    const MOST: u32 = 9999;
    let (mut total, mut current) = (0u32, None::<u32>);
    for c in numeral.chars() {
        match c {
            '百' => total += current.take().unwrap_or(1) * 100,
            '十' => total += current.take().unwrap_or(1) * 10,
            c => current = Some(current.unwrap_or(0).saturating_mul(10).saturating_add(digit(c)?)),
        }
        if total > MOST || current.is_some_and(|current| current > MOST) {
            return None;
        }
    }
    Some(total + current.unwrap_or(0)).filter(|number| (1..=MOST).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, session: Option<u32>) {
        assert_eq!(session_in(words), session, "{words}");
    }

    #[test]
    fn reads_the_number_of_the_briefing() {
        check("某市疫情防控工作第三十七场新闻发布会召开", Some(37));
        check("某市第 28 场新闻发布会", Some(28));
        check("第十一場新聞發布會 某县疫情防控发布会", Some(11));
        check("新闻发布会(第一百零三场)", Some(103));
        check("召开第８次疫情防控新闻发布会", Some(8));
        check("第二〇场发布会", Some(20));
    }

    #[test]
    fn other_numbers_are_no_session() {
        check("第九班专列出发", None);
        check("第三次全员核酸检测今日启动", None);
        check("第二场比赛", None);
        check("新闻发布会第一时间回应", None);
        check("第99999999999场发布会", None);
    }
}
