//! Who the profiles of an agreement stand for.

use tzplan::stays::{LongStay, long_stays};
use tzplan::{MemberId, MemberRef, PreparedTeam, ProfileId};

use crate::words::cost::member_name;
use crate::words::dates;
use crate::words::people::{MOST_BY_NAME, Names, and, place_of, stays};

/// Of a team of more people programs get one entry for each profile, named by its first member; lists of
/// lists of names would grow with the square.
pub(super) const NAMED_UP_TO: usize = 40;
/// Up to so many people of a line are named, in a document of a small team all; more are called by their
/// places, of which so many are.
const MOST_NAMES: usize = 6;
const MOST_PLACES: usize = 3;
/// Columns of a first name, and of a place.
const FIRST_NAME: usize = 24;
const PLACE: usize = 24;

/// The members of each profile, in roster order.
pub(crate) struct Roll<'t> {
    prepared: &'t PreparedTeam,
    of: Vec<Vec<MemberRef<'t>>>,
    names: Names,
    stays: Vec<LongStay>,
    people: &'t [MemberId],
    /// By member, the first name where it is nobody else's; empty where names are whole.
    first_names: Vec<Option<&'t str>>,
}

impl<'t> Roll<'t> {
    pub(crate) fn of(prepared: &'t PreparedTeam, names: Names) -> Self {
        let mut of = vec![Vec::new(); prepared.profiles().len()];
        for member in prepared.team().members() {
            of[prepared.profile_of(member).index()].push(member);
        }
        Self { prepared, of, names, stays: long_stays(prepared), people: &[], first_names: Vec::new() }
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

    /// The same for some people only: entries of programs' lists are theirs. Nobody is everybody.
    pub(super) fn of_people(self, people: &'t [MemberId]) -> Self {
        Self { people, ..self }
    }

    /// The same with people called by their first names, where these are one person's: in what one of them
    /// reads.
    pub(super) fn by_first_names(self) -> Self {
        let first =
            |member: MemberRef<'t>| member.name().split_whitespace().next().filter(|name| is_given(name));
        let of_all: Vec<Option<&str>> = self.prepared.team().members().map(first).collect();
        let is_unique = |name: &&str| of_all.iter().filter(|other| **other == Some(*name)).count() == 1;
        let first_names = of_all.iter().map(|name| name.filter(is_unique)).collect();
        Self { first_names, ..self }
    }

    /// Whether it is for everybody.
    pub(super) fn is_for_all(&self) -> bool {
        self.people.is_empty()
    }

    /// Whether it is for a member.
    pub(super) fn is_for(&self, member: MemberId) -> bool {
        self.people.is_empty() || self.people.contains(&member)
    }

    /// Entries of a list for programs, of those of some members for whom it is: each by name, or the first
    /// with how many they are.
    pub(super) fn keyed(&self, members: &[MemberRef<'t>]) -> Vec<(MemberRef<'t>, Option<u32>)> {
        if self.people.is_empty() {
            return self.named(members);
        }
        let own = members.iter().filter(|member| self.is_for(member.id()));
        own.map(|member| (*member, None)).collect()
    }

    /// A name for each of some members, or the first with how many they are.
    pub(super) fn named(&self, members: &[MemberRef<'t>]) -> Vec<(MemberRef<'t>, Option<u32>)> {
        if self.prepared.team().len() <= NAMED_UP_TO {
            return members.iter().map(|member| (*member, None)).collect();
        }
        members.iter().take(1).map(|member| (*member, Some(members.len() as u32))).collect()
    }

    /// The names of everybody of some profiles but one member, in roster order, for programs.
    pub(super) fn raw(&self, profiles: &[ProfileId], but: Option<MemberRef<'t>>) -> Vec<&'t str> {
        let of_each = profiles.iter().flat_map(|profile| self.named(self.members(*profile)));
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
        match self.first_names.get(member.index()).copied().flatten() {
            Some(first) => Names::Cut.fit(first, FIRST_NAME),
            None => self.full_name(member),
        }
    }

    /// The same in full.
    pub(super) fn full_name(&self, member: MemberRef<'t>) -> String {
        // As long as anywhere: in a document, too, a name stands in many lines.
        member_name(member, Names::Cut)
    }

    /// Some members: `Ana, Ben and Chloé`; many `12 people in Berlin and Paris`.
    pub(super) fn list(&self, members: &[MemberRef<'t>]) -> String {
        let all = self.names == Names::Whole && self.prepared.team().len() <= MOST_BY_NAME;
        if !all && members.len() > MOST_NAMES {
            return format!("{} in {}", dates::people(members.len()), self.places(members));
        }
        self.everybody(members)
    }

    /// Some members by name, however many.
    pub(super) fn everybody(&self, members: &[MemberRef<'t>]) -> String {
        and(&members.iter().map(|member| self.name(*member)).collect::<Vec<_>>())
    }

    /// Everybody of some profiles but one member, in roster order; nobody: empty.
    pub(super) fn list_but(&self, profiles: &[ProfileId], but: MemberRef<'t>) -> String {
        let all = profiles.iter().flat_map(|profile| self.members(*profile)).copied();
        self.list(&in_order(all.filter(|member| member.id() != but.id())))
    }

    /// The same of required members; of an optional profile all.
    pub(super) fn counting_but(&self, profiles: &[ProfileId], but: MemberRef<'t>) -> String {
        let all = profiles.iter().flat_map(|profile| self.counting(*profile));
        self.list(&in_order(all.filter(|member| member.id() != but.id())))
    }

    /// Everybody of some profiles, in roster order.
    pub(super) fn list_of(&self, profiles: &[ProfileId]) -> String {
        self.list(&in_order(profiles.iter().flat_map(|profile| self.members(*profile)).copied()))
    }

    /// The required members of some profiles, in roster order; of an optional profile all.
    pub(super) fn counting_of(&self, profiles: &[ProfileId]) -> String {
        self.list(&in_order(profiles.iter().flat_map(|profile| self.counting(*profile))))
    }

    /// The places of everybody of some profiles, in roster order: `Stockholm, Gothenburg`.
    pub(super) fn places_of(&self, profiles: &[ProfileId]) -> String {
        self.places(&in_order(profiles.iter().flat_map(|profile| self.members(*profile)).copied()))
    }

    pub(super) fn places(&self, members: &[MemberRef<'t>]) -> String {
        let mut places: Vec<String> = Vec::new();
        let place = |member: &MemberRef<'t>| {
            let place = self.names.fit(&place_of(*member), PLACE);
            stays::with_stays(self.prepared, &self.stays, *member, place)
        };
        for place in members.iter().map(place) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        if places.len() > MOST_PLACES + 1 {
            places.truncate(MOST_PLACES);
            places.push("elsewhere".to_owned());
        }
        and(&places)
    }
}

/// Whether the first word of a name may stand for it: a word of letters, no title and no family name before a
/// comma.
fn is_given(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(|one| one.is_alphabetic() || one == '-' || one == '\'')
}

fn in_order<'t>(members: impl Iterator<Item = MemberRef<'t>>) -> Vec<MemberRef<'t>> {
    let mut members: Vec<_> = members.collect();
    members.sort_unstable_by_key(|member| member.index());
    members
}
