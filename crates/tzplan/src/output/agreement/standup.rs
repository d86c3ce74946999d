//! Stand-ups.

use chrono::{NaiveDate, Weekday, WeekdaySet};
use serde::{Serialize, Serializer};

use crate::agreement::{AgreedSeason, Standup, StandupTime};
use crate::meeting::{Choice, RotationWeek, Slot};
use crate::season::ProfileId;

/// Costs and dates off are those of [`Standup::meetings`], whose team is another one.
#[derive(Serialize)]
pub(super) struct StandupKeys<'a> {
    pod: Option<usize>,
    anchor: String,
    days: Option<String>,
    time: Option<String>,
    clean: bool,
    local: Vec<LocalKeys>,
    least_bad: Option<TimeKeys>,
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

/// Weekdays and a time on the clock that it is kept on.
#[derive(Serialize)]
struct TimeKeys {
    days: String,
    time: String,
    local: Vec<LocalKeys>,
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
        let local = |choice: &Choice| -> Vec<LocalKeys> {
            let days: WeekdaySet = choice.slots.iter().map(Slot::day).collect();
            let held = |(season, _): &(usize, &Vec<StandupTime>)| {
                seasons.get(*season).is_none_or(|known| known.has_any_of(days))
            };
            let of_one = |(place, profile): (usize, &ProfileId)| {
                let of_season = |(season, times): (usize, &Vec<StandupTime>)| SeasonKeys {
                    dates: seasons
                        .get(season)
                        .map(|known| Dates { first: known.season.first(), last: known.season.last() }),
                    days_later: times[place].days_later,
                    time: times[place].time.to_string(),
                };
                let seasons = standup.times.iter().enumerate().filter(held).map(of_season).collect();
                LocalKeys { profile: *profile, seasons }
            };
            standup.profiles.iter().enumerate().map(of_one).collect()
        };
        let turn = |week: &RotationWeek| TurnKeys {
            date: week.occurrence.date,
            day: week.slot.day(),
            time: week.slot.time.to_string(),
        };
        let days = |choice: &Choice| crate::hours::show_days(choice.slots.iter().map(Slot::day).collect());
        let time = |choice: &Choice| choice.plan.slot.time.to_string();
        let choice = standup.choice.as_ref();
        let least_bad = standup.least_bad.as_ref();
        Self {
            pod: standup.pod,
            anchor: standup.meetings.anchor().name(),
            days: choice.map(days),
            time: choice.map(time),
            clean: standup.is_clean(),
            // Nothing is proposed, and so at no time for anybody.
            local: choice.map(local).unwrap_or_default(),
            least_bad: least_bad.map(|choice| TimeKeys {
                days: days(choice),
                time: time(choice),
                local: local(choice),
            }),
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
