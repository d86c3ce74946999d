//! What people call their columns.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::field::Field;
use crate::word_table::WordTable;

const TSV: &str = include_str!("../../data/headers.tsv");

/// Folded headers with the field they name and how vague they are about it.
static HEADERS: LazyLock<WordTable<(Field, u8)>> = LazyLock::new(|| WordTable::of(TSV, named));

const LANGUAGES_TSV: &str = include_str!("../../data/headers_languages.tsv");

/// Headers in other languages, folded.
static LANGUAGES: LazyLock<FxHashMap<String, (Field, u8)>> = LazyLock::new(|| {
    let rows = WordTable::of(LANGUAGES_TSV, named);
    rows.rows().iter().map(|(header, meaning)| (fold(header), *meaning)).collect()
});

fn named(meaning: &str) -> Option<(Field, u8)> {
    let mut cells = meaning.split('\t');
    let (name, rank) = (cells.next()?, cells.next()?);
    Some((Field::ALL.into_iter().find(|field| field.as_str() == name)?, rank.parse().ok()?))
}

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

/// Of a local and another clock the local one is better, whatever else their headers say.
const ON_ANOTHER_CLOCK: u8 = 16;

/// [`meaning`], and the clock that the header says its hours are on: `UTC` of `Start (UTC)`.
pub(super) fn read(header: &str) -> Option<(Field, u8, Option<&str>)> {
    let named = |header: &str| {
        let folded = fold(header);
        HEADERS.get(&folded).or_else(|| LANGUAGES.get(&folded)).copied()
    };
    if let Some((field, rank)) = named(header) {
        return Some((field, rank, None));
    }
    // "Hours (local time)" says hours, and on whose clock.
    let base = header.split(['(', '[']).next().unwrap_or_default();
    if let Some((field, rank)) = named(base) {
        let remark = header[base.len()..].trim_matches(|c: char| "([])* ".contains(c));
        let is_clock =
            (Field::OF_HOURS.contains(&field) || Field::OF_WEEKDAYS.contains(&field)) && !is_idle(remark);
        return Some(match is_clock {
            true => (field, rank + ON_ANOTHER_CLOCK, Some(remark)),
            false => (field, rank, None),
        });
    }
    // "profile.tz", "workingHours.monday": programs that write tables of nested entries name them so.
    if let Some((front, last)) = header.rsplit_once('.') {
        let parent = front.rsplit('.').next().unwrap_or(front);
        let is_neutral =
            PARENTS.contains(&&*fold(parent)) || matches!(named(parent), Some((Field::Hours, _)));
        return read(last).filter(|_| is_neutral).map(|(field, rank, clock)| (field, rank + 1, clock));
    }
    // "UTC start", "hours_utc", "Start time PST"
    let words: Vec<&str> =
        header.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_clock = |word: &&&str| {
        word.eq_ignore_ascii_case("utc")
            || word.eq_ignore_ascii_case("gmt")
            || crate::places::is_abbreviation(word)
    };
    let clock = words.iter().find(is_clock)?;
    let rest: String = words.iter().filter(|word| !is_clock(word)).copied().collect();
    let (field, rank) = named(&rest)?;
    Field::OF_HOURS.contains(&field).then_some((field, rank + ON_ANOTHER_CLOCK, Some(*clock)))
}

/// What entries are nested in that are about the person themselves: `profile.tz`, but not `manager.tz`.
const PARENTS: [&str; 28] = [
    "profile",
    "user",
    "person",
    "member",
    "employee",
    "candidate",
    "applicant",
    "location",
    "address",
    "contact",
    "personal",
    "work",
    "job",
    "settings",
    "attributes",
    "fields",
    "data",
    "info",
    "details",
    "preferences",
    "basic",
    "employment",
    "home",
    "worklocation",
    "office",
    "worker",
    "mailboxsettings",
    "properties",
];

/// Remarks behind a header of hours that name no other clock than the person's.
fn is_idle(remark: &str) -> bool {
    const IDLE: [&str; 26] = [
        "",
        "local",
        "localtime",
        "localtz",
        "localtimezone",
        "localhours",
        "theirtime",
        "mytime",
        "owntime",
        "24h",
        "24hr",
        "24hour",
        "24hours",
        "24hourclock",
        "24hformat",
        "24hclock",
        "hhmm",
        "required",
        "optional",
        "perday",
        "daily",
        "default",
        "usual",
        "hhmmss",
        "ampm",
        "12h",
    ];
    IDLE.contains(&&*fold(remark))
}

/// Whether a header looks like a misspelt header of the zone.
pub(super) fn resembles_zone(header: &str) -> bool {
    let folded = fold(header);
    let of_place = HEADERS.rows().iter().filter(|(_, (field, _))| Field::OF_PLACES.contains(field));
    let mut long = of_place.map(|(header, _)| header).filter(|header| header.len() >= 6);
    (5..=20).contains(&folded.len()) && long.any(|known| strsim::osa_distance(known, &folded) <= 2)
}

/// Letters and digits in lower case, nothing else.
pub(super) fn fold(header: &str) -> String {
    header.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_synonym_is_listed_twice_and_all_are_folded() {
        crate::word_table::assert_well_formed(TSV, &HEADERS, true);
        assert!(HEADERS.rows().iter().all(|(header, _)| fold(header) == *header));
    }

    #[test]
    fn headers_of_other_languages_stand_beside_those_of_english() {
        let rows = WordTable::of(LANGUAGES_TSV, named);
        crate::word_table::assert_well_formed(LANGUAGES_TSV, &rows, true);
        for (header, (field, rank)) in rows.rows() {
            let ours = HEADERS.get(&fold(header)).map(|(field, _)| field);
            assert!(ours.is_none_or(|ours| ours == field), "{header} is {ours:?} in English");
            assert!(
                !fold(header).is_empty()
                    && LANGUAGES.get(&fold(header)).is_some_and(|known| known.0 == *field),
                "{header} {rank}"
            );
        }
        let languages: std::collections::BTreeSet<&str> = LANGUAGES_TSV
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.rsplit('\t').next())
            .flat_map(|codes| codes.split(' '))
            .collect();
        assert!(languages.len() >= 12, "{languages:?}");
    }

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
            ("profile.tz", Some(Field::Zone)),
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
            ("hours (local)", None),
            ("Hours (24h)", None),
            ("hours", None),
            ("Name (UTC)", None),
        ];
        for (header, clock) in cases {
            assert_eq!(read(header).and_then(|(_, _, clock)| clock), clock, "{header}");
        }
        // Of a local and another clock the local one is read.
        assert!(meaning("Availability (local)") < meaning("hours (UTC)"));
    }

    #[test]
    fn misspelt_zone_headers_are_noticed() {
        assert!(resembles_zone("Timzone") && resembles_zone("Locaton"));
        assert!(!resembles_zone("name") && !resembles_zone("favourite colour"));
    }
}
