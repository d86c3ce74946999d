//! What the second edition knows of people, beside zones and hours: flex, stays short and long, hours on
//! another clock.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use tzplan::days_off::DaysOff;
use tzplan::meeting::{Burden, MeetingOptions, Meetings};
use tzplan::stays::short_stays;
use tzplan::{Minutes, PreparedTeam, Season, Shift, availability, overlap};

use crate::support::law::generators::{dated_crew, rules, yearly_crew};
use crate::support::law::hours::{availability as minutes_of, dated_shifts, is_refused, range};
use crate::support::law::lineup::Lineup;
use crate::support::law::meeting as law;
use crate::support::law::people::{Crew, Person, Place, Stay};
use crate::support::law::together::everyone;
use crate::support::law::week::night_work;
use crate::support::minute_set::{MinuteSet, pairs};
use crate::support::{cases, library, tz_versions};

fn prepared(crew: &Crew) -> PreparedTeam {
    PreparedTeam::new(&library::team(crew), library::horizon(crew))
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn seasons_profiles_and_weeks(crew in yearly_crew(1..=6), rules in rules()) {
        let (prepared, policy) = (prepared(&crew), library::policy(&rules));
        let lineup = Lineup::of(&crew);
        let seasons: Vec<_> = prepared.seasons().iter().map(plain).collect();
        let expected: Vec<_> = lineup.seasons.iter().map(|season| {
            (season.first, season.last, season.days, season.whole_days.min(Season::DRIFT_DAYS))
        }).collect();
        prop_assert_eq!(seasons, expected, "{}", tz_versions());

        let profile = |one: usize| {
            prepared.profile_of(prepared.team().member(lineup.people[one].place).expect("a member"))
        };
        for group in lineup.profiles() {
            for one in lineup.everybody() {
                prop_assert_eq!(profile(one) == profile(group[0]), group.contains(&one), "{:?}", crew.people);
            }
        }
        for (one, someone) in lineup.people.iter().enumerate() {
            prop_assert_eq!(prepared.flex_of(profile(one)), someone.flex.map(|flex| Minutes(flex as u32)));
            for (season, week) in prepared.seasons().iter().zip(&someone.weeks) {
                let found = prepared.week(profile(one), season);
                let minutes = |minute: i32| {
                    found.pattern().iter().any(|at| {
                        (i32::from(at.start().get())..i32::from(at.end().get())).contains(&minute)
                    })
                };
                prop_assert!((0..10_080).all(|minute| minutes(minute) == week.at_work.contains(minute)));
                prop_assert_eq!(found.workdays(), week.workdays);
                let at_night = found.minutes_within(policy.night(), Shift::NONE);
                prop_assert_eq!(at_night.get(), week.night_minutes(&rules), "{}", tz_versions());
            }
        }
        for (member, person) in prepared.team().members().zip(&crew.settled().people) {
            let found = prepared.night_minutes_per_week(prepared.profile_of(member), &policy);
            prop_assert_eq!(found.get(), night_work(person, crew.from, &rules), "{}", tz_versions());
        }
    }

    #[test]
    fn dated_answers_read_every_stay_and_clock(crew in dated_crew(1..=4)) {
        prop_assume!(!is_refused(&crew));
        let prepared = prepared(&crew);
        let (from, to) = range(&crew);
        for (member, person) in prepared.team().members().zip(&crew.people) {
            let found = availability(member.schedule(), prepared.horizon().range());
            prop_assert_eq!(pairs(&found), minutes_of(person, from, to).runs(), "{:?} {}", person, tz_versions());
        }
        prop_assert_eq!(pairs(&overlap::everyone(&prepared)), everyone(&crew).runs());
        let lost: Vec<NaiveDate> = crew.dates().filter(|date| {
            crew.required().iter().any(|one| loses(&crew.people[*one], *date))
        }).collect();
        prop_assert_eq!(DaysOff::of(&prepared).dates, lost, "{}", tz_versions());

        let found: Vec<_> = short_stays(&prepared).into_iter().map(|stay| {
            (stay.first_member.index(), stay.dates.first(), stay.dates.after(), stay.shared, stay.usually_shared)
        }).collect();
        let mut expected = expected_stays(&crew);
        expected.sort_by_key(|(one, from, to, ..)| (*from, *to, *one));
        prop_assert_eq!(found, expected, "{}", tz_versions());
    }

    #[test]
    fn meetings_of_hours_on_another_clock(
        crew in dated_crew(1..=3), rules in rules(), duration in 15_i32..=150, day in 0_u32..7,
        anchor in prop_oneof![Just("UTC"), Just("Europe/Berlin"), Just("America/Los_Angeles")],
    ) {
        prop_assume!(!is_refused(&crew));
        let prepared = prepared(&crew);
        let mut options = MeetingOptions::default();
        options.duration = Minutes(duration as u32);
        options.anchor = Some(Place::Iana(anchor).zone());
        options.days = Some(chrono::WeekdaySet::single(chrono::Weekday::try_from(day as u8).expect("a weekday")));
        let meetings = Meetings::new(&prepared, &library::policy(&rules), &options);
        let question = law::Question::new(crew.clone(), Place::Iana(anchor), duration, rules);
        let found: Vec<_> = meetings.ranked().iter().map(|plan| {
            let slot = law::Slot {
                weekday: plan.slot.day().num_days_from_monday(), time: plan.slot.time.minutes().into(),
            };
            (slot, burden(plan.required), burden(plan.optional))
        }).collect();
        prop_assert_eq!(found, question.ranked(&question.slots(&[day])), "{}", tz_versions());
    }
}

