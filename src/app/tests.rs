//! The program without a window: commands in, state out.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tempfile::TempDir;

use super::*;
use crate::ledger::{DocId, Review, Status};
use crate::model::{Encoding, FactId, MetaSlot, Slot, Span};

/// A program with files and a workspace of its own.
struct Bench {
    folder: TempDir,
    app: App,
}

const FIRST: &str = "云岭市召开第12场新闻发布会\n\n10月10日0—24时,全市新增本土确诊病例2例,新增本土无症状感染者5例。\n\n商务局向各区配送蔬菜112吨、大米7100多吨。\n";
const SECOND: &str = "云岭市召开第13场新闻发布会\n\n10月11日0—24时,全市新增本土确诊病例3例。\n";

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = Self::start(&folder);
        Self { folder, app }
    }

    /// With two briefings open and the first chosen.
    fn with_briefings() -> Self {
        let mut bench = Self::new();
        let paths = vec![bench.file("2022-10-11.txt", FIRST), bench.file("2022-10-12.txt", SECOND)];
        bench.execute(Command::OpenPaths(paths));
        bench
    }

    fn start(folder: &TempDir) -> App {
        let path = |name: &str| folder.path().join(name);
        let mut app = App::start(path("w.tongbao"), Some(path("settings.json")), Arc::new(|| ()));
        settle(&mut app);
        app
    }

    /// Ends the program and starts it anew.
    fn restart(&mut self) {
        self.app.save_settings();
        self.app = Self::start(&self.folder);
    }

    fn file(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    fn execute(&mut self, command: Command) {
        self.app.execute(command);
        settle(&mut self.app);
    }

    fn docs(&self) -> Vec<DocId> {
        self.app.briefings.iter().map(|open| open.doc).collect()
    }

    fn chosen(&self) -> &OpenBriefing {
        self.app.chosen_briefing().unwrap()
    }

    /// The fact of the chosen briefing whose number is written so.
    fn fact(&self, number: &str) -> FactId {
        let open = self.chosen();
        open.briefing
            .facts
            .iter()
            .find(|entry| open.words(entry.fact.span) == number)
            .unwrap()
            .fact
            .id
    }

    fn choose(&mut self, number: &str) -> FactId {
        let (doc, fact) = (self.chosen().doc, self.fact(number));
        self.execute(Command::ChooseFact {
            doc,
            fact,
            from: Pane::Source,
        });
        fact
    }

    fn set(&mut self, fact: FactId, slot: Slot, text: &str) {
        let doc = self.chosen().doc;
        self.execute(Command::SetSlot {
            doc,
            fact,
            slot,
            text: Some(text.to_owned()),
        });
    }

    fn value(&self, fact: FactId) -> String {
        self.chosen().fact(fact).unwrap().quantity.value.unwrap().to_string()
    }

    fn events(&self) -> Vec<String> {
        self.app
            .notices
            .iter()
            .map(|notice| words(Language::English).event(&notice.event))
            .collect()
    }
}

