//! Parts of an agreement.

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use crate::agreement::{
    AgreedMove, AgreedShifts, Blocked, ClockChange, Moved, MovedWhat, Slowest, StandupTime,
};
use crate::clock::ClockTime;
use crate::duration::Shift;
use crate::minutes::{DAY, Minutes};
use crate::reply::Wait;
use crate::season::ProfileId;
use crate::shift::ProfileMove;
use crate::team::{MemberId, PostHours};

/// A day that somebody moves on some dates.
#[derive(Serialize)]
pub(super) struct ShiftKeys<'a> {
    member: MemberId,
    first: NaiveDate,
    last: NaiveDate,
    all_year: bool,
    #[serde(flatten)]
    asked: MoveKeys<'a>,
}

impl<'a> ShiftKeys<'a> {
    pub(super) fn of(shifts: &AgreedShifts, one: &'a AgreedMove, member: MemberId) -> Self {
        let (first, last) = (shifts.dates.first(), shifts.dates.last());
        Self { member, first, last, all_year: shifts.all_year, asked: MoveKeys::from(&one.asked) }
    }
}

/// A move without its profile, which is one of the team before anybody moved.
#[derive(Serialize)]
struct MoveKeys<'a> {
    shift: Shift,
    from_stated: Shift,
    hours: &'a PostHours,
    night_minutes_per_week: Minutes,
    share: f64,
}

impl<'a> From<&'a ProfileMove> for MoveKeys<'a> {
    fn from(one: &'a ProfileMove) -> Self {
        let ProfileMove { shift, from_stated, night_minutes_per_week, share, .. } = *one;
        Self { shift, from_stated, hours: &one.hours, night_minutes_per_week, share }
    }
}

impl Serialize for AgreedMove {
    /// Named by the first member, with how many move alike.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Keys<'a> {
            member: Option<&'a MemberId>,
            members: usize,
            #[serde(flatten)]
            asked: MoveKeys<'a>,
        }
        let (member, members) = (self.members.first(), self.members.len());
        Keys { member, members, asked: MoveKeys::from(&self.asked) }.serialize(serializer)
    }
}

impl Serialize for Blocked {
    /// Named by the first member, with how many wait alike; without what the team's `few_hours` say.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Keys<'a> {
            member: Option<&'a MemberId>,
            members: usize,
            #[serde(serialize_with = "crate::output::or_nulls")]
            anybody: Option<Wait>,
            slowest: Option<Slowest>,
        }
        let Self { ref members, anybody, slowest, few_hours: _ } = *self;
        Keys { member: members.first(), members: members.len(), anybody, slowest }.serialize(serializer)
    }
}

impl Serialize for ClockChange {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Keys<'a> {
            date: NaiveDate,
            season: usize,
            names: Vec<ProfileId>,
            forward: Vec<i32>,
            home_forward: i32,
            moves: &'a [Moved],
        }
        let keys = Keys {
            date: self.date,
            season: self.season,
            names: self.clocks.iter().map(|clock| clock.profile).collect(),
            forward: self.clocks.iter().map(|clock| clock.forward).collect(),
            home_forward: self.home_forward,
            moves: &self.moves,
        };
        keys.serialize(serializer)
    }
}

impl Serialize for MovedWhat {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Keys {
            what: &'static str,
            pod: Option<usize>,
            from: String,
            to: String,
        }
        let (what, pod, from, to) = match self {
            Self::CoreHours { pod, from, to } => ("core-hours", *pod, from.to_string(), to.to_string()),
            Self::Standup { pod, from, to } => ("stand-up", *pod, at(from), at(to)),
            Self::Day { from, to } => ("day", None, from.to_string(), to.to_string()),
        };
        Keys { what, pod, from, to }.serialize(serializer)
    }
}

/// `09:00`, `23:00 -1`.
fn at(time: &StandupTime) -> String {
    match time.days_later {
        0 => time.time.to_string(),
        days => format!("{} {days:+}", time.time),
    }
}

/// A minute of the day as a time; past 24:00 one of the next day.
pub(crate) fn time<S: Serializer>(minute: &u16, serializer: S) -> Result<S::Ok, S::Error> {
    let of_day = if i32::from(*minute) <= DAY { *minute } else { *minute % DAY as u16 };
    serializer.collect_str(&ClockTime::from_minutes(of_day).expect("a minute of a day"))
}
