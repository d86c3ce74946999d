//! JSON and TOML: a list of entries with the fields of a table, and a policy if the file has one.
//!
//! Both are read twice: once for the keys, which are the columns, and once for the members.

mod document;
mod entry;
mod json;
mod lines;
mod policy;
mod toml;

use std::io;

use rustc_hash::FxHashMap;

use crate::cells::Cells;
use crate::columns::{Columns, meaning};
use crate::diagnostic::{Fault, Faults, Spot};
use crate::fast_path::Tape;
use crate::format::Notation;
use crate::policy::PolicySettings;
use crate::read::Reading;
use crate::roster::Roster;
use crate::rows::Rows;
use document::{Document, Wrong};
use entry::{Entry, Row};
use lines::Lines;

/// TOML is held as a tree, which takes thirty times the room of its text.
const MOST_TOML: u64 = 4 << 20;

/// Reads a file of entries.
pub(crate) fn read_structured(
    tape: Tape<'_>,
    notation: Notation,
    mut reading: Reading<'_>,
) -> io::Result<Roster> {
    let name = if notation == Notation::Json { "JSON" } else { "TOML" };
    let most = match notation {
        Notation::Toml => reading.options.most_bytes.min(MOST_TOML),
        // Places in the text are counted with 32 bits.
        _ => reading.options.most_bytes.min(u64::from(u32::MAX)),
    };
    let Some(bytes) = tape.drain(most)? else {
        return Ok(reading.refuse(&Fault::error(
            "too-large",
            format!("the {name} is longer than {most} bytes"),
            "split the file, or save it as CSV, which has no limit",
        )));
    };
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}'),
        Err(error) => {
            let at = error.valid_up_to();
            let fault = Fault::error("not-utf8", format!("this {name} is not UTF-8"), "save it in UTF-8");
            Wrong::new(fault, at..at + 1).tell(&mut reading.faults, &Lines::of(&bytes));
            return Ok(Roster::unreadable(reading.faults));
        }
    };
    let lines = Lines::of(text.as_bytes());
    let wrong = match notation {
        Notation::Json => match json::read(text) {
            Ok(found) => return Ok(roster(&found, &lines, reading)),
            Err(wrong) => wrong,
        },
        _ => match toml::read(text) {
            Ok(found) => return Ok(roster(&found, &lines, reading)),
            Err(wrong) => wrong,
        },
    };
    wrong.tell(&mut reading.faults, &lines);
    Ok(Roster::unreadable(reading.faults))
}

/// The roster of a document.
fn roster<'t>(document: &impl Document<'t>, lines: &Lines<'_>, reading: Reading<'_>) -> Roster {
    let Reading { mut faults, tzdb, options, choose } = reading;
    let mut settings = PolicySettings::default();
    policy::read(document, &mut settings, &mut faults, lines);
    document::tell_misspelt(document, &mut faults, lines);
    if document.len() == 0 {
        faults.of_file(&Fault::error("no-rows", "nobody is in the list of members", "add an entry for each"));
        return Roster { policy: settings, ..Roster::unreadable(faults) };
    }
    let Some((columns, known)) = columns(document, &mut faults, lines) else {
        return Roster { policy: settings, ..Roster::unreadable(faults) };
    };
    let header = lines.line(document.span(0).start);
    let mut rows = Rows::new(tzdb, columns, faults, options, choose);
    let mut row = Row::new(&known);
    for index in 0..document.len() {
        if !row.read(document, index, lines, &mut rows) {
            break;
        }
    }
    Roster { policy: settings, ..rows.finish(header) }
}

/// The keys of all entries as columns, recognised ones first, and where those stand; `None` when they give no zone.
fn columns<'t>(
    document: &impl Document<'t>,
    faults: &mut Faults,
    lines: &Lines<'_>,
) -> Option<(Columns, FxHashMap<String, usize>)> {
    let mut seen: FxHashMap<String, ()> = FxHashMap::default();
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    let mut entry = Entry::default();
    for index in 0..document.len() {
        // What is wrong with an entry is told when it is read.
        if document.entry(index, &mut entry).is_err() {
            continue;
        }
        for item in entry.items.drain(..) {
            if !seen.contains_key(&*item.key) {
                seen.insert(item.key.clone().into_owned(), ());
                let list = if meaning(&item.key).is_some() { &mut known } else { &mut unknown };
                list.push((item.key.into_owned(), index, item.span));
            }
        }
    }
    let places = known.iter().enumerate().map(|(place, (key, ..))| (key.clone(), place)).collect();
    known.append(&mut unknown);
    let (mut text, mut bounds) = (Vec::new(), Vec::new());
    for (key, ..) in &known {
        let start = text.len() as u32;
        text.extend_from_slice(key.as_bytes());
        bounds.push((start, text.len() as u32));
    }
    let (columns, wrong) = Columns::of(Cells::new(&text, &bounds, false));
    let lost = wrong.iter().any(|(column, _)| column.is_none());
    for (place, fault) in wrong {
        let Some(place) = place else {
            let help = "give every entry a key `zone` (or timezone, tz, location, city), as in \"zone\": \"Europe/Berlin\"";
            let at = document.span(0);
            let path = document.path(Some(0), None);
            Wrong { path: Some(path), ..Wrong::new(Fault { help: help.into(), ..fault }, at) }
                .tell(faults, lines);
            continue;
        };
        let (key, index, span) = &known[place];
        let row = lines.line(span.start);
        let spot = Spot { row, column: columns.header(place), position: place, value: key };
        let path = document.path(Some(*index), Some(key));
        faults.add(&fault, spot, || lines.pointer(path, span.clone(), 0));
    }
    (!lost).then_some((columns, places))
}
