//! A line for each choice: when it is, what time that is for whom, what it costs them, and who is off when.

use std::collections::BTreeMap;

use chrono::WeekdaySet;
use tzplan::meeting::{Cause, Choice, Cost, DateOff, Meetings, Occurrence, Slot, UsualTime};
use tzplan::{MemberRef, PreparedTeam, ScheduleId, Team};

use crate::text::page::Page;
use crate::text::table::{Align, Cell, Table};
use crate::words::cost::{asked_of_one, dearness, is_always, member_name, name};
use crate::words::crowds::Crowds;
use crate::words::dates::{Dates, counted};
use crate::words::ink::{Ink, Text};
use crate::words::people;

/// Up to so many members each has their name.
const MOST_NAMED: usize = 15;
/// Up to so many schedules everybody's time is told.
const MOST_SCHEDULES: usize = 15;
/// The most people named beyond, whom it costs the most.
const MOST_WHO_PAY: usize = 8;
/// The most stretches of dates named for another time.
const MOST_PERIODS: usize = 2;
/// The most people named with their dates off, and dates of each.
const MOST_OFF: usize = 6;
/// Columns of the first column.
const WHEN: usize = 30;

/// `Mon-Fri 15:00`, `Mon 4 Jan, Tue 5 Jan 13:00`.
pub(super) fn when(choice: &Choice, dates: &Dates) -> String {
    let on = choice.slots.iter().filter_map(|slot| slot.date.map(|date| (slot.day(), date)));
    let on: Vec<String> = on.map(|(day, date)| format!("{day} {}", dates.day(date))).collect();
    let days = match on.is_empty() {
        true => tzplan::hours::show_days(choice.slots.iter().map(Slot::day).collect::<WeekdaySet>()),
        false => on.join(", "),
    };
    format!("{days} {}", choice.plan.slot.time)
}

pub(super) fn table(
    page: &Page<'_>,
    prepared: &PreparedTeam,
    meetings: &Meetings,
    choices: &[Choice],
) -> Table {
    let dates = Dates::of(prepared.horizon());
    let quorum = meetings.options().quorum.is_some();
    let crowds = Crowds::of(meetings, prepared.team());
    let label = |choice: &Choice| {
        let mark = if choice.plan.is_clean() { "*" } else { "" };
        Text::from(format!("{}{mark}", when(choice, &dates))).wrapped(WHEN)
    };
    let widths = choices.iter().flat_map(&label).map(|line| line.width());
    let taken = widths.max().unwrap_or(0) + if quorum { 13 } else { 2 };
    let room = page.names().room(page.width().saturating_sub(taken).max(24));
    let mut table = Table::default();
    table.column("", Align::Left);
    if quorum {
        table.column("no quorum", Align::Right);
    }
    table.column("for whom", Align::Left);
    for choice in choices {
        let ink = if choice.plan.is_clean() { Ink::Good } else { Ink::Warn };
        let lines = label(choice).into_iter().map(|line| Text::new(ink, line.render(false)));
        let mut row: Vec<Cell> = vec![lines.collect()];
        if quorum {
            row.push(vec![choice.plan.without_quorum.to_string().into()]);
        }
        let line =
            Line { team: prepared.team(), crowds: &crowds, dates: &dates, choice, names: page.names() };
        row.push(line.cell(meetings, room));
        table.row(row);
    }
    table
}

/// What a line is about.
struct Line<'a> {
    team: &'a Team,
    crowds: &'a Crowds<'a>,
    dates: &'a Dates,
    choice: &'a Choice,
    names: people::Names,
}

