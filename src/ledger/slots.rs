//! Slots as text: the canonical text of each, and the reading of what a person typed for it.
//!
//! What [`show`] gives, [`set`] takes back unchanged. A refused text leaves the fact as it was.

use std::fmt;

use thiserror::Error;

use super::moments;
use crate::extract::numeral::{self, NumeralError, Spelled};
use crate::model::{Action, Amount, Approx, Fact, Kind, Measure, Meta, MetaSlot, Metric, Moment, Origin, Quantity, Slot, State, YearFrom};

/// The slot that a text was typed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    Fact(Slot),
    Meta(MetaSlot),
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Fact(slot) => slot.as_str(),
            Self::Meta(slot) => slot.as_str(),
        })
    }
}

/// A typed text that was refused; the old value stays.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{slot}: “{text}” was not taken: {reason}")]
pub struct SlotError {
    pub slot: Field,
    /// As typed; empty where the slot was to be emptied.
    pub text: String,
    pub reason: Refusal,
}

/// Why a typed text was refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    #[error("it cannot be empty")]
    Required,
    #[error(transparent)]
    Number(#[from] NumeralError),
    #[error("the range runs backwards")]
    RangeBackwards,
    #[error("it is none of the names that this slot knows")]
    UnknownName,
    #[error("it is neither true nor false, 是 nor 否")]
    NotYesOrNo,
    #[error("it is not a day, such as 2022-09-28 or 9月28日")]
    NotADay,
    #[error("there is no such day")]
    NoSuchDay,
    #[error("it is not a window, such as 9月28日, 9月28日0—14时, 截至9月28日24时 or 2022-09-28T00:00/2022-09-28T14:00")]
    NotAWindow,
    #[error("the window ends before it begins")]
    WindowBackwards,
    #[error("it is not the number of a session, such as 52")]
    NotASession,
    #[error("it is not a year of four digits")]
    NotAYear,
}

/// Canonical text of a slot; `None` where it is not filled.
pub fn show(fact: &Fact, slot: Slot) -> Option<String> {
    match slot {
        Slot::Value => show_quantity(&fact.quantity),
        Slot::Unit => Some(fact.quantity.unit.to_string()).filter(|unit| !unit.is_empty()),
        Slot::Kind => Some(fact.kind.as_str().to_owned()),
        Slot::Metric => fact.metric.map(|name| name.as_str().to_owned()),
        Slot::Measure => fact.measure.map(|name| name.as_str().to_owned()),
        Slot::Origin => fact.origin.map(|name| name.as_str().to_owned()),
        Slot::State => fact.state.map(|name| name.as_str().to_owned()),
        Slot::Action => fact.action.map(|name| name.as_str().to_owned()),
        Slot::Item => fact.item.as_deref().map(str::to_owned),
        Slot::Actor => fact.actor.as_deref().map(str::to_owned),
        Slot::Recipient => fact.recipient.as_deref().map(str::to_owned),
        Slot::Place => fact.place.as_deref().map(str::to_owned),
        Slot::Window => fact.window.map(|window| window.as_interval()),
        Slot::Cumulative => Some(fact.cumulative.to_string()),
        Slot::PerDay => Some(fact.per_day.to_string()),
    }
}

