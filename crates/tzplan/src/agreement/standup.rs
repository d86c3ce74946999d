//! Stand-ups: the best time of everyone and of each pod, turns where none suits everybody, and nothing where
//! every time asks too much of somebody.

use chrono::{Offset, TimeZone, WeekdaySet};

use super::core_hours::Group;
use super::kept::Kept;
use super::season::held;
use super::{AgreementOptions, local};
use crate::clock::ClockTime;
use crate::meeting::{Burden, Choice, MeetingOptions, Meetings, Rotation, RotationOptions, Slot, SlotPlan};
use crate::minutes::DAY;
use crate::policy::Policy;
use crate::season::{PreparedTeam, ProfileId};
use crate::team::ScheduleId;
use crate::zone::Zone;

/// A short meeting that recurs at a fixed time, on the common workdays of those who are to come or on those
/// of these days that are as good: everyone's on the home clock, a pod's on [a clock of the
/// pod](Meetings::of_part).
#[derive(Debug)]
#[non_exhaustive]
pub struct Standup {
    /// The pod whose it is; `None` for everyone's.
    pub pod: Option<usize>,
    /// The profiles of those who are to come, in roster order: everybody, optional members too, or the
    /// required members of a pod.
    pub profiles: Vec<ProfileId>,
    /// The first of the [choices](Meetings::choices) that asks nobody required for more than may be asked,
    /// and the days on which it can be held; `None` where there is none, and then nothing is proposed.
    pub choice: Option<Choice>,
    /// Where every time asks too much of somebody, the first of the choices, which says what it would cost.
    /// Nobody agrees to it. `None` beside a choice, and where the horizon has no such day.
    pub least_bad: Option<Choice>,
    /// What time it is for each profile, for each of [`Agreement::seasons`](super::Agreement::seasons): of
    /// the choice, else of the least bad. A season [without a date of it](super::AgreedSeason::has_any_of)
    /// has the times of the one before, or of the first with one.
    pub times: Vec<Vec<StandupTime>>,
    /// Turns, where the choice is not within the hours of everybody required all year: a slot for each of
    /// some weeks, none of which asks anybody for too much in any week of the horizon.
    pub rotation: Option<Rotation>,
    /// Those who are to come, held against every time, optional members after required ones; members of a pod
    /// are counted among themselves. A [short stay](crate::team::Stay::is_short) is an exception, like a day
    /// off: clocks are those of the place around it.
    pub meetings: Meetings,
}

/// What time a stand-up is for those with a profile.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct StandupTime {
    /// The profile.
    pub profile: ProfileId,
    /// The date on their clock less that on the clock it is kept on: −1, 0 or 1 days.
    pub days_later: i32,
    /// The time on their clock.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::output::text"))]
    pub time: ClockTime,
}

impl Standup {
    /// Turns, where taking them spares anybody: another slot in some week, and somebody whose day is made
    /// longer in some weeks only.
    pub fn in_turn(&self) -> Option<&Rotation> {
        let rotation = self.rotation.as_ref()?;
        let slot = rotation.weeks.first()?.slot;
        let at_times = rotation.weeks.iter().flat_map(|week| &week.asked).any(|(schedule, asked)| {
            let gives = !asked.is_within_hours() && !asked.is_missed() && self.is_required(*schedule);
            gives && rotation.always.iter().all(|always| always.schedule != *schedule)
        });
        (at_times && rotation.weeks.iter().any(|week| week.slot != slot)).then_some(rotation)
    }

    fn is_required(&self, schedule: ScheduleId) -> bool {
        let mut members = self.meetings.prepared().team().members();
        members.any(|member| member.schedule_id() == schedule && member.counts_as_required())
    }

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
    let settled = group.team().settled(group.horizon().dates());
    let settled = PreparedTeam::new(&settled, group.horizon().clone());
    let everyones = Meetings::new(&settled, policy, &asked);
    let meetings = if pod.is_some() { everyones.of_part(&settled) } else { everyones };
    let ranked = meetings.ranked();
    let may_be_asked: Vec<SlotPlan> =
        ranked.iter().filter(|plan| may_be_asked(plan, policy)).copied().collect();
    let first = |slots: &[SlotPlan]| meetings.first_choices(slots, 1).into_iter().next();
    let choice = first(&may_be_asked);
    let least_bad = if choice.is_none() { first(&ranked) } else { None };
    let clean = choice.as_ref().is_some_and(|choice| choice.plan.is_clean());
    let weeks = options.weeks.min(group.horizon().days() as usize / 7);
    let turns = RotationOptions { weeks, ..Default::default() };
    let rotation = if clean { None } else { meetings.rotation(&may_be_asked, &turns) };
    let told = choice.as_ref().or(least_bad.as_ref());
    let times = told.map(|choice| times(kept, profiles, choice, meetings.anchor())).unwrap_or_default();
    Standup { pod, profiles: profiles.to_vec(), choice, least_bad, times, rotation, meetings }
}

/// Whether a slot is on a workday of everybody required all year, asks none of them for a minute at night
/// beyond their own hours, and makes no day longer than the policy's `max_shift`.
fn may_be_asked(plan: &SlotPlan, policy: &Policy) -> bool {
    let Burden { no_workday, night, worst, .. } = plan.required;
    no_workday == 0 && night == 0 && worst <= policy.max_shift()
}

fn times(kept: &Kept, profiles: &[ProfileId], choice: &Choice, anchor: &Zone) -> Vec<Vec<StandupTime>> {
    let at = i32::from(choice.plan.slot.time.minutes());
    let days: WeekdaySet = choice.slots.iter().map(Slot::day).collect();
    let of_season = |place: usize| {
        // A pod's clock is that of somebody in it, which does not change within a season.
        let noon = kept.seasons[place].season.last().and_hms_opt(12, 0, 0).expect("a time");
        let anchor_ahead = anchor.offset_from_utc_datetime(&noon).fix().local_minus_utc().div_euclid(60);
        let own = |profile: &ProfileId| {
            let minute = at - anchor_ahead + kept.week(place, *profile).minutes_ahead();
            let (days_later, time) = (minute.div_euclid(DAY), local::time(minute));
            StandupTime { profile: *profile, days_later, time }
        };
        profiles.iter().map(own).collect()
    };
    let has = |place: usize| kept.seasons[place].has_any_of(days);
    held(kept.seasons.len(), has).into_iter().map(of_season).collect()
}
