//! The days of the week as people write them: `Mon-Fri`, `Mon,Wed,Fri`, `daily`, `MWF`.

use chrono::{Weekday, WeekdaySet};

use super::spelling;
use super::weekday_words::weekday_of;
use super::{HoursError, HoursErrorKind};

/// The days a group names, if it does, and its stretches.
pub(super) type Group = (Option<WeekdaySet>, Vec<(u16, u16)>);

/// Reads `Mon-Fri`, `Sun-Thu`, `Sat-Mon`, `Mon,Wed,Fri`, `Mon;Wed;Fri`, `Monday to Friday`, `daily`, `every
/// day`, `weekdays`, and single letters as calendars have them, R for Thursday: `M-F`, `MWF`, `MTWRF`, `TTh`.
///
/// # Errors
///
/// [`HoursError`] with what is wrong and what to write.
pub fn parse_days(text: &str) -> Result<WeekdaySet, HoursError> {
    let plain = spelling::plain(text);
    let opened =
        spelling::brackets(&plain).map(|(before, inside, behind)| [before, inside, behind].join(" "));
    let lower = opened.unwrap_or(plain).replace(" - ", "-").replace(" and ", ",").replace('&', ",");
    let lower = AND.iter().fold(lower.replace("-feira", ""), |text, word| text.replace(word, ","));
    let lower = lower.replace("every day", "daily").replace("each day", "daily").replace("7 days", "daily");
    let mut days = WeekdaySet::EMPTY;
    for part in lower.split([',', ';', '/', '+', ' ']).map(str::trim).filter(|part| !part.is_empty()) {
        match part {
            "daily" | "everyday" | "all" | "7/7" => days = WeekdaySet::ALL,
            "weekdays" => days = days.union(range(Weekday::Mon, Weekday::Fri)),
            "weekends" | "weekend" => days = days.union(range(Weekday::Sat, Weekday::Sun)),
            // Of lunes or lundi to viernes or vendredi.
            "l-v" => days = days.union(range(Weekday::Mon, Weekday::Fri)),
            "l-j" => days = days.union(range(Weekday::Mon, Weekday::Thu)),
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

/// What stands before the last of several days, in other languages.
const AND: [&str; 8] = [" und ", " et ", " y ", " e ", " en ", " og ", " och ", " \u{438} "];

/// `9-17 (mon-fri)` without the brackets; other remarks stay.
pub(super) fn out_of_brackets(plain: String) -> String {
    match spelling::brackets(&plain) {
        Some((before, days, behind)) if parse_days(days).is_ok() => {
            format!("{before} {days} {behind}").trim().to_owned()
        }
        _ => plain,
    }
}

/// The days from one to another, around the week.
pub(super) fn range(from: Weekday, to: Weekday) -> WeekdaySet {
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

/// `mwf`, `mtwrf`, `tth`: letters of weekdays in the order of the week, at least two; `None` for anything
/// else.
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
    if let Some(day) = weekday_of(name) {
        return Ok(day);
    }
    match (found.next(), found.next()) {
        (Some((n, _)), None) => Ok(Weekday::try_from(n as u8).expect("seven days")),
        _ => Err(HoursError::new(
            HoursErrorKind::NotADay,
            format!("`{}` is no weekday; write Mon, Tue, Wed, Thu, Fri, Sat or Sun", text.trim()),
        )),
    }
}
