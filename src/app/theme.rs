//! Every colour of the program, and how egui's own widgets take them on. No other file names a colour.

use eframe::egui::{self, Color32, CornerRadius, FontFamily, FontId, Margin, Stroke, TextStyle, Theme, vec2};

use super::fonts;
use crate::model::{Kind, SectionKind};

/// Sizes of text in points; there are no others.
pub const SMALL: f32 = 12.0;
pub const BODY: f32 = 14.0;
/// Headings and the briefing itself.
pub const READING: f32 = 16.0;

/// Corner radius of controls and cards, in points.
pub const RADIUS: u8 = 6;

/// The text of a briefing.
pub fn reading_style() -> TextStyle {
    TextStyle::Name("reading".into())
}

/// Body-sized text in the heading weight: values, names, chosen things.
pub fn strong_style() -> TextStyle {
    TextStyle::Name("strong".into())
}

/// The colours of one kind of fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindColors {
    /// Words and markers in the kind's colour.
    pub text: Color32,
    /// Behind the words of the briefing.
    pub highlight: Color32,
    /// Under the words of the briefing, and the marker in lists.
    pub underline: Color32,
}

/// All colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tokens {
    pub is_dark: bool,
    /// Bars and lists around the paper.
    pub page: Color32,
    /// Where a briefing is read, and fields that take text.
    pub paper: Color32,
    /// Cards and the panel of facts.
    pub raised: Color32,
    /// A row or button under the pointer.
    pub hover: Color32,
    /// Hairlines.
    pub line: Color32,
    /// Borders of controls.
    pub border: Color32,
    pub ink: Color32,
    /// Second rank: labels, counts.
    pub ink_soft: Color32,
    /// Third rank: hints, page furniture. Still readable.
    pub ink_faint: Color32,
    pub accent: Color32,
    /// Behind a chosen row.
    pub accent_soft: Color32,
    /// Words on `accent`.
    pub on_accent: Color32,
    pub good: Color32,
    pub warning: Color32,
    pub warning_soft: Color32,
    pub danger: Color32,
    pub danger_soft: Color32,
    /// Behind selected words.
    pub selection: Color32,
    /// Behind everything while a dialog is up or files hover over the window.
    pub veil: Color32,
    pub chart: ChartColors,
    kinds: [KindColors; 8],
    bands: [Color32; 5],
}

/// What only the charts need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChartColors {
    pub confirmed: Color32,
    pub asymptomatic: Color32,
    /// Infected persons of whom the text does not say which.
    pub infected: Color32,
    /// The trailing mean, axes.
    pub line: Color32,
    pub grid: Color32,
    /// A day without a briefing.
    pub missing: Color32,
    pub supply: Color32,
    /// A supply figure that is a running total.
    pub supply_cumulative: Color32,
    /// Two briefings that disagree.
    pub conflict: Color32,
    /// Work that has resumed, and work that is about to.
    pub resumed: Color32,
    pub preparing: Color32,
}

