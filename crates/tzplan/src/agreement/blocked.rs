//! How long a question may block whom.

use super::kept::Kept;
use crate::policy::Policy;
use crate::reply::{DatedProfile, Replies, Wait};
use crate::team::MemberId;

/// How long questions block members whom no wait tells apart.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Blocked {
    /// They, in roster order; at least one.
    pub members: Vec<MemberId>,
    /// Asking whoever is at work first; `None` where they never work in the horizon.
    pub anybody: Option<Wait>,
    /// Asking the one person who keeps them waiting longest; `None` for somebody alone.
    pub slowest: Option<Slowest>,
}

/// Whom somebody waits for longest.
#[derive(Clone, Copy, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Slowest {
    /// The first of those who are asked.
    pub member: MemberId,
    /// How long it takes them.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub wait: Wait,
    /// Whether more than 5% of the questions block the asker for longer than the policy's `reply_within`.
    #[cfg_attr(feature = "serde", serde(rename = "over"))]
    pub is_over: bool,
}

pub(super) fn blocked(kept: &Kept, policy: &Policy) -> Vec<Blocked> {
    let replies = Replies::new(&kept.prepared);
    let profiles = replies.profiles(|_| true);
    let of_each = replies.of_each(|_| true);
    let of_one = |asking: &DatedProfile| {
        let asker = asking.members[0];
        let others = profiles.iter().filter(|other| other.members[0] != asker);
        let waits = others.filter_map(|other| {
            let member = other.members[0];
            let wait = replies.between(asker, member)?;
            Some(Slowest { member, wait, is_over: wait.is_over(policy.reply_within()) })
        });
        let slowest =
            waits.reduce(|most, one| if one.wait.cmp_blocked(&most.wait).is_gt() { one } else { most });
        Blocked { members: asking.members.clone(), anybody: of_each[asker.index()], slowest }
    };
    profiles.iter().map(of_one).collect()
}
