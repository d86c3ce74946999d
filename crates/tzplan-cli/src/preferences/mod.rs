//! Settings made once for all: a table `[tzplan]` in a TOML roster, a file `tzplan.toml` beside the roster or
//! above, environment variables such as `TZPLAN_TARGET`; in this order, and below flags.

mod files;
mod variables;

use std::path::Path;

use tzplan::{Policy, PolicyErrorKind, PolicySettings};
use tzplan_report::Setting;

use crate::args::CommonArguments;
use crate::failure::Failure;
use crate::names::{cut, listed, near};
pub(crate) use files::of_roster;

/// The settings beside the thresholds of the policy.
const OTHERS: [&str; 2] = ["home", "weeks"];

/// What the layers below the flags set.
#[derive(Default)]
pub(crate) struct Preferences {
    /// Of the roster's own table.
    pub(crate) of_roster: PolicySettings,
    /// Of files and variables.
    pub(crate) of_others: PolicySettings,
    /// Labels of zones, and where they stand; the first holds.
    pub(crate) homes: Vec<(String, String)>,
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
        items.extend(files::of_file(roster, &mut faults)?);
        items.extend(variables::of_variables(&mut faults));
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
            "home" => self.homes.push((item.value.clone(), item.place.clone())),
            "weeks" => {
                let weeks = item.value.trim().parse().ok().filter(|weeks| (1..=5217).contains(weeks));
                let weeks = weeks.ok_or_else(|| wrong("write a number of weeks from 1 to 5217"))?;
                if is_new {
                    self.weeks = Some(weeks);
                }
            }
            _ => {
                let mut one = PolicySettings::default();
                one.read(&name, &item.value).map_err(|error| match error.kind() {
                    PolicyErrorKind::Unknown => unknown(&item, &name),
                    _ => wrong(&error.to_string()),
                })?;
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
                let is_read = one.read(name, &item.value).is_ok();
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
