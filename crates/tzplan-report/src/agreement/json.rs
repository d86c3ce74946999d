//! An agreement for programs.

use std::io;

use chrono::NaiveDate;
use serde::Serialize;
use tzplan::agreement::{
    AgreedMove, AgreedShifts, Agreement, ClockChange, CoreHours, Group, Moved, MovedWhat, Standup,
    StandupTime,
};
use tzplan::meeting::{Cause, Cost, RotationWeek};
use tzplan::reply::Wait;
use tzplan::target::WeekWindow;
use tzplan::{MemberId, MemberRef, Model, ProfileId};

use super::AgreementDocument;
use super::csv::end;
use super::roll::Roll;
use crate::json::head::{Head, Overlap, Spelled};
use crate::json::wait::WaitFigures;
use crate::json::write;
use crate::words::clock::time;
use crate::words::people::Names;

/// A working agreement. Times are on the clock of who is named; hours are weekly ones, as a roster writes them, and
/// belong to the day on which they start. In a team of more than 40 people lists have an entry for each different
/// schedule instead of each person, named by its first member, with how many `members` have it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "agreement"))]
pub(crate) struct AgreementKeys<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// The model that the team runs on.
    model: Spelled<Model>,
    /// Daily overlap that is asked, in minutes.
    target: u32,
    /// Questions that block the asker longer, at the 95th percentile, are marked: minutes.
    reply_within: u32,
    /// How long stand-ups last, in minutes.
    duration: u32,
    /// Who is in which pod of a hybrid team; null under other models.
    pods: Option<Vec<Vec<&'a str>>>,
    /// Who of a hybrid team is in no pod.
    alone: Vec<&'a str>,
    /// Whose day is moved, and by how much.
    shifts: Vec<ShiftKeys<'a>>,
    /// When all of a group are at work, by season; of everyone under the overlap models, of each pod of a hybrid team.
    core_hours: Vec<CoreKeys<'a>>,
    /// Under async: with whom each meets the target as a pair.
    peers: Vec<PeerKeys<'a>>,
    /// The stand-ups: of everyone, then of each pod.
    meetings: Vec<MeetingKeys<'a>>,
    /// Whom to ask at which hour.
    ask: Vec<AskKeys<'a>>,
    /// How long a question may block whom.
    blocked: Vec<BlockedKeys<'a>>,
    /// Who goes on when somebody's day ends, by season.
    handoffs: Vec<HandoffKeys<'a>>,
    /// The dates on which clocks change, with what moves for whom.
    clock_changes: Vec<ChangeKeys<'a>>,
    /// Who works at night, agreed shifts kept.
    night: Vec<NightKeys<'a>>,
}

/// A day that is moved.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AgreedShift"))]
struct ShiftKeys<'a> {
    /// Who moves.
    name: &'a str,
    /// How many move alike; only where an entry stands for a schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    members: Option<u32>,
    /// The first date on which it is kept.
    first: NaiveDate,
    /// The last date, inclusive.
    last: NaiveDate,
    /// Whether it is kept all year, and so in everything else here.
    all_year: bool,
    /// By how many minutes; later is positive.
    shift: i32,
    /// The hours they keep on their own clock; those of several posts joined by ` + `, with the clock behind hours
    /// that are read on another one.
    hours: String,
    /// Minutes a week of those hours that are night work.
    night_minutes_per_week: u32,
    /// Their part of all the moving, 0 to 1.
    share: f64,
}

/// What a group shares in a season.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CoreHours"))]
struct CoreKeys<'a> {
    /// The first date of the season.
    first: NaiveDate,
    /// The last date, inclusive.
    last: NaiveDate,
    /// The pod, a place in `pods`, from 0; null for everyone.
    pod: Option<usize>,
    /// Daily overlap.
    overlap: Overlap,
    /// The shared minutes of the UTC week.
    windows: Vec<WindowKeys>,
    /// They as hours on the home clock: `13:30-17:30 Mon-Fri`; empty where nothing is shared.
    home: String,
    /// The same on everybody's own clock.
    people: Vec<HoursKeys<'a>>,
}

/// A window of the UTC week.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CoreWindow"))]
struct WindowKeys {
    /// The minute of the week at which it starts, from Monday 00:00 UTC.
    start: u16,
    /// How long it lasts.
    minutes: u32,
}

/// Hours on somebody's own clock.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "OwnHours"))]
struct HoursKeys<'a> {
    /// Whose clock it is.
    name: &'a str,
    /// How many have that schedule; only where an entry stands for a schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    members: Option<u32>,
    /// The hours: `08:30-12:30 Mon-Fri`.
    hours: String,
}

