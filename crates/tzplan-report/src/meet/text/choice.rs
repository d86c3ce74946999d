//! A choice in one line: when it is, what time that is for whom, what it costs them, and how many dates are
//! off.

use std::io;

use chrono::WeekdaySet;
use tzplan::meeting::{Choice, DateOff, ForWhom, Meetings, Slot};
use tzplan::{MemberRef, Minutes, ScheduleId};

use crate::text::page::Page;
use crate::words::clock;
use crate::words::cost::{name, names_of, outside_hours};
use crate::words::crowds::Crowds;
use crate::words::dates::{Dates, counted};
use crate::words::ink::{Ink, Text};
use crate::words::off::{OffList, distinct};
use crate::words::own_times::{OwnTimes, own_times};
use crate::words::people;

/// Up to this many schedules everybody's time is shown.
const MOST_SCHEDULES: usize = 15;
/// The most people named beyond, whom it costs the most.
const MOST_WHO_PAY: usize = 8;
/// The most people named with their dates off, and dates of each.
const MOST_OFF: usize = 6;
/// The most people named in the first line whose nights a choice takes.
const MOST_AT_NIGHT: usize = 3;
/// Where the text behind a choice starts, at least.
const AFTER_WHEN: usize = 14;

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

/// What lines about choices share.
pub(super) struct Lines<'a> {
    pub(super) meetings: &'a Meetings,
    pub(super) crowds: Crowds<'a>,
    pub(super) dates: Dates,
    pub(super) names: people::Names,
}

impl<'a> Lines<'a> {
    /// Prints a choice in one line, and where it is asked for, who is off on which dates below.
    pub(super) fn print(&self, page: &mut Page<'_>, choice: &Choice, names_dates: bool) -> io::Result<()> {
        let mark = if choice.plan.is_clean() { "*" } else { "" };
        let label = format!("{}{mark}", when(choice, &self.dates));
        let indent = AFTER_WHEN.max(crate::words::clean::width(&label) + 4);
        let off = self.dates_off(choice);
        let mut text = self.for_whom(choice);
        if self.meetings.options().quorum.is_some() && choice.plan.without_quorum > 0 {
            let few = counted(choice.plan.without_quorum, "date without", "dates without");
            text.push(Ink::Warn, &format!(" · {few} a quorum"));
        }
        if !off.is_empty() {
            text.push(Ink::Faint, &format!(" · {}", counted(distinct(&off) as u64, "date off", "dates off")));
        }
        page.item(&label, indent, &text)?;
        if names_dates && !off.is_empty() {
            let list =
                OffList { crowds: &self.crowds, dates: &self.dates, names: self.names, most: MOST_OFF };
            page.item("", indent, &Text::new(Ink::Faint, format!("off: {}", list.by_person(&off))))?;
        }
        Ok(())
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

    /// `, with Olivia in it at night`: those whose nights it takes; nothing where it takes nobody's.
    pub(super) fn at_night(&self, choice: &Choice) -> String {
        let people = self.meetings.for_whom(choice.plan.slot);
        let awake = |one: &&ForWhom| one.times.iter().any(|time| time.asked.night > Minutes::ZERO);
        let mut named: Vec<String> = Vec::new();
        let mut nights: Vec<_> = people.iter().filter(awake).map(|one| one.schedule).collect();
        nights.sort_by_key(|schedule| self.crowds.first(*schedule).map(MemberRef::index));
        named.extend(nights.iter().take(MOST_AT_NIGHT).map(|who| name(&self.crowds, *who, self.names)));
        if nights.len() > MOST_AT_NIGHT {
            named.push("others".to_owned());
        }
        if named.is_empty() {
            String::new()
        } else {
            format!(", with {} in it at night", people::and(&named))
        }
    }

    fn dates_off(&self, choice: &Choice) -> Vec<DateOff> {
        choice.slots.iter().flat_map(|slot| self.meetings.dates_off(*slot)).collect()
    }

    /// `Maya and Jonas 15:30 · Tom 08:30 (begins ½ h before the day); from 16 Mar to 23 Mar 09:30`: those of
    /// whom the same is said together.
    fn for_whom(&self, choice: &Choice) -> Text {
        let days: Vec<Vec<ForWhom>> = choice.slots.iter().map(|slot| self.meetings.for_whom(*slot)).collect();
        let mut people = own_times(&days, choice, &self.dates);
        people.sort_by_key(|one| self.crowds.first(one.schedule).map(MemberRef::index));
        let all = people.len();
        if all > MOST_SCHEDULES {
            let most = |one: &OwnTimes| one.times.iter().map(|own| own.time.asked.dearness()).max();
            people.retain(|one| one.times.iter().any(|own| !own.time.asked.is_within_hours()));
            people.sort_by_key(|one| std::cmp::Reverse(most(one)));
            people.truncate(MOST_WHO_PAY);
        }
        let mut alike: Vec<(Vec<ScheduleId>, Text)> = Vec::new();
        for one in &people {
            let told = times(one);
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
        if people.len() < all {
            let others = counted((all - people.len()) as u64, "other schedule", "other schedules");
            text.plain(&match people.is_empty() {
                true => format!("{others}, all within their hours"),
                false => format!(" · … and {others}"),
            });
        }
        text
    }
}

/// ` 08:30 (begins ½ h before the day); from 16 Mar to 23 Mar 09:30`.
fn times(one: &OwnTimes) -> Text {
    let mut text = Text::default();
    for (place, own) in one.times.iter().enumerate() {
        text.plain(if place > 0 { "; " } else { " " });
        let when = if own.when.is_empty() { String::new() } else { format!("{} ", own.when) };
        text.plain(&format!("{when}{}", own.clock));
        let time = &own.time;
        if !time.asked.is_within_hours() {
            text.push(Ink::Warn, &format!(" ({})", outside_hours(&time.asked, time.side, time.alike)));
        }
    }
    text
}
