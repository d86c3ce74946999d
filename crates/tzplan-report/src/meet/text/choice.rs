//! A choice in one line: when it is, what time that is for whom, what it costs them, and how many dates are
//! off.

use std::io;

use chrono::WeekdaySet;
use tzplan::meeting::{Choice, DateOff, ForWhom, Meetings, Slot};
use tzplan::{MemberRef, ScheduleId, Team};

use crate::text::page::Page;
use crate::words::clock;
use crate::words::cost::{self, names_of};
use crate::words::crowds::Crowds;
use crate::words::dates::{Dates, counted};
use crate::words::ink::{Ink, Text};
use crate::words::off::{OffList, distinct};
use crate::words::own_times::{OwnTime, OwnTimes, own_times};
use crate::words::people;

/// Up to this many schedules everybody's time is shown.
const MOST_SCHEDULES: usize = 15;
/// The most people named with their dates off, and dates of each.
const MOST_OFF: usize = 6;
const MOST_OFF_SHORT: usize = 3;
/// Where the text behind a choice starts, at least.
const AFTER_WHEN: usize = 14;
/// Where the lines below it start.
const BELOW_WHEN: usize = 4;

/// `Mon–Fri 15:00`, `Mon 4 Jan, Tue 5 Jan 13:00`.
pub(super) fn when(choice: &Choice, dates: &Dates) -> String {
    let on = choice.slots.iter().filter_map(|slot| slot.date.map(|date| (slot.day(), date)));
    let on: Vec<String> = on.map(|(day, date)| format!("{day} {}", dates.day(date))).collect();
    let days = match on.is_empty() {
        true => clock::days(choice.slots.iter().map(Slot::day).collect::<WeekdaySet>()),
        false => on.join(", "),
    };
    format!("{days} {}", choice.plan.slot.time)
}

/// How much is said about a choice.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// Everybody's times with their dates, and who is off on most dates.
    Listed,
    /// The same with the first few of these dates.
    Best,
    /// Everybody's times without dates, each with the most it costs.
    Alternative,
}

/// What lines about choices share.
pub(super) struct Lines<'a> {
    pub(super) meetings: &'a Meetings,
    pub(super) team: &'a Team,
    pub(super) crowds: Crowds<'a>,
    pub(super) dates: Dates,
    pub(super) names: people::Names,
}

impl<'a> Lines<'a> {
    /// Prints a choice in one line, and but for an alternative, who is off on which dates below.
    pub(super) fn print(&self, page: &mut Page<'_>, choice: &Choice, told: Told) -> io::Result<()> {
        let mark = if choice.plan.is_clean() { "*" } else { "" };
        let label = format!("{}{mark}", when(choice, &self.dates));
        let indent = AFTER_WHEN.max(crate::words::clean::width(&label) + 4);
        let off = self.dates_off(choice);
        let clocks = if self.is_large() { self.by_clock(choice, told) } else { Vec::new() };
        let mut text = match told {
            _ if !self.is_large() => self.for_whom(choice, told),
            Told::Alternative => joined(&clocks),
            Told::Best | Told::Listed => Text::default(),
        };
        let between = |text: &Text| if text.is_empty() { "" } else { " · " };
        if self.meetings.options().quorum.is_some() && choice.plan.without_quorum > 0 {
            let few = counted(choice.plan.without_quorum, "date without", "dates without");
            text.push(Ink::Warn, &format!("{}{few} a quorum", between(&text)));
        }
        if !off.is_empty() {
            let dates = counted(distinct(&off) as u64, "date off", "dates off");
            text.push(Ink::Faint, &format!("{}{dates}", between(&text)));
        }
        page.item(&label, indent, &text)?;
        if told != Told::Alternative {
            clocks.iter().try_for_each(|clock| page.item("", BELOW_WHEN, clock))?;
        }
        if told != Told::Alternative && !off.is_empty() {
            let most = if told == Told::Listed { MOST_OFF } else { MOST_OFF_SHORT };
            let list = OffList { crowds: &self.crowds, dates: &self.dates, names: self.names, most };
            page.item("", indent, &Text::new(Ink::Faint, format!("off: {}", list.by_person(&off))))?;
        }
        Ok(())
    }

    /// Whether people are told of by their clocks, because their schedules are too many for a line.
    pub(super) fn is_large(&self) -> bool {
        self.crowds.len() > MOST_SCHEDULES
    }

