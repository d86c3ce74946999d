//! Whole plans, worked out by hand.

use tzplan::shift::PlanKind;
use tzplan::verdict::Step;
use tzplan::{Horizon, Member, Minutes, Model, Plan, Policy, PreparedTeam, Team, Zone};

use crate::support::{date, tz_versions};
use crate::{days, team};

#[test]
fn sao_paulo_berlin_and_london_need_half_an_hour_each() {
    // Ana is at −03:00 all year: 12:00Z–20:00Z. Ben's 9–17 is 08:00Z–16:00Z in winter and 07:00Z–15:00Z in
    // summer, Chloé's an hour later. All share 12:00Z–16:00Z, 4 h, and in summer 12:00Z–15:00Z, 3 h.
    let mut team = Team::new();
    for (name, zone) in [("Ana", "America/Sao_Paulo"), ("Ben", "Europe/Berlin"), ("Chloé", "Europe/London")]
    {
        team.add(Member::new(name, Zone::iana(zone).expect("a zone")));
    }
    let home = Zone::iana("Europe/Berlin").expect("a zone");
    let prepared = PreparedTeam::new(&team, Horizon::year(date("2026-11-23"), home).expect("a year"));
    let plan = Plan::of(&prepared, &Policy::default());
    let verdict = plan.verdict();
    let name = |profile| {
        prepared
            .required_members_of(profile)
            .map(|member| member.name().to_owned())
            .collect::<Vec<_>>()
            .join(", ")
    };

    // European summer time 2027 runs from 28 March to 30 October. 125 + 217 + 22 days = 364.
    let seasons: Vec<_> = plan
        .seasons()
        .map(|s| {
            (s.season.first().to_string(), s.season.days(), s.overlap.daily.to_string(), s.overlap.meets)
        })
        .collect();
    let expected = [
        ("2026-11-23", 125, "4:00", true),
        ("2027-03-28", 217, "3:00", false),
        ("2027-10-31", 22, "4:00", true),
    ];
    let expected =
        expected.map(|(first, days, daily, meets)| (first.to_owned(), days, daily.to_owned(), meets));
    assert_eq!(seasons, expected, "{}", tz_versions());

    // Four hours from 11:30Z: Ana 30 minutes earlier, Ben 30 later. From 11:00Z or 12:00Z one of them moves
    // an hour.
    assert_eq!(verdict.model, Model::OverlapWithShifts, "{}", tz_versions());
    let summer = plan.seasons().nth(1).and_then(|season| season.plan).expect("a plan");
    let window = PlanKind::Window { start: Minutes(11 * 60 + 30), length: Minutes(240) };
    assert_eq!((summer.kind, summer.affordable, summer.burden), (window, true, 2 * 30 * 30));
    let moves: Vec<_> = summer
        .moves
        .iter()
        .map(|one| {
            (
                name(one.profile),
                one.shift.minutes(),
                one.hours[0].to_string(),
                one.night_minutes_per_week,
                one.share,
            )
        })
        .collect();
    let expected = [("Ana", -30, "08:30-16:30 Mon-Fri"), ("Ben", 30, "09:30-17:30 Mon-Fri")];
    assert_eq!(
        moves,
        expected.map(|(who, by, hours)| (who.to_owned(), by, hours.to_owned(), Minutes::ZERO, 0.5))
    );

    // Without Ana the others share 7 h all year; without Ben Ana and Chloé share 12:00Z–16:00Z in summer.
    let binding: Vec<_> =
        verdict.binding.iter().map(|b| (name(b.profile), b.year_min_without.to_string())).collect();
    assert_eq!(binding, [("Ana".to_owned(), "7:00".to_owned()), ("Ben".to_owned(), "4:00".to_owned())]);

    // Ben an hour later all year works 09:00Z–17:00Z and 08:00Z–16:00Z: 4 h in summer. Ana an hour earlier
    // would do, too, but later comes before earlier.
    let [moved, optional] = &verdict.steps[..] else { panic!("two steps, not {:?}", verdict.steps) };
    let named = |step: &Step| team.member(step.member()).expect("a member").name().to_owned();
    let Step::Move { shift, hours, reaches, .. } = moved else { panic!("a move, not {moved:?}") };
    assert_eq!((named(moved).as_str(), shift.minutes(), reaches.model), ("Ben", 60, Model::Overlap));
    assert_eq!(hours[0].to_string(), "10:00-18:00 Mon-Fri");
    // Of those whom the others can do without Ana leaves them the most.
    let Step::Optional { year_min, reaches, .. } = optional else { panic!("not {optional:?}") };
    assert_eq!(
        (named(optional).as_str(), year_min.to_string().as_str(), reaches.model),
        ("Ana", "7:00", Model::Overlap)
    );
    // Ana two hours earlier works 10:00Z–18:00Z, Ben and Chloé two and one later in summer 09:00Z–17:00Z.
    assert_eq!((verdict.reach.natural, verdict.reach.with_plans), (Minutes::hours(3), Minutes::hours(7)));
    assert!(verdict.trap.is_none() && verdict.pods.is_none());
}

