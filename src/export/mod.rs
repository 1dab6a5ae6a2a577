//! Leaves of the house: what the program writes for people and programs outside.
//!
//! In: a source and its extraction. Out: bytes and values in open formats.
//! Always: offsets at this door are code points; numbers are exact as written; every value carries its quote and its place.

pub mod json;
