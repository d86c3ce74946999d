//! The usual working week of a country, for people whose days nobody wrote down.

use std::sync::OnceLock;

use chrono::{Weekday, WeekdaySet};
use rustc_hash::FxHashMap;
use tzplan::{Zone, zone};

/// Code, English name, working days, and the ids of zones by which a country with another week than Monday to
/// Friday is known. Where it comes from says `scripts/working_weeks.py`.
const TABLE: &str = include_str!("../data/working_weeks.tsv");

/// The week that a country usually works.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct WorkingWeek {
    /// The English name of the country.
    pub country: &'static str,
    /// The days on which people work. Half days are not among them.
    pub days: WeekdaySet,
}

/// The usual working week of a country, by its two-letter code in any case; `None` when there is no such
/// country.
///
/// ```
/// use tzplan_roster::working_week;
/// let week = working_week("IL").unwrap();
/// assert_eq!((week.country, week.to_string()), ("Israel", "Sunday to Thursday".to_owned()));
/// assert_eq!(working_week("IN").unwrap().to_string(), "Monday to Friday");
/// ```
pub fn working_week(country: &str) -> Option<WorkingWeek> {
    let code = country.trim().to_ascii_uppercase();
    table().countries.get(&*code).copied()
}

/// The week that is usual where a zone's clock is kept; `None` where that is not known. `country` is the code
/// of a country that is known otherwise. Of a zone of several countries it is the week that all of them keep.
///
/// ```
/// use tzplan_roster::usual_in;
/// let cairo = tzplan::Zone::iana("Africa/Cairo").unwrap();
/// assert_eq!(usual_in(&cairo, None).unwrap().to_string(), "Sunday to Thursday");
/// assert!(usual_in(&tzplan::Zone::UTC, None).is_none());
/// ```
pub fn usual_in(zone: &Zone, country: Option<&str>) -> Option<WorkingWeek> {
    if let Some(week) = country.and_then(working_week) {
        return Some(week);
    }
    let id = zone.name();
    let mut weeks = zone::countries(&id).filter_map(working_week).peekable();
    if weeks.peek().is_none() {
        return table().zones.get(&*id).copied();
    }
    let first = weeks.next()?;
    weeks.all(|week| week.days == first.days).then_some(first)
}

impl WorkingWeek {
    /// Whether it is Monday to Friday.
    pub fn is_monday_to_friday(&self) -> bool {
        self.days == monday_to_friday()
    }
}

impl std::fmt::Display for WorkingWeek {
    /// `Sunday to Thursday`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let is_first = |day: &Weekday| !self.days.contains(day.pred());
        let first = self.days.iter(Weekday::Mon).find(is_first).unwrap_or(Weekday::Mon);
        let last = (1..self.days.len()).fold(first, |day, _| day.succ());
        write!(f, "{} to {}", name(first), name(last))
    }
}

pub(crate) fn monday_to_friday() -> WeekdaySet {
    WeekdaySet::from_array([Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri])
}

fn name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

struct WeekTable {
    countries: FxHashMap<&'static str, WorkingWeek>,
    zones: FxHashMap<&'static str, WorkingWeek>,
}

fn table() -> &'static WeekTable {
    static READ: OnceLock<WeekTable> = OnceLock::new();
    READ.get_or_init(|| {
        let mut table = WeekTable { countries: FxHashMap::default(), zones: FxHashMap::default() };
        for row in TABLE.lines().filter(|row| !row.starts_with('#')) {
            let mut cells = row.split('\t');
            let (Some(code), Some(country), Some(days)) = (cells.next(), cells.next(), cells.next()) else {
                continue;
            };
            let days = tzplan::hours::parse_days(days).unwrap_or_else(|_| monday_to_friday());
            let week = WorkingWeek { country, days };
            table.countries.insert(code, week);
            table.zones.extend(cells.flat_map(|ids| ids.split(' ')).map(|id| (id, week)));
        }
        table
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usual(id: &str) -> String {
        usual_in(&Zone::iana(id).unwrap(), None).map_or("?".to_owned(), |week| week.to_string())
    }

    #[test]
    fn every_row_is_a_run_of_five_days_in_zones_of_the_database() {
        let rows = TABLE.lines().filter(|row| !row.starts_with('#'));
        assert_eq!((rows.clone().count(), table().countries.len()), (246, 246));
        for row in rows {
            let cells: Vec<&str> = row.split('\t').collect();
            let week = working_week(cells[0]).unwrap();
            assert_eq!((week.country, week.days.len()), (cells[1], 5), "{row}");
            let starts = week.days.iter(Weekday::Mon).filter(|day| !week.days.contains(day.pred()));
            assert_eq!(starts.count(), 1, "{row}");
            assert_eq!(week.is_monday_to_friday(), cells.len() == 3, "{row}");
            for id in cells.iter().skip(3).flat_map(|ids| ids.split(' ')) {
                assert_eq!(Zone::iana(id).unwrap().name(), id);
                assert_eq!(usual_in(&Zone::iana(id).unwrap(), None).unwrap().days, week.days, "{id}");
            }
        }
    }

    #[test]
    fn zones_tell_their_country_where_its_week_is_everybodys() {
        for id in ["Asia/Jerusalem", "Asia/Tel_Aviv", "Israel", "Asia/Kuwait", "Asia/Riyadh", "Asia/Dhaka"] {
            assert_eq!(usual(id), "Sunday to Thursday", "{id}");
        }
        assert_eq!(usual("Asia/Tehran"), "Saturday to Wednesday");
        // The Emirates work Monday to Friday, Oman does not; Asia/Muscat is Oman's own id.
        assert_eq!((&*usual("Asia/Dubai"), &*usual("Asia/Muscat")), ("?", "Sunday to Thursday"));
        // Djibouti shares Kenya's zone.
        assert_eq!((&*usual("Africa/Nairobi"), &*usual("Africa/Djibouti")), ("?", "Sunday to Thursday"));
        assert_eq!((&*usual("Europe/Berlin"), &*usual("Etc/GMT+5")), ("Monday to Friday", "?"));
        assert_eq!(usual_in(&Zone::UTC, None), None);
    }

    #[test]
    fn a_country_that_is_known_decides() {
        let dubai = Zone::iana("Asia/Dubai").unwrap();
        assert_eq!(usual_in(&dubai, Some("om")).unwrap().country, "Oman");
        assert_eq!(usual_in(&dubai, Some("AE")).unwrap().to_string(), "Monday to Friday");
        assert_eq!(working_week("ZZ"), None);
    }
}
