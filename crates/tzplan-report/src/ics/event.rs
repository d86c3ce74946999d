//! VEVENT: one meeting, all that recur, or a notice for a day.

use std::io;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, TimeZone, Utc, Weekday, WeekdaySet};
use tzplan::meeting::Occurrence;
use tzplan::{ClockTime, Zone};

use super::line::{self, Lines};
use super::yearly::two_letters;

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

    /// Whether a local time names the instant at which the occurrence starts, and that alone; and
    /// the local time so much later the one at which it ends.
    pub(super) fn is_plain(&self, occurrence: &Occurrence, time: ClockTime) -> bool {
        let (start, end) = (occurrence.start.to_utc(), occurrence.end.to_utc());
        let names = |wall: NaiveDateTime, instant: DateTime<Utc>| {
            self.zone.from_local_datetime(&wall).single().is_some_and(|only| only.to_utc() == instant)
        };
        let wall = local(occurrence.date, time);
        names(wall, start) && names(wall + (end - start), end)
    }
}

/// What the clock shows when an occurrence starts.
fn local(date: NaiveDate, time: ClockTime) -> NaiveDateTime {
    date.and_time(time.into())
}

/// When an event is.
pub(super) enum Start {
    /// On the anchor's clock, every week on some weekdays from the first to the last but on some dates.
    Local { first: Occurrence, last: Occurrence, time: ClockTime, days: WeekdaySet, except: Vec<NaiveDate> },
    /// Once, in UTC.
    Utc(Occurrence),
    /// All of a date, wherever somebody is; nobody is busy for it.
    Day(NaiveDate),
}

pub(super) struct Event {
    /// On whose clock it recurs.
    pub(super) zone: Zone,
    pub(super) uid: String,
    pub(super) start: Start,
    pub(super) title: String,
    pub(super) description: String,
}

impl Event {
    /// Whether it is shown on the anchor's clock.
    pub(super) fn is_local(&self) -> bool {
        matches!(self.start, Start::Local { .. })
    }

    pub(super) fn write(&self, lines: &mut Lines<'_>, stamp: &str) -> io::Result<()> {
        let wall = &Wall::of(&self.zone);
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
            Start::Day(date) => {
                let next = *date + Days::new(1);
                lines.plain(&format!("DTSTART;VALUE=DATE:{}", date.format("%Y%m%d")))?;
                lines.plain(&format!("DTEND;VALUE=DATE:{}", next.format("%Y%m%d")))?;
                lines.plain("TRANSP:TRANSPARENT")?;
            }
            Start::Local { first, last, time, days, except } => {
                let (parameter, at) = moments(wall, *time);
                lines.plain(&format!("DTSTART{parameter}:{}", at(first.date)))?;
                lines.plain(&format!("DURATION:PT{}M", minutes(first)))?;
                if first != last {
                    let rule = recurrence(last, *days);
                    lines.plain(&format!("RRULE:FREQ=WEEKLY;{rule}"))?;
                }
                for date in except {
                    lines.plain(&format!("EXDATE{parameter}:{}", at(*date)))?;
                }
            }
        }
        lines.text("SUMMARY", &line::title(&self.title))?;
        if !self.description.is_empty() {
            lines.text("DESCRIPTION", &self.description)?;
        }
        lines.plain("END:VEVENT")
    }
}

/// `UNTIL=20271118T140000Z`, `UNTIL=20270326T233000Z;BYDAY=MO,TU`: a while after the last start, for programs
/// whose rules differ from those in use; not so long that a further day of the week would be in it.
fn recurrence(last: &Occurrence, days: WeekdaySet) -> String {
    let after = if days.len() > 1 { chrono::Duration::hours(12) } else { chrono::Duration::days(1) };
    let until = format!("UNTIL={}", (last.start.to_utc() + after).format("%Y%m%dT%H%M%SZ"));
    if days == WeekdaySet::single(last.date.weekday()) {
        return until;
    }
    let days: Vec<&str> = days.iter(Weekday::Mon).map(two_letters).collect();
    format!("{until};BYDAY={}", days.join(","))
}

/// How the starts at a time are written: the parameter before the colon, and the value.
fn moments(wall: &Wall<'_>, time: ClockTime) -> (String, Box<dyn Fn(NaiveDate) -> String>) {
    match (wall.id(), wall.zone().fixed_offset_seconds()) {
        (None, Some(seconds)) => {
            let utc = move |date| local(date, time) - chrono::Duration::seconds(seconds.into());
            (String::new(), Box::new(move |date| utc(date).format("%Y%m%dT%H%M%SZ").to_string()))
        }
        (id, _) => {
            let parameter = id.map_or(String::new(), |id| format!(";TZID={id}"));
            (parameter, Box::new(move |date| local(date, time).format("%Y%m%dT%H%M%S").to_string()))
        }
    }
}
