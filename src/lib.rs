//! Tongbao (通报): from press briefing to clean series, with every number traceable to its sentence.
//!
//! The house, floor by floor; a floor never knows the floor above it:
//! `model` (plain data) ← `read` (bytes → source) ← `extract` (source → extraction) ← `ledger` (corrections as a layer) ←
//! `series` (briefings → day and supply series) ← `export` (open formats) ← `app` (the program without a picture) ← `ui`, `cli`.
//! Nothing under the first six names egui, eframe or rfd. The invariants stand in ARCHITECTURE.md and at the head of each room.

pub mod app;
pub mod cli;
pub mod export;
pub mod extract;
pub mod ledger;
pub mod model;
pub mod read;
pub mod series;
pub mod ui;
