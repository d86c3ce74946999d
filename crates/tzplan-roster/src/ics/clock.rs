//! The clock that a time is on.

use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Timelike, Utc};
use tzplan::Zone;

/// The clock that a time is written on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Clock {
    /// That of whoever reads it.
    Floating,
    Utc,
    Zone(Zone),
}

/// A time of one clock on another; as it is where either is nobody's.
pub(super) fn translated(time: NaiveDateTime, from: &Clock, to: &Clock) -> NaiveDateTime {
    match to {
        _ if from == to || *from == Clock::Floating => time,
        Clock::Floating => time,
        to => shown_on(to, instant(from, time)),
    }
}

/// What a clock shows at an instant; nobody's clock is taken as UTC.
pub(super) fn shown_on(clock: &Clock, at: DateTime<Utc>) -> NaiveDateTime {
    match clock {
        Clock::Floating | Clock::Utc => at.naive_utc(),
        Clock::Zone(zone) => local(zone, at),
    }
}

/// The first instant at which a clock shows a time or a later one.
pub(super) fn instant(clock: &Clock, time: NaiveDateTime) -> DateTime<Utc> {
    let Clock::Zone(zone) = clock else { return time.and_utc() };
    let found = zone.from_local_datetime(&time).earliest();
    let found = found.map(|at| at.with_timezone(&Utc));
    found.unwrap_or_else(|| {
        // In a gap: what the clock would show had it not been put forward.
        let before = time - TimeDelta::days(1);
        let day_before = zone.from_local_datetime(&before).earliest();
        day_before.map_or(time.and_utc(), |at| at.with_timezone(&Utc) + TimeDelta::days(1))
    })
}

/// What a zone's clock shows at an instant; midnight where the day has none and begins then.
pub(super) fn local(zone: &Zone, at: DateTime<Utc>) -> NaiveDateTime {
    let time = at.with_timezone(zone).naive_local();
    let midnight = time.date().and_time(NaiveTime::MIN);
    let may_begin = time != midnight && time.hour() < 2;
    if may_begin
        && zone.from_local_datetime(&midnight).earliest().is_none()
        && instant(&Clock::Zone(zone.clone()), midnight) == at
    {
        return midnight;
    }
    time
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn days_begin_where_clocks_have_no_midnight() {
        // Cairo puts its clocks forward at 00:00 on 30 April 2027: the day begins at 01:00, which is 22:00
        // UTC.
        let cairo = Zone::iana("Africa/Cairo").unwrap();
        let at = time("2027-04-29T22:00:00").and_utc();
        assert_eq!(at.with_timezone(&cairo).naive_local(), time("2027-04-30T01:00:00"));
        assert_eq!(local(&cairo, at), time("2027-04-30T00:00:00"));
        assert_eq!(instant(&Clock::Zone(cairo), time("2027-04-30T00:00:00")), at);
    }
}
