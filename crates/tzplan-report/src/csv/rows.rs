//! The rows of a table, and how their cells are written.

use std::io;

pub(crate) use super::table::own;

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
