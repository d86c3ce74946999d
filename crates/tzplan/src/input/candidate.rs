//! Candidates: what a caller puts in is their schedule, read for an opening.

use serde::de::{DeserializeSeed, Deserializer};
use serde::{Deserialize, Serialize, Serializer};

use crate::fit::{Candidate, Opening};
use crate::team::Schedule;

impl Serialize for Candidate<'_> {
    /// Their schedule: all else is made anew by the opening that reads it.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.schedule().serialize(serializer)
    }
}

impl<'de, 'o> DeserializeSeed<'de> for &'o Opening {
    type Value = Candidate<'o>;

    /// Reads a [`Schedule`], and prepares its candidate: `opening.deserialize(deserializer)`.
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Candidate<'o>, D::Error> {
        Ok(self.candidate(&Schedule::deserialize(deserializer)?))
    }
}
