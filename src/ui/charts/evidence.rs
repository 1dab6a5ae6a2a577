//! Where a figure is stated: the way to its sentence, and its words in a tooltip.

use eframe::egui::{Color32, RichText, Sense, Ui, vec2};

use crate::app::theme::{self, Tokens};
use crate::app::{App, Command, OpenBriefing, Pane, Words};
use crate::series::{Evidence, Figure, Stack};

use super::class_color;

/// Tooltips are no wider, in points.
pub const TOOLTIP_WIDTH: f32 = 380.0;
/// A quote is cut after so many characters.
const QUOTE_CHARS: usize = 90;
/// So many sentences are quoted for one figure.
const QUOTES: usize = 3;

/// Goes to the sentence.
pub fn choose(evidence: Evidence) -> Command {
    Command::ChooseFact {
        doc: evidence.doc,
        fact: evidence.fact,
        from: Pane::Charts,
    }
}

/// What a briefing is called in the charts: 9月28日 第52场.
pub fn briefing_name(open: &OpenBriefing, words: &Words) -> String {
    let meta = &open.briefing.meta;
    let parts: Vec<String> = [
        meta.date.map(|date| words.day(date)),
        meta.session.map(|session| words.session(session)),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() { open.source.name() } else { parts.join(" ") }
}

/// The sentences that state a figure.
pub fn quotes_ui(ui: &mut Ui, app: &App, evidence: &[Evidence], words: &Words) {
    let soft = Tokens::of(ui).ink_soft;
    for evidence in evidence.iter().take(QUOTES) {
        let Some(open) = app.briefing(evidence.doc) else { continue };
        let Some(fact) = open.fact(evidence.fact) else { continue };
        let quote = shortened(open.words(fact.quote));
        let name = briefing_name(open, words);
        let line = if quote.is_empty() { name } else { format!("“{quote}” {name}") };
        ui.label(RichText::new(line).small().color(soft));
    }
    if evidence.len() > QUOTES {
        ui.label(RichText::new(format!("+{}", evidence.len() - QUOTES)).small().color(soft));
    }
}

/// White space as single spaces, and no more than a tooltip can hold.
fn shortened(quote: &str) -> String {
    let joined = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    match joined.char_indices().nth(QUOTE_CHARS) {
        Some((end, _)) => format!("{}…", &joined[..end]),
        None => joined,
    }
}

/// Everything that is stated for a day and place.
pub fn stack_ui(ui: &mut Ui, app: &App, stack: &Stack, words: &Words) {
    let tokens = Tokens::of(ui);
    for segment in &stack.segments {
        figure_ui(
            ui,
            class_color(tokens, segment.figure.metric),
            &segment.figure,
            &words.amount(segment.height, segment.figure.approx),
            words,
        );
        if let Some(converted) = &segment.converted {
            let stated = segment.figure.value.grouped();
            ui.label(
                RichText::new(words.without_conversions(&stated, &converted.value.grouped()))
                    .small()
                    .color(tokens.ink_soft),
            );
        }
        quotes_ui(ui, app, &segment.figure.evidence, words);
        for rival in &segment.figure.rivals {
            let value = words.amount(rival.value, rival.approx);
            ui.label(
                RichText::new(format!("{}: {value}", words.conflict))
                    .small()
                    .color(tokens.chart.conflict),
            );
            quotes_ui(ui, app, &rival.evidence, words);
        }
    }
    for beside in &stack.beside {
        let figure = &beside.figure;
        figure_ui(ui, Color32::TRANSPARENT, figure, &words.amount(figure.value, figure.approx), words);
        ui.label(RichText::new(words.standing(beside.standing)).small().color(tokens.ink_soft));
    }
}

/// `■ 无症状 5  9月27日0—24时 仅本土`.
fn figure_ui(ui: &mut Ui, color: Color32, figure: &Figure, value: &str, words: &Words) {
    let tokens = Tokens::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (swatch, _) = ui.allocate_exact_size(vec2(10.0, 10.0), Sense::hover());
        ui.painter().rect_filled(swatch, 2.0, color);
        ui.label(words.class(figure.metric));
        ui.label(RichText::new(value).text_style(theme::strong_style()));
        ui.label(RichText::new(words.window(&figure.window)).small().color(tokens.ink_soft));
        if let Some(coverage) = words.coverage(figure.coverage) {
            ui.label(RichText::new(coverage).small().color(tokens.ink_soft));
        }
        if figure.value.is_zero() {
            ui.label(RichText::new(words.stated_zero).small().color(tokens.ink_soft));
        }
    });
}
