//! The pane as a person uses it: by the names of rows and fields, with the keyboard and the pointer.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::app::{Command, Pane};
use crate::ledger::{Entry, Status};
use crate::model::{Amount, Approx, Kind, Slot};
use crate::ui::source::stage::Stage;

const VEGETABLES: usize = 4;

fn harness_with(fact: usize) -> Harness<'static, Stage> {
    let mut harness = Stage::new().harness();
    choose(&mut harness, fact);
    harness.run();
    harness
}

fn choose(harness: &mut Harness<Stage>, fact: usize) {
    let (doc, fact) = (harness.state().open().doc, harness.state().fact(fact).id);
    harness.state_mut().app.execute(Command::ChooseFact {
        doc,
        fact,
        from: Pane::Keyboard,
    });
}

fn entry<'a>(harness: &'a Harness<Stage>, fact: usize) -> &'a Entry {
    &harness.state().open().briefing.facts[fact]
}

fn value(harness: &Harness<Stage>, fact: usize) -> (Option<Amount>, Approx) {
    let quantity = &entry(harness, fact).fact.quantity;
    (quantity.value, quantity.approx)
}

fn field_value(harness: &Harness<Stage>, name: &str) -> Option<String> {
    harness.get_by_role_and_label(Role::TextInput, name).value()
}

/// Puts the keyboard into a field and replaces what is there.
fn type_into(harness: &mut Harness<Stage>, name: &str, text: &str) {
    harness.get_by_role_and_label(Role::TextInput, name).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.get_by_role_and_label(Role::TextInput, name).type_text(text);
    harness.run();
}

fn enter(harness: &mut Harness<Stage>, name: &str, text: &str) {
    type_into(harness, name, text);
    harness.key_press(Key::Enter);
    harness.run();
}

#[test]
fn a_row_chooses_its_fact() {
    let mut harness = Stage::new().harness();
    harness.run();
    harness.get_by_label("> 36,000 份 蔬菜礼包 · 农投集团 筹措").click();
    harness.run();
    assert_eq!(harness.state().app.chosen_fact, Some(harness.state().fact(VEGETABLES).id));
    assert_eq!(harness.state().app.focus.map(|focus| focus.from), Some(Pane::Sections));
    assert_eq!(field_value(&harness, "数量").as_deref(), Some("3.6万余"), "as the text spells it");
}

#[test]
fn a_value_is_taken_in_the_spelling_of_the_text() {
    let mut harness = harness_with(VEGETABLES);
    enter(&mut harness, "数量", "6.8万余");
    assert_eq!(value(&harness, VEGETABLES), (Some(Amount::from_int(68_000)), Approx::Over));
    let entry = entry(&harness, VEGETABLES);
    assert_eq!((entry.status, entry.edited.as_slice()), (Status::Edited, [Slot::Value].as_slice()));
    assert_eq!(
        entry.machine.as_ref().and_then(|machine| machine.quantity.value),
        Some(Amount::from_int(36_000))
    );
    harness.get_by_label_contains("数量 36000余 → 68000余");
    harness.get_by_label("> 68,000 份 蔬菜礼包 · 农投集团 筹措");
}

#[test]
fn what_is_not_understood_is_refused_beside_the_field() {
    let mut harness = harness_with(VEGETABLES);
    enter(&mut harness, "数量", "很多");
    assert_eq!(value(&harness, VEGETABLES), (Some(Amount::from_int(36_000)), Approx::Over));
    assert!(entry(&harness, VEGETABLES).is_as_read());
    harness.get_by_label_contains("“很多”里没有数字");
    assert_eq!(field_value(&harness, "数量").as_deref(), Some("很多"), "it can be mended");

    enter(&mut harness, "数量", "3.8万");
    assert_eq!(value(&harness, VEGETABLES), (Some(Amount::from_int(38_000)), Approx::Exact));
    assert!(harness.query_by_label_contains("里没有数字").is_none());
}

#[test]
fn escape_gives_up_what_was_typed() {
    let mut harness = harness_with(VEGETABLES);
    type_into(&mut harness, "品名", "面粉");
    harness.key_press(Key::Escape);
    harness.run();
    assert!(entry(&harness, VEGETABLES).is_as_read());
    assert_eq!(field_value(&harness, "品名").as_deref(), Some("蔬菜礼包"));
    assert_eq!(harness.state().app.chosen_fact, Some(harness.state().fact(VEGETABLES).id));
}

#[test]
fn leaving_a_field_hands_over_what_was_typed() {
    let mut harness = harness_with(VEGETABLES);
    type_into(&mut harness, "品名", "面粉");
    harness.get_by_label("215 名 职工").click();
    harness.run();
    assert_eq!(entry(&harness, VEGETABLES).fact.item.as_deref(), Some("面粉"));
    assert_eq!(harness.state().app.chosen_fact, Some(harness.state().fact(2).id));
    assert_eq!(
        entry(&harness, 2).fact.item.as_deref(),
        Some("职工"),
        "not into the fact that was chosen by leaving"
    );
}

#[test]
fn a_field_that_goes_from_the_screen_hands_over_what_was_typed() {
    let mut harness = harness_with(VEGETABLES);
    type_into(&mut harness, "品名", "面粉");
    choose(&mut harness, 2);
    harness.run();
    assert_eq!(entry(&harness, VEGETABLES).fact.item.as_deref(), Some("面粉"));
    assert!(entry(&harness, 2).is_as_read());
}

#[test]
fn the_end_of_the_window_hands_over_what_was_typed() {
    let mut harness = harness_with(VEGETABLES);
    type_into(&mut harness, "品名", "面粉");
    let mut commands = Vec::new();
    harness.state_mut().sections.finish(&mut commands);
    let fact = harness.state().fact(VEGETABLES).id;
    assert!(
        matches!(commands.as_slice(), [Command::SetSlot { fact: of, slot: Slot::Item, text: Some(text), .. }] if *of == fact && text == "面粉")
    );
}

