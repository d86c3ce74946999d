//! Plans, worked out by hand.

use crate::support::law::lineup::Lineup;
use crate::support::law::plan::{Origin, Plans};
use crate::support::law::rules::Rules;
use crate::support::law::verdict::{Model, Verdict};
use crate::{OFFICE, person, year};

#[test]
fn berlin_and_new_york_move_an_hour_each_all_year() {
    // 08:00Z–16:00Z and 14:00Z–22:00Z in winter: 2 h together. 4 h ask 2 h in all, an hour each: 3600 + 3600.
    let crew = year(vec![person("Europe/Berlin", OFFICE), person("America/New_York", OFFICE)]);
    let lineup = Lineup::of(&crew);
    let verdict = Verdict::of(&lineup, &Rules::default());
    assert_eq!(verdict.model, Model::OverlapWithShifts);
    let (season, plan) = verdict.all_year.expect("a plan");
    assert_eq!((season, plan.shifts, plan.burden), (0, vec![60, -60], 7200));
    assert_eq!(verdict.asked, [60, 60]);

    // From 14 to 27 March New York is an hour nearer: half an hour each.
    let rules = Rules::default();
    let plans = Plans::of(&lineup, &rules);
    let drift = plans.cheapest(1).expect("a plan");
    assert_eq!(lineup.seasons[1].days, 14);
    assert_eq!((drift.shifts, drift.affordable), (vec![30, -30], true));
    assert!(matches!(drift.origin, Origin::Window { season: 1, .. }));
}
