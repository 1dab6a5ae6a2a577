//! Facts that count things, contacts, people at work, acts, money, time and shares: their slots.
//!
//! In: a draft with its number and kind, and the words around it. Out: the draft with item, action, place, state and window.
//! Always: a slot that the words do not fill is carried only from the same sentence, or stays empty.

use std::ops::Range;

use super::any_of::any_of;
use super::counted;
use super::evidence;
use super::frame::WindowSource;
use super::lexicon::{Role, UnitClass, Word};
use super::money::MOST_FUND_CHARS;
use super::naming;
use super::page::{Around, REACH_TOKENS};
use super::persons;
use super::phrase;
use super::phrases;
use super::walk::{Draft, Walker};
use crate::model::{Action, Approx, Fact, Kind, Measure, Span, State};

/// A longer name is a sentence.
const MOST_ITEM_CHARS: usize = 60;

/// How many counts back the owner of rooms may stand.
const MOST_OWNERS: usize = 4;

/// 某地侨联 口罩: what stands before a blank between words is whose it is.
fn behind_blank(line: &str) -> &str {
    const LEAST_OWNER_CHARS: usize = 3;
    let is_han = |c: Option<char>| c.is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    match line.rsplit_once([' ', '\u{3000}']) {
        Some((owner, thing))
            if is_han(owner.chars().next_back()) && is_han(thing.chars().next()) && owner.chars().count() >= LEAST_OWNER_CHARS =>
        {
            thing
        }
        _ => line,
    }
}

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
            || text_left.contains("新增")
            || (self.frame.window_source == WindowSource::Day
                && state == State::Released
                && !self.frame.cumulative_clause
                // 目前追踪到978人,已解除165人: of all so far.
                && self.frame.now_after.is_none());
        let earlier = self
            .drafts
            .last()
            .map(|draft| &draft.fact)
            .filter(|fact| fact.kind == Kind::Contacts && around.follows_figure);
        let says_state = page
            .words_in(around.left.clone())
            .any(|(_, w)| w.contact_state.is_some() || w.is(Role::Release))
            || observed
            || is_watched
            || is_let_go;
        // 较昨天少了146人: fewer of those just counted.
        if let Some(down) = super::measures::compared(text_left) {
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
        fact.measure = Some(match state {
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

    /// 隔离酒店22家、客房2914间: whose beds and rooms they are, where the text has just counted or named it.
    fn name_owner(&self, fact: &mut Fact, around: &Around, bounds: &Range<usize>) {
        const ROOMS: &[&str] = &[
            "床位",
            "病床",
            "空床",
            "房间",
            "客房",
            "余房",
            "空房",
            "空余房间",
            "隔离房间",
            "ICU床位",
        ];
        // 开放床位2100张: the verb is no part of the name.
        let bare = fact.item.as_deref().map(|item| {
            let verb = phrases::OPENS_BEDS.at_start(item).unwrap_or_default();
            &item[verb.len()..]
        });
        let Some(rooms) = bare.filter(|item| ROOMS.contains(item) && !item.starts_with("隔离")) else {
            return;
        };
        let page = self.page;
        // 定点医院共设置400个床位: the subject of the clause.
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
        // 准备床位1250张: a verb before the rooms owns nothing.
        let subject = subject.filter(|owner| !ROOMS.iter().any(|room| owner.ends_with(room)));
        // 方舱医院12家,床位20512张,空床11058张: all are the hospitals'.
        let counted = self.frame.goods.item.as_deref().map(|item| {
            let owner = ROOMS.iter().find_map(|room| item.strip_suffix(room));
            owner.unwrap_or(item).to_owned()
        });
        // 定点医院2所,方舱医院3所,共有床位4260张: those of both.
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
        // 甲地隔离设施启用,提供3900张床位: named since the sentence began.
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
            .filter(|owner| phrases::HOUSES_BEDS.ends(owner) && owner.chars().count() <= 10)
        {
            fact.item = Some(format!("{owner}{rooms}").into());
        }
    }

    /// 红十字会收到口罩112万只, 接收捐款149笔;接收物资63批次: what those receive who collect gifts.
    fn is_received_as_gift(&self, around: &Around) -> bool {
        let before = self.page.before(around.left_end);
        let sentence = before.rsplit(['。', '\n']).next().unwrap_or_default();
        if !phrases::CHARITY.within(sentence) {
            return false;
        }
        let verbs = ["接收", "收到", "接受", "募得"].iter();
        let receives = verbs.filter_map(|verb| sentence.rfind(verb)).max();
        receives.is_some_and(|at| !phrases::PASSES_ON.within(&sentence[at..]))
    }

    /// Facts that count things, people at work, acts, money, time and shares.
    pub(super) fn thing(&mut self, fact: &mut Fact, around: &Around, bounds: &Range<usize>, after: Option<Span>, before: Option<Span>) {
        let page = self.page;
        let text = |span: Span| {
            let line = span.of(page.text).split('\n').next_back().unwrap_or_default().trim();
            behind_blank(line)
        };
        // 进口了超过50亿元的医药物资: what the sum bought.
        let bought = after.filter(|_| page.slice(around.right_start, around.right_end).starts_with('的'));
        let is_sum = |span: Span| phrases::SUMS.ends(span.of(page.text));
        // 10亿元应急转贷引导基金: verbs within the name of a fund end no phrase.
        let fund = page.slice(around.right_start, around.right_end).trim();
        let is_fund =
            phrases::SUMS.ends(fund) && fund.chars().count() <= MOST_FUND_CHARS && fact.kind == Kind::Money && !fund.starts_with('的');
        let after = if is_fund {
            Some(Span::new(around.right_start, around.right_start + fund.len()))
        } else {
            after
        };
        let item = match fact.kind {
            // 设立3000亿元专项再贷款: the sum's own name behind it.
            Kind::Money if after.is_some_and(is_sum) && !before.is_some_and(is_sum) => after,
            Kind::Money if before.is_none_or(|span| self.tells_no_purpose(span.of(page.text))) && bought.is_some() => bought,
            // 全国共有10566亿元退税款, 推出10元蔬菜包: a place or a verb tells not what the sum is.
            Kind::Money if before.is_some_and(|span| self.is_bare_act(span.of(page.text))) && after.is_some() => after,
            Kind::Money if before.is_some_and(|span| matches!(span.of(page.text), "推出" | "分为" | "分" | "有")) => after,
            Kind::Money | Kind::Ratio | Kind::Duration => before.or(after),
            // 流动售菜车165辆进小区: what is counted stands before, where it went after.
            Kind::Vehicle | Kind::Facility
                if before.is_some_and(|span| self.names_kind(span, fact.kind))
                    && !after.is_some_and(|span| self.holds_kind(span, around, fact.kind)) =>
            {
                before
            }
            // 话务员156名轮班: those counted stand before, what they do after.
            Kind::Personnel
                if before.is_some_and(|span| self.names_staff(span))
                    && !after.is_some_and(|span| self.names_staff(span) || self.holds_kind(span, around, Kind::Personnel)) =>
            {
                before
            }
            _ => after.or(before),
        };
        // What is left of 较封控前 is one character, and no name.
        let is_name = |item: &str| match item.chars().count() {
            0 => false,
            1 => naming::is_goods_of_one_character(item) || page.lexicon.whole(item).is_some_and(|word| word.head.is_some()),
            count => count <= MOST_ITEM_CHARS,
        };
        let mut item: Option<Box<str>> = item.map(text).filter(|item| is_name(item)).map(Into::into);
        if fact.kind == Kind::Supply && after.is_none() {
            // 日均18133吨, 库存154872吨: what is counted was named before.
            // 红旗、金钟两个市场合计1400吨: where, not what.
            let are_premises = |span: Span| fact.quantity.unit.contains(['吨', '斤']) && phrases::MARKETS.ends(span.of(page.text));
            let is_bare = before.is_none_or(|span| self.names_no_goods(span) || are_premises(span));
            item = match phrase::goods(page, around) {
                Some(goods) if before.is_none_or(|b| !b.of(page.text).contains(['“', '、', '”'])) => {
                    Some(self.goods_of_premises(goods).unwrap_or_else(|| text(goods).into()))
                }
                _ if let Some(goods) = before.and_then(|before| self.goods_of_premises(before)) => Some(goods),
                _ if let Some(goods) = self.goods_in_verb(around) => Some(goods),
                _ if is_bare => {
                    let goods = &self.frame.goods;
                    let named = self.goods_named_since(around, bounds);
                    named.or_else(|| goods.item.clone()).or_else(|| goods.previous_item.clone())
                }
                _ => item,
            };
        }
        if fact.kind == Kind::Supply
            && let Some((goods, action)) = item.as_deref().and_then(|item| self.goods_behind_verb(item))
        {
            // 产医卫原料10.7万吨, 存汽柴油1.7万吨, 配体温计1支.
            fact.action = Some(action);
            item = Some(goods.into());
        }
        if fact.kind == Kind::Personnel && item.as_deref().is_some_and(|item| self.is_bare_act(item)) && fact.quantity.unit != "批" {
            item = self.staff_named_before(around, bounds);
        }
        if fact.kind == Kind::Personnel
            && let (Some(rank @ ("队员" | "成员")), Some(team)) = (item.as_deref(), before)
            && team.of(page.text).ends_with('队')
        {
            // 第九批援鄂医疗队131名队员.
            item = Some(format!("{}{rank}", team.of(page.text)).into());
        }
        if fact.kind == Kind::Personnel
            && let Some((_, staff)) = item.as_deref().and_then(|item| item.split_once('有'))
            && staff.chars().count() >= 2
        {
            // 现场有工人4000名.
            item = Some(staff.into());
        }
        if fact.kind == Kind::Personnel
            && let Some(staff) = item.as_deref().and_then(|item| self.staff_of_platforms(item))
        {
            item = Some(staff.into());
        }
        if fact.kind == Kind::Supply
            && let Some((_, goods)) = item.as_deref().and_then(|item| item.rsplit_once('的'))
            && page.lexicon.whole(goods).is_some_and(|word| word.head == Some(Kind::Supply))
        {
            // 每天发往甲市、乙市的蔬菜.
            item = Some(goods.into());
        }
        if fact.rule == "no_unit.noun" && fact.kind == Kind::Facility {
            // 两大批发市场.
            item = item.map(|item| item.strip_prefix('大').map(Into::into).unwrap_or(item));
        }
        let right = page.slice(around.right_start, around.right_end);
        match fact.rule.as_ref() {
            "person_unit.occupation_after" => item = persons::occupation_after(right).map(Into::into).or(item),
            "count_unit.districts" => item = phrases::DISTRICTS_COUNTED.at_start(right).map(Into::into).or(item),
            "count_unit.team" => item = counted::team_after(right).map(Into::into).or(item),
            "count_unit.premises_after" => item = counted::premises_after(right).map(Into::into).or(item),
            _ => {}
        }
        if fact.kind == Kind::Personnel && fact.rule == "compared" {
            item = self.drafts.last().and_then(|last| last.fact.item.clone());
        }
        if fact.kind == Kind::Personnel && item.as_deref().is_none_or(|item| self.tells_whither(item)) {
            // 配送队112支、3860人; 骑手2800名,其中800名…: those just counted, or those that they are part of.
            let whole = self.frame.breakdown().and_then(|list| list.whole);
            let last = self.drafts.len().checked_sub(1).filter(|_| around.follows_figure);
            let of = whole
                .or(last)
                .map(|at| &self.drafts[at].fact)
                .filter(|fact| fact.kind == Kind::Personnel);
            item = of.and_then(|fact| fact.item.clone());
        }
        if (matches!(fact.kind, Kind::Personnel | Kind::Vehicle) && item.is_none())
            || item.as_deref().is_some_and(|item| phrases::THEN.is(item))
        {
            // 在岗人员由4月4日的1.1万人增加到…: the subject of what tells from where to where.
            item = self.what_grew(around).map(|subject| subject.trim_end_matches("一度").into());
        }
        if fact.kind == Kind::Vehicle && item.as_deref().is_some_and(|item| self.is_bare_act(item)) {
            // 中欧班列2月份开行602列.
            item = self.vehicle_named_before(around, bounds).or(item);
        }
        if fact.quantity.unit == "批" && item.as_deref().is_none_or(|item| self.is_bare_act(item)) {
            item = self.sent_in_batches(around);
        }
        if matches!(fact.kind, Kind::Other | Kind::RiskArea) && item.is_none() && fact.quantity.unit == "人" && around.follows_figure {
            // 涉及居民4862户、1.26万人: the same people.
            let last = self
                .drafts
                .last()
                .filter(|last| last.fact.kind == fact.kind && last.fact.quantity.unit == "户");
            item = last.and_then(|last| last.fact.item.clone());
        }
        if fact.rule == "person_unit.dealt_with" {
            // 其中3人刑事拘留: what was done to them.
            let right = page.slice(around.right_start, around.right_end).trim();
            item = phrases::DEALT_WITH.at_start(right).map(|act| act.trim_start_matches('被').into());
        }
        fact.item = item;
        if fact.kind == Kind::Money {
            fact.item = self.what_for(fact.item.take(), around, before);
        }
        let is_carried = matches!(fact.rule.as_ref(), "goods_unit.carried" | "count_unit.carried")
            && fact
                .item
                .as_deref()
                .is_none_or(|item| self.is_bare_act(item) || matches!(item, "投用" | "启用" | "使用"));
        if is_carried && fact.kind == Kind::Facility {
            // 床位5.2万张,已投用1.8万张.
            fact.item = self.item_of_unit(fact).or_else(|| fact.item.take());
        }
        if fact.kind == Kind::Supply && after.is_none() && fact.item.as_deref().is_none_or(|item| self.names_nothing(item, fact.kind)) {
            // 援助蔬菜1100吨,其中甲县170吨: more of what the sentence counted by the same unit.
            let own = fact.item.take().filter(|item| !self.names_a_place(item));
            fact.item = self.item_of_unit(fact).or(own);
        }
        if fact.kind == Kind::Service {
            fact.item = self.deed(fact, around, before, after);
        }
        if fact.kind == Kind::Supply && fact.item.is_none() {
            fact.item = self.goods_of_sentence_before(bounds);
        }
        if fact.kind == Kind::WorkResumption && after.is_none() {
            // 重点建设项目全面复工1036个: what stands before the verb.
            fact.item = self.what_resumed(around).or_else(|| fact.item.take());
        }
        if fact.kind == Kind::WorkResumption && fact.item.as_deref().is_none_or(|item| self.is_bare_predicate(item)) {
            // 企业37家,已复工36家: of those counted before.
            fact.item = self.frame.goods.counted.clone().or_else(|| fact.item.take());
        }
        // 定点医院增至45家: named before it grew.
        let names_itself =
            before.is_some_and(|span| self.names_kind(span, fact.kind) || (fact.kind == Kind::Personnel && self.names_staff(span)));
        if evidence::is_next_state(page.slice(around.left_start, around.left_end)) && !names_itself {
            // 坐席由60个增加到120个: the same, later.
            let last = self
                .drafts
                .last()
                .filter(|last| last.fact.kind == fact.kind && last.fact.item.is_some());
            fact.item = match last {
                Some(last) if fact.kind != Kind::Money => last.fact.item.clone(),
                _ if fact.kind == Kind::Money => fact.item.take(),
                _ => self.frame.goods.counted.clone().or_else(|| self.frame.goods.item.clone()),
            };
        }
        if fact.kind == Kind::Facility {
            fact.item = fact.item.take().map(|item| self.without_set_up(&item).into());
            self.name_owner(fact, around, bounds);
        }
        if let Some(item) = self.item_in_turn(fact, around, before.filter(|_| after.is_none())) {
            fact.item = Some(item);
        }
        if matches!(fact.kind, Kind::Supply | Kind::Facility) {
            self.frame.goods.item.clone_from(&fact.item);
        }
        if matches!(fact.kind, Kind::Other | Kind::Facility | Kind::WorkResumption) {
            self.frame.goods.counted.clone_from(&fact.item);
        }
        if fact.kind == Kind::Supply {
            fact.action = self.frame.goods.action_for(page, around).or_else(|| {
                fact.item
                    .as_deref()
                    .filter(|item| phrases::STOCK.within(item))
                    .map(|_| Action::Stocked)
            });
            // 为群众代买米油9600斤、奶粉136罐.
            let clause = || page.before(around.left_end).rsplit(['，', ',', '。', '；', ';', '\n']).next();
            if fact.action.is_none() && clause().is_some_and(|clause| clause.contains("代买")) {
                fact.action = Some(Action::Delivered);
            }
            if fact.action.is_none() && self.lists_gifts {
                fact.action = Some(Action::Donated);
            }
            if matches!(fact.action, Some(Action::Delivered) | None) && self.is_received_as_gift(around) {
                fact.action = Some(Action::Donated);
            }
            fact.actor = self.frame.goods.actor(page, bounds);
            fact.recipient = self.frame.goods.recipient(page, bounds);
            fact.cumulative |= fact.action == Some(Action::Stocked);
        }
        if fact.kind == Kind::Service {
            // 隔离酒店、实验室等应急抢修作业: the act, not where it was done.
            fact.item = fact.item.take().map(|item| {
                item.rsplit_once('等')
                    .filter(|(_, act)| act.chars().count() >= 2)
                    .map(|(_, act)| act.into())
                    .unwrap_or(item)
            });
        }
        if fact.kind == Kind::Service
            && let Some(act @ ("接诊" | "就诊" | "问诊" | "诊疗")) = fact.item.as_deref()
            && let Some((index, _)) = page
                .words_in(around.left.clone())
                .find(|(_, word)| word.head == Some(Kind::Facility))
        {
            // 发热门诊昨日接诊2283人次: where it was done.
            fact.item = Some(format!("{}{act}", page.span(index).of(page.text)).into());
        }
        if fact.kind == Kind::WorkResumption {
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
            fact.state = if is_announced {
                Some(State::Planned)
            } else if is_ready && said == Some(State::Resumed) {
                Some(State::Ready)
            } else if is_planned {
                Some(State::Planned)
            } else {
                // 7个分拨中心、312个网点恢复运转.
                let is_open = fact.rule == "count_unit.open" || (fact.rule == "count_unit.resumption" && !is_planned);
                said.or(goes_on.and_then(|last| last.state)).or(is_open.then_some(State::Resumed))
            };
        }
        if matches!(fact.kind, Kind::RiskArea | Kind::Testing | Kind::Facility) {
            let named = page.words_in(around.left.clone()).rev().find_map(|(i, w)| self.place_at(i, w));
            fact.place = named.or_else(|| self.frame.place.clone().filter(|_| fact.kind == Kind::RiskArea && fact.cumulative));
            if let (Kind::RiskArea, Some(place)) = (fact.kind, &fact.place) {
                self.frame.place = Some(place.clone());
            }
            fact.cumulative |= fact.kind == Kind::RiskArea;
        }
        if fact.cumulative
            && let Some(window) = self.frame.window.filter(|_| self.frame.window_source != WindowSource::None)
        {
            fact.window = Some(window);
        } else if matches!(self.frame.window_source, WindowSource::Day | WindowSource::Period)
            && !matches!(fact.kind, Kind::Ratio | Kind::Duration)
        {
            fact.window = self.frame.window;
        }
        // 不超过核定人数的50%: the bound stands before what the share is of.
        if fact.quantity.approx == Approx::Exact && fact.kind == Kind::Ratio {
            let left = page.slice(around.left_start, around.left_end).trim_end();
            let told = phrases::BOUNDS_OF_SHARE
                .position(left)
                .filter(|_| left.ends_with('的') && !around.follows_figure);
            fact.quantity.approx = match told.map(|at| &left[at..]) {
                Some(told) if told.starts_with("不超") || told.starts_with("不得超") || told.starts_with("不高") => Approx::AtMost,
                Some(_) => Approx::AtLeast,
                None => Approx::Exact,
            };
        }
        // 约占当周全球新增病例的58%: the marker stands before what the share is of.
        let is_about = || any_of!["约占", "约为", "大约占"].within(page.slice(around.left_start, around.left_end));
        if fact.quantity.approx == Approx::Exact && fact.kind == Kind::Ratio && is_about() {
            fact.quantity.approx = Approx::About;
        }
        if fact.quantity.approx == Approx::Exact
            && fact.kind == Kind::Duration
            && page.slice(around.left_start, around.left_end).ends_with("不到")
        {
            fact.quantity.approx = Approx::Under;
        }
    }
}
