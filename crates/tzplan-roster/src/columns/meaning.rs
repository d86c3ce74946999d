//! What a header means: its field, how vague it is about it, and the clock that it names.

use super::FIRST_NAMES;
use super::field::Field;
use super::header_words::HeaderWord;
use super::hours_clock::is_clock_of_hours;
use super::question::asked;
use super::remark::is_idle;
use super::synonym::{fold, named};
use super::weekday_ranges::weekdays_of;
use crate::places::is_abbreviation;
use crate::work::steps;

impl Field {
    /// The field a header names, however it is spelt: `Time Zone`, `time_zone` and `TZ` are the zone.
    ///
    /// ```
    /// use tzplan_roster::Field;
    /// assert_eq!(Field::of("Time-Zone (IANA)"), Some(Field::Zone));
    /// assert_eq!(Field::of("shoe size"), None);
    /// ```
    pub fn of(header: &str) -> Option<Self> {
        meaning(header).map(|(field, _)| field)
    }
}

/// The field a header names and how vague the header is about it; smaller is better.
pub(crate) fn meaning(header: &str) -> Option<(Field, u8)> {
    read(header).map(|(field, rank, _)| (field, rank))
}

/// The clock that a header says its hours are on.
#[cfg(feature = "structured")]
pub(crate) fn clock_of(header: &str) -> Option<&str> {
    read(header)?.2
}

/// Whether a header names what somebody is called by, without their surname.
#[cfg(feature = "structured")]
pub(crate) fn is_first_name(header: &str) -> bool {
    meaning(header).is_some_and(|(field, rank)| field == Field::Name && FIRST_NAMES.contains(&rank))
}

/// Of a local and another clock the local one is better, whatever else their headers say.
const ON_ANOTHER_CLOCK: u8 = 16;

/// Longer headers name nothing, in bytes: a question of a form has some hundred, with all that explains it.
const LONGEST_HEADER: usize = 1000;

/// [`meaning`], and the clock that the header says its hours are on: `UTC` of `Start (UTC)`.
pub(super) fn read(header: &str) -> Option<(Field, u8, Option<&str>)> {
    if header.len() > LONGEST_HEADER {
        return None;
    }
    steps(header.len());
    if let Some((field, rank)) = named(header) {
        return Some((field, rank, None));
    }
    // "Hours (local time)" says hours, and on whose clock.
    let base = header.split(['(', '[']).next().unwrap_or_default();
    if let Some((field, rank)) = named(base) {
        let remark = header[base.len()..].trim_matches(|c: char| "([])* ".contains(c));
        // "Work location (time zone)"
        if Field::OF_PLACES.contains(&field) && matches!(named(remark), Some((Field::Zone, _))) {
            return Some((Field::Zone, rank + 1, None));
        }
        // "Hours (Mon-Thu)" are those of these days.
        if field == Field::Hours && weekdays_of(remark).is_some() {
            return None;
        }
        let is_clock =
            (Field::OF_HOURS.contains(&field) || Field::OF_WEEKDAYS.contains(&field)) && !is_idle(remark);
        return Some(match is_clock {
            true => (field, rank + ON_ANOTHER_CLOCK, Some(remark)),
            false => (field, rank, None),
        });
    }
    // "profile.tz", "workingHours.monday": programs that write tables of nested entries name them so.
    if let Some((front, last)) = header.rsplit_once('.') {
        // "location.name", "country.value", "workingHours.timeZone.name": what has parts is known by its
        // name, which has none itself.
        let is_of_part = |word: &str| NAMES_OF_PARTS.contains(&&*fold(word));
        if is_of_part(last)
            && !front.rsplit('.').next().is_some_and(is_of_part)
            && let Some((field, rank, clock)) = read(front).filter(|(field, ..)| has_name(*field))
        {
            return Some((field, rank + 1, clock));
        }
        let parent = front.rsplit('.').next().unwrap_or(front);
        if let Some(name) = part_of_name(parent, last) {
            return Some((name.0, name.1, None));
        }
        let is_neutral =
            HeaderWord::Parent.is(&fold(parent)) || matches!(named(parent), Some((Field::Hours, _)));
        let is_of_hours = matches!(named(parent), Some((field, _)) if Field::OF_HOURS.contains(&field));
        let meaning = read(last).filter(|_| is_neutral);
        return meaning.map(|(field, rank, clock)| match field {
            // "workingHours.timezone": on which clock they are.
            Field::Zone if is_of_hours => (Field::Clock, rank, clock),
            // First names stay first names: a surname belongs behind them.
            Field::Name if FIRST_NAMES.contains(&rank) => (field, rank, clock),
            _ => (field, rank + 1, clock),
        });
    }
    // "Legal Name - First Name", "Work Address: City", "Address 1 - Country"
    if let Some((parent, last)) = header.rsplit_once(" - ").or_else(|| header.rsplit_once(": ")) {
        if let Some((field, rank)) = part_of_name(parent, last) {
            return Some((field, rank, None));
        }
        let parent = fold(parent.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' '));
        if HeaderWord::Parent.is(&parent)
            && let Some((field, rank)) = named(last).filter(|(field, _)| *field != Field::Name)
        {
            return Some((field, rank + 1, None));
        }
    }
    let words: Vec<&str> =
        header.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if let Some(rank) = zone_of_place(&words) {
        return Some((Field::Zone, rank, None));
    }
    if let Some((field, rank)) = asked(&words) {
        return Some((field, rank, None));
    }
    if is_clock_of_hours(&words) {
        return Some((Field::Clock, 1, None));
    }
    // "Working hours - Berlin time"
    if let Some((base, clock)) = remark_of_clock(header)
        && let Some((field, rank)) = hours_beside_clock(base)
    {
        return Some((field, rank + ON_ANOTHER_CLOCK, Some(clock)));
    }
    // "Start local", "hours_local", "Local end time"
    let of_all = |word: &&&str| !matches!(&*fold(word), "local" | "lokal" | "locale");
    let without: String = words.iter().filter(of_all).copied().collect();
    if let Some((field, rank)) = named(&without).filter(|(field, _)| Field::OF_HOURS.contains(field)) {
        return Some((field, rank + 1, None));
    }
    // "UTC start", "hours_utc", "Start time PST", "Availability in ET", "hours_pst"
    let written = ClockCase::of(header);
    // "hoursUTC", "startUtc"
    let words = if words.len() == 1 { humps(words[0]) } else { words };
    let (clocks, rest): (Vec<&str>, Vec<&str>) = words.into_iter().partition(|word| written.is_clock(word));
    let clock = *clocks.first()?;
    let rest: String = rest.into_iter().filter(|word| !word.eq_ignore_ascii_case("in")).collect();
    let (field, rank) = hours_beside_clock(&rest)?;
    Some((field, rank + ON_ANOTHER_CLOCK, Some(clock)))
}

