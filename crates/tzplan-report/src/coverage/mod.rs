//! How many are at work, and how the hours that have to be covered are.

mod csv;
mod gaps;
mod groups;
pub(crate) mod handoffs;
pub(crate) mod json;
pub(crate) mod ordinary_week;
mod relays;
mod staffing;
mod text;

use std::io;

use tzplan::PreparedTeam;
use tzplan::coverage::Service;

use crate::context::Context;
use crate::document::Document;
use crate::text::Page;
use crate::words::change::Change;
pub use groups::GroupBy;
use groups::Groups;
use staffing::Staffing;

/// How a team covers the hours that have to be covered: all of it, then group by group, and who goes on when
/// another group's day ends.
#[derive(Debug)]
pub struct CoverageDocument<'a> {
    prepared: &'a PreparedTeam,
    everybody: Staffing<'a>,
    groups: Option<Groups<'a>>,
    context: Context<'a>,
}

impl<'a> CoverageDocument<'a> {
    /// Of a prepared team, and of groups of it where they are asked for.
    pub fn new(
        prepared: &'a PreparedTeam,
        service: &'a Service,
        by: Option<GroupBy>,
        context: Context<'a>,
    ) -> Self {
        let (everybody, groups) =
            (Staffing::of(prepared, service), by.map(|by| Groups::of(prepared, service, by)));
        Self { prepared, everybody, groups, context }
    }
}

impl Document for CoverageDocument<'_> {
    fn changes(&self) -> &[Change] {
        self.context.changes
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        text::print(self, page)
    }

    fn json(&self, out: &mut dyn io::Write) -> io::Result<()> {
        json::write(self, out)
    }

    fn csv(&self, out: &mut dyn io::Write) -> io::Result<()> {
        csv::write(self, out)
    }
}
