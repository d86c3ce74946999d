//! Meetings and rotations, worked out by hand.

use chrono::Datelike;

use crate::support::law::meeting::{Asks, Question, Reason, Slot, choices, reason};
use crate::support::law::opening::{Change, openings};
use crate::support::law::people::{Crew, Mark, Person, Place};
use crate::support::law::rotation::{Cap, Carried, rotation};
use crate::support::law::rules::Rules;
use crate::{OFFICE, date, person, year};

const MON: u32 = 0;
const TUE: u32 = 1;
const SUN: u32 = 6;

fn question(crew: Crew, duration: i32) -> Question {
    Question::new(crew, Place::Iana("Europe/Berlin"), duration, Rules::default())
}

fn winter(people: Vec<Person>) -> Crew {
    Crew::new(people, date("2026-11-30"), 28)
}

fn slot(weekday: u32, hour: i32, minute: i32) -> Slot {
    Slot { weekday, time: hour * 60 + minute }
}

fn workday(night: u32, unreasonable: u32, stretch: u32) -> Asks {
    Asks::Workday { night, unreasonable, stretch }
}

/// What the first occurrence of a slot asks of each person.
fn asked(question: &Question, slot: Slot) -> Vec<(Asks, bool)> {
    let occurrences = question.occurrences(slot);
    occurrences[0].demands.iter().map(|demand| (demand.asks, demand.off)).collect()
}

#[test]
fn an_occurrence_asks_by_the_date_to_which_it_belongs() {
    let nurse = || person("Europe/Berlin", "Mon-Fri 22-6");
    let crew = winter(vec![
        person("Europe/Berlin", "Mon-Fri 9-12; Mon-Fri 13-17"),
        nurse(),
        nurse().off(&[date("2026-11-30")]),
        person("America/New_York", OFFICE),
    ]);
    let question = question(crew, 60);
    // Tuesday 05:00 in Berlin: Monday's night shift runs into it, cancelled or not. 23:00 on Monday in New
    // York.
    assert_eq!(
        asked(&question, slot(TUE, 5, 0)),
        [
            (workday(60, 60, 240), false),
            (workday(0, 0, 0), false),
            (workday(0, 0, 0), true),
            (workday(60, 60, 420), false)
        ]
    );
    // 06:00 is Tuesday's, which begins at 22:00; midnight in New York.
    assert_eq!(
        asked(&question, slot(TUE, 6, 0)),
        [
            (workday(0, 60, 180), false),
            (workday(0, 60, 960), false),
            (workday(0, 60, 960), false),
            (workday(60, 60, 540), false)
        ]
    );
    // A break is inside the span; 21:30 to 22:30 begins before the night shift.
    assert_eq!(asked(&question, slot(TUE, 12, 0))[0].0, workday(0, 0, 0));
    assert_eq!(asked(&question, slot(TUE, 21, 30))[1].0, workday(0, 30, 30));
    // Sunday is no workday, not even off.
    assert_eq!(asked(&question, slot(SUN, 12, 0))[0], (Asks::NoWorkday, false));
}

#[test]
fn a_meeting_longer_than_the_day_adds_both_ends() {
    let question = question(winter(vec![person("Europe/Berlin", "Mon-Fri 12-13")]), 180);
    assert_eq!(asked(&question, slot(MON, 11, 0))[0].0, workday(0, 0, 120));
}

#[test]
fn hours_on_another_clock_meet_on_the_own_date() {
    // Los Angeles' Monday 9–17 is Manila's Tuesday 01:00–09:00, Monday 18:00Z of Berlin is Tuesday 01:00
    // there.
    let manila = person("Asia/Manila", OFFICE).hours_on(Place::Iana("America/Los_Angeles"));
    let question = question(winter(vec![manila.off(&[date("2026-12-01")])]), 60);
    assert_eq!(asked(&question, slot(MON, 18, 0)), [(workday(0, 0, 0), true)]);
    assert_eq!(asked(&question, slot(MON, 16, 0)), [(Asks::NoWorkday, false)]);
    // At 23:00 on Tuesday their day has been over for 14 h; that the next one begins in 2 h is Wednesday's.
    assert_eq!(asked(&question, slot(TUE, 16, 0)), [(workday(60, 60, 900), true)]);
}

