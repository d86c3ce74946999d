//! The clock that hours are said to be on, by its label.

use std::sync::Arc;

use tzplan::Zone;

use super::zone_label::ZoneLabels;
use crate::faults::Fault;
use crate::places::resolve_with;

impl ZoneLabels<'_> {
    /// The zone of a clock that hours are said to be on. Of an ambiguous one the meaning that the person at
    /// `home` keeps.
    pub(super) fn clock(&self, label: &str, home: Option<&Zone>) -> Result<Zone, Fault> {
        let error = match resolve_with(self.tzdb, label, &self.options) {
            Ok(found) => return Ok(found.zone),
            Err(error) => error,
        };
        let zones = error.candidates().iter().filter_map(|candidate| self.tzdb.zone(&candidate.zone).ok());
        let own = home.filter(|_| error.is_ambiguous() && !error.is_contradiction());
        if let Some(home) = own.filter(|home| zones.into_iter().any(|zone| self.agree(home, &zone))) {
            return Ok(home.clone());
        }
        let message = match error.is_ambiguous() {
            true => format!("these hours are said to be on another clock, but {error}"),
            false => format!("these hours are said to be on the clock of `{label}`, which is not known"),
        };
        // The first of those it may be, or any.
        let zone = error.candidates().first().map_or("America/New_York", |candidate| &candidate.zone);
        let help = format!(
            "write the id of the zone, such as `hours ({zone})`, or `(local)` for hours on everybody's own \
             clock"
        );
        Err(Fault::error("unclear-clock", message, help))
    }

    /// Whether a label names several clocks.
    pub(super) fn may_be_several(&self, label: &str) -> bool {
        let error = resolve_with(self.tzdb, label, &self.options).err();
        error.is_some_and(|error| error.is_ambiguous() && !error.is_contradiction())
    }

    /// What is to be said of a clock that names its offset, too, where that is one of a part of the year.
    pub(super) fn clock_note(&self, label: &str) -> Option<Arc<str>> {
        let found = resolve_with(self.tzdb, label, &self.options).ok()?;
        found.note.filter(|_| found.is_seasonal).map(Into::into)
    }
}
