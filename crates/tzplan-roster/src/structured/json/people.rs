//! Where the people of an object stand: in a list, in several, or by their names.

use serde_json::value::RawValue;

use super::Json;
use super::pairs::{Pairs, take_apart};
use super::part::{span, wrong};
use crate::columns::meaning;
use crate::faults::Fault;
use crate::places::{names_a_place, names_one_place};
use crate::structured::document::{Wrong, no_members};
use crate::structured::entry::Entry;
use crate::structured::lists::{
    LISTS, beside, default_beside, has_place, has_zone, is_list_of_people, is_nobody, is_of_everybody, within,
};
use crate::wording::Quoted;

/// A key and its value.
pub(super) type Pair<'t> = (String, &'t RawValue);

/// People who stand together.
struct Group<'t> {
    path: String,
    team: String,
    people: People<'t>,
    value: &'t RawValue,
}

enum People<'t> {
    List,
    Named(Vec<Pair<'t>>),
}

impl<'t> Json<'t> {
    /// Finds the people of an object; `example` says how to write them where there are none.
    pub(super) fn find_people(&mut self, whole: &'t RawValue, example: &str) -> Result<(), Wrong> {
        let text = self.text;
        let Pairs(pairs) = take_apart(text, whole)?;
        let (mut groups, mut rest, mut members) = (Vec::new(), Vec::new(), None);
        for (key, value) in pairs {
            let is_members = LISTS.contains(&&*key);
            if is_members && members.replace(value).is_some() {
                return Err(Wrong::new(twice(), span(text, value)));
            }
            if key == "policy" {
                self.policy = Some(value);
                continue;
            }
            let mut found = self.groups_under(&key, value)?;
            if is_members && found.is_empty() {
                found.extend(self.zones_under(&key, value));
            }
            if is_members && found.is_empty() {
                return Err(no_members(span(text, value), example));
            }
            match found.is_empty() {
                true => rest.push((key, value)),
                false => groups.extend(found),
            }
        }
        self.keep_people(&mut groups, &mut rest)?;
        // `{"team": {"Ana": "Europe/Lisbon"}}`, where there is nobody else.
        if groups.is_empty()
            && let Some(at) = rest.iter().position(|(key, value)| self.zones_under(key, value).is_some())
        {
            let (key, value) = rest.remove(at);
            groups.extend(self.zones_under(&key, value));
            if let Some((_, second)) = rest.iter().find(|(key, value)| self.zones_under(key, value).is_some())
            {
                return Err(Wrong::new(twice(), span(text, second)));
            }
        }
        if groups.is_empty() && (self.are_people(&rest) || are_zones(&rest)) {
            let people = People::Named(std::mem::take(&mut rest));
            groups.push(Group { path: String::new(), team: String::new(), people, value: whole });
        }
        if groups.is_empty() {
            return Err(no_members(span(text, whole), example));
        }
        // `{"name": …, "tz": …, "reports": […]}`: somebody with those below them.
        let mut entry = Entry::default();
        let is_unknown = |group: &Group<'_>| !is_list_of_people(&group.path);
        if groups.iter().all(is_unknown) && self.is_somebody(whole, &mut entry) && has_zone(&entry) {
            return Err(Wrong::new(within(&groups[0].path), span(text, groups[0].value)));
        }
        groups.into_iter().try_for_each(|group| self.add(group))?;
        self.others = rest.into_iter().map(|(key, value)| (key, span(text, value))).collect();
        Ok(())
    }

