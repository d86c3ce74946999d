//! What a row brings up for the first time in its file.

use std::sync::Arc;

use super::Schedules;
use crate::columns::Field;
use crate::faults::Fault;
use crate::holidays::HolidayCalendar;
use crate::rows::public_holidays;
use crate::working_week::WorkingWeek;

/// What a row brings up for the first time in its file.
pub(in crate::rows) struct News {
    pub(in crate::rows) remarks: Vec<(Option<Field>, Fault)>,
    pub(in crate::rows) calendars: Vec<Arc<HolidayCalendar>>,
}

impl Schedules<'_> {
    /// The remarks made since the last call, each once in a file, and the holiday calendars named since.
    pub(in crate::rows) fn news(&mut self) -> Option<News> {
        if !self.holidays.has_new() && !self.remarks.has_new() {
            return None;
        }
        let calendars = self.holidays.take_new();
        for (calendar, within) in &calendars {
            if let Some(fault) = public_holidays::remarks(calendar, *within) {
                self.remarks.say(calendar.code(), (Some(Field::Holidays), fault));
            }
        }
        let calendars = calendars.into_iter().map(|(calendar, _)| calendar).collect();
        Some(News { remarks: self.remarks.take_new(), calendars })
    }
}

/// Places beside zones that mean nothing, too many to go on.
pub(super) fn unchecked() -> Fault {
    Fault::note(
        "places-not-compared",
        "from here on, places beside a zone are not compared with it: a thousand of them are not known",
        "name the column otherwise if it does not hold places",
    )
}

/// Days that nobody wrote, and that are not those most would expect.
pub(super) fn usual_week(week: &WorkingWeek) -> Fault {
    Fault::note(
        "usual-week",
        format!("no days given: {week} is taken in {}", week.country),
        "write a column `days`, such as Mon-Fri, to say otherwise",
    )
}
