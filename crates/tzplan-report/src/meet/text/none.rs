//! Why no slot is clean, and what would open one.

use std::io;

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
    let sentences: Vec<String> =
        meeting.changes.iter().map(|change| sentence(change, &list, meetings)).collect();
    let text = match sentences.split_first() {
        None => "No single change opens a slot: no day longer by --max-shift at most, nobody optional \
                 while two required people remain, no shorter meeting, no other weekday."
            .to_owned(),
        Some((nearest, [])) => format!("{nearest}."),
        Some((nearest, others)) => format!("{nearest}. Or: {}.", others.join("; ")),
    };
    page.labelled("Nearest change", &text.into())?;
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

/// `Ana working 30 minutes longer for it opens Mon 16:30`.
fn sentence(change: &SlotChange, list: &OffList<'_>, meetings: &Meetings) -> String {
    let OffList { crowds, dates, names, .. } = *list;
    let slot = spoken(change.slot, dates);
    let what = match change.kind {
        ChangeKind::LongerDay { schedule, stretch } => {
            let who = name(crowds, schedule, names);
            format!("{who} working {} longer for it", length(stretch))
        }
        ChangeKind::Optional { schedule } => format!("{} made optional", name(crowds, schedule, names)),
        ChangeKind::Shorter { duration } => format!("{} instead", length(duration)),
        _ => format!("{} as well", change.slot.day()),
    };
    format!("{what} opens {slot}{}", but_for(change, list, meetings))
}

/// ` but for 2 dates on which somebody is off (Ben 25 Dec (Christmas Day); Ana 8 Feb)`
fn but_for(change: &SlotChange, list: &OffList<'_>, meetings: &Meetings) -> String {
    if change.left_out.is_empty() {
        return String::new();
    }
    let dates = counted(change.left_out.len() as u64, "date", "dates");
    let off = meetings.off_despite(change);
    format!(" but for {dates} on which somebody is off ({})", list.by_person(&off))
}
