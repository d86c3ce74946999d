//! Who a profile stands for, and the list of members.

use serde::ser::{Serialize, Serializer};
use tzplan::{MemberRef, PreparedTeam, ProfileId};

/// The required members of each profile, in roster order. Built with one look at each member.
pub(crate) struct Who<'t> {
    prepared: &'t PreparedTeam,
    /// Places in the roster, profile after profile.
    members: Vec<u32>,
    /// Where each profile's members start; one more entry than profiles.
    starts: Vec<usize>,
}

impl<'t> Who<'t> {
    pub(crate) fn new(prepared: &'t PreparedTeam) -> Self {
        let mut starts = vec![0; prepared.profiles().len() + 1];
        for (place, profile) in prepared.profiles().iter().enumerate() {
            starts[place + 1] = starts[place] + profile.required() as usize;
        }
        let (mut next, mut members) = (starts.clone(), vec![0; starts[starts.len() - 1]]);
        for member in prepared.team().members().filter(|member| prepared.is_required(*member)) {
            let place = &mut next[prepared.profile_of(member).index()];
            members[*place] = member.index() as u32;
            *place += 1;
        }
        Self { prepared, members, starts }
    }

    fn places(&self, profile: ProfileId) -> &[u32] {
        &self.members[self.starts[profile.index()]..self.starts[profile.index() + 1]]
    }

    pub(crate) fn of(&self, profile: ProfileId) -> impl Iterator<Item = MemberRef<'t>> {
        self.places(profile).iter().filter_map(|place| self.prepared.team().member(*place as usize))
    }

    pub(crate) fn heads(&self, profile: ProfileId) -> u32 {
        self.prepared.profile(profile).required()
    }

    /// The name of a profile's first required member.
    pub(crate) fn first_name(&self, profile: ProfileId) -> &'t str {
        self.of(profile).next().map_or("", MemberRef::name)
    }

    /// What is known of profiles, for each of their required members in roster order; where there are too
    /// many, for the first of each profile, with how many they are.
    pub(crate) fn listed<'i, T>(
        &self,
        items: &'i [T],
        profile: impl Fn(&T) -> ProfileId,
        per: ListedPer,
    ) -> Vec<(&'t str, Option<u32>, &'i T)> {
        if per == ListedPer::Profile {
            let first = |item: &'i T| (self.first_name(profile(item)), Some(self.heads(profile(item))), item);
            return items.iter().map(first).collect();
        }
        let members = items.iter().flat_map(|item| self.of(profile(item)).map(move |member| (member, item)));
        let mut members: Vec<_> = members.collect();
        members.sort_unstable_by_key(|(member, _)| member.index());
        members.into_iter().map(|(member, item)| (member.name(), None, item)).collect()
    }

    /// Whether lists that repeat the roster, season by season or pod by pod, name members or profiles.
    pub(crate) fn listed_per(&self) -> ListedPer {
        if self.members.len() <= LISTED_PER_MEMBER_UP_TO { ListedPer::Member } else { ListedPer::Profile }
    }
}

/// Beyond this many required members, moves and bridges are listed once for each profile, with the number of
/// its members, instead of once for each member: every season would repeat the whole roster.
pub const LISTED_PER_MEMBER_UP_TO: usize = 10_000;

/// What an entry of a long list stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) enum ListedPer {
    /// Every member.
    Member,
    /// One member of each profile.
    Profile,
}

/// The names of groups of profiles, each in roster order, written as they are walked.
pub(crate) struct Names<'a> {
    pub(crate) who: &'a Who<'a>,
    pub(crate) groups: &'a [Vec<ProfileId>],
}

impl Serialize for Names<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.groups.iter().map(|profiles| GroupNames { who: self.who, profiles }))
    }
}

/// The names of some profiles, in roster order.
pub(crate) struct GroupNames<'a> {
    pub(crate) who: &'a Who<'a>,
    pub(crate) profiles: &'a [ProfileId],
}

impl Serialize for GroupNames<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members: Vec<u32> =
            self.profiles.iter().flat_map(|profile| self.who.places(*profile)).copied().collect();
        members.sort_unstable();
        let members = members.into_iter().filter_map(|place| self.who.prepared.team().member(place as usize));
        serializer.collect_seq(members.map(MemberRef::name))
    }
}
