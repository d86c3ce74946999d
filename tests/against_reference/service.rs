//! Service hours and hand-offs between groups.

use proptest::prelude::*;
use tzplan::PreparedTeam;
use tzplan::coverage::{Service, follow_the_sun, service_coverage};

use crate::support::crew::hours;
use crate::support::generators::{dated_crew, shifts};
use crate::support::reference::service as expected;
use crate::support::{cases, tz_versions};

proptest! {
    #![proptest_config(cases(250))]

    #[test]
    fn gaps_are_service_hours_with_too_few_people(
        crew in dated_crew(1..=4),
        wanted in prop::option::of(shifts()),
        people in 0_u32..=3,
    ) {
        let service = match &wanted {
            Some(shifts) => Service::hours(hours(shifts)),
            None => Service::around_the_clock(),
        };
        let found = service_coverage(&PreparedTeam::new(&crew.team(), crew.horizon()), &service.at_least(people));
        let gaps = found.gaps.iter().map(|gap| {
            (gap.start.epoch_minutes(), gap.end.epoch_minutes(), gap.cause.as_str(), gap.for_days_off.get())
        });
        let found = (found.covered.get(), found.all.get(), gaps.collect::<Vec<_>>());
        prop_assert_eq!(found, expected::gaps(&crew, wanted.as_deref(), people), "{}", tz_versions());
    }

    #[test]
    fn who_goes_on_is_who_stays_longest(crew in dated_crew(1..=5), groups in prop::collection::vec(0_usize..3, 5)) {
        let count = crew.people.iter().zip(&groups).map(|(_, group)| group + 1).max().unwrap_or(0);
        let found = follow_the_sun(&PreparedTeam::new(&crew.team(), crew.horizon()), |member| Some(groups[member.index()]));
        let found: Vec<_> = found.iter().map(|season| {
            let relays = season.relays.iter().map(|relay| {
                (relay.from, relay.to, relay.at.get(), relay.overlap.get(), relay.gap.get())
            });
            (season.season.first(), season.season.last(), season.home_minutes_ahead, relays.collect::<Vec<_>>())
        }).collect();
        let expected = expected::relays(&crew, &groups, count).into_iter();
        let expected: Vec<_> = expected.map(|(season, ahead, relays)| (season.first, season.last, ahead, relays)).collect();
        prop_assert_eq!(found, expected, "{}", tz_versions());
    }
}
