//! From the start of the process to the first frame that shows the samples, against an empty eframe window in the same run.
//!
//! `cargo bench --bench start`, on a display (Xvfb will do). Each measurement is a process of its own.

use std::path::PathBuf;
use std::process::{Command as Process, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::{Ui, ViewportCommand};
use eframe::{Frame, NativeOptions};
use tongbao::app::{App, Command};
use tongbao::ui::dialogs::SystemDialogs;
use tongbao::ui::{Window, prepare};

const RUNS: usize = 5;

/// Closes its window once it has drawn what it is for.
enum Timed {
    Empty,
    Samples(Box<Window>),
}

impl eframe::App for Timed {
    fn logic(&mut self, ctx: &eframe::egui::Context, frame: &mut Frame) {
        if let Self::Samples(window) = self {
            window.logic(ctx, frame);
        }
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut Frame) {
        let is_done = match self {
            Self::Empty => true,
            Self::Samples(window) => {
                window.ui(ui, frame);
                !window.app().is_busy() && !window.app().briefings.is_empty()
            }
        };
        if is_done {
            ui.ctx().send_viewport_cmd(ViewportCommand::Close);
        }
        ui.ctx().request_repaint();
    }
}

fn open(kind: &str) -> eframe::Result {
    let is_empty = kind == "empty";
    let folder = std::env::temp_dir().join(format!("tongbao-start-{}", std::process::id()));
    std::fs::create_dir_all(&folder).ok();
    let outcome = eframe::run_native(
        "start",
        NativeOptions::default(),
        Box::new(move |created| {
            if is_empty {
                return Ok(Box::new(Timed::Empty));
            }
            prepare(&created.egui_ctx);
            let wake = {
                let ctx = created.egui_ctx.clone();
                Arc::new(move || ctx.request_repaint())
            };
            let mut app = App::start(
                std::env::temp_dir().join(format!("tongbao-start-{}/w.tongbao", std::process::id())),
                None,
                wake,
            );
            app.execute(Command::OpenPaths(vec![
                PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/samples"),
            ]));
            Ok(Box::new(Timed::Samples(Box::new(Window::new(
                app,
                Box::new(SystemDialogs),
                &created.egui_ctx,
            )))))
        }),
    );
    std::fs::remove_dir_all(folder).ok();
    outcome
}

/// The middle one of several runs of a process that opens a window and closes it.
fn median(kind: &str) -> Option<Duration> {
    let program = std::env::current_exe().ok()?;
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let start = Instant::now();
        let status = Process::new(&program)
            .env("TONGBAO_START", kind)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .ok()?;
        times.push(start.elapsed());
        if !status.success() {
            return None;
        }
    }
    times.sort();
    times.get(RUNS / 2).copied()
}

fn main() {
    if let Some(kind) = std::env::var_os("TONGBAO_START") {
        if let Err(error) = open(&kind.to_string_lossy()) {
            eprintln!("{error}");
            std::process::exit(1);
        }
        return;
    }
    if std::env::var_os("DISPLAY").is_none() && std::env::var_os("WAYLAND_DISPLAY").is_none() {
        println!("skipped: no display to open a window on");
        return;
    }
    match (median("empty"), median("samples")) {
        (Some(empty), Some(samples)) => println!(
            "start to window closed: empty eframe window {:.0} ms, with the samples read and drawn {:.0} ms, {:.2} times",
            empty.as_secs_f64() * 1e3,
            samples.as_secs_f64() * 1e3,
            samples.as_secs_f64() / empty.as_secs_f64()
        ),
        _ => println!("skipped: no window could be opened on this display"),
    }
}
