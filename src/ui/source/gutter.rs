//! The margin: each section's band, its word and who speaks; a menu on the band corrects both.

use eframe::egui::epaint::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Align, Color32, CursorIcon, FontId, Popup, Rect, Role, Sense, SetOpenCommand, TextStyle, Ui, WidgetInfo, pos2, vec2};

use super::desk::{Desk, GUTTER};
use super::layout::SECTION_GAP;
use super::menu;
use crate::app::theme::Tokens;
use crate::app::{Command, OpenBriefing, Words};
use crate::extract::outline;
use crate::ledger::SectionEntry;

const BAND: f32 = 3.0;
/// From the band to the words of the text.
const AIR: f32 = 12.0;
const LABEL_LINE: f32 = 16.0;
/// The section's word, and two lines for who speaks.
const MOST_LABEL_LINES: usize = 3;
/// Brings the label's first line level with that of the text.
const LABEL_DROP: f32 = 5.0;

/// A section as far as it is in view.
struct Stretch {
    index: usize,
    top: f32,
    bottom: f32,
}

pub fn gutter_ui(ui: &mut Ui, desk: &Desk, open: &OpenBriefing, words: &Words, commands: &mut Vec<Command>) {
    for stretch in stretches(desk) {
        if let Some(entry) = open.briefing.sections.get(stretch.index) {
            section_ui(ui, desk, &stretch, entry, open, words, commands);
        }
    }
}

fn stretches(desk: &Desk) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for (piece, corner) in desk.visible_pieces() {
        let Some(index) = piece.section else { continue };
        let bottom = corner.y + piece.bottom() - piece.top;
        match stretches.last_mut() {
            Some(last) if last.index == index => last.bottom = bottom,
            _ => stretches.push(Stretch {
                index,
                top: corner.y,
                bottom,
            }),
        }
    }
    stretches
}

fn section_ui(
    ui: &mut Ui,
    desk: &Desk,
    stretch: &Stretch,
    entry: &SectionEntry,
    open: &OpenBriefing,
    words: &Words,
    commands: &mut Vec<Command>,
) {
    let tokens = Tokens::of(ui);
    let section = &entry.section;
    let right = desk.outer.left() + GUTTER - AIR;
    let band = Rect::from_min_max(pos2(right - BAND, stretch.top + 2.0), pos2(right, stretch.bottom - 2.0));
    let painter = ui.painter().with_clip_rect(desk.outer);
    painter.rect_filled(band, 1.0, tokens.band(section.kind));

    let column = right - BAND - 8.0 - desk.outer.left() - 6.0;
    let font = TextStyle::Small.resolve(ui.style());
    let color = if entry.edited { tokens.accent } else { tokens.ink_soft };
    let speaker = section.speaker.as_deref().or(section.outlet.as_deref());
    // A label may stand beside the gap below its section, not beside the next one.
    let room = stretch.bottom - stretch.top + SECTION_GAP - LABEL_DROP;
    let mut job = label(words.section(section.kind), speaker.map(short_name), font, color);
    job.wrap = TextWrapping {
        max_width: column,
        max_rows: ((room / LABEL_LINE) as usize).clamp(1, MOST_LABEL_LINES),
        ..TextWrapping::default()
    };
    let label = ui.fonts_mut(|fonts| fonts.layout_job(job));
    // The label stays in view as long as its section does.
    let lowest = (stretch.bottom - label.size().y - LABEL_DROP).max(stretch.top);
    let y = stretch.top.max(desk.outer.top() + 6.0).min(lowest) + LABEL_DROP;
    let corner = pos2(desk.outer.left() + 6.0 + column, y);
    painter.galley(corner, label, color);

    let sensed = Rect::from_min_max(pos2(desk.outer.left(), stretch.top), pos2(right + 4.0, stretch.bottom)).intersect(desk.outer);
    let id = ui.scope_id().with(("band", section.id, stretch.index));
    let name = match speaker {
        Some(speaker) => format!("{} {speaker}", words.section(section.kind)),
        None => words.section(section.kind).to_owned(),
    };
    let response = ui.interact(sensed, id, Sense::CLICK).on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    if response.hovered() {
        painter.rect_filled(band.expand2(vec2(1.0, 0.0)), 1.0, tokens.band(section.kind));
    }
    let is_asked = response.clicked() || response.secondary_clicked();
    Popup::menu(&response)
        .open_memory(is_asked.then_some(SetOpenCommand::Bool(true)))
        .at_pointer_fixed()
        .show(|ui| menu::section_menu_ui(ui, entry, open, words, commands));
    response.on_hover_text(name);
}

fn label(word: &str, speaker: Option<String>, font: FontId, color: Color32) -> LayoutJob {
    let format = TextFormat {
        font_id: font,
        color,
        line_height: Some(LABEL_LINE),
        ..TextFormat::default()
    };
    let mut job = LayoutJob::single_section(word.to_owned(), format.clone());
    if let Some(speaker) = speaker {
        job.append("\n", 0.0, format.clone());
        job.append(&speaker, 0.0, format);
    }
    job.halign = Align::RIGHT;
    job
}

/// The name at the end of 市政府副秘书长周前进: what follows the last office, where it is short enough to be a name.
fn short_name(speaker: &str) -> String {
    let after = outline::end_of_office(speaker);
    let name = after.map(|at| speaker[at..].trim_matches(|c: char| c.is_whitespace() || c == ':' || c == '\u{ff1a}'));
    match name {
        Some(name) if (2..=12).contains(&name.chars().count()) => name.to_owned(),
        _ => speaker.split_whitespace().next_back().unwrap_or(speaker).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(speaker: &str, shown: &str) {
        assert_eq!(short_name(speaker), shown);
    }

    #[test]
    fn the_margin_names_the_person_not_the_office() {
        check("市政府副秘书长王新民", "王新民");
        check("市国资委党委副书记、主任  扎西平措", "扎西平措");
        check("副市长,公安局局长达瓦", "达瓦");
        check("王新民", "王新民");
        check("云州日报", "云州日报");
        check("市卫健委主任", "市卫健委主任");
        check("", "");
    }
}
