//! Reading the roster a command names.

use tzplan::{Horizon, Policy, Team, Tzdb};
use tzplan_report::Context;
use tzplan_roster::{PolicySettings, ReadOptions, Roster};

use crate::args::{CalendarArguments, CommonArguments, Source, WhatIfArguments};
use crate::calendars::Calendars;
use crate::failure::Failure;
use crate::input::{not_overwritten, open};
use crate::names::Names;
use crate::what_if::{self, Changed};
use crate::{diagnostics, progress, settings};

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
}

impl Request {
    /// Reads the flags, then the roster, then makes the changes asked for. A roster with faults is no team: they are
    /// printed and it is refused.
    pub(crate) fn read(
        source: Source<'_>,
        arguments: &CommonArguments,
        what_if: &WhatIfArguments,
    ) -> Result<Self, Failure> {
        let tzdb = settings::tzdb(arguments.output.tzdata.as_deref())?;
        let horizon = settings::horizon(&arguments.horizon, &tzdb)?;
        // A fault in the flags is reported before the roster is read.
        settings::policy(&arguments.policy, &PolicySettings::default())?;
        not_overwritten(source.path, arguments.output.output.as_deref())?;
        let Reading { source, roster, options } = read(source, &tzdb, &what_if.calendars, &horizon)?;
        diagnostics::print(&roster, arguments.output.color)?;
        if !roster.is_ok() {
            let count = roster.errors;
            let faults = if count == 1 { "a fault".to_owned() } else { format!("{count} faults") };
            return Err(Failure::Faults(format!("{source} has {faults}; nothing was planned")));
        }
        if roster.team.is_empty() {
            return Err(Failure::Faults(format!("{source} has nobody in it; add a row for each person")));
        }
        let policy = settings::policy(&arguments.policy, &roster.policy)?;
        let changed = what_if::apply(what_if, &roster, &tzdb, &horizon)?;
        Ok(Self { tzdb, horizon, policy, options, roster, changed, source })
    }

    /// The team, what-if changes made.
    pub(crate) fn team(&self) -> &Team {
        self.changed.as_ref().map_or(&self.roster.team, |changed| &changed.team)
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
        Context { source: &self.source, tzdb: self.tzdb.version(), changes }
    }
}

/// A roster as it was read.
pub(crate) struct Reading {
    /// Its name, as it is told.
    pub(crate) source: String,
    pub(crate) roster: Roster,
    /// How it was read.
    pub(crate) options: ReadOptions,
}

/// Opens and reads a roster and the calendars that go with it; `-` is standard input.
pub(crate) fn read(
    source: Source<'_>,
    tzdb: &Tzdb,
    calendars: &CalendarArguments,
    horizon: &Horizon,
) -> Result<Reading, Failure> {
    let calendars = Calendars::read(calendars, horizon, tzdb)?;
    let (name, mut input) = open(source.path)?;
    let planned = Some((horizon.from(), horizon.to()));
    let options = ReadOptions { planned, sheet: source.sheet.map(str::to_owned), ..calendars.options() };
    let reading = || tzplan_roster::read(&name, &mut input, tzdb, &options);
    let mut roster = progress::during("reading", reading)?;
    roster.judge_holidays(horizon.from(), horizon.to());
    calendars.enter(&mut roster, tzdb)?;
    Ok(Reading { source: tzplan_roster::clean(&name).into_owned(), roster, options })
}
