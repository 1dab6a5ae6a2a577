//! Does a sentence report case counts? Read from its numbers and from the words beside them, never from one phrase.

use super::cues::{Hit, Word};
use super::lines::{Line, is_han};
use super::sentences::Sentence;
use crate::extract::any_of::{AnyOf, any_of};
use std::ops::Range;

/// Characters that may stand between a word for cases and its number (确诊病例共有3例).
const LINKS: &[char] = &[
    '共', '有', '为', '达', '到', '约', '超', '近', '计', '累', '仅', '余', '逾', '中', '的', '者', '人', '数', '是', '新', '增',
];
const LINK_CHARS: usize = 4;

/// What stands before 患者 where none of them is a case.
const PATIENTS_OF_OTHER_ILLNESS: AnyOf = any_of![
    "透析",
    "血透",
    "慢性病",
    "慢病",
    "肿瘤",
    "癌症",
    "放化疗",
    "化疗",
    "精神",
    "精神障碍",
    "封控区",
    "居家",
    "急诊",
    "门诊",
    "危急重症",
    "急危重症",
    "普通",
    "非新冠",
    "血液透析",
    "尿毒症"
];

/// What a sentence says about cases.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CaseTalk {
    /// Counts that are written with 例 or 宗.
    pub counts: usize,
    /// A word for cases with its number right behind it (密切接触者37人).
    pub adjacent: bool,
    /// A stated nought (无新增).
    pub none: bool,
    /// Words for cases.
    pub words: usize,
    /// Words that go with counts (年龄, 定点医院).
    pub asides: usize,
    /// Counts of risk areas.
    pub risks: bool,
    /// The sentence counts tests first.
    pub tests: bool,
    /// The sentence tells no more than how many doses were given so far (截至…,各地累计报告接种…剂次).
    pub doses: bool,
    /// The sentence tells what is done about cases (针对…).
    pub about: bool,
    pub chars: usize,
}

impl CaseTalk {
    /// Reads a sentence.
    pub fn of(reading: &str, sentence: &Sentence) -> Self {
        let (range, hits) = (&sentence.range, sentence.hits);
        let text = &reading[range.clone()];
        let mut talk = Self {
            counts: sentence.cases.len(),
            about: any_of!["针对", "围绕", "为做好"].starts(text),
            doses: text.starts_with("截至") && any_of!["累计报告接种", "累计接种"].within(text) && text.contains("剂次"),
            chars: text.chars().count(),
            ..Self::default()
        };
        for hit in hits {
            match hit.word {
                Word::Case | Word::NoCase => talk.words += 1,
                Word::Aside | Word::Test => talk.asides += 1,
                _ => {}
            }
        }
        talk.none = sentence.has(Word::NoCase);
        if let Some(test) = hits.iter().find(|hit| hit.word == Word::Test) {
            let case = hits.iter().find(|hit| hit.word == Word::Case);
            let (from, to) = (test.end as usize, case.map_or(range.end, |case| case.start as usize));
            talk.tests = case.is_none_or(|case| test.start < case.start) && counts_tests(&reading[from..to.max(from)]);
        }
        talk.adjacent = sentence.has(Word::Case) && has_adjacent_count(text, hits, range.start);
        talk.risks = sentence.has(Word::Risk) && counts_risk_areas(reading, range, hits);
        talk
    }

    /// Reports counts by itself.
    pub fn reports(self) -> bool {
        if self.tests || (self.about && self.counts <= 1) {
            return false;
        }
        // 按街道分:东街街道11例,北街街道38例,南镇22例: a list that names no case.
        const LIST_OF_COUNTS: usize = 3;
        (self.counts >= 1 && self.words >= 1)
            || self.counts >= LIST_OF_COUNTS
            || self.adjacent
            || (self.none && self.words >= 1)
            || self.risks
    }

    /// Goes on about counts that were reported just before.
    pub fn goes_on(self) -> bool {
        const SHORT_CHARS: usize = 60;
        const DOSES_CHARS: usize = 40;
        let counts_doses = self.doses && self.chars <= DOSES_CHARS;
        counts_doses || self.reports() || self.words >= 1 || self.counts >= 1 || (self.asides >= 1 && self.chars <= SHORT_CHARS)
    }
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(
            c,
            '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千' | '万' | '两'
        )
}

