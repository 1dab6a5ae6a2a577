//! What goods are called, what was done with them, by whom and for whom.
//!
//! In: a count of goods, the phrases around it and the verbs in force (`goods`). Out: item, action, actor and recipient.
//! Always: a verb, a measure, a place or a market is no goods; goods that a figure does not name are carried within its sentence, or from one
//! before it that counted none.

use std::ops::Range;

use super::any_of::any_of;
use super::counted;
use super::lexicon::{Role, Word};
use super::page::{Around, REACH_TOKENS, is_sentence_end};
use super::phrase;
use super::phrases;
use super::things::{Site, written};
use super::walk::{Draft, Walker};
use crate::model::{Action, Fact, Kind, Span};

/// A longer name in quotes is no parcel's.
const MOST_NAME_CHARS: usize = 12;

/// 正在给楼组发|600盒牛奶, 早稻种子备了|1300吨: what a verb of one character right before the number says was done.
fn action_of_last_character(left: &str) -> Option<Action> {
    match left.trim_end_matches('了').chars().next_back()? {
        '送' | '发' | '卖' => Some(Action::Delivered),
        '捐' | '赠' => Some(Action::Donated),
        '备' | '存' => Some(Action::Stocked),
        _ => None,
    }
}

/// What is written with one character and counted by weight.
const GOODS_OF_ONE_CHARACTER: &[&str] = &["煤", "气", "水", "菜", "奶", "粮", "油", "米", "肉", "蛋", "盐", "糖", "面", "馕"];

pub(super) fn is_goods_of_one_character(name: &str) -> bool {
    GOODS_OF_ONE_CHARACTER.contains(&name)
}

