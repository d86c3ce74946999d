//! Headers of several weekdays: `Mon-Thu`, `Tue & Thu`, `Hours (Mon-Fri)`, `Weekend hours`.

use super::synonym::named;
use super::{ColumnUse, Columns, Field};

/// What stands between the first weekday and the last, folded.
const TO: [&str; 9] = ["to", "thru", "through", "bis", "tot", "till", "until", "hasta", "a"];
/// Words that say nothing in such headers.
const IDLE: [&str; 6] = ["and", "und", "et", "y", "e", "en"];
/// Words for hours, which have to stand beside `weekend`: alone it may be the days on which nobody works.
const OF_HOURS: [&str; 7] = ["hours", "hrs", "shift", "schedule", "times", "time", "availability"];

impl Columns {
    /// Reads such columns, for all days that no other column gives.
    pub(super) fn read_weekday_ranges(&mut self) {
        for index in 0..self.list.len() {
            if self.list[index].usage != ColumnUse::Unknown {
                continue;
            }
            let Some(days) = weekdays_of(&self.list[index].header) else { continue };
            if days.iter().all(|day| self.place(*day).is_none()) {
                days.iter().for_each(|day| self.place[*day as usize] = Some(index));
                self.list[index].usage = ColumnUse::Read(days[0]);
            }
        }
    }
}

/// The weekdays that a header is about, the first one first; `None` where it says anything else.
pub(super) fn weekdays_of(header: &str) -> Option<Vec<Field>> {
    let lower = header.to_lowercase();
    let has_range = lower.contains(['-', '\u{2013}', '\u{2014}', '~', '\u{2192}']);
    let (mut days, mut is_range, mut has_hours, mut is_of_end) = (Vec::new(), has_range, false, false);
    for word in lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        match word {
            word if OF_HOURS.contains(&word) => has_hours = true,
            word if TO.contains(&word) && !days.is_empty() => is_range = true,
            word if IDLE.contains(&word) => {}
            "weekday" | "weekdays" => days.extend(&Field::OF_WEEKDAYS[..5]),
            "weekend" | "weekends" => {
                is_of_end = true;
                days.extend(&Field::OF_WEEKDAYS[5..]);
            }
            word => days.push(weekday(word)?),
        }
    }
    if is_of_end && !has_hours {
        return None;
    }
    let place = |day: Field| Field::OF_WEEKDAYS.iter().position(|known| *known == day);
    match days[..] {
        [] => None,
        [first, last] if is_range => {
            let (first, last) = (place(first)?, place(last)?);
            let length = (last + 7 - first) % 7 + 1;
            Some((first..first + length).map(|day| Field::OF_WEEKDAYS[day % 7]).collect())
        }
        _ if is_range => None,
        _ => Some(days),
    }
}

/// Whether a word of a header is the name of a weekday, in any language.
pub(crate) fn names_a_weekday(header: &str) -> bool {
    let lower = header.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    // Shorter ones are other words, too: `do`, `so`.
    let is_day = |word: &str| weekday(word).is_some() || matches!(word, "weekend" | "weekends");
    words.any(|word| word.chars().count() > 2 && is_day(word))
}

fn weekday(word: &str) -> Option<Field> {
    named(word).map(|(field, _)| field).filter(|field| Field::OF_WEEKDAYS.contains(field))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_name_several_weekdays() {
        let days = |header| {
            let places = weekdays_of(header)?.into_iter();
            let letter = |day: Field| day.as_str().get(..2).unwrap_or_default();
            Some(places.map(letter).collect::<Vec<_>>().join(" "))
        };
        for (header, expected) in [
            ("Mon-Thu", "mo tu we th"),
            ("Monday to Friday", "mo tu we th fr"),
            ("Mo\u{2013}Do", "mo tu we th"),
            ("Montag bis Freitag", "mo tu we th fr"),
            ("Sun - Thu", "su mo tu we th"),
            ("Tue & Thu", "tu th"),
            ("Sat/Sun", "sa su"),
            ("Mon, Wed, Fri", "mo we fr"),
            ("Mon-Fri hours", "mo tu we th fr"),
            ("Hours (Mon-Thu)", "mo tu we th"),
            ("Hours (Fri)", "fr"),
            ("Weekday hours", "mo tu we th fr"),
            ("Weekend hours", "sa su"),
            ("lunes a viernes", "mo tu we th fr"),
        ] {
            assert_eq!(days(header).as_deref(), Some(expected), "{header}");
        }
        for header in
            ["Weekend", "Mon AM", "Works Fridays?", "Monday start", "Monthly", "Hours", "To", "", "-"]
        {
            assert_eq!(days(header), None, "{header}");
        }
        assert!(
            names_a_weekday("Mon AM")
                && names_a_weekday("Works Fridays?")
                && names_a_weekday("Montag fr\u{fc}h")
        );
        assert!(!names_a_weekday("Do not call") && !names_a_weekday("Money"));
    }
}
