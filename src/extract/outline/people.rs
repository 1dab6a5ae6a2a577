//! Who speaks: offices and names, verbs of saying, and what a lead says about who reported.

use super::cues::{self, Hit, Word};
use super::lines::is_han;
use super::sentences::Sentence;
use crate::extract::any_of::any_of;
use std::collections::HashMap;
use std::ops::Range;

/// A speaker as the text names him or her with office: a stretch of the reading.
pub(super) type Speaker = Range<usize>;

/// A subject reaches back at most this far from its verb.
const SUBJECT_CHARS: usize = 60;
/// Characters that no name holds, so that words after an office are not taken for one.
const NOT_IN_NAMES: &[char] = &[
    '的', '了', '在', '是', '和', '与', '及', '等', '就', '将', '已', '对', '被', '把', '向', '由', '们', '也', '都', '并', '这', '那',
    '其', '个', '各', '会', '您', '我', '他', '她', '此', '组', '部', '委', '局', '办',
];

/// The persons met so far, by name.
#[derive(Default)]
pub(super) struct People {
    by_name: HashMap<String, Speaker>,
}

/// Who says what a sentence tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said {
    By(Speaker),
    /// 他介绍: whoever spoke before.
    BySame,
    /// A ministry, a meeting: no person.
    ByBody,
}

/// A person named with office.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub speaker: Speaker,
    /// Where the name ends in the reading.
    pub end: usize,
}

impl People {
    /// The speaker for a name, as the text named the person first.
    pub fn known(&self, name: &str) -> Option<Speaker> {
        self.by_name.get(name).cloned()
    }

    /// Remembers a person and returns the first designation.
    pub fn met(&mut self, name: &str, designation: Speaker) -> Speaker {
        self.by_name.entry(name.to_owned()).or_insert(designation).clone()
    }

    /// Every person that the words name with office, in order.
    pub fn mentions(&mut self, text: &str, range: &Range<usize>, hits: &[Hit]) -> Vec<Mention> {
        let mut mentions: Vec<Mention> = Vec::new();
        let hits = &hits[..hits.partition_point(|hit| hit.end as usize <= range.end)];
        for (index, hit) in hits.iter().enumerate().filter(|(_, hit)| hit.word == Word::Office) {
            let office_end = hit.end as usize;
            let floor = mentions.last().map_or(range.start, |mention| mention.end);
            // An office within the name before it is none.
            if office_end < floor {
                continue;
            }
            let Some(name) = mentioned_name(&text[office_end..range.end], &hits[index + 1..], office_end) else {
                continue;
            };
            let subject = subject_before(text, floor, office_end);
            let end = office_end + name.len();
            let speaker = self.met(name, subject.start..end);
            mentions.push(Mention { speaker, end });
        }
        mentions
    }

    /// Who says what the sentence tells, at its first verb of saying that has a subject.
    pub fn said(&mut self, text: &str, sentence: &Sentence) -> Option<Said> {
        let hits = sentence.hits;
        let by_verb = hits
            .iter()
            .enumerate()
            .filter(|(_, hit)| hit.word == Word::Speech)
            .find_map(|(index, verb)| {
                let verb_start = verb.start as usize;
                let subject = subject_before(text, sentence.range.start, verb_start);
                let said = self.subject(text, subject.clone(), &hits[..index])?;
                // 某局副局长甲,某局局长乙通报有关情况: both, and neither alone.
                let before = sentence.range.start..subject.start;
                let joined = text[before.clone()].ends_with([',', '、']);
                let others = if joined { self.mentions(text, &before, hits) } else { Vec::new() };
                let is_of_several = others.last().is_some_and(|last| text[last.end..subject.start].chars().count() == 1);
                Some(if is_of_several { Said::ByBody } else { said })
            });
        by_verb.or_else(|| self.said_behind_colon(text, sentence))
    }

