//! How long a question may block whom.

use super::kept::Kept;
use crate::minutes::Minutes;
use crate::policy::Policy;
use crate::reply::{DatedProfile, Replies, Wait};
use crate::season::{PreparedTeam, ProfileId};
use crate::team::{MemberId, MemberRef};

/// Somebody works few hours who works at most this many fifths of what half of the team works or more: a
/// week of four days, or half days, beside whole ones.
const FEW_FIFTHS: u32 = 4;

/// How long questions block members whom no wait tells apart.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Blocked {
    /// They, in roster order; at least one.
    pub members: Vec<MemberId>,
    /// Asking whoever is at work first; `None` where they never work in the horizon.
    pub anybody: Option<Wait>,
    /// Asking the one person who keeps them waiting longest, by the 95th percentile first; `None` for
    /// somebody alone. Who works [few hours](FewHours) is looked at only where nobody else can be asked: it
    /// is their hours, not a delay.
    pub slowest: Option<Slowest>,
    /// Asking one of those who work [few hours](FewHours), in the order of these, themselves and who never
    /// answers left out.
    pub few_hours: Vec<Slowest>,
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

/// Members who work four fifths or less of the hours a week that half of the team works or more: whoever asks
/// one of them waits for their hours.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct FewHours {
    /// They, in roster order; at least one. No wait tells them apart.
    pub members: Vec<MemberId>,
    /// What each of them works in the first season.
    pub minutes_per_week: Minutes,
    /// How long the others wait who ask one of them, pooled; `None` where they never work in the horizon.
    pub wait: Option<Wait>,
    /// Whether more than 5% of those questions block the asker for longer than the policy's `reply_within`.
    pub is_over: bool,
}

pub(super) fn blocked(kept: &Kept, policy: &Policy) -> (Vec<Blocked>, Vec<FewHours>) {
    let replies = Replies::new(&kept.prepared);
    let profiles = replies.profiles(|_| true);
    let of_each = replies.of_each(|_| true);
    let few = Few::of(&kept.prepared);
    let slowest_of =
        |member: MemberId, wait: Wait| Slowest { member, wait, is_over: wait.is_over(policy.reply_within()) };
    let of_one = |asking: &DatedProfile| {
        let asker = asking.members[0];
        let others = || profiles.iter().filter(move |other| other.members[0] != asker);
        // Whoever has the same hours answers at once.
        let like_them = asking.members.len() > 1 && !few.is_few(asking.profile);
        let spare = like_them || others().any(|other| !few.is_few(other.profile));
        let asked = others().filter(|other| !(spare && few.is_few(other.profile)));
        let waits = asked.filter_map(|other| {
            Some(slowest_of(other.members[0], replies.between(asker, other.members[0])?))
        });
        let slowest =
            waits.reduce(|most, one| if one.wait.cmp_blocked(&most.wait).is_gt() { one } else { most });
        let who_work_few = profiles.iter().filter(|other| few.is_few(other.profile));
        let few_hours = who_work_few.filter_map(|other| {
            // Of several with the same hours one asks another.
            let asked = other.members.iter().copied().find(|member| *member != asker)?;
            Some(slowest_of(asked, replies.between(asker, asked)?))
        });
        let few_hours = few_hours.collect();
        Blocked { members: asking.members.clone(), anybody: of_each[asker.index()], slowest, few_hours }
    };
    let of_few = |asked: &DatedProfile| {
        let wait = replies.for_one(asked.members[0]);
        FewHours {
            members: asked.members.clone(),
            minutes_per_week: few.minutes(asked.profile),
            wait,
            is_over: wait.is_some_and(|wait| wait.is_over(policy.reply_within())),
        }
    };
    let with_few = profiles.iter().filter(|profile| few.is_few(profile.profile));
    (profiles.iter().map(of_one).collect(), with_few.map(of_few).collect())
}

/// Who works few hours.
struct Few {
    /// By profile, a week.
    minutes: Vec<u32>,
    /// Half of the members work as much or more.
    half_works: u32,
}

impl Few {
    fn of(prepared: &PreparedTeam) -> Self {
        let season = &prepared.seasons()[0];
        let profiles = 0..prepared.profiles().len();
        let minutes: Vec<u32> =
            profiles.map(|place| prepared.week(ProfileId(place as u32), season).minutes().get()).collect();
        let of = |member: MemberRef<'_>| minutes[prepared.profile_of(member).index()];
        let mut of_all: Vec<u32> = prepared.team().members().map(of).collect();
        of_all.sort_unstable_by(|one, other| other.cmp(one));
        let half_works = of_all.get(of_all.len().saturating_sub(1) / 2).copied().unwrap_or_default();
        Self { minutes, half_works }
    }

    fn is_few(&self, profile: ProfileId) -> bool {
        let minutes = self.minutes[profile.index()];
        minutes > 0 && minutes * 5 <= self.half_works * FEW_FIFTHS
    }

    fn minutes(&self, profile: ProfileId) -> Minutes {
        Minutes(self.minutes[profile.index()])
    }
}
