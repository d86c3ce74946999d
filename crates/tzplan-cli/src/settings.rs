//! What the flags come to: database, horizon, policy.

use std::path::Path;

use tzplan::{Horizon, Policy, Tzdb, Zone};
use tzplan_report::Assumption;
use tzplan_roster::{PolicySettings, places};

use crate::args::{HorizonArguments, PolicyArguments};
use crate::failure::Failure;
use crate::flag::{Flag, assumed, assumed_in, no_zone};
use crate::names::cut;
use crate::preferences::Preferences;
use crate::{clock, input, surroundings};

/// The database asked for: the embedded one unless a directory is named.
pub(crate) fn tzdb(directory: Option<&Path>) -> Result<Tzdb, Failure> {
    match directory {
        Some(_) if surroundings::is_memory() => {
            Err(Failure::Setting(format!("--tzdata: {}", surroundings::no_files())))
        }
        Some(directory) => {
            let tzdb = Tzdb::open(directory).map_err(|error| Failure::Setting(error.to_string()))?;
            input::reads_folder(directory);
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

/// The planning range asked for: 52 weeks from today at home unless said otherwise; and what the label of the
/// home leaves open.
pub(crate) fn horizon(
    arguments: &HorizonArguments,
    preferences: &Preferences,
    tzdb: &Tzdb,
) -> Result<(Horizon, Vec<Assumption>), Failure> {
    let (home, assumptions) = home(arguments, preferences, tzdb)?;
    let from = arguments.from.unwrap_or_else(|| clock::today(&home));
    let horizon = match (arguments.to, arguments.weeks.or(preferences.weeks)) {
        (Some(to), _) => Horizon::new(from, to, home),
        (None, Some(weeks)) => Horizon::of_days(from, weeks * 7, home),
        (None, None) => Horizon::year(from, home),
    };
    let horizon = horizon.map_err(|error| Failure::Setting(error.to_string()))?;
    Ok((horizon, assumptions))
}

/// The first that is named, by the flag or where settings stand; what is wrong with the others counts, too.
fn home(
    arguments: &HorizonArguments,
    preferences: &Preferences,
    tzdb: &Tzdb,
) -> Result<(Zone, Vec<Assumption>), Failure> {
    let by_flag = arguments.home.iter().map(|label| (label, "--home".to_owned(), "--home".to_owned()));
    let standing = preferences.homes.iter();
    let standing =
        standing.map(|(label, place)| (label, place.clone(), format!("{place}: home = {}", cut(label))));
    let (mut found, mut faults) = (None, Vec::new());
    for (label, place, named_by) in by_flag.chain(standing) {
        match places::resolve(tzdb, label) {
            Ok(resolution) if found.is_none() => found = Some((label, place, resolution)),
            Ok(_) => {}
            Err(error) => faults.push(format!("{named_by}: {}", no_zone(&error))),
        }
    }
    Failure::of_any(faults)?;
    let Some((label, place, resolution)) = found else { return Ok((clock::home_zone(tzdb)?, Vec::new())) };
    let assumed = match place.starts_with("--") {
        true => assumed(Flag { name: "--home", value: label }, &resolution),
        false => assumed_in(place, &resolution),
    };
    Ok((resolution.zone, assumed.into_iter().collect()))
}
