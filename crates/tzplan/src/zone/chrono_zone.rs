//! [`Zone`] as a [`chrono::TimeZone`].

use std::fmt;

use chrono::{FixedOffset, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone};

use super::Zone;

/// The offset of a [`Zone`] at one instant; it knows its zone. Shown as `+05:30`.
#[derive(Clone, PartialEq, Eq)]
pub struct ZoneOffset {
    zone: Zone,
    fixed: FixedOffset,
}

impl ZoneOffset {
    /// The zone whose offset it is.
    pub fn zone(&self) -> &Zone {
        &self.zone
    }
}

impl Offset for ZoneOffset {
    fn fix(&self) -> FixedOffset {
        self.fixed
    }
}

impl fmt::Display for ZoneOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fixed.fmt(f)
    }
}

impl fmt::Debug for ZoneOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.fixed, self.zone)
    }
}

impl Zone {
    fn offset(&self, seconds: i32) -> ZoneOffset {
        let fixed = FixedOffset::east_opt(seconds).expect("offsets of zones are shorter than a day");
        ZoneOffset { zone: self.clone(), fixed }
    }
}

impl TimeZone for Zone {
    type Offset = ZoneOffset;

    fn from_offset(offset: &ZoneOffset) -> Self {
        offset.zone.clone()
    }

    fn offset_from_local_date(&self, local: &NaiveDate) -> MappedLocalTime<ZoneOffset> {
        self.offset_from_local_datetime(&local.and_time(NaiveTime::MIN))
    }

    /// None in a gap, the earlier and the later offset in a fold.
    fn offset_from_local_datetime(&self, local: &NaiveDateTime) -> MappedLocalTime<ZoneOffset> {
        let wall = local.and_utc().timestamp();
        // No offset reaches a day: every instant that shows this wall time lies within one.
        let (mut at, last) = (wall - 86_400, wall + 86_400);
        let mut found = MappedLocalTime::None;
        while at <= last {
            let ahead = self.seconds_ahead_at(at);
            let end = self.next_transition_after(at).map_or(last + 1, |t| t.at);
            let instant = wall - i64::from(ahead);
            if at <= instant && instant < end {
                found = match found {
                    MappedLocalTime::None => MappedLocalTime::Single(ahead),
                    MappedLocalTime::Single(first) | MappedLocalTime::Ambiguous(first, _) => {
                        MappedLocalTime::Ambiguous(first, ahead)
                    }
                };
            }
            at = end;
        }
        found.map(|seconds| self.offset(seconds))
    }

    fn offset_from_utc_date(&self, utc: &NaiveDate) -> ZoneOffset {
        self.offset_from_utc_datetime(&utc.and_time(NaiveTime::MIN))
    }

    fn offset_from_utc_datetime(&self, utc: &NaiveDateTime) -> ZoneOffset {
        self.offset(self.seconds_ahead_at(utc.and_utc().timestamp()))
    }
}
