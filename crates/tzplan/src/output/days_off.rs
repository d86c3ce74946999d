//! Days off and stays.

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use crate::absence::Absence;
use crate::dates::DateRange;
use crate::days_off::{DaysOff, PeopleOff};
use crate::team::Stay;

impl Serialize for DaysOff {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Keys<'o> {
            days: usize,
            people: &'o [PeopleOff],
            dates: Vec<DateKeys<'o>>,
        }

        #[derive(Serialize)]
        struct DateKeys<'o> {
            date: NaiveDate,
            holidays: Vec<&'o str>,
            off: Vec<Absence>,
        }

        let dates = self.dates.iter().map(|date| DateKeys {
            date: *date,
            holidays: self.names_on(*date),
            off: self.absences_on(*date),
        });
        Keys { days: self.dates.len(), people: &self.people, dates: dates.collect() }.serialize(serializer)
    }
}

/// Dates of which the last is null where there is none: a move for good.
pub(crate) fn without_end<S: Serializer>(dates: &DateRange, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Keys {
        first: NaiveDate,
        last: Option<NaiveDate>,
    }
    let last = Some(dates.last()).filter(|last| *last < Stay::FOR_GOOD);
    Keys { first: dates.first(), last }.serialize(serializer)
}
