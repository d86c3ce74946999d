//! The clock and the machine's own zone: read here and nowhere else, and only where no flag says otherwise.

use std::io;

use chrono::NaiveDate;
use tzplan::{Tzdb, Zone};

use crate::names::cut;
use crate::{diagnostics, surroundings};

/// Today's date on a zone's clock.
pub(crate) fn today(zone: &Zone) -> NaiveDate {
    surroundings::now().with_timezone(zone).date_naive()
}

/// The machine's own zone: `TZ` where it names one, as an id or as a file of a zoneinfo directory, else the
/// system's setting, else UTC. A `TZ` that names no zone of the database is said.
pub(crate) fn home_zone(tzdb: &Tzdb) -> io::Result<Zone> {
    let named = surroundings::variable("TZ").unwrap_or_default();
    let name = named.trim_start_matches(':');
    let id = name.rsplit_once("/zoneinfo/").map_or(name, |(_, id)| id);
    if let Ok(zone) = tzdb.parse(id) {
        return Ok(zone);
    }
    let system = surroundings::system_zone().and_then(|name| tzdb.parse(&name).ok());
    let home = system.unwrap_or(Zone::UTC);
    if !name.is_empty() {
        diagnostics::note(&format!(
            "TZ is `{}`, which names no zone of the database; times are shown in {}: name another with \
            --home",
            cut(name),
            home.name()
        ))?;
    }
    Ok(home)
}