    /// 某市商务局局长某某掰着指头算账:…: a person before the colon, however the words between tell that he speaks.
    fn said_behind_colon(&mut self, text: &str, sentence: &Sentence) -> Option<Said> {
        const MOST_BYTES_BEFORE: usize = 150;
        const MOST_CHARS_BETWEEN: usize = 14;
        if !sentence.has(Word::Office) {
            return None;
        }
        let words = &text[sentence.range.clone()];
        let near = &words[..words.floor_char_boundary(MOST_BYTES_BEFORE)];
        let colon = sentence.range.start + near.find(':')?;
        let before = sentence.range.start..colon;
        let mention = self.mentions(text, &before, sentence.hits).pop()?;
        let between = text.get(mention.end..colon)?;
        let names_more = between.is_empty() || between.contains([',', '、', '。', '(']);
        let lists = any_of!["出席", "名单", "如下", "包括", "电话", "联系", "分别", "主持"].within(between);
        let goes_on = colon + 1 < sentence.range.end;
        let speaks = goes_on && !names_more && !lists && between.chars().count() <= MOST_CHARS_BETWEEN;
        speaks.then_some(Said::By(mention.speaker))
    }

    fn subject(&mut self, text: &str, subject: Range<usize>, hits: &[Hit]) -> Option<Said> {
        let words = cues::without_courtesy(without_adverbs(&text[subject.clone()]));
        if matches!(words, "他" | "她") {
            return Some(Said::BySame);
        }
        let end = subject.start + words.len();
        // 周文说, and 周文局长说.
        let office = hits.iter().rfind(|hit| hit.word == Word::Office && hit.end as usize == end);
        let name = office.map_or(words, |office| &text[subject.start..(office.start as usize).max(subject.start)]);
        if let Some(speaker) = self.known(words).or_else(|| self.known(name)) {
            return Some(Said::By(speaker));
        }
        if cues::is_body(words) {
            return Some(Said::ByBody);
        }
        self.designated(text, subject.start..end, hits).map(Said::By)
    }

    /// The person or the unnamed official that a stretch names: an office with a name behind it, or with none.
    pub fn designated(&mut self, text: &str, stretch: Range<usize>, hits: &[Hit]) -> Option<Speaker> {
        let is_within = |hit: &Hit| hit.word == Word::Office && hit.start as usize >= stretch.start && hit.end as usize <= stretch.end;
        let at = hits.iter().rposition(is_within)?;
        let office = &hits[at];
        // 某局局长甲、某局局长乙介绍: the others of the list have designations of their own.
        let others = hits[..at].iter().enumerate().rev().filter(|(_, hit)| is_within(hit));
        let other_end = others.into_iter().find_map(|(index, hit)| {
            let end = hit.end as usize;
            mentioned_name(&text[end..office.start as usize], &hits[index + 1..], end).map(|name| end + name.len())
        });
        let stretch = other_end.map_or(stretch.clone(), |end| without_lead_in(text, end..stretch.end));
        let name = &text[office.end as usize..stretch.end];
        if name.is_empty() {
            const LEAST_CHARS: usize = 3;
            return (text[stretch.clone()].chars().count() > LEAST_CHARS).then_some(stretch);
        }
        is_name(name).then(|| self.met(name, stretch))
    }

    /// What a sentence of a lead says was reported, and by whom.
    pub fn reports(&mut self, text: &str, sentence: &Range<usize>, hits: &[Hit]) -> Vec<Report> {
        let mentions = self.mentions(text, sentence, hits);
        let mut reports = Vec::new();
        let mut together = 0;
        for (index, mention) in mentions.iter().enumerate() {
            together += 1;
            let until = mentions
                .get(index + 1)
                .map_or(sentence.end, |next| next.speaker.start.clamp(mention.end, sentence.end));
            let does = text.get(mention.end..until).unwrap_or_default();
            let does = does.split(';').next().unwrap_or_default();
            if does.trim_matches([',', '、', '和', '与']).is_empty() {
                continue;
            }
            if any_of!["通报", "介绍", "发布"].within(&does.replace("发布会", "")) {
                reports.push(Report {
                    by: (together == 1).then(|| mention.speaker.clone()),
                    what: mention.end..mention.end + does.len(),
                });
            }
            together = 0;
        }
        reports
    }
}

/// 某人介绍保供工作, in a lead: who is to speak, and of what.
pub(super) struct Report {
    /// None where several are to report together.
    pub by: Option<Speaker>,
    /// What the person does: a stretch of the reading.
    pub what: Range<usize>,
}

