//! The phrase before a figure: 配送盒饭累计达149.91万份 → 盒饭.
//!
//! In: a figure, its surroundings and the class of its unit. Out: the span of what it counts. Always: what links the thing to its number
//! is passed over first; then the words are read from left to right, and each that ends a phrase begins it anew.

use super::super::any_of::any_of;
use super::super::lexer::Tok;
use super::super::lexicon::{Role, UnitClass, Word};
use super::super::page::{Around, Page};
use super::super::phrases;
use super::{MOST_COMPOUND_CHARS, ends_phrase, trimmed};
use crate::model::{Action, Kind, Span};

/// The phrase before the figure.
pub fn before(page: &Page, around: &Around, class: UnitClass) -> Option<Span> {
    let end = end_of_thing(page, around, class);
    if end <= around.left_start {
        return None;
    }
    let mut phrase = Ahead {
        page,
        around,
        class,
        start: around.left_start,
        end,
        act: None,
        is_quoted: false,
    };
    for index in around.left.clone() {
        if page.span(index).start as usize >= end {
            break;
        }
        phrase.quote(index);
        if !phrase.breaks(index)? {
            continue;
        }
        if let Some(ended) = phrase.break_at(index) {
            return ended.map(|span| list_owner(page, span).unwrap_or(span));
        }
    }
    let chosen = trimmed(page, phrase.act.filter(|at| *at < phrase.start).unwrap_or(phrase.start), end)?;
    Some(list_owner(page, chosen).unwrap_or(chosen))
}

/// Byte where the thing ends, past what links it to its number.
fn end_of_thing(page: &Page, around: &Around, class: UnitClass) -> usize {
    let mut end = around.left_end;
    loop {
        let text = page.slice(around.left_start, end).trim_end();
        end = around.left_start + text.len();
        // 床位(新建)540张: the gloss is no part of the name.
        let gloss = || text.strip_suffix([')', '）']).and_then(|open| open.rfind(['(', '（']));
        // 货车从最少时的六十台: when it was so, between the thing and its number.
        if let Some(at) = earlier_state(text).or_else(gloss) {
            end = around.left_start + at;
            continue;
        }
        let price = || price_base(page, text).filter(|_| class == UnitClass::Money);
        let len = if text.ends_with('、') {
            '、'.len_utf8()
        } else {
            price().or_else(|| page.lexicon.edges.link(text)).unwrap_or(0)
        };
        if len == 0 || is_inside_word(page, around, end - len, end) {
            return end;
        }
        end -= len;
    }
}

/// The phrase, as far as it has been read.
struct Ahead<'a, 'p> {
    page: &'a Page<'p>,
    around: &'a Around,
    class: UnitClass,
    /// Byte behind the last word that ended a phrase.
    start: usize,
    /// Byte where the thing ends.
    end: usize,
    /// Byte of what is done with a sum.
    act: Option<usize>,
    is_quoted: bool,
}

impl Ahead<'_, '_> {
    fn quote(&mut self, index: usize) {
        match self.page.punct(index) {
            Some('“') => self.is_quoted = self.page.slice(self.page.span(index).end as usize, self.end).contains('”'),
            Some('”') => self.is_quoted = false,
            _ => {}
        }
    }

    /// Whether no phrase goes past a token. `None` past the last one.
    fn breaks(&self, index: usize) -> Option<bool> {
        Some(match self.page.token(index)?.tok {
            // “保供套餐”17款: a name in quotes is one word.
            Tok::Word(_) if self.is_quoted => false,
            Tok::Word(_) => self.page.word(index).is_some_and(|word| self.ends_at(index, word)),
            Tok::Time(_) | Tok::Figure(_) | Tok::Ordinal => true,
            Tok::Punct(c) => !matches!(c, '“' | '”' | '‘' | '’' | '"' | '+' | '-' | '·' | '/' | '、'),
            Tok::Latin => false,
        })
    }

    fn ends_at(&self, index: usize, word: &Word) -> bool {
        let page = self.page;
        let span = page.span(index);
        // 临时供应点16个 is a compound; 库存大米32万吨 is a verb and its object.
        let is_joined = page
            .word(index + 1)
            .is_some_and(|next| next.head.is_some_and(|head| head != Kind::Supply) && !ends_phrase(next))
            && page.span(index + 1).start == span.end
            && page.span(index + 1).len() <= '点'.len_utf8()
            && (word.action.is_some() || word.is(Role::Act));
        // 慰问金, 补贴款: a verb within the name of a sum.
        let names_sum = self.class == UnitClass::Money && {
            let rest = page.slice(span.end as usize, self.end);
            rest.chars().count() == 1 && rest.starts_with(['金', '款', '费', '额', '税', '险', '券', '贷'])
        };
        // 产能恢复至九成, 销量为平时的80%: a measure that a verb of goods ends in is what the share is of.
        let is_measure = any_of!["量", "产能"].ends(span.of(page.text));
        let names_share = self.class == UnitClass::Share && span.end as usize == self.end && is_measure;
        ends_phrase(word) && !is_joined && !names_sum && !names_share && !is_attribute(page, index, self.end)
    }

