//! What a command is asked: its roster and flags, read.

use std::io::Read;

use tzplan::{Horizon, Policy, PreparedTeam, Team, Tzdb};
use tzplan_report::{Assumption, Context, Setting};
use tzplan_roster::{PolicySettings, ReadOptions, Roster};

use crate::args::{CalendarArguments, CommonArguments, Source, TeamArguments, WhatIfArguments};
use crate::calendars::Calendars;
use crate::failure::Failure;
use crate::hubs;
use crate::input::{self, not_overwritten};
use crate::names::{Names, cut};
use crate::preferences::{self, Preferences};
use crate::what_if::{self, Changed};
use crate::{again, diagnostics, progress, settings};

/// What every analysis starts from.
pub(crate) struct Request {
    pub(crate) tzdb: Tzdb,
    pub(crate) horizon: Horizon,
    pub(crate) policy: Policy,
    /// How further rosters are read: with the calendars that flags name.
    pub(crate) options: ReadOptions,
    /// As read; commands ask for the [team](Self::team).
    roster: Roster,
    changed: Option<Changed>,
    source: String,
    /// What the roster leaves open, and how it was taken.
    assumptions: Vec<Assumption>,
    /// The settings made once for all that counted.
    settings: Vec<Setting>,
    /// The words of the command line that hold of every command about this team.
    again: String,
}

impl Request {
    /// Reads the flags, then the roster, then makes the changes asked for. A roster with faults is no team:
    /// they are printed and it is refused.
    pub(crate) fn read(
        source: Source<'_>,
        arguments: &CommonArguments,
        what_if: &WhatIfArguments,
    ) -> Result<Self, Failure> {
        let tzdb = settings::tzdb(arguments.output.tzdata.as_deref())?;
        if let Some(path) = source.path {
            not_overwritten(path, arguments.output.path())?;
        }
        let opened = open(source)?;
        let (horizon, of_home) = settings::horizon(&arguments.horizon, &opened.preferences, &tzdb)?;
        // A fault in the flags is reported before the roster is read.
        settings::policy(&arguments.policy, &opened.preferences, &PolicySettings::default())?;
        let NamedRoster { source, roster, options, assumptions, preferences } =
            read(opened, &tzdb, &what_if.calendars, &horizon)?;
        diagnostics::print(&roster, &again::check_of_roster(&source), arguments.output.color)?;
        if !roster.is_ok() {
            let faults = diagnostics::faults(roster.errors);
            return Err(Failure::Faults(format!("{source} has {faults}; nothing was planned")));
        }
        if roster.team.is_empty() {
            return Err(Failure::Faults(format!("{source} has nobody in it; add a row for each person")));
        }
        let policy = settings::policy(&arguments.policy, &preferences, &roster.policy)?;
        let settings = preferences.used(arguments, &roster.policy);
        let changed = what_if::apply(what_if, &options.labels, &roster, &tzdb, &horizon)?;
        let of_flags = changed.iter().flat_map(|changed| changed.assumptions.clone());
        let assumptions = of_flags.chain(of_home).chain(assumptions).collect();
        Ok(Self {
            tzdb,
            horizon,
            policy,
            options,
            roster,
            changed,
            source,
            assumptions,
            settings,
            again: again::words(),
        })
    }

    /// Reads what the flags of a command about a team name.
    pub(crate) fn of(arguments: &TeamArguments) -> Result<Self, Failure> {
        Self::read(arguments.roster.source(), &arguments.common, &arguments.what_if)
    }

    /// The team, what-if changes made.
    pub(crate) fn team(&self) -> &Team {
        self.changed.as_ref().map_or(&self.roster.team, |changed| &changed.team)
    }

    pub(crate) fn prepared(&self) -> PreparedTeam {
        PreparedTeam::new(self.team(), self.horizon.clone())
    }

    /// Adds what further flags leave open: it belongs to the answer.
    pub(crate) fn assume(&mut self, of_flags: Vec<Assumption>) {
        self.assumptions.splice(..0, of_flags);
    }

