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

    pub(super) fn kinds(self) -> Vec<&'static str> {
        Vec::new()
    }

    pub(super) fn calendar(self, _: &[&str]) -> HolidayCalendar {
        HolidayCalendar::new(self.code, [])
    }
}

/// No row.
pub(super) fn rows() -> &'static [HolidayRow] {
    &[]
}

pub(super) fn has_differing_regions(_: &str) -> bool {
    false
}
