//! Where in the world to hire.

mod csv;
pub(crate) mod json;
pub(crate) mod text;

use std::io;

use tzplan::WeeklyHours;
use tzplan::fit::Opening;
use tzplan::regions::Region;

use crate::context::Context;
use crate::document::Document;
use crate::text::Page;
use crate::words::change::Change;
use crate::words::places::BestKnown;

/// Where in the world to hire somebody with these hours, in bands: naturally, with a shift, async.
#[derive(Clone, Debug)]
pub struct RegionsDocument<'a> {
    opening: &'a Opening,
    hours: &'a WeeklyHours,
    regions: Vec<NamedRegion<'a>>,
    context: Context<'a>,
}

/// A region and its best-known places, by population.
#[derive(Clone, Debug)]
struct NamedRegion<'a> {
    region: &'a Region,
    best_known: Vec<String>,
}

impl<'a> RegionsDocument<'a> {
    /// Of the regions judged for an opening, the best first.
    pub fn new(
        opening: &'a Opening,
        hours: &'a WeeklyHours,
        regions: &'a [Region],
        best_known: BestKnown<'_>,
        context: Context<'a>,
    ) -> Self {
        let named = |region: &'a Region| NamedRegion { region, best_known: best_known(&region.zones) };
        Self { opening, hours, regions: regions.iter().map(named).collect(), context }
    }
}

impl Document for RegionsDocument<'_> {
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
