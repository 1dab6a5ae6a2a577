//! A field that a person corrects in place: what is typed is handed over on Enter or when the field is left.
//!
//! Keys are looked at only after the field has had them, so that an input method keeps its own.

use std::sync::Arc;

use eframe::egui::epaint::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{
    Align, Align2, ComboBox, EventFilter, Galley, Key, Label, Layout, Margin, Response, RichText, Stroke, StrokeKind, TextEdit, TextStyle,
    Ui, vec2,
};

use crate::app::theme::{self, Tokens};
use crate::app::{Command, Language, Words};
use crate::ledger::DocId;
use crate::model::{FactId, MetaSlot, Slot};

/// Between columns.
const GAP: f32 = 14.0;
const NARROWEST: f32 = 110.0;
/// Room for the sign of a list at its right end.
const COMBO_SIGN: f32 = 28.0;
/// Room for every kind of fact without scrolling.
const LONGEST_LIST: f32 = 460.0;

/// Whose value a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    Fact(DocId, FactId, Slot),
    Briefing(DocId, MetaSlot),
}

impl Subject {
    /// The command that hands over what was typed; nothing typed empties the slot.
    pub fn typed(self, text: &str) -> Command {
        let text = Some(text.to_owned()).filter(|text| !text.trim().is_empty());
        match self {
            Self::Fact(doc, fact, slot) => Command::SetSlot { doc, fact, slot, text },
            Self::Briefing(doc, slot) => Command::SetMeta { doc, slot, text },
        }
    }
}

/// Text that has been typed and not handed over.
#[derive(Clone, Debug, Default)]
pub struct Typing {
    now: Option<(Subject, String)>,
    /// Whether the field of `now` was drawn in this frame.
    is_drawn: bool,
    /// The cursor is asked for in the value of the chosen fact.
    pub wants_value: bool,
}

impl Typing {
    pub fn begin_frame(&mut self) {
        self.is_drawn = false;
    }

    /// Hands over what was typed into a field that has gone from the screen with the keyboard in it.
    pub fn end_frame(&mut self, commands: &mut Vec<Command>) {
        if !self.is_drawn
            && let Some((subject, text)) = self.now.take()
        {
            commands.push(subject.typed(&text));
        }
    }
}

/// A row of as many columns of equal width.
pub fn row_ui(ui: &mut Ui, columns: usize, mut column_ui: impl FnMut(&mut Ui, usize)) {
    let width = (ui.available_width() - GAP * (columns as f32 - 1.0)) / columns as f32;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for column in 0..columns {
            ui.allocate_ui_with_layout(vec2(width.max(NARROWEST), 0.0), Layout::left_to_right(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                column_ui(ui, column);
            });
        }
    });
}

/// The name before a field.
pub fn name_ui(ui: &mut Ui, name: &str, words: &Words) {
    let width = match words.language {
        Language::Chinese => 40.0,
        Language::English => 68.0,
    };
    ui.allocate_ui_with_layout(
        vec2(width, ui.spacing().interact_size.y),
        Layout::right_to_left(Align::Center),
        |ui| {
            ui.set_min_width(width);
            ui.add(Label::new(RichText::new(name).small().color(Tokens::of(ui).ink_soft)).truncate());
        },
    );
}

/// What a field shows.
pub struct Shown<'a> {
    pub subject: Subject,
    /// Accessible name.
    pub name: &'a str,
    pub text: &'a str,
    /// What the machine read, where a person has put something else; shown struck through.
    pub machine: Option<&'a str>,
    /// What was typed and refused, and why.
    pub refused: Option<(&'a str, &'a str)>,
}

