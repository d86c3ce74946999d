//! Teams: stays, posts, schedules, members.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::named::{List, named};
use super::{DateRangeParts, Fault, date, each, through, within};
use crate::dates::DateRange;
use crate::duration::Shift;
use crate::hours::WeeklyHours;
use crate::minutes::{DAY, Minutes};
use crate::team::{Attendance, DatedShift, Holidays, Member, Post, Schedule, Stay, Team};
use crate::zone::Zone;

#[derive(Serialize)]
struct StayParts {
    zone: String,
    first: String,
    last: String,
}

named!(StayParts: zone, first, last);

impl From<&Stay> for StayParts {
    fn from(Stay { dates, zone, .. }: &Stay) -> Self {
        Self { zone: zone.name(), first: dates.first().to_string(), last: dates.last().to_string() }
    }
}

impl StayParts {
    fn read(self) -> Result<Stay, Fault> {
        let dates = DateRangeParts { first: self.first, last: self.last }.read()?;
        Ok(Stay::new(within("zone", Zone::named(&self.zone))?, dates))
    }
}

through!(Stay, StayParts, StayParts::read);

/// Hours in a zone: Monday to Friday 9–17, where they are left out.
#[derive(Serialize)]
struct PostParts {
    zone: String,
    hours: Option<String>,
    /// The zone on whose clock the hours are read, where it is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    hours_on: Option<String>,
    #[serde(skip_serializing_if = "List::is_empty")]
    stays: List<StayParts>,
}

named!(PostParts: zone, hours, hours_on, stays);

impl From<&Post> for PostParts {
    fn from(post: &Post) -> Self {
        let stays = post.stated_stays().iter().map(StayParts::from).collect();
        let hours_on = post.hours_on().map(Zone::name);
        Self { zone: post.zone().name(), hours: Some(post.stated_hours().to_string()), hours_on, stays }
    }
}

impl PostParts {
    fn read(self) -> Result<Post, Fault> {
        let zone = within("zone", Zone::named(&self.zone))?;
        let hours = within("hours", self.hours.map_or_else(|| Ok(WeeklyHours::default()), |h| h.parse()))?;
        let hours_on = self.hours_on.map(|zone| within("hours_on", Zone::named(&zone))).transpose()?;
        let stays = each("stays", self.stays, StayParts::read)?.into_iter();
        let post = Post::new(zone, hours).with_hours_on(hours_on);
        Ok(stays.fold(post, |post, stay| post.with_stay(&stay)))
    }
}

through!(Post, PostParts, PostParts::read);

#[derive(Serialize)]
struct HolidayParts {
    date: String,
    name: String,
}

named!(HolidayParts: date, name);

impl From<(NaiveDate, &str)> for HolidayParts {
    fn from((date, name): (NaiveDate, &str)) -> Self {
        Self { date: date.to_string(), name: name.to_owned() }
    }
}

impl HolidayParts {
    fn read(self) -> Result<(NaiveDate, String), Fault> {
        Ok((date("date", &self.date)?, self.name))
    }
}

impl Serialize for Holidays {
    /// A list of dates with their names.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(HolidayParts::from))
    }
}

#[derive(Serialize)]
struct ScheduleParts {
    posts: List<PostParts>,
    #[serde(skip_serializing_if = "List::is_empty")]
    days_off: List<String>,
    /// What those of them are called that have a name.
    #[serde(skip_serializing_if = "List::is_empty")]
    holidays: List<HolidayParts>,
    /// In minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    flex: Option<i64>,
    /// How far the day is moved from these hours, in minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    moved_by: Option<i64>,
    /// How far on some dates, where that is something else.
    #[serde(skip_serializing_if = "List::is_empty")]
    moved_on: List<DatedShiftParts>,
}

named!(ScheduleParts: posts, days_off, holidays, flex, moved_by, moved_on);

impl From<&Schedule> for ScheduleParts {
    fn from(schedule: &Schedule) -> Self {
        Self {
            posts: schedule.posts().iter().map(PostParts::from).collect(),
            days_off: schedule.days_off().iter().map(NaiveDate::to_string).collect(),
            holidays: schedule.holidays().iter().map(HolidayParts::from).collect(),
            flex: schedule.flex().map(|flex| flex.get().into()),
            moved_by: (schedule.moved_by() != Shift::NONE).then(|| schedule.moved_by().minutes().into()),
            moved_on: schedule.moved_on().iter().map(DatedShiftParts::from).collect(),
        }
    }
}

