//! Who answers questions to anybody.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::change::Who;

/// The members who answer questions to anybody, where not everybody does, and how they were chosen.
#[derive(Clone, Debug)]
pub struct Answerers {
    chosen_by: Vec<ChosenBy>,
    members: BTreeSet<usize>,
}

/// A way to choose members.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Answerer"))]
pub enum ChosenBy {
    /// Everybody of a team.
    Team {
        /// Its label.
        name: String,
    },
    /// Everybody with a role.
    Role {
        /// The role.
        name: String,
    },
    /// One member.
    Member(Who),
}

impl Answerers {
    /// Those at these places of the team's roster.
    pub fn new(chosen_by: Vec<ChosenBy>, members: impl IntoIterator<Item = usize>) -> Self {
        Self { chosen_by, members: members.into_iter().collect() }
    }

    /// How they were chosen; any of the ways made somebody one of them.
    pub fn chosen_by(&self) -> &[ChosenBy] {
        &self.chosen_by
    }

    /// Their places in the roster, in order.
    pub fn members(&self) -> impl ExactSizeIterator<Item = usize> + '_ {
        self.members.iter().copied()
    }

    /// Whether the member at a place is one of them.
    pub fn contains(&self, member: usize) -> bool {
        self.members.contains(&member)
    }
}
