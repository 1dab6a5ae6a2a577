//! Sentences of a text that reports: lead, counts, measures or plans, and whose words they are.

use super::body::{Floor, Reader};
use super::cues::Word;
use super::figures::CaseTalk;
use super::people::Said;
use super::sentences::Sentence;
use super::signs;
use crate::extract::any_of::{AnyOf, any_of};
use crate::model::SectionKind;

impl Reader<'_> {
    /// Sentences of a text that reports.
    pub(super) fn report(&mut self, sentences: &[Sentence], line_start: bool, single: bool) {
        let says = |word: Word| sentences.iter().any(|sentence| sentence.has(word));
        if std::mem::take(&mut self.first_turn) && (says(Word::Welcome) || (says(Word::Attends) && says(Word::Briefing))) {
            self.floor = Floor::Moderator;
            self.moderator.clone_from(&self.speaker);
        }
        if self.floor == Floor::Report && self.conversation {
            (self.led, self.stated) = (true, true);
        }
        let cut = self.cut_lead(sentences);
        let sentences = cut.as_deref().unwrap_or(sentences);
        let said: Vec<Option<Said>> = sentences.iter().map(|sentence| self.said(sentence)).collect();
        let mut kinds = self.kinds(sentences, &said, line_start, single);
        if let (Some(first), true) = (kinds.first_mut(), cut.is_some()) {
            *first = SectionKind::Lead;
        }
        let named = said.iter().position(|said| matches!(said, Some(Said::By(_) | Said::ByBody)));
        for (index, (sentence, kind)) in sentences.iter().zip(&kinds).enumerate() {
            if *kind == SectionKind::Lead {
                self.led = true;
                self.meet_in_lead(sentence);
            } else {
                self.stated |= *kind != SectionKind::Figures;
                let ahead = named.filter(|named| index < *named).and_then(|named| said[named].as_ref());
                self.take_speaker(sentence, said[index].as_ref(), ahead, *kind);
            }
            self.put(sentence.range.clone(), *kind);
        }
    }

    /// Who says what a sentence tells. Those whom the sentence on the meeting names are known in the next one of its line: 甲、乙通报。甲介绍,….
    fn said(&mut self, sentence: &Sentence) -> Option<Said> {
        let text = self.reading.as_str();
        let said = self.people.said(text, sentence);
        if sentence.has(Word::Briefing) {
            self.people.mentions(text, &sentence.range, sentence.hits);
        }
        said
    }

    /// The speaker of a sentence. Who is named first in a paragraph (`ahead`) also said what stands before the name, save counts.
    fn take_speaker(&mut self, sentence: &Sentence, said: Option<&Said>, ahead: Option<&Said>, kind: SectionKind) {
        let quoted = self.text()[sentence.range.clone()].starts_with(['“', '"']);
        let governed = kind != SectionKind::Figures || quoted;
        match (said, ahead) {
            (Some(Said::By(speaker)), _) => self.speaker = Some(speaker.clone()),
            (Some(Said::ByBody), _) => self.speaker = None,
            (_, Some(Said::By(speaker))) if governed => self.speaker = Some(speaker.clone()),
            _ if kind == SectionKind::NextSteps && signs::plans_for_place(self.text(), sentence) && self.have_several_spoken() => {
                self.speaker = None;
            }
            _ => {}
        }
    }

    /// Whether two persons or more have spoken: what the place plans may be anyone's words then.
    fn have_several_spoken(&self) -> bool {
        let mut speakers = self.pieces.iter().filter_map(|piece| piece.speaker.as_ref());
        let first = speakers.next();
        speakers.any(|speaker| Some(speaker) != first)
    }

    /// Who presides and who reports, from a sentence of the lead.
    fn meet_in_lead(&mut self, sentence: &Sentence) {
        let text = self.reading.as_str();
        let mentions = self.people.mentions(text, &sentence.range, sentence.hits);
        let introduced = mentions.iter().find(|mention| text[..mention.speaker.start].ends_with("我是"));
        if let Some(mention) = introduced {
            self.speaker = Some(mention.speaker.clone());
            self.name_opening();
            if self.floor == Floor::Moderator {
                self.moderator.clone_from(&self.speaker);
            } else {
                self.opened_by.clone_from(&self.speaker);
            }
        }
        // 发布会由市委宣传部副部长周文主持: whose turns later are nobody's report.
        let presides = |end: usize| any_of!["主持", "担任主持"].starts(&text[end..]) && !text[end..].starts_with("主持召开");
        let presiding = mentions.iter().find(|mention| presides(mention.speaker.end));
        if let Some(mention) = presiding.filter(|_| self.moderator.is_none()) {
            self.moderator = Some(mention.speaker.clone());
        }
        // 我是…。今天请来了甲、乙介绍情况: whoever opened goes on.
        if self.floor == Floor::Moderator || introduced.is_some() || self.opened_by.is_some() {
            return;
        }
        let reports = self.people.reports(text, &sentence.range, sentence.hits);
        let presenter = reports.first().and_then(|report| report.by.clone());
        self.announced.extend(reports);
        let said = self.people.said(text, sentence);
        if let Some(speaker) = presenter {
            self.speaker = Some(speaker);
        } else if let (Some(Said::By(speaker)), true) = (said, self.people.mentions(text, &sentence.range, sentence.hits).len() <= 1) {
            self.speaker = Some(speaker);
        }
    }

    /// The name of who opens also holds for what was said before it fell.
    fn name_opening(&mut self) {
        for piece in self
            .pieces
            .iter_mut()
            .rev()
            .take_while(|piece| piece.kind == SectionKind::Lead && piece.speaker.is_none())
        {
            piece.speaker.clone_from(&self.speaker);
        }
    }

    /// A first sentence that leads up to what was said, cut where that begins: 某人在发布会上通报,|新增…; 某人会上介绍:|目前…
    fn cut_lead<'s>(&self, sentences: &[Sentence<'s>]) -> Option<Vec<Sentence<'s>>> {
        const LEAST_COUNTS: usize = 2;
        const LEAD_BYTES: usize = 400;
        let first = sentences.first().filter(|_| !self.led && !self.stated && self.lines == 0)?;
        let text = self.text();
        if !first.has(Word::Briefing) {
            return None;
        }
        let near = first
            .hits
            .iter()
            .take_while(|hit| hit.start as usize - first.range.start <= LEAD_BYTES);
        let verbs = near.filter(|hit| matches!(hit.word, Word::Speech | Word::Learned));
        let at = verbs.filter_map(|verb| {
            let end = verb.end as usize;
            let mark = text[end..first.range.end].chars().next()?;
            let (_, rest) = first.split(end + mark.len_utf8());
            let talk = CaseTalk::of(text, &rest);
            let cuts = mark == ':' && !rest.range.is_empty() || mark == ',' && talk.reports() && talk.counts >= LEAST_COUNTS;
            cuts.then_some(rest.range.start)
        });
        let (lead, rest) = first.split(at.min()?);
        Some([lead, rest].into_iter().chain(sentences[1..].iter().cloned()).collect())
    }

    fn kinds(&mut self, sentences: &[Sentence], said: &[Option<Said>], line_start: bool, single: bool) -> Vec<SectionKind> {
        let text = self.reading.as_str();
        let talk: Vec<CaseTalk> = sentences.iter().map(|s| CaseTalk::of(text, s)).collect();
        let opens = OpeningLine::of(self, text, sentences, &talk, line_start, single);
        let mut kinds: Vec<SectionKind> = Vec::with_capacity(sentences.len());
        for (index, sentence) in sentences.iter().enumerate() {
            let before = kinds.last().copied();
            let new_speaker = matches!(&said[index], Some(Said::By(speaker)) if self.speaker.as_ref() != Some(speaker));
            self.planning &= !new_speaker || signs::attributes(text, sentence) || signs::begins_plans(text, sentence);
            self.planning |= signs::begins_plans(text, sentence) && !self.led_only_by(sentence);
            let cue = signs::is_lead(text, sentence, self.floor == Floor::Moderator, self.led);
            let goes_on_cutting = before == Some(SectionKind::Figures) && text[sentence.range.clone()].starts_with("其中") && !new_speaker;
            let kind = if let (Some(before), true) = (before, signs::attributes(text, sentence) || goes_on_cutting) {
                before
            } else if self.planning {
                SectionKind::NextSteps
            } else if cue && !self.stated && !(talk[index].reports() && (self.led || talk[index].counts > 1)) {
                SectionKind::Lead
            } else if talk[index].reports() || (talk[index].goes_on() && !new_speaker && is_near_figures(&kinds, &talk, said)) {
                SectionKind::Figures
            } else if signs::sums_up(text, sentence) {
                before
                    .or_else(|| self.pieces.last().map(|piece| piece.kind))
                    .filter(|kind| *kind == SectionKind::Figures)
                    .unwrap_or(SectionKind::Statement)
            } else if opens.is_lead(index, before, said) || (cue && self.floor == Floor::Moderator) {
                SectionKind::Lead
            } else {
                SectionKind::Statement
            };
            self.led |= kind == SectionKind::Lead;
            kinds.push(kind);
        }
        fill_figures(text, sentences, said, &talk, &mut kinds);
        if line_start {
            leave_tracing(text, sentences, &mut kinds);
        }
        kinds
    }

    /// A lead's own 下一步 announces a topic and plans nothing.
    fn led_only_by(&self, sentence: &Sentence) -> bool {
        !self.stated && sentence.has(Word::Convene) && sentence.has(Word::Briefing)
    }
}

