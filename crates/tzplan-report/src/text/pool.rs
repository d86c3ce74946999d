//! The page about a ranked pool.

use std::io;

use tzplan::fit::Opening;

use super::page::Page;
use crate::{Context, Pool};

pub(super) fn print(
    page: &mut Page<'_>,
    _opening: &Opening<'_>,
    pool: &Pool<'_>,
    _context: Context<'_>,
) -> io::Result<()> {
    page.heading(pool.source)
}
