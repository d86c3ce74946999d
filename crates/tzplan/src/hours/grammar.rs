//! The grammars people write hours and days in.
//!
//! ```text
//! hours    := group { ";" group }          Mon-Thu 9-17; Fri 9-13
//! group    := [days] stretches [days]
//! stretches:= range { "," range }          9-12,13-17
//! range    := time dash time               22-06  9am-5pm  09:00–17:30
//! days     := day-range { ("," | ";" | " ") day-range }     Mon-Fri  Sat-Mon  Mon,Wed,Fri
//! ```
//!
//! A dash is any of `-`, `–`, `—`, `−` or the word `to`. An end at or before its start lies on the next day;
//! equal ends are refused. Stretches that touch are shown as one: `09:00-33:00` is `9-13,13-09`.

use std::str::FromStr;

use chrono::{Weekday, WeekdaySet};

use super::{HoursError, HoursErrorKind, Stretch, WeeklyHours};
use crate::clock::{ClockTime, Written};

impl FromStr for WeeklyHours {
    type Err = HoursError;

    /// Hours with or without days; those without are Monday to Friday. `none` are no hours at all.
    fn from_str(text: &str) -> Result<Self, HoursError> {
        if text.trim().eq_ignore_ascii_case(super::NO_HOURS) {
            return Ok(Self::new([]));
        }
        Ok(parse_hours(text)?.on(range(Weekday::Mon, Weekday::Fri)))
    }
}

/// The days a group names, if it does, and its stretches.
type Group = (Option<WeekdaySet>, Vec<(u16, u16)>);

/// Hours as written: some groups name their days, others leave them to a `days` column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HoursText {
    groups: Vec<Group>,
}

impl HoursText {
    /// The days the text itself names; empty when it names none.
    pub fn named_days(&self) -> WeekdaySet {
        self.groups.iter().filter_map(|(days, _)| *days).fold(WeekdaySet::EMPTY, WeekdaySet::union)
    }

    /// Whether some stretches name no days.
    pub fn needs_days(&self) -> bool {
        self.groups.iter().any(|(days, _)| days.is_none())
    }

    /// Every stretch as minutes after 00:00 of its day, for checks on what was written.
    pub fn stretches(&self) -> impl Iterator<Item = (u16, u16)> {
        self.groups.iter().flat_map(|(_, stretches)| stretches.iter().copied())
    }

    /// The weekly hours, with `default` where no days are named.
    pub fn on(&self, default: WeekdaySet) -> WeeklyHours {
        let groups = self.groups.iter();
        WeeklyHours::new(groups.flat_map(|(days, stretches)| {
            let days = days.unwrap_or(default).iter(Weekday::Mon);
            days.flat_map(|day| stretches.iter().map(move |(start, end)| Stretch::known(day, *start, *end)))
        }))
    }
}

/// Reads `9-17`, `9am-5pm`, `22-06`, `9-12,13-17`, `Mon-Thu 9-17; Fri 9-13`.
///
/// # Errors
///
/// [`HoursError`] with what is wrong and what to write.
pub fn parse_hours(text: &str) -> Result<HoursText, HoursError> {
    let mut groups = Vec::new();
    for group in text.split(';').map(str::trim).filter(|group| !group.is_empty()) {
        groups.push(parse_group(group)?);
    }
    if groups.is_empty() {
        return Err(HoursError::new(
            HoursErrorKind::NoTimes,
            "no hours; write them like 9-17 or 09:00-17:30",
        ));
    }
    Ok(HoursText { groups })
}

/// Days stand before or after the times: the times are what lies between the first and the last digit, with
/// an `am` or `pm` behind it.
fn parse_group(group: &str) -> Result<Group, HoursError> {
    let lower = group.to_lowercase();
    let (Some(start), Some(last)) =
        (lower.find(|c: char| c.is_ascii_digit()), lower.rfind(|c: char| c.is_ascii_digit()))
    else {
        return Err(HoursError::new(
            HoursErrorKind::NoTimes,
            format!("`{group}` has no times; write them like 9-17 or 09:00-17:30"),
        ));
    };
    let rest = &lower[last + 1..];
    let spaces = rest.len() - rest.trim_start().len();
    let suffix = ["a.m.", "p.m.", "am", "pm", "a", "p", "hrs", "h"].iter().find(|suffix| {
        let after = rest.trim_start().strip_prefix(**suffix);
        after.is_some_and(|after| !after.starts_with(char::is_alphabetic))
    });
    let end = last + 1 + suffix.map_or(0, |suffix| spaces + suffix.len());
    let (before, times, after) = (lower[..start].trim(), &lower[start..end], lower[end..].trim());
    no_half_range(group, before, after)?;
    let trim_colon = |days: &str| days.trim_end_matches(':').trim().to_owned();
    let days = match (trim_colon(before), trim_colon(after)) {
        (before, after) if before.is_empty() && after.is_empty() => None,
        (days, other) if other.is_empty() => Some(parse_days(&days)?),
        (other, days) if other.is_empty() => Some(parse_days(&days)?),
        _ => {
            return Err(HoursError::new(
                HoursErrorKind::DaysTwice,
                format!("`{group}` names days twice; separate groups by `;`"),
            ));
        }
    };
    let stretches = times.split([',', '/', '&']).map(parse_range).collect::<Result<Vec<_>, _>>()?;
    Ok((days, stretches))
}

