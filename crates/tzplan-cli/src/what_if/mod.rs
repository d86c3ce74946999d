//! What-if flags: changes that are tried on a roster without editing its file.

mod addition;
mod alike;
mod changed;
mod of_member;

use tzplan::{Change, Horizon, MemberId, MemberRef, Team, Tzdb, Zone};
use tzplan_report::Change as Shown;
use tzplan_roster::Roster;

use crate::answered_by::labelled;
use crate::args::WhatIfArguments;
use crate::failure::Failure;
use crate::flag::{Flag, FlagCells};
use crate::names::Names;
use alike::Alike;
pub(crate) use changed::Changed;

/// Makes the changes that the flags ask for; `None` where they ask for none. Faults of all flags are reported
/// together.
pub(crate) fn apply(
    arguments: &WhatIfArguments,
    labels: &[(String, String)],
    roster: &Roster,
    tzdb: &Tzdb,
    horizon: &Horizon,
) -> Result<Option<Changed>, Failure> {
    let team = &roster.team;
    let names = Names::of(roster);
    let mut what_if = WhatIf {
        cells: FlagCells::new(tzdb, horizon).reading_as(labels),
        team,
        names,
        read: Vec::new(),
        shown: Vec::new(),
        alike: Vec::new(),
        horizon,
        outside: Vec::new(),
    };
    let flags = |name, values| <[String]>::iter(values).map(move |value| Flag { name, value });
    what_if.only_teams(&arguments.team);
    for flag in flags("--move", &arguments.moves) {
        what_if.moves(flag)?;
    }
    for flag in flags("--hours-of", &arguments.hours_of) {
        what_if.hours_of(flag);
    }
    for flag in flags("--optional", &arguments.optional) {
        what_if.optional(flag);
    }
    for flag in flags("--without", &arguments.without) {
        what_if.without(flag);
    }
    for flag in flags("--add", &arguments.add) {
        what_if.add(flag)?;
    }
    what_if.finish()
}

/// The flags read so far.
struct WhatIf<'a> {
    cells: FlagCells<'a>,
    team: &'a Team,
    names: Names<'a>,
    /// Each change with its flag.
    read: Vec<(&'static str, Change)>,
    shown: Vec<Shown>,
    /// Whose days are moved together with those of everybody like them.
    alike: Vec<Alike>,
    horizon: &'a Horizon,
    /// Those who are in no team that is looked at, sorted.
    outside: Vec<usize>,
}

impl WhatIf<'_> {
    /// Everybody who is in none of the teams leaves.
    fn only_teams(&mut self, values: &[String]) {
        let mut teams: Vec<String> = Vec::new();
        let mut stays = vec![false; self.team.len()];
        for value in values {
            match labelled("team", value, self.team, MemberRef::team) {
                Ok((name, members)) => {
                    members.into_iter().for_each(|member| stays[member] = true);
                    if !teams.contains(&name) {
                        teams.push(name);
                    }
                }
                Err(why) => self.fault(Flag { name: "--team", value }, &why),
            }
        }
        if teams.is_empty() {
            return;
        }
        self.outside = (0..stays.len()).filter(|member| !stays[*member]).collect();
        self.shown.push(Shown::Teams { names: teams });
    }

    /// `NAME=…`: the name may hold a `=` of its own.
    fn halves<'f>(&mut self, flag: Flag<'f>, example: &str) -> Option<(&'f str, &'f str)> {
        let halves = flag.value.rsplit_once('=');
        if halves.is_none() {
            self.fault(flag, &format!("it has no `=`; write it like {} {example}", flag.name));
        }
        halves
    }

    /// The member meant, unless another flag contradicts.
    fn member(&mut self, flag: Flag<'_>, name: &str, kind: Kind) -> Option<usize> {
        let member = match self.names.find(name) {
            Ok(member) => member,
            Err(why) => {
                self.fault(flag, &why);
                return None;
            }
        };
        if self.outside.binary_search(&member).is_ok() {
            self.fault(flag, "they are in no team that --team names");
            return None;
        }
        let contradicts = |(_, change): &&(&str, Change)| {
            let about =
                |of: Kind, whom: &MemberId| whom.index() == member && (of == kind || kind == Kind::Without);
            match change {
                Change::Move { member, .. } => about(Kind::Zone, member),
                Change::Shift { member, .. } => about(Kind::Shift, member),
                Change::Hours { member, .. } | Change::HoursOn { member, .. } => about(Kind::Hours, member),
                Change::Optional { member } => about(Kind::Optional, member),
                Change::Without { member } => about(Kind::Without, member),
                _ => false,
            }
        };
        if let Some((other, _)) = self.read.iter().find(contradicts) {
            let other = if *other == flag.name { "another" } else { other };
            self.fault(flag, &format!("{other} names the same person; drop one of the two"));
            return None;
        }
        Some(member)
    }

    fn fault(&mut self, flag: Flag<'_>, why: &str) {
        self.cells.fault(flag, why);
    }

    fn zone(&mut self, flag: Flag<'_>, label: &str) -> Result<Option<Zone>, Failure> {
        self.cells.zone(flag, label)
    }

    fn finish(self) -> Result<Option<Changed>, Failure> {
        let assumptions = self.cells.finish()?;
        if self.read.is_empty() && self.shown.is_empty() {
            return Ok(None);
        }
        let leave = |member: usize| Change::Without { member: member.into() };
        let changes: Vec<Change> = self
            .outside
            .into_iter()
            .map(leave)
            .chain(self.read.into_iter().map(|(_, change)| change))
            .collect();
        let leaves = |change: &Change| match change {
            Change::Without { member } => Some(member.index()),
            _ => None,
        };
        let mut leaving: Vec<usize> = changes.iter().filter_map(leaves).collect();
        leaving.sort_unstable();
        let changed =
            |team: &Team, changes| team.changed(changes).map_err(|error| Failure::Setting(error.to_string()));
        let team = changed(self.team, changes)?;
        if team.is_empty() {
            let why = "--without takes everybody away: keep somebody, or --add somebody".to_owned();
            return Err(Failure::Setting(why));
        }
        let mut after = Changed { team, shown: self.shown, assumptions, leaving };
        if !self.alike.is_empty() {
            let groups = alike::members(&after, self.horizon, &self.alike).map_err(Failure::Setting)?;
            for (group, one) in groups.iter().zip(&self.alike) {
                if let Some(Shown::Shift { others, .. }) = after.shown.get_mut(one.shown) {
                    *others = group.len() - 1;
                }
            }
            after.team = changed(&after.team, alike::shifts(&groups, &self.alike))?;
        }
        Ok(Some(after))
    }
}

/// What a flag changes: two of a kind contradict each other, and whoever leaves is changed by nothing else.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Zone,
    Shift,
    Hours,
    Optional,
    Without,
}
