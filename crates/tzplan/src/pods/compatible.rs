//! Who can share a pod with whom.

use crate::lineup::Lineup;
use crate::minutes::PerDay;

/// Slots that form a pod.
pub(super) type PodSet = Vec<usize>;

/// Questions about pods of a lineup.
pub(super) struct Compatible<'l, 'a> {
    pub(super) lineup: &'l Lineup<'a>,
    fewest_workdays: u32,
}

impl<'l, 'a> Compatible<'l, 'a> {
    pub(super) fn new(lineup: &'l Lineup<'a>) -> Self {
        let crowds = lineup.classes.iter().flat_map(|class| &class.crowds);
        let fewest_workdays = crowds.map(|crowd| crowd.week().workdays()).min().unwrap_or(1).max(1);
        Self { lineup, fewest_workdays }
    }

    pub(super) fn heads(&self, pod: &[usize]) -> u32 {
        pod.iter().map(|slot| self.lineup.slots[*slot].heads).sum()
    }

    /// Whether a pod meets the target over the horizon. A pod that does keeps doing so when somebody leaves.
    pub(super) fn meets(&self, pod: &[usize]) -> bool {
        let target = self.lineup.target;
        self.lineup.all_but_grace(|class| class.group_of(pod.iter().copied()).meets(target))
    }

    /// The least daily overlap of any season.
    pub(super) fn year_min(&self, pod: &[usize]) -> PerDay {
        let seasons =
            self.lineup.classes.iter().map(|class| class.group_of(pod.iter().copied()).daily_overlap());
        seasons.reduce(PerDay::min_value).unwrap_or(PerDay { minutes_per_week: 0, days: 1 })
    }

    /// What the year-minimum of a pod cannot exceed, whoever joins it: the same common minutes over the
    /// fewest workdays of anybody.
    pub(super) fn year_min_at_most(&self, pod: &[usize]) -> PerDay {
        let classes = self.lineup.classes.iter();
        let common = classes.map(|class| class.group_of(pod.iter().copied()).common().total().get()).min();
        PerDay { minutes_per_week: common.unwrap_or(0), days: self.fewest_workdays }
    }

    /// A set of slots no two of which can share a pod, grown greedily: no partition has fewer pods.
    pub(super) fn apart(&self) -> PodSet {
        let mut apart = PodSet::new();
        for slot in 0..self.lineup.slots.len() {
            if apart.iter().all(|other| !self.meets(&[*other, slot])) {
                apart.push(slot);
            }
        }
        apart
    }
}
