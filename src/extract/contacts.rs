//! Close contacts: traced, under observation or let go, and by which measure.
//!
//! In: a count of contacts and the words around it. Out: its state, measure, item and place. Always: a list under one verb shares its
//! state; those who are under observation are counted as they are now, those traced as so far, unless the words say otherwise.

use std::collections::HashMap;

use super::any_of::any_of;
use super::frame::WindowSource;
use super::lexer::Tok;
use super::lexicon::{Role, UnitClass};
use super::measures;
use super::page::{Around, Page};
use super::phrase;
use super::phrases;
use super::walk::{Draft, Walker};
use crate::model::{Fact, Kind, Measure, State};

/// What the words around a count of contacts say of them.
struct Said {
    /// 在隔离密接1.63万名, 目前在管密接3047人.
    is_kept: bool,
    /// 隔离, 医学观察 in words near it.
    is_observed: bool,
    is_traced: bool,
    /// 解除1200人.
    is_released: bool,
    /// 、次密接3047人: nothing but the next sort of contacts.
    is_next_sort: bool,
    /// A word of any state.
    is_any: bool,
}

impl Said {
    fn of(page: &Page, around: &Around, fact: &Fact) -> Self {
        let left = page.slice(around.left_start, around.left_end);
        let right = page.slice(around.right_start, around.right_end);
        let before = left.trim();
        let has_state = |state: Option<State>| {
            page.words_in(around.left.clone())
                .any(|(_, w)| w.contact_state.is_some() && (state.is_none() || w.contact_state == state))
        };
        // 已解除118人, 其余46人均已解除.
        let is_let_go = phrases::LETS_GO.ends(before) || any_of!["均已解除", "已解除", "全部解除", "已全部解除", "均解除"].starts(right);
        let is_released_before = page.has(around.left.clone(), Role::Release);
        // 还在观察的46人, 隔离密接5206人.
        let is_watched = (!left.contains("解除") && phrases::WATCHED_CONTACTS.ends(before))
            || phrases::CONTACTS_NOW.starts(before)
            || phrases::WATCHED_ON.starts(right);
        let is_kept = phrases::KEPT_APART.starts(before)
            || phrases::STAYS_APART.ends(before)
            // 4186人在十二间酒店接受医学观察: the verb stands past another figure.
            || (fact.rule == "person_unit.observed" && right.starts_with('在'));
        let is_observed = phrases::OBSERVED.within(right)
            || phrases::OBSERVED.within(left)
            || ((left.contains("隔离") || right.contains("隔离")) && !left.contains("密接"));
        Self {
            is_kept: is_watched || is_kept,
            is_observed,
            is_traced: has_state(Some(State::Traced)),
            is_released: is_released_before || page.has(around.right.clone(), Role::Release) || is_let_go,
            is_next_sort: matches!(
                before,
                "次密接" | "次密切接触者" | "一般接触者" | "、次密接" | "、次密切接触者" | "和次密接"
            ),
            is_any: has_state(None) || is_released_before || is_observed || is_watched || is_let_go,
        }
    }

    fn state(&self) -> State {
        if self.is_kept {
            State::Observed
        } else if self.is_released {
            State::Released
        } else if self.is_observed && !self.is_traced {
            State::Observed
        } else {
            State::Traced
        }
    }
}

/// 已跟进12,478人,包括密切接触者1,865人、同路人士8,893人: persons whose parts are contacts are such, and so are their other parts.
pub fn know_by_parts(drafts: &mut [Draft]) {
    let are_persons = |fact: &Fact| fact.kind == Kind::Other && matches!(fact.quantity.unit.as_ref(), "人" | "名");
    let told = drafts.iter().filter(|draft| draft.fact.kind == Kind::Contacts).filter_map(|draft| {
        let whole = draft.whole.filter(|whole| are_persons(&drafts[*whole].fact))?;
        Some((whole, (draft.fact.state, draft.fact.measure, draft.fact.place.clone())))
    });
    let told: HashMap<usize, _> = told.collect();
    for (index, draft) in drafts.iter_mut().enumerate() {
        let known = told.get(&index).or_else(|| told.get(&draft.whole?));
        let Some((state, measure, place)) = known.filter(|_| are_persons(&draft.fact)) else {
            continue;
        };
        let fact = &mut draft.fact;
        fact.kind = Kind::Contacts;
        (fact.state, fact.measure) = (*state, *measure);
        fact.cumulative = *measure != Some(Measure::New);
        fact.place.clone_from(place);
        fact.rule = "contacts.by_parts".into();
    }
}

