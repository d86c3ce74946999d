//! Days off that have a name.

use std::sync::Arc;

use chrono::NaiveDate;

/// Public holidays by name: each date once, in order. Cheap to clone, so that everybody who keeps them shares
/// one list.
///
/// ```
/// use tzplan::{Holidays, Schedule, WeeklyHours, Zone};
/// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
/// let sydney = Holidays::new([(day("2027-01-26"), "Australia Day"), (day("2027-01-01"), "New Year's Day")]);
/// let mia = Schedule::new(Zone::iana("Australia/Sydney").unwrap(), WeeklyHours::default());
/// let mia = mia.with_holidays(&sydney);
/// assert_eq!(mia.days_off(), [day("2027-01-01"), day("2027-01-26")]);
/// assert_eq!(mia.holidays().name_of(day("2027-01-26")), Some("Australia Day"));
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Holidays(Arc<[(NaiveDate, Arc<str>)]>);

impl Holidays {
    /// Of dates and their names, in any order; of a date that is given twice the first one's name.
    pub fn new<N: Into<Arc<str>>>(days: impl IntoIterator<Item = (NaiveDate, N)>) -> Self {
        let mut days: Vec<(NaiveDate, Arc<str>)> =
            days.into_iter().map(|(date, name)| (date, name.into())).collect();
        // Stable: the first of equals stays.
        days.sort_by_key(|(date, _)| *date);
        days.dedup_by_key(|(date, _)| *date);
        Self(days.into())
    }

    /// The name of a date; `None` where it is none of these.
    pub fn name_of(&self, date: NaiveDate) -> Option<&str> {
        let place = self.0.binary_search_by_key(&date, |(known, _)| *known).ok()?;
        Some(&self.0[place].1)
    }

    /// The dates with their names, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (NaiveDate, &str)> {
        self.0.iter().map(|(date, name)| (*date, &**name))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The holidays of both; a date of both keeps its name here.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        if self.is_empty() || self == other {
            return other.clone();
        }
        if other.is_empty() {
            return self.clone();
        }
        Self::new(self.0.iter().chain(&*other.0).cloned())
    }
}
