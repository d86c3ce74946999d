//! Dates with years of two digits: `13/05/27`, of which nothing says which number is the year.

use chrono::NaiveDate;

use super::date_order::{Order, YEARS_IN_FRONT};
use crate::faults::Fault;
use crate::wording::{Listed, Quoted};

/// The code of a date that may be two.
pub(super) const AMBIGUOUS: &str = "ambiguous-date";

/// Years of two digits stand for these.
const SHORT_YEARS: std::ops::Range<u32> = 2020..2040;

/// `13/05/27`, where nothing says which of the numbers is the year: the one reading that is a date of these
/// years.
pub(super) fn of_three(
    [first, second, third]: [u32; 3],
    written: &str,
    order: Option<Order>,
) -> Result<Option<NaiveDate>, Fault> {
    let date = |year: u32, month: u32, day: u32| {
        let year = Some(2000 + year).filter(|year| SHORT_YEARS.contains(year))?;
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
    };
    let by_order = |date: Option<NaiveDate>, other: Order| date.filter(|_| order != Some(other));
    let readings = [
        by_order(date(third, second, first), Order::MonthFirst),
        by_order(date(third, first, second), Order::DayFirst),
        date(first, second, third).filter(|_| order.is_none() && YEARS_IN_FRONT.contains(&first)),
    ];
    let mut dates: Vec<NaiveDate> = Vec::new();
    for date in readings.into_iter().flatten() {
        if !dates.contains(&date) {
            dates.push(date);
        }
    }
    match dates[..] {
        [] => Ok(None),
        [one] => Ok(Some(one)),
        _ => {
            let said: Vec<String> = dates.iter().map(|date| date.format("%-d %B %Y").to_string()).collect();
            let help: Vec<String> = dates.iter().map(ToString::to_string).collect();
            Err(Fault::error(
                AMBIGUOUS,
                format!("{} may be {}", Quoted(written), Listed::new(&said, " or ")),
                format!("write {}", Listed::new(&help, " or ")),
            ))
        }
    }
}
