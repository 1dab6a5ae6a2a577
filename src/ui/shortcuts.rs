//! Keys become commands.

use eframe::egui::{Context, Popup};

use crate::app::{App, Command};

/// Pushes the commands whose keys were pressed. While something modal is up, only what cannot harm is heard.
pub fn listen(ctx: &Context, app: &App, is_modal: bool, commands: &mut Vec<Command>) {
    if is_modal || Popup::is_any_open(ctx) {
        return;
    }
    let is_typing = ctx.text_edit_focused();
    let mut heard: Vec<_> = Command::LISTED
        .iter()
        .flat_map(|command| {
            [command.shortcut(), command.second_shortcut()]
                .into_iter()
                .flatten()
                .map(move |shortcut| (shortcut, command))
        })
        .filter(|(_, command)| !(is_typing && command.needs_free_keyboard()))
        .collect();
    // egui lets Ctrl+Shift+O pass for Ctrl+O: the longer one must be asked for first.
    heard.sort_by_key(|(shortcut, _)| !shortcut.modifiers.shift);
    for (shortcut, command) in heard {
        // A command that does not apply leaves its key to whoever else wants it.
        if command.enabled(app) && ctx.input_mut(|input| input.consume_shortcut(&shortcut)) {
            commands.push(command.clone());
        }
    }
}
