//! Who waits longest for whom, asking in pairs.

use super::{Replies, Wait};
use crate::team::MemberId;

impl Replies {
    /// Who of some members is blocked longest by whom, asking in pairs: by the 95th percentile first, as
    /// [`Wait::cmp_blocked`] has it; the first of equals.
    pub fn slowest(&self, members: &[MemberId]) -> Option<(MemberId, MemberId, Wait)> {
        let waits = self.pairs(members);
        waits.reduce(|slowest, one| if one.2.cmp_blocked(&slowest.2).is_gt() { one } else { slowest })
    }

    /// Whose single question to whom of them blocks longest, however rare that is; the first of equals.
    pub fn longest(&self, members: &[MemberId]) -> Option<(MemberId, MemberId, Wait)> {
        let waits = self.pairs(members);
        waits.reduce(|longest, one| if one.2.cmp_worst(&longest.2).is_gt() { one } else { longest })
    }

    fn pairs<'a>(&'a self, members: &'a [MemberId]) -> impl Iterator<Item = (MemberId, MemberId, Wait)> + 'a {
        let pairs = members.iter().flat_map(move |from| members.iter().map(move |to| (*from, *to)));
        let pairs = pairs.filter(|(from, to)| from != to);
        pairs.filter_map(|(from, to)| Some((from, to, self.between(from, to)?)))
    }
}
