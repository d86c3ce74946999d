//! Groups of a team: how each covers the hours, and the hand-offs between them.

use std::collections::HashMap;

use tzplan::coverage::{RelaySeason, Service, crews, follow_the_sun};
use tzplan::{MemberRef, PreparedTeam};

use super::staffing::Staffing;

/// What makes a group.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GroupBy {
    /// The team that members are marked with.
    Team,
    /// Their role.
    Role,
}

/// The groups of a team, in the order in which its members first name them.
#[derive(Debug)]
pub(super) struct Groups<'a> {
    pub(super) by: GroupBy,
    prepared: &'a PreparedTeam,
    service: &'a Service,
    names: Vec<&'a str>,
    places: HashMap<&'a str, usize>,
    /// The hand-offs between them, season by season.
    pub(super) relays: Vec<RelaySeason>,
}

/// A group by itself.
#[derive(Debug)]
pub(super) struct Group<'a> {
    pub(super) name: &'a str,
    pub(super) staffing: Staffing<'a>,
}

impl GroupBy {
    /// `team`, `role`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Team => "team",
            Self::Role => "role",
        }
    }

    fn label_of(self, member: MemberRef<'_>) -> Option<&str> {
        match self {
            Self::Team => member.team(),
            Self::Role => member.role(),
        }
    }
}

impl<'a> Groups<'a> {
    pub(super) fn of(prepared: &'a PreparedTeam, service: &'a Service, by: GroupBy) -> Self {
        let (mut names, mut places) = (Vec::new(), HashMap::new());
        for label in prepared.team().members().filter_map(|member| by.label_of(member)) {
            places.entry(label).or_insert_with(|| {
                names.push(label);
                names.len() - 1
            });
        }
        let relays = follow_the_sun(prepared, |member| places.get(by.label_of(member)?).copied());
        Self { by, prepared, service, names, places, relays }
    }

    /// Each by itself, in order, found when it is asked for: together they would fill the memory.
    pub(super) fn each(&self) -> impl Iterator<Item = Group<'a>> {
        let group_of = |member: MemberRef<'_>| self.places.get(self.by.label_of(member)?).copied();
        let names = self.names.iter().copied();
        names
            .zip(crews(self.prepared, group_of))
            .map(|(name, crew)| Group { name, staffing: Staffing::of(crew, self.service) })
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether nobody is in any.
    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// A group's name by its place.
    pub(super) fn name(&self, place: usize) -> &'a str {
        self.names.get(place).copied().unwrap_or_default()
    }
}
