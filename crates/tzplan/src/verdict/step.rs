//! Next steps: what one change of one member makes of a team.

use super::Standing;
use crate::duration::Shift;
use crate::minutes::{Minutes, PerDay};
use crate::team::{MemberId, PostHours};

/// A change of one member that improves how the team stands.
///
/// ```
/// use tzplan::verdict::Step;
/// use tzplan::{Change, Horizon, Member, Model, Plan, Policy, PreparedTeam, Team, Zone};
/// let mut team = Team::new();
/// for (name, zone) in [("Ana", "America/Sao_Paulo"), ("Ben", "Europe/Berlin"), ("Chloé", "Europe/London")] {
///     team.add(Member::new(name, Zone::iana(zone).unwrap()));
/// }
/// let horizon = Horizon::year("2026-11-23".parse().unwrap(), Zone::UTC).unwrap();
/// let plan = |team: &Team| Plan::of(&PreparedTeam::new(team, horizon.clone()), &Policy::default());
///
/// let before = plan(&team);
/// let Step::Move { member, shift, reaches, .. } = &before.verdict().steps[0] else { panic!() };
/// // Ben an hour later.
/// assert_eq!((member.index(), shift.minutes(), reaches.model), (1, 60, Model::Overlap));
/// // What a step says is what a plan of the changed team says.
/// let changed = team.changed([Change::Shift { member: *member, by: *shift }]).unwrap();
/// assert_eq!(plan(&changed).verdict().standing, *reaches);
/// ```
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase", tag = "kind"))]
#[non_exhaustive]
pub enum Step {
    /// The member's day is moved all year by an affordable multiple of the policy's `step`.
    #[non_exhaustive]
    Move {
        /// Who.
        member: MemberId,
        /// By how much, and which way, from the stated hours: what [`Change::Shift`](crate::Change::Shift)
        /// takes.
        shift: Shift,
        /// The hours they would keep, one entry for each post.
        hours: PostHours,
        /// Minutes of moved work a week inside the policy's night, on the clock of the horizon's first day.
        night_minutes_per_week: Minutes,
        /// How the team stands then.
        reaches: Standing,
    },
    /// The member is made optional.
    #[non_exhaustive]
    Optional {
        /// Who.
        member: MemberId,
        /// What the others share at the least of the year.
        year_min: PerDay,
        /// How the team stands then.
        reaches: Standing,
    },
}

impl Step {
    /// Who it is about.
    pub fn member(&self) -> MemberId {
        match self {
            Self::Move { member, .. } | Self::Optional { member, .. } => *member,
        }
    }

    /// How the team stands then.
    pub fn reaches(&self) -> Standing {
        match self {
            Self::Move { reaches, .. } | Self::Optional { reaches, .. } => *reaches,
        }
    }
}
