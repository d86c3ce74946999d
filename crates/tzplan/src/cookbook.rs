//! Whole programs around an [`Opening`](crate::fit::Opening), which is prepared once and judges any number of
//! candidates. They are the crate's examples, compiled and tested.
//!
//! | what is asked | cost, of a team of 50 |
//! |---|---|
//! | [`Opening::judge`](crate::fit::Opening::judge): whether somebody fits | 0.2 to 1.2 ms |
//! | [`Candidate::waits`](crate::fit::Candidate::waits): how long questions would wait | 55 to 80 µs |
//! | [`Opening::rank`](crate::fit::Opening::rank): where somebody comes among others | the two together |
//!
//! Measured on one core, averages of 100 candidates from all over the world (`benches/fit.rs`, 29 November
//! 2026). Dearest is a team that needs shifts: each candidate's own shift is tried with plans of the whole
//! team.
//!
//! # A web service that keeps an opening warm
//!
//! With axum. The JSON is the core's own (feature `serde`): its names are those of the fields of
//! [`Fit`](crate::fit::Fit), and people stand in it as places of the roster. The documents of the command
//! line, whose shape is versioned and which name people, are written by `tzplan_report::to_string`.
//!
//! ```
#![doc = include_str!("../examples/serve_candidates.rs")]
//! ```
//!
//! # A hook of a hiring system
//!
//! With the types that it has: `chrono_tz::Tz` and `chrono::NaiveTime`.
//!
//! ```
#![doc = include_str!("../examples/ask_from_hiring.rs")]
//! ```
//!
//! # A batch on all cores
//!
//! With rayon: the crate itself starts no threads.
//!
//! ```
#![doc = include_str!("../examples/judge_a_batch.rs")]
//! ```
