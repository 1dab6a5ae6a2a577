//! Those for whom something is done: households supplied with water, firms whose rent is remitted, persons looked after.
//!
//! In: [`Evidence`] of a figure that counts households, firms or persons. Out: whether they are counted as served, and the act.
//! Always: a verb of serving alone is not enough; it must govern those counted (帮扶48户) or name them as its goal (向48家企业返还).

use super::any_of::any_of;
use super::evidence::Evidence;
use super::kinds::clause_right;
use super::page::{Around, Page, is_clause_end};
use super::phrases;
use crate::model::{Kind, Span};

/// 为617家单位、12251家居民保障供水: what is done for those counted.
pub(super) fn done_for<'a>(page: &Page<'a>, around: &Around) -> Option<&'a str> {
    let before = page.before(around.left_end);
    let line = &before[before.rfind(['，', ',', '。', '；', ';', '\n']).unwrap_or(0)..];
    if !line.contains('为') && !line.contains('给') {
        return None;
    }
    let right = clause_right(page, around);
    let at = phrases::SERVES.position(right)?;
    let act = right[at..].trim();
    (2..=10).contains(&act.chars().count()).then_some(act)
}

/// 向8921家企业返还失业保险费, 对413名透析患者落实照护: what the clause gives or does to those counted.
pub(super) fn is_given_to(e: &Evidence) -> bool {
    let left = e.left_text().trim_end();
    if is_taken_care_of(e, left) {
        return true;
    }
    let is_goal = any_of!["向", "给", "为", "对", "替", "与"].ends(left)
        || left
            .rfind(['向', '给', '为', '对'])
            .is_some_and(|at| left[at..].ends_with('的') && left[at..].chars().count() <= MAX_GOAL_CHARS)
        // 为低保户、特困人员等2.37万户发放: the goal before its number, what it is given behind.
        || (left.starts_with(['为', '给', '向', '对']) && left.ends_with('等'))
        // 为4个农贸市场的537户经营户减免摊位费: past the premises where they are.
        || (e.around.follows_figure && left.ends_with('的') && own_clause(e).starts_with(['为', '给', '向', '对']));
    // 已为1140家优化用电方案, 共为51.7万户居民缓收电费: 为 behind such words is no copula where the clause goes on.
    let goes_on = clause_right(e.page, e.around).chars().count() >= LEAST_DEED_CHARS;
    let is_done = goes_on && phrases::HAVE_DONE_FOR.ends(left);
    is_done || is_goal && (phrases::GIVES.within(clause_right(e.page, e.around)) || is_done_for(e, left))
}

/// 帮58名学生跟上课程, 将502名旅客送往甲市, 对230名旅客,免费安排食宿, 16位患者由专车接送: a preposition governs those counted, and
/// the clause or the next one goes on to tell what was done.
fn is_taken_care_of(e: &Evidence, left: &str) -> bool {
    let clause = clause_right(e.page, e.around).trim_end();
    let rest = &e.page.text[e.around.right_start + clause.len().min(e.page.text.len() - e.around.right_start)..];
    let is_told_next = rest.starts_with(['，', ',']);
    let leads = |list: &[&str]| {
        let at_number = list.iter().any(|lead| left.ends_with(lead));
        at_number || (left.chars().count() <= MAX_GOAL_CHARS && list.iter().any(|lead| left.starts_with(lead)))
    };
    let goes_on = clause.chars().count() > MOST_NOUN_CHARS;
    // 将12个村的2.03万名村民转移安置: past the villages.
    let left = if e.around.follows_figure && left.trim() == "的" {
        own_clause(e)
    } else {
        left
    };
    // 血透患者486名实行点对点接送: those who need care stand before their number, what is done behind it.
    let need_care = phrases::NEED_CARE.ends(left) || e.after.is_some_and(|after| phrases::NEED_CARE.ends(after.of(e.page.text)));
    let is_cared_for = need_care && phrases::CARE_BEHIND.starts(told_behind(e, clause));
    let is_carried = || {
        let doer = clause.find('由').filter(|at| clause[..*at].chars().count() <= MOST_NOUN_CHARS);
        doer.is_some_and(|at| phrases::CARES_FOR.within(&clause[at..])) || phrases::GETS_CARE.within(clause)
    };
    // 为舱内58名学生补上功课: the goal begins with where they are.
    let is_where = left.starts_with('为') && left.chars().count() > 1 && left.chars().count() <= MAX_GOAL_CHARS && !left.ends_with('为');
    is_cared_for
        || (goes_on && (leads(&["帮", "帮助", "给", "将", "把", "供"]) || is_where))
        || (leads(&["对"]) && (is_told_next || goes_on) && !any_of!["应对", "面对", "针对", "相对", "绝对"].ends(left))
        || is_carried()
}

