//! Why no slot is clean, and what to do about it.

use std::io;

use tzplan::MemberRef;
use tzplan::meeting::{ChangeKind, Meetings, Reason, SlotChange, SlotCounts};

use crate::meet::{Detail, MeetDocument};
use crate::text::page::Page;
use crate::text::table::{Align, Table};
use crate::words::cost::name;
use crate::words::crowds::Crowds;
use crate::words::dates::{self, Dates, counted};
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::off::OffList;
use crate::words::people::and;
use crate::words::shell::{flag_name, quoted};
use crate::words::slots::spoken;

/// The most people listed.
const MOST_PEOPLE: usize = 12;
/// The most people named who are off, and dates of each.
const MOST_DATES: usize = 6;

pub(super) fn print(document: &MeetDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let MeetDocument { prepared, meetings, meeting, .. } = *document;
    let Some(obstacles) = meeting.obstacles else { return Ok(()) };
    let crowds = Crowds::of(meetings, prepared.team());
    page.blank()?;
    page.labelled("Why none", &why(obstacles.reason, meetings).into())?;
    let dates = Dates::of(prepared.horizon());
    let list = OffList { crowds: &crowds, dates: &dates, names: page.names(), most: MOST_DATES };
    steps(page, document, &list)?;
    if meeting.detail == Detail::Best {
        return Ok(());
    }
    page.blank()?;
    let mut members: Vec<&SlotCounts> = obstacles.members.iter().collect();
    // Stable: in the order of schedules among equals.
    members.sort_by_key(|counts| counts.suit);
    let mut table = Table::default();
    let slots = meeting.slots.len() as u64;
    table.column(format!("Of {}", counted(slots, "slot", "slots")), Align::Left);
    let off = if meetings.options().once.is_some() { "days off" } else { "with dates off" };
    for head in ["suit", off, "outside hours", "no workday"] {
        table.column(head, Align::Right);
    }
    for counts in members.iter().take(MOST_PEOPLE) {
        let SlotCounts { suit, outside_hours, day_off, no_workday, .. } = **counts;
        let numbers = [suit, day_off, outside_hours, no_workday];
        let who = vec![Text::from(format!("  {}", name(&crowds, counts.schedule, page.names())))];
        let numbers = numbers.map(|count| vec![Text::from(dates::number(count.into()))]);
        table.row(std::iter::once(who).chain(numbers).collect());
    }
    table.print(page, 0)?;
    if members.len() > MOST_PEOPLE {
        let left = counted((members.len() - MOST_PEOPLE) as u64, "more schedule", "more schedules");
        page.line(&Text::new(Ink::Faint, format!("  … and {left}")))?;
    }
    Ok(())
}

fn why(reason: Reason, meetings: &Meetings) -> String {
    let days = if meetings.options().once.is_some() { "date" } else { "weekday" };
    match reason {
        Reason::QuorumTooLarge => "The quorum is larger than the team.".to_owned(),
        Reason::DaysOff => {
            "Only days off stand in the way: on each of these dates somebody required is off.".to_owned()
        }
        Reason::NoSharedWeekday => format!("They work on no common {days} of those looked at."),
        _ if meetings.options().once.is_some() => "At no time are all within their hours.".to_owned(),
        _ => "At no time of the week are all within their hours all year.".to_owned(),
    }
}

/// The changes after which a time suits, the nearest first, each with the flag that shows it.
fn steps(page: &mut Page<'_>, document: &MeetDocument<'_>, list: &OffList<'_>) -> io::Result<()> {
    let MeetDocument { meetings, meeting, .. } = *document;
    page.heading("You could")?;
    if meeting.changes.is_empty() {
        let most = length(meetings.policy().max_shift());
        let none = format!(
            "No single change makes a time suit: no day longer by at most {most}, nobody optional while two \
             required people remain, no shorter meeting, no other weekday."
        );
        return page.paragraph(2, &none.into());
    }
    for (number, change) in (1..).zip(meeting.changes) {
        page.item(&format!("{number}"), 5, &step(change, list, meetings))?;
        for flag in flags(change, list.crowds, document) {
            page.paragraph(5, &Text::new(Ink::Faint, flag))?;
        }
    }
    // Most changes leave the same dates.
    let mut lists: Vec<(String, Vec<String>)> = Vec::new();
    for change in meeting.changes.iter().filter(|change| !change.left_out.is_empty()) {
        let (off, at) = (list.by_person(&meetings.off_despite(change)), spoken(change.slot, list.dates));
        match lists.iter_mut().find(|(known, _)| *known == off) {
            Some((_, times)) => times.push(at),
            None => lists.push((off, vec![at])),
        }
    }
    let several = lists.len() > 1;
    for (off, times) in lists {
        let at = if several { format!(" {}", and(&times)) } else { String::new() };
        page.paragraph(2, &Text::new(Ink::Faint, format!("off then{at}: {off}")))?;
    }
    Ok(())
}

/// `Ana works ½ h longer for it → Mon 16:30 suits everyone, but 2 dates`.
fn step(change: &SlotChange, list: &OffList<'_>, meetings: &Meetings) -> Text {
    let OffList { crowds, dates, names, .. } = *list;
    let who = |schedule| name(crowds, schedule, names);
    let one = |schedule| crowds.members(schedule) == 1;
    let mut text = Text::default();
    match change.kind {
        ChangeKind::LongerDay { schedule, stretch } => {
            let verb = if one(schedule) { "works" } else { "work" };
            text.push(Ink::Strong, &who(schedule));
            text.plain(&format!(" {verb} {} longer on that day", length(stretch)));
        }
        ChangeKind::Optional { schedule } => {
            text.push(Ink::Strong, &who(schedule));
            text.plain(" optional: the others meet without");
        }
        ChangeKind::Shorter { duration } => text.plain(&format!("meet for {}", length(duration))),
        _ => text.plain(&format!("meet on {} as well", change.slot.day())),
    }
    text.plain(" → ");
    let whom = match (meetings.options().quorum, change.kind) {
        (Some(_), _) => "enough people",
        (None, ChangeKind::Optional { .. }) => "the others",
        (None, _) => "everyone",
    };
    text.push(Ink::Strong, &format!("{} suits {whom}", spoken(change.slot, dates)));
    if !change.left_out.is_empty() {
        let dates = counted(change.left_out.len() as u64, "date", "dates");
        text.plain(&format!(", but somebody is off on {dates}"));
    }
    text
}

/// The flags that show the meeting after a change; none where no flag says so, or many would.
fn flags(change: &SlotChange, crowds: &Crowds<'_>, document: &MeetDocument<'_>) -> Vec<String> {
    match change.kind {
        ChangeKind::Optional { schedule } => {
            let required = crowds.named(schedule).iter().filter(|member| member.counts_as_required());
            let flag = |member: &MemberRef<'_>| {
                let name = flag_name(document.prepared.team(), member.id())?;
                Some(format!("--optional {}", quoted(name)))
            };
            required.map(flag).collect::<Option<Vec<String>>>().unwrap_or_default()
        }
        ChangeKind::Shorter { duration } => vec![match duration.get() {
            hours if hours.is_multiple_of(60) => format!("--duration {}h", hours / 60),
            minutes => format!("--duration {minutes}m"),
        }],
        ChangeKind::OtherDay => {
            let mut days = document.meetings.days();
            days.insert(change.slot.day());
            vec![format!("--days {}", tzplan::hours::show_days(days))]
        }
        _ => Vec::new(),
    }
}
