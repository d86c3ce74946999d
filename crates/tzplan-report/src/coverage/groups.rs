//! Groups of a team: how each covers the hours, and the hand-offs between them.

use std::collections::HashMap;

use tzplan::coverage::{RelaySeason, Service, follow_the_sun};
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
    pub(super) all: Vec<Group<'a>>,
    /// The hand-offs between them, season by season.
    pub(super) relays: Vec<RelaySeason>,
}

/// A group by itself.
#[derive(Debug)]
pub(super) struct Group<'a> {
    pub(super) name: &'a str,
    pub(super) prepared: PreparedTeam,
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
        let (team, horizon) = (prepared.team(), prepared.horizon());
        let (mut names, mut places) = (Vec::new(), HashMap::new());
        for label in team.members().filter_map(|member| by.label_of(member)) {
            places.entry(label).or_insert_with(|| {
                names.push(label);
                names.len() - 1
            });
        }
        let group_of = |member: MemberRef<'_>| places.get(by.label_of(member)?).copied();
        let group = |(name, team)| {
            let prepared = PreparedTeam::new(&team, horizon.clone());
            let staffing = Staffing::of(&prepared, service);
            Group { name, prepared, staffing }
        };
        let all = names.into_iter().zip(team.split(group_of)).map(group).collect();
        Self { by, all, relays: follow_the_sun(prepared, group_of) }
    }

    /// A group's name by its place.
    pub(super) fn name(&self, place: usize) -> &'a str {
        self.all.get(place).map_or("", |group| group.name)
    }
}