/// Sets a slot from what a person typed; nothing, or only blanks, empties it. `Value` sets value, bounds and approximation together;
/// its unit may be typed along with it. A new place has no code until the gazetteer gives it one.
///
/// # Errors
/// The text is not understood, or the slot cannot be empty; the fact is unchanged.
pub fn set(fact: &mut Fact, slot: Slot, typed: Option<&str>) -> Result<(), SlotError> {
    let typed = one_line(typed);
    let text = typed.as_deref();
    // What is already there stays as it is, down to what its text does not tell (the kind of a window, the code of a place).
    if show(fact, slot).as_deref() == text {
        return Ok(());
    }
    let refused = |reason| SlotError {
        slot: Field::Fact(slot),
        text: text.unwrap_or_default().to_owned(),
        reason,
    };
    let required = || text.ok_or_else(|| refused(Refusal::Required));
    match slot {
        Slot::Value => {
            let spelled = read_value(required()?, &fact.quantity.unit).map_err(refused)?;
            let unit = std::mem::take(&mut fact.quantity.unit);
            fact.quantity = Quantity {
                value: spelled.value,
                low: spelled.low,
                high: spelled.high,
                approx: spelled.approx,
                unit,
            };
        }
        Slot::Unit => fact.quantity.unit = typed.unwrap_or_default().into(),
        Slot::Kind => fact.kind = Kind::parse(required()?).ok_or_else(|| refused(Refusal::UnknownName))?,
        Slot::Metric => fact.metric = name(text, Metric::parse).map_err(refused)?,
        Slot::Measure => fact.measure = name(text, Measure::parse).map_err(refused)?,
        Slot::Origin => fact.origin = name(text, Origin::parse).map_err(refused)?,
        Slot::State => fact.state = name(text, State::parse).map_err(refused)?,
        Slot::Action => fact.action = name(text, Action::parse).map_err(refused)?,
        Slot::Item => fact.item = typed.map(Into::into),
        Slot::Actor => fact.actor = typed.map(Into::into),
        Slot::Recipient => fact.recipient = typed.map(Into::into),
        Slot::Place => (fact.place, fact.place_code) = (typed.map(Into::into), None),
        Slot::Window => {
            let known = fact
                .window
                .and_then(|window| window.start.or(window.end))
                .and_then(|moment| moment.year);
            fact.window = text.map(|text| moments::window(text, known)).transpose().map_err(refused)?;
        }
        Slot::Cumulative => fact.cumulative = yes_or_no(required()?).map_err(refused)?,
        Slot::PerDay => fact.per_day = yes_or_no(required()?).map_err(refused)?,
    }
    Ok(())
}

fn yes_or_no(text: &str) -> Result<bool, Refusal> {
    match text {
        "true" | "是" => Ok(true),
        "false" | "否" => Ok(false),
        _ => Err(Refusal::NotYesOrNo),
    }
}

/// Canonical text of a slot of the briefing; `None` where it is not filled.
pub fn show_meta(meta: &Meta, slot: MetaSlot) -> Option<String> {
    match slot {
        MetaSlot::Title => meta.title.clone(),
        MetaSlot::Date => meta.date.map(show_day),
        MetaSlot::Place => meta.place.clone(),
        MetaSlot::Session => meta.session.map(|session| session.to_string()),
        MetaSlot::Year => meta.year.map(|year| year.to_string()),
    }
}

/// Sets a slot of the briefing from what a person typed; nothing, or only blanks, empties it. The year of a date is the year of the
/// briefing: typed with the one, it holds for the other.
///
/// # Errors
/// The text is not understood, or the slot cannot be empty; `meta` is unchanged.
pub fn set_meta(meta: &mut Meta, slot: MetaSlot, typed: Option<&str>) -> Result<(), SlotError> {
    let typed = one_line(typed);
    let text = typed.as_deref();
    let refused = |reason| SlotError {
        slot: Field::Meta(slot),
        text: text.unwrap_or_default().to_owned(),
        reason,
    };
    match slot {
        MetaSlot::Title => meta.title = typed,
        MetaSlot::Place => meta.place = typed,
        MetaSlot::Session => meta.session = text.map(read_session).transpose().map_err(refused)?,
        MetaSlot::Date => {
            let day = text.map(moments::day).transpose().map_err(refused)?;
            if let Some(year) = day.and_then(|day| day.year) {
                (meta.year, meta.year_from) = (Some(year), Some(YearFrom::Person));
            }
            meta.date = day.map(|day| Moment {
                year: day.year.or(meta.year),
                ..day
            });
        }
        MetaSlot::Year => {
            let year = moments::year(text.ok_or_else(|| refused(Refusal::Required))?).map_err(refused)?;
            (meta.year, meta.year_from) = (Some(year), Some(YearFrom::Person));
            meta.date = meta.date.map(|date| Moment { year: Some(year), ..date });
        }
    }
    Ok(())
}

