//! A part of a prepared team.

use super::{PreparedTeam, ProfileId};
use crate::team::{Keep, MemberRef, Part, ScheduleId};

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
        self.parts(std::slice::from_ref(&profiles)).next().expect("a team for each group")
    }

    /// The same for each of some groups that have no profile in common, made one by one.
    ///
    /// # Complexity
    ///
    /// Linear in the members, whatever the groups.
    ///
    /// # Panics
    ///
    /// When the team has no such profile.
    pub fn parts<G: AsRef<[ProfileId]>>(&self, groups: &[G]) -> impl Iterator<Item = Self> {
        self.parts_keeping(groups, Keep::People).map(|(part, _)| part)
    }

    /// The same of members who have no names, each with the schedules of the whole by those of the part.
    pub(crate) fn heads_of_parts<G: AsRef<[ProfileId]>>(
        &self,
        groups: &[G],
    ) -> impl Iterator<Item = (Self, Vec<ScheduleId>)> {
        self.parts_keeping(groups, Keep::Heads)
    }

    fn parts_keeping<G: AsRef<[ProfileId]>>(
        &self,
        groups: &[G],
        keep: Keep,
    ) -> impl Iterator<Item = (Self, Vec<ScheduleId>)> {
        let mut group_of = vec![None; self.profiles().len()];
        for (place, group) in groups.iter().enumerate() {
            group.as_ref().iter().for_each(|profile| group_of[profile.index()] = Some(place));
        }
        let group = |member: MemberRef<'_>| {
            group_of[self.profile_of(member).index()].filter(|_| self.is_required(member))
        };
        let (parts, horizon) = (self.team().parts(&group, keep), self.horizon().clone());
        // Behind the last one with anybody in it.
        let empty = std::iter::repeat_n((), groups.len() - parts.len()).map(|()| Part::default());
        parts.chain(empty).map(move |part| (Self::new(&part.team, horizon.clone()), part.schedules))
    }
}