#[test]
fn a_holiday_never_outweighs_fifty_evenings() {
    // At 14:15 in Berlin New York meets at 08:15 in winter, Kolkata until 19:45: 0:45 each. In the weeks in
    // which New York is an hour nearer only Kolkata, in summer only New York stretches.
    let off: Vec<_> = (0..364).map(|day| date("2026-11-23") + chrono::Days::new(day)).collect();
    let off = |months: &[u32]| {
        off.iter().copied().filter(|date| months.contains(&date.month())).collect::<Vec<_>>()
    };
    let crew = year(vec![
        person("Europe/Berlin", OFFICE).off(&off(&[12])),
        person("America/New_York", OFFICE).off(&off(&[1])),
        person("Asia/Kolkata", "Mon-Fri 11-19"),
    ]);
    let question = question(crew, 60);
    let slots: Vec<Slot> =
        question.slots(&[MON, TUE]).into_iter().filter(|slot| (700..1200).contains(&slot.time)).collect();
    let ranked = question.ranked(&slots);
    assert_eq!((ranked[0].0.time, ranked[0].1.worst), (14 * 60 + 15, 45));
    // Five Tuesdays in December and four in January; of Mondays four each.
    assert_eq!(
        ranked.iter().take(2).map(|(slot, cost, _)| (slot.weekday, cost.off)).collect::<Vec<_>>(),
        [(MON, 8), (TUE, 9)]
    );
    assert_eq!((ranked[0].1.night, ranked[0].1.unreasonable, ranked[0].1.no_workday), (0, 0, 0));
}

#[test]
fn a_date_off_spoils_no_clean_slot() {
    let crew = winter(vec![
        person("Europe/Berlin", OFFICE).off(&[date("2026-12-07")]),
        person("Europe/London", OFFICE),
    ]);
    let question = question(crew, 60);
    let ranked = question.ranked(&question.slots(&[MON, TUE, SUN]));
    assert_eq!(ranked[0].0, slot(TUE, 10, 0));
    assert!(
        ranked.iter().any(|(found, cost, _)| *found == slot(MON, 10, 0) && cost.is_clean() && cost.off == 1)
    );
    assert_eq!(reason(&ranked), None);
    // The ranking prefers Tuesdays; a choice has both weekdays, an hour and more apart.
    let shown = choices(&question, &ranked);
    assert_eq!(shown[..3], [600, 675, 750].map(|time| (vec![MON, TUE], time)));
}

#[test]
fn equal_weekdays_are_one_line() {
    let question = question(winter(vec![person("Europe/Berlin", OFFICE)]), 60);
    let shown = choices(&question, &question.ranked(&question.slots(&[MON, TUE])));
    assert_eq!(shown[..2], [(vec![MON, TUE], 540), (vec![MON, TUE], 615)]);
}

#[test]
fn no_slot_has_a_reason() {
    let reason_of = |people: Vec<Person>| {
        let question = question(winter(people), 60);
        reason(&question.ranked(&question.slots(&[MON, TUE])))
    };
    let berlin = || person("Europe/Berlin", OFFICE);
    assert_eq!(reason_of(vec![berlin(), person("Asia/Tokyo", OFFICE)]), Some(Reason::OutsideHours));
    assert_eq!(
        reason_of(vec![berlin(), person("Europe/Berlin", "Wed-Fri 9-17")]),
        Some(Reason::NoSharedWeekday)
    );
}

#[test]
fn the_nearest_changes_open_a_slot() {
    // Berlin ends at 17:00, which is 11:00 in New York, of which the two begin at 10:30: half an hour in
    // common.
    let late = || person("America/New_York", "Mon-Fri 10:30-18:30");
    let crew = winter(vec![person("Europe/Berlin", "Mon 9-17; Wed 9-18"), late(), late()]);
    let question = question(crew, 60);
    let opened = openings(&question, &[MON], 120);
    let longer = Change::LongerDay { people: vec![0], minutes: 30 };
    let optional = Change::Optional { people: vec![0] };
    let evening = slot(MON, 16, 30);
    assert_eq!(opened[0], (longer, evening), "one person's half an hour before two people's");
    assert_eq!((&opened[1].0, opened[1].1.weekday), (&optional, MON));
    assert_eq!(opened[2], (Change::Shorter { duration: 30 }, evening));
    assert_eq!(opened[3], (Change::OtherDay, slot(2, 16, 30)));
    assert!(openings(&question, &[2], 120).is_empty(), "on Wednesdays there is a slot");
}

