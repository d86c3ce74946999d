//! The table, unpacked once. `scripts/public_holidays.py` says what it looks like.

use std::sync::OnceLock;

use chrono::NaiveDate;
use tzplan::Holidays;

use super::calendar::{HolidayCalendar, Years};

const PACKED: &[u8] = include_bytes!("../../data/holidays.deflate");

/// The unpacked table is smaller than this.
const MOST_BYTES: usize = 1 << 20;

/// In which places of names are counted.
const DIGITS: &[u8; 64] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";

/// A country or a region.
#[derive(Clone, Copy)]
pub(super) struct HolidayRow {
    pub(super) code: &'static str,
    names: &'static str,
    /// A field for each year, between them a space.
    years: &'static str,
    /// `kind=years` of the days that are not public, between them a tab.
    others: &'static str,
}

/// All rows, a country before its regions, by code.
pub(super) fn rows() -> &'static [HolidayRow] {
    static ROWS: OnceLock<Vec<HolidayRow>> = OnceLock::new();
    ROWS.get_or_init(|| text().lines().skip(2).filter_map(HolidayRow::of).collect())
}

/// Whether regions of a country keep other days than all of it.
pub(super) fn has_differing_regions(country: &str) -> bool {
    let row = rows().iter().find(|row| row.code == country);
    let differs =
        |row: &HolidayRow, other: &HolidayRow| other.country() == Some(country) && other.years != row.years;
    row.is_some_and(|row| rows().iter().any(|other| differs(row, other)))
}

impl HolidayRow {
    fn of(line: &'static str) -> Option<Self> {
        let mut cells = line.splitn(4, '\t');
        let [code, names, years] = [cells.next()?, cells.next()?, cells.next()?];
        Some(Self { code, names, years, others: cells.next().unwrap_or_default() })
    }

    /// The usual name.
    pub(super) fn name(self) -> &'static str {
        self.names().next().unwrap_or(self.code)
    }

    /// All names, none for some regions.
    pub(super) fn names(self) -> impl Iterator<Item = &'static str> {
        self.names.split('|').filter(|name| !name.is_empty())
    }

    /// The kinds of days that it has beside the public ones: `half-day`, `optional`.
    pub(super) fn kinds(self) -> Vec<&'static str> {
        let country = self.country().and_then(|code| rows().iter().find(|row| row.code == code));
        let kinds = [Some(self), country.copied()].into_iter().flatten().flat_map(HolidayRow::others);
        let mut kinds: Vec<&str> = kinds.map(|(kind, _)| kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds.retain(|kind| self.years_of(kind).bytes().any(|byte| byte.is_ascii_alphanumeric()));
        kinds
    }

    /// The public days, and those of some kinds besides.
    pub(super) fn calendar(self, kinds: &[&str]) -> HolidayCalendar {
        let mut days: Vec<Day> = days(self.years).collect();
        days.extend(kinds.iter().flat_map(|kind| self::days(self.years_of(kind))));
        // Stable: public days come first.
        days.sort_by_key(|day| day.date);
        days.dedup_by_key(|day| day.date);
        let years = (first_year()..).zip(self.years.split(' '));
        let known: Vec<i32> = years.filter(|(_, field)| *field != "-").map(|(year, _)| year).collect();
        let estimated: Vec<_> = days.iter().filter(|day| day.is_estimated).map(|day| day.date).collect();
        let (mut code, mut name) = (self.code.to_owned(), self.name().to_owned());
        for kind in kinds {
            code.push_str(&format!("+{kind}"));
        }
        if !kinds.is_empty() {
            name.push_str(&format!(" with {} days", kinds.join(" and ")));
        }
        HolidayCalendar {
            code: code.into(),
            name: name.into(),
            dates: days.iter().map(|day| day.date).collect(),
            holidays: Holidays::new(days.iter().map(|day| (day.date, day.name))),
            estimated: estimated.into(),
            years: Years::Some(known.into()),
        }
    }

    /// The years of a kind: a region's own, or the country's.
    fn years_of(self, kind: &str) -> &'static str {
        let own = |row: Self| row.others().find(|(known, _)| *known == kind).map(|(_, years)| years);
        let country = || rows().iter().find(|row| Some(row.code) == self.country());
        own(self).or_else(|| own(*country()?)).unwrap_or_default()
    }

    fn others(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.others.split('\t').filter_map(|cell| cell.split_once('='))
    }

    fn country(self) -> Option<&'static str> {
        Some(self.code.split_once('-')?.0)
    }
}

