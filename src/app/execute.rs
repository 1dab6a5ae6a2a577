//! Carrying out commands and taking in what the worker reports: the one place where the state changes.

use std::collections::HashMap;
use std::path::PathBuf;

use super::command::Command;
use super::documents::Step;
use super::event::Event;
use super::settings::{Loaded, Settings};
use super::state::{App, Progress, Request, Selection, View, Wanted};
use super::tasks::{Job, Report, Wake, Worker};
use super::vocabulary::Vocabulary;
use crate::ledger::{Edit, Workspace};

const ZOOM_STEP: f32 = 1.1;

impl App {
    /// Opens the workspace and begins to read its documents. `settings_path` is `None` where settings cannot be kept.
    pub fn start(workspace_path: PathBuf, settings_path: Option<PathBuf>, wake: Wake) -> Self {
        let (settings, set_aside) = match settings_path.as_deref().map(Settings::load) {
            None => (Settings::default(), None),
            Some(Loaded::Read(settings) | Loaded::Fresh(settings)) => (settings, None),
            Some(Loaded::SetAside { settings, aside }) => (settings, Some(aside)),
        };
        let opened = Workspace::open(&workspace_path);
        let (vocabulary, troubles) = Vocabulary::load(settings_path.as_deref().and_then(Vocabulary::folder_beside));
        let mut app = Self {
            briefings: Vec::new(),
            chosen: None,
            chosen_fact: None,
            focus: None,
            selection: None,
            refused: None,
            filter: String::new(),
            view: settings.view,
            progress: None,
            notices: Vec::new(),
            is_dialog_open: false,
            settings,
            trial: None,
            vocabulary,
            generation: 1,
            worker: Worker::start(opened.is_ok().then(|| workspace_path.clone()), wake),
            workspace: None,
            workspace_path,
            settings_path,
            requests: Vec::new(),
            undoable: None,
            redoable: None,
            chosen_at: 0,
            fact_counts: HashMap::new(),
            focus_generation: 0,
            last_notice: 0,
            last_local_doc: 0,
            wanted: None,
        };
        if let Some(aside) = set_aside {
            app.notify(Event::SettingsSetAside { aside });
        }
        match opened {
            Ok(workspace) => app.workspace = Some(workspace),
            Err(error) => app.notify(Event::WorkspaceClosed {
                path: app.workspace_path.clone(),
                error,
            }),
        }
        troubles.into_iter().for_each(|trouble| app.notify(Event::TableTrouble(trouble)));
        app.refresh_undo();
        if !app.vocabulary.taught.is_empty() {
            app.worker.hand_over(Job::Learn {
                taught: app.vocabulary.taught.clone(),
                briefings: Vec::new(),
            });
        }
        app.worker.hand_over(Job::Restore { only: None });
        app
    }

