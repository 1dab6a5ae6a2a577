//! The program without a picture.
//!
//! In: commands, and what the background worker reports. Out: the state that the panes draw, and requests to the window.
//! Always: [`App::execute`] is the only place that changes anything; an edit is in the workspace file before it is in the
//! state; no file is read and nothing is extracted on the drawing thread; no pane is known here. Words live only in
//! `strings`, colours only in `theme`.

pub mod command;
mod corrections;
mod documents;
pub mod event;
mod execute;
pub mod fonts;
pub mod samples;
pub mod settings;
pub mod state;
pub mod strings;
pub mod tasks;
pub mod teaching;
#[cfg(test)]
pub mod tests;
pub mod theme;
pub mod vocabulary;

pub use command::Command;
pub use event::{Event, Severity};
pub use settings::{Language, Settings, ThemeChoice};
pub use state::{App, Focus, Notice, NoticeId, OpenBriefing, Pane, Progress, Refused, Request, Selection, View};
pub use strings::{Words, words};
pub use teaching::{Lesson, Trial};
