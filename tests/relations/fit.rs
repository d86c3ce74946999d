//! Relations of fits: a candidate and the team they may join.

use proptest::prelude::*;
use tzplan::fit::{CandidateWaits, Fit, FitResult, Opening};
use tzplan::shift::ProfileMove;
use tzplan::{Attendance, Change, Model, Plan, PreparedTeam, ProfileId, Schedule, Shift, Team};

use crate::plan::lowest_terms;
use crate::support::crew::{Crew, Person};
use crate::support::generators::{dated_crew, rules, yearly_crew};
use crate::support::{cases, tz_versions};
use crate::{with_opening, with_plan};

/// Everything an opening says of somebody.
fn everything(opening: &Opening, schedule: &Schedule) -> String {
    let one = opening.candidate(schedule);
    let answers = (one.fit(), one.waits(), one.rank(), one.coverage_gained(), one.team_overlap());
    format!("{answers:?} {:?} {:?}", one.pairs(), one.seasons())
}

/// Everything of a fit that has nothing to do with who comes first, but for which pods are joined.
fn numbers(fit: &Fit) -> impl PartialEq + std::fmt::Debug + use<> {
    let mates = fit.teammates.iter().map(|mate| (lowest_terms(mate.year_min), mate.meets, mate.members));
    let mut mates: Vec<_> = mates.collect();
    mates.sort_unstable();
    (
        fit.result,
        fit.shift.clone(),
        fit.trap.clone(),
        fit.team_before,
        fit.team_after,
        mates,
        fit.peers(),
        fit.worst_overlap_sum(),
    )
}

fn waited(waits: &CandidateWaits) -> impl PartialEq + std::fmt::Debug + use<> {
    [waits.asks, waits.asked].map(|wait| wait.map(|wait| (wait.p50, wait.p95, wait.worst)))
}

/// The pods of the team as sorted places of people in some order of the roster.
fn pods(opening: &Opening, place: impl Fn(usize) -> usize) -> Vec<Vec<usize>> {
    let prepared = opening.prepared();
    let sorted = |mut places: Vec<_>| {
        places.sort_unstable();
        places
    };
    let people = |pod: &Vec<_>| {
        let members = pod.iter().flat_map(|profile| prepared.required_members_of(*profile));
        sorted(members.map(|member| place(member.index())).collect())
    };
    let mut pods: Vec<Vec<usize>> = opening.pods().iter().map(people).collect();
    pods.sort_unstable();
    pods
}

