//! Whose leaving lets the others meet the target: a lone move of anybody else cannot help.

use super::movers::Mover;
use crate::lineup::WeekClass;
use crate::minutes::Minutes;
use crate::season::Week;
use crate::target::Group;

/// For each mover, whether the others meet the target in a class without them.
///
/// # Complexity
///
/// Whoever is outside of a group that misses the target is ruled out by it: a look at everybody for each such
/// group, which are few, and for each mover in all of them.
pub(super) fn others_meet(class: &WeekClass<'_>, movers: &[Mover], target: Minutes) -> Vec<bool> {
    let mut slots_of = vec![0; class.crowds.len()];
    class.crowd_of.iter().for_each(|crowd| slots_of[*crowd] += 1);
    // Groups that miss the target, by crowds.
    let mut short: Vec<Vec<usize>> = Vec::new();
    let meet = |mover: &Mover| {
        let leaving =
            |crowd: usize| mover.slots.iter().filter(|slot| class.crowd_of[**slot] == crowd).count();
        let stays = |crowd: &usize| leaving(*crowd) < slots_of[*crowd];
        if short.iter().any(|crowds| crowds.iter().all(stays)) {
            return false;
        }
        let crowds: Vec<usize> = (0..class.crowds.len()).filter(stays).collect();
        let weeks: Vec<&Week> = crowds.iter().map(|crowd| class.crowds[*crowd].week()).collect();
        let found = Group::new(weeks.clone()).short_subgroup(target, |week| weeks[week].pattern(), |_| None);
        short.extend(found.iter().map(|found| found.iter().map(|week| crowds[*week]).collect()));
        found.is_none()
    };
    movers.iter().map(meet).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Policy;
    use crate::lineup::Lineup;
    use crate::lineup::random::{self, Draw};
    use crate::shift::plans::Plans;

    #[test]
    fn groups_that_miss_the_target_rule_out_no_one_else() {
        let (mut draw, policy) = (Draw(31), Policy::default());
        let mut seen = [0; 2];
        for round in 0..60 {
            let mut one = || if round % 3 == 0 { draw.anybody() } else { draw.neighbour() };
            let prepared = random::prepared((0..2 + round % 6).map(|_| one()).collect::<Vec<_>>());
            let lineup = Lineup::of(&prepared, &policy);
            let plans = Plans::of(&lineup);
            let movers = plans.candidates.movers();
            for class in &*lineup.classes {
                let found = others_meet(class, movers, lineup.target);
                for (mover, meet) in movers.iter().zip(found) {
                    let others = (0..lineup.slots.len()).filter(|slot| !mover.slots.contains(slot));
                    assert_eq!(meet, class.group_of(others).meets(lineup.target));
                    seen[usize::from(meet)] += 1;
                }
            }
        }
        assert!(seen.iter().all(|count| *count > 20), "{seen:?}");
    }
}
