//! Prices: sums told for a unit of goods, and differences between two of them.
//!
//! In: a sum's surroundings and the drafts of its sentence. Out: the goods with the unit and the word for their price, or nothing.
//! Always: goods are named by words of the price's own sentence; a price for a person, a day or a household is none.

use super::evidence;
use super::lexicon::UnitClass;
use super::page::{Around, REACH_TOKENS, is_clause_end, is_sentence_end};
use super::phrases;
use super::walk::Walker;
use crate::model::{Fact, Kind, Span};

/// A longer name before 每吨 is a clause.
const MOST_GOODS_CHARS: usize = 10;

/// Words for a price that do not say of what.
pub(super) const PRICES: &[&str] = &[
    "售价",
    "价格",
    "价值",
    "均价",
    "单价",
    "零售价",
    "货值",
    "总价值",
    "收购价",
    "批发价",
    "总价",
    "折合",
    "折合人民币",
    "合人民币",
    "折价",
    "进价",
    "平均价",
];

impl Walker<'_> {
    /// The item of a sum that is a price, or the difference of two.
    pub(super) fn price(&self, around: &Around) -> Option<Box<str>> {
        self.goods_offered(around)
            .or_else(|| self.price_later(around))
            .or_else(|| self.difference_of_prices(around))
            .or_else(|| self.price_of_unit(around))
            .or_else(|| self.price_in_a_row(around))
    }

    /// 推出50元平价菜包, 选购20元、35元不等的蔬菜包: goods behind a price or a list of prices, in its clause.
    fn goods_offered(&self, around: &Around) -> Option<Box<str>> {
        const REACH_TOKENS: usize = 12;
        let page = self.page;
        let left = page.slice(around.left_start, around.left_end).trim();
        let goes_on = around.follows_figure && matches!(left, "" | "、" | "和" | "至" | "及");
        let last = left.char_indices().rev().take(3).map(|(at, _)| &left[at..]);
        if !goes_on && !{ last }.any(|tail| phrases::OFFERS_AT.is(tail)) {
            return None;
        }
        let start = around.right.start;
        let clause = (start..start + REACH_TOKENS).take_while(|i| page.token(*i).is_some() && !page.punct(*i).is_some_and(is_clause_end));
        let is_goods = |index: &usize| page.word(*index).is_some_and(|word| word.head == Some(Kind::Supply));
        let index = { clause }.find(is_goods)?;
        // 拿出1亿元用于采购蔬菜: a purpose is no offer.
        let between = page.slice(around.right_start, page.span(index).start as usize);
        let is_purpose = phrases::SPENDS.within(between);
        (!is_purpose).then(|| page.span(index).of(page.text).into())
    }

    /// 菜心每公斤批发价9.8元, 尿素出厂价每吨1680元, 每份约合58元: the goods and the word for their price.
    fn price_of_unit(&self, around: &Around) -> Option<Box<str>> {
        let page = self.page;
        let left = page.slice(around.left_start, around.left_end).trim();
        // 小白菜,每斤从4元卖到9元.
        let left = left.strip_suffix(['从', '由']).unwrap_or(left);
        let (head, base) = left.rsplit_once('每').or_else(|| Some(("", left.strip_prefix('一')?)))?;
        let (unit, _) = page
            .lexicon
            .unit_at(base)
            .filter(|(_, class)| matches!(class, UnitClass::Mass | UnitClass::Goods))?;
        let told = base[unit.len()..].trim();
        let told = told.strip_suffix(['为', '达', '仅', '约']).unwrap_or(told);
        // 叶菜价格每公斤回落0.8元.
        let moves = phrases::PRICE_MOVES.is(told) && !head.is_empty();
        if !(told.is_empty() || phrases::PRICED_AT.is(told) || told.ends_with('价') || moves) {
            return None;
        }
        // 收购价也从每斤3.8元跌到1.5元.
        let head = head.trim_end_matches(['从', '由']).trim_end_matches(['也', '已', '则']);
        // 将进价每斤1.8元的大白菜以每斤5.9元出售.
        let head = head.rsplit(['将', '把', '以', '按', '从']).next().unwrap_or_default();
        let head = phrases::PRICE_MOVES
            .at_end(head)
            .map_or(head, |moves| &head[..head.len() - moves.len()])
            .trim();
        // 价格仍是每份15元.
        let head = page.lexicon.edges.link(head).map_or(head, |len| &head[..head.len() - len]);
        // 蔬菜批发价每公斤4.87元,猪肉每公斤18.25元: a price of the same kind.
        let is_in_row = |last: &&Fact| !page.slice(last.quote.end as usize, around.left_start).contains(['；', ';']);
        let last = self.last_price().filter(is_in_row).and_then(|last| last.item.as_deref());
        let price = if told.ends_with('价') {
            told
        } else {
            last.and_then(|item| self.without_goods(item)).unwrap_or("价格")
        };
        let is_name =
            (1..=MOST_GOODS_CHARS).contains(&head.chars().count()) && head.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        if is_name && !PRICES.contains(&head) {
            if moves {
                return Some(format!("{head}{told}").into());
            }
            let says_price = head.ends_with(['价', '贴', '费']) || PRICES.iter().any(|price| head.ends_with(price));
            return Some(if says_price { head.into() } else { format!("{head}{price}").into() });
        }
        let goods = self
            .goods_behind(around)
            .or_else(|| self.goods_told_last(around, head.is_empty()))?;
        Some(format!("{goods}{}", if PRICES.contains(&head) { head } else { price }).into())
    }

    /// 进价每斤1.8元|的大白菜.
    fn goods_behind(&self, around: &Around) -> Option<Box<str>> {
        let page = self.page;
        let right = page.slice(around.right_start, around.right_end);
        let at = around.right_start + right.strip_prefix('的').map(|rest| right.len() - rest.len())?;
        let (index, _) = page
            .words_in(around.right.clone())
            .find(|(index, word)| page.span(*index).start as usize >= at && word.head == Some(Kind::Supply))?;
        Some(page.slice(at, page.span(index).end as usize).trim().into())
    }

    /// 每斤从4元卖到9元: the same price, later.
    fn price_later(&self, around: &Around) -> Option<Box<str>> {
        let names_goods = self.goods_of_price(around).is_some();
        let last = self
            .last_price()
            .filter(|_| evidence::is_later_state(self.page, around) && !names_goods)?;
        last.item.clone()
    }

    /// 菜心每斤3.5元,比前一日下降0.3元: the difference of what was priced last.
    fn difference_of_prices(&self, around: &Around) -> Option<Box<str>> {
        let left = self.page.slice(around.left_start, around.left_end).trim();
        let moves = phrases::PRICE_MOVES.at_end(left).filter(|moves| moves.len() < left.len())?;
        let priced = self.last_price().filter(|_| left.starts_with(['比', '较']))?;
        Some(format!("{}{moves}", priced.item.as_deref()?).into())
    }

    /// 蔬菜均价每公斤4.87元,猪肉47.3元: the next goods at a price of the same kind.
    fn price_in_a_row(&self, around: &Around) -> Option<Box<str>> {
        let page = self.page;
        let goods = page.slice(around.left_start, around.left_end).trim();
        let is_goods = |name: &str| page.lexicon.whole(name).is_some_and(|word| word.head == Some(Kind::Supply));
        let priced = self
            .last_price()
            .and_then(|last| last.item.as_deref())
            .filter(|_| is_goods(goods))?;
        Some(format!("{goods}{}", self.without_goods(priced)?).into())
    }

    /// 蔬菜|全国批发均价: the word for a price behind goods.
    fn without_goods<'b>(&self, price: &'b str) -> Option<&'b str> {
        let (entry, len) = self.page.lexicon.word_at(price)?;
        let is_goods = self.page.lexicon.words[entry].head == Some(Kind::Supply);
        Some(&price[len..]).filter(|rest| is_goods && rest.contains('价'))
    }

    /// The price that the sentence told last.
    fn last_price(&self) -> Option<&Fact> {
        let last = self.of_sentence().iter().rev().find(|draft| draft.fact.kind == Kind::Money)?;
        let is_price = |item: &str| item.contains('价');
        Some(&last.fact).filter(|fact| fact.item.as_deref().is_some_and(is_price))
    }

    /// Goods that the sentence counted or named last before the price. 售粮850吨,每斤2.15元 is of what was counted; of 某园日成交1.2万吨,平均价5元
    /// a noun says more (`is_bare`: nothing but a unit stands before the price).
    fn goods_told_last(&self, around: &Around, is_bare: bool) -> Option<Box<str>> {
        let page = self.page;
        let counted = self.of_sentence().iter().rev().find(|draft| draft.fact.kind == Kind::Supply);
        let end = around.left.start;
        let reach = end.saturating_sub(REACH_TOKENS)..end;
        let start = { reach.clone() }.rev().find(|i| page.punct(*i).is_some_and(is_sentence_end));
        let from = start.map_or(reach.start, |i| i + 1);
        let named = page.words_in(from..end).rfind(|(_, word)| word.head == Some(Kind::Supply));
        let named = named.map(|(index, _)| page.span(index));
        // 售粮850吨;涨幅最大的是豇豆,每斤6元.
        let is_nearer = |name: &Span| counted.is_none_or(|draft| draft.fact.quote.end <= name.start);
        let name = named
            .filter(|name| !is_bare || is_nearer(name))
            .map(|name| name.of(page.text).into());
        name.or_else(|| counted.and_then(|draft| draft.fact.item.clone()))
            .or_else(|| named.map(|name| name.of(page.text).into()))
    }

    /// 配送“惠民包”5.2万份,价值50元: what a word for a price alone is of.
    pub(super) fn with_goods_of_price(&self, told: &str, around: &Around) -> Option<Box<str>> {
        // 最便宜的售价39元.
        let price = told
            .rsplit('的')
            .next()
            .unwrap_or(told)
            .trim_start_matches(['份', '包', '袋', '斤', '盒'])
            .trim_start_matches("统一")
            .trim_start_matches("平均");
        let goods = PRICES
            .contains(&price)
            .then(|| self.goods_of_price(around).or_else(|| self.goods_in_force()));
        goods.flatten().map(|goods| format!("{goods}{price}").into())
    }

    /// 猪肉平均零售价每斤13.8元: goods that stand before their own price.
    pub(super) fn goods_of_price(&self, around: &Around) -> Option<Box<str>> {
        let named = self
            .page
            .words_in(around.left.clone())
            .rfind(|(_, word)| word.head == Some(Kind::Supply));
        named.map(|(index, _)| self.page.span(index).of(self.page.text).into())
    }
}
