//! How long questions wait between candidate and team, and the hours that nobody covered before.

use std::io;

use tzplan::Minutes;
use tzplan::reply::Wait;

use super::View;
use crate::text::page::Page;
use crate::words::dates;
use crate::words::ink::{Ink, Text};
use crate::words::periods::by_value;
use crate::words::replies::{costs, share};

pub(super) fn print(page: &mut Page<'_>, view: &View<'_>) -> io::Result<()> {
    page.blank()?;
    if view.prepared.required_members() > 0 {
        let waits = &view.document.waits;
        let whom = match (view.prepared.required_members(), view.prepared.required()) {
            (1, [only]) => view.people.first(*only),
            // Optional teammates may be at work as well: they are not counted on to answer.
            _ if view.required_word().is_empty() => "whoever is at work".to_owned(),
            _ => "whoever required is at work".to_owned(),
        };
        let asks = Text::from(format!("A question from {} to {whom}", view.name()));
        let asked = Text::from(format!("A question to {}", view.name()));
        page.labelled("Replies", &direction(view, asks, waits.asks))?;
        page.labelled("", &direction(view, asked, waits.asked))?;
    }
    page.labelled("Coverage", &gained(view).into())
}

/// `… is answered at once 12% of the time; of their own working time it costs the asker 2:30 on average, …`
fn direction(view: &View<'_>, mut text: Text, wait: Option<Wait>) -> Text {
    match wait {
        None => text.plain(" is never asked: there are no hours to ask in"),
        Some(wait) if wait.worst == Some(0) => text.plain(" is always answered at once"),
        Some(wait) => {
            match wait.none {
                0.0 => text.plain(" is never answered at once; "),
                none => text.plain(&format!(" is answered at once {} of the time; ", share(none))),
            }
            text.append(&costs(&wait, view.policy));
        }
    }
    text.push(Ink::Plain, ".");
    text
}

fn gained(view: &View<'_>) -> String {
    let gained = view.document.gained.iter();
    let gained = gained.map(|gained| (gained.season, gained.minutes_per_week));
    let mut values = by_value(gained, view.prepared.horizon());
    // What one range of dates tells comes last; then what holds on more days leads. Stable.
    values.sort_by_key(|(_, periods)| (periods.is_one_range(), std::cmp::Reverse(periods.days())));
    const NEW: &str = "a week that nobody covers now";
    match &values[..] {
        [] | [(Minutes::ZERO, _)] => {
            format!("None gained: in all hours of {} somebody is at work already.", view.name())
        }
        [(Minutes::ZERO, _), (some, periods)] | [(some, periods), (Minutes::ZERO, _)] => {
            format!("Gains {some} h {NEW}, {}; otherwise none.", periods.spoken())
        }
        [(all, _)] => format!("Gains {all} h {NEW}, {}.", dates::span(view.prepared.horizon())),
        [(most, _), (other, periods)] => format!("Gains {most} h {NEW}, {other} h {}.", periods.spoken()),
        many => {
            let least = many.iter().map(|(minutes, _)| *minutes).min().unwrap_or_default();
            let most = many.iter().map(|(minutes, _)| *minutes).max().unwrap_or_default();
            format!("Gains {least} to {most} h {NEW}, by season; mostly {}.", many[0].0)
        }
    }
}
