//! Opening the window, and saying in one plain sentence why it cannot be opened.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use eframe::egui::{Context, IconData, ViewportBuilder};
use eframe::{NativeOptions, Renderer};
use thiserror::Error;

use super::dialogs::{self, SystemDialogs};
use super::{Window, prepare};
use crate::app::{App, Command, Settings, fonts};
use crate::ledger;

/// The name of the `.desktop` file, which is where Wayland finds the icon.
const APP_ID: &str = "org.tongbao.Tongbao";
static ICON: &[u8] = include_bytes!("../../assets/icon/tongbao-256.png");
const FIRST_SIZE: [f32; 2] = [1440.0, 900.0];
const LEAST_SIZE: [f32; 2] = [480.0, 360.0];

/// Why there is no window. Each sentence ends with the way that is left.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LaunchError {
    #[error("Tongbao needs a display and found none (is DISPLAY or WAYLAND_DISPLAY set?); {REMEDY}")]
    NoDisplay,
    #[error(
        "Tongbao needs the library {library}, which this system lacks: install the package {package} (its name on Debian and Ubuntu); {REMEDY}"
    )]
    MissingLibrary { library: String, package: &'static str },
    #[error(
        "Tongbao found no way to draw on this system: install the package libgl1-mesa-dri or mesa-vulkan-drivers (their names on Debian and Ubuntu); {REMEDY} ({0})"
    )]
    NoRenderer(String),
    #[error("Tongbao could not open its window: {0}; {REMEDY}")]
    Other(String),
    #[error("Tongbao ended through a fault of its own; corrections are saved and will be there at the next start ({0})")]
    Fault(String),
}

/// Characters of a library's own words that are passed on.
const LONGEST_CAUSE: usize = 120;
const REMEDY: &str = "without a window, `tongbao extract FILE…` prints what it reads";

/// Opens the window and returns when it is closed.
///
/// # Errors
/// There is no display, a system library is missing, or nothing can draw.
pub fn run(paths: Vec<PathBuf>, workspace: Option<PathBuf>) -> Result<(), LaunchError> {
    dialogs::listen();
    remember_panics();
    let workspace = workspace.unwrap_or_else(ledger::default_path);
    let attempt = |renderer| attempt(renderer, paths.clone(), workspace.clone());
    match attempt(Renderer::Wgpu) {
        // No adapter, or one that fails: OpenGL is older and may work.
        Err(LaunchError::NoRenderer(_)) => attempt(Renderer::Glow),
        outcome => outcome,
    }
}

fn attempt(renderer: Renderer, paths: Vec<PathBuf>, workspace: PathBuf) -> Result<(), LaunchError> {
    let is_drawing = Arc::new(Mutex::new(false));
    let is_up = is_drawing.clone();
    let create: eframe::AppCreator<'_> = Box::new(move |created| {
        *is_up.lock().unwrap_or_else(PoisonError::into_inner) = true;
        Ok(Box::new(window(&created.egui_ctx, paths, workspace)))
    });
    let run = catch_unwind(AssertUnwindSafe(|| eframe::run_native("Tongbao", options(renderer), create)));
    let is_up = *is_drawing.lock().unwrap_or_else(PoisonError::into_inner);
    match run {
        Ok(Ok(())) => Ok(()),
        // The plain form hides which library an X11 failure is about.
        Ok(Err(error)) => Err(explain(&format!("{error}\n{error:?}"), is_renderer_error(&error))),
        Err(_) => {
            let message = LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner).take().unwrap_or_default();
            // wgpu panics where a driver promises what it does not hold.
            Err(if is_up {
                LaunchError::Fault(message)
            } else {
                explain(&message, true)
            })
        }
    }
}

fn window(ctx: &Context, paths: Vec<PathBuf>, workspace: PathBuf) -> Window {
    prepare(ctx);
    fonts::add_system_fallback(ctx);
    let wake = {
        let ctx = ctx.clone();
        Arc::new(move || ctx.request_repaint())
    };
    let mut app = App::start(workspace, Settings::default_path(), wake);
    if !paths.is_empty() {
        app.execute(Command::OpenPaths(paths));
    }
    Window::new(app, Box::new(SystemDialogs), ctx)
}

fn options(renderer: Renderer) -> NativeOptions {
    let remembered = Settings::default_path()
        .map(|path| Settings::peek(&path))
        .and_then(|settings| settings.window);
    let mut viewport = ViewportBuilder::default()
        .with_title(crate::app::strings::WINDOW_TITLE)
        .with_app_id(APP_ID)
        .with_inner_size(remembered.unwrap_or(FIRST_SIZE))
        .with_min_inner_size(LEAST_SIZE)
        .with_drag_and_drop(true);
    if let Ok(icon) = eframe::icon_data::from_png_bytes(ICON) {
        viewport = viewport.with_icon(Arc::<IconData>::new(icon));
    }
    // Our own provider asks for Chinese faces, whatever the system's language is.
    NativeOptions {
        viewport,
        renderer,
        system_font_fallback: false,
        persist_window: false,
        ..NativeOptions::default()
    }
}

