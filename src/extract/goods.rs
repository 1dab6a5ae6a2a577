//! Who did what with goods, and for whom.
//!
//! In: the tokens of a sentence in order and a figure of goods. Out: action, actor and recipient for it.
//! Always: an action reaches from its verb to the next one of its sentence; a recipient belongs to the action that it was said with.

use super::any_of::any_of;
use std::ops::Range;

use super::lexer::Tok;
use super::lexicon::{Role, UnitClass};
use super::page::{Around, Page, REACH_TOKENS, is_clause_end};
use super::phrases;
use crate::model::{Action, Kind};

/// The action in force and where its words stand; names are read only when a figure asks for them.
#[derive(Clone, Debug, Default)]
pub struct GoodsFrame {
    pub action: Option<Action>,
    /// Token of the verb in force.
    verb: Option<usize>,
    /// Token of 向, 给 … said with the verb in force.
    recipient_marker: Option<usize>,
    /// Token of 向 … whose verb is yet to come.
    pending_marker: Option<usize>,
    /// A semicolon has ended what the verb's recipient reaches.
    is_recipient_over: bool,
    previous_action: Option<Action>,
    /// What the figure before counted, for one that says nothing itself.
    pub item: Option<Box<str>>,
    /// The goods of the sentence before.
    pub previous_item: Option<Box<str>>,
    /// Premises, firms and projects that the sentence counted last.
    pub counted: Option<Box<str>>,
}

/// Verbs whose object may be the goal.
const ARRIVES: &[&str] = &[
    "运抵", "运达", "运往", "运到", "送到", "送至", "送往", "发往", "送给", "发给", "运至", "销往", "抵达", "捐赠", "支援", "驰援", "援助",
    "配送", "分发", "发放", "投放", "赠送",
];

fn ends_like_actor(page: &Page, text: &str) -> bool {
    phrases::ACTOR_ENDS.ends(text) || page.lexicon.actors.iter().any(|end| text.ends_with(end))
}

/// 储备|冻|猪肉: so much may stand between a verb and the noun of its goods.
const MOST_TRAIT_CHARS: usize = 2;

impl GoodsFrame {
    /// Takes note of a word of the sentence.
    pub fn note(&mut self, page: &Page, index: usize) {
        let Some(word) = page.word(index) else { return };
        if word.is(Role::Stop) && matches!(page.span(index).of(page.text), "向" | "给" | "为" | "对") {
            self.pending_marker = Some(index);
        } else if let Some(action) = word.action.filter(|action| {
            let is_verb = !word.is(Role::Plain) && !lasts(page, index);
            is_verb && !self.is_from_stock(*action, page, index) && !self.is_attribute(page, index)
        }) {
            // 计划再调运4500吨: what is planned stays so within its clause.
            let is_planned = self.action == Some(Action::Planned)
                && self
                    .verb
                    .is_some_and(|verb| verb + REACH_TOKENS > index && (verb..index).all(|i| !page.punct(i).is_some_and(is_clause_end)));
            // 无偿向乡镇提供90吨: given.
            let clause = page
                .before(page.span(index).start as usize)
                .rsplit(is_clause_end)
                .next()
                .unwrap_or_default();
            let action = match action {
                _ if is_planned || is_to_come(page, page.span(index).start as usize) => Action::Planned,
                Action::Delivered if clause.contains("无偿") => Action::Donated,
                action => action,
            };
            self.action = Some(action);
            self.verb = Some(index);
            self.recipient_marker = self.pending_marker.take();
            self.is_recipient_over = false;
        }
    }

    /// 投放储备冻猪肉, 供应蔬菜包2万份、储备冻猪肉80吨: given out from the stock, no longer in it.
    fn is_from_stock(&self, action: Action, page: &Page, index: usize) -> bool {
        let Some(verb) = self.verb.filter(|verb| verb + REACH_TOKENS > index) else {
            return false;
        };
        let gap = page.slice(page.span(index).end as usize, page.span(index + 1).start as usize);
        let next = page.word(index + 1).filter(|_| gap.chars().count() <= MOST_TRAIT_CHARS);
        let names_goods = next.is_some_and(|next| next.head == Some(Kind::Supply));
        let touches = verb + 1 == index && page.span(verb).end == page.span(index).start;
        let is_of_clause = !(verb..index).any(|i| page.punct(i).is_some_and(is_clause_end));
        action == Action::Stocked && self.action == Some(Action::Delivered) && (touches || (names_goods && is_of_clause))
    }

