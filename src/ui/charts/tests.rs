//! The charts as a person uses them: by the names of rows and bars, with the pointer and the keyboard.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, Theme, TouchPhase, Ui, Vec2, vec2,
};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::shown::Series;
use super::{ChartsView, charts_ui};
use crate::app::{App, Command, Language, OpenBriefing, Pane, fonts, theme};
use crate::ledger::{self, DocId, Review};
use crate::model::{Action, Approx, Extraction, Fact, FactId, Kind, Meta, Moment, Span, State};
use crate::read;
use crate::series::samples::{case, fact};
use crate::series::{DayChoice, SupplyChoice};

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
            Fact {
                span: number,
                quote: Span::new(start, text.len()),
                ..fact
            }
        })
        .collect();
    let source = read::bytes(Path::new("简报.txt"), text.as_bytes().into(), None).unwrap();
    let meta = Meta {
        place: Some(CITY.to_owned()),
        date: Moment::parse(date),
        session: Some(doc as u32),
        ..Meta::default()
    };
    let machine = Arc::new(Extraction {
        meta,
        facts,
        ..Extraction::default()
    });
    OpenBriefing {
        doc: DocId(doc),
        briefing: Arc::new(ledger::apply(&machine, &text, [])),
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
    Fact {
        item: Some(item.into()),
        action: Some(Action::Delivered),
        ..fact(id, Kind::Supply, value, unit)
    }
}

fn work(id: u64, state: State, value: &str, item: &str) -> Fact {
    Fact {
        item: Some(item.into()),
        state: Some(state),
        ..fact(id, Kind::WorkResumption, value, "家")
    }
}

impl Stage {
    /// Ten days of a wave, one without a briefing, the last up to 14 o'clock, and goods and works in the last briefing.
    fn new() -> Self {
        let mut briefings = Vec::new();
        for (day, confirmed, asymptomatic) in [
            (10, 3, 61),
            (11, 2, 55),
            (12, 1, 48),
            (13, 0, 40),
            (14, 1, 33),
            (15, 0, 31),
            (16, 0, 24),
            (17, 1, 20),
            (19, 0, 12),
        ] {
            let facts = vec![
                case(1, &format!("confirmed {confirmed} 2022-09-{day} {CITY}")),
                case(2, &format!("asymptomatic {asymptomatic} 2022-09-{day} {CITY}")),
                case(3, &format!("asymptomatic {} 2022-09-{day} 东区 part_of=2", asymptomatic / 2)),
            ];
            briefings.push(briefing(day, &format!("2022-09-{}", day + 1), facts));
        }
        let meals = Fact {
            cumulative: true,
            ..supply(5, "1499100", "份", "盒饭")
        };
        let mut parcels = supply(6, "68000", "份", "蔬菜礼包");
        parcels.quantity.approx = Approx::Over;
        parcels.recipient = Some("东区、西区、南区以及北区各镇各村的全部住户".into());
        let facts = vec![
            case(1, &format!("asymptomatic 12 2022-09-19 {CITY}")),
            case(2, &format!("asymptomatic 5 2022-09-20/14 {CITY}")),
            case(3, &format!("asymptomatic 9 - {CITY}")),
            meals,
            parcels,
            supply(7, "31", "吨", "米面"),
            Fact {
                per_day: true,
                ..supply(10, "300", "吨", "蔬菜")
            },
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
        Self {
            app,
            view: ChartsView::default(),
            commands: Vec::new(),
            _folder: folder,
        }
    }

    fn tabulated(mut self) -> Self {
        self.view.is_table = true;
        self
    }

    fn ui(&mut self, ui: &mut Ui) {
        charts_ui(ui, &mut self.view, &self.app, &mut self.commands);
    }

    fn harness(self, size: Vec2) -> Harness<'static, Self> {
        let setup = |ctx: &Context| {
            fonts::install(ctx);
            theme::install(ctx);
        };
        let builder = Harness::builder()
            .with_size(size)
            .with_theme(Theme::Light)
            .with_context_setup(setup);
        let mut harness = builder.build_ui_state(|ui, stage: &mut Self| stage.ui(ui), self);
        harness.run();
        harness
    }
}

const WIDE: Vec2 = vec2(1280.0, 860.0);

fn chosen(doc: i64, fact: u64) -> Command {
    Command::ChooseFact {
        doc: DocId(doc),
        fact: FactId(fact),
        from: Pane::Charts,
    }
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
    check_click(Stage::new().tabulated(), "2022年9月10日 云岭市 确诊 3 9月10日0—24时", 10, 1);
    check_click(
        Stage::new().tabulated(),
        "2022年9月13日 云岭市 确诊 0 9月13日0—24时 明述为零",
        13,
        1,
    );
}

#[test]
fn a_row_can_be_pressed_with_the_keyboard() {
    let mut harness = Stage::new().tabulated().harness(WIDE);
    harness.get_by_label("2022年9月11日 云岭市 无症状 55 9月11日0—24时").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().commands, [chosen(11, 2)]);
}