/// What the first line of the text grants its sentences: to be lead without a cue.
struct OpeningLine {
    grants: bool,
    /// Short enough to be lead as a whole.
    whole: bool,
    moderated: bool,
}

impl OpeningLine {
    fn of(reader: &Reader, text: &str, sentences: &[Sentence], talk: &[CaseTalk], line_start: bool, single: bool) -> Self {
        const LEAD_SENTENCES: usize = 4;
        const LEAD_CHARS: usize = 280;
        const MODERATION_CHARS: usize = 120;
        const LEAST_NUMBERS: usize = 4;
        let first_line = !reader.stated && reader.lines == 0 && line_start;
        let may_moderate = reader.floor == Floor::Moderator;
        if !first_line && !may_moderate {
            return Self {
                grants: false,
                whole: false,
                moderated: false,
            };
        }
        let cued = sentences
            .iter()
            .any(|sentence| signs::is_lead(text, sentence, may_moderate, reader.led));
        let learned = sentences.first().is_some_and(|first| first.has(Word::Learned));
        let chars: usize = talk.iter().map(|talk| talk.chars).sum();
        // 今年以来,全区办理退税23.6亿元,惠及4120户;减免租金8600万元,…: what was done, and nobody who met or spoke.
        let first = sentences.first().map_or("", |first| &text[first.range.clone()]);
        let tells_figures = !cued && !learned && numbers_in(first) >= LEAST_NUMBERS;
        // 一、返校情况。: the first of several points.
        let is_point = signs::is_numbered(first);
        Self {
            grants: first_line && (reader.headed || cued || learned) && !tells_figures && !is_point,
            whole: !single && sentences.len() <= LEAD_SENTENCES && chars <= LEAD_CHARS,
            moderated: may_moderate && (!reader.stated || (cued && chars <= MODERATION_CHARS)),
        }
    }

