//! Relations of meetings.

use chrono::WeekdaySet;
use proptest::prelude::*;
use tzplan::meeting::{MeetingOptions, Meetings};
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
