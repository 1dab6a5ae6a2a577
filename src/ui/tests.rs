//! The whole window, driven by accessible names and keys. kittest itself fails on a missing glyph, on a field without a name and
//! on a window that does not come to rest.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use eframe::egui::{DroppedFile, Key, Modifiers, Theme, accesskit::Role, accesskit::Toggled, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;

use super::dialogs::{Ask, Pick, Picked};
use super::{Window, prepare};
use crate::app::tests::settle;
use crate::app::{App, Command, Language, ThemeChoice, View, Words, samples};
use crate::model::{Kind, Span};

/// Answers in place of the system's dialogs.
#[derive(Clone, Default)]
struct Answers {
    asked: Arc<Mutex<Vec<Pick>>>,
    answer: Arc<Mutex<Option<Picked>>>,
}

impl Ask for Answers {
    fn ask(&self, pick: Pick, _words: &Words, _frame: Option<&eframe::Frame>, done: Box<dyn FnOnce(Picked) + Send>) {
        self.asked.lock().unwrap().push(pick);
        if let Some(answer) = self.answer.lock().unwrap().take() {
            done(answer);
        }
    }
}

/// A window with files and a workspace of its own.
struct Stage {
    folder: TempDir,
    answers: Answers,
    harness: Harness<'static, Window>,
}

impl Stage {
    fn new() -> Self {
        Self::sized(1440.0, 900.0, Theme::Light)
    }

