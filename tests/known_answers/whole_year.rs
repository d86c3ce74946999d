//! What a plan of the whole year leaves, how a candidate's plan is shared, and teams too large for an exact
//! search.

use tzplan::fit::Opening;
use tzplan::{Horizon, Member, Minutes, Model, Plan, Policy, PreparedTeam, Schedule, Team, Zone};

use crate::support::date;
use crate::team;

#[test]
fn a_plan_of_the_whole_year_counts_the_days_that_it_misses() {
    // 14 to 22 in Berlin is 13:00Z to 21:00Z in winter; New York's 9 to 17 is 14:00Z to 22:00Z, and 13:00Z to
    // 21:00Z from 31 October to 6 November. An hour earlier New York shares all eight hours, but in those
    // seven days seven. Berlin cannot move: an hour later it would be at work past 21:00 for longer.
    let members = [("Europe/Berlin", "14-22"), ("America/New_York", "9-17")];
    let home = Zone::iana("Europe/Berlin").expect("a zone");
    let half_year = Horizon::of_days(date("2027-06-01"), 182, home).expect("a horizon");
    let prepared = PreparedTeam::new(&team(&members), half_year);
    let policy = Policy::default().with_target(Minutes::hours(8)).expect("a target");
    // 14 days in 364 are 7 in 182, 13 are 6.5 and rounded up, 12 are 6.
    let plan = |grace: u32| Plan::of(&prepared, &policy.clone().with_grace_days(grace).expect("days"));
    for grace in [14, 13] {
        let plan = plan(grace);
        assert_eq!(plan.verdict().model, Model::OverlapWithShifts);
        let all_year = plan.all_year().expect("a plan of the year");
        assert_eq!((all_year.days_below, all_year.season), (7, 0));
        let moves: Vec<i32> = all_year.plan.moves.iter().map(|one| one.shift.minutes()).collect();
        assert_eq!(moves, [-60]);
    }
    assert!(plan(12).all_year().is_none());
}

#[test]
fn a_plan_with_a_candidate_is_shared_by_the_minutes() {
    // Berlin and New York share two hours in winter and need four. Two of Berlin 45 minutes later and New
    // York
    // 75 minutes earlier is the least burden: 2 × 45² + 75².
    let prepared = {
        let members = [("Europe/Berlin", "9-17"), ("America/New_York", "9-17")];
        let home = Zone::iana("Europe/Berlin").expect("a zone");
        PreparedTeam::new(&team(&members), Horizon::year(date("2026-11-23"), home).expect("a year"))
    };
    let berlin = Zone::iana("Europe/Berlin").expect("a zone");
    let second = Schedule::new(berlin, "9-17".parse().expect("hours"));
    let fit = Opening::new(&prepared, &Policy::default()).judge(&second);
    let winter = &fit.plan.as_ref().expect("a plan")[0];
    let moves: Vec<_> = winter
        .moves
        .iter()
        .map(|one| (one.profile.is_some(), one.moved.shift.minutes(), (one.share * 165.0).round()))
        .collect();
    assert_eq!(moves, [(true, 45, 45.0), (true, -75, 75.0), (false, 45, 45.0)]);
    let hours: Vec<String> = winter.moves.iter().map(|one| one.moved.hours[0].to_string()).collect();
    for (hours, expected) in hours.iter().zip(["09:45-17:45", "07:45-15:45", "09:45-17:45"]) {
        assert!(hours.contains(expected), "{hours}");
    }
}

#[test]
fn many_who_never_meet_are_in_no_pods() {
    // Thirty people of an hour each, no two at the same time.
    let mut team = Team::new();
    for hour in 0..30 {
        let (day, from) = (["Mon", "Tue"][hour / 15], 8 + hour % 15);
        let hours = format!("{day} {from}:00-{}:00", from + 1);
        team.add(Member::new(format!("{hour}"), Zone::UTC).hours(hours.parse().expect("hours")));
    }
    let horizon = || Horizon::of_days(date("2026-11-23"), 28, Zone::UTC).expect("a horizon");
    let alone = Plan::of(&PreparedTeam::new(&team, horizon()), &Policy::default());
    assert_eq!(alone.verdict().model, Model::Async);
    // With a second one at each hour, half an hour longer, there are thirty pods and nobody is alone.
    let mut pairs = team.clone();
    for hour in 0..30 {
        let (day, from) = (["Mon", "Tue"][hour / 15], 8 + hour % 15);
        let hours = format!("{day} {from}:00-{}:00; Wed {from}:00-{}:00", from + 1, from + 1);
        pairs.add(Member::new(format!("also {hour}"), Zone::UTC).hours(hours.parse().expect("hours")));
    }
    let paired = Plan::of(&PreparedTeam::new(&pairs, horizon()), &Policy::default());
    assert_eq!(paired.verdict().model, Model::Hybrid);
    let pods = paired.verdict().pods.as_ref().expect("pods");
    assert_eq!((pods.pods.len(), pods.isolated.len()), (30, 0));
}

#[test]
fn a_candidate_who_never_answers_leaves_no_percentile() {
    // Ten days of the same eight hours; from the ninth on the candidate is off for longer than anybody is
    // waited for: a fifth of the questions is never answered, the others at once.
    let horizon = Horizon::of_days(date("2026-11-23"), 10, Zone::UTC).expect("a horizon");
    let prepared = PreparedTeam::new(&team(&[("UTC", "9-17 daily")]), horizon);
    let hours = "9-17 daily".parse().expect("hours");
    let candidate = Schedule::new(Zone::UTC, hours).with_days_off(date("2026-12-01").iter_days().take(820));
    let opening = Opening::new(&prepared, &Policy::default());
    let asked = opening.candidate(&candidate).waits().asked.expect("an asker at work");
    assert_eq!((asked.none, asked.p50, asked.p95), (0.8, Some(0.0), None));
    assert_eq!((asked.mean, asked.worst), (None, None));
}
