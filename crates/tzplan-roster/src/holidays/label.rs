//! What a cell of the `holidays` column means.

use std::fmt;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::HolidayCalendar;
use super::table::{Row, rows};
use crate::text::{clean, shorten};

/// The most codes listed in a message.
const MOST: usize = 8;

/// Names of a country and of somewhere else. Other names that are a country's and a region's are one place.
const TWICE: [(&str, &str, &str); 1] = [("georgia", "GE", "US-GA")];

/// Codes that people use for others.
const OTHER_CODES: [(&str, &str); 2] = [("UK", "GB"), ("EL", "GR")];

/// English names of regions that the table has by their own names.
const ENGLISH: [(&str, &str); 17] = [
    ("andalusia", "ES-AN"),
    ("bavaria", "DE-BY"),
    ("carinthia", "AT-2"),
    ("catalonia", "ES-CT"),
    ("hesse", "DE-HE"),
    ("lower austria", "AT-3"),
    ("lower saxony", "DE-NI"),
    ("north rhine westphalia", "DE-NW"),
    ("rhineland palatinate", "DE-RP"),
    ("saxony", "DE-SN"),
    ("saxony anhalt", "DE-ST"),
    ("styria", "AT-6"),
    ("thuringia", "DE-TH"),
    ("tyrol", "AT-7"),
    ("upper austria", "AT-4"),
    ("vaud", "CH-VD"),
    ("vienna", "AT-9"),
];

/// Why a label is no calendar. Its message says what is wrong, [`help`](Self::help) what to write instead.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HolidayLabelError {
    message: String,
    help: String,
    pub(crate) kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Unknown,
    Ambiguous,
    /// There is no table to look into.
    NotBuilt,
}

impl HolidayLabelError {
    /// What to write instead.
    pub fn help(&self) -> &str {
        &self.help
    }

    fn unknown(message: String, help: impl Into<String>) -> Self {
        Self { message, help: help.into(), kind: Kind::Unknown }
    }
}

impl fmt::Display for HolidayLabelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for HolidayLabelError {}

/// The calendar that a label means: one of one's own, by its code, or one of the table.
pub(crate) fn find(label: &str, own: &[HolidayCalendar]) -> Result<HolidayCalendar, HolidayLabelError> {
    let label = clean(label);
    let folded = fold(&label);
    // The later of two of one code.
    if let Some(calendar) = own.iter().rev().find(|calendar| fold(calendar.code()) == folded) {
        return Ok(calendar.clone());
    }
    if rows().is_empty() {
        return Err(HolidayLabelError {
            message: format!(
                "`{}` cannot be looked up: this build has no public holidays",
                shorten(&label, 60)
            ),
            help: "write the dates that matter into a column `off`, as in 2026-12-25;2027-01-01".to_owned(),
            kind: Kind::NotBuilt,
        });
    }
    let code = as_code(&label);
    if let Some(row) = by_code(&code) {
        return Ok(own_or(row, own));
    }
    if let Some((_, one, other)) = TWICE.iter().find(|(name, ..)| *name == folded) {
        let message = format!("`{}` may be {} or {}", shorten(&label, 60), described(one), described(other));
        let help = format!("write {one} or {other}");
        return Err(HolidayLabelError { message, help, kind: Kind::Ambiguous });
    }
    match named(&folded).find(|row| !row.code.contains('-')) {
        Some(row) => Ok(own_or(row, own)),
        None => Err(unknown(&label, &code, &folded)),
    }
}

/// The calendar of a row, or one's own of the same code.
fn own_or(row: &Row, own: &[HolidayCalendar]) -> HolidayCalendar {
    let mine = own.iter().rev().find(|calendar| fold(calendar.code()) == fold(row.code));
    mine.cloned().unwrap_or_else(|| row.calendar())
}

