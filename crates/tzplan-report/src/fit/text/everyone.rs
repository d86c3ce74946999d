//! What everyone shares, without the candidate and with them.

use std::io;

use tzplan::{Minutes, SeasonOverlap};

use super::View;
use crate::text::page::Page;
use crate::text::table::{Align, Table};
use crate::words::dates::{self, Dates};
use crate::words::ink::{Ink, Text};
use crate::words::verdict::shortfall;

/// The most rows.
const MOST_ROWS: usize = 12;

/// Dates on which the same is shared.
struct Row {
    first: chrono::NaiveDate,
    last: chrono::NaiveDate,
    before: (Minutes, bool),
    after: (Minutes, bool),
    short: Option<Minutes>,
}

pub(super) fn print(page: &mut Page<'_>, view: &View<'_>) -> io::Result<()> {
    // Of a pair, the table of teammates says it all.
    if view.prepared.required_members() < 2 {
        return Ok(());
    }
    let everyone = &view.document.everyone;
    let mut rows: Vec<Row> = Vec::new();
    for (season, before, after) in &everyone.seasons {
        let shown = |overlap: &SeasonOverlap| (overlap.daily.floor(), overlap.meets);
        let short = (!after.meets).then(|| shortfall(after));
        let (before, after) = (shown(before), shown(after));
        match rows.last_mut() {
            Some(row) if (row.before, row.after, row.short) == (before, after, short) => {
                row.last = season.last();
            }
            _ => rows.push(Row { first: season.first(), last: season.last(), before, after, short }),
        }
    }
    let stated = if view.fit.shift.is_some() { " (without the shift)" } else { "" };
    page.heading(&format!("Everyone together, hours a day{stated}"))?;
    let mut table = Table::default();
    table.column("", Align::Left);
    table.column("now ", Align::Right);
    let with = if view.name.is_empty() { "with one more".to_owned() } else { format!("with {}", view.name) };
    table.column(format!("{} ", page.names().cut(&with, 24)), Align::Right);
    table.column("", Align::Left);
    let shown = if rows.len() <= MOST_ROWS + 1 { rows.len() } else { MOST_ROWS };
    let mut dates = Dates::of(view.prepared.horizon());
    for row in &rows[..shown] {
        let note = match row.short {
            None => Text::default(),
            Some(Minutes::ZERO) => Text::new(Ink::Warn, "just short"),
            Some(short) => Text::new(Ink::Warn, format!("short {short}")),
        };
        let when = if rows.len() == 1 {
            dates::span(view.prepared.horizon()).to_owned()
        } else {
            dates.next(row.first, row.last)
        };
        table.row(vec![vec![when.into()], vec![cell(row.before)], vec![cell(row.after)], vec![note]]);
    }
    if rows.len() > 1 {
        let least = |daily: tzplan::PerDay| vec![Text::from(format!("{daily} "))];
        table.row(vec![
            vec![Text::new(Ink::Strong, "least")],
            least(everyone.before.min),
            least(everyone.after.min),
        ]);
    }
    table.print(page, 2)?;
    if shown < rows.len() {
        let more = dates::counted((rows.len() - shown) as u64, "more season", "more seasons");
        page.line(&Text::new(Ink::Faint, format!("  … and {more} (all in --format json)")))?;
    }
    page.line(&Text::new(Ink::Faint, "  * meets the target"))
}

/// `4:00*`.
fn cell((daily, meets): (Minutes, bool)) -> Text {
    let (ink, mark) = if meets { (Ink::Good, '*') } else { (Ink::Warn, ' ') };
    Text::new(ink, format!("{daily}{mark}"))
}