impl Walker<'_> {
    pub(super) fn contacts(&mut self, fact: &mut Fact, around: &Around) {
        let left = self.page.slice(around.left_start, around.left_end);
        let before = self
            .drafts
            .last()
            .map(|draft| &draft.fact)
            .filter(|fact| fact.kind == Kind::Contacts);
        // 较昨天少了146人: fewer of those just counted.
        if let Some(down) = measures::compared(left) {
            fact.state = before.and_then(|fact| fact.state);
            fact.place = before.and_then(|fact| fact.place.clone());
            fact.measure = Some(Measure::Change);
            fact.cumulative = false;
            fact.quantity.value = fact.quantity.value.map(|value| if down { -value } else { value });
            return;
        }
        let said = Said::of(self.page, around, fact);
        // 隔离观察密切接触者23人、次密切接触者41人: listed under the same verb.
        let earlier = before.filter(|_| around.follows_figure || said.is_next_sort);
        let of_list = earlier.and_then(|fact| fact.state).filter(|_| !said.is_any);
        // 南宫市已排查密切接触者1682人、次密接734人: the same town's.
        let place_of_list = earlier.and_then(|fact| fact.place.clone()).filter(|_| said.is_next_sort);
        let state = of_list.unwrap_or_else(|| said.state());
        let goes_on_new = said.is_next_sort && earlier.is_some_and(|fact| fact.measure == Some(Measure::New));
        let is_new = goes_on_new || self.are_new_contacts(said.state(), left, around);
        // 累计转运隔离密接9036人、次密接21540人: counted as those before them.
        let of_earlier = earlier.and_then(|fact| fact.measure).filter(|_| of_list.is_some());
        let measure = match of_earlier {
            _ if is_new => Measure::New,
            Some(Measure::Cumulative) => Measure::Cumulative,
            _ => self.measure_of_contacts(state, around),
        };
        fact.state = Some(state);
        fact.measure = Some(measure);
        fact.cumulative = measure != Measure::New;
        fact.item = self.item_of_contacts(around);
        self.frame.goods.item.clone_from(&fact.item);
        fact.place = self
            .page
            .words_in(around.left.clone())
            .rev()
            .find_map(|(i, w)| self.place_at(i, w))
            .or(place_of_list)
            .or_else(|| self.base_place());
    }

    fn are_new_contacts(&self, state: State, left: &str, around: &Around) -> bool {
        let frame = &self.frame;
        let is_let_go_that_day = frame.window_source == WindowSource::Day && state == State::Released && !frame.cumulative_clause;
        // 新增病例已追踪到密切接触者3106名: the cases are new.
        let told = ["已追踪", "已排查", "共追踪", "共排查", "累计"]
            .iter()
            .filter_map(|so_far| left.rfind(so_far))
            .max();
        let found = told.map_or(left, |at| &left[at..]);
        any_of!["当日", "当天"].within(found)
            || phrases::CONTACTS_FOUND.within(found)
            // 目前追踪到978人,已解除165人: of all so far.
            // 已解除集中隔离3208人: of all so far, too; 2月3日已解除1827人 is of that day.
            || (is_let_go_that_day && frame.now_after.is_none() && (!left.contains("已解除") || self.has_own_time(around)))
    }

    fn has_own_time(&self, around: &Around) -> bool {
        let mut tokens = around.left.start.saturating_sub(1)..around.left.end;
        tokens.any(|i| matches!(self.page.token(i).map(|token| token.tok), Some(Tok::Time(_))))
    }

    fn measure_of_contacts(&self, state: State, around: &Around) -> Measure {
        let left = self.page.slice(around.left_start, around.left_end);
        // 共有9030人正在接受医学观察: now, however they are summed up.
        let are_there_now = any_of!["正在", "尚在", "仍在"].starts(self.page.slice(around.right_start, around.right_end));
        match state {
            State::Observed if are_there_now => Measure::Current,
            State::Observed if self.page.has(around.left.clone(), Role::Cumulative) => Measure::Cumulative,
            State::Observed => Measure::Current,
            // 尚有67人正协查: those who are yet to be found.
            State::Traced if any_of!["尚有", "仍有", "还有"].starts(left.trim()) => Measure::Current,
            _ => Measure::Cumulative,
        }
    }

    /// The sort of contacts: named beside the number, before it in the sentence, or by the noun before the number.
    fn item_of_contacts(&self, around: &Around) -> Option<Box<str>> {
        let page = self.page;
        let mut words = page.words_in(around.left.clone()).chain(page.words_in(around.right.clone()));
        let named = words.rfind(|(_, w)| w.is(Role::Contact));
        let of_frame = || {
            self.frame
                .goods
                .item
                .clone()
                .filter(|item| item.contains('密') || item.contains("接触"))
        };
        named
            .map(|(i, _)| page.span(i).of(page.text).into())
            .or_else(of_frame)
            .or_else(|| phrase::before(page, around, UnitClass::Person).map(|s| s.of(page.text).into()))
    }
}
