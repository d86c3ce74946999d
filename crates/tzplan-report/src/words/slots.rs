//! Slots for a meeting in words.

use tzplan::meeting::{Meetings, Slot};

use super::dates::Dates;
use super::{city, clean};

/// Whose clock slots stay on: `Berlin`.
pub(crate) fn clock_of(meetings: &Meetings) -> String {
    clean::fit(&city::of_zone(&meetings.anchor().name()), 24)
}

/// `Tue 14:00`, `Tue 8 Dec 14:00`.
pub(crate) fn spoken(slot: Slot, dates: &Dates) -> String {
    match slot.date {
        Some(date) => format!("{} {} {}", slot.day(), dates.day(date), slot.time),
        None => format!("{} {}", slot.day(), slot.time),
    }
}