/// A measure word of cases behind these words counts: 3例, 十余宗.
pub(super) fn is_counted(before: &str) -> bool {
    before.ends_with(|c: char| is_numeral(c) || matches!(c, '余' | '多'))
}

/// Risk areas with their number behind them (高风险区3个), or numbers of places spread over several levels of risk. Numbers
/// before one level alone (对20个低风险区放开) tell what was done there.
fn counts_risk_areas(reading: &str, range: &Range<usize>, hits: &[Hit]) -> bool {
    const BETWEEN: &[char] = &['小', '区', '域', '地', '点', '共', '有', '计', '为', '达', '分', '别'];
    let risks = || {
        hits.iter()
            .filter(|hit| hit.word == Word::Risk)
            .map(|hit| hit.start as usize..hit.end as usize)
    };
    let numbered = |risk: Range<usize>| {
        let number = reading[risk.end..range.end].trim_start_matches(BETWEEN);
        let unit = number.trim_start_matches(|c: char| c.is_ascii_digit());
        unit.len() < number.len() && unit.starts_with(['个', '处'])
    };
    let mut levels: Vec<&str> = risks().map(|risk| &reading[risk]).collect();
    levels.sort_unstable();
    levels.dedup();
    risks().any(numbered) || (levels.len() >= 2 && area_counts(&reading[range.clone()]) >= 2)
}

/// Numbers of places: 12个.
fn area_counts(text: &str) -> usize {
    let mut before = '\0';
    let mut count = 0;
    for c in text.chars() {
        count += usize::from(matches!(c, '个' | '处') && is_numeral(before));
        before = c;
    }
    count
}

/// A number of persons: 21人, 3名.
pub(super) fn counts_persons(text: &str) -> bool {
    let mut before = '\0';
    text.chars().any(|c| {
        let found = matches!(c, '人' | '名' | '例') && is_numeral(before);
        before = c;
        found
    })
}

/// A number of persons, tubes or specimens.
fn counts_tests(text: &str) -> bool {
    let mut before = '\0';
    text.chars().any(|c| {
        let found = matches!(c, '人' | '份' | '管') && is_numeral(before);
        before = c;
        found
    })
}

/// A word for cases with its number and measure right behind it. `at` is where the text begins among the hits' offsets.
pub(super) fn has_adjacent_count(text: &str, hits: &[Hit], at: usize) -> bool {
    hits.iter().filter(|hit| hit.word == Word::Case).any(|hit| {
        let Some(after) = (hit.end as usize).checked_sub(at).and_then(|from| text.get(from..)) else {
            return false;
        };
        // 透析患者150人: patients of another illness.
        let own = text.get(..(hit.start as usize).saturating_sub(at)).unwrap_or_default();
        if PATIENTS_OF_OTHER_ILLNESS.ends(own) && after.len() + "患者".len() + own.len() == text.len() {
            return false;
        }
        let number = after.char_indices().take(LINK_CHARS + 1).find(|(_, c)| !LINKS.contains(c));
        let Some((from, first)) = number else {
            return false;
        };
        if !first.is_ascii_digit() {
            return false;
        }
        let digits = after[from..].trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '万' | '余' | '多'));
        // 病例1—病例78 and 病例1, 女 number the cases instead of counting them.
        // 接诊患者137人次: visits.
        digits.starts_with(['例', '人', '名', '宗']) && !digits.starts_with("人次")
    })
}

/// Names for a person who is counted, as numbered cases bear them.
const CASE_LABELS: [&str; 7] = ["病例", "感染者", "阳性人员", "确诊者", "患者", "个案", "密接"];

