//! Regions against jiff, zone by zone: who is folded with whom, who is left out, and what each row says.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use jiff::Timestamp;
use proptest::prelude::*;
use tzplan::fit::{Opening, SortBy};
use tzplan::regions::{Region, regions, sort};
use tzplan::{Horizon, Member, PreparedTeam, Schedule, Team, Tzdb, UtcMinute, Zone};

use crate::support::clock::judge;
use crate::support::crew::hours;
use crate::support::generators::{rules, shifts, yearly_crew};
use crate::support::{cases, date, tz_versions};
use crate::with_opening;

/// Seconds ahead of UTC, each with the second from which on it holds: the clock of a zone within a horizon.
type Clock = Vec<(i64, i32)>;

fn seconds(minute: UtcMinute) -> i64 {
    i64::from(minute.epoch_minutes()) * 60
}

fn ahead(zone: &jiff::tz::TimeZone, at: i64) -> i32 {
    zone.to_offset(Timestamp::from_second(at).expect("an instant")).seconds()
}

/// From jiff's table of changes.
fn clock(id: &str, horizon: &Horizon) -> Clock {
    clock_around(id, horizon, 0)
}

/// The same with so many days before and after.
fn clock_around(id: &str, horizon: &Horizon, days: i64) -> Clock {
    let (zone, range) = (judge(id), horizon.range());
    let (from, to) = (seconds(range.start()) - days * 86_400, seconds(range.end()) + days * 86_400);
    let mut clock = vec![(from, ahead(&zone, from))];
    for change in zone.following(Timestamp::from_second(from).expect("an instant")) {
        let (at, after) = (change.timestamp().as_second(), change.offset().seconds());
        if at >= to {
            break;
        }
        if clock.last().is_none_or(|(_, before)| *before != after) {
            clock.push((at, after));
        }
    }
    clock
}

/// The same by asking jiff at every minute.
fn clock_by_the_minute(id: &str, horizon: &Horizon) -> Clock {
    let (zone, range) = (judge(id), horizon.range());
    let mut clock: Clock = Vec::new();
    for minute in range.start().epoch_minutes()..range.end().epoch_minutes() {
        let at = i64::from(minute) * 60;
        let now = ahead(&zone, at);
        if clock.last().is_none_or(|(_, before)| *before != now) {
            clock.push((at, now));
        }
    }
    clock
}

/// The documented rule: `Etc/` and the abbreviations of old name no place; other ids do, those of countries
/// too.
fn names_a_place(id: &str) -> bool {
    const OLD: &str = "CET CST6CDT EET EST EST5EDT Factory GMT GMT+0 GMT-0 GMT0 Greenwich HST MET MST MST7MDT PST8PDT UCT UTC Universal WET Zulu";
    !id.starts_with("Etc/") && !OLD.split(' ').any(|old| old == id)
}

fn ids(region: &Region) -> BTreeSet<String> {
    region.zones.iter().map(Zone::name).collect()
}

/// The rows are the classes of equal clocks, but for those in which no id names a place.
fn folded_as(
    found: &[Region],
    horizon: &Horizon,
    clock: impl Fn(&str, &Horizon) -> Clock,
) -> Result<(), TestCaseError> {
    let mut by_clock: HashMap<Clock, BTreeSet<String>> = HashMap::new();
    for id in Tzdb::bundled().ids() {
        by_clock.entry(clock(id, horizon)).or_default().insert(id.to_owned());
    }
    let mut expected: Vec<BTreeSet<String>> =
        by_clock.into_values().filter(|zones| zones.iter().any(|id| names_a_place(id))).collect();
    let mut rows: Vec<BTreeSet<String>> = found.iter().map(ids).collect();
    expected.sort_unstable();
    rows.sort_unstable();
    prop_assert_eq!(rows, expected, "{}", tz_versions());
    Ok(())
}

