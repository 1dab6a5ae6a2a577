//! By which measure persons are counted: new, so far, now, or more and fewer than before.
//!
//! In: a [`Telling`] and the class. Out: [`Measured`]. Always: what the words at the number tell wins over what the clause tells, that over what was
//! told before, and that over what the window in force lets one take for granted.

use super::any_of::any_of;
use super::class_of_count::{Class, tells_of_state};
use super::frame::WindowSource;
use super::lexicon::Role;
use super::page::{Around, Page, is_clause_end};
use super::phrases;
use super::telling::Telling;
use crate::model::{Measure, Metric};

/// A measure, and whether its number says how many fewer there are.
#[derive(Default)]
pub(super) struct Measured {
    pub measure: Option<Measure>,
    pub is_negative: bool,
}

/// The measure of a count of the class.
pub(super) fn measure_of(told: &Telling, class: &Class) -> Measured {
    // 分别减少2例和51例: fewer of the second, too.
    let of = |measure| Measured {
        measure,
        is_negative: measure == Some(Measure::Change) && told.around.follows_figure && told.frame.last_is_fewer,
    };
    if let Some(is_negative) = difference(told) {
        return Measured {
            measure: Some(Measure::Change),
            is_negative,
        };
    }
    // 新增确诊8例,其中1例病情危重: of the new ones.
    let are_of_new = told.whole.and_then(|whole| whole.measure) == Some(Measure::New);
    if tells_of_state(told) && !are_of_new {
        return of(Some(Measure::Current));
    }
    if class.measure.is_some() {
        return of(class.measure);
    }
    // 每天仍有数万人确诊: those of each day, not those who are ill now.
    let own = own(told).filter(|own| *own != Measure::Current || each_day(told).is_none());
    let measure = own
        .or_else(|| found(told))
        .or_else(|| treated(told))
        .or_else(|| each_day(told))
        .or_else(|| of_those_there(told, class))
        .or(told
            .frame
            .last_measure
            .filter(|_| told.around.follows_figure && told.whole.is_none()))
        .or_else(|| of_the_day(told))
        .or_else(|| told.whole.and_then(|whole| whole.measure))
        .or(told.frame.measure)
        .or_else(|| taken_for_granted(told, class));
    let is_grave = matches!(class.metric, Some(Metric::Severe | Metric::Critical));
    let are_there = told.left_text.trim_end().ends_with('有') && told.left.measure.is_none();
    of(match measure {
        // 累计220例,分型为轻型53例、普通型149例、重型13例: parts of the total.
        Some(Measure::Cumulative) if is_grave && told.frame.cuts_by_severity && told.around.follows_figure => Some(Measure::Cumulative),
        Some(Measure::Cumulative) if is_grave && own.is_none() && told.whole.is_none() => Some(Measure::Current),
        _ if is_grave && own.is_none() && told.whole.is_none() && are_there => Some(Measure::Current),
        // 死亡增至69宗；17人危殆、12人严重: told of persons behind their number, it is how they are now.
        Some(Measure::New) if class.rule == "cases.grave_after" && own.is_none() && told.whole.is_none() => Some(Measure::Current),
        Some(Measure::Current) if class.metric == Some(Metric::Discharged) => Some(Measure::Cumulative),
        measure => measure,
    })
}

/// 较前一日减少12例: more or fewer than before, and whether fewer.
fn difference(told: &Telling) -> Option<bool> {
    compared(told.left_text)
        .or_else(|| compared_with_figure(told.page, told.around))
        .or(told.left.change.filter(|_| is_compared(told.left_text)))
        .or_else(|| is_struck_off(told).then_some(true))
}

/// 1例系重复报告,予以核减: taken off what was counted before.
fn is_struck_off(told: &Telling) -> bool {
    const MOST_CHARS: usize = 20;
    let after = &told.page.text[told.around.right_start..];
    let end = after.char_indices().nth(MOST_CHARS).map_or(after.len(), |(end, _)| end);
    let sentence = after[..end].split(['。', '；', ';', '\n']).next().unwrap_or_default();
    let said = any_of!["予以核减", "予以剔除", "予以扣除", "作核减"].position(sentence);
    said.is_some_and(|at| !sentence[..at].contains(|c: char| c.is_ascii_digit()))
}

