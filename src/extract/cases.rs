//! Epidemic counts: which persons, by which measure, of which origin, where and when.
//!
//! In: a figure that counts persons by 例, 人 … and the frame of what the sentences before it said. Out: the slots of a `cases` fact.
//! Always: a slot that neither the clause nor the frame fills stays empty; a part takes origin and window of its whole; a conversion is
//! only what the text counts as one (guide, decision 8); 新增 under 截至 is of the day that ends there.

use super::any_of::any_of;
use std::ops::Range;

use super::frame::{Breakdown, Frame, WindowSource};
use super::lexicon::{Role, Word};
use super::origins;
use super::page::{Around, Page};
use super::phrases;
use crate::model::{Measure, Metric, Origin, Window};

/// The slots of a `cases` fact.
#[derive(Clone, Debug, Default)]
pub struct CaseSlots {
    pub metric: Option<Metric>,
    pub measure: Option<Measure>,
    pub origin: Option<Origin>,
    pub window: Option<Window>,
    pub place: Option<Box<str>>,
    pub item: Option<Box<str>>,
    pub is_negative: bool,
    /// Its origin stands before its measure.
    pub leads_with_origin: bool,
    /// One of several figures of a list: its place is not whose figures follow.
    pub is_listed: bool,
    pub rule: &'static str,
}

/// Rule of suspects who were confirmed: they are among the new cases of their day.
pub(super) const SUSPECTS_CONFIRMED: &str = "cases.suspects_confirmed";

struct Said {
    metric: Option<Metric>,
    measure: Option<Measure>,
    origin: Option<Origin>,
    /// Sign of 减少 and 增加.
    change: Option<bool>,
    /// 共, 合计: a total, of the day where a day is in force.
    is_total: bool,
    is_severity: bool,
    is_converted: bool,
    is_released: bool,
    in_hospital: bool,
}

fn said<'a>(words: impl Iterator<Item = (usize, &'a Word)>) -> Said {
    let mut said = Said {
        metric: None,
        measure: None,
        origin: None,
        change: None,
        is_total: false,
        is_severity: false,
        is_converted: false,
        is_released: false,
        in_hospital: false,
    };
    for (_, word) in words {
        // 治愈出院确诊病例: what became of them, not what they were.
        let what_became = matches!(said.metric, Some(Metric::Discharged | Metric::Dead))
            && matches!(word.metric, Some(Metric::Confirmed | Metric::Infected));
        if word.metric.is_some() && !what_became {
            said.metric = word.metric;
            said.is_severity = false;
        }
        if word.measure.is_some() {
            said.measure = word.measure;
            said.in_hospital |= word.measure == Some(Measure::Current);
        } else if word.is(Role::Cumulative) {
            said.is_total = true;
        }
        if word.origin.is_some() {
            said.origin = word.origin;
        }
        if word.change.is_some() {
            said.change = word.change;
        }
        if word.is(Role::Severity) {
            said.is_severity = true;
            said.metric = Some(Metric::Confirmed);
        }
        said.is_converted |= word.is(Role::Converted);
        said.is_released |= word.is(Role::Release);
    }
    said
}

/// How far after its number a class may stand, the disease's name not counted.
const MAX_GAP_BYTES: usize = 24;

/// The text without the name of the disease at its beginning.
pub(super) fn without_disease(text: &str) -> &str {
    let name = phrases::DISEASE_NAMES.at_start(text);
    &text[name.map_or(0, str::len)..]
}