#[test]
fn entering_what_is_there_corrects_nothing() {
    let mut harness = harness_with(VEGETABLES);
    enter(&mut harness, "数量", "3.6万余");
    harness.get_by_role_and_label(Role::TextInput, "单位").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert!(entry(&harness, VEGETABLES).is_as_read());
    assert_eq!(harness.state().app.undoable(), None);
}

#[test]
fn an_input_method_keeps_its_keys_until_it_commits() {
    let mut harness = harness_with(VEGETABLES);
    type_into(&mut harness, "品名", "");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    let preedit = ImeEvent::Preedit {
        text: "zan ba".into(),
        active_range_chars: None,
    };
    harness.event(Event::Ime(preedit));
    harness.run();
    assert!(entry(&harness, VEGETABLES).is_as_read(), "nothing is handed over while it composes");
    harness.event(Event::Ime(ImeEvent::Commit("糌粑".into())));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(entry(&harness, VEGETABLES).fact.item.as_deref(), Some("糌粑"));
}

#[test]
fn an_emptied_slot_is_not_stated() {
    let mut harness = harness_with(VEGETABLES);
    type_into(&mut harness, "主体", "x");
    harness.key_press(Key::Backspace);
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(entry(&harness, VEGETABLES).fact.actor, None);
}

#[test]
fn a_window_is_typed_as_the_texts_write_it() {
    let mut harness = harness_with(1);
    assert_eq!(field_value(&harness, "时间").as_deref(), Some("9月28日0—14时"));
    enter(&mut harness, "时间", "9月28日0—24时");
    let window = entry(&harness, 1).fact.window.unwrap();
    assert_eq!(window.as_interval(), "2022-09-28T00:00/2022-09-29T00:00");
}

#[test]
fn a_name_is_chosen_from_a_list() {
    let mut harness = harness_with(VEGETABLES);
    harness.get_by_role_and_label(Role::ComboBox, "类别").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "服务").click();
    harness.run();
    assert_eq!(entry(&harness, VEGETABLES).fact.kind, Kind::Service);
}

#[test]
fn one_fact_is_reverted_alone() {
    let mut harness = harness_with(VEGETABLES);
    enter(&mut harness, "数量", "6.8万余");
    choose(&mut harness, 2);
    harness.run();
    enter(&mut harness, "数量", "216");
    harness.get_by_label("还原此条").click();
    harness.run();
    assert!(entry(&harness, 2).is_as_read());
    assert_eq!(entry(&harness, VEGETABLES).status, Status::Edited);
}

#[test]
fn a_removed_fact_stays_in_the_list_and_comes_back() {
    let mut harness = harness_with(VEGETABLES);
    harness.get_by_label("删去此条").click();
    harness.run();
    assert_eq!(entry(&harness, VEGETABLES).status, Status::Removed);
    harness.get_by_label("恢复此条").click();
    harness.run();
    assert!(entry(&harness, VEGETABLES).is_as_read());
}

#[test]
fn seldom_used_slots_can_be_reached() {
    let mut harness = harness_with(VEGETABLES);
    assert!(harness.query_by_role_and_label(Role::TextInput, "地点").is_none());
    harness.get_by_label("更多栏位").click();
    harness.run();
    enter(&mut harness, "地点", "北湖县");
    assert_eq!(entry(&harness, VEGETABLES).fact.place.as_deref(), Some("北湖县"));
}

#[test]
fn what_the_briefing_says_about_itself_is_corrected_above_the_list() {
    let mut harness = Stage::new().harness();
    harness.run();
    harness.get_by_label_contains("简报信息").click();
    harness.run();
    enter(&mut harness, "场次", "第十三场");
    assert_eq!(harness.state().open().briefing.meta.session, Some(13));
    enter(&mut harness, "日期", "何时");
    harness.get_by_label_contains("看不懂的日期");
    assert_eq!(field_value(&harness, "日期").as_deref(), Some("何时"));
    assert_eq!(harness.state().open().briefing.meta.date.map(|date| date.day), Some(28));
}

#[test]
fn a_section_is_folded_and_unfolded_for_the_fact_that_is_chosen() {
    let mut harness = Stage::new().harness();
    harness.run();
    harness
        .get_by_role_and_label(Role::DisclosureTriangle, "回答 市国资委主任 李河")
        .click();
    harness.run();
    assert!(harness.query_by_label("215 名 职工").is_none());
    choose(&mut harness, 2);
    harness.run();
    harness.get_by_label("215 名 职工");
}

#[test]
fn a_section_gets_another_kind_from_the_inspector() {
    let mut harness = harness_with(2);
    harness.get_by_label("段落类别 回答").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "清单").click();
    harness.run();
    harness.get_by_role_and_label(Role::DisclosureTriangle, "清单 市国资委主任 李河");
}

#[test]
fn goods_without_a_number_lead_to_their_words() {
    let mut harness = Stage::new().harness();
    harness.run();
    harness.get_by_label("奶粉 婴幼儿").click();
    harness.run();
    assert_eq!(harness.state().app.selected_text(), Some("奶粉"));
}

#[test]
fn only_corrected_facts_are_listed_on_demand() {
    let mut harness = harness_with(VEGETABLES);
    enter(&mut harness, "数量", "6.8万余");
    harness.get_by_label("1 改").click();
    harness.run();
    assert!(harness.query_by_label("215 名 职工").is_none());
    harness.get_by_label("> 68,000 份 蔬菜礼包 · 农投集团 筹措");
}
