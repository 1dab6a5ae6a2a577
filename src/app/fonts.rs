//! The embedded Simplified-Chinese face, first everywhere, with the system's faces behind it.

use std::sync::Arc;

use eframe::egui::{Context, FontData, FontDefinitions, FontFamily, FontTweak};
use egui_system_font_provider::SystemFontProvider;

static SC: &[u8] = include_bytes!("../../assets/fonts/tongbao-sc.ttf");
static SC_MEDIUM: &[u8] = include_bytes!("../../assets/fonts/tongbao-sc-medium.ttf");

/// The heavier face, for headings and values.
pub fn heading() -> FontFamily {
    FontFamily::Name("heading".into())
}

/// Installs the embedded faces. Chinese punctuation must not come from egui's Latin face, so ours leads.
pub fn install(ctx: &Context) {
    let mut fonts = FontDefinitions::default();
    fonts.font_data.insert("tongbao-sc".into(), Arc::new(FontData::from_static(SC)));
    fonts
        .font_data
        .insert("tongbao-sc-medium".into(), Arc::new(FontData::from_static(SC_MEDIUM)));
    // Beside Hack, the taller Chinese face would hang below the line.
    let lifted = FontTweak {
        y_offset_factor: -0.09,
        ..FontTweak::default()
    };
    fonts
        .font_data
        .insert("tongbao-sc-mono".into(), Arc::new(FontData::from_static(SC).tweak(lifted)));

    let proportional = fonts.families.entry(FontFamily::Proportional).or_default();
    proportional.insert(0, "tongbao-sc".into());
    let mut strong = proportional.clone();
    strong.insert(0, "tongbao-sc-medium".into());
    fonts.families.insert(heading(), strong);
    let monospace = fonts.families.entry(FontFamily::Monospace).or_default();
    monospace.insert(1.min(monospace.len()), "tongbao-sc-mono".into());
    ctx.set_fonts(fonts);
}

/// Rare characters come from the system, Chinese faces first whatever the system's language.
pub fn add_system_fallback(ctx: &Context) {
    ctx.add_font_provider(Arc::new(SystemFontProvider::new().with_locale(Some("zh-CN"))));
}