#[test]
fn two_europeans_have_headroom() {
    // Berlin and London share 7 h of 8 all year. An 8 h day caps the effective target at 8 h: above 7:00 it
    // fails.
    let team = team(&[("Europe/Berlin", "9-17"), ("Europe/London", "9-17")]);
    let plan = Plan::of(&PreparedTeam::new(&team, days("2026-11-23", 364)), &Policy::default());
    assert_eq!(plan.verdict().model, Model::Overlap, "{}", tz_versions());
    assert_eq!(plan.verdict().reach.natural, Minutes::hours(7), "{}", tz_versions());
    // Half an hour of each, and they share the whole day.
    assert_eq!(plan.verdict().reach.with_plans, Minutes::hours(8), "{}", tz_versions());
    assert!(plan.verdict().steps.is_empty());
}

#[test]
fn two_continents_are_two_pods() {
    // Berlin and Paris keep one clock: 08:00Z–16:00Z in winter. Los Angeles is at work 17:00Z–01:00Z, Denver
    // an hour before. Los Angeles starts an hour after Berlin ends, in winter and in summer: 4 h together are
    // 5 h of moves, half an hour each more than may be asked. In the drift weeks, only 20 days, 2 h each
    // would do.
    let zones = ["Europe/Berlin", "America/Los_Angeles", "Europe/Paris", "America/Denver"];
    let team = team(&zones.map(|zone| (zone, "9-17")));
    let prepared = PreparedTeam::new(&team, days("2026-11-23", 364));
    let plan = Plan::of(&prepared, &Policy::default());
    let verdict = plan.verdict();
    assert_eq!(verdict.model, Model::Hybrid, "{}", tz_versions());
    let pods = verdict.pods.as_ref().expect("pods");
    let names = |profile| -> Vec<String> {
        prepared.required_members_of(profile).map(|member| member.name().to_owned()).collect()
    };
    let found: Vec<Vec<String>> =
        pods.pods.iter().map(|pod| pod.iter().flat_map(|profile| names(*profile)).collect()).collect();
    // Europe is at work first.
    assert_eq!(found, [["Europe/Berlin", "Europe/Paris"], ["America/Los_Angeles", "America/Denver"]]);
    assert_eq!(
        (pods.sharing, pods.exact, pods.worst_year_min.map(|d| d.to_string())),
        (4, true, Some("7:00".into()))
    );
    assert!(verdict.bridges.is_empty(), "Denver starts when Berlin ends");

    // Berlin and Paris later by a, Los Angeles earlier by 5 h − a, Denver by 4 h − a: 2a² + (300 − a)² + (240
    // − a)² is least at a = 135. Winter asks as much as summer, which is longer.
    let trap = verdict.trap.as_ref().expect("a trap");
    let summer = plan.seasons().nth(trap.season).expect("a season");
    assert_eq!((summer.season.first(), summer.season.days()), (date("2027-03-28"), 217), "{}", tz_versions());
    let moves: Vec<_> =
        trap.moves.iter().map(|one| (names(one.profile).join(", "), one.shift.minutes())).collect();
    let expected =
        [("Europe/Berlin, Europe/Paris", 135), ("America/Los_Angeles", -165), ("America/Denver", -105)];
    assert_eq!(moves, expected.map(|(who, by)| (who.to_owned(), by)));
    assert_eq!(trap.burden, 2 * 135 * 135 + 165 * 165 + 105 * 105);
}

