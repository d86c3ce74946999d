//! Pauses beside hours: `9-17, lunch 12-13` is `9-12,13-17`. One without its times is left out, which the
//! text keeps: `9-17 (1 hr lunch)`. So are words in brackets about how much or how exactly somebody works:
//! `9-17 (8h)`, `9-17 (flexible)`.

use super::grammar::parse_hours;
use super::remarks;
use super::spelling;
use super::{BareHours, HoursText};

/// Words that say nothing more beside that of a pause.
const IDLE: [&str; 57] = [
    "with",
    "w",
    "incl",
    "including",
    "inclusive",
    "includes",
    "minus",
    "less",
    "plus",
    "a",
    "an",
    "one",
    "of",
    "for",
    "from",
    "unpaid",
    "paid",
    "hour",
    "hours",
    "hr",
    "hrs",
    "h",
    "min",
    "mins",
    "minute",
    "minutes",
    "half",
    "mit",
    "inkl",
    "std",
    "stunde",
    "minuten",
    "avec",
    "dont",
    "con",
    "de",
    "del",
    "com",
    "met",
    "uur",
    "z",
    "med",
    "am",
    "pm",
    "between",
    "at",
    "von",
    "im",
    "da",
    "das",
    "dalle",
    "od",
    "van",
    "fra",
    "kl",
    "с",
    "з",
];

/// Words that leave a time out of the hours before it as one of a pause does, from when to when: `9-18
/// except 12-13`.
const EXCEPT: [&str; 33] = [
    "except",
    "excluding",
    "excl",
    "without",
    "minus",
    "less",
    "off",
    "closed",
    "away",
    "unavailable",
    "ohne",
    "ausser",
    "außer",
    "sauf",
    "hors",
    "sans",
    "excepto",
    "salvo",
    "menos",
    "sin",
    "sem",
    "tranne",
    "eccetto",
    "senza",
    "meno",
    "behalve",
    "zonder",
    "uden",
    "uten",
    "utan",
    "oprócz",
    "кроме",
    "hariç",
];

/// Words behind a number that make it a length.
const UNITS: [&str; 15] = [
    "hour", "hours", "hr", "hrs", "h", "min", "mins", "minute", "minutes", "std", "stunde", "stunden",
    "minuten", "uur", "m",
];

/// A pause that a text names at its end.
pub(super) struct Pause<'t> {
    /// What stands before it.
    pub(super) rest: &'t str,
    words: &'t str,
}

/// The text without the pause at its end; `None` where it names none.
pub(super) fn split(plain: &str) -> Option<Pause<'_>> {
    if let Some((rest, words, "")) = spelling::brackets(plain) {
        let is_it =
            is_pause(words) || is_exception(words) && ends_in_time(rest) || remarks::is_without_times(words);
        return is_it.then_some(Pause { rest, words });
    }
    let starts = plain.match_indices([' ', ',', ';']).map(|(at, mark)| (at, at + mark.len()));
    starts
        .into_iter()
        .map(|(at, behind)| (plain[..at].trim_end_matches([' ', ',', ';']), &plain[behind..]))
        .find_map(|(rest, words)| {
            let words = words.trim();
            let is_it = is_pause(words) || is_exception(words) && ends_in_time(rest);
            let is_of_a_day = plain[rest.len()..].starts_with(' ') && ends_in_one_day(rest);
            (is_it && !is_of_a_day && !words.starts_with(['-', ','])).then_some(Pause { rest, words })
        })
}

impl Pause<'_> {
    /// The hours without the pause: it has to lie within them on all of their days. `1-2` in `9-5` is the
    /// afternoon.
    pub(super) fn taken_from(&self, mut hours: HoursText) -> Option<HoursText> {
        let first = self.words.find(|c: char| c.is_ascii_digit());
        let last = self.words.rfind(|c: char| c.is_ascii_digit());
        let Some((first, last)) = first.zip(last).filter(|_| is_timed(self.words)) else {
            hours.untimed = Some(self.words.to_owned());
            return Some(hours);
        };
        let half = self.words[last + 1..].trim_start();
        let half = ["am", "pm"].into_iter().find(|mark| half.starts_with(mark)).unwrap_or_default();
        let written = format!("{}{half}", &self.words[first..=last]);
        let pause = parse_hours(&written).ok()?;
        let [(None, stretches)] = &pause.groups[..] else { return None };
        let [(start, end)] = stretches[..] else { return None };
        let is_bare = pause.bare.iter().any(|bare| (bare.start, bare.end) == (start, end));
        let noon = super::bare::NOON;
        let afternoon = is_bare.then_some((start + noon, end + noon));
        [Some((start, end)), afternoon].into_iter().flatten().find_map(|pause| {
            let mut left = hours.clone();
            for (_, stretches) in &mut left.groups {
                *stretches = without(stretches, pause)?;
            }
            if pause != (start, end) {
                left.bare.push(BareHours { written: written.clone(), start: pause.0, end: pause.1 });
            }
            Some(left)
        })
    }
}