/// With whom somebody meets the target.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Peers"))]
struct PeerKeys<'a> {
    /// Who.
    name: &'a str,
    /// How many have that schedule; only where an entry stands for a schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    members: Option<u32>,
    /// With whom; empty: nobody.
    with: Vec<&'a str>,
}

/// A stand-up.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Standup"))]
struct MeetingKeys<'a> {
    /// The pod, a place in `pods`, from 0; null for everyone.
    pod: Option<usize>,
    /// The weekdays on which it can be held, on the home clock; null where the planning range has no Monday to Friday.
    days: Option<String>,
    /// The time on the home clock.
    time: Option<String>,
    /// Whether it is within the hours of everybody who comes, all year.
    clean: bool,
    /// What time it is for whom.
    local: Vec<StandupLocal<'a>>,
    /// Whom it costs what, days off aside.
    costs: Vec<StandupCost<'a>>,
    /// Where it is not clean: turns, a time for each of some weeks; else null.
    rotation: Option<Vec<TurnKeys>>,
}

/// What time a stand-up is for somebody.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StandupLocal"))]
struct StandupLocal<'a> {
    /// For whom.
    name: &'a str,
    /// How many have that schedule; only where an entry stands for a schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    members: Option<u32>,
    /// By season.
    seasons: Vec<StandupSeason>,
}

/// What time a stand-up is in a season.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StandupSeason"))]
struct StandupSeason {
    /// The first date of the season.
    first: NaiveDate,
    /// The last date, inclusive.
    last: NaiveDate,
    /// The date on their clock less that on the home clock: -1, 0 or 1.
    days_later: i32,
    /// The time on their clock.
    time: String,
}

/// What a stand-up costs somebody.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StandupCost"))]
struct StandupCost<'a> {
    /// Whom.
    name: &'a str,
    /// The first date on which it does.
    first: NaiveDate,
    /// The last date, inclusive.
    last: NaiveDate,
    /// How often.
    occurrences: usize,
    /// Whether these are no workdays of theirs.
    no_workday: bool,
    /// How much longer their day gets each time, in minutes.
    stretch: u32,
    /// Minutes at night each time.
    night: u32,
}

/// A turn.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StandupTurn"))]
struct TurnKeys {
    /// The date on the home clock.
    date: NaiveDate,
    /// The weekday.
    day: Spelled<chrono::Weekday>,
    /// The time on the home clock.
    time: String,
}

/// Whom somebody can ask.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Ask"))]
struct AskKeys<'a> {
    /// Who asks.
    name: &'a str,
    /// How many have that schedule; only where an entry stands for a schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    members: Option<u32>,
    /// The hours of their day, by season; together they are all of it.
    hours: Vec<AskHoursKeys<'a>>,
}

/// Hours in which the same people can be asked.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AskHours"))]
struct AskHoursKeys<'a> {
    /// The first date of the season.
    first: NaiveDate,
    /// The last date, inclusive.
    last: NaiveDate,
    /// The weekdays on which they start, on the asker's own clock.
    days: String,
    /// Where they start, on the asker's own clock.
    from: String,
    /// Where they end; no later than the start: on the next day.
    to: String,
    /// Who else is at work throughout; empty: nobody.
    whom: Vec<&'a str>,
}

/// How long questions block somebody.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Blocked"))]
struct BlockedKeys<'a> {
    /// Who asks.
    name: &'a str,
    /// How many have that schedule; only where an entry stands for a schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    members: Option<u32>,
    /// Asking whoever is at work first.
    anybody: WaitFigures,
    /// Asking who keeps them waiting longest; null where nobody else is there.
    slowest: Option<SlowestKeys<'a>>,
}

/// Who keeps somebody waiting longest.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Slowest"))]
struct SlowestKeys<'a> {
    /// Who is asked.
    name: &'a str,
    /// Whether more than 5% of the questions block the asker for longer than `reply_within`.
    over: bool,
    #[serde(flatten)]
    wait: WaitFigures,
}

/// Somebody's day ends while another is at work.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AgreedHandoff"))]
struct HandoffKeys<'a> {
    /// The first date of the season.
    first: NaiveDate,
    /// The last date, inclusive.
    last: NaiveDate,
    /// Whose day ends.
    from: Vec<&'a str>,
    /// Who goes on.
    to: Vec<&'a str>,
    /// The weekdays on which it ends, on the clock of who leaves.
    days: String,
    /// When, on the clock of who leaves.
    ends: String,
    /// The same moment on the clock of who goes on.
    there: String,
    /// Minutes a week in which both are at work.
    shared_minutes_per_week: u32,
}

