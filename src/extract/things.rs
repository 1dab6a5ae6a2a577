//! Facts that count things, people at work, acts, money, time and shares: their slots, kind by kind.
//!
//! In: a draft with its number and kind, and the [`Site`] where it stands. Out: the draft with item, place, window and what its kind has
//! besides (`supplies`, `staff`, `premises`, `deeds`, `money`, `resumed`). Always: a slot that the words do not fill is carried only from the
//! same sentence, or stays empty.

use std::ops::Range;

use super::any_of::any_of;
use super::evidence;
use super::frame::WindowSource;
use super::money::MOST_FUND_CHARS;
use super::page::{Around, Page, is_clause_end};
use super::phrases;
use super::supplies;
use super::walk::{Draft, Walker};
use crate::model::{Approx, Fact, Kind, Span};

/// A longer name is a sentence.
const MOST_ITEM_CHARS: usize = 60;

/// Where a figure stands: the words around it, the tokens of its sentence, and the phrases on either side that may name what it counts.
pub(super) struct Site<'a> {
    pub around: &'a Around,
    pub bounds: &'a Range<usize>,
    pub before: Option<Span>,
    pub after: Option<Span>,
}

/// A phrase as written: 某地侨联 口罩 without whose it is, which stands before a blank between words.
pub(super) fn written<'a>(page: &Page<'a>, phrase: Span) -> &'a str {
    const LEAST_OWNER_CHARS: usize = 3;
    let line = phrase.of(page.text).split('\n').next_back().unwrap_or_default().trim();
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
    /// The slots of a fact that counts no cases and no contacts.
    pub(super) fn thing(&mut self, fact: &mut Fact, site: &Site) {
        fact.item = self.item_of_phrases(fact, site);
        self.item_by_kind(fact, site);
        if let Some(item) = self.item_compared(fact, site.around) {
            fact.item = Some(item);
        }
        if let Some(topic) = self.topic_counted(fact, site) {
            fact.item = Some(topic);
        }
        if let Some(item) = self.item_in_turn(fact, site.around, site.before.filter(|_| site.after.is_none())) {
            fact.item = Some(item);
        }
        if matches!(fact.kind, Kind::Supply | Kind::Facility) {
            self.frame.goods.item.clone_from(&fact.item);
        }
        if matches!(fact.kind, Kind::Other | Kind::Facility | Kind::WorkResumption) {
            self.frame.goods.counted.clone_from(&fact.item);
        }
        match fact.kind {
            Kind::Supply => self.goods_slots(fact, site),
            Kind::Service => self.deed_and_where(fact, site.around),
            Kind::WorkResumption => self.resumption_slots(fact, site.around),
            Kind::RiskArea | Kind::Testing | Kind::Facility => self.place_of_thing(fact, site.around),
            Kind::Ratio | Kind::Duration => self.bound_told_before(fact, site.around),
            _ => {}
        }
        fact.per_day = self.is_of_each_day(fact, site);
        self.window_of_thing(fact);
    }

    /// 隔离房间方面,已启用1480间: what the sentence is about, where a figure has no more than a verb of its own.
    fn topic_counted(&self, fact: &Fact, site: &Site) -> Option<Box<str>> {
        const MOST_CHARS: usize = 10;
        let may_be_topic = matches!(fact.kind, Kind::Facility | Kind::Supply | Kind::Vehicle) && site.after.is_none();
        let is_bare = |item: &str| self.is_bare_act(item) || item.starts_with(['已', '可', '预']);
        if !may_be_topic || !fact.item.as_deref().is_none_or(is_bare) {
            return None;
        }
        let near = self.page.before(site.around.left_end);
        let sentence = near.rsplit(['。', '\n', '；', ';']).next().unwrap_or_default();
        let (topic, _) = sentence.split_once("方面，").or_else(|| sentence.split_once("方面,"))?;
        let topic = topic
            .rsplit(['，', ',', '：', ':'])
            .next()
            .unwrap_or_default()
            .trim_start_matches('在')
            .trim();
        (2..=MOST_CHARS).contains(&topic.chars().count()).then(|| topic.into())
    }

    /// The item that the phrases on either side of the number name, by the habits of its kind.
    fn item_of_phrases(&self, fact: &mut Fact, site: &Site) -> Option<Box<str>> {
        let Site { around, bounds, .. } = site;
        let page = self.page;
        let item = self.phrase_chosen(fact, site).map(|phrase| written(page, phrase));
        // What is left of 较封控前 is one character, and no name.
        let is_name = |item: &&str| match item.chars().count() {
            0 => false,
            // 2.3万间房.
            1 if fact.kind == Kind::Facility && matches!(*item, "房" | "店") => true,
            1 => supplies::is_goods_of_one_character(item) || page.lexicon.whole(item).is_some_and(|word| word.head.is_some()),
            count => count <= MOST_ITEM_CHARS,
        };
        // 企业562家,今年新增196家: when, and not what.
        let is_when = |item: &&str| matches!(*item, "今年" | "去年" | "当年" | "年内" | "本月" | "上月" | "本周" | "上周");
        let item: Option<Box<str>> = item.filter(|item| is_name(item) && !is_when(item)).map(Into::into);
        let right = page.slice(around.right_start, around.right_end);
        let item = match fact.kind {
            Kind::Supply => self.goods_item(fact, item, site),
            Kind::Personnel => self.staff_item(fact, item, site),
            Kind::Facility => self.premises_item(fact, item, site),
            // 三大运营商.
            Kind::Other if fact.quantity.unit.is_empty() && right.starts_with('大') => {
                item.map(|item| item.strip_prefix('大').map(Into::into).unwrap_or(item))
            }
            // 甲省分六批发运: in how many turns.
            Kind::Other if fact.rule == "count_unit.turns" => None,
            // 东湖市、西山市两市各2例: how many they are, once more.
            Kind::Other if fact.rule == "place_unit" && right.starts_with('各') => None,
            // 慈善会收到捐款1827笔: what came in so many entries.
            Kind::Other if fact.quantity.unit == "笔" => {
                let left = page.slice(around.left_start, around.left_end).trim_end();
                any_of!["捐款", "善款", "赠款"].at_end(left).map(Into::into).or(item)
            }
            Kind::Other if fact.rule == "count_unit.districts" => phrases::DISTRICTS_COUNTED.at_start(right).map(Into::into).or(item),
            _ => item,
        };
        let says_nothing = matches!(fact.kind, Kind::Personnel | Kind::Vehicle) && item.is_none();
        let item = if says_nothing || item.as_deref().is_some_and(|item| phrases::THEN.is(item)) {
            // 在岗人员由4月4日的1.1万人增加到…: the subject of what tells from where to where.
            self.what_grew(around).map(|subject| subject.trim_end_matches("一度").into())
        } else {
            item
        };
        let is_act = |item: &Option<Box<str>>| item.as_deref().is_some_and(|item| self.is_bare_act(item));
        match fact.kind {
            // 30辆满载900吨蔬菜的货车: past what they carry.
            Kind::Vehicle if item.as_deref().is_some_and(|item| phrases::LADEN.is(item)) => self.vehicle_named_behind(around),
            // 中欧班列2月份开行602列.
            Kind::Vehicle if is_act(&item) => self.vehicle_named_before(around, bounds).or(item),
            _ if matches!(fact.quantity.unit.as_ref(), "批" | "批次") && (item.is_none() || is_act(&item)) => {
                self.sent_in_batches(around)
            }
            Kind::Other | Kind::RiskArea if item.is_none() => {
                let counts_more = || self.counts_more_of_them(around);
                self.same_people(fact, around)
                    .or_else(|| self.item_of_unit(fact).filter(|_| counts_more()))
            }
            Kind::Service if fact.rule == "person_unit.dealt_with" => self.dealt_with(around),
            Kind::Personnel if fact.rule == "person_unit.of_those_sent" => {
                let sent = self.of_sentence().iter().rev().find(|draft| draft.fact.kind == Kind::Personnel);
                sent.and_then(|sent| sent.fact.item.clone())
            }
            _ => item,
        }
    }

    /// Which of the two phrases names what is counted.
    fn phrase_chosen(&self, fact: &Fact, site: &Site) -> Option<Span> {
        let Site { around, before, .. } = *site;
        let page = self.page;
        let right = page.slice(around.right_start, around.right_end);
        let is_sum = |span: Span| phrases::SUMS.ends(span.of(page.text));
        // 10亿元应急转贷引导基金: verbs within the name of a fund end no phrase.
        let fund = right.trim();
        let is_fund =
            phrases::SUMS.ends(fund) && fund.chars().count() <= MOST_FUND_CHARS && fact.kind == Kind::Money && !fund.starts_with('的');
        let after = if is_fund {
            Some(Span::new(around.right_start, around.right_start + fund.len()))
        } else {
            site.after
        };
        // 进口了超过50亿元的医药物资: what the sum bought.
        let bought = site.after.filter(|_| right.starts_with('的'));
        match fact.kind {
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
            // 冻牦牛肉12吨平价投放: the goods stand before, how they were sold after.
            Kind::Supply
                if before.is_some_and(|span| self.names_kind(span, Kind::Supply))
                    && after.is_some_and(|span| {
                        let touches = before.is_some_and(|before| before.end as usize == around.left_end);
                        !self.holds_kind(span, around, Kind::Supply) && (touches || phrases::HOW_SOLD.starts(span.of(page.text)))
                    }) =>
            {
                before
            }
            // 冬小麦18.3万亩返青长势良好: the crop right before its area, how it does after.
            Kind::Other
                if matches!(fact.quantity.unit.as_ref(), "亩" | "公顷")
                    && page.words_in(around.right.clone()).all(|(_, word)| word.head.is_none())
                    && before
                        .is_some_and(|span| span.end as usize == around.left_end && !self.names_nothing(span.of(page.text), fact.kind)) =>
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
            // 图书800册任人翻阅.
            _ if fact.rule == "goods_unit.books" => before.or(after),
            _ => after.or(before),
        }
    }

    /// 企业562家,今年新增|196家: whether the words say no more than that there are more of those just counted.
    fn counts_more_of_them(&self, around: &Around) -> bool {
        let left = self.page.slice(around.left_start, around.left_end).trim_end();
        any_of!["新增", "新增加", "增加", "减少", "新增了"].ends(left)
    }

    /// 涉及居民4862户、1.26万人: the same people.
    fn same_people(&self, fact: &Fact, around: &Around) -> Option<Box<str>> {
        let last = self.drafts.last().filter(|_| fact.quantity.unit == "人" && around.follows_figure);
        let last = last.filter(|last| last.fact.kind == fact.kind && last.fact.quantity.unit == "户");
        last.and_then(|last| last.fact.item.clone())
    }

    /// The item (`fact.item`) as its kind is named, where the phrases alone do not tell.
    fn item_by_kind(&mut self, fact: &mut Fact, site: &Site) {
        match fact.kind {
            Kind::Money => fact.item = self.what_for(fact.item.take(), site.around, site.before),
            Kind::Facility => self.premises_carried(fact, site.around),
            Kind::Supply => self.goods_carried(fact, site),
            Kind::Service => fact.item = self.deed(fact, site.around, site.before, site.after),
            Kind::WorkResumption => self.resumed_item(fact, site),
            _ => {}
        }
        self.item_of_next_state(fact, site);
        if fact.kind == Kind::Facility {
            fact.item = fact.item.take().map(|item| self.without_set_up(&item).into());
            self.name_owner(fact, site.around, site.bounds);
        }
    }

    /// 蔬菜均价每公斤8.06元,比节前高出0.57元; 进场9642吨,高出平日1900吨: more or less of what was counted just before by the same unit.
    fn item_compared(&self, fact: &Fact, around: &Around) -> Option<Box<str>> {
        if !matches!(fact.kind, Kind::Supply | Kind::Money) {
            return None;
        }
        let clause = self.page.before(around.left_end).rsplit(is_clause_end).next()?.trim_start();
        let clause = clause.trim_start_matches(['也', '又', '还', '均', '都', '并', '但']);
        let last = self.drafts.last().filter(|_| self.drafts.len() > self.sentence_drafts)?;
        let is_same = last.fact.kind == fact.kind && last.fact.quantity.unit == fact.quantity.unit;
        // 比蔬菜便宜2元 names its own goods.
        let names_goods = self
            .page
            .words_in(around.left.clone())
            .any(|(_, word)| word.head == Some(Kind::Supply));
        // 比前一日下降0.3元: the price and how it moved says more.
        let says_more = |item: &str| fact.item.as_deref().is_some_and(|own| own.starts_with(item));
        let is_compared = phrases::COMPARES.starts(clause) && !names_goods;
        last.fact.item.clone().filter(|item| is_same && is_compared && !says_more(item))
    }

    /// 坐席由60个增加到120个: the same, later.
    fn item_of_next_state(&self, fact: &mut Fact, site: &Site) {
        // 定点医院增至45家: named before it grew.
        let names_itself = |span: Span| match fact.kind {
            // 满意率达到92%。用电量恢复至88%: a share is of whatever stands before it.
            Kind::Ratio => !self.names_nothing(span.of(self.page.text), fact.kind),
            Kind::Personnel if self.names_staff(span) => true,
            kind => self.names_kind(span, kind),
        };
        let left = self.page.slice(site.around.left_start, site.around.left_end);
        let last = self.drafts.last().filter(|last| last.fact.kind == fact.kind);
        let goes_on_from = |last: &Draft| {
            let gap = self.page.slice(last.fact.quote.end as usize, site.around.left_end);
            last.fact.quantity.unit == fact.quantity.unit && !gap.contains(['；', ';', '。'])
        };
        let are_same = last.is_some_and(goes_on_from) && site.after.is_none();
        let goes_on = evidence::is_later_state(self.page, site.around)
            || evidence::is_share_of(left)
            || (are_same && evidence::is_done_with(left) && fact.kind != Kind::Supply);
        if !goes_on || site.before.is_some_and(names_itself) || fact.kind == Kind::Money {
            return;
        }
        let counted = || {
            if fact.kind == Kind::Supply {
                return self.goods_in_force();
            }
            self.frame.goods.counted.clone().or_else(|| self.frame.goods.item.clone())
        };
        // 这两天回升到5400吨: what is left of a time is no goods.
        let own = fact.item.take().filter(|_| fact.kind != Kind::Supply);
        fact.item = last.and_then(|last| last.fact.item.clone()).or_else(counted).or(own);
    }

    /// Where areas of risk, tests and premises are.
    fn place_of_thing(&mut self, fact: &mut Fact, around: &Around) {
        let named = self.page.words_in(around.left.clone()).rev().find_map(|(i, w)| self.place_at(i, w));
        fact.place = named.or_else(|| self.frame.place.clone().filter(|_| fact.kind == Kind::RiskArea && fact.cumulative));
        if let (Kind::RiskArea, Some(place)) = (fact.kind, &fact.place) {
            self.frame.place = Some(place.clone());
        }
        fact.cumulative |= fact.kind == Kind::RiskArea;
    }

    /// The window that the sentence tells, for what is counted in it or up to it: the day of cases a paragraph before is not that of tests.
    fn window_of_thing(&self, fact: &mut Fact) {
        if self.frame.is_new_sentence_since_window {
            return;
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
    }

    /// 不超过核定人数的50%, 约占全球的58%, 不到的3天: the marker stands before what the share is of, or before the time's own name.
    fn bound_told_before(&self, fact: &mut Fact, around: &Around) {
        if fact.quantity.approx != Approx::Exact {
            return;
        }
        let left = self.page.slice(around.left_start, around.left_end);
        if fact.kind == Kind::Duration {
            if left.ends_with("不到") {
                fact.quantity.approx = Approx::Under;
            }
            return;
        }
        let left = left.trim_end();
        let told = phrases::BOUNDS_OF_SHARE
            .position(left)
            .filter(|_| left.ends_with('的') && !around.follows_figure);
        fact.quantity.approx = match told.map(|at| &left[at..]) {
            Some(told) if any_of!["不超", "不得超", "不高"].starts(told) => Approx::AtMost,
            // 不到全球的5%.
            Some(told) if any_of!["不到", "不足"].starts(told) => Approx::Under,
            Some(_) => Approx::AtLeast,
            None if any_of!["约占", "约为", "大约占"].within(left) => Approx::About,
            None => Approx::Exact,
        };
    }
}
