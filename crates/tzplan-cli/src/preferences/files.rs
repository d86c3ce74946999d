//! Settings that stand in files: the roster's own table, and the nearest `tzplan.toml`.

use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};
use tzplan_roster::clean;

use super::{Item, Layer};
use crate::failure::Failure;
use crate::{input, surroundings};

const FILE: &str = "tzplan.toml";
const TABLE: &str = "tzplan";
/// Larger files hold no such table: a TOML roster has at most this many bytes.
const MOST_BYTES: u64 = 1 << 20;

/// Reads the beginning of a roster, and the table in it where it is TOML; with all of the roster to read
/// again. Faults of the file are the roster reader's.
pub(crate) fn of_roster(
    name: &str,
    mut input: Box<dyn Read + Send>,
) -> Result<(Box<dyn Read + Send>, Vec<Item>), Failure> {
    let mut first = Vec::new();
    let read = (&mut input).take(MOST_BYTES + 1).read_to_end(&mut first);
    read.map_err(|source| Failure::Open { name: name.to_owned(), source, near: None })?;
    let text = std::str::from_utf8(&first).ok().filter(|text| text.len() as u64 <= MOST_BYTES);
    let text = text.filter(|text| text.contains("[tzplan]"));
    let from = Path::new(name).file_name().map_or_else(|| name.to_owned(), |file| file.display().to_string());
    let items = text.and_then(|text| {
        let document = DeTable::parse(text).ok()?;
        let table = document.into_inner().into_iter().find(|(key, _)| *key.get_ref() == TABLE)?.1;
        match table.into_inner() {
            DeValue::Table(table) => Some(items(text, table, name, &from, Layer::Roster)),
            _ => None,
        }
    });
    Ok((Box::new(Cursor::new(first).chain(input)), items.unwrap_or_default()))
}

/// The settings of the nearest `tzplan.toml`.
pub(super) fn of_file(roster: Option<&Path>, faults: &mut Vec<String>) -> Result<Vec<Item>, Failure> {
    let Some((path, shown)) = nearest(roster) else { return Ok(Vec::new()) };
    let fault = |source: io::Error| Failure::Open { name: shown.clone(), source, near: None };
    let mut text = String::new();
    input::open_settings(&path)
        .and_then(|file| file.take(MOST_BYTES + 1).read_to_string(&mut text))
        .map_err(fault)?;
    if text.len() as u64 > MOST_BYTES {
        faults.push(format!("{shown}: settings are at most {} MiB long", MOST_BYTES >> 20));
        return Ok(Vec::new());
    }
    Ok(match DeTable::parse(&text) {
        Ok(table) => items(&text, table.into_inner(), &shown, FILE, Layer::Other),
        Err(error) => {
            let line = line_of(&text, error.span().map_or(0, |span| span.start));
            let why = error.message().lines().next().unwrap_or_default();
            faults.push(format!(
                "{shown}:{line}: this is not TOML: {why}; write settings like target = \"3h\""
            ));
            Vec::new()
        }
    })
}

/// The file beside a roster or in a folder above, and how messages name it. Without a roster that is a file,
/// from the working directory.
fn nearest(roster: Option<&Path>) -> Option<(PathBuf, String)> {
    if surroundings::is_memory() {
        return None;
    }
    let roster = roster.filter(|path| path.as_os_str() != "-");
    let folder = roster.and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty());
    let beside = folder.unwrap_or(Path::new("."));
    let start = std::fs::canonicalize(beside).ok()?;
    let found = start.ancestors().map(|folder| folder.join(FILE)).find(|file| file.is_file())?;
    if roster.is_some_and(|roster| std::fs::canonicalize(roster).is_ok_and(|roster| roster == found)) {
        return None;
    }
    let is_beside = found.parent() == Some(&*start);
    let shown = match (is_beside, folder) {
        (true, None) => FILE.to_owned(),
        (true, Some(folder)) => folder.join(FILE).display().to_string(),
        (false, _) => found.display().to_string(),
    };
    Some((found, shown))
}

fn items(text: &str, table: DeTable<'_>, file: &str, from: &str, layer: Layer) -> Vec<Item> {
    let mut keys: Vec<_> = table.into_iter().collect();
    keys.sort_by_key(|(key, _)| key.span().start);
    // Lines are counted on from the key before.
    let (mut line, mut counted) = (1, 0);
    keys.into_iter()
        .map(|(key, value)| {
            let at = key.span().start;
            line += line_of(&text[counted..], at - counted) - 1;
            counted = at;
            let value = match value.get_ref() {
                DeValue::String(value) => value.to_string(),
                DeValue::Integer(number) => number.as_str().to_owned(),
                // What it is said to be is no value of any setting.
                _ => text.get(value.span()).unwrap_or_default().to_owned(),
            };
            let (name, place) = (clean(key.get_ref()).into_owned(), format!("{file}:{line}"));
            Item { name, value: clean(&value).into_owned(), from: from.to_owned(), place, layer }
        })
        .collect()
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}
