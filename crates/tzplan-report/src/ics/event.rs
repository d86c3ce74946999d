//! VEVENT: one meeting, or all that recur.

use std::io;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use tzplan::Zone;
use tzplan::meeting::{Occurrence, Slot};

use super::line::{self, Lines};

/// The anchor's clock.
pub(super) struct Wall<'z> {
    zone: &'z Zone,
}

impl<'z> Wall<'z> {
    pub(super) fn of(zone: &'z Zone) -> Self {
        Self { zone }
    }

    pub(super) fn zone(&self) -> &'z Zone {
        self.zone
    }

    /// The zone's name, where times are written on its clock; a fixed offset is written in UTC. Whatever IANA
    /// would not put into a name is an underscore.
    pub(super) fn id(&self) -> Option<String> {
        let usual = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '_' | '-' | '+');
        let id = || self.zone.name().chars().map(|c| if usual(c) { c } else { '_' }).collect();
        self.zone.fixed_offset_seconds().is_none().then(id)
    }

    /// Whether the slot's local time names the instant at which the occurrence starts, and that alone; and
    /// the local time so much later the one at which it ends.
    pub(super) fn is_plain(&self, occurrence: &Occurrence, slot: Slot) -> bool {
        let (start, end) = (occurrence.start.to_utc(), occurrence.end.to_utc());
        let names = |wall: NaiveDateTime, instant: DateTime<Utc>| {
            self.zone.from_local_datetime(&wall).single().is_some_and(|only| only.to_utc() == instant)
        };
        let wall = local(occurrence.date, slot);
        names(wall, start) && names(wall + (end - start), end)
    }
}

/// What the clock shows when an occurrence starts.
fn local(date: NaiveDate, slot: Slot) -> NaiveDateTime {
    date.and_time(slot.time.into())
}

/// When an event is.
pub(super) enum Start {
    /// On the anchor's clock, every week from the first to the last but on some dates.
    Local { first: Occurrence, last: Occurrence, slot: Slot, except: Vec<NaiveDate> },
    /// Once, in UTC.
    Utc(Occurrence),
}

pub(super) struct Event<'a> {
    pub(super) uid: String,
    pub(super) start: Start,
    pub(super) title: &'a str,
    pub(super) description: &'a str,
}

impl Event<'_> {
    /// Whether it is told on the anchor's clock.
    pub(super) fn is_local(&self) -> bool {
        matches!(self.start, Start::Local { .. })
    }

    pub(super) fn write(&self, lines: &mut Lines<'_>, wall: &Wall<'_>, stamp: &str) -> io::Result<()> {
        lines.plain("BEGIN:VEVENT")?;
        lines.plain(&format!("UID:{}", self.uid))?;
        lines.plain(stamp)?;
        let minutes =
            |occurrence: &Occurrence| occurrence.end.epoch_minutes() - occurrence.start.epoch_minutes();
        match &self.start {
            Start::Utc(occurrence) => {
                lines.plain(&format!("DTSTART:{}", occurrence.start.to_utc().format("%Y%m%dT%H%M%SZ")))?;
                lines.plain(&format!("DURATION:PT{}M", minutes(occurrence)))?;
            }
            Start::Local { first, last, slot, except } => {
                let (parameter, at) = moments(wall, *slot);
                lines.plain(&format!("DTSTART{parameter}:{}", at(first.date)))?;
                lines.plain(&format!("DURATION:PT{}M", minutes(first)))?;
                if first != last {
                    // A day later, for programs whose rules differ from those in use.
                    let until = last.start.to_utc() + chrono::Duration::days(1);
                    lines.plain(&format!("RRULE:FREQ=WEEKLY;UNTIL={}", until.format("%Y%m%dT%H%M%SZ")))?;
                }
                for date in except {
                    lines.plain(&format!("EXDATE{parameter}:{}", at(*date)))?;
                }
            }
        }
        lines.text("SUMMARY", &line::title(self.title))?;
        if !self.description.is_empty() {
            lines.text("DESCRIPTION", self.description)?;
        }
        lines.plain("END:VEVENT")
    }
}

/// How the starts of a slot are written: the parameter before the colon, and the value.
fn moments(wall: &Wall<'_>, slot: Slot) -> (String, Box<dyn Fn(NaiveDate) -> String>) {
    match (wall.id(), wall.zone().fixed_offset_seconds()) {
        (None, Some(seconds)) => {
            let utc = move |date| local(date, slot) - chrono::Duration::seconds(seconds.into());
            (String::new(), Box::new(move |date| utc(date).format("%Y%m%dT%H%M%SZ").to_string()))
        }
        (id, _) => {
            let parameter = id.map_or(String::new(), |id| format!(";TZID={id}"));
            (parameter, Box::new(move |date| local(date, slot).format("%Y%m%dT%H%M%S").to_string()))
        }
    }
}
