//! Days that words take out of others: `9-17 except Fri`, `Mon-Fri, Wed off`, `9-17 (no Fridays)`.

use chrono::WeekdaySet;

use super::days::read_days;
use super::spelling;

/// Words before the days that they take out, in small letters; longer ones before those they begin with.
const BEFORE: [&str; 58] = [
    "except for",
    "except on",
    "except",
    "excluding",
    "excl.",
    "excl",
    "but not on",
    "but not",
    "but no",
    "without",
    "not working on",
    "not working",
    "not on",
    "not",
    "no",
    "off on",
    "off",
    "closed on",
    "closed",
    "au\u{df}er",
    "ausser",
    "ohne",
    "nicht",
    "kein",
    "keine",
    "sans",
    "sin",
    "sem",
    "senza",
    "uden",
    "utan",
    "sauf le",
    "sauf",
    "hors",
    "pas le",
    "excepto",
    "menos",
    "salvo",
    "exceto",
    "tranne il",
    "tranne",
    "eccetto",
    "escluso",
    "behalve",
    "zonder",
    "niet",
    "opr\u{f3}cz",
    "bez",
    "krom\u{11b}",
    "mimo",
    "undtagen",
    "utom",
    "ikke",
    "\u{43a}\u{440}\u{43e}\u{43c}\u{435}",
    "\u{431}\u{435}\u{437}",
    "\u{43a}\u{440}\u{456}\u{43c}",
    "\u{9664}\u{4e86}",
    "\u{9664}",
];

/// Words behind the days that they take out. Danish `fri` is a Friday elsewhere.
const BEHIND: [&str; 28] = [
    "off",
    "free",
    "closed",
    "frei",
    "libres",
    "libre",
    "folga",
    "repos",
    "riposo",
    "libero",
    "vrij",
    "ledig",
    "wolne",
    "wolny",
    "wolna",
    "volno",
    "hari\u{e7}",
    "\u{432}\u{44b}\u{445}\u{43e}\u{434}\u{43d}\u{44b}\u{435}",
    "\u{432}\u{44b}\u{445}\u{43e}\u{434}\u{43d}\u{43e}\u{439}",
    "\u{432}\u{438}\u{445}\u{456}\u{434}\u{43d}\u{438}\u{439}",
    "\u{4ee5}\u{5916}",
    "\u{9664}\u{5916}",
    "\u{4f11}\u{307f}",
    "\u{4f11}\u{606f}",
    "\u{4f11}",
    "\u{c81c}\u{c678}",
    "\u{d734}\u{bb34}",
    "\u{3092}\u{9664}\u{304f}",
];

/// Who leaves out more days than these says it in another way.
const MOST: u8 = 4;

/// What is left of a text without the days that its end takes out, and these: `9-17` and Friday of `9-17,
/// Fri off`. `None` where it takes out none, or nobody can say which: `Mon, Wed off` may be both.
pub(super) fn split(plain: &str) -> Option<(&str, WeekdaySet)> {
    let found = in_brackets(plain).or_else(|| behind_word(plain)).or_else(|| before_word(plain));
    found.filter(|(_, days)| days.len() <= MOST)
}

/// The days that a text takes out of those that are usual, where it says nothing else: `no Fridays`, `Fri
/// off`, `except Wed`.
///
/// ```
/// use tzplan::hours::{days_off, show_days};
/// assert_eq!(days_off("no Fridays").map(show_days).as_deref(), Some("Fri"));
/// assert_eq!(days_off("Mon-Thu"), None);
/// ```
pub fn days_off(text: &str) -> Option<WeekdaySet> {
    let plain = spelling::plain(text);
    split(&plain).filter(|(rest, _)| rest.is_empty()).map(|(_, days)| days)
}

/// `9-17 (except friday)`, `mon-fri (wed off)`.
fn in_brackets(plain: &str) -> Option<(&str, WeekdaySet)> {
    let (before, inside, behind) = spelling::brackets(plain)?;
    let (rest, days) = behind_word(inside).or_else(|| before_word(inside))?;
    (behind.is_empty() && rest.is_empty()).then_some((before, days))
}

