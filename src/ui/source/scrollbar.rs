//! The bar at the right edge: where in the text the pane is, and the way to anywhere in it.

use eframe::egui::{CursorIcon, Rect, Role, Sense, Ui, Vec2, WidgetInfo, lerp, pos2, vec2};

use super::paper::{Extent, Motion};
use crate::app::Words;
use crate::app::theme::Tokens;

const WIDTH: f32 = 12.0;
const SHORTEST_THUMB: f32 = 28.0;

/// Draws the bar where the text is longer than the pane; where a person drags it to.
pub fn scrollbar_ui(ui: &mut Ui, outer: Rect, extent: Extent, words: &Words) -> Option<Motion> {
    let view = f64::from(outer.height());
    if extent.total <= view {
        return None;
    }
    let track = Rect::from_min_max(pos2(outer.right() - WIDTH, outer.top()), outer.max);
    let length = (view / extent.total * view).max(f64::from(SHORTEST_THUMB)) as f32;
    let way = track.height() - length;
    let share = (extent.top / (extent.total - view)).clamp(0.0, 1.0) as f32;
    let thumb = Rect::from_min_size(pos2(track.left(), track.top() + way * share), vec2(WIDTH, length));

    let id = ui.scope_id().with("scroll bar");
    let response = ui
        .interact(track, id, Sense::CLICK | Sense::DRAG)
        .on_hover_cursor(CursorIcon::Default);
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, words.scroll_bar));
    let tokens = Tokens::of(ui);
    let is_held = response.is_pointer_button_down_on();
    let breadth = lerp(5.0..=8.0, ui.ctx().animate_bool_responsive(id, response.hovered() || is_held));
    let bar = Rect::from_min_max(
        pos2(thumb.right() - breadth - 2.0, thumb.top() + 2.0),
        pos2(thumb.right() - 2.0, thumb.bottom() - 2.0),
    );
    ui.painter()
        .rect_filled(bar, breadth / 2.0, if is_held { tokens.ink_faint } else { tokens.border });

    let is_clicked = response.clicked();
    let at = response.interact_pointer_pos().filter(|_| is_held || is_clicked)?.y;
    // Where on the thumb it was taken: the thumb stays under the pointer; beside it, its middle comes there.
    let is_new = ui.input(|input| input.pointer.primary_pressed());
    let held = if is_new {
        let held = if thumb.y_range().contains(at) {
            at - thumb.top()
        } else {
            length / 2.0
        };
        ui.data_mut(|data| data.insert_temp(id, held));
        held
    } else {
        ui.data(|data| data.get_temp(id)).unwrap_or(length / 2.0)
    };
    let share = f64::from((at - held - track.top()) / way.max(1.0));
    // A click may begin and end within one frame, and a pointer may jump rather than move.
    let beside = (is_new || is_clicked) && !thumb.y_range().contains(at);
    let has_moved = beside || ui.input(|input| input.pointer.delta() != Vec2::ZERO);
    has_moved.then_some(Motion::Share(share))
}
