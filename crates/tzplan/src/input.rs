//! With the feature `serde`: what a caller puts in is written, and read back with the rules of the constructors.
//!
//! Plain parts stand between: they are read first, as texts and numbers, so that an error can name the field and the
//! value, with the way to it: `[1].posts[0].zone: no zone …`. A field that nobody knows is refused.

use std::fmt::Display;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::clock::{ClockRange, ClockTime};
use crate::dates::DateRange;
use crate::horizon::Horizon;
use crate::hours::WeeklyHours;
use crate::minutes::Minutes;
use crate::policy::{Policy, PolicyError, PolicyErrorKind};
use crate::team::{Attendance, Member, Post, Schedule, Stay, Team};
use crate::zone::Zone;

/// What is wrong, and where.
type Fault = String;

/// An error with the name of its field before it.
fn within<T, E: Display>(field: &str, result: Result<T, E>) -> Result<T, Fault> {
    result.map_err(|error| format!("{field}: {error}"))
}

/// The same for one of a list, whose error begins with a field of its own.
fn each<P, T>(field: &str, parts: Vec<P>, read: impl Fn(P) -> Result<T, Fault>) -> Result<Vec<T>, Fault> {
    let one = |(place, part)| read(part).map_err(|fault| format!("{field}[{place}].{fault}"));
    parts.into_iter().enumerate().map(one).collect()
}

fn date(field: &str, text: &str) -> Result<NaiveDate, Fault> {
    text.parse().map_err(|_| format!("{field}: `{text}` is no date; write it like 2026-11-23"))
}

/// Reads an input from its parts, and writes it as those.
macro_rules! through {
    ($type:ty, $parts:ty, $read:expr) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                <$parts>::from(self).serialize(serializer)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $read(<$parts>::deserialize(deserializer)?).map_err(de::Error::custom)
            }
        }
    };
}

impl<'de> Deserialize<'de> for Zone {
    /// An id of the embedded database or a fixed offset, as in a text.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

impl<'de> Deserialize<'de> for WeeklyHours {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DateRangeParts {
    first: String,
    last: String,
}

impl DateRangeParts {
    fn read(self) -> Result<DateRange, Fault> {
        let (first, last) = (date("first", &self.first)?, date("last", &self.last)?);
        within("last", DateRange::new(first, last))
    }
}

impl<'de> Deserialize<'de> for DateRange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        DateRangeParts::deserialize(deserializer)?.read().map_err(de::Error::custom)
    }
}

/// Minutes after 00:00.
#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClockRangeParts {
    start: i64,
    end: i64,
}

impl ClockRangeParts {
    fn read(self) -> Result<ClockRange, Fault> {
        let time = |field, minutes| {
            let time = u16::try_from(minutes).ok().and_then(ClockTime::from_minutes);
            time.ok_or_else(|| format!("{field}: {minutes} is no time of day; give 0 to 1440 minutes"))
        };
        within("end", ClockRange::new(time("start", self.start)?, time("end", self.end)?))
    }
}

impl<'de> Deserialize<'de> for ClockRange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        ClockRangeParts::deserialize(deserializer)?.read().map_err(de::Error::custom)
    }
}

/// Thresholds in minutes; what is left out is as usual.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct PolicyParts {
    target: Option<i64>,
    comfortable: Option<i64>,
    max_shift: Option<i64>,
    reasonable: Option<ClockRangeParts>,
    night: Option<ClockRangeParts>,
    grace_days: Option<i64>,
    reply_within: Option<i64>,
    step: Option<i64>,
}

impl PolicyParts {
    fn read(self) -> Result<Policy, PolicyError> {
        use PolicyErrorKind as Kind;
        let number = |kind: Kind, name: &str, value: i64| {
            let wrong = |_| PolicyError::new(kind, format!("{name}: {value} is out of range"));
            u32::try_from(value).map_err(wrong)
        };
        let range = |kind: Kind, name: &str, parts: ClockRangeParts| {
            parts.read().map_err(|fault| PolicyError::new(kind, format!("{name}.{fault}")))
        };
        let mut policy = Policy::default();
        if let Some(target) = self.target {
            policy = policy.with_target(Minutes(number(Kind::Target, "target", target)?))?;
        }
        if let Some(comfortable) = self.comfortable {
            policy =
                policy.with_comfortable(Minutes(number(Kind::Comfortable, "comfortable", comfortable)?))?;
        }
        if let Some(max_shift) = self.max_shift {
            policy = policy.with_max_shift(Minutes(number(Kind::MaxShift, "max_shift", max_shift)?))?;
        }
        if let Some(reply_within) = self.reply_within {
            policy = policy.with_reply_within(Minutes(number(
                Kind::ReplyWithin,
                "reply_within",
                reply_within,
            )?))?;
        }
        if let Some(step) = self.step {
            policy = policy.with_step(Minutes(number(Kind::Step, "step", step)?))?;
        }
        if let Some(days) = self.grace_days {
            policy = policy.with_grace_days(number(Kind::GraceDays, "grace_days", days)?)?;
        }
        if let Some(parts) = self.reasonable {
            policy = policy.with_reasonable(range(Kind::Reasonable, "reasonable", parts)?);
        }
        if let Some(parts) = self.night {
            policy = policy.with_night(range(Kind::Night, "night", parts)?);
        }
        Ok(policy)
    }
}

