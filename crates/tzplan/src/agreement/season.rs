//! The seasons of an agreement: whenever anybody's clock changes, or the home clock.

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

/// In order; together they are the horizon.
pub(super) fn seasons(prepared: &PreparedTeam) -> Vec<AgreedSeason> {
    let everybody = prepared.team().with_attendance(|_| Attendance::Required);
    let everybody = PreparedTeam::new(&everybody, prepared.horizon().clone());
    let seasons = seasons_at_home(&everybody).into_iter();
    seasons.map(|(season, home_minutes_ahead)| AgreedSeason { season, home_minutes_ahead }).collect()
}
