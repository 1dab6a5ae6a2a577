//! The list of briefings: by date, with review state, number of facts and corrections.

use eframe::egui::{
    Align2, Frame, Id, Margin, Painter, Pos2, Rect, Response, RichText, Role, ScrollArea, Sense, Shape, Stroke, TextEdit, TextStyle, Ui,
    WidgetInfo, vec2,
};

use super::controls::{at_right, focus_ring};
use crate::app::theme::{self, Tokens};
use crate::app::{App, Command, OpenBriefing, Words, words};
use crate::ledger::{DocId, Review};
use crate::model::Encoding;

/// Height of a briefing's row, in points.
const ROW: f32 = 54.0;

/// What the pane remembers from frame to frame.
#[derive(Default)]
pub struct BriefingsView {
    /// Put the cursor into the filter at the next frame.
    pub wants_filter: bool,
    /// The briefing that was last brought into view.
    shown: Option<DocId>,
}

pub fn briefings_ui(ui: &mut Ui, view: &mut BriefingsView, app: &App, commands: &mut Vec<Command>) {
    let words = words(app.settings.language);
    let rows: Vec<&OpenBriefing> = app.filtered().collect();
    Frame::new()
        .inner_margin(Margin {
            left: 14,
            right: 14,
            top: 12,
            bottom: 4,
        })
        .show(ui, |ui| {
            header_ui(ui, app, words, rows.len());
            filter_ui(ui, view, app, words, commands);
        });
    if rows.is_empty() && !app.briefings.is_empty() {
        ui.vertical_centered(|ui| {
            ui.add_space(24.0);
            ui.label(RichText::new(words.no_match).color(Tokens::of(ui).ink_soft));
            if ui.button(words.filter_clear).clicked() {
                commands.push(Command::FilterBriefings(String::new()));
            }
        });
        return;
    }
    let bring = app.chosen.filter(|chosen| view.shown != Some(*chosen));
    let bring = bring.and_then(|chosen| rows.iter().position(|open| open.doc == chosen));
    view.shown = app.chosen;
    ui.spacing_mut().item_spacing.y = 2.0;
    let stride = ROW + ui.spacing().item_spacing.y;
    ScrollArea::vertical()
        .id_salt("briefings")
        .auto_shrink([false; 2])
        .show_viewport(ui, |ui, viewport| {
            ui.set_height(stride * rows.len() as f32);
            let (left, top, right) = (ui.max_rect().left() + 8.0, ui.min_rect().top(), ui.max_rect().right() - 8.0);
            let row_rect = |index: usize| {
                let y = top + stride * index as f32;
                Rect::from_min_max(Pos2::new(left, y), Pos2::new(right, y + ROW))
            };
            let first = (viewport.top() / stride).floor().max(0.0) as usize;
            let last = ((viewport.bottom() / stride).ceil() as usize).min(rows.len());
            for (index, open) in rows.iter().enumerate().take(last).skip(first) {
                row_ui(ui, row_rect(index), app, open, words, commands);
            }
            if let Some(index) = bring {
                let rect = row_rect(index);
                if !ui.clip_rect().contains_rect(rect) {
                    ui.scroll_to_rect(rect, None);
                }
            }
        });
}

fn header_ui(ui: &mut Ui, app: &App, words: &Words, shown: usize) {
    let tokens = Tokens::of(ui);
    ui.horizontal(|ui| {
        ui.label(RichText::new(words.briefings_count(shown, app.briefings.len())).color(tokens.ink_soft));
        at_right(ui, |ui| ui.label(RichText::new(words.by_date).small().color(tokens.ink_faint)));
    });
}

fn filter_ui(ui: &mut Ui, view: &mut BriefingsView, app: &App, words: &Words, commands: &mut Vec<Command>) {
    let mut filter = app.filter.clone();
    let edit = TextEdit::singleline(&mut filter)
        .id(Id::unique("briefings filter"))
        .hint_text(words.filter_hint)
        .desired_width(f32::INFINITY);
    let response = ui.add(edit);
    response.widget_info(|| WidgetInfo::labeled(Role::SearchInput, true, words.command(&Command::FocusFilter).0));
    if std::mem::take(&mut view.wants_filter) {
        response.request_focus();
    }
    if response.changed() {
        commands.push(Command::FilterBriefings(filter));
    }
}

