//! The days of the week as people write them: `Mon-Fri`, `Mon,Wed,Fri`, `daily`, `MWF`.

use chrono::{Weekday, WeekdaySet};

use super::in_words::{self, all_but_some, counted};
use super::one_language::in_one_language;
use super::remarks;
use super::spelling;
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
    if let Some(days) = all_but_some(&plain) {
        return days;
    }
    let read = read_days(&plain).or_else(|error| in_words::said_otherwise(&plain).unwrap_or(Err(error)));
    read.map_err(|error| match error.kind() {
        HoursErrorKind::NotADay => remarks::of_days(&plain).unwrap_or(error),
        _ => error,
    })
}

/// Days in small letters, with one kind of dash.
pub(super) fn read_days(plain: &str) -> Result<WeekdaySet, HoursError> {
    if let Some(days) = counted(plain) {
        return days;
    }
    let opened = spelling::brackets(plain).map(|(before, inside, behind)| [before, inside, behind].join(" "));
    let lower = opened
        .unwrap_or_else(|| plain.to_owned())
        .replace(" - ", "-")
        .replace(" and ", ",")
        .replace('&', ",");
    let lower = AND.iter().fold(lower.replace("-feira", ""), |text, word| text.replace(word, ","));
    let lower = SAYINGS.iter().fold(lower, |text, (words, day)| text.replace(words, day));
    let lower = in_chinese(&lower).unwrap_or(lower);
    if let Some(days) = letters_of_spanish(&lower) {
        return Ok(days);
    }
    let parts: Vec<DayPart<'_>> = lower
        .split([',', ';', '/', '+', ' ', '\u{3001}', '\u{30fb}', '\u{b7}'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(DayPart::of)
        .collect::<Result<_, _>>()?;
    if parts.is_empty() {
        return Err(HoursError::new(
            HoursErrorKind::NotADay,
            "no days; write them like Mon-Fri or Mon,Wed,Fri",
        ));
    }
    in_one_language(&lower, &parts)
}

/// What stands before the number of a weekday in Chinese.
const CHINESE_WEEK: [&str; 3] = ["\u{661f}\u{671f}", "\u{5468}", "\u{9031}"];
/// The numbers of the weekdays from Monday on, and the sign of Sunday.
const CHINESE_DAYS: &str = "\u{4e00}\u{4e8c}\u{4e09}\u{56db}\u{4e94}\u{516d}\u{65e5}";

/// `周一-五` as `周一-周五`, `周一三五` as `周一,周三,周五`; `None` for all others.
fn in_chinese(text: &str) -> Option<String> {
    let week = CHINESE_WEEK.into_iter().find(|week| text.starts_with(week))?;
    let days = &text[week.len()..];
    let mut chars = days.chars().filter(|c| *c != '-');
    if !chars.all(|c| CHINESE_DAYS.contains(c)) || days.chars().count() < 2 {
        return None;
    }
    let week = if week == CHINESE_WEEK[2] { CHINESE_WEEK[1] } else { week };
    let each = |days: &str, mark: &str| {
        days.chars().filter(|c| *c != '-').map(|day| format!("{week}{day}")).collect::<Vec<_>>().join(mark)
    };
    match days.split_once('-') {
        None => Some(each(days, ",")),
        Some((from, to)) if from.chars().count() == 1 && to.chars().count() == 1 => Some(each(days, "-")),
        Some(_) => None,
    }
}

/// `l,m,x,j,v`, `LXV`: the letters of Spanish weekdays, where X tells Wednesday from Tuesday.
fn letters_of_spanish(text: &str) -> Option<WeekdaySet> {
    if !text.contains('x') {
        return None;
    }
    let letters: String = text.chars().filter(|c| !", ;/+".contains(*c)).collect();
    let days: Option<WeekdaySet> = letters
        .chars()
        .map(|letter| "lmxjvsd".find(letter).and_then(|day| Weekday::try_from(day as u8).ok()))
        .collect();
    days.filter(|days| letters.len() > 1 && usize::from(days.len()) == letters.len())
}

/// What is said of several days, and the word for it.
const SAYINGS: [(&str, &str); 20] = [
    ("every day", "daily"),
    ("each day", "daily"),
    ("7 days", "daily"),
    ("\u{6bce}\u{65e5}", "daily"),
    ("\u{6bcf}\u{5929}", "daily"),
    ("\u{b9e4}\u{c77c}", "daily"),
    ("\u{5e73}\u{65e5}", "weekdays"),
    ("\u{5de5}\u{4f5c}\u{65e5}", "weekdays"),
    ("\u{d3c9}\u{c77c}", "weekdays"),
    ("jours ouvr\u{e9}s", "weekdays"),
    ("en semaine", "weekdays"),
    ("entre semana", "weekdays"),
    ("d\u{ed}as laborables", "weekdays"),
    ("dias \u{fa}teis", "weekdays"),
    ("dias uteis", "weekdays"),
    ("dni robocze", "weekdays"),
    ("hverdage", "weekdays"),
    ("vardagar", "weekdays"),
    ("\u{9031}\u{672b}", "weekends"),
    ("\u{5468}\u{672b}", "weekends"),
];

/// A part of a list of days.
pub(super) enum DayPart<'t> {
    Days(WeekdaySet),
    /// From one name to another; of one day twice the same.
    Names(&'t str, &'t str),
}

impl<'t> DayPart<'t> {
    fn of(part: &'t str) -> Result<Self, HoursError> {
        Ok(Self::Days(match part {
            "daily" | "everyday" | "all" | "7/7" => WeekdaySet::ALL,
            "weekdays" => range(Weekday::Mon, Weekday::Fri),
            "weekends" | "weekend" => range(Weekday::Sat, Weekday::Sun),
            // Of lunes or lundi to viernes or vendredi, to domingo or dimanche.
            "l-v" => range(Weekday::Mon, Weekday::Fri),
            "l-j" => range(Weekday::Mon, Weekday::Thu),
            "l-s" => range(Weekday::Mon, Weekday::Sat),
            "l-d" => WeekdaySet::ALL,
            _ => {
                let (from, to) = part.split_once('-').unwrap_or((part, part));
                if from.trim().is_empty() || to.trim().is_empty() {
                    return Err(HoursError::new(
                        HoursErrorKind::NotADay,
                        format!("`{part}` is no range of days; write it like Mon-Fri"),
                    ));
                }
                match (from == to).then(|| run_of_letters(part)).flatten() {
                    Some(run) => run,
                    None => return Ok(Self::Names(from.trim(), to.trim())),
                }
            }
        }))
    }

    /// The days, by what a name means.
    pub(super) fn days(&self, weekday: impl Fn(&str) -> Option<Weekday>) -> Option<WeekdaySet> {
        match self {
            Self::Days(days) => Some(*days),
            Self::Names(from, to) => Some(range(weekday(from)?, weekday(to)?)),
        }
    }
}

/// What stands before the last of several days, in other languages.
const AND: [&str; 14] = [
    " und ",
    " et ",
    " y ",
    " e ",
    " en ",
    " og ",
    " och ",
    " \u{438} ",
    " i ",
    " oraz ",
    " ja ",
    " és ",
    " și ",
    " si ",
];

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
    // `土日`: in East Asia a sign is a day.
    for signs in ["月火水木金土日", "월화수목금토일"] {
        let place = |c: char| u8::try_from(signs.chars().position(|sign| sign == c)?).ok();
        let days: Option<Vec<u8>> = text.chars().map(place).collect();
        if let Some(days) = days.filter(|days| days.len() > 1) {
            return Some(days.into_iter().filter_map(|day| Weekday::try_from(day).ok()).collect());
        }
    }
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
    (days.len() > 1 && english(text).is_none()).then_some(days)
}

/// The weekday of an English name, or of the beginning of one.
pub(super) fn english(text: &str) -> Option<Weekday> {
    let letter = match text.trim() {
        "m" => Some(Weekday::Mon),
        "t" => Some(Weekday::Tue),
        "w" => Some(Weekday::Wed),
        "r" => Some(Weekday::Thu),
        "f" => Some(Weekday::Fri),
        _ => None,
    };
    if letter.is_some() {
        return letter;
    }
    let name = text.trim().trim_end_matches('.');
    let long = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let is_short_for = |day: &str, name: &str| name.len() >= 2 && day.starts_with(name);
    let singular = name.strip_suffix('s').unwrap_or(name);
    let mut found =
        (0_u8..).zip(long).filter(|(_, day)| is_short_for(day, name) || is_short_for(day, singular));
    match (found.next(), found.next()) {
        (Some((day, _)), None) => Weekday::try_from(day).ok(),
        _ => None,
    }
}
