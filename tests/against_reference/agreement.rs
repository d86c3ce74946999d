//! A working agreement: whom to ask at which hour, and core hours on everybody's clock, minute by minute.

use chrono::{NaiveDate, Weekday};
use proptest::prelude::*;
use tzplan::agreement::{Agreement, AgreementOptions};
use tzplan::meeting::{Burden, SlotPlan};
use tzplan::{MemberRef, Plan, PreparedTeam};

use crate::support::law::circle::{Circle, DAY, WEEK};
use crate::support::law::generators::{rules, yearly_crew};
use crate::support::law::people::Crew;
use crate::support::law::season::leads_on;
use crate::support::law::week::Week;
use crate::support::{cases, library, tz_versions};

/// By how much the agreement moves a member's day on a date.
fn shift_on(agreement: &Agreement, member: MemberRef<'_>, date: NaiveDate) -> i32 {
    let shifts =
        agreement.shifts.iter().find(|shifts| shifts.dates.first() <= date && date < shifts.dates.after());
    let moves = shifts.map_or(&[][..], |shifts| &shifts.moves);
    let one = moves.iter().find(|one| one.members.contains(&member.id()));
    one.map_or(0, |one| one.asked.shift.minutes())
}

/// The minutes of the UTC week that hours on somebody's clock stand for.
fn minutes(day: Weekday, from: u16, to: u16, ahead: i32) -> impl Iterator<Item = i32> {
    let start = day.num_days_from_monday() as i32 * DAY - ahead;
    (start + i32::from(from)..start + i32::from(to)).map(|minute| minute.rem_euclid(WEEK))
}

