//! Corrections: a layer of a person's edits over what the machine read, and the workspace file that keeps them.
//!
//! In: an [`Extraction`](crate::model::Extraction) and the edits in force; what a person typed or selected.
//! Out: the [`Briefing`] as corrected; edits that are on disk before the call that records them returns.
//! Always: nothing here changes an extraction. An edit names its fact or section by an id that outlives re-extraction, and
//! carries what is needed to show it when its fact has gone. The journal only grows: undo and redo are rows of it, and what is
//! in force is derived by folding it. A text that cannot be understood is refused with the reason, never guessed.

mod apply;
mod edit;
mod entry;
mod json;
mod moments;
mod sections;
mod selection;
pub mod slots;
mod workspace;

pub use apply::{Briefing, apply, forced_year};
pub use edit::{Edge, Edit, EditError, Seen, Subject};
pub use entry::{Entry, Status};
pub use sections::{BoundaryError, SectionEntry};
pub use selection::SelectionError;
pub use slots::{Field, Refusal, SlotError};
pub use workspace::{DocId, Document, Past, Recorded, Review, Seq, Standing, Workspace, WorkspaceError, WorkspaceErrorKind, default_path};