/// The team with somebody more, who is required, and marked where everybody required is. Where everybody is
/// optional, they count as required and go on doing so.
fn joined(team: &Crew, candidate: &Person) -> Crew {
    let mut joined = team.clone();
    let required = team.required();
    let all_marked = required.iter().all(|one| team.people[*one].attendance == Attendance::Required);
    for one in required {
        let attendance = &mut joined.people[one].attendance;
        if *attendance == Attendance::Optional {
            *attendance = Attendance::Unmarked;
        }
    }
    let attendance = if all_marked { Attendance::Required } else { Attendance::Unmarked };
    joined.people.push(Person { attendance, ..candidate.clone() });
    joined
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn whoever_keeps_a_teammates_week_shares_all_of_it(
        crew in yearly_crew(1..=5), rules in rules(), who in 0_usize..5
    ) {
        let crew = crew.all_required();
        let mate = who % crew.people.len();
        let (fit, alone) = with_opening(&crew, &rules, |opening| {
            let prepared = opening.prepared();
            let profile = prepared.profile_of(prepared.team().member(mate).expect("a member"));
            let one = opening.candidate(&crew.people[mate].schedule());
            let pair = one.pair(profile);
            let day = |season| prepared.week(profile, season).average_day().expect("hours");
            for (season, shared) in &pair.seasons {
                prop_assert_eq!(shared.daily, day(season), "{}", tz_versions());
                prop_assert!(shared.meets);
            }
            let fit = one.fit();
            let entry = fit.teammates.iter().find(|entry| entry.profile == profile).expect("a teammate");
            prop_assert_eq!(entry.year_min, pair.year.min);
            prop_assert!(entry.meets && pair.meets, "{}", tz_versions());
            prop_assert!(one.coverage_gained().iter().all(|gained| gained.minutes_per_week.get() == 0));
            // Who shares a pod with nobody is relieved by one more like them, who joins no pod.
            let alone = opening.isolated().contains(&profile);
            prop_assert_eq!(fit.relieves.contains(&profile), alone, "{}", tz_versions());
            Ok((fit, alone))
        })?;
        // One more of those who are there takes nothing from a team that overlaps, with shifts or without, or
        // from a pod: they fit as the member does.
        let of_everyone = fit.team_before.model <= Model::OverlapWithShifts;
        if of_everyone || (fit.team_before.model == Model::Hybrid && !alone) {
            prop_assert_eq!(fit.result, FitResult::Fits, "{:?} {}", &fit, tz_versions());
            prop_assert!(fit.asked.candidate <= fit.asked.anybody, "{}", tz_versions());
            prop_assert!(fit.team_after.model <= fit.team_before.model, "{}", tz_versions());
        }
    }

    /// A pod has two people or more, and whoever joins it meets the target with each of them.
    #[test]
    fn nobody_fits_through_somebody_isolated(crew in yearly_crew(2..=6), rules in rules()) {
        let (team, candidate) = crew.with_candidate();
        with_opening(&team, &rules, |opening| {
            let fit = opening.judge(&candidate.schedule());
            let heads = |pod: &[ProfileId]| pod.iter().map(|id| opening.prepared().profile(*id).required()).sum::<u32>();
            prop_assert!(opening.pods().iter().all(|pod| heads(pod) > 1));
            prop_assert!(opening.isolated().iter().all(|one| heads(&[*one]) == 1));
            let meets = |id: &ProfileId| fit.teammates.iter().any(|mate| mate.profile == *id && mate.meets);
            if fit.team_before.model == Model::Hybrid && fit.result == FitResult::Fits {
                prop_assert!(!fit.pods.is_empty());
                prop_assert!(fit.pods.iter().all(|place| opening.pods()[*place].iter().all(meets)), "{}", tz_versions());
            }
            prop_assert!(fit.relieves.iter().all(|one| meets(one) && opening.isolated().contains(one)));
            if fit.team_before.model != Model::Hybrid {
                prop_assert!(fit.pods.is_empty() && fit.bridges.is_empty() && fit.relieves.is_empty());
            }
            Ok(())
        })?;
    }

    #[test]
    fn the_team_before_and_after_is_what_its_plan_says(crew in yearly_crew(2..=6), rules in rules()) {
        let (team, candidate) = crew.with_candidate();
        let fit = with_opening(&team, &rules, |opening| {
            let fit = opening.judge(&candidate.schedule());
            prop_assert_eq!(fit.team_before, opening.team_before());
            Ok(fit)
        })?;
        let before = with_plan(&team, &rules, |_, plan| plan.verdict().standing);
        prop_assert_eq!(fit.team_before, before, "{}", tz_versions());
        let after = with_plan(&joined(&team, &candidate), &rules, |_, plan| plan.verdict().standing);
        prop_assert_eq!(fit.team_after, after, "{}", tz_versions());
    }

    /// What is ruled out before plans are looked for has none: the plan of the team with the candidate, their
    /// day moved as the answer says, is the slow way to the same.
    #[test]
    fn after_a_shift_the_team_is_what_its_plan_says(crew in yearly_crew(2..=8), rules in rules()) {
        let (team, candidate) = crew.with_candidate();
        let (fit, most) = with_opening(&team, &rules, |opening| {
            (opening.judge(&candidate.schedule()), opening.asked_of_anybody().get())
        });
        let joined = joined(&team, &candidate);
        let member = (joined.people.len() - 1).into();
        // Whether they fit so moved, how the team stands, and how far their day is moved in any season.
        let slowly = |by: Shift| {
            let moved = joined.team().changed([Change::Shift { member, by }]).expect("at most 12 hours");
            let prepared = PreparedTeam::new(&moved, joined.horizon());
            let plan = Plan::of(&prepared, &rules.policy());
            let model = plan.verdict().model;
            let profile = prepared.profile_of(prepared.team().member(member).expect("the candidate"));
            let (mut own, mut of_all) = (0, 0);
            for season in plan.seasons() {
                let asks = season.plan.filter(|plan| plan.affordable && model == Model::OverlapWithShifts);
                let of = |one: &ProfileMove| asks.map_or(0, |_| one.shift.minutes());
                let moves = asks.map_or(&[][..], |plan| &plan.moves);
                let further = moves.iter().find(|one| one.profile == profile).map_or(0, of);
                own = own.max((by.minutes() + further).abs());
                let others = moves.iter().filter(|one| one.profile != profile).map(of);
                of_all = others.map(i32::abs).fold(of_all, i32::max);
                of_all = of_all.max(if further == 0 { 0 } else { (by.minutes() + further).abs() });
            }
            (plan.verdict().standing, own as u32, of_all as u32)
        };
        let by = fit.shift.as_ref().map_or(Shift::NONE, |moved| moved.shift);
        let (standing, own, of_all) = slowly(by);
        prop_assert_eq!(fit.team_after_shift.unwrap_or(fit.team_after), standing, "{}", tz_versions());
        prop_assert_eq!(fit.asked.candidate.get(), own, "{}", tz_versions());
        if fit.team_before.model == Model::OverlapWithShifts && fit.shift.is_some() {
            prop_assert!(standing.model <= Model::OverlapWithShifts && of_all <= most, "{}", tz_versions());
        }
        // A trap would be none where the slow way finds no plan for it.
        if let Some(trap) = fit.trap.as_ref().filter(|trap| trap.shift.length().get() <= 720)
            && fit.team_before.model <= Model::OverlapWithShifts
        {
            prop_assert!(slowly(trap.shift).0.model <= fit.team_before.model, "{}", tz_versions());
        }
    }

    #[test]
    fn names_change_nothing(crew in yearly_crew(2..=5), rules in rules()) {
        let (team, candidate) = crew.with_candidate();
        let mut renamed = Team::new();
        for (person, name) in team.people.iter().zip(["Zoë", "", "Ana", "Ana", "O'Neil, \"Pat\""]) {
            renamed.add(person.member(name).team("Blue").role("Support"));
        }
        let all = |team: &Team, horizon| {
            let (prepared, policy) = (PreparedTeam::new(team, horizon), rules.policy());
            everything(&Opening::new(&prepared, &policy), &candidate.schedule())
        };
        prop_assert_eq!(all(&team.team(), team.horizon()), all(&renamed, team.horizon()));
    }

    #[test]
    fn member_order_changes_no_number(crew in yearly_crew(3..=6), rules in rules(), by in 1_usize..5) {
        let (team, candidate) = crew.with_candidate();
        let (schedule, people) = (candidate.schedule(), team.people.len());
        let mut turned = team.clone();
        turned.people.rotate_left(by % people);
        let ask = |crew: &Crew, by: usize| with_opening(crew, &rules, |opening| {
            let one = opening.candidate(&schedule);
            let gained: Vec<_> = one.coverage_gained();
            (one.fit(), waited(&one.waits()), gained, pods(opening, |place| (place + by) % people))
        });
        let (one, other) = (ask(&team, 0), ask(&turned, by));
        prop_assert_eq!(numbers(&one.0), numbers(&other.0), "{}", tz_versions());
        prop_assert_eq!((&one.1, &one.2), (&other.1, &other.2), "{}", tz_versions());
        prop_assert_eq!(&one.3, &other.3, "{}", tz_versions());
        // Pods stand in profile order, whatever the roster's.
        prop_assert_eq!((&one.0.pods, &one.0.bridges), (&other.0.pods, &other.0.bridges), "{}", tz_versions());
        prop_assert_eq!(one.0.relieves.len(), other.0.relieves.len());
    }
}