    /// Carries out a command. A command that does not apply now does nothing.
    pub fn execute(&mut self, command: Command) {
        match command {
            Command::OpenDialog => self.ask_for(Request::PickFiles),
            Command::OpenFolderDialog => self.ask_for(Request::PickFolder),
            Command::DialogClosed { failure } => {
                self.is_dialog_open = false;
                if let Some(cause) = failure {
                    self.notify(Event::DialogMissing { cause });
                }
            }
            Command::OpenPaths(paths) => self.open_paths(paths),
            Command::OpenRecent(path) => self.open_paths(vec![path]),
            Command::OpenSamples => {
                self.wanted = Some(Wanted::FirstOpened);
                self.worker.hand_over(Job::OpenSamples);
            }
            Command::ClearRecent => self.change_settings(|settings| settings.recent.clear()),
            Command::CancelTask => {
                self.worker.cancel();
                if let Some(progress) = &mut self.progress {
                    progress.is_cancelling = true;
                }
            }

            Command::ChooseBriefing(doc) => self.choose_briefing(doc),
            Command::NextBriefing => self.step_briefing(Step::Next),
            Command::PreviousBriefing => self.step_briefing(Step::Previous),
            Command::FilterBriefings(filter) => self.filter = filter,
            Command::CloseChosenBriefing => {
                if let Some(doc) = self.chosen {
                    self.close(doc);
                }
            }
            Command::CloseBriefing(doc) => self.close(doc),
            Command::BringBack(doc) => self.bring_back(doc),
            Command::SetReview(doc, review) => self.set_review(doc, review),
            Command::MarkReviewedAndNext => self.mark_reviewed_and_next(),
            Command::SetEncoding { doc, encoding } => self.set_encoding(doc, encoding),

            Command::ChooseFact { doc, fact, from } => self.choose_fact(doc, fact, from),
            Command::ClearChoice => {
                self.chosen_fact = None;
                self.focus = None;
                self.selection = None;
                self.refused = None;
            }
            Command::NextFact => self.step_fact(Step::Next),
            Command::PreviousFact => self.step_fact(Step::Previous),
            Command::Select { doc, span } => {
                self.selection = span.filter(|span| !span.is_empty()).map(|span| Selection { doc, span });
            }

            Command::SetSlot { doc, fact, slot, text } => self.set_slot(doc, fact, slot, text.as_deref()),
            Command::SetMeta { doc, slot, text } => self.set_meta(doc, slot, text.as_deref()),
            Command::SetSectionKind { doc, section, kind } => self.set_section_kind(doc, section, kind),
            Command::MoveBoundary { doc, section, edge, to } => self.move_boundary(doc, section, edge, to),
            Command::Correct { doc, edit } => self.correct(doc, edit),
            Command::AddFactFromSelection => self.add_fact_from_selection(),
            Command::RemoveChosenFact => self.correct_chosen(|open, entry| Edit::remove_fact(entry, &open.source.text)),
            Command::RevertChosenFact => self.correct_chosen(|_, entry| Edit::RevertFact { fact: entry.fact.id }),
            Command::DismissRefusal => self.refused = None,
            Command::TeachSelection => {
                let word = self.selected_text().map(|text| text.trim().to_owned());
                self.requests.extend(word.map(Request::Teach));
            }
            Command::TryLesson(lesson) => self.try_lesson(lesson),
            Command::AcceptLesson => self.accept_lesson(),
            Command::DropLesson => self.trial = None,
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),

            Command::ShowView(view) => {
                self.view = view;
                self.change_settings(|settings| settings.view = view);
            }
            Command::SetLanguage(language) => self.change_settings(|settings| settings.language = language),
            Command::ToggleLanguage => self.change_settings(|settings| settings.language = settings.language.other()),
            Command::SetTheme(theme) => self.change_settings(|settings| settings.theme = theme),
            Command::CycleTheme => self.change_settings(|settings| settings.theme = settings.theme.next()),
            Command::ZoomIn => self.zoom(self.settings.zoom * ZOOM_STEP),
            Command::ZoomOut => self.zoom(self.settings.zoom / ZOOM_STEP),
            Command::ZoomReset => self.zoom(1.0),
            Command::RememberWindow { size } => {
                self.settings.window = Some(size);
                self.settings.chosen = self.chosen_briefing().map(|open| open.source.sha256.clone());
            }

            Command::OpenPalette => self.requests.push(Request::OpenPalette),
            Command::FocusFilter => self.requests.push(Request::FocusFilter),
            Command::EditValue => {
                self.execute(Command::ShowView(View::Review));
                self.requests.push(Request::EditValue);
            }
            Command::ShowProblems => self.requests.push(Request::ShowProblems),
            Command::About => self.requests.push(Request::ShowAbout),
            Command::Quit => self.requests.push(Request::Close),
            Command::CopyQuote => self.copy_quote(),
            Command::DismissNotice(id) => self.notices.retain(|notice| notice.id != id),
            Command::DismissAllNotices => self.notices.clear(),
        }
    }

    /// Writes the settings; the last thing before the window goes.
    pub fn save_settings(&mut self) {
        let Some(path) = &self.settings_path else { return };
        if let Err(error) = self.settings.save(path) {
            // Told once: a folder that cannot be written would otherwise say so at every click.
            self.settings_path = None;
            self.notify(Event::SettingsNotSaved { cause: error.to_string() });
        }
    }

    /// Takes in what the worker has reported; whether anything has changed.
    pub fn poll(&mut self) -> bool {
        let reports = self.worker.reports();
        if reports.is_empty() {
            return false;
        }
        for report in reports {
            match report {
                Report::Progress(progress) => {
                    let is_cancelling = self.progress.as_ref().is_some_and(|before| before.is_cancelling);
                    self.progress = Some(Progress { is_cancelling, ..progress });
                }
                Report::Arrived(arrival) => {
                    let is_new = arrival.is_new;
                    let doc = self.take_in(*arrival);
                    self.show_if_wanted(doc, is_new);
                }
                Report::Tried { lesson, outcome } => self.tried(&lesson, outcome),
                Report::GivenUp => {}
                Report::Known(doc) => self.show_if_wanted(doc, true),
                Report::ReadAgain {
                    doc,
                    reading,
                    forced_encoding,
                } => self.take_in_again(doc, reading, forced_encoding),
                Report::Trouble(event) => {
                    if let Event::Unreadable(error) = &event {
                        self.settings.recent.retain(|path| *path != error.path);
                    }
                    self.notify(event);
                }
                Report::Finished { was_cancelled, new, known } => {
                    if new + known > 0 {
                        self.notify(Event::Opened { new, known });
                    }
                    if was_cancelled {
                        self.notify(Event::Cancelled);
                    }
                }
            }
        }
        // The worker writes through its own connection; undo passes over documents that this one has not seen.
        if let Some(workspace) = &mut self.workspace {
            workspace.refresh().ok();
        }
        self.refresh_undo();
        self.sort();
        if !self.worker.is_busy() {
            self.progress = None;
            self.choose_any();
        }
        true
    }

    pub(super) fn change_settings(&mut self, change: impl FnOnce(&mut Settings)) {
        change(&mut self.settings);
        self.save_settings();
    }

    fn zoom(&mut self, factor: f32) {
        let factor = factor.clamp(0.5, 3.0);
        self.requests.push(Request::Zoom(factor));
        self.change_settings(|settings| settings.zoom = factor);
    }
}