impl ScheduleParts {
    fn read(self) -> Result<Schedule, Fault> {
        let posts = each("posts", self.posts, PostParts::read)?;
        let schedule = Schedule::of_posts(posts).ok_or("posts: there is none; give at least one")?;
        let days_off = self.days_off.0.iter().enumerate();
        let days_off = days_off.map(|(place, day)| date(&format!("days_off[{place}]"), day));
        let schedule = schedule.with_days_off(days_off.collect::<Result<Vec<_>, _>>()?);
        let holidays = each("holidays", self.holidays, HolidayParts::read)?;
        let schedule = schedule.with_holidays(&Holidays::new(holidays));
        let moved_by = self.moved_by.map(|by| shift("moved_by", by)).transpose()?;
        let schedule = schedule.with_shift(moved_by.unwrap_or(Shift::NONE));
        let moved_on = each("moved_on", self.moved_on, DatedShiftParts::read)?.into_iter();
        let schedule = moved_on.fold(schedule, |known, (dates, by)| known.with_shift_on(dates, by));
        let Some(flex) = self.flex else { return Ok(schedule) };
        let minutes = u32::try_from(flex).map_err(|_| format!("flex: {flex} is no number of minutes"))?;
        Ok(schedule.with_flex(Minutes(minutes)))
    }
}

through!(Schedule, ScheduleParts, ScheduleParts::read);

/// A day's move of so many minutes.
fn shift(field: &str, by: i64) -> Result<Shift, Fault> {
    let near = i32::try_from(by).ok().filter(|by| by.unsigned_abs() <= DAY as u32 / 2);
    near.map(Shift::of)
        .ok_or_else(|| format!("{field}: a day cannot be moved by {by} minutes: 720 are the most"))
}

#[derive(Serialize)]
struct DatedShiftParts {
    first: String,
    last: String,
    /// In minutes.
    by: i64,
}

named!(DatedShiftParts: first, last, by);

impl From<&DatedShift> for DatedShiftParts {
    fn from(DatedShift { dates, by }: &DatedShift) -> Self {
        let (first, last) = (dates.first().to_string(), dates.last().to_string());
        Self { first, last, by: by.minutes().into() }
    }
}

impl DatedShiftParts {
    fn read(self) -> Result<(DateRange, Shift), Fault> {
        let dates = DateRangeParts { first: self.first, last: self.last }.read()?;
        Ok((dates, shift("by", self.by)?))
    }
}

#[derive(Serialize)]
struct MemberParts {
    name: String,
    posts: List<PostParts>,
    #[serde(skip_serializing_if = "List::is_empty")]
    days_off: List<String>,
    /// What those of them are called that have a name.
    #[serde(skip_serializing_if = "List::is_empty")]
    holidays: List<HolidayParts>,
    /// In minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    flex: Option<i64>,
    /// How far the day is moved from these hours, in minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    moved_by: Option<i64>,
    /// How far on some dates, where that is something else.
    #[serde(skip_serializing_if = "List::is_empty")]
    moved_on: List<DatedShiftParts>,
    attendance: Attendance,
    #[serde(skip_serializing_if = "Option::is_none")]
    team: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
}

named!(MemberParts: name, posts, days_off, holidays, flex, moved_by, moved_on, attendance, team, role, place);

impl From<&Member> for MemberParts {
    fn from(member: &Member) -> Self {
        let ScheduleParts { posts, days_off, holidays, flex, moved_by, moved_on } =
            ScheduleParts::from(&member.schedule);
        let Member { name, attendance, team, role, place, .. } = member.clone();
        Self { name, posts, days_off, holidays, flex, moved_by, moved_on, attendance, team, role, place }
    }
}

impl MemberParts {
    fn read(self) -> Result<Member, Fault> {
        let Self { name, posts, days_off, holidays, flex, moved_by, moved_on, attendance, team, role, place } =
            self;
        let schedule = ScheduleParts { posts, days_off, holidays, flex, moved_by, moved_on }.read()?;
        Ok(Member { name, schedule, attendance, team, role, place })
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
        let members = List::<MemberParts>::deserialize(deserializer)?;
        let mut team = Self::new();
        for member in each("", members, MemberParts::read).map_err(de::Error::custom)? {
            team.add(member);
        }
        Ok(team)
    }
}
