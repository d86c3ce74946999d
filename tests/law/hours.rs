//! Hours and dates, seasons and stays, worked out by hand.

use chrono::Days;

use crate::support::clock::{DAY, first_minute_reading};
use crate::support::law::hours::{DatedShift, availability, dated_shifts, is_refused, own_date, range};
use crate::support::law::lineup::Lineup;
use crate::support::law::people::{Crew, Person, Place};
use crate::support::law::rules::Rules;
use crate::support::law::season::seasons;
use crate::support::law::together::everyone;
use crate::support::law::verdict::{Model, Verdict, night_work};
use crate::support::law::week::{Week, night_work as night_minutes};
use crate::{OFFICE, date, person, year};

/// The minute at which an hour of a UTC day begins.
fn utc(day: &str, hour: i32) -> i32 {
    date(day).to_epoch_days() * DAY + hour * 60
}

#[test]
fn a_night_shift_is_as_long_as_its_night() {
    let nurse = person("America/New_York", "Sat 22-6");
    let minutes = |day: &str| {
        let shifts = dated_shifts(&nurse.posts[0], date(day), date(day));
        shifts.iter().map(|shift| shift.end - shift.start).sum::<i32>()
    };
    assert_eq!([minutes("2026-03-07"), minutes("2026-10-31"), minutes("2026-06-06")], [420, 540, 480]);
}

#[test]
fn a_day_that_was_skipped_is_no_horizon_and_holds_no_work() {
    let apia = person("Pacific/Apia", "Mon-Sun 0-24");
    let mut crew = Crew::new(vec![apia], date("2011-12-30"), 1);
    crew.home = Place::Iana("Pacific/Apia");
    assert!(is_refused(&crew));
    crew.days = 2;
    let (from, to) = range(&crew);
    assert_eq!((is_refused(&crew), availability(&crew.people[0], from, to).count()), (false, 1440));
}

#[test]
fn a_date_claimed_by_two_zones_is_the_earlier_one_s_and_by_none_the_later_one_s_first() {
    let berlin = || person("Europe/Berlin", OFFICE);
    let begins = date("2027-02-01");
    // At 16:00Z on 31 January it is 17:00 in Berlin and 01:00 on 1 February in Tokyo.
    let to_tokyo = berlin().stay(begins, None, Place::Iana("Asia/Tokyo"));
    assert_eq!(own_date(&to_tokyo.posts[0], utc("2027-01-31", 16)), date("2027-01-31"));
    assert_eq!(own_date(&to_tokyo.posts[0], utc("2027-01-31", 23)), begins);
    // At 23:00Z it is 1 February in Berlin and 31 January in New York.
    let to_new_york = berlin().stay(begins, None, Place::Iana("America/New_York"));
    assert_eq!(own_date(&to_new_york.posts[0], utc("2027-01-31", 22)), date("2027-01-31"));
    assert_eq!(own_date(&to_new_york.posts[0], utc("2027-01-31", 23)), begins);
    assert_eq!(own_date(&to_new_york.posts[0], utc("2027-02-01", 6)), begins);
}

#[test]
fn hours_on_another_clock_move_on_the_own_one() {
    // 9–17 in New York is 22:00–06:00 in Manila in winter, 21:00–05:00 in summer.
    let manila = person("Asia/Manila", OFFICE).hours_on(Place::Iana("America/New_York"));
    let rules = Rules::default();
    let night = |day: &str| Week::of(&manila, date(day)).night_minutes(&rules);
    assert_eq!([night("2026-12-01"), night("2027-07-01")], [5 * 480, 5 * 420]);
    assert_eq!(night_minutes(&manila, date("2026-11-23"), &rules), 5 * 480);
    let seasons = seasons(&year(vec![manila.clone()]), &[0]);
    assert_eq!(seasons.iter().map(|season| season.days).collect::<Vec<_>>(), [111, 238, 15]);

    // New York's Monday begins at 22:00 on Manila's Monday, Los Angeles' at 01:00 on Manila's Tuesday: its
    // date.
    let off = |clock| {
        let person = person("Asia/Manila", OFFICE).hours_on(Place::Iana(clock)).off(&[date("2026-12-01")]);
        let shifts = dated_shifts(&person.posts[0], date("2026-11-30"), date("2026-12-01"));
        let on = |shift: &&DatedShift| person.days_off.contains(&shift.date);
        shifts.iter().filter(on).map(|shift| (shift.start - utc("2026-11-30", 0)) / 60).collect::<Vec<_>>()
    };
    assert_eq!(off("America/New_York"), [24 + 14], "their Tuesday");
    assert_eq!(off("America/Los_Angeles"), [17], "their Monday");
}

