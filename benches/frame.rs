//! What one frame costs with the largest sample set, against a frame of an empty panel in the same run.
//!
//! `cargo bench --bench frame`. No display is needed: layout and painting commands are made, pixels are not.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use criterion::Criterion;
use eframe::egui::{CentralPanel, vec2};
use egui_kittest::Harness;
use tongbao::app::{App, Command, View};
use tongbao::ui::dialogs::SystemDialogs;
use tongbao::ui::{Window, prepare};

/// The program with all samples read, in a workspace of its own.
fn with_samples(folder: &std::path::Path, view: View) -> App {
    let mut app = App::start(folder.join(format!("{view:?}.tongbao")), None, Arc::new(|| ()));
    app.execute(Command::OpenPaths(vec![
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/samples"),
    ]));
    app.execute(Command::ShowView(view));
    while app.is_busy() || app.briefings.is_empty() {
        app.poll();
        std::thread::sleep(Duration::from_millis(1));
    }
    app
}

fn harness(app: App) -> Harness<'static, Window> {
    let mut harness = Harness::builder()
        .with_size(vec2(1440.0, 900.0))
        .with_context_setup(prepare)
        .build_eframe(move |created| Window::new(app, Box::new(SystemDialogs), &created.egui_ctx));
    harness.run_steps(8);
    harness
}

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..101)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[times.len() / 2]
}

fn main() {
    let Ok(folder) = tempfile::tempdir() else {
        println!("skipped: no folder for temporary files");
        return;
    };
    let mut empty = Harness::builder()
        .with_size(vec2(1440.0, 900.0))
        .with_context_setup(prepare)
        .build_ui(|ui| {
            CentralPanel::default().show(ui, |_| ());
        });
    empty.run_steps(8);
    let mut review = harness(with_samples(folder.path(), View::Review));
    let mut charts = harness(with_samples(folder.path(), View::Charts));

    let mut criterion = Criterion::default().sample_size(50).configure_from_args();
    let mut group = criterion.benchmark_group("frame");
    group.bench_function("empty panel", |bench| bench.iter(|| empty.step()));
    group.bench_function("review, ten briefings", |bench| bench.iter(|| review.step()));
    group.bench_function("charts, ten briefings", |bench| bench.iter(|| charts.step()));
    group.finish();
    criterion.final_summary();

    let base = median(|| empty.step());
    for (name, time) in [("review", median(|| review.step())), ("charts", median(|| charts.step()))] {
        println!(
            "{name}: {:.2} ms a frame, {:.1} times an empty one",
            time.as_secs_f64() * 1e3,
            time.as_secs_f64() / base.as_secs_f64()
        );
    }
}
