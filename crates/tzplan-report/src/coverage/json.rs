//! Coverage as JSON.

use std::io;

use serde::Serialize;
use tzplan::Team;
use tzplan::coverage::{Addition, Gap, GapCause, HeadCount};

use super::CoverageDocument;
use super::groups::Group;
use super::listed::{Gaps, GroupList, Segments};
use super::move_keys::MoveKeys;
#[cfg(feature = "schema")]
use super::relay_keys::Handoffs;
use super::relay_keys::SeasonList;
use super::staffing::Staffing;
use crate::json::absent::AbsentKeys;
use crate::json::head::{Head, Spelled};
use crate::json::write;
use crate::words::instant::Instant;

/// How many are at work through the horizon, and how the service hours are covered.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "coverage"))]
pub(crate) struct CoverageKeys<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// What has to be covered.
    service: ServiceKeys,
    #[serde(flatten)]
    everybody: Covered<'a>,
    /// The one more person who would cover most: working Monday to Friday, then, where that covers more, on
    /// any five days in a row. Empty where nobody alone covers more.
    additions: Vec<AdditionKeys>,
    /// Whose days could be moved all year to cover more, one after another, each the one that covers most of
    /// what is still missing. Empty where no move covers more.
    moves: Vec<MoveKeys<'a>>,
    /// One entry for each team or role that was asked for.
    #[serde(skip_serializing_if = "GroupList::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<GroupKeys<'a>>", default))]
    groups: Option<GroupList<'a>>,
    /// Between the groups, season by season.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Handoffs<'a>>"))]
    handoffs: Option<SeasonList<'a>>,
}

/// What has to be covered.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Service"))]
struct ServiceKeys {
    /// Weekly hours on the home clock; null for around the clock.
    hours: Option<String>,
    /// How many people there have to be at once.
    at_least: u32,
}

/// One more person, who works 09:00-17:00 on a clock a whole number of hours from UTC.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Addition"))]
struct AdditionKeys {
    /// Minutes that their clock is ahead of UTC; negative west of it.
    offset: i32,
    /// Their hours on that clock, as a roster writes them.
    hours: String,
    /// Minutes of the service hours with enough people at work that had too few.
    gained_minutes: u32,
}

/// A team or role by itself.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Group"))]
pub(super) struct GroupKeys<'a> {
    /// Its label.
    name: &'a str,
    #[serde(flatten)]
    covered: Covered<'a>,
}

/// How the service hours are covered.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Covered"))]
struct Covered<'t> {
    /// Minutes of the service hours with enough people at work.
    covered_minutes: u32,
    /// Minutes of the service hours.
    minutes: u32,
    /// The same from Monday to Friday, around the clock.
    working_week: WorkingWeek,
    /// The horizon, cut where the number at work changes.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<SegmentKeys>"))]
    segments: Segments<'t>,
    /// Service hours with too few people at work.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<GapKeys<'t>>"))]
    gaps: Gaps<'t>,
}

/// Monday to Friday on the home clock.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "WorkingWeek"))]
struct WorkingWeek {
    /// Minutes with enough people at work.
    covered_minutes: u32,
    /// All of its minutes.
    minutes: u32,
}

/// A stretch of service hours with too few people at work.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Gap"))]
pub(super) struct GapKeys<'t> {
    /// Its first instant, in UTC.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date-time")))]
    start: Instant,
    /// The first instant after it, in UTC.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date-time")))]
    end: Instant,
    /// What makes it: the weekly hours; clock changes only (some season has no gap there); days off only.
    cause: Spelled<GapCause>,
    /// Minutes of it that would be covered were nobody off.
    days_off_minutes: u32,
    /// Who is missed in those minutes: by date, then in roster order.
    off: Vec<AbsentKeys<'t>>,
}

/// A stretch of time with this many at work.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Segment"))]
pub(super) struct SegmentKeys {
    /// Its first instant, in UTC.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date-time")))]
    start: Instant,
    /// The first instant after it, in UTC.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date-time")))]
    end: Instant,
    /// How many are at work.
    count: u32,
}

