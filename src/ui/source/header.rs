//! The line above the text: which file, in which encoding, how long, of which year, and what to know about it.

use eframe::egui::containers::menu::MenuButton;
use eframe::egui::{Align, Button, Frame, Label, Layout, Margin, Panel, RichText, Stroke, Ui};

use crate::app::theme::{self, Tokens};
use crate::app::{Command, OpenBriefing, Words};
use crate::model::{Encoding, RemarkCode, YearFrom};

pub fn header_ui(ui: &mut Ui, open: &OpenBriefing, words: &Words, commands: &mut Vec<Command>) {
    let tokens = Tokens::of(ui);
    let frame = Frame::new().fill(tokens.raised).inner_margin(Margin::symmetric(14, 5));
    let shown = Panel::top("source header")
        .frame(frame)
        .show_separator_line(false)
        .resizable(false)
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    year_ui(ui, open, words);
                    remarks_ui(ui, open, words);
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        let name = open.source.name();
                        let count = words.chars_count(open.source.char_count());
                        // The name gives way first: the rest is short and always the same length.
                        let room = (ui.available_width() - 190.0).max(60.0);
                        ui.scope(|ui| {
                            ui.set_max_width(room);
                            ui.add(Label::new(RichText::new(name).text_style(theme::strong_style())).truncate())
                                .on_hover_text(open.source.path.display().to_string());
                        });
                        encoding_ui(ui, open, words, commands);
                        ui.add(Label::new(RichText::new(count).color(tokens.ink_soft)).truncate());
                    });
                });
            });
        });
    let line = shown.response.rect;
    ui.painter()
        .hline(line.x_range(), line.bottom() - 0.5, Stroke::new(1.0, tokens.line));
}

fn encoding_ui(ui: &mut Ui, open: &OpenBriefing, words: &Words, commands: &mut Vec<Command>) {
    let now = words.encoding_name(open.source.encoding);
    let button = Button::new(format!("{now} ▼")).frame_when_inactive(false).small();
    let (response, _) = MenuButton::from_button(button).ui(ui, |ui| {
        let mut offer = |ui: &mut Ui, encoding: Option<Encoding>, name: &str| {
            if ui.selectable_label(open.forced_encoding == encoding, name).clicked() {
                if open.forced_encoding != encoding {
                    commands.push(Command::SetEncoding { doc: open.doc, encoding });
                }
                ui.close();
            }
        };
        offer(ui, None, words.encoding_detected);
        ui.separator();
        for encoding in Encoding::ALL.iter().copied() {
            offer(ui, Some(encoding), words.encoding_name(encoding));
        }
    });
    let origin = if open.forced_encoding.is_some() {
        words.year_from(YearFrom::Person)
    } else {
        words.encoding_detected
    };
    response
        .on_hover_text(format!("{} {now} · {origin}", words.encoding))
        .accessible_name(format!("{} {now}", words.encoding));
}

fn year_ui(ui: &mut Ui, open: &OpenBriefing, words: &Words) {
    let tokens = Tokens::of(ui);
    let meta = &open.briefing.meta;
    let (text, color) = match (meta.year, meta.year_from) {
        (Some(year), Some(from @ (YearFrom::Text | YearFrom::Person))) => {
            (words.year_with_origin(year, words.year_from(from)), tokens.ink_soft)
        }
        (Some(year), Some(from)) => (words.year_with_origin(year, words.year_from(from)), tokens.warning),
        (Some(year), None) => (format!("{} {year}", words.year), tokens.ink_soft),
        (None, _) => (words.year_unknown.to_owned(), tokens.warning),
    };
    ui.label(RichText::new(text).color(color));
}

/// Remarks of the machine; that the year is unknown is said beside it already.
fn remarks_ui(ui: &mut Ui, open: &OpenBriefing, words: &Words) {
    let remarks: Vec<&str> = open
        .machine
        .remarks
        .iter()
        .filter(|remark| remark.code != RemarkCode::YearUnknown)
        .map(|remark| words.remark(remark.code))
        .collect();
    if !remarks.is_empty() {
        let text = RichText::new(format!("⚠ {}", remarks.len())).color(Tokens::of(ui).warning);
        ui.label(text).on_hover_text(remarks.join("\n"));
    }
}
