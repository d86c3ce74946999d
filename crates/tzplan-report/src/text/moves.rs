//! The table of new hours: who moves, when, and to which hours.

use std::io;

use chrono::NaiveDate;
use tzplan::{Horizon, Minutes};

use super::page::Page;
use super::table::{Align, Cell, Table, first_that_fits};
use crate::words::clock;
use crate::words::dates::{self, Dates};
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::shown_of;

/// The most rows listed.
const MOST_ROWS: usize = 12;
/// The most stretches of dates named for the same moves.
const MOST_DATES: usize = 4;

/// Moves that are kept together.
pub(crate) struct Together {
    /// First and last days; none where they are kept throughout.
    pub(crate) dates: Vec<(NaiveDate, NaiveDate)>,
    pub(crate) moves: Vec<NewHours>,
}

/// Somebody's new hours.
pub(crate) struct NewHours {
    pub(crate) who: Text,
    /// Minutes later.
    pub(crate) shift: i32,
    pub(crate) hours: String,
    /// Of these, at night in a week.
    pub(crate) night: Minutes,
}

/// Prints it, under a blank line; nothing where nobody moves.
pub(crate) fn print(page: &mut Page<'_>, groups: &[Together], horizon: &Horizon) -> io::Result<()> {
    let total: usize = groups.iter().map(|group| group.moves.len()).sum();
    if total == 0 {
        return Ok(());
    }
    let tables = [Dated::Beside, Dated::Above].map(|dated| table(groups, horizon, dated));
    let shown = total.min(MOST_ROWS);
    page.blank()?;
    tables[first_that_fits(page, &tables, 0)].print(page, 0)?;
    if total > shown {
        let left = dates::counted((total - shown) as u64, "more shift", "more shifts");
        page.line(&Text::new(Ink::Faint, format!("… and {left} (all in --format json)")))?;
    }
    Ok(())
}

/// Where the dates stand: in a column of their own, or in a line above those who move then.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dated {
    Beside,
    Above,
}

fn table(groups: &[Together], horizon: &Horizon, dated: Dated) -> Table {
    let mut table = Table::default();
    let columns: &[&str] = match dated {
        Dated::Beside => &["New hours", "", "own clock", ""],
        Dated::Above => &["New hours", "own clock", ""],
    };
    columns.iter().for_each(|column| table.column(*column, Align::Left));
    let mut room = MOST_ROWS;
    let kept_throughout = groups.iter().any(|group| group.dates.is_empty());
    for group in groups {
        // Beside hours that are kept throughout, those of some dates are no second set to keep.
        let lead = if kept_throughout { "enough on " } else { "" };
        let moves = &group.moves[..group.moves.len().min(room)];
        if moves.is_empty() {
            continue;
        }
        room -= moves.len();
        let hours = moves.iter().map(hours).collect();
        let moved = moves.iter().map(|one| Text::new(Ink::Faint, clock::moved(one.shift))).collect();
        match dated {
            Dated::Beside => {
                let who = moves.iter().map(|one| one.who.clone()).collect();
                table.row(vec![kept(group, lead, horizon), who, hours, moved]);
            }
            Dated::Above => {
                let who = moves.iter().map(|one| {
                    let mut indented = Text::from("  ");
                    indented.append(&one.who);
                    indented
                });
                table.row_under(kept(group, lead, horizon), vec![who.collect(), hours, moved]);
            }
        }
    }
    table
}

fn hours(one: &NewHours) -> Text {
    let mut text = Text::from(one.hours.clone());
    if one.night > Minutes::ZERO {
        text.push(Ink::Warn, &format!("  {} a week at night", length(one.night)));
    }
    text
}

/// The dates, one stretch on a line; what goes on says so, for the lines beside them are other people.
fn kept(group: &Together, lead: &str, horizon: &Horizon) -> Cell {
    if group.dates.is_empty() {
        return vec![Text::new(Ink::Strong, dates::span(horizon))];
    }
    let words = Dates::of(horizon);
    let shown = shown_of(group.dates.len(), MOST_DATES);
    let mut lines: Vec<String> =
        group.dates[..shown].iter().map(|(first, last)| words.range(*first, *last)).collect();
    if shown < group.dates.len() {
        lines.push(format!("{} more", group.dates.len() - shown));
    }
    let last = lines.len().saturating_sub(1);
    if let Some(first) = lines.first_mut() {
        first.insert_str(0, lead);
    }
    for (place, line) in lines.iter_mut().enumerate().take(last) {
        line.push_str(if place + 1 == last { " and" } else { "," });
    }
    lines.into_iter().map(Text::from).collect()
}
