//! A team held against every slot.

use std::collections::HashMap;

use chrono::{Weekday, WeekdaySet};

use super::workday::Workdays;
use super::{Burden, Demand, MeetingOptions, Occurrence, Slot, SlotPlan};
use crate::availability::first_instant_reading;
use crate::horizon::Horizon;
use crate::interval::Interval;
use crate::minutes::{DAY, Minutes, UtcMinute, civil_date, day_number};
use crate::policy::Policy;
use crate::team::{Attendance, ScheduleId, Team};
use crate::zone::{MinutePiece, minute_pieces};

/// A team and a kind of meeting, ready for questions about any slot.
#[derive(Debug)]
pub struct Meetings<'t> {
    horizon: &'t Horizon,
    duration: i32,
    days: WeekdaySet,
    anchor: Vec<MinutePiece>,
    step: i32,
    /// The distinct schedules with their workdays, required heads and optional heads.
    pub(super) members: Vec<(ScheduleId, Workdays, u64, u64)>,
}

impl<'t> Meetings<'t> {
    /// Prepares a team for meetings over a horizon. Slots start on multiples of the policy's `step`.
    ///
    /// ```
    /// use tzplan::meeting::{MeetingOptions, Meetings};
    /// use tzplan::{Horizon, Member, Policy, Team, Zone};
    /// let mut team = Team::new();
    /// team.add(Member::new("Ben", Zone::iana("Europe/Berlin").unwrap()));
    /// team.add(Member::new("Nia", Zone::iana("America/New_York").unwrap()));
    /// let horizon = Horizon::year("2026-11-23".parse().unwrap(), Zone::iana("Europe/Berlin").unwrap()).unwrap();
    /// let meetings = Meetings::new(&team, &horizon, &Policy::default(), &MeetingOptions::default());
    /// let best = meetings.ranked()[0];
    /// // 15:00 to 17:00 in Berlin is 09:00 to 11:00 in New York, or from 10:00 while only the US have changed.
    /// assert!(best.is_clean());
    /// assert_eq!(best.slot.time, 15 * 60);
    /// assert_eq!(meetings.occurrences(best.slot).len(), 52);
    /// ```
    ///
    /// # Panics
    ///
    /// When the meeting lasts no time, or longer than 24 hours.
    pub fn new(team: &Team, horizon: &'t Horizon, policy: &Policy, options: &MeetingOptions) -> Self {
        let longest = Minutes(DAY as u32);
        assert!(
            (Minutes(1)..=longest).contains(&options.duration),
            "a meeting lasts 1 minute to 24 hours, not {}",
            options.duration
        );
        let all = team.all_count_as_required();
        let mut heads: HashMap<ScheduleId, (u64, u64)> = HashMap::new();
        for member in team.members() {
            let (required, optional) = heads.entry(member.schedule_id()).or_default();
            if all || member.attendance() != Attendance::Optional { *required += 1 } else { *optional += 1 }
        }
        let mut heads: Vec<_> = heads.into_iter().collect();
        heads.sort_unstable();
        let members = heads.into_iter().map(|(id, (required, optional))| {
            (id, Workdays::of(team.schedule(id), horizon), required, optional)
        });
        let around = Interval::new(
            UtcMinute((day_number(horizon.from()) - 3) * DAY),
            UtcMinute((day_number(horizon.to()) + 3) * DAY),
        );
        let anchor = options.anchor.as_ref().unwrap_or(horizon.home());
        Self {
            horizon,
            duration: options.duration.get() as i32,
            days: options.days,
            anchor: minute_pieces(anchor, around.expect("days in order")).collect(),
            step: policy.step().get() as i32,
            members: members.collect(),
        }
    }

    /// The planning range.
    pub fn horizon(&self) -> &'t Horizon {
        self.horizon
    }

    /// How long the meeting lasts.
    pub fn duration(&self) -> Minutes {
        Minutes(self.duration as u32)
    }

    /// The weekdays looked at.
    pub fn days(&self) -> WeekdaySet {
        self.days
    }

    /// Every slot, the best first: fewest occurrences missed by required members, then the least worst stretch,
    /// the least total, the same for optional ones, then by weekday and time.
    ///
    /// # Complexity
    ///
    /// Slots of the week × weeks × distinct schedules.
    pub fn ranked(&self) -> Vec<SlotPlan> {
        let slots = self.days.iter(Weekday::Mon).flat_map(|day| {
            (0..DAY).step_by(self.step as usize).map(move |time| Slot { day, time: time as u16 })
        });
        let mut plans: Vec<SlotPlan> = slots.map(|slot| self.plan(slot)).collect();
        // Stable: weekday and time among equals.
        plans.sort_by_key(|plan| (plan.required, plan.optional));
        plans
    }

    /// A slot with its costs.
    pub fn plan(&self, slot: Slot) -> SlotPlan {
        let (mut required, mut optional) = (Burden::default(), Burden::default());
        for Occurrence { start, end, .. } in self.occurrences(slot) {
            for (_, workdays, required_heads, optional_heads) in &self.members {
                let demand = workdays.demand(start.0, end.0);
                required.add(demand, *required_heads);
                optional.add(demand, *optional_heads);
            }
        }
        SlotPlan { slot, required, optional }
    }

    /// The occurrences of a slot: one for each date of the horizon with its weekday.
    pub fn occurrences(&self, slot: Slot) -> Vec<Occurrence> {
        let (from, to) = (day_number(self.horizon.from()), day_number(self.horizon.to()));
        let weekday = slot.day.num_days_from_monday() as i32;
        let first = from + (weekday - (from + 3)).rem_euclid(7);
        let mut piece = 0;
        let occurrence = |day: i32| {
            let wall = day * DAY + i32::from(slot.time);
            // Pieces whose clocks end before this date are behind every later one as well.
            while piece + 1 < self.anchor.len()
                && self.anchor[piece].end + self.anchor[piece].ahead <= day * DAY
            {
                piece += 1;
            }
            let start = first_instant_reading(self.anchor[piece..].iter().copied(), wall);
            Occurrence { date: civil_date(day), start, end: UtcMinute(start.0 + self.duration) }
        };
        (first..to).step_by(7).map(occurrence).collect()
    }

    /// What an occurrence asks of those with a schedule of the team; `None` when nobody has it.
    pub fn demand(&self, occurrence: &Occurrence, schedule: ScheduleId) -> Option<Demand> {
        let place = self.members.binary_search_by_key(&schedule, |(id, ..)| *id).ok()?;
        Some(self.members[place].1.demand(occurrence.start.0, occurrence.end.0))
    }
}
