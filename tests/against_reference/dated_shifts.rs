//! Days that are moved on some dates: whatever the date, its hours are those looked up for it.

use chrono::{Days, NaiveDate, Weekday};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use tzplan::agreement::{Agreement, AgreementOptions};
use tzplan::days_off::DaysOff;
use tzplan::meeting::{MeetingOptions, Meetings};
use tzplan::reply::{Delay, Replies, Wait};
use tzplan::{Interval, Minutes, Plan, Policy, PreparedTeam, UtcMinute, availability};

use super::agreement::compare;
use super::people::burden;
use crate::support::law::generators::{dated_crew, rules};
use crate::support::law::hours::{availability as minutes_of, dated_shifts, is_refused, range};
use crate::support::law::meeting as law;
use crate::support::law::people::{Crew, Mark, Person, Place};
use crate::support::law::reply::{Exact, Spread, replies};
use crate::support::law::rules::Rules;
use crate::support::{cases, date, library, tz_versions};

/// A crew of which some people's days are moved on some dates, by up to half a day.
fn moving_crew() -> impl Strategy<Value = Crew> {
    let moved = (0_usize..3, 0_u64..32, 1_u64..20, -24_i32..=24);
    (dated_crew(1..=3), vec(moved, 1..=4)).prop_map(|(mut crew, moves)| {
        for (one, after, days, halves) in moves {
            let (one, from) = (one % crew.people.len(), crew.from + Days::new(after) - Days::new(2));
            crew.people[one] = crew.people[one].clone().moved(from, from + Days::new(days), halves * 30);
        }
        crew
    })
}

/// People of places of one clock in winter, who work the same few hours: together as long as no clock
/// changes, so that they agree on shifts of some seasons.
fn seasonal_crew() -> impl Strategy<Value = Crew> {
    let places = &[
        ["Europe/London", "Africa/Accra"],
        ["Europe/Berlin", "Africa/Lagos"],
        ["America/New_York", "America/Bogota"],
        ["Australia/Sydney", "Australia/Brisbane"],
    ];
    let week =
        prop_oneof![3 => Just(vec![0, 1, 2, 3, 4]), 1 => subsequence(vec![0_u8, 1, 2, 3, 4, 5, 6], 3..=5)];
    let hours = (week, 14_u16..=26, 6_u16..=8);
    let marks = &[Mark::Unmarked, Mark::Unmarked, Mark::Required, Mark::Optional];
    let person = (0_usize..2, select(&marks[..]), proptest::option::of(0_u64..364), 0_u8..4);
    let spare = select(&["Asia/Tokyo", "America/Lima"][..]);
    (select(&places[..]), hours, vec(person, 2..=4), 0_u64..364, spare).prop_map(
        |(places, (days, start, halves), people, after, abroad)| {
            let from = date("2026-11-23") + Days::new(after);
            let shifts: Vec<_> = days.iter().map(|day| (*day, start * 30, (start + halves) * 30)).collect();
            // Both places have somebody.
            let of_one = |(at, (place, mark, off, stays)): (usize, &(usize, Mark, Option<u64>, u8))| {
                let place = if at < 2 { at } else { *place };
                let one = Person::new(Place::Iana(places[place]), shifts.clone()).marked(*mark);
                let first = from + Days::new(off.unwrap_or_default());
                let one = if off.is_some() { one.off(&[first, first + Days::new(1)]) } else { one };
                match stays {
                    0 => one.stay(first, Some(first + Days::new(9)), Place::Iana(abroad)),
                    _ => one,
                }
            };
            Crew::new(people.iter().enumerate().map(of_one).collect(), from, 364)
        },
    )
}

fn prepared(crew: &Crew) -> PreparedTeam {
    PreparedTeam::new(&library::team(crew), library::horizon(crew))
}

fn at_work(prepared: &PreparedTeam, one: usize, (from, to): (i32, i32)) -> Vec<(i32, i32)> {
    let range = Interval::new(UtcMinute::from_epoch_minutes(from), UtcMinute::from_epoch_minutes(to));
    let schedule = prepared.team().member(one).expect("somebody").schedule();
    let set = availability(schedule, range.expect("a range"));
    set.iter().map(|work| (work.start().epoch_minutes(), work.end().epoch_minutes())).collect()
}

/// Held to the definition: the minutes, and whose days off cost a day.
fn same_minutes(crew: &Crew, prepared: &PreparedTeam) -> Result<(), TestCaseError> {
    let (from, to) = range(crew);
    // Behind the horizon, too.
    let to = to + 20 * 1440;
    for (one, person) in crew.people.iter().enumerate() {
        let expected = minutes_of(person, from, to);
        let found = at_work(prepared, one, (from, to));
        let total: i32 = found.iter().map(|(start, end)| end - start).sum();
        let all = found.iter().all(|(start, end)| (*start..*end).all(|minute| expected.contains(minute)));
        let minutes = (from..to).filter(|minute| expected.contains(*minute)).count();
        prop_assert!(all && total as usize == minutes, "{one} of {crew:?}: {found:?} {}", tz_versions());
    }
    let loses = |person: &Person, date: NaiveDate| {
        let shifts = person.posts.iter();
        let mut shifts = shifts.flat_map(|post| dated_shifts(post, date - Days::new(4), date + Days::new(4)));
        person.days_off.contains(&date) && shifts.any(|shift| shift.date == date)
    };
    let required = crew.required();
    let lost = crew.dates().filter(|date| required.iter().any(|one| loses(&crew.people[*one], *date)));
    prop_assert_eq!(DaysOff::of(prepared).dates, lost.collect::<Vec<_>>(), "{}", tz_versions());
    Ok(())
}

