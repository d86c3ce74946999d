//! One slot every week, in place of turns.

use chrono::Days;

use super::answer::SingleSlot;
use crate::meeting::{Asked, Burden, Meetings, Occurrence, RotationWeek, SlotPlan};
use crate::minutes::Minutes;
use crate::team::ScheduleId;

impl Meetings {
    /// What the best of some weekly slots asks in some weeks; of equals but for days off the first.
    pub(super) fn single(&self, slots: &[SlotPlan], weeks: usize) -> Option<SingleSlot> {
        let aside = |burden: Burden| Burden { off: 0, ..burden };
        let cost =
            |plan: &&SlotPlan| (plan.without_quorum, aside(plan.required), aside(plan.optional), plan.slot);
        let slot = slots.iter().filter(|plan| plan.slot.date.is_none()).min_by_key(cost)?.slot;
        let last = self.horizon().from() + Days::new(weeks as u64 * 7);
        let mut occurrences = self.occurrences(slot);
        occurrences.retain(|occurrence| occurrence.date < last);
        let mut single = SingleSlot {
            slot,
            no_workday: 0,
            off: 0,
            total: 0,
            total_night: 0,
            largest: 0,
            most: Vec::new(),
            at_night: Vec::new(),
        };
        for crowd in self.dated().iter().filter(|crowd| crowd.heads.turns > 0) {
            let asked = |occurrence: &Occurrence| crowd.asked(occurrence, &self.outside);
            let given = || occurrences.iter().map(asked).map(Asked::given);
            let [stretch, night]: [u64; 2] = [
                given().map(|given| u64::from(given.stretch.get())).sum(),
                given().map(|given| u64::from(given.night.get())).sum(),
            ];
            let count = |of: fn(&Asked) -> bool| given().filter(of).count() as u64 * crowd.heads.turns;
            single.no_workday += count(|given| given.no_workday);
            single.off += count(|given| given.off);
            single.total += stretch * crowd.heads.turns;
            single.total_night += night * crowd.heads.turns;
            if night > 0 {
                single.at_night.push(crowd.schedule);
            }
            if stretch > single.largest {
                (single.largest, single.most) = (stretch, Vec::new());
            }
            if stretch > 0 && stretch == single.largest {
                single.most.push(crowd.schedule);
            }
        }
        Some(single)
    }

    /// Which of those who take turns some week asks for night minutes.
    pub(super) fn at_night(&self, weeks: &[RotationWeek]) -> Vec<ScheduleId> {
        let turns = self.dated().iter().filter(|crowd| crowd.heads.turns > 0).map(|crowd| crowd.schedule);
        let awake = |schedule: &ScheduleId| {
            let asked = weeks.iter().filter_map(|week| week.asked_of(*schedule));
            asked.map(Asked::given).any(|given| given.night > Minutes::ZERO)
        };
        turns.filter(awake).collect()
    }
}
