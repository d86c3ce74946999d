//! The lists of people of a file, one behind the other.

use std::sync::LazyLock;

use tzplan::ClockTime;
use tzplan::hours::{parse_days, parse_hours};

use crate::columns::{Field, meaning};
use crate::faults::Fault;
use crate::word_table::WordTable;
use crate::wording::Quoted;

use super::entry::Entry;

/// The names under which a file may list its members.
pub(super) const LISTS: [&str; 2] = ["members", "member"];

/// Those under which programs list them.
const LISTS_OF_PROGRAMS: [&str; 18] = [
    "users",
    "people",
    "employees",
    "candidates",
    "applicants",
    "team",
    "staff",
    "persons",
    "colleagues",
    "contacts",
    "value",
    "results",
    "data",
    "items",
    "records",
    "rows",
    "resources",
    "roster",
];

/// Lists of entries, in their order.
#[derive(Default)]
pub(super) struct Lists(Vec<List>);

struct List {
    /// Its path; empty where the file is nothing but the list.
    path: String,
    /// The place of its first entry among those of all lists.
    first: usize,
    /// What it is called, where there are several.
    team: String,
}

impl Lists {
    /// Adds a list that begins with the entry at a place.
    pub(super) fn add(&mut self, path: &str, first: usize, team: &str) {
        self.0.push(List { path: path.to_owned(), first, team: team.to_owned() });
    }

    /// The path of the list that an entry is in, and its place there.
    pub(super) fn of(&self, index: usize) -> (&str, usize) {
        self.list(index).map_or(("", index), |list| (&list.path, index - list.first))
    }

    /// What the list of an entry is called, where there are several.
    pub(super) fn team(&self, index: usize) -> Option<&str> {
        let list = self.list(index).filter(|_| self.0.len() > 1)?;
        Some(&*list.team).filter(|team| !team.is_empty())
    }

    /// The paths of the lists, where there are several.
    pub(super) fn several(&self) -> Option<Vec<&str>> {
        (self.0.len() > 1).then(|| self.0.iter().map(|list| &*list.path).collect())
    }

    fn list(&self, index: usize) -> Option<&List> {
        self.0[..self.0.partition_point(|list| list.first <= index)].last()
    }
}

/// Whether a list of people may have this name, in any case.
pub(super) fn is_list_of_people(key: &str) -> bool {
    let lower = key.to_ascii_lowercase();
    LISTS.contains(&&*lower) || LISTS_OF_PROGRAMS.contains(&&*lower)
}

/// What has a name and a place without being somebody.
const TSV: &str = include_str!("../../data/keys_of_nobody.tsv");

static NOBODY: LazyLock<WordTable<()>> = LazyLock::new(|| WordTable::of(TSV, |_| Some(())));

/// Whether what has this name is nobody.
pub(super) fn is_nobody(key: &str) -> bool {
    NOBODY.get(&key.to_ascii_lowercase()).is_some()
}

/// Whether an entry says where somebody is.
pub(super) fn has_place(entry: &Entry<'_>) -> bool {
    has_field(entry, |field| Field::OF_PLACES.contains(&field))
}

/// Whether an entry says in which time zone somebody is.
pub(super) fn has_zone(entry: &Entry<'_>) -> bool {
    has_field(entry, |field| field == Field::Zone)
}

/// Whether an entry says who somebody is.
pub(super) fn has_name(entry: &Entry<'_>) -> bool {
    has_field(entry, |field| matches!(field, Field::Name | Field::Surname | Field::Email))
}

fn has_field(entry: &Entry<'_>, is: impl Fn(Field) -> bool) -> bool {
    entry.items.iter().any(|item| meaning(&item.key).is_some_and(|(field, _)| is(field)))
}

/// Somebody beside the lists.
pub(super) fn beside(key: &str, list: &str) -> Fault {
    let message = format!("{} has a place like a person, but stands beside {}", Quoted(key), Quoted(list));
    let help = format!("write it into {}, or rename it to `settings` if it is nobody", Quoted(list));
    Fault::error("beside-list", message, help)
}

/// What people call values that are meant for everybody.
const OF_EVERYBODY: [&str; 7] =
    ["default", "defaults", "schedule", "common", "shared", "everyone", "everybody"];

/// Whether values under this name are meant for everybody, in any case.
pub(super) fn is_of_everybody(key: &str) -> bool {
    OF_EVERYBODY.contains(&&*key.to_ascii_lowercase())
}

/// Hours or days that stand beside a list: they are nobody's.
pub(super) fn default_beside(key: &str, value: &str) -> Option<Fault> {
    let (field, _) = meaning(key)?;
    let is_read = match field {
        Field::Days => parse_days(value).is_ok(),
        field if Field::OF_HOURS.contains(&field) => {
            value.parse::<ClockTime>().is_ok() || parse_hours(value).is_ok()
        }
        _ => false,
    };
    let message = format!("{} stands beside the people and is read for nobody", Quoted(key));
    is_read.then(|| Fault::error("default-beside", message, "write it to each of them, or leave it out"))
}

/// Somebody within somebody: an organisation as a tree.
pub(super) fn within(key: &str) -> Fault {
    let message = format!("{} holds people within a person, who would not be read", Quoted(key));
    Fault::error("people-in-person", message, "write them into the list, beside the person")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_nobody_are_sorted() {
        crate::word_table::assert_well_formed(TSV, &NOBODY, true);
    }
}