#[test]
fn night_work_is_counted_as_stated() {
    // 22:00–02:30 and 22:00–05:00, five times a week.
    let crew = year(vec![
        person("America/New_York", OFFICE),
        person("Asia/Kolkata", "Mon-Fri 18:30-2:30"),
        person("Asia/Manila", "Mon-Fri 21-5"),
    ]);
    assert_eq!(night_work(&crew, &Rules::default()), [(1, 1350), (2, 2100)]);
}

#[test]
fn a_minute_of_two_posts_counts_once_and_is_night_if_it_is_on_either_clock() {
    // 20:00–24:00 in Berlin is 19:00–23:00Z; 13:00–18:00 in New York is 18:00–23:00Z.
    let mut both = person("Europe/Berlin", "Mon 20-24");
    both.posts.extend(person("America/New_York", "Mon 13-18").posts);
    let week = Week::of(&both, date("2026-12-01"));
    assert_eq!((week.at_work.count(), week.night_minutes(&Rules::default()), week.workdays), (300, 120, 1));
}

#[test]
fn clock_changes_cut_the_year_into_seasons() {
    let crew = year(vec![person("Europe/Berlin", OFFICE), person("America/New_York", OFFICE)]);
    let lineup = Lineup::of(&crew);
    let days: Vec<u32> = lineup.seasons.iter().map(|season| season.days).collect();
    assert_eq!(days, [111, 14, 217, 7, 15]);
    // 2 h a day, and 3 h in the weeks between the changes.
    let year = lineup.year(&[0, 1]);
    assert_eq!(
        [year.min, year.median, year.max, year.usual].map(|d| d.shown()),
        ["2:00", "2:00", "3:00", "2:00"]
    );
    assert_eq!(year.drift.iter().map(|season| season.days).collect::<Vec<_>>(), [14, 7]);
}

#[test]
fn two_weeks_abroad_are_an_exception() {
    // Berlin, London and somebody who spends 1 to 14 February in Los Angeles.
    let stay = |last: &str| {
        let to = Some(date(last) + Days::new(1));
        let third =
            person("Europe/Berlin", OFFICE).stay(date("2027-02-01"), to, Place::Iana("America/Los_Angeles"));
        year(vec![person("Europe/Berlin", OFFICE), person("Europe/London", OFFICE), third])
    };
    let crew = stay("2027-02-14");
    let lineup = Lineup::of(&crew);
    assert_eq!(Verdict::of(&lineup, &Rules::default()).model, Model::Overlap);
    assert_eq!(lineup.year_min(&[0, 1, 2]).shown(), "7:00");
    // 7 h on 260 weekdays but the 10 away.
    assert_eq!(everyone(&crew).count(), 250 * 420);

    // 42 days are short, 43 are not: it begins and ends, and clocks in Los Angeles change on its last but one
    // day.
    let seasons = |last: &str| Lineup::of(&stay(last)).seasons.len();
    assert_eq!([seasons("2027-03-14"), seasons("2027-03-15")], [3, 6]);
    // Days behind the horizon do not count.
    let mut late = stay("2027-04-30");
    late.days = 100;
    assert!(late.people[2].posts[0].stays[0].is_short(&late), "1 February to 2 March are 30 days of it");
}

#[test]
fn a_day_off_cancels_the_shift_that_starts_on_it() {
    let nurse: Person = person("Europe/Berlin", "Mon-Fri 22-6").off(&[date("2026-12-01")]);
    let from = first_minute_reading(&Place::Iana("Europe/Berlin"), date("2026-12-01").to_epoch_days() * DAY);
    // Monday's shift goes on until 06:00 on Tuesday; Tuesday's is off.
    assert_eq!(
        availability(&nurse, from, from + 2 * DAY).runs(),
        [(from, from + 360), (from + DAY + 1320, from + 2 * DAY)]
    );
}
