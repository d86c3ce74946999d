//! The grammars people write hours and days in.
//!
//! ```text
//! hours    := group { ";" group }          Mon-Thu 9-17; Fri 9-13
//! group    := [days] stretches [days]
//! stretches:= range { "," range }          9-12,13-17
//! range    := time dash time ["+1"]        22-06  9am-5pm  09:00–17:30  09:00-05:00+1
//! days     := day-range { ("," | ";" | " ") day-range }     Mon-Fri  Sat-Mon  Mon,Wed,Fri  M-F  MWF
//! ```
//!
//! `spelling` has what else people write. An end at or before its start lies on the next day; equal ends are
//! refused. Bare hours, which say neither am nor pm and have no leading zero, may mean the afternoon: where
//! `9-5` would last longer than 16 hours over midnight, its end is taken 12 hours later, and where `9-12,1-5`
//! would go back in time, the later stretch is. Other stretches over midnight of more than 16 hours have to be
//! meant: `+1` says so. Stretches that touch are shown as one: `09:00-33:00` is `9-13,13-09`.

use std::str::FromStr;

use chrono::{Weekday, WeekdaySet};

use super::spelling;
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

/// A stretch over midnight that is longer than this, in minutes, has to be meant: nobody works for more than
/// two thirds of a day without saying so.
pub(super) const LONGEST_NIGHT: u16 = 16 * 60;

/// Hours as written: some groups name their days, others leave them to a `days` column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HoursText {
    groups: Vec<Group>,
    bare: Vec<BareHours>,
}

/// Bare hours that were taken to mean the afternoon: `9-5` as 9:00 to 17:00.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct BareHours {
    /// As they are written.
    pub written: String,
    /// The start, in minutes after 00:00.
    pub start: u16,
    /// The end, in minutes after 00:00.
    pub end: u16,
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

    /// The bare hours among them that were taken to mean the afternoon.
    pub fn bare_hours(&self) -> &[BareHours] {
        &self.bare
    }

    /// Makes whole days of stretches from 00:00 to 23:59, which is how programs write them; whether there were
    /// any.
    pub fn complete_days(&mut self) -> bool {
        let last_minute = crate::minutes::DAY as u16 - 1;
        let mut stretches = self.groups.iter_mut().flat_map(|(_, stretches)| stretches);
        stretches.by_ref().filter(|stretch| **stretch == (0, last_minute)).fold(false, |_, stretch| {
            stretch.1 += 1;
            true
        })
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
    let plain = spelling::plain(text);
    let mut read = HoursText { groups: Vec::new(), bare: Vec::new() };
    if spelling::is_always(&plain) {
        read.groups.push((Some(WeekdaySet::ALL), vec![(0, 1440)]));
        return Ok(read);
    }
    for group in spelling::groups(&plain) {
        let group = parse_group(group.trim(), &mut read.bare)?;
        read.groups.push(group);
    }
    if read.groups.is_empty() {
        return Err(HoursError::new(
            HoursErrorKind::NoTimes,
            "no hours; write them like 9-17 or 09:00-17:30",
        ));
    }
    Ok(read)
}

