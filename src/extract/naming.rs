//! What a figure that says little counts: goods that a verb or the sentence has named, staff, premises.
//!
//! In: a figure's surroundings and the drafts of its sentence. Out: a name, or nothing. Always: a name is words of the figure's own
//! sentence; a verb, a place or a measure alone names nothing.

use std::ops::Range;

use super::any_of::{AnyOf, any_of};
use super::counted;
use super::deeds;
use super::lexicon::{Role, UnitClass, Word};
use super::page::{Around, REACH_TOKENS, is_sentence_end};
use super::persons;
use super::phrase;
use super::phrases;
use super::walk::{Draft, Walker};
use crate::model::{Action, Fact, Kind, Span};

/// What stands between figures in a row.
const JOINTS: AnyOf = any_of!["、", "和", "及", "与", "，", ","];

/// A longer stretch is a clause.
const MOST_NAME_CHARS: usize = 12;

/// What is written with one character and counted by weight.
const GOODS_OF_ONE_CHARACTER: &[&str] = &["煤", "气", "水", "菜", "奶", "粮", "油", "米", "肉", "蛋", "盐", "糖", "面"];

pub(super) fn is_goods_of_one_character(name: &str) -> bool {
    GOODS_OF_ONE_CHARACTER.contains(&name)
}

impl Walker<'_> {
    /// 储煤21万吨, 日均供水9万吨: the verb before the number ends in its goods.
    pub(super) fn goods_in_verb(&self, around: &Around) -> Option<Box<str>> {
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
    pub(super) fn goods_behind_verb<'b>(&self, item: &'b str) -> Option<(&'b str, Action)> {
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
        let is_known = |goods: &str| {
            let tail = goods.char_indices().rev().take(4).map(|(at, _)| &goods[at..]);
            { tail }.any(|tail| lexicon.whole(tail).is_some_and(|word| word.head == Some(Kind::Supply)))
        };
        let is_goods = is_goods_of_one_character(goods) || (goods.chars().count() >= 2 && is_known(goods));
        (!begins_word && is_goods).then_some((goods, action))
    }

    /// 推出三种蔬菜包,已配送11.8万份: goods that the sentence has named since it last counted some, or since it began.
    pub(super) fn goods_named_since(&self, around: &Around, bounds: &Range<usize>) -> Option<Box<str>> {
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
    pub(super) fn goods_of_sentence_before(&self, bounds: &Range<usize>) -> Option<Box<str>> {
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

    /// 石板物流园、地利市场蔬菜日均到货5200吨: the goods, where what stands before them are premises.
    pub(super) fn goods_of_premises(&self, before: Span) -> Option<Box<str>> {
        let text = before.of(self.page.text);
        let ends = ["园", "市场", "超市", "商超", "企业", "公司", "店", "基地", "网点"];
        let owner = ends.iter().filter_map(|end| Some(text.rfind(end)? + end.len())).max()?;
        // 双福等市场入市|蔬菜: what they do with the goods.
        let verb = self.page.lexicon.word_at(&text[owner..]).filter(|(entry, _)| self.page.lexicon.words[*entry].action.is_some());
        let goods = &text[owner + verb.map_or(0, |(_, len)| len)..];
        let is_goods = self.page.lexicon.whole(goods).is_some_and(|word| word.head == Some(Kind::Supply));
        is_goods.then(|| goods.into())
    }

    /// 检测设采样点, 准备设备: premises without the verb that sets them up.
    pub(super) fn without_set_up<'b>(&self, item: &'b str) -> &'b str {
        let name = item.rsplit_once('设').map_or(item, |(_, name)| name);
        let is_known = self.page.lexicon.whole(name).is_some_and(|word| word.head == Some(Kind::Facility));
        // 国道318线设防疫检查站.
        let is_named = name.chars().count() > 2 && name.len() < item.len() && counted::ends_like_premises(name);
        if is_known || is_named { name } else { item }
    }

    /// 医疗队启程,累计派出1463人: who works, named since the sentence began.
    pub(super) fn staff_named_before(&self, around: &Around, bounds: &Range<usize>) -> Option<Box<str>> {
        let page = self.page;
        let from = bounds.start.max(around.left.start.saturating_sub(REACH_TOKENS));
        let is_staff = |(_, word): &(usize, &Word)| word.head == Some(Kind::Personnel);
        let (index, _) = page.words_in(from..around.left.end).rfind(is_staff)?;
        Some(page.span(index).of(page.text).into())
    }

    /// 美团、顺丰等平台上线|骑手: who works, behind those for whom.
    pub(super) fn staff_of_platforms<'b>(&self, item: &'b str) -> Option<&'b str> {
        let (_, rest) = item.rsplit_once('等')?;
        if !phrases::EMPLOYERS.starts(rest) {
            return None;
        }
        let starts = rest.char_indices().skip(1).map(|(at, _)| &rest[at..]);
        let is_staff = |name: &&str| self.page.lexicon.whole(name).is_some_and(|word| word.head == Some(Kind::Personnel));
        { starts }.find(is_staff)
    }

    /// 中欧班列2月份开行602列: what runs, named since the sentence began.
    pub(super) fn vehicle_named_before(&self, around: &Around, bounds: &Range<usize>) -> Option<Box<str>> {
        let page = self.page;
        let from = bounds.start.max(around.left.start.saturating_sub(REACH_TOKENS));
        let is_vehicle = |(_, word): &(usize, &Word)| word.head == Some(Kind::Vehicle);
        let (index, _) = page.words_in(from..around.left.end).rfind(is_vehicle)?;
        Some(page.span(index).of(page.text).into())
    }

    /// 2680人支援吉林市: a verb and a place tell where they went, not who they are.
    pub(super) fn tells_whither(&self, item: &str) -> bool {
        let verb = self.page.lexicon.word_at(item).filter(|(entry, _)| {
            let word = &self.page.lexicon.words[*entry];
            (word.action.is_some() || word.is(Role::Verb)) && word.head.is_none()
        });
        verb.is_some_and(|(_, len)| len < item.len() && self.names_a_place(&item[len..]))
    }

    /// 进口, 全国: a verb or a place, and nothing else.
    pub(super) fn is_bare_act(&self, text: &str) -> bool {
        let is_verb = |word: &Word| word.action.is_some() || word.is(Role::Verb) || word.is(Role::Place) || word.whole.is_some();
        self.page
            .lexicon
            .whole(text)
            .is_some_and(|word| is_verb(word) && word.head.is_none())
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

    /// 接听|来电, 处理紧急|求助: what is done to the object before a number, with the words between.
    pub(super) fn with_its_act(&self, object: Span, around: &Around) -> Option<Box<str>> {
        let page = self.page;
        let start = object.start as usize;
        let (index, _) = page
            .words_in(around.left.clone())
            .rfind(|(index, word)| page.span(*index).end as usize <= start && deeds::is_act(word))?;
        let named = page.slice(page.span(index).start as usize, object.end as usize).trim();
        let between = page.slice(page.span(index).end as usize, start);
        // A short object of a long act would say less than it did.
        let is_close = between.chars().count() <= object.of(page.text).chars().count().max(2);
        let is_name = named.chars().count() <= MOST_NAME_CHARS && !named.contains(['，', ',', '；', '（', '(']);
        // 覆盖学生, 惠及商户: who profits is no object.
        (is_close && is_name && !phrases::PROFITS.starts(named)).then(|| named.into())
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

    /// 出货, 到货量, 日: verbs and measures, no goods.
    pub(super) fn names_no_goods(&self, span: Span) -> bool {
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
