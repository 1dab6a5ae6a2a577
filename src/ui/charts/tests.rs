//! The charts as a person uses them: by the names of rows and bars, with the pointer and the keyboard.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, Theme, Ui, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::shown::Shown;
use super::{ChartsView, charts_ui};
use crate::app::{App, Command, OpenBriefing, Pane, fonts, theme};
use crate::ledger::{self, DocId, Review};
use crate::model::{Action, Approx, Extraction, Fact, FactId, Kind, Meta, Moment, Span, State};
use crate::series::samples::{case, fact};
use crate::series::{DayChoice, SupplyChoice};
use crate::{read, series};

const CITY: &str = "云岭市";

struct Stage {
    app: App,
    view: ChartsView,
    commands: Vec<Command>,
    _folder: tempfile::TempDir,
}

/// A briefing whose text is one sentence for each fact.
fn briefing(doc: i64, date: &str, facts: Vec<Fact>) -> OpenBriefing {
    let mut text = String::new();
    let facts: Vec<Fact> = facts
        .into_iter()
        .map(|fact| {
            let start = text.len();
            let value = fact.quantity.value.map_or_else(|| "若干".to_owned(), |value| value.to_string());
            text.push_str(&format!("通报所述{value}。"));
            let number = Span::new(start + "通报所述".len(), text.len() - "。".len());
            Fact { span: number, quote: Span::new(start, text.len()), ..fact }
        })
        .collect();
    let source = read::bytes(Path::new("简报.txt"), text.as_bytes().into(), None).unwrap();
    let meta = Meta { place: Some(CITY.to_owned()), date: Moment::parse(date), session: Some(doc as u32), ..Meta::default() };
    let machine = Arc::new(Extraction { meta, facts, ..Extraction::default() });
    OpenBriefing {
        doc: DocId(doc),
        briefing: ledger::apply(&machine, &text, []),
        source: Arc::new(source),
        machine,
        edits: Vec::new(),
        review: Review::Unread,
        forced_encoding: None,
        generation: 1,
        accounted_percent: 100,
    }
}

fn supply(id: u64, value: &str, unit: &str, item: &str) -> Fact {
    Fact { item: Some(item.to_owned()), action: Some(Action::Delivered), ..fact(id, Kind::Supply, value, unit) }
}

fn work(id: u64, state: State, value: &str, item: &str) -> Fact {
    Fact { item: Some(item.to_owned()), state: Some(state), ..fact(id, Kind::WorkResumption, value, "家") }
}

impl Stage {
    /// Ten days of a wave, one without a briefing, the last up to 14 o'clock, and goods and works in the last briefing.
    fn new() -> Self {
        let mut briefings = Vec::new();
        for (day, confirmed, asymptomatic) in
            [(10, 3, 61), (11, 2, 55), (12, 1, 48), (13, 0, 40), (14, 1, 33), (15, 0, 31), (16, 0, 24), (17, 1, 20), (19, 0, 12)]
        {
            let facts = vec![
                case(1, &format!("confirmed {confirmed} 2022-09-{day} {CITY}")),
                case(2, &format!("asymptomatic {asymptomatic} 2022-09-{day} {CITY}")),
                case(3, &format!("asymptomatic {} 2022-09-{day} 东区 part_of=2", asymptomatic / 2)),
            ];
            briefings.push(briefing(day, &format!("2022-09-{}", day + 1), facts));
        }
        let meals = Fact { cumulative: true, ..supply(5, "1499100", "份", "盒饭") };
        let mut parcels = supply(6, "68000", "份", "蔬菜礼包");
        parcels.quantity.approx = Approx::Over;
        parcels.recipient = Some("东区、西区、南区以及北区各镇各村的全部住户".to_owned());
        let facts = vec![
            case(1, &format!("asymptomatic 12 2022-09-19 {CITY}")),
            case(2, &format!("asymptomatic 5 2022-09-20/14 {CITY}")),
            case(3, &format!("asymptomatic 9 - {CITY}")),
            meals,
            parcels,
            supply(7, "31", "吨", "米面"),
            work(8, State::Resumed, "2", "企业"),
            work(9, State::Ready, "10", "项目"),
        ];
        briefings.push(briefing(20, "2022-09-20", facts));
        Self::of(briefings)
    }

    fn of(briefings: Vec<OpenBriefing>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut app = App::start(folder.path().join("test.tongbao"), None, Arc::new(|| {}));
        app.briefings = briefings;
        app.generation += 1;
        Self { app, view: ChartsView::default(), commands: Vec::new(), _folder: folder }
    }

    fn as_table(mut self) -> Self {
        self.view.is_table = true;
        self
    }

    fn ui(&mut self, ui: &mut Ui) {
        charts_ui(ui, &mut self.view, &self.app, &mut self.commands);
    }

    fn harness(self, size: Vec2) -> Harness<'static, Self> {
        let setup = |ctx: &eframe::egui::Context| {
            fonts::install(ctx);
            theme::install(ctx);
        };
        let builder = Harness::builder().with_size(size).with_theme(Theme::Light).with_context_setup(setup);
        let mut harness = builder.build_ui_state(|ui, stage: &mut Stage| stage.ui(ui), self);
        harness.run();
        harness
    }
}

