//! What was changed about a roster before it was looked at.

use serde::{Serialize, Serializer};
use tzplan::{Shift, WeeklyHours};

/// A what-if change of a roster: every document about a team says which there were.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
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
    /// A member's day is moved all year, counted from the stated hours.
    Shift {
        /// The member.
        #[serde(flatten)]
        who: Who,
        /// Minutes; later when positive.
        #[serde(serialize_with = "in_minutes")]
        #[cfg_attr(feature = "schema", schemars(with = "i32"))]
        shift: Shift,
        /// How many others, whose week is theirs all year, are moved with them.
        #[serde(skip_serializing_if = "is_none_more")]
        others: usize,
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
    /// Only the people of these teams are looked at.
    Teams {
        /// The teams.
        names: Vec<String>,
    },
    /// Of these members each alone is enough.
    AnyOf {
        /// Their names.
        hubs: Vec<String>,
        /// The one that suits best, where one is judged for.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "String"))]
        suits: Option<String>,
    },
    /// Only zones whose standard time lies in this range of offsets are looked at.
    Offsets {
        /// The range, as its flag writes it: `-8..+2`.
        range: String,
        /// How many candidates of a pool live outside and are left out.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "u64"))]
        left_out: Option<u64>,
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

fn is_none_more(others: &usize) -> bool {
    *others == 0
}

fn in_minutes<S: Serializer>(shift: &Shift, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i32(shift.minutes())
}

fn spelled<S: Serializer>(hours: &WeeklyHours, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(hours)
}
