//! TOML: `[[member]]` tables (or `members = [{…}]`), further lists of people such as `[[contractor]]`, people by
//! their names (`Ana = "Europe/Lisbon"`, `[ana]`), and a table `[policy]`.

use std::ops::Range;

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

use super::document::{Document, SETTINGS, Wrong, no_members};
use super::entry::{Entry, EntryValue, Item, MOST_KEYS};
use super::lists::{
    LISTS, Lists, beside, default_beside, has_name, has_place, is_list_of_people, is_nobody, is_of_everybody,
};
use crate::columns::meaning;
use crate::faults::Fault;
use crate::places::{names_a_place, names_one_place};

/// A TOML document.
pub(super) struct Toml<'t> {
    lists: Lists,
    entries: Vec<(Range<usize>, DeValue<'t>)>,
    /// The keys of people who are kept by names or ids, by their places.
    keys: Vec<Option<String>>,
    policy: Option<(Range<usize>, DeValue<'t>)>,
    others: Vec<(String, Range<usize>)>,
}

/// A key and its value.
type Pair<'t> = (String, Spanned<DeValue<'t>>);

/// What is set for the program, and is nobody: a table, and the one setting whose value is a place.
const OF_PROGRAM: [&str; 2] = [SETTINGS, "home"];

const EXAMPLE: &str = "[[member]] with name = \"Ana\" and zone = \"Europe/Lisbon\" below it";

/// Reads a document.
pub(super) fn read(text: &str) -> Result<Toml<'_>, Wrong> {
    let table = DeTable::parse(text).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        let message = error.message().lines().next().unwrap_or_default();
        let message = crate::text::clean(message).into_owned();
        let fault =
            Fault::error("bad-toml", format!("this is not TOML: {message}"), "correct it here and try again");
        Wrong::new(fault, span)
    })?;
    let mut toml = Toml {
        lists: Lists::default(),
        entries: Vec::new(),
        keys: Vec::new(),
        policy: None,
        others: Vec::new(),
    };
    let mut members = None;
    let (mut further, mut rest, mut left_out) = (Vec::new(), Vec::new(), None);
    for (key, value) in table.into_inner() {
        let (key, span) = (key.into_inner(), value.span());
        if let Some(fault) = default_in(&key, value.get_ref()) {
            return Err(Wrong::new(fault, span));
        }
        match LISTS.into_iter().find(|list| *list == key) {
            Some(list) if members.is_none() => {
                members = Some((list, value));
            }
            Some(_) => {
                let message = "the file lists its members twice, as `member` and as `members`";
                return Err(Wrong::new(Fault::error("duplicate-key", message, "keep one list"), span));
            }
            None if key == "policy" => toml.policy = Some((span, value.into_inner())),
            None if is_nobody(&key) => toml.others.push((key.into_owned(), span)),
            None => {
                if let Some(path) = somebody_below(&key, &value) {
                    left_out.get_or_insert((path, span.clone()));
                }
                match value.get_ref() {
                    DeValue::Array(list) if are_people(list) => {
                        let DeValue::Array(list) = value.into_inner() else { continue };
                        further.push((span.start, key.into_owned(), list));
                    }
                    _ => rest.push((key.into_owned(), value)),
                }
            }
        }
    }
    further.sort_by_key(|(start, ..)| *start);
    rest.sort_by_key(|(_, value)| value.span().start);
    if further.is_empty() && toml.add_named(&mut members, &mut rest) {
        toml.set_aside(rest);
        return Ok(toml);
    }
    if let Some((list, members)) = members {
        let span = members.span();
        let DeValue::Array(entries) = members.into_inner() else { return Err(no_members(span, EXAMPLE)) };
        further.insert(0, (0, list.to_owned(), entries));
    } else if further.is_empty() {
        return Err(no_members(0..0, EXAMPLE));
    }
    if let Some((path, span)) = left_out {
        return Err(Wrong::new(beside(&path, &further[0].1), span));
    }
    for (_, key, list) in further {
        toml.lists.add(&key, toml.entries.len(), &key);
        toml.entries.extend(list.into_iter().map(|entry| (entry.span(), entry.into_inner())));
    }
    toml.set_aside(rest);
    Ok(toml)
}