const WIDE: Vec2 = vec2(1280.0, 860.0);

fn chosen(doc: i64, fact: u64) -> Command {
    Command::ChooseFact { doc: DocId(doc), fact: FactId(fact), from: Pane::Charts }
}

/// Clicking what has this name goes to the fact.
#[track_caller]
fn check_click(stage: Stage, name: &str, doc: i64, fact: u64) {
    let mut harness = stage.harness(WIDE);
    harness.get_by_label(name).click();
    harness.run();
    assert_eq!(harness.state().commands, [chosen(doc, fact)], "{name}");
}

#[test]
fn rows_of_the_table_go_to_their_sentences() {
    check_click(Stage::new().as_table(), "2022年9月10日 云岭市 确诊 3 9月10日0—24时", 10, 1);
    check_click(Stage::new().as_table(), "2022年9月13日 云岭市 确诊 0 9月13日0—24时 明述为零", 13, 1);
}

#[test]
fn a_row_can_be_pressed_with_the_keyboard() {
    let mut harness = Stage::new().as_table().harness(WIDE);
    harness.get_by_label("2022年9月11日 云岭市 无症状 55 9月11日0—24时").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().commands, [chosen(11, 2)]);
}

#[test]
fn bars_of_supplies_and_works_go_to_their_sentences() {
    check_click(Stage::new(), "盒饭 1,499,100 份 累计", 20, 5);
    check_click(Stage::new(), "蔬菜礼包 → 东区、西区、南区以及北区各镇各村的全部住户 > 68,000 份", 20, 6);
    check_click(Stage::new(), "已复工 企业 2 家", 20, 8);
    check_click(Stage::new(), "符合条件 项目 10 家", 20, 9);
}

/// Where a day is drawn, and how high: 0 at the bottom of the plot, 1 at its top.
fn spot(harness: &Harness<Stage>, offset: f32, height: f32) -> Pos2 {
    let plot = harness.get_by_role(Role::Figure).rect();
    let card = plot.right() - super::GAP - 15.0;
    let slots = super::plot::slots(&harness.state().view.shown.as_ref().unwrap().days, card) as f32;
    Pos2::new(plot.left() + plot.width() * (offset + 0.5) / slots, plot.bottom() - plot.height() * height)
}

fn point_at(harness: &mut Harness<Stage>, pos: Pos2) {
    harness.event(Event::PointerMoved(pos));
    harness.run();
}

fn click_at(harness: &mut Harness<Stage>, pos: Pos2) {
    point_at(harness, pos);
    for pressed in [true, false] {
        harness.event(Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE });
    }
    harness.run();
}

#[test]
fn a_bar_says_value_window_and_quote_and_goes_to_its_sentence() {
    let mut harness = Stage::new().harness(WIDE);
    let bar = spot(&harness, 0.0, 0.4);
    point_at(&mut harness, bar);
    assert_eq!(harness.get_all_by_label("9月10日0—24时").count(), 2);
    harness.get_by_label_contains("“通报所述61。”");
    click_at(&mut harness, bar);
    assert_eq!(harness.state().commands, [chosen(10, 2)]);
}


fn conflict() -> Stage {
    let mut stage = Stage::new();
    let day = |doc, facts| briefing(doc, &format!("2022-09-{doc}"), facts);
    stage.app.briefings.push(day(21, vec![
        case(1, &format!("confirmed 4 2022-09-11 {CITY}")), case(2, &format!("confirmed 9 2022-09-20 {CITY}")), case(3, &format!("converted 6 2022-09-20 {CITY} part_of=2")),
        case(4, &format!("infected 14 2022-09-21 {CITY}")),
        supply(5, "40", "吨", "米面"), supply(6, "1600000", "份", "盒饭"),
    ]));
    stage.app.briefings.push(OpenBriefing { ..briefing(22, "2022-09-22", vec![case(1, "confirmed 30 2022-09-20 望溪县")]) });
    stage
}

#[test]
fn zz_picture() {
    for (name, size, theme, table) in [("wide", vec2(1389.0, 826.0), Theme::Light, 0), ("dark", vec2(1160.0, 820.0), Theme::Dark, 1), ("narrow", vec2(640.0, 540.0), Theme::Light, 0), ("table", WIDE, Theme::Light, 2)] {
        let mut stage = if table > 0 { conflict() } else { Stage::new() };
        stage.view.is_table = table == 2;
        if table == 1 { stage.view.supplies.over_time = true; }
        if table == 2 { stage.view.supplies.by = series::By::Actor; }
        let setup = |ctx: &eframe::egui::Context| { fonts::install(ctx); theme::install(ctx); };
        let builder = Harness::builder().with_size(size).with_theme(theme).with_context_setup(setup);
        let mut harness = builder.build_ui_state(|ui, stage: &mut Stage| stage.ui(ui), stage);
        harness.run();
        if name == "dark" { let bar = spot(&harness, 10.0, 0.04); point_at(&mut harness, bar); }
        harness.render().unwrap().save(format!("/tmp/scratch-s/{name}.png")).unwrap();
    }
}
