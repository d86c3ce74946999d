//! All slots in order, and the best weekly meeting, found without ranking every slot where one is clean.

use std::collections::HashSet;

use chrono::{Datelike, Days, Weekday, WeekdaySet};

use super::grid::Grid;
use super::meetings::ShortStays;
use super::{Choice, Meetings, Slot, SlotPlan};
use crate::clock::ClockTime;
use crate::dates::DateRange;
use crate::minutes::Minutes;

impl Meetings {
    /// Every slot, the best first. As if nobody were off or on a [short stay](crate::team::Stay::is_short):
    /// fewest occurrences without a quorum, then for required members the fewest on no workday, the fewest
    /// night minutes, the fewest unreasonable minutes, the least worst stretch, the least total stretch; then
    /// the fewest occurrences off; then the same for the others, then by date, weekday and time. So a holiday
    /// on two dates never outweighs fifty evenings. For a meeting that happens once a day off counts like no
    /// workday, and stays count.
    ///
    /// # Complexity
    ///
    /// Slots × distinct schedules × the kinds of dates that clocks and days off make of the occurrences.
    pub fn ranked(&self) -> Vec<SlotPlan> {
        let mut plans = Grid::new(self, self.days, self.options.duration).plans();
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
        let is_likely = |slot: &Slot| clean_once.contains(&(slot.day(), slot.time));
        let likely: Vec<Slot> = self.slots().filter(is_likely).collect();
        let mut ranked = Grid::around(self, &likely).plans();
        ranked.retain(|plan| is_likely(&plan.slot));
        if !ranked.iter().any(SlotPlan::is_clean) {
            return self.first_choices(&self.ranked(), 1).into_iter().next();
        }
        // A clean slot is clean in any week: the best of these is the best of all. In the order of the
        // ranking.
        ranked.sort_unstable_by_key(|plan| (plan.required, plan.optional, plan.slot));
        self.first_choices(&ranked, 1).into_iter().next()
    }

    fn is_weekly_for_all(&self) -> bool {
        self.options.once.is_none() && self.options.quorum.is_none()
    }

    /// The weekdays and times at which a meeting in a week in the middle of the horizon would be clean, were
    /// nobody off. None of a meeting that happens once or needs a quorum.
    fn clean_in_some_week(&self) -> HashSet<(Weekday, ClockTime)> {
        let horizon = self.prepared.horizon();
        // Whole, where the horizon has one: every weekday is in it.
        let first = horizon.from() + Days::new(u64::from(horizon.days().saturating_sub(7) / 2));
        let last = (first + Days::new(6)).min(horizon.to() - Days::new(1));
        let Some(week) = DateRange::new(first, last).ok().filter(|_| self.is_weekly_for_all()) else {
            return HashSet::new();
        };
        let mut options = self.options.clone();
        options.days = Some(WeekdaySet::ALL);
        options.once = Some(week);
        // It stands for every week: a short stay in it counts no more than in another.
        let once = Self::judging(&self.prepared, &self.policy, &options, ShortStays::Aside);
        let plans = Grid::new(&once, once.days, options.duration).plans();
        // A day off in this very week spoils nothing of a weekly meeting.
        let is_within_hours =
            |plan: &&SlotPlan| plan.required.no_workday == 0 && plan.required.worst == Minutes::ZERO;
        let clean = plans.iter().filter(is_within_hours).map(|plan| plan.slot);
        clean.map(|slot| (slot.date.map_or(slot.day(), |date| date.weekday()), slot.time)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::MeetingOptions;
    use crate::{Horizon, Member, Policy, PreparedTeam, Team, Zone};

    /// Somebody is off on each weekday once, on Monday in the week that is looked at first: all days are
    /// alike, and Monday is the first of them.
    #[test]
    fn a_day_off_in_the_middle_of_the_year_is_one_as_any_other() {
        let off = ["2027-05-31", "2027-02-02", "2027-02-10", "2027-02-18", "2027-02-26"];
        let off = off.map(|day| day.parse().expect("a date"));
        let mut team = Team::new();
        team.add(Member::new("Nia", Zone::iana("America/New_York").expect("a zone")).days_off(off));
        let home = Zone::iana("America/New_York").expect("a zone");
        let year = Horizon::year("2026-11-30".parse().expect("a date"), home).expect("a year");
        let options = MeetingOptions::default();
        let meetings = Meetings::new(&PreparedTeam::new(&team, year), &Policy::default(), &options);
        let best = meetings.best().expect("a time");
        let days: Vec<Weekday> = best.slots.iter().map(Slot::day).collect();
        assert_eq!(days, [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri]);
    }
}