/// `9-x` and `x-17`: what stands on the other side of a dash is meant as a time, not as days.
fn no_half_range(group: &str, before: &str, after: &str) -> Result<(), HoursError> {
    let dashes = ['-', '\u{2013}', '\u{2014}', '\u{2212}', '\u{2012}'];
    let end = after.strip_prefix(dashes).or_else(|| after.strip_prefix("to "));
    let start = before.strip_suffix(dashes).or_else(|| before.strip_suffix(" to"));
    match end.or(start).map(str::trim) {
        None => Ok(()),
        Some("") => Err(HoursError::new(
            HoursErrorKind::NotARange,
            format!("`{group}` is no range; write it like 9-17 or 09:00-17:30"),
        )),
        // Of days the dash is too many, which they say.
        Some(days) if parse_days(days).is_ok() => Ok(()),
        Some(time) => Ok(Written::read(time).map(drop)?),
    }
}

fn parse_range(range: &str) -> Result<(u16, u16), HoursError> {
    let range = range.trim();
    let dashed = range.replace(" to ", "-").replace(['\u{2013}', '\u{2014}', '\u{2212}', '\u{2012}'], "-");
    let Some((from, to)) = dashed.split_once('-') else {
        return Err(HoursError::new(
            HoursErrorKind::NotARange,
            format!("`{range}` is no range; write it like 9-17 or 09:00-17:30"),
        ));
    };
    let from = Written::read(from)?;
    if let Some(end) = long_end(to, from.time) {
        return Ok((from.time.minutes(), end));
    }
    let to = Written::read(to)?;
    let bare = if from.meridiem { &to } else { &from };
    if from.meridiem != to.meridiem && bare.time <= ClockTime::at(12, 0) {
        let spelled =
            format!("`{range}` says am or pm on one side only; say it on both, or use the 24-hour clock");
        return Err(HoursError::new(HoursErrorKind::HalfMeridiem, spelled));
    }
    stretch(from.time, to.time)
}

/// The end of stretches that touch and are shown as one, longer than a day: `33:00` in `09:00-33:00`.
fn long_end(text: &str, start: ClockTime) -> Option<u16> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let number = |text: &str| {
        (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
    };
    let (hours, minutes): (u16, u16) = number(hours).zip(number(minutes).filter(|minutes| *minutes < 60))?;
    let (start, end) = (start.minutes(), hours * 60 + minutes);
    (start < 1440 && start + 1440 <= end && end < 3 * 1440).then_some(end)
}

/// The stretch from one time of day to another, which lies on the next day when it is not later.
pub(super) fn stretch(start: ClockTime, end: ClockTime) -> Result<(u16, u16), HoursError> {
    let (start, end) = (start.minutes(), end.minutes());
    if start == end {
        return Err(HoursError::new(
            HoursErrorKind::EqualEnds,
            "start and end are equal; write 00:00-24:00 for a full day",
        ));
    }
    if start >= 1440 {
        return Err(HoursError::new(
            HoursErrorKind::StartsTooLate,
            "a stretch starts before 24:00; write 00:00 for the start of the next day",
        ));
    }
    let end = if end < start { end + 1440 } else { end };
    if end > start + 1440 {
        return Err(HoursError::new(
            HoursErrorKind::Length,
            "a stretch lasts at most 24 hours; write 00:00-24:00 for a full day",
        ));
    }
    Ok((start, end))
}

