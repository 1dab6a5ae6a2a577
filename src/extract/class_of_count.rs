//! The class of a count: confirmed, without symptoms, discharged, dead … as named rules, the surest first.
//!
//! In: a [`Telling`]. Out: [`Class`], with the rule that found it. Always: the first rule that applies decides; a conversion is only what the text
//! counts as one (guide, decision 8); a class is carried from the whole or from the frame where the words tell none.

use std::ops::Range;

use super::any_of::any_of;
use super::cases::SUSPECTS_CONFIRMED;
use super::frame::{Breakdown, Frame};
use super::kinds::clause_right;
use super::lexicon::Role;
use super::page::{Around, Page};
use super::phrases;
use super::telling::{Said, Telling};
use crate::model::{Measure, Metric};

/// A class, what is said of its persons, and the rule that found it.
pub(super) struct Class {
    pub metric: Option<Metric>,
    /// Whom it counts, where the class does not say it: a severity, those who were let go.
    pub item: Option<Box<str>>,
    /// A measure that the same words tell.
    pub measure: Option<Measure>,
    pub rule: &'static str,
}

fn class(metric: Metric, rule: &'static str) -> Class {
    named(Some(metric), rule)
}

fn named(metric: Option<Metric>, rule: &'static str) -> Class {
    Class {
        metric,
        item: None,
        measure: None,
        rule,
    }
}

/// The class of a count by the first rule that applies.
pub(super) fn class_of_count(told: &Telling) -> Class {
    conversion(told)
        .or_else(|| release(told))
        .or_else(|| told_after(told))
        .or_else(|| of_outcome(told))
        .or_else(|| named_after(told))
        .or_else(|| outcome_goes_on(told))
        .or_else(|| named_before(told))
        .or_else(|| in_hospital(told))
        .or_else(|| by_noun(told))
        .or_else(|| by_state(told))
        .or_else(|| under_observation(told))
        .unwrap_or_else(|| carried(told))
}

/// 重型病例转普通型病例1例: no new case, and none more or fewer.
pub(super) fn severity_changed(told: &Telling) -> Option<Class> {
    let severity = any_of!["重型", "危重", "重症", "普通型", "轻型", "轻症"];
    let changes = |text: &&str| {
        text.split_once('转')
            .is_some_and(|(from, to)| severity.within(from) && severity.within(to))
    };
    let change = [told.left_text, told.right_text].into_iter().find(changes)?;
    Some(Class {
        item: Some(change.trim().into()),
        ..class(Metric::Confirmed, "cases.severity_changed")
    })
}

/// 含9例由无症状转为确诊, 无症状感染者转为确诊病例9例, 由疑似病例转为确诊病例1例.
fn conversion(told: &Telling) -> Option<Class> {
    let Telling {
        page,
        around,
        left,
        right,
        left_text,
        right_text,
        ..
    } = told;
    // A suspect confirmed is a new case; only who had no symptoms was counted before (guide, decision 8).
    let are_of_suspects = told.class_of_whole() == Some(Metric::Suspected) || were_suspects(page, around);
    // 无症状感染者转为确诊病例9例, 当日转为确诊21例: counted by itself; 均为无症状转确诊 only says what they were.
    let counts_conversions = left.is_converted && !any_of!["均为", "均系", "都是"].within(left_text);
    // 另有8例无症状感染者转为确诊, 1例缅甸输入的无症状感染者转为确诊.
    let lead = phrases::HAD_NO_SYMPTOMS.position(right_text).map(|at| &right_text[..at]);
    let tells_who = lead.is_some_and(|lead| lead.is_empty() || any_of!["本土", "本地", "输入", "输入的"].ends(lead));
    let counts_conversions = counts_conversions || (right.is_converted && tells_who && left.metric.is_none() && left.measure.is_none());
    // 确诊244例(含39例此前报告的无症状感染者).
    let was_told_before = left_text.trim() == "含"
        && told.class_of_whole() == Some(Metric::Confirmed)
        && right.metric == Some(Metric::Asymptomatic)
        && any_of!["此前", "前期", "既往", "前日", "昨日"].starts(right_text);
    // 确诊中有8例由无症状转归, 11例是由无症状感染者转为确诊病例: what they were, told behind their number.
    let tells_what_they_were = any_of![
        "由无症状",
        "是由无症状",
        "系由无症状",
        "是此前的无症状",
        "为此前的无症状",
        "系此前的无症状"
    ]
    .starts(right_text);
    let are_converted = tells_what_they_were && is_told_converted(page, around);
    let is_part_converted = || told.whole.is_some() && (right.is_converted || left.is_converted || is_told_converted(page, around));
    if !(counts_conversions || was_told_before || are_converted || is_part_converted()) {
        return None;
    }
    Some(if are_of_suspects {
        class(Metric::Confirmed, SUSPECTS_CONFIRMED)
    } else {
        class(Metric::Converted, "cases.converted")
    })
}

