//! The clock and the machine's own zone: read here and nowhere else, and only where no flag says otherwise.

use chrono::{DateTime, NaiveDate, Utc};
use tzplan::{Tzdb, Zone};

/// Today's date on a zone's clock.
pub(crate) fn today(zone: &Zone) -> NaiveDate {
    let now: DateTime<Utc> = std::time::SystemTime::now().into();
    now.with_timezone(zone).date_naive()
}

/// The machine's own zone: `TZ` where it names one, else the system's setting. `None` when neither is a zone
/// of the database.
pub(crate) fn home_zone(tzdb: &Tzdb) -> Option<Zone> {
    let named = std::env::var("TZ").ok().map(|name| name.trim_start_matches(':').to_owned());
    let system = || iana_time_zone::get_timezone().ok();
    let from_env = named.filter(|name| !name.is_empty()).and_then(|name| tzdb.parse(&name).ok());
    from_env.or_else(|| tzdb.parse(&system()?).ok())
}
