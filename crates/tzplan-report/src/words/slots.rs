//! Slots for a meeting in words.

use tzplan::meeting::{Meetings, Slot};

use super::dates::Dates;
use super::home::Home;

/// Whose clock slots stay on: `Berlin`, `UTC`.
pub(crate) fn clock_of(meetings: &Meetings) -> String {
    Home::at(meetings.anchor()).place()
}

/// `Tue 14:00`, `Tue 8 Dec 14:00`.
pub(crate) fn spoken(slot: Slot, dates: &Dates) -> String {
    match slot.date {
        Some(date) => format!("{} {} {}", slot.day(), dates.day(date), slot.time),
        None => format!("{} {}", slot.day(), slot.time),
    }
}
