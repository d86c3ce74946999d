//! Rotations against every sequence of slots there is.

use std::collections::BTreeSet;

use chrono::{NaiveDate, Weekday};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use tzplan::meeting::{MeetingOptions, Meetings, Rotation, RotationOptions, Slot, SlotPlan};
use tzplan::{Attendance, ClockTime, Minutes, PreparedTeam, Team};

use crate::support::crew::{Crew, Person, Place, Post};
use crate::support::generators::{dated_crew, rules};
use crate::support::law as laws;
use crate::support::law::meeting::{Asks, Question};
use crate::support::law::rotation::{self as law, Carried, Cost};
use crate::support::reference::target::Rules;
use crate::support::{cases, tz_versions};

/// What is asked.
#[derive(Debug)]
struct Rota {
    crew: Crew,
    anchor: Place,
    rules: Rules,
    duration: u32,
    weeks: usize,
    /// In order.
    slots: Vec<laws::meeting::Slot>,
    /// By person; some may be missing.
    carried: Vec<Carried>,
}

fn rota() -> impl Strategy<Value = Rota> {
    let slot = (0_u32..5, 0_i32..48).prop_map(|(day, half)| (day, half * 30));
    // Times near each other, of which people take turns, or any.
    let near = (0_u32..5, 0_i32..1080, proptest::collection::vec(0_i32..12, 2..=5)).prop_map(
        |(day, time, after)| {
            after.into_iter().map(|half| (day, time / 30 * 30 + half * 30)).collect::<Vec<_>>()
        },
    );
    let slots = prop_oneof![1 => proptest::collection::vec(slot, 1..=5), 1 => near];
    let minutes = || prop_oneof![2 => Just(0_u32), 1 => 0_u32..300];
    let carried = (minutes(), minutes()).prop_map(|(stretch, night)| Carried { stretch, night });
    let carried = proptest::collection::vec(carried, 0..=4);
    let rules = prop_oneof![1 => Just(Rules::default()), 1 => rules()];
    (dated_crew(1..=4), rules, 15_u32..=120, 1_usize..=4, slots, carried).prop_map(
        |(mut crew, rules, duration, weeks, slots, carried)| {
            crew.days = 28;
            let slots: BTreeSet<_> =
                slots.into_iter().map(|(weekday, time)| laws::meeting::Slot { weekday, time }).collect();
            let anchor = crew.people[0].posts[0].place.clone();
            Rota { crew, anchor, rules, duration, weeks, slots: slots.into_iter().collect(), carried }
        },
    )
}

impl Rota {
    fn question(&self) -> Question {
        let crew = laws::people::Crew::from(&self.crew);
        Question::new(crew, self.anchor.clone(), self.duration as i32, (&self.rules).into())
    }

    fn best(&self) -> Option<law::Rotation> {
        law::rotation(&self.question(), &self.slots, self.weeks, &self.carried)
    }

    /// As the library finds it.
    fn found(&self, kept: Option<usize>) -> (Team, Option<Rotation>) {
        let (team, horizon) = (self.crew.team(), self.crew.horizon());
        let mut meeting = MeetingOptions::default();
        (meeting.duration, meeting.anchor) = (Minutes(self.duration), Some(self.anchor.zone()));
        let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &self.rules.policy(), &meeting);
        let weekly = |slot: &laws::meeting::Slot| {
            let time = ClockTime::from_minutes(slot.time as u16).expect("a time of day");
            meetings.plan(Slot::weekly(Weekday::try_from(slot.weekday as u8).expect("a weekday"), time))
        };
        let slots: Vec<SlotPlan> = self.slots.iter().map(weekly).collect();
        let mut options = RotationOptions::default();
        options.weeks = self.weeks;
        options.carried = self.carried.iter().map(|carried| carried.stretch.into()).collect();
        options.carried_night = self.carried.iter().map(|carried| carried.night.into()).collect();
        options.kept = kept.unwrap_or(options.kept);
        let rotation = meetings.rotation(&slots, &options);
        (team, rotation)
    }
}

fn taken(rotation: &Rotation) -> Vec<laws::meeting::Slot> {
    let slot = |slot: Slot| laws::meeting::Slot {
        weekday: slot.day().num_days_from_monday(),
        time: slot.time.minutes().into(),
    };
    rotation.weeks.iter().map(|week| slot(week.slot)).collect()
}

/// What a rotation says it comes to, but for the weeks.
fn told(rotation: &Rotation) -> [u64; 5] {
    let Rotation { no_workday, off, largest_night, largest, total_night, total, .. } = *rotation;
    [no_workday + off, largest_night, largest, total_night, total]
}