/// A day of the table.
struct Day {
    date: NaiveDate,
    name: &'static str,
    is_estimated: bool,
}

/// The days of a field for each year.
fn days(years: &'static str) -> impl Iterator<Item = Day> {
    (first_year()..).zip(years.split(' ')).flat_map(|(year, field)| {
        field.as_bytes().chunks_exact(4).filter_map(move |holiday| {
            let date = date(year, holiday[0], holiday[1])?;
            let name = holiday_name(holiday[2], holiday[3]);
            Some(Day { date, name, is_estimated: holiday[0].is_ascii_uppercase() })
        })
    })
}

/// A month as a letter and a day as a digit of base 32.
fn date(year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    let month = month.to_ascii_lowercase().checked_sub(b'a')? + 1;
    NaiveDate::from_ymd_opt(year, month.into(), char::from(day).to_digit(32)?)
}

/// The name at a place that is given by two digits; empty where there is none.
fn holiday_name(high: u8, low: u8) -> &'static str {
    static NAMES: OnceLock<Vec<&'static str>> = OnceLock::new();
    let names = NAMES.get_or_init(|| text().lines().nth(1).unwrap_or_default().split('|').collect());
    let digit = |digit: u8| DIGITS.iter().position(|known| *known == digit);
    let place = digit(high).zip(digit(low)).map(|(high, low)| high * DIGITS.len() + low);
    place.and_then(|place| names.get(place).copied()).unwrap_or_default()
}

fn first_year() -> i32 {
    text().split(' ').next().and_then(|year| year.parse().ok()).unwrap_or_default()
}

fn text() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| {
        let unpacked = miniz_oxide::inflate::decompress_to_vec_with_limit(PACKED, MOST_BYTES);
        unpacked.ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;

    use super::*;

    #[test]
    fn every_field_of_every_row_is_read() {
        assert_eq!((first_year(), rows().len()), (2026, 901));
        assert!(rows().is_sorted_by_key(|row| row.code));
        for row in rows() {
            let calendar = row.calendar(&[]);
            let written: usize =
                row.years.split(' ').filter(|field| *field != "-").map(|field| field.len() / 4).sum();
            assert_eq!(calendar.dates().len(), written, "{}", row.code);
            let named =
                |date: &NaiveDate| calendar.holidays().name_of(*date).is_some_and(|name| !name.is_empty());
            assert!(calendar.dates().iter().all(named), "{}", row.code);
            assert!(calendar.dates().is_sorted_by(|a, b| a < b), "{}", row.code);
            assert_eq!(row.years.split(' ').count(), 6, "{}", row.code);
            assert!(calendar.dates().iter().all(|date| calendar.knows(date.year())), "{}", row.code);
        }
    }

    #[test]
    fn years_without_an_answer_are_not_years_without_holidays() {
        let row = |code| rows().iter().find(|row| row.code == code).unwrap().calendar(&[]);
        // Sri Lanka's are announced a year ahead; under martial law none of Ukraine's is a day off.
        assert!(row("LK").knows(2026) && !row("LK").knows(2027));
        assert!((2026..=2031).all(|year| !row("UA").knows(year)));
        let unknown = row("DE").unknown_years("2030-06-01".parse().unwrap(), "2033-01-01".parse().unwrap());
        assert_eq!(unknown, [2032]);
    }

    #[test]
    fn estimates_are_marked() {
        let emirates = rows().iter().find(|row| row.code == "AE").unwrap().calendar(&[]);
        let is_estimated = |date: &str| emirates.estimated().contains(&date.parse().unwrap());
        assert!(is_estimated("2027-03-09") && !is_estimated("2027-12-02"));
    }
}