impl HoursText {
    /// The hours of a `start` and an `end` column, in which `;` separates split shifts.
    ///
    /// # Errors
    ///
    /// [`HoursError`] when a time cannot be read or the columns have different numbers of them.
    pub fn from_columns(start: &str, end: &str) -> Result<Self, HoursError> {
        let (starts, ends): (Vec<_>, Vec<_>) = (start.split(';').collect(), end.split(';').collect());
        if starts.len() != ends.len() {
            return Err(HoursError::new(
                HoursErrorKind::UnevenColumns,
                format!(
                    "{} start(s) but {} end(s); give each start its end, as in 08:00;16:00 and 12:00;20:00",
                    starts.len(),
                    ends.len()
                ),
            ));
        }
        let stretches = starts.iter().zip(ends).map(|(start, end)| stretch(start.parse()?, end.parse()?));
        Ok(Self { groups: vec![(None, stretches.collect::<Result<_, _>>()?)] })
    }
}

/// Reads `Mon-Fri`, `Sun-Thu`, `Sat-Mon`, `Mon,Wed,Fri`, `Mon;Wed;Fri`, `Monday to Friday`, `daily`,
/// `weekdays`.
///
/// # Errors
///
/// [`HoursError`] with what is wrong and what to write.
pub fn parse_days(text: &str) -> Result<WeekdaySet, HoursError> {
    let lower = text.trim().to_lowercase().replace(['\u{2013}', '\u{2014}', '\u{2212}', '\u{2012}'], "-");
    let lower = lower.replace(" to ", "-").replace(" - ", "-").replace(" and ", ",").replace('&', ",");
    let mut days = WeekdaySet::EMPTY;
    for part in lower.split([',', ';', '/', '+', ' ']).map(str::trim).filter(|part| !part.is_empty()) {
        match part {
            "daily" | "everyday" | "all" => days = WeekdaySet::ALL,
            "weekdays" => days = days.union(range(Weekday::Mon, Weekday::Fri)),
            "weekends" | "weekend" => days = days.union(range(Weekday::Sat, Weekday::Sun)),
            _ => {
                let (from, to) = part.split_once('-').unwrap_or((part, part));
                if from.trim().is_empty() || to.trim().is_empty() {
                    return Err(HoursError::new(
                        HoursErrorKind::NotADay,
                        format!("`{part}` is no range of days; write it like Mon-Fri"),
                    ));
                }
                days = days.union(range(weekday(from)?, weekday(to)?));
            }
        }
    }
    if days.is_empty() {
        return Err(HoursError::new(
            HoursErrorKind::NotADay,
            "no days; write them like Mon-Fri or Mon,Wed,Fri",
        ));
    }
    Ok(days)
}

/// The days from one to another, around the week.
fn range(from: Weekday, to: Weekday) -> WeekdaySet {
    let mut days = WeekdaySet::single(from);
    let mut day = from;
    while day != to {
        day = day.succ();
        days.insert(day);
    }
    days
}

fn weekday(text: &str) -> Result<Weekday, HoursError> {
    let name = text.trim().trim_end_matches('.');
    let long = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let is_short_for = |day: &str, name: &str| name.len() >= 2 && day.starts_with(name);
    let singular = name.strip_suffix('s').unwrap_or(name);
    let mut found =
        long.iter().enumerate().filter(|(_, day)| is_short_for(day, name) || is_short_for(day, singular));
    match (found.next(), found.next()) {
        (Some((n, _)), None) => Ok(Weekday::try_from(n as u8).expect("seven days")),
        _ => Err(HoursError::new(
            HoursErrorKind::NotADay,
            format!("`{}` is no weekday; write Mon, Tue, Wed, Thu, Fri, Sat or Sun", text.trim()),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_range_says_what_is_wrong_with_the_other_half() {
        let cases = [
            ("9-x", "`x` is no time of day; "),
            ("9 \u{2013} x", "`x` is no time of day; "),
            ("9 to noon", "`noon` is no time of day; "),
            ("x-17", "`x` is no time of day; "),
            ("9-", "`9-` is no range; "),
            ("-17", "`-17` is no range; "),
            ("9-12,13-x", "`x` is no time of day; "),
            ("Mon- 9-17", "`mon-` is no range of days; "),
            ("9-17 Mon-", "`mon-` is no range of days; "),
            ("9-17 x", "`x` is no weekday; "),
        ];
        for (text, message) in cases {
            let error = parse_hours(text).map(drop).map_err(|error| error.to_string());
            assert!(error.as_ref().is_err_and(|error| error.starts_with(message)), "{text}: {error:?}");
        }
        assert!(
            parse_days("-Fri")
                .is_err_and(|error| error.to_string().starts_with("`-fri` is no range of days"))
        );
    }
}