/// 解除隔离医学观察22例.
fn release(told: &Telling) -> Option<Class> {
    let named = told.left.metric.or(told.right.metric);
    let is_of_infected = match named {
        Some(own) => matches!(own, Metric::Asymptomatic | Metric::Infected | Metric::Converted),
        // 无新增确诊病例;解除隔离医学观察22例: who was counted last does not tell whom; suspects are let go, too.
        None => told.frame.metric != Some(Metric::Suspected),
    };
    ((told.left.is_released || told.right.is_released) && is_of_infected).then(|| Class {
        item: named.and_then(|_| released_item(told.page, told.around)),
        ..class(Metric::Discharged, "cases.released")
    })
}

/// 2人情况严重, 41人死, 其中59例确诊病例和无症状感染者: what stands right behind the number.
fn told_after(told: &Telling) -> Option<Class> {
    if any_of!["严重", "情况严重"].starts(told.right_text) {
        Some(class(Metric::Severe, "cases.grave_after"))
    } else if matches!(told.left_text.trim_matches(['、', ' ', '和']), "严重" | "情况严重" | "病情严重") {
        // 其中危殆84人、严重110人.
        Some(class(Metric::Severe, "cases.grave_before"))
    } else if told.right_text.trim() == "死" {
        Some(class(Metric::Dead, "cases.metric_after"))
    } else {
        names_both_classes(told.page, told.around).then(|| class(Metric::Infected, "cases.of_both_classes"))
    }
}

/// 新增出院1023例,其中确诊病例391例: who they were, of those who left.
fn of_outcome(told: &Telling) -> Option<Class> {
    let outcome = told
        .whole
        .filter(|_| told.frame.sentence_has_figures)
        .and_then(|whole| left_by(whole, &told.left))?;
    Some(Class {
        item: released_item(told.page, told.around),
        ..class(outcome, "cases.class_of_outcome")
    })
}

/// 9例确诊病例.
fn named_after(told: &Telling) -> Option<Class> {
    names_class(told.page, told.around, &told.left, &told.right, told.whole).then(|| Class {
        item: if told.right.is_severity {
            severity_item(told.page, told.around.right.clone())
        } else {
            None
        },
        ..named(told.right.metric, "cases.metric_after")
    })
}

fn outcome_goes_on(told: &Telling) -> Option<Class> {
    goes_on_with_outcome(told.page, told.around, &told.left, told.frame).then(|| named(told.frame.metric, "cases.outcome_goes_on"))
}

/// 确诊病例9例.
fn named_before(told: &Telling) -> Option<Class> {
    told.left.metric.map(|metric| Class {
        item: if told.left.is_severity {
            severity_item(told.page, told.around.left.clone())
        } else {
            None
        },
        ..class(metric, "cases.metric_before")
    })
}