    /// 已销售国家调拨的蔬菜: 的 makes the second verb tell what goods they are, not what was done now; 筹集并配送的 tells both.
    fn is_attribute(&self, page: &Page, index: usize) -> bool {
        let Some(verb) = self.verb.filter(|verb| verb + REACH_TOKENS > index) else {
            return false;
        };
        let between = page.slice(page.span(verb).end as usize, page.span(index).start as usize).trim();
        let is_joined = between.is_empty() || matches!(between, "并" | "和" | "及" | "、" | "与");
        let is_of_clause = !(verb..index).any(|i| page.figure(i).is_some() || page.punct(i).is_some_and(is_clause_end));
        // 已接收内地捐赠的口罩: received as gifts.
        let is_gift = matches!(page.span(verb).of(page.text), "接收" | "接受" | "收到")
            && page.word(index).is_some_and(|word| word.action == Some(Action::Donated));
        page.text[page.span(index).end as usize..].starts_with('的') && !is_joined && is_of_clause && !is_gift
    }

    /// A semicolon: the goods after it go to whom they are said to go.
    pub fn end_part(&mut self) {
        self.is_recipient_over = true;
    }

    /// Who does it: the name before the verb, or the sentence's subject.
    pub fn actor(&self, page: &Page, bounds: &Range<usize>) -> Option<Box<str>> {
        subject_before(page, self.verb?, bounds).or_else(|| subject(page, bounds))
    }

    /// For whom or to where.
    pub fn recipient(&self, page: &Page, bounds: &Range<usize>) -> Option<Box<str>> {
        let verb = self.verb.filter(|_| !self.is_recipient_over)?;
        match self.recipient_marker {
            Some(marker) => recipient_after(page, marker, bounds),
            None if ARRIVES.contains(&page.span(verb).of(page.text)) => object_after(page, verb, bounds),
            None => None,
        }
    }

    /// 这批物资包括…: what the sentence before did with them.
    fn previous_action_of(&self, page: &Page, around: &Around) -> Option<Action> {
        let before = page.before(around.left_end);
        let sentence = &before[before.rfind(['。', '\n']).unwrap_or(0)..];
        any_of!["这批", "此批", "该批", "此班", "这些", "上述", "本批"]
            .within(sentence)
            .then_some(self.previous_action)
            .flatten()
    }

    /// Starts a sentence; what the one before did is kept for 这批.
    pub fn start_sentence(&mut self) {
        let previous_action = self.action.or(self.previous_action);
        *self = Self {
            previous_action,
            previous_item: self.item.take(),
            ..Self::default()
        };
    }

    /// The action of a figure: of its own clause after it where that says more, else the one in force.
    pub fn action_for(&self, page: &Page, around: &Around) -> Option<Action> {
        // 首批近240万剂将陆续运抵: yet to come.
        let right = page.slice(around.right_start, around.right_end);
        if self.action.is_none() && phrases::INTENDS.within(right) && action_after(page, around).is_some() {
            return Some(Action::Planned);
        }
        match (
            self.action.or_else(|| self.previous_action_of(page, around)),
            action_after(page, around),
        ) {
            // 采购10吨冻猪肉、20吨冻鸡捐赠某地: the last verb says what became of them.
            (Some(Action::Raised | Action::Produced) | None, Some(last @ (Action::Donated | Action::Delivered))) => Some(last),
            (Some(action), _) => Some(action),
            (None, after) => after,
        }
    }
}