pub(super) fn write(document: &CoverageDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let CoverageDocument { prepared, everybody, additions, moves, groups, context, .. } = document;
    let service = everybody.service;
    let keys = CoverageKeys {
        head: Head::new(*context, prepared.horizon()),
        service: ServiceKeys {
            hours: service.weekly_hours().map(ToString::to_string),
            at_least: service.people(),
        },
        everybody: covered(everybody),
        additions: additions.iter().map(AdditionKeys::of).collect(),
        moves: moves.iter().map(|one| MoveKeys::of(one, prepared.team())).collect(),
        groups: groups.as_ref().map(GroupList),
        handoffs: groups.as_ref().map(SeasonList),
    };
    write::write(out, &keys)
}

impl AdditionKeys {
    fn of(addition: &Addition) -> Self {
        Self {
            offset: addition.ahead,
            hours: addition.hours.to_string(),
            gained_minutes: addition.gained.get(),
        }
    }
}

impl<'a> GroupKeys<'a> {
    pub(super) fn of(group: &'a Group<'a>) -> Self {
        Self { name: group.name, covered: covered(&group.staffing) }
    }
}

fn covered<'t>(staffing: &'t Staffing<'_>) -> Covered<'t> {
    let Staffing { crew, served, working_week, .. } = staffing;
    Covered {
        covered_minutes: served.covered.get(),
        minutes: served.all.get(),
        working_week: WorkingWeek {
            covered_minutes: working_week.covered.get(),
            minutes: working_week.all.get(),
        },
        segments: Segments(&crew.coverage().segments),
        gaps: Gaps(&served.gaps, crew.prepared().team()),
    }
}

impl<'t> GapKeys<'t> {
    pub(super) fn of(gap: &Gap, team: &'t Team) -> Self {
        Self {
            start: Instant(gap.start),
            end: Instant(gap.end),
            cause: Spelled(gap.cause),
            days_off_minutes: gap.for_days_off.get(),
            off: gap.off.iter().map(|absence| AbsentKeys::of(team, absence.clone())).collect(),
        }
    }
}

impl SegmentKeys {
    pub(super) fn of(segment: &HeadCount) -> Self {
        Self { start: Instant(segment.start), end: Instant(segment.end), count: segment.count }
    }
}

#[cfg(test)]
mod tests {
    use tzplan::coverage::{Crew, Service};
    use tzplan::{Horizon, Member, PreparedTeam, Team, Zone};

    use super::*;

    /// What is set as text is what the keys are written as.
    #[test]
    fn segments_and_gaps_are_written_as_their_keys() {
        let mut team = Team::new();
        let berlin = || Zone::iana("Europe/Berlin").expect("a zone");
        team.add(Member::new("Ana \"A\"", berlin()).days_off(["2027-03-01".parse().expect("a date")]));
        team.add(Member::new("Bo", Zone::iana("America/New_York").expect("a zone")));
        let year = Horizon::year("2026-11-23".parse().expect("a date"), berlin()).expect("a year");
        let prepared = PreparedTeam::new(&team, year);
        let staffing = Staffing::of(Crew::of(&prepared), SERVICE);
        let segments = &staffing.crew.coverage().segments;
        let gaps = &staffing.served.gaps;
        assert!(segments.len() > 1000 && gaps.iter().any(|gap| !gap.off.is_empty()));
        let keys: Vec<SegmentKeys> = segments.iter().map(SegmentKeys::of).collect();
        let mut written = Vec::new();
        write::write(&mut written, &Segments(segments)).expect("written to memory");
        assert_eq!(
            String::from_utf8(written).expect("text"),
            serde_json::to_string(&keys).expect("JSON") + "\n"
        );
        let keys: Vec<GapKeys<'_>> = gaps.iter().map(|gap| GapKeys::of(gap, &team)).collect();
        let mut written = Vec::new();
        write::write(&mut written, &Gaps(gaps, &team)).expect("written to memory");
        assert_eq!(
            String::from_utf8(written).expect("text"),
            serde_json::to_string(&keys).expect("JSON") + "\n"
        );
    }

    const SERVICE: &Service = &Service::around_the_clock();
}