#[test]
fn optional_people_count_behind_required_ones() {
    let crew = winter(vec![
        person("Europe/Berlin", "Mon-Fri 9-17"),
        person("Europe/Berlin", "Mon-Fri 15-22").marked(Mark::Optional),
    ]);
    let question = question(crew, 60);
    let ranked = question.ranked(&question.slots(&[MON]));
    assert_eq!(ranked[0].0, slot(MON, 15, 0));
    assert!(ranked[0].2.is_clean());
}

#[test]
fn turns_are_taken_in_turn() {
    // Berlin 13:00 is 07:00 in New York, 2 h before its day, and ends at 18:30 in Kolkata, ½ h behind its.
    // Berlin 15:00 is 09:00 there and ends at 20:30 here. Three of the one and one of the other, or two and
    // two, ask 6 h of somebody.
    let crew = winter(vec![
        person("Europe/Berlin", OFFICE),
        person("America/New_York", OFFICE),
        person("Asia/Kolkata", "Mon-Fri 10-18"),
    ]);
    let question = question(crew, 60);
    let (early, late) = (slot(MON, 13, 0), slot(MON, 15, 0));
    let found = rotation(&question, &[early, late], 4, &[]).expect("four weeks");
    assert_eq!(found.cap, Cap { stretch: 180, night: 0, unreasonable: 0 });
    assert_eq!(found.weeks, [early, late, early, early]);
    assert_eq!(
        (found.cost.largest, found.cost.total, &found.cost.turns[..]),
        (360, 600, &[120, 180, 240, 360][..])
    );

    // Who carries 4 h in is spared first: New York.
    let carried = [Carried::default(), Carried { stretch: 240, night: 0 }, Carried::default()];
    let found = rotation(&question, &[early, late], 4, &carried).expect("four weeks");
    assert_eq!(found.cost.largest, 480);
    assert_eq!(found.weeks.iter().filter(|slot| **slot == early).count(), 2);
}

#[test]
fn nobody_is_sent_to_a_meeting_at_night() {
    // Singapore, Berlin and New York: 12:30 in Berlin asks 2:30 of Singapore and of New York. 22:00 asks of
    // Berlin what is night work's neighbour, more than an hour beyond.
    let crew = winter(
        ["Asia/Singapore", "Europe/Berlin", "America/New_York"]
            .map(|zone| person(zone, "Mon-Fri 9-18"))
            .to_vec(),
    );
    let question = question(crew, 60);
    let slots = [slot(MON, 10, 0), slot(MON, 12, 30), slot(MON, 15, 0), slot(MON, 22, 0), slot(MON, 23, 0)];
    let ranked = question.ranked(&slots);
    assert_eq!((ranked[0].0, ranked[0].1.worst), (slot(MON, 12, 30), 150));
    let found = rotation(&question, &slots, 3, &[]).expect("three weeks");
    assert_eq!(found.cap, Cap { stretch: 210, night: 0, unreasonable: 30 });
    assert_eq!(found.weeks, [slot(MON, 12, 30); 3]);
}

#[test]
fn missed_dates_come_before_everything() {
    // Clean at 10:00, but for one date off in the second week.
    let crew = winter(vec![person("Europe/Berlin", OFFICE).off(&[date("2026-12-07")])]);
    let question = question(crew, 60);
    let slots = [slot(MON, 10, 0), slot(TUE, 8, 30)];
    let found = rotation(&question, &slots, 2, &[]).expect("two weeks");
    assert_eq!(found.weeks, [slot(MON, 10, 0), slot(TUE, 8, 30)]);
    assert_eq!((found.cost.missed, found.cost.largest), (0, 30));
}