impl<'t> Toml<'t> {
    /// Adds people who are kept by their names, where there is no list of them: in a table of members or of
    /// another name of a list, or at the top. `false` where there are none.
    fn add_named(
        &mut self,
        members: &mut Option<(&'static str, Spanned<DeValue<'t>>)>,
        rest: &mut Vec<Pair<'t>>,
    ) -> bool {
        if let Some((list, table)) = members {
            let Some(people) = table_of_people(table) else { return false };
            self.add_people(list, people);
            return true;
        }
        let mut tables = rest.iter().enumerate().filter(|(_, (key, _))| is_list_of_people(key));
        let table = tables.find_map(|(at, (key, table))| Some((at, key.clone(), table_of_people(table)?)));
        if let Some((at, key, people)) = table {
            rest.remove(at);
            self.add_people(&key, people);
            return true;
        }
        let (people, others) =
            std::mem::take(rest).into_iter().partition::<Vec<_>, _>(|(key, _)| !OF_PROGRAM.contains(&&**key));
        if are_named(&people) {
            *rest = others;
            self.add_people("", people);
            return true;
        }
        *rest = [people, others].concat();
        false
    }

    fn add_people(&mut self, list: &str, people: Vec<Pair<'t>>) {
        self.lists.add(list, self.entries.len(), list);
        for (key, person) in people {
            self.keys.push(Some(key));
            self.entries.push((person.span(), person.into_inner()));
        }
    }

    /// Remembers what is nobody.
    fn set_aside(&mut self, rest: Vec<Pair<'t>>) {
        self.others.extend(rest.into_iter().map(|(key, value)| (key, value.span())));
        self.others.sort_by_key(|(_, span)| span.start);
    }
}

/// The people of a table that holds nothing else, by their names.
fn table_of_people<'t>(table: &Spanned<DeValue<'t>>) -> Option<Vec<Pair<'t>>> {
    let DeValue::Table(table) = table.get_ref() else { return None };
    let mut pairs: Vec<Pair<'t>> =
        table.iter().map(|(key, value)| (key.get_ref().clone().into_owned(), value.clone())).collect();
    pairs.sort_by_key(|(_, value)| value.span().start);
    are_named(&pairs).then_some(pairs)
}

/// Whether keys are names: of tables of which one says where somebody is, or of places. `Lisbon = "Paris"`
/// says nothing of people.
fn are_named(pairs: &[Pair<'_>]) -> bool {
    let is_table = |(_, value): &Pair<'_>| matches!(value.get_ref(), DeValue::Table(_));
    let is_zone = |(key, value): &Pair<'_>| match value.get_ref() {
        DeValue::String(zone) => meaning(key).is_none() && !is_nobody(key) && names_a_place(zone),
        _ => false,
    };
    pairs.iter().all(is_table) && pairs.iter().any(|(_, value)| says(value, &[has_place]))
        || !pairs.is_empty()
            && pairs.iter().all(is_zone)
            && pairs.iter().any(|(key, _)| !names_one_place(key))
}

/// Hours or days that are meant for everybody.
fn default_in(key: &str, value: &DeValue<'_>) -> Option<Fault> {
    match value {
        DeValue::String(text) => default_beside(key, text),
        DeValue::Table(table) if is_of_everybody(key) => {
            table.iter().find_map(|(key, value)| default_in(key.get_ref(), value.get_ref()))
        }
        _ => None,
    }
}

impl<'t> Document<'t> for Toml<'t> {
    fn lists(&self) -> &Lists {
        &self.lists
    }

    fn len(&self) -> usize {
        self.entries.len()
    }

    fn span(&self, index: usize) -> Range<usize> {
        self.entries[index].0.clone()
    }

    fn entry(&self, index: usize, entry: &mut Entry<'t>) -> Result<(), Wrong> {
        let (span, value) = &self.entries[index];
        // `Ana = "Europe/Lisbon"`
        if let (Some(_), DeValue::String(zone)) = (self.key(index), value) {
            entry.items.clear();
            let value = EntryValue::Text(zone.clone());
            entry.items.push(Item { key: "zone".into(), value, span: span.clone() });
            return Ok(());
        }
        items(span, value, entry)
    }

    fn key(&self, index: usize) -> Option<&str> {
        self.keys.get(index)?.as_deref()
    }

    fn policy(&self, entry: &mut Entry<'t>) -> Result<(), Wrong> {
        self.policy.as_ref().map_or(Ok(()), |(span, value)| items(span, value, entry))
    }

    fn others(&self) -> &[(String, Range<usize>)] {
        &self.others
    }
}

