//! What an agreement says about a stand-up.

use std::collections::BTreeMap;

use chrono::WeekdaySet;
use tzplan::agreement::{AgreedSeason, Standup, StandupTime};
use tzplan::meeting::{Cause, Choice, DateOff, RotationWeek, Slot};
use tzplan::{MemberRef, ProfileId, ScheduleId};

use super::filled::Keys;
use super::keys::{
    LeastBadKeys, MeetingKeys, StandupCost, StandupLocal, StandupOff, StandupSeason, TurnAskedKeys, TurnKeys,
};
use crate::json::head::Spelled;

impl<'a> Keys<'a> {
    /// `None` where nobody comes for whom it is.
    pub(super) fn meeting(&self, standup: &'a Standup) -> Option<MeetingKeys<'a>> {
        let theirs = self.coming(standup);
        if theirs.is_empty() {
            return None;
        }
        let (slot, meetings) = (standup.choice.as_ref().map(|choice| choice.plan.slot), &standup.meetings);
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
            let members = match self.roll.is_for_all() {
                true => self.roll.keyed(&alike[&off.schedule]),
                false => {
                    let own = alike[&off.schedule].iter().filter(|member| theirs.contains(&member.index()));
                    own.map(|member| (*member, None)).collect()
                }
            };
            members.into_iter().map(keys).collect::<Vec<_>>()
        };
        let turn = |week: &RotationWeek| TurnKeys {
            date: week.occurrence.date,
            day: Spelled(week.slot.day()),
            time: week.slot.time.to_string(),
            asked: asked(standup, week, &theirs),
        };
        Some(MeetingKeys {
            pod: standup.pod,
            anchor: meetings.anchor().name(),
            days: standup.choice.as_ref().map(days),
            time: slot.map(|slot| slot.time.to_string()),
            clean: standup.is_clean(),
            local: standup.choice.as_ref().map(|choice| self.local(standup, choice)).unwrap_or_default(),
            costs: slot.map(|slot| costs(standup, slot, &theirs)).unwrap_or_default(),
            least_bad: standup.least_bad.as_ref().map(|choice| LeastBadKeys {
                days: days(choice),
                time: choice.plan.slot.time.to_string(),
                local: self.local(standup, choice),
                costs: costs(standup, choice.plan.slot, &theirs),
            }),
            off: off.into_iter().flat_map(absent).collect(),
            rotation: standup.rotation.as_ref().map(|turns| turns.weeks.iter().map(turn).collect()),
        })
    }

    /// What time it is for whom, in the seasons that have a date of it.
    fn local(&self, standup: &'a Standup, choice: &Choice) -> Vec<StandupLocal<'a>> {
        let days: WeekdaySet = choice.slots.iter().map(Slot::day).collect();
        let times = || {
            let times = self.agreement.seasons.iter().zip(&standup.times);
            times.filter(|(season, _)| season.has_any_of(days))
        };
        let of_one = |(place, profile): (usize, &ProfileId)| {
            let season = |(season, times): (&AgreedSeason, &Vec<StandupTime>)| StandupSeason {
                first: season.season.first(),
                last: season.season.last(),
                days_later: times[place].days_later,
                time: times[place].time.to_string(),
            };
            let of_profile = match standup.pod {
                Some(_) => self.roll.counting(*profile),
                None => self.roll.members(*profile).to_vec(),
            };
            let members = self.roll.keyed(&of_profile).into_iter();
            let local = |(member, members): (MemberRef<'a>, Option<u32>)| StandupLocal {
                name: member.name(),
                members,
                seasons: times().map(season).collect(),
            };
            members.map(local).collect::<Vec<_>>()
        };
        standup.profiles.iter().enumerate().flat_map(of_one).collect()
    }

    /// The places, among those who come to a stand-up, of those for whom it is.
    fn coming(&self, standup: &Standup) -> Vec<usize> {
        let mut coming: Vec<MemberRef<'a>> = standup
            .profiles
            .iter()
            .flat_map(|profile| match standup.pod {
                Some(_) => self.roll.counting(*profile),
                None => self.roll.members(*profile).to_vec(),
            })
            .collect();
        coming.sort_unstable_by_key(|member| member.index());
        (0..coming.len()).filter(|place| self.roll.is_for(coming[*place].id())).collect()
    }
}

fn days(choice: &Choice) -> String {
    tzplan::hours::show_days(choice.slots.iter().map(Slot::day).collect())
}

/// Whom a time costs what, in roster order.
fn costs<'a>(standup: &'a Standup, slot: Slot, theirs: &[usize]) -> Vec<StandupCost<'a>> {
    let meetings = &standup.meetings;
    let costs = meetings.costs(slot);
    let coming = meetings.prepared().team().members().filter(|member| theirs.contains(&member.index()));
    let paid = coming.flat_map(|member| {
        let own = costs.iter().filter(move |cost| cost.schedule == member.schedule_id());
        let own = own.filter(|cost| cost.cause != Cause::DayOff);
        own.map(|cost| StandupCost {
            name: member.name(),
            first: cost.first(),
            last: cost.last(),
            occurrences: cost.dates.len(),
            no_workday: cost.asked.no_workday,
            stretch: cost.asked.stretch.get(),
            night: cost.asked.night.get(),
        })
        .collect::<Vec<_>>()
    });
    paid.collect()
}

/// Whom a turn asks for something, in roster order; whoever is off gives nothing.
fn asked<'a>(standup: &'a Standup, week: &RotationWeek, theirs: &[usize]) -> Vec<TurnAskedKeys<'a>> {
    let members = standup.meetings.prepared().team().members();
    let asked = members.filter(|member| theirs.contains(&member.index()));
    let asked = asked.filter_map(|member| {
        let (_, asked) = week.asked.iter().find(|(schedule, _)| *schedule == member.schedule_id())?;
        (!asked.is_within_hours() && !asked.off).then(|| TurnAskedKeys {
            name: member.name(),
            no_workday: asked.no_workday,
            stretch: asked.stretch.get(),
            night: asked.night.get(),
        })
    });
    asked.collect()
}
