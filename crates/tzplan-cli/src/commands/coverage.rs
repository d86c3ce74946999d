//! How many are at work, and the gaps.

use std::collections::HashMap;
use std::io::Write;

use chrono::WeekdaySet;
use tzplan::coverage::{Service, follow_the_sun};
use tzplan::{MemberRef, PreparedTeam, Team};
use tzplan_report::{Context, Relays, Staffing, csv, json, markdown, text};

use crate::answer::Answer;
use crate::args::{CoverageArguments, Format, GroupBy};
use crate::failure::Failure;
use crate::flag::{Flag, FlagCells};
use crate::output;
use crate::request::Request;

/// `tzplan coverage ROSTER`
pub(super) fn coverage(arguments: &CoverageArguments) -> Result<Answer, Failure> {
    let common = &arguments.team.common;
    let style = output::style(&common.output);
    output::write(common.output.output.as_deref(), |out| {
        let request = Request::read(arguments.team.roster.source(), common, &arguments.team.what_if)?;
        let (team, horizon) = (request.team(), &request.horizon);
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
        match common.output.format {
            Format::Json => json::coverage(out, horizon, &everybody, &covered, request.context())?,
            Format::Csv => {
                super::changes_untold(&request.context())?;
                csv::coverage(out, &everybody, arguments.by.map(|_| &covered[..]))?;
            }
            Format::Markdown | Format::Text => {
                let page =
                    |out: &mut dyn Write, team: &Team, staffing: &Staffing<'_>, context: Context<'_>| {
                        let prepared = PreparedTeam::new(team, horizon.clone());
                        match common.output.format {
                            Format::Markdown => markdown::coverage(out, &prepared, staffing, context),
                            _ => text::coverage(out, &prepared, staffing, context, style),
                        }
                    };
                page(out, team, &everybody, request.context())?;
                for ((label, staffing), (_, group)) in covered.iter().zip(&groups) {
                    let source = format!("{} · {label}", request.context().source);
                    writeln!(out)?;
                    page(
                        out,
                        group,
                        staffing,
                        Context { source: &source, changes: &[], ..request.context() },
                    )?;
                }
            }
        }
        Ok(())
    })?;
    Ok(Answer::Yes)
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
