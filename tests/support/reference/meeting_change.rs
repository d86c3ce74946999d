//! Why no slot is clean and what would open one, by trying every change on every slot.

use chrono::NaiveDate;
use tzplan::meeting::{ChangeKind, Reason, Slot, SlotChange};
use tzplan::{Attendance, ClockTime, Minutes, ScheduleId, Team};

use super::meeting::{ExpectedAsk, asked, occurrences};
use super::target::Rules;
use crate::support::crew::{Crew, Place};

/// What is asked.
#[derive(Debug)]
pub struct Question {
    pub crew: Crew,
    pub anchor: Place,
    pub duration: u32,
    pub rules: Rules,
    /// Weekdays looked at, Monday is 0.
    pub days: Vec<u32>,
    pub quorum: Option<usize>,
}

/// What an occurrence asks of each person.
type Asked = (NaiveDate, Vec<ExpectedAsk>);

/// A change as tried: who is required, and by how much each person's day is longer.
struct Tried {
    required: Vec<bool>,
    longer: Vec<u32>,
}

impl Question {
    pub fn required(&self) -> Vec<bool> {
        let marked = |i: usize| self.crew.people[i].attendance == Attendance::Required;
        let everybody = 0..self.crew.people.len();
        match self.quorum {
            Some(_) => everybody.map(marked).collect(),
            None => everybody.map(|i| self.crew.required().contains(&i)).collect(),
        }
    }

    /// The slots on some weekdays with what they ask.
    pub fn asked(&self, days: &[u32], duration: u32) -> Vec<(Slot, Vec<Asked>)> {
        self.asked_of(&self.crew, days, duration)
    }

    /// As they are judged: as if nobody were on a short stay.
    pub fn judged(&self, days: &[u32], duration: u32) -> Vec<(Slot, Vec<Asked>)> {
        self.asked_of(&self.crew.as_usual(), days, duration)
    }

    fn asked_of(&self, crew: &Crew, days: &[u32], duration: u32) -> Vec<(Slot, Vec<Asked>)> {
        let mut all = Vec::new();
        for day in days {
            for time in (0..1440).step_by(self.rules.step as usize) {
                let slot = Slot::weekly(
                    chrono::Weekday::try_from(*day as u8).expect("a weekday"),
                    ClockTime::from_minutes(time).expect("a time of day"),
                );
                let dates = occurrences(crew, &self.anchor, *day, time.into());
                if dates.is_empty() {
                    continue;
                }
                let of_all = |(date, start): (NaiveDate, i32)| {
                    let people = crew.people.iter();
                    (
                        date,
                        people.map(|one| asked(one, &self.rules, start, start + duration as i32)).collect(),
                    )
                };
                all.push((slot, dates.into_iter().map(of_all).collect()));
            }
        }
        all
    }

    fn suits(&self, people: &[ExpectedAsk], tried: &Tried) -> bool {
        let attends = |i: usize| !people[i].missed() && people[i].stretch <= tried.longer[i];
        let everybody = 0..people.len();
        everybody.clone().all(|i| attends(i) || !tried.required[i])
            && everybody.filter(|i| attends(*i)).count() >= self.quorum.unwrap_or(0)
    }

    /// The dates that days off spoil; `None` where the slot is not opened.
    fn spoilt(&self, asked: &[Asked], tried: &Tried) -> Option<Vec<NaiveDate>> {
        let ordinarily =
            |people: &[ExpectedAsk]| people.iter().map(|asked| asked.ordinarily()).collect::<Vec<_>>();
        let opened = asked.iter().all(|(_, people)| self.suits(&ordinarily(people), tried));
        let spoilt = asked.iter().filter(|(_, people)| !self.suits(people, tried));
        opened.then(|| spoilt.map(|(date, _)| *date).collect())
    }

    fn unchanged(&self) -> Tried {
        Tried { required: self.required(), longer: vec![0; self.crew.people.len()] }
    }

    /// The slots that a trial opens.
    fn opened(&self, slots: &[(Slot, Vec<Asked>)], tried: &Tried, kind: ChangeKind) -> Vec<Opened> {
        let change = |(slot, asked): &(Slot, Vec<Asked>)| Some((kind, *slot, self.spoilt(asked, tried)?));
        slots.iter().filter_map(change).collect()
    }

