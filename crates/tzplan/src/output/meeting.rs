//! Meetings and rotations.

use chrono::{NaiveDate, Weekday};
use serde::{Serialize, Serializer};

use crate::meeting::{Asked, Burden, Cause, Choice, Cost, Entry, RotationWeek, Slot, SlotPlan};
use crate::minutes::UtcMinute;
use crate::team::{MemberId, ScheduleId};

/// When a slot is.
#[derive(Serialize)]
struct Time {
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<NaiveDate>,
    day: Weekday,
    time: String,
}

impl From<Slot> for Time {
    fn from(slot: Slot) -> Self {
        Self { date: slot.date, day: slot.day(), time: slot.time.to_string() }
    }
}

impl Serialize for Slot {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Time::from(*self).serialize(serializer)
    }
}

impl Serialize for SlotPlan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Keys {
            #[serde(flatten)]
            slot: Time,
            clean: bool,
            without_quorum: u64,
            required: Burden,
            optional: Burden,
        }
        let Self { slot, without_quorum, required, optional } = *self;
        let clean = self.is_clean();
        Keys { slot: slot.into(), clean, without_quorum, required, optional }.serialize(serializer)
    }
}

impl Serialize for Choice {
    /// As the best meeting of a pod by itself is shown: the first slot, with all weekdays that suit alike.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Keys<'c> {
            slot: Slot,
            days: String,
            clean: bool,
            off: u64,
            without_quorum: u64,
            required: Burden,
            optional: Burden,
            slots: &'c [Slot],
        }
        let SlotPlan { slot, without_quorum, required, optional } = self.plan;
        let keys = Keys {
            slot,
            days: crate::hours::show_days(self.slots.iter().map(Slot::day).collect()),
            clean: self.plan.is_clean(),
            off: required.off,
            without_quorum,
            required,
            optional,
            slots: &self.slots,
        };
        keys.serialize(serializer)
    }
}

impl Serialize for Cost {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Keys<'c> {
            schedule: ScheduleId,
            cause: Cause,
            first: NaiveDate,
            last: NaiveDate,
            occurrences: usize,
            #[serde(flatten)]
            asked: Asked,
            dates: &'c [NaiveDate],
        }
        let keys = Keys {
            schedule: self.schedule,
            cause: self.cause,
            first: self.first(),
            last: self.last(),
            occurrences: self.dates.len(),
            asked: self.asked,
            dates: &self.dates,
        };
        keys.serialize(serializer)
    }
}

/// What a turn asks of those with a schedule.
#[derive(Serialize)]
struct AskedOf {
    schedule: ScheduleId,
    #[serde(flatten)]
    asked: Asked,
}

impl Serialize for RotationWeek {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Keys {
            first: NaiveDate,
            #[serde(flatten)]
            turn: Turn,
            asked: Vec<AskedOf>,
        }
        let asked = self.asked.iter().map(|(schedule, asked)| AskedOf { schedule: *schedule, asked: *asked });
        Keys { first: self.first, turn: self.into(), asked: asked.collect() }.serialize(serializer)
    }
}

/// When a turn is.
#[derive(Serialize)]
pub(super) struct Turn {
    day: Weekday,
    time: String,
    date: NaiveDate,
    start: UtcMinute,
    end: UtcMinute,
}

impl From<&RotationWeek> for Turn {
    fn from(week: &RotationWeek) -> Self {
        let (slot, occurrence) = (week.slot, week.occurrence);
        let (date, start, end) = (occurrence.date, occurrence.start, occurrence.end);
        Self { day: slot.day(), time: slot.time.to_string(), date, start, end }
    }
}

impl Serialize for Entry {
    /// `cumulative` and `cumulative_night` of the entry are what the next rotation carries in.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Keys {
            member: MemberId,
            carried: u64,
            carried_night: u64,
            weeks: Vec<Given>,
            missed: usize,
            cumulative: u64,
            cumulative_night: u64,
        }

        #[derive(Serialize)]
        struct Given {
            #[serde(flatten)]
            given: Asked,
            cumulative: u64,
            cumulative_night: u64,
        }

        let cumulative = self.cumulative().zip(self.cumulative_night());
        let weeks = self.weeks.iter().zip(cumulative);
        let keys = Keys {
            member: self.member,
            carried: self.carried,
            carried_night: self.carried_night,
            weeks: weeks
                .map(|(given, (cumulative, cumulative_night))| Given {
                    given: *given,
                    cumulative,
                    cumulative_night,
                })
                .collect(),
            missed: self.missed(),
            cumulative: self.after(),
            cumulative_night: self.night_after(),
        };
        keys.serialize(serializer)
    }
}
