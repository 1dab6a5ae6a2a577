//! How model types are written in the journal's JSON: vocabularies by their contract names, amounts and moments as text.

use std::borrow::Cow;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::{
    Action, Amount, Approx, Fact, FactId, Kind, Measure, MetaSlot, Metric, Moment, Origin, Quantity, SectionId, SectionKind, Slot, Span,
    State, Window, WindowKind,
};

/// A type with a written form that it can be read back from.
pub trait Named: Sized {
    fn write(&self) -> String;
    fn read(text: &str) -> Option<Self>;
}

macro_rules! named {
    ($($type:ty: $write:ident $read:ident),+ $(,)?) => {
        $(impl Named for $type {
            fn write(&self) -> String {
                self.$write().to_owned()
            }

            fn read(text: &str) -> Option<Self> {
                Self::$read(text)
            }
        })+
    };
}

named! {
    Action: as_str parse, Approx: as_str parse, Kind: as_str parse, Measure: as_str parse, Metric: as_str parse, MetaSlot: as_str parse,
    Origin: as_str parse, SectionKind: as_str parse, Slot: as_str parse, State: as_str parse, WindowKind: as_str parse,
    Amount: to_string parse_plain, FactId: to_string parse, SectionId: to_string parse, Moment: to_string parse,
}

fn read<'de, T: Named, D: Deserializer<'de>>(text: &str) -> Result<T, D::Error> {
    T::read(text).ok_or_else(|| D::Error::custom(format_args!("“{text}” is not known here")))
}

/// `#[serde(with = "named")]`: by its written form.
pub mod named {
    use super::{Deserialize, Deserializer, Named, Serializer};

    pub fn serialize<T: Named, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&value.write())
    }

    pub fn deserialize<'de, T: Named, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        super::read::<T, D>(&String::deserialize(deserializer)?)
    }
}

/// `#[serde(with = "named_option")]`: by its written form, or null.
pub mod named_option {
    use super::{Deserialize, Deserializer, Named, Serialize, Serializer};

    pub fn serialize<T: Named, S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
        value.as_ref().map(Named::write).serialize(serializer)
    }

    pub fn deserialize<'de, T: Named, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        Option::<String>::deserialize(deserializer)?
            .map(|text| super::read::<T, D>(&text))
            .transpose()
    }
}

/// A span as `[start, end]`; one that runs backwards is refused.
mod span {
    use super::{Deserialize, Deserializer, Serialize, Serializer, Span};
    use serde::de::Error as _;

    pub fn serialize<S: Serializer>(span: &Span, serializer: S) -> Result<S::Ok, S::Error> {
        [span.start, span.end].serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Span, D::Error> {
        let [start, end] = <[u32; 2]>::deserialize(deserializer)?;
        if start > end {
            return Err(D::Error::custom("the span runs backwards"));
        }
        Ok(Span { start, end })
    }
}

mod span_option {
    use super::{Deserialize, Deserializer, Serialize, Serializer, Span, span};

    #[derive(Serialize, Deserialize)]
    struct Wrapped(#[serde(with = "span")] Span);

    pub fn serialize<S: Serializer>(span: &Option<Span>, serializer: S) -> Result<S::Ok, S::Error> {
        span.map(Wrapped).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Span>, D::Error> {
        Ok(Option::<Wrapped>::deserialize(deserializer)?.map(|Wrapped(span)| span))
    }
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Quantity")]
struct QuantityForm {
    #[serde(with = "named_option", default, skip_serializing_if = "Option::is_none")]
    value: Option<Amount>,
    #[serde(with = "named_option", default, skip_serializing_if = "Option::is_none")]
    low: Option<Amount>,
    #[serde(with = "named_option", default, skip_serializing_if = "Option::is_none")]
    high: Option<Amount>,
    unit: Cow<'static, str>,
    #[serde(with = "named")]
    approx: Approx,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Window")]
struct WindowForm {
    #[serde(with = "named_option")]
    start: Option<Moment>,
    #[serde(with = "named_option")]
    end: Option<Moment>,
    #[serde(with = "named")]
    kind: WindowKind,
}

mod window_option {
    use super::{Deserialize, Deserializer, Serialize, Serializer, Window, WindowForm};

    #[derive(Serialize, Deserialize)]
    struct Wrapped(#[serde(with = "WindowForm")] Window);

    pub fn serialize<S: Serializer>(window: &Option<Window>, serializer: S) -> Result<S::Ok, S::Error> {
        window.map(Wrapped).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Window>, D::Error> {
        Ok(Option::<Wrapped>::deserialize(deserializer)?.map(|Wrapped(window)| window))
    }
}

/// A fact in JSON; the compiler keeps it in step with the model.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Fact")]
pub struct FactForm {
    #[serde(with = "named")]
    id: FactId,
    #[serde(with = "span")]
    span: Span,
    #[serde(with = "span")]
    quote: Span,
    #[serde(with = "QuantityForm")]
    quantity: Quantity,
    cumulative: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    per_day: bool,
    #[serde(with = "named")]
    kind: Kind,
    #[serde(with = "named_option", default, skip_serializing_if = "Option::is_none")]
    metric: Option<Metric>,
    #[serde(with = "named_option", default, skip_serializing_if = "Option::is_none")]
    measure: Option<Measure>,
    #[serde(with = "named_option", default, skip_serializing_if = "Option::is_none")]
    origin: Option<Origin>,
    #[serde(with = "named_option", default, skip_serializing_if = "Option::is_none")]
    state: Option<State>,
    #[serde(with = "named_option", default, skip_serializing_if = "Option::is_none")]
    action: Option<Action>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    item: Option<Box<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    actor: Option<Box<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recipient: Option<Box<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    place: Option<Box<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    place_code: Option<Cow<'static, str>>,
    #[serde(with = "window_option", default, skip_serializing_if = "Option::is_none")]
    window: Option<Window>,
    #[serde(with = "named_option", default, skip_serializing_if = "Option::is_none")]
    part_of: Option<FactId>,
    #[serde(with = "span_option", default, skip_serializing_if = "Option::is_none")]
    word: Option<Span>,
    rule: Cow<'static, str>,
}