/// Minutes ahead of UTC at 12:00 UTC of a date.
fn at_noon(zone: &jiff::tz::TimeZone, date: NaiveDate) -> i32 {
    ahead(zone, i64::from(date.to_epoch_days()) * 86_400 + 43_200) / 60
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn rows_are_the_classes_of_equal_clocks_in_order(crew in yearly_crew(1..=4), rules in rules(), week in shifts()) {
        let (horizon, hours) = (crew.horizon(), hours(&week));
        with_opening(&crew, &rules, |opening| {
            let found = regions(opening, Tzdb::bundled(), &hours, |_| true);
            folded_as(&found, &horizon, clock)?;
            prop_assert!(found.windows(2).all(|pair| pair[0].rank <= pair[1].rank));
            for region in &found {
                let first = clock_around(&region.zones[0].name(), &horizon, 10);
                for zone in &region.zones {
                    let candidate = opening.candidate(&Schedule::new(zone.clone(), hours.clone()));
                    prop_assert_eq!(&candidate.fit(), &region.fit, "{} {}", zone.name(), tz_versions());
                    let mut rank = candidate.rank();
                    // Who asks on the horizon's last days may be answered after it, when clocks have parted.
                    if clock_around(&zone.name(), &horizon, 10) != first {
                        rank.blocked_p95 = region.rank.blocked_p95;
                    }
                    prop_assert_eq!(&rank, &region.rank, "{}", zone.name());
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn offsets_are_those_of_every_zone_at_noon(crew in yearly_crew(1..=1), rules in rules()) {
        let found = with_opening(&crew, &rules, |opening| {
            regions(opening, Tzdb::bundled(), &tzplan::WeeklyHours::default(), |_| true)
        });
        for region in &found {
            let mut next = crew.from;
            for (dated, after) in region.offsets.iter().zip(region.offsets.iter().skip(1).map(Some).chain([None])) {
                prop_assert_eq!(dated.dates.first(), next);
                prop_assert!(after.is_none_or(|after| after.minutes != dated.minutes));
                next = dated.dates.after();
            }
            prop_assert_eq!(next, crew.to());
            for zone in &region.zones {
                let judge = judge(&zone.name());
                for dated in &region.offsets {
                    for date in dated.dates.iter() {
                        prop_assert_eq!(at_noon(&judge, date), dated.minutes, "{} {}", zone.name(), date);
                    }
                }
            }
        }
    }

    #[test]
    fn who_is_kept_is_judged_as_before(crew in yearly_crew(1..=3), rules in rules(), country in "[A-Z]") {
        let starts = |id: &str| id.contains(&*country);
        with_opening(&crew, &rules, |opening| {
            let week = tzplan::WeeklyHours::default();
            let all = regions(opening, Tzdb::bundled(), &week, |_| true);
            let some = regions(opening, Tzdb::bundled(), &week, starts);
            let by_id: BTreeMap<String, &Region> =
                all.iter().flat_map(|region| region.zones.iter().map(move |zone| (zone.name(), region))).collect();
            for region in &some {
                prop_assert!(ids(region).iter().all(|id| starts(id)));
                let whole = by_id[&region.zones[0].name()];
                prop_assert_eq!((&region.fit, &region.rank), (&whole.fit, &whole.rank));
                prop_assert_eq!(ids(region), ids(whole).into_iter().filter(|id| starts(id)).collect());
            }
            Ok(())
        })?;
    }
}

/// Where regions rank alike, more people come first; then the order of the table.
#[test]
fn equal_regions_stand_by_population() {
    let mut team = Team::new();
    team.add(Member::new("Ada", "Europe/London".parse().expect("a zone")));
    team.add(Member::new("Ben", "Europe/London".parse().expect("a zone")));
    team.add(Member::new("Cas", "Asia/Tokyo".parse().expect("a zone")));
    let horizon = Horizon::of_days(date("2026-12-07"), 28, Zone::UTC).expect("a horizon");
    let opening = Opening::new(&PreparedTeam::new(&team, horizon), &tzplan::Policy::default());
    let table = regions(&opening, Tzdb::bundled(), &tzplan::WeeklyHours::default(), |_| true);
    // Of longer names there are said to be more people.
    let people = |region: &Region| region.zones[0].name().len() as u64;
    for by in [SortBy::Fit, SortBy::Bridges] {
        let mut sorted = table.clone();
        sort(&mut sorted, by, people);
        let place = |region: &Region| table.iter().position(|other| other.zones == region.zones);
        for pair in sorted.windows(2) {
            let order = pair[0].rank.cmp_by(&pair[1].rank, by);
            let ties = people(&pair[1]).cmp(&people(&pair[0])).then(place(&pair[0]).cmp(&place(&pair[1])));
            assert!(order.then(ties).is_lt());
        }
        assert_eq!(sorted.len(), table.len());
    }
}

/// Six weeks in which Australia, Chile, Europe, Egypt and the US change clocks, asked minute by minute.
#[test]
fn rows_are_the_classes_of_equal_minutes() {
    let mut team = Team::new();
    team.add(Member::new("Ada", Zone::UTC));
    let horizon = Horizon::of_days(date("2026-09-27"), 42, Zone::UTC).expect("a horizon");
    let (prepared, policy) = (PreparedTeam::new(&team, horizon.clone()), tzplan::Policy::default());
    let opening = Opening::new(&prepared, &policy);
    let found = regions(&opening, Tzdb::bundled(), &tzplan::WeeklyHours::default(), |_| true);
    folded_as(&found, &horizon, clock_by_the_minute).expect("the classes of equal minutes");
}
