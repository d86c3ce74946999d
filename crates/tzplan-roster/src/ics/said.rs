//! What is said of several events together.

use rustc_hash::FxHashSet;

use super::event::Event;
use super::line::ContentLine;
use super::repeats::Repeats;
use crate::faults::Fault;
use crate::wording::Listed;

/// Events named in one message; the count of the rest follows.
pub(super) const MOST_LISTED: usize = 3;

/// What was found in events that is to be said of all together.
#[derive(Default)]
pub(super) struct Said<'e> {
    /// The lines on which those begin that were looked at.
    pub(super) events: FxHashSet<u64>,
    /// Of these those that give somebody a day off.
    pub(super) off: FxHashSet<u64>,
    pub(super) partial: Vec<&'e Event>,
    pub(super) in_utc: Vec<&'e Event>,
    pub(super) repeated: usize,
}

impl<'e> Said<'e> {
    /// Says what several events have in common.
    pub(super) fn faults(&self, repeats: &Repeats) -> Vec<(Fault, Option<&'e ContentLine>)> {
        let mut faults = Vec::new();
        if repeats.is_cut_short() {
            let message = "the rules by which events repeat have too many dates since they began";
            let help = "export fewer events, or those of the last years alone";
            faults.push((Fault::error("too-large", message, help), None));
        }
        if let Some(first) = self.partial.first() {
            let what = match self.partial.len() {
                1 => "covers a part of a day, which is no day off",
                _ => "cover parts of days, which are no days off",
            };
            let message = format!("{} {what}", listed(&self.partial));
            let help = "a day is off where an event covers all of it, or every shift that starts on it";
            faults.push((Fault::note("part-of-a-day", message, help), Some(first.at())));
        }
        if let Some(first) = self.in_utc.first() {
            let times = if self.in_utc.len() == 1 { "has times" } else { "have times" };
            let message = format!(
                "{} {times} in UTC, and nothing says whose days they are; they are counted in UTC",
                listed(&self.in_utc)
            );
            let help = "write a line such as X-WR-TIMEZONE:Europe/Berlin below BEGIN:VCALENDAR, or export all-day events";
            faults.push((Fault::warning("times-in-utc", message, help), Some(first.at())));
        }
        faults
    }
}

/// Events by name and line, the first of many.
pub(super) fn listed(events: &[&Event]) -> String {
    let names: Vec<String> = events.iter().map(|event| event.listed()).collect();
    let what = if events.len() == 1 { "event" } else { "events" };
    format!("the {what} {}", Listed::new(&names, " and ").first(MOST_LISTED))
}
