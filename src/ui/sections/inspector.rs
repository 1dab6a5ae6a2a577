//! The chosen fact: every slot to be corrected in place, why it was read so, its words, and what was done to it.

use eframe::egui::containers::menu::MenuButton;
use eframe::egui::{Align, Button, Label, Layout, RichText, ScrollArea, Ui};

use super::fields::{self, Shown, Subject, Typing, choice_ui, text_ui};
use super::lookup::Lookup;
use super::{evidence, spelling};
use crate::app::theme::{self, Tokens};
use crate::app::{App, Command, Language, OpenBriefing, Pane, Words, words};
use crate::ledger::{self, Entry, Status, slots};
use crate::model::{Action, Fact, Kind, Measure, Metric, Origin, Slot, State};
use crate::ui::source::section_menu_ui;

/// What the inspector remembers.
#[derive(Default)]
pub struct InspectorView {
    /// Slots that the fact's kind does not use are shown too.
    shows_all: bool,
}

#[expect(clippy::too_many_arguments, reason = "what is shown and what is remembered are borrowed apart")]
pub fn inspector_ui(
    ui: &mut Ui,
    view: &mut InspectorView,
    typing: &mut Typing,
    lookup: &Lookup,
    app: &App,
    open: &OpenBriefing,
    entry: &Entry,
    commands: &mut Vec<Command>,
) {
    let words = words(app.settings.language);
    ui.scope(|ui| heading_ui(ui, open, entry, words, commands));
    let id = ui.scope_id().with(("inspector", open.doc, entry.fact.id));
    ScrollArea::vertical().id_salt(id).auto_shrink([false; 2]).show(ui, |ui| {
        ui.push_id(entry.fact.id, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            // The scroll bar floats over the right edge.
            ui.set_max_width(ui.available_width() - 8.0);
            let (used, rest) = slots_of(&entry.fact, entry);
            let shown: Vec<Slot> = if view.shows_all {
                used.iter().chain(&rest).copied().collect()
            } else {
                used
            };
            for slots in shown.chunks(2) {
                fields::row_ui(ui, 2, |ui, column| match slots.get(column).copied() {
                    Some(slot) => {
                        fields::name_ui(ui, words.slot(slot), words);
                        ui.vertical(|ui| slot_ui(ui, slot, typing, app, open, entry, commands));
                    }
                    None => more_ui(ui, view, &rest, words),
                });
            }
            if shown.len().is_multiple_of(2) {
                more_ui(ui, view, &rest, words);
            }
            ui.add_space(4.0);
            evidence::quote_ui(ui, open, entry);
            evidence::rule_ui(ui, entry, &open.source.text, words);
            part_ui(ui, lookup, open, entry, words, commands);
            evidence::history_ui(ui, open, entry, words);
            ui.add_space(8.0);
        });
    });
}

/// What the fact counts, its kind and section, and what can be done with it as a whole.
fn heading_ui(ui: &mut Ui, open: &OpenBriefing, entry: &Entry, words: &Words, commands: &mut Vec<Command>) {
    let tokens = Tokens::of(ui);
    ui.spacing_mut().interact_size.y = 20.0;
    ui.horizontal(|ui| {
        let room = (ui.available_width() - 170.0).max(80.0);
        let title = RichText::new(words.fact_title(&entry.fact)).text_style(theme::strong_style());
        ui.scope(|ui| {
            ui.set_max_width(room);
            ui.add(Label::new(title).truncate());
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let mut offer = |ui: &mut Ui, command: Command, name: &str| {
                let shortcut = command
                    .shortcut()
                    .map(|shortcut| ui.ctx().format_shortcut(&shortcut))
                    .unwrap_or_default();
                let button = Button::new(RichText::new(name).small()).small();
                let tip = format!("{} {shortcut}", words.command(&command).1);
                if ui.add(button).on_hover_text(tip.trim_end()).clicked() {
                    commands.push(command);
                }
            };
            let removal = if entry.status == Status::Removed {
                None
            } else {
                Some((Command::RemoveChosenFact, words.remove))
            };
            if let Some((command, name)) = removal {
                offer(ui, command, name);
            }
            let name = if entry.status == Status::Removed {
                words.restore
            } else {
                words.revert
            };
            if !entry.is_as_read() {
                offer(ui, Command::RevertChosenFact, name);
            }
        });
    });
    ui.horizontal(|ui| {
        let about = match entry.status {
            Status::Machine => words.kind(entry.fact.kind).to_owned(),
            status => format!("{} · {}", words.kind(entry.fact.kind), words.status(status)),
        };
        ui.label(RichText::new(about).small().color(tokens.kind(entry.fact.kind).text));
        section_ui(ui, open, entry, words, commands);
    });
}

