//! What is known of a figure when its kind is decided: its phrases, the words around it, what earlier figures lend.
//!
//! In: a figure with its surroundings. Out: [`Evidence`], asked by `kinds`, `persons` and `served`. Always: a question looks no further
//! than the figure's own clause, or the list that it stands in.

use std::ops::Range;

use super::any_of::{AnyOf, any_of};
use super::figure::Figure;
use super::lexicon::{Role, UnitClass, Word};
use super::page::{Around, Page, REACH_TOKENS, is_clause_end};
use super::phrases;
use crate::model::{Kind, Measure, Metric, Span, State};

/// What earlier figures of the sentence lend to one that says little itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Carried<'a> {
    pub kind: Option<Kind>,
    /// The figure is inside brackets, or after 其中, of a figure of this kind.
    pub whole: Option<Kind>,
    /// Unit of the figure that lends its kind.
    pub unit: Option<&'a str>,
    /// Kind of the last figure of the sentence with the unit of this one.
    pub of_unit: Option<Kind>,
}

pub struct Evidence<'a> {
    pub page: &'a Page<'a>,
    pub figure: &'a Figure,
    pub around: &'a Around,
    pub after: Option<Span>,
    pub before: Option<Span>,
    pub carried: Carried<'a>,
    /// A verb of goods (配送, 捐赠) is in force in the sentence.
    pub governed_by_goods: bool,
}

