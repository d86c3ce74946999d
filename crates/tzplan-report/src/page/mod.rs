//! A report as one page: a file that needs nothing else, can be read without its script, printed, and sent
//! round.
//!
//! It opens on the team's day with the verdict beside it; everything else is folded. Nothing in it is
//! fetched: a Content-Security-Policy allows its own style and script by their hashes and nothing else. Its
//! script looks up figures that were computed before, turns clocks, and intersects the weeks of the people
//! who are switched on; that intersection, of exact minutes, is the only thing it computes.

mod csp;
mod data;
mod handoffs;
mod hire;
mod meetings;
mod off;
mod report;
mod shifts;
mod tried;
mod verdict;
mod year;

use std::io;

use askama::Template;
use tzplan::days_off::DaysOff;
use tzplan::reply::Replies;
use tzplan::stays::short_stays;

use crate::chart::day::Days;
use crate::chart::pairs::Pairs;
use crate::chart::rows::Row;
use crate::chart::week::Week;
pub use crate::fit::html::MOST_CARDS;
use crate::html::assumed::Assumed;
use crate::html::rich::Rich;
use crate::html::{TITLE, day, method, stem, whole};
use crate::text::head;
use crate::view::View;
use crate::words::people::Names;
use crate::words::{changes, clean};
pub use report::{Hiring, Report};

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
    facts: Vec<String>,
    changes: Option<Rich>,
    /// `None` for a team of nobody.
    body: Option<Body>,
    assumed: Assumed,
    method: method::Method,
}

/// The sections about people.
struct Body {
    verdict: verdict::Verdict,
    day: day::DaySection,
    year: Option<year::YearSection>,
    meetings: Option<meetings::MeetingSection>,
    pairs: Option<PairsSection>,
    week: Week,
    off: Option<off::Off>,
    handoffs: Option<handoffs::Handoffs>,
    shifts: Option<shifts::Shifts>,
    hire: Option<hire::Hire>,
}

/// Who shares how much with whom.
struct PairsSection {
    teaser: String,
    names: Vec<Rich>,
    pairs: Pairs,
}

/// Writes a report as a page.
///
/// # Errors
///
/// Those of the writer.
pub fn report(out: &mut dyn io::Write, report: &Report<'_>) -> io::Result<()> {
    let view = View::of(report.prepared, report.plan, Names::Cut);
    let days = Days::of(&view);
    let replies = Replies::new(report.prepared);
    let title = report.title.map(|title| clean::fit(title, TITLE)).filter(|title| !title.is_empty());
    let name = title.unwrap_or_else(|| clean::fit(stem(report.context.source), TITLE));
    let changed = changes::sentence(report.context.changes, Names::Cut);
    let body = (!report.prepared.team().is_empty()).then(|| body(report, &view, &days, &replies));
    let meetings = body.as_ref().and_then(|body| body.meetings.as_ref());
    let page = Page {
        policy: csp::POLICY,
        style: csp::STYLE,
        script: csp::SCRIPT,
        data: data::json(&view, &days, &replies, meetings)?,
        title: Rich::name(&name),
        name,
        facts: head::with_policy(head::facts(report.prepared, report.context), report.plan.policy()),
        changes: changed.as_deref().map(Rich::plain),
        assumed: Assumed::of(report.context),
        method: method::Method::of(report.context, &view),
        body,
    };
    out.write_all(whole::figures(&page.render().map_err(io::Error::other)?).as_bytes())
}

fn body(report: &Report<'_>, view: &View<'_>, days: &Days, replies: &Replies) -> Body {
    let off = DaysOff::of(report.prepared);
    Body {
        verdict: verdict::Verdict::of(view, &days.rows, &off, &short_stays(report.prepared), replies),
        day: day::DaySection::of(view, days),
        year: year::YearSection::of(view, days, &off),
        meetings: meetings::MeetingSection::of(view, &days.rows),
        pairs: pairs(report, days, replies),
        week: Week::of(report.prepared.horizon(), report.coverage),
        off: off::Off::of(view, &off),
        handoffs: handoffs::Handoffs::of(view, &days.rows),
        shifts: shifts::Shifts::of(view, &days.rows),
        hire: report.hiring.as_ref().and_then(hire::Hire::of),
    }
}

fn pairs(report: &Report<'_>, days: &Days, replies: &Replies) -> Option<PairsSection> {
    let pairs = Pairs::of(report.prepared, &days.rows, report.plan.policy(), replies);
    let name = |row: &Row| match row.place.is_empty() {
        true => Rich::plain(&row.spoken()),
        false => Rich::name(&row.name),
    };
    (!pairs.is_empty()).then(|| PairsSection {
        teaser: pairs.counted(),
        names: pairs.rows.iter().map(name).collect(),
        pairs,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_called_by_the_file_and_not_by_its_folder() {
        let stems =
            ["team.csv", "../a b/team.2027.csv", r"C:\Users\x\team.xlsx", "-", ".csv", "team"].map(stem);
        assert_eq!(stems, ["team", "team.2027", "team", "-", ".csv", "team"]);
    }
}
