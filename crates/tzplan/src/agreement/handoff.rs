//! Hand-offs on the clocks of both.

use chrono::WeekdaySet;

use super::kept::Kept;
use super::local;
use crate::clock::ClockTime;
use crate::coverage::handoffs_between;
use crate::minutes::{DAY, Minutes};
use crate::season::ProfileId;

/// Somebody's day ends while another is at work, or just begins.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct AgreedHandoff {
    /// The place of the season among [`Agreement::seasons`](super::Agreement::seasons).
    pub season: usize,
    /// Whose day ends.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::output::alone"))]
    pub from: ProfileId,
    /// Who goes on.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::output::alone"))]
    pub to: ProfileId,
    /// The weekdays on which it ends, on the clock of who leaves.
    #[cfg_attr(feature = "serde", serde(serialize_with = "local::days"))]
    pub days: WeekdaySet,
    /// When, on the clock of who leaves; the end of a day is 24:00.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::output::text"))]
    pub ends: ClockTime,
    /// The same moment on the clock of who goes on.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::output::text"))]
    pub there: ClockTime,
    /// Minutes a week in which both are at work.
    pub shared_minutes_per_week: Minutes,
}

/// Between required members, season by season, in roster order of who leaves, then of who goes on.
pub(super) fn handoffs(kept: &Kept) -> Vec<AgreedHandoff> {
    let mut all: Vec<AgreedHandoff> = Vec::new();
    for season in 0..kept.seasons.len() {
        let of_season =
            handoffs_between(kept.prepared.required(), |profile| kept.week(season, profile).pattern());
        for handoff in of_season {
            let ahead = |profile| kept.week(season, profile).minutes_ahead();
            let first = all.len();
            for at in &handoff.at {
                // The last minute of the day that ends tells its weekday.
                let last = i32::from(at.get()) + ahead(handoff.from) - 1;
                let ends = ClockTime::from_minutes(last.rem_euclid(DAY) as u16 + 1).expect("at most 24:00");
                let there = local::time(i32::from(at.get()) + ahead(handoff.to));
                let day = local::weekday(last);
                match all[first..].iter_mut().find(|known| known.ends == ends) {
                    Some(known) => {
                        known.days.insert(day);
                    }
                    None => all.push(AgreedHandoff {
                        season,
                        from: handoff.from,
                        to: handoff.to,
                        days: WeekdaySet::single(day),
                        ends,
                        there,
                        shared_minutes_per_week: handoff.shared_minutes_per_week,
                    }),
                }
            }
        }
    }
    all
}
