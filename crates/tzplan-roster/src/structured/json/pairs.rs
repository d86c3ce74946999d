//! An object taken apart: its keys in their order, each with the text of its value.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::part::{span, wrong};
use crate::faults::Fault;
use crate::structured::document::Wrong;
use crate::structured::entry::MOST_KEYS;

/// The pairs of an object, in its order.
pub(super) struct Pairs<'t>(pub(super) Vec<(String, &'t RawValue)>);

pub(super) fn take_apart<'t>(text: &str, object: &'t RawValue) -> Result<Pairs<'t>, Wrong> {
    let place = span(text, object);
    let pairs: Pairs<'_> =
        serde_json::from_str(object.get()).map_err(|error| wrong(text, place.start, &error))?;
    if pairs.0.len() > MOST_KEYS {
        let message = format!("this object has more than {MOST_KEYS} keys");
        return Err(Wrong::new(
            Fault::error("too-many-keys", message, "write an entry for each person"),
            place,
        ));
    }
    Ok(pairs)
}

impl<'de: 't, 't> Deserialize<'de> for Pairs<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PairsVisitor)
    }
}

struct PairsVisitor;

impl<'de> Visitor<'de> for PairsVisitor {
    type Value = Pairs<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while pairs.len() <= MOST_KEYS {
            let Some(key) = map.next_key_seed(KeySeed)? else { return Ok(Pairs(pairs)) };
            pairs.push((key, map.next_value()?));
        }
        // One more than is taken: the caller refuses it.
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Pairs(pairs))
    }
}

/// A key as a text.
struct KeySeed;

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        String::deserialize(deserializer)
    }
}
