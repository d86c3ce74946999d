//! Verdicts and next steps, worked out by hand.

use crate::support::law::lineup::Lineup;
use crate::support::law::people::{Crew, Mark, Person};
use crate::support::law::pods::{bridges, handoffs};
use crate::support::law::rules::Rules;
use crate::support::law::steps::{best_move, best_optional, reach};
use crate::support::law::verdict::{Model, Standing, Verdict, binding, reasonable_year_min, without_peer};
use crate::{OFFICE, date, person, year};

fn verdict(crew: &Crew) -> Verdict {
    Verdict::of(&Lineup::of(crew), &Rules::default())
}

fn all(zones: &[&'static str]) -> Vec<Person> {
    zones.iter().map(|zone| person(zone, OFFICE)).collect()
}

#[test]
fn five_europeans_and_tokyo_are_a_pod_and_somebody_isolated() {
    let zones =
        ["Europe/Berlin", "Europe/Berlin", "Europe/London", "Europe/Warsaw", "Europe/Paris", "Asia/Tokyo"];
    let crew = year(all(&zones));
    let verdict = verdict(&crew);
    assert_eq!(verdict.standing, Standing { model: Model::Hybrid, sharing: 5, parts: 2 });
    let pods = verdict.pods.expect("pods");
    // Tokyo's week begins first: its part is the first one.
    assert_eq!(pods.parts, [vec![5], vec![0, 1, 2, 3, 4]]);
    assert_eq!(pods.isolated(), [5]);
    assert_eq!(pods.worst_year_min.map(|daily| daily.shown()).as_deref(), Some("7:00"));
    let step = best_optional(&crew, &Rules::default()).expect("a step");
    assert_eq!(
        (step.person, step.year_min.shown().as_str(), step.reaches.model),
        (5, "7:00", Model::Overlap)
    );
    assert!(best_move(&crew, &Rules::default()).is_none());
    assert_eq!(reach(&Lineup::of(&crew), &Rules::default()).natural, 0);
}

#[test]
fn a_marked_founder_far_away_forbids_pods() {
    let mut people = all(&["Pacific/Auckland", "Europe/London", "Europe/London"]);
    assert_eq!(verdict(&year(people.clone())).model, Model::Hybrid);
    people[0].mark = Mark::Required;
    let crew = year(people.clone());
    assert_eq!(verdict(&crew).standing, Standing { model: Model::Async, sharing: 2, parts: 2 });
    // Of the others neither may go: Auckland and London have nothing together.
    assert!(best_optional(&crew, &Rules::default()).is_none());
    people.iter_mut().for_each(|person| person.mark = Mark::Required);
    let crew = year(people);
    assert_eq!(verdict(&crew).model, Model::Hybrid, "with everybody marked the marks say nothing");
    assert_eq!(best_optional(&crew, &Rules::default()).map(|step| step.person), Some(0));
}

#[test]
fn two_continents_are_two_pods_that_two_hours_bridge() {
    let mut people = all(&["America/New_York", "Europe/Berlin", "America/New_York", "Europe/Berlin"]);
    people.iter_mut().for_each(|person| person.flex = Some(0));
    let crew = year(people);
    let verdict = verdict(&crew);
    let pods = verdict.pods.expect("pods");
    assert_eq!(pods.parts, [[1, 3], [0, 2]], "Berlin is at work first");
    // Two hours a day on every day of the year.
    assert_eq!(bridges(&Lineup::of(&crew), &pods), [(0, 0), (1, 1), (2, 0), (3, 1)]);
    assert!(verdict.trap.is_some(), "an hour each would do, if they could be moved");
}

#[test]
fn part_timers_excuse_nobody_else() {
    // All are there on Tuesday and Wednesday, 7 h each: 14 h / 3.
    let mut people = vec![
        person("Europe/Berlin", "Mon-Thu 9-17"),
        person("Europe/Berlin", "Tue-Fri 9-17"),
        person("Europe/Paris", OFFICE),
        person("Europe/London", "Mon-Wed 9-17"),
    ];
    let crew = year(people.clone());
    assert_eq!(verdict(&crew).model, Model::Overlap);
    assert_eq!(Lineup::of(&crew).year_min(&[0, 1, 2, 3]).shown(), "4:40");
    // Somebody of one hour a day is met by everyone, but does not bring New York and Berlin together.
    people = vec![
        person("Europe/Berlin", OFFICE).flex(0),
        person("America/New_York", OFFICE).flex(0),
        person("Europe/Berlin", "Mon-Fri 15-16").flex(0),
    ];
    assert_eq!(verdict(&year(people)).standing, Standing { model: Model::Hybrid, sharing: 2, parts: 2 });
}

#[test]
fn who_holds_it_back() {
    // Without São Paulo the others share 7 h, without Berlin 12:00Z–16:00Z in summer.
    let crew = year(all(&["America/Sao_Paulo", "Europe/Berlin", "Europe/London"]));
    let binding: Vec<_> =
        binding(&Lineup::of(&crew)).into_iter().map(|(people, without)| (people, without.shown())).collect();
    assert_eq!(binding, [(vec![0], "7:00".to_owned()), (vec![1], "4:00".to_owned())]);
    // Berlin an hour later all year: 4 h. São Paulo an hour earlier would do, too; later comes first.
    let step = best_move(&crew, &Rules::default()).expect("a step");
    assert_eq!((step.person, step.shift, step.reaches.model), (1, 60, Model::Overlap));
}

#[test]
fn an_overlap_that_rests_on_nights_has_none_in_reasonable_hours() {
    let crew = year(vec![
        person("America/New_York", OFFICE),
        person("Asia/Kolkata", "Mon-Fri 18:30-2:30"),
        person("Asia/Manila", "Mon-Fri 21-5"),
    ]);
    assert_eq!(verdict(&crew).model, Model::Overlap);
    assert_eq!(reasonable_year_min(&Lineup::of(&crew), &Rules::default()).minutes, 0);
    let two = year(vec![person("America/New_York", OFFICE), person("Asia/Kolkata", "Mon-Fri 16-24")]);
    // Kolkata until 21:00 is 15:30Z; New York begins at 14:00Z in winter.
    assert_eq!(reasonable_year_min(&Lineup::of(&two), &Rules::default()).shown(), "1:30");
}

#[test]
fn what_cannot_be_helped_has_no_step() {
    let lead = person("America/Los_Angeles", OFFICE).marked(Mark::Required);
    let kolkata = || person("Asia/Kolkata", "Mon-Fri 10-18");
    let crew = year(vec![lead, kolkata(), kolkata(), kolkata()]);
    assert_eq!(verdict(&crew).model, Model::Async);
    assert!(best_optional(&crew, &Rules::default()).is_none());
    assert!(best_move(&crew, &Rules::default()).is_none());
    assert_eq!(without_peer(&Lineup::of(&crew), &Rules::default()), [0]);
}

#[test]
fn a_stretch_that_ends_where_another_is_at_work_hands_over() {
    // London ends at 17:00Z, when Los Angeles starts.
    let lineup = Lineup::of(&year(all(&["Europe/London", "America/Los_Angeles"])));
    let week = |one: usize| &lineup.people[one].weeks[0];
    assert_eq!(lineup.seasons[0].first, date("2026-11-23"));
    let minutes = [0, 1, 2, 3, 4].map(|day| day * 1440 + 17 * 60);
    assert_eq!(handoffs(week(0), week(1)), minutes);
    assert!(handoffs(week(1), week(0)).is_empty());
}
