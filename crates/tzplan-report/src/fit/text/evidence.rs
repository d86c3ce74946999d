//! How long questions wait between candidate and team, and the hours that nobody covered before.

use std::io;

use tzplan::Minutes;
use tzplan::days_off::DayOff;
use tzplan::reply::Wait;

use super::View;
use super::own_week::own_week;
use crate::text::page::Page;
use crate::words::dates::{self, Dates};
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::people::{Names, and, stays};
use crate::words::periods::by_value;
use crate::words::replies::costs;
use crate::words::shown_of;

/// The most days off that are named, and columns of the name of one.
const MOST_OFF: usize = 5;
const HOLIDAY: usize = 40;

pub(super) fn print(page: &mut Page<'_>, view: &View<'_>) -> io::Result<()> {
    page.blank()?;
    if let Some(week) = own_week(view) {
        page.labelled("Own week", &week)?;
    }
    if view.prepared.required_members() > 0 {
        let [asks, asked] = blocked(view);
        page.labelled("Being blocked", &asks)?;
        page.labelled("", &asked)?;
    }
    page.labelled("Coverage", &gained(view).into())?;
    if let Some(off) = days_off(view) {
        page.labelled("Days off", &off.into())?;
    }
    match stays::line(view.prepared, view.people.names) {
        Some(text) => page.labelled("Long stays", &text),
        None => Ok(()),
    }
}

/// `Priya is off on 14 workdays: 25 Dec (Christmas) and 13 more. …`; `None` where they never are.
pub(super) fn days_off(view: &View<'_>) -> Option<String> {
    let off = &view.document.days_off;
    if off.is_empty() {
        return None;
    }
    let (dates, shown) = (Dates::of(view.prepared.horizon()), shown_of(off.len(), MOST_OFF));
    let named = |day: &DayOff| match &day.holiday {
        Some(holiday) => format!("{} ({})", dates.day(day.date), Names::Cut.cut(holiday, HOLIDAY)),
        None => dates.day(day.date),
    };
    let mut named: Vec<String> = off[..shown].iter().map(named).collect();
    if shown < off.len() {
        named.push(format!("{} more", off.len() - shown));
    }
    Some(format!(
        "{} is off on {}: {}. Waits count them.",
        view.subject(),
        dates::counted(off.len() as u64, "workday", "workdays"),
        and(&named)
    ))
}

/// What questions cost the candidate, then what those to the candidate cost.
pub(super) fn blocked(view: &View<'_>) -> [Text; 2] {
    let waits = &view.document.waits;
    let whom = match (view.prepared.required_members(), view.prepared.required()) {
        (1, [only]) => view.people.first(*only),
        // Optional teammates may be at work as well: they are not counted on to answer.
        _ if view.required_word().is_empty() => "whoever is at work".to_owned(),
        _ => "whoever required is at work".to_owned(),
    };
    let asks = Text::from(format!("{} asking {whom} is ", view.subject()));
    let asked = Text::from(format!("Whoever asks {} is ", view.name()));
    [direction(view, asks, waits.asks), direction(view, asked, waits.asked)]
}

/// `… blocked ½ h of their own working time on average, 2½ h at worst`
fn direction(view: &View<'_>, mut text: Text, wait: Option<Wait>) -> Text {
    match wait {
        None => text.plain("never blocked: there are no hours to ask in"),
        Some(wait) if wait.worst == Some(0) => text.plain("answered at once, always"),
        Some(wait) => text.append(&costs(&wait, view.policy)),
    }
    text.push(Ink::Plain, ".");
    text
}

pub(super) fn gained(view: &View<'_>) -> String {
    let gained = view.document.gained.iter();
    let gained = gained.map(|gained| (gained.season, gained.minutes_per_week));
    let values = by_value(gained, view.prepared.horizon());
    const NEW: &str = "a week that nobody covers now";
    match &values[..] {
        [] | [(Minutes::ZERO, _)] => {
            format!("None gained: in all hours of {} somebody is at work already.", view.name())
        }
        [(Minutes::ZERO, _), (some, periods)] | [(some, periods), (Minutes::ZERO, _)] => {
            format!("Gains {} {NEW}, {}; otherwise none.", length(*some), periods.spoken())
        }
        [(all, _)] => format!("Gains {} {NEW}, {}.", length(*all), dates::span(view.prepared.horizon())),
        [(now, _), (other, periods)] => {
            format!("Gains {} {NEW}, {} {}.", length(*now), length(*other), periods.spoken())
        }
        many => {
            let least = many.iter().map(|(minutes, _)| *minutes).min().unwrap_or_default();
            let most = many.iter().map(|(minutes, _)| *minutes).max().unwrap_or_default();
            format!(
                "Gains {} to {} {NEW}, by season; {} {}.",
                length(least),
                length(most),
                length(many[0].0),
                many[0].1.until()
            )
        }
    }
}
