//! The year: every season, a bar of the year, and its drift weeks.

use std::io;

use tzplan::{PerDay, YearOverlap};

use super::seasons::Days;
use super::{evidence, pod_hours, seasons};
use crate::plan::YearDocument;
use crate::pods::rows;
use crate::text::{Page, head};
use crate::view::View;
use crate::words::dates::short;
use crate::words::ink::{Ink, Text};
use crate::words::length::{daily, each_day, on_average};
use crate::words::people;

/// The most rows.
const MOST_ROWS: usize = 120;
/// The most pods, and names of each, in a sentence.
const MOST_PODS: usize = 6;
const MOST_NAMES: usize = 4;
const INDENT: usize = 2;

pub(in crate::plan) fn print(document: &YearDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let YearDocument { prepared, plan, context } = *document;
    let view = View::of(prepared, plan, page.names());
    head::print(page, prepared, context)?;
    page.blank()?;
    if prepared.team().is_empty() {
        return page.line(&Text::from("Nobody is on the team: there is nothing to plan."));
    }
    let year = plan.year();
    let pods = plan.verdict().pods.is_some();
    let mut line = Text::new(Ink::Strong, "Everyone shares ");
    line.push(Ink::Strong, &range(year.min, year.max));
    let even = view.is_even();
    if year.max.minutes_per_week > 0 {
        line.push(Ink::Strong, &format!(" a day{}", on_average(even)));
    }
    head::verdict(page, &line, plan.policy().target())?;
    if year.max.minutes_per_week > 0 {
        page.paragraph(INDENT, &in_words(year, even).into())?;
        if pods {
            page.paragraph(INDENT, &pods_in_words(&view))?;
        }
        bar(page, &view)?;
        seasons::print(page, &view, MOST_ROWS, Days::Counted)?;
    } else if pods {
        page.paragraph(INDENT, &pods_in_words(&view))?;
    } else {
        page.paragraph(INDENT, &"In no season of these dates is everyone at work at once.".into())?;
    }
    if pods {
        seasons::print_pods(page, &view, Days::Counted)?;
    }
    if let Some(text) = evidence::drift(&view) {
        page.blank()?;
        page.labelled("Drift weeks", &text)?;
    }
    if let Some(text) = people::stays::line(view.prepared, view.people.names) {
        page.blank()?;
        page.labelled("Long stays", &text)?;
    }
    Ok(())
}

fn in_words(year: &YearOverlap, even: bool) -> String {
    format!(
        "Least {}, median {}, most {}, usually {}, weighed by days; an ordinary week, days off not \
         counted.",
        daily(year.min),
        daily(year.median),
        daily(year.max),
        each_day(year.usual, even)
    )
}

/// What each pod shares: the hours of everyone are no answer for a team in pods.
fn pods_in_words(view: &View<'_>) -> Text {
    let mut text = Text::from("The team works in pods (groups that meet the target): ");
    for (place, hours) in pod_hours(view).iter().enumerate() {
        text.plain(if place > 0 { "; " } else { "" });
        text.push(Ink::Strong, &format!("pod {}", place + 1));
        text.plain(&format!(" {hours}"));
    }
    if let Some(pods) = &view.plan.verdict().pods {
        let named = pods.pods.iter().enumerate();
        let named =
            named.map(|(place, pod)| format!("Pod {} is {}", place + 1, view.people.list(pod, MOST_NAMES)));
        let named: Vec<String> = named.take(MOST_PODS).chain(rows::apart(&view.people, pods)).collect();
        text.plain(&format!(". {}.", named.join(". ")));
    }
    text
}

fn range(min: PerDay, max: PerDay) -> String {
    if max.minutes_per_week == 0 {
        return "nothing".to_owned();
    }
    if min.floor() == max.floor() { daily(min) } else { format!("{} to {}", daily(min), daily(max)) }
}

/// A column for some days; it shows the least of them.
fn bar(page: &mut Page<'_>, view: &View<'_>) -> io::Result<()> {
    let horizon = view.prepared.horizon();
    let room = (page.width() - 2 * INDENT).min(104) as u32;
    let per_column = horizon.days().div_ceil(room).max(1);
    let columns = horizon.days().div_ceil(per_column);
    page.heading(&format!("The year, {} a column", people::and(&[crate::words::dates::days(per_column)])))?;
    page.drawing(|page| columns_of(page, view, columns, per_column))
}

fn columns_of(page: &mut Page<'_>, view: &View<'_>, columns: u32, per_column: u32) -> io::Result<()> {
    let horizon = view.prepared.horizon();
    let mut line = Text::from(" ".repeat(INDENT));
    let mut seen = [false; 3];
    let seasons: Vec<_> = view.plan.seasons().collect();
    let date = |days: u32| horizon.from() + chrono::Days::new(days.into());
    for column in 0..columns {
        let (first, last) =
            (date(column * per_column), date(((column + 1) * per_column).min(horizon.days()) - 1));
        let here = seasons.iter().filter(|s| s.season.first() <= last && first <= s.season.last());
        // Worst first: nothing shared, below the target, at it.
        let state = |season: &tzplan::SeasonPlan<'_>| match season.overlap {
            overlap if overlap.windows.is_empty() => 0,
            overlap if !overlap.meets => 1,
            _ => 2,
        };
        let worst = here.map(state).min().unwrap_or(2);
        seen[worst] = true;
        let (ink, glyph) = MARKS[worst];
        line.push(ink, glyph);
    }
    page.line(&line)?;
    page.line(&months(horizon.from(), columns, per_column))?;
    let mut legend = Text::from(" ".repeat(INDENT));
    for (state, meaning) in [(2, "target met"), (1, "below it"), (0, "nothing shared")] {
        if seen[state] {
            let (ink, glyph) = MARKS[state];
            legend.push(ink, glyph);
            legend.push(Ink::Faint, &format!(" {meaning}   "));
        }
    }
    page.line(&legend)
}

const MARKS: [(Ink, &str); 3] = [(Ink::Bad, "░"), (Ink::Warn, "▒"), (Ink::Good, "█")];

/// The first of a month below the column it lies in, where there is room.
fn months(from: chrono::NaiveDate, columns: u32, per_column: u32) -> Text {
    use chrono::Datelike;
    let mut line = Text::default();
    for column in 0..columns {
        let days = (0..per_column).map(|day| from + chrono::Days::new((column * per_column + day).into()));
        let Some(first) = days.into_iter().find(|date| date.day() == 1) else { continue };
        let place = INDENT + column as usize;
        if line.is_empty() || line.width() < place {
            line.pad_to(place);
            let name = short(first).split(' ').next_back().unwrap_or("").to_owned();
            let year = if first.month() == 1 { first.year().to_string() } else { name };
            line.push(Ink::Faint, &year);
        }
    }
    line
}
