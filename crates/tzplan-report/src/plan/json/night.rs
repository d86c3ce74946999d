//! Night work as stated.

use serde::Serialize;
use tzplan::verdict::NightWork;

use crate::json::head::Overlap;
use crate::json::who::{ListedPer, Who};

/// Night work as stated, and what everyone would share without it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "NightWork"))]
pub(super) struct NightKeys<'a> {
    /// The required people who work at night, in roster order.
    people: Vec<NightWorkerKeys<'a>>,
    /// The least of the year when everybody required keeps to reasonable hours, workdays as stated.
    reasonable_year_min: Overlap,
    /// Whether the overlap rests on it: some of what everyone shares is somebody's night, and the least of
    /// the year in reasonable hours is below the target, or below the least now where that is less.
    carries_overlap: bool,
}

/// Somebody who works at night.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "NightWorker"))]
struct NightWorkerKeys<'a> {
    /// Who.
    name: &'a str,
    /// Minutes a week of the hours stated that are night work, on their clock of the first day.
    minutes_per_week: u32,
    /// Minutes a week of what everyone shares that are night for them, in the season with the most.
    shared_minutes_per_week: u32,
    /// How many members work alike; only where moves are listed per profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    members: Option<u32>,
}

impl<'a> NightKeys<'a> {
    pub(super) fn new(night: &NightWork, who: &Who<'a>, per: ListedPer) -> Self {
        let people = who.listed(&night.profiles, |one| one.profile, per);
        Self {
            people: people
                .into_iter()
                .map(|(name, members, one)| NightWorkerKeys {
                    name,
                    minutes_per_week: one.minutes_per_week.get(),
                    shared_minutes_per_week: one.shared_minutes_per_week.get(),
                    members,
                })
                .collect(),
            reasonable_year_min: night.reasonable_year_min.into(),
            carries_overlap: night.carries_overlap,
        }
    }
}
