//! The gaps of the hours that have to be covered, with what makes them.

use std::collections::BTreeMap;
use std::io;

use tzplan::coverage::{Gap, GapCause};
use tzplan::{Horizon, Minutes, PreparedTeam, Team};

use crate::text::page::Page;
use crate::text::table::{Align, Table};
use crate::words::absent::closed;
use crate::words::dates::{self, Dates};
use crate::words::ink::{Ink, Text};
use crate::words::people::Names;
use crate::words::runs::{Run, runs};
use crate::words::shown_of;

/// The most rows.
const MOST: usize = 20;
/// Columns of the reason: the first that fit; it breaks between words.
const WHY_COLUMNS: [usize; 5] = [34, 26, 20, 13, 8];

/// A table of gaps: dates, times, how often, why. Of many those with most minutes, in order of dates.
pub(crate) fn print(page: &mut Page<'_>, gaps: &[Gap], prepared: &PreparedTeam) -> io::Result<()> {
    let (team, horizon) = (prepared.team(), prepared.horizon());
    let mut rows = rows(gaps, horizon, |gap| why(team, gap, page.names()));
    let shown = shown_of(rows.len(), MOST);
    if shown < rows.len() {
        // Stable: order of dates among equals.
        rows.sort_by_key(|(run, _)| std::cmp::Reverse(run.minutes()));
        rows[..shown].sort_by_key(|(run, _)| run.first);
    }
    let table = |columns: usize| table(&rows[..shown], page.names(), columns, horizon);
    let fits = |table: &Table| page.holds(table.width() + 2);
    let fitting = WHY_COLUMNS.into_iter().map(table).find(fits);
    fitting.unwrap_or_else(|| table(WHY_COLUMNS[WHY_COLUMNS.len() - 1])).print(page, 2)?;
    if shown < rows.len() {
        let left: u32 = rows[shown..].iter().map(|(run, _)| run.count).sum();
        let text = format!("  … and {} more gaps (all in --format json)", dates::number(left.into()));
        page.line(&Text::new(Ink::Faint, text))?;
    }
    Ok(())
}

/// With the reason in this many columns.
fn table(rows: &[(Run, String)], names: Names, columns: usize, horizon: &Horizon) -> Table {
    let mut written = Dates::of(horizon);
    let mut table = Table::default();
    for align in [Align::Left, Align::Left, Align::Right, Align::Left] {
        table.column("", align);
    }
    for (run, why) in rows {
        table.row(vec![
            vec![written.next(run.first, run.last).into()],
            vec![run.times().into()],
            vec![Text::new(Ink::Faint, run.often())],
            names.flowed(Text::new(Ink::Warn, why.as_str()), columns),
        ]);
    }
    table
}

/// Runs of gaps alike, by date, with what makes them.
fn rows(gaps: &[Gap], horizon: &Horizon, why: impl Fn(&Gap) -> String) -> Vec<(Run, String)> {
    let mut alike: BTreeMap<String, Vec<&Gap>> = BTreeMap::new();
    for gap in gaps {
        alike.entry(why(gap)).or_default().push(gap);
    }
    let mut rows: Vec<(Run, String)> = Vec::new();
    for (words, gaps) in alike {
        let runs = runs(gaps.into_iter().map(|gap| (gap.start, gap.end)), horizon);
        rows.extend(runs.into_iter().map(|run| (run, words.clone())));
    }
    rows.sort_by_key(|(run, _)| run.first);
    rows
}

/// What makes a gap, where it is not the weekly hours alone: `days off: Diwali (Priya, Pune)`.
fn why(team: &Team, gap: &Gap, names: Names) -> String {
    let what = match gap.cause {
        GapCause::ClockChange if gap.for_days_off == Minutes::ZERO => return "clock changes".to_owned(),
        GapCause::ClockChange => "clock changes and days off:",
        GapCause::DaysOff => "days off:",
        _ if gap.for_days_off > Minutes::ZERO => "longer for",
        _ => return String::new(),
    };
    format!("{what} {}", closed(team, &gap.off, names))
}
