//! Coverage and dated windows.

use std::io;

use serde::Serialize;
use tzplan::coverage::{Coverage, HeadCount};
use tzplan::{Horizon, IntervalSet, UtcMinute};

use super::head::{Head, instant};
use crate::Context;

#[derive(Serialize)]
struct CoverageDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    covered_minutes: u32,
    minutes: u32,
    segments: Vec<Segment>,
    gaps: Vec<Stretch>,
    /// One entry for each team or role that was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    groups: Vec<Group<'a>>,
}

#[derive(Serialize)]
struct Group<'a> {
    name: &'a str,
    covered_minutes: u32,
    segments: Vec<Segment>,
    gaps: Vec<Stretch>,
}

#[derive(Serialize)]
struct Segment {
    start: String,
    end: String,
    count: u32,
}

#[derive(Serialize)]
struct Stretch {
    start: String,
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

#[derive(Serialize)]
struct WindowsDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// The quorum asked for; without it the windows are everyone's.
    #[serde(skip_serializing_if = "Option::is_none")]
    quorum: Option<usize>,
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
