//! Night work worked out by hand, and dates that a clock skips.

use tzplan::fit::Opening;
use tzplan::{Horizon, HorizonErrorKind, Member, Minutes, Model, Plan, Policy, PreparedTeam, Team, Zone};

use crate::support::{date, tz_versions};
use crate::{days, team};

fn plan(team: &Team) -> (PreparedTeam, Plan) {
    let prepared = PreparedTeam::new(team, days("2026-11-23", 364));
    let plan = Plan::of(&prepared, &Policy::default());
    (prepared, plan)
}

/// Place in the roster, minutes a week at night, those that everyone shares.
fn nights(prepared: &PreparedTeam, plan: &Plan) -> Vec<(usize, u32, u32)> {
    let profiles = plan.verdict().night.profiles.iter();
    let shown = profiles.map(|one| {
        let place = prepared.profile(one.profile).first_member().index();
        (place, one.minutes_per_week.get(), one.shared_minutes_per_week.get())
    });
    shown.collect()
}

#[test]
fn an_overlap_of_new_york_and_asia_rests_on_asias_nights() {
    // New York is at work 14:00Z–22:00Z, in summer 13:00Z–21:00Z; Kolkata and Manila 13:00Z–21:00Z. Kolkata's
    // 18:30–02:30 has 22:00–02:30 of the night, Manila's 21–05 has 22–05: 4:30 and 7:00 on five days, all of
    // it shared.
    let team = team(&[
        ("America/New_York", "9-17"),
        ("America/New_York", "9-17"),
        ("Asia/Kolkata", "18:30-02:30"),
        ("Asia/Manila", "21-05"),
    ]);
    let (prepared, plan) = plan(&team);
    assert_eq!(plan.verdict().model, Model::Overlap, "{}", tz_versions());
    assert_eq!(plan.year().min.to_string(), "7:00");
    assert_eq!(nights(&prepared, &plan), [(2, 22 * 60 + 30, 22 * 60 + 30), (3, 35 * 60, 35 * 60)]);
    // Manila keeps nothing of 21–05 between 07:00 and 21:00.
    let night = &plan.verdict().night;
    assert_eq!((night.reasonable_year_min.to_string(), night.carries_overlap), ("0:00".to_owned(), true));
}

#[test]
fn nights_that_nobody_shares_carry_no_overlap() {
    // Kolkata's 16–24 is 10:30Z–18:30Z, Berlin's 9–17 is 08:00Z–16:00Z, in summer an hour earlier: 5:30 and
    // 4:30 are shared. Kolkata's night begins at 16:30Z, when nobody else is there; its evening, after 21:00,
    // is 15:30Z: in winter half an hour of what is shared.
    let (prepared, plan) = plan(&team(&[("Europe/Berlin", "9-17"), ("Asia/Kolkata", "16-24")]));
    assert_eq!(nights(&prepared, &plan), [(1, 10 * 60, 0)], "{}", tz_versions());
    assert_eq!(plan.year().min.to_string(), "4:30");
    let night = &plan.verdict().night;
    assert!(!night.is_shared() && !night.carries_overlap);
    assert_eq!(night.reasonable_year_min.to_string(), "4:30");
}

#[test]
fn a_little_of_the_night_is_part_of_an_overlap_that_would_do_without() {
    // Two nurses from 14:00 to 22:30: half an hour of it is night, 7 h are in reasonable hours.
    let (prepared, plan) = plan(&team(&[("Europe/Berlin", "14-22:30"), ("Europe/Paris", "14-22:30")]));
    assert_eq!(nights(&prepared, &plan), [(0, 150, 150)], "{}", tz_versions());
    let night = &plan.verdict().night;
    assert_eq!((night.reasonable_year_min.to_string(), night.carries_overlap), ("7:00".to_owned(), false));
}

#[test]
fn a_minute_on_two_posts_counts_once_and_is_night_on_either_clock() {
    // 20–24 in Berlin is 19:00Z–23:00Z, 22:00 there is 21:00Z. 13–18 in New York is 18:00Z–23:00Z.
    let zone = |id: &str| Zone::iana(id).expect("a zone");
    let mut team = Team::new();
    let both = Member::new("Bo", zone("Europe/Berlin")).hours("20-24 Mon".parse().expect("hours"));
    team.add(both.also(zone("America/New_York"), "13-18 Mon".parse().expect("hours")));
    let (prepared, plan) = plan(&team);
    assert_eq!(nights(&prepared, &plan), [(0, 120, 120)], "{}", tz_versions());
    assert!(!plan.verdict().night.carries_overlap, "one person alone has no overlap");
}

#[test]
fn of_two_clocks_those_of_the_first_day_count() {
    // 04–05 on Berlin's Monday is 03:00Z in winter, and so is 22–23 on New York's Sunday: one hour. New
    // York's summer begins two weeks before Berlin's, on 14 March 2027; until then it is 02:00Z, two hours.
    let zone = |id: &str| Zone::iana(id).expect("a zone");
    let mut team = Team::new();
    let both = Member::new("Mo", zone("Europe/Berlin")).hours("04-05 Mon".parse().expect("hours"));
    team.add(both.also(zone("America/New_York"), "22-23 Sun".parse().expect("hours")));
    let policy = Policy::default();
    for (from, minutes) in [("2026-11-23", 60), ("2027-03-14", 120), ("2027-03-28", 60)] {
        let prepared = PreparedTeam::new(&team, days(from, 364));
        let found = prepared.night_minutes_per_week(prepared.required()[0], &policy);
        assert_eq!(found, Minutes(minutes), "from {from}; {}", tz_versions());
        let fit = Opening::new(&prepared, &policy).judge(team.members().next().expect("Mo").schedule());
        assert_eq!(fit.stated_night_minutes_per_week, Minutes(minutes), "from {from}");
    }
}

#[test]
fn a_horizon_of_a_skipped_date_is_refused() {
    let apia = || Zone::iana("Pacific/Apia").expect("a zone");
    let error = Horizon::new(date("2011-12-30"), date("2011-12-31"), apia()).expect_err("no such date there");
    assert_eq!(error.kind(), HorizonErrorKind::Skipped);
    assert_eq!(
        error.to_string(),
        "2011-12-30 to 2011-12-31 is empty: clocks in Pacific/Apia skipped 2011-12-30"
    );
    // Elsewhere it is a day as any other, and so are two dates of which one is skipped.
    for (to, home) in [("2011-12-31", Zone::UTC), ("2012-01-01", apia())] {
        let range = Horizon::new(date("2011-12-30"), date(to), home).expect("a horizon").range();
        assert_eq!(range.length(), Minutes(1440));
    }
}
