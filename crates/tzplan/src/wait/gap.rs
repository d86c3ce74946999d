//! Gaps: the times at which nobody answers.

use crate::interval::{Interval, IntervalSet};
use crate::minutes::UtcMinute;

/// A stretch without anybody who answers, up to the answer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gap {
    pub(super) from: UtcMinute,
    /// `None`: nobody ever answers.
    pub(super) answer: Option<UtcMinute>,
}

/// The gaps that begin in a range, of answerers who are looked at from its start on.
pub(super) fn gaps(
    answering: &IntervalSet<UtcMinute>,
    range: Interval<UtcMinute>,
) -> impl Iterator<Item = Gap> {
    let ends = answering.iter().map(Interval::end);
    let answers = answering.iter().map(|work| Some(work.start())).chain([None]);
    std::iter::once(range.start())
        .chain(ends)
        .zip(answers)
        .map(|(from, answer)| Gap { from, answer })
        .take_while(move |gap| gap.from < range.end())
        .filter(|gap| gap.answer != Some(gap.from))
}

/// Somebody's own work, walked through from gap to gap.
#[derive(Debug)]
pub(super) struct OwnWork<'a> {
    stretches: &'a [Interval<UtcMinute>],
}

impl<'a> OwnWork<'a> {
    pub(super) fn new(work: &'a IntervalSet<UtcMinute>) -> Self {
        Self { stretches: work.as_slice() }
    }

    /// The stretches of work within `[from, to)`. Each call goes on where the last one stopped: `from` never
    /// goes back.
    pub(super) fn within(
        &mut self,
        from: UtcMinute,
        to: UtcMinute,
    ) -> impl Iterator<Item = Interval<UtcMinute>> + use<'a> {
        let passed = self.stretches.iter().take_while(|stretch| stretch.end() <= from).count();
        self.stretches = &self.stretches[passed..];
        let ahead = self.stretches.iter().take_while(move |stretch| stretch.start() < to);
        ahead.filter_map(move |stretch| Interval::new(stretch.start().max(from), stretch.end().min(to)))
    }
}