/// Whoever's report, of several, a heading names; none where it names two alike.
pub(super) fn reporter_on<'r>(reports: &'r [Report], text: &str, heading: &str) -> Option<&'r Speaker> {
    const LEAST_CHARS: usize = 2;
    let told = said_by(heading);
    let alike = |report: &Report| shared_chars(&said_by(&text[report.what.clone()]), &told);
    let most = reports.iter().map(alike).max().filter(|most| *most >= LEAST_CHARS)?;
    let mut nearest = reports.iter().filter(|report| alike(report) == most);
    match (nearest.next(), nearest.next()) {
        (Some(report), None) => report.by.as_ref(),
        _ => None,
    }
}

/// The words without those that stand in any heading.
fn said_by(words: &str) -> String {
    ["工作", "情况", "有关", "相关", "最新", "通报", "介绍", "发布"]
        .iter()
        .fold(words.to_owned(), |words, empty| words.replace(empty, " "))
}

/// Chars of the longest run of Chinese characters that both hold.
fn shared_chars(a: &str, b: &str) -> usize {
    let starts = a.char_indices().map(|(start, _)| &a[start..]);
    let runs = starts.map(|rest| {
        let ends = rest
            .char_indices()
            .take_while(|(_, c)| is_han(*c))
            .map(|(end, c)| end + c.len_utf8());
        ends.take_while(|end| b.contains(&rest[..*end])).count()
    });
    runs.max().unwrap_or_default()
}

/// The stretch before a verb or up to an office's end that names its subject: back to the clause's beginning, without lead-ins.
fn subject_before(text: &str, floor: usize, end: usize) -> Range<usize> {
    let mut start = end;
    let mut closing = 0;
    for (count, (offset, c)) in text[floor..end].char_indices().rev().enumerate() {
        match c {
            ')' => closing += 1,
            '(' if closing > 0 => closing -= 1,
            '(' | '[' | ']' | ',' | ';' | ':' | '。' | '!' | '?' | '“' | '”' | '"' | '|' | '>' | '*' | '#' => break,
            _ => {}
        }
        if count >= SUBJECT_CHARS {
            break;
        }
        start = floor + offset;
    }
    without_lead_in(text, start..end)
}

fn without_lead_in(text: &str, mut stretch: Range<usize>) -> Range<usize> {
    loop {
        let words = &text[stretch.clone()];
        let cut = cues::lead_in_len(words)
            .max(date_len(words))
            .max(usize::from(words.starts_with('、')) * '、'.len_utf8());
        if cut == 0 || cut >= words.len() {
            break;
        }
        stretch.start += cut;
    }
    // Each of the words below holds one of these characters.
    if !text[stretch.clone()].contains(['请', '我', '解', '先', '女', '志', '会', '宾']) {
        return stretch;
    }
    for before in [
        "邀请到了",
        "邀请到",
        "邀请了",
        "请来了",
        "请到了",
        "我是",
        "请来",
        "会由",
        "会议由",
        "会的有",
        "会的还有",
        "会的是",
        "嘉宾有",
        "嘉宾是",
        "了解到",
        "先生和",
        "先生、",
        "女士和",
        "女士、",
        "同志和",
        "同志、",
        "邀请",
    ] {
        if let Some(at) = text[stretch.clone()].rfind(before) {
            stretch.start += at + before.len();
        }
    }
    stretch
}

/// Length of a date at the start (9月28日上午).
fn date_len(words: &str) -> usize {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() == words.len() || !rest.starts_with(['年', '月', '日']) {
        return 0;
    }
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '年' | '月' | '日'));
    let rest = ["上午", "下午", "晚"]
        .iter()
        .find_map(|part| rest.strip_prefix(part))
        .unwrap_or(rest);
    words.len() - rest.len()
}

fn without_adverbs(mut words: &str) -> &str {
    const LEAST_CHARS: usize = 2;
    // 某某在答问时, 某某在会上
    if words.ends_with(['上', '时', '中', '后', '间'])
        && let Some(at) = words.rfind('在').filter(|at| words[..*at].chars().count() >= LEAST_CHARS)
    {
        words = &words[..at];
    }
    while let Some(rest) = cues::without_adverb(words) {
        if rest.chars().count() < LEAST_CHARS && !matches!(rest, "他" | "她") {
            break;
        }
        words = rest;
    }
    words
}

