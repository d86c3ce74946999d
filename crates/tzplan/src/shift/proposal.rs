//! What plans ask: the shift of every slot, what it costs, and the most that is asked of anybody.

use super::candidate::Origin;
use super::moves::PlanKind;
use super::plans::Plans;
use crate::minutes::Minutes;

/// A plan of a class of seasons.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Proposal {
    pub(crate) kind: PlanKind,
    pub(crate) affordable: bool,
    /// The sum of the squared shifts over members, in minutes².
    pub(crate) burden: u64,
    /// By slot, in minutes, on top of a move made already.
    pub(crate) shifts: Vec<i32>,
}

impl Proposal {
    /// The largest shift of anybody, in minutes.
    pub(crate) fn largest_shift(&self) -> u32 {
        self.shifts.iter().map(|shift| shift.unsigned_abs()).max().unwrap_or(0)
    }
}

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
        let affordable = self.candidates.affordances.all_in_class(class, shifts);
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
