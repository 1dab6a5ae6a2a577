//! A fact: one quantity that the text states, with what it counts.

use std::borrow::Cow;

use super::{Action, Amount, Approx, FactId, Kind, Measure, Metric, Origin, Span, State, Window};

/// A number with its bounds and its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The number multiplied out; `None` for a range, which has `low` and `high`.
    pub value: Option<Amount>,
    pub low: Option<Amount>,
    pub high: Option<Amount>,
    /// Measure word as written, in simplified characters, without multiplier; empty where none is written.
    pub unit: Cow<'static, str>,
    pub approx: Approx,
}

impl Quantity {
    /// What 无新增 and 零报告 state: none, without a measure word.
    pub const ZERO: Self = Self {
        value: Some(Amount::ZERO),
        low: None,
        high: None,
        unit: Cow::Borrowed(""),
        approx: Approx::Exact,
    };
}

/// One quantity that the text states. Slots as in `gold/GUIDE.md`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub id: FactId,
    /// The number itself, without unit and marker.
    pub span: Span,
    /// Locus of the quote: the phrase a person would want to see for the number.
    pub quote: Span,
    pub quantity: Quantity,
    /// The text says 累计, 共计 …, or the figure is a stock up to a moment.
    pub cumulative: bool,
    /// So much each day (日均, 每天, 日交易量): never to be added to what was counted once.
    pub per_day: bool,
    pub kind: Kind,
    pub metric: Option<Metric>,
    pub measure: Option<Measure>,
    pub origin: Option<Origin>,
    pub state: Option<State>,
    pub action: Option<Action>,
    pub item: Option<Box<str>>,
    pub actor: Option<Box<str>>,
    pub recipient: Option<Box<str>>,
    pub place: Option<Box<str>>,
    /// Code of the administrative division (GB/T 2260), where the gazetteer has the place.
    pub place_code: Option<Cow<'static, str>>,
    pub window: Option<Window>,
    /// The fact of which this one is a part (含…, 其中…, a breakdown in parentheses).
    pub part_of: Option<FactId>,
    /// The word that decided what the number counts; `None` where no single word did.
    pub word: Option<Span>,
    /// Name of the rule that made the fact; `person` for a fact that a person added.
    pub rule: Cow<'static, str>,
}

impl Fact {
    /// A fact of kind `other` with nothing but its number.
    pub fn bare(id: FactId, span: Span, quantity: Quantity) -> Self {
        Self {
            id,
            span,
            quote: span,
            quantity,
            cumulative: false,
            per_day: false,
            kind: Kind::Other,
            metric: None,
            measure: None,
            origin: None,
            state: None,
            action: None,
            item: None,
            actor: None,
            recipient: None,
            place: None,
            place_code: None,
            window: None,
            part_of: None,
            word: None,
            rule: Cow::Borrowed(""),
        }
    }
}
