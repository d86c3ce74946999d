//! Regions of one result: a heading, a table, and how many are not shown.

use std::io;

use tzplan::fit::FitResult;
use tzplan::regions::Region;

use super::columns::{LAYOUTS, Layout, MOST_PLACES, PLACES, Row, View, Where, table};
use crate::regions::Shown;
use crate::text::Page;
use crate::text::table::first_that_fits;
use crate::words::dates;
use crate::words::ink::{Ink, Text};
use crate::words::people::and;
use crate::words::places::{Inhabitants, Places};

/// Regions of one result.
pub(super) struct Band<'r> {
    pub(super) title: &'static str,
    pub(super) nowhere: &'static str,
    pub(super) result: FitResult,
    pub(super) regions: Vec<(&'r Region, &'r Inhabitants)>,
}

/// The most rows of a band where somebody fits, and of the other one.
const MOST_FITTING: usize = 40;
const MOST_ASYNC: usize = 8;
/// Smaller regions are shown only where all are: an island is seldom where one hires.
const POPULOUS: u64 = 500_000;
const INDENT: usize = 2;

/// Says whether its table has a column of what is shared.
pub(super) fn print_band(page: &mut Page<'_>, view: &View<'_>, band: &Band<'_>) -> io::Result<bool> {
    page.heading(band.title)?;
    if band.regions.is_empty() {
        page.line(&Text::from(format!("  {}", band.nowhere)))?;
        return Ok(false);
    }
    let mut shared = false;
    let (listed, small, left) = band.listed(view.shown);
    let rows = listed.iter().map(|(region, people)| {
        let country = people.country.as_ref().map(|(_, name)| &**name);
        let places =
            Places::of(&region.zones, &people.places, page.names()).in_country(country, page.names());
        Row { region, places, population: people.population }
    });
    let rows: Vec<Row<'_>> = rows.collect();
    if !rows.is_empty() {
        let room = |layout: Layout| match page.is_markdown() {
            true => MOST_PLACES,
            false => page.width().saturating_sub(table(view, &rows, layout, Where::Nowhere).width() + INDENT),
        };
        let beside = LAYOUTS.into_iter().find(|layout| room(*layout) >= PLACES);
        let table = match beside {
            Some(layout) => {
                shared = layout.shared;
                table(view, &rows, layout, Where::Column(room(layout).min(MOST_PLACES)))
            }
            None => {
                let above = Where::Above(page.width().saturating_sub(INDENT));
                let tables = LAYOUTS.map(|layout| table(view, &rows, layout, above));
                let fits = first_that_fits(page, &tables, INDENT);
                shared = LAYOUTS[fits].shared;
                tables[fits].clone()
            }
        };
        table.print(page, INDENT)?;
    }
    let more = |count: usize, one: &str, many: &str| dates::counted(count as u64, one, many);
    let mut not_shown = Vec::new();
    if left > 0 {
        not_shown.push(more(left, "more region", "more regions"));
    }
    if small > 0 {
        not_shown.push(more(small, "region", "regions") + " of fewer than 500,000 people");
    }
    if !not_shown.is_empty() {
        let text = format!("… and {} (--all shows all)", and(&not_shown));
        page.paragraph(INDENT, &Text::new(Ink::Faint, text))?;
    }
    Ok(shared)
}

impl<'r> Band<'r> {
    /// The regions on the page, how many are not because few live there, and how many others are not.
    fn listed(&self, shown: Shown) -> (Vec<(&'r Region, &'r Inhabitants)>, usize, usize) {
        if shown == Shown::All {
            return (self.regions.clone(), 0, 0);
        }
        let mut listed: Vec<_> =
            self.regions.iter().copied().filter(|(_, people)| is_large(people)).collect();
        let (small, all) = (self.regions.len() - listed.len(), listed.len());
        let most = if self.result == FitResult::FitsAsync { MOST_ASYNC } else { MOST_FITTING };
        if all > most + 1 {
            listed.truncate(most);
        }
        let left = all - listed.len();
        (listed, small, left)
    }
}

/// Whether many live there; also where nobody knows.
pub(super) fn is_large(people: &Inhabitants) -> bool {
    people.population.is_none_or(|people| people >= POPULOUS)
}
