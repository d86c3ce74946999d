//! JSON, TOML, YAML and plain lists: a list of entries with the fields of a table, and a policy if the file
//! has one.
//!
//! Both are read twice: once for the keys, which are the columns, and once for the members.

mod document;
mod entry;
mod json;
mod keys;
mod lines;
mod lists;
mod plain_list;
mod policy;
mod row;
mod toml;
mod yaml;

use std::io;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use tzplan::PolicySettings;

use crate::cells::CellBuffer;
use crate::columns::{Columns, Field, Header, NamedColumn, is_of_use, meaning};
use crate::fast_path::Tape;
use crate::faults::{Fault, Faults, Pointer, Spot};
use crate::format::Notation;
use crate::options::ReadContext;
use crate::roster::Roster;
use crate::rows::Rows;
use crate::wording::{Listed, Quoted, counted};
use document::{Document, Wrong};
use entry::Entry;
use keys::Keys;
use lines::Lines;
use plain_list::Bullets;
use row::EntryReader;

/// TOML is held as a tree, which takes up to seventy times the room of its text.
const MOST_TOML: u64 = 1 << 20;

/// Reads a file of entries.
pub(crate) fn read_structured(
    tape: Tape<'_>,
    notation: Notation,
    mut context: ReadContext<'_>,
) -> io::Result<Roster> {
    let name = notation.as_str();
    let most = match notation {
        Notation::Toml => context.options.most_bytes.min(MOST_TOML),
        // Places in the text are counted with 32 bits.
        _ => context.options.most_bytes.min(u64::from(u32::MAX)),
    };
    let Some(bytes) = tape.drain(most)? else {
        let fault = Fault::error(
            "too-large",
            format!("the {name} is longer than {most} bytes"),
            "split the file, or save it as CSV, which has no limit",
        );
        return Ok(Roster::refused(context.faults, &fault));
    };
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}'),
        Err(error) => {
            let at = error.valid_up_to();
            let fault = Fault::error("not-utf8", format!("this {name} is not UTF-8"), "save it in UTF-8");
            Wrong::new(fault, at..at + 1).report(&mut context.faults, &Lines::of(&bytes));
            return Ok(Roster::unreadable(context.faults));
        }
    };
    let lines = Lines::of(text.as_bytes());
    let wrong = match notation {
        Notation::Yaml => match yaml::rewrite(text) {
            Ok(written) => match yaml::read(&written) {
                Ok(found) => return Ok(roster(&found, &lines, context)),
                Err(wrong) => wrong,
            },
            Err(wrong) => wrong,
        },
        Notation::PlainList => {
            return Ok(roster(&plain_list::read(text, Bullets::Needed), &lines, context));
        }
        Notation::BareList => {
            let list = plain_list::read(text, Bullets::Optional);
            if list.has_titles {
                let line = lines.line(list.span(0).start);
                let message = format!("the list starts on line {line}; what stands above it is not read");
                let note = Fault::note("titles", message, "nothing, if these lines are titles");
                context.faults.add(&note, Spot::line(line), Pointer::default);
            }
            return Ok(roster(&list, &lines, context));
        }
        Notation::Json => match json::read(text, json::EXAMPLE) {
            Ok(found) => return Ok(roster(&found, &lines, context)),
            Err(wrong) => wrong,
        },
        _ => match toml::read(text) {
            Ok(found) => return Ok(roster(&found, &lines, context)),
            Err(wrong) => wrong,
        },
    };
    wrong.report(&mut context.faults, &lines);
    Ok(Roster::unreadable(context.faults))
}

/// The roster of a document.
fn roster<'t>(document: &impl Document<'t>, lines: &Lines<'_>, mut context: ReadContext<'_>) -> Roster {
    let mut settings = PolicySettings::default();
    let faults = &mut context.faults;
    policy::read(document, &mut settings, faults, lines);
    document::report_misspelt(document, faults, lines);
    if document.len() == 0 {
        let fault = Fault::error("no-rows", "nobody is in the list of members", "add an entry for each");
        return Roster { policy: settings, ..Roster::refused(context.faults, &fault) };
    }
    let Some((columns, keys)) = columns(document, &context.options.columns, faults, lines) else {
        return Roster { policy: settings, ..Roster::unreadable(context.faults) };
    };
    let header = lines.line(document.span(0).start);
    let mut rows = Rows::new(columns, context);
    let mut reader = EntryReader::new(&keys, document, lines);
    for index in 0..document.len() {
        if !reader.read(document, index, lines, &mut rows) {
            break;
        }
    }
    if reader.left_out > 0 {
        let left_out = counted(reader.left_out, "entry");
        let message = format!("{left_out} of programs, or of people who have left, not read")
            .replace("entrys", "entries");
        rows.of_file(&Fault::note("left-out", message, "nothing, if these are nobody on the team"));
    }
    if let Some(lists) = document.lists().several() {
        let lists: Vec<Quoted<'_>> = lists.into_iter().map(Quoted).collect();
        let message = format!("people are read from {}", Listed::new(&lists, " and ").first(8));
        rows.of_file(&Fault::note("several-lists", message, "nothing, if all of them are on the team"));
    }
    Roster { policy: settings, ..rows.finish(header) }
}

