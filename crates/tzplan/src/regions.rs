//! Regions: every zone of the database judged like a candidate, to see where in the world to hire.

use std::collections::HashMap;

use crate::dates::DateRange;
use crate::fit::{Fit, Opening, Rank, SortBy, best_of};
use crate::horizon::Horizon;
use crate::hours::WeeklyHours;
use crate::interval::Interval;
use crate::minutes::{DAY, UtcMinute, day_number};
use crate::season::track_of_zone;
use crate::team::Schedule;
use crate::zone::{Inhabited, Tzdb, Zone, is_placeless, minute_pieces};

/// Zones whose clocks agree through the horizon, with how somebody hired there fits.
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Region {
    /// The zones: those that people live in first, in the order of IANA's `zone1970.tab`, then other ids by
    /// name. The first stands for the region.
    pub zones: Vec<Zone>,
    /// Minutes ahead of UTC through the horizon, in order.
    pub offsets: Vec<DatedOffset>,
    /// Whether somebody there fits, and what it takes.
    pub fit: Fit,
    /// By which regions are ranked: that of the first zone. In others the p95 wait may differ when their
    /// clocks part soon after the horizon, where the questions of its last days are answered.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub rank: Rank,
    /// Of several openings the place of the one that suits best: [`regions_of`]; else 0.
    pub opening: usize,
}

/// Dates on which clocks run this many minutes ahead of UTC, sampled at 12:00 UTC.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct DatedOffset {
    /// The dates.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub dates: DateRange,
    /// Minutes ahead of UTC.
    pub minutes: i32,
}

/// Where in the world to hire somebody with these hours: every zone of a database whose id passes a test,
/// judged as a candidate, the best first.
///
/// Zones with equal offsets at every minute of the horizon are one region. Regions rank as candidates do;
/// equal ones in the order of their first zones in `zone1970.tab`: [`sort`] orders them in another way.
/// Regions made only of ids that name no place (`Etc/GMT+5`, `EST5EDT`) are left out. Zones that cannot be
/// read are skipped.
///
/// # Complexity
///
/// That of judging a candidate for each region, about a hundred of them.
///
/// ```
/// use tzplan::fit::{FitResult, Opening};
/// use tzplan::regions::regions;
/// use tzplan::{Horizon, Member, Policy, PreparedTeam, Team, Tzdb, WeeklyHours, Zone};
/// let mut team = Team::new();
/// team.add(Member::new("Ada", Zone::iana("Europe/Berlin").unwrap()));
/// let horizon = Horizon::year("2026-11-23".parse().unwrap(), Zone::UTC).unwrap();
/// let (prepared, policy) = (PreparedTeam::new(&team, horizon), Policy::default());
/// let opening = Opening::new(&prepared, &policy);
/// let all = regions(&opening, Tzdb::bundled(), &WeeklyHours::default(), |_| true);
/// let of = |id: &str| all.iter().position(|region| region.zones.iter().any(|zone| zone.name() == id)).unwrap();
/// assert_eq!(of("Europe/Berlin"), 0);
/// assert_eq!(of("Europe/Berlin"), of("Europe/Paris"));
/// assert_eq!(all[of("Europe/Kyiv")].fit.result, FitResult::Fits);
/// // Two hours later in Tokyo and two earlier in Berlin would do, in winter, too.
/// assert_eq!(all[of("Asia/Tokyo")].fit.result, FitResult::FitsWithShift);
/// assert_eq!(all[of("Pacific/Auckland")].fit.result, FitResult::FitsAsync);
/// ```
pub fn regions(
    opening: &Opening,
    tzdb: &Tzdb,
    hours: &WeeklyHours,
    keep: impl Fn(&str) -> bool,
) -> Vec<Region> {
    regions_of(std::slice::from_ref(opening), tzdb, |zone| Schedule::new(zone.clone(), hours.clone()), keep)
}

