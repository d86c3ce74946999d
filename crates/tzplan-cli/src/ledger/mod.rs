//! Ledgers of earlier rotations: what people have given before.

mod entries;

use std::io::Read;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::failure::{Failure, Faults};
use crate::input::open;
use crate::names::{Names, cut};
use entries::{Counts, Entries, Entry, Place};

/// A ledger of more octets is none.
const LARGEST: u64 = 64 << 20;
/// More minutes than anybody works longer in their life.
const MOST_MINUTES: u64 = 100_000_000;

/// The minutes of stretch and of night that the members of a team carry in, by their places; faults of all
/// files stand in one message.
pub(crate) fn read(
    files: &[PathBuf],
    names: &Names<'_>,
    members: usize,
) -> Result<(Vec<u64>, Vec<u64>), Failure> {
    let (mut stretch, mut night, mut faults) = (vec![0; members], vec![0; members], Faults::default());
    for path in files {
        let (source, text) = text(path)?;
        let mut entries = Entries::new(names, &source);
        let read = match text.trim_start().starts_with(['{', '[']) {
            true => document(&text, &mut entries),
            false => table(&text, &mut entries),
        };
        if let Err(why) = read {
            faults.push(|| format!("--ledger {source}: {why}"));
            continue;
        }
        let (given, of_entries) = entries.finish();
        faults.append(of_entries);
        for (member, [longer, at_night]) in given {
            stretch[member] += longer;
            night[member] += at_night;
        }
    }
    Failure::of_any(faults)?;
    Ok((stretch, night))
}

fn text(path: &Path) -> Result<(String, String), Failure> {
    let (name, input) = open(path)?;
    let source = tzplan_roster::clean(&name).into_owned();
    let mut octets = Vec::new();
    let read = input.take(LARGEST + 1).read_to_end(&mut octets);
    read.map_err(|source| Failure::Open { name: name.clone(), source, near: None })?;
    let no_ledger = |why| Failure::Setting(format!("--ledger {source}: it is no ledger: {why}"));
    if octets.len() as u64 > LARGEST {
        return Err(no_ledger("it has more than 64 MiB"));
    }
    let text = String::from_utf8(octets).map_err(|_| no_ledger("no UTF-8 text"))?;
    Ok((source, text.trim_start_matches('\u{feff}').to_owned()))
}

/// The entries of a rotation's JSON document.
fn document(text: &str, entries: &mut Entries<'_, '_>) -> Result<(), String> {
    let document: Value = serde_json::from_str(text).map_err(|error| format!("it is no JSON: {error}"))?;
    let ledger = document.get("ledger").unwrap_or(&document);
    let no_ledger = "it has no ledger; name the JSON that `tzplan meet --rotate` wrote";
    for (place, entry) in ledger.as_array().ok_or(no_ledger)?.iter().enumerate() {
        let name = entry.get("name").and_then(Value::as_str).ok_or(no_ledger)?;
        // Where the entry has no sum, its last week has.
        let last = entry.get("weeks").and_then(Value::as_array).and_then(|weeks| weeks.last());
        let read = |key: &str| {
            let written = entry.get(key).or_else(|| last?.get(key));
            let number = written.map(|written| written.as_u64().filter(|minutes| *minutes <= MOST_MINUTES));
            number.ok_or(()).map(|number| number.ok_or_else(|| format!("`{key}` is no number of minutes")))
        };
        let missing = || Err("`cumulative` is no number of minutes".to_owned());
        let stretch = read("cumulative").unwrap_or_else(|()| missing());
        // Ledgers of earlier versions tell no night.
        let night = read("cumulative_night").unwrap_or(Ok(0));
        let row = entry.get("row").and_then(Value::as_u64).map(|row| row.to_string());
        let minutes = stretch.and_then(|stretch| Ok([stretch, night?]));
        entries
            .enter(Entry { place: Place::Ledger(place), name, row: row.as_deref(), minutes }, Counts::Once);
    }
    Ok(())
}

/// The entries of a table with the columns `name` and `cumulative_minutes`, of which the last of each name
/// counts, or `minutes`.
fn table(text: &str, entries: &mut Entries<'_, '_>) -> Result<(), String> {
    let mut rows = csv::ReaderBuilder::new().trim(csv::Trim::All).flexible(true).from_reader(text.as_bytes());
    let header = rows.headers().map_err(|error| format!("it is no CSV: {error}"))?.clone();
    let column = |name: &str| header.iter().position(|head| head.eq_ignore_ascii_case(name));
    let (name, cumulative) = (column("name"), column("cumulative_minutes"));
    let (Some(name), Some(minutes)) = (name, cumulative.or_else(|| column("minutes"))) else {
        return Err("it has no columns `name` and `minutes`".to_owned());
    };
    let night = column(if cumulative.is_some() { "cumulative_night_minutes" } else { "night_minutes" });
    let row = column("row");
    let counts = if cumulative.is_some() { Counts::Last } else { Counts::Once };
    let mut record = csv::StringRecord::new();
    while rows.read_record(&mut record).map_err(|error| format!("it is no CSV: {error}"))? {
        let cell = |place: usize| record.get(place).unwrap_or("");
        let read = |place: usize| match cell(place).parse::<u64>() {
            Ok(number) if number <= MOST_MINUTES => Ok(number),
            _ => Err(format!("`{}` is no number of minutes", cut(cell(place)))),
        };
        let minutes = read(minutes).and_then(|stretch| Ok([stretch, night.map_or(Ok(0), read)?]));
        let place = Place::Line(record.position().map_or(0, csv::Position::line));
        let row = row.map(cell).filter(|row| !row.is_empty());
        entries.enter(Entry { place, name: cell(name), row, minutes }, counts);
    }
    Ok(())
}