/// Waits for the background work.
pub fn settle(app: &mut App) {
    loop {
        let was_busy = app.is_busy();
        app.poll();
        if !was_busy {
            break;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

#[test]
fn a_first_start_is_empty_and_makes_a_workspace() {
    let bench = Bench::new();
    assert!(bench.app.briefings.is_empty() && bench.app.notices.is_empty());
    assert!(bench.app.has_workspace() && bench.app.workspace_path().exists());
}

#[test]
fn the_samples_open_from_anywhere_and_each_only_once() {
    let mut bench = Bench::new();
    bench.execute(Command::OpenSamples);
    assert_eq!(bench.app.briefings.len(), samples::ALL.len());
    assert!(bench.app.chosen.is_some());
    bench.execute(Command::OpenSamples);
    assert_eq!(bench.app.briefings.len(), samples::ALL.len());
    assert!(bench.events().last().unwrap().contains("already"), "{:?}", bench.events());
}

#[test]
fn files_that_cannot_be_read_are_told_and_the_others_open() {
    let mut bench = Bench::new();
    let paths = vec![
        bench.file("good.txt", FIRST),
        bench.file("empty.txt", ""),
        bench.file("image.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        bench.folder.path().join("gone.txt"),
    ];
    bench.execute(Command::OpenPaths(paths));
    assert_eq!(bench.app.briefings.len(), 1);
    let problems = bench
        .app
        .notices
        .iter()
        .filter(|notice| notice.severity() == Severity::Problem)
        .count();
    assert_eq!(problems, 3, "{:?}", bench.events());
}

#[test]
fn the_first_opened_is_chosen_and_stays_so_after_a_restart_with_all_its_state() {
    let mut bench = Bench::with_briefings();
    assert_eq!(bench.chosen().source.name(), "2022-10-11.txt");
    let doc = bench.chosen().doc;
    bench.execute(Command::SetReview(doc, Review::Reviewed));
    let fact = bench.fact("112");
    bench.set(fact, Slot::Value, "1.2万余");
    bench.restart();
    assert_eq!(bench.app.briefings.len(), 2);
    let open = bench.app.briefing(doc).unwrap();
    assert_eq!((open.review, open.edits.len()), (Review::Reviewed, 1));
    assert_eq!(open.fact(fact).unwrap().quantity.value.unwrap().to_string(), "12000");
}

#[test]
fn choosing_a_fact_asks_the_other_panes_to_follow_once() {
    let mut bench = Bench::with_briefings();
    bench.choose("112");
    let focus = bench.app.focus_for(Pane::Sections, 0).unwrap();
    assert_eq!(bench.app.focus_for(Pane::Source, 0), None);
    assert_eq!(bench.app.focus_for(Pane::Sections, focus.generation), None);
    bench.choose("112");
    assert!(bench.app.focus_for(Pane::Sections, focus.generation).is_some());
}

#[test]
fn facts_are_stepped_through_in_the_order_of_the_text_and_the_ends_hold() {
    let mut bench = Bench::with_briefings();
    let facts: Vec<_> = bench.chosen().briefing.facts.iter().map(|entry| entry.fact.id).collect();
    let mut seen = Vec::new();
    for _ in 0..=facts.len() {
        bench.execute(Command::NextFact);
        seen.extend(bench.app.chosen_fact);
    }
    seen.dedup();
    assert_eq!(seen, facts);
    bench.execute(Command::ClearChoice);
    assert_eq!(bench.app.chosen_fact, None);
    bench.execute(Command::PreviousFact);
    assert_eq!(bench.app.chosen_fact, facts.last().copied());
}

#[test]
fn a_correction_is_undone_and_redone_across_a_restart() {
    let mut bench = Bench::with_briefings();
    let fact = bench.choose("112");
    bench.set(fact, Slot::Value, "１５３５");
    bench.set(fact, Slot::Unit, "公斤");
    assert_eq!((bench.value(fact).as_str(), bench.chosen().review), ("1535", Review::InReview));
    bench.restart();
    bench.execute(Command::Undo);
    bench.execute(Command::Undo);
    assert_eq!(bench.value(fact), "112");
    assert_eq!(bench.app.chosen_fact, Some(fact));
    assert!(!Command::Undo.enabled(&bench.app));
    bench.restart();
    bench.execute(Command::Redo);
    assert_eq!(bench.value(fact), "1535");
    assert_eq!(bench.chosen().fact(fact).unwrap().quantity.unit, "吨");
}

#[test]
fn undo_shows_the_briefing_that_it_changes() {
    let mut bench = Bench::with_briefings();
    let fact = bench.choose("112");
    bench.set(fact, Slot::Item, "白菜");
    bench.execute(Command::NextBriefing);
    assert_ne!(bench.chosen().source.name(), "2022-10-11.txt");
    bench.execute(Command::Undo);
    assert_eq!(
        (bench.chosen().source.name().as_str(), bench.app.chosen_fact),
        ("2022-10-11.txt", Some(fact))
    );
}

#[test]
fn what_is_not_understood_is_refused_and_the_old_value_stays() {
    let mut bench = Bench::with_briefings();
    let fact = bench.choose("112");
    let doc = bench.chosen().doc;
    bench.set(fact, Slot::Value, "许多");
    assert_eq!(bench.value(fact), "112");
    assert!(
        bench
            .app
            .refusal(doc, Some(fact), crate::ledger::Field::Fact(Slot::Value))
            .is_some()
    );
    assert!(bench.app.refusal(doc, Some(fact), crate::ledger::Field::Fact(Slot::Unit)).is_none());
    bench.set(fact, Slot::Value, "百余");
    assert_eq!((bench.value(fact).as_str(), &bench.app.refused), ("100", &None));
}

#[test]
fn typing_the_same_again_is_no_correction() {
    let mut bench = Bench::with_briefings();
    let fact = bench.choose("7100");
    bench.set(fact, Slot::Value, "7100多");
    assert!(bench.chosen().edits.is_empty());
    assert_eq!(bench.chosen().review, Review::Unread);
}

#[test]
fn a_fact_is_added_from_selected_words_removed_and_reverted() {
    let mut bench = Bench::with_briefings();
    let doc = bench.chosen().doc;
    let count = bench.app.fact_count(bench.chosen());
    let at = bench.chosen().source.text.find("12场").unwrap();
    bench.execute(Command::Select {
        doc,
        span: Some(Span::new(at, at + "12场".len())),
    });
    bench.execute(Command::AddFactFromSelection);
    let added = bench.app.chosen_fact.unwrap();
    assert_eq!(bench.app.chosen_entry().unwrap().status, Status::Added);
    assert_eq!(
        (bench.value(added).as_str(), bench.app.fact_count(bench.chosen())),
        ("12", count + 1)
    );
    let fact = bench.choose("112");
    bench.execute(Command::RemoveChosenFact);
    assert_eq!(bench.app.chosen_entry().unwrap().status, Status::Removed);
    assert_eq!(bench.app.fact_count(bench.chosen()), count);
    bench.execute(Command::RevertChosenFact);
    assert_eq!(bench.chosen().entry(fact).unwrap().status, Status::Machine);
}

#[test]
fn words_without_a_number_make_no_fact() {
    let mut bench = Bench::with_briefings();
    let doc = bench.chosen().doc;
    bench.execute(Command::Select {
        doc,
        span: Some(Span::new(0, "云岭".len())),
    });
    bench.execute(Command::AddFactFromSelection);
    assert!(bench.chosen().edits.is_empty());
    assert!(bench.events().last().unwrap().contains("no number"));
}

#[test]
fn a_year_set_by_hand_reaches_the_windows_of_the_facts() {
    let mut bench = Bench::new();
    let path = bench.file("briefing.txt", FIRST);
    bench.execute(Command::OpenPaths(vec![path]));
    let doc = bench.chosen().doc;
    let year = |bench: &Bench| {
        bench
            .chosen()
            .briefing
            .facts
            .iter()
            .find_map(|entry| entry.fact.window?.start?.year)
    };
    assert_eq!(year(&bench), None);
    bench.execute(Command::SetMeta {
        doc,
        slot: MetaSlot::Year,
        text: Some("2021".to_owned()),
    });
    assert_eq!(year(&bench), Some(2021));
    bench.execute(Command::Undo);
    assert_eq!(year(&bench), None);
}

#[test]
fn another_encoding_reads_the_bytes_anew_and_is_remembered() {
    let mut bench = Bench::new();
    let (bytes, _, _) = encoding_rs::GB18030.encode(FIRST);
    let path = bench.file("gbk.txt", &bytes);
    bench.execute(Command::OpenPaths(vec![path]));
    assert_eq!(
        (bench.chosen().source.encoding, &*bench.chosen().source.text),
        (Encoding::Gb18030, FIRST)
    );
    let doc = bench.chosen().doc;
    bench.execute(Command::SetEncoding {
        doc,
        encoding: Some(Encoding::Big5),
    });
    assert_ne!(&*bench.chosen().source.text, FIRST);
    bench.restart();
    assert_eq!(bench.chosen().forced_encoding, Some(Encoding::Big5));
    bench.execute(Command::SetEncoding { doc, encoding: None });
    assert_eq!(&*bench.chosen().source.text, FIRST);
}

#[test]
fn an_encoding_that_the_bytes_are_not_in_changes_nothing() {
    let mut bench = Bench::new();
    let path = bench.file("a.txt", FIRST);
    bench.execute(Command::OpenPaths(vec![path]));
    let doc = bench.chosen().doc;
    bench.execute(Command::SetEncoding {
        doc,
        encoding: Some(Encoding::Big5),
    });
    let is_refused = bench.app.notices.iter().any(|notice| matches!(notice.event, Event::Unreadable(_)));
    assert!(is_refused, "{:?}", bench.events());
    assert_eq!((bench.chosen().forced_encoding, &*bench.chosen().source.text), (None, FIRST));
    bench.restart();
    assert_eq!(&*bench.chosen().source.text, FIRST);
}

#[test]
fn a_briefing_taken_out_comes_back_with_its_corrections() {
    let mut bench = Bench::with_briefings();
    let doc = bench.chosen().doc;
    let fact = bench.choose("112");
    bench.set(fact, Slot::Value, "3");
    bench.execute(Command::CloseChosenBriefing);
    assert_eq!(bench.app.briefings.len(), 1);
    assert_ne!(bench.app.chosen, Some(doc));
    assert!(!Command::Undo.enabled(&bench.app));
    bench.execute(Command::BringBack(doc));
    assert_eq!(bench.app.chosen, Some(doc));
    assert_eq!(bench.value(fact), "3");
    assert!(Command::Undo.enabled(&bench.app));
    bench.execute(Command::CloseChosenBriefing);
    let again = bench.folder.path().join("2022-10-11.txt");
    bench.execute(Command::OpenPaths(vec![again]));
    assert_eq!((bench.app.chosen, bench.value(fact).as_str()), (Some(doc), "3"));
}

#[test]
fn reviewed_and_next_goes_to_what_is_left_to_do() {
    let mut bench = Bench::with_briefings();
    let docs = bench.docs();
    bench.execute(Command::ChooseBriefing(docs[1]));
    bench.execute(Command::MarkReviewedAndNext);
    assert_eq!(bench.app.chosen, Some(docs[0]));
    bench.execute(Command::MarkReviewedAndNext);
    assert_eq!(bench.app.chosen, Some(docs[0]));
    assert!(bench.app.briefings.iter().all(|open| open.review == Review::Reviewed));
}

#[test]
fn the_filter_looks_at_names_dates_and_words() {
    let mut bench = Bench::with_briefings();
    for (filter, count) in [
        ("", 2),
        ("2022-10-12", 1),
        ("大米", 1),
        ("云岭 新增", 2),
        ("云岭 大米", 1),
        ("没有这个词", 0),
    ] {
        bench.execute(Command::FilterBriefings(filter.to_owned()));
        assert_eq!(bench.app.filtered().count(), count, "{filter}");
    }
}

#[test]
fn one_dialog_at_a_time_and_a_missing_one_is_told() {
    let mut bench = Bench::new();
    bench.execute(Command::OpenDialog);
    bench.execute(Command::OpenFolderDialog);
    assert_eq!(bench.app.take_requests(), [Request::PickFiles]);
    bench.execute(Command::DialogClosed { failure: None });
    assert!(bench.app.notices.is_empty());
    assert!(Command::OpenDialog.enabled(&bench.app));
    bench.execute(Command::OpenDialog);
    bench.execute(Command::DialogClosed {
        failure: Some("no zenity".to_owned()),
    });
    assert!(bench.events()[0].contains("no zenity") && bench.events()[0].contains("recent list"));
}

#[test]
fn a_workspace_that_is_none_leaves_reading_and_refuses_corrections() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("w.tongbao");
    std::fs::write(&workspace, "this is a diary and no workspace").unwrap();
    let app = App::start(workspace.clone(), None, Arc::new(|| ()));
    let mut bench = Bench { folder, app };
    settle(&mut bench.app);
    assert!(!bench.app.has_workspace());
    let path = bench.file("a.txt", FIRST);
    bench.execute(Command::OpenPaths(vec![path]));
    let fact = bench.choose("112");
    bench.set(fact, Slot::Value, "3");
    assert_eq!(bench.value(fact), "112");
    assert!(bench.app.notices.iter().any(|notice| matches!(notice.event, Event::NoWorkspace)));
    assert_eq!(std::fs::read_to_string(workspace).unwrap(), "this is a diary and no workspace");
}

#[test]
fn two_windows_on_one_workspace_see_each_others_corrections() {
    let mut one = Bench::with_briefings();
    let mut other = Bench::start(&one.folder);
    let fact = one.choose("112");
    one.set(fact, Slot::Value, "3");
    other.look_for_news();
    settle(&mut other);
    let doc = one.chosen().doc;
    assert_eq!(
        other.briefing(doc).unwrap().fact(fact).unwrap().quantity.value.unwrap().to_string(),
        "3"
    );
    assert_eq!(other.briefing(doc).unwrap().review, Review::InReview);
}

#[test]
fn taste_is_remembered() {
    let mut bench = Bench::with_briefings();
    bench.execute(Command::ToggleLanguage);
    bench.execute(Command::SetTheme(ThemeChoice::Dark));
    bench.execute(Command::ShowView(View::Charts));
    bench.execute(Command::NextBriefing);
    let chosen = bench.app.chosen;
    bench.execute(Command::RememberWindow { size: [1000.0, 700.0] });
    bench.restart();
    assert_eq!(bench.app.chosen, chosen);
    let settings = &bench.app.settings;
    assert_eq!(
        (settings.language, settings.theme, bench.app.view),
        (Language::English, ThemeChoice::Dark, View::Charts)
    );
    assert_eq!(settings.window, Some([1000.0, 700.0]));
    assert_eq!(settings.recent.len(), 2);
}

#[test]
fn every_listed_command_has_words_in_both_languages_and_a_key_of_its_own() {
    let mut keys = Vec::new();
    for command in Command::LISTED {
        for language in Language::ALL {
            let (name, tooltip) = words(*language).command(command);
            assert!(!name.is_empty() && !tooltip.is_empty(), "{command:?}");
        }
        keys.extend(command.shortcut());
        keys.extend(command.second_shortcut());
    }
    let count = keys.len();
    keys.sort_by_key(|key| format!("{key:?}"));
    keys.dedup();
    assert_eq!(keys.len(), count);
}
