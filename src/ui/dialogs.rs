//! The system's file dialogs, one at a time and never on the drawing thread.
//!
//! rfd gives `None` both when a person cancels and when the system can show no dialog; only its log tells the two apart.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};

use eframe::egui::Context;
use rfd::{AsyncFileDialog, FileHandle};

use crate::app::{Command, Words};

/// Extensions that are offered first.
const EXTENSIONS: &[&str] = &["txt", "md", "markdown"];

/// What is to be picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    Files,
    Folder,
}

/// What came of a dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    Paths(Vec<PathBuf>),
    Cancelled,
    /// No dialog could be shown; the system's words.
    Missing(String),
}

/// Shows a dialog and calls back, from whichever thread, when it has gone. Tests answer in its place.
pub trait Ask {
    fn ask(&self, pick: Pick, words: &Words, frame: Option<&eframe::Frame>, done: Box<dyn FnOnce(Picked) + Send>);
}

/// The dialogs of the window.
pub struct Dialogs {
    ask: Box<dyn Ask>,
    sender: Sender<Picked>,
    picked: Receiver<Picked>,
}

impl Dialogs {
    pub fn new(ask: Box<dyn Ask>) -> Self {
        let (sender, picked) = channel();
        Self { ask, sender, picked }
    }

    pub fn show(&self, pick: Pick, words: &Words, frame: Option<&eframe::Frame>, ctx: &Context) {
        let (sender, ctx) = (self.sender.clone(), ctx.clone());
        let done = Box::new(move |picked| {
            sender.send(picked).ok();
            ctx.request_repaint();
        });
        self.ask.ask(pick, words, frame, done);
    }

    /// What has been picked since the last call.
    pub fn commands(&self) -> Vec<Command> {
        let mut commands = Vec::new();
        for picked in self.picked.try_iter() {
            let failure = match &picked {
                Picked::Missing(cause) => Some(cause.clone()),
                Picked::Paths(_) | Picked::Cancelled => None,
            };
            commands.push(Command::DialogClosed { failure });
            if let Picked::Paths(paths) = picked {
                commands.push(Command::OpenPaths(paths));
            }
        }
        commands
    }
}

/// The system's own dialogs.
pub struct SystemDialogs;

impl Ask for SystemDialogs {
    fn ask(&self, pick: Pick, words: &Words, frame: Option<&eframe::Frame>, done: Box<dyn FnOnce(Picked) + Send>) {
        DIALOG_ERROR.lock().unwrap_or_else(PoisonError::into_inner).take();
        let mut dialog = AsyncFileDialog::new();
        if let Some(frame) = frame {
            dialog = dialog.set_parent(frame);
        }
        // The future is made here, as macOS demands, and waited for elsewhere.
        match pick {
            Pick::Files => {
                let picking = dialog
                    .add_filter(words.file_filter, EXTENSIONS)
                    .add_filter(words.all_files, &["*"])
                    .pick_files();
                wait(async { picking.await.map(|files| files.iter().map(path_of).collect()) }, done);
            }
            Pick::Folder => {
                let picking = dialog.pick_folder();
                wait(async { picking.await.map(|folder| vec![path_of(&folder)]) }, done);
            }
        }
    }
}

fn path_of(handle: &FileHandle) -> PathBuf {
    handle.path().to_owned()
}

fn wait(picking: impl Future<Output = Option<Vec<PathBuf>>> + Send + 'static, done: Box<dyn FnOnce(Picked) + Send>) {
    std::thread::spawn(move || {
        // Whatever happens in the system's libraries, the window must hear that the dialog has gone.
        let picked = catch_unwind(AssertUnwindSafe(|| pollster::block_on(picking))).unwrap_or_default();
        let picked = match picked.filter(|paths| !paths.is_empty()) {
            Some(paths) => Picked::Paths(paths),
            None => match DIALOG_ERROR.lock().unwrap_or_else(PoisonError::into_inner).take() {
                Some(cause) => Picked::Missing(cause),
                None => Picked::Cancelled,
            },
        };
        done(picked);
    });
}

/// The last error that rfd logged.
static DIALOG_ERROR: Mutex<Option<String>> = Mutex::new(None);

/// Hears what rfd has to say; errors of other libraries go to stderr.
struct DialogLog;

impl log::Log for DialogLog {
    fn enabled(&self, metadata: &log::Metadata) -> bool {
        metadata.level() <= log::Level::Error
    }

    fn log(&self, record: &log::Record) {
        if !self.enabled(record.metadata()) {
            return;
        }
        if record.target().starts_with("rfd") {
            // rfd asks the desktop's portal first and zenity last; only when the last fails was there no dialog.
            let message = record.args().to_string();
            if !message.contains("zenity") {
                return;
            }
            *DIALOG_ERROR.lock().unwrap_or_else(PoisonError::into_inner) = Some(message);
        } else if !record.target().starts_with("eframe::native::run") {
            // What ends the window comes back as an error, and is told in a sentence.
            eprintln!("{}: {}", record.target(), record.args());
        }
    }

    fn flush(&self) {}
}

/// Listens to the libraries' log from here on.
pub fn listen() {
    if log::set_logger(&DialogLog).is_ok() {
        log::set_max_level(log::LevelFilter::Error);
    }
}
