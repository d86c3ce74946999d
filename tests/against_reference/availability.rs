//! Availability and the horizon's range.

use proptest::prelude::*;
use tzplan::{UtcMinute, availability, first_instant_at};

use crate::support::generators::{dated_crew, place};
use crate::support::minute_set::pairs;
use crate::support::reference::availability::{availability as expected, range};
use crate::support::{cases, clock, tz_versions};

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn availability_is_the_shifts_less_days_off(crew in dated_crew(1..=3)) {
        let (from, to) = range(&crew);
        let horizon = crew.horizon().range();
        prop_assert_eq!((horizon.start().epoch_minutes(), horizon.end().epoch_minutes()), (from, to));
        let team = crew.team();
        for (member, person) in team.members().zip(&crew.people) {
            let found = availability(member.schedule(), horizon);
            prop_assert_eq!(pairs(&found), expected(person, from, to).runs(), "{}; {:?}", tz_versions(), person);
        }
    }

    #[test]
    fn first_instant_is_the_first_minute_that_reads_so_late(
        place in place(), day in 0_i32..25_000, minute in 0_i32..1440, second in 0_u32..60
    ) {
        let midnight = chrono::NaiveDate::from_epoch_days(day).expect("a date").and_hms_opt(0, 0, 0);
        let wall = midnight.expect("midnight") + chrono::TimeDelta::seconds(i64::from(minute) * 60 + i64::from(second));
        // The first whole minute at which the clock reads the wall time or later, seconds included.
        let reached = |at: &i32| {
            let at = i64::from(*at) * 60;
            at + clock::seconds_ahead(&place, at) >= wall.and_utc().timestamp()
        };
        let expected = (day * 1440 - 1440..).find(reached);
        let found = first_instant_at(&place.zone(), wall).map(UtcMinute::epoch_minutes);
        prop_assert_eq!(found, expected, "{}", tz_versions());
    }
}
