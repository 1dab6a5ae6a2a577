//! What resumed work: the subject of a verb of resuming, wherever its number stands.
//!
//! In: a count of firms, projects or shops and the words around it. Out: their name, or nothing. Always: a bare predicate (复工, 其余) is no name.

use std::ops::Range;

use super::any_of::any_of;
use super::counted;
use super::evidence;
use super::lexer::Tok;
use super::lexicon::{Role, Word};
use super::page::Around;
use super::phrases;
use super::things::Site;
use super::walk::Walker;
use crate::model::{Fact, Kind, State};

impl Walker<'_> {
    /// The name of what resumed (`fact.item`), where the phrase before the verb says more.
    pub(super) fn resumed_item(&self, fact: &mut Fact, site: &Site) {
        if site.after.is_none() {
            // 重点建设项目全面复工1036个: what stands before the verb.
            fact.item = self.what_resumed(site.around).or_else(|| fact.item.take());
        }
        if fact.item.as_deref().is_some_and(counted::names_division) {
            // 其中经开区复工231户、高新区178户: of what all of them are.
            let whole = self
                .frame
                .breakdown()
                .and_then(|list| list.whole)
                .map(|whole| &self.drafts[whole].fact);
            let whole = whole
                .filter(|whole| whole.kind == Kind::WorkResumption)
                .and_then(|whole| whole.item.clone());
            fact.item = whole.or_else(|| self.frame.goods.counted.clone().filter(|item| !counted::names_division(item)));
        }
        if fact.item.as_deref().is_none_or(|item| self.is_bare_predicate(item)) {
            // 企业37家,已复工36家: of those counted before.
            fact.item = self.frame.goods.counted.clone().or_else(|| fact.item.take());
        }
    }

    /// 复工, 其余: nothing that is counted.
    fn is_bare_predicate(&self, item: &str) -> bool {
        let is_predicate = |word: &Word| word.resumption.is_some() || word.is(Role::Rest) || word.is(Role::Verb);
        matches!(item, "余" | "其余") || self.page.lexicon.whole(item).is_some_and(is_predicate)
    }

    /// A级景区有序复业31家, 非煤矿山达到复产条件的64座: the subject of what resumed.
    fn what_resumed(&self, around: &Around) -> Option<Box<str>> {
        const MOST_CHARS: usize = 16;
        let page = self.page;
        let (verb, _) = page.words_in(around.left.clone()).find(|(_, word)| word.resumption.is_some())?;
        let starts = |index: &usize| {
            let is_word = page.word(*index).is_some_and(|word| {
                (word.is(Role::Verb) || word.is(Role::Stop) || word.is(Role::Place) || word.is(Role::Now) || word.whole.is_some())
                    && !word.is(Role::Plain)
                    && word.head.is_none()
            });
            is_word || matches!(page.token(*index).map(|t| t.tok), Some(Tok::Time(_) | Tok::Figure(_)))
        };
        // 预计下周复产的化纤企业有27家: behind 的.
        let behind = page.slice(page.span(verb).end as usize, around.left_end).trim();
        let named = behind.strip_prefix('的').map(|named| {
            let named = named.strip_suffix("分别为").unwrap_or(named);
            named.trim_end_matches(['有', '共', '已', '达'])
        });
        if let Some(named) = named.filter(|named| (2..=MOST_CHARS).contains(&named.chars().count())) {
            return Some(named.into());
        }
        let mut end = page.span(verb).start as usize;
        while let Some(adverb) = phrases::RESUMING_HOW.at_end(page.slice(around.left_start, end)) {
            end -= adverb.len();
        }
        let start = (around.left.start..verb)
            .rev()
            .filter(|index| page.span(*index).end as usize <= end)
            .find(starts)
            .map_or(around.left_start, |index| page.span(index).end as usize);
        let text = page.slice(start, end).trim();
        let text = text
            .rsplit(['的', '等', '，', ','])
            .next()
            .unwrap_or(text)
            .trim_start_matches(['、', '和']);
        (2..=MOST_CHARS).contains(&text.chars().count()).then(|| text.into())
    }

    /// How far those counted have come: at work, ready, or only planned to be; their class, where examples were named.
    pub(super) fn resumption_slots(&mut self, fact: &mut Fact, around: &Around) {
        let page = self.page;
        // 甲厂、乙物流园等重点项目58个: those named are examples, and a list cut short would be one of them.
        let class = fact.item.as_deref().and_then(|item| Some(item.rsplit_once('等')?.1.trim()));
        if let Some(class) = class.filter(|class| class.chars().count() >= 2).map(Into::into) {
            fact.item = Some(class);
        }
        let state = |tokens: Range<usize>| page.words_in(tokens).filter_map(|(_, w)| w.resumption).next_back();
        let predicate = evidence::predicate(page, around);
        let said = state(around.left.clone()).or_else(|| state(around.right.start..predicate));
        let clause = [
            page.slice(around.left_start, around.left_end),
            page.slice(around.right_start, page.span(predicate).start as usize),
        ];
        // 符合条件的73个在建项目将分批复工: not yet, however ready.
        let will = page.slice(around.right_start, page.span(predicate).start as usize);
        let is_announced = will
            .trim_start_matches(|c| c != '将')
            .strip_prefix('将')
            .is_some_and(|verb| !verb.starts_with("近"))
            && page
                .words_in(around.right.start..predicate)
                .any(|(_, word)| word.resumption.is_some());
        let is_told = page.has(around.left.clone(), Role::Cumulative) || clause.iter().any(|text| text.contains('已'));
        // 推动第二批63家企业有序复工: not yet.
        let is_planned = said == Some(State::Resumed) && !is_told && clause.iter().any(|text| phrases::PLANS.within(text));
        let goes_on = self
            .drafts
            .last()
            .map(|draft| &draft.fact)
            .filter(|last| last.kind == Kind::WorkResumption && said.is_none());
        // 符合复工条件的企业90家: not yet at work.
        let is_ready = clause.iter().any(|text| phrases::CONDITIONS_TO_OPEN.within(text));
        // 另有5家正在开展环境消杀,预计一周内具备复工条件: soon.
        let soon = || evidence::told_ready(page, around).is_some_and(|told| any_of!["预计", "即将", "有望", "将于", "将在"].within(told));
        fact.state = if fact.rule == counted::READY_TO_OPEN {
            Some(if soon() { State::NearlyReady } else { State::Ready })
        } else if is_announced {
            Some(State::Planned)
        } else if is_ready && said == Some(State::Resumed) {
            Some(State::Ready)
        } else if is_planned {
            Some(State::Planned)
        } else {
            // 7个分拨中心、312个网点恢复运转.
            let is_open = fact.rule == "count_unit.open" || (fact.rule == "count_unit.resumption" && !is_planned);
            let of_list = || evidence::state_of_list(page, around);
            said.or_else(of_list)
                .or(goes_on.and_then(|last| last.state))
                .or(is_open.then_some(State::Resumed))
        };
    }
}
