//! A calendar: days off under a code.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use tzplan::Holidays;

use crate::text::clean;

/// The public holidays of a country or a region.
///
/// ```
/// # #[cfg(feature = "holidays")] {
/// use tzplan_roster::HolidayCalendar;
/// let bavaria = HolidayCalendar::of("de-by").unwrap();
/// assert_eq!((bavaria.code(), bavaria.name()), ("DE-BY", "Bayern"));
/// assert_eq!(bavaria.holidays().name_of("2027-01-06".parse().unwrap()), Some("Epiphany"));
/// assert!(bavaria.knows(2031) && !bavaria.knows(2032));
///
/// let error = HolidayCalendar::of("DE-BX").unwrap_err();
/// assert_eq!(error.to_string(), "`DE-BX` is no region of Germany");
/// # }
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HolidayCalendar {
    pub(super) code: Arc<str>,
    pub(super) name: Arc<str>,
    /// Sorted, each date once.
    pub(super) dates: Arc<[NaiveDate]>,
    /// Those of them that have a name.
    pub(super) holidays: Holidays,
    /// Those of them that are estimates, sorted.
    pub(super) estimated: Arc<[NaiveDate]>,
    pub(super) years: Years,
}

/// The years for which a calendar has an answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Years {
    All,
    #[cfg_attr(
        not(feature = "holidays"),
        allow(dead_code, reason = "calendars of one's own have an answer always")
    )]
    Some(Arc<[i32]>),
}

impl HolidayCalendar {
    /// A calendar of one's own, under any code, of days without names. It has an answer for every year.
    pub fn new(code: &str, dates: impl IntoIterator<Item = NaiveDate>) -> Self {
        Self::of_named(code, dates.into_iter().map(|date| (date, "")))
    }

    /// The same of days with their names; of a date that is given twice the first one's name.
    pub fn of_named<'n>(code: &str, days: impl IntoIterator<Item = (NaiveDate, &'n str)>) -> Self {
        let days: Vec<_> = days.into_iter().map(|(date, name)| (date, clean(name))).collect();
        let mut dates: Vec<NaiveDate> = days.iter().map(|(date, _)| *date).collect();
        dates.sort_unstable();
        dates.dedup();
        let holidays = Holidays::new(days.into_iter().filter(|(_, name)| !name.is_empty()));
        let code: Arc<str> = clean(code).into();
        let (name, estimated) = (code.clone(), Arc::default());
        Self { code, name, dates: dates.into(), holidays, estimated, years: Years::All }
    }

    /// Its code: `DE-BY`.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The name of its country or region; the code of a calendar of one's own.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The days off, sorted.
    pub fn dates(&self) -> &[NaiveDate] {
        &self.dates
    }

    /// Those of them that have a name: in English where they are of the table.
    pub fn holidays(&self) -> &Holidays {
        &self.holidays
    }

    /// Those of them whose dates are estimates, such as feasts of the Islamic calendar that are announced
    /// shortly before.
    pub fn estimated(&self) -> &[NaiveDate] {
        &self.estimated
    }

    /// Whether it has an answer for a year: without one there are no dates, but that does not mean no
    /// holidays.
    pub fn knows(&self, year: i32) -> bool {
        match &self.years {
            Years::All => true,
            Years::Some(years) => years.contains(&year),
        }
    }

    /// The years with a date of `[from, to)` for which there is no answer.
    pub fn unknown_years(&self, from: NaiveDate, to: NaiveDate) -> Vec<i32> {
        let last = to.pred_opt().unwrap_or(to).year();
        (from.year()..=last).filter(|year| !self.knows(*year)).collect()
    }
}