/// A date from which on clocks show another time.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ClockChange"))]
struct ChangeKeys<'a> {
    /// The date.
    date: NaiveDate,
    /// Whose clocks change.
    names: Vec<&'a str>,
    /// By how many minutes each is set forward, in the order of `names`; back where negative.
    forward: Vec<i32>,
    /// Minutes by which the home clock is set forward; 0 where it stays.
    home_forward: i32,
    /// What is at another time of their own clock from then on.
    moves: Vec<MovedKeys<'a>>,
}

/// Something that moves on somebody's own clock.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Moved"))]
struct MovedKeys<'a> {
    /// For whom.
    name: &'a str,
    /// What.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["core-hours", "stand-up", "day"])))]
    what: &'static str,
    /// Of which pod, a place in `pods`, from 0; null for everyone's and for their own day.
    pod: Option<usize>,
    /// Until then: hours, or the time of a stand-up, with ` -1` or ` +1` on the day before or after.
    from: String,
    /// From then on.
    to: String,
}

/// Somebody who works at night.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AgreedNight"))]
struct NightKeys<'a> {
    /// Who.
    name: &'a str,
    /// How many have that schedule; only where an entry stands for a schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    members: Option<u32>,
    /// Minutes of their hours a week that are night work.
    minutes_per_week: u32,
}

pub(super) fn write(document: &AgreementDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let agreement = document.agreement;
    let prepared = agreement.prepared();
    let keys = Keys { agreement, roll: Roll::of(prepared, Names::Whole) };

    let in_pods = agreement.groups.iter().filter(|group| group.pod.is_some());
    let pods: Vec<Vec<&str>> = in_pods.map(|group| keys.counting(&group.profiles)).collect();
    let night = agreement.night.iter().flat_map(|(profile, minutes)| {
        let night = |(name, members)| NightKeys { name, members, minutes_per_week: minutes.get() };
        keys.each(*profile).into_iter().map(night).collect::<Vec<_>>()
    });
    let document = AgreementKeys {
        head: Head::new(document.context, prepared.horizon()),
        model: Spelled(agreement.model),
        target: agreement.target.get(),
        reply_within: agreement.reply_within.get(),
        duration: agreement.duration.get(),
        pods: (agreement.model == Model::Hybrid).then_some(pods),
        alone: keys.counting(&agreement.alone),
        shifts: agreement.shifts.iter().flat_map(|shifts| keys.shifts(shifts)).collect(),
        core_hours: agreement.groups.iter().flat_map(|group| keys.core_hours(group)).collect(),
        peers: agreement.peers.iter().flat_map(|(profile, with)| keys.peers(*profile, with)).collect(),
        meetings: agreement.standups.iter().map(|standup| keys.meeting(standup)).collect(),
        ask: agreement.ask.iter().flat_map(|ask| keys.ask(ask)).collect(),
        blocked: agreement.blocked.iter().flat_map(|blocked| keys.blocked(blocked)).collect(),
        handoffs: agreement
            .handoffs
            .iter()
            .map(|handoff| HandoffKeys {
                first: agreement.seasons[handoff.season].season.first(),
                last: agreement.seasons[handoff.season].season.last(),
                from: keys.counting(&[handoff.from]),
                to: keys.counting(&[handoff.to]),
                days: tzplan::hours::show_days(handoff.days),
                ends: handoff.ends.to_string(),
                there: handoff.there.to_string(),
                shared_minutes_per_week: handoff.shared_minutes_per_week.get(),
            })
            .collect(),
        clock_changes: agreement.clock_changes.iter().map(|change| keys.change(change)).collect(),
        night: night.collect(),
    };
    write::write(out, &document)
}

struct Keys<'a> {
    agreement: &'a Agreement,
    roll: Roll<'a>,
}

