//! How many are at work, and how the hours that have to be covered are.

mod csv;
mod gaps;
mod groups;
pub(crate) mod handoffs;
pub(crate) mod json;
mod listed;
mod relay_keys;
mod relays;
mod staffing;
mod text;

use tzplan::PreparedTeam;
use tzplan::coverage::{Addition, Crew, Service, additions};

use crate::context::Context;
use crate::document::document;
pub use groups::GroupBy;
use groups::Groups;
use staffing::Staffing;

/// How a team covers the hours that have to be covered: all of it, then group by group, and who goes on when
/// another group's day ends. Of groups there may be many: how each covers the hours is found as it is
/// written.
#[derive(Debug)]
pub struct CoverageDocument<'a> {
    prepared: &'a PreparedTeam,
    everybody: Staffing<'a>,
    /// The one more person who would cover most: on weekdays, and on any days.
    additions: Vec<Addition>,
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
        let everybody = Staffing::of(Crew::of(prepared), service);
        let groups = by.map(|by| Groups::of(prepared, service, by));
        Self { prepared, everybody, additions: additions(prepared, service), groups, context }
    }
}

document!(CoverageDocument: text::print, json::write, csv::write);