    fn is_lead(&self, index: usize, before: Option<SectionKind>, said: &[Option<Said>]) -> bool {
        let unbroken = before.is_none_or(|before| before == SectionKind::Lead);
        let named = index > 0 && matches!(said[index], Some(Said::By(_)));
        self.moderated || (self.grants && unbroken && !named && (index == 0 || self.whole))
    }
}

/// Numbers in digits that a measure word or a sign follows; the numbers of dates and hours count no thing.
fn numbers_in(text: &str) -> usize {
    let ends = |(at, _): &(usize, &str)| {
        let rest = text[*at..].trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        !rest.starts_with(['年', '月', '日', '时', '-', '/', ':', ',', '。'])
    };
    let runs = text
        .match_indices(|c: char| c.is_ascii_digit())
        .filter(|(at, _)| !text[..*at].ends_with(|c: char| c.is_ascii_digit() || c == '.'));
    runs.filter(ends).count()
}

/// The sentence before reports counts, or the one before that and a short aside after it.
fn is_near_figures(kinds: &[SectionKind], talk: &[CaseTalk], said: &[Option<Said>]) -> bool {
    match kinds {
        [.., SectionKind::Figures] => true,
        [.., SectionKind::Figures, SectionKind::Statement] => {
            let aside = kinds.len() - 1;
            talk[aside].chars <= BETWEEN_CHARS && said[aside].is_none()
        }
        _ => false,
    }
}