/// A line of text.
pub fn text_ui(ui: &mut Ui, shown: &Shown, typing: &mut Typing, words: &Words, commands: &mut Vec<Command>) {
    let tokens = Tokens::of(ui);
    let is_typing = typing.now.as_ref().is_some_and(|(subject, _)| *subject == shown.subject);
    let mut text = match (&typing.now, shown.refused) {
        (Some((_, text)), _) if is_typing => text.clone(),
        (_, Some((refused, _))) => refused.to_owned(),
        _ => shown.text.to_owned(),
    };
    let width = ui.available_width();
    let struck = shown.machine.map(|machine| struck_through(ui, machine, width * 0.45));
    let right = struck.as_ref().map_or(8.0, |galley| galley.size().x + 14.0);
    let edit = TextEdit::singleline(&mut text)
        .id(ui.scope_id().with(shown.subject))
        .hint_text(words.not_stated)
        .desired_width(width)
        .margin(Margin {
            left: 8,
            right: right as i8,
            top: 4,
            bottom: 4,
        });
    let response = ui.add(edit);
    response.ctx.accesskit_node_builder(response.id, |node| node.set_label(shown.name));
    if let Some(galley) = struck {
        let corner = Align2::RIGHT_CENTER.anchor_size(response.rect.right_center(), galley.size());
        ui.painter().galley(corner.min - vec2(8.0, 0.0), galley, tokens.ink_faint);
        response
            .clone()
            .on_hover_text(format!("{} {}", words.machine_value, shown.machine.unwrap_or_default()));
    }
    if shown.refused.is_some() && !response.has_focus() {
        ui.painter().rect_stroke(
            response.rect,
            f32::from(theme::RADIUS),
            Stroke::new(1.0, tokens.danger),
            StrokeKind::Inside,
        );
    }

    if typing.wants_value && matches!(shown.subject, Subject::Fact(_, _, Slot::Value)) {
        typing.wants_value = false;
        response.request_focus();
        select_all(ui, &response, &text);
    }
    if response.has_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
        response.surrender_focus();
        typing.now = None;
        commands.extend(shown.refused.is_some().then_some(Command::DismissRefusal));
    } else if response.has_focus() {
        // Escape gives up what was typed; it must not reach what it would clear besides.
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        if response.changed() || is_typing {
            typing.now = Some((shown.subject, text));
            typing.is_drawn = true;
        }
    } else if response.lost_focus() {
        let was = shown.refused.map_or(shown.text, |(refused, _)| refused);
        let is_new = typing.now.take_if(|(subject, _)| *subject == shown.subject).is_some() && text != was;
        commands.extend(is_new.then(|| shown.subject.typed(&text)));
    } else if response.changed() {
        // Set by a screen reader, which does not need the keyboard for it.
        commands.push(shown.subject.typed(&text));
    }
    if let Some((_, why)) = shown.refused {
        ui.label(RichText::new(why).small().color(tokens.danger));
    }
}

/// What is typed next takes the place of the whole value.
fn select_all(ui: &Ui, response: &Response, text: &str) {
    let mut state = TextEditState::load(ui.ctx(), response.id).unwrap_or_default();
    let end = CCursor::new(text.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), end)));
    state.store(ui.ctx(), response.id);
}

/// One of a few names. `options` are canonical texts with their words; `None` empties the slot.
pub fn choice_ui(ui: &mut Ui, shown: &Shown, options: &[(Option<&str>, &str)], words: &Words, commands: &mut Vec<Command>) {
    let tokens = Tokens::of(ui);
    let current = options.iter().find(|(_, word)| *word == shown.text);
    let face = match current {
        Some((Some(_), word)) => RichText::new(*word),
        _ => RichText::new(words.not_stated).color(tokens.ink_faint),
    };
    let combo = ComboBox::from_id_salt(shown.subject)
        .width(ui.available_width())
        .height(LONGEST_LIST)
        .selected_text(face)
        .truncate();
    let response = combo.show_ui(ui, |ui| {
        for (canonical, word) in options {
            if ui.selectable_label(*word == shown.text, *word).clicked() && *word != shown.text {
                commands.push(shown.subject.typed(canonical.unwrap_or_default()));
            }
        }
    });
    let response = response.response.accessible_name(shown.name);
    if let Some(machine) = shown.machine {
        let font = TextStyle::Button.resolve(ui.style());
        let face = ui
            .fonts_mut(|fonts| fonts.layout_no_wrap(shown.text.to_owned(), font, tokens.ink))
            .size()
            .x;
        let room = response.rect.width() - face - COMBO_SIGN - 24.0;
        let galley = struck_through(ui, machine, room.max(0.0));
        // Where both would not fit, the tooltip says it.
        if room > 24.0 {
            let corner = Align2::RIGHT_CENTER.anchor_size(response.rect.right_center(), galley.size());
            ui.painter().galley(corner.min - vec2(COMBO_SIGN, 0.0), galley, tokens.ink_faint);
        }
        response.on_hover_text(format!("{} {machine}", words.machine_value));
    }
    if let Some((_, why)) = shown.refused {
        ui.label(RichText::new(why).small().color(tokens.danger));
    }
}

fn struck_through(ui: &Ui, text: &str, width: f32) -> Arc<Galley> {
    let color = Tokens::of(ui).ink_faint;
    let format = TextFormat {
        font_id: TextStyle::Small.resolve(ui.style()),
        color,
        strikethrough: Stroke::new(1.0, color),
        ..TextFormat::default()
    };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping::truncate_at_width(width);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
