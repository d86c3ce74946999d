//! Meetings without a clean slot: why, and the nearest change; with a quorum and without.

use std::collections::BTreeSet;

use chrono::{NaiveDate, Weekday, WeekdaySet};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use tzplan::meeting::{Cause, ChangeKind, MeetingOptions, Meetings};
use tzplan::{Minutes, PreparedTeam};

use crate::support::crew::Crew;
use crate::support::generators::dated_crew;
use crate::support::reference::meeting::{ExpectedAsk, ExpectedBurden, is_away, occurrences};
use crate::support::reference::meeting_change::{Question, opened};
use crate::support::reference::target::Rules;
use crate::support::{cases, tz_versions};

fn question() -> impl Strategy<Value = Question> {
    let days = prop_oneof![
        3 => proptest::sample::subsequence(vec![0_u32, 1, 2, 3, 4, 5, 6], 1..=2),
        1 => Just(vec![0, 1, 2, 3, 4]),
    ];
    let quorum = prop_oneof![2 => Just(None), 1 => (1_usize..=5).prop_map(Some)];
    let step = prop_oneof![Just(90), Just(120), Just(180)];
    let duration = prop_oneof![3 => 15_u32..=240, 1 => 241_u32..=900];
    (dated_crew(1..=4), duration, step, days, quorum, 0..=240).prop_map(
        |(crew, duration, step, days, quorum, max_shift)| {
            let anchor = crew.people[0].posts[0].place.clone();
            let rules = Rules { step, max_shift, ..Rules::default() };
            Question { crew, anchor, duration, rules, days, quorum }
        },
    )
}

fn options(question: &Question) -> MeetingOptions {
    let mut options = MeetingOptions::default();
    (options.duration, options.anchor) = (Minutes(question.duration), Some(question.anchor.zone()));
    let weekdays = question.days.iter().map(|day| Weekday::try_from(*day as u8).expect("a weekday"));
    (options.days, options.quorum) = (Some(weekdays.collect::<WeekdaySet>()), question.quorum);
    options
}

