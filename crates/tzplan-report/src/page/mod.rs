//! A report as one page: a file that needs nothing else, can be read without its script, printed, and sent
//! round.
//!
//! Nothing in it is fetched: a Content-Security-Policy allows its own style and script by their hashes and
//! nothing else. Its script only looks figures up that were computed before; without it every season is shown
//! at once.

pub(crate) mod agreement;
mod csp;
mod data;
mod day;
mod groups;
mod hire;
mod method;
mod report;
mod rich;
mod seasons;
mod shifts;
mod verdict;

use std::io;

use askama::Template;
use tzplan::days_off::DaysOff;
use tzplan::reply::Replies;
use tzplan::stays::short_stays;

use crate::chart::day::Days;
use crate::chart::drawing::Frame;
use crate::chart::pairs::Pairs;
use crate::chart::week::Week;
use crate::chart::week_svg::draw_week;
use crate::chart::year::Year;
use crate::chart::year_svg::draw_year;
use crate::plan::view::View;
use crate::text::head;
use crate::words::people::Names;
use crate::words::{changes, clean};
pub use report::Report;
use rich::Rich;

/// Columns that a title may take.
const TITLE: usize = 120;

#[derive(Template)]
#[template(path = "page.html")]
struct Page {
    policy: &'static str,
    style: &'static str,
    script: &'static str,
    /// JSON in which nothing can end its element.
    data: String,
    /// Of the window and of the page.
    name: String,
    title: Rich,
    source: Rich,
    facts: Vec<String>,
    changes: Option<Rich>,
    /// `None` for a team of nobody.
    body: Option<Body>,
    method: method::Method,
}

/// The sections about people.
struct Body {
    verdict: verdict::Verdict,
    day: day::DaySection,
    year: Option<YearSection>,
    week: Week,
    week_charts: Vec<Rich>,
    pairs: Option<Pairs>,
    names: Vec<Rich>,
    shifts: shifts::Shifts,
    hire: Option<hire::Hire>,
}

/// The year; there is none of one person alone.
struct YearSection {
    charts: Vec<Rich>,
    caption: String,
    seasons: seasons::Seasons,
}

/// Writes a report as a page.
///
/// # Errors
///
/// Those of the writer.
pub fn report(out: &mut dyn io::Write, report: &Report<'_>) -> io::Result<()> {
    let view = View::of(report.prepared, report.plan, Names::Cut);
    let days = Days::of(&view);
    let groups = groups::Groups::of(&view, &days);
    let source = clean::fit(report.context.source, TITLE);
    let title = report.title.map(|title| clean::fit(title, TITLE)).filter(|title| !title.is_empty());
    let told: Vec<String> =
        report.context.changes.iter().map(|change| changes::words(change, Names::Cut)).collect();
    let page = Page {
        policy: csp::POLICY,
        style: csp::STYLE,
        script: csp::SCRIPT,
        name: title.clone().unwrap_or_else(|| format!("Time zone plan: {source}")),
        title: Rich::name(title.as_deref().unwrap_or("Time zone plan")),
        source: Rich::name(&source),
        facts: head::facts(report.prepared, report.context).into(),
        changes: (!told.is_empty()).then(|| Rich::plain(&told.join("; "))),
        method: method::Method::of(report, &view),
        body: (!report.prepared.team().is_empty()).then(|| body(report, &view, &days, &groups)),
        data: data::json(&view, &days, &groups)?,
    };
    out.write_all(page.render().map_err(io::Error::other)?.as_bytes())
}

fn body(report: &Report<'_>, view: &View<'_>, days: &Days, groups: &groups::Groups) -> Body {
    let together = report.prepared.required_members() > 1;
    let week = Week::of(report.prepared.horizon(), report.coverage);
    let charts = |name: &str, draw: &dyn Fn(Frame) -> crate::chart::drawing::Drawing| -> Vec<Rich> {
        let chart =
            |frame: Frame| Rich::drawing(draw(frame).inline(&format!("{name}-{}", frame.name()), frame));
        Frame::BOTH.map(chart).into()
    };
    let (days_off, replies) = (DaysOff::of(report.prepared), Replies::new(report.prepared));
    let pairs = Pairs::of(report.prepared, report.plan.policy(), &replies);
    Body {
        verdict: verdict::Verdict::of(view, &days_off, &short_stays(report.prepared), &replies),
        day: day::DaySection::of(days, groups.switches()),
        year: together.then(|| {
            let year = Year::of(view, &days_off);
            YearSection {
                charts: charts("year", &|frame| draw_year(&year, frame)),
                caption: year.caption(),
                seasons: seasons::Seasons::of(view),
            }
        }),
        week_charts: charts("week", &|frame| draw_week(&week, frame)),
        week,
        names: pairs.names.iter().map(|name| Rich::name(name)).collect(),
        pairs: (!pairs.is_empty()).then_some(pairs),
        shifts: shifts::Shifts::of(view),
        hire: hire::Hire::of(report),
    }
}
