//! Stand-ups: the best time of everyone and of each pod, or turns where none suits everybody.

use super::core_hours::Group;
use super::kept::Kept;
use super::{AgreementOptions, local};
use crate::clock::ClockTime;
use crate::meeting::{Choice, MeetingOptions, Meetings, Rotation, RotationOptions};
use crate::minutes::DAY;
use crate::policy::Policy;
use crate::season::{PreparedTeam, ProfileId};

/// A short meeting that recurs at a fixed time of the home clock, Monday to Friday or on those of these days
/// that are as good.
#[derive(Debug)]
#[non_exhaustive]
pub struct Standup {
    /// The pod whose it is; `None` for everyone's.
    pub pod: Option<usize>,
    /// The profiles of those who are to come, in roster order: everybody, optional members too, or the
    /// required members of a pod.
    pub profiles: Vec<ProfileId>,
    /// The first of the [choices](Meetings::choices), and the days on which it can be held; `None` where the
    /// horizon has no Monday to Friday.
    pub choice: Option<Choice>,
    /// What time it is for each profile, for each of [`Agreement::seasons`](super::Agreement::seasons).
    pub times: Vec<Vec<StandupTime>>,
    /// Turns, where no time is within the hours of everybody required all year: a slot for each of some
    /// weeks.
    pub rotation: Option<Rotation>,
    /// Those who are to come, held against every time, optional members after required ones; members of a pod
    /// are counted among themselves.
    pub meetings: Meetings,
}

/// What time a stand-up is for those with a profile.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct StandupTime {
    /// The profile.
    pub profile: ProfileId,
    /// The date on their clock less that on the home clock: −1, 0 or 1 days.
    pub days_later: i32,
    /// The time on their clock.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::output::text"))]
    pub time: ClockTime,
}

impl Standup {
    /// Whether its time is on a workday and within the hours of everybody required who is to come, all year.
    pub fn is_clean(&self) -> bool {
        self.choice.as_ref().is_some_and(|choice| choice.plan.is_clean())
    }
}

/// Everyone's, then that of each pod.
pub(super) fn standups(
    kept: &Kept,
    groups: &[Group],
    policy: &Policy,
    options: &AgreementOptions,
) -> Vec<Standup> {
    if !options.standups {
        return Vec::new();
    }
    let (prepared, several) = (&kept.prepared, kept.prepared.required_members() > 1);
    let everyone = several.then(|| standup(kept, (None, &kept.everybody), prepared, policy, options));
    let of_pod = |group: &Group| {
        let own = prepared.only(&group.profiles);
        (own.team().len() > 1).then(|| standup(kept, (group.pod, &group.profiles), &own, policy, options))
    };
    let pods = groups.iter().filter(|group| group.pod.is_some());
    everyone.into_iter().chain(pods.filter_map(of_pod)).collect()
}

fn standup(
    kept: &Kept,
    (pod, profiles): (Option<usize>, &[ProfileId]),
    group: &PreparedTeam,
    policy: &Policy,
    options: &AgreementOptions,
) -> Standup {
    let asked = MeetingOptions { duration: options.duration, ..Default::default() };
    let meetings = Meetings::new(group, policy, &asked);
    let ranked = meetings.ranked();
    let choice = meetings.choices(&ranked).into_iter().next();
    let clean = choice.as_ref().is_some_and(|choice| choice.plan.is_clean());
    let weeks = options.weeks.min(group.horizon().days() as usize / 7);
    let turns = RotationOptions { weeks, ..Default::default() };
    let rotation = if clean { None } else { meetings.rotation(&ranked, &turns) };
    let times = choice.as_ref().map(|choice| times(kept, profiles, choice)).unwrap_or_default();
    Standup { pod, profiles: profiles.to_vec(), choice, times, rotation, meetings }
}

fn times(kept: &Kept, profiles: &[ProfileId], choice: &Choice) -> Vec<Vec<StandupTime>> {
    let at = i32::from(choice.plan.slot.time.minutes());
    let of_season = |(place, season): (usize, &super::AgreedSeason)| {
        let own = |profile: &ProfileId| {
            let minute = at - season.home_minutes_ahead + kept.week(place, *profile).minutes_ahead();
            let (days_later, time) = (minute.div_euclid(DAY), local::time(minute));
            StandupTime { profile: *profile, days_later, time }
        };
        profiles.iter().map(own).collect()
    };
    kept.seasons.iter().enumerate().map(of_season).collect()
}
