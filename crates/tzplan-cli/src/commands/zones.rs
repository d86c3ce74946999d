//! What a label resolves to, and the database in use.

use std::io::Write;

use tzplan::{Horizon, Member, PreparedTeam, Team, Tzdb, Zone};
use tzplan_report::json::{self, Offset, ZoneAnswer, ZoneCandidate, ZonePlace};
use tzplan_report::{csv, markdown};
use tzplan_roster::PolicySettings;
use tzplan_roster::places::{self, Place, PlaceError, Resolution, ResolveOptions};

use crate::answer::Answer;
use crate::args::{Format, ZonesArguments};
use crate::failure::Failure;
use crate::{output, settings};

/// `tzplan zones [QUERY]`: 1 when the query is no zone.
pub(super) fn zones(arguments: &ZonesArguments) -> Result<Answer, Failure> {
    let mut answer = Answer::Yes;
    output::write(arguments.common.output.output.as_deref(), |out| {
        let tzdb = settings::tzdb(arguments.common.output.tzdata.as_deref())?;
        settings::policy(&arguments.common.policy, &PolicySettings::default())?;
        let Some(query) = &arguments.query else { return list(out, &tzdb, arguments.common.output.format) };
        let horizon = settings::horizon(&arguments.common.horizon, &tzdb)?;
        let resolved = places::resolve_with(
            &tzdb,
            query,
            &ResolveOptions { years: Some((horizon.from(), horizon.to())) },
        );
        // What is shown of the query steers no terminal.
        let query = &*tzplan_roster::clean(query);
        if resolved.is_err() {
            answer = Answer::No;
        }
        match arguments.common.output.format {
            Format::Json => Ok(json::zones(out, &answered(query, &resolved, &tzdb, &horizon))?),
            Format::Markdown => {
                let help = resolved.as_ref().err().map(PlaceError::help);
                Ok(markdown::zones(out, &answered(query, &resolved, &tzdb, &horizon), help.as_deref())?)
            }
            Format::Csv => Ok(csv::zones(out, &answered(query, &resolved, &tzdb, &horizon))?),
            Format::Text => as_text(out, query, &resolved, &tzdb, &horizon),
        }
    })?;
    Ok(answer)
}

fn list(out: &mut dyn Write, tzdb: &Tzdb, format: Format) -> Result<(), Failure> {
    let ids: Vec<&str> = tzdb.ids().collect();
    match format {
        Format::Json => json::zone_list(out, tzdb.version(), &ids)?,
        Format::Markdown => markdown::zone_list(out, tzdb.version(), &ids)?,
        Format::Csv => csv::zone_list(out, &ids)?,
        Format::Text => {
            writeln!(out, "tz database {}, {} zones", tzdb.version(), ids.len())?;
            for id in ids {
                writeln!(out, "{id}")?;
            }
        }
    }
    Ok(())
}

fn answered<'a>(
    query: &'a str,
    resolved: &'a Result<Resolution, PlaceError>,
    tzdb: &'a Tzdb,
    horizon: &Horizon,
) -> ZoneAnswer<'a> {
    let mut answer = ZoneAnswer {
        tzdb: tzdb.version(),
        query,
        zone: None,
        how: "unknown",
        place: None,
        note: None,
        candidates: Vec::new(),
        offsets: Vec::new(),
    };
    match resolved {
        Ok(resolution) => {
            answer.zone = Some(resolution.zone.name());
            answer.how = resolution.how.as_str();
            answer.place = resolution.place.as_ref().map(|place| ZonePlace {
                name: &place.name,
                country: place.country,
                population: place.population,
            });
            answer.note.clone_from(&resolution.note);
            answer.offsets = offsets(&resolution.zone, horizon);
        }
        Err(error) => {
            answer.how = if error.is_ambiguous() { "ambiguous" } else { "unknown" };
            answer.note = Some(error.to_string());
            let candidates = error.candidates().iter();
            answer.candidates =
                candidates.map(|c| ZoneCandidate { zone: c.zone.clone(), label: c.label.clone() }).collect();
        }
    }
    answer
}

fn as_text(
    out: &mut dyn Write,
    query: &str,
    resolved: &Result<Resolution, PlaceError>,
    tzdb: &Tzdb,
    horizon: &Horizon,
) -> Result<(), Failure> {
    match resolved {
        Ok(resolution) => {
            writeln!(
                out,
                "`{query}` is {} ({})   tz database {}",
                resolution.zone,
                resolution.how,
                tzdb.version()
            )?;
            if let Some(place) = &resolution.place {
                writeln!(out, "{}", told(place))?;
            }
            if let Some(note) = &resolution.note {
                writeln!(out, "note: {note}")?;
            }
            for offset in offsets(&resolution.zone, horizon) {
                let sign = if offset.minutes < 0 { '-' } else { '+' };
                let (hours, minutes) = (offset.minutes.abs() / 60, offset.minutes.abs() % 60);
                writeln!(out, "  {} – {}   UTC{sign}{hours:02}:{minutes:02}", offset.first, offset.last)?;
            }
        }
        Err(error) => {
            writeln!(out, "{error}")?;
            writeln!(out, "{}", error.help())?;
        }
    }
    Ok(())
}

/// `Bengaluru, India, 8,500,000 people`.
fn told(place: &Place) -> String {
    let people = place.population.map(|people| format!(", {} people", grouped(people)));
    format!("{}{}", place.name, people.unwrap_or_default())
}

/// A number with a comma for every thousand.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The offsets over the horizon, at 12:00 UTC of each date: the seasons of a team of one.
fn offsets(zone: &Zone, horizon: &Horizon) -> Vec<Offset> {
    let mut team = Team::new();
    team.add(Member::new("", zone.clone()));
    let prepared = PreparedTeam::new(&team, horizon.clone());
    let profile = prepared.required()[0];
    let seasons = prepared.seasons().iter();
    let offset = |season: &tzplan::Season| Offset {
        first: season.first(),
        last: season.last(),
        minutes: prepared.week(profile, season).minutes_ahead(),
    };
    seasons.map(offset).collect()
}
