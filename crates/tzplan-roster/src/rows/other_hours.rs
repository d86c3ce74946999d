//! Hours on another clock beside the local ones: they are read where the local ones are empty, and held
//! against them where both are there.

use std::sync::Arc;

use tzplan::Zone;
use tzplan::hours::{HoursText, parse_hours};

use super::zone_label::ZoneLabels;
use crate::assumption::Assumed;
use crate::cells::Cells;
use crate::columns::{Columns, Field, HoursElsewhere};
use crate::faults::Fault;
use crate::places::cut_clock;
use crate::wording::Quoted;

/// Columns of hours on another clock.
pub(super) struct OtherHours {
    columns: HoursElsewhere,
    /// What they are called: `Hours UTC`.
    headers: Arc<str>,
    /// Whether rows without local hours are read from them elsewhere already.
    are_chosen: bool,
    /// Whether some row was read from them here.
    are_read: bool,
}

impl OtherHours {
    /// `None` where there are none.
    pub(super) fn of(columns: &Columns) -> Option<Self> {
        let found = columns.hours_elsewhere()?;
        let headers: Vec<String> =
            found.places.iter().filter_map(|place| Some(format!("`{}`", columns.header(*place)?))).collect();
        let are_chosen = columns.preferred_hours().is_some();
        Some(Self { columns: found, headers: headers.join(" and ").into(), are_chosen, are_read: false })
    }

    /// Where they stand.
    pub(super) fn places(&self) -> &[usize] {
        &self.columns.places
    }

    /// The columns that some row was read from, and what they are read as.
    pub(super) fn read(&self) -> impl Iterator<Item = (usize, Field)> + '_ {
        let fields = match self.columns.places.len() {
            1 => [Field::Hours; 2],
            _ => [Field::Start, Field::End],
        };
        self.columns.places.iter().copied().zip(fields).filter(|_| self.are_read)
    }

    /// The hours of a row with their clock, where it has no local ones.
    pub(super) fn in_place_of(
        &mut self,
        local: [&str; 3],
        cells: Cells<'_>,
        assumed: &mut Vec<Assumed>,
    ) -> Option<String> {
        if self.are_chosen || local.iter().any(|cell| !cell.is_empty()) {
            return None;
        }
        let hours = self.text(cells)?;
        let are = if self.columns.places.len() > 1 { "are" } else { "is" };
        let message = format!("no local hours are given, and {} {are} read", self.headers);
        assumed.push(("chosen-hours", message.into()));
        self.are_read = true;
        let has_clock = cut_clock(&hours).is_some();
        Some(if has_clock { hours } else { format!("{hours} ({})", self.columns.clock) })
    }

    /// That the local hours of somebody at home in a zone are never these.
    pub(super) fn contradiction(
        &self,
        local: [&str; 3],
        cells: Cells<'_>,
        home: Option<&Zone>,
        zones: &ZoneLabels<'_>,
    ) -> Option<(Option<Field>, Fault)> {
        let theirs = self.text(cells)?;
        let ours = match local {
            ["", start, end] if !start.is_empty() && !end.is_empty() => format!("{start}-{end}"),
            [hours, ..] if !hours.is_empty() => hours.to_owned(),
            _ => return None,
        };
        let clock = zones.clock(&self.columns.clock, home).ok()?;
        let home = home.filter(|_| cut_clock(&ours).is_none() && cut_clock(&theirs).is_none())?;
        let (local, other) = (parse_hours(&ours).ok()?, parse_hours(&theirs).ok()?);
        let (local, other) = (times(&local, 0), |seconds: &i32| times(&other, seconds / 60));
        if zones.differences(home, &clock).iter().any(|seconds| other(seconds) == local) {
            return None;
        }
        let say = if self.columns.places.len() > 1 { "say" } else { "says" };
        let message = format!(
            "the local hours {} are never {} on the clock of {}, as {} {say}; the local ones are read",
            Quoted(&ours),
            Quoted(&theirs),
            Quoted(&self.columns.clock),
            self.headers
        );
        let fault =
            Fault::warning("hours-differ", message, "correct whichever is wrong, or give one of them");
        Some((Some(self.columns.of), fault))
    }

    /// The hours of a row as a text.
    fn text(&self, cells: Cells<'_>) -> Option<String> {
        let parts: Vec<&str> = self.columns.places.iter().map(|place| cells.text(*place).trim()).collect();
        parts.iter().all(|part| !part.is_empty()).then(|| parts.join("-"))
    }
}

/// The times of hours so many minutes later, on whatever day: each start with its length.
fn times(hours: &HoursText, minutes: i32) -> Vec<(i32, u16)> {
    const DAY: i32 = 24 * 60;
    let moved = |(start, end): (u16, u16)| ((i32::from(start) + minutes).rem_euclid(DAY), end - start);
    let mut times: Vec<(i32, u16)> = hours.stretches().map(moved).collect();
    times.sort_unstable();
    times.dedup();
    times
}