/// First and last date, days, and days with those outside the horizon, which beyond 43 are of no interest.
fn plain(season: &Season) -> (NaiveDate, NaiveDate, u32, u32) {
    (season.first(), season.last(), season.days(), season.whole_days().min(Season::DRIFT_DAYS))
}

/// Whether a date of somebody's own clock, on which a shift of theirs starts, is one of their days off.
fn loses(person: &Person, date: NaiveDate) -> bool {
    let starts = |post| {
        let shifts = dated_shifts(post, date - Days::new(4), date + Days::new(4));
        shifts.into_iter().any(|shift| shift.date == date)
    };
    person.days_off.contains(&date) && person.posts.iter().any(starts)
}

/// The short stays that are somebody's place on some date of the range, with what everyone shares on their
/// dates and what it would be without any.
/// A stay beyond the horizon's last date is none of it, though another in the same zone covers its dates.
#[test]
fn a_stay_behind_the_horizon_is_not_listed() {
    use tzplan::{DateRange, Horizon, Member, Team, Zone};
    let (date, cairo) = (crate::support::date, Zone::iana("Africa/Cairo").expect("a zone"));
    let stay = |first: &str, last: &str| DateRange::new(date(first), date(last)).expect("dates");
    let mut team = Team::new();
    let ana = Member::new("Ana", Zone::iana("America/New_York").expect("a zone"));
    let ana = ana.stay(cairo.clone(), stay("2026-11-27", "2026-11-27"));
    team.add(ana.stay(cairo, stay("2026-11-18", "2026-11-27")));
    let horizon = Horizon::of_days(date("2026-10-30"), 28, Zone::UTC).expect("dates");
    let found = short_stays(&PreparedTeam::new(&team, horizon));
    assert_eq!(found.iter().map(|stay| stay.dates.first()).collect::<Vec<_>>(), [date("2026-11-18")]);
}

fn expected_stays(crew: &Crew) -> Vec<(usize, NaiveDate, NaiveDate, Minutes, Minutes)> {
    let (now, usually) = (everyone(crew), everyone(&crew.settled()));
    let mut expected = Vec::new();
    for (one, person) in crew.people.iter().enumerate() {
        let earlier = &crew.people[..one];
        // Those with equal schedules are one entry.
        let is_known = |other: &Person| {
            let mut days_off = [other.days_off.clone(), person.days_off.clone()];
            days_off.iter_mut().for_each(|dates| {
                dates.sort_unstable();
                dates.dedup();
            });
            (&other.posts, other.flex) == (&person.posts, person.flex) && days_off[0] == days_off[1]
        };
        if earlier.iter().any(is_known) {
            continue;
        }
        let mut theirs = Vec::new();
        for post in &person.posts {
            for stay in post.stays.iter().filter(|stay| stay.is_short(crew)) {
                let is_there = |date: &NaiveDate| stay.covers(*date) && *post.place_on(*date) == stay.place;
                let to = stay.to.expect("an end");
                if crew.dates().any(|date| is_there(&date))
                    && !theirs.contains(&(stay.place.clone(), stay.from, to))
                {
                    theirs.push((stay.place.clone(), stay.from, to));
                    let on_them = |all: &MinuteSet| Minutes(shared_on(crew, all, stay));
                    expected.push((one, stay.from, to, on_them(&now), on_them(&usually)));
                }
            }
        }
    }
    expected
}

/// How many of some minutes lie on the dates of a stay, as the home zone has them.
fn shared_on(crew: &Crew, minutes: &MinuteSet, stay: &Stay) -> u32 {
    let dates: Vec<NaiveDate> = crew.dates().filter(|date| stay.covers(*date)).collect();
    let (Some(first), Some(last)) = (dates.first(), dates.last()) else { return 0 };
    let days = (*last - *first).num_days() as u32 + 1;
    let (from, to) = range(&Crew { from: *first, days, ..crew.clone() });
    (from..to).filter(|minute| minutes.contains(*minute)).count() as u32
}

pub(crate) fn burden(burden: Burden) -> law::Burden {
    let Burden { no_workday, night, unreasonable, worst, total, off, .. } = burden;
    let [no_workday, night, unreasonable, total, off] =
        [no_workday, night, unreasonable, total, off].map(|count| count as u32);
    law::Burden { no_workday, night, unreasonable, worst: worst.get(), total, off }
}

/// Without these the properties would say little.
#[test]
fn every_kind_of_person_is_reached() {
    let mut runner = TestRunner::deterministic();
    let mut seen = [0; 9];
    for _ in 0..200 {
        let yearly = yearly_crew(1..=6).new_tree(&mut runner).expect("a crew").current();
        let dated = dated_crew(1..=4).new_tree(&mut runner).expect("a crew").current();
        for (crew, person) in
            [&yearly, &dated].into_iter().flat_map(|crew| crew.people.iter().map(move |p| (crew, p)))
        {
            let posts = || person.posts.iter();
            let stays = || posts().flat_map(|post| &post.stays);
            let other = || posts().any(|post| post.hours_on.is_some());
            let facts = [
                person.flex == Some(0),
                person.flex.is_some_and(|flex| flex > 120),
                stays().any(|stay| stay.is_short(crew)),
                stays().any(|stay| stay.to.is_some() && !stay.is_short(crew)),
                stays().any(|stay| stay.to.is_none()),
                // A short stay within a longer one.
                posts().any(|post| {
                    post.stays.iter().any(|stay| stay.is_short(crew))
                        && post.stays.iter().any(|stay| !stay.is_short(crew))
                }),
                other(),
                other() && !person.days_off.is_empty(),
                other() && stays().next().is_some(),
            ];
            seen.iter_mut().zip(facts).for_each(|(count, fact)| *count += i32::from(fact));
        }
    }
    assert!(seen.iter().all(|times| *times > 2), "{seen:?}");
}