#[test]
fn bars_of_supplies_and_works_go_to_their_sentences() {
    check_click(Stage::new(), "盒饭 1,499,100 份 累计", 20, 5);
    check_click(
        Stage::new(),
        "蔬菜礼包 → 东区、西区、南区以及北区各镇各村的全部住户 > 68,000 份",
        20,
        6,
    );
    check_click(Stage::new(), "蔬菜 300 吨 每日", 20, 10);
    check_click(Stage::new(), "已复工 企业 2 家", 20, 8);
    check_click(Stage::new(), "符合条件 项目 10 家", 20, 9);
}

/// Where a day is drawn, and how high: 0 at the bottom of the plot, 1 at its top.
fn spot(harness: &Harness<Stage>, offset: f32, height: f32) -> Pos2 {
    let plot = harness.get_by_role(Role::Figure).rect();
    let card = plot.right() - super::GAP - 15.0;
    let slots = super::plot::slots(&harness.state().view.series.shown().unwrap().days, card) as f32;
    Pos2::new(
        plot.left() + plot.width() * (offset + 0.5) / slots,
        plot.bottom() - plot.height() * height,
    )
}

fn point_at(harness: &mut Harness<Stage>, pos: Pos2) {
    harness.event(Event::PointerMoved(pos));
    harness.run();
}

