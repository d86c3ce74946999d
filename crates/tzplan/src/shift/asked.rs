//! What plans ask: the shift of every slot, and the most that is asked of anybody.

use super::candidate::Origin;
use super::plans::Plans;
use super::proposal::{PlanKind, Proposal};
use crate::minutes::Minutes;

impl Plans<'_> {
    /// By slot: the largest shift that the affordable plans of single seasons ask of it, in minutes from the
    /// stated hours; 0 of those whom none moves. They count under *overlap with shifts*.
    pub(crate) fn asked(&self) -> Vec<i32> {
        let mut asked = vec![0; self.lineup.slots.len()];
        for plan in (0..self.classes.len()).filter_map(|class| self.favour(class)) {
            for ((most, shift), slot) in asked.iter_mut().zip(&plan.shifts).zip(&self.lineup.slots) {
                if *shift != 0 {
                    *most = (slot.moved + shift).abs().max(*most);
                }
            }
        }
        asked
    }

    /// The plan that some shifts are in a class.
    pub(super) fn proposal(&self, class: usize, origin: Origin, shifts: &[i32]) -> Proposal {
        let affordable = self.candidates.affordances().all_in_class(class, shifts);
        let shifts: Vec<i32> = shifts.iter().map(|steps| steps * self.step).collect();
        let squares =
            self.lineup.slots.iter().zip(&shifts).map(|(slot, shift)| {
                u64::from(shift.unsigned_abs()).pow(2).saturating_mul(slot.heads.into())
            });
        let kind = match origin {
            Origin::Alone { .. } => PlanKind::Alone,
            Origin::Window { length, start, .. } => PlanKind::Window {
                start: Minutes(start as u32 * self.step as u32),
                length: Minutes(length as u32),
            },
        };
        Proposal { kind, affordable, burden: squares.fold(0, u64::saturating_add), shifts }
    }
}
