//! Plans, worked out by hand. Berlin's 9–17 is 08:00Z–16:00Z in winter, New York's 14:00Z–22:00Z.

use tzplan::shift::{MovePlan, PlanKind};
use tzplan::{Minutes, Model, Plan, Policy, PreparedTeam, Team};

use crate::support::tz_versions;
use crate::{days, team};

fn plan(team: &Team) -> Plan {
    Plan::of(&PreparedTeam::new(team, days("2026-11-23", 364)), &Policy::default())
}

/// By profile, in roster order.
fn shifts(plan: &MovePlan) -> Vec<i32> {
    plan.moves.iter().map(|one| one.shift.minutes()).collect()
}

#[test]
fn london_and_san_francisco_move_two_hours_each() {
    // London ends at 17:00Z, when San Francisco starts: four hours in all.
    let plan = plan(&team(&[("Europe/London", "9-17"), ("America/Los_Angeles", "9-17")]));
    assert_eq!(plan.verdict().model, Model::OverlapWithShifts, "{}", tz_versions());
    let all_year = plan.all_year().expect("a plan");
    assert_eq!((shifts(&all_year.plan), all_year.days_below), (vec![120, -120], 0), "{}", tz_versions());
    // From 14 to 27 March and from 31 October to 6 November they are an hour nearer.
    let by_season: Vec<_> = plan.seasons().map(|season| season.plan.map(shifts)).collect();
    let (usual, drift) = (Some(vec![120, -120]), Some(vec![90, -90]));
    assert_eq!(by_season, [usual.clone(), drift.clone(), usual.clone(), drift, usual], "{}", tz_versions());
}

#[test]
fn berlin_and_new_york_move_an_hour_each_all_year() {
    let plan = plan(&team(&[("Europe/Berlin", "9-17"), ("America/New_York", "9-17")]));
    let all_year = plan.all_year().expect("a plan");
    assert_eq!((shifts(&all_year.plan), all_year.plan.burden), (vec![60, -60], 7200), "{}", tz_versions());
    assert_eq!(all_year.season, 0);
    assert!(all_year.plan.moves.iter().all(|one| one.share == 0.5));
}

#[test]
fn short_fridays_are_met_by_longer_overlaps_on_other_days() {
    // Berlin 1:45 later shares 4:45 on four days and 1:45 on Friday: 20:45 h / 5 = 4:09. A window of 4 h asks
    // 4 h in all, also on Fridays: 2 × 120² > 105². New York would have to begin at 06:15, which is not
    // reasonable.
    let short_fridays =
        [("Europe/Berlin", "Mon-Thu 9-17; Fri 9-14"), ("America/New_York", "Mon-Thu 8-16; Fri 8-13")];
    let plan = plan(&team(&short_fridays));
    let winter = plan.seasons().next().and_then(|season| season.plan).expect("a plan");
    assert_eq!((winter.kind, shifts(winter), winter.burden), (PlanKind::Alone, vec![105], 11_025));
    assert_eq!(winter.moves[0].hours[0].to_string(), "10:45-18:45 Mon-Thu; 10:45-15:45 Fri");
    assert_eq!(plan.all_year().map(|all_year| shifts(&all_year.plan)), Some(vec![105]), "{}", tz_versions());
    let moved = [("Europe/Berlin", "Mon-Thu 10:45-18:45; Fri 10:45-15:45"), short_fridays[1]];
    let moved = self::plan(&team(&moved));
    assert_eq!(
        (moved.year().min.to_string(), moved.verdict().model),
        ("4:09".to_owned(), Model::Overlap),
        "{}",
        tz_versions()
    );
}

#[test]
fn fifty_five_and_five_share_as_one_to_eleven() {
    // Two hours in all: 15 and 105 minutes are 55 × 225 + 5 × 11025 = 67500; nothing and 2 h would be 72000.
    let mut rows = vec![("Europe/Berlin", "9-17"); 55];
    rows.extend([("America/New_York", "9-17"); 5]);
    let plan = plan(&team(&rows));
    let all_year = &plan.all_year().expect("a plan").plan;
    assert_eq!((shifts(all_year), all_year.burden), (vec![15, -105], 67_500), "{}", tz_versions());
    assert_eq!(all_year.largest_shift, Minutes(105));
    // 55 × 15 + 5 × 105 are 1350 minutes.
    let shares: Vec<f64> = all_year.moves.iter().map(|one| one.share).collect();
    assert_eq!(shares, [15.0 / 1350.0, 105.0 / 1350.0]);
}

#[test]
fn a_plan_for_every_season_need_not_be_one_for_the_year() {
    // Four hours each, the same in winter: 9:00Z–13:00Z. In summer London works 8:00Z–12:00Z; half an hour
    // each closes the gap, and kept in winter makes one of an hour.
    let plan = plan(&team(&[("Africa/Accra", "9-13"), ("Europe/London", "9-13")]));
    assert_eq!(plan.verdict().model, Model::OverlapWithShifts, "{}", tz_versions());
    let by_season: Vec<_> = plan.seasons().map(|season| season.plan.map(shifts)).collect();
    assert_eq!(by_season, [None, Some(vec![-30, 30]), None], "{}", tz_versions());
    assert!(plan.all_year().is_none());
}