impl Walker<'_> {
    /// The goods, from the phrase `item`; the action, where the name began with its verb.
    pub(super) fn goods_item(&self, fact: &mut Fact, item: Option<Box<str>>, site: &Site) -> Option<Box<str>> {
        // 鸡蛋|日交易量1230吨: that it is of each day the fact says otherwise.
        let untaken = |item: &str| {
            let goods = item.strip_suffix(phrases::UNTAKEN.at_end(item)?)?.trim_end_matches(['日', '均']);
            self.ends_in_goods(goods).then(|| goods.into())
        };
        let item = item.as_deref().and_then(untaken).or(item);
        let mut item = if site.after.is_none() {
            self.goods_before_number(fact, item, site)
        } else {
            item
        };
        if let Some((goods, action)) = item.as_deref().and_then(|item| self.goods_behind_verb(item)) {
            // 产医卫原料10.7万吨, 存汽柴油1.7万吨, 配体温计1支.
            fact.action = Some(action);
            item = Some(goods.into());
        }
        let behind = item.as_deref().and_then(|item| item.rsplit_once('的')).map(|(_, goods)| goods);
        // 每天发往甲市、乙市的蔬菜.
        let is_goods = |goods: &&str| self.page.lexicon.whole(goods).is_some_and(|word| word.head == Some(Kind::Supply));
        if let Some(goods) = behind.filter(is_goods) {
            return Some(goods.into());
        }
        // 900吨|新鲜蔬菜的货车: what the vehicle carries. 这批蔬菜包括|白菜350吨.
        let right = self.page.slice(site.around.right_start, site.around.right_end);
        let is_other = item.as_deref().is_some_and(|item| !self.ends_in_goods(item));
        let carried = right.split_once('的').map(|(goods, _)| goods.trim()).filter(|_| is_other);
        let ends_in_goods = |name: &&str| self.ends_in_goods(name);
        let listed = item.as_deref().and_then(|item| item.rsplit_once("包括")).map(|(_, goods)| goods);
        let own = carried
            .filter(ends_in_goods)
            .or(listed.filter(|goods| !goods.is_empty()))
            .map(Into::into);
        own.or(item)
    }

    /// 日均18133吨, 库存154872吨: what is counted stands, or was named, before the number.
    fn goods_before_number(&self, fact: &Fact, item: Option<Box<str>>, site: &Site) -> Option<Box<str>> {
        let Site {
            around, bounds, before, ..
        } = site;
        let page = self.page;
        let before = &before.map(|span| self.without_day(span));
        // 红旗、金钟两个市场合计1400吨: where, not what.
        let are_premises = |span: Span| fact.quantity.unit.contains(['吨', '斤']) && phrases::MARKETS.ends(span.of(page.text));
        let is_bare = before.is_none_or(|span| self.names_no_goods(span) || are_premises(span));
        if self.sums_up_list(fact, around) {
            return self.goods_of_all(around);
        }
        match phrase::goods(page, around) {
            // 某泉水集团捐赠辣酱300箱: what stands between the verb and the number, known or not.
            Some(goods) if let Some(object) = before.filter(|object| self.is_object_past(goods, *object, around)) => {
                Some(written(page, object).into())
            }
            Some(goods) if before.is_none_or(|b| !b.of(page.text).contains(['“', '、', '”'])) => {
                Some(self.goods_of_premises(goods).unwrap_or_else(|| written(page, goods).into()))
            }
            _ if let Some(goods) = before.and_then(|before| self.goods_of_premises(before)) => Some(goods),
            _ if let Some(goods) = self.goods_in_verb(around) => Some(goods),
            _ if is_bare => {
                let named = self.goods_named_since(around, bounds);
                named.or_else(|| self.goods_in_force())
            }
            _ => item,
        }
    }

    /// 呼吸机10台、防护服3200套,共计|7.3吨: whether the weight is of all that the sentence has listed by other units.
    fn sums_up_list(&self, fact: &Fact, around: &Around) -> bool {
        let left = self.page.slice(around.left_start, around.left_end).trim();
        let is_weight = fact.quantity.unit.contains(['吨', '斤']);
        let mut listed = self.of_sentence().iter().rev().take_while(|draft| draft.fact.kind == Kind::Supply);
        let are_others = |draft: &Draft| !draft.fact.quantity.unit.contains(['吨', '斤']);
        is_weight
            && any_of!["共", "共计", "总计", "合计", "总重", "共重", "总重量"].is(left)
            && listed.by_ref().take(2).filter(|draft| are_others(draft)).count() == 2
    }

    /// 医疗物资, 各类物资: what the sentence calls all that it lists.
    fn goods_of_all(&self, around: &Around) -> Option<Box<str>> {
        let page = self.page;
        let mut before = (around.left.start.saturating_sub(3 * REACH_TOKENS)..around.left.start).rev();
        let all = before
            .find(|i| page.word(*i).is_some_and(|word| word.head == Some(Kind::Supply)) && page.span(*i).of(page.text).ends_with("物资"))?;
        Some(page.span(all).of(page.text).into())
    }

    /// 市场蔬菜日|上市量: the goods; 20日|上市量 is a day.
    fn without_day(&self, phrase: Span) -> Span {
        let goods = phrase
            .of(self.page.text)
            .strip_suffix('日')
            .filter(|goods| self.ends_in_goods(goods));
        goods.map_or(phrase, |goods| {
            Span::new(phrase.start as usize, phrase.start as usize + goods.len())
        })
    }

    /// Whether a verb of goods stands between goods that are known and a name right before the number.
    fn is_object_past(&self, known: Span, object: Span, around: &Around) -> bool {
        let parts = |(index, word): (usize, &Word)| {
            let span = self.page.span(index);
            word.action.is_some() && word.head.is_none() && !word.is(Role::Plain) && known.end <= span.start && span.end == object.start
        };
        object.end as usize == around.left_end
            && !self.names_no_goods(object)
            && !self.names_a_place(object.of(self.page.text))
            && self.page.words_in(around.left.clone()).any(parts)
    }

    /// What was counted last under the verb in force, or under the one before it; beds and halls are no goods.
    pub(super) fn goods_in_force(&self) -> Option<Box<str>> {
        let goods = &self.frame.goods;
        let are_goods = |item: &&str| !counted::ends_like_premises(item) && !phrases::MARKETS.ends(item) && !item.ends_with("床位");
        let item = goods.item.as_deref().filter(are_goods);
        item.or_else(|| goods.previous_item.as_deref().filter(are_goods)).map(Into::into)
    }

    /// 援助蔬菜1100吨,其中甲县170吨: more of what the sentence counted by the same unit, or the one before it named.
    pub(super) fn goods_carried(&self, fact: &mut Fact, site: &Site) {
        // 蔬菜430吨,其中甲镇52吨、乙镇38吨: whose part it is.
        let is_part = self.frame.breakdown().is_some_and(|list| list.whole.is_some());
        // 甲市捐了300吨蔬菜,山东寿光捐了220吨: who gave.
        let is_giver = site.before.is_some_and(|span| self.is_place_alone(span, site.around));
        let names_nothing = |item: &str| self.names_nothing(item, Kind::Supply) || (is_part && self.names_a_place(item)) || is_giver;
        if site.after.is_none() && fact.item.as_deref().is_none_or(names_nothing) {
            let own = fact.item.take().filter(|item| !self.names_a_place(item) && !is_giver);
            fact.item = self.item_of_unit(fact).or(own);
        }
        if fact.item.is_none() {
            fact.item = self.goods_of_sentence_before(site.bounds);
        }
    }

    /// Whether a phrase is made of nothing but names of places.
    fn is_place_alone(&self, phrase: Span, around: &Around) -> bool {
        let mut end = phrase.start;
        for (index, word) in self.page.words_in(around.left.clone()) {
            let span = self.page.span(index);
            if phrase.covers(span) && word.is(Role::Place) && span.start == end {
                end = span.end;
            }
        }
        end == phrase.end
    }

    /// What was done with the goods, by whom and for whom.
    pub(super) fn goods_slots(&mut self, fact: &mut Fact, site: &Site) {
        let Site { around, bounds, .. } = site;
        let page = self.page;
        if self.is_untaken(around) {
            return;
        }
        // 落实酒店46家,每日送餐1.5万份: the verb that holds the goods says what was done with them.
        let own_verb = || around.left.clone().next_back().and_then(|last| page.word(last)?.action);
        let own = self.goods_in_verb(around).and_then(|_| own_verb());
        fact.action = own.or_else(|| self.frame.goods.action_for(page, around)).or_else(|| {
            let is_there = page.slice(around.left_start, around.left_end).contains("现有");
            let is_stock = is_there || fact.item.as_deref().is_some_and(|item| phrases::STOCK.within(item));
            is_stock.then_some(Action::Stocked).or(fact.action)
        });
        // 为群众代买米油9600斤、奶粉136罐.
        let clause = || page.before(around.left_end).rsplit(['，', ',', '。', '；', ';', '\n']).next();
        if fact.action.is_none() && clause().is_some_and(|clause| clause.contains("代买")) {
            fact.action = Some(Action::Delivered);
        }
        // 库内现有大米8320吨、食用油2160吨: the list goes on.
        let goes_on = page.before(around.left_start).ends_with('、') || page.slice(around.left_start, around.left_end).starts_with('、');
        let listed = self.of_sentence().last().map(|last| &last.fact);
        let listed = listed.filter(|last| last.kind == Kind::Supply && goes_on);
        if fact.action.is_none() {
            fact.action = listed.and_then(|last| last.action).filter(|action| *action == Action::Stocked);
        }
        if fact.action.is_none() {
            fact.action = action_of_last_character(page.slice(around.left_start, around.left_end).trim_end());
        }
        let given = phrases::GIVEN.within(page.slice(around.left_start, around.left_end))
            || phrases::GIVEN_FREELY.starts(page.slice(around.right_start, around.right_end));
        if given {
            // 捐赠的“爱心蔬菜包”已运抵36.5万份, 隔离衣3000套无偿交给县里: a gift, however it came.
            fact.action = Some(Action::Donated);
        } else if let Some(whole) = self.whole_of_goods(around) {
            // 已运抵36.5万份,其中甲市9.2万份、乙市7万份: what was done with all was done with the parts.
            fact.action = whole.action.or(fact.action);
        }
        // 捐赠牛奶6.5万箱,首批2万箱已发往甲区: where the words behind the number say what came of it.
        if matches!(fact.action, Some(Action::Donated | Action::Produced))
            && phrases::HAS_GONE.starts(page.slice(around.right_start, around.right_end))
        {
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

    /// 供应蔬菜品种400多个,|日均交易量1.2万吨: a measure of the market, not what the clause before did.
    fn is_untaken(&self, around: &Around) -> bool {
        let left = self.page.slice(around.left_start, around.left_end);
        let has_verb = self.page.words_in(around.left.clone()).any(|(_, word)| word.action.is_some());
        !has_verb && phrases::UNTAKEN.within(left)
    }

    /// The goods of which the figure is a part, where no word beside it is a verb of goods.
    fn whole_of_goods(&self, around: &Around) -> Option<&Fact> {
        let whole = self.frame.breakdown().and_then(|list| list.whole)?;
        let fact = Some(&self.drafts[whole].fact).filter(|fact| fact.kind == Kind::Supply)?;
        let mut words = self
            .page
            .words_in(around.left.clone())
            .chain(self.page.words_in(around.right.clone()));
        (!words.any(|(_, word)| word.action.is_some())).then_some(fact)
    }

    /// 红十字会收到口罩112万只, 接收捐款149笔;接收物资63批次: what those receive who collect gifts.
    fn is_received_as_gift(&self, around: &Around) -> bool {
        let before = self.page.before(around.left_end);
        let sentence = before.rsplit(['。', '\n']).next().unwrap_or_default();
        // 捐赠单位356个。物资方面,共收到口罩86.2万只: what the paragraph tells of.
        let paragraph = before.rsplit('\n').next().unwrap_or_default();
        if !phrases::CHARITY.within(sentence) && !phrases::TELLS_OF_GIFTS.within(paragraph) {
            return false;
        }
        let verbs = ["接收", "收到", "接受", "募得"].iter();
        let receives = verbs.filter_map(|verb| sentence.rfind(verb)).max();
        receives.is_some_and(|at| !phrases::PASSES_ON.within(&sentence[at..]))
    }

    /// 储煤21万吨, 日均供水9万吨: the verb before the number ends in its goods.
    fn goods_in_verb(&self, around: &Around) -> Option<Box<str>> {
        let last = around.left.end.checked_sub(1).filter(|last| around.left.contains(last))?;
        let verb = self.page.word(last).filter(|word| word.action.is_some())?;
        let span = self.page.span(last);
        let written = span.of(self.page.text);
        let (at, goods) = written
            .char_indices()
            .next_back()
            .filter(|(_, c)| matches!(c, '煤' | '气' | '水' | '餐' | '菜' | '奶' | '粮' | '油'))?;
        let touches = span.end as usize == around.left_end && written.chars().count() == 2;
        let named = if goods == '餐' { written } else { &written[at..] };
        (touches && verb.head.is_none()).then(|| named.into())
    }

    /// 存|汽柴油, 产|医卫原料, 售|粮: goods that no longer word holds, behind a verb of one character, and what it says was done.
    fn goods_behind_verb<'b>(&self, item: &'b str) -> Option<(&'b str, Action)> {
        let mut chars = item.chars();
        let action = match chars.next()? {
            '产' => Action::Produced,
            '存' | '储' => Action::Stocked,
            '购' | '收' | '筹' => Action::Raised,
            '售' | '销' | '配' | '供' | '送' | '发' | '运' => Action::Delivered,
            '捐' | '赠' => Action::Donated,
            _ => return None,
        };
        let goods = chars.as_str();
        let lexicon = self.page.lexicon;
        // 供暖设备, 收音机, 产妇用品: a longer word begins here.
        let begins_word = lexicon.word_at(item).is_some_and(|(_, len)| len > item.len() - goods.len());
        let is_goods = is_goods_of_one_character(goods) || (goods.chars().count() >= 2 && self.ends_in_goods(goods));
        (!begins_word && is_goods).then_some((goods, action))
    }

    /// Whether a name ends in a noun of goods.
    fn ends_in_goods(&self, name: &str) -> bool {
        let mut tails = name.char_indices().rev().take(4).map(|(at, _)| &name[at..]);
        tails.any(|tail| self.page.lexicon.whole(tail).is_some_and(|word| word.head == Some(Kind::Supply)))
    }

    /// 推出三种蔬菜包,已配送11.8万份: goods that the sentence has named since it last counted some, or since it began.
    fn goods_named_since(&self, around: &Around, bounds: &Range<usize>) -> Option<Box<str>> {
        let page = self.page;
        let end = around.left.start;
        let from = bounds.start.max(end.saturating_sub(REACH_TOKENS));
        let of_sentence = self.of_sentence();
        let counted = of_sentence.iter().rev().find(|draft| draft.fact.kind == Kind::Supply);
        let since = counted.map_or(0, |draft| draft.fact.quote.end);
        let is_goods = |(index, word): &(usize, &Word)| word.head == Some(Kind::Supply) && page.span(*index).start >= since;
        match page.words_in(from..end).rev().find(is_goods) {
            Some((index, _)) => Some(page.span(index).of(page.text).into()),
            None => self
                .parcel_in_quotes(page.slice(page.span(from).start as usize, around.left_start))
                .map(Into::into),
        }
    }

    /// 投放“保供包”,首轮5.2万份已到户: the name in quotes of what is put together for people.
    fn parcel_in_quotes<'b>(&self, text: &'b str) -> Option<&'b str> {
        let close = text.rfind('”')?;
        let open = text[..close].rfind('“')?;
        let name = &text[open + '“'.len_utf8()..close];
        let is_parcel = name.ends_with(['包', '餐', '袋', '箱']) && name.chars().count() <= MOST_NAME_CHARS;
        is_parcel.then(|| &text[open..close + '”'.len_utf8()])
    }

    /// 组织发放生活物资包。甲区已发放538万份: goods that the sentence before named without a number, in the same paragraph.
    fn goods_of_sentence_before(&self, bounds: &Range<usize>) -> Option<Box<str>> {
        let page = self.page;
        let stop = bounds.start.checked_sub(1).filter(|stop| page.punct(*stop) == Some('。'))?;
        let reach = stop.saturating_sub(REACH_TOKENS)..stop;
        let start = reach
            .clone()
            .rev()
            .find(|i| page.punct(*i).is_some_and(is_sentence_end))
            .map_or(reach.start, |i| i + 1);
        let sentence = start..stop;
        let counts = sentence.clone().any(|i| page.figure(i).is_some());
        let (index, _) = page
            .words_in(sentence)
            .rfind(|(_, word)| word.head == Some(Kind::Supply))
            .filter(|_| !counts)?;
        Some(page.span(index).of(page.text).into())
    }

    /// 出货, 到货量, 日: verbs and measures, no goods.
    fn names_no_goods(&self, span: Span) -> bool {
        let written = span.of(self.page.text);
        let measures = [
            "有",
            "现有",
            "仍",
            "还",
            "将",
            "量",
            "产能",
            "能力",
            "总额",
            "日",
            "定",
            "货",
            "总重",
            "总重量",
            "份重",
            "袋重",
            "包重",
            "箱重",
            "需求量",
            "交易量",
            "日交易量",
            "成交量",
            "月产能",
            "日产能",
        ];
        // 比前一日增加415吨, 上旬再调运4500吨: compared or dated, not named.
        let is_no_name = phrases::NO_NAME.starts(written);
        // 已向居民发放538万份: for whom, and what was done.
        let is_goal = self.page.before(span.start as usize).ends_with(['向', '给', '为', '对']);
        // What is left of 已到位 is one character, and no goods.
        let is_remnant = written.chars().count() == 1
            && !is_goods_of_one_character(written)
            && self.page.lexicon.whole(written).is_none_or(|word| word.head != Some(Kind::Supply));
        is_no_name
            || is_goal
            || is_remnant
            || measures.contains(&written)
            || self.page.lexicon.word_at(written).is_some_and(|(entry, len)| {
                let word = &self.page.lexicon.words[entry];
                let rest = &written[len..];
                (word.action.is_some() || word.is(Role::Verb) || word.is(Role::Stop))
                    && word.head.is_none()
                    && (rest.is_empty() || measures.contains(&rest))
            })
    }
}