/// The section that the fact stands in, with the menu that corrects it.
fn section_ui(ui: &mut Ui, open: &OpenBriefing, entry: &Entry, words: &Words, commands: &mut Vec<Command>) {
    let byte = entry.fact.span.start as usize;
    let after = open
        .briefing
        .sections
        .partition_point(|entry| entry.section.span.start as usize <= byte);
    let section = after.checked_sub(1).and_then(|index| open.briefing.sections.get(index));
    let Some(section) = section.filter(|entry| entry.section.span.contains(byte)) else {
        return;
    };
    let name = words.section(section.section.kind);
    let button = Button::new(RichText::new(format!("{name} ▼")).small().color(Tokens::of(ui).ink_soft))
        .frame_when_inactive(false)
        .small();
    let (response, _) = MenuButton::from_button(button).ui(ui, |ui| section_menu_ui(ui, section, open, words, commands));
    response
        .on_hover_text(words.section_kind)
        .accessible_name(format!("{} {name}", words.section_kind));
}

/// The slots that a fact of its kind uses or that hold something, and the others.
fn slots_of(fact: &Fact, entry: &Entry) -> (Vec<Slot>, Vec<Slot>) {
    use Slot::{Actor, Cumulative, Item, Measure, Metric, Origin, PerDay, Place, Recipient, State, Unit, Value, Window};
    let used: &[Slot] = match fact.kind {
        Kind::Cases => &[Value, Unit, Metric, Measure, Origin, Place, Window, Cumulative, Slot::Kind],
        Kind::Contacts => &[Value, Unit, Measure, State, Item, Place, Window, Cumulative, Slot::Kind],
        Kind::Supply => &[
            Value,
            Unit,
            Item,
            Slot::Action,
            Actor,
            Recipient,
            Window,
            Cumulative,
            PerDay,
            Slot::Kind,
        ],
        Kind::WorkResumption => &[Value, Unit, Item, State, Actor, Place, Window, Cumulative, Slot::Kind],
        _ => &[Value, Unit, Item, Actor, Recipient, Place, Window, Cumulative, Slot::Kind],
    };
    // A plain no says nothing here: only the kinds that often come each day show it.
    let is_told = |slot: Slot| {
        if slot == PerDay {
            fact.per_day
        } else {
            slots::show(fact, slot).is_some()
        }
    };
    let is_used = |slot: Slot| used.contains(&slot) || entry.edited.contains(&slot) || is_told(slot);
    let extra = Slot::ALL.iter().copied().filter(|slot| !used.contains(slot) && is_used(*slot));
    let rest = Slot::ALL.iter().copied().filter(|slot| !is_used(*slot)).collect();
    (used.iter().copied().chain(extra).collect(), rest)
}

/// Shows the slots that are seldom needed, or hides them again.
fn more_ui(ui: &mut Ui, view: &mut InspectorView, rest: &[Slot], words: &Words) {
    let name = if view.shows_all { words.fewer_slots } else { words.more_slots };
    if !rest.is_empty()
        && ui
            .add(Button::new(RichText::new(name).small()).frame_when_inactive(false))
            .clicked()
    {
        view.shows_all = !view.shows_all;
    }
}

fn slot_ui(ui: &mut Ui, slot: Slot, typing: &mut Typing, app: &App, open: &OpenBriefing, entry: &Entry, commands: &mut Vec<Command>) {
    let words = words(app.settings.language);
    let in_words = |fact: &Fact| {
        let spelled = Some(fact)
            .filter(|_| slot == Slot::Value)
            .and_then(|fact| spelling::of_text(fact, &open.source.text));
        spelled.unwrap_or_else(|| shown(fact, slot, words))
    };
    let text = in_words(&entry.fact);
    let machine = entry.machine.as_ref().filter(|_| entry.edited.contains(&slot)).map(|machine| {
        let machine = in_words(machine);
        if machine.is_empty() { words.not_stated.to_owned() } else { machine }
    });
    let refused = app.refused.as_ref().filter(|refused| {
        refused.doc == open.doc && refused.fact == Some(entry.fact.id) && refused.error.slot == ledger::Field::Fact(slot)
    });
    let why = refused.map(|refused| words.slot_error(&refused.error)).unwrap_or_default();
    let field = Shown {
        subject: Subject::Fact(open.doc, entry.fact.id, slot),
        name: words.slot(slot),
        text: &text,
        machine: machine.as_deref(),
        refused: refused.map(|refused| (refused.error.text.as_str(), why.as_str())),
    };
    let options = options(slot, words);
    if options.is_empty() {
        text_ui(ui, &field, typing, words, commands);
    } else {
        choice_ui(ui, &field, &options, words, commands);
    }
}

