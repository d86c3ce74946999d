//! Holds what the core writes to the document: every key with its value, at the same place.
//!
//! **The rule for people.** The document names them; the core writes places. An entry's `profile`, `member` or
//! `schedule` says whom it is about, and the document has an entry with the `name` of each of them (or of the
//! first, with how many `members` they are). In a list of names the core has the places of their profiles;
//! among the `profiles` of pairs, those of members.

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use tzplan::{MemberRef, PreparedTeam, Team};

use crate::exceptions::{BESIDE, LACKING, ONE_FOR_ALL, SOME};

/// What says whom an entry is about.
const PLACES: [&str; 3] = ["member", "profile", "schedule"];
/// What the document says of people beside what the entry is about.
const NAMES: [&str; 3] = ["name", "members", "row"];

/// Who is at which place.
pub struct People<'t> {
    pub prepared: &'t PreparedTeam,
    /// Among whom a `member` is.
    pub roster: &'t Team,
    /// What the candidate is called: the `profile` null of a plan with them.
    pub candidate: &'t str,
    /// What groups of coverage are called.
    pub groups: &'t [&'t str],
}

/// What was found.
#[derive(Default)]
pub struct Findings {
    /// Where the two differ.
    pub differences: Vec<String>,
    /// The paths of the values compared.
    pub seen: BTreeSet<String>,
}

/// An entry of the document within which something stands.
#[derive(Clone, Copy)]
struct At<'p> {
    path: &'p str,
    /// Who the entry is about.
    name: Option<&'p str>,
}

impl<'t> People<'t> {
    pub fn of(prepared: &'t PreparedTeam) -> Self {
        Self { prepared, roster: prepared.team(), candidate: "", groups: &[] }
    }

    /// Holds a value of the core to the same part of a document.
    pub fn compare(&self, document: &str, core: &Value, written: &Value) -> Findings {
        let mut findings = Findings::default();
        self.walk(At { path: document, name: None }, core, written, &mut findings);
        findings
    }

    fn walk(&self, at: At<'_>, core: &Value, written: &Value, findings: &mut Findings) {
        match (core, written) {
            (Value::Object(core), Value::Object(written)) => self.object(at, core, written, findings),
            (Value::Array(core), Value::Array(written)) => self.list(at, core, written, findings),
            (Value::Number(group), Value::String(name)) if !self.groups.is_empty() => {
                let of = self.groups[group.as_u64().expect("a place") as usize];
                self.leaf(at, of == name, core, written, findings);
            }
            _ => self.leaf(at, same(core, written), core, written, findings),
        }
    }

    fn leaf(&self, at: At<'_>, equal: bool, core: &Value, written: &Value, findings: &mut Findings) {
        findings.seen.insert(at.path.to_owned());
        if !equal {
            findings.differences.push(format!("{}: the core has {core}, the document {written}", at.path));
        }
    }

    fn object(
        &self,
        at: At<'_>,
        core: &Map<String, Value>,
        written: &Map<String, Value>,
        findings: &mut Findings,
    ) {
        let name = written.get("name").and_then(Value::as_str).or(at.name);
        if let (Some(people), Some(name)) = (self.people(core), name)
            && !people.iter().any(|one| one.0 == name)
        {
            findings.differences.push(format!("{}: {name} is not at {core:?}", at.path));
        }
        for (key, value) in core.iter().filter(|(key, _)| !PLACES.contains(&key.as_str())) {
            let path = format!("{}.{key}", at.path);
            match written.get(key) {
                Some(_) if key == "forward" => {}
                Some(_) if key == "names" && core.contains_key("forward") => {
                    self.names_with_clocks(at, core, written, findings)
                }
                Some(written) => self.walk(At { path: &path, name }, value, written, findings),
                None if is_in(&path, BESIDE) => {}
                None => findings.differences.push(format!("{path}: the document has no such key")),
            }
        }
        for key in written.keys().filter(|key| !core.contains_key(*key) && !NAMES.contains(&key.as_str())) {
            let path = format!("{}.{key}", at.path);
            if !is_in(&path, LACKING) {
                findings.differences.push(format!("{path}: the core has no such key"));
            }
        }
    }

    fn list(&self, at: At<'_>, core: &[Value], written: &[Value], findings: &mut Findings) {
        let path = format!("{}[]", at.path);
        let one_for_all = is_in(&path, ONE_FOR_ALL);
        if !one_for_all
            && core.iter().any(|entry| entry.as_object().is_some_and(|entry| self.people(entry).is_some()))
        {
            return self.entries(At { path: &path, ..at }, core, written, findings);
        }
        if written.iter().any(Value::is_string) && core.iter().all(Value::is_number) {
            return self.names(at, core, written, findings);
        }
        if core.len() != written.len() {
            let (core, written) = (core.len(), written.len());
            return findings
                .differences
                .push(format!("{path}: {core} in the core, {written} in the document"));
        }
        for (core, written) in core.iter().zip(written) {
            self.walk(At { path: &path, ..at }, core, written, findings);
        }
    }

