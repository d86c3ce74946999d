//! The page about slots for a meeting.

mod by_clock;
mod choice;
mod first_line;
mod in_pods;
mod none;

use std::io;

use tzplan::meeting::{Burden, Choice, Meetings};

use super::{Detail, MeetDocument};
use crate::text::{Page, head};
use crate::words::crowds::Crowds;
use crate::words::dates::{Dates, counted};
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::people::{and, stays};
use crate::words::slots::clock_of;
use choice::{Lines, Told};

/// The most choices shown where no number is asked for.
const MOST_TIMES: usize = 3;
/// Everybody of a team of so many is named, by clock.
const MOST_BY_WHOM: usize = 200;
/// The most other weekdays named at the time of the best one.
const MOST_OTHERS: usize = 6;

pub(super) fn print(document: &MeetDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let MeetDocument { prepared, meetings, meeting, context, .. } = *document;
    head::print(page, prepared, context)?;
    page.blank()?;
    let choices = meetings.choices(meeting.slots);
    let lines = Lines {
        meetings,
        team: prepared.team(),
        crowds: Crowds::of(meetings, prepared.team()),
        dates: Dates::of(prepared.horizon()),
        names: page.names(),
    };
    page.title(&title(&lines, choices.first()))?;
    page.paragraph(2, &kind(meetings).into())?;
    in_pods::print(document, &lines.dates, page)?;
    if !choices.is_empty() {
        page.blank()?;
    }
    match meeting.detail {
        Detail::Best => best(page, &lines, &choices)?,
        Detail::Listed => {
            let listed = choices.len().min(meeting.listed);
            choices[..listed].iter().try_for_each(|choice| lines.print(page, choice, Told::Listed))?;
            if listed < choices.len() {
                let left = counted((choices.len() - listed) as u64, "more choice", "more choices");
                page.line(&Text::new(Ink::Faint, format!("  … and {left} (--top N lists the best N)")))?;
            }
        }
    }
    if let Some(best) = choices.first().filter(|_| lines.is_large() && prepared.team().len() <= MOST_BY_WHOM)
    {
        page.blank()?;
        page.line(&Text::new(Ink::Strong, "Who is where"))?;
        lines.who_is_where(best).iter().try_for_each(|text| page.paragraph(2, text))?;
    }
    none::print(document, page)?;
    if let Some(text) = stays::line(prepared, page.names()) {
        page.blank()?;
        page.labelled("Long stays", &text)?;
    }
    Ok(())
}

/// The best choice, the other weekdays at its time, and two at other times.
fn best(page: &mut Page<'_>, lines: &Lines<'_>, choices: &[Choice]) -> io::Result<()> {
    let times = Meetings::alternatives(choices);
    for (place, choice) in times.iter().take(MOST_TIMES).enumerate() {
        lines.print(page, choice, if place == 0 { Told::Best } else { Told::Alternative })?;
    }
    let at_best = |choice: &&Choice| choice.plan.slot.time == choices[0].plan.slot.time;
    let others: Vec<&Choice> = choices.iter().filter(at_best).collect();
    let asks = |choice: &Choice| {
        let Burden { no_workday, night, unreasonable, worst, .. } = choice.plan.required;
        [no_workday, night.min(1), unreasonable.min(1), worst.get().into(), choice.plan.without_quorum.min(1)]
    };
    // A weekday that is somebody's free one is no other choice.
    let as_good = others
        .iter()
        .skip(1)
        .filter(|one| asks(one).iter().zip(asks(others[0])).all(|(own, best)| *own <= best));
    let named: Vec<String> = as_good.take(MOST_OTHERS).map(|one| choice::when(one, &lines.dates)).collect();
    let mut more: Vec<String> = Vec::new();
    if !named.is_empty() {
        more.push(format!("also {}", and(&named)));
    }
    if times.len() > MOST_TIMES {
        more.push("--top 10 lists ten choices with everybody's dates off".to_owned());
    }
    if more.is_empty() {
        return Ok(());
    }
    page.paragraph(2, &Text::new(Ink::Faint, format!("{}.", more.join("; "))))
}

/// `TUE 14:15 SUITS EVERYONE, but 2 dates (2 Dec and 10 Mar)`.
fn title(lines: &Lines<'_>, best: Option<&Choice>) -> Text {
    let quorum = lines.meetings.options().quorum.is_some();
    let Some(best) = best else { return Text::new(Ink::Bad, "NO SUCH DAY IN THESE DATES") };
    let when = choice::when(best, &lines.dates);
    if best.plan.is_clean() {
        let optional = if quorum { None } else { lines.optional_give(best) };
        let whom = match (quorum, &optional) {
            (true, _) => "ENOUGH PEOPLE",
            (false, None) => "EVERYONE",
            (false, Some(_)) => "EVERYONE REQUIRED",
        };
        let mut text = Text::new(Ink::Good, format!("{} SUITS {whom}", when.to_uppercase()));
        text.push(Ink::Strong, &lines.at_night(best));
        if let Some(given) = lines.stays_give(best) {
            text.push(Ink::Warn, &format!(", short stays aside ({given})"));
        }
        if let Some(off) = lines.few_dates_off(best) {
            text.push(Ink::Strong, &format!(", but somebody is off on {off}"));
        }
        if let Some(optional) = optional {
            text.push(Ink::Strong, &format!("; {optional}"));
        }
        return text;
    }
    let mut text =
        Text::new(Ink::Warn, if quorum { "NO TIME HAS ENOUGH PEOPLE" } else { "NO TIME SUITS EVERYONE" });
    // A night is the dearest that may be asked.
    let nights = lines.at_night(best);
    let whom = if nights.is_empty() { lines.asked_of(best) } else { nights };
    text.push(Ink::Strong, &format!("; {when} asks the least{whom}"));
    text
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
        None if has_short_stays(meetings) => {
            ", through every clock change; days off and short stays abroad spoil nothing"
        }
        None => ", through every clock change; days off spoil nothing",
    };
    match options.quorum {
        Some(quorum) => format!(
            "{recurs} A time suits (*) where at least {}, and everybody marked as required, are at \
             work{through}.",
            counted(quorum as u64, "person", "people"),
        ),
        None => format!("{recurs} A time suits (*) where everybody required is at work{through}."),
    }
}

/// Whether somebody is on a short stay within the dates.
fn has_short_stays(meetings: &Meetings) -> bool {
    !tzplan::stays::short_stays(meetings.prepared()).is_empty()
}