impl Line<'_> {
    fn cell(&self, meetings: &Meetings, room: usize) -> Cell {
        let slot = self.choice.plan.slot;
        let (costs, occurrences) = (meetings.costs(slot), meetings.occurrences(slot));
        let times: BTreeMap<ScheduleId, Vec<UsualTime>> = meetings.usual_times(slot).into_iter().collect();
        let paid = |schedule: ScheduleId| {
            let own = costs.iter().filter(move |cost| cost.schedule == schedule);
            own.filter(|cost| cost.cause != Cause::DayOff).collect::<Vec<_>>()
        };
        let mut people: Vec<ScheduleId> = times.keys().copied().collect();
        people.sort_by_key(|schedule| self.crowds.first(*schedule).map(MemberRef::index));
        let all = people.len();
        if all > MOST_SCHEDULES {
            let most = |schedule: &ScheduleId| paid(*schedule).iter().map(|cost| dearness(&cost.asked)).max();
            people.retain(|schedule| most(schedule).is_some());
            people.sort_by_key(|schedule| std::cmp::Reverse(most(schedule)));
            people.truncate(MOST_WHO_PAY);
        }
        let of_one = |schedule: &ScheduleId| {
            let name = self.who(*schedule);
            let cost = self.cost(&paid(*schedule), &occurrences);
            format!("{name} {}{cost}", self.local(&times[schedule]))
        };
        let mut told: Vec<String> = people.iter().map(of_one).collect();
        if told.len() < all {
            let others = counted((all - told.len()) as u64, "other schedule", "other schedules");
            told.push(if told.is_empty() {
                format!("{others}, within their hours")
            } else {
                format!("… and {others}")
            });
        }
        let mut lines = Text::from(told.join(" · ")).wrapped(room);
        let off: Vec<DateOff> = self.choice.slots.iter().flat_map(|slot| meetings.dates_off(*slot)).collect();
        if !off.is_empty() {
            lines.extend(Text::from(self.off(&off)).wrapped(room));
        }
        lines
    }

    /// Those with a schedule: of a small team everybody by name.
    fn who(&self, schedule: ScheduleId) -> String {
        if self.team.len() > MOST_NAMED {
            return name(self.crowds, schedule, self.names);
        }
        let members = self.team.members().filter(|member| member.schedule_id() == schedule);
        people::and(&members.map(|member| member_name(member, self.names)).collect::<Vec<_>>())
    }

    /// `20:00, 19:00 from 30 Mar to 26 Oct`: the usual time, then others.
    fn local(&self, times: &[UsualTime]) -> String {
        let slot = self.choice.plan.slot.day();
        let spoken = |time: &UsualTime| match time.day {
            day if day == slot => time.time.to_string(),
            // Of several weekdays in one line none can be named.
            day if self.choice.slots.len() > 1 && day == slot.pred() => {
                format!("the day before {}", time.time)
            }
            day if self.choice.slots.len() > 1 && day == slot.succ() => {
                format!("the day after {}", time.time)
            }
            day => format!("{day} {}", time.time),
        };
        let Some((usual, others)) = times.split_first() else { return String::new() };
        let mut told = spoken(usual);
        for time in others {
            let stretches = time.stretches.iter().take(MOST_PERIODS);
            let mut periods: Vec<String> =
                stretches.map(|(first, last)| self.dates.during(*first, *last)).collect();
            if time.stretches.len() > MOST_PERIODS {
                periods.push("later".to_owned());
            }
            told.push_str(&format!(", {} {}", spoken(time), people::and(&periods)));
        }
        told
    }

    /// ` (0:30 longer)`, ` (0:30 longer from 29 Mar to 25 Oct)`, ` (at most 1:00 longer, on 30 of 52 dates)`.
    fn cost(&self, costs: &[&Cost], occurrences: &[Occurrence]) -> String {
        let Some(worst) = costs.iter().max_by_key(|cost| dearness(&cost.asked)) else { return String::new() };
        let what = match worst.asked.no_workday {
            true => "no workday".to_owned(),
            false => asked_of_one(&worst.asked),
        };
        if let [cost] = costs {
            let always = is_always(cost, occurrences) || occurrences.len() == 1;
            let when = self.dates.during(cost.first(), cost.last());
            return if always { format!(" ({what})") } else { format!(" ({what} {when})") };
        }
        let most = if costs.iter().all(|cost| cost.asked == worst.asked) { "" } else { "at most " };
        let count: usize = costs.iter().map(|cost| cost.dates.len()).sum();
        format!(" ({most}{what}, on {count} of {} dates)", occurrences.len())
    }

    /// `3 dates off: Ben 25 Dec (Christmas Day) and 28 Dec; Ana 8 Feb`.
    fn off(&self, off: &[DateOff]) -> String {
        let mut dates: Vec<_> = off.iter().map(|off| off.date).collect();
        dates.sort_unstable();
        dates.dedup();
        let mut by_person: BTreeMap<(usize, ScheduleId), Vec<String>> = BTreeMap::new();
        for off in off {
            let first = self.crowds.first(off.schedule).map_or(0, MemberRef::index);
            let holiday = self.team.schedule(off.schedule).holidays().name_of(off.day_off);
            let named = holiday.map(|name| format!(" ({name})")).unwrap_or_default();
            let date = format!("{}{named}", self.dates.day(off.date));
            by_person.entry((first, off.schedule)).or_default().push(date);
        }
        let shown = if by_person.len() <= MOST_OFF + 1 { by_person.len() } else { MOST_OFF };
        let of_one = |((_, schedule), dates): (&(usize, ScheduleId), &Vec<String>)| {
            let (named, left) =
                dates.split_at(if dates.len() <= MOST_OFF + 1 { dates.len() } else { MOST_OFF });
            let more = (!left.is_empty()).then(|| format!("{} more", left.len()));
            let named: Vec<String> = named.iter().cloned().chain(more).collect();
            format!("{} {}", self.who(*schedule), people::and(&named))
        };
        let mut told: Vec<String> = by_person.iter().take(shown).map(of_one).collect();
        if shown < by_person.len() {
            told.push(format!("… and {} more", by_person.len() - shown));
        }
        format!("{} off: {}", counted(dates.len() as u64, "date", "dates"), told.join("; "))
    }
}