impl Evidence<'_> {
    pub(super) fn tokens_within(&self, span: Span) -> impl DoubleEndedIterator<Item = usize> {
        let range = if span.start as usize >= self.around.right_start {
            self.around.right.clone()
        } else {
            self.around.left.clone()
        };
        let page = self.page;
        range.filter(move |i| span.covers(page.span(*i)))
    }

    pub(super) fn head_of(&self, phrase: Option<Span>) -> Option<Kind> {
        self.tokens_within(phrase?)
            .rev()
            .find_map(|i| self.page.word(i).and_then(|w| w.head))
    }

    /// What the first noun of a phrase counts.
    pub(super) fn first_head_of(&self, phrase: Span) -> Option<Kind> {
        self.tokens_within(phrase).find_map(|i| self.page.word(i).and_then(|w| w.head))
    }

    pub(super) fn left_has(&self, role: Role) -> bool {
        self.page.has(self.around.left.clone(), role)
    }

    pub(super) fn right_has(&self, role: Role) -> bool {
        self.page.has(self.around.right.clone(), role)
    }

    pub(super) fn near_has(&self, role: Role) -> bool {
        self.left_has(role) || self.right_has(role)
    }

    pub(super) fn has_metric(&self, tokens: &Range<usize>) -> bool {
        self.page
            .words_in(tokens.clone())
            .any(|(_, w)| w.metric.is_some() || w.is(Role::Severity) || w.is(Role::Converted))
    }

    /// A class of persons by itself, not only how ill they are.
    pub(super) fn has_class(&self, tokens: &Range<usize>) -> bool {
        self.page
            .words_in(tokens.clone())
            .any(|(_, w)| w.metric.is_some() && !w.is(Role::Severity) && !matches!(w.metric, Some(Metric::Severe | Metric::Critical)))
    }

    pub(super) fn near_metric(&self) -> bool {
        self.has_metric(&self.around.left) || self.has_metric(&self.around.right)
    }

    pub(super) fn near_head(&self, kind: Kind) -> bool {
        self.page
            .words_in(self.around.left.clone())
            .chain(self.page.words_in(self.around.right.clone()))
            .any(|(_, w)| w.head == Some(kind))
    }

    pub(super) fn left_text(&self) -> &str {
        self.page.slice(self.around.left_start, self.around.left_end)
    }

    pub(super) fn right_text(&self) -> &str {
        self.page.slice(self.around.right_start, self.around.right_end)
    }

    pub(super) fn near_text(&self, words: &AnyOf) -> bool {
        words.within(self.left_text()) || words.within(self.right_text())
    }

    /// 新增本土150+47: confirmed and asymptomatic, as headlines write them.
    pub(super) fn is_half_of_both_classes(&self) -> bool {
        let page = self.page;
        let is_plus = |at: usize| page.punct(at) == Some('+');
        let (first, second) = (self.around.right.start, self.around.left.end);
        let says_new = |tokens: Range<usize>| {
            page.words_in(tokens)
                .any(|(_, word)| word.measure == Some(Measure::New) || word.origin.is_some())
        };
        // 区县分布为:甲区52+741、乙区48+1096.
        let is_listed =
            || (self.carried.kind == Some(Kind::Cases) || self.left_has(Role::Cumulative)) && !self.left_text().trim().is_empty();
        let leads = is_plus(first) && page.figure(first + 1).is_some() && (says_new(self.around.left.clone()) || is_listed());
        let follows = second >= 2 && is_plus(second - 1) && self.carried.kind == Some(Kind::Cases) && page.figure(second - 2).is_some();
        leads || follows
    }

    /// The noun that is counted: after the number if one stands there, else before it.
    pub(super) fn head(&self) -> Option<Kind> {
        self.head_of(self.after.or(self.before))
    }

    /// 增加到326个: the same things, later.
    pub(super) fn is_next_state(&self) -> bool {
        is_later_state(self.page, self.around)
    }

    pub(super) fn resumes(&self) -> bool {
        // “复工贷”为76家企业放款: a word within a name tells nothing.
        let is_quoted = |index: usize| {
            let before = self.page.before(self.page.span(index).start as usize);
            before.ends_with('“')
        };
        let here = |tokens: Range<usize>| self.page.words_in(tokens).any(|(i, w)| w.resumption.is_some() && !is_quoted(i));
        here(self.around.left.clone()) || here(self.around.right.start..predicate(self.page, self.around))
    }

    /// 7个分拨中心、312个网点恢复运转: the verb behind the last of a list governs them all.
    pub(super) fn resumes_in_list(&self) -> bool {
        state_of_list(self.page, self.around).is_some()
    }

    /// 37家企业已经复工36家: the verb belongs to the second figure.
    pub(super) fn resumes_another(&self) -> bool {
        let in_left = self.page.words_in(self.around.left.clone()).any(|(_, w)| w.resumption.is_some());
        !in_left && self.page.figure(self.around.right.end).is_some()
    }

    /// 环境消杀,作业面积47万平方米: the area of what the sentence tells was done.
    pub(super) fn is_area_of_act(&self) -> bool {
        let sentence = self
            .page
            .before(self.around.left_end)
            .rsplit(['。', '\n'])
            .next()
            .unwrap_or_default();
        self.left_text().trim_end().ends_with("面积") && phrases::DISINFECTS.within(sentence)
    }

    /// 垃圾, 医废: what is carried away is a service, not a supply.
    pub(super) fn is_waste(&self) -> bool {
        // 医疗废物单独收运,9天共处置136.8吨.
        let is_carried_away = phrases::DISPOSES_OF.ends(self.left_text().trim_end());
        let sentence = self.page.before(self.around.left_end);
        let sentence = &sentence[sentence.rfind(['。', '；', '\n']).unwrap_or(0)..];
        self.near_text(&phrases::WASTE) || (is_carried_away && phrases::WASTE.within(sentence))
    }

    /// 修复爆管14处, 劝导流动商贩275人次: the last verb before the number is an act, whatever it is done to.
    ///
    /// 消毒通道2条 and 排查出风险点12个 are none: the first is a compound, the second tells what came of the act.
    pub(super) fn is_object_of_act(&self) -> bool {
        let says = |word: &Word| {
            (word.is(Role::Verb) || word.is(Role::Act) || word.action.is_some()) && !word.is(Role::Plain) && word.head.is_none()
        };
        let last = self.page.words_in(self.around.left.clone()).rfind(|(_, word)| says(word));
        last.is_some_and(|(index, word)| {
            let object = self.page.slice(self.page.span(index).end as usize, self.around.left_end);
            let object = object.trim_start_matches(['了', '各', '类']).trim_end();
            let is_compound =
                object.chars().count() <= MOST_COMPOUND_CHARS && phrases::COMPOUND_ENDS.ends(object) && !object.starts_with('的');
            let tells_outcome = object.contains('”')
                || object.starts_with(['出', '到', '的', '后', '为', '前', '中'])
                || object.starts_with('在') && !phrases::STATES_OF_PERSONS.starts(object);
            let before = self.page.slice(self.around.left_start, self.page.span(index).start as usize);
            // 金融监管局, 监督所, 检验中心: the verb stands in a name.
            let is_name = phrases::INSTITUTION_NAMES.starts(object) && !phrases::NOT_INSTITUTIONS.starts(object);
            // 参与救治患者的医护人员, 用于清运: who does it, what for.
            let is_led = phrases::TAKES_PART_OR_SETS_UP.ends(before.trim_end());
            // 发放慰问果篮960个: given out, to whomever it cheers.
            let is_gift = self.page.span(index).of(self.page.text) == "慰问" && phrases::HANDS_OUT.within(before);
            word.is(Role::Act) && !is_name && !is_compound && !tells_outcome && !is_led && !is_gift
        })
    }

    pub(super) fn is_crop(&self) -> bool {
        // 种植户捐赠芹菜26吨: who grows them is no word of farming them.
        let own = |text: &str| {
            phrases::CROPS
                .position(text)
                .is_some_and(|at| !any_of!["种植户", "种植大户", "种植企业", "种植园"].starts(&text[at..]))
        };
        own(self.left_text()) || own(self.right_text())
    }
}

