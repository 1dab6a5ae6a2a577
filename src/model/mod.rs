//! Plain data: what a briefing is once it has been read and extracted.
//!
//! In: nothing. Out: the types that every other room speaks.
//! Always: no IO, no clock, no UI, no locale. Every [`Span`] is half open and counts UTF-8 bytes of the
//! canonical text ([`Source::text`]); code points appear only at the doors (contract JSON, exports), through
//! [`Source::char_at`]. A slot that the text does not fill is `None`; zero is a value.

mod amount;
mod extraction;
mod fact;
mod id;
mod names;
mod slot;
mod source;
mod span;
mod window;

pub use amount::Amount;
pub use extraction::{Explained, Extraction, Meta, Provision, Remark, RemarkCode, Section, YearFrom};
pub use fact::{Fact, Quantity};
pub use id::{FactId, SectionId, StableHash};
pub use names::{Action, Approx, Kind, Measure, Metric, Origin, Reason, SectionKind, State, WindowKind};
pub use slot::{MetaSlot, Slot};
pub use source::{Decoded, Encoding, Format, Source};
pub use span::Span;
pub use window::{Moment, Window};