fn click_at(harness: &mut Harness<Stage>, pos: Pos2) {
    point_at(harness, pos);
    for pressed in [true, false] {
        harness.event(Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
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

#[test]
fn a_day_without_a_briefing_says_so() {
    let mut harness = Stage::new().harness(WIDE);
    let gap = spot(&harness, 8.0, 0.5);
    point_at(&mut harness, gap);
    harness.get_by_label("2022年9月18日");
    assert!(harness.get_all_by_label("无通报").count() >= 2);
    click_at(&mut harness, gap);
    assert_eq!(harness.state().commands, []);
    let mut stage = Stage::new().tabulated();
    stage.app.settings.language = Language::English;
    stage.harness(WIDE).get_by_label("18 Sep 2022 No briefing");
}

#[test]
fn what_is_not_in_the_plot_is_in_the_table() {
    let mut harness = Stage::new().harness(WIDE);
    harness.get_by_label("1 条未入图").click();
    harness.run();
    harness.get_by_label("2022年9月10日 云岭市 确诊 3 9月10日0—24时");
    let mut harness = Stage::new().tabulated().harness(WIDE);
    let row = "9月20日 第20场 云岭市 无症状 9 没有时间";
    assert!(harness.get_by_label(row).rect().top() > 400.0);
    harness.get_by_label(row).focus();
    harness.run();
    assert!(
        harness.get_by_label(row).rect().bottom() < 430.0,
        "the row with the keyboard is in view"
    );
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().commands, [chosen(20, 3)]);
}

#[test]
fn disagreeing_briefings_are_marked_and_each_can_be_reached() {
    let mut stage = Stage::new();
    let later = case(1, &format!("confirmed 4 2022-09-10 {CITY}"));
    stage.app.briefings.push(briefing(21, "2022-09-21", vec![later]));
    let harness = stage.harness(WIDE);
    harness.get_by_label("≠ 说法不一");
    let stage = harness.into_state().tabulated();
    let mut harness = stage.harness(WIDE);
    harness.get_by_label("2022年9月10日 云岭市 确诊 4 9月10日0—24时 说法不一").click();
    harness.run();
    harness.get_by_label("2022年9月10日 云岭市 确诊 3 9月10日0—24时 说法不一").click();
    harness.run();
    assert_eq!(harness.state().commands, [chosen(21, 1), chosen(10, 1)]);
}

#[test]
fn a_year_taken_from_other_briefings_is_told() {
    assert!(Stage::new().harness(WIDE).query_by_label_contains("推定").is_none());
    let mut stage = Stage::new();
    let undated = case(1, &format!("confirmed 6 --09-21 {CITY}"));
    stage.app.briefings.push(briefing(21, "2022-09-22", vec![undated]));
    let harness = stage.harness(WIDE);
    harness.get_by_label_contains("未写年份的据其他简报推定");
    let harness = harness.into_state().tabulated().harness(WIDE);
    harness.get_by_label("2022年9月21日 云岭市 确诊 6 9月21日0—24时 年份据其他简报推定");
}

#[test]
fn a_place_is_chosen_from_those_that_have_counts() {
    let mut harness = Stage::new().tabulated().harness(WIDE);
    harness.get_by_label("地区").click();
    harness.run();
    harness.get_by_label("东区").click();
    harness.run();
    harness.get_by_label("2022年9月10日 东区 无症状 30 9月10日0—24时");
    assert!(harness.query_by_label_contains("2022年9月10日 云岭市").is_none());
}

#[test]
fn an_enlarged_plot_can_be_set_back() {
    let mut harness = Stage::new().harness(WIDE);
    assert!(harness.query_by_label("还原视野").is_none());
    let bar = spot(&harness, 3.0, 0.4);
    point_at(&mut harness, bar);
    harness.event(Event::Zoom(3.0));
    harness.run();
    harness.get_by_label("还原视野").click();
    harness.run();
    harness.run();
    assert!(harness.query_by_label("还原视野").is_none());
}

#[test]
fn the_last_row_can_be_scrolled_to() {
    let goods = (1..=40).map(|id| supply(id, "5", "吨", &format!("货物{id}"))).collect();
    let mut harness = Stage::of(vec![briefing(1, "2022-09-20", goods)]).harness(vec2(900.0, 600.0));
    let mut tops = Vec::new();
    for _ in 0..6 {
        point_at(&mut harness, Pos2::new(300.0, 500.0));
        harness.event(Event::MouseWheel {
            unit: MouseWheelUnit::Page,
            delta: vec2(0.0, -1.0),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        });
        harness.run_ok();
        harness.run_ok();
        tops.push(harness.get_by_label("货物40 5 吨").rect().top());
    }
    assert!(tops[0] > 600.0 && tops[5] < 600.0, "the last row comes into view: {tops:?}");
    assert_eq!(tops[4], tops[5], "and the end is reached: {tops:?}");
}

#[test]
fn over_time_every_briefing_has_its_bar() {
    let mut stage = Stage::new();
    stage
        .app
        .briefings
        .push(briefing(21, "2022-09-21", vec![supply(1, "40", "吨", "米面")]));
    stage.view.supplies.over_time = true;
    let mut harness = stage.harness(WIDE);
    harness.get_by_label("9/20 31 吨");
    harness.get_by_label("9/21 40 吨").click();
    harness.run();
    assert_eq!(harness.state().commands, [chosen(21, 1)]);
}

#[test]
fn series_are_computed_when_something_changes_and_not_else() {
    let stage = Stage::new();
    let (mut days, mut supplies) = (DayChoice::default(), SupplyChoice::default());
    let (ctx, mut series) = (Context::default(), Series::default());
    let mut shown = |app: &App, days: &mut DayChoice| {
        let shown = series.of(&ctx, app, days, &mut supplies).unwrap();
        (std::ptr::from_ref(shown), shown.places.len())
    };
    let first = shown(&stage.app, &mut days);
    assert_eq!(shown(&stage.app, &mut days), first, "the same as before");
    days.place = Some("东区".to_owned());
    assert_eq!((shown(&stage.app, &mut days).1, days.place.as_deref()), (2, Some("东区")));

    let mut app = stage.app;
    app.briefings.truncate(0);
    app.generation += 1;
    assert_eq!((shown(&app, &mut days).1, days.place), (0, None));
}

#[test]
fn series_of_very_many_facts_come_when_they_are_ready() {
    let mut stage = Stage::new();
    let many = (1..=20_001).map(|id| supply(id, "40", "吨", "米面")).collect();
    stage.app.briefings.push(briefing(21, "2022-09-21", many));
    let (mut days, mut supplies) = (DayChoice::default(), SupplyChoice::default());
    let (ctx, mut series) = (Context::default(), Series::default());
    assert!(series.of(&ctx, &stage.app, &mut days, &mut supplies).is_none() && series.is_coming());
    while series.of(&ctx, &stage.app, &mut days, &mut supplies).is_none() {
        std::thread::yield_now();
    }
    assert!(!series.is_coming());
    days.place = Some("nowhere".to_owned());
    assert!(
        series.of(&ctx, &stage.app, &mut days, &mut supplies).is_some(),
        "the old ones stay meanwhile"
    );
    while series.is_coming() {
        series.of(&ctx, &stage.app, &mut days, &mut supplies);
    }
    assert_eq!(days.place, None);
}

#[test]
fn nothing_is_cut_off_in_a_small_window() {
    for size in [vec2(900.0, 600.0), vec2(640.0, 480.0)] {
        let mut english = Stage::new();
        english.app.settings.language = Language::English;
        for stage in [Stage::new(), english, Stage::new().tabulated()] {
            let harness = stage.harness(size);
            let named = harness.get_all_by(|node| node.label().is_some());
            let cut: Vec<String> = named
                .filter(|node| node.rect().right() > size.x)
                .filter_map(|node| node.accesskit_node().label())
                .collect();
            assert_eq!(cut, Vec::<String>::new(), "{size}");
        }
    }
}

#[test]
fn without_briefings_the_charts_say_what_they_are_for() {
    let harness = Stage::of(Vec::new()).harness(WIDE);
    harness.get_by_label("打开的简报里没有每日新增病例");
    harness.get_by_label("打开的简报里没有物资数据");
}
