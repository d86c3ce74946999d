//! What the tests share: plain descriptions of teams, generators of them, and the minute-by-minute reference.

pub mod clock;
pub mod crew;
pub mod generators;
pub mod law;
pub mod library;
pub mod minute_set;
pub mod reference;

/// How many cases a property runs, without files of past failures beside the tests. `TEST_EFFORT=50`
/// runs fifty times as many, for an afternoon's search.
pub fn cases(cases: u32) -> proptest::test_runner::Config {
    let effort = std::env::var("TEST_EFFORT").ok().and_then(|effort| effort.parse::<u32>().ok());
    proptest::test_runner::Config {
        cases: cases * effort.unwrap_or(1),
        failure_persistence: None,
        max_shrink_iters: 400,
        max_global_rejects: 1_000_000,
        ..Default::default()
    }
}

/// Checks drawn values, `cases` at a time, until every kind that is asked for came: a law that nothing
/// reaches proves nothing, and one draw may lack the rarest kind. Whether all came is told, after twenty
/// draws at most.
#[must_use]
pub fn drawn_until_whole<S: proptest::strategy::Strategy>(
    cases: proptest::test_runner::Config,
    values: &S,
    check: impl Fn(S::Value) -> proptest::test_runner::TestCaseResult,
    is_whole: impl Fn() -> bool,
) -> bool {
    (0..20).any(|_| {
        // A runner counts its successes over all its runs: only a new one draws again.
        let mut runner = proptest::test_runner::TestRunner::new(cases.clone());
        runner.run(values, &check).unwrap_or_else(|error| panic!("{error}"));
        is_whole()
    })
}

/// The tz versions of the code under test and of its judge: part of every failure message.
pub fn tz_versions() -> String {
    format!("tzplan's tz database {}, jiff's {}", tzplan::Tzdb::bundled().version(), clock::judge_version())
}

/// A date written `2026-03-08`.
pub fn date(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a date in a test")
}