    /// Begins anew behind a token; the phrase itself, or that there is none, where the token is the last before the number.
    fn break_at(&mut self, index: usize) -> Option<Option<Span>> {
        let page = self.page;
        let span = page.span(index);
        let (from, to) = (span.start as usize, span.end as usize);
        // Money is named with what is done with it: 免缴房屋租金, 租金减免.
        let names_act = self.class == UnitClass::Money
            && page.word(index).is_some_and(|word| {
                let is_act = word.is(Role::Verb) && !word.is(Role::Stop) && !word.is(Role::Cumulative);
                (is_act || word.action == Some(Action::Donated)) && span.len() >= 6
            });
        self.act = names_act.then_some(from);
        if to >= self.end {
            return Some(if names_act {
                self.named_by_act(from)
            } else {
                self.noun_before(index)
            });
        }
        self.start = to;
        if page.token(index).is_some_and(|token| token.tok == Tok::Ordinal) {
            // 第二轮|采样: the measure word of the ordinal names nothing.
            let rest = page.slice(self.start, self.end);
            self.start += page.lexicon.unit_at(rest).map_or(0, |(unit, _)| unit.len()).min(rest.len());
        }
        None
    }

    /// 租金|减免5000万元; but 某慈善基金会|捐资5000万元: who gives is not what for.
    fn named_by_act(&self, act: usize) -> Option<Span> {
        let page = self.page;
        let giver = page.slice(self.start, act).trim();
        let is_giver = giver.chars().count() > MOST_COMPOUND_CHARS
            && giver.ends_with(['会', '司', '团', '行', '校', '院', '局', '厅', '委', '府', '社'])
            && !page.before(self.start).ends_with(['为', '给', '对', '向']);
        trimmed(page, if is_giver { act } else { self.start }, self.end)
    }

    /// 市政保洁投入195人次: the noun before the last verb; 抢修56次: the verb itself, as 为居民代购1500单, which tells for whom it was done.
    fn noun_before(&self, verb: usize) -> Option<Span> {
        let page = self.page;
        let at = page.span(verb).start as usize;
        let is_goal = page.before(self.start).ends_with(['为', '给', '向', '替', '对']);
        let may_have_noun = !is_goal && at > self.start && page.word(verb).is_some_and(|word| !word.is(Role::Plain));
        let noun = if may_have_noun { trimmed(page, self.start, at) } else { None };
        let (from, to) = noun.map_or((self.start, self.end), |noun| (noun.start as usize, noun.end as usize));
        let last = || {
            let mut words = self.around.left.clone().rev();
            let is_verb = |i: &usize| page.span(*i).end as usize <= to && page.word(*i).is_some_and(|word| !word.is(Role::Stop));
            words.find(is_verb).map(|i| page.span(i))
        };
        trimmed(page, from, to).or_else(last)
    }
}

/// Where 从最少时的, 由疫情前的 begins at the end of a text.
fn earlier_state(text: &str) -> Option<usize> {
    const MOST_CHARS: usize = 6;
    let told = text.strip_suffix('的').unwrap_or(text);
    let (at, _) = told.char_indices().rev().take(MOST_CHARS).find(|(_, c)| matches!(c, '从' | '由'))?;
    let when = &told[at + '从'.len_utf8()..];
    (at > 0 && phrases::EARLIER_STATES.ends(when)).then_some(at)
}

/// 务工人员返岗专列, 蔬菜保障基地: a verb that tells which vehicles or premises they are, right before their noun, which ends the phrase.
fn is_attribute(page: &Page, verb: usize, end: usize) -> bool {
    // 粮食|播种|面积: what was done to the area belongs to its name.
    if page.slice(page.span(verb).end as usize, end) == "面积" {
        return true;
    }
    let next = page.span(verb + 1);
    let is_noun = page
        .word(verb + 1)
        .is_some_and(|noun| matches!(noun.head, Some(Kind::Vehicle | Kind::Facility | Kind::Service)));
    is_noun && next.start == page.span(verb).end && next.end as usize == end && phrases::ATTRIBUTES.is(page.span(verb).of(page.text))
}

/// Length of what a price is told for, at the end of a text: 零售价每吨, 按每人, 每家.
fn price_base(page: &Page, text: &str) -> Option<usize> {
    let at = text.rfind('每')?;
    // 鸡蛋每斤涨0.2元.
    let base = text[at + '每'.len_utf8()..].trim_end_matches(['涨', '降', '贵']);
    let is_unit =
        page.lexicon.unit_at(base).is_some_and(|(unit, _)| unit.len() == base.len()) || matches!(base, "人每天" | "人每月" | "人份");
    is_unit.then_some(text.len() - at)
}

/// 企业有甲公司、乙公司等8家 counts 企业: what is listed after 有 are examples.
fn list_owner(page: &Page, phrase: Span) -> Option<Span> {
    let text = phrase.of(page.text);
    for verb in ["包括", "有"] {
        if let Some(at) = text.find(verb)
            && text[at..].contains('、')
            && at > 0
        {
            let owner = text[..at].trim_end_matches(['主', '要']);
            let owner_start = owner.rfind('的').map_or(0, |i| i + '的'.len_utf8());
            return trimmed(page, phrase.start as usize + owner_start, phrase.start as usize + owner.len());
        }
    }
    None
}

/// Whether the bytes lie inside a longer word that is no link: 共 in 公共.
fn is_inside_word(page: &Page, around: &Around, start: usize, end: usize) -> bool {
    around.left.clone().any(|index| {
        let span = page.span(index);
        let covers = (span.start as usize) < start && end <= span.end as usize;
        covers && page.word(index).is_some_and(|word| !ends_phrase(word) || word.head.is_some())
    })
}
