//! What a service was: the act, what it was done to, those for whom.
//!
//! In: a service whose item is what the phrases around its number name, and those phrases. Out: the item with its act.
//! Always: an item is words of the figure's own sentence, in their order there; where no act can be told, the item stays as it was.

use super::kinds::clause_right;
use super::lexicon::{Role, Word};
use super::page::Around;
use super::phrases;
use super::served;
use super::walk::Walker;
use crate::model::{Fact, Kind, Span};

/// What was done is told in no more characters; a longer clause tells something else.
const MOST_ACT_CHARS: usize = 12;

/// A longer act with its object is a clause.
const MOST_NAME_CHARS: usize = 12;

/// One character is no act.
const LEAST_ACT_CHARS: usize = 2;

/// Units that count those whom a service reaches.
const THOSE_SERVED: &[&str] = &["户", "家", "名", "人", "位", "户次", "人次"];

impl Walker<'_> {
    /// The item of a service (`fact.item`) with the act that the words around its number tell.
    pub(super) fn deed(&self, fact: &mut Fact, around: &Around, before: Option<Span>, after: Option<Span>) -> Option<Box<str>> {
        let page = self.page;
        let item = fact.item.take();
        let names_nothing = item.as_deref().is_none_or(|item| self.names_nothing(item, Kind::Service));
        match (item, after, before) {
            (item, None, _) if names_nothing => {
                let named = self.same_deed(around).or_else(|| self.result_of_deed(item.as_deref(), fact));
                named.or_else(|| self.bare_deed(around, &fact.quantity.unit)).or(item)
            }
            (Some(item), None, Some(object)) if *item == *object.of(page.text) => {
                let with_act = self.with_act_behind(object, around).or_else(|| self.with_its_act(object, around));
                Some(without_when(with_act.unwrap_or(item)))
            }
            (Some(item), Some(object), _) if *item == *object.of(page.text) => Some(self.done_to(object, &fact.quantity.unit, around)),
            (item, _, _) => item,
        }
    }

    /// 隔离酒店、实验室等应急抢修作业: the act, not where it was done; of consultations, where.
    pub(super) fn deed_and_where(&self, fact: &mut Fact, around: &Around) {
        let item = fact.item.take();
        fact.item = item.map(|item| self.without_examples(&item).unwrap_or(item));
        let mut words = self.page.words_in(around.left.clone());
        if let Some(act @ ("接诊" | "就诊" | "问诊" | "诊疗")) = fact.item.as_deref()
            && let Some((index, _)) = words.find(|(_, word)| word.head == Some(Kind::Facility))
        {
            // 发热门诊昨日接诊2283人次.
            fact.item = Some(format!("{}{act}", self.page.span(index).of(self.page.text)).into());
        }
    }

    /// 实验室等应急抢修: the act, not the examples of where. An act before them is done to their class: 检查|药店、商超等|经营主体, unless all of
    /// it is short: 解决就医、买药等诉求.
    fn without_examples(&self, item: &str) -> Option<Box<str>> {
        const MOST_WITH_EXAMPLES_CHARS: usize = 10;
        let (examples, class) = item.rsplit_once('等')?;
        let class = class.trim_start_matches('地');
        if class.chars().count() < LEAST_ACT_CHARS {
            return None;
        }
        let lexicon = self.page.lexicon;
        let act = lexicon.word_at(examples).filter(|(entry, _)| is_act(&lexicon.words[*entry]));
        match act {
            Some(_) if item.chars().count() <= MOST_WITH_EXAMPLES_CHARS => None,
            Some((_, len)) => Some(format!("{}{class}", &examples[..len]).into()),
            None => Some(class.into()),
        }
    }

    /// 其中3人刑事拘留: what was done to them.
    pub(super) fn dealt_with(&self, around: &Around) -> Option<Box<str>> {
        let right = self.page.slice(around.right_start, around.right_end).trim();
        phrases::DEALT_WITH.at_start(right).map(|act| act.trim_start_matches('被').into())
    }

    /// 妨害传染病防治案4件7人, 救助2153户5872人次: another count of the deed just counted.
    fn same_deed(&self, around: &Around) -> Option<Box<str>> {
        let left = self.page.slice(around.left_start, around.left_end).trim();
        let last = self.drafts.last().filter(|last| last.fact.kind == Kind::Service);
        let goes_on = around.follows_figure && matches!(left, "" | "、" | "共" | "涉及");
        last.filter(|_| goes_on)?.fact.item.clone()
    }

    /// 受理诉求9326件,办结9104件: what came of what the sentence counted by the same unit.
    fn result_of_deed(&self, result: Option<&str>, fact: &Fact) -> Option<Box<str>> {
        let counted = self.item_of_unit(fact)?;
        let Some(result) = result.filter(|result| phrases::RESULTS.is(result)) else {
            return Some(counted);
        };
        let act = self
            .page
            .lexicon
            .word_at(&counted)
            .filter(|(entry, _)| is_act(&self.page.lexicon.words[*entry]));
        let object = act.map_or(&*counted, |(_, len)| &counted[len..]);
        Some(format!("{result}{object}").into())
    }

    /// 责令改正113家, 室温不达标的97户已上门检修: no object, and the words on either side are the act.
    fn bare_deed(&self, around: &Around, unit: &str) -> Option<Box<str>> {
        let page = self.page;
        let mut clause = page.slice(around.left_start, around.left_end).trim();
        // 接单量|达到260万件.
        while let Some(link) = page.lexicon.edges.link(clause) {
            clause = &clause[..clause.len() - link];
        }
        let act = phrases::BEFORE_ACTS.at_start(clause).map_or(clause, |lead| &clause[lead.len()..]);
        let is_short = (LEAST_ACT_CHARS..=MOST_ACT_CHARS).contains(&act.chars().count()) && act.chars().all(is_han);
        let has_act = page
            .words_in(around.left.clone())
            .any(|(_, word)| is_act(word) || word.action.is_some());
        if has_act && is_short && !phrases::NAMES_NOTHING.is(act) && !act.ends_with('的') {
            return Some(act.into());
        }
        // 我们先后5次投放储备冻猪肉: what was done so often follows.
        let right = clause_right(page, around).trim();
        let begins_with_act = page
            .words_in(around.right.clone())
            .next()
            .is_some_and(|(index, word)| page.span(index).start as usize == around.right_start && (is_act(word) || word.action.is_some()));
        let is_name = (LEAST_ACT_CHARS..=MOST_ACT_CHARS).contains(&right.chars().count()) && right.chars().all(is_han);
        if matches!(unit, "次" | "轮次") && begins_with_act && is_name {
            return Some(right.into());
        }
        let nothing = Span::new(around.right_start, around.right_start);
        let told = self.act_behind(nothing, around).filter(|_| THOSE_SERVED.contains(&unit));
        told.map(Into::into)
    }

    /// 开展价格|巡查3120家次, 完成终末|消毒37处: the act right behind its object.
    fn with_act_behind(&self, object: Span, around: &Around) -> Option<Box<str>> {
        let page = self.page;
        let end = object.end as usize;
        let (index, _) = page
            .words_in(around.left.clone())
            .find(|(index, word)| page.span(*index).start as usize == end && is_act(word))?;
        let span = page.span(index);
        // 订单量|达到260万件: no act.
        if page.lexicon.edges.link(span.of(page.text)) == Some(span.len()) {
            return None;
        }
        let rest = page.slice(span.end as usize, around.left_end);
        let is_last = rest.trim().is_empty() || page.lexicon.edges.link(rest).is_some_and(|len| len == rest.len());
        // 解决|货车|滞留41起: an act on either side.
        let ahead = page
            .words_in(around.left.clone())
            .find(|(i, word)| page.span(*i).end == object.start && is_act(word));
        let start = ahead.map_or(object.start, |(i, _)| page.span(i).start);
        let named = page.slice(start as usize, span.end as usize);
        let carried_out = phrases::CARRIES_OUT.at_start(named).map_or(named, |verb| &named[verb.len()..]);
        is_last.then(|| carried_out.into())
    }

    /// 接听|来电, 处理紧急|求助: what is done to the object before a number, with the words between.
    fn with_its_act(&self, object: Span, around: &Around) -> Option<Box<str>> {
        let page = self.page;
        let start = object.start as usize;
        let (index, _) = page
            .words_in(around.left.clone())
            .rfind(|(index, word)| page.span(*index).end as usize <= start && is_act(word))?;
        let named = page.slice(page.span(index).start as usize, object.end as usize).trim();
        let between = page.slice(page.span(index).end as usize, start);
        // A short object of a long act would say less than it did.
        let is_close = between.chars().count() <= object.of(page.text).chars().count().max(2);
        let is_name = named.chars().count() <= MOST_NAME_CHARS && !named.contains(['，', ',', '；', '（', '(']);
        // 覆盖学生, 惠及商户: who profits is no object.
        (is_close && is_name && !phrases::PROFITS.starts(named)).then(|| named.into())
    }

    /// 接听419通来电, 为1348家企业登记用工需求, 帮助1.43万名农民返乡: the act on either side of those or that which it reaches.
    fn done_to(&self, object: Span, unit: &str, around: &Around) -> Box<str> {
        let page = self.page;
        let name = object.of(page.text);
        if let Some(act) = served::done_for(page, around) {
            // 减免电费|7300万元: how much is a fact of its own.
            let act = act.split(|c: char| c.is_ascii_digit()).next().unwrap_or(act);
            // 已为213户农户授信4680万元: the name ends with the act.
            return if name.ends_with(act) {
                name.into()
            } else {
                format!("{act}{name}").into()
            };
        }
        let ahead = self.act_before_number(around).unwrap_or_default();
        let behind = if THOSE_SERVED.contains(&unit) {
            self.act_behind(object, around).unwrap_or_default()
        } else {
            ""
        };
        format!("{ahead}{name}{behind}").into()
    }

    /// 接听|419通, 帮助|1.43万名: the act right before a number whose object follows it.
    fn act_before_number(&self, around: &Around) -> Option<&str> {
        let page = self.page;
        let (index, _) = page.words_in(around.left.clone()).next_back().filter(|(_, word)| is_act(word))?;
        let span = page.span(index);
        let rest = page.slice(span.end as usize, around.left_end).trim();
        let touches = rest.is_empty() || rest == "了" || page.lexicon.edges.link(rest).is_some_and(|len| len == rest.len());
        let act = span.of(page.text);
        (touches && act.chars().count() >= LEAST_ACT_CHARS && !phrases::PROFITS.starts(act)).then_some(act)
    }

    /// 居民|欠费不停供, 企业|登记用工需求: what the clause goes on to tell of those served.
    fn act_behind(&self, object: Span, around: &Around) -> Option<&str> {
        let page = self.page;
        let end = (object.end as usize).min(around.right_end);
        let clause = page.slice(end, around.right_end);
        // 低保对象增发生活补贴|每人300元.
        let told = phrases::PER_WHOM.position(clause).unwrap_or(clause.len());
        let clause = clause[..told].trim_end();
        let act = phrases::BEFORE_ACTS.at_start(clause).map_or(clause, |lead| &clause[lead.len()..]);
        let is_act =
            (LEAST_ACT_CHARS..=MOST_ACT_CHARS).contains(&act.chars().count()) && act.chars().all(|c| is_han(c) || matches!(c, '“' | '”'));
        (is_act && !act.starts_with(['的', '和', '及', '与', '等'])).then_some(act)
    }
}

/// 累计|接待, 首周|放款: the act without the words that tell since when or how often.
fn without_when(item: Box<str>) -> Box<str> {
    let rest = phrases::BEFORE_ACTS.at_start(&item).map_or(&*item, |lead| &item[lead.len()..]);
    let is_left = rest.len() < item.len() && rest.chars().count() >= LEAST_ACT_CHARS;
    if is_left { rest.into() } else { item }
}

/// A verb that tells what was done, and is no noun, no measure and no part.
pub(super) fn is_act(word: &Word) -> bool {
    let is_other = word.is(Role::Plain) || word.is(Role::Stop) || word.is(Role::Part) || word.is(Role::Cumulative) || word.action.is_some();
    (word.is(Role::Act) || word.is(Role::Verb)) && !is_other
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}
