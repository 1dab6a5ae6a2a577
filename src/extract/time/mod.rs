//! Times of day, dates and the windows that they make.
//!
//! In: folded text and a byte position, or a recognised expression and what is known so far. Out: [`TimeExpression`] (recognition,
//! `scan`) and [`Window`](crate::model::Window) (resolution, `calendar`): recognised first, resolved later.
//! Always: 24时 is the next midnight; a date that cannot be is not a date; no clock is read.

mod calendar;
mod scan;

pub use calendar::{Calendar, Stretch};
pub use scan::scan;

/// A day named without a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relative {
    Yesterday,
    Today,
}

/// A point in time as far as it is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Point {
    pub year: Option<i16>,
    pub month: Option<i8>,
    pub day: Option<i8>,
    /// 0 to 24.
    pub hour: Option<i8>,
    pub minute: Option<i8>,
    pub relative: Option<Relative>,
    /// 上午, 晚: the part of a day stands for its whole day.
    pub has_day_part: bool,
}

/// A written time: a point, or a stretch from one point to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeExpression {
    pub first: Point,
    pub last: Option<Point>,
    /// Bytes.
    pub len: usize,
    /// Written 2022-09-28 or 2022/9/28: mostly a date of publication.
    pub is_numeric_date: bool,
}
