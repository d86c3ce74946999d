//! The long lists of the JSON document: their entries are made as they are written, and never stand in memory
//! together.

use serde::{Serialize, Serializer};
use tzplan::Team;
use tzplan::coverage::{Gap, HeadCount};

use super::groups::Groups;
use super::json::{GapKeys, GroupKeys, Segment};

/// How many are at work.
pub(super) struct Segments<'a>(pub(super) &'a [HeadCount]);

impl Serialize for Segments<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(Segment::of))
    }
}

/// The gaps of a team.
pub(super) struct Gaps<'a>(pub(super) &'a [Gap], pub(super) &'a Team);

impl Serialize for Gaps<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|gap| GapKeys::of(gap, self.1)))
    }
}

/// The groups, each by itself.
pub(super) struct GroupList<'a>(pub(super) &'a Groups<'a>);

impl GroupList<'_> {
    pub(super) fn is_empty(list: &Option<Self>) -> bool {
        list.as_ref().is_none_or(|list| list.0.is_empty())
    }
}

impl Serialize for GroupList<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeSeq;
        let mut entries = serializer.serialize_seq(None)?;
        self.0.each().try_for_each(|group| entries.serialize_element(&GroupKeys::of(&group)))?;
        entries.end()
    }
}
