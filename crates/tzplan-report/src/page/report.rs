//! What a report is made of.

use tzplan::coverage::Coverage;
use tzplan::fit::Opening;
use tzplan::regions::Region;
use tzplan::{Plan, PreparedTeam, WeeklyHours};

use crate::context::Context;
use crate::words::places::PeopleOf;

/// Every result that the page shows, computed before.
#[derive(Clone, Copy)]
pub struct Report<'a> {
    /// The team.
    pub prepared: &'a PreparedTeam,
    /// Its plan.
    pub plan: &'a Plan,
    /// How many of it are at work through the horizon, everybody counted.
    pub coverage: &'a Coverage,
    /// Where to hire; `None` leaves the section out, as for a page that a team is sent.
    pub hiring: Option<Hiring<'a>>,
    /// What the page is called; `None` for the name of the roster's file, without folder and extension.
    pub title: Option<&'a str>,
    /// Where the roster comes from.
    pub context: Context<'a>,
}

/// Where to hire, for the section about it.
#[derive(Clone, Copy)]
pub struct Hiring<'a> {
    /// The team as somebody may be hired for it.
    pub opening: &'a Opening,
    /// The hours that regions are judged for.
    pub hours: &'a WeeklyHours,
    /// The regions, the best first.
    pub regions: &'a [Region],
    /// Names for regions.
    pub people_of: PeopleOf<'a>,
}

impl std::fmt::Debug for Hiring<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hiring").field("hours", &self.hours).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Report<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Report")
            .field("title", &self.title)
            .field("context", &self.context)
            .finish_non_exhaustive()
    }
}
