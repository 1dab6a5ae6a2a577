//! Whether so much is of each day: 日均供应, 每天, 日交易量.
//!
//! In: a fact with its kind, and the words around its number. Out: whether it is told per day.
//! Always: a day that is named (昨日, 3日, 工作日) is none of many; stocks and persons counted as cases are never told so.

use super::any_of::any_of;
use super::letters::is_han_numeral;
use super::page::{Around, is_clause_end};
use super::phrases;
use super::things::Site;
use super::walk::Walker;
use crate::model::{Action, Fact, Kind};

/// The words for each day stand no further before a number: texts without marks are one clause.
const MOST_CLAUSE_BYTES: usize = 180;

impl Walker<'_> {
    pub(super) fn is_of_each_day(&self, fact: &Fact, site: &Site) -> bool {
        let may_be = !matches!(
            fact.kind,
            Kind::Cases | Kind::Contacts | Kind::Ratio | Kind::Duration | Kind::RiskArea
        );
        let page = self.page;
        let before = page.before(site.around.left_end);
        let near = &before[before.floor_char_boundary(before.len().saturating_sub(MOST_CLAUSE_BYTES))..];
        let clause = near.rsplit(is_clause_end).next().unwrap_or_default();
        // 累计投放1260吨,日均销售42吨: what the sentence counts so far is not what it tells of each day.
        let is_total = fact.cumulative && any_of!["累计", "共", "总"].within(clause);
        if !may_be || is_total || fact.action == Some(Action::Stocked) {
            return false;
        }
        let behind = page.slice(site.around.right_start, site.around.right_end);
        says_each_day(clause) || any_of!["/天", "/日", "每天", "每日"].starts(behind) || self.goes_on_daily(fact, site)
    }

    /// 日均供应蔬菜300吨,|猪肉40吨: goods by their name alone, after others of each day.
    fn goes_on_daily(&self, fact: &Fact, site: &Site) -> bool {
        let Around { left_start, left_end, .. } = *site.around;
        let last = self.of_sentence().last().map(|last| &last.fact);
        let follows = last.is_some_and(|last| last.per_day && last.kind == fact.kind && fact.kind == Kind::Supply);
        let left = self.page.slice(left_start, left_end).trim();
        // 日产量达到800辆,供餐2万份: done by a verb of its own.
        let follows = follows && !self.page.words_in(site.around.left.clone()).any(|(_, word)| word.action.is_some());
        follows && site.before.is_some_and(|goods| goods.of(self.page.text) == left)
    }
}

fn says_each_day(clause: &str) -> bool {
    let is_daily = |at: usize| {
        let (day, rest) = clause.split_at(at + '日'.len_utf8());
        let is_dated = clause[..at].ends_with(|c: char| c.is_ascii_digit() || is_han_numeral(c));
        !is_dated && !phrases::NAMED_DAYS.ends(day) && phrases::AFTER_DAY.starts(rest)
    };
    phrases::EACH_DAY.within(clause) || clause.match_indices('日').any(|(at, _)| is_daily(at))
}
