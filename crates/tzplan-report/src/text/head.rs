//! The lines every page starts with, and the verdict.

use std::collections::HashSet;
use std::io;

use tzplan::{Minutes, Policy, PreparedTeam};

use super::page::Page;
use crate::change::Change;
use crate::context::{Context, Setting};
use crate::words::dates::{self, counted, people};
use crate::words::home::Home;
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::thresholds::unusual;
use crate::words::{changes, clean};

/// Source, people, zones, dates, home zone and database; below, what was changed.
pub(crate) fn print(page: &mut Page<'_>, prepared: &PreparedTeam, context: Context<'_>) -> io::Result<()> {
    let source = page.names().fit(context.source, page.readable());
    let mut pieces = Vec::new();
    if !source.is_empty() {
        pieces.push(Text::new(Ink::Strong, source));
    }
    pieces.extend(facts(prepared, context).map(Text::from));
    page.pieces(&pieces)?;
    what_if(page, context.changes)?;
    settings(page, context.settings)
}

/// `Settings   target 3h (tzplan.toml)`. Nothing where none was made in a file or a variable.
fn settings(page: &mut Page<'_>, settings: &[Setting]) -> io::Result<()> {
    if settings.is_empty() {
        return Ok(());
    }
    page.labelled("Settings", &Text::from(changes::settings(settings, page.names())))
}

/// The line below the header: `What if   Ana moves to Europe/Lisbon; without Ben`. Nothing where nothing was
/// changed.
fn what_if(page: &mut Page<'_>, changes: &[Change]) -> io::Result<()> {
    match changes::sentence(changes, page.names()) {
        Some(changed) => page.labelled("What if", &Text::from(changed)),
        None => Ok(()),
    }
}

/// People, zones, dates, home zone and database.
pub(crate) fn facts(prepared: &PreparedTeam, context: Context<'_>) -> [String; 5] {
    let (team, horizon) = (prepared.team(), prepared.horizon());
    let last = horizon.to().pred_opt().unwrap_or(horizon.to());
    let version = match context.tzdb {
        "unknown" | "" => "tz database of unknown version".to_owned(),
        version => format!("tz database {}", clean::fit(version, 16)),
    };
    [
        people(team.len()),
        counted(zones(prepared) as u64, "zone", "zones"),
        format!("{} – {}", dates::full(horizon.from()), dates::full(last)),
        Home::of(horizon).time(),
        version,
    ]
}

/// The same with what everybody should share, and the other thresholds that are not the usual ones.
pub(crate) fn with_policy(facts: [String; 5], policy: &Policy) -> Vec<String> {
    let target = format!("target {} a day", length(policy.target()));
    let other = unusual(policy).into_iter().filter(|one| !one.starts_with("target "));
    facts.into_iter().chain([target]).chain(other).collect()
}

/// The verdict in capitals at the left, the target at the right; below each other when there is no room, and
/// one after the other in a document.
pub(crate) fn verdict(page: &mut Page<'_>, verdict: &Text, target: Minutes) -> io::Result<()> {
    let target = format!("target {} a day", length(target));
    let mut line = verdict.clone();
    if page.is_markdown() {
        line.plain(&format!(" ({target})"));
        return page.title(&line);
    }
    if line.width() + 2 + clean::width(&target) > page.readable() {
        page.title(&line)?;
        line = Text::default();
    }
    line.pad_to(page.readable() - clean::width(&target));
    line.push(Ink::Faint, &target);
    page.line(&line)
}

/// The distinct zones of those who are on the team. One look at each member.
fn zones(prepared: &PreparedTeam) -> usize {
    let team = prepared.team();
    let mut used = vec![false; team.schedules().len()];
    team.members().for_each(|member| used[member.schedule_id().index()] = true);
    let schedules = team.schedules().iter().zip(used).filter(|(_, used)| *used);
    let names: HashSet<String> =
        schedules.flat_map(|(schedule, _)| schedule.posts().iter().map(|post| post.zone().name())).collect();
    names.len()
}