fn row_ui(ui: &mut Ui, rect: Rect, app: &App, open: &OpenBriefing, words: &Words, commands: &mut Vec<Command>) {
    let tokens = Tokens::of(ui);
    let is_chosen = app.chosen == Some(open.doc);
    let response = ui.interact(rect, ui.scope_id().with(open.doc), Sense::CLICK);
    let (title, detail, counts) = (title(open, words), detail(open, words), counts(app, open, words));
    response.widget_info(|| {
        let name = format!("{title} {detail}, {}, {counts}", words.review(open.review));
        WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), is_chosen, name)
    });
    let fill = if is_chosen {
        Some(tokens.accent_soft)
    } else if response.hovered() {
        Some(tokens.hover)
    } else {
        None
    };
    if let Some(fill) = fill {
        ui.painter().rect_filled(rect, f32::from(theme::RADIUS), fill);
    }
    focus_ring(ui, &response);

    let (upper, lower) = (rect.top() + 17.0, rect.top() + 37.0);
    let (left, right) = (rect.left() + 24.0, rect.right() - 10.0);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    dot(&painter, Pos2::new(rect.left() + 13.0, upper), open.review, tokens);
    let (strong, small) = (theme::strong_style().resolve(ui.style()), TextStyle::Small.resolve(ui.style()));
    let state_color = match open.review {
        Review::Unread => tokens.ink_soft,
        Review::InReview => tokens.warning,
        Review::Reviewed => tokens.good,
    };
    let state = painter.text(
        Pos2::new(right, upper),
        Align2::RIGHT_CENTER,
        words.review(open.review),
        small.clone(),
        state_color,
    );
    let counted = painter.text(
        Pos2::new(right, lower),
        Align2::RIGHT_CENTER,
        counts,
        small.clone(),
        tokens.ink_soft,
    );
    let clip = |end: Rect| rect.intersect(ui.clip_rect()).with_max_x(end.left() - 6.0);
    painter
        .with_clip_rect(clip(state))
        .text(Pos2::new(left, upper), Align2::LEFT_CENTER, &title, strong, tokens.ink);
    painter
        .with_clip_rect(clip(counted))
        .text(Pos2::new(left, lower), Align2::LEFT_CENTER, detail, small, tokens.ink_soft);

    if response.clicked() {
        commands.push(Command::ChooseBriefing(open.doc));
    }
    row_menu(&response, open, words, commands);
    response.on_hover_text(format!(
        "{}\n{}",
        open.briefing.meta.title.as_deref().unwrap_or(&title),
        open.source.path.display()
    ));
}

fn title(open: &OpenBriefing, words: &Words) -> String {
    open.briefing.meta.date.map_or_else(|| open.source.name(), |date| words.day(date))
}

fn detail(open: &OpenBriefing, words: &Words) -> String {
    let meta = &open.briefing.meta;
    let session = meta.session.map(|session| words.session(session));
    let known = [meta.place.clone(), session].into_iter().flatten().collect::<Vec<_>>().join(" ");
    match (known.is_empty(), meta.date) {
        (false, _) => known,
        (true, Some(_)) => open.source.name(),
        (true, None) => words.no_date.to_owned(),
    }
}

fn counts(app: &App, open: &OpenBriefing, words: &Words) -> String {
    let facts = words.facts_count(app.fact_count(open));
    if open.corrected() == 0 {
        facts
    } else {
        format!("{facts} · {}", words.edits_count(open.corrected()))
    }
}

/// Ring, half disc, disc: told apart without colour.
fn dot(painter: &Painter, at: Pos2, review: Review, tokens: &Tokens) {
    const RADIUS: f32 = 4.5;
    match review {
        Review::Unread => painter.circle_stroke(at, RADIUS - 0.75, Stroke::new(1.5, tokens.ink_faint)),
        Review::InReview => {
            let arc = (0..=16).map(|step| {
                let angle = std::f32::consts::PI * (0.5 + step as f32 / 16.0);
                at + RADIUS * vec2(angle.cos(), angle.sin())
            });
            painter.add(Shape::convex_polygon(arc.collect(), tokens.warning, Stroke::NONE));
            painter.circle_stroke(at, RADIUS - 0.75, Stroke::new(1.5, tokens.warning))
        }
        Review::Reviewed => painter.circle_filled(at, RADIUS, tokens.good),
    };
}

fn row_menu(response: &Response, open: &OpenBriefing, words: &Words, commands: &mut Vec<Command>) {
    response.context_menu(|ui| {
        let mut chosen = None;
        ui.label(RichText::new(words.review_state).small().color(Tokens::of(ui).ink_soft));
        for review in [Review::Unread, Review::InReview, Review::Reviewed] {
            if ui.selectable_label(open.review == review, words.review(review)).clicked() {
                chosen = Some(Command::SetReview(open.doc, review));
            }
        }
        ui.separator();
        ui.menu_button(words.encoding, |ui| {
            if ui
                .selectable_label(open.forced_encoding.is_none(), words.encoding_detected)
                .clicked()
            {
                chosen = Some(Command::SetEncoding {
                    doc: open.doc,
                    encoding: None,
                });
            }
            for encoding in Encoding::ALL.iter().copied() {
                if ui
                    .selectable_label(open.forced_encoding == Some(encoding), words.encoding_name(encoding))
                    .clicked()
                {
                    chosen = Some(Command::SetEncoding {
                        doc: open.doc,
                        encoding: Some(encoding),
                    });
                }
            }
        });
        ui.separator();
        if ui.button(words.command(&Command::CloseChosenBriefing).0).clicked() {
            chosen = Some(Command::CloseBriefing(open.doc));
        }
        if let Some(command) = chosen {
            commands.push(command);
            ui.close();
        }
    });
}