/// What a header of hours names beside the clock that they are on: also words that are about hours with a
/// clock alone, as `Available (UTC)` is.
fn hours_beside_clock(header: &str) -> Option<(Field, u8)> {
    match named(header) {
        Some((field, rank)) => Field::OF_HOURS.contains(&field).then_some((field, rank)),
        None => HeaderWord::WithClock.is(&fold(header)).then_some((Field::Hours, 2)),
    }
}

/// The words of `startUtc`, cut before each capital behind a small letter.
fn humps(word: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    for ((_, before), (at, c)) in word.char_indices().zip(word.char_indices().skip(1)) {
        if before.is_lowercase() && c.is_uppercase() {
            words.push(&word[start..at]);
            start = at;
        }
    }
    words.push(&word[start..]);
    words
}

/// `Site timezone`, `Work location time zone`: the zone of a place that the words before name.
fn zone_of_place(words: &[&str]) -> Option<u8> {
    let place = [1, 2].into_iter().find_map(|count| {
        let (place, zone) = words.split_at(words.len().checked_sub(count).filter(|at| *at > 0)?);
        matches!(&*fold(&zone.concat()), "timezone" | "tz").then_some(place)
    })?;
    let is_place = |(field, _): &(Field, u8)| Field::OF_PLACES.contains(field) && *field != Field::Zone;
    named(&place.concat()).filter(is_place).map(|(_, rank)| rank + 1)
}

/// Under which key a part of an entry is named, folded.
const NAMES_OF_PARTS: [&str; 5] = ["name", "displayname", "label", "value", "title"];

/// Whether a field may have parts, of which one is its name.
fn has_name(field: Field) -> bool {
    Field::OF_PLACES.contains(&field) || matches!(field, Field::Team | Field::Role | Field::Clock)
}

/// What a part of somebody's name is: `name.givenName`, `name.family`, `names.first`, `name.formatted`.
fn part_of_name(parent: &str, part: &str) -> Option<(Field, u8)> {
    if !matches!(&*fold(parent), "name" | "names" | "fullname" | "legalname") {
        return None;
    }
    let part = fold(part);
    let part = match &*part {
        "first" | "given" => "givenname",
        "last" | "family" => "familyname",
        "full" | "display" | "formatted" => "fullname",
        part => part,
    };
    named(part).filter(|(field, _)| matches!(field, Field::Name | Field::Surname))
}

/// How a header writes the clocks that it names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ClockCase {
    Capitals,
    /// As all of its letters: `hours_pst`.
    Small,
}

