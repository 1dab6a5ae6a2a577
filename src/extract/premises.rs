//! What premises are called: hospitals with whose beds these are, markets, sites.
//!
//! In: a count of premises, rooms or beds and the phrases around it. Out: their name. Always: the verb that sets them up is no part of it;
//! beds and rooms are of the institution that the sentence counted or named before them.

use std::ops::Range;

use super::any_of::any_of;
use super::counted;
use super::lexicon::Word;
use super::page::{Around, REACH_TOKENS};
use super::phrases;
use super::things::Site;
use super::walk::{Draft, Walker};
use crate::model::{Fact, Kind, Span};

/// How many counts back the owner of rooms may stand.
const MOST_OWNERS: usize = 4;

impl Walker<'_> {
    /// The name of premises, from the phrase `item`.
    pub(super) fn premises_item(&self, fact: &Fact, item: Option<Box<str>>, site: &Site) -> Option<Box<str>> {
        let right = self.page.slice(site.around.right_start, site.around.right_end);
        match fact.rule.as_ref() {
            // 两大批发市场.
            "no_unit.noun" => item.map(|item| item.strip_prefix('大').map(Into::into).unwrap_or(item)),
            "count_unit.premises_after" => counted::premises_after(right).map(Into::into).or(item),
            // 签下承诺书的酒店: the noun, not what they did.
            _ => item.map(|item| match item.rsplit_once('的') {
                Some((_, name)) if name.chars().count() >= 2 => name.into(),
                _ => item,
            }),
        }
    }

    /// 床位5.2万张,已投用1.8万张: what was counted by the same unit, where a result alone names nothing.
    pub(super) fn premises_carried(&self, fact: &mut Fact, around: &Around) {
        let names_nothing = |item: &str| self.is_bare_act(item) || phrases::STATES_OF_PREMISES.is(item);
        if !fact.item.as_deref().is_none_or(names_nothing) {
            return;
        }
        // 气膜实验室已建成2座: the subject of the clause.
        let subject = self
            .page
            .words_in(around.left.clone())
            .rfind(|(_, word)| word.head == Some(Kind::Facility));
        let subject = subject.map(|(index, _)| self.page.span(index).of(self.page.text).into());
        fact.item = subject.or_else(|| self.item_of_unit(fact)).or_else(|| fact.item.take());
    }

    /// 检测设采样点, 准备设备: premises without the verb that sets them up.
    pub(super) fn without_set_up<'b>(&self, item: &'b str) -> &'b str {
        let name = item.rsplit_once('设').map_or(item, |(_, name)| name);
        let is_known = self.page.lexicon.whole(name).is_some_and(|word| word.head == Some(Kind::Facility));
        // 国道318线设防疫检查站.
        let is_named = name.chars().count() > 2 && name.len() < item.len() && counted::ends_like_premises(name);
        if is_known || is_named { name } else { item }
    }

    /// 石板物流园、地利市场蔬菜日均到货5200吨: the goods, where what stands before them are premises.
    pub(super) fn goods_of_premises(&self, before: Span) -> Option<Box<str>> {
        let text = before.of(self.page.text);
        let ends = ["园", "市场", "超市", "商超", "企业", "公司", "店", "基地", "网点"];
        let owner = ends.iter().filter_map(|end| Some(text.rfind(end)? + end.len())).max()?;
        // 双福等市场入市|蔬菜: what they do with the goods.
        let verb = self
            .page
            .lexicon
            .word_at(&text[owner..])
            .filter(|(entry, _)| self.page.lexicon.words[*entry].action.is_some());
        let goods = &text[owner + verb.map_or(0, |(_, len)| len)..];
        let is_goods = self.page.lexicon.whole(goods).is_some_and(|word| word.head == Some(Kind::Supply));
        is_goods.then(|| goods.into())
    }

    /// 隔离酒店22家、客房2914间, 方舱医院2座、床位3100张: whose rooms and beds they are, where the text has just counted or named it.
    pub(super) fn name_owner(&self, fact: &mut Fact, around: &Around, bounds: &Range<usize>) {
        const ROOMS: &[&str] = &["房间", "客房", "余房", "空房", "空余房间", "隔离房间", "床位", "病床"];
        // 开放床位2100张: the verb is no part of the name.
        let bare = fact.item.as_deref().map(|item| {
            let verb = phrases::OPENS_BEDS.at_start(item).unwrap_or_default();
            &item[verb.len()..]
        });
        // 急诊床位, 重症病床: what they are for names them.
        if let Some(beds) = bare.filter(|item| !ROOMS.contains(item) && (item.ends_with("床位") || item.ends_with("病床"))) {
            fact.item = Some(beds.into());
            return;
        }
        let Some(rooms) = bare.filter(|item| ROOMS.contains(item) && !item.starts_with("隔离")) else {
            return;
        };
        let page = self.page;
        // 隔离酒店共设置400个房间: the subject of the clause.
        let subject = page
            .words_in(around.left.clone())
            .find(|(_, w)| w.head == Some(Kind::Facility))
            .map(|(i, _)| {
                let start = page.slice(around.left_start, page.span(i).start as usize);
                let lead = start
                    .rfind(|c: char| !('\u{4e00}'..='\u{9fff}').contains(&c))
                    .map_or(0, |at| at + 1);
                let from = around.left_start
                    + if page.slice(around.left_start, page.span(i).start as usize).chars().count() <= 4 {
                        lead
                    } else {
                        start.len()
                    };
                page.slice(from.min(page.span(i).start as usize), page.span(i).end as usize)
                    .trim()
                    .to_owned()
            });
        let subject = subject.map(|owner| owner.trim_start_matches("每家").trim_start_matches("每个").to_owned());
        // 准备房间1250间: a verb before the rooms owns nothing.
        let subject = subject.filter(|owner| !ROOMS.iter().any(|room| owner.ends_with(room)));
        // 隔离酒店12家,房间2512间,空房1158间: all are the hotels'.
        let counted = self.frame.goods.item.as_deref().map(|item| {
            let owner = ROOMS.iter().find_map(|room| item.strip_suffix(room));
            owner.unwrap_or(item).to_owned()
        });
        // 隔离酒店2家,隔离点3处,共有房间426间: those of both.
        let owners = |draft: &&Draft| {
            draft.fact.kind == Kind::Facility
                && !draft
                    .fact
                    .item
                    .as_deref()
                    .is_some_and(|item| ROOMS.iter().any(|room| item.ends_with(room)))
        };
        let of_one = self.of_sentence().iter().rev().take(MOST_OWNERS).filter(owners).count() <= 1;
        let is_sum = any_of!["共有", "共", "共计", "合计", "总计"].within(page.slice(around.left_start, around.left_end));
        let counted = counted.filter(|_| of_one || !is_sum);
        // 甲地隔离设施启用,提供390间房间: named since the sentence began.
        let named = || {
            let from = bounds.start.max(around.left.start.saturating_sub(REACH_TOKENS));
            let is_house = |(index, word): &(usize, &Word)| {
                word.head == Some(Kind::Facility) && phrases::HOUSES_BEDS.ends(page.span(*index).of(page.text))
            };
            let (index, _) = page.words_in(from..around.left.start).rfind(is_house)?;
            Some(page.span(index).of(page.text).to_owned())
        };
        if let Some(owner) = subject
            .or(counted)
            .or_else(named)
            .filter(|owner| phrases::HOUSES_BEDS.ends(owner) && owner.chars().count() <= 12)
        {
            fact.item = Some(format!("{owner}{rooms}").into());
        }
    }
}