/// `9-17, not fri`: everything behind the word is days.
fn behind_word(plain: &str) -> Option<(&str, WeekdaySet)> {
    let starts = plain.char_indices().map(|(at, _)| at).filter(|at| {
        let before = plain[..*at].chars().next_back();
        before.is_none_or(|c| c.is_whitespace() || c == ',' || c == ';')
    });
    starts.into_iter().find_map(|at| {
        let days = BEFORE.iter().find_map(|word| {
            let days = plain[at..].strip_prefix(word)?;
            // `no` of `none`; in East Asia no blank stands there.
            let is_word = !days.starts_with(char::is_alphabetic) || word.starts_with('\u{9664}');
            read_days(days.trim().trim_start_matches(':')).ok().filter(|_| is_word)
        })?;
        Some((rest_of(&plain[..at]), days))
    })
}

/// `9-17, fri off`: days back to the last comma, or to the times.
fn before_word(plain: &str) -> Option<(&str, WeekdaySet)> {
    let front = BEHIND.iter().find_map(|word| {
        let front = plain.strip_suffix(word)?;
        (!word.is_ascii() || front.ends_with([' ', ':', '-', '(']))
            .then(|| front.trim_end_matches([' ', ':', '-']))
    })?;
    let times = front.rfind(|c: char| c.is_ascii_digit());
    let from_times =
        times.map_or(0, |at| front[at..].find([' ', ',', ';']).map_or(front.len(), |end| at + end));
    let last_of = |mark: char| front.rfind(mark).map_or(0, |at| at + 1);
    // `; sat, sun off` are both.
    let from_comma = Some(last_of(';')).filter(|at| *at > from_times).unwrap_or_else(|| last_of(','));
    let at = from_times.max(from_comma);
    let (before, days) = (&front[..at], front[at..].trim());
    // Of `mon, wed off` both may be off.
    let last = rest_of(before).rsplit([',', ';', ' ']).next().unwrap_or_default();
    let may_go_on = from_comma > from_times
        && !before.ends_with(';')
        && read_days(last).is_ok_and(|days| days.len() == 1);
    let days = read_days(days).ok().filter(|_| !may_go_on)?;
    Some((rest_of(before), days))
}

