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
//! `ranges` reads the ranges and `days` the days; `spelling` has what else people write. An end at or before
//! its start lies on the next day; equal ends are refused. Bare hours, which say neither am nor pm and have
//! no leading zero, may mean the afternoon: where `9-5` would last longer than 16 hours over midnight, its
//! end is taken 12 hours later, and where `9-12,1-5` or `9-12;1-5` would go back in time, the later stretch
//! is; so is `Tue 1-5` beside `Mon 9-12` ([`WeekText`](super::WeekText) has the rule). Bare hours of the
//! night (`1-5` alone) are taken as they stand, which is an assumption too. Other stretches over midnight of
//! more than 16 hours have to be meant: `+1` says so. Stretches that touch are shown as one: `09:00-33:00` is
//! `9-13,13-09`.

use std::str::FromStr;

use chrono::{Weekday, WeekdaySet};

use super::around_times;
use super::bare::BareText;
use super::days::{Group, out_of_brackets, range};
use super::days_off;
use super::in_words;
use super::pauses;
use super::ranges::{no_half_range, parse_range};
use super::remarks;
use super::spaced;
use super::spelling;
use super::text::HoursText;
use super::week_text::settled;
use super::{HoursError, HoursErrorKind, WeeklyHours};

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

/// Reads `9-17`, `9am-5pm`, `22-06`, `9-12,13-17`, `Mon-Thu 9-17; Fri 9-13`.
///
/// # Errors
///
/// [`HoursError`] with what is wrong and what to write.
pub fn parse_hours(text: &str) -> Result<HoursText, HoursError> {
    let plain = out_of_brackets(spelling::plain(text));
    let plain = spelling::core_alone(&plain);
    let of_shift = || around_times::of_shift(plain).and_then(|times| parse_plain(times).ok());
    // A night by its name with bare hours: whose half of the day?
    let read =
        parse_plain(plain).or_else(|error| of_shift().filter(|read| read.bare.is_empty()).ok_or(error));
    let read = read.or_else(|error| in_other_words(plain).unwrap_or(Err(error)));
    let said = text.trim().to_lowercase();
    read.map_err(|error| match error.kind() {
        // What is read as hours is wrong as such.
        HoursErrorKind::LongNight | HoursErrorKind::EqualEnds | HoursErrorKind::Length => error,
        // A wave is a dash elsewhere.
        _ if text.trim_start().starts_with('~') => remarks::of_hours(&said).unwrap_or(error),
        _ => unread_remark(plain).or_else(|| remarks::of_hours(&said)).unwrap_or(error),
    })
}

/// Longer texts are not taken apart.
const LONGEST: usize = 200;

/// Hours with words about days that are off, or about a pause, and those with blanks or brackets between
/// their parts; `None` for all others.
fn in_other_words(plain: &str) -> Option<Result<HoursText, HoursError>> {
    if plain.len() > LONGEST || !plain.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some(groups) = spaced::separated(plain) {
        return parse_plain(&groups).ok().map(Ok);
    }
    if let Some((rest, free)) = days_off::split(plain) {
        let read = parse_hours(rest).ok()?;
        let is_over = |(days, _): &Group| days.is_some_and(|days| days.difference(free).is_empty());
        return (!read.groups.iter().any(is_over))
            .then(|| Ok(HoursText { free: read.free.union(free), ..read }));
    }
    let pause = pauses::split(plain)?;
    parse_hours(pause.rest)
        .ok()
        .filter(|read| read.untimed.is_none())
        .and_then(|read| pause.taken_from(read))
        .map(Ok)
}

/// That the hours would be read without what stands in brackets: `9-17 (Fri home)`.
fn unread_remark(plain: &str) -> Option<HoursError> {
    let (before, remark, behind) = spelling::brackets(plain)?;
    let is_one = !remark.contains(['(', ')']) && parse_plain(&format!("{before} {behind}")).is_ok();
    is_one.then(|| not_read(remark))
}

fn not_read(remark: &str) -> HoursError {
    let message =
        format!("the remark `{remark}` is not read; leave it out, and write breaks like 9-13,14-18");
    HoursError::new(HoursErrorKind::NotADay, message)
}

