//! `--any` and `--offsets`: for whom a hire is judged, and from where one may come.

use tzplan::fit::Opening;
use tzplan::{Attendance, MemberRef, OffsetRange, PreparedTeam, Schedule, Zone};
use tzplan_report::{Assumption, Change};

use crate::args::ReachArguments;
use crate::failure::Failure;
use crate::flag::FlagCells;
use crate::request::Request;
use crate::required::Required;

/// The openings of which one is enough, and the offsets that are looked at.
pub(crate) struct Reach<'r> {
    request: &'r Request,
    /// That of the whole team; with `--any` that of each hub.
    openings: Vec<Opening>,
    /// That of all hubs, where one is enough.
    all: Option<Opening>,
    /// The hubs of which one is enough.
    hubs: Vec<String>,
    offsets: Option<OffsetRange>,
    /// The changes of the request, and those that are made here.
    changes: Vec<Change>,
    /// What the request leaves open, and what the offsets do.
    assumptions: Vec<Assumption>,
}

impl<'r> Reach<'r> {
    /// Of the flags, for the people who count.
    pub(crate) fn of(
        arguments: &ReachArguments,
        request: &'r Request,
        chosen: &Required<'_>,
    ) -> Result<Self, Failure> {
        let mut cells = FlagCells::new(&request.tzdb, &request.horizon).reading_as(&request.options.labels);
        let offsets = arguments.offsets.as_deref().and_then(|text| cells.offsets(text));
        let assumptions = [cells.finish()?, chosen.context().assumptions.to_vec()].concat();
        let prepared = chosen.prepared();
        let all = Opening::new(&prepared, &request.policy);
        let mut changes = chosen.context().changes.to_vec();
        if let Some(range) = offsets {
            changes.push(Change::Offsets { range: range.to_string(), left_out: None });
        }
        if !arguments.any {
            let hubs = Vec::new();
            return Ok(Self { request, openings: vec![all], all: None, hubs, offsets, changes, assumptions });
        }
        let team = prepared.team();
        let alone = |hub: usize| {
            let only = team.with_attendance(|member| match member.index() == hub {
                true => Attendance::Required,
                false => Attendance::Optional,
            });
            let changes = team.members().map(MemberRef::index).filter(|other| *other != hub);
            let changes = changes.map(|member| tzplan::Change::Without { member: member.into() });
            let team = only.changed(changes).map_err(|error| Failure::Setting(error.to_string()))?;
            Ok(Opening::new(&PreparedTeam::new(&team, request.horizon.clone()), &request.policy))
        };
        let openings = (0..team.len()).map(alone).collect::<Result<Vec<_>, Failure>>()?;
        let hubs = team.members().map(|member| member.name().to_owned()).collect();
        Ok(Self { request, openings, all: Some(all), hubs, offsets, changes, assumptions })
    }

    /// The openings of which one is enough; one where there is no choice.
    pub(crate) fn openings(&self) -> &[Opening] {
        &self.openings
    }

    /// The opening of the whole team.
    pub(crate) fn whole(&self) -> &Opening {
        self.all.as_ref().unwrap_or(&self.openings[0])
    }

    /// Names of the hubs of which one is enough; none where there is no choice.
    pub(crate) fn hubs(&self) -> &[String] {
        &self.hubs
    }

    /// What an answer says was changed; of one candidate also which hub suits best.
    pub(crate) fn changes(&self, suits: Option<usize>) -> Vec<Change> {
        let suits = suits.and_then(|hub| self.hubs.get(hub)).cloned();
        let any = (!self.hubs.is_empty()).then(|| Change::AnyOf { hubs: self.hubs.clone(), suits });
        self.changes.iter().cloned().chain(any).collect()
    }

    /// What the roster and the flags leave open.
    pub(crate) fn assumptions(&self) -> &[Assumption] {
        &self.assumptions
    }

    /// Whether a zone is looked at.
    pub(crate) fn has(&self, zone: &Zone) -> bool {
        let horizon = &self.request.horizon;
        self.offsets.is_none_or(|range| range.has(zone, horizon.from(), horizon.to()))
    }

    /// Whether somebody lives where one may come from, wherever they are at work.
    pub(crate) fn has_all(&self, schedule: &Schedule) -> bool {
        schedule.posts().iter().all(|post| self.has(post.zone()))
    }

    /// The same of a pool, of which this many live outside the offsets.
    pub(crate) fn changes_of_pool(&self, outside: u64) -> Vec<Change> {
        let mut changes = self.changes(None);
        for change in &mut changes {
            if let Change::Offsets { left_out, .. } = change {
                *left_out = Some(outside);
            }
        }
        changes
    }

    /// The offsets that are asked for.
    pub(crate) fn offsets(&self) -> Option<OffsetRange> {
        self.offsets
    }
}