/// Reads the slots of a case figure. `breakdown` is the whole of which it is a part.
pub fn read(page: &Page, around: &Around, clause: Range<usize>, frame: &Frame, breakdown: Option<&Breakdown>) -> CaseSlots {
    let left = said(page.words_in(around.left.clone()));
    let right_start = around.right.start;
    // Only what directly follows the unit names what is counted.
    // 4例和无症状感染者51例: what follows 和 is the next count.
    let joins_next = page
        .slice(around.right_start, around.right_end)
        .starts_with(['和', '及', '与', '、']);
    // 新增85例 死亡添41人: past the blank another count begins.
    // 新增出院10例 无新增死亡: past the blank nought is told.
    let is_nought = || left.metric.is_some() && page.word(around.right.start).is_some_and(|word| word.is(Role::None));
    let is_of_next = page.slice(around.right_start, around.right_end).starts_with([' ', '\u{3000}'])
        && (page.figure(around.right.end).is_some() || is_nought());
    let adjoining = !joins_next && !is_of_next && !around.right.is_empty() && {
        let gap = page.slice(around.right_start, page.span(right_start).start as usize);
        without_disease(gap).len() <= MAX_GAP_BYTES
    };
    // 2例重症患者核酸尚未转阴: what is denied is no class.
    let affirmed = page
        .words_in(if adjoining { around.right.clone() } else { 0..0 })
        .take_while(|(_, word)| !word.is(Role::None));
    let right = said(affirmed);
    let mut slots = CaseSlots {
        rule: "cases.carried",
        ..CaseSlots::default()
    };

    let left_text = page.slice(around.left_start, around.left_end);
    // 由疑似病例转为确诊病例1例: a suspect confirmed is a new case; only who had no symptoms was counted before (guide, decision 8).
    let are_of_suspects = breakdown.is_some_and(|whole| whole.metric == Some(Metric::Suspected)) || were_suspects(page, around);
    // 无症状感染者转为确诊病例9例, 当日转为确诊21例: counted by itself; 均为无症状转确诊 only says what they were.
    let counts_conversions = left.is_converted && !any_of!["均为", "均系", "都是"].within(left_text);
    // 另有8例无症状感染者转为确诊.
    let tells_who = any_of![
        "无症状",
        "由无症状",
        "为无症状",
        "系无症状",
        "系此前",
        "为此前",
        "由此前",
        "此前",
        "确诊由",
        "确诊病例由",
        "病例由"
    ]
    .starts(page.slice(around.right_start, around.right_end));
    let counts_conversions = counts_conversions || (right.is_converted && tells_who && left.metric.is_none() && left.measure.is_none());
    // 确诊244例(含39例此前报告的无症状感染者).
    let was_told_before = left_text.trim() == "含"
        && breakdown.is_some_and(|whole| whole.metric == Some(Metric::Confirmed))
        && right.metric == Some(Metric::Asymptomatic)
        && any_of!["此前", "前期", "既往", "前日", "昨日"].starts(page.slice(around.right_start, around.right_end));
    let counts_conversions = counts_conversions || was_told_before;
    let is_conversion =
        (breakdown.is_some() && (right.is_converted || left.is_converted || is_told_converted(page, around))) || counts_conversions;
    if is_conversion && are_of_suspects {
        (slots.metric, slots.rule) = (Some(Metric::Confirmed), SUSPECTS_CONFIRMED);
    } else if is_conversion {
        (slots.metric, slots.rule) = (Some(Metric::Converted), "cases.converted");
    } else if (left.is_released || right.is_released)
        && match left.metric.or(right.metric) {
            Some(own) => matches!(own, Metric::Asymptomatic | Metric::Infected | Metric::Converted),
            // 无新增确诊病例;解除隔离医学观察22例: who was counted last does not tell whom; suspects are let go, too.
            None => frame.metric != Some(Metric::Suspected),
        }
    {
        slots.item = left.metric.or(right.metric).map(|_| ()).and_then(|()| released_item(page, around));
        (slots.metric, slots.rule) = (Some(Metric::Discharged), "cases.released");
    } else if any_of!["严重", "情况严重"].starts(page.slice(around.right_start, around.right_end)) {
        (slots.metric, slots.rule) = (Some(Metric::Severe), "cases.grave_after");
    } else if page.slice(around.right_start, around.right_end).trim() == "死" {
        (slots.metric, slots.rule) = (Some(Metric::Dead), "cases.metric_after");
    } else if names_both_classes(page, around) {
        (slots.metric, slots.rule) = (Some(Metric::Infected), "cases.of_both_classes");
    } else if let Some(whole) = breakdown
        .filter(|_| frame.sentence_has_figures)
        .and_then(|whole| left_by(whole, &left))
    {
        // 新增出院1023例,其中确诊病例391例: who they were, of those who left.
        (slots.metric, slots.rule) = (Some(whole), "cases.class_of_outcome");
        slots.item = released_item(page, around);
    } else if names_class(page, around, &left, &right, breakdown) {
        (slots.metric, slots.rule) = (right.metric, "cases.metric_after");
        if right.is_severity {
            slots.item = severity_item(page, around.right.clone());
        }
    } else if goes_on_with_outcome(page, around, &left, frame) {
        (slots.metric, slots.rule) = (frame.metric, "cases.outcome_goes_on");
    } else if left.metric.is_some() {
        (slots.metric, slots.rule) = (left.metric, "cases.metric_before");
        if left.is_severity {
            slots.item = severity_item(page, around.left.clone());
        }
    } else if (left.in_hospital || right.in_hospital || is_treated(left_text))
        && (is_treated(left_text) || left.measure == Some(Measure::Current) || right.measure == Some(Measure::Current))
    {
        // 在院在舱26例, after both classes were counted: of both.
        let of_both = left_text.contains("在舱") && (frame.counts_both_classes() || frame.main_metric.is_none());
        slots.metric = match breakdown.and_then(|b| b.metric).or(frame.metric) {
            _ if of_both => Some(Metric::Infected),
            Some(Metric::Discharged | Metric::Dead | Metric::Severe | Metric::Critical) | None => {
                Some(frame.main_metric.unwrap_or(Metric::Confirmed))
            }
            carried => carried,
        };
        slots.rule = "cases.in_hospital";
    } else if page.has(around.left.clone(), Role::CaseNoun) || page.has(around.right.clone(), Role::CaseNoun) {
        let carried = breakdown.and_then(|b| b.metric).or(frame.metric).or(frame.only_class);
        // 至今10人治愈出院,其余35名患者…: those who are still ill.
        let remain = page.has(around.left.clone(), Role::Rest) && matches!(carried, Some(Metric::Discharged | Metric::Dead));
        let carried = if remain { frame.main_metric } else { carried };
        slots.measure = remain.then_some(Measure::Current);
        // 9,708宗新冠病毒个案: tested one way or the other.
        let counts_by = page.slice(around.left_end, around.right_start);
        let is_any = counts_by.ends_with('宗') && page.slice(around.left_start, around.right_end).contains("个案");
        let bare = if is_any { Metric::Infected } else { Metric::Confirmed };
        (slots.metric, slots.rule) = (carried.or(Some(bare)), "cases.noun");
    } else if tells_of_state(page, around) {
        // 60例病情平稳: of those who are ill now.
        slots.metric = breakdown.and_then(|b| b.metric).or(frame.main_metric).or(Some(Metric::Confirmed));
        slots.rule = "cases.state";
    } else if left_text.trim_end().ends_with("医学观察") && breakdown.is_none() && !any_of!["解除", "离开", "出院"].within(left_text)
    {
        // 在院治疗2630例,医学观察11852例: who has no symptoms is observed.
        (slots.metric, slots.rule) = (Some(Metric::Asymptomatic), "cases.observed");
    } else if left_text.contains('岁') {
        slots.metric = Some(frame.main_metric.unwrap_or(Metric::Confirmed));
    } else {
        slots.metric = breakdown.and_then(|b| b.metric).or(frame.metric);
    }
    if slots.item.is_none() && (left_text.contains("以上") || left_text.contains("以下")) && left_text.contains('岁') {
        slots.item = Some(left_text.trim().trim_start_matches(['、', '，', ',']).into());
    }

    // 新增确诊8例,其中1例病情危重: of the new ones.
    if tells_of_state(page, around) && breakdown.and_then(|whole| whole.measure) != Some(Measure::New) {
        slots.measure = Some(Measure::Current);
    }
    let right_text = page.slice(around.right_start, around.right_end);
    if let Some(change) = [left_text, right_text].into_iter().find(|text| changes_severity(text)) {
        // 重型病例转普通型病例1例: no new case, and none more or fewer.
        (slots.metric, slots.item) = (Some(Metric::Confirmed), Some(change.trim().into()));
        (slots.measure, slots.rule) = (None, "cases.severity_changed");
    } else if let Some(down) = compared(left_text)
        .or_else(|| compared_with_figure(page, around))
        .or(left.change.filter(|_| is_compared(left_text)))
    {
        (slots.measure, slots.is_negative) = (Some(Measure::Change), down);
    } else if slots.measure.is_none() {
        let total = (left.is_total && frame.window_source != WindowSource::Day).then_some(Measure::Cumulative);
        // 截至今日零时录得个案合共376宗: what was recorded so far.
        let is_all_so_far =
            left.is_total && frame.window_source == WindowSource::UpTo && left_text.contains("录得") && !left_text.contains('新');
        // 确诊病例总数增至12例.
        // 第五波疫情至今累计1,062,847宗.
        let is_all_so_far = is_all_so_far || left_text.contains("总数") || (left.is_total && any_of!["至今", "迄今"].within(left_text));
        let own = total
            .or(Some(Measure::Cumulative))
            .filter(|_| is_all_so_far)
            .or(right.measure.filter(|_| left.measure.is_none()))
            .or(left.measure)
            .or(total);
        // 检出阳性35例: of the day, or of all that a 共 before it counts.
        let found = any_of!["检出", "筛出", "筛查出"].within(left_text) && !left.is_total && frame.window_source != WindowSource::UpTo;
        // 在定点医院治疗的51例: those who are there now.
        let treated = (any_of!["治疗的", "隔离治疗", "收治的", "在院", "正在", "仍在", "尚在"].within(left_text)
            || left_text.trim_end().ends_with("收治"))
            && !left_text.contains("累计");
        // 现有确诊病例3例(…),无症状感染者21例: the clause after it goes on counting those who are there.
        let goes_on = frame.sentence_measure == Some(Measure::Current)
            && breakdown.is_none()
            && matches!(
                slots.metric,
                Some(Metric::Confirmed | Metric::Asymptomatic | Metric::Infected | Metric::Suspected | Metric::Severe | Metric::Critical)
            );
        slots.measure = own
            .or(found.then_some(if frame.cumulative_clause {
                Measure::Cumulative
            } else {
                Measure::New
            }))
            .or(treated.then_some(Measure::Current))
            .or(goes_on.then_some(Measure::Current))
            .or(frame.last_measure.filter(|_| around.follows_figure && breakdown.is_none()))
            .or_else(|| {
                let may_carry = breakdown.is_none() && frame.measure.is_none();
                // 过去24小时接获117名病人离世的报告.
                let in_last_day = || {
                    let own = page
                        .before(around.left_end)
                        .rsplit(super::page::is_clause_end)
                        .next()
                        .unwrap_or_default();
                    any_of!["过去24小时", "过去二十四小时", "过去一日", "过去一天"].within(own)
                };
                let says_new = || page.words_in(clause).any(|(_, w)| w.measure == Some(Measure::New)) || in_last_day();
                (may_carry && says_new()).then_some(Measure::New)
            })
            .or_else(|| breakdown.and_then(|b| b.measure))
            .or(frame.measure)
            .or(match frame.window_source {
                // So many are gravely ill now; nobody adds up who ever was.
                WindowSource::UpTo if matches!(slots.metric, Some(Metric::Severe | Metric::Critical)) => Some(Measure::Current),
                WindowSource::UpTo | WindowSource::Since => Some(Measure::Cumulative),
                WindowSource::Day | WindowSource::Period => Some(Measure::New),
                WindowSource::None if frame.cumulative_sentence => Some(Measure::Cumulative),
                // A bare 确诊病例49例 is the number so far; a bare 重症3例 is the number there is.
                WindowSource::None => match slots.metric {
                    Some(Metric::Severe | Metric::Critical) => Some(Measure::Current),
                    Some(Metric::Converted) | None => None,
                    Some(_) => Some(Measure::Cumulative),
                },
            });
        let is_grave = matches!(slots.metric, Some(Metric::Severe | Metric::Critical));
        let are_there = left_text.trim_end().ends_with('有') && left.measure.is_none();
        if is_grave && own.is_none() && breakdown.is_none() && (slots.measure == Some(Measure::Cumulative) || are_there) {
            slots.measure = Some(Measure::Current);
        }
        if slots.metric == Some(Metric::Discharged) && slots.measure == Some(Measure::Current) {
            slots.measure = Some(Measure::Cumulative);
        }
    }

    let stated = right
        .origin
        .or(left.origin)
        .filter(|origin| *origin != Origin::Imported || frame.knows_abroad);
    let stated = origins::origin_told(page, around)
        .or(stated)
        .or_else(|| origins::from_abroad(page, around));
    slots.origin = match (stated, breakdown) {
        (Some(origin), _) => Some(origin),
        // 治愈出院12例(本土8例、境外输入4例): of both.
        (None, None) if origins::is_cut_by_origin(page, around) => None,
        // 本土3例、境外输入2例,死亡1例: of whom is not said.
        (None, None) if frame.has_both_origins && slots.metric == Some(Metric::Dead) => None,
        (None, Some(whole)) => whole.origin,
        (None, None) if frame.paragraph_origin.is_some() && left.measure != Some(Measure::New) => frame.paragraph_origin,
        (None, None) if speaks_anew(&left, left_text) || right.measure == Some(Measure::New) => frame
            .topic_origin
            .filter(|_| !frame.sentence_has_figures && left.measure != Some(Measure::New))
            .or(frame.about),
        // 治愈出院境外输入病例2例;解除隔离的无症状感染者4例: other persons, of whom nothing is said.
        (None, None)
            if (left.is_released || (left.metric == Some(Metric::Discharged) && page.has(around.left.clone(), Role::ThatDay)))
                && page.before(around.left_start).ends_with(['；', ';']) =>
        {
            None
        }
        (None, None) => frame.origin.filter(|_| frame.sentence_has_figures).or(frame.told_of),
    };
    slots.leads_with_origin = origins::leads_with_origin(page, around);
    slots.window = window_of(frame, breakdown, slots.measure);
    slots
}

