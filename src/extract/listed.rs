//! Names in lists: to which of several names a figure belongs, and which names 各 gives the figure each.
//!
//! In: a figure's surroundings. Out: names as written. Always: what leads into a list or links a name to its number (其中, 报告, 各) is no part of
//! a name; a joint within a known name parts nothing.

use super::lexicon::Role;
use super::page::{Around, is_clause_end};
use super::phrases;
use super::walk::Walker;

impl Walker<'_> {
    /// The words before a part's number, without what is not a name: 其中来自西班牙3例 → 西班牙.
    pub(super) fn list_name(&self, around: &Around) -> Option<Box<str>> {
        let text = self.page.slice(around.left_start, around.left_end);
        // 和平区, 自贡市: what looks like a lead is part of the name.
        let whole = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '、' | '：' | ':'));
        if self.page.lexicon.whole(whole).is_some_and(|word| word.is(Role::Place)) {
            return Some(whole.into());
        }
        // 员林市1例、和美镇1例: behind a mark no joint follows.
        let is_marked = text.trim_start().starts_with(['、', '，', ',']);
        let mut text = text.trim_matches([' ', '\u{a0}', '\u{3000}', '、', '：', ':', '“', '”', '-', '*', '•', '·', '+']);
        if !is_marked {
            text = text.trim_start_matches('和');
        }
        text = text.trim_end_matches(['和', '、', ' ']);
        for lead in [
            "其中",
            "当中",
            "主要分布在",
            "分布在",
            "分布于",
            "分属",
            "含",
            "包括",
            "分别分布在",
            "分别来自",
            "分别位于",
            "分别在",
            "分别自",
            "来自",
            "自",
            "分别为",
            "分别是",
            "及",
            "以及",
            "在",
            "从",
            "有",
            "新增",
            "另外",
            "另",
            "其次为",
            "其次是",
            "依序为",
        ] {
            text = text.strip_prefix(lead).unwrap_or(text);
        }
        for tail in [
            "的", "各", "均为", "有", "为", "报告", "新增", "转入", "输入", "入境", "共", "籍", "增加", "减少", "占",
        ] {
            text = text.strip_suffix(tail).unwrap_or(text);
        }
        let text = text.trim();
        ((1..=16).contains(&text.chars().count()) && !text.contains(['，', '。', ','])).then(|| text.into())
    }

    /// 均 by itself, and not the end of 日均, 人均, 平均.
    pub(super) fn gives_each(&self, index: usize) -> bool {
        let span = self.page.span(index);
        let ends_word = || {
            self.page
                .before(span.start as usize)
                .ends_with(['日', '人', '平', '户', '月', '年', '周', '场', '车', '单'])
        };
        span.of(self.page.text) != "均" || !ends_word()
    }

    /// The names to which 各 gives the figure each: 各1例, 各报告1例.
    pub(super) fn names(&self, around: &Around) -> Vec<String> {
        match self.each_before(around) {
            Some((each, act)) if act.is_empty() || phrases::COUNTED_FOR_EACH.is(act) || self.tells_class(each, around) => {
                self.names_before_each(around, each)
            }
            _ => Vec::new(),
        }
    }

    /// 各|报告确诊病例|1例: nothing but words for cases between 各 and the number.
    fn tells_class(&self, each: usize, around: &Around) -> bool {
        let mut end = self.page.span(each).end as usize;
        let mut words = self.page.words_in(each + 1..around.left.end);
        let tell = words.all(|(index, word)| {
            let span = self.page.span(index);
            let touches = span.start as usize == end;
            end = span.end as usize;
            touches && (word.metric.is_some() || word.measure.is_some() || word.origin.is_some() || word.is(Role::Report))
        });
        tell && end == around.left_end
    }

    /// 甲市、乙市各捐蔬菜50吨, 甲区、乙区各分得牛奶600箱: who did or got so much each, and the words between 各 and the number.
    pub(super) fn doers_of_each(&self, around: &Around) -> Option<(Vec<String>, &str)> {
        let (each, act) = self.each_before(around).filter(|(_, act)| phrases::DONE_BY_EACH.starts(act))?;
        let names = self.names_before_each(around, each);
        (names.len() > 1).then_some((names, act))
    }

    /// The word 各 before a figure, and what stands between the two.
    fn each_before(&self, around: &Around) -> Option<(usize, &str)> {
        let mut words = self.page.words_in(around.left.clone());
        let (each, _) = words
            .rfind(|(_, word)| word.is(Role::Each))
            .filter(|(each, _)| self.gives_each(*each))?;
        Some((each, self.page.slice(self.page.span(each).end as usize, around.left_end).trim()))
    }

    fn names_before_each(&self, around: &Around, each: usize) -> Vec<String> {
        // The list before 各 may reach over commas of enumeration to the figure before it.
        let text = self.page.slice(around.left_start, self.page.span(each).start as usize);
        if text.trim().is_empty()
            && let Some(places) = self.places_of_clause_before(around)
        {
            return places;
        }
        // 清远、肇庆两市各5例: how many they are is told once more.
        let counted = around.left.start.checked_sub(1).and_then(|before| self.page.figure(before));
        let text = match counted.filter(|figure| {
            text.trim().is_empty()
                && matches!(
                    figure.unit,
                    "市" | "区" | "县" | "省" | "地" | "镇" | "乡" | "街道" | "旗" | "州" | "村"
                )
        }) {
            Some(figure) => self.page.before(figure.start).rsplit(is_clause_end).next().unwrap_or_default(),
            None => text,
        };
        let text = text
            .trim_start_matches("其中")
            .trim_start_matches(['：', ':'])
            .trim_start_matches('在');
        // 甲区、乙区报告数均超过百例.
        let tail = phrases::COUNTS_OF_EACH.at_end(text).unwrap_or_default();
        let names = self.enumerated(&text[..text.len() - tail.len()]);
        names
            .filter(|name| (2..=14).contains(&name.chars().count()))
            .map(str::to_owned)
            .collect()
    }

    /// 甲区、乙区次之,均为21例; 甲县和乙县,各1例: a clause of nothing but places before the one that gives each the figure.
    fn places_of_clause_before(&self, around: &Around) -> Option<Vec<String>> {
        let mark = around.left.start.checked_sub(1)?;
        // 新加坡及泰国（各1宗）.
        self.page.punct(mark).filter(|c| matches!(c, '，' | ',' | '（' | '('))?;
        let clause = self.page.before(self.page.span(mark).start as usize).rsplit(is_clause_end).next()?;
        let clause = clause.rsplit(['）', ')']).next()?.trim_start_matches(['、', '和', '及']);
        let clause = clause.trim().trim_start_matches("其中").trim_start_matches(['在', '为']);
        let clause = ["次之", "并列第二", "并列", "居次", "其次"]
            .iter()
            .fold(clause, |clause, tail| clause.trim_end_matches(tail));
        let names: Vec<String> = self.enumerated(clause).map(str::to_owned).collect();
        (names.len() > 1 && names.iter().all(|name| self.names_a_place(name))).then_some(names)
    }

    /// The names of an enumeration: 和平区 is one, 甲区和乙区 are two.
    pub(super) fn enumerated<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        let is_name = |part: &str| self.page.lexicon.whole(part).is_some_and(|word| word.is(Role::Place));
        let parts = text.split('、').flat_map(move |part| {
            let part = part.trim();
            let rest = part.strip_prefix(['和', '及', '与']).filter(|_| !is_name(part)).unwrap_or(part);
            let joint = rest
                .char_indices()
                .skip(1)
                .filter(|(_, c)| matches!(c, '和' | '及' | '与'))
                .map(|(at, c)| (&rest[..at], &rest[at + c.len_utf8()..]));
            let joints: Vec<(&str, &str)> = joint.collect();
            // Where one side is a known place, there; else at the first.
            let known = joints.iter().find(|(first, second)| is_name(first) || is_name(second));
            match known.or(joints.first()).filter(|_| !is_name(rest)) {
                Some((first, second)) => vec![first.trim(), second.trim()],
                None => vec![rest.trim()],
            }
        });
        parts.filter(|name| !name.is_empty())
    }

    /// 其中甲市分别为5例和9例: the place before 分别, for both.
    pub(super) fn respective_place(&mut self, around: &Around) -> Option<Box<str>> {
        let named = self.page.words_in(around.left.clone()).rev().find_map(|(i, w)| self.place_at(i, w));
        if named.is_some() {
            self.place_in_turn.clone_from(&named);
        }
        named.or_else(|| self.place_in_turn.clone())
    }
}