/// Days stand before or after the times: the times are what lies between the first and the last digit, with
/// an `am` or `pm` behind it.
fn parse_group(lower: &str, bare: &mut Vec<BareHours>) -> Result<Group, HoursError> {
    let group = lower;
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
    let suffix = ["a.m.", "p.m.", "am", "pm", "a", "p", "hrs", "hr", "h", "n"].iter().find(|suffix| {
        let after = rest.trim_start().strip_prefix(**suffix);
        after.is_some_and(|after| !after.starts_with(char::is_alphabetic))
    });
    let end = last + 1 + suffix.map_or(0, |suffix| spaces + suffix.len());
    let (before, times, after) = (lower[..start].trim(), &lower[start..end], lower[end..].trim());
    no_half_range(group, before, after)?;
    if let Some(remark) = after.strip_prefix('(').or_else(|| before.strip_suffix(')')) {
        let remark = remark.trim_matches(['(', ')', ' ']);
        return Err(HoursError::new(
            HoursErrorKind::NotADay,
            format!("the remark `{remark}` is not read; leave it out, and write breaks like 9-13,14-18"),
        ));
    }
    let trim_colon = |days: &str| days.trim_matches([':', ',', '@', ' ']).trim().to_owned();
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
    let mut stretches: Vec<(u16, u16)> = Vec::new();
    for range in times.replace(" and ", ",").split([',', '/', '&']) {
        let stretch = parse_range(range, stretches.last().copied(), bare)?;
        stretches.push(stretch);
    }
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

fn parse_range(
    range: &str,
    before: Option<(u16, u16)>,
    bare: &mut Vec<BareHours>,
) -> Result<(u16, u16), HoursError> {
    let range = range.trim();
    let Some((start, end)) = range.split_once('-') else {
        return Err(HoursError::new(
            HoursErrorKind::NotARange,
            format!("`{range}` is no range; write it like 9-17 or 09:00-17:30"),
        ));
    };
    let from = Written::read(start)?;
    if let Some(end) = long_end(end, from.time) {
        return Ok((from.time.minutes(), end));
    }
    let (end, is_next_day) = next_day(end);
    let to = Written::read(end)?;
    let open = if from.meridiem { &to } else { &from };
    let half = from.meridiem != to.meridiem && !from.is_exact && !to.is_exact;
    if half && open.time <= ClockTime::at(12, 0) {
        let spelled =
            format!("`{range}` says am or pm on one side only; say it on both, or use the 24-hour clock");
        return Err(HoursError::new(HoursErrorKind::HalfMeridiem, spelled));
    }
    // `9-12,1-5`: the afternoon, where the clock would go back.
    if let Some((first, last)) = before
        && from.is_bare
        && to.is_bare
        && from.time.minutes() <= first
        && to.time.minutes() > from.time.minutes()
        && from.time.minutes() + NOON >= last
    {
        let (start, end) = (from.time.minutes() + NOON, to.time.minutes() + NOON);
        bare.push(BareHours { written: range.to_owned(), start, end });
        return Ok((start, end));
    }
    as_meant(range, &from, &to, is_next_day, bare)
}

/// Minutes of half a day.
const NOON: u16 = 12 * 60;

/// The stretch between two times, unless it is a night too long to be meant: of bare hours the end is then
/// taken 12 hours later.
fn as_meant(
    range: &str,
    from: &Written,
    to: &Written,
    is_next_day: bool,
    bare: &mut Vec<BareHours>,
) -> Result<(u16, u16), HoursError> {
    if is_next_day {
        let (start, end) = (from.time.minutes(), to.time.minutes() + 1440);
        let stretch = Stretch::new(Weekday::Mon, start, end)?;
        return Ok((stretch.start(), stretch.end()));
    }
    let (start, end) = stretch(from.time, to.time)?;
    if end <= 1440 || end - start <= LONGEST_NIGHT || from.meridiem && to.meridiem {
        return Ok((start, end));
    }
    let later = end - 1440 + NOON;
    let is_day = later > start && later <= 1440;
    if is_day && from.is_bare && to.is_bare {
        bare.push(BareHours { written: range.to_owned(), start, end: later });
        return Ok((start, later));
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
fn next_day(end: &str) -> (&str, bool) {
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
        let mut bare = Vec::new();
        let mut stretches = Vec::new();
        for (start, end) in starts.into_iter().zip(ends) {
            let (start, end) = (spelling::plain(start), spelling::plain(end));
            let (end, is_next_day) = next_day(&end);
            let (from, to) = (Written::read(&start)?, Written::read(end)?);
            let range = format!("{}-{}", start.trim(), end.trim());
            stretches.push(as_meant(&range, &from, &to, is_next_day, &mut bare)?);
        }
        Ok(Self { groups: vec![(None, stretches)], bare })
    }
}

/// Reads `Mon-Fri`, `Sun-Thu`, `Sat-Mon`, `Mon,Wed,Fri`, `Mon;Wed;Fri`, `Monday to Friday`, `daily`, `every
/// day`, `weekdays`, and single letters as calendars have them, R for Thursday: `M-F`, `MWF`, `MTWRF`, `TTh`.
///
/// # Errors
///
/// [`HoursError`] with what is wrong and what to write.
pub fn parse_days(text: &str) -> Result<WeekdaySet, HoursError> {
    let lower = spelling::plain(text).replace(" - ", "-").replace(" and ", ",").replace('&', ",");
    let lower = lower.replace("every day", "daily").replace("each day", "daily").replace("7 days", "daily");
    let mut days = WeekdaySet::EMPTY;
    for part in lower.split([',', ';', '/', '+', ' ']).map(str::trim).filter(|part| !part.is_empty()) {
        match part {
            "daily" | "everyday" | "all" | "7/7" => days = WeekdaySet::ALL,
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
                match (from == to).then(|| run_of_letters(part)).flatten() {
                    Some(run) => days = days.union(run),
                    None => days = days.union(range(weekday(from)?, weekday(to)?)),
                }
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

/// The letters of weekdays, those of two first: calendars of schools write `TTh` and `MTWRF`.
const LETTERS: [(&str, Weekday); 9] = [
    ("tu", Weekday::Tue),
    ("th", Weekday::Thu),
    ("sa", Weekday::Sat),
    ("su", Weekday::Sun),
    ("m", Weekday::Mon),
    ("t", Weekday::Tue),
    ("w", Weekday::Wed),
    ("r", Weekday::Thu),
    ("f", Weekday::Fri),
];

/// `mwf`, `mtwrf`, `tth`: letters of weekdays in the order of the week, at least two; `None` for anything else.
fn run_of_letters(text: &str) -> Option<WeekdaySet> {
    let (mut days, mut rest) = (WeekdaySet::EMPTY, text);
    let mut last: Option<Weekday> = None;
    while !rest.is_empty() {
        let (letters, day) = LETTERS.iter().find(|(letters, _)| rest.starts_with(letters))?;
        // Two Ts without an h are Tuesday and Thursday.
        let day = if *letters == "t" && last == Some(Weekday::Wed) { Weekday::Thu } else { *day };
        if last.is_some_and(|last| last.num_days_from_monday() >= day.num_days_from_monday()) {
            return None;
        }
        days.insert(day);
        last = Some(day);
        rest = &rest[letters.len()..];
    }
    (days.len() > 1 && weekday(text).is_err()).then_some(days)
}

fn weekday(text: &str) -> Result<Weekday, HoursError> {
    let letter = match text.trim() {
        "m" => Some(Weekday::Mon),
        "t" => Some(Weekday::Tue),
        "w" => Some(Weekday::Wed),
        "r" => Some(Weekday::Thu),
        "f" => Some(Weekday::Fri),
        _ => None,
    };
    if let Some(day) = letter {
        return Ok(day);
    }
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
            ("9 to dusk", "`dusk` is no time of day; "),
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

    fn read(text: &str) -> Result<String, HoursErrorKind> {
        parse_hours(text)
            .map(|hours| hours.on(range(Weekday::Mon, Weekday::Fri)).to_string())
            .map_err(|e| e.kind())
    }

    #[test]
    fn bare_hours_mean_the_day() {
        let cases = [
            ("9-5", "09:00-17:00"),
            ("9-6", "09:00-18:00"),
            ("8:30-5:30", "08:30-17:30"),
            ("10-7", "10:00-19:00"),
            ("12-8", "12:00-20:00"),
            ("7 to 3", "07:00-15:00"),
            ("9-12,1-5", "09:00-12:00,13:00-17:00"),
            ("9-12, 12:30-5", "09:00-12:00,12:30-17:00"),
            ("10:00-7:00", "10:00-19:00"),
            ("8-2,4-6", "08:00-14:00,16:00-18:00"),
            // Nights that are no longer than 16 hours stay nights.
            ("10-2", "10:00-02:00"),
            ("22-6", "22:00-06:00"),
        ];
        for (text, hours) in cases {
            assert_eq!(read(text), Ok(format!("{hours} Mon-Fri")), "{text}");
        }
        let said = |text: &str| parse_hours(text).map(|hours| hours.bare_hours().len());
        assert_eq!((said("9-5").ok(), said("9-17").ok(), said("9-12,1-5").ok()), (Some(1), Some(0), Some(1)));
        let columns = |start: &str, end: &str| {
            HoursText::from_columns(start, end).map(|hours| hours.stretches().collect::<Vec<_>>())
        };
        assert_eq!(columns("9", "5:30"), Ok(vec![(540, 1050)]));
        assert!(columns("09:00", "05:00").is_err());
        assert_eq!(columns("22:00", "06:00+1"), Ok(vec![(1320, 1800)]));
    }

    #[test]
    fn long_nights_have_to_be_meant() {
        for text in ["09:00-05:00", "17-16", "9h-05", "0900-0500"] {
            assert_eq!(read(text), Err(HoursErrorKind::LongNight), "{text}");
        }
        assert_eq!(read("09:00-05:00+1"), Ok("09:00-05:00+1 Mon-Fri".to_owned()));
        assert_eq!(read("9am-5am"), Ok("09:00-05:00+1 Mon-Fri".to_owned()));
        assert_eq!(read("09:00-17:00+1"), Err(HoursErrorKind::Length));
        let error = parse_hours("09:00-05:00").map_err(|error| error.to_string());
        assert_eq!(
            error.err().as_deref(),
            Some(
                "`09:00-05:00` lasts 20:00 hours, into the next day; write 09:00-17:00 if the day is meant, \
                  09:00-05:00+1 if that is meant"
            )
        );
    }

    #[test]
    fn what_else_people_write() {
        let cases = [
            ("M-F 9-17", "09:00-17:00 Mon-Fri"),
            ("MWF 10-14", "10:00-14:00 Mon,Wed,Fri"),
            ("TTh 9-12", "09:00-12:00 Tue,Thu"),
            ("MTWRF 8-16", "08:00-16:00 Mon-Fri"),
            ("M/W/F 9-17", "09:00-17:00 Mon,Wed,Fri"),
            ("24/7", "00:00-24:00 Mon-Sun"),
            ("24x7", "00:00-24:00 Mon-Sun"),
            ("9am-noon", "09:00-12:00 Mon-Fri"),
            ("noon to 8pm", "12:00-20:00 Mon-Fri"),
            ("4pm-midnight", "16:00-24:00 Mon-Fri"),
            ("10:00~19:00", "10:00-19:00 Mon-Fri"),
            ("10:00～19:00", "10:00-19:00 Mon-Fri"),
            ("9-17 Uhr", "09:00-17:00 Mon-Fri"),
            ("9 bis 17 Uhr", "09:00-17:00 Mon-Fri"),
            ("every day 9-17", "09:00-17:00 Mon-Sun"),
            ("9-17 daily", "09:00-17:00 Mon-Sun"),
            ("Mon-Thu 9-17, Fri 9-13", "09:00-17:00 Mon-Thu; 09:00-13:00 Fri"),
            ("Mon-Thu 9-12, 13-17, Fri 9-13", "09:00-12:00,13:00-17:00 Mon-Thu; 09:00-13:00 Fri"),
            ("Mon through Fri, 8am - 4pm", "08:00-16:00 Mon-Fri"),
            ("9-17 (Mon-Thu)", "09:00-17:00 Mon-Thu"),
            ("9-17 (local time)", "09:00-17:00 Mon-Fri"),
            ("from 9 to 5", "09:00-17:00 Mon-Fri"),
            ("8h30-17h", "08:30-17:00 Mon-Fri"),
        ];
        for (text, hours) in cases {
            assert_eq!(read(text), Ok(hours.to_owned()), "{text}");
        }
        for text in ["9-18 (lunch 13-14)", "S 9-17", "WM 9-17", "mornings", "24-7"] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
