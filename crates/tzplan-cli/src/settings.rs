//! What the flags come to: database, horizon, policy.

use std::path::Path;

use tzplan::{Horizon, Policy, Tzdb, Zone};
use tzplan_roster::PolicySettings;

use crate::args::{HorizonArguments, PolicyArguments};
use crate::failure::Failure;
use crate::flag::no_zone;
use crate::preferences::Preferences;
use crate::{clock, surroundings};

/// The database asked for: the embedded one unless a directory is named.
pub(crate) fn tzdb(directory: Option<&Path>) -> Result<Tzdb, Failure> {
    match directory {
        Some(_) if surroundings::is_memory() => {
            Err(Failure::Setting(format!("--tzdata: {}", surroundings::no_files())))
        }
        Some(directory) => {
            let tzdb = Tzdb::open(directory).map_err(|error| Failure::Setting(error.to_string()))?;
            // Its version and its file names are shown as they are; those of a real one are safe to show.
            let safe = |text: &str| tzplan_roster::clean(text) == text;
            if !safe(tzdb.version()) || !tzdb.ids().all(safe) {
                return Err(Failure::Setting(format!(
                    "no tz database at `{}`: its version or the name of a zone has control characters",
                    directory.display()
                )));
            }
            Ok(tzdb)
        }
        None => Ok(Tzdb::bundled().clone()),
    }
}

/// The thresholds asked for, those of the roster where no flag says otherwise, those set once for all, and
/// the usual ones.
pub(crate) fn policy(
    arguments: &PolicyArguments,
    preferences: &Preferences,
    roster: &PolicySettings,
) -> Result<Policy, Failure> {
    let Preferences { of_roster, of_others, .. } = preferences;
    let settings = arguments.settings().or(of_roster).or(roster).or(of_others);
    settings.policy().map_err(|error| Failure::Setting(error.to_string()))
}

/// The planning range asked for: 52 weeks from today at home unless said otherwise.
pub(crate) fn horizon(
    arguments: &HorizonArguments,
    preferences: &Preferences,
    tzdb: &Tzdb,
) -> Result<Horizon, Failure> {
    let home = match (&arguments.home, &preferences.home) {
        (Some(label), _) => home_named(label, "--home", tzdb)?,
        (None, Some((label, place))) => home_named(label, &format!("{place}: home"), tzdb)?,
        (None, None) => clock::home_zone(tzdb)?,
    };
    let from = arguments.from.unwrap_or_else(|| clock::today(&home));
    let horizon = match (arguments.to, arguments.weeks.or(preferences.weeks)) {
        (Some(to), _) => Horizon::new(from, to, home),
        (None, Some(weeks)) => Horizon::of_days(from, weeks * 7, home),
        (None, None) => Horizon::year(from, home),
    };
    horizon.map_err(|error| Failure::Setting(error.to_string()))
}

fn home_named(label: &str, named_by: &str, tzdb: &Tzdb) -> Result<Zone, Failure> {
    let resolved = tzplan_roster::places::resolve(tzdb, label);
    let zone = resolved.map(|resolution| resolution.zone);
    zone.map_err(|error| Failure::Setting(format!("{named_by}: {}", no_zone(&error))))
}