/// Whether one of a list says who and where somebody is.
fn are_people(list: &[Spanned<DeValue<'_>>]) -> bool {
    list.iter().any(|one| matches!(one.get_ref(), DeValue::Table(_)) && says(one, &[has_place, has_name]))
}

/// The path of somebody in a table of a key: of the table, or of what is in it.
fn somebody_below(path: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
    let DeValue::Table(table) = value.get_ref() else { return None };
    if says(value, &[has_place]) {
        return Some(path.to_owned());
    }
    table.iter().filter(|(key, _)| !is_nobody(key.get_ref())).find_map(|(key, inner)| {
        let path = format!("{path}.{}", key.get_ref());
        match inner.get_ref() {
            DeValue::Array(list) if are_people(list) => Some(path),
            _ => somebody_below(&path, inner),
        }
    })
}

fn says(value: &Spanned<DeValue<'_>>, what: &[fn(&Entry<'_>) -> bool]) -> bool {
    let mut entry = Entry::default();
    items(&value.span(), value.get_ref(), &mut entry).is_ok() && what.iter().all(|has| has(&entry))
}

fn items<'t>(span: &Range<usize>, value: &DeValue<'t>, entry: &mut Entry<'t>) -> Result<(), Wrong> {
    entry.items.clear();
    let fault = match value {
        DeValue::Table(table) if table.len() <= MOST_KEYS => {
            let item = |(key, value): (&Spanned<_>, &Spanned<DeValue<'t>>)| {
                let key: &std::borrow::Cow<'t, str> = key.get_ref();
                Item { key: key.clone(), value: value_of(value.get_ref()), span: value.span() }
            };
            entry.items.extend(table.iter().map(item));
            // The table has them by name.
            entry.items.sort_by_key(|item| item.span.start);
            return Ok(());
        }
        DeValue::Table(_) => {
            let message = format!("this table has more than {MOST_KEYS} keys");
            Fault::error("too-many-keys", message, "write a table for each person")
        }
        _ => Fault::error(
            "bad-entry",
            "this is no table with the fields of a person",
            "write [[member]] and name = … and zone = … below it",
        ),
    };
    Err(Wrong::new(fault, span.clone()))
}

/// A value as a cell would hold it.
fn value_of<'t>(value: &DeValue<'t>) -> EntryValue<'t> {
    match value {
        DeValue::String(text) => EntryValue::Text(text.clone()),
        DeValue::Array(parts) => {
            let text = |part: &Spanned<DeValue<'t>>| match value_of(part.get_ref()) {
                EntryValue::Text(text) => Some(text),
                _ => None,
            };
            parts.iter().map(text).collect::<Option<_>>().map_or(EntryValue::Nested, EntryValue::List)
        }
        DeValue::Table(_) => EntryValue::Nested,
        DeValue::Boolean(value) => EntryValue::Text(if *value { "yes" } else { "no" }.into()),
        DeValue::Integer(number) if number.radix() == 10 => {
            EntryValue::Text(number.as_str().to_owned().into())
        }
        DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => EntryValue::Text(number.to_string().into()),
            Err(_) => EntryValue::Nested,
        },
        DeValue::Float(number) => EntryValue::Text(number.as_str().to_owned().into()),
        DeValue::Datetime(moment) => EntryValue::Text(as_cell(&moment.to_string()).to_owned().into()),
    }
}

/// A date stands as 2026-12-24; of a time, seconds that are zero are left out.
fn as_cell(moment: &str) -> &str {
    let is_time = moment.len() == 8 && moment.as_bytes()[2] == b':';
    if is_time { moment.strip_suffix(":00").unwrap_or(moment) } else { moment }
}
