//! Plans: of a season, of the whole year, and the trap.

use proptest::prelude::*;
use tzplan::shift::{MovePlan, PlanKind};
use tzplan::{Member, Minutes, Model, Plan, Policy, PreparedTeam, Team};

use crate::support::crew::{Crew, Person};
use crate::support::law::generators::{rules, yearly_crew};
use crate::support::law::lineup::Lineup;
use crate::support::law::people;
use crate::support::law::plan::{self as law, Origin, Plans};
use crate::support::law::rules::Rules;
use crate::support::law::verdict::{Model as LawModel, Verdict};
use crate::support::{cases, crew, tz_versions};

/// The crew as the library has it.
struct Planned {
    team: Team,
    prepared: PreparedTeam,
    plan: Plan,
}

impl Planned {
    fn of(crew: &people::Crew, rules: &Rules) -> Self {
        let mut team = Team::new();
        for person in &crew.people {
            team.add(member(person));
        }
        let horizon = Crew { people: Vec::new(), from: crew.from, days: crew.days, home: crew.home.clone() };
        let prepared = PreparedTeam::new(&team, horizon.horizon());
        let plan = Plan::of(&prepared, &policy(rules));
        Self { team, prepared, plan }
    }

    /// The shift of each of the reference's people.
    fn shifts(&self, lineup: &Lineup, plan: &MovePlan) -> Vec<i32> {
        let of = |place: usize| {
            let profile = self.prepared.profile_of(self.team.member(place).expect("a member"));
            let one = plan.moves.iter().find(|one| one.profile == profile);
            one.map_or(0, |one| one.shift.minutes())
        };
        lineup.people.iter().map(|one| of(one.place)).collect()
    }

    fn compare(
        &self,
        lineup: &Lineup,
        rules: &Rules,
        season: usize,
        found: &MovePlan,
        expected: &law::Plan,
    ) -> Result<(), TestCaseError> {
        let about = format!("{season} {:?} {expected:?} {found:?} {}", lineup.seasons[season], tz_versions());
        let kind = match expected.origin {
            Origin::Alone => PlanKind::Alone,
            Origin::Window { length, start, .. } => {
                PlanKind::Window { start: Minutes(start as u32), length: Minutes(length as u32) }
            }
        };
        prop_assert_eq!(found.kind, kind, "{}", about);
        prop_assert_eq!(found.affordable, expected.affordable, "{}", about);
        prop_assert_eq!(found.burden, expected.burden as u64, "{}", about);
        prop_assert_eq!(found.largest_shift.get(), expected.largest as u32, "{}", about);
        prop_assert_eq!(&self.shifts(lineup, found), &expected.shifts, "{}", about);
        for (place, one) in lineup.people.iter().enumerate() {
            let profile = self.prepared.profile_of(self.team.member(one.place).expect("a member"));
            let Some(asked) = found.moves.iter().find(|one| one.profile == profile) else { continue };
            let (part, whole) = expected.share(place);
            prop_assert!((asked.share - f64::from(part) / f64::from(whole)).abs() < 1e-12, "{}", about);
            let at_night = expected.night_minutes(lineup, season, place, rules);
            prop_assert_eq!(asked.night_minutes_per_week.get(), at_night, "{}", about);
        }
        Ok(())
    }
}

/// Somebody without what the library does not know yet.
fn plain(crew: people::Crew) -> people::Crew {
    let mut crew = crew.settled();
    for person in &mut crew.people {
        person.flex = None;
        person.posts.iter_mut().for_each(|post| post.hours_on = None);
        person.posts.iter_mut().for_each(|post| post.stays.clear());
    }
    crew
}

fn member(person: &people::Person) -> Member {
    let posts = person.posts.iter().map(|post| crew::Post::new(post.place.clone(), post.shifts.clone()));
    let attendance = match person.mark {
        people::Mark::Required => tzplan::Attendance::Required,
        people::Mark::Unmarked => tzplan::Attendance::Unmarked,
        people::Mark::Optional => tzplan::Attendance::Optional,
    };
    Person { posts: posts.collect(), days_off: Vec::new(), attendance }.member("")
}

fn policy(rules: &Rules) -> Policy {
    let Rules { target, max_shift, reasonable, night, grace_days, step } = *rules;
    crate::support::reference::target::Rules { target, max_shift, reasonable, night, grace_days, step }
        .policy()
}

fn check(crew: &people::Crew, rules: &Rules) -> Result<(), TestCaseError> {
    let lineup = Lineup::of(crew);
    let (plans, verdict) = (Plans::of(&lineup, rules), Verdict::of(&lineup, rules));
    let library = Planned::of(crew, rules);
    prop_assert_eq!(library.plan.seasons().len(), lineup.seasons.len());
    for (season, found) in library.plan.seasons().enumerate() {
        let expected = plans.cheapest(season);
        let about = format!("{season} {expected:?} {:?}", found.plan);
        prop_assert_eq!(found.plan.is_some(), expected.is_some(), "{}", about);
        if let (Some(found), Some(expected)) = (found.plan, expected) {
            library.compare(&lineup, rules, season, found, &expected)?;
        }
    }
    let model = library.plan.verdict().model;
    prop_assert_eq!(model == Model::Overlap, verdict.model == LawModel::Overlap);
    prop_assert_eq!(model == Model::OverlapWithShifts, verdict.model == LawModel::OverlapWithShifts);
    let all_year = library.plan.all_year();
    prop_assert_eq!(all_year.is_some(), verdict.all_year.is_some(), "{:?} {:?}", all_year, verdict.all_year);
    if let (Some(found), Some((season, expected))) = (all_year, &verdict.all_year) {
        prop_assert_eq!(found.season, *season);
        library.compare(&lineup, rules, *season, &found.plan, expected)?;
    }
    // Which model it is then is the verdict's: its pods are another test's.
    if model != Model::Overlap && model != Model::OverlapWithShifts {
        let trap = library.plan.verdict().trap.as_ref();
        let about = format!("{trap:?} {:?}", verdict.trap);
        prop_assert_eq!(
            trap.map(|trap| (trap.season, trap.burden)),
            verdict.trap.as_ref().map(|(season, plan)| (*season, plan.burden as u64)),
            "{}",
            about
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn plans_are_the_first_that_hold(crew in yearly_crew(2..=4), rules in rules()) {
        check(&plain(crew), &rules)?;
    }
}

proptest! {
    #![proptest_config(cases(6))]

    #[test]
    fn plans_in_quarters_of_an_hour(crew in yearly_crew(2..=3), rules in rules()) {
        // Every quarter of an hour is tried: a fortnight is enough.
        check(&plain(people::Crew { days: 14, ..crew }), &Rules { step: 15, ..rules })?;
    }
}
