//! The clocks of a calendar, and whose clock its days are counted on.

use std::ops::Range;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use rustc_hash::FxHashMap;
use tzplan::{Schedule, Tzdb, Zone};

use super::clock::{Clock, instant, local, translated};
use super::line::ContentLine;
use super::vtimezone;
use crate::places::{How, resolve};

/// On whose clock the days of a calendar are counted.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum IcsClock<'a> {
    /// On that of one person, stays abroad included: somebody's leave.
    Person(&'a Schedule),
    /// On the calendar's own, for days that many keep: times are taken as their `TZID` has them, those in UTC
    /// as the calendar's `X-WR-TIMEZONE` has them. Without one they are counted in UTC, and a warning says
    /// so.
    Calendar,
}

/// Longer names are those of no zone.
const LONGEST_TZID: usize = 200;
/// After this many names of zones that are not known no more are looked for: the file is no calendar of
/// people.
const MOST_MISSES: usize = 1000;

/// The clocks of a calendar.
pub(super) struct Clocks<'a> {
    tzdb: &'a Tzdb,
    of: IcsClock<'a>,
    calendar: Option<Zone>,
    known: FxHashMap<String, Option<Zone>>,
    /// How many names meant nothing.
    misses: usize,
    /// Those whose rules stand in the file.
    defined: FxHashMap<String, Zone>,
}

impl<'a> Clocks<'a> {
    pub(super) fn new(tzdb: &'a Tzdb, of: IcsClock<'a>) -> Self {
        Self {
            tzdb,
            of,
            calendar: None,
            known: FxHashMap::default(),
            misses: 0,
            defined: FxHashMap::default(),
        }
    }

    /// Counts days on another clock from here on.
    pub(super) fn count_on(&mut self, clock: IcsClock<'a>) {
        self.of = clock;
    }

    /// Takes note of the zones whose rules stand in a file.
    pub(super) fn define(&mut self, text: &str) {
        self.defined = vtimezone::zones(text, self.tzdb).into_iter().collect();
    }