    /// Of several groups those that are people; who stands beside them is not left out in silence.
    fn keep_people(&self, groups: &mut Vec<Group<'t>>, rest: &mut Vec<Pair<'t>>) -> Result<(), Wrong> {
        if groups.len() > 1 {
            let are_people = |group: &Group<'t>| {
                LISTS.contains(&&*group.path)
                    || matches!(group.people, People::Named(_))
                    || self.lists_people(group.value)
            };
            let (people, others) = std::mem::take(groups).into_iter().partition(are_people);
            *groups = people;
            let others: Vec<Group<'t>> = others;
            rest.extend(others.into_iter().map(|group| (group.path, group.value)));
        }
        // `employees` beside `staff` may be the same people.
        if let Some(second) = groups.iter().filter(|group| is_list_of_people(&group.path)).nth(1) {
            return Err(Wrong::new(twice(), span(self.text, second.value)));
        }
        let Some(first) = groups.first() else { return Ok(()) };
        let mut entry = Entry::default();
        let mut is_person = |key: &str, value: &'t RawValue| {
            !is_nobody(key)
                && value.get().starts_with('{')
                && self.items(value, &mut entry).is_ok()
                && has_place(&entry)
        };
        for (key, value) in rest {
            if let Some(fault) = self.default_in(key, value) {
                return Err(Wrong::new(fault, span(self.text, value)));
            }
            let found = match is_person(key, value) {
                true => Some((key.clone(), *value)),
                false => self.somebody_in(key, key, value, 0),
            };
            if let Some((path, value)) = found {
                return Err(Wrong::new(beside(&path, &first.path), span(self.text, value)));
            }
        }
        Ok(())
    }

    /// Hours or days that are meant for everybody.
    fn default_in(&self, key: &str, value: &'t RawValue) -> Option<Fault> {
        if let Ok(text) = serde_json::from_str::<String>(value.get()) {
            return default_beside(key, &text);
        }
        let Pairs(inner) = is_of_everybody(key).then(|| take_apart(self.text, value).ok()).flatten()?;
        inner.into_iter().find_map(|(key, value)| self.default_in(&key, value))
    }

    /// The people under a key: a list, people by their names, or lists one level below.
    fn groups_under(&self, key: &str, value: &'t RawValue) -> Result<Vec<Group<'t>>, Wrong> {
        let is_known = is_list_of_people(key);
        let may_be = is_known || !is_nobody(key);
        let group = |path: String, team: &str, people| Group { path, team: team.to_owned(), people, value };
        if self.is_list(key, value) {
            return Ok(vec![group(key.to_owned(), key, People::List)]);
        }
        if !value.get().starts_with('{') {
            return Ok(Vec::new());
        }
        let Pairs(inner) = match take_apart(self.text, value) {
            Err(wrong) if is_known => return Err(wrong),
            inner => inner.unwrap_or(Pairs(Vec::new())),
        };
        if may_be && self.are_people(&inner) {
            return Ok(vec![group(key.to_owned(), key, People::Named(inner))]);
        }
        // The lists of a person are something else: stays, days.
        let mut entry = Entry::default();
        if self.items(value, &mut entry).is_ok() && has_place(&entry) {
            return Ok(Vec::new());
        }
        let (lists, beside): (Vec<_>, Vec<_>) =
            inner.into_iter().partition(|(inner, value)| self.is_list(inner, value));
        for (inner, value) in beside.iter().filter(|_| !lists.is_empty()) {
            if let Some(fault) = self.default_in(inner, value) {
                return Err(Wrong::new(fault, span(self.text, value)));
            }
        }
        let below = lists.into_iter().map(|(inner, value)| {
            // `{"platform": {"members": […]}}`, but `{"members": {"platform": […]}}`
            let is_of_key = is_list_of_people(&inner) && !LISTS.contains(&key);
            let team = if is_of_key { key } else { &*inner };
            Group { path: format!("{key}.{inner}"), team: team.to_owned(), people: People::List, value }
        });
        Ok(below.collect())
    }

    /// People by their names, each with nothing but a zone, under a key of people.
    fn zones_under(&self, key: &str, value: &'t RawValue) -> Option<Group<'t>> {
        let is_object = is_list_of_people(key) && value.get().starts_with('{');
        let Pairs(inner) = is_object.then(|| take_apart(self.text, value).ok()).flatten()?;
        let group = |people| Group { path: key.to_owned(), team: key.to_owned(), people, value };
        are_zones(&inner).then(|| group(People::Named(inner)))
    }

    /// Whether it is a list of people, by its name or by what it holds.
    fn is_list(&self, key: &str, value: &'t RawValue) -> bool {
        value.get().starts_with('[')
            && (is_list_of_people(key) || !is_nobody(key) && self.lists_people(value))
    }

    /// Whether one of a list says who and where somebody is.
    fn lists_people(&self, value: &'t RawValue) -> bool {
        let mut entry = Entry::default();
        let entries: Vec<&RawValue> = serde_json::from_str(value.get()).unwrap_or_default();
        entries.into_iter().any(|one| self.is_somebody(one, &mut entry))
    }

    /// Whether values are people: objects of which one says where somebody is.
    pub(super) fn are_people(&self, values: &[Pair<'t>]) -> bool {
        let mut entry = Entry::default();
        values.iter().all(|(_, value)| value.get().starts_with('{'))
            && values.iter().any(|(_, one)| self.items(one, &mut entry).is_ok() && has_place(&entry))
    }

    /// Adds the entries of a list: objects, or each below the name of somebody (`- Ana: {zone: Berlin}`).
    pub(super) fn add_list(&mut self, list: &'t RawValue) -> Result<(), Wrong> {
        let place = span(self.text, list).start;
        let entries: Vec<&RawValue> =
            serde_json::from_str(list.get()).map_err(|error| wrong(self.text, place, &error))?;
        let are_named = entries.first().is_some_and(|first| self.named(first).is_some());
        for entry in entries {
            let (key, entry) = match self.named(entry).filter(|_| are_named) {
                Some((key, entry)) => (Some(key), entry),
                None => (None, entry),
            };
            self.keys.push(key);
            self.entries.push(entry);
        }
        Ok(())
    }

    /// Somebody below their name, which is the only key of an object.
    fn named(&self, entry: &'t RawValue) -> Option<Pair<'t>> {
        let Pairs(mut pairs) = take_apart(self.text, entry).ok().filter(|pairs| pairs.0.len() == 1)?;
        let (key, value) = pairs.pop()?;
        let is_one = value.get().starts_with('{') && meaning(&key).is_none() && !is_nobody(&key);
        let pair = (key, value);
        (is_one || is_zone(&pair)).then_some(pair)
    }

    fn add(&mut self, group: Group<'t>) -> Result<(), Wrong> {
        self.lists.add(&group.path, self.entries.len(), &group.team);
        match group.people {
            People::List => self.add_list(group.value)?,
            People::Named(people) => {
                let mut known = rustc_hash::FxHashSet::default();
                for (key, value) in people {
                    if !known.insert(key.clone()) {
                        let message = format!("{} stands there twice", Quoted(&crate::text::clean(&key)));
                        let fault =
                            Fault::error("duplicate-key", message, "keep one of them, or write two names");
                        return Err(Wrong::new(fault, span(self.text, value)));
                    }
                    self.keys.push(Some(key));
                    self.entries.push(value);
                }
            }
        }
        Ok(())
    }
}

/// Whether values are zones of people by their names. `{"Lisbon": "Paris"}` says nothing of people.
fn are_zones(values: &[Pair<'_>]) -> bool {
    let is_name = |(key, _): &Pair<'_>| !names_one_place(key);
    values.iter().all(is_zone) && values.iter().any(is_name)
}

/// Whether a value is a text that names a place, under a key that names no field.
fn is_zone((key, value): &Pair<'_>) -> bool {
    value.get().starts_with('"')
        && meaning(key).is_none()
        && !is_nobody(key)
        && serde_json::from_str(value.get()).is_ok_and(|text: String| names_a_place(&text))
}

fn twice() -> Fault {
    Fault::error("duplicate-key", "the file lists its members twice", "keep one list, `members`")
}