const fn hex(rgb: u32) -> Color32 {
    #[allow(clippy::disallowed_methods, reason = "this is the file where colours live")]
    Color32::from_rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

const fn kind(text: u32, highlight: u32, underline: u32) -> KindColors {
    KindColors {
        text: hex(text),
        highlight: hex(highlight),
        underline: hex(underline),
    }
}

pub static LIGHT: Tokens = Tokens {
    is_dark: false,
    page: hex(0xf2f1ec),
    paper: hex(0xffffff),
    raised: hex(0xfcfbf7),
    hover: hex(0xe9e7e0),
    line: hex(0xe0ded6),
    border: hex(0xc9c6bb),
    ink: hex(0x1d1f22),
    ink_soft: hex(0x555962),
    ink_faint: hex(0x62666e),
    accent: hex(0x0b6b5d),
    accent_soft: hex(0xdaecea),
    on_accent: hex(0xffffff),
    good: hex(0x1c6e43),
    warning: hex(0x835700),
    warning_soft: hex(0xf8edd2),
    danger: hex(0xb3261e),
    danger_soft: hex(0xfbe9e7),
    selection: hex(0xb9ded8),
    veil: Color32::from_black_alpha(70),
    chart: ChartColors {
        confirmed: hex(0xb3261e),
        asymptomatic: hex(0xe8a39d),
        infected: hex(0xcb6a62),
        line: hex(0x2a2c30),
        grid: hex(0xe9e7e0),
        missing: hex(0xf2f1ec),
        supply: hex(0x1f7347),
        supply_cumulative: hex(0x93c4a8),
        conflict: hex(0x835700),
        resumed: hex(0x1f7347),
        preparing: hex(0xb5820f),
    },
    kinds: [
        kind(0xa3231c, 0xfbe3e0, 0xb3261e),
        kind(0x8a2b66, 0xf8e3f0, 0x9c3a78),
        kind(0x1a683f, 0xdff1e6, 0x1f7347),
        kind(0x60419c, 0xebe5f7, 0x6b4bab),
        kind(0x4a5360, 0xeaecef, 0x596270),
        kind(0x1d5a99, 0xe0ecf9, 0x2a69aa),
        kind(0x7a5200, 0xfaeecb, 0xb5820f),
        kind(0x0d6769, 0xdcf0f0, 0x17797b),
    ],
    bands: [hex(0xd5d3c8), hex(0xc9bfa3), hex(0xb3261e), hex(0x8fada2), hex(0xb39bdb)],
};

pub static DARK: Tokens = Tokens {
    is_dark: true,
    page: hex(0x1a1c1d),
    paper: hex(0x202325),
    raised: hex(0x1d2021),
    hover: hex(0x2b2f31),
    line: hex(0x323638),
    border: hex(0x4a4f52),
    ink: hex(0xe7e5df),
    ink_soft: hex(0xb5b3ac),
    ink_faint: hex(0xa6a49e),
    accent: hex(0x5fc7b6),
    accent_soft: hex(0x1f3d39),
    on_accent: hex(0x0c1f1c),
    good: hex(0x74c69a),
    warning: hex(0xe0b45c),
    warning_soft: hex(0x3d3119),
    danger: hex(0xf2938b),
    danger_soft: hex(0x43231f),
    selection: hex(0x2c5a54),
    veil: Color32::from_black_alpha(150),
    chart: ChartColors {
        confirmed: hex(0xe0645a),
        asymptomatic: hex(0x8f4a45),
        infected: hex(0xb8574f),
        line: hex(0xd9d7d1),
        grid: hex(0x2f3335),
        missing: hex(0x292d2f),
        supply: hex(0x4fa377),
        supply_cumulative: hex(0x2f5f47),
        conflict: hex(0xe0b45c),
        resumed: hex(0x4fa377),
        preparing: hex(0xc09232),
    },
    kinds: [
        kind(0xf4a19a, 0x4a2724, 0xe0645a),
        kind(0xe8a2cc, 0x45253a, 0xc96aa3),
        kind(0x86cfa6, 0x1f3d2c, 0x4fa377),
        kind(0xc3aef0, 0x352b4c, 0x8f74cf),
        kind(0xb9c0c9, 0x32373d, 0x7f8894),
        kind(0x93c1f0, 0x223751, 0x5b95d3),
        kind(0xe6c26f, 0x40351a, 0xc09232),
        kind(0x7fcfd0, 0x1c3b3c, 0x3f9c9d),
    ],
    bands: [hex(0x45494b), hex(0x6b6350), hex(0xe0645a), hex(0x5d7c71), hex(0x7d68a8)],
};

impl Tokens {
    /// The tokens of the theme that is shown.
    pub fn of(ui: &egui::Ui) -> &'static Self {
        Self::for_theme(if ui.visuals().dark_mode { Theme::Dark } else { Theme::Light })
    }

    pub fn for_theme(theme: Theme) -> &'static Self {
        match theme {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
        }
    }

    pub fn kind(&self, kind: Kind) -> KindColors {
        let index = match kind {
            Kind::Cases => 0,
            Kind::Testing | Kind::Vaccination | Kind::Contacts | Kind::RiskArea => 1,
            Kind::Supply => 2,
            Kind::Personnel => 3,
            Kind::Vehicle | Kind::Service | Kind::Other => 4,
            Kind::Facility | Kind::Duration | Kind::Ratio => 5,
            Kind::Money => 6,
            Kind::WorkResumption => 7,
        };
        self.kinds[index]
    }

    /// The band in the margin beside a section.
    pub fn band(&self, kind: SectionKind) -> Color32 {
        let index = match kind {
            SectionKind::Furniture | SectionKind::Credits | SectionKind::Caption | SectionKind::Byline => 0,
            SectionKind::Title | SectionKind::Lead => 1,
            SectionKind::Figures => 2,
            SectionKind::Statement | SectionKind::NextSteps | SectionKind::List | SectionKind::Table => 3,
            SectionKind::Question | SectionKind::Answer => 4,
        };
        self.bands[index]
    }

    fn visuals(&self) -> egui::Visuals {
        let mut visuals = if self.is_dark {
            egui::Visuals::dark()
        } else {
            egui::Visuals::light()
        };
        visuals.panel_fill = self.page;
        visuals.window_fill = self.raised;
        visuals.window_stroke = Stroke::new(1.0, self.line);
        visuals.window_corner_radius = CornerRadius::same(RADIUS + 2);
        visuals.menu_corner_radius = CornerRadius::same(RADIUS);
        visuals.extreme_bg_color = self.paper;
        visuals.text_edit_bg_color = Some(self.paper);
        visuals.faint_bg_color = self.hover;
        visuals.code_bg_color = self.hover;
        visuals.weak_text_color = Some(self.ink_faint);
        visuals.hyperlink_color = self.accent;
        visuals.warn_fg_color = self.warning;
        visuals.error_fg_color = self.danger;
        visuals.selection.bg_fill = self.selection;
        visuals.selection.stroke = Stroke::new(1.0, self.accent);
        let radius = CornerRadius::same(RADIUS);
        let widgets = &mut visuals.widgets;
        for (look, fill, border, text) in [
            (&mut widgets.noninteractive, self.page, self.line, self.ink),
            (&mut widgets.inactive, self.paper, self.border, self.ink),
            (&mut widgets.hovered, self.hover, self.ink_faint, self.ink),
            (&mut widgets.active, self.accent_soft, self.accent, self.ink),
            (&mut widgets.open, self.hover, self.border, self.ink),
        ] {
            look.bg_fill = fill;
            look.weak_bg_fill = fill;
            look.bg_stroke = Stroke::new(1.0, border);
            look.fg_stroke = Stroke::new(1.0, text);
            look.corner_radius = radius;
            look.expansion = 0.0;
        }
        visuals
    }
}

