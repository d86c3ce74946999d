//! What is shared in a season, without the candidate and with them, and the coverage that they add.

use serde::Serialize;
use tzplan::fit::CoverageGained;
use tzplan::{Season, SeasonOverlap};

use crate::json::head::{Dates, Overlap};

/// A season of the team with the candidate.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "FitSeason"))]
pub(super) struct SeasonKeys {
    #[serde(flatten)]
    dates: Dates,
    /// How many dates those are.
    days: u32,
    /// What everyone required shares without the candidate.
    before: Overlap,
    /// The same with them.
    after: Overlap,
    /// What the season asks of the team with them a day, in minutes, rounded up.
    effective_target: u32,
    /// Whether the team meets the target with them.
    meets: bool,
}

/// Coverage gained in a season.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Gained"))]
pub(super) struct GainedKeys {
    #[serde(flatten)]
    dates: Dates,
    /// Minutes a week.
    minutes_per_week: u32,
}

pub(super) fn season_keys((season, before, after): &(Season, SeasonOverlap, SeasonOverlap)) -> SeasonKeys {
    SeasonKeys {
        dates: season.into(),
        days: season.days(),
        before: before.daily.into(),
        after: after.daily.into(),
        effective_target: after.effective_target.ceil().get(),
        meets: after.meets,
    }
}

pub(super) fn gained_keys(gained: &CoverageGained) -> GainedKeys {
    GainedKeys { dates: (&gained.season).into(), minutes_per_week: gained.minutes_per_week.get() }
}
