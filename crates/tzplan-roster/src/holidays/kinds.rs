//! Days of other kinds than public ones: `US-TX+optional`.

use super::calendar::HolidayCalendar;
use super::error::HolidayLabelError;
use super::index::{as_code, by_code, fold};
use crate::wording::Quoted;

/// The calendar of `US-TX+optional`: public days, and those of other kinds that are named.
pub(super) fn with_kinds(
    calendar: HolidayCalendar,
    kinds: &str,
) -> Result<HolidayCalendar, HolidayLabelError> {
    // What was found has a row.
    let Some(row) = by_code(&as_code(calendar.code())) else { return Ok(calendar) };
    let known = row.kinds();
    let mut meant = Vec::new();
    for kind in kinds.split('+') {
        let folded = fold(kind);
        let is_kind = |known: &&&str| fold(known) == folded || format!("{}s", fold(known)) == folded;
        let Some(kind) = known.iter().find(is_kind) else {
            let message = format!("{} has no days of the kind {}", Quoted(row.code), Quoted(kind.trim()));
            let others: Vec<String> = known.iter().map(|kind| format!("{}+{kind}", row.code)).collect();
            let help = match others.as_slice() {
                [] => format!("write {} alone: no others of it are known than public ones", row.code),
                others => format!("write {} alone, or {}", row.code, others.join(" or ")),
            };
            return Err(HolidayLabelError::unknown(message, help));
        };
        meant.push(*kind);
    }
    Ok(row.calendar(&meant))
}

#[cfg(all(test, feature = "holidays"))]
mod tests {
    use super::*;

    /// Texas keeps its state offices open on some state holidays (Tex. Gov't Code 662.003 to 662.005).
    #[test]
    fn days_on_which_offices_stay_open_are_asked_for_by_kind() {
        let names = |label: &str, year: i32| -> Vec<String> {
            let calendar = HolidayCalendar::of(label).unwrap();
            let of_year = |date: &&chrono::NaiveDate| chrono::Datelike::year(*date) == year;
            let dates = calendar.dates().iter().filter(of_year);
            dates.map(|date| format!("{date} {}", calendar.holidays().name_of(*date).unwrap())).collect()
        };
        let partial = [
            "2028-01-19 Confederate Memorial Day",
            "2028-03-02 Texas Independence Day",
            "2028-03-31 Cesar Chavez Day",
            "2028-04-14 Good Friday",
            "2028-04-21 San Jacinto Day",
            "2028-08-27 Lyndon Baines Johnson Day",
            // No state holiday of Texas is moved from a weekend.
            "2028-12-22 Christmas Eve (observed)",
        ];
        let (public, optional) = (names("US-TX", 2028), names("US-TX + Optional", 2028));
        let more: Vec<_> = optional.iter().filter(|day| !public.contains(day)).collect();
        assert_eq!(more, partial);
        // What a part of the staff does on June 19 is no matter on a federal holiday.
        assert!(public.contains(&"2028-06-19 Juneteenth National Independence Day".to_owned()));
        assert!(public.contains(&"2028-11-24 Friday After Thanksgiving".to_owned()));
        let assumption = "2028-08-15 Assumption Day".to_owned();
        assert!(!names("DE-BY", 2028).contains(&assumption));
        assert!(names("de-by+catholic", 2028).contains(&assumption));
        // Neither keeps New York's offices closed, and on a weekend the substitute does not either.
        let of_new_york = names("US-NY", 2028);
        assert!(!of_new_york.iter().any(|day| day.contains("Anthony") || day.contains("Lincoln")));
        let substitute = "2028-02-11 Lincoln's Birthday (observed)".to_owned();
        assert!(names("US-NY+optional", 2028).contains(&substitute));
        assert!(!names("US-CA", 2027).iter().any(|day| day.ends_with("Diwali")));
        // A region without days of its own has the country's.
        assert!(names("IN-GA+optional", 2027).len() > names("IN-GA", 2027).len());
        let calendar = HolidayCalendar::of("US-TX+optional").unwrap();
        assert_eq!((calendar.code(), calendar.name()), ("US-TX+optional", "Texas with optional days"));
        let error = HolidayCalendar::of("US-TX+half-day").unwrap_err();
        assert_eq!(error.to_string(), "`US-TX` has no days of the kind `half-day`");
        assert!(error.help().starts_with("write US-TX alone, or US-TX+government or US-TX+optional"));
        assert_eq!(
            HolidayCalendar::of("DE-BE+x").unwrap_err().help(),
            "write DE-BE alone: no others of it are known than public ones"
        );
    }
}
