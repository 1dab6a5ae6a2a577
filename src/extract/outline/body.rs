//! The text sentence by sentence: lead, figures, statement, plans, questions and answers, each with its speaker.
//!
//! In: the lines and their roles. Out: pieces in order. A speaker, an open question and a run of plans carry on from line to
//! line until something replaces them.

use super::cues::{Hit, Word};
use super::edges;
use super::figures::CaseTalk;
use super::lines::Line;
use super::page::Role;
use super::people::{People, Said, Speaker};
use super::reading::Reading;
use super::sections::Piece;
use super::sentences::{self, Sentence};
use super::turns::{self, Before, Opening, Turn};
use crate::model::SectionKind;
use std::ops::Range;

/// Who holds the floor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Floor {
    /// The text reports.
    Report,
    Moderator,
    /// A question; `asked` once it has come to its question mark.
    Question { asked: bool },
    Answer,
}

/// What has been read so far.
struct Reader<'a> {
    source: &'a str,
    reading: &'a Reading,
    people: People,
    pieces: Vec<Piece>,
    floor: Floor,
    speaker: Option<Speaker>,
    moderator: Option<Speaker>,
    outlet: Option<Range<usize>>,
    heading: Option<Range<usize>>,
    /// A turn's heading on a line of its own, waiting for the kind of what follows.
    pending: Option<Range<usize>>,
    /// A title or byline stands above the text.
    headed: bool,
    /// Lines of text read.
    lines: usize,
    /// Something was reported after the lead.
    stated: bool,
    /// A lead was found.
    led: bool,
    /// Plans (下一步) go on.
    planning: bool,
    /// Somebody took a turn.
    conversation: bool,
    /// A named person took the first turn of all: a moderator if words of welcome follow.
    first_turn: bool,
}

/// The pieces of the text.
pub(super) fn read(lines: &[Line], roles: &[Role], reading: &Reading, source: &str) -> Vec<Piece> {
    let mut reader = Reader {
        source,
        reading,
        people: People::default(),
        pieces: Vec::new(),
        floor: Floor::Report,
        speaker: None,
        moderator: None,
        outlet: None,
        heading: None,
        pending: None,
        headed: false,
        lines: 0,
        stated: false,
        led: false,
        planning: false,
        conversation: false,
        first_turn: false,
    };
    let last_text = roles.iter().rposition(|role| *role == Role::Text);
    for (index, (line, role)) in lines.iter().zip(roles).enumerate() {
        match role {
            Role::Text => reader.text_line(line, last_text.is_some_and(|last| index < last)),
            Role::Title => reader.title_line(line),
            Role::Byline => {
                reader.headed |= reader.lines == 0;
                reader.plain_line(line, SectionKind::Byline);
            }
            Role::Furniture => reader.plain_line(line, SectionKind::Furniture),
            Role::Caption => reader.plain_line(line, SectionKind::Caption),
            Role::Credits => reader.plain_line(line, SectionKind::Credits),
            Role::Table => reader.block_line(line, SectionKind::Table),
            Role::List => reader.block_line(line, SectionKind::List),
        }
    }
    reader.settle_pending();
    reader.pieces
}

