//! Relations between answers that need no reference: what may change them, and what must not.

#[allow(dead_code, reason = "each test file uses a part of it")]
#[path = "../support/mod.rs"]
mod support;

mod change;
mod dated;
mod large_team;
mod plan;
