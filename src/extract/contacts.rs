//! Close contacts: traced, under observation or let go, and by which measure.
//!
//! In: a count of contacts and the words around it. Out: its state, measure, item and place. Always: a list under one verb shares its
//! state; those who are under observation are counted as they are now, those traced as so far, unless the words say otherwise.

use super::any_of::any_of;
use super::frame::WindowSource;
use super::lexicon::{Role, UnitClass};
use super::measures;
use super::page::Around;
use super::phrase;
use super::phrases;
use super::walk::Walker;
use crate::model::{Fact, Kind, Measure, State};

impl Walker<'_> {
    pub(super) fn contacts(&mut self, fact: &mut Fact, around: &Around) {
        let page = self.page;
        let text_left = page.slice(around.left_start, around.left_end);
        let text_right = page.slice(around.right_start, around.right_end);
        let near = |role: Role| page.has(around.left.clone(), role) || page.has(around.right.clone(), role);
        let observed = phrases::OBSERVED.within(text_right)
            || phrases::OBSERVED.within(text_left)
            || (text_left.contains("隔离") || text_right.contains("隔离")) && !text_left.contains("密接");
        // 在隔离密接1.63万名.
        let is_kept = phrases::KEPT_APART.starts(text_left.trim()) || phrases::STAYS_APART.ends(text_left.trim());
        // 还在观察的46人, 隔离密接5206人, 解除118人.
        // 在管密切接触者1893人,次密接3047人: nothing but the next sort of contacts.
        let is_bare = matches!(
            text_left.trim(),
            "次密接" | "次密切接触者" | "一般接触者" | "、次密接" | "、次密切接触者" | "和次密接"
        );
        let is_watched = !text_left.contains("解除") && phrases::WATCHED_CONTACTS.ends(text_left.trim())
            || phrases::CONTACTS_NOW.starts(text_left.trim())
            || phrases::WATCHED_ON.starts(text_right);
        let is_let_go = phrases::LETS_GO.ends(text_left.trim());
        // 4186人在十二间酒店接受医学观察: the verb stands past another figure.
        let is_kept = is_kept || (fact.rule == "person_unit.observed" && text_right.starts_with('在'));
        let state = if is_watched || is_kept {
            State::Observed
        } else if near(Role::Release) || is_let_go {
            State::Released
        } else if observed
            && !page
                .words_in(around.left.clone())
                .any(|(_, w)| w.contact_state == Some(State::Traced))
        {
            State::Observed
        } else {
            State::Traced
        };
        let is_new = text_left.contains("当日")
            || phrases::CONTACTS_FOUND.within(text_left)
            || (self.frame.window_source == WindowSource::Day
                && state == State::Released
                && !self.frame.cumulative_clause
                // 目前追踪到978人,已解除165人: of all so far.
                && self.frame.now_after.is_none());
        let earlier = self
            .drafts
            .last()
            .map(|draft| &draft.fact)
            .filter(|fact| fact.kind == Kind::Contacts && (around.follows_figure || is_bare));
        let earlier_measure = earlier.and_then(|fact| fact.measure);
        let says_state = page
            .words_in(around.left.clone())
            .any(|(_, w)| w.contact_state.is_some() || w.is(Role::Release))
            || observed
            || is_watched
            || is_let_go;
        // 较昨天少了146人: fewer of those just counted.
        if let Some(down) = measures::compared(text_left) {
            let counted = self
                .drafts
                .last()
                .map(|draft| &draft.fact)
                .filter(|fact| fact.kind == Kind::Contacts);
            fact.state = counted.and_then(|fact| fact.state);
            fact.place = counted.and_then(|fact| fact.place.clone());
            fact.measure = Some(Measure::Change);
            fact.cumulative = false;
            fact.quantity.value = fact.quantity.value.map(|value| if down { -value } else { value });
            return;
        }
        // 隔离观察密切接触者23人、次密切接触者41人: listed under the same verb.
        let state = earlier.and_then(|fact| fact.state).filter(|_| !says_state).unwrap_or(state);
        fact.state = Some(state);
        let goes_on_new = is_bare && earlier_measure == Some(Measure::New);
        fact.measure = Some(match state {
            _ if goes_on_new => Measure::New,
            _ if is_new => Measure::New,
            State::Observed if page.has(around.left.clone(), Role::Cumulative) => Measure::Cumulative,
            State::Observed => Measure::Current,
            // 尚有67人正协查: those who are yet to be found.
            State::Traced if any_of!["尚有", "仍有", "还有"].starts(text_left.trim()) => Measure::Current,
            _ => Measure::Cumulative,
        });
        fact.cumulative = fact.measure != Some(Measure::New);
        let item = page
            .words_in(around.left.clone())
            .chain(page.words_in(around.right.clone()))
            .rfind(|(_, w)| w.is(Role::Contact))
            .map(|(i, _)| page.span(i).of(page.text).into());
        fact.item = item
            .or_else(|| self.frame.goods.item.clone().filter(|i| i.contains('密') || i.contains("接触")))
            .or_else(|| phrase::before(page, around, UnitClass::Person).map(|s| s.of(page.text).into()));
        self.frame.goods.item.clone_from(&fact.item);
        fact.place = page
            .words_in(around.left.clone())
            .rev()
            .find_map(|(i, w)| self.place_at(i, w))
            .or_else(|| self.base_place());
    }
}