fn expected(cost: &Cost) -> [u64; 5] {
    [cost.missed, cost.largest_night, cost.largest, cost.total_night, cost.total].map(u64::from)
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn the_best_of_all_sequences_is_found(rota in rota()) {
        let (team, found) = rota.found(None);
        let Some(best) = rota.best() else {
            prop_assert!(found.is_none());
            return Ok(());
        };
        let rotation = found.expect("a slot in every week");
        prop_assert!(rotation.exact);
        prop_assert_eq!(&taken(&rotation), &best.weeks, "{}", tz_versions());
        prop_assert_eq!(told(&rotation), expected(&best.cost));
        let bounds = [best.cost.largest_night, best.cost.largest].map(u64::from);
        prop_assert_eq!([rotation.bound_night, rotation.bound], bounds);
        let limit = [rotation.limit.stretch, rotation.limit.night, rotation.limit.unreasonable];
        prop_assert_eq!(limit, [best.cap.stretch, best.cap.night, best.cap.unreasonable].map(Minutes));

        let ledger = rotation.ledger(&team);
        let question = rota.question();
        for (week, slot) in best.weeks.iter().enumerate() {
            let occurrences = question.occurrences(*slot);
            let on = rotation.weeks[week].occurrence.date;
            let occurrence = occurrences.iter().find(|one| one.date == on).expect("one in the week");
            for (entry, demand) in ledger.entries.iter().zip(&occurrence.demands) {
                let given = entry.weeks[week];
                let (no_workday, expected) = match demand.asks {
                    Asks::NoWorkday => (true, [0, 0]),
                    Asks::Workday { .. } if demand.off => (false, [0, 0]),
                    Asks::Workday { night, stretch, .. } => (false, [night, stretch]),
                };
                prop_assert_eq!((given.no_workday, given.off), (no_workday, demand.off));
                prop_assert_eq!([given.night.get(), given.stretch.get()], expected);
            }
        }
        let mut after = vec![0; rota.weeks];
        for entry in rota.crew.required().iter().map(|one| &ledger.entries[*one]) {
            after.iter_mut().zip(entry.cumulative()).for_each(|(most, minutes)| *most = minutes.max(*most));
        }
        prop_assert_eq!(after, best.cost.turns.iter().copied().map(u64::from).collect::<Vec<_>>());
    }

    #[test]
    fn a_search_cut_short_says_so_and_gives_a_bound(rota in rota()) {
        let (Some(best), (_, Some(rotation))) = (rota.best(), rota.found(Some(1))) else { return Ok(()) };
        let own = law::cost_of(&rota.question(), &taken(&rotation), &rota.carried);
        prop_assert_eq!(told(&rotation), expected(&own));
        let [missed, largest_night, largest, ..] = expected(&best.cost);
        prop_assert_eq!(rotation.no_workday + rotation.off, missed);
        prop_assert!(rotation.bound_night <= largest_night && largest_night <= rotation.largest_night);
        prop_assert!(rotation.bound <= largest);
        if rotation.exact {
            prop_assert_eq!(own, best.cost);
            prop_assert_eq!((rotation.bound_night, rotation.bound), (rotation.largest_night, rotation.largest));
        }
    }
}

/// A stay in Berlin until the date that Samoa skipped: the instants between it and the first date in Apia belong
/// to 30 December, on which no shift starts.
#[test]
fn nobody_has_a_workday_on_a_date_that_their_clock_skips() {
    let on = |day| NaiveDate::from_ymd_opt(2011, 12, day).expect("a date");
    let (apia, berlin) = (Place::Iana("Pacific/Apia"), Place::Iana("Europe/Berlin"));
    let shifts = (0..7).map(|weekday| (weekday, 360, 660)).collect();
    let stays = vec![(on(28), on(30), berlin)];
    let posts = vec![Post { place: apia.clone(), shifts, stays }];
    let person = Person { posts, days_off: Vec::new(), attendance: Attendance::Unmarked };
    let crew = Crew { people: vec![person], from: on(28), days: 28, home: Place::Iana("UTC") };
    let rules = Rules::default();
    let slots = [540, 1080].map(|time| laws::meeting::Slot { weekday: 3, time }).to_vec();
    let (duration, weeks, carried) = (59, 2, Vec::new());
    let rota = Rota { crew, anchor: apia, rules, duration, weeks, slots, carried };
    // 18:00 of 29 December in Apia is 05:00 of the 30th in Berlin, where nobody is any more.
    let first = rota.question().occurrences(rota.slots[1])[0].demands[0];
    assert_eq!(first.asks, Asks::NoWorkday);
    let rotation = rota.found(None).1.expect("a slot in every week");
    assert_eq!(told(&rotation), expected(&rota.best().expect("a slot in every week").cost));
}

#[test]
fn the_rotations_reach_every_rule() {
    let mut runner = TestRunner::deterministic();
    let mut seen = BTreeSet::new();
    for _ in 0..1_000 {
        let rota = rota().new_tree(&mut runner).expect("a rotation").current();
        let (question, required) = (rota.question(), rota.crew.required());
        let Some(law::Rotation { cap, weeks, cost }) = rota.best() else {
            seen.insert("no rotation");
            continue;
        };
        let beyond = |is_beyond: &dyn Fn([u32; 3]) -> bool| {
            let occurrences = rota.slots.iter().flat_map(|slot| question.occurrences(*slot));
            let asks = occurrences
                .flat_map(|one| required.iter().map(|who| one.demands[*who].asks).collect::<Vec<_>>());
            asks.into_iter().any(|asks| match asks {
                Asks::NoWorkday => false,
                Asks::Workday { night, unreasonable, stretch } => is_beyond([stretch, night, unreasonable]),
            })
        };
        // The same turns in another order, which come to the same in the end.
        let mut turned = weeks.clone();
        turned.rotate_right(1);
        let other = law::cost_of(&question, &turned, &rota.carried);
        let facts = [
            ("a turn is too long", beyond(&|[stretch, ..]| stretch > cap.stretch)),
            ("a turn is too late", beyond(&|[_, night, _]| night > cap.night)),
            ("a turn is at an unreasonable hour", beyond(&|[.., hour]| hour > cap.unreasonable)),
            ("night", cost.total_night > 0),
            ("carried night decides", cost.largest_night > cost.total_night && cost.total_night > 0),
            ("missed", cost.missed > 0),
            ("several slots", weeks.iter().collect::<BTreeSet<_>>().len() > 1),
            ("turns in turn", expected(&other) == expected(&cost) && other.turns > cost.turns),
            ("optional people", required.len() < rota.crew.people.len()),
        ];
        seen.extend(facts.into_iter().filter(|(_, is_so)| *is_so).map(|(fact, _)| fact));
    }
    seen.remove("no rotation");
    assert_eq!(seen.len(), 9, "{seen:?}");
}
