//! The window in which a word is taught: what kind of word it is, and what it would change, before it is accepted.
//!
//! In: a word, and what trying it came to. Out: commands. Always: what is shown as the outcome is that of what stands in the fields.

use eframe::egui::{
    ComboBox, Context, Frame, Id, Key, Margin, Modal, Modifiers, RichText, Role, ScrollArea, TextEdit, TextStyle, Ui, WidgetInfo,
};

use super::controls::{primary_button, tabs};
use crate::app::teaching::{Change, Outcome};
use crate::app::theme::{self, Tokens};
use crate::app::{App, Command, Lesson, Words, words};
use crate::extract::taught::Table;

const WIDTH: f32 = 560.0;
const LIST_HEIGHT: f32 = 240.0;

/// The window while it is open.
#[derive(Default)]
pub struct TeachView {
    lesson: Option<Lesson>,
    has_focused: bool,
}

impl TeachView {
    pub fn open(&mut self, word: String) {
        let table = Table::Words;
        *self = Self {
            lesson: Some(Lesson {
                table,
                word,
                class: first_class(table),
            }),
            has_focused: false,
        };
    }

    pub fn is_open(&self) -> bool {
        self.lesson.is_some()
    }

    pub fn show(&mut self, ctx: &Context, app: &App, commands: &mut Vec<Command>) {
        let Some(lesson) = &mut self.lesson else { return };
        let words = words(app.settings.language);
        let tokens = Tokens::for_theme(ctx.theme());
        let frame = Frame::popup(&ctx.global_style())
            .inner_margin(Margin::same(18))
            .corner_radius(f32::from(theme::RADIUS + 4));
        let modal = Modal::new(Id::unique("teach")).frame(frame).backdrop_color(tokens.veil);
        let has_focused = &mut self.has_focused;
        let shown = modal.show(ctx, |ui| {
            ui.set_width(WIDTH.min(ctx.content_rect().width() - 48.0));
            ui.label(RichText::new(words.teach_title).text_style(TextStyle::Heading));
            ui.add_space(8.0);
            lesson_ui(ui, lesson, has_focused, words);
            ui.add_space(8.0);
            outcome_ui(ui, app, lesson, words);
            ui.add_space(10.0);
            buttons_ui(ui, app, lesson, words, commands)
        });
        // The last trial is waited for, so that letters typed meanwhile make one trial and not many.
        let is_pending = app.trial.as_ref().is_some_and(|trial| trial.outcome.is_none());
        let is_tried = app.trial.as_ref().is_some_and(|trial| trial.lesson == *lesson);
        let is_done = shown.inner || shown.should_close();
        if is_done {
            self.lesson = None;
            if !shown.inner {
                commands.push(Command::DropLesson);
            }
        } else if !is_pending && !is_tried {
            commands.push(Command::TryLesson(lesson.clone()));
        }
    }
}

fn first_class(table: Table) -> String {
    table.classes().first().copied().unwrap_or_default().to_owned()
}

fn lesson_ui(ui: &mut Ui, lesson: &mut Lesson, has_focused: &mut bool, words: &Words) {
    let field = TextEdit::singleline(&mut lesson.word).desired_width(f32::INFINITY);
    let response = ui.add(field);
    let text = lesson.word.clone();
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &text, &text, "");
        info.label = Some(words.teach_word.to_owned());
        info
    });
    if !std::mem::replace(has_focused, true) {
        response.request_focus();
    }
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        let kinds: Vec<(Table, &str)> = Table::ALL.iter().map(|table| (*table, words.table(*table))).collect();
        if let Some(table) = tabs(ui, lesson.table, &kinds, |_, table| words.table_hint(table).to_owned()) {
            (lesson.table, lesson.class) = (table, first_class(table));
        }
    });
    ui.label(RichText::new(words.table_hint(lesson.table)).small().color(Tokens::of(ui).ink_soft));
    if lesson.table.classes().is_empty() {
        return;
    }
    ui.add_space(4.0);
    let combo = ComboBox::from_id_salt("teach class")
        .width(220.0)
        .selected_text(words.table_class(lesson.table, &lesson.class));
    let shown = combo.show_ui(ui, |ui| {
        for class in lesson.table.classes() {
            let name = words.table_class(lesson.table, class);
            if ui.selectable_label(*class == lesson.class, name).clicked() {
                lesson.class = (*class).to_owned();
            }
        }
    });
    shown
        .response
        .widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, words.teach_class));
}

fn outcome_ui(ui: &mut Ui, app: &App, lesson: &Lesson, words: &Words) {
    let tokens = Tokens::of(ui);
    let outcome = app
        .trial
        .as_ref()
        .filter(|trial| trial.lesson == *lesson)
        .and_then(|trial| trial.outcome.as_ref());
    match outcome {
        None => {
            ui.horizontal(|ui| {
                ui.spinner();
                ui.label(RichText::new(words.teach_trying).color(tokens.ink_soft));
            });
        }
        Some(Err(fault)) => {
            ui.label(RichText::new(words.table_fault(*fault)).color(tokens.danger));
        }
        Some(Ok(outcome)) => {
            ui.label(words.teach_outcome(outcome.facts, outcome.sections));
            changes_ui(ui, app, outcome, words);
        }
    }
}

fn changes_ui(ui: &mut Ui, app: &App, outcome: &Outcome, words: &Words) {
    if outcome.changes.is_empty() {
        return;
    }
    let tokens = Tokens::of(ui);
    ui.add_space(4.0);
    ScrollArea::vertical()
        .max_height(LIST_HEIGHT)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for change in &outcome.changes {
                let Change { doc, before, after } = change;
                let quote = app
                    .briefing(*doc)
                    .zip(after.as_ref().or(before.as_ref()))
                    .map(|(open, fact)| open.words(fact.quote).to_owned());
                if let Some(quote) = quote {
                    ui.label(RichText::new(quote).small().color(tokens.ink_soft));
                }
                let (was, is) = (
                    before.as_ref().map(|fact| words.described(fact)),
                    after.as_ref().map(|fact| words.described(fact)),
                );
                if let Some(was) = was {
                    ui.label(RichText::new(was).strikethrough().color(tokens.ink_faint));
                }
                ui.label(is.unwrap_or_else(|| words.teach_gone.to_owned()));
                ui.separator();
            }
            if outcome.facts > outcome.changes.len() {
                ui.label(
                    RichText::new(words.teach_more(outcome.facts - outcome.changes.len()))
                        .small()
                        .color(tokens.ink_soft),
                );
            }
        });
}

/// Whether the word was accepted.
fn buttons_ui(ui: &mut Ui, app: &App, lesson: &Lesson, words: &Words, commands: &mut Vec<Command>) -> bool {
    let is_shown = app.trial.as_ref().is_some_and(|trial| trial.lesson == *lesson);
    let before = commands.len();
    ui.horizontal(|ui| {
        ui.add_enabled_ui(is_shown, |ui| primary_button(ui, app, Command::AcceptLesson, commands));
        let can_accept = is_shown && Command::AcceptLesson.enabled(app) && commands.len() == before;
        if can_accept && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter)) {
            commands.push(Command::AcceptLesson);
        }
        if ui.button(words.cancel).clicked() {
            ui.close();
        }
    });
    commands.len() > before
}
