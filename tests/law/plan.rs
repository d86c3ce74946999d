//! Plans, worked out by hand. Berlin's 9–17 is 08:00Z–16:00Z in winter, New York's 14:00Z–22:00Z.

use crate::support::law::lineup::Lineup;
use crate::support::law::people::{Crew, Person};
use crate::support::law::plan::{Origin, Plan, Plans};
use crate::support::law::rules::Rules;
use crate::support::law::steps::reach;
use crate::support::law::verdict::{Model, Verdict};
use crate::{OFFICE, person, year};

/// The verdict, and the cheapest plans by season.
fn plans(crew: &Crew) -> (Verdict, Vec<Option<Plan>>) {
    let (lineup, rules) = (Lineup::of(crew), Rules::default());
    let plans = Plans::of(&lineup, &rules);
    let by_season = (0..lineup.seasons.len()).map(|season| plans.cheapest(season)).collect();
    (Verdict::of(&lineup, &rules), by_season)
}

fn berlin() -> Person {
    person("Europe/Berlin", OFFICE)
}

fn new_york() -> Person {
    person("America/New_York", OFFICE)
}

fn shifts(plan: Option<&Plan>) -> Vec<i32> {
    plan.expect("a plan").shifts.clone()
}

#[test]
fn berlin_and_new_york_move_an_hour_each_all_year() {
    // 2 h together. 4 h ask 2 h in all, an hour each: 3600 + 3600.
    let (verdict, by_season) = plans(&year(vec![berlin(), new_york()]));
    assert_eq!(verdict.model, Model::OverlapWithShifts);
    let (season, plan) = verdict.all_year.expect("a plan");
    assert_eq!((season, plan.shifts, plan.burden), (0, vec![60, -60], 7200));
    assert_eq!(verdict.asked, [60, 60]);
    // From 14 to 27 March New York is an hour nearer: half an hour each.
    let drift = by_season[1].as_ref().expect("a plan");
    assert_eq!((&drift.shifts[..], drift.affordable), (&[30, -30][..], true));
    assert!(matches!(drift.origin, Origin::Window { season: 1, .. }));
}

#[test]
fn london_and_los_angeles_move_two_hours_each() {
    // London ends at 17:00Z, when Los Angeles starts: 4 h in all.
    let (verdict, _) =
        plans(&year(vec![person("Europe/London", OFFICE), person("America/Los_Angeles", OFFICE)]));
    assert_eq!(verdict.model, Model::OverlapWithShifts);
    assert_eq!(verdict.all_year.expect("a plan").1.shifts, [120, -120]);
}

#[test]
fn short_fridays_are_met_by_longer_overlaps_on_other_days() {
    // Berlin 1:45 later shares 4:45 on four days and 1:45 on Friday: 20:45 h / 5 = 4:09. A window of 4 h asks
    // 4 h in all, also on Fridays: 2 × 120² > 105². New York would have to begin at 06:15.
    let crew = year(vec![
        person("Europe/Berlin", "Mon-Thu 9-17; Fri 9-14"),
        person("America/New_York", "Mon-Thu 8-16; Fri 8-13"),
    ]);
    let (verdict, by_season) = plans(&crew);
    assert_eq!(verdict.model, Model::OverlapWithShifts);
    let winter = by_season[0].as_ref().expect("a plan");
    assert_eq!((winter.origin, &winter.shifts[..], winter.burden), (Origin::Alone, &[105, 0][..], 11_025));
    assert_eq!(shifts(by_season[1].as_ref()), [45, 0], "17 h without a shift");
    let (season, plan) = verdict.all_year.expect("a plan");
    assert_eq!((season, &plan.shifts[..]), (0, &[105, 0][..]));
    let moved = Lineup::of(&crew).with_one_moved(0, 105);
    assert_eq!(moved.overlaps(&[0, 1])[0].shown(), "4:09");
}