fn same_wait(found: Option<Wait>, crew: &Crew, asker: usize, asked: Vec<usize>) -> Result<(), TestCaseError> {
    let expected = replies(crew, &[(asker, asked)]);
    let figures = |spread: &Spread| {
        let minutes = |exact: Option<Exact>| exact.map(Exact::minutes);
        [
            Some(spread.none.minutes()),
            minutes(spread.mean),
            minutes(spread.p50),
            minutes(spread.p95),
            minutes(spread.worst),
        ]
    };
    let of_delay =
        |delay: Delay| [Some(delay.none), delay.mean, delay.p50, delay.p95, delay.worst.map(f64::from)];
    let found = found.map(|wait| [of_delay(wait.elapsed()), of_delay(wait.blocked)]);
    let expected = expected.map(|all| [figures(&all.wait), figures(&all.blocked)]);
    let close = |(one, other): (&Option<f64>, &Option<f64>)| match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() <= 1e-6 * other.abs().max(1.0),
        (one, other) => one == other,
    };
    let same = match (&found, &expected) {
        (Some(found), Some(expected)) => found.iter().flatten().zip(expected.iter().flatten()).all(close),
        (None, None) => true,
        _ => false,
    };
    prop_assert!(same, "{asker}: {found:?} instead of {expected:?}; {}", tz_versions());
    Ok(())
}

fn costs(meetings: &Meetings) -> Vec<(law::Slot, law::Burden, law::Burden)> {
    let of_slot = |plan: &tzplan::meeting::SlotPlan| {
        let weekday = plan.slot.day().num_days_from_monday();
        let slot = law::Slot { weekday, time: plan.slot.time.minutes().into() };
        (slot, burden(plan.required), burden(plan.optional))
    };
    meetings.ranked().iter().map(of_slot).collect()
}

/// The people as they keep an agreement, what holds on the first and the last date beyond these, too.
fn keeping(crew: &Crew, agreement: &Agreement) -> Crew {
    let mut kept = crew.clone();
    let end = crew.from + Days::new(crew.days.into());
    for shifts in &agreement.shifts {
        let (mut from, mut to) = (shifts.dates.first(), shifts.dates.after());
        if from == crew.from {
            from = from - Days::new(1000);
        }
        if to == end {
            to = to + Days::new(1000);
        }
        for one in &shifts.moves {
            for member in &one.members {
                let place = member.index();
                kept.people[place] =
                    kept.people[place].clone().moved(from, to, one.asked.from_stated.minutes());
            }
        }
    }
    kept
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn every_date_has_the_hours_looked_up_for_it(crew in moving_crew()) {
        prop_assume!(!is_refused(&crew));
        same_minutes(&crew, &prepared(&crew))?;
    }

    #[test]
    fn waits_follow_the_hours_of_each_date(crew in moving_crew()) {
        prop_assume!(!is_refused(&crew) && crew.people.len() > 1);
        let prepared = prepared(&crew);
        let waits = Replies::new(&prepared);
        same_wait(waits.between(0, 1), &crew, 0, vec![1])?;
        same_wait(waits.between(1, 0), &crew, 1, vec![0])?;
    }

    #[test]
    fn meetings_are_judged_by_the_hours_of_each_date(crew in moving_crew(), rules in rules(), day in 0_u32..7) {
        prop_assume!(!is_refused(&crew));
        let mut options = MeetingOptions::default();
        options.anchor = Some(Place::Iana("Europe/Berlin").zone());
        options.days = Some(chrono::WeekdaySet::single(Weekday::try_from(day as u8).expect("a weekday")));
        options.duration = Minutes(45);
        let meetings = Meetings::new(&prepared(&crew), &library::policy(&rules), &options);
        let question = law::Question::new(crew.clone(), Place::Iana("Europe/Berlin"), 45, rules);
        prop_assert_eq!(costs(&meetings), question.ranked(&question.slots(&[day])), "{}", tz_versions());
    }
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn an_agreement_is_about_the_hours_of_each_date(crew in seasonal_crew()) {
        let stated = prepared(&crew);
        let policy = Policy::default();
        let agreement = Agreement::of(&stated, &Plan::of(&stated, &policy), &AgreementOptions::default());
        // Whoever is alone in being required agrees with nobody.
        prop_assume!(!agreement.shifts.is_empty());
        prop_assert!(agreement.shifts.iter().all(|shifts| !shifts.all_year));
        compare(&crew, &agreement)?;
        let kept = keeping(&crew, &agreement);
        same_minutes(&kept, agreement.prepared())?;
        for blocked in &agreement.blocked {
            let asker = blocked.members[0].index();
            let others = (0..crew.people.len()).filter(|other| *other != asker).collect();
            same_wait(blocked.anybody, &kept, asker, others)?;
            for slow in blocked.slowest.iter().chain(&blocked.few_hours) {
                same_wait(Some(slow.wait), &kept, asker, vec![slow.member.index()])?;
            }
        }
        let standup = &agreement.standups[0];
        let weekdays: Vec<u32> =
            standup.meetings.days().iter(Weekday::Mon).map(|day| day.num_days_from_monday()).collect();
        let rules = Rules { step: 60, ..Rules::default() };
        let question = law::Question::new(kept.settled(), Place::Iana("UTC"), 30, rules);
        let expected = question.ranked(&question.slots(&weekdays));
        let found = costs(&standup.meetings);
        for slot in &expected {
            prop_assert!(found.contains(slot), "{:?} of {:?}", slot, tz_versions());
        }
    }
}