/// Two to four Chinese characters, or a name in parts (某某·某某).
pub(super) fn is_name(words: &str) -> bool {
    const PARTED_CHARS: usize = 16;
    let chars = words.chars().count();
    let parted = words.contains(['·', '•', '・']);
    let letters = words
        .chars()
        .all(|c| (is_han(c) && (parted || !NOT_IN_NAMES.contains(&c))) || matches!(c, '·' | '•' | '・'));
    letters && ((2..=4).contains(&chars) || (parted && chars <= PARTED_CHARS) || is_transliterated(words, chars))
}

/// 阿不都热合曼: a Uyghur or Kazakh name without a mark between its parts, of the characters that such names are written with.
fn is_transliterated(words: &str, chars: usize) -> bool {
    const CHARACTERS: &str =
        "阿不都卜拉力木江提买合迪尔沙克吐逊依明哈里古丽娜热玛曼努塔艾麦巴夏牙生库亚肯别达吾孜再乃布维吉列西加尼扎帕比甫赛司马义苏莱";
    const MOST_CHARS: usize = 8;
    (5..=MOST_CHARS).contains(&chars) && words.chars().all(|c| CHARACTERS.contains(c))
}

/// The name behind an office in a sentence that only mentions the person: something that can follow a name follows it, and where it
/// does not begin with a family name (德吉央宗), a mark or a verb of saying.
fn mentioned_name<'a>(after: &'a str, hits: &[Hit], at: usize) -> Option<&'a str> {
    const PARTED_CHARS: usize = 16;
    const LEAST_GIVEN_CHARS: usize = 3;
    let is_family = cues::begins_with_family_name(after);
    // 德吉央宗|和 may be a longer name.
    let least_after = if is_family { 1 } else { "出席".len() };
    let is_parted = after
        .chars()
        .take(PARTED_CHARS)
        .take_while(|c| is_han(*c) || *c == '·')
        .any(|c| c == '·');
    let (least, most) = match (is_parted, is_family) {
        (true, _) => (LEAST_GIVEN_CHARS, PARTED_CHARS),
        (_, true) => (2, 4),
        _ => (LEAST_GIVEN_CHARS, LEAST_GIVEN_CHARS + 2),
    };
    after
        .char_indices()
        .map(|(offset, c)| offset + c.len_utf8())
        .take(most)
        .skip(least - 1)
        .map(|end| after.split_at(end))
        .find_map(|(name, rest)| {
            let verb_follows = hits
                .first()
                .is_some_and(|hit| hit.word != Word::Office && hit.start as usize == at + name.len());
            let follows = rest.is_empty()
                || rest.starts_with([',', '。', '、', ';', ':', '!', '?', '(', ')', '”', '"', ']'])
                || verb_follows
                || cues::after_name_len(rest) >= least_after;
            (follows && is_name(name)).then_some(name)
        })
}

#[cfg(test)]
mod tests {
    use super::super::lines::Found;
    use super::*;

    /// Who says it: the designation, `同` for the same as before, `机构` for a body, empty for nobody.
    fn check(text: &str, who: &str) {
        let hits = Found::of(text).hits;
        let said = People::default().said(text, &Sentence::new(0..text.len(), &hits, &[]));
        let found = match &said {
            Some(Said::By(speaker)) => &text[speaker.clone()],
            Some(Said::BySame) => "同",
            Some(Said::ByBody) => "机构",
            None => "",
        };
        assert_eq!(found, who, "{text}");
    }

    #[test]
    fn names_the_speaker_with_office() {
        check("青川市卫健委副主任李明表示,目前平稳。", "青川市卫健委副主任李明");
        check(
            "会上,青川市商务局党组书记、局长王小川同时介绍,供应充足。",
            "青川市商务局党组书记、局长王小川",
        );
        check("3月5日下午青川市副市长赵一凡通报,", "青川市副市长赵一凡");
        check("“请放心。”青川(东区)商会会长钱多多女士在会上说,", "青川(东区)商会会长钱多多");
        check("青川市教育局局长钱进在回答记者提问时表示,分批复课。", "青川市教育局局长钱进");
        check("相关负责人表示,将增加库存。", "相关负责人");
        check("青川区区长买买提·吐逊介绍,", "青川区区长买买提·吐逊");
    }

