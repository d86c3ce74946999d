//! Where in the world to hire.

mod csv;
pub(crate) mod json;
pub(crate) mod text;

use std::fmt;

use tzplan::fit::{Opening, SortBy};
use tzplan::regions::Region;
use tzplan::{WeeklyHours, Zone};

use crate::context::Context;
use crate::document::document;
use crate::words::places::{Inhabitants, PeopleOf};

/// Where in the world to hire somebody, in bands: naturally, with a shift, async.
#[derive(Clone, Debug)]
pub struct RegionsDocument<'a> {
    opening: &'a Opening,
    regions: Regions<'a>,
    /// In the order of `regions`.
    people: Vec<Inhabitants>,
    /// Names of the openings of which one is enough; empty where there is one.
    hubs: Vec<String>,
    context: Context<'a>,
}

/// Regions judged for an opening.
#[derive(Clone, Copy)]
pub struct Regions<'a> {
    /// The hours judged.
    pub hours: &'a WeeklyHours,
    /// The zone on whose clock they were read, where that is not the clock of each place.
    pub hours_on: Option<&'a Zone>,
    /// The regions, the first one first.
    pub regions: &'a [Region],
    /// By what they are sorted.
    pub sort: SortBy,
    /// Which of them a page shows.
    pub shown: Shown,
    /// Who lives where.
    pub people_of: PeopleOf<'a>,
}

/// Which regions a page shows; JSON and CSV have all.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Shown {
    /// The first ones of each result, of 500,000 people or more.
    #[default]
    Populous,
    /// All.
    All,
}

impl<'a> RegionsDocument<'a> {
    /// Of the regions judged for an opening.
    pub fn new(opening: &'a Opening, regions: Regions<'a>, context: Context<'a>) -> Self {
        let people = regions.regions.iter().map(|region| (regions.people_of)(&region.zones)).collect();
        Self { opening, regions, people, hubs: Vec::new(), context }
    }

    /// The same where one of several openings is enough: their names, in the order of
    /// [`Region::opening`]. The opening of the document is that of all of them.
    #[must_use]
    pub fn any_of(self, hubs: Vec<String>) -> Self {
        Self { hubs, ..self }
    }

    /// The name of the opening that suits a region best, where one of several is enough.
    fn hub(&self, region: &Region) -> Option<&str> {
        self.hubs.get(region.opening).map(String::as_str)
    }

    /// Each region with who lives there.
    fn named(&self) -> impl Iterator<Item = (&'a Region, &Inhabitants)> {
        self.regions.regions.iter().zip(&self.people)
    }
}

impl fmt::Debug for Regions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Regions").field("hours", self.hours).field("sort", &self.sort).finish()
    }
}

document!(RegionsDocument: text::print, json::write, csv::write);
