//! What the program remembers about a person's taste. Corrections are never here: they are in the workspace.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::state::View;

/// How many opened paths are remembered.
const RECENT_MAX: usize = 12;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    #[default]
    Chinese,
    English,
}

impl Language {
    pub const ALL: &'static [Self] = &[Self::Chinese, Self::English];

    pub fn other(self) -> Self {
        match self {
            Self::Chinese => Self::English,
            Self::English => Self::Chinese,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThemeChoice {
    System,
    #[default]
    Light,
    Dark,
}

impl ThemeChoice {
    pub const ALL: &'static [Self] = &[Self::System, Self::Light, Self::Dark];

    pub fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

/// The settings file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub language: Language,
    pub theme: ThemeChoice,
    /// Most recent first.
    pub recent: Vec<PathBuf>,
    pub view: View,
    /// Inner size of the window, in points.
    pub window: Option<[f32; 2]>,
    /// Factor on all sizes.
    pub zoom: f32,
    /// SHA-256 of the briefing that was last worked on.
    pub chosen: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::default(),
            theme: ThemeChoice::default(),
            recent: Vec::new(),
            view: View::default(),
            window: None,
            zoom: 1.0,
            chosen: None,
        }
    }
}

/// What reading the settings file came to.
#[derive(Debug, PartialEq)]
pub enum Loaded {
    Read(Settings),
    /// There was no file.
    Fresh(Settings),
    /// The file could not be understood and was moved to `aside`.
    SetAside {
        settings: Settings,
        aside: PathBuf,
    },
}

impl Settings {
    /// `settings.json` in the user's configuration folder; `None` where the system names no such folder.
    pub fn default_path() -> Option<PathBuf> {
        directories::ProjectDirs::from("org", "tongbao", "Tongbao").map(|dirs| dirs.config_dir().join("settings.json"))
    }

    /// Reads without setting anything aside; the defaults where there is nothing to read.
    pub fn peek(path: &Path) -> Self {
        let bytes = std::fs::read(path).unwrap_or_default();
        serde_json::from_slice::<Self>(&bytes).map(Self::within_bounds).unwrap_or_default()
    }

    pub fn load(path: &Path) -> Loaded {
        let Ok(bytes) = std::fs::read(path) else {
            return Loaded::Fresh(Self::default());
        };
        match serde_json::from_slice::<Self>(&bytes) {
            Ok(settings) => Loaded::Read(settings.within_bounds()),
            Err(_) => {
                let aside = path.with_extension("json.broken");
                std::fs::rename(path, &aside).ok();
                Loaded::SetAside {
                    settings: Self::default(),
                    aside,
                }
            }
        }
    }

    /// Writes beside the file and renames over it, so that a crash leaves the old settings or the new ones.
    pub fn save(&self, path: &Path) -> std::io::Result<()> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let beside = path.with_extension("json.new");
        let mut file = std::fs::File::create(&beside)?;
        file.write_all(&serde_json::to_vec_pretty(self)?)?;
        file.sync_all()?;
        std::fs::rename(&beside, path)
    }

    pub fn remember(&mut self, path: PathBuf) {
        self.recent.retain(|known| *known != path);
        self.recent.insert(0, path);
        self.recent.truncate(RECENT_MAX);
    }

    fn within_bounds(mut self) -> Self {
        self.recent.truncate(RECENT_MAX);
        self.zoom = if self.zoom.is_finite() { self.zoom.clamp(0.5, 3.0) } else { 1.0 };
        self.window = self.window.filter(|size| size.iter().all(|side| (200.0..=20_000.0).contains(side)));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_survive_writing_and_reading() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep").join("settings.json");
        assert_eq!(Settings::load(&path), Loaded::Fresh(Settings::default()));
        let mut settings = Settings {
            language: Language::English,
            theme: ThemeChoice::Dark,
            window: Some([900.0, 700.0]),
            ..Settings::default()
        };
        settings.remember("/a/b.txt".into());
        settings.save(&path).unwrap();
        assert_eq!(Settings::load(&path), Loaded::Read(settings));
        assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }

    #[test]
    fn a_broken_file_is_set_aside_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        std::fs::write(&path, "{\"language\": \"klingon\"").unwrap();
        let Loaded::SetAside { settings, aside } = Settings::load(&path) else {
            panic!("read a broken file")
        };
        assert_eq!(settings, Settings::default());
        assert!(!path.exists());
        assert_eq!(std::fs::read_to_string(aside).unwrap(), "{\"language\": \"klingon\"");
    }

    #[test]
    fn a_file_of_another_release_keeps_what_is_understood() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        std::fs::write(&path, "{\"theme\": \"dark\", \"zoom\": 90, \"window\": [1, 1], \"new_thing\": 3}").unwrap();
        let Loaded::Read(settings) = Settings::load(&path) else { panic!() };
        assert_eq!((settings.theme, settings.zoom, settings.window), (ThemeChoice::Dark, 3.0, None));
    }

    #[test]
    fn recent_paths_are_few_and_each_once() {
        let mut settings = Settings::default();
        for n in 0..20 {
            settings.remember(format!("/{n}").into());
        }
        settings.remember("/15".into());
        assert_eq!(settings.recent.len(), RECENT_MAX);
        assert_eq!(settings.recent[..2], [PathBuf::from("/15"), PathBuf::from("/19")]);
    }
}
