//! The page, and its charts one by one.

use tzplan::coverage::coverage;
use tzplan::fit::Opening;
use tzplan::regions::regions;
use tzplan::{Plan, WeeklyHours};
use tzplan_report::{Hiring, Report, chart, page};

use crate::answer::Answer;
use crate::args::{Chart, Part, ReportArguments};
use crate::failure::Failure;
use crate::output::{self, Target};
use crate::people_of::people_of;
use crate::request::Request;
use crate::{diagnostics, progress};

/// `tzplan report ROSTER`
pub(super) fn report(arguments: &ReportArguments) -> Result<Answer, Failure> {
    let common = arguments.common();
    let (what, kind) = if arguments.chart.is_some() { ("a chart", "svg") } else { ("the page", "html") };
    output::not_on_a_terminal(what, common.output.path(), &arguments.roster.source().file_name(kind))?;
    let mut out = Target::open(common.output.path())?;
    let request = Request::read(arguments.roster.source(), &common, &arguments.what_if)?;
    let prepared = request.prepared();
    let plan = || progress::during("planning", || Plan::of(&prepared, &request.policy));
    let at_work = || coverage(&prepared, |_| true);
    let context = request.context();
    if arguments.chart.is_some() {
        diagnostics::note_assumed(context.assumptions)?;
    }
    match arguments.chart {
        Some(Chart::Day) => chart::day(&mut out, &prepared, &plan(), context)?,
        Some(Chart::Year) => chart::year(&mut out, &prepared, &plan(), context)?,
        Some(Chart::Week) => chart::week(&mut out, &prepared, &at_work(), context)?,
        Some(Chart::Pairs) => chart::pairs(&mut out, &prepared, &request.policy, context)?,
        None => {
            let wants_regions = arguments.with.contains(&Part::Regions);
            let hours = WeeklyHours::default();
            let opening = wants_regions.then(|| Opening::new(&prepared, &request.policy));
            let judge = |opening: &Opening| regions(opening, &request.tzdb, &hours, |_| true);
            let judged = opening.as_ref().map(|opening| {
                let regions = progress::during("judging regions", || judge(opening));
                (opening, regions)
            });
            let hiring = judged.as_ref().map(|(opening, regions)| Hiring {
                opening,
                hours: &hours,
                regions,
                people_of: &people_of,
            });
            let report = Report {
                prepared: &prepared,
                plan: &plan(),
                coverage: &at_work(),
                hiring,
                title: arguments.title.as_deref(),
                context,
            };
            page::report(&mut out, &report)?;
        }
    }
    out.finish()?;
    Ok(Answer::Yes)
}
