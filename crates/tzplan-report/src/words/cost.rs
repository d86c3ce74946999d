//! What a slot costs whom, in words.

use chrono::NaiveDate;
use tzplan::meeting::{
    Asked, Cause, Cost, DateOff, Meetings, Occurrence, RotationWeek, Side, Slot, TimeAsked,
};
use tzplan::{MemberRef, Minutes, ScheduleId};

use super::crowds::Crowds;
use super::dates::{self, Dates, counted};
use super::length::length;
use super::people::{self, Names};
use crate::words::shown_of;

/// The most dates named in a cost.
const MOST_DATES: usize = 4;
/// Columns of a name.
const NAME: usize = 80;
/// Columns of a holiday's name.
const HOLIDAY: usize = 80;

/// Those with a schedule: `Ana and Ben`; of a large team `8 people in Berlin`.
pub(crate) fn name(crowds: &Crowds<'_>, schedule: ScheduleId, names: Names) -> String {
    names_of(crowds, &[schedule], names)
}

/// Those with some schedules, in this order: `Ana, Ben and 8 people in Berlin`.
pub(crate) fn names_of(crowds: &Crowds<'_>, schedules: &[ScheduleId], names: Names) -> String {
    let of_one = |schedule: &ScheduleId| -> Vec<String> {
        let Some(first) = crowds.first(*schedule) else { return Vec::new() };
        let named = crowds.named(*schedule);
        if !named.is_empty() {
            return named.iter().map(|member| member_name(*member, names)).collect();
        }
        let place = names.fit(&people::place_of(first), NAME);
        vec![format!("{} in {place}", dates::people(crowds.members(*schedule) as usize))]
    };
    people::and(&schedules.iter().flat_map(of_one).collect::<Vec<_>>())
}

/// A member by name, or by their place where they have none.
pub(crate) fn member_name(member: MemberRef<'_>, names: Names) -> String {
    match names.fit(member.name(), NAME) {
        empty if empty.is_empty() => format!("member {}", member.index() + 1),
        name => name,
    }
}

/// The most costs shown outside a page.
pub(crate) const MOST_TOLD: usize = 20;

/// What some costs of a slot come to, the dearest first: a phrase each.
pub(crate) fn costs_in_words(
    crowds: &Crowds<'_>,
    meetings: &Meetings,
    slot: Slot,
    costs: &[Cost],
) -> Vec<String> {
    let (dates, occurrences) = (Dates::of(meetings.horizon()), meetings.occurrences(slot));
    let mut costs: Vec<&Cost> = costs.iter().collect();
    costs.sort_by_key(|cost| std::cmp::Reverse((cost.asked.dearness(), cost.dates.len())));
    let phrases = costs.iter().map(|cost| phrase(crowds, cost, &occurrences, &dates, Names::Cut));
    let mut told: Vec<String> = phrases.take(MOST_TOLD).collect();
    if costs.len() > MOST_TOLD {
        told.push(format!("… and {}", counted((costs.len() - MOST_TOLD) as u64, "more cost", "more costs")));
    }
    told
}

/// What a week of a rotation asks of this many at most, the dearest first: `Ana ½ h longer`, `Ben misses it`.
pub(crate) fn asked_in_words(
    crowds: &Crowds<'_>,
    week: &RotationWeek,
    most: usize,
    names: Names,
) -> Vec<String> {
    let mut asked: Vec<_> = week.asked.iter().filter(|(_, asked)| !asked.is_nothing()).collect();
    // Stable: in the order of schedules among equals.
    asked.sort_by_key(|(_, asked)| std::cmp::Reverse(asked.dearness()));
    let words = |(schedule, asked): &(ScheduleId, Asked)| {
        format!("{} {}", name(crowds, *schedule, names), asked_of_one(asked))
    };
    let mut told: Vec<String> = asked.iter().take(most).map(|asked| words(asked)).collect();
    if asked.len() > most {
        told.push(format!("… and {} more", dates::number((asked.len() - most) as u64)));
    }
    told
}