/// The keys of all entries as columns, those first that may be read, and where they stand; `None` when they
/// give no zone.
fn columns<'t>(
    document: &impl Document<'t>,
    named: &[NamedColumn],
    faults: &mut Faults,
    lines: &Lines<'_>,
) -> Option<(Columns, Keys)> {
    let mut seen: FxHashMap<String, ()> = FxHashMap::default();
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    let mut entry = Entry::default();
    for index in 0..document.len() {
        // What is wrong with an entry is reported when it is read.
        if document.entry(index, &mut entry).is_err() {
            continue;
        }
        row::complete(document, index, &mut entry, row::Completed::Name);
        for item in entry.items.drain(..) {
            if !seen.contains_key(&*item.key) {
                seen.insert(item.key.clone().into_owned(), ());
                let list = if is_of_use(&item.key, named) { &mut known } else { &mut unknown };
                list.push((item.key.into_owned(), index, item.span));
            }
        }
    }
    let has_team = known.iter().any(|(key, ..)| matches!(meaning(key), Some((Field::Team, _))));
    if !has_team && document.lists().team(0).is_some() {
        known.push((row::KEY_OF_TEAMS.to_owned(), 0, document.span(0)));
    }
    if !known.iter().any(|(key, ..)| meaning(key).is_some_and(|(field, _)| Field::OF_PLACES.contains(&field)))
    {
        // An entry that cannot be read may have the key that seems to be missing.
        let mut wrong = |index| {
            let wrong = document.entry(index, &mut entry).err()?;
            Some(Wrong { path: wrong.path.or_else(|| Some(document.path(Some(index), None))), ..wrong })
        };
        // One by one: of a file of many, few are kept.
        let mut any = false;
        for wrong in (0..document.len()).filter_map(&mut wrong) {
            any = true;
            wrong.report(faults, lines);
        }
        if any {
            return None;
        }
    }
    let of_use = known.len();
    known.append(&mut unknown);
    let mut keys = CellBuffer::default();
    known.iter().for_each(|(key, ..)| keys.push(key));
    let mut header = Header::of(keys.cells(), named);
    forgive_apart(&mut header, document, &known);
    for (_, fault) in header.faults.iter_mut().filter(|(place, _)| place.is_none()) {
        fault.help = NO_ZONE_HELP.into();
    }
    let at = |place: Option<usize>| {
        let (path, span) = match place.map(|place| &known[place]) {
            Some((key, index, span)) => (document.path(Some(*index), Some(key)), span.clone()),
            None => (document.path(Some(0), None), document.span(0)),
        };
        (lines.line(span.start), lines.pointer(path, span, 0))
    };
    let columns = header.report(faults, at).ok()?;
    let keys = Keys::new(known.iter().map(|(key, ..)| key.as_str()), of_use, &columns);
    Some((columns, keys))
}

/// Drops what is said of keys for one thing that no entry has side by side: one person's `zone.id` is
/// another's `zone`, and each entry is read by its own.
fn forgive_apart<'t>(
    header: &mut Header,
    document: &impl Document<'t>,
    known: &[(String, usize, Range<usize>)],
) {
    let mut faults = std::mem::take(&mut header.faults);
    faults.retain(|(place, fault)| {
        let Some(place) = place.filter(|_| fault.code == "duplicate-column") else { return true };
        let equals = header.equals(place);
        let keys: FxHashSet<&str> = equals.iter().map(|index| known[*index].0.as_str()).collect();
        let mut entry = Entry::default();
        let mut has_several = |index| {
            entry.items.clear();
            document.entry(index, &mut entry).is_ok()
                && entry.items.iter().filter(|item| keys.contains(&*item.key)).count() > 1
        };
        keys.is_empty() || (0..document.len()).any(&mut has_several)
    });
    header.faults = faults;
}

const NO_ZONE_HELP: &str =
    "give every entry a key `zone` (or timezone, tz, location, city), as in \"zone\": \"Europe/Berlin\"";
