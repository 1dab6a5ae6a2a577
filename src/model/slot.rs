//! The slots of a fact and of a briefing that a person can correct, by name.

/// A slot of a fact. Its value as text is defined in `ledger::slots`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slot {
    Value,
    Unit,
    Kind,
    Metric,
    Measure,
    Origin,
    State,
    Action,
    Item,
    Actor,
    Recipient,
    Place,
    Window,
    Cumulative,
    PerDay,
}

impl Slot {
    pub const ALL: &'static [Self] = &[
        Self::Value,
        Self::Unit,
        Self::Kind,
        Self::Metric,
        Self::Measure,
        Self::Origin,
        Self::State,
        Self::Action,
        Self::Item,
        Self::Actor,
        Self::Recipient,
        Self::Place,
        Self::Window,
        Self::Cumulative,
        Self::PerDay,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Unit => "unit",
            Self::Kind => "kind",
            Self::Metric => "metric",
            Self::Measure => "measure",
            Self::Origin => "origin",
            Self::State => "state",
            Self::Action => "action",
            Self::Item => "item",
            Self::Actor => "actor",
            Self::Recipient => "recipient",
            Self::Place => "place",
            Self::Window => "window",
            Self::Cumulative => "cumulative",
            Self::PerDay => "per_day",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|slot| slot.as_str() == name)
    }
}

/// What a person can correct about a briefing as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MetaSlot {
    Title,
    Date,
    Place,
    Session,
    Year,
}

impl MetaSlot {
    pub const ALL: &'static [Self] = &[Self::Title, Self::Date, Self::Place, Self::Session, Self::Year];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Date => "date",
            Self::Place => "place",
            Self::Session => "session",
            Self::Year => "year",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|slot| slot.as_str() == name)
    }
}
