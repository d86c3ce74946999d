//! Which shifts may be asked of a person's day as a favour.

use crate::policy::Policy;
use crate::season::Week;

/// The affordable shifts of a week, counted from its stated hours.
///
/// A shift is affordable when it is no longer than `max_shift` and on every workday the minutes of the moved
/// span outside the `reasonable` local hours do not exceed that day's before. No shift always is.
#[derive(Clone, Debug)]
pub(crate) struct Affordable {
    step: i32,
    /// For `-max ..= max` steps.
    by_steps: Vec<bool>,
}

impl Affordable {
    pub(crate) fn of(stated: &Week, policy: &Policy) -> Self {
        let (step, most) = (policy.step().get() as i32, policy.max_steps());
        let within = |by: i32| {
            let starts = stated.spans().iter().map(move |span| (span.local_start + by, span.length));
            starts.map(|(start, length)| policy.reasonable().minutes_within(start, start + length))
        };
        // A span keeps its length: less inside is more outside.
        let affordable =
            |steps: i32| within(steps * step).zip(within(0)).all(|(moved, before)| moved >= before);
        Self { step, by_steps: (-most..=most).map(affordable).collect() }
    }

    /// Whether so many minutes in all are affordable.
    pub(crate) fn allows(&self, minutes: i32) -> bool {
        let most = self.by_steps.len() as i32 / 2;
        let steps = minutes / self.step;
        minutes % self.step == 0 && steps.abs() <= most && self.by_steps[(steps + most) as usize]
    }

    /// The affordable shifts other than none, least first, later before earlier.
    pub(crate) fn moves(&self) -> impl Iterator<Item = i32> {
        let most = self.by_steps.len() as i32 / 2;
        let both_ways = (1..=most).flat_map(|steps| [steps, -steps]).map(|steps| steps * self.step);
        both_ways.filter(|minutes| self.allows(*minutes))
    }
}
