//! What a label resolves to, and the database in use.

use std::io::{self, Write};

use tzplan::{Horizon, Member, PreparedTeam, Team, Tzdb, Zone};
use tzplan_report::json::{self, Offset, ZoneAnswer, ZoneCandidate, ZonePlace};
use tzplan_report::{csv, markdown};
use tzplan_roster::PolicySettings;
use tzplan_roster::places::{self, Place, PlaceError, Resolution, ResolveOptions};

use crate::answer::Answer;
use crate::args::ZonesArguments;
use crate::failure::Failure;
use crate::output::{self, Form};
use crate::settings;

/// `tzplan zones [QUERY]`: 1 when the query is no zone.
pub(super) fn zones(arguments: &ZonesArguments) -> Result<Answer, Failure> {
    let common = &arguments.common;
    let (mut out, form) = output::open(&common.output)?;
    let tzdb = settings::tzdb(common.output.tzdata.as_deref())?;
    settings::policy(&common.policy, &PolicySettings::default())?;
    let Some(query) = &arguments.query else {
        list(&mut out, &tzdb, form)?;
        out.finish()?;
        return Ok(Answer::Yes);
    };
    let horizon = settings::horizon(&common.horizon, &tzdb)?;
    let years = Some((horizon.from(), horizon.to()));
    let resolved = places::resolve_with(&tzdb, query, &ResolveOptions { years });
    // What is shown of the query steers no terminal.
    let query = &*tzplan_roster::clean(query);
    let answer = answered(query, &resolved, &tzdb, &horizon);
    match form {
        Form::Json => json::zones(&mut out, &answer)?,
        Form::Csv => csv::zones(&mut out, &answer)?,
        Form::Markdown => {
            let help = resolved.as_ref().err().map(PlaceError::help);
            markdown::zones(&mut out, &answer, help.as_deref())?;
        }
        Form::Text(_) => as_text(&mut out, query, &resolved, &answer)?,
    }
    out.finish()?;
    Ok(Answer::yes_if(resolved.is_ok()))
}

fn list(out: &mut dyn Write, tzdb: &Tzdb, form: Form) -> io::Result<()> {
    let ids: Vec<&str> = tzdb.ids().collect();
    match form {
        Form::Json => json::zone_list(out, tzdb.version(), &ids),
        Form::Csv => csv::zone_list(out, &ids),
        Form::Markdown => markdown::zone_list(out, tzdb.version(), &ids),
        Form::Text(_) => {
            writeln!(out, "tz database {}, {} zones", tzdb.version(), ids.len())?;
            ids.iter().try_for_each(|id| writeln!(out, "{id}"))
        }
    }
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
    answer: &ZoneAnswer<'_>,
) -> io::Result<()> {
    let resolution = match resolved {
        Ok(resolution) => resolution,
        Err(error) => return writeln!(out, "{error}\n{}", error.help()),
    };
    let (zone, how) = (&resolution.zone, resolution.how);
    writeln!(out, "`{query}` is {zone} ({how})   tz database {}", answer.tzdb)?;
    if let Some(place) = &resolution.place {
        writeln!(out, "{}", with_population(place))?;
    }
    if let Some(note) = &resolution.note {
        writeln!(out, "note: {note}")?;
    }
    for offset in &answer.offsets {
        let sign = if offset.minutes < 0 { '-' } else { '+' };
        let (hours, minutes) = (offset.minutes.abs() / 60, offset.minutes.abs() % 60);
        writeln!(out, "  {} – {}   UTC{sign}{hours:02}:{minutes:02}", offset.first, offset.last)?;
    }
    Ok(())
}

/// `Bengaluru, India, 8,500,000 people`.
fn with_population(place: &Place) -> String {
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