/// The clause up to its figure, past the figures before it.
fn own_clause<'a>(e: &Evidence<'a>) -> &'a str {
    let before = e.page.before(e.around.left_end);
    before.rsplit(is_clause_end).next().unwrap_or_default()
}

/// What a clause tells behind those counted.
fn told_behind<'a>(e: &Evidence<'a>, clause: &'a str) -> &'a str {
    let name = e.after.map_or(0, |after| (after.end as usize).saturating_sub(e.around.right_start));
    clause
        .get(name..)
        .unwrap_or_default()
        .trim_start_matches('均')
        .trim_start_matches('已')
}

/// 慢性病患者: those counted are named by no more characters, so that a longer clause tells what was done.
const MOST_NOUN_CHARS: usize = 7;

/// 为1563名透析患者安排了…, 对2.3万户独居老人、孕产妇家庭,…: what is done follows those named; 人数为15名 only tells how many.
fn is_done_for(e: &Evidence, left: &str) -> bool {
    let names = e
        .after
        .is_some_and(|after| after.of(e.page.text).chars().count() >= LEAST_NAME_CHARS);
    let counts = any_of!["数为", "分别为", "均为", "共为", "总计为", "最小为", "其余为", "中为"].ends(left);
    let goes_on = |after: Span| {
        let rest = &e.page.text[after.end as usize..];
        let ends = rest.is_empty() || rest.starts_with(['。', '；', ';', '\n']);
        // 人数最少的为15名儿童,: where the clause ends, 为 tells only how many.
        !(ends || left.ends_with('为') && rest.starts_with(['，', ',']))
    };
    names && any_of!["为", "给", "对", "替"].ends(left) && !counts && e.after.is_some_and(goes_on)
}

/// What was done for those counted is told in no fewer characters, their name with it.
const LEAST_DEED_CHARS: usize = 5;

/// Those served are named by two characters or more.
const LEAST_NAME_CHARS: usize = 2;

/// 对受疫情影响的: a longer goal is none.
const MAX_GOAL_CHARS: usize = 12;

/// Premises and firms for whom something is done (供水, 减租) count a service.
pub(super) fn served(e: &Evidence, kind: Kind) -> Kind {
    let left = e.left_text();
    // 向82个国家提供援助: countries and districts stay what they are.
    let counts_districts = phrases::COUNTRIES_AND_DISTRICTS.starts(e.right_text()) && !e.right_text().starts_with("市场");
    let counts_those_served = matches!(kind, Kind::Other | Kind::Service) && !counts_districts;
    let helped = phrases::HELPS.within(left)
        || (matches!(e.figure.unit, "户" | "家" | "人") && left.contains("覆盖"))
        || (matches!(e.figure.unit, "户" | "家" | "笔") && phrases::SUPPORTS_FIRMS.within(left));
    // 送达11.8万户居家群众, 日送菜3800户.
    let helped = helped || (e.figure.unit == "户" && phrases::BRINGS_TO_HOMES.ends(left.trim_end()));
    let given_to = left.trim_end().ends_with('向') && phrases::GRANTS_TO.within(clause_right(e.page, e.around));
    // 为76个小区、5.8万户居民配送蔬菜: the goal stands before the first of a list.
    let line = e.page.before(e.around.left_end);
    let line = &line[line.rfind(['，', ',', '。', '；', ';', '\n']).unwrap_or(0)..];
    let is_listed_goal =
        e.figure.unit == "户" && line.contains(['为', '给', '向']) && phrases::BRINGS_OR_PROVIDES.within(clause_right(e.page, e.around));
    // 8.4万户家庭由社区干部配送到户.
    let is_brought = e.figure.unit == "户" && phrases::TO_THE_DOOR.within(clause_right(e.page, e.around));
    // 2300万户客户欠费不停电.
    let is_kept_supplied = phrases::NOT_CUT_OFF.within(clause_right(e.page, e.around));
    if is_kept_supplied && matches!(e.figure.unit, "户" | "家" | "个") {
        return Kind::Service;
    }
    if counts_those_served
        && (is_listed_goal
            || is_brought
            || helped
            || given_to
            || (matches!(e.figure.unit, "户" | "家") && is_given_to(e))
            || done_for(e.page, e.around).is_some())
    {
        Kind::Service
    } else {
        kind
    }
}
