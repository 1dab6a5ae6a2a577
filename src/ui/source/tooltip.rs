//! What a highlight says under the pointer.

use eframe::egui::{RichText, Ui};

use crate::app::Words;
use crate::app::theme::{self, Tokens};
use crate::model::{Fact, Reason};

pub fn fact_ui(ui: &mut Ui, fact: &Fact, text: &str, words: &Words) {
    let tokens = Tokens::of(ui);
    ui.set_max_width(320.0);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(words.figure_of(fact)).text_style(theme::strong_style()));
        ui.label(RichText::new(words.kind(fact.kind)).color(tokens.kind(fact.kind).text));
    });
    ui.label(words.describe(fact));
    if let Some(window) = &fact.window {
        ui.label(RichText::new(words.window(window)).color(tokens.ink_soft));
    }
    if !fact.rule.is_empty() {
        ui.label(RichText::new(words.why_read(fact, text)).small().color(tokens.ink_soft));
    }
}

/// Why a number of the text is no fact.
pub fn explained_ui(ui: &mut Ui, reason: Reason, words: &Words) {
    ui.label(
        RichText::new(format!("{} · {}", words.explained, words.reason(reason)))
            .small()
            .color(Tokens::of(ui).ink_soft),
    );
}
