//! Teams: stays, posts, schedules, members.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{DateRangeParts, Fault, date, each, through, within};
use crate::hours::WeeklyHours;
use crate::minutes::Minutes;
use crate::team::{Attendance, Member, Post, Schedule, Stay, Team};

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
    /// The zone on whose clock the hours are read, where it is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hours_on: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    stays: Vec<StayParts>,
}

impl From<&Post> for PostParts {
    fn from(post: &Post) -> Self {
        let stays = post.stated_stays().iter().map(StayParts::from).collect();
        let hours_on = post.hours_on().map(crate::zone::Zone::name);
        Self { zone: post.zone().name(), hours: Some(post.hours().to_string()), hours_on, stays }
    }
}

impl PostParts {
    fn read(self) -> Result<Post, Fault> {
        let zone = within("zone", self.zone.parse())?;
        let hours = within("hours", self.hours.map_or_else(|| Ok(WeeklyHours::default()), |h| h.parse()))?;
        let hours_on = self.hours_on.map(|zone| within("hours_on", zone.parse())).transpose()?;
        let stays = each("stays", self.stays, StayParts::read)?.into_iter();
        let post = Post::new(zone, hours).with_hours_on(hours_on);
        Ok(stays.fold(post, |post, Stay { dates, zone }| post.with_stay(&zone, dates)))
    }
}

through!(Post, PostParts, PostParts::read);

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ScheduleParts {
    posts: Vec<PostParts>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    days_off: Vec<String>,
    /// In minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    flex: Option<i64>,
}

impl From<&Schedule> for ScheduleParts {
    fn from(schedule: &Schedule) -> Self {
        Self {
            posts: schedule.posts().iter().map(PostParts::from).collect(),
            days_off: schedule.days_off().iter().map(NaiveDate::to_string).collect(),
            flex: schedule.flex().map(|flex| flex.get().into()),
        }
    }
}

impl ScheduleParts {
    fn read(self) -> Result<Schedule, Fault> {
        let posts = each("posts", self.posts, PostParts::read)?;
        let schedule = Schedule::of_posts(posts).ok_or("posts: there is none; give at least one")?;
        let days_off = self.days_off.iter().enumerate();
        let days_off = days_off.map(|(place, day)| date(&format!("days_off[{place}]"), day));
        let schedule = schedule.with_days_off(days_off.collect::<Result<Vec<_>, _>>()?);
        let Some(flex) = self.flex else { return Ok(schedule) };
        let minutes = u32::try_from(flex).map_err(|_| format!("flex: {flex} is no number of minutes"))?;
        Ok(schedule.with_flex(Minutes(minutes)))
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
    /// In minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    flex: Option<i64>,
    #[serde(default)]
    attendance: Attendance,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    team: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    role: Option<String>,
}

impl From<&Member> for MemberParts {
    fn from(member: &Member) -> Self {
        let ScheduleParts { posts, days_off, flex } = ScheduleParts::from(&member.schedule);
        let Member { name, attendance, team, role, .. } = member.clone();
        Self { name, posts, days_off, flex, attendance, team, role }
    }
}

impl MemberParts {
    fn read(self) -> Result<Member, Fault> {
        let Self { name, posts, days_off, flex, attendance, team, role } = self;
        let schedule = ScheduleParts { posts, days_off, flex }.read()?;
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
