//! What names a thing, and what does not: names in turn, names carried by a unit, verbs and places that name nothing.
//!
//! In: a phrase or a figure's surroundings. Out: a name, or whether the phrase is one. Always: a name is words of the figure's own sentence;
//! a verb, a place or a measure alone names nothing.

use std::ops::Range;

use super::any_of::{AnyOf, any_of};
use super::lexicon::{Role, Word};
use super::page::{Around, REACH_TOKENS, is_clause_end};
use super::persons;
use super::phrases;
use super::walk::{Draft, Walker};
use crate::model::{Fact, Kind, Span};

/// What stands between figures in a row.
const JOINTS: AnyOf = any_of!["、", "和", "及", "与", "，", ","];

/// A longer stretch is a clause.
const MOST_NAME_CHARS: usize = 12;

impl Walker<'_> {
    /// 蛋、奶分别售出31吨、67吨; 收费站、服务区仍有18个和32个: as many names before the first figure as there are figures in a row.
    pub(super) fn item_in_turn(&mut self, fact: &Fact, around: &Around, before: Option<Span>) -> Option<Box<str>> {
        let page = self.page;
        let left = page.slice(around.left_start, around.left_end).trim();
        if around.follows_figure && (left.is_empty() || JOINTS.is(left)) {
            return self.items_in_turn.pop();
        }
        self.items_in_turn.clear();
        let count = self.figures_in_row(around);
        if count < 2 || matches!(fact.kind, Kind::Ratio | Kind::Duration) {
            return None;
        }
        // 牦牛肉、奶渣、酥油等特需食品: the examples are counted one by one.
        let examples = left.rsplit_once('等').map(|(names, _)| names);
        let named = before.map(|span| span.of(page.text));
        let names = [examples, named, fact.item.as_deref()].into_iter().flatten().find_map(|text| {
            let tail = phrases::AMOUNTS.at_end(text).unwrap_or_default();
            let names = text[..text.len() - tail.len()].split(['、', '和', '及', '与']);
            let names: Vec<&str> = names.map(str::trim).collect();
            let is_name = |name: &&str| (1..=MOST_NAME_CHARS).contains(&name.chars().count());
            (names.len() == count && names.iter().all(is_name)).then_some(names)
        })?;
        // 江西、湖南分别为1200名和860名: whose they are, and no things.
        if names.iter().all(|name| self.names_a_place(name)) {
            return None;
        }
        self.items_in_turn = names.into_iter().rev().map(Into::into).collect();
        self.items_in_turn.pop()
    }

    /// How many figures by one unit stand in a row from a figure on: 85吨、6.2吨和41吨.
    fn figures_in_row(&self, around: &Around) -> usize {
        let page = self.page;
        let Some(first) = page.figure(around.left.end) else {
            return 0;
        };
        let (mut count, mut end, mut index) = (1, first.end, around.left.end + 1);
        while let Some(next) = (index..index + 3).find(|i| page.figure(*i).is_some()) {
            let Some(figure) = page.figure(next).filter(|figure| figure.unit == first.unit) else {
                break;
            };
            if !JOINTS.is(page.slice(end, figure.start).trim()) {
                break;
            }
            (count, end, index) = (count + 1, figure.end, next + 1);
        }
        count
    }

    /// 中欧班列2月份开行602列: what runs, named since the sentence began.
    pub(super) fn vehicle_named_before(&self, around: &Around, bounds: &Range<usize>) -> Option<Box<str>> {
        let page = self.page;
        let from = bounds.start.max(around.left.start.saturating_sub(REACH_TOKENS));
        let is_vehicle = |(_, word): &(usize, &Word)| word.head == Some(Kind::Vehicle);
        let (index, _) = page.words_in(from..around.left.end).rfind(is_vehicle)?;
        Some(page.span(index).of(page.text).into())
    }

    /// 满载900吨蔬菜的|货车: the vehicle that a number counts past what it carries, in its clause.
    pub(super) fn vehicle_named_behind(&self, around: &Around) -> Option<Box<str>> {
        let page = self.page;
        let from = around.right.start;
        let to = (from..from + REACH_TOKENS).find(|i| page.punct(*i).is_some_and(is_clause_end) || page.token(*i).is_none());
        let mut words = page.words_in(from..to.unwrap_or(from + REACH_TOKENS));
        let (index, _) = words.find(|(_, word)| word.head == Some(Kind::Vehicle))?;
        Some(page.span(index).of(page.text).into())
    }

    /// 进口, 全国: a verb or a place, and nothing else.
    pub(super) fn is_bare_act(&self, text: &str) -> bool {
        let is_verb = |word: &Word| word.action.is_some() || word.is(Role::Verb) || word.is(Role::Place) || word.whole.is_some();
        self.page
            .lexicon
            .whole(text)
            .is_some_and(|word| is_verb(word) && word.head.is_none())
    }

    /// 办结, 甲县: a result or a place, no thing. Other verbs name an act.
    pub(super) fn names_nothing(&self, item: &str, kind: Kind) -> bool {
        let is_verb = |word: &Word| kind == Kind::Supply && (word.is(Role::Verb) || word.action.is_some());
        let is_known = |word: &Word| (word.is(Role::Place) || is_verb(word)) && word.head.is_none();
        let region = item.strip_suffix("地区").unwrap_or(item);
        let item = if region.is_empty() { item } else { region };
        // 其中区外调入530吨: from where, not what.
        let is_from = matches!(
            item,
            "区外" | "省外" | "市外" | "县外" | "外地" | "外省" | "本地" | "省内" | "市内" | "区内"
        );
        is_from || phrases::NAMES_NOTHING.is(item) || self.page.lexicon.whole(item).is_some_and(is_known)
    }

    /// What the sentence last counted by the same unit, of the same kind.
    pub(super) fn item_of_unit(&self, fact: &Fact) -> Option<Box<str>> {
        let same =
            |draft: &&Draft| draft.fact.kind == fact.kind && draft.fact.quantity.unit == fact.quantity.unit && draft.fact.item.is_some();
        self.of_sentence().iter().rev().find(same)?.fact.item.clone()
    }

    /// Whether a phrase ends in a noun of the kind.
    pub(super) fn names_kind(&self, span: Span, kind: Kind) -> bool {
        let text = span.of(self.page.text);
        text.char_indices().rev().take(6).any(|(at, _)| {
            let word = self.page.lexicon.whole(&text[at..]);
            word.is_some_and(|word| word.head == Some(kind))
        })
    }

    /// Whether a noun of the kind stands in a phrase after the figure.
    pub(super) fn holds_kind(&self, span: Span, around: &Around, kind: Kind) -> bool {
        let page = self.page;
        page.words_in(around.right.clone())
            .any(|(i, word)| word.head == Some(kind) && span.covers(page.span(i)))
    }

    /// Whether a phrase ends in a word for persons at work.
    pub(super) fn names_staff(&self, span: Span) -> bool {
        let text = span.of(self.page.text);
        persons::names_occupation(text) || self.names_kind(span, Kind::Personnel)
    }
}
