//! Rotations against every sequence of slots there is.

use chrono::Weekday;
use proptest::prelude::*;
use tzplan::meeting::{Demand, MeetingOptions, Meetings, Rotation, RotationOptions, Slot};
use tzplan::{ClockTime, Minutes, PreparedTeam};

use crate::support::crew::{Crew, Place};
use crate::support::generators::dated_crew;
use crate::support::reference::meeting::{demand, occurrences};
use crate::support::{cases, tz_versions};

#[derive(Debug)]
struct Case {
    crew: Crew,
    anchor: Place,
    duration: u32,
    weeks: usize,
    slots: Vec<(u32, u16)>,
    carried: Vec<u64>,
}

fn case() -> impl Strategy<Value = Case> {
    let slot = (0_u32..5, 0_u16..48).prop_map(|(day, half)| (day, half * 30));
    let slots = proptest::collection::vec(slot, 1..=5);
    let carried = proptest::collection::vec(prop_oneof![2 => Just(0_u64), 1 => 0_u64..300], 0..=4);
    (dated_crew(1..=4), 15_u32..=120, 1_usize..=4, slots, carried).prop_map(
        |(mut crew, duration, weeks, mut slots, carried)| {
            crew.people.iter_mut().flat_map(|person| &mut person.posts).for_each(|post| post.stays.clear());
            crew.days = 28;
            slots.sort_unstable();
            slots.dedup();
            let anchor = crew.people[0].posts[0].place.clone();
            Case { crew, anchor, duration, weeks, slots, carried }
        },
    )
}

/// What each slot asks of each person in each week.
type Asked = Vec<Vec<Vec<Demand>>>;

fn asked(case: &Case) -> Asked {
    let slot = |(day, time): &(u32, u16)| {
        let dates = occurrences(&case.crew, &case.anchor, *day, (*time).into());
        let of = |start: i32| {
            let people = case.crew.people.iter();
            people.map(|person| demand(person, start, start + case.duration as i32)).collect()
        };
        dates.into_iter().map(|(_, start)| of(start)).collect()
    };
    case.slots.iter().map(slot).collect()
}

/// Missed, the largest cumulative stretch, the total.
fn value(case: &Case, asked: &Asked, sequence: &[usize]) -> (u64, u64, u64) {
    let mut cumulative: Vec<u64> =
        (0..case.crew.people.len()).map(|i| case.carried.get(i).copied().unwrap_or(0)).collect();
    let (mut missed, mut total) = (0, 0);
    for (week, slot) in sequence.iter().enumerate() {
        for (sum, demand) in cumulative.iter_mut().zip(&asked[*slot][week]) {
            match demand {
                Demand::Missed => missed += 1,
                Demand::Stretch(minutes) => {
                    *sum += u64::from(*minutes);
                    total += u64::from(*minutes);
                }
            }
        }
    }
    (missed, cumulative.into_iter().max().unwrap_or(0), total)
}

/// Every sequence, in the order of slots.
fn sequences(slots: usize, weeks: usize) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new()];
    for _ in 0..weeks {
        let longer = |sequence: &Vec<usize>| {
            let sequence = sequence.clone();
            (0..slots).map(move |slot| [sequence.clone(), vec![slot]].concat())
        };
        all = all.iter().flat_map(longer).collect();
    }
    all
}

fn rotation(case: &Case, kept: Option<usize>) -> (tzplan::Team, Rotation) {
    let (team, horizon) = (case.crew.team(), case.crew.horizon());
    let mut meeting = MeetingOptions::default();
    (meeting.duration, meeting.anchor) = (Minutes(case.duration), Some(case.anchor.zone()));
    let meetings =
        Meetings::new(&PreparedTeam::new(&team, horizon.clone()), &tzplan::Policy::default(), &meeting);
    let weekly = |(day, time): &(u32, u16)| {
        Slot::weekly(
            Weekday::try_from(*day as u8).expect("a weekday"),
            ClockTime::from_minutes(*time).expect("a time of day"),
        )
    };
    let mut options = RotationOptions::default();
    (options.weeks, options.carried) = (case.weeks, case.carried.clone());
    options.slots = Some(case.slots.iter().map(weekly).collect());
    options.kept = kept.unwrap_or(options.kept);
    let rotation = meetings.rotation(&options).expect("four weeks have every weekday");
    (team, rotation)
}

fn chosen(case: &Case, rotation: &Rotation) -> Vec<usize> {
    let place = |slot: Slot| {
        let wanted = (slot.day().num_days_from_monday(), slot.time.minutes());
        case.slots.iter().position(|slot| *slot == wanted).expect("a slot of the case")
    };
    rotation.weeks.iter().map(|week| place(week.slot)).collect()
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn the_best_of_all_sequences_is_found(case in case()) {
        let asked = asked(&case);
        let all = sequences(case.slots.len(), case.weeks);
        // Of equal ones the first.
        let best = all.iter().enumerate().min_by_key(|(place, sequence)| (value(&case, &asked, sequence), *place));
        let best = best.expect("one sequence").1;
        let (team, rotation) = rotation(&case, None);
        prop_assert!(rotation.exact);
        prop_assert_eq!(&chosen(&case, &rotation), best, "{}", tz_versions());
        let (missed, largest, total) = value(&case, &asked, best);
        prop_assert_eq!((rotation.missed, rotation.largest, rotation.total, rotation.bound), (missed, largest, total, largest));

        let ledger = rotation.ledger(&team, &case.carried);
        let of = |i: usize| -> Vec<Demand> {
            best.iter().enumerate().map(|(week, slot)| asked[*slot][week][i]).collect()
        };
        for (i, entry) in ledger.entries.iter().enumerate() {
            prop_assert_eq!((entry.member.index(), &entry.weeks), (i, &of(i)));
        }
        prop_assert_eq!(ledger.entries.iter().map(|entry| entry.after()).max(), Some(largest));
    }

    #[test]
    fn a_search_cut_short_says_so_and_gives_a_bound(case in case()) {
        let asked = asked(&case);
        let all = sequences(case.slots.len(), case.weeks);
        let best = all.iter().min_by_key(|sequence| value(&case, &asked, sequence)).expect("one sequence");
        let (missed, largest, total) = value(&case, &asked, best);
        let (_, rotation) = rotation(&case, Some(1));
        let own = value(&case, &asked, &chosen(&case, &rotation));
        prop_assert_eq!((rotation.missed, rotation.largest, rotation.total), own);
        prop_assert_eq!(rotation.missed, missed);
        prop_assert!(rotation.bound <= largest && largest <= rotation.largest);
        if rotation.exact {
            prop_assert_eq!((rotation.largest, rotation.total, rotation.bound), (largest, total, largest));
        }
    }
}