/// Gives egui's own widgets both themes, the text sizes and the spacing. Call once for a context.
pub fn install(ctx: &egui::Context) {
    for theme in [Theme::Light, Theme::Dark] {
        ctx.style_mut_of(theme, |style| {
            style.visuals = Tokens::for_theme(theme).visuals();
            style.text_styles = [
                (TextStyle::Small, FontId::new(SMALL, FontFamily::Proportional)),
                (TextStyle::Body, FontId::new(BODY, FontFamily::Proportional)),
                (TextStyle::Button, FontId::new(BODY, FontFamily::Proportional)),
                (TextStyle::Monospace, FontId::new(BODY, FontFamily::Monospace)),
                (TextStyle::Heading, FontId::new(READING, fonts::heading())),
                (strong_style(), FontId::new(BODY, fonts::heading())),
                (reading_style(), FontId::new(READING, FontFamily::Proportional)),
            ]
            .into();
            style.spacing.item_spacing = vec2(8.0, 6.0);
            style.spacing.button_padding = vec2(10.0, 4.0);
            style.spacing.interact_size.y = 28.0;
            style.spacing.menu_margin = Margin::same(6);
            style.spacing.window_margin = Margin::same(16);
            style.interaction.multi_widget_text_select = false;
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Contrast ratio of WCAG 2.2.
    fn contrast(a: Color32, b: Color32) -> f32 {
        let luminance = |color: Color32| {
            let [r, g, b, _] = egui::Rgba::from(color).to_array();
            0.2126 * r + 0.7152 * g + 0.0722 * b
        };
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[track_caller]
    fn check(what: &str, text: Color32, on: Color32, at_least: f32) {
        let ratio = contrast(text, on);
        assert!(ratio >= at_least, "{what}: {ratio:.2} < {at_least}");
    }

    #[test]
    fn words_stand_out_from_what_is_behind_them() {
        for tokens in [&LIGHT, &DARK] {
            let theme = if tokens.is_dark { "dark" } else { "light" };
            for (name, text) in [
                ("ink", tokens.ink),
                ("soft", tokens.ink_soft),
                ("faint", tokens.ink_faint),
                ("accent", tokens.accent),
                ("good", tokens.good),
                ("warning", tokens.warning),
                ("danger", tokens.danger),
            ] {
                for (ground, on) in [
                    ("page", tokens.page),
                    ("paper", tokens.paper),
                    ("raised", tokens.raised),
                    ("chosen", tokens.accent_soft),
                ] {
                    check(&format!("{theme} {name} on {ground}"), text, on, 4.5);
                }
            }
            check(&format!("{theme} on accent"), tokens.on_accent, tokens.accent, 4.5);
            check(
                &format!("{theme} warning on its own ground"),
                tokens.warning,
                tokens.warning_soft,
                4.5,
            );
            check(&format!("{theme} danger on its own ground"), tokens.danger, tokens.danger_soft, 4.5);
            check(&format!("{theme} ink on selection"), tokens.ink, tokens.selection, 4.5);
            check(&format!("{theme} ink on hover"), tokens.ink_soft, tokens.hover, 4.5);
            for kind in Kind::ALL.iter().copied() {
                let colors = tokens.kind(kind);
                let name = kind.as_str();
                check(&format!("{theme} ink on {name}"), tokens.ink, colors.highlight, 4.5);
                check(&format!("{theme} {name} on its highlight"), colors.text, colors.highlight, 4.5);
                check(&format!("{theme} {name} on raised"), colors.text, tokens.raised, 4.5);
                check(&format!("{theme} {name} underline on paper"), colors.underline, tokens.paper, 3.0);
            }
        }
    }
}