fn unknown(label: &str, code: &str, folded: &str) -> HolidayLabelError {
    let shown = shorten(label, 60);
    let english = ENGLISH.iter().filter(|(name, _)| *name == folded.replace('-', " "));
    let mut codes: Vec<&str> = named(folded).map(|row| row.code).take(MOST).collect();
    codes.extend(english.filter_map(|(_, code)| by_code(code)).map(|row| row.code));
    codes.dedup();
    if !codes.is_empty() {
        let message = format!("`{shown}` is the name of a region; regions are written by their codes");
        return HolidayLabelError::unknown(message, format!("write {}", codes.join(" or ")));
    }
    if let Some(country) = code.split_once('-').and_then(|(country, _)| by_code(country)) {
        let of_it = |row: &&Row| row.code.split_once('-').is_some_and(|(one, _)| one == country.code);
        let mut regions: Vec<&str> = rows().iter().filter(of_it).map(|row| row.code).collect();
        let message = format!("`{shown}` is no region of {}", country.name());
        if regions.is_empty() {
            return HolidayLabelError::unknown(message, format!("write {} for all of it", country.code));
        }
        // Stable: by code among equals.
        regions.sort_by_cached_key(|region| strsim::osa_distance(region, code));
        let more = if regions.len() > MOST { ", …" } else { "" };
        regions.truncate(MOST);
        let help = format!("write {} for all of it, or a region: {}{more}", country.code, regions.join(", "));
        return HolidayLabelError::unknown(message, help);
    }
    let message = format!("`{shown}` is no country or region whose public holidays are known");
    let near: Vec<String> = near(folded).iter().map(|row| described(row.code)).collect();
    let help = match near.as_slice() {
        [] => "write a code such as DE, DE-BY or US-CA, or the English name of a country".to_owned(),
        near => format!("did you mean {}?", near.join(" or ")),
    };
    HolidayLabelError::unknown(message, help)
}

/// The countries and regions whose names a misspelt one resembles, the nearest first.
fn near(folded: &str) -> Vec<&'static Row> {
    let tolerated = match folded.chars().count() {
        0..=3 => return Vec::new(),
        4..=6 => 1,
        7..=11 => 2,
        _ => 3,
    };
    // A slip changes the length by one at most, and takes a letter away and brings another. Most names differ by more.
    let letters = letters(folded);
    let is_alike = |place: &usize| {
        let apart = (index().letters[*place] ^ letters).count_ones() as usize;
        let longer = index().names[*place].0.len().abs_diff(folded.len());
        apart <= 2 * tolerated && longer <= 2 * tolerated
    };
    let alike = (0..index().names.len()).filter(is_alike).map(|place| &index().names[place]);
    let mut near: Vec<(usize, usize)> =
        alike.map(|(name, row)| (strsim::osa_distance(name, folded), *row)).collect();
    near.retain(|(slips, _)| *slips <= tolerated);
    near.sort_unstable();
    near.dedup_by_key(|(_, row)| *row);
    near.into_iter().map(|(_, row)| &rows()[row]).take(3).collect()
}

/// The rows by what they are called.
struct Index {
    /// By code as [`as_code`] makes it of a label: some regions have codes of several words.
    codes: FxHashMap<String, usize>,
    /// Folded names, sorted.
    names: Vec<(String, usize)>,
    /// The [`letters`] of each.
    letters: Vec<u64>,
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let rows = || rows().iter().enumerate();
        let codes = rows().map(|(place, row)| (as_code(row.code), place)).collect();
        let names = rows().flat_map(|(place, row)| row.names().map(move |name| (fold(name), place)));
        let mut names: Vec<_> = names.collect();
        names.sort_unstable();
        let letters = names.iter().map(|(name, _)| letters(name)).collect();
        Index { codes, names, letters }
    })
}

/// Which letters a name has, as bits.
fn letters(folded: &str) -> u64 {
    folded.chars().fold(0, |letters, letter| letters | 1 << (u32::from(letter) % 64))
}

/// The rows of a folded name, by code.
fn named(folded: &str) -> impl Iterator<Item = &'static Row> {
    let names = &index().names;
    let first = names.partition_point(|(name, _)| name.as_str() < folded);
    let count = names[first..].iter().take_while(|(name, _)| name == folded).count();
    names[first..first + count].iter().map(|(_, row)| &rows()[*row])
}

