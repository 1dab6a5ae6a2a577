//! One document on the paper: where it is scrolled to, and the pages that are in view.
//!
//! The place is a page and a distance into it, never a distance from the top of the text: what is in view stays put
//! when a page above turns out higher than estimated, and no number grows with the length of the text.

use std::sync::{Arc, OnceLock};

use eframe::egui::{Context, Ui, vec2};

use super::heights::{Heights, Metrics};
use super::layout::{Look, PARAGRAPH_GAP, Sheet};
use super::marks::Marks;
use super::pages::Pages;
use crate::app::OpenBriefing;
use crate::ledger::SectionEntry;
use crate::model::Source;

/// Longer texts are cut into pages on a thread of their own.
const PAGED_AT_ONCE_BYTES: usize = 512 * 1024;
/// Texts up to about 10,000 Chinese characters are measured as a whole, so that the scroll bar is exact from the start.
const MEASURED_WHOLE_COLUMNS: u32 = 20_000;
/// Free paper below the last line.
const BOTTOM: f32 = 48.0;

/// A place in the text at the top edge of the pane.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    pub page: usize,
    /// Points from the top of the page; outside the page until it is settled.
    pub within: f64,
}

/// Where to go next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Motion {
    Points(f64),
    Viewports(f64),
    Top,
    Bottom,
    /// The byte's line to the top, and so many points on.
    Byte(usize, f64),
    /// The byte's line to the middle.
    Centre(usize),
    /// The same, unless the line is in view.
    Reveal(usize),
    /// A share of the whole way, from 0 to 1.
    Share(f64),
}

/// How far down the text is, for the scroll bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    pub top: f64,
    pub total: f64,
}

/// A sheet and where its top is, in points below the top of the pane.
pub struct Placed {
    pub top: f32,
    pub sheet: Sheet,
}

/// One document, ready to be shown.
pub struct Paper {
    source: Arc<Source>,
    pages: Arc<OnceLock<Pages>>,
    heights: Heights,
    place: Place,
    motions: Vec<Motion>,
    /// A byte of the topmost line and how far that line is above the edge, to find the place again at another width.
    topmost: Option<(usize, f64)>,
    marks: Marks,
    /// Generation of the briefing that `marks` were made from.
    marks_of: Option<u64>,
}

impl Paper {
    pub fn new(ctx: &Context, source: &Arc<Source>, place: Place) -> Self {
        let pages = Arc::new(OnceLock::new());
        if source.text.len() <= PAGED_AT_ONCE_BYTES {
            pages.get_or_init(|| Pages::of(&source.text));
        } else {
            let (ctx, source, pages) = (ctx.clone(), Arc::clone(source), Arc::clone(&pages));
            std::thread::spawn(move || {
                pages.get_or_init(|| Pages::of(&source.text));
                ctx.request_repaint();
            });
        }
        Self {
            source: Arc::clone(source),
            pages,
            heights: Heights::default(),
            place,
            motions: Vec::new(),
            topmost: None,
            marks: Marks::default(),
            marks_of: None,
        }
    }

    pub fn shows(&self, source: &Arc<Source>) -> bool {
        Arc::ptr_eq(&self.source, source)
    }

    pub fn is_ready(&self) -> bool {
        self.pages.get().is_some()
    }

    pub fn text(&self) -> Arc<str> {
        Arc::clone(&self.source.text)
    }

    pub fn place(&self) -> Place {
        self.place
    }

    #[cfg(test)]
    pub fn topmost(&self) -> Option<usize> {
        self.topmost.map(|(byte, _)| byte)
    }

    /// Takes effect when the text is next laid out.
    pub fn go(&mut self, motion: Motion) {
        self.motions.push(motion);
    }

    /// The marks of the briefing as it is now.
    pub fn marks(&mut self, open: &OpenBriefing) -> &Marks {
        if self.marks_of != Some(open.generation) {
            self.marks = Marks::of(&open.briefing, &open.source.text);
            self.marks_of = Some(open.generation);
        }
        &self.marks
    }

    pub fn extent(&self) -> Extent {
        let Some(pages) = self.pages.get() else {
            return Extent { top: 0.0, total: 0.0 };
        };
        Extent {
            top: self.heights.top(pages, self.place.page) + self.place.within,
            total: self.heights.top(pages, pages.len()) + f64::from(BOTTOM),
        }
    }

    /// Lays out what is in view of a pane of a height, after going where it was told to go.
    pub fn visible(&mut self, ui: &Ui, sections: &[SectionEntry], look: &Look, view: f32) -> Vec<Placed> {
        let pages = Arc::clone(&self.pages);
        let Some(pages) = pages.get() else { return Vec::new() };
        let text = Arc::clone(&self.source.text);
        let is_scrolled = !self.motions.is_empty();
        if self.heights.prepare(look.metrics(ui), pages)
            && let Some((byte, past)) = self.topmost
        {
            self.motions.insert(0, Motion::Byte(byte, past));
        }
        let mut press = Press {
            ui,
            text: &text,
            sections,
            look,
            pages,
            heights: &mut self.heights,
        };
        if pages.columns() <= MEASURED_WHOLE_COLUMNS {
            for page in 0..pages.len() {
                if !press.heights.is_known(page) {
                    press.sheet(page);
                }
            }
        }
        for motion in self.motions.drain(..) {
            self.place = press.moved(self.place, motion, view);
        }
        self.place = press.settled(self.place);
        let mut placed = press.filled(self.place, view);
        let bottom = placed.last().map_or(0.0, |last| last.top + last.sheet.height + BOTTOM);
        let is_at_end = placed.last().is_some_and(|last| last.sheet.page + 1 == pages.len());
        if is_at_end && bottom < view && self.place != Place::default() {
            self.place.within -= f64::from(view - bottom);
            self.place = press.settled(self.place);
            placed = press.filled(self.place, view);
        }
        // Kept while only the width changes: read off anew each time, it would creep to the start of its line.
        if is_scrolled || self.topmost.is_none() {
            self.topmost = topmost(&placed, &text);
        }
        placed
    }
}

