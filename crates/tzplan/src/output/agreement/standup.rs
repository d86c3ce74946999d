//! Stand-ups.

use chrono::{NaiveDate, Weekday};
use serde::{Serialize, Serializer};

use crate::agreement::{AgreedSeason, Standup};
use crate::meeting::{Choice, RotationWeek, Slot};
use crate::season::ProfileId;

/// Costs and dates off are those of [`Standup::meetings`], whose team is another one.
#[derive(Serialize)]
pub(super) struct StandupKeys<'a> {
    pod: Option<usize>,
    days: Option<String>,
    time: Option<String>,
    clean: bool,
    local: Vec<LocalKeys>,
    rotation: Option<Vec<TurnKeys>>,
    choice: Option<&'a Choice>,
}

/// What time it is for those with a profile.
#[derive(Serialize)]
struct LocalKeys {
    profile: ProfileId,
    seasons: Vec<SeasonKeys>,
}

#[derive(Serialize)]
struct SeasonKeys {
    #[serde(flatten)]
    dates: Option<Dates>,
    days_later: i32,
    time: String,
}

#[derive(Serialize)]
struct Dates {
    first: NaiveDate,
    last: NaiveDate,
}

#[derive(Serialize)]
struct TurnKeys {
    date: NaiveDate,
    day: Weekday,
    time: String,
}

impl<'a> StandupKeys<'a> {
    /// With the dates of seasons, where these are known.
    pub(super) fn of(standup: &'a Standup, seasons: &[AgreedSeason]) -> Self {
        let local = standup.profiles.iter().enumerate().map(|(place, profile)| {
            let of_season = |(season, times): (usize, &Vec<crate::agreement::StandupTime>)| SeasonKeys {
                dates: seasons
                    .get(season)
                    .map(|known| Dates { first: known.season.first(), last: known.season.last() }),
                days_later: times[place].days_later,
                time: times[place].time.to_string(),
            };
            let seasons = standup.times.iter().enumerate().map(of_season).collect();
            LocalKeys { profile: *profile, seasons }
        });
        let turn = |week: &RotationWeek| TurnKeys {
            date: week.occurrence.date,
            day: week.slot.day(),
            time: week.slot.time.to_string(),
        };
        let choice = standup.choice.as_ref();
        Self {
            pod: standup.pod,
            days: choice.map(|choice| crate::hours::show_days(choice.slots.iter().map(Slot::day).collect())),
            time: choice.map(|choice| choice.plan.slot.time.to_string()),
            clean: standup.is_clean(),
            local: local.collect(),
            rotation: standup.rotation.as_ref().map(|turns| turns.weeks.iter().map(turn).collect()),
            choice,
        }
    }
}

impl Serialize for Standup {
    /// The seasons of `local` without their dates, which are those of the agreement.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        StandupKeys::of(self, &[]).serialize(serializer)
    }
}
