//! The page of a plan.

mod day;
pub(crate) mod evidence;
mod facts;
mod night;
pub(crate) mod seasons;
pub(crate) mod shifts;
mod stays;
pub(crate) mod steps;
pub(crate) mod summary;
pub(crate) mod trap;
mod year;

use std::io;

use tzplan::{Model, SeasonPlan};

use super::PlanDocument;
use crate::pairs::text::overview;
use crate::plan::view::View;
use crate::pods::rows;
use crate::text::{Page, head};
use crate::words::dates;
use crate::words::ink::{Ink, Text};
use crate::words::people::bars;
use day::Day;
pub(super) use year::print as print_year;

/// The most bars drawn.
const MOST_BARS: usize = 12;
/// The most seasons listed.
const MOST_SEASONS: usize = 12;

pub(super) fn print(document: &PlanDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let PlanDocument { prepared, plan, days_off, stays, context } = document;
    let view = View::of(prepared, plan, page.names());
    head::print(page, prepared, *context)?;
    page.blank()?;
    if prepared.team().is_empty() {
        return page.line(&Text::from("Nobody is on the team: there is nothing to plan."));
    }
    head::verdict(page, &summary::heading(&view), plan.policy().target())?;
    for sentence in summary::sentences(&view) {
        page.paragraph(2, &sentence)?;
    }
    steps::print(page, &view)?;
    day(page, &view)?;
    if prepared.required_members() > 1 {
        shared(page, &view)?;
    }
    shifts::print(page, &view)?;
    trap::print(page, &view)?;
    if let Some(pods) = &plan.verdict().pods {
        page.heading("Pods")?;
        rows::print(page, prepared, pods, plan.pod_years(), &plan.verdict().bridges)?;
    }
    evidence::print(page, &view, days_off, stays)
}

/// What everyone shares by season; where that is nothing all year, what they share in pairs.
fn shared(page: &mut Page<'_>, view: &View<'_>) -> io::Result<()> {
    let nothing = view.plan.seasons().all(|season| season.overlap.windows.is_empty());
    let (required, policy) = (view.prepared.required(), view.plan.policy());
    if nothing
        && (3..=MOST_BARS).contains(&required.len())
        && overview(view.prepared, required, policy, page)?
    {
        return Ok(());
    }
    seasons::print(page, view, MOST_SEASONS)
}

/// The bars of the season that decides: the one short of the target for longest, else the longest.
fn day(page: &mut Page<'_>, view: &View<'_>) -> io::Result<()> {
    let Some(season) = shown_season(view) else { return Ok(()) };
    let clock = view.home.most(&season.season);
    let (rows, left) = bars(view.prepared, MOST_BARS);
    page.heading(&format!(
        "The day {} in {}; own hours at the right",
        view.dates.during(clock.first, clock.last),
        view.home.time(),
    ))?;
    let day =
        Day { prepared: view.prepared, season: season.season, ahead: clock.ahead, overlap: season.overlap };
    page.drawing(|page| day.print(page, &rows))?;
    if left.is_empty() {
        return Ok(());
    }
    let left_out = format!(
        "… and {}, {} (all in --format json)",
        dates::counted(left.len() as u64, "more profile", "more profiles"),
        dates::people(view.people.heads_of(left.iter().copied())),
    );
    page.line(&Text::new(Ink::Faint, format!("  {left_out}")))
}

fn shown_season<'v>(view: &View<'v>) -> Option<SeasonPlan<'v>> {
    let below = view.plan.verdict().model != Model::Overlap;
    let trap = view.plan.verdict().trap.as_ref().map(|trap| trap.season);
    let seasons: Vec<SeasonPlan<'v>> = view.plan.seasons().collect();
    if let Some(season) = trap.and_then(|trap| seasons.get(trap)) {
        return Some(*season);
    }
    // `max_by_key` takes the last of equals, hence from the end.
    let longest = |wanted: &dyn Fn(&SeasonPlan<'_>) -> bool| {
        seasons
            .iter()
            .rev()
            .filter(|season| wanted(season))
            .max_by_key(|season| season.season.days())
            .copied()
    };
    longest(&|season| below && !season.overlap.meets).or_else(|| longest(&|_| true))
}
