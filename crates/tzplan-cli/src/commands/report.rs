//! The page, and its charts one by one.

use tzplan::coverage::coverage;
use tzplan::fit::Opening;
use tzplan::regions::regions;
use tzplan::{Plan, PreparedTeam, WeeklyHours};
use tzplan_report::{Report, html, svg};

use super::regions::best_known;
use crate::answer::Answer;
use crate::args::{Chart, ReportArguments};
use crate::failure::Failure;
use crate::request::Request;
use crate::{output, progress};

/// `tzplan report ROSTER`
pub(super) fn report(arguments: &ReportArguments) -> Result<Answer, Failure> {
    let common = arguments.common();
    output::write(common.output.output.as_deref(), |out| {
        let request = Request::read(arguments.roster.source(), &common, &arguments.what_if)?;
        let team = request.team();
        let prepared = PreparedTeam::new(team, request.horizon.clone());
        let plan = || progress::during("planning", || Plan::of(&prepared, &request.policy));
        match arguments.chart {
            Some(Chart::Day) => svg::day(out, &prepared, &plan())?,
            Some(Chart::Year) => svg::year(out, &prepared, &plan())?,
            Some(Chart::Week) => svg::week(out, &prepared, &coverage(team, &request.horizon, |_| true))?,
            Some(Chart::Pairs) => svg::pairs(out, &prepared, &request.policy)?,
            None => {
                let hours = WeeklyHours::default();
                let opening = Opening::new(&prepared, &request.policy);
                let judge = || regions(&opening, &request.tzdb, &hours, |_| true);
                let report = Report {
                    prepared: &prepared,
                    plan: &plan(),
                    coverage: &coverage(team, &request.horizon, |_| true),
                    opening: &opening,
                    hours: &hours,
                    regions: &progress::during("judging regions", judge),
                    best_known: &best_known,
                    title: arguments.title.as_deref(),
                    context: request.context(),
                };
                html::report(out, &report)?;
            }
        }
        Ok(())
    })?;
    Ok(Answer::Yes)
}