/// 下一步,将…筹措口罩100万只; 将再采购…: whether the words before a verb say that it is yet to be done.
fn is_to_come(page: &Page, verb: usize) -> bool {
    let before = page.before(verb);
    let clause = before.rsplit(is_clause_end).next().unwrap_or_default();
    let sentence = before.rsplit(['。', '\n', '；']).next().unwrap_or_default();
    let intends = phrases::INTENDS.within(clause);
    intends || (phrases::NEXT_STEPS.within(sentence) && any_of!["将", "拟", "计划", "要"].within(sentence))
}

/// 食用油6120吨,可供应90天: how long goods last, not what is done with them.
fn lasts(page: &Page, index: usize) -> bool {
    let next = page.figure(index + 1).filter(|next| next.class == UnitClass::Duration);
    next.is_some_and(|next| next.start == page.span(index).end as usize)
}

/// The sentence's subject: a first clause that is nothing but a name.
fn subject(page: &Page, bounds: &Range<usize>) -> Option<Box<str>> {
    let mut end = bounds.start;
    while end < bounds.end && !page.punct(end).is_some_and(is_clause_end) {
        let breaks = page.figure(end).is_some()
            || page
                .word(end)
                .is_some_and(|w| (w.is(Role::Verb) || w.action.is_some()) && !w.is(Role::Plain));
        if breaks {
            return None;
        }
        end += 1;
    }
    if end == bounds.end {
        return None;
    }
    let start = page.span(bounds.start).start as usize;
    let before = page.before(start);
    let gap = before.rfind(['。', '\n', '！', '？', ' ', '\u{a0}', '\u{3000}']).map_or(0, |at| {
        let mark = before[at..].chars().next().map_or(0, char::len_utf8);
        before.len() - at - mark
    });
    let start = start - gap;
    let text = page.slice(start, page.span(end).start as usize).trim();
    // 在龙泉镇,志愿者…: where, and not who.
    let tells_where = text.starts_with(['在', '从', '自', '据']);
    let is_name = (2..=40).contains(&text.chars().count()) && ends_like_actor(page, text) && !tells_where;
    is_name.then(|| text.into())
}

/// The verb that follows a figure of goods, in its clause and past the figures that are listed with it.
fn action_after(page: &Page, around: &Around) -> Option<Action> {
    let mut index = around.right.start;
    let reach = index + REACH_TOKENS;
    while let Some(token) = page.token(index).filter(|_| index < reach) {
        match token.tok {
            Tok::Punct('，' | ',') => return given_next(page, index),
            Tok::Punct(c) if is_clause_end(c) && !matches!(c, '(' | '（' | ')' | '）') => {
                return None;
            }
            Tok::Word(_) => {
                let word = page.word(index)?;
                // 供应点 is premises; 送到社区 is a verb with its goal.
                let reaches = token.span.of(page.text).ends_with(['到', '至', '往', '达', '抵', '给', '向', '去']);
                let names_premises = !reaches
                    && page
                        .word(index + 1)
                        .is_some_and(|next| next.head.is_some() && page.span(index + 1).start == token.span.end);
                let action = word.action.filter(|_| !word.is(Role::Plain) && !names_premises);
                // 进场2215吨、出货1987吨: the verb of the next figure.
                if action.is_some() && is_of_next_figure(page, index) {
                    return None;
                }
                if action.is_some() {
                    return action;
                }
            }
            _ => {}
        }
        index += 1;
    }
    None
}

/// 、|出货1987吨: whether a verb between a mark of enumeration and a number is that number's own.
fn is_of_next_figure(page: &Page, verb: usize) -> bool {
    const MOST_TOKENS: usize = 3;
    let is_listed = verb.checked_sub(1).is_some_and(|mark| page.punct(mark) == Some('、'));
    let mut next = (verb + 1..=verb + MOST_TOKENS).take_while(|i| page.punct(*i).is_none());
    is_listed && next.any(|i| page.figure(i).is_some())
}

