//! Rotations against every sequence of slots there is.

use std::collections::BTreeSet;

use chrono::Weekday;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use tzplan::meeting::{MeetingOptions, Meetings, Rotation, RotationOptions, Slot, SlotPlan};
use tzplan::{ClockTime, Minutes, PreparedTeam};

use crate::support::generators::{dated_crew, rules};
use crate::support::reference::meeting::ExpectedAsk;
use crate::support::reference::meeting_rotation::{Rota, Value};
use crate::support::reference::target::Rules;
use crate::support::{cases, tz_versions};

fn rota() -> impl Strategy<Value = Rota> {
    let slot = (0_u32..5, 0_u16..48).prop_map(|(day, half)| (day, half * 30));
    // Times near each other, of which people take turns, or any.
    let near = (0_u32..5, 0_u16..1080, proptest::collection::vec(0_u16..12, 2..=5)).prop_map(
        |(day, time, after)| {
            after.into_iter().map(|half| (day, time / 30 * 30 + half * 30)).collect::<Vec<_>>()
        },
    );
    let slots = prop_oneof![1 => proptest::collection::vec(slot, 1..=5), 1 => near];
    let carried = || proptest::collection::vec(prop_oneof![2 => Just(0_u64), 1 => 0_u64..300], 0..=4);
    let rules = prop_oneof![1 => Just(Rules::default()), 1 => rules()];
    (dated_crew(1..=4), rules, 15_u32..=120, 1_usize..=4, slots, carried(), carried()).prop_map(
        |(mut crew, rules, duration, weeks, mut slots, stretch, night)| {
            crew.days = 28;
            slots.sort_unstable();
            slots.dedup();
            let anchor = crew.people[0].posts[0].place.clone();
            Rota { crew, anchor, rules, duration, weeks, slots, carried: [stretch, night] }
        },
    )
}

fn rotation(rota: &Rota, kept: Option<usize>) -> (tzplan::Team, Rotation) {
    let (team, horizon) = (rota.crew.team(), rota.crew.horizon());
    let mut meeting = MeetingOptions::default();
    (meeting.duration, meeting.anchor) = (Minutes(rota.duration), Some(rota.anchor.zone()));
    let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &rota.rules.policy(), &meeting);
    let weekly = |(day, time): &(u32, u16)| {
        let time = ClockTime::from_minutes(*time).expect("a time of day");
        meetings.plan(Slot::weekly(Weekday::try_from(*day as u8).expect("a weekday"), time))
    };
    let slots: Vec<SlotPlan> = rota.slots.iter().map(weekly).collect();
    let mut options = RotationOptions::default();
    options.weeks = rota.weeks;
    [options.carried, options.carried_night] = rota.carried.clone();
    options.kept = kept.unwrap_or(options.kept);
    let rotation = meetings.rotation(&slots, &options).expect("four weeks have every weekday");
    (team, rotation)
}

fn chosen(rota: &Rota, rotation: &Rotation) -> Vec<usize> {
    let place = |slot: Slot| {
        let wanted = (slot.day().num_days_from_monday(), slot.time.minutes());
        rota.slots.iter().position(|slot| *slot == wanted).expect("a slot of the case")
    };
    rotation.weeks.iter().map(|week| place(week.slot)).collect()
}

/// What a rotation says it comes to, but for the weeks.
fn told(rotation: &Rotation) -> [u64; 5] {
    let Rotation { no_workday, off, largest_night, largest, total_night, total, .. } = *rotation;
    [no_workday + off, largest_night, largest, total_night, total]
}