    fn sized(width: f32, height: f32, theme: Theme) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let answers = Answers::default();
        let (workspace, settings) = (folder.path().join("w.tongbao"), folder.path().join("settings.json"));
        let ask = answers.clone();
        let harness = Harness::builder()
            .with_size(vec2(width, height))
            .with_context_setup(prepare)
            .build_eframe(move |created| {
                let mut app = App::start(workspace, Some(settings), Arc::new(|| ()));
                settle(&mut app);
                app.execute(Command::SetTheme(if theme == Theme::Dark {
                    ThemeChoice::Dark
                } else {
                    ThemeChoice::Light
                }));
                Window::new(app, Box::new(ask), &created.egui_ctx)
            });
        let mut stage = Self { folder, answers, harness };
        stage.rest();
        stage
    }

    fn with_samples() -> Self {
        let mut stage = Self::new();
        stage.harness.get_by_label("打开样例").click();
        stage.rest();
        stage
    }

    /// Lets the background work end and the window come to rest; fails where it never does.
    fn rest(&mut self) {
        for _ in 0..100 {
            settle(&mut self.harness.state_mut().app);
            // Panes may prepare a text on a thread of their own and turn a spinner meanwhile.
            let is_at_rest = self.harness.run_ok().is_some();
            if is_at_rest && !self.app().is_busy() {
                return;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        self.harness.run();
    }

    fn app(&self) -> &App {
        &self.harness.state().app
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.rest();
    }

    fn click(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.rest();
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }
}

const TEXT: &str = "云岭市召开新闻发布会\n\n10月10日0—24时,全市新增本土确诊病例2例。\n";

#[test]
fn a_newcomer_opens_the_samples_at_a_click() {
    let stage = Stage::with_samples();
    assert_eq!(stage.app().briefings.len(), samples::ALL.len());
    stage.harness.get_by_label_contains(&format!("简报 {}", samples::ALL.len()));
}

#[test]
fn a_briefing_is_chosen_in_the_list() {
    let mut stage = Stage::with_samples();
    let last = stage.app().briefings.last().unwrap().doc;
    let rows: Vec<_> = stage.harness.get_all_by_role(Role::ListBoxOption).collect();
    rows.last().unwrap().click();
    stage.rest();
    assert_eq!(stage.app().chosen, Some(last));
}

#[test]
fn the_palette_runs_commands_and_leads_to_facts() {
    let mut stage = Stage::with_samples();
    stage.key(Modifiers::COMMAND, Key::K);
    stage.harness.get_by_label("查找与命令").type_text("图表");
    stage.rest();
    stage.key(Modifiers::NONE, Key::Enter);
    assert_eq!(stage.app().view, View::Charts);

    let (doc, fact, number) = {
        let open = stage.app().chosen_briefing().unwrap();
        let fact = open.briefing.facts_in_force().max_by_key(|fact| fact.quantity.value).unwrap();
        (open.doc, fact.id, fact.quantity.value.unwrap().to_string())
    };
    stage.key(Modifiers::COMMAND, Key::K);
    stage.harness.get_by_label("查找与命令").type_text(&number);
    stage.rest();
    stage.key(Modifiers::NONE, Key::Enter);
    assert_eq!(
        (stage.app().view, stage.app().chosen, stage.app().chosen_fact),
        (View::Review, Some(doc), Some(fact))
    );
}

#[test]
fn the_palette_is_walked_with_arrows_and_left_with_escape() {
    let mut stage = Stage::new();
    stage.key(Modifiers::COMMAND, Key::K);
    stage.key(Modifiers::NONE, Key::ArrowDown);
    stage.key(Modifiers::NONE, Key::ArrowDown);
    let chosen: Vec<_> = stage
        .harness
        .get_all_by_role(Role::ListBoxOption)
        .filter(|row| row.accesskit_node().toggled() == Some(Toggled::True))
        .collect();
    assert_eq!(chosen.len(), 1);
    assert_eq!(chosen[0].accesskit_node().label().as_deref(), Some("打开样例"));
    stage.key(Modifiers::NONE, Key::Escape);
    assert!(stage.harness.query_by_label("查找与命令").is_none());
}

#[test]
fn the_language_changes_at_a_click() {
    let mut stage = Stage::with_samples();
    stage.click("English");
    assert_eq!(stage.app().settings.language, Language::English);
    stage.harness.get_by_role_and_label(Role::Tab, "Review");
    stage.click("中文");
    stage.harness.get_by_role_and_label(Role::Tab, "审阅");
}

#[test]
fn a_value_is_corrected_without_the_mouse() {
    let mut stage = Stage::with_samples();
    stage.key(Modifiers::NONE, Key::N);
    stage.key(Modifiers::NONE, Key::F2);
    stage.harness.event(eframe::egui::Event::Text("6.8万余".into()));
    stage.rest();
    stage.key(Modifiers::NONE, Key::Enter);
    let entry = stage.app().chosen_entry().unwrap();
    assert_eq!(entry.fact.quantity.value.map(|v| v.to_string()).as_deref(), Some("68000"));
    assert!(entry.machine.is_some(), "the machine's value stays beside the person's");
}

#[test]
fn keys_do_not_act_through_an_open_list() {
    let mut stage = Stage::with_samples();
    stage.key(Modifiers::NONE, Key::N);
    stage.harness.get_by_role_and_label(Role::ComboBox, "指标").click();
    stage.rest();
    stage.key(Modifiers::NONE, Key::Delete);
    assert_eq!(
        stage.app().chosen_briefing().unwrap().corrected(),
        0,
        "nothing is removed behind the list"
    );
    stage.key(Modifiers::NONE, Key::Escape);
    assert!(stage.app().chosen_fact.is_some(), "Escape closes the list and nothing else");
}

#[test]
fn a_word_is_taught_after_its_outcome_was_seen() {
    let mut stage = Stage::with_samples();
    let open = stage.app().chosen_briefing().unwrap();
    let (doc, text) = (open.doc, open.source.text.clone());
    let at = text.find("采样点").unwrap();
    let kind = |stage: &Stage| {
        let facts = &stage.app().chosen_briefing().unwrap().briefing.facts;
        facts
            .iter()
            .find(|entry| entry.fact.item.as_deref().is_some_and(|item| item.ends_with("采样点")))
            .map(|entry| entry.fact.kind)
    };
    assert_eq!(kind(&stage), Some(Kind::Facility));
    let span = Span::new(at, at + "采样点".len());
    stage.harness.state_mut().app.execute(Command::Select { doc, span: Some(span) });
    stage.rest();
    stage.key(Modifiers::NONE, Key::T);
    stage.rest();
    stage.harness.get_by_role_and_label(Role::ComboBox, "类别").click();
    stage.rest();
    stage.harness.get_by_label("人员").click();
    stage.rest();
    let trial = stage.app().trial.as_ref().unwrap();
    assert!(matches!(&trial.outcome, Some(Ok(outcome)) if outcome.facts > 0), "{trial:?}");
    assert_eq!(kind(&stage), Some(Kind::Facility), "nothing is in force yet");
    stage.harness.get_by_label("学会").click_accesskit();
    stage.rest();
    assert_eq!(
        kind(&stage),
        Some(Kind::Personnel),
        "{:?} {:?} {:?}",
        stage.app().notices,
        stage.app().trial.as_ref().map(|t| t.lesson.clone()),
        std::fs::read_to_string(stage.folder.path().join("lexicon/words.tsv"))
    );
    let table = stage.folder.path().join("lexicon/words.tsv");
    assert_eq!(std::fs::read_to_string(table).unwrap(), "采样点\tpersonnel\n");
}

#[test]
fn corrections_are_undone_and_redone_by_keys() {
    let mut stage = Stage::with_samples();
    stage.key(Modifiers::NONE, Key::N);
    let fact = stage.app().chosen_fact.unwrap();
    stage.key(Modifiers::NONE, Key::Delete);
    let is_in_force = |stage: &Stage| stage.app().chosen_briefing().unwrap().entry(fact).unwrap().is_in_force();
    assert!(!is_in_force(&stage));
    stage.key(Modifiers::COMMAND, Key::Z);
    assert!(is_in_force(&stage));
    stage.key(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
    assert!(!is_in_force(&stage));
    stage.key(Modifiers::COMMAND, Key::Z);
    stage.key(Modifiers::COMMAND, Key::Y);
    assert!(!is_in_force(&stage));
}

#[test]
fn letters_typed_into_a_field_are_no_commands() {
    let mut stage = Stage::with_samples();
    stage.key(Modifiers::COMMAND, Key::F);
    stage.key(Modifiers::NONE, Key::N);
    assert_eq!(stage.app().chosen_fact, None);
    stage.harness.get_by_label("筛选简报").type_text("第13场");
    stage.rest();
    assert_eq!(stage.app().filtered().count(), 1);
    stage.harness.get_by_label_contains(&format!("简报 1/{}", samples::ALL.len()));
}

#[test]
fn files_are_opened_through_the_dialog() {
    let mut stage = Stage::new();
    let path = stage.file("a.txt", TEXT);
    *stage.answers.answer.lock().unwrap() = Some(Picked::Paths(vec![path]));
    stage.click("打开文件…");
    assert_eq!(*stage.answers.asked.lock().unwrap(), [Pick::Files]);
    assert_eq!(stage.app().briefings.len(), 1);
}

#[test]
fn a_dialog_that_is_missing_is_told_and_one_that_is_cancelled_is_not() {
    let mut stage = Stage::new();
    *stage.answers.answer.lock().unwrap() = Some(Picked::Cancelled);
    stage.click("打开文件夹…");
    assert!(stage.app().notices.is_empty());
    *stage.answers.answer.lock().unwrap() = Some(Picked::Missing("no zenity".to_owned()));
    stage.click("打开文件夹…");
    stage.harness.get_by_label_contains("no zenity");
    stage.click("1 条消息");
    stage.click("全部清除");
    assert!(stage.app().notices.is_empty());
}

/// A file as the system hands it over.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the drawing thread reads no file".to_owned())
    }
}

