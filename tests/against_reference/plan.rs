//! Plans: of a season, of the whole year, and the trap.

use proptest::prelude::*;
use tzplan::shift::{MovePlan, PlanKind};
use tzplan::{Change, Minutes, Model, Plan, PreparedTeam, Shift, Team};

use crate::support::law::generators::{rules, yearly_crew};
use crate::support::law::lineup::Lineup;
use crate::support::law::people::Crew;
use crate::support::law::plan::{self as law, Origin, Plans};
use crate::support::law::rules::Rules;
use crate::support::law::verdict::{Model as LawModel, Verdict};
use crate::support::{cases, library, tz_versions};

/// The crew as the library has it.
struct Planned {
    team: Team,
    prepared: PreparedTeam,
    plan: Plan,
}

impl Planned {
    fn of(team: Team, crew: &Crew, rules: &Rules) -> Self {
        let prepared = PreparedTeam::new(&team, library::horizon(crew));
        let plan = Plan::of(&prepared, &library::policy(rules));
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

fn check(crew: &Crew, rules: &Rules) -> Result<(), TestCaseError> {
    check_of(crew, rules, &Lineup::of(crew), library::team(crew))
}

fn check_of(crew: &Crew, rules: &Rules, lineup: &Lineup, team: Team) -> Result<(), TestCaseError> {
    let (plans, verdict) = (Plans::of(lineup, rules), Verdict::of(lineup, rules));
    let library = Planned::of(team, crew, rules);
    prop_assert_eq!(library.plan.seasons().len(), lineup.seasons.len());
    for (season, found) in library.plan.seasons().enumerate() {
        let expected = plans.cheapest(season);
        let about = format!("{season} {expected:?} {:?}", found.plan);
        prop_assert_eq!(found.plan.is_some(), expected.is_some(), "{}", about);
        if let (Some(found), Some(expected)) = (found.plan, expected) {
            library.compare(lineup, rules, season, found, &expected)?;
        }
    }
    let model = library.plan.verdict().model;
    prop_assert_eq!(model == Model::Overlap, verdict.model == LawModel::Overlap);
    prop_assert_eq!(model == Model::OverlapWithShifts, verdict.model == LawModel::OverlapWithShifts);
    let all_year = library.plan.all_year();
    prop_assert_eq!(all_year.is_some(), verdict.all_year.is_some(), "{:?} {:?}", all_year, verdict.all_year);
    if let (Some(found), Some((season, expected))) = (all_year, &verdict.all_year) {
        prop_assert_eq!(found.season, *season);
        library.compare(lineup, rules, *season, &found.plan, expected)?;
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
        check(&crew, &rules)?;
    }
}

proptest! {
    #![proptest_config(cases(80))]

    /// Whole steps and others; of two people of a profile one moves.
    #[test]
    fn a_moved_day_counts_from_its_stated_hours(
        crew in yearly_crew(2..=4), rules in rules(), who in any::<prop::sample::Index>(), by in -9_i32..=9, beyond in -1_i32..=1,
    ) {
        let lineup = Lineup::of(&crew);
        let one = who.index(lineup.people.len());
        let by = by * 30 + beyond * 10;
        let change = Change::Shift { member: lineup.people[one].place.into(), by: Shift::of(by) };
        let team = library::team(&crew).changed([change]).expect("at most 12 hours");
        check_of(&crew, &rules, &lineup.with_one_moved(one, by), team)?;
    }
}

proptest! {
    #![proptest_config(cases(6))]

    #[test]
    fn plans_in_quarters_of_an_hour(crew in yearly_crew(2..=3), rules in rules()) {
        // Every quarter of an hour is tried: a fortnight is enough.
        check(&Crew { days: 14, ..crew }, &Rules { step: 15, ..rules })?;
    }
}
