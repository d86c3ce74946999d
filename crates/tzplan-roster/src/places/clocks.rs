//! Whether two zones show the same time over the years that matter.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone, Utc};
use tzplan::{Tzdb, Zone};

/// The years over which zones are compared.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Years {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
}

/// How many years are compared unless the caller names them.
const YEARS: i32 = 5;

impl Years {
    /// The dates `[from, to)`, or else the years from that of the tz database on.
    pub(crate) fn of(dates: Option<(NaiveDate, NaiveDate)>, tzdb: &Tzdb) -> Self {
        let (from, to) = dates.unwrap_or_else(|| {
            let year = tzdb.version().get(..4).and_then(|year| year.parse().ok()).unwrap_or(2026);
            let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
            (day(year), day(year + YEARS))
        });
        let instant = |date: NaiveDate| date.and_time(NaiveTime::MIN).and_utc();
        Self { from: instant(from), to: instant(to) }
    }

    /// Whether the clocks of two zones agree at every instant of the years.
    pub(crate) fn agree(&self, a: &Zone, b: &Zone) -> bool {
        a == b || a.offsets(self.from, self.to).eq(b.offsets(self.from, self.to))
    }

    /// Whether a zone is ever that many seconds ahead of UTC.
    pub(crate) fn has_offset(&self, zone: &Zone, seconds: i32) -> bool {
        zone.offsets(self.from, self.to).any(|piece| piece.offset.local_minus_utc() == seconds)
    }

    /// The offsets of a zone in these years, in seconds ahead of UTC, the smallest first.
    pub(super) fn offsets(&self, zone: &Zone) -> Vec<i32> {
        let mut own: Vec<i32> =
            zone.offsets(self.from, self.to).map(|piece| piece.offset.local_minus_utc()).collect();
        own.sort_unstable();
        own.dedup();
        own
    }

    /// Whether the clocks of a zone are changed in these years.
    pub(crate) fn changes(&self, zone: &Zone) -> bool {
        zone.offsets(self.from, self.to).nth(1).is_some()
    }

    /// By how many seconds the clock of one zone is ever ahead of that of another.
    pub(crate) fn differences(&self, one: &Zone, other: &Zone) -> Vec<i32> {
        let pieces = one.offsets(self.from, self.to).chain(other.offsets(self.from, self.to));
        let ahead =
            |zone: &Zone, at: NaiveDateTime| zone.offset_from_utc_datetime(&at).fix().local_minus_utc();
        pieces.map(|piece| piece.start.naive_utc()).map(|at| ahead(one, at) - ahead(other, at)).collect()
    }

    /// The standard time of a zone at the beginning of the years, in minutes ahead of UTC.
    pub(super) fn standard(&self, zone: &Zone) -> i32 {
        zone.standard_offset(self.from.date_naive(), self.from.date_naive())
    }

    /// Whether two zones are ever at the same offset.
    pub(super) fn share_an_offset(&self, a: &Zone, b: &Zone) -> bool {
        a.offsets(self.from, self.to).any(|piece| self.has_offset(b, piece.offset.local_minus_utc()))
    }

    /// Whether a zone keeps exactly these offsets, in seconds; of one, whether it is that of one of two
    /// seasons.
    #[cfg(feature = "places")]
    pub(super) fn has_exactly(&self, zone: &Zone, seconds: &[i32]) -> bool {
        let own = self.offsets(zone);
        if seconds.len() == 1 { own.len() == 2 && own[1] == seconds[0] } else { own == seconds }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agreement_depends_on_the_years() {
        let zone = |id| Zone::iana(id).expect("an id");
        let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).expect("a date");
        let over = |from| Years::of(Some((day(from), day(2032))), Tzdb::bundled());
        let now = over(2026);
        assert!(now.agree(&zone("Europe/Berlin"), &zone("Europe/Paris")));
        assert!(!now.agree(&zone("Europe/Berlin"), &zone("Africa/Tunis")));
        // Kazakhstan keeps one time since March 2024.
        let (almaty, aqtobe) = (zone("Asia/Almaty"), zone("Asia/Aqtobe"));
        assert!(now.agree(&almaty, &aqtobe));
        assert!(!over(2023).agree(&almaty, &aqtobe));
        // Tunis is at Berlin's winter time, Cairo at that of its summer, Tokyo at neither.
        let berlin = zone("Europe/Berlin");
        assert!(now.share_an_offset(&berlin, &zone("Africa/Tunis")));
        assert!(now.share_an_offset(&zone("Africa/Cairo"), &berlin));
        assert!(!now.share_an_offset(&berlin, &zone("Asia/Tokyo")));
        assert!(now.has_offset(&zone("Europe/Berlin"), 7200) && !now.has_offset(&zone("Asia/Tokyo"), 7200));
    }
}
