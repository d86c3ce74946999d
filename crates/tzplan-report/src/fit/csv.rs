//! Whether one candidate fits, as a table: a row for every teammate and season, with the answer in each.

use std::borrow::Cow;
use std::io;

use chrono::NaiveDate;
use serde::Serialize;

use super::FitDocument;
use crate::csv::cell::{text, yes_no};
use crate::csv::joined::{names, numbers};
use crate::csv::table::table;

/// What a teammate and the candidate share in a season, at the hours stated.
#[derive(Default, Serialize)]
struct TeammateRow<'a> {
    #[serde(serialize_with = "text")]
    teammate: &'a str,
    #[serde(serialize_with = "yes_no")]
    required: bool,
    first: NaiveDate,
    last: NaiveDate,
    /// Exact; a day it is rounded down.
    overlap_minutes_per_week: u32,
    workdays: u32,
    overlap_minutes_a_day: u32,
    /// What is asked of the two, rounded up.
    target_minutes_a_day: u32,
    #[serde(serialize_with = "yes_no")]
    meets: bool,
    #[serde(serialize_with = "yes_no")]
    meets_all_year: bool,
    /// The answer.
    result: &'static str,
    shift_minutes: Option<i32>,
    /// What the plans of the team with the candidate ask of them.
    asked_minutes: u32,
    /// Of the hours stated.
    night_minutes_per_week: u32,
    team_model_after: &'static str,
    /// Numbers of pods, from 1, separated by blanks.
    pods: Cow<'a, str>,
    bridges: Cow<'a, str>,
    /// Names, separated by `;`.
    #[serde(serialize_with = "text")]
    relieves: Cow<'a, str>,
}

pub(super) fn write(document: &FitDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let prepared = document.candidate.opening().prepared();
    let fit = &document.fit;
    let [pods, bridges] = [&fit.pods, &fit.bridges].map(|pods| numbers(pods));
    let relieves = names(prepared, &fit.relieves);
    let (pods, bridges, relieves) = (&*pods, &*bridges, &*relieves);
    let rows = prepared.team().members().flat_map(|member| {
        let pair = &document.pairs[prepared.profile_of(member).index()];
        let required = prepared.is_required(member);
        let rows = document.by_season(pair, required).into_iter();
        rows.map(move |(season, shared)| TeammateRow {
            teammate: member.name(),
            required,
            first: season.first(),
            last: season.last(),
            overlap_minutes_per_week: shared.daily.minutes_per_week,
            workdays: shared.daily.days,
            overlap_minutes_a_day: shared.daily.floor().get(),
            target_minutes_a_day: shared.effective_target.ceil().get(),
            meets: shared.meets,
            meets_all_year: pair.meets,
            result: document.fit.result.as_str(),
            shift_minutes: document.fit.shift.as_ref().map(|moved| moved.shift.minutes()),
            asked_minutes: document.fit.asked.candidate.get(),
            night_minutes_per_week: document.fit.stated_night_minutes_per_week.get(),
            team_model_after: document.fit.team_after.model.as_str(),
            pods: pods.into(),
            bridges: bridges.into(),
            relieves: relieves.into(),
        })
    });
    table(out, rows)
}
