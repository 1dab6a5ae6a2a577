//! Whose figure a count of cases is: a place that its clause names, the whole's, or the one in force.
//!
//! In: a figure's surroundings, its whole and the frame. Out: the `place` of its slots, or the group of persons that it counts instead.
//! Always: a place is named as fully as the document lets one know; a group of persons is never a place.

use std::ops::Range;

use super::any_of::any_of;
use super::cases::{self, CaseSlots};
use super::counted;
use super::frame::Breakdown;
use super::lexer::Tok;
use super::lexicon::{Level, Role, UnitClass, Whole, Word};
use super::page::{Around, REACH_TOKENS, is_clause_end, is_sentence_end};
use super::phrases;
use super::places;
use super::walk::Walker;
use crate::model::{Approx, Fact, FactId, Kind, Measure, Metric, Quantity, Span};

/// A longer stretch than a district with its city is no name.
const MOST_NAME_CHARS: usize = 14;

/// 甲镇 is no name of a town.
const LEAST_NAME_CHARS: usize = 3;

/// 成吉思汗大街街道: a longer stretch is more than a town's name.
const MOST_DIVISION_CHARS: usize = 9;

impl Walker<'_> {
    pub(super) fn place_of_case(&mut self, slots: &mut CaseSlots, around: &Around, breakdown: Option<&Breakdown>, bounds: &Range<usize>) {
        if let Some(name) = self.respective.as_mut().and_then(Vec::pop) {
            slots.place = Some(self.places.full(&name));
            return;
        }
        if let Some(place) = self.place_ranked_first(around) {
            (slots.place, slots.is_listed) = (Some(place), true);
            return;
        }
        if let Some(place) = self.place_after(around) {
            slots.place = Some(place);
            return;
        }
        let named = self.place_told_before(slots, around, bounds);
        slots.place = match breakdown {
            Some(list) => self.place_of_part(slots, around, list, named),
            None => self.place_of_whole(slots, around, named),
        };
    }

    /// The place that the words before a count name: in its own clause, else in the clauses that it goes on from.
    fn place_told_before(&self, slots: &mut CaseSlots, around: &Around, bounds: &Range<usize>) -> Option<Box<str>> {
        let page = self.page;
        // 与甲区一农贸市场有关联的达到51例: with what they have to do is not where they were counted.
        let is_of_other = phrases::RELATED_TO.ends(
            page.slice(around.left_start, around.left_end)
                .trim_end_matches(['达', '到', '有', '为', '共']),
        );
        let of_clause = page
            .words_in(around.left.clone())
            .rev()
            .filter(|_| !is_of_other)
            .find_map(|(i, w)| self.place_at(i, w).filter(|_| !self.is_aside(i, around)));
        if is_of_other {
            return None;
        }
        let of_clause = of_clause.or_else(|| self.place_before_aside(around));
        if let Some(place) = of_clause.or_else(|| self.place_of_round(around, bounds)) {
            return Some(place);
        }
        if let Some(place) = self.place_before_bracket(around) {
            slots.is_listed = true;
            return Some(place);
        }
        if let Some(place) = self.place_of_clause_before(around) {
            return Some(place);
        }
        if let Some(place) = self.place_of_subject(around, bounds) {
            slots.is_listed = true;
            return Some(place);
        }
        let name = places::name_at_start(page.slice(around.left_start, around.left_end).trim_start())?;
        Some(self.places.full(name))
    }

    /// The place of a part of a list; a part that is a group of persons is the slots' item instead.
    fn place_of_part(&self, slots: &mut CaseSlots, around: &Around, list: &Breakdown, named: Option<Box<str>>) -> Option<Box<str>> {
        let page = self.page;
        let left = page.slice(around.left_start, around.left_end).trim();
        let says_what = page.words_in(around.left.clone()).any(|(_, w)| {
            w.metric.is_some()
                || w.is(Role::Severity)
                || w.measure.is_some()
                || w.origin.is_some()
                || w.is(Role::Converted)
                || w.is(Role::CaseNoun)
        });
        let name = self.list_name(around);
        let is_named = named.is_some();
        let is_country = |name: &str| page.lexicon.whole(name).is_some_and(|word| word.is(Role::Country));
        let goes_on = says_what && !is_named && !name.as_deref().is_some_and(is_country);
        if let Some(place) = self.place_of_same_part(around, list).filter(|_| goes_on) {
            return Some(place);
        }
        // 中国籍4例: whose nationals they are is not where they were counted.
        if left.ends_with('籍') {
            slots.item = name.map(|name| format!("{name}籍").into());
            return list.place.clone();
        }
        // 省外输入2例: from where they came within the country, not where they were counted.
        if left.ends_with("外输入") {
            return list.place.clone();
        }
        let of_list = || list.place.clone().or_else(|| self.base_place());
        match (named, name) {
            // 其中缅甸输入17例: where they came from is the part's name.
            (None, Some(name)) if is_country(&name) => Some(name),
            (Some(place), _) if says_what => Some(place),
            (_, Some(name)) if !says_what && !name.ends_with(['团', '师']) && name.contains(|c: char| c.is_ascii_digit()) => {
                slots.item = Some(name);
                list.place.clone()
            }
            (_, Some(name)) if !says_what && self.names_a_place(&name) => Some(self.places.full(&name)),
            (None, Some(name)) if !says_what && page.lexicon.whole(&name).is_some_and(|word| word.is(Role::Rest)) => of_list(),
            // 拉萨275例,阿里41例: a short name among places.
            (None, Some(name)) if !says_what && self.is_named_like_place_before(&name, list) => Some(name),
            (None, Some(name)) if !says_what => {
                // 其中管控人员48例: the part is a group of persons.
                slots.item = slots.item.take().or(Some(name).filter(|_| slots.rule != "cases.in_hospital"));
                of_list()
            }
            (Some(place), _) => Some(place),
            _ => of_list(),
        }
    }

    /// Whether a short name that no list knows stands among parts that are places.
    fn is_named_like_place_before(&self, name: &str, list: &Breakdown) -> bool {
        const MOST_CHARS: usize = 3;
        let last = self.drafts.last().filter(|last| last.whole == list.whole).map(|last| &last.fact);
        let is_after_place = last.is_some_and(|fact| fact.item.is_none() && fact.place.is_some() && fact.place != list.place);
        let is_short = (2..=MOST_CHARS).contains(&name.chars().count()) && !name.ends_with(['者', '人', '员', '性', '女', '型']);
        is_after_place && is_short && self.page.lexicon.word_at(name).is_none_or(|(_, len)| len < name.len())
    }

    /// 其中,甲区新增确诊7例、无症状2例: the second class is of the same part; 新增确诊344例、无症状1021例,其中甲市确诊302例、无症状817例 of either count.
    fn place_of_same_part(&self, around: &Around, list: &Breakdown) -> Option<Box<str>> {
        let last = self.drafts.last().filter(|_| around.follows_figure)?;
        let is_same_list = last.whole == list.whole || last.whole.zip(list.whole).is_some_and(|(last, list)| last + 1 == list);
        // (甲县2例、乙区1例；含2例转为确诊): of all.
        let is_of_all = self.page.slice(around.left_start, around.left_end).trim().starts_with('含');
        let place = last.fact.place.clone().filter(|_| is_same_list && !is_of_all)?;
        (Some(&place) != list.place.as_ref()).then_some(place)
    }

    /// The place of a count that is no part: the one named, else the one in force.
    fn place_of_whole(&self, slots: &mut CaseSlots, around: &Around, named: Option<Box<str>>) -> Option<Box<str>> {
        let page = self.page;
        let left = page.slice(around.left_start, around.left_end);
        let named = self
            .whole_name(around)
            .or(named)
            .or_else(|| self.country_of(around))
            .or_else(|| self.house_of_those_in(left));
        // 全省 in a city's briefing: a place, but one that the text does not name.
        let is_unnamed_whole = |w: &Word| w.whole.is_some_and(|whole| self.whole(whole).is_none());
        if named.is_none() && page.words_in(around.left.clone()).any(|(_, w)| is_unnamed_whole(w)) {
            return None;
        }
        // 甲市3例,乙市1例: nothing but a name, after other figures of the sentence.
        let bare = left.trim_matches(|c: char| c.is_whitespace() || matches!(c, '、' | '和' | '及'));
        let is_bare = |name: &str| name.starts_with(bare) || name == left.trim();
        let is_bare_name = self.drafts.len() > self.sentence_drafts && named.as_deref().is_some_and(is_bare);
        // 分布以甲市86例最多,其次为乙市41例.
        let is_ranked = any_of!["其次", "分布以", "依次", "依序", "最多", "居前", "前三位", "前五位"].within(left);
        slots.is_listed |= is_ranked || around.follows_figure || (is_bare_name && !bare.is_empty());
        match named {
            Some(place) if place.contains("兵团") && (self.frame.is_nation || left.starts_with(['和', '及'])) => Some("全国".into()),
            Some(place) => Some(place),
            None if self.frame.is_nation => Some("全国".into()),
            None if around.follows_figure => self.list_place(around).or_else(|| self.base_place()),
            None => self.base_place(),
        }
    }

    /// 甲市5所方舱医院启用床位980张,在舱感染者627名: the place of the houses that those counted are in.
    fn house_of_those_in(&self, left: &str) -> Option<Box<str>> {
        let houses = self
            .of_sentence()
            .iter()
            .filter(|_| any_of!["在舱", "在院", "累计出舱", "出舱"].starts(left.trim_start()));
        houses
            .filter(|draft| draft.fact.kind == Kind::Facility)
            .find_map(|draft| draft.fact.place.clone())
    }

    /// 分布以甲区166例最多: the name behind 以, known or not.
    fn place_ranked_first(&self, around: &Around) -> Option<Box<str>> {
        let right = self.page.slice(around.right_start, around.right_end);
        let is_most = any_of!["最多", "为最多", "居多", "为多", "居首"].starts(right);
        let words = self.page.slice(around.left_start, around.left_end).trim_end();
        let (_, name) = words.rsplit_once('以').filter(|_| is_most)?;
        counted::names_division(name).then(|| self.places.full(name))
    }

    /// 渝碚路街道132例,石井坡街道118例: words that are a division's name and nothing else.
    fn whole_name(&self, around: &Around) -> Option<Box<str>> {
        let words = self.page.slice(around.left_start, around.left_end);
        let name = words.trim_matches(|c: char| c.is_whitespace() || matches!(c, '、' | '和' | '：' | ':'));
        let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        let is_name = any_of!["街道", "街", "镇", "乡", "苏木", "片区"].ends(name)
            && (LEAST_NAME_CHARS..=MOST_DIVISION_CHARS).contains(&name.chars().count())
            && name.chars().all(is_han)
            && !name.starts_with(['全', '各', '我', '本', '该', '在', '以', '为', '涉'])
            && !any_of!["乡镇", "城镇"].ends(name)
            && !phrases::NOT_NAMES.starts(name);
        is_name.then(|| name.into())
    }

    /// 甲县已连续5天零新增: a clause that is a name and how long.
    pub(super) fn place_before_days(&self, index: usize, bounds: &Range<usize>) -> Option<Box<str>> {
        let (from, to) = self.page.clause_of(index, bounds);
        let (name, _) = self.page.slice(from, to).split_once("连续")?;
        let name = name.trim().trim_end_matches("已经").trim_end_matches(['已', '也']);
        self.names_a_place(name).then(|| self.places.full(name))
    }

    /// 社会面实现零新增, 封控管控区外社会面…“零报告”: where nobody is kept apart.
    pub(super) fn society_at_large(&self, index: usize, bounds: &Range<usize>) -> Option<Box<str>> {
        const SOCIETY: &str = "社会面";
        let (from, to) = self.page.clause_of(index, bounds);
        let clause = self.page.slice(from, to);
        let end = clause.find(SOCIETY)? + SOCIETY.len();
        let name = clause[..end].trim().trim_start_matches("目前").trim_start_matches("我市");
        // 甲市社会面零新增: the city's.
        let of_place = name.strip_suffix(SOCIETY).filter(|place| place.ends_with(['省', '市', '县', '旗']));
        match of_place {
            Some(place) => Some(self.places.full(place)),
            None => Some(if name.chars().count() <= MOST_NAME_CHARS { name } else { SOCIETY }.into()),
        }
    }

    /// 甲区完成第二轮检测175.6万人,检出1例: found where the sentence tells of testing.
    fn place_of_round(&self, around: &Around, bounds: &Range<usize>) -> Option<Box<str>> {
        let left = self.page.slice(around.left_start, around.left_end).trim();
        let is_found = any_of!["检出", "检出阳性", "发现阳性", "检出混管阳性", "筛出"].ends(left);
        // 甲区102例、乙区44例;社会面检出8例: a list of cases before it is no round of tests.
        let first = bounds.clone().take(REACH_TOKENS).find_map(|i| self.page.figure(i));
        let is_found = is_found && first.is_some_and(|figure| figure.class != UnitClass::Case);
        let before_round = bounds
            .clone()
            .take(REACH_TOKENS)
            .take_while(|i| is_found && self.page.figure(*i).is_none());
        let last = before_round
            .filter(|i| self.page.word(*i).is_some_and(|word| word.is(Role::Place)))
            .last()?;
        self.place_at(last, self.page.word(last)?)
    }

    /// 新疆（含兵团）现有…: a word in brackets that close before the figure explains the word before them.
    fn is_aside(&self, index: usize, around: &Around) -> bool {
        let rest = self.page.slice(self.page.span(index).end as usize, around.left_end);
        let (open, close) = (rest.find(['（', '(']), rest.find(['）', ')']));
        let closes = close.is_some_and(|close| open.is_none_or(|open| close < open));
        // 贵阳市（含贵安新区）: what is taken in may have a longer name than the place that is known.
        let before = self.page.slice(around.left_start, self.page.span(index).start as usize);
        let inside = before.rfind(['（', '(']).map(|open| before[open..].trim_start_matches(['（', '(']));
        closes && inside.is_some_and(|inside| any_of!["含", "包括", "不含"].starts(inside))
    }

    /// 贵阳市（含贵安新区,下同）新增…: the place right before brackets that close behind a comma of their own, before the figure.
    fn place_before_aside(&self, around: &Around) -> Option<Box<str>> {
        const MOST_ASIDE_BYTES: usize = 60;
        let page = self.page;
        let left = page.slice(around.left_start, around.left_end);
        let closed_before = page.before(around.left_start).strip_suffix(['）', ')']);
        let closed_within = left.find(['）', ')']).map(|close| page.before(around.left_start + close));
        let before = closed_before.or(closed_within)?;
        let open = before.rfind(['（', '(']).filter(|open| before.len() - open <= MOST_ASIDE_BYTES)?;
        let explains = any_of!["含", "包括", "不含", "以下简称", "下同"].starts(before[open..].trim_start_matches(['（', '(']));
        let mut back = (0..around.left.start).rev().take(REACH_TOKENS);
        let index = back.find(|i| page.span(*i).end as usize <= open).filter(|_| explains)?;
        let touches = page.span(index).end as usize == open;
        self.place_at(index, page.word(index).filter(|_| touches)?)
    }

    /// 美国累计确诊…: a country whose own figures these are, not where travellers came from.
    fn country_of(&self, around: &Around) -> Option<Box<str>> {
        let page = self.page;
        let (index, _) = page
            .words_in(around.left.clone())
            .find(|(_, word)| word.is(Role::Country) && !word.is(Role::Place))?;
        let span = page.span(index);
        let (before, after) = (page.before(span.start as usize), &page.text[span.end as usize..]);
        let is_origin = any_of!["自", "从", "由", "在", "经", "赴", "往", "返", "（", "("].ends(before)
            || any_of!["输入", "返", "入境", "籍", "旅", "回", "来", "抵", "飞", "航"].starts(after);
        let speaks = page
            .words_in(index + 1..around.left.end)
            .any(|(_, word)| word.measure.is_some() || word.metric.is_some());
        (speaks && !is_origin).then(|| span.of(page.text).into())
    }

    /// 以新北市(23042例)最多: the number in brackets right after a place is the place's, where no count stands before it.
    pub(super) fn place_before_bracket(&self, around: &Around) -> Option<Box<str>> {
        let page = self.page;
        let (before, word) = self.word_before_mark(around, &['(', '（'])?;
        if !(word.is(Role::Place) || word.is(Role::Country)) {
            return None;
        }
        let is_alone = around.left.is_empty() && page.span(before).end == page.span(before + 1).start;
        let country = || page.span(before).of(page.text).into();
        self.place_at(before, word)
            .or_else(|| word.is(Role::Country).then(country))
            .filter(|_| is_alone && page.slice(around.left_start, around.left_end).trim().is_empty())
    }

    /// 甲市、乙市无新增: a stated zero for each place that is named; without a place it says too little.
    pub(super) fn zeros_of_places(&self, index: usize, bounds: &Range<usize>) -> Vec<Fact> {
        let page = self.page;
        let span = page.span(index);
        // 均无: the zero is stated by its last word.
        let all_of = if span.of(page.text).starts_with('均') {
            '均'.len_utf8()
        } else {
            0
        };
        let negation = Span::new(span.start as usize + all_of, span.end as usize);
        let says_new = page.word(index + 1).is_some_and(|word| word.measure == Some(Measure::New));
        let touches = page.span(index + 1).start == span.end && matches!(span.of(page.text), "无" | "没有" | "均无" | "均没有");
        // 甲市、乙市均无新增确诊病例.
        let class = page
            .word(index + 2)
            .and_then(|word| word.metric)
            .filter(|_| page.span(index + 2).start == page.span(index + 1).end);
        let end = index + 2 + usize::from(class.is_some());
        let ends = end >= bounds.end || page.punct(end).is_some_and(is_clause_end);
        if !(says_new && touches && ends) {
            return Vec::new();
        }
        let (from, to) = page.clause_of(index, bounds);
        let names = page.slice(from, span.start as usize).trim().trim_end_matches(['均', '都', '也']);
        let names: Vec<&str> = self.enumerated(names).collect();
        // One place with a class is a zero as any other.
        if !names.iter().all(|name| self.names_a_place(name)) || (class.is_some() && names.len() < 2) {
            return Vec::new();
        }
        let part = self
            .of_sentence()
            .last()
            .filter(|last| last.whole.is_some() && last.fact.kind == Kind::Cases);
        let part = part.map(|last| &last.fact).filter(|_| class.is_none());
        let metric = class.or_else(|| part.and_then(|part| part.metric)).or(Some(Metric::Infected));
        let zero = |name: &&str| {
            let quantity = Quantity::ZERO;
            let mut fact = Fact::bare(FactId(0), negation, quantity);
            (fact.kind, fact.metric, fact.measure) = (Kind::Cases, metric, Some(Measure::New));
            fact.origin = part.and_then(|part| part.origin);
            fact.quote = Span::new(from, to);
            fact.rule = "cases.zero_of_place".into();
            fact.window = cases::window_of(&self.frame, None, fact.measure);
            // 全镇: whose briefing it is, and no name.
            let is_whole = name.starts_with(['全', '我', '本', '该']) && any_of!["镇", "乡", "村", "街道"].ends(name);
            fact.place = if is_whole {
                self.base_place()
            } else {
                Some(self.places.full(name))
            };
            fact
        };
        names.iter().map(zero).collect()
    }

    /// The word right before the mark that ends a figure's surroundings to the left, and its token.
    fn word_before_mark(&self, around: &Around, marks: &[char]) -> Option<(usize, &Word)> {
        let mark = around.left.start.checked_sub(1)?;
        self.page.punct(mark).filter(|c| marks.contains(c))?;
        let before = mark.checked_sub(1)?;
        Some((before, self.page.word(before)?))
    }

    /// 主要集中在甲市,有113例: the clause before ends with where they are.
    fn place_of_clause_before(&self, around: &Around) -> Option<Box<str>> {
        let page = self.page;
        let left = page.slice(around.left_start, around.left_end).trim();
        let (before, word) = self
            .word_before_mark(around, &['，', ','])
            .filter(|(_, word)| word.is(Role::Place) && matches!(left, "有" | "共" | "共有"))?;
        let clause = page.before(page.span(before).start as usize);
        self.place_at(before, word)
            .filter(|_| any_of!["集中在", "分布在", "主要在", "都在"].ends(clause))
    }

    /// 甲县为重点区域,报告964例; 乙县丙镇占多数,为149例; 甲区超过百例,达132例: whom the clause before begins with.
    fn place_of_subject(&self, around: &Around, bounds: &Range<usize>) -> Option<Box<str>> {
        let page = self.page;
        let mark = around.left.start.checked_sub(1).filter(|mark| *mark > bounds.start)?;
        page.punct(mark).filter(|c| matches!(c, '，' | ','))?;
        let left = page.slice(around.left_start, around.left_end).trim();
        if !phrases::GOES_ON_TO_COUNT.starts(left) || left.chars().count() > MOST_NAME_CHARS {
            return None;
        }
        // 甲镇最多,达61例.
        let told = page
            .before(page.span(mark).start as usize)
            .rsplit(is_clause_end)
            .next()
            .unwrap_or_default();
        let first = ["最多", "居首", "居前", "最高", "最为集中"]
            .iter()
            .find_map(|most| told.trim().strip_suffix(*most));
        if let Some(name) = first.filter(|name| self.names_a_place(name) && name.chars().count() <= MOST_NAME_CHARS) {
            return Some(self.places.full(name));
        }
        let clause = self.clause_tokens(mark, bounds);
        let counts = |i: usize| matches!(page.token(i).map(|t| t.tok), Some(Tok::Figure(_) | Tok::Time(_)));
        if clause.clone().any(counts) {
            let last = self.drafts.last().filter(|_| self.drafts.len() > self.sentence_drafts)?;
            let is_vague = last.fact.kind == Kind::Cases && last.fact.quantity.approx == Approx::Over;
            return last.fact.place.clone().filter(|_| is_vague && any_of!["达", "为"].starts(left));
        }
        let first = clause.start;
        let (start, _) = page.clause_of(first, bounds);
        let word = page.word(first).filter(|word| word.is(Role::Place))?;
        let span = page.span(first);
        let place = self.place_at(first, word).filter(|_| span.start as usize == start)?;
        let rest = page.slice(span.end as usize, page.span(mark).start as usize);
        if rest.is_empty() || rest.starts_with(['、', '和', '及', '与', '的']) {
            return None;
        }
        let town = rest.char_indices().skip(1).take(4).find(|(_, c)| matches!(c, '镇' | '乡'));
        Some(town.map_or(place, |(at, c)| rest[..at + c.len_utf8()].into()))
    }

    /// 64例在呼和浩特市, 2例在包头市昆都仑区: nothing but where they are, right after the number.
    pub(super) fn place_after(&self, around: &Around) -> Option<Box<str>> {
        let page = self.page;
        let rest = page.slice(around.right_start, around.right_end);
        // 1例无症状感染者由甲市报告.
        let reported = rest.find('由').and_then(|at| Some((at, rest[at..].find("报告")?)));
        if let Some((at, len)) = reported {
            let name = rest[at + '由'.len_utf8()..at + len].trim();
            return (self.names_a_place(name) && name.chars().count() <= MOST_NAME_CHARS).then(|| self.places.full(name));
        }
        // 2例富平县本土无症状感染者: whose they are, before what they are.
        if let Some((index, word)) = page
            .words_in(around.right.clone())
            .next()
            .filter(|(_, word)| word.is(Role::Place) && !word.is(Role::Plain))
        {
            let span = page.span(index);
            let next = page.words_in(index + 1..around.right.end).next();
            let touches = |span: Span, at: usize| span.start as usize == at;
            let tells_class = next
                .is_some_and(|(at, next)| touches(page.span(at), span.end as usize) && (next.metric.is_some() || next.origin.is_some()));
            if touches(span, around.right_start) && tells_class {
                return self.place_at(index, word);
            }
        }
        // 1例来自菲律宾: the country of an imported case.
        if let Some(country) = rest.trim().strip_prefix("来自")
            && page.lexicon.whole(country).is_some_and(|word| word.is(Role::Country))
        {
            return Some(country.into());
        }
        let lead = any_of!["在", "位于", "均在", "均位于", "居住在", "居住于", "住在", "现住", "分布在", "为"].at_start(rest)?;
        let text = rest[lead.len()..].trim();
        let start = around.right_start + lead.len();
        let mut words = page
            .words_in(around.right.clone())
            .filter(|(index, _)| page.span(*index).start as usize >= start);
        let is_place_only = words.all(|(_, word)| word.is(Role::Place) || word.roles == 0);
        if !is_place_only || !self.names_a_place(text) || text.chars().count() > MOST_NAME_CHARS {
            return None;
        }
        let end = start + text.len();
        let last = page.words_in(around.right.clone()).rev().find(|(_, word)| word.is(Role::Place));
        match last.filter(|(index, _)| page.span(*index).end as usize == end) {
            Some((index, word)) => self.place_at(index, word),
            None => Some(self.places.full(text)),
        }
    }

    /// The place in force: of the sentence, else of the document.
    pub(super) fn base_place(&self) -> Option<Box<str>> {
        let chief = || {
            if self.frame.is_unnamed { None } else { self.places.chief() }
        };
        self.frame.place.clone().or_else(chief)
    }

    /// The name before a number of a list, where it ends like a division: 甲区3例.
    pub(super) fn list_place(&self, around: &Around) -> Option<Box<str>> {
        let name = self.list_name(around)?;
        let ends = any_of!["区", "县", "市", "州", "镇", "旗", "省", "盟", "街道"].ends(&name);
        let clean = !self
            .page
            .words_in(around.left.clone())
            .any(|(_, w)| w.metric.is_some() || w.measure.is_some());
        (ends && clean && name.chars().count() <= 10).then(|| self.places.full(&name))
    }

    /// The place that a word names, as fully as the document lets one know; a hospital or a street that bears a place's name is none.
    pub(super) fn place_at(&self, index: usize, word: &Word) -> Option<Box<str>> {
        if let Some(alias) = word.alias {
            return Some(alias.into());
        }
        if let Some(whole) = word.whole {
            // 宁夏全区: the name as it is written.
            let written = index.checked_sub(1).filter(|before| {
                let is_place = self.page.word(*before).is_some_and(|word| word.is(Role::Place));
                is_place && self.page.span(*before).end == self.page.span(index).start
            });
            return match written {
                Some(before) => Some(self.places.full(self.page.span(before).of(self.page.text))),
                None => self.nation_abroad(index).filter(|_| whole.nation).or_else(|| self.whole(whole)),
            };
        }
        if !word.is(Role::Place) {
            return None;
        }
        let span = self.page.span(index);
        let rest = &self.page.text[span.end as usize..];
        // 武汉市第一医院 is a hospital.
        if phrases::AFTER_PLACE_IN_NAME.starts(rest) {
            return None;
        }
        let name = span.of(self.page.text);
        if rest.starts_with("以外") || rest.starts_with("外其") {
            return Some(format!("{name}以外").into());
        }
        let extended = any_of!["口岸", "高新区", "经开区", "开发区"].at_start(rest);
        Some(match extended {
            Some(suffix) => format!("{name}{suffix}").into(),
            None => self.places.full(name),
        })
    }

    /// 意大利民防局通报,22日全国新增…: the country that the sentence has named, where 全国 stands at the token.
    pub(super) fn nation_abroad(&self, index: usize) -> Option<Box<str>> {
        let sentence = (0..index).rev().take(REACH_TOKENS);
        let mut sentence = sentence.take_while(|i| !self.page.punct(*i).is_some_and(is_sentence_end));
        let country = sentence.find(|i| {
            let is_country = self
                .page
                .word(*i)
                .is_some_and(|word| word.is(Role::Country) && !word.is(Role::Place));
            let before = self.page.before(self.page.span(*i).start as usize);
            is_country && !any_of!["自", "从", "由", "赴", "往", "返", "在", "经", "向", "援"].ends(before)
        })?;
        let name = self.page.span(country).of(self.page.text);
        (name != "中国").then(|| name.into())
    }

    /// What 全市 stands for: the speaker's own city, else the document's.
    pub(super) fn whole(&self, whole: Whole) -> Option<Box<str>> {
        let is_it = |(name, level): &&(Box<str>, Level)| match level {
            Level::Province => whole.province,
            Level::City => whole.city,
            Level::County if name.ends_with('市') => whole.city,
            Level::County => whole.county,
            Level::Nation => false,
        };
        let own = self.speaks_for.as_ref().filter(is_it);
        own.map(|(name, _)| name.clone()).or_else(|| self.places.whole(whole))
    }

    /// Whether a part's name is a place: known, ending like a division, a country, or 市域外, 境外.
    pub(super) fn names_a_place(&self, name: &str) -> bool {
        let name = name.strip_prefix("中国").filter(|rest| !rest.is_empty()).unwrap_or(name);
        let word = self.page.lexicon.whole(name);
        let known = word.is_some_and(|word| word.is(Role::Place) || word.is(Role::Country));
        let has_end = name.ends_with([
            '省', '市', '县', '区', '州', '盟', '旗', '镇', '乡', '村', '国', '地', '外', '港', '场', '团', '师', '湾', '岛', '城',
        ]);
        let has_end = has_end || any_of!["委会", "巷", "弄", "街道", "苏木", "嘎查", "办事处"].ends(name);
        let names_persons = phrases::NAMES_PERSONS.within(name);
        !names_persons && (known || has_end)
    }
}