pub(crate) fn compare(crew: &Crew, agreement: &Agreement) -> Result<(), TestCaseError> {
    let settled = crew.settled();
    let (kept, team) = (agreement.prepared(), agreement.prepared().team());
    let places = |profile| -> Vec<usize> {
        let members = team.members().filter(|member| kept.profile_of(*member) == profile);
        members.map(MemberRef::index).collect()
    };
    for (place, season) in agreement.seasons.iter().enumerate() {
        let first = season.season.first();
        let week = |member: MemberRef<'_>| -> Circle {
            let by = shift_on(agreement, member, first);
            Week::of(&settled.people[member.index()], first).at_work.turned(by)
        };
        let weeks: Vec<Circle> = team.members().map(week).collect();
        let ahead = |member: usize| leads_on(&settled.people[member], first)[0].own;
        for ask in &agreement.ask {
            for asker in places(ask.profile) {
                let mut found: Vec<Option<Vec<usize>>> = vec![None; WEEK as usize];
                for hours in &ask.seasons[place] {
                    let mut whom: Vec<usize> =
                        hours.whom.iter().flat_map(|profile| places(*profile)).collect();
                    whom.retain(|other| *other != asker);
                    whom.sort_unstable();
                    for minute in hours
                        .days
                        .iter(Weekday::Mon)
                        .flat_map(|day| minutes(day, hours.from, hours.to, ahead(asker)))
                    {
                        prop_assert!(found[minute as usize].is_none(), "{asker} twice at {minute}");
                        found[minute as usize] = Some(whom.clone());
                    }
                }
                for minute in 0..WEEK {
                    let others = (0..weeks.len()).filter(|one| *one != asker && weeks[*one].contains(minute));
                    let expected = weeks[asker].contains(minute).then(|| others.collect::<Vec<_>>());
                    let about = format!("{asker} at {minute} from {first}, {}", tz_versions());
                    prop_assert_eq!(&found[minute as usize], &expected, "{}", about);
                }
            }
        }
        for clock in &agreement.clocks {
            let those: Vec<usize> = clock.profiles.iter().flat_map(|profile| places(*profile)).collect();
            let lead = ahead(those[0]);
            prop_assert!(those.iter().all(|one| ahead(*one) == lead), "{those:?} read different clocks");
            let on_clock = |hours: &tzplan::WeeklyHours| {
                let mut own = Circle::empty(WEEK);
                for stretch in hours.stretches() {
                    minutes(stretch.day(), stretch.start(), stretch.end(), lead).for_each(|at| own.add(at));
                }
                own
            };
            for person in &clock.seasons[place].at_work {
                let (hours, one) = (on_clock(&person.hours), places(person.profile)[0]);
                let here = |minute| those.iter().any(|other| weeks[*other].contains(minute));
                let same = (0..WEEK).all(|at| hours.contains(at) == (weeks[one].contains(at) && here(at)));
                prop_assert!(same, "{one} beside {those:?} from {first}: {} {}", person.hours, tz_versions());
            }
            for person in &clock.seasons[place].alone {
                let (hours, one) = (on_clock(&person.hours), places(person.profile)[0]);
                let others =
                    |minute| (0..weeks.len()).any(|other| other != one && weeks[other].contains(minute));
                let same = (0..WEEK).all(|at| hours.contains(at) == (weeks[one].contains(at) && !others(at)));
                prop_assert!(same, "{one} alone from {first}: {} {}", person.hours, tz_versions());
            }
        }
        let lived_by: usize = agreement.clocks.iter().map(|clock| clock.profiles.len()).sum();
        prop_assert_eq!(lived_by, agreement.ask.len());
        for group in &agreement.groups {
            let required = |profile| {
                places(profile)
                    .into_iter()
                    .filter(|one| kept.is_required(team.member(*one).expect("a member")))
            };
            let shared =
                group.profiles.iter().flat_map(|profile| required(*profile)).map(|one| weeks[one].clone());
            let shared = shared.reduce(|all, one| all.and(&one)).unwrap_or_else(|| Circle::empty(WEEK));
            for person in &group.core[place].people {
                let ahead = ahead(places(person.profile)[0]);
                let mut own = Circle::empty(WEEK);
                for stretch in person.hours.stretches() {
                    minutes(stretch.day(), stretch.start(), stretch.end(), ahead)
                        .for_each(|minute| own.add(minute));
                }
                let same = (0..WEEK).all(|minute| own.contains(minute) == shared.contains(minute));
                prop_assert!(same, "{:?} from {first}: {} {}", person.profile, person.hours, tz_versions());
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn whoever_is_at_work_can_be_asked_and_nobody_else(crew in yearly_crew(1..=5), rules in rules()) {
        let stated = PreparedTeam::new(&library::team(&crew), library::horizon(&crew));
        let plan = Plan::of(&stated, &library::policy(&rules));
        let mut options = AgreementOptions::default();
        options.standups = false;
        compare(&crew, &Agreement::of(&stated, &plan, &options))?;
    }

    /// Whatever a slot asks is held to the law where meetings are.
    #[test]
    fn a_stand_up_asks_no_more_than_may_be_asked(crew in yearly_crew(2..=4), rules in rules()) {
        let policy = library::policy(&rules);
        let agreed = |crew: &Crew| {
            let stated = PreparedTeam::new(&library::team(crew), library::horizon(crew));
            Agreement::of(&stated, &Plan::of(&stated, &policy), &AgreementOptions::default())
        };
        let may_be_asked = |plan: &SlotPlan| {
            let Burden { no_workday, night, worst, .. } = plan.required;
            no_workday == 0 && night == 0 && worst <= policy.max_shift()
        };
        let (as_stated, settled) = (agreed(&crew), agreed(&crew.settled()));
        for (standup, without_short_stays) in as_stated.standups.iter().zip(&settled.standups) {
            let ranked = standup.meetings.ranked();
            let first = ranked.iter().find(|plan| may_be_asked(plan));
            let chosen = standup.choice.as_ref().map(|choice| choice.plan);
            prop_assert_eq!(chosen.is_some(), first.is_some());
            prop_assert!(chosen.iter().all(may_be_asked), "{:?}", chosen);
            // Days off choose no weekday: one of them costs what the first of the ranking does, as if nobody were
            // off.
            let as_if_nobody_off = |plan: &SlotPlan| {
                let Burden { no_workday, night, unreasonable, worst, total, .. } = plan.required;
                (plan.without_quorum, no_workday, night, unreasonable, worst, total)
            };
            let slots = standup.choice.iter().flat_map(|choice| &choice.slots);
            let least = slots.map(|slot| as_if_nobody_off(&standup.meetings.plan(*slot))).min();
            prop_assert_eq!(least, first.map(as_if_nobody_off));
            prop_assert_eq!(standup.least_bad.is_some(), first.is_none() && !ranked.is_empty());
            prop_assert_eq!(&standup.choice, &without_short_stays.choice, "short stays are exceptions");
            for week in standup.rotation.iter().flat_map(|turns| &turns.weeks) {
                prop_assert!(may_be_asked(&standup.meetings.plan(week.slot)), "{:?}", week.slot);
            }
        }
    }
}