impl Reader<'_> {
    fn text(&self) -> &str {
        self.reading.as_str()
    }

    fn plain_line(&mut self, line: &Line, kind: SectionKind) {
        self.settle_pending();
        self.pieces.push(Piece::plain(line.range(), kind));
    }

    fn block_line(&mut self, line: &Line, kind: SectionKind) {
        self.settle_pending();
        self.pieces.push(Piece { heading: self.heading.clone(), ..Piece::plain(line.range(), kind) });
        self.lines += 1;
    }

    fn title_line(&mut self, line: &Line) {
        self.plain_line(line, SectionKind::Title);
        self.headed |= self.lines == 0;
        self.planning = line.has(Word::Next);
        let numbered = is_numbered(line.read);
        if self.lines > 0 {
            self.heading = Some(line.range());
            if self.stated && !numbered && matches!(self.floor, Floor::Report | Floor::Moderator) {
                self.speaker = None;
            }
        }
        if !numbered && self.floor != Floor::Report {
            self.floor = Floor::Report;
        }
    }

    /// A heading that nothing followed goes with whoever holds the floor.
    fn settle_pending(&mut self) {
        if let Some(range) = self.pending.take() {
            let kind = match self.floor {
                Floor::Moderator => SectionKind::Lead,
                Floor::Report => SectionKind::Statement,
                Floor::Question { .. } => SectionKind::Question,
                Floor::Answer => SectionKind::Answer,
            };
            self.put(range, kind);
        }
    }

    /// Adds a stretch of text, with the waiting heading in front.
    fn put(&mut self, range: Range<usize>, kind: SectionKind) {
        let start = self.pending.take().map_or(range.start, |heading| heading.start);
        let speaker = match kind {
            SectionKind::Lead => self.moderator.clone().filter(|_| self.floor == Floor::Moderator),
            SectionKind::Question => None,
            _ => self.speaker.clone(),
        };
        let outlet = self.outlet.clone().filter(|_| kind == SectionKind::Question);
        self.pieces.push(Piece { range: start..range.end, kind, speaker, outlet, heading: self.heading.clone() });
    }

    fn text_line(&mut self, line: &Line, more: bool) {
        let dateline = edges::dateline_len(line, self.reading, self.source);
        if dateline > 0 {
            self.plain_line_part(line.at..line.at + dateline, SectionKind::Byline);
            self.headed |= self.lines == 0;
        }
        let credits = edges::credits_start(line, dateline);
        let body = line.at + dateline..line.at + credits;
        self.planning &= dateline == 0 && (self.heading_plans() || goes_on_planning(&line.read[dateline..]));
        let sentences = sentences::of(self.text(), body.clone(), line.hits);
        let single = !more && self.lines == 0;
        self.talk(&sentences, &body, single);
        if credits < line.read.len() {
            self.plain_line_part(line.at + credits..line.range().end, SectionKind::Credits);
        }
        self.lines += 1;
    }

    fn heading_plans(&self) -> bool {
        self.heading.as_ref().is_some_and(|heading| self.text()[heading.clone()].contains("下一"))
    }

    fn plain_line_part(&mut self, range: Range<usize>, kind: SectionKind) {
        self.settle_pending();
        self.pieces.push(Piece::plain(range, kind));
    }

    /// Reads the sentences of a line, turn by turn.
    fn talk(&mut self, sentences: &[Sentence], line: &Range<usize>, single: bool) {
        let mut from = 0;
        for index in 0..=sentences.len() {
            let opening = sentences.get(index).and_then(|sentence| self.opening(sentence, index == 0, line));
            if index == 0 && opening.is_none() {
                self.answer_begins_unannounced(sentences);
            }
            if opening.is_none() && index < sentences.len() {
                continue;
            }
            if from < index {
                self.stretch(&sentences[from..index], from == 0, single);
            }
            from = index;
            if let (Some(opening), Some(sentence)) = (opening, sentences.get(index)) {
                self.take_turn(&opening);
                if opening.head_end >= line.end {
                    self.settle_pending();
                    self.pending = Some(sentence.range.clone());
                    from = index + 1;
                }
            }
        }
    }

    fn opening(&mut self, sentence: &Sentence, line_start: bool, line: &Range<usize>) -> Option<Opening> {
        let question = matches!(self.floor, Floor::Question { .. });
        let range = sentence.range.start..line.end;
        turns::opening(self.reading.as_str(), &range, sentence.hits, &mut self.people, Before { question, line_start, conversation: self.conversation })
    }

    /// A question was asked and the next line asks nothing: somebody answers.
    fn answer_begins_unannounced(&mut self, sentences: &[Sentence]) {
        const POLITE_CHARS: usize = 20;
        if self.floor != (Floor::Question { asked: true }) {
            return;
        }
        let Some(first) = sentences.first() else { return };
        let words = &self.text()[first.range.clone()];
        let asks_on = sentences.iter().any(|s| self.text()[s.range.clone()].ends_with(['?'])) && !words.starts_with("感谢");
        let polite = sentences.len() == 1 && words.starts_with("谢谢") && words.chars().count() <= POLITE_CHARS && !words.contains("提问");
        if !asks_on && !polite {
            self.floor = Floor::Answer;
            self.speaker = None;
        }
    }

    fn take_turn(&mut self, opening: &Opening) {
        self.settle_pending();
        self.planning = false;
        let first = !self.conversation && !self.stated;
        self.conversation = true;
        match &opening.turn {
            Turn::Question { outlet } => {
                let introduced = outlet.clone().or_else(|| self.introduced_outlet(opening.head_end));
                self.outlet = introduced;
                self.speaker = None;
                self.floor = Floor::Question { asked: false };
            }
            Turn::Answer => {
                if self.floor == Floor::Report {
                    self.speaker = None;
                }
                self.floor = Floor::Answer;
            }
            Turn::Moderator => {
                self.floor = Floor::Moderator;
                self.speaker = self.moderator.clone();
            }
            Turn::Speaker(speaker) => {
                self.speaker = Some(speaker.clone());
                self.floor = match self.floor {
                    _ if self.moderator.as_ref() == Some(speaker) => Floor::Moderator,
                    Floor::Question { .. } | Floor::Answer => Floor::Answer,
                    Floor::Report | Floor::Moderator => Floor::Report,
                };
                self.first_turn = first;
            }
        }
    }

    /// 我是某报记者 at the beginning of a question.
    fn introduced_outlet(&self, at: usize) -> Option<Range<usize>> {
        const REACH_CHARS: usize = 40;
        let rest = self.text().get(at..)?;
        let window = &rest[..rest.char_indices().nth(REACH_CHARS).map_or(rest.len(), |(end, _)| end)];
        let window = &window[..window.find(['\n', '?']).unwrap_or(window.len())];
        let from = window.find("我是").map(|from| from + "我是".len())?;
        let from = from + if window[from..].starts_with("来自") { "来自".len() } else { 0 };
        let len = window[from..].find("记者")?;
        let words = window[from..from + len].trim_end_matches('的');
        (!words.is_empty() && !words.contains([',', '。'])).then(|| at + from..at + from + words.len())
    }

    /// Sentences of one turn.
    fn stretch(&mut self, sentences: &[Sentence], line_start: bool, single: bool) {
        match self.floor {
            Floor::Question { .. } => self.question(sentences),
            Floor::Answer => self.answer(sentences),
            Floor::Report | Floor::Moderator => self.report(sentences, line_start, single),
        }
    }

    fn question(&mut self, sentences: &[Sentence]) {
        for (index, sentence) in sentences.iter().enumerate() {
            if self.floor == (Floor::Question { asked: true }) {
                let said = self.people.said(self.reading.as_str(), &sentence.range, sentence.hits);
                let thanks = sentence.hits.first().is_some_and(|hit| hit.word == Word::Thanks && hit.start as usize == sentence.range.start);
                if said.is_some() || (thanks && self.text()[sentence.range.clone()].contains("提问")) {
                    self.floor = Floor::Answer;
                    self.speaker = None;
                    return self.answer(&sentences[index..]);
                }
            }
            self.put(sentence.range.clone(), SectionKind::Question);
            if self.text()[sentence.range.clone()].contains('?') {
                self.floor = Floor::Question { asked: true };
            }
        }
    }

    fn answer(&mut self, sentences: &[Sentence]) {
        for sentence in sentences {
            if let Some(Said::By(speaker)) = self.people.said(self.reading.as_str(), &sentence.range, sentence.hits)
                && self.speaker.as_ref() != Some(&speaker)
            {
                self.speaker = Some(speaker);
                self.planning = false;
            }
            self.planning |= begins_plans(self.text(), sentence);
            self.put(sentence.range.clone(), if self.planning { SectionKind::NextSteps } else { SectionKind::Answer });
        }
        self.stated = true;
    }

    /// Sentences of a text that reports.
    fn report(&mut self, sentences: &[Sentence], line_start: bool, single: bool) {
        if std::mem::take(&mut self.first_turn) && sentences.iter().any(|sentence| sentence.hits.iter().any(|hit| hit.word == Word::Welcome)) {
            self.floor = Floor::Moderator;
            self.moderator.clone_from(&self.speaker);
        }
        if self.floor == Floor::Report && self.conversation {
            (self.led, self.stated) = (true, true);
        }
        let cut = self.cut_lead(sentences);
        let sentences = cut.as_deref().unwrap_or(sentences);
        let said: Vec<Option<Said>> = sentences.iter().map(|s| self.people.said(self.reading.as_str(), &s.range, s.hits)).collect();
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

    /// The speaker of a sentence. Who is named first in a paragraph (`ahead`) also said what stands before the name, save counts.
    fn take_speaker(&mut self, sentence: &Sentence, said: Option<&Said>, ahead: Option<&Said>, kind: SectionKind) {
        let quoted = self.text()[sentence.range.clone()].starts_with(['“', '"']);
        let governed = kind != SectionKind::Figures || quoted;
        match (said, ahead) {
            (Some(Said::By(speaker)), _) => self.speaker = Some(speaker.clone()),
            (Some(Said::ByBody), _) => self.speaker = None,
            (_, Some(Said::By(speaker))) if governed => self.speaker = Some(speaker.clone()),
            _ => {}
        }
    }

    /// Who presides and who reports, from a sentence of the lead.
    fn meet_in_lead(&mut self, sentence: &Sentence) {
        let text = self.reading.as_str();
        if self.floor == Floor::Moderator {
            let mentions = self.people.mentions(text, &sentence.range, sentence.hits);
            let introduced = mentions.iter().find(|mention| text[..mention.speaker.start].ends_with("我是"));
            if let Some(mention) = introduced {
                self.moderator = Some(mention.speaker.clone());
                self.speaker = self.moderator.clone();
                self.name_moderator();
            }
            return;
        }
        let presenter = self.people.presenter(text, &sentence.range, sentence.hits);
        let said = self.people.said(text, &sentence.range, sentence.hits);
        if let Some(speaker) = presenter {
            self.speaker = Some(speaker);
        } else if let (Some(Said::By(speaker)), true) = (said, self.people.mentions(text, &sentence.range, sentence.hits).len() <= 1) {
            self.speaker = Some(speaker);
        }
    }

    /// The moderator's name also holds for what was said before it fell.
    fn name_moderator(&mut self) {
        for piece in self.pieces.iter_mut().rev().take_while(|piece| piece.kind == SectionKind::Lead && piece.speaker.is_none()) {
            piece.speaker.clone_from(&self.moderator);
        }
    }

    /// A first sentence that leads up to what was said, cut where that begins: 某人在发布会上通报,|新增…; 某人会上介绍:|目前…
    fn cut_lead<'s>(&self, sentences: &[Sentence<'s>]) -> Option<Vec<Sentence<'s>>> {
        const LEAST_COUNTS: usize = 2;
        const LEAD_BYTES: usize = 400;
        let first = sentences.first().filter(|_| !self.led && !self.stated && self.lines == 0)?;
        let text = self.text();
        if !first.hits.iter().any(|hit| hit.word == Word::Briefing) {
            return None;
        }
        let near = first.hits.iter().take_while(|hit| hit.start as usize - first.range.start <= LEAD_BYTES);
        let verbs = near.filter(|hit| matches!(hit.word, Word::Speech | Word::Learned));
        let at = verbs.filter_map(|verb| {
            let end = verb.end as usize;
            let mark = text[end..first.range.end].chars().next()?;
            let (_, rest) = first.split(end + mark.len_utf8());
            let talk = CaseTalk::of(text, &rest.range, rest.hits);
            let cuts = mark == ':' && !rest.range.is_empty() || mark == ',' && talk.reports() && talk.counts >= LEAST_COUNTS;
            cuts.then_some(rest.range.start)
        });
        let (lead, rest) = first.split(at.min()?);
        Some([lead, rest].into_iter().chain(sentences[1..].iter().cloned()).collect())
    }

    fn kinds(&mut self, sentences: &[Sentence], said: &[Option<Said>], line_start: bool, single: bool) -> Vec<SectionKind> {
        let text = self.reading.as_str();
        let talk: Vec<CaseTalk> = sentences.iter().map(|s| CaseTalk::of(text, &s.range, s.hits)).collect();
        let opens = OpeningLine::of(self, text, sentences, &talk, line_start, single);
        let mut kinds: Vec<SectionKind> = Vec::with_capacity(sentences.len());
        for (index, sentence) in sentences.iter().enumerate() {
            let before = kinds.last().copied();
            let new_speaker = matches!(&said[index], Some(Said::By(speaker)) if self.speaker.as_ref() != Some(speaker));
            self.planning &= !new_speaker || attributes(text, sentence) || begins_plans(text, sentence);
            self.planning |= begins_plans(text, sentence) && !self.led_only_by(sentence);
            let cue = is_lead(text, sentence, self.floor, self.led);
            let kind = if let (Some(before), true) = (before, attributes(text, sentence)) {
                before
            } else if self.planning {
                SectionKind::NextSteps
            } else if cue && !self.stated && !(talk[index].reports() && (self.led || talk[index].counts > 1)) {
                SectionKind::Lead
            } else if talk[index].reports() || (talk[index].goes_on() && !new_speaker && is_near_figures(&kinds, &talk, said)) {
                SectionKind::Figures
            } else if sums_up(text, sentence) {
                before.or_else(|| self.pieces.last().map(|piece| piece.kind)).filter(|kind| *kind == SectionKind::Figures).unwrap_or(SectionKind::Statement)
            } else if opens.is_lead(index, before, said) || (cue && self.floor == Floor::Moderator) {
                SectionKind::Lead
            } else {
                SectionKind::Statement
            };
            self.led |= kind == SectionKind::Lead;
            kinds.push(kind);
        }
        fill_figures(text, sentences, said, &talk, &mut kinds);
        kinds
    }

    /// A lead's own 下一步 announces a topic and plans nothing.
    fn led_only_by(&self, sentence: &Sentence) -> bool {
        !self.stated && sentence.hits.iter().any(|hit| hit.word == Word::Convene) && sentence.hits.iter().any(|hit| hit.word == Word::Briefing)
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
        let cued = sentences.iter().any(|sentence| is_lead(text, sentence, reader.floor, reader.led));
        let learned = sentences.first().is_some_and(|first| first.hits.iter().any(|hit| hit.word == Word::Learned));
        let chars: usize = talk.iter().map(|talk| talk.chars).sum();
        let moderated = reader.floor == Floor::Moderator && (!reader.stated || (cued && chars <= MODERATION_CHARS));
        Self {
            grants: !reader.stated && reader.lines == 0 && line_start && (reader.headed || cued || learned),
            whole: !single && sentences.len() <= LEAD_SENTENCES && chars <= LEAD_CHARS,
            moderated,
        }
    }

    fn is_lead(&self, index: usize, before: Option<SectionKind>, said: &[Option<Said>]) -> bool {
        let unbroken = before.is_none_or(|before| before == SectionKind::Lead);
        let named = index > 0 && matches!(said[index], Some(Said::By(_)));
        self.moderated || (self.grants && unbroken && !named && (index == 0 || self.whole))
    }
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
        let announces = talk[index].chars <= BETWEEN_CHARS && text[sentences[index].range.clone()].contains("通报") && kinds[index] == SectionKind::Lead && said[index].is_none() && index == 0 && !sentences[index].hits.iter().any(|hit| matches!(hit.word, Word::Briefing | Word::Attends));
        let about_cases = kinds[index] == SectionKind::Statement && talk[index].words >= 1 && !talk[index].tests && said[index].is_none();
        if kinds[index + 1] == SectionKind::Figures && (announces || about_cases) {
            kinds[index] = SectionKind::Figures;
        }
    }
}