/// What became of all of a whole, where a part of it names no more than a class of persons.
fn left_by(whole: &Breakdown, left: &Said) -> Option<Metric> {
    let names_class = matches!(left.metric, Some(Metric::Confirmed | Metric::Asymptomatic | Metric::Infected));
    let became = whole.metric.filter(|metric| matches!(metric, Metric::Discharged | Metric::Dead));
    became.filter(|_| names_class && left.measure.is_none() && !left.is_severity && !left.is_converted)
}

/// Whether the words behind the number name its class, and not what is told of those counted or of the next figure.
fn names_class(page: &Page, around: &Around, left: &Said, right: &Said, breakdown: Option<&Breakdown>) -> bool {
    let is_of_next = left.metric.is_some() && page.figure(around.right.end).is_some();
    let tells_of_others = is_how_found(right.metric, breakdown) || is_follow_up(page, around, left.metric) || is_of_next;
    right.metric.is_some() && !tells_of_others
}

/// 境外移入个案中,33例为落地采检阳性: how cases of a known class were found.
fn is_how_found(said: Option<Metric>, breakdown: Option<&Breakdown>) -> bool {
    let known = breakdown.and_then(|whole| whole.metric);
    said == Some(Metric::Infected) && matches!(known, Some(Metric::Confirmed | Metric::Asymptomatic))
}