/// Minutes of a day: behind them a stretch would begin on the next one.
const DAY: u16 = 24 * 60;

/// Stretches without a pause that lies within one of them; `None` where it does not.
fn without(stretches: &[(u16, u16)], (from, to): (u16, u16)) -> Option<Vec<(u16, u16)>> {
    let within =
        stretches.iter().position(|(start, end)| *start < from && from < to && to < *end && to < DAY)?;
    let (start, end) = stretches[within];
    let mut left = stretches.to_vec();
    left.splice(within..=within, [(start, from), (to, end)]);
    Some(left)
}

/// Whether words say from when to when.
fn is_timed(words: &str) -> bool {
    is_exception(words) || is_pause(words) && words.contains(['-', ':'])
}

/// Whether words leave a range of times out: `except 12-13`.
fn is_exception(words: &str) -> bool {
    let behind = words.split_once(' ').filter(|(word, _)| EXCEPT.contains(word));
    behind.is_some_and(|(_, times)| {
        times.matches('-').count() == 1
            && times.starts_with(|c: char| c.is_ascii_digit())
            && parse_hours(times).is_ok_and(|hours| hours.groups.iter().all(|(days, _)| days.is_none()))
    })
}

/// Whether what stands before is a time: of `9-17, fri off 12-13` the day is that of the exception.
fn ends_in_time(rest: &str) -> bool {
    let rest = ["am", "pm", "h", "uhr"].iter().find_map(|unit| rest.strip_suffix(unit)).unwrap_or(rest);
    rest.trim_end().ends_with(|c: char| c.is_ascii_digit())
}

/// Whether hours are followed by one day, to which a pause behind it may belong: `9-17, fri lunch 12-13`.
fn ends_in_one_day(rest: &str) -> bool {
    rest.rsplit_once([',', ';']).is_some_and(|(times, day)| {
        ends_in_time(times) && super::parse_days(day.trim()).is_ok_and(|days| days.len() == 1)
    })
}

