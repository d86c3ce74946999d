//! Candidates, worked out by hand.

use crate::support::law::fit::{Answer, Fit, Hire};
use crate::support::law::people::{Crew, Mark, Person, Place};
use crate::support::law::ranking::ranked;
use crate::support::law::rules::Rules;
use crate::support::law::verdict::Model;
use crate::{OFFICE, date, person, year};

fn office(zone: &'static str) -> Person {
    person(zone, OFFICE)
}

fn all(zones: &[&'static str]) -> Vec<Person> {
    zones.iter().map(|zone| office(zone)).collect()
}

fn fit(team: &[Person], candidate: Person) -> Fit {
    Hire::new(year(team.to_vec()), candidate).fit(&Rules::default())
}

#[test]
fn a_second_londoner_fits_as_the_first_does() {
    // London and Los Angeles move 2 h each; with a second Londoner Los Angeles would give more, but has no
    // more to give.
    let fit = fit(&all(&["Europe/London", "America/Los_Angeles"]), office("Europe/London"));
    assert_eq!(
        (fit.answer, fit.team_before, fit.team_after),
        (Answer::Fits, Model::OverlapWithShifts, Model::OverlapWithShifts)
    );
    assert_eq!((fit.asked.before, fit.asked.candidate, fit.asked.others), (120, 120, vec![]));
}

#[test]
fn a_second_berliner_fits_and_new_york_gives_more() {
    // 2 × 45² + 75² is less than 2 × 30² + 90² and 2 × 60² + 60².
    let fit = fit(&all(&["Europe/Berlin", "America/New_York"]), office("Europe/Berlin"));
    assert_eq!(fit.answer, Answer::Fits);
    assert_eq!((fit.asked.before, fit.asked.candidate, fit.asked.others), (60, 45, vec![(1, 75)]));
}

#[test]
fn new_york_fits_two_europeans_two_hours_earlier() {
    let team = all(&["Europe/Berlin", "Europe/London"]);
    let new_york = || office("America/New_York");
    let own = fit(&team, new_york());
    assert_eq!((own.answer, own.shift, own.by_plan), (Answer::FitsWithShift, Some(-120), false));
    assert_eq!((own.team_after, own.team_after_shift), (Model::OverlapWithShifts, Some(Model::Overlap)));
    // Where their day does not move, Berlin moves 2 h and London 1 h.
    let plan = fit(&team, new_york().flex(0));
    assert_eq!((plan.answer, plan.shift, plan.by_plan), (Answer::FitsWithShift, None, true));
    assert_eq!(plan.asked.others, [(0, 120), (1, 60)]);
    // Where nobody's does, only the trap is left.
    let team: Vec<Person> = team.into_iter().map(|person| person.flex(0)).collect();
    let none = fit(&team, new_york().flex(0));
    assert_eq!((none.answer, none.trap, none.team_after), (Answer::FitsAsync, Some(-120), Model::Hybrid));
}

#[test]
fn from_kolkata_a_san_francisco_day_is_a_trap() {
    // Los Angeles 16:00Z–24:00Z in summer, Kolkata 03:30Z–11:30Z. 8:30 earlier Kolkata is there from 19:00Z,
    // 5 h on the four days that meet; 9:30 later until 21:00Z, 4 h in winter.
    let fit = fit(&all(&["America/Los_Angeles"]), office("Asia/Kolkata"));
    assert_eq!((fit.answer, fit.trap), (Answer::FitsAsync, Some(-510)));
    // A target of the whole day is 13:30 later in winter and 12:30 in summer; nothing is both.
    let winter = Crew { days: 90, ..year(all(&["America/Los_Angeles"])) };
    let whole_day = Hire::new(winter, office("Asia/Kolkata")).fit(&Rules { target: 480, ..Rules::default() });
    assert_eq!(whole_day.trap, Some(13 * 60 + 30));
}

#[test]
fn a_team_in_pods_is_joined_pod_by_pod() {
    let team = all(&["Europe/London", "Europe/Lisbon", "Asia/Tokyo"]);
    let joins = |candidate: Person| fit(&team, candidate);
    let berlin = joins(office("Europe/Berlin"));
    assert_eq!(
        (berlin.answer, berlin.team_before, &berlin.pods[..]),
        (Answer::Fits, Model::Hybrid, &[0][..])
    );
    // Nobody fits through somebody isolated, but they are relieved.
    let tokyo = joins(office("Asia/Tokyo"));
    assert_eq!((tokyo.answer, &tokyo.pods[..], &tokyo.relieves[..]), (Answer::FitsAsync, &[][..], &[2][..]));
    // Dubai's 05:00Z–13:00Z shares 4 h with London's 09:00Z–17:00Z, 3 h with Tokyo's 00:00Z–08:00Z.
    let dubai = joins(office("Asia/Dubai"));
    assert_eq!((dubai.answer, &dubai.bridged[..], dubai.relieves.is_empty()), (Answer::Fits, &[0][..], true));
}

#[test]
fn who_is_between_two_pods_bridges_both() {
    let flex_0 = |zone| office(zone).flex(0);
    let team = [
        flex_0("Europe/Berlin"),
        flex_0("Europe/Berlin"),
        flex_0("America/New_York"),
        flex_0("America/New_York"),
    ];
    // 12:00Z–15:00Z in winter, an hour earlier in summer: all of it with Berlin, which makes the target of an
    // average day of 3 h, and the hour from 14:00Z or 13:00Z on with New York.
    let between = person("Europe/Berlin", "Mon-Fri 13-16");
    let fit = fit(&team, between);
    assert_eq!((fit.answer, &fit.pods[..], &fit.bridged[..]), (Answer::Fits, &[0][..], &[0, 1][..]));
}

#[test]
fn an_async_team_is_fitted_by_who_makes_it_better() {
    // Two alone; with a second one in London two of three share.
    let team = all(&["Europe/London", "Pacific/Auckland"]);
    let londoner = fit(&team, office("Europe/London"));
    assert_eq!(
        (londoner.answer, londoner.team_before, londoner.team_after),
        (Answer::Fits, Model::Async, Model::Hybrid)
    );
    // Where everybody is marked, so is the candidate, and the marks say nothing; where only Auckland is, it
    // is alone.
    let mut marked = team.clone();
    marked[1].mark = Mark::Required;
    assert_eq!(fit(&marked, office("Europe/London")).answer, Answer::FitsAsync);
    marked[0].mark = Mark::Required;
    assert_eq!(fit(&marked, office("Europe/London")).answer, Answer::Fits);
}

#[test]
fn night_work_of_a_candidate_is_told() {
    let manila = person("Asia/Manila", "Mon-Fri 21-5");
    let fit = fit(&all(&["America/New_York"]), manila);
    assert_eq!((fit.answer, fit.night_minutes), (Answer::Fits, 2100));
}

#[test]
fn pairs_keep_their_own_seasons_and_coverage_is_cut_by_everybody() {
    let mut team = year(all(&["Europe/Berlin", "America/New_York"]));
    team.people[1].mark = Mark::Optional;
    let hire = Hire::new(team, office("Asia/Kolkata"));
    let days =
        |mate: usize| hire.pair(mate, &Rules::default()).iter().map(|pair| pair.0.days).collect::<Vec<_>>();
    assert_eq!((days(0), days(1)), (vec![125, 217, 22], vec![111, 238, 15]));
    // Kolkata 03:30Z–11:30Z; nobody is there before 08:00Z in winter, 07:00Z in summer.
    let gained: Vec<u32> = hire.coverage_gained().into_iter().map(|(_, minutes)| minutes / 5).collect();
    assert_eq!(gained, [270, 270, 210, 270, 270]);
}

#[test]
fn candidates_rank_by_result_peers_overlap_shift_night_and_blocked_time() {
    let team =
        Crew { days: 91, ..Crew::new(all(&["Europe/Berlin", "Europe/London"]), date("2026-12-07"), 91) };
    let candidates = [
        office("Asia/Tokyo"),
        office("America/New_York"),
        // 4 h with both.
        person("Europe/Berlin", "Mon-Fri 14-20"),
        office("Europe/London"),
        // As many hours as in the office, and blocked after the others have gone.
        person("Europe/Berlin", "Mon-Fri 9-19"),
        office("Europe/London"),
        // The same minutes from Manila: at night.
        person("Asia/Manila", OFFICE).hours_on(Place::Iana("Europe/London")),
    ];
    assert_eq!(ranked(&team, &candidates, &Rules::default()), [4, 3, 5, 6, 2, 1, 0]);
}
