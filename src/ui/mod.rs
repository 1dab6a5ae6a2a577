//! The window: an `eframe::App` and the panes it is made of.
//!
//! In: [`App`], input. Out: pixels, and commands.
//! Always: panes draw state and push commands; the commands are carried out after everything is drawn, in one place. Nothing
//! here reads a file, extracts or waits. A window in which nothing happens asks for no frame.

mod about;
mod briefings_pane;
pub mod charts;
mod controls;
pub mod dialogs;
mod drop;
mod empty;
pub mod launch;
mod notices;
mod palette;
pub mod sections;
mod shortcuts;
pub mod source;
mod status_bar;
mod teach;
#[cfg(test)]
mod tests;
mod top_bar;

use eframe::egui::{self, CentralPanel, Color32, Context, Frame, Margin, Panel, RichText, Theme, ThemePreference, Ui, ViewportCommand};

use crate::app::theme::Tokens;
use crate::app::{App, Command, Pane, Request, ThemeChoice, View, fonts, theme, words};
use briefings_pane::BriefingsView;
use charts::ChartsView;
use dialogs::{Ask, Dialogs, Pick};
use notices::NoticesView;
use palette::Palette;
use sections::SectionsView;
use source::SourceView;
use teach::TeachView;

/// Below this width, in points, the panes become tabs.
const NARROW: f32 = 900.0;

/// A pane of a narrow window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    Briefings,
    #[default]
    Source,
    Sections,
}

/// The window and what its panes remember from frame to frame.
pub struct Window {
    app: App,
    dialogs: Dialogs,
    briefings: BriefingsView,
    source: SourceView,
    sections: SectionsView,
    charts: ChartsView,
    palette: Palette,
    notices: NoticesView,
    teach: TeachView,
    tab: Tab,
    is_about_open: bool,
    shown_theme: Option<ThemeChoice>,
    /// Inner size in points, as last drawn.
    size: Option<[f32; 2]>,
    had_focus: bool,
}

/// What every context needs before the first frame: faces, styles, options.
pub fn prepare(ctx: &Context) {
    fonts::install(ctx);
    theme::install(ctx);
    ctx.options_mut(|options| {
        options.fallback_theme = Theme::Light;
        // Ours are commands, and are remembered.
        options.zoom_with_keyboard = false;
    });
}

impl Window {
    pub fn new(app: App, ask: Box<dyn Ask>, ctx: &Context) -> Self {
        ctx.set_zoom_factor(app.settings.zoom);
        Self {
            app,
            dialogs: Dialogs::new(ask),
            briefings: BriefingsView::default(),
            source: SourceView::default(),
            sections: SectionsView::default(),
            charts: ChartsView::default(),
            palette: Palette::default(),
            notices: NoticesView::default(),
            teach: TeachView::default(),
            tab: Tab::default(),
            is_about_open: false,
            shown_theme: None,
            size: None,
            had_focus: true,
        }
    }

    /// What the window shows.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Everything between two frames; draws nothing.
    fn between_frames(&mut self, ctx: &Context) {
        self.app.poll();
        for command in self.dialogs.commands() {
            self.app.execute(command);
        }
        let has_focus = ctx.input(|input| input.focused);
        if has_focus && !self.had_focus {
            self.app.look_for_news();
        }
        self.had_focus = has_focus;
        if self.shown_theme != Some(self.app.settings.theme) {
            self.shown_theme = Some(self.app.settings.theme);
            ctx.set_theme(match self.app.settings.theme {
                ThemeChoice::System => ThemePreference::System,
                ThemeChoice::Light => ThemePreference::Light,
                ThemeChoice::Dark => ThemePreference::Dark,
            });
        }
    }

    fn draw(&mut self, ui: &mut Ui, frame: Option<&eframe::Frame>) {
        let ctx = ui.ctx().clone();
        let mut commands = Vec::new();
        let is_modal = self.palette.is_open() || self.is_about_open || self.teach.is_open();
        shortcuts::listen(&ctx, &self.app, is_modal, &mut commands);
        self.size = Some(ctx.content_rect().size().into());

        top_bar::top_bar_ui(ui, &self.app, &mut commands);
        status_bar::status_bar_ui(ui, &self.app, &mut commands);
        self.body_ui(ui, &mut commands);

        drop::drop_ui(&ctx, &self.app, &mut commands);
        self.notices.show(&ctx, &self.app, &mut commands);
        self.palette.show(&ctx, &self.app, &mut commands);
        self.teach.show(&ctx, &self.app, &mut commands);
        if self.is_about_open {
            self.is_about_open = about::about_ui(&ctx, &self.app);
        }

        self.execute(&ctx, frame, commands);
    }