/// 现有在院治疗26例: of the class that is spoken of.
fn in_hospital(told: &Telling) -> Option<Class> {
    let Telling {
        left,
        right,
        left_text,
        frame,
        ..
    } = told;
    // 加强版集中检疫所收治33人: now, where the sentence tells what became of all.
    let are_kept = left_text.trim_end().ends_with("收治") && !left_text.contains("累计") && frame.metric == Some(Metric::Discharged);
    let are_treated = is_treated(left_text) || are_kept;
    let are_there = left.measure == Some(Measure::Current) || right.measure == Some(Measure::Current);
    if !((left.in_hospital || right.in_hospital || are_treated) && (are_treated || are_there)) {
        return None;
    }
    // 在院在舱26例, after both classes were counted: of both.
    let carried = told.class_of_whole().or(frame.metric);
    let is_cabin = left_text.contains("在舱") && (frame.counts_both_classes() || frame.main_metric.is_none());
    // 确诊62例、无症状1147例,解除医学观察37例,在院1172例: after what became of both.
    let is_cut_by_severity = told.right_text.starts_with('中') && !told.right_text.contains("感染");
    let is_of_rest = told.whole.is_none()
        && carried == Some(Metric::Discharged)
        && frame.counts_confirmed_and_asymptomatic()
        && !left_text.contains("医学观察")
        && !is_cut_by_severity;
    // 在院隔离治疗和医学观察565例: those confirmed are treated, those without symptoms are watched.
    let are_treated_and_watched = left_text.contains("治疗") && left_text.contains("医学观察") && left.metric.is_none();
    let of_both = is_cabin || is_of_rest || are_treated_and_watched;
    let metric = match carried {
        _ if of_both => Some(Metric::Infected),
        Some(Metric::Discharged | Metric::Dead | Metric::Severe | Metric::Critical) | None => {
            Some(frame.main_metric.unwrap_or(Metric::Confirmed))
        }
        carried => carried,
    };
    Some(named(metric, "cases.in_hospital"))
}

/// 病例9例, 其余35名患者.
fn by_noun(told: &Telling) -> Option<Class> {
    let Telling { page, around, frame, .. } = told;
    if !told.has(Role::CaseNoun) {
        return None;
    }
    let is_grave = matches!(told.class_of_whole(), Some(Metric::Severe | Metric::Critical));
    let is_by_age = || {
        page.before(around.left_end)
            .rsplit(['、', '，', ','])
            .next()
            .is_some_and(|own| own.contains('岁'))
    };
    // 新增128例无症状感染者,新增16例境外输入病例: beside those without symptoms, cases are ill.
    let is_new_beside_others =
        told.whole.is_none() && frame.metric == Some(Metric::Asymptomatic) && told.left.measure == Some(Measure::New);
    let carried = if is_new_beside_others || (is_grave && is_by_age()) {
        // 重型13例、危重型6例、70岁以上老年患者112例: another division of all.
        frame.main_metric
    } else {
        told.class_of_whole().or(frame.metric).or(frame.only_class)
    };
    // 至今10人治愈出院,其余35名患者…: those who are still ill.
    let remain = page.has(around.left.clone(), Role::Rest) && matches!(carried, Some(Metric::Discharged | Metric::Dead));
    let carried = if remain { frame.main_metric } else { carried };
    // 9,708宗新冠病毒个案: tested one way or the other.
    let counts_by = page.slice(around.left_end, around.right_start);
    let is_any = counts_by.ends_with('宗') && page.slice(around.left_start, around.right_end).contains("个案");
    let bare = if is_any { Metric::Infected } else { Metric::Confirmed };
    Some(Class {
        measure: remain.then_some(Measure::Current),
        ..class(carried.unwrap_or(bare), "cases.noun")
    })
}

/// 60例病情平稳, 普通32例: of those who are ill now.
fn by_state(told: &Telling) -> Option<Class> {
    let is_named_by_state =
        phrases::STATES_BEFORE_COUNT.is(told.left_text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '、' | '和')));
    if is_named_by_state {
        let metric = told.frame.main_metric.unwrap_or(Metric::Confirmed);
        return Some(Class {
            measure: told.whole.map_or(Some(Measure::Current), |whole| whole.measure),
            ..class(metric, "cases.state")
        });
    }
    tells_of_state(told).then(|| {
        let metric = told.class_of_whole().or(told.frame.main_metric).unwrap_or(Metric::Confirmed);
        class(metric, "cases.state")
    })
}

/// 在院治疗2630例,医学观察11852例: who has no symptoms is observed.
fn under_observation(told: &Telling) -> Option<Class> {
    let is_observed = told.left_text.trim_end().ends_with("医学观察") && told.whole.is_none();
    let are_let_go = any_of!["解除", "离开", "出院"].within(told.left_text);
    (is_observed && !are_let_go).then(|| class(Metric::Asymptomatic, "cases.observed"))
}

