//! Where to hire: the page about regions.

use std::io;

use tzplan::WeeklyHours;
use tzplan::fit::Opening;
use tzplan::regions::Region;

use super::page::Page;
use crate::Context;

pub(super) fn print(
    page: &mut Page<'_>,
    _opening: &Opening<'_>,
    hours: &WeeklyHours,
    _regions: &[Region],
    _context: Context<'_>,
) -> io::Result<()> {
    page.heading(&hours.to_string())
}
