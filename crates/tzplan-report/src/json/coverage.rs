//! Coverage and dated windows.

use std::io;

use chrono::NaiveDate;
use serde::Serialize;
use tzplan::coverage::{Coverage, Gap, Relay, RelaySeason};
use tzplan::{Horizon, IntervalSet, UtcMinute};

use super::head::{Head, instant};
use crate::{Context, Relays, Staffing};

#[derive(Serialize)]
struct CoverageDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    service: ServiceKeys,
    #[serde(flatten)]
    everybody: Covered,
    /// One entry for each team or role that was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    groups: Vec<Group<'a>>,
    /// Between the groups, season by season.
    #[serde(skip_serializing_if = "Option::is_none")]
    handoffs: Option<Vec<Handoffs<'a>>>,
}

/// What has to be covered.
#[derive(Serialize)]
struct ServiceKeys {
    /// Weekly hours on the home clock; null around the clock.
    hours: Option<String>,
    /// How many people there have to be at once.
    at_least: u32,
}

#[derive(Serialize)]
struct Group<'a> {
    name: &'a str,
    #[serde(flatten)]
    covered: Covered,
}

#[derive(Serialize)]
struct Covered {
    covered_minutes: u32,
    minutes: u32,
    working_week: WorkingWeek,
    segments: Vec<Segment>,
    gaps: Vec<GapKeys>,
}

/// Monday to Friday on the home clock.
#[derive(Serialize)]
struct WorkingWeek {
    covered_minutes: u32,
    minutes: u32,
}

#[derive(Serialize)]
struct GapKeys {
    start: String,
    end: String,
    /// `hours`, `clock-change` or `days-off`.
    cause: &'static str,
    /// Minutes of it that would be covered were nobody off.
    days_off_minutes: u32,
}

#[derive(Serialize)]
struct Handoffs<'a> {
    first: NaiveDate,
    last: NaiveDate,
    handoffs: Vec<HandoffKeys<'a>>,
}

#[derive(Serialize)]
struct HandoffKeys<'a> {
    from: &'a str,
    to: &'a str,
    /// Minutes after Monday 00:00 UTC.
    at: u16,
    overlap_minutes: u32,
    gap_minutes: u32,
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

/// Writes how many are at work through the horizon and how the service hours are covered, for the whole team and for
/// named groups of it, with the hand-offs between these.
///
/// # Errors
///
/// Those of the writer.
pub fn coverage(
    out: &mut dyn io::Write,
    horizon: &Horizon,
    everybody: &Staffing<'_>,
    groups: &[(&str, Staffing<'_>)],
    context: Context<'_>,
) -> io::Result<()> {
    let service = everybody.service;
    let document = CoverageDocument {
        head: Head::new(context, horizon),
        service: ServiceKeys {
            hours: service.weekly_hours().map(ToString::to_string),
            at_least: service.people(),
        },
        everybody: covered(everybody),
        groups: groups.iter().map(|(name, group)| Group { name, covered: covered(group) }).collect(),
        handoffs: everybody.relays.as_ref().map(handoffs),
    };
    super::write(out, &document)
}

fn covered(staffing: &Staffing<'_>) -> Covered {
    let (covered, all) = staffing.working_week;
    Covered {
        covered_minutes: staffing.served.covered.get(),
        minutes: staffing.served.all.get(),
        working_week: WorkingWeek { covered_minutes: covered.get(), minutes: all.get() },
        segments: segments(&staffing.coverage),
        gaps: staffing.served.gaps.iter().map(gap).collect(),
    }
}

fn gap(gap: &Gap) -> GapKeys {
    GapKeys {
        start: instant(gap.start),
        end: instant(gap.end),
        cause: gap.cause.as_str(),
        days_off_minutes: gap.for_days_off.get(),
    }
}

fn handoffs<'a>(relays: &Relays<'a>) -> Vec<Handoffs<'a>> {
    let name = |group: usize| relays.names.get(group).copied().unwrap_or_default();
    let of = |relay: &Relay| HandoffKeys {
        from: name(relay.from),
        to: name(relay.to),
        at: relay.at.get(),
        overlap_minutes: relay.overlap.get(),
        gap_minutes: relay.gap.get(),
    };
    let season = |season: &RelaySeason| Handoffs {
        first: season.season.first(),
        last: season.season.last(),
        handoffs: season.relays.iter().map(of).collect(),
    };
    relays.seasons.iter().map(season).collect()
}

fn segments(coverage: &Coverage) -> Vec<Segment> {
    let segments = coverage.segments.iter();
    segments.map(|s| Segment { start: instant(s.start), end: instant(s.end), count: s.count }).collect()
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