/// 60例病情平稳, 10例好转, 3例加重.
fn tells_of_state(page: &Page, around: &Around) -> bool {
    phrases::STATES_OF_ILLNESS.starts(page.slice(around.right_start, around.right_end).trim_start())
}

/// 其中59例确诊病例和无症状感染者在管控中发现: one number for both.
fn names_both_classes(page: &Page, around: &Around) -> bool {
    let first = around.right.start;
    let class = |index: usize| page.word(index).filter(|_| index < around.right.end).and_then(|word| word.metric);
    let joint = page
        .slice(page.span(first).end as usize, page.span(first + 1).start as usize)
        .trim();
    let both = [class(first), class(first + 1)];
    let are_both =
        both == [Some(Metric::Confirmed), Some(Metric::Asymptomatic)] || both == [Some(Metric::Asymptomatic), Some(Metric::Confirmed)];
    are_both && matches!(joint, "和" | "及" | "与" | "或") && page.figure(around.right.end).is_none()
}

/// 3例轻型病例为3月13日、14日无症状感染者转为确诊病例: the days between a number and its conversion part no clause.
fn is_told_converted(page: &Page, around: &Around) -> bool {
    let rest = page.text.get(around.right_start..).unwrap_or_default();
    let reach = rest.char_indices().nth(MAX_CONVERSION_CHARS).map_or(rest, |(end, _)| &rest[..end]);
    let clause = reach
        .split(['，', ',', '。', '；', ';', '（', '(', '）', ')', '\n'])
        .next()
        .unwrap_or_default();
    let told = clause.split_once("无症状");
    told.is_some_and(|(who, became)| {
        any_of!["为", "系", "由"].within(who) && any_of!["转为确诊", "转确诊", "转归", "转为本土确诊"].within(became)
    })
}