proptest! {
    #![proptest_config(cases(80))]

    #[test]
    fn the_nearest_changes_are_those_of_a_search_through_all(question in question()) {
        let (team, horizon) = (question.crew.team(), question.crew.horizon());
        let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &question.rules.policy(), &options(&question));
        let found: Vec<_> = meetings.changes().into_iter().map(opened).collect();
        prop_assert_eq!(found, question.changes(&team), "{}", tz_versions());
        let obstacles = meetings.obstacles();
        prop_assert_eq!(obstacles.as_ref().map(|all| all.reason), question.reason(), "{}", tz_versions());
        let clean = meetings.ranked().iter().any(tzplan::meeting::SlotPlan::is_clean);
        let slots = meetings.slots().count() as u32;
        prop_assert_eq!(clean || slots == 0, obstacles.is_none());
        for counts in obstacles.iter().flat_map(|all| &all.members) {
            // What is off is among what suits, but of a meeting that happens once.
            let once = if meetings.options().once.is_some() { counts.day_off } else { 0 };
            prop_assert_eq!(counts.suit + once + counts.outside_hours + counts.no_workday, slots);
        }
    }

    #[test]
    fn slots_with_a_quorum_cost_what_their_occurrences_ask(question in question()) {
        let (team, horizon) = (question.crew.team(), question.crew.horizon());
        let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &question.rules.policy(), &options(&question));
        let required = question.required();
        let mut plans = Vec::new();
        let judged = question.judged(&question.days, question.duration);
        for ((slot, asked), (_, judged)) in question.asked(&question.days, question.duration).into_iter().zip(judged) {
            let (mut costs, mut without_quorum) = ([ExpectedBurden::default(); 2], 0);
            let quorum = question.quorum.unwrap_or(0);
            let attending = |people: &[ExpectedAsk]| {
                people.iter().filter(|asked| !asked.off && asked.within_hours()).count()
            };
            let ordinarily = |people: &[ExpectedAsk]| people.iter().filter(|asked| asked.within_hours()).count();
            let spoilt = asked.iter().filter(|(_, people)| {
                (0..people.len()).any(|i| required[i] && people[i].off)
                    || ordinarily(people) >= quorum && attending(people) < quorum
            });
            let spoilt: Vec<_> = spoilt.map(|(date, _)| *date).collect();
            let exceptions: Vec<_> = meetings.exceptions(slot).iter().map(|occurrence| occurrence.date).collect();
            prop_assert_eq!(exceptions, spoilt, "{:?} {}", slot, tz_versions());
            for (_, people) in &judged {
                // Everybody marked is there too.
                let all = (0..people.len()).all(|i| !required[i] || people[i].within_hours());
                without_quorum += u64::from(question.quorum.is_some_and(|quorum| ordinarily(people) < quorum || !all));
                for (asked, required) in people.iter().zip(&required) {
                    costs[usize::from(!required)].add(*asked);
                }
            }
            plans.push((without_quorum, costs[0], costs[1], slot));
        }
        plans.sort();
        let ranked = meetings.ranked().into_iter();
        let ranked: Vec<_> = ranked.map(|plan| (plan.without_quorum, plan.required.into(), plan.optional.into(), plan.slot)).collect();
        prop_assert_eq!(ranked, plans, "{}", tz_versions());
    }

    #[test]
    fn costs_tell_every_date_with_its_cause(question in question()) {
        let question = Question { crew: Crew { days: 28, ..question.crew }, ..question };
        let (team, horizon) = (question.crew.team(), question.crew.horizon());
        let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &question.rules.policy(), &options(&question));
        for (slot, asked) in question.asked(&question.days[..1], question.duration) {
            let costs = meetings.costs(slot);
            for (i, member) in team.members().enumerate() {
                let own = costs.iter().filter(|cost| cost.schedule == member.schedule_id());
                let mut found: Vec<_> = own
                    .flat_map(|cost| cost.dates.iter().map(|date| (*date, ExpectedAsk::from(cost.asked), cost.cause)))
                    .collect();
                found.sort_by_key(|(date, ..)| *date);
                let weekday = slot.day().num_days_from_monday();
                let starts = occurrences(&question.crew, &question.anchor, weekday, slot.time.minutes().into());
                let person = &question.crew.people[i];
                let away = |date| starts.iter().any(|(on, start)| *on == date && is_away(person, *start));
                let least_of = |dates: &dyn Fn(NaiveDate) -> bool| {
                    let these = asked.iter().filter(|(date, _)| dates(*date));
                    these.map(|(_, people)| people[i].ordinarily()).min()
                };
                // "Weeks are held against the others in the same place, those of a stay against those of
                // other places."
                let at_home = least_of(&|date| !away(date));
                let least = at_home.or_else(|| least_of(&|_| true)).expect("four weeks");
                let expected = asked.iter().map(|(date, people)| match people[i] {
                    asked if asked.off => (*date, ExpectedAsk { off: true, ..ExpectedAsk::NOTHING }, Cause::DayOff),
                    asked if asked > least && at_home.is_some() && away(*date) => (*date, asked, Cause::Stay),
                    asked if asked > least => (*date, asked, Cause::ClockChange),
                    asked => (*date, asked, Cause::Hours),
                });
                let expected: Vec<_> = expected.filter(|(_, asked, _)| *asked != ExpectedAsk::NOTHING).collect();
                prop_assert_eq!(found, expected, "{:?} {}", slot, tz_versions());
            }
        }
    }
}

#[test]
fn the_questions_reach_every_reason_and_every_change() {
    let mut runner = TestRunner::deterministic();
    let mut seen = BTreeSet::new();
    for _ in 0..500 {
        let question = question().new_tree(&mut runner).expect("a question").current();
        let (team, horizon) = (question.crew.team(), question.crew.horizon());
        let meetings =
            Meetings::new(&PreparedTeam::new(&team, horizon), &question.rules.policy(), &options(&question));
        seen.extend(meetings.obstacles().map(|obstacles| obstacles.reason.to_string()));
        for change in meetings.changes() {
            let kind = match change.kind {
                ChangeKind::LongerDay { .. } => "longer",
                ChangeKind::Optional { .. } => "optional",
                ChangeKind::Shorter { .. } => "shorter",
                _ => "other day",
            };
            let left_out = if change.left_out.is_empty() { "" } else { ", dates left out" };
            seen.insert(format!("{kind}{left_out}"));
        }
    }
    for wanted in [
        "quorum-too-large",
        "no-shared-weekday",
        "outside-hours",
        "longer",
        "optional",
        "shorter",
        "shorter, dates left out",
        "other day",
    ] {
        assert!(seen.contains(wanted), "no `{wanted}` among {seen:?}");
    }
}