fn is_renderer_error(error: &eframe::Error) -> bool {
    use eframe::Error::{AppCreation, Glutin, NoGlutinConfigs, OpenGL, Wgpu, Winit, WinitEventLoop};
    match error {
        Glutin(_) | NoGlutinConfigs(..) | OpenGL(_) | Wgpu(_) => true,
        AppCreation(_) | Winit(_) | WinitEventLoop(_) => false,
    }
}

/// Names the missing library or display in a library's own words of failure.
fn explain(message: &str, is_renderer: bool) -> LaunchError {
    if let Some(library) = missing_library(message) {
        return LaunchError::MissingLibrary {
            package: package(&library),
            library,
        };
    }
    if [
        "DISPLAY is set",
        "connection to X server",
        "NoCompositor",
        "open display",
        "Could not find wayland compositor",
    ]
    .iter()
    .any(|sign| message.contains(sign))
    {
        return LaunchError::NoDisplay;
    }
    let message: String = message.lines().next().unwrap_or_default().chars().take(LONGEST_CAUSE).collect();
    if is_renderer {
        LaunchError::NoRenderer(message)
    } else {
        LaunchError::Other(message)
    }
}

/// `libxkbcommon-x11.so` in “Library libxkbcommon-x11.so could not be loaded.”
fn missing_library(message: &str) -> Option<String> {
    if ![
        "could not be loaded",
        "opening library failed",
        "cannot open shared object",
        "No such file",
    ]
    .iter()
    .any(|sign| message.contains(sign))
    {
        return None;
    }
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '+');
    let mut words = message.split(|c| !is_name(c)).map(|word| word.trim_end_matches('.'));
    words
        .find(|word| word.starts_with("lib") && word.contains(".so"))
        .map(str::to_owned)
}

/// The Debian package that has a library.
fn package(library: &str) -> &'static str {
    const PACKAGES: &[(&str, &str)] = &[
        ("libxkbcommon-x11", "libxkbcommon-x11-0"),
        ("libxkbcommon", "libxkbcommon0"),
        ("libwayland-client", "libwayland-client0"),
        ("libwayland-cursor", "libwayland-cursor0"),
        ("libwayland-egl", "libwayland-egl1"),
        ("libX11-xcb", "libx11-xcb1"),
        ("libX11", "libx11-6"),
        ("libXcursor", "libxcursor1"),
        ("libXi", "libxi6"),
        ("libXrandr", "libxrandr2"),
        ("libxcb", "libxcb1"),
        ("libEGL", "libegl1"),
        ("libGL", "libgl1"),
        ("libvulkan", "libvulkan1"),
        ("libfontconfig", "libfontconfig1"),
    ];
    PACKAGES
        .iter()
        .find(|(prefix, _)| library.starts_with(prefix))
        .map_or("that contains it", |(_, package)| package)
}

/// What the last panic said.
static LAST_PANIC: Mutex<Option<String>> = Mutex::new(None);

/// Keeps what a panic says for the sentence that ends the program. A missing library needs no backtrace: the sentence says it all.
fn remember_panics() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let payload = info.payload();
        let message = payload
            .downcast_ref::<&str>()
            .map(|text| (*text).to_owned())
            .or_else(|| payload.downcast_ref::<String>().cloned());
        let message = message.unwrap_or_default();
        if missing_library(&message).is_none() {
            usual(info);
        }
        *LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner) = Some(message);
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(message: &str, is_renderer: bool, expected: &LaunchError) {
        assert_eq!(&explain(message, is_renderer), expected, "{message}");
    }

    #[test]
    fn a_missing_library_is_named_with_its_package() {
        let missing = |library: &str, package| LaunchError::MissingLibrary {
            library: library.to_owned(),
            package,
        };
        check(
            "Library libxkbcommon-x11.so could not be loaded.: NotFound",
            true,
            &missing("libxkbcommon-x11.so", "libxkbcommon-x11-0"),
        );
        check(
            "os error at x.rs:1: Failed to load one of xlib's shared libraries\nWinitEventLoop(Os(OsError { line: 1, file: \"mod.rs\", error: \
             XNotSupported(LibraryOpenError(OpenError { kind: Library, detail: \"libXcursor.so.1: cannot open shared object file: No such file\" })) }))",
            false,
            &missing("libXcursor.so.1", "libxcursor1"),
        );
        check(
            "Library libfoo.so could not be loaded.",
            true,
            &missing("libfoo.so", "that contains it"),
        );
    }

    #[test]
    fn a_missing_display_is_told_from_a_missing_driver() {
        check(
            "os error at x.rs:1: neither WAYLAND_DISPLAY nor WAYLAND_SOCKET nor DISPLAY is set.",
            false,
            &LaunchError::NoDisplay,
        );
        check(
            "WGPU error: no suitable adapter found\nmore",
            true,
            &LaunchError::NoRenderer("WGPU error: no suitable adapter found".to_owned()),
        );
        check("something else", false, &LaunchError::Other("something else".to_owned()));
    }

    #[test]
    fn every_sentence_is_one_line_and_names_the_command_line() {
        for error in [
            LaunchError::NoDisplay,
            explain("Library libGL.so could not be loaded.", true),
            LaunchError::NoRenderer("x".to_owned()),
            LaunchError::Other("x".to_owned()),
        ] {
            let sentence = error.to_string();
            assert!(sentence.contains("tongbao extract") && !sentence.contains('\n'), "{sentence}");
        }
    }
}