    /// `2 Dec and 10 Mar`; nothing where those are many.
    pub(super) fn few_dates_off(&self, choice: &Choice) -> Option<String> {
        let mut dates: Vec<_> = self.dates_off(choice).iter().map(|off| off.date).collect();
        dates.sort_unstable();
        dates.dedup();
        let named: Vec<String> = dates.iter().map(|date| self.dates.day(*date)).collect();
        match named.len() {
            0 => None,
            few if few <= MOST_OFF => {
                Some(format!("{} ({})", counted(few as u64, "date", "dates"), people::and(&named)))
            }
            many => Some(counted(many as u64, "date", "dates")),
        }
    }

    /// Whether somebody with a schedule counts: with a quorum everybody does.
    pub(super) fn is_required(&self, schedule: ScheduleId) -> bool {
        self.meetings.options().quorum.is_some() || self.crowds.required(schedule) > 0
    }

    pub(super) fn cost(&self, own: &OwnTime) -> Option<String> {
        cost::of_time(&own.time, self.meetings.duration())
    }

    /// Everybody's own times, in roster order.
    pub(super) fn own_times(&self, choice: &Choice) -> Vec<OwnTimes> {
        let days: Vec<Vec<ForWhom>> = choice.slots.iter().map(|slot| self.meetings.for_whom(*slot)).collect();
        let mut people = own_times(&days, choice, &self.dates);
        people.sort_by_key(|one| self.crowds.first(one.schedule).map(MemberRef::index));
        people
    }

    fn dates_off(&self, choice: &Choice) -> Vec<DateOff> {
        choice.slots.iter().flat_map(|slot| self.meetings.dates_off(*slot)).collect()
    }

    /// `Maya and Jonas 15:30 · Tom 08:30 (begins ½ h before the day); from 16 Mar to 23 Mar 09:30`: those of
    /// whom the same is said together.
    fn for_whom(&self, choice: &Choice, shown: Told) -> Text {
        let people = self.own_times(choice);
        let mut alike: Vec<(Vec<ScheduleId>, Text)> = Vec::new();
        for one in &people {
            let told = if shown == Told::Alternative { self.in_short(one) } else { self.times(one) };
            match alike.iter_mut().find(|(_, known)| *known == told) {
                Some((schedules, _)) => schedules.push(one.schedule),
                None => alike.push((vec![one.schedule], told)),
            }
        }
        let mut text = Text::default();
        for (schedules, told) in &alike {
            text.plain(if text.is_empty() { "" } else { " · " });
            text.plain(&names_of(&self.crowds, schedules, self.names));
            text.append(told);
        }
        text
    }

    /// ` 08:30 (begins ½ h before the day); from 16 Mar to 23 Mar 09:30`.
    fn times(&self, one: &OwnTimes) -> Text {
        let mut text = Text::default();
        for (place, own) in one.times.iter().enumerate() {
            text.plain(if place > 0 { "; " } else { " " });
            let when = if own.when.is_empty() { String::new() } else { format!("{} ", own.when) };
            text.plain(&format!("{when}{}", own.clock));
            if let Some(cost) = self.cost(own) {
                text.push(Ink::Warn, &format!(" ({cost})"));
            }
        }
        text
    }

    /// ` 08:30 or 09:30 (begins up to ½ h before the day)`: all times of the year, with the most that one
    /// costs.
    fn in_short(&self, one: &OwnTimes) -> Text {
        let mut text = Text::from(format!(" {}", in_short(one)));
        let costs = one.times.iter().filter(|own| self.cost(own).is_some());
        let Some(dearest) = costs.max_by_key(|own| (own.time.asked.dearness(), own.time.at_night)) else {
            return text;
        };
        let mut time = dearest.time.clone();
        time.alike &= one.times.iter().all(|own| own.time.asked == time.asked);
        if let Some(cost) = cost::of_time(&time, self.meetings.duration()) {
            text.push(Ink::Warn, &format!(" ({cost})"));
        }
        text
    }
}

fn joined(clocks: &[Text]) -> Text {
    let mut text = Text::default();
    for clock in clocks {
        text.plain(if text.is_empty() { "" } else { " · " });
        text.append(clock);
    }
    text
}

/// `08:30 or 09:30`: all times of the year; the day where it is another one, of one day said once.
pub(super) fn in_short(one: &OwnTimes) -> String {
    let day =
        one.times.first().and_then(|own| own.clock.split_once(' ').filter(|(time, _)| time.contains(':')));
    let suffix = day.map_or(String::new(), |(_, day)| format!(" {day}"));
    let clocks: Option<Vec<&str>> =
        one.times.iter().map(|own| own.clock.strip_suffix(suffix.as_str())).collect();
    match clocks {
        Some(clocks) => format!("{}{suffix}", clocks.join(" or ")),
        None => one.times.iter().map(|own| own.clock.as_str()).collect::<Vec<_>>().join(" or "),
    }
}
