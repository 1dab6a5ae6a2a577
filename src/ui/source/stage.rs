//! A briefing on the screen with both review panes, for tests: the real program around an extraction made by hand.

use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::{Panel, Ui, Vec2};
use egui_kittest::Harness;

use super::{SourceView, source_ui};
use crate::app::{App, Command, OpenBriefing, fonts, theme};
use crate::ledger;
use crate::model::{
    Action, Amount, Approx, Extraction, Fact, FactId, Kind, Measure, Meta, Metric, Moment, Origin, Provision, Quantity, Section, SectionId,
    SectionKind, Span, Window, YearFrom,
};
use crate::ui::sections::{SectionsView, sections_ui};

pub const TEXT: &str = "查看原文\n\n云岭市疫情防控工作第十二场新闻发布会召开\n\n\
9月27日0—24时,全市新增本土无症状感染者3例,在集中隔离点发现。\n9月28日0—14时,全市新增本土无症状感染者1例。\n\n\
隔离点为婴幼儿提供奶粉,为老人提供常用药。\n\n\
市国资委主任 李河:\n截至目前,有215名职工参与防控。城投集团累计清运垃圾4200多吨;农投集团筹措3.6万余份蔬菜礼包;向北湖县等地配送米面40吨。主编:某某\n";

pub struct Stage {
    pub app: App,
    pub source: SourceView,
    pub sections: SectionsView,
    /// What the panes asked for in the last frame.
    pub commands: Vec<Command>,
    _folder: tempfile::TempDir,
}

impl Stage {
    /// The text of this module with seven facts.
    pub fn new() -> Self {
        Self::of(TEXT, extraction)
    }

    /// A text, opened as the program opens it, with an extraction made by hand.
    pub fn of(text: &str, extraction: impl FnOnce(&str) -> Extraction) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("云岭第12场.txt");
        std::fs::write(&file, text).unwrap();
        let mut app = App::start(folder.path().join("test.tongbao"), None, Arc::new(|| {}));
        app.execute(Command::OpenPaths(vec![file]));
        let patience = Instant::now() + Duration::from_secs(30);
        while app.chosen_briefing().is_none() || app.progress.is_some() {
            assert!(Instant::now() < patience, "the file was not opened: {:?}", app.notices);
            app.poll();
            std::thread::sleep(Duration::from_millis(2));
        }
        let open = app.briefings.first_mut().unwrap();
        open.machine = Arc::new(extraction(text));
        open.briefing = Arc::new(ledger::apply(&open.machine, text, []));
        open.generation += 1_000;
        Self {
            app,
            source: SourceView::default(),
            sections: SectionsView::default(),
            commands: Vec::new(),
            _folder: folder,
        }
    }

    pub fn open(&self) -> &OpenBriefing {
        self.app.chosen_briefing().unwrap()
    }

    pub fn fact(&self, index: usize) -> &Fact {
        &self.open().briefing.facts[index].fact
    }

    pub fn ui(&mut self, ui: &mut Ui) {
        let mut commands = Vec::new();
        Panel::right("sections")
            .exact_size(480.0)
            .show(ui, |ui| sections_ui(ui, &mut self.sections, &self.app, &mut commands));
        source_ui(ui, &mut self.source, &self.app, &mut commands);
        self.commands = commands.clone();
        for command in commands {
            self.app.execute(command);
        }
    }

    pub fn harness(self) -> Harness<'static, Self> {
        self.harness_of(Vec2::new(1160.0, 860.0))
    }

    pub fn harness_of(self, size: Vec2) -> Harness<'static, Self> {
        let setup = |ctx: &eframe::egui::Context| {
            fonts::install(ctx);
            theme::install(ctx);
        };
        let light = eframe::egui::Theme::Light;
        let builder = Harness::builder()
            .with_size(size)
            .with_theme(light)
            .with_step_dt(1.0 / 60.0)
            .with_context_setup(setup);
        builder.build_ui_state(|ui, stage: &mut Self| stage.ui(ui), self)
    }
}

/// Finds `words` in the text, after the first `after`.
fn span(text: &str, after: &str, words: &str) -> Span {
    let from = text.find(after).unwrap();
    let start = from + text[from..].find(words).unwrap();
    Span::new(start, start + words.len())
}

