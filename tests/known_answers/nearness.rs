//! What tells candidates apart, their days beside the team's, and the pods that a next step leads to.

use tzplan::fit::{FitResult, Opening, Rank};
use tzplan::verdict::Step;
use tzplan::{
    Attendance, Horizon, Member, Minutes, Model, Plan, Policy, PreparedTeam, Schedule, Shift, Team,
    WeeklyHours, Zone,
};

use crate::support::date;

fn zone(id: &str) -> Zone {
    Zone::iana(id).unwrap_or_else(|error| panic!("{error}"))
}

fn hours(text: &str) -> WeeklyHours {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn prepared(members: impl IntoIterator<Item = Member>) -> PreparedTeam {
    let mut team = Team::new();
    for member in members {
        team.add(member);
    }
    let year = Horizon::year(date("2026-11-23"), zone("Europe/Berlin")).expect("a year");
    PreparedTeam::new(&team, year)
}

fn in_berlin() -> Opening {
    let two = ["Ben", "Lea"].map(|name| Member::new(name, zone("Europe/Berlin")));
    Opening::new(&prepared(two), &Policy::default())
}

#[test]
fn candidates_are_near_within_half_an_hour_of_blocked_time() {
    let of = |change: &dyn Fn(&mut Rank)| {
        let mut rank = in_berlin().rank(&Schedule::new(zone("Europe/Berlin"), hours("9-17")));
        rank.blocked_p95 = Some(100.0);
        change(&mut rank);
        rank
    };
    let first = of(&|_| {});
    let near = |change: &dyn Fn(&mut Rank)| (first.is_near(&of(change)), of(change).is_near(&first));
    assert_eq!(near(&|_| {}), (true, true));
    assert_eq!(near(&|rank| rank.blocked_p95 = Some(130.0)), (true, true));
    assert_eq!(near(&|rank| rank.blocked_p95 = Some(130.5)), (false, false));
    assert_eq!(near(&|rank| rank.blocked_p95 = None), (false, false));
    let never = of(&|rank| rank.blocked_p95 = None);
    assert!(never.is_near(&never));
    // What is shared with the team decides nothing between two who are near.
    let other = ["9-17 Mon-Thu", "10-18"].map(|hours| {
        in_berlin().rank(&Schedule::new(zone("Europe/Berlin"), self::hours(hours))).worst_overlap_sum
    });
    assert_eq!(near(&|rank| rank.worst_overlap_sum = other[1]), (true, true));
    let profile = in_berlin().prepared().required()[0];
    let told_apart: [&dyn Fn(&mut Rank); 8] = [
        &|rank| rank.result = FitResult::FitsAsync,
        &|rank| rank.peers += 1,
        &|rank| rank.shift = Some(Shift::of(60)),
        &|rank| rank.plan_asks = Some(Minutes(30)),
        &|rank| rank.night_minutes_per_week = Minutes(1),
        &|rank| rank.pods = vec![0],
        &|rank| rank.bridges = vec![0],
        &|rank| rank.relieves = vec![profile],
    ];
    for change in told_apart {
        assert_eq!(near(change), (false, false));
    }
}

#[test]
fn sums_of_daily_averages_are_exact() {
    // 100 minutes on three days with each of two: 33⅓ twice.
    let rank = in_berlin().rank(&Schedule::new(zone("Europe/Berlin"), hours("9-10 Mon; 9:00-9:20 Tue,Wed")));
    let sum = rank.worst_overlap_sum;
    assert!((sum.minutes() - 200.0 / 3.0).abs() < 1e-9, "{}", sum.minutes());
    assert_eq!((sum.floor(), sum.whole(), sum.for_each_of(2)), (66, None, 33));
    let whole = in_berlin().rank(&Schedule::new(zone("Europe/Berlin"), hours("9-10"))).worst_overlap_sum;
    assert_eq!((whole.floor(), whole.whole(), whole.for_each_of(2)), (120, Some(120), 60));
}

#[test]
fn the_dearest_season_is_one_below_the_target_else_the_longest() {
    let opening = in_berlin();
    let dearest = |hours: &str| {
        // Lagos reads what Berlin reads in winter, an hour less in summer.
        let ada = Schedule::new(zone("Africa/Lagos"), self::hours(hours));
        let fit = opening.judge(&ada);
        let beside = opening.with_candidates(&[("Ada", &ada)], Attendance::Optional);
        let (season, with) = beside.dearest_season(0, &fit, beside.prepared().seasons()).expect("seasons");
        assert!(beside.dearest_season(0, &fit, &[]).is_none());
        (season.days(), with.pod, with.overlap.daily.floor().get(), with.overlap.meets)
    };
    // 8 and 7 hours: both meet, summer is longer. 8 to 12 is 9 to 13 in summer, in winter an hour too
    // early: of
    // the two winters the longer one, from 23 November to 27 March.
    assert_eq!(dearest("9-17"), (217, None, 420, true));
    assert_eq!(dearest("8-12"), (125, None, 180, false));
}

#[test]
fn a_step_to_pods_tells_which() {
    // London and New York share three hours; an hour later in London they are four. Auckland is far from
    // both.
    let plain = ["Europe/London", "America/New_York", "Pacific/Auckland"];
    let team = prepared(plain.map(|id| Member::new(id, zone(id))));
    let plan = Plan::of(&team, &Policy::default());
    assert_eq!(plan.verdict().model, Model::Async);
    let profile = |place: usize| team.profile_of(team.team().member(place).expect("a member"));
    let steps = &plan.verdict().steps;
    let moved = steps.iter().find(|step| matches!(step, Step::Move { .. })).expect("a move");
    let pods = plan.pods_after(&team, moved).expect("pods");
    let mut pod = pods.pods[0].clone();
    pod.sort_unstable();
    assert_eq!((pods.pods.len(), pod), (1, vec![profile(0), profile(1)]));
    assert_eq!(pods.isolated, [profile(2)]);
    for step in steps.iter().filter(|step| step.reaches().model != Model::Hybrid) {
        assert_eq!(plan.pods_after(&team, step), None);
    }
}

#[test]
fn one_of_several_alike_moves_alone() {
    // Of three in New York one begins an hour earlier, and shares four hours with London, whose day does not
    // move; the two others stay together.
    let new_york = |name: &str| Member::new(name, zone("America/New_York"));
    let london = Member::new("London", zone("Europe/London")).flex(Minutes::ZERO);
    let auckland = Member::new("Auckland", zone("Pacific/Auckland"));
    let team = prepared([new_york("Ann"), new_york("Bea"), new_york("Cat"), london, auckland]);
    let plan = Plan::of(&team, &Policy::default());
    assert_eq!(plan.verdict().model, Model::Hybrid);
    let profile = |place: usize| team.profile_of(team.team().member(place).expect("a member"));
    let moved = plan.verdict().steps.iter().find(|step| matches!(step, Step::Move { .. })).expect("a move");
    let Step::Move { shift, .. } = moved else { panic!("a move") };
    assert_eq!((moved.member().index(), shift.minutes(), moved.reaches().model), (0, -60, Model::Hybrid));
    let pods = plan.pods_after(&team, moved).expect("pods");
    let mut parts = pods.pods.clone();
    parts.iter_mut().for_each(|part| part.sort_unstable());
    parts.sort_unstable();
    assert_eq!(parts, [vec![profile(0)], vec![profile(0), profile(3)]]);
    assert_eq!(pods.isolated, [profile(4)]);
}

#[test]
fn a_word_that_is_none_lists_those_that_are() {
    let error = "best".parse::<tzplan::fit::SortBy>().expect_err("no such order");
    assert_eq!(error.known(), ["fit", "bridges"]);
    assert_eq!(error.to_string(), "`best` is none of fit, bridges");
}

#[test]
fn seasons_between_the_changes_of_two_clocks_are_drift_weeks() {
    // Summer time 2027: New York from 14 March to 6 November, Berlin from 28 March to 30 October.
    let team = prepared(["Europe/Berlin", "America/New_York"].map(|id| Member::new(id, zone(id))));
    let plan = Plan::of(&team, &Policy::default());
    let seasons = plan.seasons().map(|one| (one.season.days(), plan.year().is_drift(&one.season)));
    let expected = [(111, false), (14, true), (217, false), (7, true), (15, false)];
    assert_eq!(seasons.collect::<Vec<_>>(), expected);
}