    #[test]
    fn knows_bodies_and_pronouns() {
        check("青川市商务局介绍,供应充足。", "机构");
        check("他强调,要落实责任。", "同");
    }

    #[test]
    fn each_of_a_list_has_a_designation_of_his_own() {
        check(
            "市政府秘书长孙立、市卫健委主任周文、市商务局局长吴迪介绍,菜送到了。",
            "市商务局局长吴迪",
        );
        check(
            "今天发布会邀请州卫健委党组书记、副主任阿迪力·艾山介绍情况。",
            "州卫健委党组书记、副主任阿迪力·艾山",
        );
        check("会议由市委宣传部副部长周文主持,市卫健委主任孙立通报:新增3例。", "市卫健委主任孙立");
        check("出席今天发布会的有市卫健委主任周文通报情况。", "市卫健委主任周文");
    }

    /// The persons whom a sentence of a lead names.
    fn named(text: &str) -> Vec<&str> {
        let hits = Found::of(text).hits;
        let mentions = People::default().mentions(text, &(0..text.len()), &hits);
        mentions.into_iter().map(|mention| &text[mention.speaker]).collect()
    }

    #[test]
    fn names_of_every_people_are_met() {
        assert_eq!(
            named("市民政局局长德吉央宗、市邮政管理局局长罗布答记者问。"),
            ["市民政局局长德吉央宗", "市邮政管理局局长罗布"]
        );
        assert_eq!(
            named("州商务局副局长古丽娜尔·阿布都、州交通运输局局长赵永刚出席。"),
            ["州商务局副局长古丽娜尔·阿布都", "州交通运输局局长赵永刚"]
        );
        assert_eq!(named("会议由市委宣传部副部长周文主持。"), ["市委宣传部副部长周文"]);
        assert_eq!(named("市长热线、主任信箱同时开通。"), [""; 0]);
    }

    #[test]
    fn is_not_misled_by_nouns() {
        check("最新情况通报如下。", "");
        check("主任会议强调纪律。", "");
        check("市民李女士说,菜送到了。", "");
        check("这表示形势好转。", "");
    }

    /// Who reports by a sentence of a lead, in order; empty for several together.
    fn reporters(text: &str) -> Vec<&str> {
        let hits = Found::of(text).hits;
        let reports = People::default().reports(text, &(0..text.len()), &hits);
        reports
            .into_iter()
            .map(|report| report.by.map_or("", |speaker| &text[speaker]))
            .collect()
    }

    #[test]
    fn finds_those_who_reported() {
        assert_eq!(
            reporters("青川市政府秘书长孙立主持,市卫健委主任周文通报疫情,市商务局局长吴迪答记者问。"),
            ["市卫健委主任周文"]
        );
        assert_eq!(reporters("市卫健委主任周文,市商务局局长吴迪通报情况。"), [""]);
        assert_eq!(
            reporters("市卫健委主任周文发布疫情数据,市商务局局长吴迪介绍保供。"),
            ["市卫健委主任周文", "市商务局局长吴迪"]
        );
    }

    #[test]
    fn a_heading_names_whose_report_follows() {
        let text = "市卫健委主任周文发布疫情数据,市商务局局长吴迪介绍市场供应工作,副市长孙立介绍市场监管情况。";
        let reports = People::default().reports(text, &(0..text.len()), &Found::of(text).hits);
        let reporter = |heading: &str| reporter_on(&reports, text, heading).map_or("", |speaker| &text[speaker.clone()]);
        assert_eq!(reporter("一、疫情数据"), "市卫健委主任周文");
        assert_eq!(reporter("二、供应充足"), "市商务局局长吴迪");
        // Two reports are of markets; plans are nobody's.
        assert_eq!(reporter("三、市场"), "");
        assert_eq!(reporter("四、下一步工作情况"), "");
    }

    #[test]
    fn remembers_the_first_designation() {
        let text = "青川市卫健委主任周文出席。周文表示,平稳。";
        let hits = Found::of(text).hits;
        let mut people = People::default();
        people.mentions(text, &(0..text.len()), &hits);
        let second = text.find("周文表示").unwrap();
        let said = people.said(text, &Sentence::new(second..text.len(), &hits, &[]));
        assert_eq!(said, Some(Said::By(0.."青川市卫健委主任周文".len())));
    }
}
