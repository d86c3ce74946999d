//! The library against the minute-by-minute reference, over generated teams: one file for each analysis.

#[allow(dead_code, reason = "each test file uses a part of it")]
#[path = "../support/mod.rs"]
mod support;

mod agreement;
mod availability;
mod dated_shifts;
mod fit;
mod meeting;
mod meeting_change;
mod meeting_rotation;
mod night;
mod overlap;
mod people;
mod plan;
mod pods;
mod reply;
mod season;
mod service;
mod target;
mod verdict;
