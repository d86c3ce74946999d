//! Bridges: members of another pod who share at least an hour a day with all of a pod.

use super::Pods;
use crate::interval::IntervalSet;
use crate::lineup::Lineup;
use crate::minutes::{Minutes, WeekMinute};
use crate::season::{ProfileId, Week, WholeHours};

/// Members of one pod who in every season share with another pod's common minutes at least 60 × the larger of
/// their own workdays and the pod's smallest. Isolated people are neither bridge nor bridged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Bridge {
    /// The profile of the members.
    pub profile: ProfileId,
    /// The place of the pod they reach.
    #[cfg_attr(feature = "serde", serde(rename = "pod"))]
    pub to_pod: usize,
}

/// Every bridge, by pod reached, then in roster order.
///
/// # Complexity
///
/// Pods × profiles × kinds of season, each a look at the hours that both have; an intersection where that
/// leaves it open.
pub(crate) fn bridges(lineup: &Lineup<'_>, pods: &Pods) -> Vec<Bridge> {
    let slots_of = lineup.slots_of_each(&pods.pods);
    let mut in_pods: Vec<(usize, usize)> = slots_of
        .iter()
        .enumerate()
        .flat_map(|(pod, slots)| slots.iter().map(move |slot| (*slot, pod)))
        .collect();
    in_pods.sort_unstable();
    let shared: Vec<Vec<Shared>> = slots_of.iter().map(|slots| shared(lineup, slots)).collect();
    let mut bridges: Vec<Vec<Bridge>> = vec![Vec::new(); shared.len()];
    for (slot, pod) in in_pods {
        let weeks: Vec<&Week> =
            lineup.classes.iter().map(|class| class.crowds[class.crowd_of[slot]].week()).collect();
        let profile = lineup.slots[slot].profile;
        for (to_pod, shared) in shared.iter().enumerate().filter(|(to_pod, _)| *to_pod != pod) {
            if is_reached_by(shared, &weeks) {
                bridges[to_pod].push(Bridge { profile, to_pod });
            }
        }
    }
    bridges.concat()
}

/// What a pod shares in the classes of seasons in which that is the same.
struct Shared {
    common: IntervalSet<WeekMinute>,
    hours: WholeHours,
    fewest_workdays: u32,
    /// In order.
    classes: Vec<usize>,
}

/// What the slots of a pod share through the year.
fn shared(lineup: &Lineup<'_>, slots: &[usize]) -> Vec<Shared> {
    let mut shared: Vec<Shared> = Vec::new();
    for (place, class) in lineup.classes.iter().enumerate() {
        let (common, fewest_workdays) = class.common_of(slots.iter().copied());
        let same = |one: &&mut Shared| one.common == common && one.fewest_workdays == fewest_workdays;
        match shared.iter_mut().find(same) {
            Some(known) => known.classes.push(place),
            None => {
                let hours = WholeHours::of(&common);
                shared.push(Shared { common, hours, fewest_workdays, classes: vec![place] });
            }
        }
    }
    shared
}

/// Whether somebody with these weeks, by class, shares an hour of every workday with a pod in every season.
fn is_reached_by(shared: &[Shared], weeks: &[&Week]) -> bool {
    shared.iter().all(|shared| {
        let mut before: Option<&Week> = None;
        shared.classes.iter().all(|class| {
            let week = weeks[*class];
            // Their week mostly is the one of the class before.
            let is_known = before.is_some_and(|before| std::ptr::eq(before, week));
            before = Some(week);
            is_known || shared.is_reached_in(week)
        })
    })
}

impl Shared {
    fn is_reached_in(&self, week: &Week) -> bool {
        let needed = Minutes(60 * week.workdays().max(self.fewest_workdays));
        let (least, most) = self.hours.shared(week.whole_hours());
        least >= needed || (most >= needed && self.common.shared_minutes(week.pattern()) >= needed)
    }
}
