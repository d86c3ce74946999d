//! Relations of meetings.

use std::collections::BTreeMap;

use chrono::WeekdaySet;
use proptest::prelude::*;
use tzplan::meeting::{MeetingOptions, Meetings, Slot};
use tzplan::{Minutes, PreparedTeam};

use crate::support::cases;
use crate::support::generators::{dated_crew, rules, yearly_crew};

proptest! {
    #![proptest_config(cases(60))]

    /// The short way to the best meeting leads where the ranking of every slot does.
    #[test]
    fn the_best_meeting_is_the_first_of_the_ranking(
        crew in prop_oneof![yearly_crew(1..=4), dated_crew(1..=4)],
        rules in rules(),
        quorum in proptest::option::of(1_usize..=4),
    ) {
        let mut options = MeetingOptions::default();
        options.quorum = quorum;
        let prepared = PreparedTeam::new(&crew.team(), crew.horizon());
        let meetings = Meetings::new(&prepared, &rules.policy(), &options);
        let first = meetings.choices(&meetings.ranked()).into_iter().next();
        prop_assert_eq!(format!("{:?}", meetings.best().map(|best| (best.plan, best.slots.first().copied()))),
            format!("{:?}", first.map(|first| (first.plan, first.slots.first().copied()))));
    }

    /// The best choices, found without comparing all slots, are the first of all choices.
    #[test]
    fn the_first_choices_are_those_of_all(
        crew in prop_oneof![yearly_crew(1..=5), dated_crew(1..=5)],
        rules in rules(),
        quorum in proptest::option::of(1_usize..=5),
        wanted in 1_usize..=12,
        is_once in proptest::bool::weighted(0.2),
    ) {
        let horizon = crew.horizon();
        let mut options = MeetingOptions::default();
        (options.quorum, options.days) = (quorum, Some(WeekdaySet::ALL));
        options.once = is_once.then(|| horizon.dates());
        let meetings = Meetings::new(&PreparedTeam::new(&crew.team(), horizon), &rules.policy(), &options);
        let ranked = meetings.ranked();
        let (all, first) = (meetings.choices(&ranked), meetings.first_choices(&ranked, wanted));
        prop_assert_eq!(&all[..first.len()], &first[..]);
        let wanted = wanted.min(Meetings::alternatives(&all).len());
        prop_assert!(Meetings::alternatives(&first).len() >= wanted);
    }

    /// Most weeks are taken for the one before; each occurrence by itself is looked at.
    #[test]
    fn a_slot_asks_of_everybody_what_its_occurrences_ask(
        crew in prop_oneof![yearly_crew(1..=4), dated_crew(1..=4)],
        rules in rules(),
        duration in 1_u32..=1440,
        place in 0_usize..672,
    ) {
        let mut options = MeetingOptions::default();
        (options.duration, options.days) = (Minutes(duration), Some(WeekdaySet::ALL));
        options.anchor = crew.people.last().map(|person| person.posts[0].place.zone());
        let prepared = PreparedTeam::new(&crew.team(), crew.horizon());
        let meetings = Meetings::new(&prepared, &rules.policy(), &options);
        let slots: Vec<Slot> = meetings.slots().collect();
        // A day that the clock skips has none.
        let Some(slot) = slots.get(place % slots.len().max(1)).copied() else { return Ok(()) };
        for whom in meetings.for_whom(slot) {
            // By time: how many occurrences, the dearest one's costs and side, whether all are alike, the most at night.
            let mut expected = BTreeMap::new();
            for occurrence in meetings.occurrences(slot) {
                let one = meetings.occurrence_for(&occurrence, whom.schedule).expect("somebody has it");
                let key = (one.day.num_days_from_monday(), one.time);
                let (count, dearest, alike, at_night) =
                    expected.entry(key).or_insert((0, (one.asked, one.side), true, one.at_night));
                *count += 1;
                *alike &= one.asked == dearest.0;
                if one.asked.dearness() > dearest.0.dearness() {
                    *dearest = (one.asked, one.side);
                }
                *at_night = one.at_night.max(*at_night);
            }
            let found = whom.times.iter().map(|at| {
                let key = (at.day.num_days_from_monday(), at.time);
                (key, (at.occurrences, (at.asked, at.side), at.alike, at.at_night))
            });
            prop_assert_eq!(found.collect::<BTreeMap<_, _>>(), expected);
        }
    }

    /// The ranking looks at one date of each kind; a slot by itself is looked at date by date.
    #[test]
    fn a_slot_costs_in_the_ranking_what_it_costs_by_itself(
        crew in prop_oneof![yearly_crew(1..=4), dated_crew(1..=4)],
        rules in rules(),
        quorum in proptest::option::of(1_usize..=4),
        duration in 1_u32..=1440,
        is_once in any::<bool>(),
    ) {
        let horizon = crew.horizon();
        let mut options = MeetingOptions::default();
        (options.quorum, options.duration, options.days) = (quorum, Minutes(duration), Some(WeekdaySet::ALL));
        options.anchor = crew.people.last().map(|person| person.posts[0].place.zone());
        options.once = is_once.then(|| horizon.dates());
        let prepared = PreparedTeam::new(&crew.team(), horizon);
        let meetings = Meetings::new(&prepared, &rules.policy(), &options);
        let ranked = meetings.ranked();
        prop_assert_eq!(ranked.len(), meetings.slots().count());
        for plan in ranked {
            prop_assert_eq!(plan, meetings.plan(plan.slot));
        }
    }
}
