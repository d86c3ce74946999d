//! The seasons of an agreement: whenever anybody's clock changes, or the home clock.

use chrono::{Datelike, WeekdaySet};

use crate::coverage::seasons_at_home;
use crate::season::{PreparedTeam, Season};
use crate::team::Attendance;

/// A run of dates on which nobody's clock changes, optional members' and the home clock included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct AgreedSeason {
    /// Its dates.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub season: Season,
    /// How far the home clock is ahead of UTC, in minutes.
    pub home_minutes_ahead: i32,
}

impl AgreedSeason {
    /// Whether one of its dates is one of some weekdays.
    pub fn has_any_of(&self, days: WeekdaySet) -> bool {
        let dates = self.season.first().iter_days().take(7).take_while(|date| *date <= self.season.last());
        dates.into_iter().any(|date| days.contains(date.weekday()))
    }
}

/// By season the place of the season that counts for something held on weekdays: its own where it has a date
/// of it, else the one before that has, else the first that has; its own where none has.
pub(super) fn held(seasons: usize, has: impl Fn(usize) -> bool) -> Vec<usize> {
    let first = (0..seasons).find(|place| has(*place));
    let before = |place: usize| (0..=place).rev().find(|place| has(*place)).or(first).unwrap_or(place);
    (0..seasons).map(before).collect()
}

/// In order; together they are the horizon.
pub(super) fn seasons(prepared: &PreparedTeam) -> Vec<AgreedSeason> {
    let everybody = prepared.team().with_attendance(|_| Attendance::Required);
    let everybody = PreparedTeam::new(&everybody, prepared.horizon().clone());
    let seasons = seasons_at_home(&everybody).into_iter();
    seasons.map(|(season, home_minutes_ahead)| AgreedSeason { season, home_minutes_ahead }).collect()
}