/// `GE (Georgia)`.
fn described(code: &str) -> String {
    by_code(code).map_or_else(|| code.to_owned(), |row| format!("{code} ({})", row.name()))
}

fn by_code(code: &str) -> Option<&'static Row> {
    index().codes.get(code).map(|place| &rows()[*place])
}

/// `de_by` and `DE BY` as `DE-BY`.
fn as_code(label: &str) -> String {
    let upper = label.trim().to_uppercase();
    let is_between = |c: char| matches!(c, '-' | '_' | '/' | '\u{2010}'..='\u{2014}') || c.is_whitespace();
    let mut parts = upper.split(is_between).filter(|part| !part.is_empty());
    let country = parts.next().unwrap_or_default();
    let country = OTHER_CODES.iter().find(|(other, _)| *other == country).map_or(country, |(_, code)| code);
    parts.fold(country.to_owned(), |code, part| format!("{code}-{part}"))
}

/// Letters and digits in lower case, nothing else.
fn fold(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(all(test, feature = "holidays"))]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_as_people_write_them() {
        for (label, code) in [
            ("DE", "DE"),
            (" de ", "DE"),
            ("de-by", "DE-BY"),
            ("DE_BY", "DE-BY"),
            ("DE/BY", "DE-BY"),
            ("DE–BY", "DE-BY"),
            ("us ca", "US-CA"),
            ("UK", "GB"),
            ("uk-eng", "GB-ENG"),
            ("Germany", "DE"),
            ("united states", "US"),
            ("USA", "US"),
            ("DEU", "DE"),
            ("Türkiye", "TR"),
            ("Turkey", "TR"),
            ("Czech Republic", "CZ"),
            ("Trinidad & Tobago", "TT"),
            ("Trinidad and Tobago", "TT"),
            ("FR-971", "FR-971"),
        ] {
            assert_eq!(find(label, &[]).unwrap().code(), code, "{label}");
        }
    }

    #[test]
    fn every_code_and_every_name_of_a_country_is_found() {
        for row in rows() {
            assert_eq!(find(row.code, &[]).unwrap().code(), row.code);
            if !row.code.contains('-') {
                for name in row.names().filter(|name| *name != "Georgia") {
                    assert_eq!(find(name, &[]).unwrap().code(), row.code, "{name}");
                }
            }
        }
    }

    #[test]
    fn what_is_no_calendar_says_what_to_write() {
        for (label, message, help) in [
            ("Georgia", "`Georgia` may be GE (Georgia) or US-GA (Georgia)", "write GE or US-GA"),
            ("Bayern", "`Bayern` is the name of a region", "write DE-BY"),
            ("Germny", "no country or region", "did you mean DE (Germany)?"),
            ("DE-BX", "`DE-BX` is no region of Germany", "write DE for all of it, or a region: DE-BB"),
            ("IL-X", "`IL-X` is no region of Israel", "write IL for all of it"),
            ("Atlantis", "no country or region", "write a code such as DE"),
            ("yes", "no country or region", "write a code such as DE"),
        ] {
            let error = find(label, &[]).unwrap_err();
            assert!(error.to_string().contains(message), "{label}: {error}");
            assert!(error.help().starts_with(help), "{label}: {}", error.help());
        }
    }

    #[test]
    fn ones_own_calendars_come_first_and_the_later_wins() {
        let date = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
        let own = [
            HolidayCalendar::new("ACME", [date("2027-03-01")]),
            HolidayCalendar::new("DE", []),
            HolidayCalendar::new("acme", [date("2027-03-02")]),
        ];
        assert_eq!(find("Acme", &own).unwrap().dates(), [date("2027-03-02")]);
        assert!(find("de", &own).unwrap().dates().is_empty() && find("Germany", &own).unwrap().knows(1999));
        assert_eq!(find("DE-BY", &own).unwrap().name(), "Bayern");
    }
}
