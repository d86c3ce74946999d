//! Settings made once for all: a table `[tzplan]` in a TOML roster, a file `tzplan.toml` beside the roster or
//! above, environment variables such as `TZPLAN_TARGET`; in this order, and below flags.

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};
use tzplan::{Policy, PolicySettings};
use tzplan_report::Setting;
use tzplan_roster::clean;

use crate::args::CommonArguments;
use crate::failure::Failure;
use crate::names::{cut, listed, near};

/// The settings beside the thresholds of the policy.
const OTHERS: [&str; 2] = ["home", "weeks"];
const FILE: &str = "tzplan.toml";
const TABLE: &str = "tzplan";
const VARIABLES: &str = "TZPLAN_";
/// Larger files hold no such table: a TOML roster has at most so many bytes.
const MOST_BYTES: u64 = 4 << 20;

/// What the layers below the flags set.
#[derive(Default)]
pub(crate) struct Preferences {
    /// Of the roster's own table.
    pub(crate) of_roster: PolicySettings,
    /// Of files and variables.
    pub(crate) of_others: PolicySettings,
    /// A label of a zone, and where it stands.
    pub(crate) home: Option<(String, String)>,
    pub(crate) weeks: Option<u32>,
    /// The strongest one of each name.
    items: Vec<Item>,
}

/// A setting as it was found.
#[derive(Clone)]
pub(crate) struct Item {
    name: String,
    value: String,
    /// As an answer names its source: `tzplan.toml`.
    from: String,
    /// As a fault names its place: `../tzplan.toml:3`.
    place: String,
    layer: Layer,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Layer {
    Roster,
    Other,
}

impl Preferences {
    /// Those for a roster with these items of its own; `None` for no file. Faults are reported together.
    pub(crate) fn read(own: Vec<Item>, roster: Option<&Path>) -> Result<Self, Failure> {
        let mut faults = Vec::new();
        let mut items = own;
        items.extend(of_file(roster, &mut faults)?);
        items.extend(of_variables(&mut faults));
        let mut read = Self::default();
        for item in items {
            match read.enter(item) {
                Ok(()) => {}
                Err(fault) => faults.push(fault),
            }
        }
        Failure::of_any(faults)?;
        Ok(read)
    }

    /// Takes a setting unless a stronger layer has it; what is wrong with it counts in any case.
    fn enter(&mut self, item: Item) -> Result<(), String> {
        let name = item.name.trim().to_lowercase().replace([' ', '-'], "_");
        let is_new = !self.items.iter().any(|known| known.name == name);
        let wrong = |why: &str| format!("{}: {} = {}: {why}", item.place, cut(&item.name), cut(&item.value));
        match &*name {
            "home" if is_new => self.home = Some((item.value.clone(), item.place.clone())),
            "home" => {}
            "weeks" => {
                let weeks = item.value.trim().parse().ok().filter(|weeks| (1..=5217).contains(weeks));
                let weeks = weeks.ok_or_else(|| wrong("write a number of weeks from 1 to 5217"))?;
                if is_new {
                    self.weeks = Some(weeks);
                }
            }
            _ => {
                let mut one = PolicySettings::default();
                match one.read(&name, &item.value) {
                    Some(result) => result.map_err(|why| wrong(&why))?,
                    None => return Err(unknown(&item, &name)),
                }
                let own = match item.layer {
                    Layer::Roster => &mut self.of_roster,
                    Layer::Other => &mut self.of_others,
                };
                *own = std::mem::take(own).or(&one);
            }
        }
        if is_new {
            self.items.push(Item { name, ..item });
        }
        Ok(())
    }

    /// The settings that counted and are not the usual ones: neither flags nor the roster's own policy say
    /// otherwise.
    pub(crate) fn used(&self, flags: &CommonArguments, roster: &PolicySettings) -> Vec<Setting> {
        let policy = flags.policy.settings();
        let counts = |item: &&Item| match &*item.name {
            "home" => flags.horizon.home.is_none(),
            "weeks" => flags.horizon.to.is_none() && flags.horizon.weeks.is_none() && self.weeks != Some(52),
            name => {
                let mut one = PolicySettings::default();
                let is_read = matches!(one.read(name, &item.value), Some(Ok(())));
                let stronger = match item.layer {
                    Layer::Roster => policy.clone(),
                    Layer::Other => policy.clone().or(&self.of_roster).or(roster),
                };
                let is_overruled = stronger.clone().or(&one) == stronger;
                is_read && !is_overruled && one.policy().is_ok_and(|policy| policy != Policy::default())
            }
        };
        let used = self.items.iter().filter(counts);
        used.map(|item| Setting {
            name: item.name.replace('_', "-"),
            value: cut(&item.value),
            from: item.from.clone(),
        })
        .collect()
    }
}

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
fn of_file(roster: Option<&Path>, faults: &mut Vec<String>) -> Result<Vec<Item>, Failure> {
    let Some((path, shown)) = nearest(roster) else { return Ok(Vec::new()) };
    let fault = |source: io::Error| Failure::Open { name: shown.clone(), source, near: None };
    let mut text = String::new();
    File::open(path).and_then(|file| file.take(MOST_BYTES).read_to_string(&mut text)).map_err(fault)?;
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
    let mut found: Vec<(usize, Item)> = table
        .into_iter()
        .map(|(key, value)| {
            let at = key.span().start;
            let value = match value.get_ref() {
                DeValue::String(value) => value.to_string(),
                DeValue::Integer(number) => number.as_str().to_owned(),
                // What it is said to be is no value of any setting.
                _ => text.get(value.span()).unwrap_or_default().to_owned(),
            };
            let (name, place) = (clean(key.get_ref()).into_owned(), format!("{file}:{}", line_of(text, at)));
            (at, Item { name, value: clean(&value).into_owned(), from: from.to_owned(), place, layer })
        })
        .collect();
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, item)| item).collect()
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

/// The environment's; a variable of another name counts as misspelt where it resembles one of these.
fn of_variables(faults: &mut Vec<String>) -> Vec<Item> {
    let mut found = Vec::new();
    for (variable, value) in std::env::vars_os() {
        let Some(variable) = variable.to_str() else { continue };
        let Some(name) = variable.strip_prefix(VARIABLES) else { continue };
        let name = name.to_lowercase();
        if names().any(|known| known == name) {
            let value = clean(&value.to_string_lossy()).into_owned();
            if !value.is_empty() {
                let (from, place) = (variable.to_owned(), variable.to_owned());
                found.push(Item { name, value, from, place, layer: Layer::Other });
            }
        } else if let Some(near) = near(&name, names()) {
            faults.push(format!(
                "{}: no setting has this name — did you mean {VARIABLES}{}?",
                cut(variable),
                near.to_uppercase()
            ));
        }
    }
    // The environment has no order.
    found.sort_by(|a, b| a.name.cmp(&b.name));
    faults.sort();
    found
}

fn names() -> impl Iterator<Item = &'static str> {
    OTHERS.into_iter().chain(PolicySettings::NAMES)
}

fn unknown(item: &Item, name: &str) -> String {
    let help = match near(name, names()) {
        Some(near) => format!(" — did you mean {near}?"),
        None => format!("; settings are {}", listed(&names().map(str::to_owned).collect::<Vec<_>>(), "and")),
    };
    format!("{}: {} = {}: no setting has this name{help}", item.place, cut(&item.name), cut(&item.value))
}
