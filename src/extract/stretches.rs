//! What a stretch of time says: 过去24小时 and 近4年 are windows, 24小时值班 is an idiom, 8个月大 an age; the others last, as the text states.
//!
//! In: a figure with a unit of time and its line around it. Out: the reason that explains it, or nothing where it is a duration.
//! Always: no look goes past the line; of two rules that fit, the first decides.

use super::any_of::any_of;
use super::numeral::Form;
use super::phrases;
use super::reasons::Neighbours;
use crate::model::{Approx, Reason};

/// How far before it a stretch of time is called an age.
const MAX_AGE_CHARS: usize = 8;
/// How far behind it a rate is named.
const MAX_RATE_CHARS: usize = 4;

/// Why a stretch of time is no duration.
pub fn reason(near: &Neighbours) -> Option<Reason> {
    if is_age(near) {
        Some(Reason::Age)
    } else if is_anniversary(near) {
        Some(Reason::Ordinal)
    } else if is_of_a_rate(near) {
        Some(Reason::Spec)
    } else if is_told_from_today(near) || is_counted_over(near) {
        Some(Reason::Window)
    } else if is_year_of_four_digits(near) {
        Some(Reason::Date)
    } else if is_all_day(near) {
        (!is_all_day_that_lasts(near)).then_some(Reason::Idiom)
    } else {
        one_of_them(near)
    }
}

/// 年龄最小的只有8个月, 最小的患者才7个月大: how old.
fn is_age(near: &Neighbours) -> bool {
    let before = near.before;
    let last = before
        .char_indices()
        .rev()
        .nth(MAX_AGE_CHARS)
        .map_or(before, |(at, _)| &before[at..]);
    let clause = last.rsplit(['，', ',']).next().unwrap_or_default();
    let is_big = || any_of!["大，", "大,", "大。", "大的", "大婴", "大宝", "大孩"].starts(near.after);
    clause.contains("年龄")
        || any_of!["出生", "出生仅", "出生才", "出生刚", "出生只有"].ends(clause)
        || any_of!["孩子刚满", "宝宝刚满", "刚满月", "孩子才", "孩子仅", "孩子只有"].within(clause)
        || (matches!(near.figure.unit, "个月" | "月" | "天" | "周") && is_big())
}

/// 成立100周年: which, not how long.
fn is_anniversary(near: &Neighbours) -> bool {
    near.figure.unit == "周" && near.after.starts_with('年')
}

/// 15秒接通率: what the rate is of.
fn is_of_a_rate(near: &Neighbours) -> bool {
    let after = near.after;
    let name = after.char_indices().nth(MAX_RATE_CHARS).map_or(after, |(end, _)| &after[..end]);
    matches!(near.figure.unit, "秒" | "分钟" | "小时")
        && near.figure.approx == Approx::Exact
        && name.split(['，', ',', '。', '、']).next().is_some_and(|name| name.contains('率'))
}

/// 接听前两个月, 过去24小时, 近4年: told from the day of the text, or from an event. 登机前48小时 lasts: it is told from an act.
fn is_told_from_today(near: &Neighbours) -> bool {
    let Neighbours { figure, before, after, .. } = near;
    let unit = figure.unit;
    let is_ahead = before.ends_with(['前', '头']) && !phrases::BEFORE_AN_ACT.ends(before);
    let is_ago = after.starts_with('前') && !after.starts_with("前后");
    let is_near = before.ends_with('近') && matches!(unit, "年" | "月" | "日" | "天" | "周") && !any_of!["的时间", "时间"].starts(after);
    is_ahead
        || is_ago
        || any_of!["过去", "最近", "此前", "近期", "未来", "今后"].ends(before)
        || (figure.approx == Approx::Under && (before.ends_with("过去近") || is_near))
        // 十九大以来5年: told by where it began.
        || (unit == "年" && any_of!["以来", "以来的"].ends(before))
        // 这两天回升到5400吨.
        || (unit == "天" && before.ends_with('这'))
        || (unit == "年" && figure.form == Form::Han && any_of!["今明", "近", "前", "这"].ends(before))
        || any_of!["来", "以来"].starts(after)
}

/// 7天平均日增, 一周内新增病例超150万例, 四天里,全市共设置…, 十年间: over which something was counted. 7日内有旅居史 lasts.
fn is_counted_over(near: &Neighbours) -> bool {
    let Neighbours { figure, after, .. } = near;
    let is_mean = matches!(figure.unit, "天" | "日" | "周") && after.starts_with("平均");
    let is_within = figure.approx == Approx::AtMost && any_of!["新增", "共新增", "累计新增", "新报告"].starts(after);
    let is_between = figure.unit == "年" && any_of!["间，", "间,", "之间"].starts(after);
    is_mean || is_within || is_between || any_of!["里，", "里,", "里共"].starts(after)
}

/// 2022年.
fn is_year_of_four_digits(near: &Neighbours) -> bool {
    near.figure.unit == "年" && near.figure.digits == 4 && !near.figure.is_composed
}

/// 24小时, in any spelling.
fn is_all_day(near: &Neighbours) -> bool {
    matches!(near.written, "24" | "廿四" | "二十四") && matches!(near.figure.unit, "小时" | "个小时")
}

/// 24小时内, 每24小时, 入境后24小时核酸: it has an end or a beginning.
fn is_all_day_that_lasts(near: &Neighbours) -> bool {
    let Neighbours { figure, before, after, .. } = near;
    figure.approx != Approx::Exact
        || any_of!["后", "之内", "核酸", "有效", "内"].starts(after)
        || any_of!["间隔", "每"].ends(before)
        || phrases::BEFORE_AN_ACT.ends(before)
}

/// 一夜, 一天天, 每一年, 那一刻: the article. 热线一天接听70多个, 价格一天一公布: each day, and not how long.
fn one_of_them(near: &Neighbours) -> Option<Reason> {
    let Neighbours { figure, before, after, .. } = near;
    let is_one = near.written == "一";
    let is_each_day = is_one && figure.unit == "天" && figure.approx == Approx::Exact && phrases::ONE_DAY_EACH.starts(after);
    let is_some = is_one && (after.starts_with('天') || any_of!["每", "那", "这", "同", "某", "有", "前", "后", "的"].ends(before));
    if figure.unit == "夜" || is_each_day || is_some || (is_one && figure.unit == "秒") {
        return Some(Reason::Article);
    }
    let is_past = before.ends_with("过去");
    let is_one_day = is_one && figure.unit == "日";
    is_one_day.then_some(if is_past { Reason::Window } else { Reason::Idiom })
}
