//! Hand-offs: who goes on when somebody's day ends.

use crate::interval::IntervalSet;
use crate::minutes::{Minutes, WeekMinute};
use crate::season::{PreparedTeam, ProfileId, Season, circular_windows};

/// Work passed on: the end of one member's stretch that is the start of another's, or inside it.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Handoff {
    /// Whose stretch ends.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::output::alone"))]
    pub from: ProfileId,
    /// Who goes on.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::output::alone"))]
    pub to: ProfileId,
    /// The ends, on the circular UTC week, in order.
    #[cfg_attr(feature = "serde", serde(rename = "ends_at"))]
    pub at: Vec<WeekMinute>,
    /// Minutes a week in which both of them are at work.
    pub shared_minutes_per_week: Minutes,
}

/// The hand-offs of an ordinary week in a season between profiles of required members, by who hands over,
/// then by who takes over, in roster order.
///
/// # Complexity
///
/// Quadratic in the profiles.
pub fn handoffs(prepared: &PreparedTeam, season: &Season) -> Vec<Handoff> {
    handoffs_between(prepared.required(), |profile| prepared.week(profile, season).pattern())
}

/// The hand-offs between profiles who are at work in these minutes of the circular week.
pub(crate) fn handoffs_between<'w>(
    profiles: &[ProfileId],
    at_work: impl Fn(ProfileId) -> &'w IntervalSet<WeekMinute>,
) -> Vec<Handoff> {
    let mut handoffs = Vec::new();
    for &from in profiles {
        let leaving = at_work(from);
        let ends: Vec<WeekMinute> = circular_windows(leaving)
            .iter()
            .filter(|(_, length)| length.get() < crate::minutes::WEEK as u32)
            .map(|(start, length)| {
                WeekMinute(((u32::from(start.0) + length.get()) % crate::minutes::WEEK as u32) as u16)
            })
            .collect();
        for &to in profiles.iter().filter(|to| **to != from) {
            let staying = at_work(to);
            let mut at: Vec<_> = ends.iter().copied().filter(|end| staying.contains(*end)).collect();
            if at.is_empty() {
                continue;
            }
            at.sort_unstable();
            let shared_minutes_per_week = leaving.intersection(staying).total();
            handoffs.push(Handoff { from, to, at, shared_minutes_per_week });
        }
    }
    handoffs
}
