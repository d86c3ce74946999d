//! A part of a prepared team.

use super::{PreparedTeam, ProfileId};
use crate::team::MemberRef;

impl PreparedTeam {
    /// The required members of some profiles alone, in roster order, over the same horizon: a group that
    /// meets by itself.
    ///
    /// # Complexity
    ///
    /// Linear in the members.
    ///
    /// # Panics
    ///
    /// When the team has no such profile.
    #[must_use]
    pub fn only(&self, profiles: &[ProfileId]) -> Self {
        let mut kept = vec![false; self.profiles().len()];
        profiles.iter().for_each(|profile| kept[profile.index()] = true);
        let is_kept =
            |member: MemberRef<'_>| self.is_required(member) && kept[self.profile_of(member).index()];
        Self::new(&self.team().filtered(is_kept), self.horizon().clone())
    }
}
