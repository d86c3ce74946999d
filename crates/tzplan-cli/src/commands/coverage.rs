//! How many are at work, and the gaps.

use std::io::Write;

use tzplan::coverage::{Coverage, coverage as coverage_of};
use tzplan::{MemberRef, PreparedTeam, Team};
use tzplan_report::{Context, csv, json, markdown, text};

use super::roster::Request;
use crate::Answer;
use crate::args::{CoverageArguments, Format, GroupBy};
use crate::failure::Failure;
use crate::output;

/// `tzplan coverage ROSTER`
pub(super) fn coverage(arguments: &CoverageArguments) -> Result<Answer, Failure> {
    let common = &arguments.team.common;
    let style = output::style(&common.output);
    output::write(common.output.output.as_deref(), |out| {
        let request = Request::read(arguments.team.roster.source(), common, &arguments.team.what_if)?;
        let (team, horizon) = (request.team(), &request.horizon);
        let everybody = coverage_of(team, horizon, |_| true);
        let groups: Vec<(&str, Team)> = arguments.by.map_or_else(Vec::new, |by| {
            let group = |label| (label, team.filtered(|member| label_of(member, by) == Some(label)));
            labels(team, by).into_iter().map(group).collect()
        });
        let covered = groups.iter().map(|(label, group)| (*label, coverage_of(group, horizon, |_| true)));
        let covered: Vec<(&str, Coverage)> = covered.collect();
        match common.output.format {
            Format::Json => json::coverage(out, horizon, &everybody, &covered, request.context())?,
            Format::Csv => {
                super::changes_untold(&request.context())?;
                csv::coverage(out, &everybody, arguments.by.map(|_| &covered[..]))?;
            }
            Format::Markdown | Format::Text => {
                let page = |out: &mut dyn Write, team: &Team, coverage: &Coverage, context: Context<'_>| {
                    let prepared = PreparedTeam::new(team, horizon.clone());
                    match common.output.format {
                        Format::Markdown => markdown::coverage(out, &prepared, coverage, context),
                        _ => text::coverage(out, &prepared, coverage, context, style),
                    }
                };
                page(out, team, &everybody, request.context())?;
                for ((label, coverage), (_, group)) in covered.iter().zip(&groups) {
                    let source = format!("{} · {label}", request.context().source);
                    writeln!(out)?;
                    page(
                        out,
                        group,
                        coverage,
                        Context { source: &source, changes: &[], ..request.context() },
                    )?;
                }
            }
        }
        Ok(())
    })?;
    Ok(Answer::Yes)
}

fn label_of(member: MemberRef<'_>, by: GroupBy) -> Option<&str> {
    match by {
        GroupBy::Team => member.team(),
        GroupBy::Role => member.role(),
    }
}

/// The distinct labels, in the order in which the roster first names them.
fn labels(team: &Team, by: GroupBy) -> Vec<&str> {
    let mut seen = std::collections::HashSet::new();
    team.members().filter_map(|member| label_of(member, by)).filter(|label| seen.insert(*label)).collect()
}
