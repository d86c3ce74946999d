//! All slots in order, and the best weekly meeting, found without ranking every slot where one is clean.

use std::collections::HashSet;

use chrono::{Datelike, Days, Weekday, WeekdaySet};

use super::grid::Grid;
use super::{Choice, Meetings, SlotPlan};
use crate::clock::ClockTime;
use crate::dates::DateRange;

impl Meetings {
    /// Every slot, the best first. As if nobody were off: fewest occurrences without a quorum, then for
    /// required members the fewest on no workday, the fewest night minutes, the fewest unreasonable minutes,
    /// the least worst stretch, the least total stretch; then the fewest occurrences off; then the same for
    /// the others, then by date, weekday and time. So a holiday on two dates never outweighs fifty evenings.
    /// For a meeting that happens once a day off counts like no workday.
    ///
    /// # Complexity
    ///
    /// Slots × distinct schedules × the kinds of dates that clocks and days off make of the occurrences.
    pub fn ranked(&self) -> Vec<SlotPlan> {
        let mut plans = Grid::new(self, self.options.days, self.options.duration).plans();
        plans.sort_unstable_by_key(SlotPlan::rank);
        plans
    }

    /// The first choice of the ranking; `None` where there is no slot.
    ///
    /// ```
    /// use tzplan::meeting::{MeetingOptions, Meetings};
    /// use tzplan::{Horizon, Member, Policy, PreparedTeam, Team, Zone};
    /// let mut team = Team::new();
    /// team.add(Member::new("Ben", Zone::iana("Europe/Berlin").unwrap()));
    /// team.add(Member::new("Nia", Zone::iana("America/New_York").unwrap()));
    /// let berlin = Zone::iana("Europe/Berlin").unwrap();
    /// let horizon = Horizon::year("2026-11-23".parse().unwrap(), berlin).unwrap();
    /// let (policy, options) = (Policy::default(), MeetingOptions::default());
    /// let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &policy, &options);
    /// assert_eq!(meetings.best().unwrap().plan.slot.time.to_string(), "15:00");
    /// ```
    ///
    /// # Complexity
    ///
    /// Slots × distinct schedules, and the occurrences of those that are clean in a week in the middle of the
    /// horizon. Where none is clean all year, that of the [ranking](Meetings::ranked).
    pub fn best(&self) -> Option<Choice> {
        let clean_once = self.clean_in_some_week();
        let likely = self.slots().filter(|slot| clean_once.contains(&(slot.day(), slot.time)));
        let mut ranked: Vec<SlotPlan> = likely.map(|slot| self.plan(slot)).collect();
        if !ranked.iter().any(SlotPlan::is_clean) {
            return self.choices(&self.ranked()).into_iter().next();
        }
        // A clean slot is clean in any week: the best of these is the best of all. In the order of the
        // ranking.
        ranked.sort_unstable_by_key(|plan| (plan.required, plan.optional, plan.slot));
        self.choices(&ranked).into_iter().next()
    }

    fn is_weekly_for_all(&self) -> bool {
        self.options.once.is_none() && self.options.quorum.is_none()
    }

    /// The weekdays and times at which a meeting in a week in the middle of the horizon is clean. None of a
    /// meeting that happens once or needs a quorum.
    fn clean_in_some_week(&self) -> HashSet<(Weekday, ClockTime)> {
        let horizon = self.prepared.horizon();
        // Whole, where the horizon has one: every weekday is in it.
        let first = horizon.from() + Days::new(u64::from(horizon.days().saturating_sub(7) / 2));
        let last = (first + Days::new(6)).min(horizon.to() - Days::new(1));
        let Some(week) = DateRange::new(first, last).ok().filter(|_| self.is_weekly_for_all()) else {
            return HashSet::new();
        };
        let mut options = self.options.clone();
        options.days = WeekdaySet::ALL;
        options.once = Some(week);
        let once = Self::new(&self.prepared, &self.policy, &options);
        let plans = Grid::new(&once, options.days, options.duration).plans();
        let clean = plans.iter().filter(|plan| plan.is_clean()).map(|plan| plan.slot);
        clean.map(|slot| (slot.date.map_or(slot.day(), |date| date.weekday()), slot.time)).collect()
    }
}