/// 煎制汤剂6.7万袋,|免费送给工人: what became of goods, where the next clause begins with it.
fn given_next(page: &Page, comma: usize) -> Option<Action> {
    const MOST_ADVERB_CHARS: usize = 4;
    let start = page.span(comma).end as usize;
    let (verb, word) = page
        .words_in(comma + 1..comma + 4)
        .find(|(_, word)| word.action.is_some() && !word.is(Role::Plain))?;
    let lead = page.slice(start, page.span(verb).start as usize);
    let is_figure_between = (comma + 1..verb).any(|index| page.figure(index).is_some() || page.punct(index).is_some());
    let leads_on = lead.chars().count() <= MOST_ADVERB_CHARS && !is_figure_between;
    let leads_on = leads_on && !lead.contains("优先") && !matches!(page.span(verb).of(page.text), "支援" | "驰援" | "援助");
    let goes_to = page
        .span(verb)
        .of(page.text)
        .ends_with(['到', '至', '往', '达', '抵', '给', '向', '去'])
        || word.action == Some(Action::Donated);
    word.action
        .filter(|action| leads_on && goes_to && matches!(action, Action::Donated | Action::Delivered))
}

/// Words between 向 and the verb or the clause's end.
fn recipient_after(page: &Page, index: usize, bounds: &Range<usize>) -> Option<Box<str>> {
    let start = page.span(index).end as usize;
    let mut end = index + 1;
    let mut stop = start;
    while end < bounds.end.min(index + REACH_TOKENS) {
        let span = page.span(end);
        if page.punct(end).is_some_and(|c| is_clause_end(c) && c != '、') || page.figure(end).is_some() {
            stop = span.start as usize;
            break;
        }
        if page
            .word(end)
            .is_some_and(|w| (w.action.is_some() || w.is(Role::Verb)) && !w.is(Role::Plain) && w.head.is_none())
        {
            stop = span.start as usize;
            break;
        }
        stop = span.end as usize;
        end += 1;
    }
    clean(page.slice(start, stop))
}

/// Words after 运往, 捐赠给 … up to the next verb or figure.
fn object_after(page: &Page, index: usize, bounds: &Range<usize>) -> Option<Box<str>> {
    let text = recipient_after(page, index, bounds)?;
    let text = text.trim_start_matches("给").trim_start_matches("到");
    let place_like = phrases::RECIPIENT_ENDS.ends(text);
    (place_like && text.chars().count() <= 24).then(|| text.into())
}

/// The name right before a verb, in its clause.
fn subject_before(page: &Page, index: usize, bounds: &Range<usize>) -> Option<Box<str>> {
    let mut from = index;
    while from > bounds.start.max(index.saturating_sub(REACH_TOKENS)) {
        let breaks = page.punct(from - 1).is_some_and(is_clause_end)
            || page.figure(from - 1).is_some()
            || matches!(page.token(from - 1).map(|t| t.tok), Some(Tok::Time(_)));
        if breaks {
            break;
        }
        from -= 1;
    }
    let start = if from > bounds.start {
        page.span(from - 1).end as usize
    } else {
        page.sentence_start(bounds)
    };
    let text = page.slice(start, page.span(index).start as usize);
    // 某集团向甲县捐赠: who gives stands before 向.
    let text = text.split_once('向').map_or(text, |(giver, _)| giver);
    let mut text = text.trim_end();
    while let Some(adverb) = phrases::ADVERBS.at_end(text) {
        text = text[..text.len() - adverb.len()].trim_end();
    }
    let text = text.trim_start().trim_start_matches("目前").trim_start_matches("其中");
    let text = text.trim_start_matches(['、', '和', '由', '从', '据']);
    // 全市日产口罩: whose goods they are together, and nobody who acts.
    if any_of!["全市", "全省", "全区", "全县", "我市", "我省"].is(text) {
        return None;
    }
    let is_name = (2..=40).contains(&text.chars().count()) && ends_like_actor(page, text) && !text.starts_with("一是");
    is_name.then(|| text.into())
}

fn clean(text: &str) -> Option<Box<str>> {
    let mut text = text.trim().trim_matches(['、', ',', '，', '“', '”']).trim();
    // 为封控小区居民|免费发放.
    while let Some(adverb) = phrases::ADVERBS.at_end(text) {
        text = text[..text.len() - adverb.len()].trim_end();
    }
    (2..=60).contains(&text.chars().count()).then(|| text.into())
}