    /// Places of profiles against names; whose entry it is is not among them.
    fn names(&self, at: At<'_>, core: &[Value], written: &[Value], findings: &mut Findings) {
        findings.seen.insert(at.path.to_owned());
        let of_members = at.path.contains(".profiles[]");
        let listed = |member: &MemberRef<'_>| match of_members {
            true => core.contains(&member.index().into()),
            false => core.contains(&self.prepared.profile_of(*member).index().into()),
        };
        let all: Vec<(&str, bool)> = self
            .prepared
            .team()
            .members()
            .filter(listed)
            .filter(|member| Some(member.name()) != at.name)
            .map(|member| (member.name(), of_members || self.prepared.is_required(member)))
            .collect();
        let written: Vec<&str> = written.iter().filter_map(Value::as_str).collect();
        let complete = all.iter().all(|(name, counts)| !counts || written.contains(name));
        let known = written.iter().all(|name| all.iter().any(|one| one.0 == *name));
        if !complete || !known {
            findings.differences.push(format!("{}: {core:?} are {all:?}, not {written:?}", at.path));
        }
    }

    /// `names` with what `forward` says of each.
    fn names_with_clocks(
        &self,
        at: At<'_>,
        core: &Map<String, Value>,
        written: &Map<String, Value>,
        findings: &mut Findings,
    ) {
        let path = format!("{}.names", at.path);
        let none = Vec::new();
        let list = |value: &Value| value.as_array().unwrap_or(&none).clone();
        let (places, names) = (list(&core["names"]), list(&written["names"]));
        self.names(At { path: &path, name: None }, &places, &names, findings);
        for (name, forward) in names.iter().zip(list(&written["forward"])) {
            let of_name = self.prepared.team().members().find(|member| Some(member.name()) == name.as_str());
            let profile = of_name.map(|member| self.prepared.profile_of(member).index());
            let place = places.iter().position(|place| place.as_u64().map(|place| place as usize) == profile);
            let clock = place.map_or(&Value::Null, |place| &core["forward"][place]);
            self.leaf(At { path: &path, name: None }, *clock == forward, clock, &forward, findings);
        }
    }

    /// Entries about people: what the document says of each of them is what the core says of their place.
    fn entries(&self, at: At<'_>, core: &[Value], written: &[Value], findings: &mut Findings) {
        let people: Vec<Vec<(&str, bool)>> = core
            .iter()
            .map(|entry| entry.as_object().and_then(|entry| self.people(entry)).unwrap_or_default())
            .collect();
        let mut found: Vec<BTreeSet<&str>> = vec![BTreeSet::new(); core.len()];
        for entry in written {
            let name = entry["name"].as_str().unwrap_or_default();
            let about: Vec<usize> =
                (0..core.len()).filter(|place| people[*place].iter().any(|one| one.0 == name)).collect();
            let compared = about.iter().map(|place| {
                let mut of_one = Findings::default();
                self.walk(At { name: Some(name), ..at }, &core[*place], entry, &mut of_one);
                (*place, of_one)
            });
            match compared.min_by_key(|(_, of_one)| of_one.differences.len()) {
                Some((place, of_one)) => {
                    found[place].insert(name);
                    findings.differences.extend(of_one.differences);
                    findings.seen.extend(of_one.seen);
                }
                None if is_in(at.path, SOME) => {}
                None => findings.differences.push(format!("{}: the core says nothing of {name}", at.path)),
            }
        }
        for (people, found) in people.iter().zip(&found) {
            let all = people.iter().all(|(name, counts)| !counts || found.contains(name));
            if found.is_empty() || !all {
                findings.differences.push(format!("{}: of {people:?} only {found:?}", at.path));
            }
        }
    }

    /// Whom an entry of the core is about, and who of them count as required.
    fn people(&self, entry: &Map<String, Value>) -> Option<Vec<(&'t str, bool)>> {
        let key = PLACES.iter().find(|key| entry.contains_key(**key))?;
        let Some(place) = entry[*key].as_u64() else { return Some(vec![(self.candidate, true)]) };
        let place = place as usize;
        if *key == "member" {
            return Some(self.roster.member(place).map(|member| (member.name(), true)).into_iter().collect());
        }
        let at = |member: &MemberRef<'t>| match *key {
            "profile" => self.prepared.profile_of(*member).index() == place,
            _ => member.schedule_id().index() == place,
        };
        let counts = |member: MemberRef<'t>| (member.name(), self.prepared.is_required(member));
        Some(self.prepared.team().members().filter(at).map(counts).collect())
    }
}

fn same(core: &Value, written: &Value) -> bool {
    match (core.as_f64(), written.as_f64()) {
        (Some(core), Some(written)) => core == written,
        _ => core == written,
    }
}

/// Whether a path ends like one of a list.
fn is_in(path: &str, list: &[(&str, &str)]) -> bool {
    let ends =
        |end: &str| path.strip_suffix(end).is_some_and(|before| before.is_empty() || before.ends_with('.'));
    list.iter().any(|(end, _)| ends(end))
}