/// 累计排查密接1203人;核酸采样…: a line of its own that begins with contacts and tells what was done about them is a report of work, as far as
/// it counts no cases. Contacts alone are counts of the epidemic (累计追踪到密切接触者…,尚有…).
fn leave_tracing(text: &str, sentences: &[Sentence], kinds: &mut [SectionKind]) {
    const CONTACTS: AnyOf = any_of!["密切接触", "密接"];
    const CLASSES: AnyOf = any_of!["病例", "感染者", "患者", "确诊", "无症状", "治愈", "出院", "死亡"];
    const WORK: AnyOf = any_of![
        "采样",
        "检测",
        "协查",
        "风险",
        "隔离点",
        "隔离场所",
        "封控",
        "管控",
        "转运",
        "均已",
        "流调",
        "全部落实"
    ];
    const TESTS: AnyOf = any_of!["采样", "检测", "应检", "样本"];
    let counts_no_case = |sentence: &Sentence| {
        let words = &text[sentence.range.clone()];
        // 检出混管阳性23管: tubes, and no persons.
        !CLASSES.within(words) && (!words.contains("阳性") || TESTS.within(words))
    };
    let of_work = sentences.iter().take_while(|sentence| counts_no_case(sentence)).count();
    let (Some(first), Some(last)) = (sentences.first(), sentences[..of_work].last()) else {
        return;
    };
    if !CONTACTS.within(&text[first.range.clone()]) || !WORK.within(&text[first.range.start..last.range.end]) {
        return;
    }
    for kind in kinds[..of_work].iter_mut().filter(|kind| **kind == SectionKind::Figures) {
        *kind = SectionKind::Statement;
    }
}

/// An aside between counts is at most this long.
const BETWEEN_CHARS: usize = 40;

/// Sentences between or before counts that go with them.
fn fill_figures(text: &str, sentences: &[Sentence], said: &[Option<Said>], talk: &[CaseTalk], kinds: &mut [SectionKind]) {
    for index in 1..kinds.len().saturating_sub(1) {
        let between = kinds[index - 1] == SectionKind::Figures && kinds[index + 1] == SectionKind::Figures;
        if between && kinds[index] == SectionKind::Statement && talk[index].chars <= BETWEEN_CHARS && said[index].is_none() {
            kinds[index] = SectionKind::Figures;
        }
    }
    for index in (0..kinds.len().saturating_sub(1)).rev() {
        let announces = index == 0
            && kinds[index] == SectionKind::Lead
            && talk[index].chars <= BETWEEN_CHARS
            && said[index].is_none()
            && !sentences[index].has(Word::Briefing)
            && !sentences[index].has(Word::Attends)
            && text[sentences[index].range.clone()].contains("通报");
        let about_cases = kinds[index] == SectionKind::Statement && talk[index].words >= 1 && !talk[index].tests && said[index].is_none();
        let heads = matches!(kinds[index], SectionKind::Lead | SectionKind::Statement)
            && signs::is_heading_in_line(&text[sentences[index].range.clone()]);
        if kinds[index + 1] == SectionKind::Figures && (announces || about_cases || heads) {
            kinds[index] = SectionKind::Figures;
        }
    }
}
