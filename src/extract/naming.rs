//! What a figure that says little counts: goods that a verb or the sentence has named, staff, what a sum is for or of.
//!
//! In: a figure's surroundings and the drafts of its sentence. Out: a name, or nothing. Always: a name is words of the figure's own
//! sentence; a verb, a place or a measure alone names nothing.

use std::ops::Range;

use super::any_of::any_of;
use super::lexicon::{Role, UnitClass, Word};
use super::page::{Around, REACH_TOKENS, is_clause_end, is_sentence_end};
use super::persons;
use super::phrase;
use super::things::PRICES;
use super::walk::{Draft, Walker};
use crate::model::{Fact, Kind, Span};

/// A longer purpose is a sentence of its own.
const MOST_PURPOSE_CHARS: usize = 24;

impl Walker<'_> {
    /// 储煤21万吨, 日均供水9万吨: the verb before the number ends in its goods.
    pub(super) fn goods_in_verb(&self, around: &Around) -> Option<String> {
        let last = around.left.end.checked_sub(1).filter(|last| around.left.contains(last))?;
        let verb = self.page.word(last).filter(|word| word.action.is_some())?;
        let span = self.page.span(last);
        let written = span.of(self.page.text);
        let goods = written
            .chars()
            .next_back()
            .filter(|c| matches!(c, '煤' | '气' | '水' | '餐' | '菜' | '奶' | '粮' | '油'))?;
        let touches = span.end as usize == around.left_end && written.chars().count() == 2;
        (touches && verb.head.is_none()).then(|| goods.to_string())
    }

    /// 推出三种蔬菜包,已配送11.8万份: goods that the sentence has named since it last counted some, or since it began.
    pub(super) fn goods_named_since(&self, around: &Around, bounds: &Range<usize>) -> Option<String> {
        let page = self.page;
        let end = around.left.start;
        let from = bounds.start.max(end.saturating_sub(REACH_TOKENS));
        let of_sentence = self.of_sentence();
        let counted = of_sentence.iter().rev().find(|draft| draft.fact.kind == Kind::Supply);
        let since = counted.map_or(0, |draft| draft.fact.quote.end);
        let is_goods = |(index, word): &(usize, &Word)| word.head == Some(Kind::Supply) && page.span(*index).start >= since;
        let (index, _) = page.words_in(from..end).rev().find(is_goods)?;
        Some(page.span(index).of(page.text).to_owned())
    }

    /// 组织发放生活物资包。甲区已发放538万份: goods that the sentence before named without a number, in the same paragraph.
    pub(super) fn goods_of_sentence_before(&self, bounds: &Range<usize>) -> Option<String> {
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
        Some(page.span(index).of(page.text).to_owned())
    }

    /// 筹集10亿元用于助企纾困: what the money is for, where the words after it say so.
    pub(super) fn spent_on(&self, around: &Around) -> Option<String> {
        let right = self.page.slice(around.right_start, around.right_end).trim_start();
        let left = self.page.slice(around.left_start, around.left_end).trim_end();
        let gives = any_of!["安排", "安排资金", "拨付", "拨付资金", "投入", "投入资金", "下达", "筹集", "拿出"].ends(left);
        let lead = match any_of!["用于", "专项用于", "主要用于", "专门用于"].at_start(right) {
            Some(lead) => lead,
            // 县财政安排3000万元向城区居民发放生活物资.
            None if gives && right.starts_with(['向', '支', '保', '补', '为', '对']) => "",
            None => return None,
        };
        let purpose = right[lead.len()..].trim_end();
        (2..=MOST_PURPOSE_CHARS)
            .contains(&purpose.chars().count())
            .then(|| purpose.to_owned())
    }

    /// 石板物流园、地利市场蔬菜日均到货5200吨: the goods, where what stands before them are premises.
    pub(super) fn goods_of_premises(&self, before: Span) -> Option<String> {
        let text = before.of(self.page.text);
        let ends = ["园", "市场", "超市", "商超", "企业", "公司", "店", "基地", "网点"];
        let owner = ends.iter().filter_map(|end| Some(text.rfind(end)? + end.len())).max()?;
        let goods = &text[owner..];
        let is_goods = self.page.lexicon.whole(goods).is_some_and(|word| word.head == Some(Kind::Supply));
        is_goods.then(|| goods.to_owned())
    }

    /// 查处案件47起,罚款52万元; 捐赠款物1.2亿元,其中资金9000万元: a sum that says little itself is of what the sentence counted before it.
    pub(super) fn with_what_it_is_of(&self, item: String) -> String {
        const MOST_OWNER_CHARS: usize = 12;
        let last = self.of_sentence().last();
        let named = last.filter(|last| !matches!(last.fact.kind, Kind::Ratio | Kind::Duration | Kind::Supply));
        let named = named
            .and_then(|last| last.fact.item.as_deref())
            .filter(|name| name.chars().count() <= MOST_OWNER_CHARS);
        match (item.as_str(), named) {
            ("资金" | "物资" | "现金" | "物资价值" | "款物", _) if self.is_of_donations() => format!("捐赠{item}"),
            ("金额" | "涉及金额" | "涉案金额" | "总金额" | "罚款" | "罚没款" | "罚没金额" | "投资" | "总投资", Some(name)) =>
            {
                let sum = item.trim_start_matches("涉及");
                if name.ends_with(sum) {
                    name.to_owned()
                } else {
                    format!("{name}{sum}")
                }
            }
            _ => {
                // 单价一般控制在60至120元.
                let price = PRICES.iter().find(|price| item.starts_with(**price));
                let is_how = |rest: &str| any_of!["一般", "平均", "普遍", "控制", "稳定", "维持", "大约"].starts(rest);
                match price.filter(|price| is_how(&item[price.len()..])) {
                    Some(price) => (*price).to_owned(),
                    None => item,
                }
            }
        }
    }

    /// Whether the sum is a part of what was donated.
    fn is_of_donations(&self) -> bool {
        let whole = self.frame.breakdown().and_then(|list| list.whole);
        let item = whole.and_then(|whole| self.drafts[whole].fact.item.as_deref());
        item.is_some_and(|item| item.contains('捐'))
    }

    /// 检测设采样点, 准备设备: premises without the verb that sets them up.
    pub(super) fn without_set_up<'b>(&self, item: &'b str) -> &'b str {
        let name = item.rsplit_once('设').map_or(item, |(_, name)| name);
        let is_premises = self.page.lexicon.whole(name).is_some_and(|word| word.head == Some(Kind::Facility));
        if is_premises { name } else { item }
    }

    /// 出口额从3月上旬的约1亿元: the subject of a clause that tells from where to where.
    pub(super) fn what_grew(&self, around: &Around) -> Option<String> {
        let before = self.page.before(around.left_end);
        let clause = before.rsplit(is_clause_end).next()?;
        let (subject, _) = clause.rsplit_once(['从', '由'])?;
        // 甲公司、乙公司等平台在岗人员: examples name no one else.
        let subject = subject.rsplit('等').next().unwrap_or(subject).trim();
        (2..=MOST_PURPOSE_CHARS)
            .contains(&subject.chars().count())
            .then(|| subject.to_owned())
    }

    /// 医疗队启程,累计派出1463人: who works, named since the sentence began.
    pub(super) fn staff_named_before(&self, around: &Around, bounds: &Range<usize>) -> Option<String> {
        let page = self.page;
        let from = bounds.start.max(around.left.start.saturating_sub(REACH_TOKENS));
        let is_staff = |(_, word): &(usize, &Word)| word.head == Some(Kind::Personnel);
        let (index, _) = page.words_in(from..around.left.end).rfind(is_staff)?;
        Some(page.span(index).of(page.text).to_owned())
    }

    /// 中欧班列2月份开行602列: what runs, named since the sentence began.
    pub(super) fn vehicle_named_before(&self, around: &Around, bounds: &Range<usize>) -> Option<String> {
        let page = self.page;
        let from = bounds.start.max(around.left.start.saturating_sub(REACH_TOKENS));
        let is_vehicle = |(_, word): &(usize, &Word)| word.head == Some(Kind::Vehicle);
        let (index, _) = page.words_in(from..around.left.end).rfind(is_vehicle)?;
        Some(page.span(index).of(page.text).to_owned())
    }

    /// 2680人支援吉林市: a verb and a place tell where they went, not who they are.
    pub(super) fn tells_whither(&self, item: &str) -> bool {
        let verb = self.page.lexicon.word_at(item).filter(|(entry, _)| {
            let word = &self.page.lexicon.words[*entry];
            (word.action.is_some() || word.is(Role::Verb)) && word.head.is_none()
        });
        verb.is_some_and(|(_, len)| len < item.len() && self.names_a_place(&item[len..]))
    }

    /// 猪肉平均零售价每斤13.8元: goods that stand before their own price.
    pub(super) fn goods_of_price(&self, around: &Around) -> Option<String> {
        let named = self
            .page
            .words_in(around.left.clone())
            .rfind(|(_, word)| word.head == Some(Kind::Supply));
        named.map(|(index, _)| self.page.span(index).of(self.page.text).to_owned())
    }

    /// 捐赠价值|200万元的物资: a verb, a place or a word for a price before a sum.
    pub(super) fn tells_no_purpose(&self, text: &str) -> bool {
        PRICES.contains(&text) || self.is_bare_act(text)
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
    pub(super) fn sent_in_batches(&self, around: &Around) -> Option<String> {
        let page = self.page;
        let next = around.right.end;
        let figure = page.figure(next).filter(|figure| figure.class == UnitClass::Person)?;
        let between = page.slice(around.right_start, figure.start).trim();
        let ahead = page.around(next, &(around.left.start..next + REACH_TOKENS));
        let named = phrase::after(page, &ahead, UnitClass::Person)?;
        matches!(between, "" | "共" | "共计" | "合计" | "总计" | "、" | "，" | ",").then(|| named.of(page.text).to_owned())
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
        is_from
            || matches!(item, "另外" | "其余" | "余" | "后面" | "办结" | "解决" | "完成")
            || self.page.lexicon.whole(item).is_some_and(is_known)
    }

    /// What the sentence last counted by the same unit, of the same kind.
    pub(super) fn item_of_unit(&self, fact: &Fact) -> Option<String> {
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
        let is_no_name = any_of![
            "比",
            "较",
            "多",
            "少",
            "下降到",
            "增加到",
            "减少到",
            "上旬",
            "中旬",
            "下旬",
            "月底",
            "首日",
            "每日",
            "实际",
            "预计",
            "其余",
            "当日",
            "首批",
            "第一批"
        ]
        .starts(written);
        // 已向居民发放538万份: for whom, and what was done.
        let is_goal = self.page.before(span.start as usize).ends_with(['向', '给', '为', '对']);
        // What is left of 已到位 is one character, and no goods.
        let is_remnant =
            written.chars().count() == 1 && self.page.lexicon.whole(written).is_none_or(|word| word.head != Some(Kind::Supply));
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
