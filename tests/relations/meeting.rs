//! Relations of meetings.

use proptest::prelude::*;
use tzplan::PreparedTeam;
use tzplan::meeting::{MeetingOptions, Meetings};

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
}
