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
    /// The team as somebody may be hired for it.
    pub opening: &'a Opening,
    /// The hours that regions are judged for.
    pub hours: &'a WeeklyHours,
    /// Where to hire, the best first.
    pub regions: &'a [Region],
    /// Names for regions.
    pub people_of: PeopleOf<'a>,
    /// What the page is called; `None` for the usual title.
    pub title: Option<&'a str>,
    /// Where the roster comes from.
    pub context: Context<'a>,
}

impl std::fmt::Debug for Report<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Report")
            .field("title", &self.title)
            .field("context", &self.context)
            .finish_non_exhaustive()
    }
}
