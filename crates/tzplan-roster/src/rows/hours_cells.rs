//! The cells that give hours, and what is wrong where they contradict each other.

use chrono::WeekdaySet;
use tzplan::hours::HoursText;

use crate::columns::Field;
use crate::faults::Fault;

/// The cells of a row, empty where there is none.
#[derive(Default)]
pub(crate) struct HoursCells<'a> {
    pub(crate) hours: &'a str,
    pub(crate) start: &'a str,
    pub(crate) end: &'a str,
    pub(crate) days: &'a str,
    /// Monday first.
    pub(crate) week: [&'a str; 7],
    /// The weekdays that have a column.
    pub(crate) week_columns: WeekdaySet,
}

/// `hours` and `days` that cannot both be meant.
pub(super) fn contradicting_days(
    hours: &HoursText,
    days: WeekdaySet,
    cells: &HoursCells<'_>,
) -> Option<(Option<Field>, Fault)> {
    let named = hours.named_days();
    if named.is_empty() || hours.needs_days() || named == days {
        return None;
    }
    let fault = Fault::error(
        "days-conflict",
        format!("`{}` and the days `{}` name different days", cells.hours, cells.days),
        "name the days in one of the two columns, or the same in both",
    );
    Some((Some(Field::Days), fault))
}

/// `9-17; Fri 9-13`: Friday's own hours, or more hours on Friday?
pub(super) fn days_twice(
    hours: &HoursText,
    days: WeekdaySet,
    cells: &HoursCells<'_>,
) -> Option<(Option<Field>, Fault)> {
    let both = hours.named_days().intersection(days);
    let day = both.first().filter(|_| hours.needs_days())?;
    let fault = Fault::error(
        "days-conflict",
        format!("`{}` gives {day} hours of its own besides those of every working day", cells.hours),
        "name the days of every stretch, as in Mon-Thu 9-17; Fri 9-13",
    );
    Some((Some(Field::Hours), fault))
}

/// `hours` beside `start` and `end` that say something else.
pub(super) fn contradicting_hours(
    hours: &HoursText,
    columns: &HoursText,
    default: WeekdaySet,
    cells: &HoursCells<'_>,
) -> Option<(Option<Field>, Fault)> {
    let days = if hours.named_days().is_empty() { default } else { hours.named_days() };
    let (ours, theirs) = (hours.on(default), columns.on(days));
    (ours != theirs).then(|| {
        let HoursCells { hours, start, end, .. } = cells;
        let fault = Fault::error(
            "hours-conflict",
            format!("the hours `{hours}` and the start `{start}` with the end `{end}` differ"),
            "give the hours in one way only",
        );
        (Some(Field::Hours), fault)
    })
}