impl<'a> Keys<'a> {
    /// Names of the required members of some profiles, in roster order.
    fn counting(&self, profiles: &[ProfileId]) -> Vec<&'a str> {
        let of_each = profiles.iter().flat_map(|profile| self.roll.keyed(&self.roll.counting(*profile)));
        let mut members: Vec<MemberRef<'a>> = of_each.map(|(member, _)| member).collect();
        members.sort_unstable_by_key(|member| member.index());
        members.into_iter().map(MemberRef::name).collect()
    }

    /// Everybody of a profile.
    fn each(&self, profile: ProfileId) -> Vec<(&'a str, Option<u32>)> {
        let keyed = self.roll.keyed(self.roll.members(profile)).into_iter();
        keyed.map(|(member, members)| (member.name(), members)).collect()
    }

    fn members(&self, ids: &[MemberId]) -> Vec<MemberRef<'a>> {
        ids.iter().filter_map(|id| self.agreement.prepared().team().member(*id)).collect()
    }

    fn shifts(&self, shifts: &AgreedShifts) -> Vec<ShiftKeys<'a>> {
        let keys = |one: &AgreedMove| {
            let members = self.members(&one.members);
            let posts = members.first().map_or(&[][..], |member| member.schedule().posts());
            let hours: Vec<String> =
                posts.iter().zip(&one.asked.hours).map(|(post, hours)| post.spell(hours)).collect();
            let key = |(member, members): (MemberRef<'a>, Option<u32>)| ShiftKeys {
                name: member.name(),
                members,
                first: shifts.dates.first(),
                last: shifts.dates.last(),
                all_year: shifts.all_year,
                shift: one.asked.shift.minutes(),
                hours: hours.join(" + "),
                night_minutes_per_week: one.asked.night_minutes_per_week.get(),
                share: one.asked.share,
            };
            self.roll.keyed(&members).into_iter().map(key).collect::<Vec<_>>()
        };
        shifts.moves.iter().flat_map(keys).collect()
    }

    fn core_hours(&self, group: &Group) -> Vec<CoreKeys<'a>> {
        let window =
            |window: &WeekWindow| WindowKeys { start: window.start.get(), minutes: window.minutes.get() };
        let keys = |(season, core): (&tzplan::agreement::AgreedSeason, &CoreHours)| {
            let people = core.people.iter().flat_map(|person| {
                let hours = person.hours.to_string();
                let members = self.roll.keyed(&self.roll.counting(person.profile)).into_iter();
                members
                    .map(move |(member, members)| HoursKeys {
                        name: member.name(),
                        members,
                        hours: hours.clone(),
                    })
                    .collect::<Vec<_>>()
            });
            CoreKeys {
                first: season.season.first(),
                last: season.season.last(),
                pod: group.pod,
                overlap: core.overlap.daily.into(),
                windows: core.overlap.windows.iter().map(window).collect(),
                home: core.home.to_string(),
                people: people.collect(),
            }
        };
        self.agreement.seasons.iter().zip(&group.core).map(keys).collect()
    }

    fn peers(&self, profile: ProfileId, with: &[ProfileId]) -> Vec<PeerKeys<'a>> {
        let keys = |(member, members): (MemberRef<'a>, Option<u32>)| {
            let mut names: Vec<MemberRef<'a>> = with
                .iter()
                .flat_map(|profile| self.roll.keyed(&self.roll.counting(*profile)))
                .map(|(other, _)| other)
                .filter(|other| other.id() != member.id())
                .collect();
            names.sort_unstable_by_key(|member| member.index());
            PeerKeys { name: member.name(), members, with: names.into_iter().map(MemberRef::name).collect() }
        };
        self.roll.keyed(&self.roll.counting(profile)).into_iter().map(keys).collect()
    }

    fn meeting(&self, standup: &'a Standup) -> MeetingKeys<'a> {
        let (slot, meetings) = (standup.choice.as_ref().map(|choice| choice.plan.slot), &standup.meetings);
        let local = standup.profiles.iter().enumerate().flat_map(|(place, profile)| {
            let seasons = || {
                let times = self.agreement.seasons.iter().zip(&standup.times);
                let season =
                    |(season, times): (&tzplan::agreement::AgreedSeason, &Vec<StandupTime>)| StandupSeason {
                        first: season.season.first(),
                        last: season.season.last(),
                        days_later: times[place].days_later,
                        time: times[place].time.to_string(),
                    };
                times.map(season).collect()
            };
            let members = self.roll.keyed(&self.roll.counting(*profile)).into_iter();
            members
                .map(|(member, members)| StandupLocal { name: member.name(), members, seasons: seasons() })
                .collect::<Vec<_>>()
        });
        let costs = slot.map(|slot| meetings.costs(slot)).unwrap_or_default();
        let cost = |member: MemberRef<'a>, cost: &Cost| StandupCost {
            name: member.name(),
            first: cost.first(),
            last: cost.last(),
            occurrences: cost.dates.len(),
            no_workday: cost.asked.no_workday,
            stretch: cost.asked.stretch.get(),
            night: cost.asked.night.get(),
        };
        let coming = meetings.prepared().team().members();
        let paid = coming.flat_map(|member| {
            let own = costs.iter().filter(move |cost| cost.schedule == member.schedule_id());
            let own = own.filter(|cost| cost.cause != Cause::DayOff);
            own.map(|one| cost(member, one)).collect::<Vec<_>>()
        });
        let turn = |week: &RotationWeek| TurnKeys {
            date: week.occurrence.date,
            day: Spelled(week.slot.day()),
            time: week.slot.time.to_string(),
        };
        MeetingKeys {
            pod: standup.pod,
            days: standup.choice.as_ref().map(|choice| {
                tzplan::hours::show_days(choice.slots.iter().map(tzplan::meeting::Slot::day).collect())
            }),
            time: slot.map(|slot| slot.time.to_string()),
            clean: standup.is_clean(),
            local: local.collect(),
            costs: paid.collect(),
            rotation: standup.rotation.as_ref().map(|turns| turns.weeks.iter().map(turn).collect()),
        }
    }

    fn ask(&self, ask: &tzplan::agreement::Ask) -> Vec<AskKeys<'a>> {
        let keys = |(member, members): (MemberRef<'a>, Option<u32>)| {
            let seasons = self.agreement.seasons.iter().zip(&ask.seasons);
            let hours = seasons.flat_map(|(season, hours)| {
                hours.iter().map(|hours| AskHoursKeys {
                    first: season.season.first(),
                    last: season.season.last(),
                    days: tzplan::hours::show_days(hours.days),
                    from: time(hours.from.into()),
                    to: end(hours.to),
                    whom: self.roll.raw(&hours.whom, Some(member)),
                })
            });
            AskKeys { name: member.name(), members, hours: hours.collect() }
        };
        self.roll.keyed(self.roll.members(ask.profile)).into_iter().map(keys).collect()
    }

    fn blocked(&self, blocked: &tzplan::agreement::Blocked) -> Vec<BlockedKeys<'a>> {
        let figures = |wait: Option<Wait>| WaitFigures::from(wait);
        let keys = |(member, members): (MemberRef<'a>, Option<u32>)| BlockedKeys {
            name: member.name(),
            members,
            anybody: figures(blocked.anybody),
            slowest: blocked.slowest.map(|slowest| SlowestKeys {
                name: self.members(&[slowest.member]).first().map_or("", |member| member.name()),
                over: slowest.is_over,
                wait: figures(Some(slowest.wait)),
            }),
        };
        self.roll.keyed(&self.members(&blocked.members)).into_iter().map(keys).collect()
    }

    fn change(&self, change: &ClockChange) -> ChangeKeys<'a> {
        let clocks = change.clocks.iter().flat_map(|clock| {
            let names = self.each(clock.profile).into_iter();
            names.map(|(name, _)| (name, clock.forward)).collect::<Vec<_>>()
        });
        let (names, forward) = clocks.unzip();
        ChangeKeys {
            date: change.date,
            names,
            forward,
            home_forward: change.home_forward,
            moves: change.moves.iter().flat_map(|moved| self.moved(moved)).collect(),
        }
    }

    fn moved(&self, moved: &Moved) -> Vec<MovedKeys<'a>> {
        let (what, pod, from, to) = match &moved.what {
            MovedWhat::CoreHours { pod, from, to } => ("core-hours", *pod, from.to_string(), to.to_string()),
            MovedWhat::Standup { pod, from, to } => ("stand-up", *pod, at(from), at(to)),
            MovedWhat::Day { from, to } => ("day", None, from.to_string(), to.to_string()),
        };
        // Core hours and stand-ups are those of required members.
        let members = match moved.what {
            MovedWhat::Day { .. } => self.roll.members(moved.profile).to_vec(),
            _ => self.roll.counting(moved.profile),
        };
        let members = self.roll.keyed(&members).into_iter();
        members
            .map(|(member, _)| MovedKeys {
                name: member.name(),
                what,
                pod,
                from: from.clone(),
                to: to.clone(),
            })
            .collect()
    }
}

/// `09:00`, `23:00 -1`.
pub(super) fn at(time: &StandupTime) -> String {
    match time.days_later {
        0 => time.time.to_string(),
        days => format!("{} {days:+}", time.time),
    }
}