/// Who misses which occurrences of a slot for a day off, by name where the holiday has one: `Ana is off on
/// 2026-12-25 (Christmas Day) and 2027-01-04`; in the order of schedules. Of all dates or of one.
pub(crate) fn days_off_in_words(
    crowds: &Crowds<'_>,
    meetings: &Meetings,
    slot: Slot,
    only: Option<NaiveDate>,
) -> Vec<String> {
    let mut off = meetings.dates_off(slot);
    off.retain(|off| only.is_none_or(|date| off.date == date));
    // Stable: by date.
    off.sort_by_key(|off| off.schedule);
    let date = |off: &DateOff| match &off.holiday {
        Some(holiday) => format!("{} ({})", off.date, Names::Cut.fit(holiday, HOLIDAY)),
        None => off.date.to_string(),
    };
    let of_one = |off: &[DateOff]| {
        let dates: Vec<String> = off.iter().map(date).collect();
        format!("{} is off on {}", name(crowds, off[0].schedule, Names::Cut), people::and(&dates))
    };
    let by_schedule = off.chunk_by(|a, b| a.schedule == b.schedule);
    let mut told: Vec<String> = by_schedule.clone().take(MOST_TOLD).map(of_one).collect();
    let more = by_schedule.count().saturating_sub(MOST_TOLD);
    if more > 0 {
        told.push(format!(
            "… and {} are off on some dates",
            counted(more as u64, "more schedule", "more schedules")
        ));
    }
    told
}

/// `Ana ½ h longer from 28 Mar to 30 Oct (clock change)`; of a slot with these occurrences.
fn phrase(
    crowds: &Crowds<'_>,
    cost: &Cost,
    occurrences: &[Occurrence],
    dates: &Dates,
    names: Names,
) -> String {
    let name = name(crowds, cost.schedule, names);
    let what = asked_of_one(&cost.asked);
    if cost.cause == Cause::DayOff {
        let count = counted(cost.dates.len() as u64, "date", "dates");
        return format!("{name} {what} on {count} for days off: {}", listed(cost, dates));
    }
    let when = match is_always(cost, occurrences) {
        true => "every week".to_owned(),
        false => dates.during(cost.first(), cost.last()),
    };
    match cost.cause {
        Cause::ClockChange => format!("{name} {what} {when} (clock change)"),
        Cause::Stay => format!("{name} {what} {when} (on a stay)"),
        _ if cost.asked.no_workday => format!("{name} {what} {when} (no workday)"),
        _ => format!("{name} {what} {when}"),
    }
}

/// Whether a cost is that of the first and the last occurrence, of several.
pub(crate) fn is_always(cost: &Cost, occurrences: &[Occurrence]) -> bool {
    let ends = [occurrences.first(), occurrences.last()].map(|end| end.map(|occurrence| occurrence.date));
    ends == [cost.first(), cost.last()].map(Some) && occurrences.len() > 1
}

/// `misses it`, `½ h longer`, `6 h longer, 1 h at night`.
pub(crate) fn asked_of_one(asked: &Asked) -> String {
    let longer = format!("{} longer", length(asked.stretch));
    match asked {
        asked if asked.is_missed() => "misses it".to_owned(),
        asked if asked.night > Minutes::ZERO => format!("{longer}, {} at night", length(asked.night)),
        _ => longer,
    }
}

/// What a time costs somebody: how far it is outside their day, or that it is at night though within it;
/// nothing where neither. The meeting lasts so long.
pub(crate) fn of_time(time: &TimeAsked, lasts: Minutes) -> Option<String> {
    if !time.asked.is_within_hours() {
        let mut asked = time.asked;
        asked.night = asked.night.max(time.at_night);
        return Some(outside_hours(&asked, time.side, time.alike));
    }
    match time.at_night {
        Minutes::ZERO => None,
        whole if whole >= lasts => Some("at night, in their own hours".to_owned()),
        part => Some(format!("{} at night, in their own hours", length(part))),
    }
}

/// By how much a meeting begins or ends outside somebody's day: `begins ½ h before the day`, `ends 1 h after
/// the day, ½ h at night`, `no workday`. Of several unlike dates `up to` that much.
pub(crate) fn outside_hours(asked: &Asked, side: Option<Side>, alike: bool) -> String {
    let up_to = if alike { "" } else { "up to " };
    if asked.no_workday {
        return if alike { "no workday" } else { "on some dates no workday" }.to_owned();
    }
    let stretch = length(asked.stretch);
    let where_ = match side {
        Some(Side::Before) => format!("begins {up_to}{stretch} before the day"),
        Some(Side::Both) => format!("{up_to}{stretch} more than the day has"),
        _ => format!("ends {up_to}{stretch} after the day"),
    };
    let night = match asked.night {
        Minutes::ZERO => String::new(),
        night => format!(", {} at night", length(night)),
    };
    format!("{where_}{night}")
}

/// `25 Dec, 1 Jan and 3 more`.
fn listed(cost: &Cost, dates: &Dates) -> String {
    let shown = shown_of(cost.dates.len(), MOST_DATES);
    let mut named: Vec<String> = cost.dates[..shown].iter().map(|date| dates.day(*date)).collect();
    if shown < cost.dates.len() {
        named.push(format!("{} more", dates::number((cost.dates.len() - shown) as u64)));
    }
    people::and(&named)
}
