//! Labels as people write them. What each means was looked up by hand; the spellings follow those of real
//! rosters.

#![cfg(feature = "places")]
#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

mod abbreviations;
mod cities;
mod in_rosters;
mod ranges;
mod refusals;
mod regions;
mod support;
mod times;
mod two_places;