/// 新增, 累计, 现有: what the words at the number say.
fn own(told: &Telling) -> Option<Measure> {
    let Telling {
        left,
        right,
        left_text,
        frame,
        ..
    } = told;
    let total = (left.is_total && frame.window_source != WindowSource::Day).then_some(Measure::Cumulative);
    // 截至今日零时录得个案合共376宗: what was recorded so far.
    let is_recorded = left.is_total && frame.window_source == WindowSource::UpTo && left_text.contains("录得") && !left_text.contains('新');
    // 确诊病例总数增至12例, 第五波疫情至今累计1,062,847宗.
    // 本轮疫情报告感染者294例.
    let is_of_outbreak = left.measure.is_none() && phrases::THIS_OUTBREAK.within(left_text);
    let is_all_so_far =
        is_recorded || is_of_outbreak || left_text.contains("总数") || (left.is_total && any_of!["至今", "迄今"].within(left_text));
    let so_far = is_all_so_far.then_some(Measure::Cumulative);
    // 新增42例中,余下6例正在流调: of the new ones, whatever is done now.
    let is_rest_of_new = told.has(Role::Rest) && told.whole.and_then(|whole| whole.measure) == Some(Measure::New);
    // 还有1例感染来源正在流调: what is done about it says nothing of how many there are now.
    let is_traced = any_of!["流调", "流行病学调查", "溯源"].within(told.right_text);
    let after = right.measure.filter(|_| left.measure.is_none() && !is_rest_of_new && !is_traced);
    // 甲市增|22例: as headlines write it.
    let is_more = left.measure.is_none() && any_of!["增", "增加"].ends(left_text.trim_end().trim_end_matches('了'));
    let more = is_more.then_some(Measure::New);
    so_far.or(after).or(left.measure).or(more).or(total)
}

/// 检出阳性35例: of the day, or of all that a 共 before it counts.
fn found(told: &Telling) -> Option<Measure> {
    // 累计报告6284例,其中社会面检出1133例: of the total.
    let is_of_total = told.whole.and_then(|whole| whole.measure) == Some(Measure::Cumulative);
    let is_found = phrases::TESTED_POSITIVE.within(told.left_text)
        && !is_of_total
        && !told.left.is_total
        && told.frame.window_source != WindowSource::UpTo;
    let measure = if told.frame.cumulative_clause {
        Measure::Cumulative
    } else {
        Measure::New
    };
    is_found.then_some(measure)
}

/// 在定点医院治疗的51例: those who are there now.
fn treated(told: &Telling) -> Option<Measure> {
    // 两例无症状感染者现于定点医院医学观察, 1例疑似病例正在排查.
    let is_traced = any_of!["流调", "流行病学调查", "溯源"].within(told.right_text);
    let are_watched = phrases::ARE_NOW.within(told.right_text) && !is_traced;
    let are_kept = told.left_text.trim_end().ends_with("收治") || told.left_text.trim_start().starts_with("收治");
    let are_treated = phrases::TREATED.within(told.left_text) || are_kept || are_watched;
    (are_treated && !told.left_text.contains("累计")).then_some(Measure::Current)
}