fn expected(value: &Value) -> [u64; 5] {
    [value.missed, value.largest_night, value.largest, value.total_night, value.total]
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn the_best_of_all_sequences_is_found(rota in rota()) {
        let asked = rota.asked();
        let best = rota.best(&asked);
        let (team, rotation) = rotation(&rota, None);
        prop_assert!(rotation.exact);
        prop_assert_eq!(&chosen(&rota, &rotation), &best, "{}", tz_versions());
        let value = rota.value(&asked, &best);
        prop_assert_eq!(told(&rotation), expected(&value));
        prop_assert_eq!((rotation.bound_night, rotation.bound), (value.largest_night, value.largest));
        let [stretch, night, unreasonable] = rota.worst_of_the_best(&asked);
        let limit = [rotation.limit.stretch, rotation.limit.night, rotation.limit.unreasonable];
        prop_assert_eq!(limit, [stretch + 60, night, unreasonable].map(Minutes));

        let ledger = rotation.ledger(&team);
        let required = rota.crew.required();
        for (i, entry) in ledger.entries.iter().enumerate() {
            let found: Vec<_> = entry.weeks.iter().map(|given| ExpectedAsk::from(*given)).collect();
            let of = best.iter().enumerate().map(|(week, slot)| asked[*slot][week][i].given());
            prop_assert_eq!((entry.member.index(), found), (i, of.collect::<Vec<_>>()));
        }
        let most = |of: fn(&tzplan::meeting::Entry) -> u64| {
            required.iter().map(|i| of(&ledger.entries[*i])).max()
        };
        prop_assert_eq!(most(|entry| entry.after()), Some(value.largest));
        prop_assert_eq!(most(|entry| entry.night_after()), Some(value.largest_night));
        let mut after: Vec<u64> = vec![0; rota.weeks];
        for entry in required.iter().map(|i| &ledger.entries[*i]) {
            after.iter_mut().zip(entry.cumulative()).for_each(|(most, minutes)| *most = minutes.max(*most));
        }
        prop_assert_eq!(after, value.after);
    }

    #[test]
    fn a_search_cut_short_says_so_and_gives_a_bound(rota in rota()) {
        let asked = rota.asked();
        let value = rota.value(&asked, &rota.best(&asked));
        let (_, rotation) = rotation(&rota, Some(1));
        let own = rota.value(&asked, &chosen(&rota, &rotation));
        prop_assert_eq!(told(&rotation), expected(&own));
        prop_assert_eq!(rotation.no_workday + rotation.off, value.missed);
        prop_assert!(rotation.bound_night <= value.largest_night && value.largest_night <= rotation.largest_night);
        prop_assert!(rotation.bound <= value.largest);
        if rotation.exact {
            prop_assert_eq!(own, value);
            prop_assert_eq!((rotation.bound_night, rotation.bound), (rotation.largest_night, rotation.largest));
        }
    }
}

#[test]
fn the_rotations_reach_every_rule() {
    let mut runner = TestRunner::deterministic();
    let mut seen = BTreeSet::new();
    for _ in 0..1_000 {
        let rota = rota().new_tree(&mut runner).expect("a rotation").current();
        let asked = rota.asked();
        let (best, limit) = (rota.best(&asked), rota.worst_of_the_best(&asked));
        let value = rota.value(&asked, &best);
        let weeks = 0..rota.weeks;
        let capped = |kind: usize| {
            let beyond = |slot: usize, week: usize| {
                rota.crew.required().into_iter().any(|i| {
                    let of = asked[slot][week][i];
                    [of.stretch > limit[0] + 60, of.night > limit[1], of.unreasonable > limit[2]][kind]
                })
            };
            weeks.clone().any(|week| (0..rota.slots.len()).any(|slot| beyond(slot, week)))
        };
        // The same turns in another order, which come to the same in the end.
        let mut turned = best.clone();
        turned.rotate_right(1);
        let allowed = turned.iter().enumerate().all(|(week, slot)| rota.allowed(&asked, limit, *slot, week));
        let other = rota.value(&asked, &turned);
        let facts = [
            ("a turn is too long", capped(0)),
            ("a turn is too late", capped(1)),
            ("a turn is at an unreasonable hour", capped(2)),
            ("night", value.total_night > 0),
            ("carried night decides", value.largest_night > value.total_night && value.total_night > 0),
            ("missed", value.missed > 0),
            ("several slots", best.iter().collect::<BTreeSet<_>>().len() > 1),
            ("turns in turn", allowed && expected(&other) == expected(&value) && other.after > value.after),
            ("optional people", rota.crew.required().len() < rota.crew.people.len()),
        ];
        seen.extend(facts.into_iter().filter(|(_, is_so)| *is_so).map(|(fact, _)| fact));
    }
    assert_eq!(seen.len(), 9, "{seen:?}");
}
