//! Coverage and dated windows.

use std::io;

use serde::Serialize;
use tzplan::coverage::{Coverage, HeadCount};
use tzplan::{Horizon, IntervalSet, UtcMinute};

use super::head::{Head, instant};
use crate::Context;

/// How many are at work through the horizon.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "coverage"))]
pub(super) struct CoverageDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// Minutes with somebody at work.
    covered_minutes: u32,
    /// Minutes of the horizon.
    minutes: u32,
    /// The horizon, cut where the number at work changes.
    segments: Vec<Segment>,
    /// When nobody is.
    gaps: Vec<Stretch>,
    /// One entry for each team or role that was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    groups: Vec<Group<'a>>,
}

/// A team or role by itself.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Group"))]
struct Group<'a> {
    /// Its label.
    name: &'a str,
    /// Minutes with somebody of it at work.
    covered_minutes: u32,
    /// The horizon, cut where the number at work changes.
    segments: Vec<Segment>,
    /// When nobody of it is.
    gaps: Vec<Stretch>,
}

/// A stretch of time with so many at work.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Segment"))]
struct Segment {
    /// Its first instant, in UTC.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date-time")))]
    start: String,
    /// The first instant after it, in UTC.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date-time")))]
    end: String,
    /// How many are at work.
    count: u32,
}

/// A stretch of time.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Stretch"))]
struct Stretch {
    /// Its first instant, in UTC.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date-time")))]
    start: String,
    /// The first instant after it, in UTC.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date-time")))]
    end: String,
}

/// Writes how many are at work through the horizon, for the whole team and for named groups of it.
///
/// # Errors
///
/// Those of the writer.
pub fn coverage(
    out: &mut dyn io::Write,
    horizon: &Horizon,
    coverage: &Coverage,
    groups: &[(&str, Coverage)],
    context: Context<'_>,
) -> io::Result<()> {
    let (covered, all) = coverage.covered();
    let groups = groups.iter().map(|(name, coverage)| Group {
        name,
        covered_minutes: coverage.covered().0.get(),
        segments: segments(coverage),
        gaps: coverage.gaps().map(stretch).collect(),
    });
    let document = CoverageDocument {
        head: Head::new(context, horizon),
        covered_minutes: covered.get(),
        minutes: all.get(),
        segments: segments(coverage),
        gaps: coverage.gaps().map(stretch).collect(),
        groups: groups.collect(),
    };
    super::write(out, &document)
}

fn segments(coverage: &Coverage) -> Vec<Segment> {
    let segments = coverage.segments.iter();
    segments.map(|s| Segment { start: instant(s.start), end: instant(s.end), count: s.count }).collect()
}

fn stretch(gap: HeadCount) -> Stretch {
    Stretch { start: instant(gap.start), end: instant(gap.end) }
}

/// The dated windows that everyone shares, or a quorum; days off counted.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "windows"))]
pub(super) struct WindowsDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// How many people a window needs; absent where everyone required is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "usize"))]
    quorum: Option<usize>,
    /// In order.
    windows: Vec<Stretch>,
}

/// Writes dated windows: everyone's, or those of a quorum.
///
/// # Errors
///
/// Those of the writer.
pub fn windows(
    out: &mut dyn io::Write,
    horizon: &Horizon,
    windows: &IntervalSet<UtcMinute>,
    quorum: Option<usize>,
    context: Context<'_>,
) -> io::Result<()> {
    let windows =
        windows.iter().map(|w| Stretch { start: instant(w.start()), end: instant(w.end()) }).collect();
    super::write(out, &WindowsDocument { head: Head::new(context, horizon), quorum, windows })
}
