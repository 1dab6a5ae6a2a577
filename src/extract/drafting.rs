//! From a figure to a draft: what it counts, with which slots, as part of what.
//!
//! In: a figure's token and the frame of the walk. Out: drafts, pushed in text order.
//! Always: a figure yields at least one draft outside lists of addresses; 各 yields one for each name.

use std::ops::Range;

use super::any_of::any_of;
use super::evidence::{Carried, Evidence};
use super::figure::Figure;
use super::kinds;
use super::lexicon::{Role, UnitClass};
use super::numeral::Form;
use super::page::{Around, REACH_TOKENS, is_clause_end};
use super::phrase;
use super::phrases;
use super::things::Site;
use super::walk::{Draft, REACH_DRAFTS, Walker};
use crate::model::{Amount, Fact, FactId, Kind, Section, SectionKind, Span};

impl Walker<'_> {
    pub(super) fn figure(&mut self, index: usize, bounds: &Range<usize>, section: &Section) {
        let page = self.page;
        let Some(figure) = page.figure(index) else {
            return;
        };
        let around = page.around(index, bounds);
        let around = if section.kind == SectionKind::Title {
            page.between_blanks(around)
        } else {
            around
        };
        let after = phrase::after(page, &around, figure.class);
        let before = phrase::before(page, &around, figure.class);
        if around.left_start > 0 && page.slice(around.left_start, around.left_end).contains("至今") {
            self.frame.cumulative_clause = true;
        }
        let nation = figure.unit.starts_with(['个', '省', '国'])
            && page.text[figure.span.end as usize..].trim_start_matches('个').starts_with('省')
            && (figure.value.is_some_and(|v| v >= Amount::from_int(30)) || page.before(figure.start).ends_with("国内"));
        if nation {
            (self.frame.is_nation, self.frame.has_nation) = (true, true);
            self.frame.place = Some("全国".into());
        }
        self.open_list_that_adds_up(index, &around, bounds);
        let last = self.drafts.last().filter(|_| self.drafts.len() > self.sentence_drafts);
        let carried = Carried {
            kind: last.map(|d| d.fact.kind),
            whole: self.frame.breakdown().and_then(|b| b.whole).map(|i| self.drafts[i].fact.kind),
            unit: {
                let lender = self.frame.breakdown().and_then(|b| b.whole).map(|i| &self.drafts[i]).or(last);
                lender.map(|draft| draft.fact.quantity.unit.as_ref())
            },
            of_unit: {
                let near = self.sentence_drafts.max(self.drafts.len().saturating_sub(REACH_DRAFTS));
                let same = self.drafts[near..].iter().rfind(|draft| draft.fact.quantity.unit == figure.unit);
                same.map(|draft| draft.fact.kind)
            },
        };
        let (mut kind, mut rule) = kinds::classify(&Evidence {
            page,
            figure,
            around: &around,
            after,
            before,
            carried,
            governed_by_goods: self.frame.goods.action.is_some(),
        });
        if let Some(kind_of_whole) = self
            .kind_of_list(index)
            .filter(|of| kind == Kind::Other || (matches!(of, Kind::Contacts | Kind::Cases) && kind == Kind::Personnel))
        {
            (kind, rule) = (kind_of_whole, "part.adds_up");
        }
        // 上述6人经市级专家组会诊: whoever saw them.
        let is_pointed_at = kind == Kind::Personnel && any_of!["上述", "以上"].is(page.slice(around.left_start, around.left_end).trim());
        let may_be_case = is_pointed_at
            || kind == Kind::Other
            || (kind == Kind::Contacts && page.slice(around.right_start, around.right_end).contains("治疗"));
        if may_be_case && figure.class == UnitClass::Person && self.restates_patients(figure, &around) {
            (kind, rule) = (Kind::Cases, "person_unit.told_of_cases");
        }
        if kind == Kind::Other && self.counts_areas_of_district(index, figure) {
            (kind, rule) = (Kind::RiskArea, "count_unit.areas_of_district");
        }
        // 青四村3队, 光辉1组, 三元新村: a number in an address.
        let is_of_address = match kind {
            Kind::Other | Kind::Facility | Kind::Duration | Kind::Personnel => true,
            Kind::Supply => figure.unit == "组",
            Kind::Money => figure.form == Form::Han,
            _ => false,
        };
        if section.kind == SectionKind::List && is_of_address {
            return;
        }
        let mut fact = Fact::bare(FactId(0), figure.span, figure.quantity());
        fact.kind = kind;
        fact.rule = rule.into();
        fact.quote = self.quote(index, bounds, &around, figure);
        fact.cumulative = self.frame.cumulative_clause || self.frame.cumulative_sentence;
        if kind != Kind::Cases && self.is_cut_whole() {
            self.frame.end_word_breakdowns();
        }
        let whole = self.frame.breakdown().and_then(|b| b.whole);
        let sentence = self.sentence_span(bounds);
        fact.word = self.deciding_word(&fact, &around, figure);
        match kind {
            Kind::Cases => self.case(fact, index, &around, bounds, sentence),
            Kind::Contacts => {
                self.contacts(&mut fact, &around);
                self.push(fact, whole, sentence);
            }
            _ => {
                let site = Site {
                    around: &around,
                    bounds,
                    before,
                    after,
                };
                self.thing(&mut fact, &site);
                for each in self.facts_of_each(fact, &around) {
                    let whole = whole.filter(|whole| self.may_be_part(&each, *whole));
                    self.push(each, whole, sentence);
                }
            }
        }
    }

    /// 新增死亡48例。48位患者合并有基础疾病; 38人里头; 目前8人均在定点医院治疗: as many as were just counted, or of both classes together.
    fn restates_patients(&self, figure: &Figure, around: &Around) -> bool {
        let near = self.drafts.len().saturating_sub(REACH_DRAFTS);
        let is_same = |draft: &Draft| draft.fact.kind == Kind::Cases && draft.fact.quantity.value == figure.value;
        let right = self.page.slice(around.right_start, around.right_end).trim();
        let is_taken_up = matches!(right, "中" | "当中" | "之中" | "里" | "里头" | "里面");
        let is_treated = right.starts_with(['均', '都', '全']) && phrases::TREATS.within(right);
        // 以上9人均居住在甲区.
        let left = self.page.slice(around.left_start, around.left_end).trim();
        let is_pointed_at = any_of!["以上", "上述"].is(left);
        let is_retold = is_taken_up || is_treated || is_pointed_at;
        let counts_them = || self.drafts[near..].iter().any(is_same) || (is_retold && self.is_sum_of_both_classes_near(figure.value));
        figure.value.is_some() && (right.starts_with("患者") || is_retold) && counts_them()
    }

    /// 高风险区(9个)。小店区(4个):某街11号院…: how many of the areas just counted lie in a district.
    fn counts_areas_of_district(&self, index: usize, figure: &Figure) -> bool {
        let page = self.page;
        let opens = index.checked_sub(1).filter(|mark| matches!(page.punct(*mark), Some('（' | '(')));
        let closes = matches!(page.punct(index + 1), Some('）' | ')'));
        let is_of_district = opens.is_some_and(|mark| page.before(page.span(mark).start as usize).ends_with(['区', '县', '市']));
        let counted = self.drafts.iter().rev().take(REACH_DRAFTS).map(|draft| draft.fact.kind);
        let after_areas = counted.take_while(|kind| *kind == Kind::RiskArea).next().is_some();
        closes && is_of_district && after_areas && matches!(figure.unit, "个" | "处")
    }

    /// 2460万元,其中资金1500万元、物资960万元,已拨付1320万元: whether the parts told after 其中 make up their whole, so that none follows.
    fn is_cut_whole(&self) -> bool {
        let Some(whole) = self.frame.breakdown().filter(|list| list.by_word).and_then(|list| list.whole) else {
            return false;
        };
        let near = (whole + 1).max(self.drafts.len().saturating_sub(REACH_DRAFTS));
        let parts = || self.drafts[near..].iter().filter(|draft| draft.whole == Some(whole));
        let sum = parts().try_fold(Amount::ZERO, |sum, part| sum.checked_add(part.fact.quantity.value?));
        parts().count() > 1 && sum.is_some() && sum == self.drafts[whole].fact.quantity.value
    }

    /// 其中资金1500万元,发放口罩18万只: whether a thing could be added to the whole at all, being of its kind or counted by its unit.
    fn may_be_part(&self, part: &Fact, whole: usize) -> bool {
        let whole = &self.drafts[whole].fact;
        whole.kind == part.kind || whole.quantity.unit == part.quantity.unit
    }

    /// A fact of a thing, or one for each of the names to which 各 gives it.
    fn facts_of_each(&self, fact: Fact, around: &Around) -> Vec<Fact> {
        let is_share = matches!(fact.kind, Kind::Ratio | Kind::Duration);
        let is_gift = fact.kind == Kind::Money && fact.item.as_deref().is_some_and(|item| item.ends_with("捐款"));
        let names = if is_share { Vec::new() } else { self.names(around) };
        if names.len() > 1 && (is_gift || fact.kind != Kind::Money) {
            // 捐来南瓜、土豆各10吨: as many of each; 甲公司、乙公司各捐款100万元: a gift of each.
            let each = |name: &String| {
                if is_gift {
                    gift_of(&fact, name)
                } else {
                    self.one_of_each(&fact, name)
                }
            };
            return names.iter().map(each).collect();
        }
        match self.doers_of_each(around).filter(|_| !is_share) {
            Some((doers, act)) => doers.iter().map(|doer| done_by(&fact, doer, act)).collect(),
            None => vec![fact],
        }
    }

    /// The fact that 各 gives to one of several names: goods and things are called so, places have them.
    fn one_of_each(&self, fact: &Fact, name: &str) -> Fact {
        let mut each = fact.clone();
        if self.names_a_place(name) {
            each.place = Some(self.places.full(name));
        } else {
            each.item = Some(self.without_verb(name).into());
        }
        each
    }

    /// 捐来南瓜: the goods without what was done with them.
    fn without_verb<'b>(&self, name: &'b str) -> &'b str {
        let verb = name.char_indices().rev().find_map(|(at, c)| {
            let end = at + c.len_utf8();
            let is_verb = |start: usize| {
                let word = self.page.lexicon.whole(&name[start..end]);
                word.is_some_and(|word| (word.action.is_some() || word.is(Role::Verb)) && word.head.is_none())
            };
            (0..at).filter(|start| name.is_char_boundary(*start)).any(is_verb).then_some(end)
        });
        verb.map_or(name, |end| &name[end..])
    }

    pub(super) fn push(&mut self, mut fact: Fact, whole: Option<usize>, sentence: Span) {
        fact.item = fact.item.take().filter(|item| !phrases::NO_ITEMS.is(item));
        self.drafts.push(Draft { fact, whole, sentence });
    }

    /// The word that says which class of persons a count is of.
    pub(super) fn class_word(&self, fact: &Fact, around: &Around) -> Option<Span> {
        let page = self.page;
        let names = |tokens: Range<usize>| page.words_in(tokens).rfind(|(_, w)| w.metric.is_some() && w.metric == fact.metric);
        let found = names(around.left.clone()).or_else(|| names(around.right.clone()))?;
        Some(page.span(found.0))
    }

    /// The noun that decided the kind, or the measure word where that did.
    fn deciding_word(&self, fact: &Fact, around: &Around, figure: &Figure) -> Option<Span> {
        let page = self.page;
        let noun = |tokens: Range<usize>| page.words_in(tokens).rfind(|(_, w)| w.head == Some(fact.kind));
        let found = noun(around.right.clone()).or_else(|| noun(around.left.clone()));
        let unit = || {
            let written = page.slice(figure.span.end as usize, figure.end);
            let at = written.find(figure.unit).filter(|_| !figure.unit.is_empty())?;
            let start = figure.span.end as usize + at;
            Some(Span::new(start, start + figure.unit.len()))
        };
        if fact.rule.starts_with("unit") {
            return unit();
        }
        found.map(|(index, _)| page.span(index)).or_else(unit)
    }

    /// The phrase that a person would want to see: the clause, or the figure's own part of it where the clause lists several.
    fn quote(&self, index: usize, bounds: &Range<usize>, around: &Around, figure: &Figure) -> Span {
        let (mut from, mut to) = self.page.clause_of(index, bounds);
        let is_list =
            around.follows_figure || self.page.figure(around.right.end).is_some() || self.page.punct(around.right.end) == Some('、');
        if is_list {
            (from, to) = (around.left_start, around.right_end);
        }
        if around.follows_figure
            && self
                .page
                .slice(around.left_start, around.left_end)
                .trim_end()
                .ends_with(['和', '及', '与'])
        {
            from = around.left_end;
        }
        let text = self.page.slice(from, to);
        let text_start = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '、' | '和' | '及' | '-' | '*'));
        from += text.len() - text_start.len();
        to = from
            + text_start
                .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '、' | '和' | '及'))
                .len();
        Span::new(from.min(figure.start), to.max(figure.end))
    }

    pub(super) fn clause_tokens(&self, index: usize, bounds: &Range<usize>) -> Range<usize> {
        let reach = bounds.start.max(index.saturating_sub(REACH_TOKENS));
        let from = (reach..index)
            .rev()
            .find(|i| self.page.punct(*i).is_some_and(is_clause_end))
            .map_or(reach, |i| i + 1);
        from..index
    }
}

/// 甲公司捐款: the gift of one of several.
fn gift_of(fact: &Fact, giver: &str) -> Fact {
    let giver = giver.trim_start_matches('”');
    Fact {
        item: Some(format!("{giver}捐款").into()),
        ..fact.clone()
    }
}

/// 各捐蔬菜50吨, 各分得牛奶600箱: what one of several did or got.
fn done_by(fact: &Fact, name: &str, act: &str) -> Fact {
    let (gives, gets) = (act.starts_with('捐'), phrases::GOT_BY_EACH.starts(act));
    if fact.kind == Kind::Money && gives {
        return gift_of(fact, name);
    }
    let mut each = fact.clone();
    if fact.kind == Kind::Supply {
        let party = if gets { &mut each.recipient } else { &mut each.actor };
        *party = Some(name.into());
    }
    each
}
