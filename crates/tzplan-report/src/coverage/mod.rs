//! How many are at work, and how the hours that have to be covered are.

mod alone;
mod clock_places;
mod csv;
mod gaps;
mod groups;
pub(crate) mod handoffs;
pub(crate) mod json;
mod listed;
mod move_keys;
mod moves;
mod relay_keys;
mod relays;
mod staffing;
mod text;

use tzplan::coverage::{Addition, Crew, Service, additions};
use tzplan::shift::{CoverageMove, coverage_moves};
use tzplan::{Policy, PreparedTeam, Zone};

use crate::context::Context;
use crate::document::document;
use crate::words::places::PeopleOf;
use clock_places::ClockPlaces;
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
    /// Where people live by their clocks.
    places: Vec<ClockPlaces>,
    /// Days that could be moved instead, one after another.
    moves: Vec<CoverageMove>,
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
        let additions = additions(prepared, service);
        Self { prepared, everybody, additions, places: Vec::new(), moves: Vec::new(), groups, context }
    }

    /// With where of these zones people live by the clocks of those who would cover most.
    #[must_use]
    pub fn with_places(self, zones: &[Zone], people_of: PeopleOf<'_>) -> Self {
        let horizon = self.prepared.horizon();
        let of = |one: &Addition| ClockPlaces::of(one.ahead, zones, people_of, horizon);
        Self { places: self.additions.iter().map(of).collect(), ..self }
    }

    /// With whose day could be moved to cover more, as far as a policy lets it.
    #[must_use]
    pub fn with_moves(self, policy: &Policy) -> Self {
        let moves = coverage_moves(self.prepared, self.everybody.service, policy);
        Self { moves, ..self }
    }
}

document!(CoverageDocument: text::print, json::write, csv::write);