fn parse_plain(plain: &str) -> Result<HoursText, HoursError> {
    let mut read = HoursText::default();
    if spelling::is_always(plain) {
        read.groups.push((Some(WeekdaySet::ALL), vec![(0, 1440)]));
        return Ok(read);
    }
    let mut bare = BareText::default();
    for group in spelling::groups(plain) {
        let group = parse_group(group.trim(), read.groups.last(), &mut bare)?;
        read.groups.push(group);
    }
    let read = settled(read, bare);
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
fn parse_group(lower: &str, last: Option<&Group>, bare: &mut BareText) -> Result<Group, HoursError> {
    let group = lower;
    let (Some(start), Some(end)) =
        (lower.find(|c: char| c.is_ascii_digit()), lower.rfind(|c: char| c.is_ascii_digit()))
    else {
        return Err(HoursError::new(
            HoursErrorKind::NoTimes,
            format!("`{group}` has no times; write them like 9-17 or 09:00-17:30"),
        ));
    };
    let rest = &lower[end + 1..];
    let spaces = rest.len() - rest.trim_start().len();
    let suffix = ["a.m.", "p.m.", "am", "pm", "a", "p", "hrs", "hr", "h", "u", "n"].iter().find(|suffix| {
        let after = rest.trim_start().strip_prefix(**suffix);
        after.is_some_and(|after| !after.starts_with(char::is_alphabetic))
    });
    let end = end + 1 + suffix.map_or(0, |suffix| spaces + suffix.len());
    let (before, times, after) = (lower[..start].trim(), &lower[start..end], lower[end..].trim());
    no_half_range(group, before, after)?;
    if let Some(remark) = after.strip_prefix('(').or_else(|| before.strip_suffix(')')) {
        let remark = remark.trim_matches(['(', ')', ' ']);
        return Err(not_read(remark));
    }
    let trim_colon =
        |days: &str| around_times::without_from(days.trim_matches([':', ',', '@', ' '])).trim().to_owned();
    let days = match (trim_colon(before), trim_colon(after)) {
        (before, after) if before.is_empty() && after.is_empty() => None,
        (days, other) | (other, days) if other.is_empty() => Some(in_words::days_beside_times(&days)?),
        _ => {
            return Err(HoursError::new(
                HoursErrorKind::DaysTwice,
                format!("`{group}` names days twice; separate groups by `;`"),
            ));
        }
    };
    let mut stretches: Vec<(u16, u16)> = Vec::new();
    for range in around_times::listed(times).split([',', '/', '&']) {
        let before = stretches.last().or_else(|| last.filter(|(of, _)| *of == days)?.1.last());
        let stretch = parse_range(range, before.copied(), bare)?;
        stretches.push(stretch);
    }
    Ok((days, stretches))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hours::parse_days;

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

    #[test]
    fn a_remark_in_brackets_is_said_to_be_one() {
        for (text, remark) in [
            ("9.30am to 6.30pm (by appointment)", "by appointment"),
            ("Mon-Thu 9-17 (Fri home)", "fri home"),
            ("9-18 (10-19 in summer)", "10-19 in summer"),
        ] {
            let error = parse_hours(text).map(drop).map_err(|error| error.to_string());
            let expected = format!("the remark `{remark}` is not read; ");
            assert!(error.as_ref().is_err_and(|error| error.starts_with(&expected)), "{text}: {error:?}");
        }
        // Days in brackets are read; two remarks are none.
        assert!(parse_hours("9-17 (Mon-Thu)").is_ok());
        assert!(
            parse_hours("9-17 (x), 9-18 (y)")
                .is_err_and(|error| !error.to_string().starts_with("the remark `x"))
        );
    }

    fn read(text: &str) -> Result<String, HoursErrorKind> {
        parse_hours(text)
            .map(|hours| hours.on(range(Weekday::Mon, Weekday::Fri)).to_string())
            .map_err(|e| e.kind())
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
            ("9u-17u", "09:00-17:00 Mon-Fri"),
            ("8u30 - 16u45", "08:30-16:45 Mon-Fri"),
            ("ma-vr 9u30-18u", "09:30-18:00 Mon-Fri"),
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
            ("9:00 AM \u{2192} 5:00 PM", "09:00-17:00 Mon-Fri"),
            ("10\u{2026}19 Mon\u{2192}Thu", "10:00-19:00 Mon-Thu"),
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
            ("900-1730", "09:00-17:30 Mon-Fri"),
            ("830-500", "08:30-17:00 Mon-Fri"),
            ("930am - 530pm", "09:30-17:30 Mon-Fri"),
            ("\u{5348}\u{524d}9\u{6642}\u{304b}\u{3089}\u{5348}\u{5f8c}6\u{6642}", "09:00-18:00 Mon-Fri"),
            ("9\u{6642}\u{304b}\u{3089}18\u{6642}\u{307e}\u{3067}", "09:00-18:00 Mon-Fri"),
            (
                "\u{c624}\u{c804} 9\u{c2dc}\u{bd80}\u{d130} \u{c624}\u{d6c4} 6\u{c2dc}\u{ae4c}\u{c9c0}",
                "09:00-18:00 Mon-Fri",
            ),
            ("saat 9-18", "09:00-18:00 Mon-Fri"),
            ("t\u{1eeb} 9h \u{111}\u{1ebf}n 18h", "09:00-18:00 Mon-Fri"),
        ];
        for (text, hours) in cases {
            assert_eq!(read(text), Ok(hours.to_owned()), "{text}");
        }
        for text in [
            "9-18 (lunch 13)",
            "S 9-17",
            "WM 9-17",
            "mornings",
            "24-7",
            "160-200",
            "9000-1700",
            "960-1700",
            "00-950",
            "01-445",
            "8-430",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