/// A sentence that tells of the briefing itself. Once a lead was read (`led`), one that goes on to what was said is none.
fn is_lead(text: &str, sentence: &Sentence, floor: Floor, led: bool) -> bool {
    let has = |word: Word| sentence.hits.iter().any(|hit| hit.word == word);
    let announces = has(Word::Follows) && text[sentence.range.clone()].ends_with(':') && sentence.hits.iter().all(|hit| hit.word != Word::Case);
    let briefing = has(Word::Briefing) && (has(Word::Convene) || has(Word::Learned));
    let quotes = |hit: &Hit| hit.word == Word::Speech && text[hit.end as usize..sentence.range.end].starts_with([',', ':', '“']);
    if sentence.hits.iter().any(quotes) && (led || !briefing) {
        return false;
    }
    briefing || presents(text, sentence) || has(Word::Attends) || announces || has(Word::Welcome) && floor == Floor::Moderator || (has(Word::Host) && (floor == Floor::Moderator || is_greeting(text, sentence)))
}

/// 某人通报某事情况: who presents what, without a word of it.
fn presents(text: &str, sentence: &Sentence) -> bool {
    let topic = ["情况", "进展", "工作", "问题"].iter().any(|end| text[sentence.range.clone()].trim_end_matches(['。', ';', ':']).ends_with(end));
    let verb = sentence.hits.iter().find(|hit| hit.word == Word::Speech && matches!(&text[hit.start as usize..hit.end as usize], "通报" | "介绍"));
    let somebody = sentence.hits.iter().any(|hit| hit.word == Word::Office) || ["向大家", "现将", "由我"].iter().any(|words| text[sentence.range.clone()].contains(words));
    topic && somebody && verb.is_some_and(|verb| !text[verb.end as usize..].starts_with([',', ':', '“', '。', '如']))
}

