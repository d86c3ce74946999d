//! In place of the table where the feature `holidays` is off.

use super::calendar::HolidayCalendar;

/// What the table says about a code.
#[derive(Clone, Copy)]
pub(super) struct HolidayRow {
    pub(super) code: &'static str,
}

impl HolidayRow {
    pub(super) fn name(self) -> &'static str {
        self.code
    }

    pub(super) fn names(self) -> impl Iterator<Item = &'static str> {
        std::iter::empty()
    }

    pub(super) fn calendar(self) -> HolidayCalendar {
        HolidayCalendar::new(self.code, [])
    }
}

/// No row.
pub(super) fn rows() -> &'static [HolidayRow] {
    &[]
}

pub(super) fn differing_regions(_: &str) -> Vec<&'static str> {
    Vec::new()
}
