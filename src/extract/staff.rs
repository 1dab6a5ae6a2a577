//! Who is at work: teams with their rank, those named since the sentence began, those sent in batches.
//!
//! In: a count of people at work and the phrases around it. Out: their name. Always: a verb, a place or what they do names nobody.

use std::ops::Range;

use super::any_of::any_of;
use super::counted;
use super::lexicon::{Role, UnitClass, Word};
use super::page::{Around, REACH_TOKENS};
use super::persons;
use super::phrase;
use super::phrases;
use super::things::Site;
use super::walk::Walker;
use crate::model::{Fact, Kind, Span};

impl Walker<'_> {
    /// The name of those at work, from the phrase `item`.
    pub(super) fn staff_item(&self, fact: &Fact, item: Option<Box<str>>, site: &Site) -> Option<Box<str>> {
        let Site {
            around, bounds, before, ..
        } = site;
        let right = self.page.slice(around.right_start, around.right_end);
        // 返岗15.6万人: who they are is told by what they did.
        let left = self.page.slice(around.left_start, around.left_end).trim_end();
        if let Some(verb) = any_of!["返岗", "到岗", "上岗", "在岗"].at_end(left) {
            // 在岗职工, 闭环返岗: another noun says who, a word for how says nothing.
            let says_who = item
                .as_deref()
                .is_some_and(|item| !self.is_bare_act(item) && !phrases::HOW_THEY_WORK.is(item));
            if !says_who {
                return Some(format!("{verb}人员").into());
            }
        }
        let is_act = item.as_deref().is_some_and(|item| self.is_bare_act(item)) && !matches!(fact.quantity.unit.as_ref(), "批" | "批次");
        let item = if is_act { self.staff_named_before(around, bounds) } else { item };
        let item = item.map(|item| self.staff_alone(item, *before));
        let item = match fact.rule.as_ref() {
            "person_unit.occupation_after" => persons::occupation_after(right).map(Into::into).or(item),
            "count_unit.team" => counted::team_after(right).map(Into::into).or(item),
            // 江西、湖南分别为1200名和860名: whose they are, of those counted before.
            "person_unit.carried" if left.ends_with("分别为") || left.trim() == "和" => {
                self.drafts.last().and_then(|last| last.fact.item.clone())
            }
            "compared" => self.drafts.last().and_then(|last| last.fact.item.clone()),
            _ => item,
        };
        // 其中首批138人, 此次出征的309人: which of them, and not who.
        let tells_which = |item: &str| phrases::THEN.is(item) || any_of!["首批", "此次", "本次", "这次", "第一批"].starts(item);
        if item.as_deref().is_some_and(|item| !self.tells_whither(item) && !tells_which(item)) {
            return item;
        }
        // 配送队112支、3860人; 骑手2800名,其中800名…: those just counted, or those that they are part of.
        let whole = self.frame.breakdown().and_then(|list| list.whole);
        let last = self.drafts.len().checked_sub(1).filter(|_| around.follows_figure);
        let of = whole
            .or(last)
            .map(|at| &self.drafts[at].fact)
            .filter(|fact| fact.kind == Kind::Personnel);
        of.and_then(|fact| fact.item.clone())
    }

    /// Those at work without for whom or where: 现场有|工人, 美团等平台上线|骑手; members with their team.
    fn staff_alone(&self, item: Box<str>, before: Option<Span>) -> Box<str> {
        let team = before.map(|team| team.of(self.page.text)).filter(|team| team.ends_with('队'));
        if let (rank @ ("队员" | "成员"), Some(team)) = (&*item, team) {
            // 第九批援鄂医疗队131名队员.
            return format!("{team}{rank}").into();
        }
        let present = item
            .split_once('有')
            .map(|(_, staff)| staff)
            .filter(|staff| staff.chars().count() >= 2);
        let staff = present.unwrap_or(&item);
        self.staff_of_platforms(staff).unwrap_or(staff).into()
    }

    /// 医疗队启程,累计派出1463人: who works, named since the sentence began.
    fn staff_named_before(&self, around: &Around, bounds: &Range<usize>) -> Option<Box<str>> {
        let page = self.page;
        let from = bounds.start.max(around.left.start.saturating_sub(REACH_TOKENS));
        let is_staff = |(_, word): &(usize, &Word)| word.head == Some(Kind::Personnel);
        let (index, _) = page.words_in(from..around.left.end).rfind(is_staff)?;
        Some(page.span(index).of(page.text).into())
    }

    /// 美团、顺丰等平台上线|骑手: who works, behind those for whom.
    fn staff_of_platforms<'b>(&self, item: &'b str) -> Option<&'b str> {
        let (_, rest) = item.rsplit_once('等')?;
        if !phrases::EMPLOYERS.starts(rest) {
            return None;
        }
        let starts = rest.char_indices().skip(1).map(|(at, _)| &rest[at..]);
        let is_staff = |name: &&str| self.page.lexicon.whole(name).is_some_and(|word| word.head == Some(Kind::Personnel));
        { starts }.find(is_staff)
    }

    /// 2680人支援吉林市: a verb and a place tell where they went, not who they are.
    pub(super) fn tells_whither(&self, item: &str) -> bool {
        let verb = self.page.lexicon.word_at(item).filter(|(entry, _)| {
            let word = &self.page.lexicon.words[*entry];
            (word.action.is_some() || word.is(Role::Verb)) && word.head.is_none()
        });
        verb.is_some_and(|(_, len)| len < item.len() && self.names_a_place(&item[len..]))
    }

    /// 先后派出两批共计237人的医疗队: who came in so many batches is named behind their number.
    pub(super) fn sent_in_batches(&self, around: &Around) -> Option<Box<str>> {
        let page = self.page;
        let next = around.right.end;
        let figure = page.figure(next).filter(|figure| figure.class == UnitClass::Person)?;
        let between = page.slice(around.right_start, figure.start).trim();
        let ahead = page.around(next, &(around.left.start..next + REACH_TOKENS));
        let named = phrase::after(page, &ahead, UnitClass::Person)?;
        matches!(between, "" | "共" | "共计" | "合计" | "总计" | "、" | "，" | ",").then(|| named.of(page.text).into())
    }
}
