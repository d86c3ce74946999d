//! Who the profiles of an agreement stand for.

use tzplan::{MemberRef, PreparedTeam, ProfileId};

use crate::words::cost::member_name;
use crate::words::people::{Names, and};

/// Of a team of more people programs get one entry for each profile, named by its first member; lists of
/// lists of names would grow with the square.
pub(super) const NAMED_UP_TO: usize = 40;

/// The members of each profile, in roster order.
pub(crate) struct Roll<'t> {
    prepared: &'t PreparedTeam,
    of: Vec<Vec<MemberRef<'t>>>,
    names: Names,
}

impl<'t> Roll<'t> {
    pub(crate) fn of(prepared: &'t PreparedTeam, names: Names) -> Self {
        let mut of = vec![Vec::new(); prepared.profiles().len()];
        for member in prepared.team().members() {
            of[prepared.profile_of(member).index()].push(member);
        }
        Self { prepared, of, names }
    }

    /// Everybody of a profile.
    pub(super) fn members(&self, profile: ProfileId) -> &[MemberRef<'t>] {
        &self.of[profile.index()]
    }

    /// The required members of a profile; of an optional one all.
    pub(super) fn counting(&self, profile: ProfileId) -> Vec<MemberRef<'t>> {
        let all = self.members(profile).iter().copied();
        let required: Vec<_> = all.filter(|member| self.prepared.is_required(*member)).collect();
        if required.is_empty() { self.members(profile).to_vec() } else { required }
    }

    /// An entry of a list for programs: a name for each of some members, or the first with how many they are.
    pub(super) fn keyed(&self, members: &[MemberRef<'t>]) -> Vec<(MemberRef<'t>, Option<u32>)> {
        if self.prepared.team().len() <= NAMED_UP_TO {
            return members.iter().map(|member| (*member, None)).collect();
        }
        members.iter().take(1).map(|member| (*member, Some(members.len() as u32))).collect()
    }

    /// The names of everybody of some profiles but one member, in roster order, for programs.
    pub(super) fn raw(&self, profiles: &[ProfileId], but: Option<MemberRef<'t>>) -> Vec<&'t str> {
        let of_each = profiles.iter().flat_map(|profile| self.keyed(self.members(*profile)));
        let mut members: Vec<MemberRef<'t>> = of_each.map(|(member, _)| member).collect();
        members.retain(|member| but.is_none_or(|but| but.id() != member.id()));
        members.sort_unstable_by_key(|member| member.index());
        members.into_iter().map(MemberRef::name).collect()
    }

    /// How names are shown.
    pub(super) fn names(&self) -> Names {
        self.names
    }

    /// A member by name, clean.
    pub(super) fn name(&self, member: MemberRef<'t>) -> String {
        member_name(member, self.names)
    }

    /// Some members by name: `Ana, Ben and 3 more`.
    pub(super) fn list(&self, members: &[MemberRef<'t>], most: usize) -> String {
        let most = if self.names == Names::Whole { usize::MAX } else { most };
        let shown = if members.len() <= most.saturating_add(1) { members.len() } else { most };
        let mut names: Vec<String> = members[..shown].iter().map(|member| self.name(*member)).collect();
        if shown < members.len() {
            names.push(format!("{} more", members.len() - shown));
        }
        and(&names)
    }

    /// Everybody of some profiles by name, in roster order.
    pub(super) fn list_of(&self, profiles: &[ProfileId], most: usize) -> String {
        let mut members: Vec<_> =
            profiles.iter().flat_map(|profile| self.members(*profile)).copied().collect();
        members.sort_unstable_by_key(|member| member.index());
        self.list(&members, most)
    }
}
