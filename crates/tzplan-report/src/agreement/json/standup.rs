//! What an agreement says about a stand-up.

use std::collections::BTreeMap;

use tzplan::agreement::{AgreedSeason, Standup, StandupTime};
use tzplan::meeting::{Cause, Cost, DateOff, RotationWeek, Slot};
use tzplan::{MemberRef, ScheduleId};

use super::filled::Keys;
use super::keys::{
    MeetingKeys, StandupCost, StandupLocal, StandupOff, StandupSeason, TurnAskedKeys, TurnKeys,
};
use crate::json::head::Spelled;

impl<'a> Keys<'a> {
    pub(super) fn meeting(&self, standup: &'a Standup) -> MeetingKeys<'a> {
        let (slot, meetings) = (standup.choice.as_ref().map(|choice| choice.plan.slot), &standup.meetings);
        let local = standup.profiles.iter().enumerate().flat_map(|(place, profile)| {
            let seasons = || {
                let times = self.agreement.seasons.iter().zip(&standup.times);
                let season = |(season, times): (&AgreedSeason, &Vec<StandupTime>)| StandupSeason {
                    first: season.season.first(),
                    last: season.season.last(),
                    days_later: times[place].days_later,
                    time: times[place].time.to_string(),
                };
                times.map(season).collect()
            };
            let of_profile = match standup.pod {
                Some(_) => self.roll.counting(*profile),
                None => self.roll.members(*profile).to_vec(),
            };
            let members = self.roll.keyed(&of_profile).into_iter();
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
        let chosen = standup.choice.iter().flat_map(|choice| &choice.slots);
        let mut off: Vec<DateOff> = chosen.flat_map(|slot| meetings.dates_off(*slot)).collect();
        off.sort();
        let mut alike: BTreeMap<ScheduleId, Vec<MemberRef<'a>>> = BTreeMap::new();
        for member in meetings.prepared().team().members() {
            alike.entry(member.schedule_id()).or_default().push(member);
        }
        let absent = |off: DateOff| {
            let keys = |(member, members): (MemberRef<'a>, Option<u32>)| StandupOff {
                date: off.date,
                name: member.name(),
                members,
                holiday: off.holiday.clone(),
            };
            self.roll.keyed(&alike[&off.schedule]).into_iter().map(keys).collect::<Vec<_>>()
        };
        let turn = |week: &RotationWeek| TurnKeys {
            date: week.occurrence.date,
            day: Spelled(week.slot.day()),
            time: week.slot.time.to_string(),
            asked: asked(standup, week),
        };
        MeetingKeys {
            pod: standup.pod,
            days: standup
                .choice
                .as_ref()
                .map(|choice| tzplan::hours::show_days(choice.slots.iter().map(Slot::day).collect())),
            time: slot.map(|slot| slot.time.to_string()),
            clean: standup.is_clean(),
            local: local.collect(),
            costs: paid.collect(),
            off: off.into_iter().flat_map(absent).collect(),
            rotation: standup.rotation.as_ref().map(|turns| turns.weeks.iter().map(turn).collect()),
        }
    }
}

/// Whom a turn asks for something, in roster order.
fn asked<'a>(standup: &'a Standup, week: &RotationWeek) -> Vec<TurnAskedKeys<'a>> {
    let members = standup.meetings.prepared().team().members();
    let asked = members.filter_map(|member| {
        let time = standup.meetings.occurrence_for(&week.occurrence, member.schedule_id())?;
        (!time.asked.is_within_hours()).then(|| TurnAskedKeys {
            name: member.name(),
            no_workday: time.asked.no_workday,
            stretch: time.asked.stretch.get(),
            night: time.asked.night.get(),
        })
    });
    asked.collect()
}
