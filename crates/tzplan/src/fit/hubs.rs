//! Hubs of which one is enough: the opening that suits a candidate best.

use super::{Candidate, Opening};
use crate::team::Schedule;

/// Of several openings the one in which a candidate ranks best, by its place, with the candidate judged for
/// it: "US or EU hours" are two hubs, and overlap with one of them is enough. Ties: the earlier opening.
/// `None` where there is no opening.
///
/// # Complexity
///
/// That of judging the candidate for each opening.
///
/// ```
/// use tzplan::fit::{FitResult, Opening, best_of};
/// use tzplan::{Horizon, Member, Policy, PreparedTeam, Schedule, Team, WeeklyHours, Zone};
/// let zone = |id| Zone::iana(id).unwrap();
/// let horizon = Horizon::year("2026-11-23".parse().unwrap(), Zone::UTC).unwrap();
/// let hub = |name: &str, id| {
///     let mut team = Team::new();
///     team.add(Member::new(name, zone(id)));
///     Opening::new(&PreparedTeam::new(&team, horizon.clone()), &Policy::default())
/// };
/// let hubs = [hub("US", "America/New_York"), hub("EU", "Europe/Berlin")];
/// let lagos = Schedule::new(zone("Africa/Lagos"), WeeklyHours::default());
/// let (place, candidate) = best_of(&hubs, &lagos).unwrap();
/// assert_eq!((place, candidate.fit().result), (1, FitResult::Fits));
/// ```
pub fn best_of<'o>(openings: &'o [Opening], schedule: &Schedule) -> Option<(usize, Candidate<'o>)> {
    let judged = openings.iter().map(|opening| opening.candidate(schedule)).enumerate();
    let ranked = judged.map(|(place, candidate)| (candidate.rank(), place, candidate));
    // The first of equals is the least.
    let best = ranked.min_by(|(a, ..), (b, ..)| a.cmp(b));
    best.map(|(_, place, candidate)| (place, candidate))
}