/// The line tells of numbered cases one by one (病例12为…, 无症状感染者1—无症状感染者30,…), or of a single one (该病例为…).
pub(super) fn is_case_line(line: &Line) -> bool {
    const LABEL_CHARS: usize = 12;
    const LEAST_IN_A_CHAIN: usize = 3;
    if let Some(one) = line.read.strip_prefix('该') {
        let begins = first_chars(one, LABEL_CHARS - 1);
        return CASE_LABELS.iter().any(|label| {
            begins
                .split_once(label)
                .is_some_and(|(before, after)| !before.contains(',') && after.starts_with(['为', '系', '男', '女']))
        });
    }
    let mut cases = line
        .numbers()
        .iter()
        .map(|number| line.read.split_at(*number as usize - line.at))
        .filter(|(label, rest)| numbers_case(label, rest))
        .map(|(label, _)| label)
        .take(LEAST_IN_A_CHAIN);
    let Some(label) = cases.next() else {
        return false;
    };
    let is_label = line
        .numbers()
        .first()
        .is_some_and(|number| *number as usize - line.at == label.len())
        && label.len() == first_chars(label, LABEL_CHARS - 1).len()
        && label.chars().all(|c| is_han(c) || matches!(c, '(' | '['))
        && !label.contains("新增")
        && !label.contains("累计");
    is_label || cases.count() + 1 == LEAST_IN_A_CHAIN
}

fn first_chars(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(end, _)| &text[..end])
}

/// A label with a number that names a case instead of counting cases.
fn numbers_case(label: &str, rest: &str) -> bool {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let mut after = rest[digits..].chars();
    let named = match after.next() {
        Some(',') => !after.next().is_some_and(|c| c.is_ascii_digit()),
        Some(':' | '-' | '、' | '为' | '均' | '系' | '(' | '至' | '和' | '男' | '女') => true,
        _ => false,
    };
    digits > 0 && named && const { any_of!(&CASE_LABELS) }.ends(label)
}

#[cfg(test)]
mod tests {
    use super::super::cues::Cues;
    use super::super::lines::{self, Found};
    use super::super::reading::Reading;
    use super::*;

    fn check(reports: bool, text: &str) {
        let found = Found::of(text);
        let talk = CaseTalk::of(text, &Sentence::new(0..text.len(), &found.hits, &found.cases));
        assert_eq!(talk.reports(), reports, "{text}: {talk:?}");
    }

    #[test]
    fn counts_of_cases_are_figures() {
        check(true, "3月5日0-24时,全市新增本土确诊病例12例。");
        check(true, "至今维持十宗确诊。");
        check(true, "追踪到密切接触者37人。");
        check(true, "昨日无新增确诊病例。");
        check(true, "现有高风险区3个,低风险区20个。");
        check(true, "感染者共有25人。");
        check(true, "40个街道属低风险,2个街道属中风险。");
        check(true, "例行核酸采样中,报告1例阳性。");
        check(true, "按街道分:东街11例,北街8例,南镇2例。");
    }

    #[test]
    fn other_numbers_are_not() {
        check(false, "累计核酸采样20万人次,确诊13人。");
        check(false, "发放口罩300例,比例上升。");
        check(false, "对东区的20个低风险区和西区的30个低风险区放开管理。");
        check(false, "对确诊病例居住的3个小区配送蔬菜20吨。");
        check(false, "针对新增的3例确诊病例,迅速开展流调。");
        check(false, "为12名患者送去药品。");
        check(false, "查处案件11例,曝光8例。");
        check(false, "全市3个街道设置了检测点。");
        check(false, "以案例宣讲政策。");
        check(false, "接诊患者137人次。");
        check(false, "定点照护血液透析患者150人。");
    }

    fn check_list(is_list: bool, text: &str) {
        let reading = Reading::of(text);
        let forms = lines::forms(&reading, Cues::built_in());
        for line in lines::of(&reading, text, &forms) {
            assert_eq!(is_case_line(&line), is_list, "{text}");
        }
    }

    #[test]
    fn numbered_cases_are_a_list() {
        for line in [
            "病例12为某国籍",
            "无症状感染者1-无症状感染者30,居住于某区",
            "确诊病例3:男",
            "病例8、病例9均为亲属",
            "该无症状感染者为某国籍,在某国工作",
            "20-病例30,居住于甲区,病例31-病例40,居住于乙区,病例41,居住于丙区",
        ] {
            check_list(true, line);
        }
        for line in [
            "病例3例",
            "新增病例12,其中",
            "无症状感染者1例,为",
            "确诊病例1,606例",
            "某街道12号病例",
            "感染者",
            "该病例已转至定点医院",
        ] {
            check_list(false, line);
        }
    }
}
