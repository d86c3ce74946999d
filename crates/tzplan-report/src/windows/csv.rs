//! Dated windows as a table, in UTC.

use std::io;

use super::WindowsDocument;
use crate::csv::table::{Stretch, table};

pub(super) fn write(document: &WindowsDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    table(out, document.windows.iter().map(|window| Stretch::new(window.start(), window.end())))
}
