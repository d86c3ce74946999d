//! The columns that give hours: `hours`, or `start` and `end`, and `days`.

use chrono::WeekdaySet;
use tzplan::ClockTime;
use tzplan::WeeklyHours;
use tzplan::hours::{HoursError, HoursText, parse_days, parse_hours};

use crate::columns::Field;
use crate::faults::Fault;

/// The cells of a row, empty where there is none.
pub(crate) struct HoursCells<'a> {
    pub(crate) hours: &'a str,
    pub(crate) start: &'a str,
    pub(crate) end: &'a str,
    pub(crate) days: &'a str,
}

/// A stretch over midnight that is longer than this, in minutes, is more likely `9-5` on a clock with am and
/// pm.
const LONG_NIGHT: u16 = 16 * 60;

type Faults = Vec<(Option<Field>, Fault)>;

/// Reads the weekly hours, on the `usual` days where none are named; `None` when there are faults that forbid
/// it.
pub(crate) fn read(cells: &HoursCells<'_>, usual: WeekdaySet, faults: &mut Faults) -> Option<WeeklyHours> {
    let before = faults.len();
    let days = match cells.days {
        "" => None,
        days => parse_days(days).map_err(|error| faults.push(wrong(Field::Days, "bad-days", &error))).ok(),
    };
    let hours = match cells.hours {
        "" => None,
        hours => {
            parse_hours(hours).map_err(|error| faults.push(wrong(Field::Hours, "bad-hours", &error))).ok()
        }
    };
    let columns = read_start_and_end(cells, faults);
    if faults.len() > before {
        return None;
    }
    let default = days.unwrap_or(usual);
    if let (Some(hours), Some(days)) = (&hours, days) {
        faults.extend(contradicting_days(hours, days, cells));
    }
    faults.extend(hours.as_ref().and_then(|hours| days_twice(hours, default, cells)));
    if let (Some(hours), Some(columns)) = (&hours, &columns) {
        faults.extend(contradicting_hours(hours, columns, default, cells));
    }
    if faults.len() > before {
        return None;
    }
    let (field, text) = match (hours, columns) {
        (Some(hours), _) => (Field::Hours, hours),
        (None, Some(columns)) => (Field::End, columns),
        (None, None) => (Field::Hours, parse_hours("09:00-17:00").ok()?),
    };
    faults.extend(long_night(&text, field, cells));
    let hours = text.on(default);
    if hours.is_empty() {
        let fault = Fault::error("no-hours", "no hours at all", "write them like 9-17");
        faults.push((Some(field), fault));
        return None;
    }
    Some(hours)
}

/// Whether the cells leave it to custom on which days the hours hold, all or some of them.
pub(super) fn leave_days_open(cells: &HoursCells<'_>) -> bool {
    cells.days.is_empty()
        && (cells.hours.is_empty() || parse_hours(cells.hours).is_ok_and(|hours| hours.needs_days()))
}

fn read_start_and_end(cells: &HoursCells<'_>, faults: &mut Faults) -> Option<HoursText> {
    let missing = |has: &str, lacks: &str, example: &str| {
        Fault::error(
            "half-hours",
            format!("`{has}` is given, but no `{lacks}`"),
            format!("write the {lacks} as well, such as {example}"),
        )
    };
    match (cells.start, cells.end) {
        ("", "") => return None,
        (_, "") => faults.push((Some(Field::Start), missing("start", "end", "17:00"))),
        ("", _) => faults.push((Some(Field::End), missing("end", "start", "09:00"))),
        (start, end) => {
            let before = faults.len();
            for (field, cell) in [(Field::Start, start), (Field::End, end)] {
                let error = cell.split(';').find_map(|time| time.parse::<ClockTime>().err());
                faults.extend(error.map(|error| wrong(field, "bad-time", &error.into())));
            }
            if faults.len() == before {
                let both = HoursText::from_columns(start, end);
                return both.map_err(|error| faults.push(wrong(Field::End, "bad-hours", &error))).ok();
            }
        }
    }
    None
}