/// Whether words say nothing but that there is a pause, how long it is, and from when to when. One that only
/// begins is none: `lunch at 12`.
fn is_pause(words: &str) -> bool {
    let tokens: Vec<&str> =
        words.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty()).collect();
    let mut has_break = false;
    let are_known = tokens.iter().enumerate().all(|(at, token)| {
        // `1h`, and `休憩12` without a blank.
        let word = token.trim_matches(|c: char| c.is_ascii_digit());
        let is_break = remarks::is_break(word);
        has_break |= is_break;
        // Without a range a number is a length.
        let is_number = word.len() < token.len() && !words.contains('-');
        let unit = if word.is_empty() { tokens.get(at + 1).copied().unwrap_or_default() } else { word };
        is_break || (word.is_empty() || IDLE.contains(&word)) && (!is_number || UNITS.contains(&unit))
    });
    let is_one_range = words.matches('-').count() <= 1;
    has_break && are_known && is_one_range && (words.contains('-') || !words.contains(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(String, Option<String>), String> {
        let five = crate::hours::parse_days("Mon-Fri").unwrap_or_default();
        let hours = parse_hours(text).map_err(|error| error.to_string())?;
        Ok((hours.on(five).to_string(), hours.untimed().map(str::to_owned)))
    }

    #[test]
    fn pauses_with_their_times_are_taken_out() {
        for (text, expected) in [
            ("9-17, lunch 12-13", "09:00-12:00,13:00-17:00 Mon-Fri"),
            ("9:00-17:00\u{ff08}\u{4f11}\u{61a9}12:00-13:00\u{ff09}", "09:00-12:00,13:00-17:00 Mon-Fri"),
            ("9-17 (\u{43e}\u{431}\u{435}\u{434} 12:00-13:00)", "09:00-12:00,13:00-17:00 Mon-Fri"),
            ("9-17 (lunch 12:00-13:00)", "09:00-12:00,13:00-17:00 Mon-Fri"),
            ("9-17 (break 12-12:30)", "09:00-12:00,12:30-17:00 Mon-Fri"),
            ("9-17 w/ lunch 12-13", "09:00-12:00,13:00-17:00 Mon-Fri"),
            ("9-17, 12-13 lunch", "09:00-12:00,13:00-17:00 Mon-Fri"),
            ("9-18 with a 12:30-13:30 break", "09:00-12:30,13:30-18:00 Mon-Fri"),
            ("9-18 (lunch between 12-13)", "09:00-12:00,13:00-18:00 Mon-Fri"),
            ("9-18 mit Pause von 12:30-13:30", "09:00-12:30,13:30-18:00 Mon-Fri"),
            ("9-18 except 12-13", "09:00-12:00,13:00-18:00 Mon-Fri"),
            ("9-18 (closed 12-13)", "09:00-12:00,13:00-18:00 Mon-Fri"),
            ("9am-6pm minus 12pm-1pm", "09:00-12:00,13:00-18:00 Mon-Fri"),
            ("Mon-Thu 9-18 sauf 12h-13h", "09:00-12:00,13:00-18:00 Mon-Thu"),
            ("9-5 off 1-2", "09:00-13:00,14:00-17:00 Mon-Fri"),
            ("9-18, siesta 14-16", "09:00-14:00,16:00-18:00 Mon-Fri"),
            ("9-5 w/ break 1-2", "09:00-13:00,14:00-17:00 Mon-Fri"),
            ("9am-5pm, lunch 12pm-1pm", "09:00-12:00,13:00-17:00 Mon-Fri"),
            ("Mon-Thu 9-17, Mittagspause 12-13", "09:00-12:00,13:00-17:00 Mon-Thu"),
            ("8h-17h pause d\u{e9}jeuner 12h-13h", "08:00-12:00,13:00-17:00 Mon-Fri"),
            ("9-17, lunch 12-13, break 15-16", "09:00-12:00,13:00-15:00,16:00-17:00 Mon-Fri"),
            ("9-17 Fri lunch 12-13", "09:00-12:00,13:00-17:00 Fri"),
            ("9-17, Mon-Thu lunch 12-13", "09:00-12:00,13:00-17:00 Mon-Thu"),
            ("9-17 (lunch 12-13), Fri off", "09:00-12:00,13:00-17:00 Mon-Thu"),
        ] {
            assert_eq!(read(text), Ok((expected.to_owned(), None)), "{text}");
        }
        // Outside of the hours, or of those of a day; behind midnight, on another day than the hours begin; a
        // pause that only begins.
        for text in [
            "9-17, Fri lunch 12-13",
            "9-17; Friday break 12-13",
            "22-6 (break 1-2)",
            "9-12, lunch 12-13",
            "Mon-Thu 9-17, Fri 9-12, lunch 12-13",
            "9-17, lunch at 12:00",
            "9-17, Fri off 12-13",
            "9-17 except 18-19",
            "9-17 except 12",
        ] {
            assert!(read(text).is_err(), "{text}: {:?}", read(text));
        }
    }

    #[test]
    fn pauses_without_times_are_left_out_and_kept() {
        for (text, untimed) in [
            ("9-17 (1 hr lunch)", "1 hr lunch"),
            ("9.00am to 5.00pm (1 hr lunch)", "1 hr lunch"),
            ("9-17 (incl. 1h lunch)", "incl. 1h lunch"),
            ("9-17 with 1 hour lunch", "with 1 hour lunch"),
            ("9-17 minus 1h lunch", "minus 1h lunch"),
            ("9-17 (30 min break)", "30 min break"),
            ("9-17 inkl. Pause", "inkl. pause"),
            ("9-17 (8h)", "8h"),
            ("9-17 (flexible)", "flexible"),
            ("9-17 (full-time)", "full-time"),
            ("9-17 (40h/week)", "40h/week"),
            ("9-17 (+/- 1h)", "+/- 1h"),
        ] {
            let expected = ("09:00-17:00 Mon-Fri".to_owned(), Some(untimed.to_owned()));
            assert_eq!(read(text), Ok(expected), "{text}");
        }
    }
}
