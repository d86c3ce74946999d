//! Reach: the targets that a team can have.

use crate::lineup::Lineup;
use crate::minutes::{Minutes, PerDay};
use crate::shift::Plans;

/// The highest targets that a team can have: multiples of the policy's `step`, at most the largest average
/// day of anybody required in any season, and 24 hours; zero where not even one step can be had.
///
/// ```
/// use tzplan::{Horizon, Member, Minutes, Plan, Policy, PreparedTeam, Team, Zone};
/// let mut team = Team::new();
/// team.add(Member::new("Ben", Zone::iana("Europe/Berlin").unwrap()));
/// team.add(Member::new("Lea", Zone::iana("Europe/London").unwrap()));
/// let horizon = Horizon::year("2026-11-23".parse().unwrap(), Zone::UTC).unwrap();
/// let plan = Plan::of(&PreparedTeam::new(&team, horizon), &Policy::default());
/// let reach = plan.verdict().reach;
/// assert_eq!(reach.natural, Minutes::hours(7)); // nine to five in both, an hour apart
/// assert_eq!(reach.with_plans, Minutes::hours(8)); // half an hour of each
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Reach {
    /// The highest that is met naturally; of a team whose verdict is overlap, its headroom.
    pub natural: Minutes,
    /// The highest that is met naturally or with affordable plans, as overlap with shifts is; never below the
    /// other.
    pub with_plans: Minutes,
}

impl Reach {
    /// A higher target is never easier, so halving finds it.
    pub(super) fn of(lineup: &Lineup<'_>, plans: &Plans<'_>) -> Self {
        let natural = highest(lineup, Minutes::ZERO, Lineup::meets_naturally);
        let with_plans = highest(lineup, natural, |lineup| plans.with_target(lineup).overlap_with_shifts());
        Self { natural, with_plans }
    }
}

/// The highest target for which a test holds that holds for every lower one, too, and for the one known.
fn highest<'l>(lineup: &Lineup<'l>, known: Minutes, holds: impl Fn(&Lineup<'l>) -> bool) -> Minutes {
    let step = lineup.policy.step().get();
    let crowds = lineup.classes.iter().flat_map(|class| &class.crowds);
    let averages = crowds.filter_map(|crowd| crowd.week().average_day());
    // Posts on several clocks can make a day of more than 24 hours, which no target is.
    let largest = averages.map(PerDay::floor).max().unwrap_or_default().min(Minutes::hours(24));
    let (mut best, mut fails) = (known.get() / step, largest.get() / step + 1);
    while best + 1 < fails {
        let middle = best.midpoint(fails);
        if holds(&lineup.with_target(Minutes(middle * step))) { best = middle } else { fails = middle }
    }
    Minutes(best * step)
}

#[cfg(test)]
mod tests {
    use crate::{Horizon, Member, Minutes, Plan, Policy, PreparedTeam, Team, Zone};

    /// Mondays of 24 hours on UTC and on Kiritimati's clock, 14 hours ahead, are one day of 38 hours;
    /// Tuesdays likewise, which share 14 of them with it. No target is longer than a day, so none is looked
    /// for.
    #[test]
    fn no_target_is_longer_than_a_day() {
        let mut team = Team::new();
        for (name, hours) in [("Ana", "Mon 0-24"), ("Ben", "Tue 0-24")] {
            let zone = |id| Zone::iana(id).expect("a zone");
            let hours: crate::WeeklyHours = hours.parse().expect("hours");
            let member = Member::new(name, zone("UTC")).hours(hours.clone());
            team.add(member.also(zone("Pacific/Kiritimati"), hours));
        }
        let horizon = Horizon::year("2026-11-23".parse().expect("a date"), Zone::UTC).expect("a year");
        let plan = Plan::of(&PreparedTeam::new(&team, horizon), &Policy::default());
        let reach = plan.verdict().reach;
        assert_eq!(reach.natural, Minutes::hours(14));
        assert!(reach.with_plans <= Minutes::hours(24), "{reach:?}");
    }
}