/// `hours` and `days` that cannot both be meant.
fn contradicting_days(
    hours: &HoursText,
    days: WeekdaySet,
    cells: &HoursCells<'_>,
) -> Option<(Option<Field>, Fault)> {
    let named = hours.named_days();
    if named.is_empty() || hours.needs_days() || named == days {
        return None;
    }
    let fault = Fault::error(
        "days-conflict",
        format!("`{}` and the days `{}` name different days", cells.hours, cells.days),
        "name the days in one of the two columns, or the same in both",
    );
    Some((Some(Field::Days), fault))
}

/// `9-17; Fri 9-13`: Friday's own hours, or more hours on Friday?
fn days_twice(hours: &HoursText, days: WeekdaySet, cells: &HoursCells<'_>) -> Option<(Option<Field>, Fault)> {
    let both = hours.named_days().intersection(days);
    let day = both.first().filter(|_| hours.needs_days())?;
    let fault = Fault::error(
        "days-conflict",
        format!("`{}` gives {day} hours of its own besides those of every working day", cells.hours),
        "name the days of every stretch, as in Mon-Thu 9-17; Fri 9-13",
    );
    Some((Some(Field::Hours), fault))
}

/// `hours` beside `start` and `end` that say something else.
fn contradicting_hours(
    hours: &HoursText,
    columns: &HoursText,
    default: WeekdaySet,
    cells: &HoursCells<'_>,
) -> Option<(Option<Field>, Fault)> {
    let days = if hours.named_days().is_empty() { default } else { hours.named_days() };
    let (ours, theirs) = (hours.on(default), columns.on(days));
    (ours != theirs).then(|| {
        let HoursCells { hours, start, end, .. } = cells;
        let fault = Fault::error(
            "hours-conflict",
            format!("the hours `{hours}` and the start `{start}` with the end `{end}` differ"),
            "give the hours in one way only",
        );
        (Some(Field::Hours), fault)
    })
}

/// `9-5` is read as a night of twenty hours, with a warning unless am or pm show that it is meant.
fn long_night(text: &HoursText, field: Field, cells: &HoursCells<'_>) -> Option<(Option<Field>, Fault)> {
    let written = match field {
        Field::Hours => cells.hours.to_owned(),
        _ => format!("{}-{}", cells.start, cells.end),
    };
    let (start, end) = text.stretches().find(|(start, end)| *end > 1440 && end - start > LONG_NIGHT)?;
    if says_am_or_pm(&written) {
        return None;
    }
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60 % 24, minute % 60);
    let length = end - start;
    let later = clock(end - 1440 + 720);
    let day = match end - 1440 + 720 {
        end if end > start && field == Field::Hours => {
            format!("write {}-{later} if the day is meant", clock(start))
        }
        end if end > start => format!("write {later} if the day is meant"),
        _ => "use the 24-hour clock".to_owned(),
    };
    let message = format!(
        "`{written}` is read as {} to {} on the next day, {}:{:02} hours",
        clock(start),
        clock(end),
        length / 60,
        length % 60
    );
    Some((Some(field), Fault::warning("long-night", message, format!("{day}; am and pm are understood too"))))
}

/// Whether a digit is followed by am, pm, a or p.
fn says_am_or_pm(text: &str) -> bool {
    let lower = text.to_lowercase();
    let after_digits = lower.split(|c: char| c.is_ascii_digit()).skip(1);
    let mut after = after_digits.map(str::trim_start);
    after.any(|rest| {
        let word = rest.split(|c: char| !c.is_alphabetic() && c != '.').next().unwrap_or_default();
        ["a", "p", "am", "pm", "a.m.", "p.m."].contains(&word)
    })
}

/// The grammar says "what is wrong; what to write".
fn wrong(field: Field, code: &'static str, error: &HoursError) -> (Option<Field>, Fault) {
    let text = error.to_string();
    let (message, help) =
        text.split_once("; ").unwrap_or((&text, "write 9-17 or 09:00-17:30, and days like Mon-Fri"));
    (Some(field), Fault::error(code, message, help))
}
