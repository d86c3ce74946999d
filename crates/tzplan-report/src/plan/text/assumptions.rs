//! What the roster leaves open, and how it was taken.

use std::io;

use crate::context::Assumption;
use crate::text::Page;
use crate::words::ink::Text;

/// More are counted.
const MOST: usize = 5;

pub(super) fn print(page: &mut Page<'_>, assumptions: &[Assumption]) -> io::Result<()> {
    if assumptions.is_empty() {
        return Ok(());
    }
    page.heading("How the roster was read")?;
    for Assumption { message, rows, count, .. } in assumptions.iter().take(MOST) {
        let place = match (rows.first(), count) {
            (Some(row), 1) => format!("row {row}"),
            (Some(row), _) => format!("{count} rows, first in row {row}"),
            (None, _) => format!("{count} rows"),
        };
        page.paragraph(2, &Text::from(format!("{message} ({place})")))?;
    }
    if assumptions.len() > MOST {
        let more = assumptions.len() - MOST;
        page.paragraph(2, &Text::from(format!("and {more} more; --format json has all")))?;
    }
    Ok(())
}