#[test]
fn far_apart_and_alone_is_async_with_a_trap() {
    // Los Angeles is at work 17:00Z–01:00Z, in summer 16:00Z–24:00Z; Kolkata 03:30Z–11:30Z all year.
    let team = team(&[("America/Los_Angeles", "9-17"), ("Asia/Kolkata", "9-17")]);
    let plan = Plan::of(&PreparedTeam::new(&team, days("2026-11-23", 364)), &Policy::default());
    let verdict = plan.verdict();
    assert_eq!(verdict.model, Model::Async, "{}", tz_versions());
    assert_eq!(verdict.no_peer.len(), 2);
    let asked = |season: usize| {
        let plan = plan.seasons().nth(season).and_then(|season| season.plan).expect("a plan");
        let PlanKind::Window { length, .. } = plan.kind else { panic!("a window, not {plan:?}") };
        let shifts: Vec<i32> = plan.moves.iter().map(|one| one.shift.minutes()).collect();
        (plan.affordable, length, shifts)
    };
    // In winter Kolkata starts 2:30 after Los Angeles ends. Joined there, Monday here is Tuesday there, and
    // only four days of the week meet: 5 h on each for 4 h a day. 2:30 + 5:00 of moves, 3:45 each. Joined at
    // the other gap of 5:30 on five days: 5:30 + 4:00, 4:45 each.
    assert_eq!(asked(0), (false, Minutes::hours(5), vec![225, -225]), "{}", tz_versions());
    // In summer 3:30 + 5:00 here and 4:30 + 4:00 there are both 8:30, 4:15 each; the shorter window is taken.
    assert_eq!(asked(1), (false, Minutes::hours(4), vec![-255, 255]), "{}", tz_versions());
    let trap = verdict.trap.as_ref().expect("a trap");
    assert_eq!(plan.seasons().nth(trap.season).map(|s| s.season.first()), Some(date("2027-03-14")));
}

#[test]
fn of_equal_traps_the_earliest_is_shown() {
    // The same pair from 2 October 2026: 30 days of summer, 133 of winter (1 November to 13 March), 30 of
    // summer. Both summers ask 4:15 each for as long.
    let team = team(&[("America/Los_Angeles", "9-17"), ("Asia/Kolkata", "9-17")]);
    let plan = Plan::of(&PreparedTeam::new(&team, days("2026-10-02", 193)), &Policy::default());
    assert_eq!(
        plan.seasons().map(|s| s.season.days()).collect::<Vec<_>>(),
        [30, 133, 30],
        "{}",
        tz_versions()
    );
    assert_eq!(plan.verdict().trap.as_ref().map(|trap| trap.season), Some(0));
}

#[test]
fn a_window_over_the_end_of_the_week_is_one() {
    // Sunday 22:00Z is minute 6 × 1440 + 1320 of a week that starts on Monday 00:00Z.
    let team = team(&[("UTC", "22-06 Sun"), ("UTC", "20-08 Sun")]);
    let plan = Plan::of(&PreparedTeam::new(&team, days("2026-11-23", 364)), &Policy::default());
    let windows = &plan.seasons().next().expect("a season").overlap.windows;
    assert_eq!(
        windows.iter().map(|w| (w.start.get(), w.minutes)).collect::<Vec<_>>(),
        [(9960, Minutes::hours(8))]
    );
}
