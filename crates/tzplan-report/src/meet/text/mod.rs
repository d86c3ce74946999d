//! The page about slots for a meeting.

pub(crate) mod cost;
mod none;
mod rotation;

use std::io;

use tzplan::PreparedTeam;
use tzplan::meeting::{Burden, Meetings, Slot, SlotPlan};

use super::crowds::Crowds;
use crate::context::Context;
use crate::meet::Meeting;
use crate::text::head;
use crate::text::page::Page;
use crate::text::table::{Align, Cell, Table};
use crate::words::dates::{self, Dates, counted};
use crate::words::ink::{Ink, Text};
use crate::words::{clean, clock, people};
pub(crate) use rotation::print as print_rotation;

pub(crate) fn print(
    page: &mut Page<'_>,
    prepared: &PreparedTeam<'_>,
    meetings: &Meetings<'_>,
    meeting: &Meeting<'_>,
    context: Context<'_>,
) -> io::Result<()> {
    head::print(page, prepared, context)?;
    page.blank()?;
    let clean_slots = meeting.slots.iter().filter(|plan| plan.is_clean()).count();
    let (ink, heading) = match clean_slots {
        0 => (Ink::Bad, "NO SLOT IS CLEAN".to_owned()),
        some => (Ink::Good, counted(some as u64, "CLEAN SLOT", "CLEAN SLOTS")),
    };
    page.title(&Text::new(ink, heading))?;
    page.paragraph(2, &kind(meetings).into())?;
    none::print(page, prepared, meetings, meeting)?;
    page.blank()?;
    table(page, prepared, meetings, meeting).print(page, 0)?;
    if meeting.listed < meeting.slots.len() {
        let left = counted((meeting.slots.len() - meeting.listed) as u64, "more slot", "more slots");
        page.line(&Text::new(Ink::Faint, format!("… and {left} (--top N lists the best N)")))?;
    }
    Ok(())
}

/// What is looked for.
fn kind(meetings: &Meetings<'_>) -> String {
    let options = meetings.options();
    let (length, anchor) = (clock::words(meetings.duration()), clock_of(meetings));
    let recurs = match options.once {
        Some(_) => format!("For {length}, once, at a time on {anchor}'s clock."),
        None => format!("For {length} every week at a fixed time on {anchor}'s clock."),
    };
    let through = if options.once.is_some() { "" } else { ", through every clock change and day off" };
    match options.quorum {
        Some(quorum) => format!(
            "{recurs} In a clean slot at least {} within their hours, and nobody marked as required ever misses the \
             meeting or works longer for it{through}.",
            counted(quorum as u64, "person attends", "people attend"),
        ),
        None => {
            format!(
                "{recurs} In a clean slot nobody required ever misses the meeting or works longer for it{through}."
            )
        }
    }
}

/// Whose clock slots stay on: `Berlin`.
pub(crate) fn clock_of(meetings: &Meetings<'_>) -> String {
    clean::fit(&people::place(&meetings.anchor().name()), 24)
}

/// `Tue 14:00`, `Tue 8 Dec 14:00`.
pub(crate) fn spoken(slot: Slot, dates: &Dates) -> String {
    match slot.date {
        Some(date) => format!("{} {} {}", slot.day(), dates.day(date), slot.time_of_day()),
        None => format!("{} {}", slot.day(), slot.time_of_day()),
    }
}

fn table(
    page: &Page<'_>,
    prepared: &PreparedTeam<'_>,
    meetings: &Meetings<'_>,
    meeting: &Meeting<'_>,
) -> Table {
    let dates = Dates::of(prepared.horizon());
    let quorum = meetings.options().quorum.is_some();
    let mut table = Table::default();
    table.column("", Align::Left);
    if quorum {
        table.column("no quorum", Align::Right);
    }
    table.column("missed", Align::Right);
    table.column("longest", Align::Right);
    table.column("costs whom", Align::Left);
    let plans = &meeting.slots[..meeting.listed];
    let label =
        |plan: &SlotPlan| format!("{}{}", spoken(plan.slot, &dates), if plan.is_clean() { "*" } else { " " });
    let widest = plans.iter().map(|plan| clean::width(&label(plan))).max().unwrap_or(0);
    let taken = widest + if quorum { 30 } else { 19 };
    let room = page.names().room(page.width().saturating_sub(taken).max(24));
    let crowds = Crowds::of(meetings, prepared.team());
    for plan in plans {
        let Burden { missed, worst, .. } = plan.required;
        let ink = if plan.is_clean() { Ink::Good } else { Ink::Warn };
        let mut row: Vec<Cell> = vec![vec![Text::new(ink, label(plan))]];
        if quorum {
            row.push(vec![dates::number(plan.without_quorum).into()]);
        }
        row.push(vec![dates::number(missed).into()]);
        row.push(vec![worst.to_string().into()]);
        row.push(cost::cell(&crowds, meetings, plan.slot, &dates, (room, page.names())));
        table.row(row);
    }
    table
}