#[test]
fn files_are_dropped_on_the_window() {
    let mut stage = Stage::new();
    let path = stage.file("a.txt", TEXT);
    stage.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    stage.rest();
    assert_eq!(stage.app().briefings.len(), 1);
}

#[test]
fn a_narrow_window_shows_one_pane_at_a_time() {
    let mut stage = Stage::sized(600.0, 700.0, Theme::Light);
    stage.click("打开样例");
    stage.harness.get_by_role_and_label(Role::Tab, "原文");
    stage.harness.get_by_role_and_label(Role::Tab, "简报").click();
    stage.rest();
    stage.harness.get_all_by_role(Role::ListBoxOption).next().unwrap().click();
    stage.rest();
    assert!(stage.harness.query_by_label("筛选简报").is_none());
    stage.harness.get_by_role_and_label(Role::Tab, "数据").click();
    stage.rest();
}

#[test]
fn every_listed_command_can_be_given_in_every_view_language_and_theme() {
    for theme in [Theme::Light, Theme::Dark] {
        let mut stage = Stage::sized(1200.0, 800.0, theme);
        stage.click("打开样例");
        for command in Command::LISTED
            .iter()
            .filter(|command| !matches!(command, Command::Quit | Command::ZoomIn | Command::ZoomOut))
        {
            stage.harness.state_mut().app.execute(command.clone());
            stage.rest();
            stage.key(Modifiers::NONE, Key::Escape);
        }
    }
}

#[test]
fn a_window_in_which_nothing_happens_draws_nothing() {
    let mut stage = Stage::with_samples();
    for view in [View::Review, View::Charts] {
        stage.harness.state_mut().app.execute(Command::ShowView(view));
        stage.harness.state_mut().app.execute(Command::DismissAllNotices);
        stage.rest();
        stage.harness.step();
        let delay = stage
            .harness
            .output()
            .viewport_output
            .values()
            .map(|output| output.repaint_delay)
            .min();
        assert!(delay.is_none_or(|delay| delay.as_secs() >= 60), "{view:?}: {delay:?}");
    }
}