    fn execute(&mut self, ctx: &Context, frame: Option<&eframe::Frame>, commands: Vec<Command>) {
        if !commands.is_empty() {
            // What is on the screen was drawn before these.
            ctx.request_repaint();
        }
        for command in commands {
            match &command {
                Command::ChooseBriefing(_) => self.tab = Tab::Source,
                Command::ChooseFact {
                    from: Pane::Charts | Pane::Palette,
                    ..
                } => self.tab = Tab::Source,
                _ => {}
            }
            self.app.execute(command);
        }
        let requests = self.app.take_requests();
        if !requests.is_empty() {
            ctx.request_repaint();
        }
        for request in requests {
            let words = words(self.app.settings.language);
            match request {
                Request::PickFiles => self.dialogs.show(Pick::Files, words, frame, ctx),
                Request::PickFolder => self.dialogs.show(Pick::Folder, words, frame, ctx),
                Request::CopyText(text) => ctx.copy_text(text),
                Request::OpenPalette => self.palette.open(),
                Request::FocusFilter => {
                    self.tab = Tab::Briefings;
                    self.briefings.wants_filter = true;
                }
                Request::EditValue => {
                    self.tab = Tab::Sections;
                    self.sections.edit_value();
                }
                Request::ShowProblems => self.notices.is_list_open = !self.notices.is_list_open,
                Request::ShowAbout => self.is_about_open = true,
                Request::Teach(word) => self.teach.open(word),
                Request::Zoom(factor) => ctx.set_zoom_factor(factor),
                Request::Close => ctx.send_viewport_cmd(ViewportCommand::Close),
            }
        }
    }

    fn body_ui(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let tokens = Tokens::of(ui);
        let is_empty = self.app.briefings.is_empty();
        if is_empty {
            CentralPanel::default().frame(Frame::new().fill(tokens.paper)).show(ui, |ui| {
                match &self.app.progress {
                    Some(progress) => {
                        let text = words(self.app.settings.language).progress(progress.done + 1, progress.total, &progress.name);
                        ui.centered_and_justified(|ui| ui.label(RichText::new(text).color(tokens.ink_soft)));
                    }
                    // A flash of the first-time page, before the first document is in hand, would be a lie.
                    None if self.app.is_busy() => {}
                    None => empty::empty_ui(ui, &self.app, commands),
                }
            });
        } else if self.app.view == View::Charts {
            CentralPanel::default().frame(Frame::new().fill(tokens.page)).show(ui, |ui| {
                charts::charts_ui(ui, &mut self.charts, &self.app, commands);
            });
        } else if ui.available_width() < NARROW {
            self.narrow_ui(ui, commands);
        } else {
            self.wide_ui(ui, commands);
        }
    }

    fn wide_ui(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let tokens = Tokens::of(ui);
        let width = ui.available_width();
        let left = Panel::left("briefings")
            .default_size(236.0)
            .size_range(180.0..=360.0)
            .frame(pane_frame(tokens.page));
        left.show(ui, |ui| briefings_pane::briefings_ui(ui, &mut self.briefings, &self.app, commands));
        let right = Panel::right("sections")
            .default_size((width * 0.36).clamp(340.0, 560.0))
            .size_range(300.0..=760.0);
        right
            .frame(pane_frame(tokens.raised))
            .show(ui, |ui| sections::sections_ui(ui, &mut self.sections, &self.app, commands));
        let middle = CentralPanel::default().frame(pane_frame(tokens.raised));
        middle.show(ui, |ui| source::source_ui(ui, &mut self.source, &self.app, commands));
    }

    fn narrow_ui(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let tokens = Tokens::of(ui);
        let words = words(self.app.settings.language);
        let bar = Frame::new().fill(tokens.page).inner_margin(Margin::symmetric(12, 4));
        Panel::top("panes").frame(bar).show(ui, |ui| {
            ui.horizontal(|ui| {
                let tabs = [
                    (Tab::Briefings, words.tab_briefings),
                    (Tab::Source, words.tab_source),
                    (Tab::Sections, words.tab_sections),
                ];
                if let Some(tab) = controls::tabs(ui, self.tab, &tabs, |_, _| String::new()) {
                    self.tab = tab;
                }
            });
        });
        let fill = if self.tab == Tab::Briefings { tokens.page } else { tokens.raised };
        CentralPanel::default().frame(pane_frame(fill)).show(ui, |ui| match self.tab {
            Tab::Briefings => briefings_pane::briefings_ui(ui, &mut self.briefings, &self.app, commands),
            Tab::Source => source::source_ui(ui, &mut self.source, &self.app, commands),
            Tab::Sections => sections::sections_ui(ui, &mut self.sections, &self.app, commands),
        });
    }
}

fn pane_frame(fill: Color32) -> Frame {
    Frame::new().fill(fill)
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.between_frames(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.draw(ui, Some(frame));
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        // What stands in a field and has not been entered is entered, so that closing loses nothing.
        let mut commands = Vec::new();
        self.sections.finish(&mut commands);
        commands.extend(self.size.map(|size| Command::RememberWindow { size }));
        for command in commands {
            self.app.execute(command);
        }
        self.app.save_settings();
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
