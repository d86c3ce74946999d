//! What time a choice is for somebody, in the order of the year: what holds first, then other times with
//! their dates.

use std::collections::HashMap;

use chrono::NaiveDate;
use tzplan::ScheduleId;
use tzplan::meeting::{Choice, ForWhom, TimeAsked};

use super::dates::Dates;
use super::people::and;

/// The most stretches of dates named for a time.
const MOST_PERIODS: usize = 2;

/// First and last dates of stretches, in order.
type Periods = Vec<(NaiveDate, NaiveDate)>;

/// What time a choice is for those with a schedule.
pub(crate) struct OwnTimes {
    pub(crate) schedule: ScheduleId,
    /// By first date.
    pub(crate) times: Vec<OwnTime>,
}

/// A time on somebody's clock.
pub(crate) struct OwnTime {
    /// `20:00`, `Wed 02:00`, `02:00 the day after`.
    pub(crate) clock: String,
    /// `from 29 Mar to 29 Oct`; empty for the first, whose end the dates of the others say.
    pub(crate) when: String,
    /// The same of each.
    pub(crate) dates: String,
    /// Of one weekday, with what it asks at most.
    pub(crate) time: TimeAsked,
}

/// For each schedule, in order of schedules; dates are those of all weekdays of the choice, whose slots are
/// for whom what `days` say.
pub(crate) fn own_times(days: &[Vec<ForWhom>], choice: &Choice, dates: &Dates) -> Vec<OwnTimes> {
    let schedules: Vec<ScheduleId> = days.first().into_iter().flatten().map(|one| one.schedule).collect();
    let place_of: HashMap<ScheduleId, usize> = schedules.iter().copied().zip(0..).collect();
    let mut own: Vec<Vec<(u32, &TimeAsked)>> = vec![Vec::new(); schedules.len()];
    for (people, slot) in days.iter().zip(&choice.slots) {
        for one in people {
            let Some(place) = place_of.get(&one.schedule) else { continue };
            own[*place].extend(one.times.iter().map(|time| (days_later(time, slot.day()), time)));
        }
    }
    let in_order = |(schedule, own)| OwnTimes { schedule, times: in_order(own, choice, dates) };
    schedules.into_iter().zip(own).map(in_order).collect()
}

/// How many days later than the slot's weekday a time is, of a week: 0, 1 or 6.
fn days_later(time: &TimeAsked, slot: chrono::Weekday) -> u32 {
    time.day.days_since(slot)
}

fn in_order(own: Vec<(u32, &TimeAsked)>, choice: &Choice, dates: &Dates) -> Vec<OwnTime> {
    let mut stretches: Vec<(NaiveDate, NaiveDate, u32, &TimeAsked)> = own
        .into_iter()
        .flat_map(|(later, time)| time.stretches.iter().map(move |on| (on.first(), on.last(), later, time)))
        .collect();
    stretches.sort_by_key(|(first, ..)| *first);
    // Weekdays at one time follow each other; what is another time between two of them parts them.
    let mut times: Vec<(u32, TimeAsked, Periods)> = Vec::new();
    let mut before = None;
    for (first, last, later, time) in stretches {
        let key = (later, time.time);
        let known = times.iter().position(|(later, known, _)| (*later, known.time) == key);
        let place = known.unwrap_or_else(|| {
            times.push((later, time.clone(), Vec::new()));
            times.len() - 1
        });
        let (_, known, periods) = &mut times[place];
        known.alike &= time.alike && time.asked == known.asked;
        known.at_night = known.at_night.max(time.at_night);
        if time.asked.dearness() > known.asked.dearness() {
            (known.asked, known.side) = (time.asked, time.side);
        }
        match periods.last_mut() {
            Some((_, end)) if before == Some(key) => *end = last.max(*end),
            _ => periods.push((first, last)),
        }
        before = Some(key);
    }
    let told = times.into_iter().enumerate().map(|(place, (later, time, periods))| OwnTime {
        clock: spoken(choice, later, &time),
        when: if place == 0 { String::new() } else { spoken_dates(&periods, dates) },
        dates: spoken_dates(&periods, dates),
        time,
    });
    told.collect()
}

fn spoken_dates(periods: &[(NaiveDate, NaiveDate)], dates: &Dates) -> String {
    let shown = periods.iter().take(MOST_PERIODS);
    let mut told: Vec<String> = shown.map(|(first, last)| dates.during(*first, *last)).collect();
    if periods.len() > MOST_PERIODS {
        told.push("later".to_owned());
    }
    and(&told)
}

/// The time on somebody's clock, with the day where it is another one there.
fn spoken(choice: &Choice, later: u32, time: &TimeAsked) -> String {
    match later {
        0 => time.time.to_string(),
        // Of several weekdays in one line none can be named.
        1 if choice.slots.len() > 1 => format!("{} the day after", time.time),
        _ if choice.slots.len() > 1 => format!("{} the day before", time.time),
        _ => format!("{} {}", time.day, time.time),
    }
}
