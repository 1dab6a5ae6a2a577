//! What the briefing says about itself, folded to a line; unfolded, each of it can be corrected.

use eframe::egui::{Button, RichText, Ui};

use super::fields::{self, Shown, Subject, Typing, text_ui};
use crate::app::theme::Tokens;
use crate::app::{App, Command, Language, OpenBriefing, Words, words};
use crate::ledger;
use crate::model::{Meta, MetaSlot};

/// The line that folds and unfolds the details.
pub fn summary_ui(ui: &mut Ui, is_open: &mut bool, open: &OpenBriefing, words: &Words) {
    let sign = if *is_open { "▼" } else { "▶" };
    let text = format!("{sign} {}  {}", words.briefing_details, summary(&open.briefing.meta, words));
    let button = Button::new(RichText::new(text).small().color(Tokens::of(ui).ink_soft))
        .frame_when_inactive(false)
        .truncate();
    if ui.add(button).clicked() {
        *is_open = !*is_open;
    }
}

pub fn details_ui(ui: &mut Ui, typing: &mut Typing, app: &App, open: &OpenBriefing, commands: &mut Vec<Command>) {
    ui.push_id(open.doc, |ui| {
        row_ui(ui, &[MetaSlot::Title], typing, app, open, commands);
        row_ui(ui, &[MetaSlot::Date, MetaSlot::Year], typing, app, open, commands);
        row_ui(ui, &[MetaSlot::Place, MetaSlot::Session], typing, app, open, commands);
    });
    ui.add_space(4.0);
}

/// `9月28日 · 云岭市 · 第52场`.
fn summary(meta: &Meta, words: &Words) -> String {
    let parts = [
        meta.date.map(|date| words.day(date)),
        meta.place.clone(),
        meta.session.map(|session| words.session(session)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn row_ui(ui: &mut Ui, slots: &[MetaSlot], typing: &mut Typing, app: &App, open: &OpenBriefing, commands: &mut Vec<Command>) {
    fields::row_ui(ui, slots.len(), |ui, column| {
        if let Some(slot) = slots.get(column).copied() {
            let own = words(app.settings.language);
            fields::name_ui(ui, own.meta_slot(slot), own);
            ui.vertical(|ui| slot_ui(ui, slot, typing, app, open, commands));
        }
    });
}

fn slot_ui(ui: &mut Ui, slot: MetaSlot, typing: &mut Typing, app: &App, open: &OpenBriefing, commands: &mut Vec<Command>) {
    let own = words(app.settings.language);
    let text = shown(&open.briefing.meta, slot);
    let machine = open.briefing.edited_meta.contains(&slot).then(|| shown(&open.machine.meta, slot));
    let machine = machine
        .filter(|machine| *machine != text)
        .map(|machine| if machine.is_empty() { own.not_stated.to_owned() } else { machine });
    let refused = app
        .refused
        .as_ref()
        .filter(|refused| refused.doc == open.doc && refused.fact.is_none() && refused.error.slot == ledger::Field::Meta(slot));
    let why = refused.map(|refused| own.slot_error(&refused.error)).unwrap_or_default();
    let field = Shown {
        subject: Subject::Briefing(open.doc, slot),
        name: own.meta_slot(slot),
        text: &text,
        machine: machine.as_deref(),
        refused: refused.map(|refused| (refused.error.text.as_str(), why.as_str())),
    };
    text_ui(ui, &field, typing, own, commands);
}

/// A date stands as the texts write it, because that is also how it is typed.
fn shown(meta: &Meta, slot: MetaSlot) -> String {
    let chinese = words(Language::Chinese);
    match slot {
        MetaSlot::Title => meta.title.clone(),
        MetaSlot::Date => meta.date.map(|date| chinese.day(date)),
        MetaSlot::Place => meta.place.clone(),
        MetaSlot::Session => meta.session.map(|session| session.to_string()),
        MetaSlot::Year => meta.year.map(|year| year.to_string()),
    }
    .unwrap_or_default()
}
