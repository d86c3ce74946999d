//! How many are at work, and the gaps.

use std::collections::HashMap;
use std::io::{self, Write};

use chrono::WeekdaySet;
use tzplan::coverage::{Service, follow_the_sun};
use tzplan::{MemberRef, PreparedTeam, Team};
use tzplan_report::{Context, Relays, Staffing, csv, json, markdown, text};

use crate::answer::Answer;
use crate::args::{CoverageArguments, GroupBy};
use crate::failure::Failure;
use crate::flag::{Flag, FlagCells};
use crate::output::{self, Form};
use crate::request::Request;

/// `tzplan coverage ROSTER`
pub(super) fn coverage(arguments: &CoverageArguments) -> Result<Answer, Failure> {
    let (mut out, form) = output::open(&arguments.team.common.output)?;
    let request = Request::of(&arguments.team)?;
    let (team, horizon, context) = (request.team(), &request.horizon, request.context());
    let service = service(arguments, &request)?;
    let mut everybody = Staffing::of(team, horizon, &service);
    let (names, numbers) = arguments.by.map_or_else(Default::default, |by| labels(team, by));
    let group_of = |member: MemberRef<'_>| {
        arguments.by.and_then(|by| label_of(member, by)).and_then(|label| numbers.get(label).copied())
    };
    let groups: Vec<(&str, Team)> = names.iter().copied().zip(team.split(group_of)).collect();
    let covered: Vec<(&str, Staffing<'_>)> =
        groups.iter().map(|(name, group)| (*name, Staffing::of(group, horizon, &service))).collect();
    everybody.relays = arguments.by.map(|by| {
        let seasons = follow_the_sun(team, horizon, group_of);
        Relays { by: if by == GroupBy::Team { "team" } else { "role" }, names, seasons }
    });
    form.note_changes(&context)?;
    match form {
        Form::Json => json::coverage(&mut out, horizon, &everybody, &covered, context)?,
        Form::Csv => csv::coverage(&mut out, &everybody, arguments.by.map(|_| &covered[..]))?,
        Form::Markdown | Form::Text(_) => {
            page(&mut out, form, &request.prepared(), &everybody, context)?;
            for ((label, staffing), (_, group)) in covered.iter().zip(&groups) {
                let source = format!("{} · {label}", context.source);
                let context = Context { source: &source, changes: &[], ..context };
                writeln!(out)?;
                page(&mut out, form, &PreparedTeam::new(group, horizon.clone()), staffing, context)?;
            }
        }
    }
    out.finish()?;
    Ok(Answer::Yes)
}

fn page(
    out: &mut dyn Write,
    form: Form,
    prepared: &PreparedTeam<'_>,
    staffing: &Staffing<'_>,
    context: Context<'_>,
) -> io::Result<()> {
    match form {
        Form::Text(style) => text::coverage(out, prepared, staffing, context, style),
        _ => markdown::coverage(out, prepared, staffing, context),
    }
}

/// What has to be covered, of the flags.
fn service(arguments: &CoverageArguments, request: &Request) -> Result<Service, Failure> {
    let mut cells = FlagCells::new(&request.tzdb, &request.horizon);
    let hours = match arguments.service.as_deref() {
        None => None,
        Some(value) if value.trim().eq_ignore_ascii_case("24x7") || value.trim() == "24/7" => None,
        Some(value) => cells.hours(Flag { name: "--service", value }, value, Some(WeekdaySet::ALL))?,
    };
    cells.finish()?;
    let service = hours.map_or_else(Service::around_the_clock, Service::hours);
    Ok(service.at_least(arguments.at_least))
}

fn label_of(member: MemberRef<'_>, by: GroupBy) -> Option<&str> {
    match by {
        GroupBy::Team => member.team(),
        GroupBy::Role => member.role(),
    }
}

/// The distinct labels, in the order in which the roster first names them, and the place of each.
fn labels(team: &Team, by: GroupBy) -> (Vec<&str>, HashMap<&str, usize>) {
    let (mut names, mut numbers) = (Vec::new(), HashMap::new());
    for label in team.members().filter_map(|member| label_of(member, by)) {
        numbers.entry(label).or_insert_with(|| {
            names.push(label);
            names.len() - 1
        });
    }
    (names, numbers)
}
