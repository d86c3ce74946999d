//! People whom no wait tells apart: those of a profile who are off on the same days.

use tzplan::MemberRef;
use tzplan::reply::DatedProfile;

use super::{MOST_TOGETHER, People, and, dates, or};

/// The most names of somebody who is one of several.
const MOST_ONE_OF: usize = 3;

impl<'p> People<'p> {
    /// In a line of a table: `Ana and Ben`, `Max (optional)`, `Berlin, Paris 9–17 · 8 people`.
    pub(crate) fn dated(&self, dated: &DatedProfile) -> String {
        let those = self.counting(dated);
        if those.len() == self.heads(dated.profile) as usize {
            return self.entry(dated.profile);
        }
        let optional = those.iter().all(|member| !member.counts_as_required());
        let tail = if optional { " (optional)" } else { "" };
        if self.by_name() || those.len() <= MOST_TOGETHER {
            return and(&self.named(&those)) + tail;
        }
        format!("{} · {}{tail}", self.what_of(dated.profile), dates::people(those.len()))
    }

    /// One of them, in a sentence: `Ana or Ben`, `one of 8 people in Berlin (9–17)`.
    pub(crate) fn one_of(&self, dated: &DatedProfile) -> String {
        let those = self.counting(dated);
        match those.len() {
            few if few <= MOST_ONE_OF => or(&self.named(&those)),
            many => format!("one of {}", self.crowd(dated.profile, many)),
        }
    }

    fn named(&self, those: &[MemberRef<'_>]) -> Vec<String> {
        those.iter().map(|member| self.member(member.index())).collect()
    }

    /// The required ones, or all where none is.
    fn counting(&self, dated: &DatedProfile) -> Vec<MemberRef<'p>> {
        let team = self.prepared.team();
        let all: Vec<MemberRef<'p>> = dated.members.iter().filter_map(|id| team.member(*id)).collect();
        let required: Vec<_> =
            all.iter().copied().filter(|member| self.prepared.is_required(*member)).collect();
        if required.is_empty() { all } else { required }
    }
}