/// A slot in words; empty where it is not filled. A window stands as the texts write it, whatever the language, because that is
/// also how it is typed.
fn shown(fact: &Fact, slot: Slot, own: &Words) -> String {
    let Some(canonical) = slots::show(fact, slot) else {
        return String::new();
    };
    let words = if slot == Slot::Window { words(Language::Chinese) } else { own };
    words.slot_value(slot, &canonical)
}

/// What a slot of names can be set to; nothing for a slot of free words.
fn options(slot: Slot, words: &Words) -> Vec<(Option<&'static str>, &'static str)> {
    fn named<T: Copy>(
        all: &[T],
        as_str: fn(T) -> &'static str,
        word: impl Fn(T) -> &'static str,
    ) -> Vec<(Option<&'static str>, &'static str)> {
        all.iter().map(|name| (Some(as_str(*name)), word(*name))).collect()
    }
    let options = match slot {
        Slot::Kind => return named(Kind::ALL, Kind::as_str, |kind| words.kind(kind)),
        Slot::Cumulative | Slot::PerDay => return vec![(Some("true"), words.yes), (Some("false"), words.no)],
        Slot::Metric => named(Metric::ALL, Metric::as_str, |metric| words.metric(metric)),
        Slot::Measure => named(Measure::ALL, Measure::as_str, |measure| words.measure(measure)),
        Slot::Origin => named(Origin::ALL, Origin::as_str, |origin| words.origin_name(origin)),
        Slot::State => named(State::ALL, State::as_str, |state| words.state(state)),
        Slot::Action => named(Action::ALL, Action::as_str, |action| words.action(action)),
        Slot::Value | Slot::Unit | Slot::Item | Slot::Actor | Slot::Recipient | Slot::Place | Slot::Window => return Vec::new(),
    };
    std::iter::once((None, words.not_stated)).chain(options).collect()
}

/// The whole that the fact is a part of, and the parts that it is the whole of.
fn part_ui(ui: &mut Ui, lookup: &Lookup, open: &OpenBriefing, entry: &Entry, words: &Words, commands: &mut Vec<Command>) {
    let whole = entry
        .fact
        .part_of
        .and_then(|whole| lookup.entry(open, whole))
        .map(|whole| (words.part_of, whole));
    let parts = lookup.parts(open, entry.fact.id).map(|part| (words.parts, part));
    for (relation, Entry { fact, .. }) in whole.into_iter().chain(parts) {
        ui.horizontal(|ui| {
            ui.label(RichText::new(relation).small().color(Tokens::of(ui).ink_soft));
            let button = Button::new(RichText::new(words.fact_name(fact)).small())
                .frame_when_inactive(false)
                .truncate();
            if ui.add(button).clicked() {
                commands.push(Command::ChooseFact {
                    doc: open.doc,
                    fact: fact.id,
                    from: Pane::Keyboard,
                });
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Amount, Approx, FactId, Quantity, Span};

    fn entry(kind: Kind, item: Option<&str>) -> Entry {
        let quantity = Quantity {
            value: Some(Amount::from_int(1)),
            low: None,
            high: None,
            unit: "例".into(),
            approx: Approx::Exact,
        };
        let fact = Fact {
            kind,
            item: item.map(Into::into),
            ..Fact::bare(FactId(1), Span::new(0, 1), quantity)
        };
        Entry {
            machine: Some(fact.clone()),
            fact,
            status: Status::Machine,
            edited: Vec::new(),
            lost: None,
        }
    }

    #[test]
    fn every_slot_can_be_reached_and_none_twice() {
        for kind in Kind::ALL.iter().copied() {
            let entry = entry(kind, Some("面粉"));
            let (used, rest) = slots_of(&entry.fact, &entry);
            let mut all: Vec<Slot> = used.iter().chain(&rest).copied().collect();
            all.sort_unstable();
            assert_eq!(all, Slot::ALL, "{kind:?}");
        }
    }

    #[test]
    fn a_filled_slot_is_shown_whatever_the_kind() {
        let with_item = entry(Kind::Cases, Some("普通型"));
        assert!(slots_of(&with_item.fact, &with_item).0.contains(&Slot::Item));
        let without = entry(Kind::Cases, None);
        assert!(slots_of(&without.fact, &without).1.contains(&Slot::Item));
    }

    #[test]
    fn what_is_chosen_from_is_what_the_slot_takes() {
        let words = words(Language::Chinese);
        for slot in Slot::ALL.iter().copied() {
            for (canonical, word) in options(slot, words) {
                let mut fact = entry(Kind::Cases, None).fact;
                slots::set(&mut fact, slot, canonical).unwrap();
                let now = shown(&fact, slot, words);
                assert_eq!(if now.is_empty() { words.not_stated } else { &now }, word);
            }
        }
    }
}
