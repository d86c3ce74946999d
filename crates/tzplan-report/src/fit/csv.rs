//! Whether one candidate fits.

use std::collections::HashMap;
use std::io;

use tzplan::Season;
use tzplan::fit::Candidate;

use crate::csv::cell::inert;
use crate::csv::rows::{Rows, daily, optional, yes_no};

const HEADER: [&str; 13] = [
    "teammate",
    "required",
    "first",
    "last",
    "overlap_minutes_per_week",
    "workdays",
    "overlap_minutes_a_day",
    "target_minutes_a_day",
    "meets",
    "meets_all_year",
    "result",
    "shift_minutes",
    "team_model_after",
];

/// Writes a row for every teammate and season, with the answer in each: what the candidate shares at the hours stated,
/// rounded down a day, and whether that meets the target asked of the two, rounded up.
///
/// Required teammates are compared in the seasons of the team with the candidate, optional ones in the pair's own.
///
/// # Errors
///
/// Those of the writer.
pub fn fit(out: &mut dyn io::Write, candidate: &Candidate<'_>) -> io::Result<()> {
    let mut rows = Rows::new(out, &HEADER)?;
    let (fit, team_seasons) = (candidate.fit(), candidate.seasons());
    let prepared = candidate.opening().prepared();
    let mut known = HashMap::new();
    for member in prepared.team().members() {
        let (profile, required) = (prepared.profile_of(member), prepared.is_required(member));
        let pair = known.entry(profile).or_insert_with(|| candidate.pair(profile));
        let own: Vec<Season> = pair.seasons.iter().map(|(season, _)| *season).collect();
        for (season, shared) in pair.in_seasons(if required { &team_seasons } else { &own }) {
            let [weekly, workdays, a_day] = daily(shared.daily);
            rows.row([
                inert(member.name()).into_owned(),
                yes_no(required),
                season.first().to_string(),
                season.last().to_string(),
                weekly,
                workdays,
                a_day,
                shared.effective_target.ceil().get().to_string(),
                yes_no(shared.meets),
                yes_no(pair.meets),
                fit.result.to_string(),
                optional(fit.shift.as_ref().map(|moved| moved.shift)),
                fit.team_after.to_string(),
            ])?;
        }
    }
    rows.finish()
}
