//! A range of times, `9-17` or `22-06+1`: the stretch of work that it means.

use chrono::Weekday;

use super::bare::{BareText, NOON};
use super::days::parse_days;
use super::{HoursError, HoursErrorKind, Stretch};
use crate::clock::{ClockTime, Written};

/// A stretch over midnight that is longer than this, in minutes, has to be meant: nobody works for more than
/// two thirds of a day without saying so.
pub(super) const LONGEST_NIGHT: u16 = 16 * 60;

pub(super) fn parse_range(
    range: &str,
    before: Option<(u16, u16)>,
    bare: &mut BareText,
) -> Result<(u16, u16), HoursError> {
    let range = range.trim();
    let Some((start, end)) = range.split_once('-') else {
        return Err(HoursError::new(
            HoursErrorKind::NotARange,
            format!("`{range}` is no range; write it like 9-17 or 09:00-17:30"),
        ));
    };
    no_postcode(start, end)?;
    let from = Written::read(start)?;
    if let Some(end) = long_end(end, from.time) {
        return Ok((from.time.minutes(), end));
    }
    let (end, is_next_day) = next_day(end);
    let to = Written::read(end)?;
    if let Some(stretch) = bare.nearer(range, [&from, &to]).filter(|_| !is_next_day) {
        return Ok(stretch);
    }
    let before = before.filter(|_| !is_next_day);
    if let Some(afternoon) = bare.afternoon(range, [&from, &to], before) {
        return Ok(afternoon);
    }
    as_meant(range, &from, &to, is_next_day, bare)
}

/// Times of three digits stand beside such as have three or four: `00-950` is a postcode.
fn no_postcode(start: &str, end: &str) -> Result<(), HoursError> {
    let digits = |text: &str| text.trim().bytes().take_while(u8::is_ascii_digit).count();
    let three = match [digits(start), digits(end)] {
        [3, other] if other < 3 => start,
        [other, 3] if other < 3 => end,
        _ => return Ok(()),
    };
    let message = format!("`{}` is no time of day; write it like 9, 09:30, 9:30pm or 24:00", three.trim());
    Err(HoursError::new(HoursErrorKind::NotATime, message))
}

/// The stretch between two times, unless it is a night too long to be meant: of bare hours the end is then
/// taken 12 hours later. So is that of bare hours before 13:00, which are a clock of twelve hours: `10-2`
/// over midnight would be 16 hours, and none of them is shorter than 12.
pub(super) fn as_meant(
    range: &str,
    from: &Written,
    to: &Written,
    is_next_day: bool,
    bare: &mut BareText,
) -> Result<(u16, u16), HoursError> {
    if is_next_day {
        let (start, end) = (from.time.minutes(), to.time.minutes() + 1440);
        let stretch = Stretch::new(Weekday::Mon, start, end)?;
        return Ok((stretch.start(), stretch.end()));
    }
    let (start, end) = stretch(from.time, to.time)?;
    if end <= 1440 || from.meridiem && to.meridiem {
        bare.literal(range, from, to);
        return Ok((start, end));
    }
    let is_long = end - start > LONGEST_NIGHT;
    let later = end - 1440 + NOON;
    let is_day = later > start && later <= 1440;
    if is_day && from.is_bare && to.is_bare && (is_long || start < NOON + 60) {
        bare.say(range, (start, later));
        return Ok((start, later));
    }
    if !is_long {
        bare.literal(range, from, to);
        return Ok((start, end));
    }
    let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60);
    let length = end - start;
    let (from, to) = (clock(start), clock(end));
    let day = if is_day { format!("{from}-{} if the day is meant, ", clock(later)) } else { String::new() };
    Err(HoursError::new(
        HoursErrorKind::LongNight,
        format!(
            "`{range}` lasts {}:{:02} hours, into the next day; write {day}{from}-{to}+1 if that is meant",
            length / 60,
            length % 60
        ),
    ))
}

/// An end without its `+1`, which says that it lies on the next day.
pub(super) fn next_day(end: &str) -> (&str, bool) {
    match end.trim().strip_suffix("+1") {
        Some(end) => (end, true),
        None => (end, false),
    }
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

/// `9-x` and `x-17`: what stands on the other side of a dash is meant as a time, not as days.
pub(super) fn no_half_range(group: &str, before: &str, after: &str) -> Result<(), HoursError> {
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