/// The same for somebody whose schedule depends on the zone in another way, such as hours that are read on
/// the clock of the head office wherever they live: [`regions`] with a schedule in place of hours. Zones with
/// equal offsets are one region, whose first zone is asked about. Of several openings one is enough, such as
/// two hubs: each region is judged for the one in which it [ranks best](best_of). All are of one horizon;
/// nothing where there is no opening.
///
/// # Complexity
///
/// That of [`regions`] for each opening.
///
/// ```
/// use tzplan::fit::{FitResult, Opening};
/// use tzplan::regions::regions_of;
/// use tzplan::{Horizon, Member, Policy, PreparedTeam, Schedule, Team, Tzdb, Zone};
/// let california = Zone::iana("America/Los_Angeles").unwrap();
/// let mut team = Team::new();
/// team.add(Member::new("Ada", california.clone()));
/// let horizon = Horizon::year("2026-11-23".parse().unwrap(), Zone::UTC).unwrap();
/// let openings = [Opening::new(&PreparedTeam::new(&team, horizon), &Policy::default())];
/// let pacific = |zone: &Zone| Schedule::new(zone.clone(), "9-17".parse().unwrap()).with_hours_on(&california);
/// let india = regions_of(&openings, Tzdb::bundled(), pacific, |id| id == "Asia/Kolkata");
/// // Whoever keeps Pacific hours shares them all: at night.
/// assert_eq!(india[0].fit.result, FitResult::Fits);
/// assert!(india[0].rank.night_minutes_per_week.get() > 30 * 60);
/// ```
pub fn regions_of(
    openings: &[Opening],
    tzdb: &Tzdb,
    schedule_in: impl Fn(&Zone) -> Schedule,
    keep: impl Fn(&str) -> bool,
) -> Vec<Region> {
    let Some(first) = openings.first() else { return Vec::new() };
    let horizon = first.prepared().horizon();
    let judge = |zones: Vec<Zone>| {
        let schedule = schedule_in(&zones[0]);
        let (opening, candidate) = best_of(openings, &schedule)?;
        let fit = candidate.fit();
        let rank = Rank::of(&fit, &candidate.waits());
        Some(Region { offsets: offsets(&zones[0], horizon), zones, fit, rank, opening })
    };
    let mut regions: Vec<Region> = folded(tzdb, horizon, keep).into_iter().filter_map(judge).collect();
    // Nobody knows here how many people live where: equal regions stay in the order of the table.
    sort(&mut regions, SortBy::Fit, |_| 0);
    regions
}

/// Puts regions into another order: by where they rank, or first by how many pods they bridge; equal ones by
/// how many people live there, most first, as the caller knows; those with as many stay in their order.
pub fn sort(regions: &mut [Region], by: SortBy, population: impl Fn(&Region) -> u64) {
    let compare = |a: &Region, b: &Region| {
        let more_people = || population(b).cmp(&population(a));
        a.rank.cmp_by(&b.rank, by).then_with(more_people)
    };
    // Stable.
    regions.sort_by(compare);
}

/// How far ahead of UTC the clocks of a zone run through a horizon, in order.
///
/// ```
/// use tzplan::regions::offsets;
/// use tzplan::{Horizon, Zone};
/// let horizon = Horizon::year("2026-11-23".parse().unwrap(), Zone::UTC).unwrap();
/// let berlin = offsets(&Zone::iana("Europe/Berlin").unwrap(), &horizon);
/// let minutes: Vec<i32> = berlin.iter().map(|dated| dated.minutes).collect();
/// assert_eq!(minutes, [60, 120, 60]);
/// assert_eq!(berlin[1].dates.to_string(), "2027-03-28..2027-10-30");
/// ```
pub fn offsets(zone: &Zone, horizon: &Horizon) -> Vec<DatedOffset> {
    let (from, to) = (day_number(horizon.from()), day_number(horizon.to()));
    let changes = track_of_zone(zone, from, to);
    let ends = changes.iter().skip(1).map(|(day, _)| *day).chain([to]);
    let dated = changes.iter().zip(ends).map(|((first, minutes), end)| DatedOffset {
        dates: DateRange::of_days(*first, (end - first) as u32),
        minutes: *minutes,
    });
    dated.collect()
}

/// The zones of a database by equal offsets, each group in order, the groups in the order of their first
/// zones.
fn folded(tzdb: &Tzdb, horizon: &Horizon, keep: impl Fn(&str) -> bool) -> Vec<Vec<Zone>> {
    let mut ids: Vec<&str> = tzdb.ids().filter(|id| keep(id)).collect();
    let order = |id: &str| (Inhabited::of(id).map_or(usize::MAX, |row| row.place), is_placeless(id));
    ids.sort_by_key(|id| order(id));
    let mut place_of = HashMap::new();
    let mut groups: Vec<Vec<Zone>> = Vec::new();
    for zone in ids.into_iter().filter_map(|id| tzdb.zone(id).ok()) {
        let clocks: Vec<(i32, i32)> =
            minute_pieces(&zone, judged(horizon)).map(|piece| (piece.start, piece.ahead)).collect();
        let place = *place_of.entry(clocks).or_insert(groups.len());
        if place == groups.len() {
            groups.push(Vec::new());
        }
        groups[place].push(zone);
    }
    groups.retain(|zones| zones.iter().any(|zone| !is_placeless(&zone.name())));
    groups
}

/// The horizon, widened to the noons (UTC) of its dates: far from Greenwich the first or the last one lies
/// outside, and seasons are sampled there.
fn judged(horizon: &Horizon) -> Interval<UtcMinute> {
    let range = horizon.range();
    let start = range.start().min(UtcMinute(day_number(horizon.from()) * DAY + DAY / 2));
    let end = range.end().max(UtcMinute(day_number(horizon.to()) * DAY - DAY / 2 + 1));
    Interval::new(start, end).expect("at least the horizon")
}