/// 3家商场、8处市场和412家餐饮店恢复营业: how far those have come whose list ends in a verb of resuming, told of one that is not the last.
pub(super) fn state_of_list(page: &Page, around: &Around) -> Option<State> {
    let mut at = around.right.end;
    let reach = at + REACH_TOKENS;
    let is_joined = |at: usize| page.figure(at).is_some() && page.before(page.span(at).start as usize).ends_with(['和', '及', '与']);
    while at < reach && (page.punct(at) == Some('、') || is_joined(at)) {
        let listed = if is_joined(at) { at } else { at + 1 };
        page.figure(listed)?;
        let next = page.around(listed, &(listed..listed + REACH_TOKENS));
        if next.right.end <= listed {
            return None;
        }
        if let Some(state) = page.words_in(next.right.clone()).find_map(|(_, word)| word.resumption) {
            return Some(state);
        }
        at = next.right.end;
    }
    None
}

/// Whether a figure counts later what the figure right before it counted.
pub fn is_later_state(page: &Page, around: &Around) -> bool {
    let left = page.slice(around.left_start, around.left_end);
    let follows = || around.left.start.checked_sub(1).is_some_and(|before| page.figure(before).is_some());
    is_next_state(left) || (follows() && leads_from(page.before(around.left_start), left))
}

/// 132户企业|完成备案,具备复工条件: whether a clause behind the figure, before the next one of its sentence, says that they may open.
pub(super) fn is_ready_to_open(page: &Page, around: &Around) -> bool {
    told_ready(page, around).is_some()
}

/// What is told behind a figure up to the words that say those counted may open: 正在开展环境消杀,预计一周内.
pub(super) fn told_ready<'a>(page: &Page<'a>, around: &Around) -> Option<&'a str> {
    const REACH_CHARS: usize = 40;
    let rest = &page.text[around.right_start..];
    let rest = rest.char_indices().nth(REACH_CHARS).map_or(rest, |(end, _)| &rest[..end]);
    let rest = rest.split(['。', '；', ';', '\n']).next().unwrap_or_default();
    let at = phrases::READY_TO_OPEN.position(rest)?;
    let mut reach = around.right.start..around.right.start + REACH_TOKENS;
    let next = reach.find(|i| page.figure(*i).is_some_and(|next| next.class != UnitClass::Duration));
    let comes_first = |next: usize| page.span(next).start as usize <= around.right_start + at;
    (!next.is_some_and(comes_first)).then(|| &rest[..at])
}

/// 由60组|扩充至, 由20张|扩到了: whether words before a figure say that it counts the same things later.
pub fn is_next_state(left: &str) -> bool {
    let left = left.trim().trim_end_matches('了');
    phrases::NEXT_STATE.ends(left) || (phrases::MOVES_UP_OR_DOWN.starts(left) && is_verb_of_change(left))
}

/// 骑手从三百多名|补到1630名, 货车从六十台|慢慢爬到四百台: whether words between two figures lead from the first state to a later one, by any verb;
/// `before` is the text up to the first figure's end.
pub fn leads_from(before: &str, between: &str) -> bool {
    const MOST_CHARS: usize = 4;
    let between = between.trim().trim_end_matches('了');
    let is_verb = between.ends_with(['到', '至']) && (2..=MOST_CHARS).contains(&between.chars().count());
    // 从甲地调3车运到5个小区: where to, and no later state.
    let is_way = between.contains(['运', '送', '发', '寄', '转', '接', '抵', '达', '调', '分', '截', '来', '去', '延']);
    // The clause is looked for last: most words between two figures are no such verb.
    let clause = || before.rsplit(is_clause_end).next().unwrap_or_default();
    is_verb && !is_way && clause().contains(['从', '由'])
}

/// 重点项目复工218个,甲区就占了|57个: whether words before a figure say that it is a part of what was just counted.
pub fn is_share_of(left: &str) -> bool {
    any_of!["占了", "就占"].ends(left.trim_end())
}

/// 高速出入口13个,已开放|9个: whether the words before a figure say no more than what was done with some of what was just counted.
pub fn is_done_with(left: &str) -> bool {
    const MOST_VERB_CHARS: usize = 3;
    let left = left.trim();
    let verb = any_of!["已经", "现已", "目前已", "均已", "已"]
        .at_start(left)
        .map_or("", |lead| &left[lead.len()..]);
    (2..=MOST_VERB_CHARS).contains(&verb.chars().count())
}

/// 蹿到, 拉升至: nothing but a verb and where it leads.
fn is_verb_of_change(text: &str) -> bool {
    const MOST_CHARS: usize = 4;
    text.ends_with(['到', '至', '为']) && (2..=MOST_CHARS).contains(&text.chars().count())
}

/// The token that ends a figure's predicate: past a time, but not past another figure (46家企业已于17日封闭式复产).
pub fn predicate(page: &Page, around: &Around) -> usize {
    let start = around.right.start;
    let reach = start + MAX_PREDICATE_TOKENS;
    let ends = |i: &usize| page.figure(*i).is_some() || page.token(*i).is_none() || page.punct(*i).is_some_and(is_clause_end);
    (start..reach).find(ends).unwrap_or(reach)
}

/// 登记台, 消杀人员: a verb and so few characters are one noun.
const MOST_COMPOUND_CHARS: usize = 3;

/// How many tokens after a figure its predicate may end.
const MAX_PREDICATE_TOKENS: usize = 12;