impl ClockCase {
    pub(super) fn of(header: &str) -> Self {
        steps(header.len());
        let is_small = header.contains('_') && !header.chars().any(char::is_uppercase);
        if is_small { Self::Small } else { Self::Capitals }
    }

    /// Whether a word of the header names a clock.
    pub(super) fn is_clock(self, word: &str) -> bool {
        ["utc", "gmt"].iter().any(|known| word.eq_ignore_ascii_case(known))
            || is_abbreviation(word)
            || self == Self::Small && word.len() > 2 && is_abbreviation(&word.to_uppercase())
    }
}

/// What stands before a remark that names a clock, and the clock: `Berlin time` of `Hours - Berlin time`.
pub(super) fn remark_of_clock(header: &str) -> Option<(&str, &str)> {
    let at = [" - ", " \u{2013} ", " \u{2014} ", ", ", ": ", "(", "["]
        .into_iter()
        .filter_map(|mark| header.find(mark).map(|at| (at, at + mark.len())));
    let (before, behind) = at.min()?;
    let remark = header[behind..].trim_matches(|c: char| "([])* ".contains(c));
    let words: Vec<&str> = remark.split(|c: char| !c.is_alphanumeric()).collect();
    let ends_in_time = words.len() > 1
        && matches!(&*fold(words.last()?), "time" | "tz" | "timezone" | "zeit" | "clock" | "uhrzeit");
    let written = ClockCase::of(header);
    let names = ends_in_time || words.iter().any(|word| written.is_clock(word));
    (names && !is_idle(remark)).then_some((&header[..before], remark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_named_by_its_own_header() {
        for field in Field::ALL {
            assert_eq!(meaning(field.as_str()), Some((field, 0)));
        }
    }

    #[test]
    fn headers_are_read_however_they_are_spelt() {
        let cases = [
            ("Time Zone", Some(Field::Zone)),
            ("TIME_ZONE", Some(Field::Zone)),
            ("time-zone", Some(Field::Zone)),
            ("E-Mail", Some(Field::Email)),
            ("Working Hours (local)", Some(Field::Hours)),
            ("Days off", Some(Field::Off)),
            ("Name*", Some(Field::Name)),
            ("zone_label", None),
            ("start date", None),
            ("Day of week", Some(Field::Days)),
            ("Monday", Some(Field::Monday)),
            ("UTC start", Some(Field::Start)),
            ("Start local", Some(Field::Start)),
            ("hours_local", Some(Field::Hours)),
            ("Local end time", Some(Field::End)),
            ("local", None),
            ("Local office", None),
            ("profile.tz", Some(Field::Zone)),
            ("timezone.name", Some(Field::Zone)),
            ("timezone.id", Some(Field::Zone)),
            ("workingHours.timeZone.name", Some(Field::Clock)),
            ("manager.timezone.name", None),
            ("workingHours.start", Some(Field::Start)),
            ("work_hours.friday", Some(Field::Friday)),
            ("manager.tz", None),
            ("", None),
            ("(zone)", Some(Field::Zone)),
            ("State/Province", Some(Field::State)),
            ("Country", Some(Field::Country)),
            ("Office", Some(Field::Location)),
        ];
        for (header, field) in cases {
            assert_eq!(meaning(header).map(|(field, _)| field), field, "{header}");
        }
    }

    #[test]
    fn headers_say_whose_clock_hours_are_on() {
        let cases = [
            ("hours (UTC)", Some("UTC")),
            ("Start [PST]", Some("PST")),
            ("start_utc", Some("utc")),
            ("UTC hours", Some("UTC")),
            ("Working hours (Berlin time)", Some("Berlin time")),
            ("Working hours - Berlin time", Some("Berlin time")),
            ("hours_pst", Some("pst")),
            ("Start: UTC", Some("UTC")),
            ("Available (UTC)", Some("UTC")),
            ("Verf\u{fc}gbar, CET", Some("CET")),
            ("hoursUTC", Some("UTC")),
            ("endUtc", Some("Utc")),
            ("Available (remote)", None),
            ("Available", None),
            ("utcOffset", None),
            ("Hours, local time", None),
            ("hours (in your time zone)", None),
            ("hours (local)", None),
            ("Working hours (time zone)", None),
            ("Hours (with TZ)", None),
            ("Hours (24h)", None),
            ("hours", None),
            ("Name (UTC)", None),
        ];
        for (header, clock) in cases {
            assert_eq!(read(header).and_then(|(_, _, clock)| clock), clock, "{header}");
        }
        for header in ["Availability in ET", "Working hours in CET"] {
            assert!(matches!(read(header), Some((Field::Hours, _, Some("ET" | "CET")))), "{header}");
        }
        // Of a local and another clock the local one is read.
        assert!(meaning("Availability (local)") < meaning("hours (UTC)"));
    }
}
