//! The columns that everybody who is judged has: the candidates of a pool, the places of the world.

use serde::Serialize;
use tzplan::fit::Rank;
use tzplan::{Minutes, PreparedTeam, Shift};

use super::cell::{minutes, text};
use super::joined::{names, numbers};

/// How a candidate fits a team, and by what they rank.
#[derive(Default, Serialize)]
pub(crate) struct Judged {
    result: &'static str,
    shift_minutes: Option<i32>,
    /// Of who fits by the team's plan: the most that it asks of anybody.
    plan_asks_minutes: Option<u32>,
    /// Of who fits such a team as they are: the most that its plan then asks of somebody else.
    others_asked_minutes: Option<u32>,
    peers: u32,
    #[serde(serialize_with = "minutes")]
    worst_overlap_sum_minutes: Option<f64>,
    /// Of the hours judged.
    night_minutes_per_week: u32,
    /// Nothing where an answer may never come.
    #[serde(serialize_with = "minutes")]
    p95_blocked_minutes: Option<f64>,
    /// Numbers of pods, from 1, separated by blanks.
    pods: String,
    bridges: String,
    /// Names, separated by `;`.
    #[serde(serialize_with = "text")]
    relieves: String,
}

impl Judged {
    pub(crate) fn of(rank: &Rank, team: &PreparedTeam) -> Self {
        Self {
            result: rank.result.as_str(),
            shift_minutes: rank.shift.map(Shift::minutes),
            plan_asks_minutes: rank.plan_asks.map(Minutes::get),
            others_asked_minutes: rank.others_asked.map(Minutes::get),
            peers: rank.peers,
            worst_overlap_sum_minutes: Some(rank.worst_overlap_sum.minutes()),
            night_minutes_per_week: rank.night_minutes_per_week.get(),
            p95_blocked_minutes: rank.blocked_p95,
            pods: numbers(&rank.pods),
            bridges: numbers(&rank.bridges),
            relieves: names(team, &rank.relieves),
        }
    }
}

/// The hub that suits best, where one of several is enough.
#[derive(Default, Serialize)]
pub(crate) struct Hub<'a> {
    #[serde(serialize_with = "text")]
    pub(crate) hub: &'a str,
}
