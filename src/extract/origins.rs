//! Where the cases came from: from abroad or from within, as the words around a count tell.
//!
//! In: a [`Telling`] or a count's surroundings. Out: an origin, or nothing.
//! Always: what the words say wins over what the frame lends; a count that is cut by origin has none of its own.

use super::any_of::{self, any_of};
use super::lexicon::Word;
use super::page::{Around, Page};
use super::telling::Telling;
use crate::model::{Measure, Metric, Origin};

/// The origin of a count of the class: what its words tell, or what its whole or the frame lends.
pub(super) fn origin_of_count(told: &Telling, metric: Option<Metric>) -> Option<Origin> {
    let Telling {
        page,
        around,
        left,
        right,
        frame,
        ..
    } = told;
    let said = right.origin.or(left.origin);
    let said = said.filter(|origin| *origin != Origin::Imported || frame.knows_abroad);
    let stated = origin_told(page, around).or(said).or_else(|| from_abroad(page, around));
    let says_new = left.measure == Some(Measure::New);
    match (stated, told.whole) {
        (Some(origin), _) => Some(origin),
        // 治愈出院12例(本土8例、境外输入4例): of both.
        (None, None) if is_cut_by_origin(page, around) => None,
        // 本土3例、境外输入2例,死亡1例: of whom is not said.
        (None, None) if frame.has_both_origins && metric == Some(Metric::Dead) => None,
        (None, Some(whole)) => whole.origin,
        (None, None) if frame.paragraph_origin.is_some() && !says_new => frame.paragraph_origin,
        (None, None) if speaks_anew(told) || right.measure == Some(Measure::New) => frame
            .topic_origin
            .filter(|_| !frame.sentence_has_figures && !says_new)
            .or(frame.about),
        // 治愈出院境外输入病例2例;解除隔离的无症状感染者4例: other persons, of whom nothing is said; in a headline a blank parts them.
        (None, None) if (left.is_released || left.metric == Some(Metric::Discharged)) && is_set_apart(told) => None,
        (None, None) => frame.origin.filter(|_| frame.sentence_has_figures).or(frame.told_of),
    }
}

/// Whether a semicolon, a blank or a day of its own parts a count from the one before: 新增本土确诊3例,当日治愈出院5例.
fn is_set_apart(told: &Telling) -> bool {
    let before = told.page.before(told.around.left_start);
    if any_of!["当日", "当天", "同日"].starts(told.left_text.trim_start()) {
        return true;
    }
    before.ends_with(['；', ';', ' ', '\u{3000}', '\u{a0}']) || told.left_text.starts_with(char::is_whitespace)
}

/// A clause with its own measure takes no origin from the one before; 在院治疗 continues it.
fn speaks_anew(told: &Telling) -> bool {
    let is_measured = matches!(told.left.measure, Some(Measure::New | Measure::Cumulative));
    is_measured || any_of!["现有", "尚有", "仍有", "尚在", "现存"].within(told.left_text)
}

/// 境外输入现有确诊病例1478例: the origin is what the paragraph is about, not which of several cases.
pub(super) fn leads_with_origin(page: &Page, around: &Around) -> bool {
    let first = |test: fn(&Word) -> bool| page.words_in(around.left.clone()).find(|(_, w)| test(w)).map(|(i, _)| i);
    let origin = first(|w| w.origin.is_some());
    let measure = first(|w| w.measure.is_some());
    origin.zip(measure).is_some_and(|(origin, measure)| origin < measure)
}

/// How long the brackets may be that a word for the origin of all stands behind.
const MAX_PARTS_CHARS: usize = 80;

pub(super) fn from_abroad(page: &Page, around: &Around) -> Option<Origin> {
    // 新增治愈出院1例,来自加拿大: the clause after it tells.
    let after = page.text.get(around.right_end..)?;
    // 44例(甲市33例,乙市11例),都是本土病例: past the brackets, if they are short.
    let past = after
        .strip_prefix(['（', '('])
        .and_then(|inside| {
            Some(
                &inside[inside
                    .char_indices()
                    .take(MAX_PARTS_CHARS)
                    .find(|(_, c)| matches!(c, '）' | ')'))?
                    .0..],
            )
        })
        .and_then(|rest| rest.trim_start_matches(['）', ')']).strip_prefix(['，', ',']))
        .filter(|rest| any_of!["均为", "均系", "全部为", "皆为", "均属", "都是"].starts(rest));
    let clause = past.or_else(|| after.strip_prefix(['，', ',', '（', '(']))?;
    let near = clause.char_indices().nth(12).map_or(clause, |(end, _)| &clause[..end]);
    // 新增无症状1例,境外输入。
    let alone = near
        .split(['，', ',', '。', '；', ';', '（', '(', '）', ')', '\n'])
        .next()
        .unwrap_or_default()
        .trim();
    match alone {
        "境外输入" | "境外输入病例" => return Some(Origin::Imported),
        "本土" | "本土病例" => return Some(Origin::Local),
        _ => {}
    }
    if any_of!["均为", "均系", "全部为", "皆为", "均属", "都是", "为", "系"].starts(near) {
        // 新增疑似7例,均为境外输入病例.
        let all = near.split(['，', ',', '。', '；', '（', '(', '）', ')']).next().unwrap_or_default();
        return match (all.contains("境外输入"), all.contains("本土")) {
            (true, false) => Some(Origin::Imported),
            (false, true) => Some(Origin::Local),
            _ => None,
        };
    }
    (clause.starts_with("来自") || clause.starts_with("其中来自")).then_some(Origin::Imported)
}

/// 6宗属输入个案, 55例为本土病例: what the words right behind the number say of their origin.
pub(super) fn origin_told(page: &Page, around: &Around) -> Option<Origin> {
    let right = page.slice(around.right_start, around.right_end);
    let is = any_of!["属于", "均属", "属", "均为", "均系", "为", "系", "是"].at_start(right)?;
    let told = &right[is.len()..];
    let ends = |rest: &str| rest.trim().is_empty() || any_of!["个案", "病例", "感染", "确诊", "无症状"].starts(rest);
    let is_told = |words: any_of::AnyOf| words.at_start(told).is_some_and(|word| ends(&told[word.len()..]));
    if is_told(any_of!["境外输入", "输入性", "输入", "境外移入", "外地输入"]) {
        Some(Origin::Imported)
    } else if is_told(any_of!["本土", "本地", "本地感染"]) {
        Some(Origin::Local)
    } else {
        None
    }
}

/// How long the brackets may be that cut a number into local and imported.
const MAX_CUT_BYTES: usize = 160;

/// Whether the brackets or the 其中 right behind a number cut it into local and imported.
pub(super) fn is_cut_by_origin(page: &Page, around: &Around) -> bool {
    let after = page.text.get(around.right_end..).unwrap_or_default();
    let after = &after[..after.floor_char_boundary(MAX_CUT_BYTES)];
    let parts = after
        .strip_prefix(['（', '('])
        .map(|inside| inside.split(['）', ')', '。', '\n']).next().unwrap_or_default());
    let parts = parts.or_else(|| {
        let told = after.strip_prefix(['，', ','])?.strip_prefix("其中")?;
        told.split(['。', '；', ';', '\n']).next()
    });
    parts.is_some_and(|parts| any_of!["本土", "本地"].within(parts) && any_of!["输入", "移入"].within(parts))
}
