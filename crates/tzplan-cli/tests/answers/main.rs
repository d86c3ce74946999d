//! What each command answers: figures worked out by hand, steps that are tried, words that a reader needs.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

mod advised;
mod agreement;
mod agreement_for;
mod answered_by;
mod averages;
mod burdens;
mod calendars;
mod cards;
mod counted;
mod coverage;
mod demo;
mod example;
mod fit;
mod hostile_bytes;
mod job_posts;
mod long_stays;
mod meet;
mod moved_cover;
mod next_steps;
mod night;
mod off_by_name;
mod order;
mod outsiders;
mod pages;
mod pairs;
mod people;
mod policy;
mod pool;
mod range;
mod regions;
mod report;
mod stand_ups;
mod strangers;
#[path = "../support/mod.rs"]
mod support;
mod tzdata;
mod what_if;
mod whole_names;
mod windows;
mod zones;

/// Most lines are answered by the library, in this process.
const IN_MEMORY: bool = true;