/// 由疑似病例转为确诊病例, 原有71例疑似病例中，转为确诊病例: what those were who were confirmed.
pub(super) fn were_suspects(page: &Page, around: &Around) -> bool {
    let own = page.slice(around.left_start, around.left_end);
    let clause_before = || page.before(around.left_start).trim_end_matches(['，', ',']);
    any_of!["疑似病例转", "疑似转"].within(own) || any_of!["疑似病例中", "疑似病例当中"].ends(clause_before())
}

/// How far after its number a conversion may be told.
const MAX_CONVERSION_CHARS: usize = 40;

/// 治愈出院本土确诊病例5例、境外输入确诊病例2例: what became of the first became of the second.
fn goes_on_with_outcome(page: &Page, around: &Around, left: &Said, frame: &Frame) -> bool {
    let own = page.slice(around.left_start, around.left_end);
    let is_joined = own.starts_with(['、', '和', '及']) || page.before(around.left_start).ends_with('、');
    is_joined
        && left.measure.is_none()
        && !left.is_severity
        && matches!(left.metric, Some(Metric::Confirmed | Metric::Infected))
        && left.origin.is_some()
        && matches!(frame.metric, Some(Metric::Discharged | Metric::Dead))
}

/// A clause with its own measure takes no origin from the one before; 在院治疗 continues it.
fn speaks_anew(left: &Said, text: &str) -> bool {
    matches!(left.measure, Some(Measure::New | Measure::Cumulative)) || any_of!["现有", "尚有", "仍有", "尚在", "现存"].within(text)
}

