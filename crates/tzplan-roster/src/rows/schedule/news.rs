//! What a row brings up for the first time in its file.

use std::sync::Arc;

use super::Schedules;
use crate::columns::Field;
use crate::faults::Fault;
use crate::holidays::HolidayCalendar;
use crate::rows::public_holidays;

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
