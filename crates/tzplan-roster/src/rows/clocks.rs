//! Whether the clocks of two zones agree over the dates that are planned.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use tzplan::{Tzdb, Zone};

/// The dates over which clocks are compared.
pub(super) struct Clocks {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
}

/// The years that are looked at where nobody says what is planned, as labels are resolved.
const YEARS: i32 = 5;

impl Clocks {
    pub(super) fn over(planned: Option<(NaiveDate, NaiveDate)>, tzdb: &Tzdb) -> Self {
        let (from, to) = planned.unwrap_or_else(|| {
            let year = tzdb.version().get(..4).and_then(|year| year.parse().ok()).unwrap_or(2026);
            let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
            (day(year), day(year + YEARS))
        });
        let instant = |date: NaiveDate| date.and_time(NaiveTime::MIN).and_utc();
        Self { from: instant(from), to: instant(to) }
    }

    pub(super) fn agree(&self, one: &Zone, other: &Zone) -> bool {
        let Self { from, to } = *self;
        one == other || one.offsets(from, to).eq(other.offsets(from, to))
    }
}
