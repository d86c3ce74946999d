//! Whether two zones show the same time over the years that matter.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use tzplan::Zone;

/// The years over which zones are compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Years {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
}

impl Years {
    pub(super) fn between(from: NaiveDate, to: NaiveDate) -> Self {
        let instant = |date: NaiveDate| date.and_time(NaiveTime::MIN).and_utc();
        Self { from: instant(from), to: instant(to) }
    }

    /// Whether the clocks of two zones agree at every instant of the years.
    pub(super) fn agree(&self, a: &Zone, b: &Zone) -> bool {
        a == b || a.offsets(self.from, self.to).eq(b.offsets(self.from, self.to))
    }

    /// Whether a zone is ever that many seconds ahead of UTC.
    pub(super) fn has_offset(&self, zone: &Zone, seconds: i32) -> bool {
        zone.offsets(self.from, self.to).any(|piece| piece.offset.local_minus_utc() == seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agreement_depends_on_the_years() {
        let zone = |id| Zone::iana(id).expect("an id");
        let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).expect("a date");
        let now = Years::between(day(2026), day(2032));
        assert!(now.agree(&zone("Europe/Berlin"), &zone("Europe/Paris")));
        assert!(!now.agree(&zone("Europe/Berlin"), &zone("Africa/Tunis")));
        // Kazakhstan keeps one time since March 2024.
        let (almaty, aqtobe) = (zone("Asia/Almaty"), zone("Asia/Aqtobe"));
        assert!(now.agree(&almaty, &aqtobe));
        assert!(!Years::between(day(2023), day(2032)).agree(&almaty, &aqtobe));
        assert!(now.has_offset(&zone("Europe/Berlin"), 7200) && !now.has_offset(&zone("Asia/Tokyo"), 7200));
    }
}
