//! The hours that one group alone covers: what the others count on it for.

use std::io;

use tzplan::Horizon;
use tzplan::coverage::RelaySeason;

use super::groups::Groups;
use super::relays::name;
use crate::text::page::Page;
use crate::text::table::{Align, Table};
use crate::words::home::Home;
use crate::words::ink::{Ink, Text};
use crate::words::people::and;
use crate::words::periods::{Periods, by_value};
use crate::words::{clock, dates};

/// The most rows, but that all of a group are shown.
const MOST: usize = 24;
/// Columns of a group's name, and of its hours; lines break between words.
const NAME: usize = 24;
const HOURS: usize = 32;

/// By group the hours of an ordinary week in which no other is at work, those of equal seasons together.
pub(super) fn print(page: &mut Page<'_>, groups: &Groups<'_>, horizon: &Horizon) -> io::Result<()> {
    let known = groups_alone(&groups.relays);
    if known.is_empty() || groups.len() < 2 {
        return Ok(());
    }
    let home = Home::of(horizon).time();
    page.heading(&format!("Hours that one {} alone covers, in {home}", groups.by.name()))?;
    let mut table = Table::default();
    [Align::Left, Align::Left, Align::Left].into_iter().for_each(|align| table.column("", align));
    let (mut rows, mut shown) = (0, 0);
    for group in &known {
        let told = of_group(&groups.relays, *group, horizon);
        if shown > 0 && rows + told.len() > MOST {
            break;
        }
        (rows, shown) = (rows + told.len(), shown + 1);
        for (hours, periods) in told {
            table.row(vec![
                page.names().flowed(name(page, groups, *group), NAME),
                page.names().flowed(and(&hours), HOURS),
                vec![Text::new(Ink::Faint, periods.listed())],
            ]);
        }
    }
    table.print(page, 2)?;
    if shown < known.len() {
        let [one, many] = ["", "s"].map(|ending| format!("more {}{ending}", groups.by.name()));
        let left = dates::counted((known.len() - shown) as u64, &one, &many);
        page.line(&Text::new(Ink::Faint, format!("  … and {left}")))?;
    }
    Ok(())
}

/// The groups that are ever alone.
fn groups_alone(seasons: &[RelaySeason]) -> Vec<usize> {
    let mut known: Vec<usize> =
        seasons.iter().flat_map(|season| &season.alone).map(|one| one.group).collect();
    known.sort_unstable();
    known.dedup();
    known
}

/// A group's hours, with the dates on which they are those.
fn of_group<'h>(
    seasons: &[RelaySeason],
    group: usize,
    horizon: &'h Horizon,
) -> Vec<(Vec<String>, Periods<'h>)> {
    let hours = seasons.iter().map(|season| {
        let own = season.alone.iter().filter(|alone| alone.group == group);
        let own = own.map(|alone| (alone.at, alone.lasts));
        (season.season, clock::hours_on(own, season.home_minutes_ahead))
    });
    let told = by_value(hours, horizon).into_iter().filter(|(hours, _)| !hours.is_empty());
    told.map(|(hours, periods)| (clock::weekly(&hours), periods)).collect()
}
