//! The contract's JSON: one object per document, as `tongbao extract` prints it.

use serde::Serialize;
use serde_json::value::RawValue;

use crate::model::{Amount, Extraction, RemarkCode, Source, Span, Window};

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    source: SourceOut<'a>,
    meta: MetaOut<'a>,
    sections: Vec<SectionOut<'a>>,
    facts: Vec<FactOut<'a>>,
    provisions: Vec<ProvisionOut<'a>>,
    explained: Vec<ExplainedOut>,
    remarks: Vec<RemarkOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

#[derive(Serialize)]
struct SourceOut<'a> {
    path: String,
    sha256: &'a str,
    bytes: usize,
    encoding: &'static str,
    format: &'static str,
    chars: usize,
}

#[derive(Serialize)]
struct MetaOut<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    year_from: Option<&'static str>,
}

#[derive(Serialize)]
struct Range {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct SectionOut<'a> {
    kind: &'static str,
    #[serde(flatten)]
    range: Range,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outlet: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    heading: Option<&'a str>,
}

#[derive(Serialize)]
struct WindowOut {
    start: Option<String>,
    end: Option<String>,
    kind: &'static str,
}

#[derive(Serialize)]
struct FactOut<'a> {
    id: String,
    #[serde(flatten)]
    range: Range,
    text: &'a str,
    quote: Range,
    value: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<Box<RawValue>>,
    unit: &'a str,
    approx: &'static str,
    cumulative: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    per_day: bool,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    metric: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    action: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    actor: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recipient: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place_code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    window: Option<WindowOut>,
    section: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part_of: Option<String>,
    rule: &'a str,
}

#[derive(Serialize)]
struct ProvisionOut<'a> {
    #[serde(flatten)]
    range: Range,
    item: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    beneficiary: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    purpose: Option<&'a str>,
}

#[derive(Serialize)]
struct ExplainedOut {
    #[serde(flatten)]
    range: Range,
    #[serde(rename = "as")]
    reason: &'static str,
}

#[derive(Serialize)]
struct RemarkOut {
    code: &'static str,
    message: &'static str,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

/// An amount as a JSON number with exactly the digits that the text gives it.
fn number(amount: Amount) -> Option<Box<RawValue>> {
    RawValue::from_string(amount.to_string()).ok()
}

fn window(window: &Window) -> WindowOut {
    WindowOut {
        start: window.start.map(|m| m.to_string()),
        end: window.end.map(|m| m.to_string()),
        kind: window.kind.as_str(),
    }
}

fn message(code: RemarkCode) -> &'static str {
    match code {
        RemarkCode::YearUnknown => "the text states no year; dates are given without one",
        RemarkCode::NoFigures => "the text holds no numeral",
        RemarkCode::Replaced => "some bytes could not be decoded and were replaced; choose another encoding if the text looks wrong",
    }
}

/// One document as a line of JSON, without a line end.
///
/// # Errors
/// Only what `serde_json` may report; the model holds nothing that it cannot write.
pub fn to_string(source: &Source, extraction: &Extraction, with_text: bool) -> serde_json::Result<String> {
    let range = |span: Span| Range {
        start: source.char_at(span.start as usize),
        end: source.char_at(span.end as usize),
    };
    let facts = extraction
        .facts
        .iter()
        .map(|f| FactOut {
            id: f.id.to_string(),
            range: range(f.span),
            text: f.span.of(&source.text),
            quote: range(f.quote),
            value: f.quantity.value.and_then(number),
            low: f.quantity.low.and_then(number),
            high: f.quantity.high.and_then(number),
            unit: &f.quantity.unit,
            approx: f.quantity.approx.as_str(),
            cumulative: f.cumulative,
            per_day: f.per_day,
            kind: f.kind.as_str(),
            metric: f.metric.map(|m| m.as_str()),
            measure: f.measure.map(|m| m.as_str()),
            origin: f.origin.map(|o| o.as_str()),
            state: f.state.map(|s| s.as_str()),
            action: f.action.map(|a| a.as_str()),
            item: f.item.as_deref(),
            actor: f.actor.as_deref(),
            recipient: f.recipient.as_deref(),
            place: f.place.as_deref(),
            place_code: f.place_code.as_deref(),
            window: f.window.as_ref().map(window),
            section: extraction.section_at(f.span.start as usize),
            part_of: f.part_of.map(|id| id.to_string()),
            rule: &f.rule,
        })
        .collect();
    let document = Document {
        schema: "tongbao.briefing/1",
        source: SourceOut {
            path: source.path.display().to_string(),
            sha256: &source.sha256,
            bytes: source.bytes.len(),
            encoding: source.encoding.as_str(),
            format: source.format.as_str(),
            chars: source.char_count(),
        },
        meta: MetaOut {
            title: extraction.meta.title.as_deref(),
            session: extraction.meta.session,
            place: extraction.meta.place.as_deref(),
            date: extraction
                .meta
                .date
                .map(|d| d.to_string().split('T').next().unwrap_or_default().to_owned()),
            year_from: extraction.meta.year_from.map(|y| y.as_str()),
        },
        sections: extraction
            .sections
            .iter()
            .map(|s| SectionOut {
                kind: s.kind.as_str(),
                range: range(s.span),
                speaker: s.speaker.as_deref(),
                outlet: s.outlet.as_deref(),
                heading: s.heading.as_deref(),
            })
            .collect(),
        facts,
        provisions: extraction
            .provisions
            .iter()
            .map(|p| ProvisionOut {
                range: range(p.span),
                item: &p.item,
                beneficiary: p.beneficiary.as_deref(),
                purpose: p.purpose.as_deref(),
            })
            .collect(),
        explained: extraction
            .explained
            .iter()
            .map(|e| ExplainedOut {
                range: range(e.span),
                reason: e.reason.as_str(),
            })
            .collect(),
        remarks: extraction
            .remarks
            .iter()
            .map(|r| RemarkOut {
                code: r.code.as_str(),
                message: message(r.code),
                range: r.span.map(range),
            })
            .collect(),
        text: with_text.then_some(&*source.text),
    };
    serde_json::to_string(&document)
}