    /// Whether some slot needs no change.
    fn has_clean(&self, slots: &[(Slot, Vec<Asked>)]) -> bool {
        slots.iter().any(|(_, asked)| self.spoilt(asked, &self.unchanged()).is_some())
    }

    /// The nearest change of each kind.
    pub fn changes(&self, team: &Team) -> Vec<Opened> {
        let slots = self.judged(&self.days, self.duration);
        let fewest = |opened: Vec<Opened>| opened.into_iter().min_by_key(|(_, _, left_out)| left_out.len());
        if self.has_clean(&slots) {
            return Vec::new();
        }
        let people: Vec<ScheduleId> = team.members().map(|member| member.schedule_id()).collect();
        let mut schedules = people.clone();
        schedules.sort();
        schedules.dedup();
        let heads = |id: ScheduleId| people.iter().filter(|other| **other == id).count();

        let mut longer = Vec::new();
        for stretch in 1..=self.rules.max_shift as u32 {
            for schedule in schedules.iter().copied() {
                let by = |id: &ScheduleId| if *id == schedule { stretch } else { 0 };
                let tried = Tried { longer: people.iter().map(by).collect(), ..self.unchanged() };
                let kind = ChangeKind::LongerDay { schedule, stretch: Minutes(stretch) };
                let opened = self.opened(&slots, &tried, kind).into_iter();
                longer.extend(opened.map(|change| ((heads(schedule), change.2.len(), schedule), change)));
            }
            if !longer.is_empty() {
                break;
            }
        }
        let mut optional = Vec::new();
        for schedule in schedules.iter().copied() {
            let before = self.required();
            let of = |i: usize| people[i] == schedule;
            let required: Vec<bool> =
                before.iter().enumerate().map(|(i, needed)| *needed && !of(i)).collect();
            let count = |required: &[bool]| required.iter().filter(|needed| **needed).count();
            let changed = count(&before) - count(&required);
            if changed == 0 || self.quorum.is_none() && count(&required) < 2 {
                continue;
            }
            let tried = Tried { required, ..self.unchanged() };
            let opened = self.opened(&slots, &tried, ChangeKind::Optional { schedule }).into_iter();
            optional.extend(opened.map(|change| ((changed, change.2.len(), schedule), change)));
        }
        let nearest = |opened: Vec<(_, Opened)>| {
            opened.into_iter().min_by_key(|(key, _)| *key).map(|(_, change)| change)
        };
        let shorter = (1..self.duration.div_ceil(self.rules.step as u32)).rev().find_map(|steps| {
            let duration = steps * self.rules.step as u32;
            let slots = self.judged(&self.days, duration);
            let kind = ChangeKind::Shorter { duration: Minutes(duration) };
            fewest(self.opened(&slots, &self.unchanged(), kind))
        });
        let others: Vec<u32> = (0..7).filter(|day| !self.days.contains(day)).collect();
        let others = self.judged(&others, self.duration);
        let other_day = fewest(self.opened(&others, &self.unchanged(), ChangeKind::OtherDay));
        [nearest(longer), nearest(optional), shorter, other_day].into_iter().flatten().collect()
    }

    /// What stands in the way; `None` with a clean slot and where there is no slot.
    pub fn reason(&self) -> Option<Reason> {
        let slots = self.judged(&self.days, self.duration);
        if slots.is_empty() {
            return None;
        }
        if self.has_clean(&slots) {
            return None;
        }
        if self.quorum.is_some_and(|quorum| quorum > self.crew.people.len()) {
            return Some(Reason::QuorumTooLarge);
        }
        let shared = self.days.iter().any(|day| {
            let of_day = || slots.iter().filter(|(slot, _)| slot.day().num_days_from_monday() == *day);
            let comes =
                |i: usize| of_day().any(|(_, asked)| asked.iter().all(|(_, people)| !people[i].no_workday));
            let people = 0..self.crew.people.len();
            let required = self.required();
            people.clone().all(|i| comes(i) || !required[i])
                && people.filter(|i| comes(*i)).count() >= self.quorum.unwrap_or(0)
        });
        Some(if shared { Reason::OutsideHours } else { Reason::NoSharedWeekday })
    }
}

/// A change with the slot it opens and the dates that days off spoil.
pub type Opened = (ChangeKind, Slot, Vec<NaiveDate>);

/// The same of a change as found.
pub fn opened(change: SlotChange) -> Opened {
    (change.kind, change.slot, change.left_out)
}
