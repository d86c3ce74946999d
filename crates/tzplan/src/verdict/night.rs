//! Night work: who works at night as stated, and what everyone would share without it.

use super::Model;
use crate::interval::IntervalSet;
use crate::lineup::{Lineup, WeekClass};
use crate::minutes::{Minutes, PerDay, WeekMinute};
use crate::season::ProfileId;
use crate::target::common;

/// What a team's hours ask of its members' nights.
///
/// ```
/// use tzplan::{Horizon, Member, Minutes, Model, Plan, Policy, PreparedTeam, Team, Zone};
/// let mut team = Team::new();
/// team.add(Member::new("Ada", Zone::iana("America/New_York").unwrap()));
/// team.add(Member::new("Joy", Zone::iana("Asia/Manila").unwrap()).hours("21-05".parse().unwrap()));
/// let horizon = Horizon::year("2026-11-23".parse().unwrap(), Zone::UTC).unwrap();
/// let plan = Plan::of(&PreparedTeam::new(&team, horizon), &Policy::default());
///
/// assert_eq!(plan.verdict().model, Model::Overlap);
/// let night = &plan.verdict().night;
/// assert_eq!(night.profiles[0].minutes_per_week, Minutes::hours(35)); // 22:00-05:00 on five days
/// assert!(night.is_shared() && night.carries_overlap);
/// assert_eq!(night.reasonable_year_min.to_string(), "0:00");
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct NightWork {
    /// The profiles whose required members work at night as stated, in roster order.
    #[cfg_attr(feature = "serde", serde(rename = "people"))]
    pub profiles: Vec<ProfileNight>,
    /// The least daily overlap of any season when everybody required keeps to the policy's reasonable hours;
    /// workdays count as stated.
    pub reasonable_year_min: PerDay,
    /// Whether the team's overlap rests on night work: under one of the two overlap verdicts some of what
    /// everyone shares is somebody's night, and in reasonable hours the year's minimum would fall below the
    /// target, or below what it is now where that is less.
    pub carries_overlap: bool,
}

/// The night work of each required member of a profile.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ProfileNight {
    /// The profile.
    pub profile: ProfileId,
    /// Minutes of work a week inside the policy's night, as stated, on the clock of the horizon's first day.
    pub minutes_per_week: Minutes,
    /// Minutes a week of what everyone required shares that are night for them: the most of any season.
    pub shared_minutes_per_week: Minutes,
}

impl NightWork {
    pub(super) fn of(lineup: &Lineup<'_>, model: Model, year_min: PerDay) -> Self {
        let shared: Vec<_> = lineup.classes.iter().map(|class| class.group().common()).collect();
        let profile_night = |slot: usize| {
            let profile = lineup.slots[slot].profile;
            let minutes_per_week = lineup.prepared.night_minutes_per_week(profile, &lineup.policy);
            (minutes_per_week > Minutes::ZERO).then(|| {
                let classes = lineup.classes.iter().zip(&shared);
                let at_night = classes.map(|(class, shared)| shared_at_night(lineup, class, slot, shared));
                let shared_minutes_per_week = at_night.max().unwrap_or_default();
                ProfileNight { profile, minutes_per_week, shared_minutes_per_week }
            })
        };
        let profiles = (0..lineup.slots.len()).filter_map(profile_night).collect();
        let least = |daily: &dyn Fn(&WeekClass<'_>) -> PerDay| {
            let all = lineup.classes.iter().map(daily);
            all.reduce(PerDay::min_value).expect("a horizon has at least one season")
        };
        let reasonable_year_min = least(&|class| within_reasonable(lineup, class));
        let needed = least(&|class| class.group().effective_target(lineup.target)).min_value(year_min);
        let mut night = Self { profiles, reasonable_year_min, carries_overlap: false };
        night.carries_overlap = lineup.heads() > 1
            && model <= Model::OverlapWithShifts
            && night.is_shared()
            && !reasonable_year_min.reaches(needed);
        night
    }

    /// Whether some of what everyone required shares is somebody's night.
    pub fn is_shared(&self) -> bool {
        self.profiles.iter().any(|one| one.shared_minutes_per_week > Minutes::ZERO)
    }
}

fn shared_at_night(
    lineup: &Lineup<'_>,
    class: &WeekClass<'_>,
    slot: usize,
    shared: &IntervalSet<WeekMinute>,
) -> Minutes {
    if shared.is_empty() {
        return Minutes::ZERO;
    }
    let week = class.crowds[class.crowd_of[slot]].week();
    week.pattern_within(lineup.policy.night()).intersection(shared).total()
}

/// The daily overlap of a class of seasons when everybody keeps to reasonable hours.
fn within_reasonable(lineup: &Lineup<'_>, class: &WeekClass<'_>) -> PerDay {
    let reasonable = lineup.policy.reasonable();
    let kept: Vec<_> = class.crowds.iter().map(|crowd| crowd.week().pattern_within(reasonable)).collect();
    let minutes_per_week = common(kept.iter()).total().get();
    PerDay { minutes_per_week, days: class.group().fewest_workdays() }
}