fn rest_of(text: &str) -> &str {
    text.trim_end_matches([' ', ',', ';', '-', '('])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hours::{parse_days, parse_hours, show_days};

    #[test]
    fn days_are_taken_out_of_hours() {
        let five = || parse_days("Mon-Fri").unwrap_or_default();
        let hours = |text: &str| parse_hours(text).map(|hours| hours.on(five()).to_string());
        for (text, expected) in [
            ("9-17 except Fri", "09:00-17:00 Mon-Thu"),
            ("9-17 except Fridays", "09:00-17:00 Mon-Thu"),
            ("9-17 (except Friday)", "09:00-17:00 Mon-Thu"),
            ("9-17, not Fri", "09:00-17:00 Mon-Thu"),
            ("9-17 sin viernes", "09:00-17:00 Mon-Thu"),
            ("9-17 senza venerd\u{ec}", "09:00-17:00 Mon-Thu"),
            ("9-17 (sem sexta)", "09:00-17:00 Mon-Thu"),
            ("9-17 (not on Fridays)", "09:00-17:00 Mon-Thu"),
            ("9-17, no Fridays", "09:00-17:00 Mon-Thu"),
            ("9-17 (Fri off)", "09:00-17:00 Mon-Thu"),
            ("9am-5pm, Fri off", "09:00-17:00 Mon-Thu"),
            ("9-17 Thu Fri off", "09:00-17:00 Mon-Wed"),
            ("9-17, Wed & Fri off", "09:00-17:00 Mon,Tue,Thu"),
            ("Mon-Fri 9-17 except Wed", "09:00-17:00 Mon,Tue,Thu,Fri"),
            ("9-17 Mon-Fri, Wed off", "09:00-17:00 Mon,Tue,Thu,Fri"),
            ("Mon-Thu 9-17, Fri off", "09:00-17:00 Mon-Thu"),
            ("Mo-Fr 9-17 Uhr, Mi frei", "09:00-17:00 Mon,Tue,Thu,Fri"),
            ("Mon-Fri 9-17; Sat, Sun off", "09:00-17:00 Mon-Fri"),
            ("9h-17h sauf mercredi", "09:00-17:00 Mon,Tue,Thu,Fri"),
            ("9-18 menos viernes", "09:00-18:00 Mon-Thu"),
            ("9-17 oprócz piątku", "09:00-17:00 Mon-Thu"),
            ("9-18 кроме пятницы", "09:00-18:00 Mon-Thu"),
            ("9:00-18:00 水曜以外", "09:00-18:00 Mon,Tue,Thu,Fri"),
            ("9:00-18:00 금요일 제외", "09:00-18:00 Mon-Thu"),
        ] {
            assert_eq!(hours(text).as_deref(), Ok(expected), "{text}");
        }
        // Both of two, or the second alone? And what is no day, all of a week, and days that no hours are on.
        for text in [
            "9-17, Mon, Wed off",
            "9-17 except holidays",
            "9-17 (except lunch)",
            "9-17 not Mon-Fri",
            "Fri 9-13 except Fri",
            "9-17 no",
            "except Fri",
            "Fri off",
        ] {
            assert!(parse_hours(text).is_err(), "{text}: {:?}", hours(text));
        }
    }

    #[test]
    fn days_are_taken_out_of_days() {
        let days = |text: &str| parse_days(text).map(show_days);
        for (text, expected) in [
            ("Mon-Fri (not Wed)", "Mon,Tue,Thu,Fri"),
            ("Mon-Fri, no Wed", "Mon,Tue,Thu,Fri"),
            ("Mon-Fri, Wed off", "Mon,Tue,Thu,Fri"),
            ("Mo-Fr ohne Mi", "Mon,Tue,Thu,Fri"),
            ("weekdays, Fridays off", "Mon-Thu"),
            ("lun-ven sauf mercredi", "Mon,Tue,Thu,Fri"),
            ("Mon-Thu, Fri off", "Mon-Thu"),
        ] {
            assert_eq!(days(text).as_deref(), Ok(expected), "{text}");
        }
        for text in ["Mon, Wed off", "Fri off", "no Fridays", "Mon-Fri, Mon-Fri off", "Mon-Fri off"] {
            assert!(days(text).is_err(), "{text}");
        }
    }

    #[test]
    fn days_that_are_taken_out_of_the_usual_ones() {
        for (text, expected) in [
            ("except Friday", Some("Fri")),
            ("no Fridays", Some("Fri")),
            ("not working Fri", Some("Fri")),
            ("off on Fri", Some("Fri")),
            ("Fridays off", Some("Fri")),
            ("Mon & Fri off", Some("Mon,Fri")),
            ("freitags frei", Some("Fri")),
            ("kein Freitag", Some("Fri")),
            ("pas le mercredi", Some("Wed")),
            ("exceto sexta", Some("Fri")),
            ("tranne venerdì", Some("Fri")),
            ("kromě pátku", Some("Fri")),
            ("Cuma hariç", Some("Fri")),
            ("кроме пт", Some("Fri")),
            ("крім п'ятниці", Some("Fri")),
            ("金曜以外", Some("Fri")),
            ("周五休息", Some("Fri")),
            ("除周五", Some("Fri")),
            ("Mon-Fri", None),
            ("off", None),
            ("Fri", None),
            ("day off", None),
            ("no", None),
            ("", None),
        ] {
            assert_eq!(days_off(text).map(show_days).as_deref(), expected, "{text}");
        }
    }
}