pub fn fact(text: &str, quote: &str, number: &str, value: i64, unit: &str, kind: Kind) -> Fact {
    let quantity = Quantity {
        value: Some(Amount::from_int(value)),
        low: None,
        high: None,
        unit: unit.to_owned().into(),
        approx: Approx::Exact,
    };
    let number = span(text, quote, number);
    Fact {
        quote: span(text, quote, quote),
        kind,
        rule: "made.by.hand".into(),
        ..Fact::bare(FactId(u64::from(number.start)), number, quantity)
    }
}

fn extraction(text: &str) -> Extraction {
    let over = |fact: Fact| Fact {
        quantity: Quantity {
            approx: Approx::Over,
            ..fact.quantity
        },
        ..fact
    };
    let cases = |quote: &str, number: &str, value: i64, interval: &str| Fact {
        metric: Some(Metric::Asymptomatic),
        measure: Some(Measure::New),
        origin: Some(Origin::Local),
        place: Some("云岭市".into()),
        window: Window::parse_interval(interval),
        ..fact(text, quote, number, value, "例", Kind::Cases)
    };
    let supply = |fact: Fact, item: &str, actor: &str, action: Action| Fact {
        item: Some(item.into()),
        actor: Some(actor.into()),
        action: Some(action),
        ..fact
    };
    let section = |kind: SectionKind, from: &str, to: &str, speaker: Option<&str>| {
        let start = text.find(from).unwrap();
        let end = start + text[start..].find(to).unwrap() + to.len();
        Section {
            id: SectionId(start as u64),
            kind,
            span: Span::new(start, end),
            speaker: speaker.map(str::to_owned),
            outlet: None,
            heading: None,
        }
    };
    let speaker = Some("市国资委主任 李河");
    Extraction {
        meta: Meta {
            title: Some("云岭市疫情防控工作第十二场新闻发布会召开".into()),
            session: Some(12),
            place: Some("云岭市".into()),
            date: Some(Moment::midnight(Some(2022), 9, 28)),
            year: Some(2022),
            year_from: Some(YearFrom::Weekday),
        },
        sections: vec![
            section(SectionKind::Furniture, "查看", "原文", None),
            section(SectionKind::Title, "云岭市疫情", "召开", None),
            section(SectionKind::Figures, "9月27日", "感染者1例。", None),
            section(SectionKind::Statement, "隔离点为", "常用药。", None),
            section(SectionKind::Answer, "市国资委", "米面40吨。", speaker),
            section(SectionKind::Credits, "主编", "某某", None),
        ],
        facts: vec![
            cases("新增本土无症状感染者3例", "3", 3, "2022-09-27T00:00/2022-09-28T00:00"),
            cases("新增本土无症状感染者1例", "1", 1, "2022-09-28T00:00/2022-09-28T14:00"),
            Fact {
                item: Some("职工".into()),
                ..fact(text, "215名职工参与防控", "215", 215, "名", Kind::Personnel)
            },
            Fact {
                item: Some("清运垃圾".into()),
                actor: Some("城投集团".into()),
                cumulative: true,
                ..over(fact(text, "累计清运垃圾4200多吨", "4200", 4200, "吨", Kind::Service))
            },
            supply(
                over(fact(text, "筹措3.6万余份蔬菜礼包", "3.6万", 36_000, "份", Kind::Supply)),
                "蔬菜礼包",
                "农投集团",
                Action::Raised,
            ),
            Fact {
                recipient: Some("北湖县".into()),
                ..supply(
                    fact(text, "配送米面40吨", "40", 40, "吨", Kind::Supply),
                    "米面",
                    "农投集团",
                    Action::Delivered,
                )
            },
        ],
        provisions: vec![
            Provision {
                span: span(text, "隔离点为", "奶粉"),
                item: "奶粉".into(),
                beneficiary: Some("婴幼儿".into()),
                purpose: None,
            },
            Provision {
                span: span(text, "隔离点为", "常用药"),
                item: "常用药".into(),
                beneficiary: Some("老人".into()),
                purpose: None,
            },
        ],
        ..Extraction::default()
    }
}
