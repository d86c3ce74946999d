//! The rows of a table, and how their cells are written.

use std::fmt::Display;
use std::io;

use tzplan::{PerDay, UtcMinute};

use crate::words::dates::instant;

/// A table that is handed on row by row.
pub(crate) struct Rows<'w>(csv::Writer<&'w mut dyn io::Write>);

impl<'w> Rows<'w> {
    /// Starts with the header.
    pub(crate) fn new(out: &'w mut dyn io::Write, header: &[&str]) -> io::Result<Self> {
        let mut rows = csv::Writer::from_writer(out);
        rows.write_record(header).map_err(own)?;
        Ok(Self(rows))
    }

    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = String>) -> io::Result<()> {
        self.0.write_record(cells).map_err(own)
    }

    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// `yes`, `no`.
pub(crate) fn yes_no(is_so: bool) -> String {
    if is_so { "yes" } else { "no" }.to_owned()
}

/// Empty where there is nothing.
pub(crate) fn optional(value: Option<impl Display>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// An exact daily overlap: minutes a week, workdays, and whole minutes a day, rounded down.
pub(crate) fn daily(overlap: PerDay) -> [String; 3] {
    [overlap.minutes_per_week, overlap.days, overlap.floor().get()].map(|number| number.to_string())
}

/// A stretch of time: its first instant, the first one after it, and the minutes between.
pub(crate) fn stretch(start: UtcMinute, end: UtcMinute) -> [String; 3] {
    [instant(start), instant(end), (end.epoch_minutes() - start.epoch_minutes()).to_string()]
}

/// The writer's own error: a closed pipe is told from others by its kind.
pub(crate) fn own(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}