impl<'de> Deserialize<'de> for Policy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        PolicyParts::deserialize(deserializer)?.read().map_err(de::Error::custom)
    }
}

/// The dates `[from, to)` and the home zone.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct HorizonParts {
    from: String,
    to: String,
    home: String,
}

impl From<&Horizon> for HorizonParts {
    fn from(horizon: &Horizon) -> Self {
        let (from, to) = (horizon.from().to_string(), horizon.to().to_string());
        Self { from, to, home: horizon.home().name() }
    }
}

through!(Horizon, HorizonParts, |parts: HorizonParts| -> Result<Horizon, Fault> {
    let (from, to) = (date("from", &parts.from)?, date("to", &parts.to)?);
    let home: Zone = within("home", parts.home.parse())?;
    within("to", Horizon::new(from, to, home))
});

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StayParts {
    zone: String,
    first: String,
    last: String,
}

impl From<&Stay> for StayParts {
    fn from(Stay { dates, zone }: &Stay) -> Self {
        Self { zone: zone.name(), first: dates.first().to_string(), last: dates.last().to_string() }
    }
}

impl StayParts {
    fn read(self) -> Result<Stay, Fault> {
        let dates = DateRangeParts { first: self.first, last: self.last }.read()?;
        Ok(Stay { dates, zone: within("zone", self.zone.parse())? })
    }
}

through!(Stay, StayParts, StayParts::read);

/// Hours in a zone: Monday to Friday 9–17, where they are left out.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PostParts {
    zone: String,
    hours: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    stays: Vec<StayParts>,
}

impl From<&Post> for PostParts {
    fn from(post: &Post) -> Self {
        let stays = post.stays().iter().map(StayParts::from).collect();
        Self { zone: post.zone().name(), hours: Some(post.hours().to_string()), stays }
    }
}

impl PostParts {
    fn read(self) -> Result<Post, Fault> {
        let zone = within("zone", self.zone.parse())?;
        let hours = within("hours", self.hours.map_or_else(|| Ok(WeeklyHours::default()), |h| h.parse()))?;
        let stays = each("stays", self.stays, StayParts::read)?.into_iter();
        Ok(stays.fold(Post::new(zone, hours), |post, Stay { dates, zone }| post.with_stay(&zone, dates)))
    }
}

through!(Post, PostParts, PostParts::read);

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ScheduleParts {
    posts: Vec<PostParts>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    days_off: Vec<String>,
}

impl From<&Schedule> for ScheduleParts {
    fn from(schedule: &Schedule) -> Self {
        Self {
            posts: schedule.posts().iter().map(PostParts::from).collect(),
            days_off: schedule.days_off().iter().map(NaiveDate::to_string).collect(),
        }
    }
}

impl ScheduleParts {
    fn read(self) -> Result<Schedule, Fault> {
        let posts = each("posts", self.posts, PostParts::read)?;
        let schedule = Schedule::of_posts(posts).ok_or("posts: there is none; give at least one")?;
        let days_off = self.days_off.iter().enumerate();
        let days_off = days_off.map(|(place, day)| date(&format!("days_off[{place}]"), day));
        Ok(schedule.with_days_off(days_off.collect::<Result<Vec<_>, _>>()?))
    }
}

through!(Schedule, ScheduleParts, ScheduleParts::read);

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct MemberParts {
    name: String,
    posts: Vec<PostParts>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    days_off: Vec<String>,
    #[serde(default)]
    attendance: Attendance,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    team: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    role: Option<String>,
}

impl From<&Member> for MemberParts {
    fn from(member: &Member) -> Self {
        let ScheduleParts { posts, days_off } = ScheduleParts::from(&member.schedule);
        let Member { name, attendance, team, role, .. } = member.clone();
        Self { name, posts, days_off, attendance, team, role }
    }
}

impl MemberParts {
    fn read(self) -> Result<Member, Fault> {
        let Self { name, posts, days_off, attendance, team, role } = self;
        let schedule = ScheduleParts { posts, days_off }.read()?;
        Ok(Member { name, schedule, attendance, team, role })
    }
}

through!(Member, MemberParts, MemberParts::read);

impl Serialize for Team {
    /// Its members, in roster order.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.members().map(Member::from))
    }
}

impl<'de> Deserialize<'de> for Team {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let members = Vec::<MemberParts>::deserialize(deserializer)?;
        let mut team = Self::new();
        for member in each("", members, MemberParts::read).map_err(de::Error::custom)? {
            team.add(member);
        }
        Ok(team)
    }
}
