//! Epidemic counts: which persons, by which measure, of which origin, where and when.
//!
//! In: a figure that counts persons by 例, 人 … and the frame of what the sentences before it said. Out: the slots of a `cases` fact.
//! Always: a slot that neither the clause nor the frame fills stays empty; a part takes origin and window of its whole; a conversion is
//! only what the text counts as one (guide, decision 8); 新增 under 截至 is of the day that ends there.

use std::ops::Range;

use super::any_of::any_of;
use super::class_of_count;
use super::frame::{Breakdown, Frame, WindowSource};
use super::measures::{self, Measured};
use super::origins;
use super::page::{Around, Page};
use super::telling::Telling;
use crate::model::{Measure, Metric, Origin, Window};

/// The slots of a `cases` fact.
#[derive(Clone, Debug, Default)]
pub struct CaseSlots {
    pub metric: Option<Metric>,
    pub measure: Option<Measure>,
    pub origin: Option<Origin>,
    pub window: Option<Window>,
    pub place: Option<Box<str>>,
    pub item: Option<Box<str>>,
    pub is_negative: bool,
    /// Its origin stands before its measure.
    pub leads_with_origin: bool,
    /// One of several figures of a list: its place is not whose figures follow.
    pub is_listed: bool,
    pub rule: &'static str,
}

/// Rule of suspects who were confirmed: they are among the new cases of their day.
pub(super) const SUSPECTS_CONFIRMED: &str = "cases.suspects_confirmed";

/// Reads the slots of a case figure. `whole` is the count of which it is a part.
pub fn read(page: &Page, around: &Around, clause: Range<usize>, frame: &Frame, whole: Option<&Breakdown>) -> CaseSlots {
    let told = Telling::read(page, around, clause, frame, whole);
    let mut class = class_of_count::class_of_count(&told);
    let measured = match class_of_count::severity_changed(&told) {
        Some(changed) => {
            class = changed;
            Measured::default()
        }
        None => measures::measure_of(&told, &class),
    };
    // 60岁以上40人: who they are.
    let by_age = || told.left_text.contains('岁') && any_of!["以上", "以下"].within(told.left_text);
    let item = class
        .item
        .or_else(|| by_age().then(|| told.left_text.trim().trim_start_matches(['、', '，', ',']).into()));
    CaseSlots {
        metric: class.metric,
        measure: measured.measure,
        origin: origins::origin_of_count(&told, class.metric),
        window: window_of(frame, whole, measured.measure),
        place: None,
        item,
        is_negative: measured.is_negative,
        leads_with_origin: origins::leads_with_origin(page, around),
        is_listed: false,
        rule: class.rule,
    }
}

/// The window of a count with this measure under what the frame says.
pub fn window_of(frame: &Frame, breakdown: Option<&Breakdown>, measure: Option<Measure>) -> Option<Window> {
    if let Some(whole) = breakdown {
        return match measure {
            Some(Measure::Current) if frame.window_source == WindowSource::Since && frame.is_new_sentence_since_window => None,
            // 累计363例,其中新增105例: of the day in which the total ends.
            Some(Measure::New) if whole.day_of_parts.is_some() => whole.day_of_parts,
            Some(Measure::New) if whole.measure != Some(Measure::New) && frame.window_source == WindowSource::UpTo => frame.day,
            _ => whole.window,
        };
    }
    let window = frame.window?;
    match (measure, frame.window_source) {
        (Some(Measure::New | Measure::Change), WindowSource::UpTo) => frame.day,
        (Some(Measure::Current), WindowSource::Since) if frame.is_new_sentence_since_window => None,
        (Some(Measure::Cumulative | Measure::Current), WindowSource::Day) => window.end.map(Window::up_to),
        (Some(Measure::Current), WindowSource::Period) if frame.is_new_sentence_since_window => window.end.map(Window::up_to),
        _ => Some(window),
    }
}