/// 86例患者中有21例: what follows is about the persons, not their class.
fn is_follow_up(page: &Page, around: &Around, named: Option<Metric>) -> bool {
    let text = page.slice(around.right_start, around.right_end);
    // 死亡病例1例为甲市确诊病例: who they were before.
    let tells_of_counted =
        named.is_some_and(|metric| metric != Metric::Infected) && any_of!["为", "是", "系", "均为", "均系", "属"].starts(text);
    let tells_of_contact = any_of!["为", "系", "是"].starts(text) && any_of!["密切接触者", "密接"].within(text);
    // 在院62例中重症3例.
    let is_whole = text.starts_with('中') && page.figure(around.right.end).is_some();
    text.contains("中有") || is_whole || tells_of_contact || tells_of_counted
}

/// 正在定点医院和方舱治疗的: who lies there now.
pub(super) fn is_treated(left: &str) -> bool {
    any_of!["正在", "仍在", "尚在", "现在"].within(left) && any_of!["治疗的", "治疗", "救治", "收治"].ends(left.trim())
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
    let clause = page.before(around.left_end).rsplit(super::page::is_clause_end).next()?;
    let is_verb = around.follows_figure && (phrases::FALLS.is(verb) || phrases::RISES.is(verb));
    if is_verb { compared(clause) } else { None }
}

fn is_compared(left: &str) -> bool {
    !left.contains("新增") || left.contains("较前") || left.contains("比前") || left.ends_with("减少")
}

fn changes_severity(left: &str) -> bool {
    let severity = any_of!["重型", "危重", "重症", "普通型", "轻型", "轻症"];
    left.split_once('转')
        .is_some_and(|(from, to)| severity.within(from) && severity.within(to))
}

fn severity_item(page: &Page, tokens: Range<usize>) -> Option<Box<str>> {
    page.words_in(tokens)
        .rfind(|(_, w)| w.is(Role::Severity))
        .map(|(i, _)| page.span(i).of(page.text).into())
}

fn released_item(page: &Page, around: &Around) -> Option<Box<str>> {
    let metric = page
        .words_in(around.left.clone())
        .chain(page.words_in(around.right.clone()))
        .rfind(|(_, w)| w.metric.is_some())?;
    Some(page.span(metric.0).of(page.text).into())
}

/// The window of a count with this measure under what the frame says.
pub fn window_of(frame: &Frame, breakdown: Option<&Breakdown>, measure: Option<Measure>) -> Option<Window> {
    if let Some(whole) = breakdown {
        return match measure {
            Some(Measure::Current) if frame.window_source == WindowSource::Since => None,
            // 累计363例,其中新增105例: of the day in which the total ends.
            Some(Measure::New) if whole.measure != Some(Measure::New) && frame.window_source == WindowSource::UpTo => frame.day,
            _ => whole.window,
        };
    }
    let window = frame.window?;
    match (measure, frame.window_source) {
        (Some(Measure::New | Measure::Change), WindowSource::UpTo) => frame.day,
        (Some(Measure::Current), WindowSource::Since) => None,
        (Some(Measure::Cumulative | Measure::Current), WindowSource::Day) => window.end.map(Window::up_to),
        (Some(Measure::Current), WindowSource::Period) if frame.is_new_sentence_since_window || frame.cumulative_sentence => {
            window.end.map(Window::up_to)
        }
        _ => Some(window),
    }
}
