//! The members of each profile.

use super::prepared::PreparedTeam;
use super::profile::ProfileId;
use crate::team::MemberRef;

/// The members of each profile, in roster order: found once, so that a profile of a large team is not looked
/// for among everybody.
#[derive(Debug)]
pub(super) struct MembersByProfile {
    /// By profile: where its members begin; then where the last one's end.
    starts: Vec<u32>,
    /// Their places in the roster.
    members: Vec<u32>,
}

impl MembersByProfile {
    pub(super) fn of(prepared: &PreparedTeam) -> Self {
        let members = || prepared.team().members();
        let mut starts = vec![0; prepared.profiles().len() + 1];
        members().for_each(|member| starts[prepared.profile_of(member).index() + 1] += 1);
        for profile in 1..starts.len() {
            starts[profile] += starts[profile - 1];
        }
        let mut next = starts.clone();
        let mut sorted = vec![0; prepared.team().len()];
        for (place, member) in (0..).zip(members()) {
            let next = &mut next[prepared.profile_of(member).index()];
            sorted[*next as usize] = place;
            *next += 1;
        }
        Self { starts, members: sorted }
    }

    fn of_profile(&self, id: ProfileId) -> &[u32] {
        let ends = self.starts.get(id.index()).zip(self.starts.get(id.index() + 1));
        ends.map_or(&[], |(start, end)| &self.members[*start as usize..*end as usize])
    }
}

impl PreparedTeam {
    /// The members of a profile, required or not, in roster order.
    ///
    /// # Complexity
    ///
    /// Linear in them, after one look at each member of the team.
    ///
    /// ```
    /// use tzplan::{Horizon, Member, MemberRef, PreparedTeam, Team, Zone};
    /// let mut team = Team::new();
    /// for (name, zone) in [("Ben", "Europe/Berlin"), ("Nia", "America/New_York"), ("Paul", "Europe/Paris")] {
    ///     team.add(Member::new(name, Zone::iana(zone).unwrap()));
    /// }
    /// let year = Horizon::year("2026-11-23".parse().unwrap(), Zone::UTC).unwrap();
    /// let prepared = PreparedTeam::new(&team, year);
    /// let berlin = prepared.profile_of_schedule(0);
    /// assert_eq!(prepared.members_of(berlin).map(MemberRef::name).collect::<Vec<_>>(), ["Ben", "Paul"]);
    /// ```
    pub fn members_of(&self, id: ProfileId) -> impl Iterator<Item = MemberRef<'_>> {
        let members = self.members_by_profile().of_profile(id).iter();
        members.filter_map(|member| self.team().member(*member as usize))
    }

    /// The required members of a profile, in roster order. Complexity: that of
    /// [`members_of`](Self::members_of).
    pub fn required_members_of(&self, id: ProfileId) -> impl Iterator<Item = MemberRef<'_>> {
        self.members_of(id).filter(|member| self.is_required(*member))
    }
}