/// No word of a class: that of the whole, or the one spoken of.
fn carried(told: &Telling) -> Class {
    let metric = if told.left_text.contains('岁') {
        let of_paragraph = || told.class_of_whole().or(told.frame.only_class);
        Some(told.frame.main_metric.or_else(of_paragraph).unwrap_or(Metric::Confirmed))
    } else {
        told.class_of_whole().or(told.frame.metric)
    };
    // 411例病例中已治愈出院12例,其余399例…治疗: those who are still ill.
    let remain = told.page.has(told.around.left.clone(), Role::Rest) && matches!(metric, Some(Metric::Discharged | Metric::Dead));
    if remain && any_of!["治疗", "救治", "在院", "住院"].within(clause_right(told.page, told.around)) {
        return Class {
            measure: Some(Measure::Current),
            ..named(told.frame.main_metric.or(Some(Metric::Confirmed)), "cases.carried")
        };
    }
    named(metric, "cases.carried")
}

/// 60例病情平稳, 10例好转, 3例加重.
pub(super) fn tells_of_state(told: &Telling) -> bool {
    phrases::STATES_OF_ILLNESS.starts(told.right_text.trim_start().trim_start_matches("目前"))
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
    // 新增确诊病例6例 均由无症状感染者转归: what they were before.
    let were_of_class = left.metric.is_some()
        && any_of!["均由", "都由", "系由", "全部由", "由"].starts(page.slice(around.right_start, around.right_end).trim_start());
    let tells_of_others = were_of_class || is_how_found(right.metric, breakdown) || is_follow_up(page, around, left.metric) || is_of_next;
    right.metric.is_some() && !tells_of_others
}

/// 境外移入个案中,33例为落地采检阳性: how cases of a known class were found.
fn is_how_found(said: Option<Metric>, breakdown: Option<&Breakdown>) -> bool {
    let known = breakdown.and_then(|whole| whole.metric);
    said == Some(Metric::Infected) && matches!(known, Some(Metric::Confirmed | Metric::Asymptomatic))
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
        any_of!["为", "系", "由", "是"].within(who) && any_of!["转为确诊", "转确诊", "转归", "转为本土确诊", "订正"].within(became)
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
    // 解除医学观察本土无症状感染者1例,境外输入性无症状感染者12例: of one origin and of the other.
    let is_of_other_origin = || {
        let begins = any_of!["境外输入", "本土", "本地"].starts(own.trim_start());
        begins && frame.origin.is_some() && frame.origin != left.origin && left.metric == Some(Metric::Asymptomatic)
    };
    let is_joined = own.starts_with(['、', '和', '及']) || page.before(around.left_start).ends_with('、') || is_of_other_origin();
    is_joined
        && left.measure.is_none()
        && !left.is_severity
        && matches!(left.metric, Some(Metric::Confirmed | Metric::Infected | Metric::Asymptomatic))
        && left.origin.is_some()
        && matches!(frame.metric, Some(Metric::Discharged | Metric::Dead))
}

/// 86例患者中有21例: what follows is about the persons, not their class.
fn is_follow_up(page: &Page, around: &Around, named: Option<Metric>) -> bool {
    let text = page.slice(around.right_start, around.right_end);
    // 死亡病例1例为甲市确诊病例: who they were before.
    let tells_of_counted =
        named.is_some_and(|metric| metric != Metric::Infected) && any_of!["为", "是", "系", "均为", "均系", "属"].starts(text);
    let tells_of_contact = any_of!["为", "系", "是"].starts(text) && any_of!["密切接触者", "密接"].within(text);
    // 在院62例中重症3例, 411例病例中已治愈出院12例.
    let is_whole = (text.starts_with('中') || any_of!["病例中", "患者中", "感染者中", "个案中"].starts(text))
        && page.figure(around.right.end).is_some();
    text.contains("中有") || is_whole || tells_of_contact || tells_of_counted
}

/// 正在定点医院和方舱治疗的: who lies there now.
pub(super) fn is_treated(left: &str) -> bool {
    any_of!["正在", "仍在", "尚在", "现在"].within(left) && any_of!["治疗的", "治疗", "救治", "收治"].ends(left.trim())
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
        .rfind(|(_, w)| w.metric.is_some_and(|class| class != Metric::Discharged))?;
    Some(page.span(metric.0).of(page.text).into())
}