/// `2022-09-28`, or `--09-28` without a year.
pub(super) fn show_day(day: Moment) -> String {
    let shown = day.to_string();
    shown.split_once('T').map_or(shown.clone(), |(date, _)| date.to_owned())
}

/// On one line, without blanks at the ends; `None` for nothing.
fn one_line(typed: Option<&str>) -> Option<String> {
    let words: Vec<&str> = typed?
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn name<T>(text: Option<&str>, parse: fn(&str) -> Option<T>) -> Result<Option<T>, Refusal> {
    text.map(|text| parse(text).ok_or(Refusal::UnknownName)).transpose()
}

/// 68000, 68000余, 近4, 约50000, 80以上, 不超过5, 2至3.
fn show_quantity(quantity: &Quantity) -> Option<String> {
    let number = match (quantity.value, quantity.low, quantity.high) {
        (Some(value), _, _) => value.to_string(),
        (None, None, None) => return None,
        (None, low, high) => {
            let side = |bound: Option<Amount>| bound.map(|bound| bound.to_string()).unwrap_or_default();
            format!("{}至{}", side(low), side(high))
        }
    };
    Some(match quantity.approx {
        Approx::Exact => number,
        Approx::Over => format!("{number}余"),
        Approx::Under => format!("近{number}"),
        Approx::About => format!("约{number}"),
        Approx::AtLeast => format!("{number}以上"),
        Approx::AtMost => format!("不超过{number}"),
    })
}

/// Reads what [`show_quantity`] writes, so that a stored value does not depend on how typed ones are read.
fn read_canonical(text: &str) -> Option<Spelled> {
    let after = |marker, approx| text.strip_suffix(marker).map(|number| (number, approx));
    let before = |marker, approx| text.strip_prefix(marker).map(|number| (number, approx));
    let (number, approx) = after("余", Approx::Over)
        .or_else(|| after("以上", Approx::AtLeast))
        .or_else(|| before("近", Approx::Under))
        .or_else(|| before("约", Approx::About))
        .or_else(|| before("不超过", Approx::AtMost))
        .unwrap_or((text, Approx::Exact));
    let Some((low, high)) = number.split_once('至') else {
        return Some(Spelled {
            value: Some(Amount::parse_plain(number)?),
            low: None,
            high: None,
            approx,
        });
    };
    let side = |bound: &str| {
        if bound.is_empty() {
            Some(None)
        } else {
            Amount::parse_plain(bound).map(Some)
        }
    };
    let (low, high) = (side(low)?, side(high)?);
    (low.is_some() || high.is_some()).then_some(Spelled {
        value: None,
        low,
        high,
        approx,
    })
}

fn read_value(text: &str, unit: &str) -> Result<Spelled, Refusal> {
    // A canonical text is read before any unit is looked for, so that no odd unit changes what was stored.
    let spelled = match read_canonical(text) {
        Some(spelled) => spelled,
        None => {
            let bare = text.strip_suffix(unit).map(str::trim_end).filter(|bare| !bare.is_empty());
            numeral::spelled(bare.unwrap_or(text))?
        }
    };
    match (spelled.low, spelled.high) {
        (Some(low), Some(high)) if low > high => Err(Refusal::RangeBackwards),
        _ => Ok(spelled),
    }
}

/// 52, 第52场, 第五十二场.
fn read_session(text: &str) -> Result<u32, Refusal> {
    let number = text.strip_prefix('第').unwrap_or(text);
    let number = number.strip_suffix(['场', '次', '期', '届', '号']).unwrap_or(number);
    let spelled = numeral::spelled(number).map_err(|_| Refusal::NotASession)?;
    let value = spelled.value.filter(|_| spelled.approx == Approx::Exact).and_then(Amount::to_i64);
    value
        .and_then(|value| u32::try_from(value).ok())
        .filter(|session| *session > 0)
        .ok_or(Refusal::NotASession)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{FactId, Span, Window, WindowKind};

    fn fact() -> Fact {
        let quantity = Quantity {
            value: Some(Amount::from_int(31)),
            low: None,
            high: None,
            unit: "吨".into(),
            approx: Approx::Exact,
        };
        Fact::bare(FactId(1), Span::new(0, 2), quantity)
    }

    #[track_caller]
    fn check(slot: Slot, typed: &str, shown: &str) {
        let mut fact = fact();
        set(&mut fact, slot, Some(typed)).unwrap();
        assert_eq!(show(&fact, slot).as_deref(), Some(shown), "{typed}");
        let mut again = self::fact();
        set(&mut again, slot, Some(shown)).unwrap();
        assert_eq!(again, fact, "the canonical text of {typed} reads back");
    }

    #[track_caller]
    fn refused(slot: Slot, typed: &str, reason: Refusal) {
        let mut fact = fact();
        let error = set(&mut fact, slot, Some(typed)).unwrap_err();
        assert_eq!((error.slot, error.reason), (Field::Fact(slot), reason), "{typed}");
        assert_eq!(fact, self::fact(), "{typed} leaves the fact as it was");
    }

    #[test]
    fn values_in_the_spelling_of_the_text() {
        check(Slot::Value, "6.8万余", "68000余");
        check(Slot::Value, "百余", "100余");
        check(Slot::Value, "１５３５", "1535");
        check(Slot::Value, "1,100", "1100");
        check(Slot::Value, "约5万", "约50000");
        check(Slot::Value, "2至3", "2至3");
        check(Slot::Value, "约2至3", "约2至3");
        check(Slot::Value, "-156", "-156");
        check(Slot::Value, "不到80", "近80");
        check(Slot::Value, "至少 80", "80以上");
        check(Slot::Value, "80以内", "不超过80");
        check(Slot::Value, "0", "0");
        check(Slot::Value, "0.25", "0.25");
    }

    #[test]
    fn a_value_may_bring_its_unit_along() {
        check(Slot::Value, "7100多吨", "7100余");
        check(Slot::Value, "45 吨", "45");
        refused(Slot::Value, "吨", Refusal::Number(NumeralError::NoNumber("吨".into())));
        refused(Slot::Value, "45份", Refusal::Number(NumeralError::Trailing("份".into())));
    }

    #[test]
    fn an_odd_unit_does_not_change_a_stored_value() {
        let mut fact = fact();
        fact.quantity.unit = "0".into();
        set(&mut fact, Slot::Value, Some("100")).unwrap();
        assert_eq!(show(&fact, Slot::Value).as_deref(), Some("100"));
    }

    #[test]
    fn what_is_no_value_is_refused() {
        refused(Slot::Value, "很多", Refusal::Number(NumeralError::NoNumber("很多".into())));
        refused(Slot::Value, "  ", Refusal::Required);
        refused(Slot::Value, "3至2", Refusal::RangeBackwards);
        refused(Slot::Value, "至", Refusal::Number(NumeralError::NoNumber("至".into())));
        assert_eq!(set(&mut fact(), Slot::Value, None).unwrap_err().reason, Refusal::Required);
    }

    #[test]
    fn a_value_replaces_bounds_and_marker() {
        let mut fact = fact();
        set(&mut fact, Slot::Value, Some("约2至3")).unwrap();
        set(&mut fact, Slot::Value, Some("7")).unwrap();
        let q = &fact.quantity;
        assert_eq!(
            (q.value, q.low, q.high, q.approx, q.unit.as_ref()),
            (Some(Amount::from_int(7)), None, None, Approx::Exact, "吨")
        );
    }

    #[test]
    fn names_flags_and_free_words() {
        check(Slot::Kind, "supply", "supply");
        check(Slot::Metric, " confirmed ", "confirmed");
        check(Slot::Cumulative, "是", "true");
        check(Slot::Cumulative, "false", "false");
        check(Slot::PerDay, "是", "true");
        check(Slot::Item, " 方便面、\n纯牛奶 ", "方便面、 纯牛奶");
        refused(Slot::Kind, "", Refusal::Required);
        refused(Slot::Kind, "Supply", Refusal::UnknownName);
        refused(Slot::Metric, "确诊", Refusal::UnknownName);
        refused(Slot::Cumulative, "1", Refusal::NotYesOrNo);
        refused(Slot::PerDay, "300", Refusal::NotYesOrNo);
    }

    #[test]
    fn blanks_empty_a_slot_that_may_be_empty() {
        for slot in [Slot::Unit, Slot::Metric, Slot::Item, Slot::Place, Slot::Window] {
            let mut fact = fact();
            fact.item = Some("糌粑".into());
            for typed in [Some(" \u{3000}"), None] {
                set(&mut fact, slot, typed).unwrap();
                assert_eq!(show(&fact, slot), None, "{slot:?}");
            }
        }
    }

    #[test]
    fn a_window_without_a_year_takes_the_one_it_had() {
        let mut fact = fact();
        fact.window = Window::parse_interval("2021-03-01T00:00/2021-03-02T00:00");
        set(&mut fact, Slot::Window, Some("3月4日0—14时")).unwrap();
        assert_eq!(show(&fact, Slot::Window).as_deref(), Some("2021-03-04T00:00/2021-03-04T14:00"));
        assert_eq!(fact.window.map(|w| w.kind), Some(WindowKind::PartialDay));
    }

    #[test]
    fn the_same_place_keeps_its_code_and_another_has_none() {
        let mut fact = fact();
        (fact.place, fact.place_code) = (Some("桑珠孜区".into()), Some("540202".into()));
        set(&mut fact, Slot::Place, Some(" 桑珠孜区 ")).unwrap();
        assert_eq!(fact.place_code.as_deref(), Some("540202"));
        set(&mut fact, Slot::Place, Some("吉隆县")).unwrap();
        assert_eq!(fact.place_code, None);
    }

    #[track_caller]
    fn check_meta(slot: MetaSlot, typed: &str, shown: Result<&str, Refusal>) {
        let mut meta = Meta {
            year: Some(2022),
            ..Meta::default()
        };
        let outcome = set_meta(&mut meta, slot, Some(typed)).map_err(|e| e.reason);
        let outcome = outcome.map(|()| show_meta(&meta, slot).unwrap_or_default());
        assert_eq!(outcome.as_deref().map_err(Clone::clone), shown, "{typed}");
    }

    #[test]
    fn slots_of_the_briefing() {
        check_meta(MetaSlot::Session, "第五十二场", Ok("52"));
        check_meta(MetaSlot::Session, "５２", Ok("52"));
        check_meta(MetaSlot::Session, "0", Err(Refusal::NotASession));
        check_meta(MetaSlot::Session, "50余", Err(Refusal::NotASession));
        check_meta(MetaSlot::Session, "1.5", Err(Refusal::NotASession));
        check_meta(MetaSlot::Date, "9月28日", Ok("2022-09-28"));
        check_meta(MetaSlot::Date, "2021-09-28", Ok("2021-09-28"));
        check_meta(MetaSlot::Date, "昨天", Err(Refusal::NotADay));
        check_meta(MetaSlot::Year, "2023", Ok("2023"));
        check_meta(MetaSlot::Year, " ", Err(Refusal::Required));
        check_meta(MetaSlot::Title, " 第五十二场\n发布会 ", Ok("第五十二场 发布会"));
        check_meta(MetaSlot::Place, "", Ok(""));
    }

    #[test]
    fn a_year_and_the_year_of_the_date_are_one() {
        let mut meta = Meta::default();
        set_meta(&mut meta, MetaSlot::Date, Some("9月28日")).unwrap();
        assert_eq!(show_meta(&meta, MetaSlot::Date).as_deref(), Some("--09-28"));
        set_meta(&mut meta, MetaSlot::Year, Some("2022")).unwrap();
        assert_eq!(show_meta(&meta, MetaSlot::Date).as_deref(), Some("2022-09-28"));
        set_meta(&mut meta, MetaSlot::Date, Some("2021-01-02")).unwrap();
        assert_eq!((meta.year, meta.year_from), (Some(2021), Some(YearFrom::Person)));
    }
}
