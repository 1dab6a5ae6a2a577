//! The closed vocabularies of facts, sections and explanations, as `gold/GUIDE.md` and `contract.md` name them.
//!
//! Each is written once, as a table of variant and printed name; the printed names are the contract's.

macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in the contract.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The variant of a contract name.
            pub fn parse(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

names! {
    /// What a fact counts.
    Kind {
        Cases = "cases", Testing = "testing", Vaccination = "vaccination", Contacts = "contacts", RiskArea = "risk_area",
        Supply = "supply", Personnel = "personnel", Vehicle = "vehicle", Facility = "facility", Service = "service",
        Money = "money", WorkResumption = "work_resumption", Duration = "duration", Ratio = "ratio", Other = "other",
    }
}

names! {
    /// How the written number bounds the true one.
    Approx { Exact = "exact", Over = "over", Under = "under", About = "about", AtLeast = "at_least", AtMost = "at_most" }
}

names! {
    /// Which persons a `cases` fact counts.
    Metric {
        /// 感染者 without saying which, 阳性.
        Infected = "infected",
        Confirmed = "confirmed", Asymptomatic = "asymptomatic", Suspected = "suspected", Severe = "severe", Critical = "critical", Dead = "dead",
        /// 治愈出院, 出舱, 解除隔离医学观察 of an infected person.
        Discharged = "discharged",
        /// 无症状转确诊: persons already counted, under a new name.
        Converted = "converted",
    }
}

names! {
    /// Whether a count is of a window, a total, a stock or a difference.
    Measure { New = "new", Cumulative = "cumulative", Current = "current", Change = "change" }
}

names! {
    /// 本土 or 境外输入.
    Origin { Local = "local", Imported = "imported" }
}

names! {
    /// What was done with goods.
    Action { Delivered = "delivered", Raised = "raised", Donated = "donated", Stocked = "stocked", Produced = "produced", Planned = "planned" }
}

names! {
    /// State of contacts (traced, observed, released) and of enterprises and projects (the others).
    State {
        Traced = "traced", Observed = "observed", Released = "released",
        Resumed = "resumed", NearlyReady = "nearly_ready", Ready = "ready", Planned = "planned",
    }
}

names! {
    SectionKind {
        Furniture = "furniture", Title = "title", Byline = "byline", Lead = "lead", Figures = "figures", Statement = "statement",
        NextSteps = "next_steps", Question = "question", Answer = "answer", Caption = "caption", Credits = "credits", List = "list", Table = "table",
    }
}

names! {
    WindowKind {
        FullDay = "full_day", PartialDay = "partial_day",
        /// 截至…: the start is open.
        UpTo = "up_to",
        /// …以来: the end is open.
        Since = "since",
        Period = "period", Instant = "instant",
    }
}

names! {
    /// Why a numeral is not a fact.
    Reason {
        Date = "date", Time = "time", Window = "window", Ordinal = "ordinal", Name = "name", Identifier = "identifier", Age = "age",
        Address = "address", Idiom = "idiom", Article = "article", Spec = "spec", Other = "other",
    }
}