proptest! {
    #![proptest_config(cases(20))]

    /// Candidates who come at once find the same as those who come one after the other.
    #[test]
    fn threads_change_nothing(crew in yearly_crew(5..=9), dated in dated_crew(4..=4), rules in rules()) {
        let mut team = crew;
        let mut candidates = team.people.split_off(3);
        candidates.extend(dated.people);
        let schedules: Vec<Schedule> = candidates.iter().map(Person::schedule).collect();
        let alone: Vec<String> =
            schedules.iter().map(|schedule| with_opening(&team, &rules, |opening| everything(opening, schedule))).collect();
        let together = with_opening(&team, &rules, |opening| {
            std::thread::scope(|scope| {
                let started: Vec<_> = (0..4).map(|first| {
                    let schedules = &schedules;
                    // Each of them starts elsewhere, so that what is kept is made by different ones.
                    let order = (0..schedules.len()).map(move |place| (place + first) % schedules.len());
                    scope.spawn(move || order.map(|one| (one, everything(opening, &schedules[one]))).collect::<Vec<_>>())
                }).collect();
                started.into_iter().map(|thread| thread.join().expect("no panic")).collect::<Vec<_>>()
            })
        });
        for (one, found) in together.into_iter().flatten() {
            prop_assert_eq!(&found, &alone[one]);
        }
    }
}

/// An opening and its answers go wherever threads do.
#[test]
fn openings_and_answers_are_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Opening>();
    shared::<tzplan::fit::Candidate<'_>>();
    shared::<tzplan::fit::Ranking<'_>>();
    shared::<tzplan::regions::Region>();
}