/// Greetings hold for a moderator's words also where no heading says so.
fn is_greeting(text: &str, sentence: &Sentence) -> bool {
    const GREETING_CHARS: usize = 24;
    text[sentence.range.clone()].chars().count() <= GREETING_CHARS || sentence.hits.iter().any(|hit| hit.word == Word::Briefing)
}

/// Nothing but who said the quotation before (“…。”某某表示。).
fn attributes(text: &str, sentence: &Sentence) -> bool {
    let quoted = text[..sentence.range.start].ends_with('”');
    quoted && sentence.hits.last().is_some_and(|hit| hit.word == Word::Speech && text[hit.end as usize..sentence.range.end].trim_end_matches('。').is_empty())
}

/// 以上是疫情通报情况。
fn sums_up(text: &str, sentence: &Sentence) -> bool {
    const SHORT_CHARS: usize = 24;
    let words = &text[sentence.range.clone()];
    ["以上是", "以上为", "以上就是"].iter().any(|start| words.starts_with(start)) && words.chars().count() <= SHORT_CHARS
}

/// The sentence begins with plans, itself or behind its verb of saying.
fn begins_plans(text: &str, sentence: &Sentence) -> bool {
    const REACH_BYTES: usize = 240;
    let plans = |hit: &Hit| {
        let before = &text[sentence.range.start..hit.start as usize];
        let after = &text[hit.end as usize..sentence.range.end];
        let numbered = before.chars().count() <= 4 && (before.is_empty() || is_numbered(before) || before.ends_with(['“', '"']));
        let said = before.ends_with([',', ':', '“']) && sentence.hits.iter().any(|verb| verb.word == Word::Speech && verb.end as usize + 4 >= hit.start as usize && verb.end <= hit.start);
        let of_what = after.starts_with('的') && !after.starts_with("的工作");
        let asks = text[sentence.range.clone()].ends_with('?');
        (numbered || said) && !of_what && !asks && !after.starts_with(['”', '怎', '如'])
    };
    let near = sentence.hits.iter().take_while(|hit| hit.start as usize - sentence.range.start <= REACH_BYTES);
    near.filter(|hit| hit.word == Word::Next).any(plans)
}

/// A line that goes on with plans: the next number, another measure to come.
fn goes_on_planning(line: &str) -> bool {
    const REACH_CHARS: usize = 60;
    let begins = is_numbered(line) || ["同时", "此外", "另外", "最后", "我们将", "我们要", "还将", "将", "要"].iter().any(|word| line.starts_with(word));
    let reach = line.char_indices().nth(REACH_CHARS).map_or(line.len(), |(end, _)| end);
    begins && (is_numbered(line) || line[..reach].contains(['将', '要']))
}

/// Begins with a number: 一是, 二、, (三), 第四, 5.
fn is_numbered(words: &str) -> bool {
    let bare = words.trim_start_matches(['(', '第', '#', '*', '“']);
    let rest = bare.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    rest.len() < bare.len() && (rest.starts_with(['是', '、', '.', ')', ',', '要']) || words.starts_with('第') && rest.starts_with([',', '、']))
}