#[test]
fn fifty_five_and_five_share_as_one_to_eleven() {
    let with_five = |others: &[&'static str]| {
        let people = (0..55).map(|i| person(others[i % others.len()], OFFICE));
        year(people.chain((0..5).map(|_| new_york())).collect())
    };
    // 15 and 105 minutes: 55 × 225 + 5 × 11025 = 67500; nothing and 2 h would be 72000.
    let (verdict, _) = plans(&with_five(&["Europe/Berlin"]));
    let (_, plan) = verdict.all_year.expect("a plan");
    assert_eq!((plan.shifts[0], plan.shifts[59], plan.burden, plan.moved), (15, -105, 67_500, 60));

    // Athens must give more than the others; 16 people move: 5 × 120² + 11 × 60². With a quarter of an hour
    // less for New York, all in Berlin, Warsaw and Athens move 15 minutes more: 55125 + 22 × 225 + 11 × 5625.
    let (verdict, _) = plans(&with_five(&[
        "Europe/Berlin",
        "Europe/London",
        "Europe/Warsaw",
        "Europe/Lisbon",
        "Europe/Athens",
    ]));
    let (_, plan) = verdict.all_year.expect("a plan");
    assert_eq!((plan.moved, plan.burden, plan.shifts[4], plan.shifts[59]), (16, 111_600, 60, -120));
}

#[test]
fn flex_says_how_far_a_day_moves() {
    let asked = |berlin_flex: Option<i32>, new_york_flex: Option<i32>| {
        let with = |person: Person, flex: Option<i32>| Person { flex, ..person };
        let (verdict, by_season) =
            plans(&year(vec![with(berlin(), berlin_flex), with(new_york(), new_york_flex)]));
        (verdict.model, shifts(by_season[0].as_ref()))
    };
    let with_shifts = Model::OverlapWithShifts;
    assert_eq!(asked(Some(0), None), (with_shifts, vec![0, -120]));
    assert_eq!(asked(None, Some(30)), (with_shifts, vec![90, -30]));
    // New York may not begin before 07:00, whatever the flex; Berlin may end at 20:00.
    assert_eq!(asked(Some(0), Some(300)), (with_shifts, vec![0, -120]));
    assert_eq!(asked(Some(180), Some(0)), (with_shifts, vec![120, 0]));
    assert_eq!(asked(Some(30), Some(30)), (Model::Async, vec![60, -60]));
}

#[test]
fn one_alone_comes_before_a_window() {
    let (_, by_season) = plans(&year(vec![berlin().flex(0), new_york()]));
    assert_eq!(by_season[0].as_ref().map(|plan| plan.origin), Some(Origin::Alone));
}

#[test]
fn los_angeles_and_kolkata_are_a_trap() {
    // In summer Los Angeles is at work 16:00Z–24:00Z, Kolkata 03:30Z–11:30Z: 4:30 + 4:00 in all, 4:15 each.
    let (verdict, by_season) =
        plans(&year(vec![person("America/Los_Angeles", OFFICE), person("Asia/Kolkata", OFFICE)]));
    assert_eq!(verdict.model, Model::Async);
    let (season, plan) = verdict.trap.expect("a trap");
    assert_eq!((season, &plan.shifts[..], plan.burden), (1, &[-255, 255][..], 2 * 255 * 255));
    // Los Angeles would work 04:45–12:45, Kolkata 13:15–21:15, neither of it at night but for 04:45–06:00.
    let crew = year(vec![person("America/Los_Angeles", OFFICE), person("Asia/Kolkata", OFFICE)]);
    let (lineup, rules) = (Lineup::of(&crew), Rules::default());
    assert_eq!([0, 1].map(|one| plan.night_minutes(&lineup, 1, one, &rules)), [5 * 75, 0]);
    assert_eq!(plan.share(0), (255, 510));
    // In winter 2:30 + 5:00 on the four days of the week that meet: 3:45 each.
    assert_eq!(shifts(by_season[0].as_ref()), [225, -225]);
}

#[test]
fn new_hours_of_one_season_are_kept_all_year() {
    // São Paulo 12:00Z–20:00Z, Berlin 08:00Z–16:00Z and 07:00Z–15:00Z, London an hour later: 4 h, in summer 3
    // h.
    let crew = year(vec![person("America/Sao_Paulo", OFFICE), berlin(), person("Europe/London", OFFICE)]);
    let (verdict, by_season) = plans(&crew);
    let (season, plan) = verdict.all_year.expect("a plan");
    assert_eq!((season, &plan.shifts[..], plan.burden), (1, &[-30, 30, 0][..], 1800));
    assert!(by_season[0].is_none() && by_season[2].is_none(), "met in winter");
    // São Paulo 10:00Z–18:00Z, Berlin 09:00Z–17:00Z, London 10:00Z–18:00Z.
    let reach = reach(&Lineup::of(&crew), &Rules::default());
    assert_eq!((reach.natural, reach.with_plans), (3 * 60, 7 * 60));
}