    /// The members of the team by name.
    pub(crate) fn names(&self) -> Names<'_> {
        let in_row = |row| {
            let member = self.roster.member_in_row(row)?;
            self.changed.as_ref().map_or(Some(member), |changed| changed.place_after(member))
        };
        Names::new(self.team(), |member| self.row(member), in_row)
    }

    /// The row of the file that a member of the team was read from; somebody who was added has none.
    pub(crate) fn row(&self, member: usize) -> Option<u64> {
        self.roster.row(self.changed.as_ref().map_or(member, |changed| changed.place_before(member)))
    }

    pub(crate) fn context(&self) -> Context<'_> {
        let changes = self.changed.as_ref().map_or(&[][..], |changed| &changed.shown);
        Context {
            source: &self.source,
            tzdb: self.tzdb.version(),
            changes,
            assumptions: &self.assumptions,
            settings: &self.settings,
            again: &self.again,
        }
    }
}

/// What a file leaves open, as reports show it.
pub(crate) fn assumptions(roster: &Roster, source: &str) -> Vec<Assumption> {
    let shown = roster.assumptions.iter().map(|found| Assumption {
        code: found.code,
        file: source.to_owned(),
        rows: found.rows.clone(),
        count: found.count,
        message: found.message.to_string(),
    });
    shown.collect()
}

/// A roster as it was read.
pub(crate) struct NamedRoster {
    /// Its name, as answers show it.
    pub(crate) source: String,
    pub(crate) roster: Roster,
    /// How it was read.
    pub(crate) options: ReadOptions,
    /// What it, its calendars and hubs leave open.
    pub(crate) assumptions: Vec<Assumption>,
    pub(crate) preferences: Preferences,
}

/// A roster that is open, and the settings that go with it.
pub(crate) struct Opened<'a> {
    source: Source<'a>,
    /// Its name and bytes; `None` where hubs stand in its place.
    file: Option<(String, Box<dyn Read + Send>)>,
    pub(crate) preferences: Preferences,
}

/// Opens a roster, and reads the settings in it and around it.
pub(crate) fn open(source: Source<'_>) -> Result<Opened<'_>, Failure> {
    if let (Some(path), [hub, ..]) = (source.path, source.hubs) {
        return Err(Failure::Setting(format!(
            "a roster and --against are two teams: drop {}, or --against; to try the roster with somebody \
            more, write \
             --add 'Hub={}'",
            path.display(),
            cut(hub)
        )));
    }
    if source.example {
        let example: Box<dyn Read + Send> = Box::new(tzplan_roster::example_roster().as_bytes());
        let file = Some(("example team".to_owned(), example));
        return Ok(Opened { source, file, preferences: Preferences::read(Vec::new(), None)? });
    }
    let Some(path) = source.path else {
        return Ok(Opened { source, file: None, preferences: Preferences::read(Vec::new(), None)? });
    };
    let (name, input) = input::open(path)?;
    let (input, own) = preferences::of_roster(&name, input)?;
    Ok(Opened { source, file: Some((name, input)), preferences: Preferences::read(own, Some(path))? })
}

/// Reads a roster and the calendars that go with it; `-` is standard input.
pub(crate) fn read(
    opened: Opened<'_>,
    tzdb: &Tzdb,
    calendars: &CalendarArguments,
    horizon: &Horizon,
) -> Result<NamedRoster, Failure> {
    let Opened { source, file, preferences } = opened;
    let calendars = Calendars::read(calendars, horizon, tzdb)?;
    let planned = Some((horizon.from(), horizon.to()));
    let reading = source.reading;
    let options = ReadOptions {
        planned,
        sheet: reading.sheet.clone(),
        columns: reading.column.clone(),
        labels: reading.read_as.clone(),
        ..calendars.options()
    };
    let (name, mut roster, hubs) = match file {
        Some((name, mut input)) => {
            let read = || tzplan_roster::read(&name, &mut input, tzdb, &options);
            let roster = progress::during("reading", read)?;
            (name, roster, Vec::new())
        }
        None => {
            let (roster, assumptions) = hubs::read(source.hubs, &reading.read_as, tzdb, horizon)?;
            (source.hubs.join(" + "), roster, assumptions)
        }
    };
    roster.judge_holidays(horizon.from(), horizon.to());
    let of_calendars = calendars.enter(&mut roster, tzdb)?;
    let source = tzplan_roster::clean(&name).into_owned();
    let assumptions = [hubs, assumptions(&roster, &source), of_calendars].concat();
    Ok(NamedRoster { source, roster, options, assumptions, preferences })
}
