//! The page about slots for a meeting.

mod choice;
mod none;

use std::io;

use tzplan::meeting::Meetings;

use super::MeetDocument;
use crate::text::{Page, head};
use crate::words::dates::{Dates, counted};
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::slots::clock_of;

pub(super) fn print(document: &MeetDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let MeetDocument { prepared, meetings, meeting, context, .. } = *document;
    head::print(page, prepared, context)?;
    page.blank()?;
    let choices = meetings.choices(meeting.slots);
    let dates = Dates::of(prepared.horizon());
    let title = match choices.first().filter(|choice| choice.plan.is_clean()) {
        Some(best) => {
            let whom = if meetings.options().quorum.is_some() { "ENOUGH PEOPLE" } else { "EVERYONE" };
            Text::new(Ink::Good, format!("{} SUITS {whom}", choice::when(best, &dates).to_uppercase()))
        }
        None => Text::new(Ink::Bad, "NO SLOT IS CLEAN"),
    };
    page.title(&title)?;
    page.paragraph(2, &kind(meetings).into())?;
    none::print(document, page)?;
    page.blank()?;
    let listed = choices.len().min(meeting.listed);
    choice::table(page, prepared, meetings, &choices[..listed]).print(page, 0)?;
    if listed < choices.len() {
        let left = counted((choices.len() - listed) as u64, "more choice", "more choices");
        page.line(&Text::new(Ink::Faint, format!("… and {left} (--top N lists the best N)")))?;
    }
    Ok(())
}

/// What is looked for.
fn kind(meetings: &Meetings) -> String {
    let options = meetings.options();
    let (lasts, anchor) = (length(meetings.duration()), clock_of(meetings));
    let recurs = match options.once {
        Some(_) => format!("For {lasts}, once, at a time on {anchor}'s clock."),
        None => format!("For {lasts} every week at a fixed time on {anchor}'s clock."),
    };
    let through = match options.once {
        Some(_) => "",
        None => ", through every clock change; days off are named beside it and spoil nothing",
    };
    match options.quorum {
        Some(quorum) => format!(
            "{recurs} In a clean slot (*) at least {}, and everybody marked as required, are at work{through}.",
            counted(quorum as u64, "person", "people"),
        ),
        None => format!("{recurs} In a clean slot (*) everybody required is at work{through}."),
    }
}
