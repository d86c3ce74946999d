//! Zones whose rules stand in the file: `VTIMEZONE`, as Outlook writes it under names of its own.
//!
//! A zone of the tz database that keeps the same offsets at the same times stands for them.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use tzplan::{Tzdb, Zone};

use super::clock::Clock;
use super::line::{ContentLine, lines};
use super::moment::Moment;
use super::rule::Rule;

/// Rules are compared over these years, which are those that plans are about.
const YEARS: (i32, i32) = (2026, 2032);

/// More zones in one file are not looked at: each is compared with hundreds.
const MOST: usize = 20;
/// Nor more of those that no zone keeps the time of.
const MOST_UNKNOWN: usize = 100;
/// The dates that are looked through for the changes of all zones of a file.
const MOST_DATES: u64 = 1_000_000;

/// A part of the year with one offset.
struct Observance {
    start: NaiveDateTime,
    rule: Option<Rule>,
    /// Seconds east of Greenwich before and after it starts.
    before: i32,
    after: i32,
}

/// The zones that a file defines, by their names.
pub(super) fn zones(text: &str, tzdb: &Tzdb) -> Vec<(String, Zone)> {
    if !text.contains("VTIMEZONE") && !text.contains("vtimezone") {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut name: Option<String> = None;
    let mut observances: Vec<Observance> = Vec::new();
    let mut part: Vec<ContentLine> = Vec::new();
    let (mut unknown, mut left) = (0, MOST_DATES);
    let (mut in_zone, mut in_part) = (false, false);
    for line in lines(text).flatten() {
        match line.name.as_str() {
            "BEGIN" if line.is("BEGIN", "VTIMEZONE") => {
                (in_zone, name) = (true, None);
                observances.clear();
            }
            "END" if line.is("END", "VTIMEZONE") => {
                let zone = name.take().and_then(|name| Some((name, zone(&observances, tzdb, &mut left)?)));
                unknown += usize::from(zone.is_none());
                found.extend(zone);
                in_zone = false;
                if found.len() == MOST || unknown == MOST_UNKNOWN || left == 0 {
                    return found;
                }
            }
            "BEGIN" if in_zone => {
                in_part = true;
                part.clear();
            }
            "END" if in_part => {
                in_part = false;
                observances.extend(observance(&part));
            }
            "TZID" if in_zone && !in_part => name = Some(line.value.trim().to_owned()),
            _ if in_part => part.push(line),
            _ => {}
        }
    }
    found
}

fn observance(lines: &[ContentLine]) -> Option<Observance> {
    let value = |name: &str| lines.iter().find(|line| line.name == name).map(|line| line.value.trim());
    // Outlook's rules hold since 1601; by weekdays they are the same in any year.
    let start = value("DTSTART")?;
    let start = if start < "1970" { format!("1970{}", start.get(4..)?) } else { start.to_owned() };
    let Moment::Time(start, _) = Moment::read(&start, &Clock::Floating)? else { return None };
    let rule = match value("RRULE") {
        Some(rule) => Some(Rule::read(rule)?),
        None => None,
    };
    Some(Observance {
        start,
        rule,
        before: seconds(value("TZOFFSETFROM")?)?,
        after: seconds(value("TZOFFSETTO")?)?,
    })
}

/// `+0530`, `-080000`.
fn seconds(offset: &str) -> Option<i32> {
    let digits = offset.strip_prefix(['+', '-'])?;
    if !matches!(digits.len(), 4 | 6) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number =
        |range: std::ops::Range<usize>| digits.get(range).map_or(Some(0), |text| text.parse::<i32>().ok());
    let seconds = number(0..2)? * 3600 + number(2..4)? * 60 + number(4..6).unwrap_or(0);
    Some(if offset.starts_with('-') { -seconds } else { seconds })
}

/// The zone of the tz database that keeps the same time.
fn zone(observances: &[Observance], tzdb: &Tzdb, left: &mut u64) -> Option<Zone> {
    let day = |year| NaiveDate::from_ymd_opt(year, 1, 1);
    let years = day(YEARS.0)?..day(YEARS.1)?;
    let instant = |date: NaiveDate| date.and_time(chrono::NaiveTime::MIN).and_utc();
    let (from, to) = (instant(years.start), instant(years.end));
    let mut changes: Vec<(DateTime<Utc>, i32)> = Vec::new();
    let mut first: Option<(NaiveDateTime, i32)> = None;
    for Observance { start, rule, before, after } in observances {
        let dates = match rule {
            Some(rule) => rule.clone().starts_of(&Moment::Time(*start, Clock::Floating), &years, left),
            None => vec![start.date()],
        };
        let at =
            |date: NaiveDate| (date.and_time(start.time()) - TimeDelta::seconds((*before).into())).and_utc();
        changes.extend(dates.into_iter().map(at).filter(|at| (from..to).contains(at)).map(|at| (at, *after)));
        if rule.is_none() && first.is_none_or(|(known, _)| *start > known) {
            first = Some((*start, *after));
        }
    }
    if *left == 0 {
        return None;
    }
    changes.sort_unstable();
    let Some((_, last)) = changes.last() else {
        // One offset all year.
        let (_, offset) = first.or_else(|| observances.first().map(|one| (one.start, one.after)))?;
        return (offset % 60 == 0).then(|| Zone::fixed(offset / 60)).flatten();
    };
    // Before the first change of a year holds what held behind the last one.
    let mut pieces = vec![*last];
    pieces.extend(changes.iter().map(|(_, offset)| *offset));
    let starts: Vec<DateTime<Utc>> = std::iter::once(from).chain(changes.iter().map(|(at, _)| *at)).collect();
    let keeps = |zone: &Zone| {
        let own = zone.offsets(from, to).map(|piece| (piece.start, piece.offset.local_minus_utc()));
        own.eq(starts.iter().copied().zip(pieces.iter().copied()))
    };
    tzdb.ids().filter_map(|id| tzdb.zone(id).ok()).find(keeps)
}
