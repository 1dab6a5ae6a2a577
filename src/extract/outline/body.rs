//! The text sentence by sentence: lead, figures, statement, plans, questions and answers, each with its speaker.
//!
//! In: the lines and their roles. Out: pieces in order. A speaker, an open question and a run of plans carry on from line to
//! line until something replaces them.

use super::cues::Word;
use super::edges;
use super::glyphs::Glyphs;
use super::lines::Line;
use super::page::Role;
use super::people::{self, People, Report, Said, Speaker};
use super::reading::Reading;
use super::sections::Piece;
use super::sentences::{self, Sentence};
use super::signs;
use super::turns::{self, Before, Opening, Turn};
use crate::model::SectionKind;
use std::ops::Range;

/// Who holds the floor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Floor {
    /// The text reports.
    Report,
    Moderator,
    /// A question; `asked` once it has come to its question mark.
    Question {
        asked: bool,
    },
    Answer,
}

/// What has been read so far.
pub(super) struct Reader<'a> {
    source: &'a str,
    pub(super) reading: &'a Reading,
    pub(super) people: People,
    pub(super) pieces: Vec<Piece>,
    pub(super) floor: Floor,
    pub(super) speaker: Option<Speaker>,
    pub(super) moderator: Option<Speaker>,
    /// Who opened with 我是…, and leads nobody through the briefing.
    pub(super) opened_by: Option<Speaker>,
    outlet: Option<Range<usize>>,
    heading: Option<Range<usize>>,
    /// What the lead says will be reported, and by whom.
    pub(super) announced: Vec<Report>,
    /// A turn's heading on a line of its own, waiting for the kind of what follows.
    pending: Option<Range<usize>>,
    /// A title or byline stands above the text.
    pub(super) headed: bool,
    /// Lines of text read.
    pub(super) lines: usize,
    /// Something was reported after the lead.
    pub(super) stated: bool,
    /// A lead was found.
    pub(super) led: bool,
    /// Plans (下一步) go on.
    pub(super) planning: bool,
    /// Somebody took a turn.
    pub(super) conversation: bool,
    /// A named person took the first turn of all: a moderator if words of welcome follow.
    pub(super) first_turn: bool,
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
        opened_by: None,
        outlet: None,
        heading: None,
        announced: Vec::new(),
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
    pub(super) fn text(&self) -> &str {
        self.reading.as_str()
    }

    fn plain_line(&mut self, line: &Line, kind: SectionKind) {
        self.plain_part(line.range(), kind);
    }

    fn plain_part(&mut self, range: Range<usize>, kind: SectionKind) {
        self.settle_pending();
        self.add_unspoken(Piece::plain(range, kind));
    }

    fn block_line(&mut self, line: &Line, kind: SectionKind) {
        self.settle_pending();
        self.add_unspoken(Piece {
            heading: self.heading.clone(),
            ..Piece::plain(line.range(), kind)
        });
        self.lines += 1;
    }

    /// Adds what nobody says, to the piece before if that is of its kind: a table set one cell a line has very many.
    fn add_unspoken(&mut self, piece: Piece) {
        match self.pieces.last_mut() {
            Some(last) if last.kind == piece.kind && last.speaker.is_none() && last.outlet.is_none() && last.heading == piece.heading => {
                last.range.end = piece.range.end;
            }
            _ => self.pieces.push(piece),
        }
    }

    fn title_line(&mut self, line: &Line) {
        self.plain_line(line, SectionKind::Title);
        self.planning = line.has(Word::Next);
        let numbered = signs::is_numbered(line.read);
        let below_headline = self.headed && (numbered || line.is_marked_heading());
        self.headed |= self.lines == 0;
        if self.lines > 0 || below_headline {
            self.heading = Some(line.range());
            if self.stated && !numbered && matches!(self.floor, Floor::Report | Floor::Moderator) {
                self.speaker = None;
            }
            // 一、疫情数据, after 甲发布疫情数据,乙介绍保供: whose part begins.
            if let (Floor::Report, [_, _, ..]) = (&self.floor, self.announced.as_slice())
                && let Some(speaker) = people::reporter_on(&self.announced, self.reading.as_str(), line.read)
            {
                self.speaker = Some(speaker.clone());
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
    pub(super) fn put(&mut self, range: Range<usize>, kind: SectionKind) {
        let start = self.pending.take().map_or(range.start, |heading| heading.start);
        let speaker = match kind {
            SectionKind::Lead if self.floor == Floor::Moderator => self.moderator.clone(),
            SectionKind::Lead => self.opened_by.clone(),
            SectionKind::Question => None,
            _ => self.speaker.clone(),
        };
        let outlet = self.outlet.clone().filter(|_| kind == SectionKind::Question);
        self.pieces.push(Piece {
            range: start..range.end,
            kind,
            speaker,
            outlet,
            heading: self.heading.clone(),
        });
    }

    fn text_line(&mut self, line: &Line, more: bool) {
        let dateline = edges::dateline_len(line, self.reading, self.source);
        if dateline > 0 {
            self.plain_part(line.at..line.at + dateline, SectionKind::Byline);
            self.headed |= self.lines == 0;
        }
        let credits = edges::credits_start(line, dateline);
        let body = line.at + dateline..line.at + credits;
        self.planning = self.planning && dateline == 0 && (self.heading_plans() || signs::goes_on_planning(line.read));
        let sentences = sentences::of(line, &body);
        let single = !more && self.lines == 0;
        self.talk(&sentences, &body, line.glyphs, single);
        if credits < line.read.len() {
            self.plain_part(line.at + credits..line.range().end, SectionKind::Credits);
        }
        self.lines += 1;
    }

    fn heading_plans(&self) -> bool {
        self.heading
            .as_ref()
            .is_some_and(|heading| self.text()[heading.clone()].contains("下一"))
    }

    /// Reads the sentences of a line, turn by turn.
    fn talk(&mut self, sentences: &[Sentence], line: &Range<usize>, glyphs: Glyphs, single: bool) {
        let mut from = 0;
        for index in 0..=sentences.len() {
            let opening = sentences
                .get(index)
                .and_then(|sentence| self.opening(sentence, index == 0, line, glyphs));
            if index == 0 && opening.is_none() {
                self.answer_begins_unannounced(sentences);
            }
            if let (None, Some(sentence)) = (&opening, sentences.get(index)) {
                // 甲、乙通报情况。甲:…: who is to speak is named in the line whose turns begin with the names.
                if sentence.has(Word::Briefing) {
                    self.people.mentions(self.reading.as_str(), &sentence.range, sentence.hits);
                }
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

    fn opening(&mut self, sentence: &Sentence, line_start: bool, line: &Range<usize>, glyphs: Glyphs) -> Option<Opening> {
        let question = matches!(self.floor, Floor::Question { .. });
        let range = sentence.range.start..line.end;
        turns::opening(
            self.reading.as_str(),
            &range,
            sentence.hits,
            &mut self.people,
            Before {
                question,
                line_start,
                conversation: self.conversation,
                glyphs,
            },
        )
    }

    /// A question was asked and the next line asks nothing: somebody answers.
    fn answer_begins_unannounced(&mut self, sentences: &[Sentence]) {
        const POLITE_CHARS: usize = 20;
        if self.floor != (Floor::Question { asked: true }) {
            return;
        }
        let Some(first) = sentences.first() else {
            return;
        };
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
            Turn::Moderator { named } => {
                self.floor = Floor::Moderator;
                if named.is_some() {
                    self.moderator.clone_from(named);
                }
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
                let said = self.people.said(self.reading.as_str(), sentence);
                let thanks = sentence
                    .hits
                    .first()
                    .is_some_and(|hit| hit.word == Word::Thanks && hit.start as usize == sentence.range.start);
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
            if let Some(Said::By(speaker)) = self.people.said(self.reading.as_str(), sentence)
                && self.speaker.as_ref() != Some(&speaker)
            {
                self.speaker = Some(speaker);
                self.planning = false;
            }
            self.planning |= signs::begins_plans(self.text(), sentence);
            self.put(
                sentence.range.clone(),
                if self.planning {
                    SectionKind::NextSteps
                } else {
                    SectionKind::Answer
                },
            );
        }
        self.stated = true;
    }
}
