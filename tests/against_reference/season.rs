//! Seasons, profiles and week patterns.

use proptest::prelude::*;
use tzplan::{ClockRange, ClockTime, PreparedTeam, Season, Shift};

use crate::support::crew::Crew;
use crate::support::generators::yearly_crew;
use crate::support::reference::pods::handoff_minutes;
use crate::support::reference::season::{ExpectedSeason, same_profile, seasons};
use crate::support::reference::target::in_clock_range;
use crate::support::reference::week::{ExpectedWeek, WEEK, count};
use crate::support::{cases, tz_versions};

/// Seasons as plain data; beyond 43 days the length outside the horizon is of no interest.
fn plain(seasons: &[Season]) -> Vec<ExpectedSeason> {
    let plain = seasons.iter().map(|season| ExpectedSeason {
        first: season.first(),
        last: season.last(),
        days: season.days(),
        whole_days: season.whole_days().min(Season::DRIFT_DAYS),
    });
    plain.collect()
}

fn expected(crew: &Crew, people: &[usize]) -> Vec<ExpectedSeason> {
    let mut expected = seasons(crew, people);
    expected.iter_mut().for_each(|season| season.whole_days = season.whole_days.min(43));
    expected
}

fn flags(pattern: &tzplan::IntervalSet<tzplan::WeekMinute>) -> Vec<bool> {
    let mut flags = vec![false; WEEK as usize];
    for interval in pattern {
        (interval.start().get()..interval.end().get()).for_each(|minute| flags[usize::from(minute)] = true);
    }
    flags
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn seasons_are_runs_of_equal_offsets(crew in yearly_crew(1..=5)) {
        let team = crew.team();
        let prepared = PreparedTeam::new(&team, crew.horizon());
        prop_assert_eq!(plain(prepared.seasons()), expected(&crew, &crew.required()), "{}", tz_versions());
        // A pair's own seasons are cut by the two of them only.
        let last = crew.people.len() - 1;
        let profile = |place: usize| prepared.profile_of(team.member(place).expect("a member"));
        let own = prepared.seasons_of(&[profile(0), profile(last)]);
        prop_assert_eq!(plain(&own), expected(&crew, &[0, last]), "{}", tz_versions());
    }

    #[test]
    fn profiles_are_equal_offsets_and_hours(crew in yearly_crew(2..=5)) {
        let team = crew.team();
        let prepared = PreparedTeam::new(&team, crew.horizon());
        for (a, one) in team.members().zip(&crew.people) {
            for (b, other) in team.members().zip(&crew.people) {
                let together = prepared.profile_of(a) == prepared.profile_of(b);
                prop_assert_eq!(together, same_profile(&crew, one, other), "{:?} {:?}", one, other);
            }
        }
        let heads: u32 = prepared.profiles().iter().map(|profile| profile.required() + profile.optional()).sum();
        prop_assert_eq!(heads as usize, crew.people.len());
        prop_assert_eq!(prepared.required_members(), crew.required().len());
    }

    #[test]
    fn weeks_are_the_hours_at_the_seasons_offsets(
        crew in yearly_crew(1..=4), night in (0_u16..24, 1_u16..24), moved in -720_i32..=720
    ) {
        let (team, settled) = (crew.team(), crew.settled());
        let prepared = PreparedTeam::new(&team, crew.horizon());
        let night = (night.0 * 60, (night.0 + night.1) % 24 * 60);
        let time = |minutes| ClockTime::from_minutes(minutes).expect("a time of day");
        let clock = ClockRange::new(time(night.0), time(night.1)).expect("a clock range");
        for season in prepared.seasons() {
            let mut weeks = Vec::new();
            for place in crew.required() {
                let week = prepared.week(prepared.profile_of(team.member(place).expect("a member")), season);
                let expected = ExpectedWeek::of(&settled.people[place], season.first());
                prop_assert_eq!(&flags(week.pattern()), &expected.at_work, "{}", tz_versions());
                prop_assert_eq!(week.workdays(), expected.workdays);
                prop_assert_eq!(week.minutes().get(), count(&expected.at_work));
                let average = week.average_day().map(|day| (day.minutes_per_week, day.days));
                prop_assert_eq!(average, Some((expected.minutes(), expected.workdays)));
                let range = (i32::from(night.0), i32::from(night.1));
                let at_night = expected.moved_by(moved).minutes_when(|minute| in_clock_range(minute, range));
                prop_assert_eq!(week.minutes_within(clock, Shift::of(moved)).get(), at_night);
                weeks.push((prepared.profile_of(team.member(place).expect("a member")), expected));
            }
            for (from, leaving) in &weeks {
                for (to, staying) in weeks.iter().filter(|(to, _)| to != from) {
                    let ends = handoff_minutes(&leaving.at_work, &staying.at_work);
                    let found = tzplan::coverage::handoffs(&prepared, season);
                    let found = found.iter().find(|handoff| (handoff.from, handoff.to) == (*from, *to));
                    let found: Vec<u16> = found.iter().flat_map(|h| h.at.iter().map(|at| at.get())).collect();
                    prop_assert_eq!(found, ends);
                }
            }
        }
    }
}