/// A byte of the first line that is in view, and how far the line is above the edge.
fn topmost(placed: &[Placed], text: &str) -> Option<(usize, f64)> {
    let pieces = placed
        .iter()
        .flat_map(|placed| placed.sheet.pieces.iter().map(move |piece| (placed, piece)));
    let (placed, piece) = pieces.into_iter().find(|(placed, piece)| placed.top + piece.bottom() > 0.0)?;
    let above = -(placed.top + piece.top);
    let byte = piece.byte_at(text, vec2(0.0, above.max(0.0) + 1.0));
    let (line, _) = placed.sheet.line_of(text, byte)?;
    Some((byte, f64::from(-(placed.top + line))))
}

impl Look {
    fn metrics(&self, ui: &Ui) -> Metrics {
        let em = ui.fonts_mut(|fonts| fonts.glyph_width(&self.reading, '国'));
        Metrics {
            line: self.line,
            em: em.max(1.0),
            width: self.width,
            gap: PARAGRAPH_GAP,
        }
    }
}

/// What is needed to lay out pages.
struct Press<'a> {
    ui: &'a Ui,
    text: &'a str,
    sections: &'a [SectionEntry],
    look: &'a Look,
    pages: &'a Pages,
    heights: &'a mut Heights,
}

impl Press<'_> {
    fn sheet(&mut self, page: usize) -> Sheet {
        let sheet = Sheet::of(self.ui, self.text, page, self.pages.span(page), self.sections, self.look);
        self.heights.learn(self.pages, page, sheet.height);
        sheet
    }

    fn height(&mut self, page: usize) -> f64 {
        f64::from(self.sheet(page).height)
    }

    fn moved(&mut self, place: Place, motion: Motion, view: f32) -> Place {
        let view = f64::from(view);
        match motion {
            Motion::Points(points) => self.settled(Place {
                within: place.within + points,
                ..place
            }),
            Motion::Viewports(viewports) => self.settled(Place {
                within: place.within + viewports * view,
                ..place
            }),
            Motion::Top => Place::default(),
            Motion::Bottom => {
                let page = self.pages.len().saturating_sub(1);
                let height = self.height(page);
                self.settled(Place {
                    page,
                    within: height + f64::from(BOTTOM) - view,
                })
            }
            Motion::Byte(byte, past) => {
                let page = self.pages.at(byte);
                let (top, _) = self.sheet(page).line_of(self.text, byte).unwrap_or_default();
                self.settled(Place {
                    page,
                    within: f64::from(top) + past,
                })
            }
            Motion::Centre(byte) => {
                let page = self.pages.at(byte);
                let (top, height) = self.sheet(page).line_of(self.text, byte).unwrap_or_default();
                self.settled(Place {
                    page,
                    within: f64::from(top + height / 2.0) - view / 2.0,
                })
            }
            Motion::Reveal(byte) => {
                let shown = self.filled(place, view as f32);
                let line = shown.iter().find(|placed| placed.sheet.page == self.pages.at(byte));
                let line = line.and_then(|placed| Some((placed.top, placed.sheet.line_of(self.text, byte)?)));
                match line {
                    Some((sheet, (top, height))) if sheet + top >= 0.0 && f64::from(sheet + top + height) <= view => place,
                    _ => self.moved(place, Motion::Centre(byte), view as f32),
                }
            }
            Motion::Share(share) => {
                let way = self.heights.top(self.pages, self.pages.len()) + f64::from(BOTTOM) - view;
                let (page, within) = self.heights.page_at(self.pages, share.clamp(0.0, 1.0) * way.max(0.0));
                self.settled(Place { page, within })
            }
        }
    }

    /// The same place, said by the page that it is on.
    fn settled(&mut self, place: Place) -> Place {
        let Place { mut page, mut within } = place;
        page = page.min(self.pages.len().saturating_sub(1));
        while within < 0.0 {
            let Some(above) = page.checked_sub(1) else {
                return Place::default();
            };
            page = above;
            within += self.height(page);
        }
        while page + 1 < self.pages.len() {
            let height = self.height(page);
            if within < height {
                break;
            }
            within -= height;
            page += 1;
        }
        Place { page, within }
    }

    fn filled(&mut self, place: Place, view: f32) -> Vec<Placed> {
        let mut top = -place.within as f32;
        let mut placed = Vec::new();
        for page in place.page..self.pages.len() {
            if top >= view {
                break;
            }
            let sheet = self.sheet(page);
            let height = sheet.height;
            placed.push(Placed { top, sheet });
            top += height;
        }
        placed
    }
}