/// 每天仍有数万人确诊, 又有38名患者出院, 当日治愈出院16例: of one day, whatever is in force.
fn each_day(told: &Telling) -> Option<Measure> {
    if told.whole.is_some() || told.left.is_total {
        return None;
    }
    // 每天仍有数万人确诊、数百人死亡: the clause begins before the figure in front.
    let clause = || {
        told.page
            .before(told.around.left_end)
            .rsplit(is_clause_end)
            .next()
            .unwrap_or_default()
    };
    let own = if told.around.follows_figure { clause() } else { told.left_text };
    // 另有24人昨日康复出院: when they left stands behind their number.
    let told_of = phrases::CLASSES_RETOLD.at_start(told.right_text).map_or(0, str::len);
    if told.right.metric == Some(Metric::Discharged) && phrases::OF_TODAY.starts(&told.right_text[told_of..]) {
        return Some(Measure::New);
    }
    let is_today = || told.frame.window_source == WindowSource::None && phrases::OF_TODAY.within(told.left_text);
    // 过去24小时,85名病人出院.
    let of_last_day = || phrases::LAST_DAY.ends(told.page.before(told.around.left_start).trim_end_matches(['，', ',']));
    (phrases::EACH_DAY.within(own) || is_today() || of_last_day()).then_some(Measure::New)
}

/// 现有确诊病例3例(…),无症状感染者21例: the clause after it goes on counting those who are there.
fn of_those_there(told: &Telling, class: &Class) -> Option<Measure> {
    let are_ill = matches!(
        class.metric,
        Some(Metric::Confirmed | Metric::Asymptomatic | Metric::Infected | Metric::Suspected | Metric::Severe | Metric::Critical)
    );
    let goes_on = told.frame.sentence_measure == Some(Measure::Current) && told.whole.is_none() && are_ill;
    goes_on.then_some(Measure::Current)
}

/// 新增 earlier in the clause, 过去24小时接获117名病人离世的报告.
fn of_the_day(told: &Telling) -> Option<Measure> {
    let may_carry = told.whole.is_none() && told.frame.measure.is_none();
    let in_last_day = || {
        let own = told
            .page
            .before(told.around.left_end)
            .rsplit(is_clause_end)
            .next()
            .unwrap_or_default();
        phrases::LAST_DAY.within(own)
    };
    let says_new = || {
        let mut words = told.page.words_in(told.clause.clone());
        words.any(|(_, word)| word.measure == Some(Measure::New)) || in_last_day()
    };
    (may_carry && says_new()).then_some(Measure::New)
}

/// No word of a measure: what the window in force, or none, lets one take for granted.
fn taken_for_granted(told: &Telling, class: &Class) -> Option<Measure> {
    let is_grave = matches!(class.metric, Some(Metric::Severe | Metric::Critical));
    match told.frame.window_source {
        // So many are gravely ill now; nobody adds up who ever was.
        WindowSource::UpTo if is_grave => Some(Measure::Current),
        WindowSource::UpTo | WindowSource::Since => Some(Measure::Cumulative),
        WindowSource::Day | WindowSource::Period => Some(Measure::New),
        WindowSource::None if told.frame.cumulative_sentence => Some(Measure::Cumulative),
        // A bare 确诊病例49例 is the number so far; a bare 重症3例 is the number there is.
        WindowSource::None if is_grave => Some(Measure::Current),
        WindowSource::None => class
            .metric
            .filter(|class| *class != Metric::Converted)
            .map(|_| Measure::Cumulative),
    }
}

/// 较前一日净增, 比昨天少: whether the number says how many fewer there are than before.
pub fn compared(left: &str) -> Option<bool> {
    let left = left.trim_end();
    let since = left.rfind(['较', '比']).map(|at| &left[at..])?;
    if since.contains(['、', '为']) {
        return None;
    }
    if phrases::FALLS.ends(since) {
        return Some(true);
    }
    phrases::RISES.ends(since).then_some(false)
}

/// 较3月1日的7例增加|2例: the day's figure stands between 较 and the verb.
fn compared_with_figure(page: &Page, around: &Around) -> Option<bool> {
    let verb = page.slice(around.left_start, around.left_end).trim();
    let clause = page.before(around.left_end).rsplit(is_clause_end).next()?;
    let is_verb = around.follows_figure && (phrases::FALLS.is(verb) || phrases::RISES.is(verb));
    if is_verb { compared(clause) } else { None }
}

fn is_compared(left: &str) -> bool {
    !left.contains("新增") || left.contains("较前") || left.contains("比前") || left.ends_with("减少")
}
