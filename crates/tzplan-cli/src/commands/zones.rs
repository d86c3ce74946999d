//! What a label resolves to, and the database in use.

use tzplan::regions::offsets;
use tzplan::{Horizon, Tzdb};
use tzplan_report::{Offset, ZoneCandidate, ZoneListDocument, ZonePlace, ZonesDocument};
use tzplan_roster::PolicySettings;
use tzplan_roster::places::{self, PlaceError, Resolution, ResolveOptions};

use crate::answer::Answer;
use crate::args::ZonesArguments;
use crate::failure::Failure;
use crate::preferences::Preferences;
use crate::{diagnostics, output, settings};

/// `tzplan zones [QUERY]`: 1 when the query is no zone.
pub(super) fn zones(arguments: &ZonesArguments) -> Result<Answer, Failure> {
    let common = &arguments.common;
    let (target, form) = output::open(&common.output)?;
    let tzdb = settings::tzdb(common.output.tzdata.as_deref())?;
    let preferences = Preferences::read(Vec::new(), None)?;
    settings::policy(&common.policy, &preferences, &PolicySettings::default())?;
    let Some(query) = &arguments.query else {
        let list = ZoneListDocument { tzdb: tzdb.version(), zones: tzdb.ids().collect() };
        target.write(&list, form)?;
        return Ok(Answer::Yes);
    };
    let (horizon, of_home) = settings::horizon(&common.horizon, &preferences, &tzdb)?;
    diagnostics::note_assumed(&of_home)?;
    // Of the settings the offsets depend on those of the dates.
    let mut settings = preferences.used(common, &PolicySettings::default());
    settings.retain(|setting| ["home", "weeks"].contains(&&*setting.name));
    let years = Some((horizon.from(), horizon.to()));
    let resolved = places::resolve_with(&tzdb, query, &ResolveOptions { years, ..ResolveOptions::default() });
    // What is shown of the query steers no terminal.
    let query = &*tzplan_roster::clean(query);
    let document = match &resolved {
        Ok(resolution) => {
            let settings = &settings;
            ZonesDocument { settings, ..found(query, resolution, &tzdb, &horizon) }
        }
        Err(error) => not_found(query, error, &tzdb),
    };
    target.write(&document, form)?;
    Ok(Answer::yes_if(resolved.is_ok()))
}

fn found<'a>(
    query: &'a str,
    resolution: &'a Resolution,
    tzdb: &'a Tzdb,
    horizon: &Horizon,
) -> ZonesDocument<'a> {
    let place = resolution.place.as_ref().map(|place| ZonePlace {
        name: &place.name,
        country: place.country,
        population: place.population,
    });
    ZonesDocument {
        tzdb: tzdb.version(),
        query,
        zone: Some(resolution.zone.name()),
        how: resolution.how.as_str(),
        place,
        note: resolution.note.clone(),
        help: None,
        candidates: Vec::new(),
        offsets: offsets(&resolution.zone, horizon).iter().map(Offset::from).collect(),
        settings: &[],
    }
}

fn not_found<'a>(query: &'a str, error: &PlaceError, tzdb: &'a Tzdb) -> ZonesDocument<'a> {
    let candidates = error.candidates().iter();
    let candidates = candidates.map(|one| ZoneCandidate { zone: one.zone.clone(), label: one.label.clone() });
    ZonesDocument {
        tzdb: tzdb.version(),
        query,
        zone: None,
        how: if error.is_ambiguous() { "ambiguous" } else { "unknown" },
        place: None,
        note: Some(error.to_string()),
        help: Some(error.help()),
        candidates: candidates.collect(),
        offsets: Vec::new(),
        settings: &[],
    }
}
