//! The pane as a person uses it: by the names of what is marked, with the keyboard and the pointer.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, TouchPhase, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::stage::{Stage, fact};
use crate::app::{Command, Pane};
use crate::ledger::Status;
use crate::model::{Extraction, Kind, Meta, SectionKind};

/// Three facts far apart.
fn long_stage() -> Stage {
    let filler = "各区各部门继续落实各项措施,加强值班值守。\n".repeat(300);
    let text = format!("开头配送大米11吨。\n{filler}中间配送面粉22吨。\n{filler}末尾配送食用油33吨。\n");
    Stage::of(&text, |text| Extraction {
        meta: Meta::default(),
        facts: vec![
            fact(text, "配送大米11吨", "11", 11, "吨", Kind::Supply),
            fact(text, "配送面粉22吨", "22", 22, "吨", Kind::Supply),
            fact(text, "配送食用油33吨", "33", 33, "吨", Kind::Supply),
        ],
        ..Extraction::default()
    })
}

fn choose(harness: &mut Harness<Stage>, fact: usize, from: Pane) {
    let (doc, fact) = (harness.state().open().doc, harness.state().fact(fact).id);
    harness.state_mut().app.execute(Command::ChooseFact { doc, fact, from });
}

fn pointer(harness: &mut Harness<Stage>, pos: Pos2, pressed: Option<bool>) {
    harness.event(Event::PointerMoved(pos));
    if let Some(pressed) = pressed {
        harness.event(Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    harness.run();
}

fn wheel(harness: &mut Harness<Stage>, lines: f32) {
    harness.event(Event::PointerMoved(Pos2::new(300.0, 400.0)));
    harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Line,
        delta: vec2(0.0, lines),
        phase: TouchPhase::Move,
        source: eframe::egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    // The wheel is smoothed over some frames.
    harness.run_steps(30);
}

#[test]
fn a_mark_chooses_its_fact_and_nothing_moves() {
    let mut harness = Stage::new().harness();
    harness.run();
    let before = harness.get_by_label("物资 > 36,000 份").rect();
    harness.get_by_label("物资 > 36,000 份").click();
    harness.run();
    let stage = harness.state();
    assert_eq!(stage.app.chosen_fact, Some(stage.fact(4).id));
    assert_eq!(stage.app.focus.map(|focus| focus.from), Some(Pane::Source));
    assert_eq!(harness.get_by_label("物资 > 36,000 份").rect(), before);
}

#[test]
fn a_screen_reader_can_press_a_mark() {
    let mut harness = Stage::new().harness();
    harness.run();
    harness.get_by_label("病例 3 例").click_accesskit();
    harness.run();
    assert_eq!(harness.state().app.chosen_fact, Some(harness.state().fact(0).id));
}

#[test]
fn a_fact_chosen_elsewhere_comes_to_the_middle_once() {
    let mut harness = long_stage().harness();
    harness.run();
    assert!(harness.query_by_label("物资 22 吨").is_none(), "it is far below");
    choose(&mut harness, 1, Pane::Sections);
    harness.run();
    let middle = harness.get_by_label("物资 22 吨").rect().center().y;
    assert!((middle - 430.0).abs() < 60.0, "at {middle}");

    wheel(&mut harness, -3.0);
    let scrolled = harness.get_by_label("物资 22 吨").rect().center().y;
    assert!(scrolled < middle - 20.0, "the wheel scrolls: {scrolled}");
    harness.run();
    assert_eq!(
        harness.get_by_label("物资 22 吨").rect().center().y,
        scrolled,
        "and it is not pulled back"
    );

    choose(&mut harness, 1, Pane::Keyboard);
    harness.run();
    assert!(
        (harness.get_by_label("物资 22 吨").rect().center().y - middle).abs() < 1.0,
        "chosen again, it comes again"
    );
}

#[test]
fn keys_scroll_to_either_end_while_nothing_is_typed_into() {
    let mut harness = long_stage().harness();
    harness.run();
    harness.key_press(Key::End);
    harness.run();
    harness.get_by_label("物资 33 吨");
    harness.key_press(Key::Home);
    harness.run();
    let top = harness.get_by_label("物资 11 吨").rect().top();
    for (there, back) in [(Key::ArrowDown, Key::ArrowUp), (Key::PageDown, Key::PageUp)] {
        harness.key_press(there);
        harness.run();
        assert!(harness.query_by_label("物资 11 吨").is_none(), "{there:?}");
        harness.key_press(back);
        harness.run();
        assert_eq!(harness.get_by_label("物资 11 吨").rect().top(), top);
    }
    choose(&mut harness, 0, Pane::Keyboard);
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "数量").focus();
    harness.run();
    harness.key_press(Key::End);
    harness.run();
    harness.get_by_label("物资 11 吨");
}

#[test]
fn the_last_line_stops_above_the_bottom() {
    let mut harness = long_stage().harness();
    harness.run();
    harness.key_press(Key::End);
    harness.run();
    let last = harness.get_by_label("物资 33 吨").rect().bottom();
    harness.key_press(Key::PageDown);
    harness.run();
    assert_eq!(harness.get_by_label("物资 33 吨").rect().bottom(), last);
    assert!((760.0..840.0).contains(&last), "{last}");
}

#[test]
fn a_narrower_pane_keeps_the_words_at_its_top() {
    let sentences: String = (1000..1400)
        .map(|n| format!("第{n}号网点今日照常营业,请市民错峰前往,做好防护,保持距离。"))
        .collect();
    let mut harness = Stage::of(&sentences, |_| Extraction::default()).harness();
    harness.run();
    for _ in 0..3 {
        harness.key_press(Key::PageDown);
        harness.run();
    }
    let topmost = |harness: &Harness<Stage>| harness.state().source.topmost().unwrap();
    let before = topmost(&harness);
    for width in [1100.0, 1000.0, 900.0, 1160.0] {
        harness.set_size(vec2(width, 860.0));
        harness.run();
        let after = topmost(&harness);
        assert!(before.abs_diff(after) < 40 * 3, "{before} {after} at {width}");
    }
}

#[test]
fn another_briefing_is_left_where_it_was() {
    let mut harness = long_stage().harness();
    harness.run();
    choose(&mut harness, 1, Pane::Keyboard);
    harness.run();
    let before = harness.get_by_label("物资 22 吨").rect();
    let chosen = harness.state_mut().app.chosen.take();
    harness.run();
    harness.state_mut().app.chosen = chosen;
    harness.run();
    assert_eq!(harness.get_by_label("物资 22 吨").rect(), before);
}

#[test]
fn dragging_selects_words_and_a_click_lets_go() {
    let mut harness = Stage::new().harness();
    harness.run();
    let number = harness.get_by_label("人员 215 名").rect();
    let (from, to) = (number.left_center() + vec2(1.0, 0.0), number.right_center() + vec2(47.0, 0.0));
    pointer(&mut harness, from, Some(true));
    pointer(&mut harness, from + vec2(20.0, 0.0), None);
    pointer(&mut harness, to, None);
    pointer(&mut harness, to, Some(false));
    assert_eq!(harness.state().app.selected_text(), Some("215名职工"));
    assert_eq!(harness.state().app.chosen_fact, None, "dragging chooses nothing");

    harness.key_press_modifiers(Modifiers::COMMAND, Key::C);
    harness.event(Event::Copy);
    harness.step();
    let copied = harness
        .output()
        .platform_output
        .commands
        .iter()
        .any(|command| matches!(command, eframe::egui::OutputCommand::CopyText(text) if text == "215名职工"));
    assert!(copied);

    let beside = number.left_center() + vec2(-60.0, 40.0);
    pointer(&mut harness, beside, Some(true));
    pointer(&mut harness, beside, Some(false));
    assert_eq!(harness.state().app.selected_text(), None);
}

#[test]
fn a_double_click_selects_the_number_and_a_shift_click_extends() {
    let mut harness = Stage::new().harness();
    harness.run();
    let number = harness.get_by_label("物资 > 36,000 份").rect();
    for pressed in [true, false, true, false] {
        harness.event(Event::PointerMoved(number.center()));
        harness.event(Event::PointerButton {
            pos: number.center(),
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    harness.run();
    assert_eq!(harness.state().app.selected_text(), Some("3.6万"));

    let further = number.right_center() + vec2(31.0, 0.0);
    for pressed in [true, false] {
        harness.event(Event::PointerMoved(further));
        harness.event_modifiers(
            Event::PointerButton {
                pos: further,
                button: PointerButton::Primary,
                pressed,
                modifiers: Modifiers::SHIFT,
            },
            Modifiers::SHIFT,
        );
    }
    harness.run();
    assert_eq!(harness.state().app.selected_text(), Some("3.6万余份"));
}

#[test]
fn everything_is_selected_by_key() {
    let mut harness = Stage::new().harness();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    assert_eq!(harness.state().app.selected_text().map(str::len), Some(super::stage::TEXT.len()));
}

#[test]
fn a_number_that_was_missed_is_added_from_the_menu() {
    let text = "今日有215名职工、60名志愿者在岗。";
    let stage = Stage::of(text, |text| Extraction {
        facts: vec![fact(text, "215名职工", "215", 215, "名", Kind::Personnel)],
        ..Extraction::default()
    });
    let mut harness = stage.harness();
    harness.run();
    let sixty = harness.get_by_label("人员 215 名").rect().right_center() + vec2(16.0 * 4.0 + 6.0, 0.0);
    harness.event(Event::PointerMoved(sixty));
    for pressed in [true, false] {
        harness.event(Event::PointerButton {
            pos: sixty,
            button: PointerButton::Secondary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    harness.run();
    assert_eq!(harness.state().app.selected_text(), Some("60"));
    harness.get_by_label_contains("添加所选为数据").click();
    harness.run();
    let added = &harness.state().open().briefing.facts[1];
    assert_eq!((added.status, added.fact.span.of(text)), (Status::Added, "60"));
    assert_eq!(harness.state().app.chosen_fact, Some(added.fact.id), "the inspector shows it");
}

#[test]
fn a_band_gives_its_section_another_kind() {
    let mut harness = Stage::new().harness();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "回答 市国资委主任 李河").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "清单").click();
    harness.run();
    assert_eq!(harness.state().open().briefing.sections[4].section.kind, SectionKind::List);
    assert!(harness.state().open().briefing.sections[4].edited);
}

#[test]
fn a_section_is_made_to_begin_at_a_sentence() {
    let mut harness = Stage::new().harness();
    harness.run();
    let second = harness.get_by_label("服务 > 4,200 吨").rect().center();
    harness.event(Event::PointerMoved(second));
    for pressed in [true, false] {
        harness.event(Event::PointerButton {
            pos: second,
            button: PointerButton::Secondary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    harness.run();
    harness.get_by_label("“情况介绍”到这句为止").click();
    harness.run();
    let stage = harness.state();
    let answer = &stage.open().briefing.sections;
    let statement = answer.iter().find(|entry| entry.section.kind == SectionKind::Statement).unwrap();
    assert!(stage.open().words(statement.section.span).ends_with("米面40吨。"));
}

#[test]
fn a_text_of_many_megabytes_is_shown_without_being_laid_out() {
    let text = format!(
        "{}末尾配送食用油33吨。\n",
        "各区各部门继续落实各项措施,加强值班值守。\n".repeat(40_000)
    );
    let stage = Stage::of(&text, |text| Extraction {
        facts: vec![fact(text, "配送食用油33吨", "33", 33, "吨", Kind::Supply)],
        ..Extraction::default()
    });
    let mut harness = stage.harness_of(Vec2::new(1160.0, 860.0));
    let patience = std::time::Instant::now() + std::time::Duration::from_secs(30);
    while harness.query_by_label("滚动条").is_none() {
        assert!(std::time::Instant::now() < patience);
        harness.step();
    }
    harness.key_press(Key::End);
    harness.run();
    harness.get_by_label("物资 33 吨");
    let laid_out = harness.ctx.fonts(|fonts| fonts.num_galleys_in_cache());
    assert!(laid_out < 400, "{laid_out} galleys");
}
