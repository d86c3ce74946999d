//! The page about one candidate.

use std::io;

use tzplan::fit::Candidate;

use super::page::Page;
use crate::Context;

pub(super) fn print(
    page: &mut Page<'_>,
    _name: &str,
    candidate: &Candidate<'_>,
    _context: Context<'_>,
) -> io::Result<()> {
    page.heading(&candidate.fit().result.to_string())
}
