//! The hours that one group alone covers: what the others count on it for.

use std::io;

use tzplan::Horizon;
use tzplan::coverage::{Alone, RelaySeason};

use super::groups::Groups;
use super::relays::name;
use crate::text::page::Page;
use crate::text::table::{Align, Table};
use crate::words::clock;
use crate::words::home::Home;
use crate::words::ink::{Ink, Text};
use crate::words::people::and;
use crate::words::periods::{Periods, by_value};

/// The most rows.
const MOST: usize = 24;
/// Columns of a group's name, and of its hours; lines break between words.
const NAME: usize = 24;
const HOURS: usize = 32;

/// By group the hours of an ordinary week in which no other is at work, those of equal seasons together.
pub(super) fn print(page: &mut Page<'_>, groups: &Groups<'_>, horizon: &Horizon) -> io::Result<()> {
    let rows = rows(&groups.relays, horizon);
    if rows.is_empty() || groups.len() < 2 {
        return Ok(());
    }
    let home = Home::of(horizon).time();
    page.heading(&format!("Hours that one {} alone covers, in {home}", groups.by.name()))?;
    let mut table = Table::default();
    [Align::Left, Align::Left, Align::Left].into_iter().for_each(|align| table.column("", align));
    for (group, hours, periods) in rows.iter().take(MOST) {
        table.row(vec![
            page.names().flowed(name(page, groups, *group), NAME),
            page.names().flowed(and(hours), HOURS),
            vec![Text::new(Ink::Faint, periods.listed())],
        ]);
    }
    table.print(page, 2)?;
    if rows.len() > MOST {
        page.line(&Text::new(Ink::Faint, "  … and more"))?;
    }
    Ok(())
}

/// Each group's hours, with the dates on which they are those.
fn rows<'h>(seasons: &[RelaySeason], horizon: &'h Horizon) -> Vec<(usize, Vec<String>, Periods<'h>)> {
    let mut known: Vec<usize> = seasons.iter().flat_map(|season| &season.alone).map(group).collect();
    known.sort_unstable();
    known.dedup();
    let of_group = |group: usize| {
        let hours = seasons.iter().map(move |season| {
            let own = season.alone.iter().filter(move |alone| alone.group == group);
            let own = own.map(|alone| (alone.at, alone.lasts));
            (season.season, clock::hours_on(own, season.home_minutes_ahead))
        });
        let told = by_value(hours, horizon).into_iter().filter(|(hours, _)| !hours.is_empty());
        told.map(move |(hours, periods)| (group, clock::weekly(&hours), periods))
    };
    // More are not shown than the first few groups have.
    known.into_iter().take(MOST + 1).flat_map(of_group).collect()
}

fn group(alone: &Alone) -> usize {
    alone.group
}