    /// The shifts of the person that start on a date, as the clock shows it on which days are counted.
    pub(super) fn shifts(&self, date: NaiveDate) -> Vec<Range<NaiveDateTime>> {
        let IcsClock::Person(schedule) = self.of else { return Vec::new() };
        let mut shifts = Vec::new();
        for post in schedule.posts() {
            // On another clock a shift may start on another date.
            let around = if post.hours_on().is_some() { 1 } else { 0 };
            for day in -around..=around {
                let Some(on) = date.checked_add_signed(TimeDelta::days(day)) else { continue };
                let stretches =
                    post.hours().stretches().iter().filter(|stretch| stretch.day() == on.weekday());
                shifts.extend(stretches.filter_map(|stretch| {
                    let at = |minute: u16| {
                        let time = on.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute.into());
                        match post.hours_on() {
                            Some(clock) => self.counted(time, &Clock::Zone(clock.clone())),
                            None => time,
                        }
                    };
                    let shift = at(stretch.start())..at(stretch.end());
                    (shift.start.date() == date).then_some(shift)
                }));
            }
        }
        shifts
    }

    /// Takes note of the zone of the whole calendar; `false` when there is none of that name.
    pub(super) fn set_calendar(&mut self, name: &str) -> bool {
        self.calendar = self.zone(name);
        self.calendar.is_some()
    }

    /// Whether the days of times in UTC are counted in UTC for want of anything better.
    pub(super) fn counts_in_utc(&self) -> bool {
        matches!(self.of, IcsClock::Calendar) && self.calendar.is_none()
    }

    /// The clock of a line's `TZID`; `Err` with the name that is not known when it is first met.
    pub(super) fn of_line(&mut self, line: &ContentLine) -> Result<Clock, String> {
        let Some(name) = line.parameter("TZID") else { return Ok(Clock::Floating) };
        if let Some(known) = self.known.get(name) {
            return Ok(known.clone().map_or(Clock::Floating, Clock::Zone));
        }
        // A name that nothing has is compared with all names, which takes time.
        let zone = if self.misses < MOST_MISSES { self.zone(name) } else { None };
        self.misses += usize::from(zone.is_none());
        self.known.insert(name.to_owned(), zone.clone());
        zone.map(Clock::Zone).ok_or_else(|| name.to_owned())
    }

    /// A zone by its id, Windows' name, or an id behind what a program puts in front of it.
    fn zone(&self, raw: &str) -> Option<Zone> {
        let raw = raw.trim();
        if raw.len() > LONGEST_TZID {
            return None;
        }
        let name = raw.trim_matches('/');
        let mut tail = Some(name);
        while let Some(id) = tail {
            if let Ok(zone) = self.tzdb.zone(id) {
                return Some(zone);
            }
            tail = id.split_once('/').map(|(_, behind)| behind);
        }
        if let Some(zone) = self.defined.get(raw) {
            return Some(zone.clone());
        }
        let found = resolve(self.tzdb, name).ok()?;
        // `(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna`, as Outlook shows it.
        let is_shown = name.starts_with("(UTC") || name.starts_with("(GMT");
        let is_time = matches!(found.how, How::Windows | How::Name | How::Abbreviation | How::Offset);
        (is_time || is_shown).then_some(found.zone)
    }

    /// A time as the clock shows it on which days are counted.
    pub(super) fn counted(&self, time: NaiveDateTime, clock: &Clock) -> NaiveDateTime {
        match (clock, self.of) {
            (Clock::Floating, _) | (Clock::Zone(_), IcsClock::Calendar) => time,
            (Clock::Utc, IcsClock::Calendar) => {
                self.calendar.as_ref().map_or(time, |zone| local(zone, time.and_utc()))
            }
            (clock, IcsClock::Person(schedule)) => {
                let at = instant(clock, time);
                let home = &schedule.posts()[0];
                let date = local(home.zone(), at).date();
                let abroad = home.stays().iter().find(|stay| stay.dates.contains(date));
                local(abroad.map_or(home.zone(), |stay| &stay.zone), at)
            }
        }
    }

    /// The later of two ends of an event of a length: the exact one, and what its clock shows after as many
    /// hours: the day on which clocks are put back is over after 25 hours.
    pub(super) fn end(
        &self,
        start: NaiveDateTime,
        length: TimeDelta,
        clock: &Clock,
    ) -> Option<NaiveDateTime> {
        let nominal = self.counted(start.checked_add_signed(length)?, clock);
        if *clock == Clock::Floating {
            return Some(nominal);
        }
        let exact = instant(clock, start).checked_add_signed(length)?.naive_utc();
        let exact = translated(exact, &Clock::Utc, clock);
        Some(nominal.max(self.counted(exact, clock)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn lengths_are_of_hours_or_of_days_whichever_ends_later() {
        let clocks = Clocks::new(Tzdb::bundled(), IcsClock::Calendar);
        let berlin = Clock::Zone(Zone::iana("Europe/Berlin").unwrap());
        let end = |start, hours| clocks.end(time(start), TimeDelta::hours(hours), &berlin).unwrap();
        assert_eq!(end("2027-03-28T00:00:00", 23), time("2027-03-29T00:00:00")); // a day of 23 hours
        assert_eq!(end("2027-10-31T00:00:00", 24), time("2027-11-01T00:00:00")); // a day of 25 hours
    }

    #[test]
    fn zones_are_found_by_the_names_that_programs_give_them() {
        let clocks = Clocks::new(Tzdb::bundled(), IcsClock::Calendar);
        let name = |text| clocks.zone(text).map(|zone| zone.name());
        for text in ["Europe/Berlin", "/freeassociation.sourceforge.net/Europe/Berlin"] {
            assert_eq!(name(text).as_deref(), Some("Europe/Berlin"), "{text}");
        }
        assert_eq!((name("Mars/Phobos"), name("Paris, France")), (None, None));
    }
}
