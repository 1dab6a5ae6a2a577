//! What the machine read out of one text.

use super::{Fact, Moment, Reason, SectionId, SectionKind, Span};

/// Everything `extract` found. Facts, sections and explanations are sorted by start.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extraction {
    pub meta: Meta,
    pub sections: Vec<Section>,
    pub facts: Vec<Fact>,
    pub provisions: Vec<Provision>,
    pub explained: Vec<Explained>,
    pub remarks: Vec<Remark>,
}

impl Extraction {
    /// Index of the section that holds the byte.
    pub fn section_at(&self, byte: usize) -> Option<usize> {
        let after = self.sections.partition_point(|s| s.span.start as usize <= byte);
        let index = after.checked_sub(1)?;
        self.sections[index].span.contains(byte).then_some(index)
    }
}

/// What the text says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    pub title: Option<String>,
    /// 第五十二场 → 52.
    pub session: Option<u32>,
    pub place: Option<String>,
    /// Day of the briefing, at midnight; without a year where nothing tells it.
    pub date: Option<Moment>,
    pub year: Option<i16>,
    pub year_from: Option<YearFrom>,
}

/// Where the year of a date without one comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearFrom {
    Text,
    Title,
    Byline,
    Weekday,
    Filename,
    /// A person set it.
    Person,
}

impl YearFrom {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Title => "title",
            Self::Byline => "byline",
            Self::Weekday => "weekday",
            Self::Filename => "filename",
            Self::Person => "person",
        }
    }
}

/// A stretch of consecutive paragraphs of one kind and speaker. Sections never overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub id: SectionId,
    pub kind: SectionKind,
    pub span: Span,
    pub speaker: Option<String>,
    pub outlet: Option<String>,
    pub heading: Option<String>,
}

/// Goods that the text says were provided without saying how many; never a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provision {
    pub span: Span,
    pub item: String,
    pub beneficiary: Option<String>,
    pub purpose: Option<String>,
}

/// A numeral that belongs to no fact, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explained {
    pub span: Span,
    pub reason: Reason,
}

/// Something a person should know about the extraction. The words for it are made at the door that shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub code: RemarkCode,
    pub span: Option<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemarkCode {
    /// No year is stated, and nothing else tells it: dates are without a year.
    YearUnknown,
    /// The text holds no numeral at all.
    NoFigures,
    /// Characters that the encoding cannot hold were replaced.
    Replaced,
}

impl RemarkCode {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::YearUnknown => "year_unknown",
            Self::NoFigures => "no_figures",
            Self::Replaced => "replaced_characters",
        }
    }
}
