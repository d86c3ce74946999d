//! With the feature `serde`: results are written with the keys, shapes and units of the documented JSON.
//!
//! Most types say so where they are defined, by what their fields are called in JSON. Here stand those whose
//! shape is another one there. Where the documents name people, places are written: see the crate's
//! documentation, "JSON".

mod agreement;
mod days_off;
mod fit;
mod meeting;
mod plan;
mod wait;

use chrono::Weekday;
use serde::ser::Error;
use serde::{Serialize, Serializer};

use crate::minutes::PerDay;
use crate::season::Season;
pub(crate) use agreement::time;
pub(crate) use days_off::without_end;
pub(crate) use fit::{before_and_after, others, year};
pub(crate) use plan::parts;
pub(crate) use wait::or_nulls;

/// Something as it is shown.
pub(crate) fn text<T: ToString, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&value.to_string())
}

/// A day of the week from Monday on, by its name.
pub(crate) fn weekday<S: Serializer>(day: &u8, serializer: S) -> Result<S::Ok, S::Error> {
    Weekday::try_from(*day).map_err(S::Error::custom)?.serialize(serializer)
}

/// A daily average in whole minutes, rounded up.
pub(crate) fn rounded_up<S: Serializer>(daily: &PerDay, serializer: S) -> Result<S::Ok, S::Error> {
    daily.ceil().serialize(serializer)
}

/// Minutes with two decimals at most.
pub(crate) fn two_decimals<S: Serializer>(minutes: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    minutes.map(rounded).serialize(serializer)
}

fn rounded(minutes: f64) -> f64 {
    (minutes * 100.0).round() / 100.0
}

/// A list of one.
pub(crate) fn alone<T: Serialize, S: Serializer>(one: &T, serializer: S) -> Result<S::Ok, S::Error> {
    [one].serialize(serializer)
}

/// A list that is null where it is empty.
pub(crate) fn or_null<T: Serialize, S: Serializer>(list: &&[T], serializer: S) -> Result<S::Ok, S::Error> {
    Some(list).filter(|list| !list.is_empty()).serialize(serializer)
}

/// Seasons with what is known of each beside the dates.
pub(crate) fn by_season<T: Serialize, S: Serializer>(
    seasons: &[(Season, T)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Dated<'a, T> {
        #[serde(flatten)]
        season: Season,
        #[serde(flatten)]
        known: &'a T,
    }
    serializer.collect_seq(seasons.iter().map(|(season, known)| Dated { season: *season, known }))
}
