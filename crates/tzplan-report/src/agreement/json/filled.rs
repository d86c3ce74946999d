//! What an agreement says under each key.

use tzplan::agreement::{
    AgreedMove, AgreedShifts, Agreement, ClockChange, CoreHours, Group, Moved, MovedWhat, StandupTime,
};
use tzplan::reply::Wait;
use tzplan::target::WeekWindow;
use tzplan::{MemberId, MemberRef, ProfileId, ScheduleId};

use super::keys::{
    AskHoursKeys, AskKeys, BlockedKeys, ChangeKeys, CoreKeys, FewHoursKeys, HoursKeys, MovedKeys, PeerKeys,
    ShiftKeys, SlowestKeys, WindowKeys,
};
use crate::agreement::csv::end;
use crate::agreement::roll::Roll;
use crate::json::wait::WaitFigures;
use crate::words::clock::time;

/// An agreement, and who is named in it.
pub(super) struct Keys<'a> {
    pub(super) agreement: &'a Agreement,
    pub(super) roll: Roll<'a>,
}

impl<'a> Keys<'a> {
    /// Whether it is for a required member of some profiles, or an optional one of an optional profile.
    pub(super) fn is_for(&self, profiles: &[ProfileId]) -> bool {
        let mut members = profiles.iter().flat_map(|profile| self.roll.counting(*profile));
        members.any(|member| self.roll.is_for(member.id()))
    }

    /// Whether it is for somebody with a schedule.
    pub(super) fn is_of(&self, schedule: ScheduleId) -> bool {
        let mut members = self.agreement.prepared().team().members();
        members.any(|member| member.schedule_id() == schedule && self.roll.is_for(member.id()))
    }

    /// Names of the required members of some profiles, in roster order.
    pub(super) fn counting(&self, profiles: &[ProfileId]) -> Vec<&'a str> {
        let of_each = profiles.iter().flat_map(|profile| self.roll.named(&self.roll.counting(*profile)));
        let mut members: Vec<MemberRef<'a>> = of_each.map(|(member, _)| member).collect();
        members.sort_unstable_by_key(|member| member.index());
        members.into_iter().map(MemberRef::name).collect()
    }

    /// Everybody of a profile.
    pub(super) fn each(&self, profile: ProfileId) -> Vec<(&'a str, Option<u32>)> {
        let keyed = self.roll.keyed(self.roll.members(profile)).into_iter();
        keyed.map(|(member, members)| (member.name(), members)).collect()
    }

    pub(super) fn members(&self, ids: &[MemberId]) -> Vec<MemberRef<'a>> {
        ids.iter().filter_map(|id| self.agreement.prepared().team().member(*id)).collect()
    }

    pub(super) fn shifts(&self, shifts: &AgreedShifts) -> Vec<ShiftKeys<'a>> {
        let keys = |one: &AgreedMove| {
            let members = self.members(&one.members);
            let key = |(member, members): (MemberRef<'a>, Option<u32>)| ShiftKeys {
                name: member.name(),
                members,
                first: shifts.dates.first(),
                last: shifts.dates.last(),
                all_year: shifts.all_year,
                shift: one.asked.shift.minutes(),
                hours: one.asked.hours.to_string(),
                night_minutes_per_week: one.asked.night_minutes_per_week.get(),
                share: one.asked.share,
            };
            self.roll.keyed(&members).into_iter().map(key).collect::<Vec<_>>()
        };
        shifts.moves.iter().flat_map(keys).collect()
    }

    pub(super) fn core_hours(&self, group: &Group) -> Vec<CoreKeys<'a>> {
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
        if !self.is_for(&group.profiles) {
            return Vec::new();
        }
        self.agreement.seasons.iter().zip(&group.core).map(keys).collect()
    }

    pub(super) fn peers(&self, profile: ProfileId, with: &[ProfileId]) -> Vec<PeerKeys<'a>> {
        let keys = |(member, members): (MemberRef<'a>, Option<u32>)| {
            let mut names: Vec<MemberRef<'a>> = with
                .iter()
                .flat_map(|profile| self.roll.named(&self.roll.counting(*profile)))
                .map(|(other, _)| other)
                .filter(|other| other.id() != member.id())
                .collect();
            names.sort_unstable_by_key(|member| member.index());
            PeerKeys { name: member.name(), members, with: names.into_iter().map(MemberRef::name).collect() }
        };
        self.roll.keyed(&self.roll.counting(profile)).into_iter().map(keys).collect()
    }

    pub(super) fn ask(&self, ask: &tzplan::agreement::Ask) -> Vec<AskKeys<'a>> {
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

    pub(super) fn blocked(&self, blocked: &tzplan::agreement::Blocked) -> Vec<BlockedKeys<'a>> {
        let figures = |wait: Option<Wait>| WaitFigures::from(wait);
        let slowest = |slowest: tzplan::agreement::Slowest| SlowestKeys {
            name: self.members(&[slowest.member]).first().map_or("", |member| member.name()),
            over: slowest.is_over,
            wait: figures(Some(slowest.wait)),
        };
        let keys = |(member, members): (MemberRef<'a>, Option<u32>)| BlockedKeys {
            name: member.name(),
            members,
            anybody: figures(blocked.anybody),
            slowest: blocked.slowest.map(slowest),
        };
        self.roll.keyed(&self.members(&blocked.members)).into_iter().map(keys).collect()
    }

    pub(super) fn few_hours(&self, few: &tzplan::agreement::FewHours) -> Vec<FewHoursKeys<'a>> {
        let keys = |(member, members): (MemberRef<'a>, Option<u32>)| FewHoursKeys {
            name: member.name(),
            members,
            minutes_per_week: few.minutes_per_week.get(),
            over: few.is_over,
            wait: few.wait.into(),
        };
        self.roll.keyed(&self.members(&few.members)).into_iter().map(keys).collect()
    }

    /// `None` where nothing of it is theirs for whom it is.
    pub(super) fn change(&self, change: &ClockChange) -> Option<ChangeKeys<'a>> {
        let clocks = change.clocks.iter().flat_map(|clock| {
            let names = self.each(clock.profile).into_iter();
            names.map(|(name, _)| (name, clock.forward)).collect::<Vec<_>>()
        });
        let (names, forward): (Vec<_>, Vec<_>) = clocks.unzip();
        let moves: Vec<_> = change.moves.iter().flat_map(|moved| self.moved(moved)).collect();
        let is_theirs = self.roll.is_for_all() || !names.is_empty() || !moves.is_empty();
        let date = change.date;
        is_theirs.then_some(ChangeKeys { date, names, forward, home_forward: change.home_forward, moves })
    }

    pub(super) fn moved(&self, moved: &Moved) -> Vec<MovedKeys<'a>> {
        let (what, pod, from, to) = match &moved.what {
            MovedWhat::CoreHours { pod, from, to } => ("core-hours", *pod, from.to_string(), to.to_string()),
            MovedWhat::Standup { pod, from, to } => ("stand-up", *pod, at(from), at(to)),
            MovedWhat::Day { from, to } => ("day", None, from.to_string(), to.to_string()),
        };
        // Core hours and what is of a pod are those of required members.
        let members = match moved.what {
            MovedWhat::Day { .. } | MovedWhat::Standup { pod: None, .. } => {
                self.roll.members(moved.profile).to_vec()
            }
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
fn at(time: &StandupTime) -> String {
    match time.days_later {
        0 => time.time.to_string(),
        days => format!("{} {days:+}", time.time),
    }
}
