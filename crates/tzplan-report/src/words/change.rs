//! What was changed about a roster before it was looked at.

use serde::{Serialize, Serializer};
use tzplan::WeeklyHours;

/// A what-if change of a roster: every document about a team says which there were.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Change {
    /// A member lives in another zone.
    Move {
        /// The member.
        #[serde(flatten)]
        who: Who,
        /// The zone's name.
        zone: String,
    },
    /// A member keeps other weekly hours.
    Hours {
        /// The member.
        #[serde(flatten)]
        who: Who,
        /// The hours, as a roster writes them.
        #[serde(serialize_with = "spelled")]
        #[cfg_attr(feature = "schema", schemars(with = "String"))]
        hours: WeeklyHours,
        /// The zone on whose clock they are, where it is not the member's own.
        #[serde(skip_serializing_if = "Option::is_none")]
        hours_on: Option<String>,
    },
    /// A member is optional.
    Optional {
        /// The member.
        #[serde(flatten)]
        who: Who,
    },
    /// A member is left out.
    Without {
        /// The member.
        #[serde(flatten)]
        who: Who,
    },
    /// Somebody is added.
    Add {
        /// Their name.
        name: String,
        /// Their zone's name.
        zone: String,
        /// Their hours, as a roster writes them.
        #[serde(serialize_with = "spelled")]
        #[cfg_attr(feature = "schema", schemars(with = "String"))]
        hours: WeeklyHours,
        /// The zone on whose clock they are, where it is not their own.
        #[serde(skip_serializing_if = "Option::is_none")]
        hours_on: Option<String>,
    },
    /// Nobody but these members is required.
    Only {
        /// The members.
        required: Vec<Who>,
    },
}

/// A member by name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Who {
    /// The name.
    pub name: String,
    /// The row of the roster, where several members have the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u64"))]
    pub row: Option<u64>,
}

fn spelled<S: Serializer>(hours: &WeeklyHours, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(hours)
}
