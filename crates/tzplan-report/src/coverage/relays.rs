//! Hand-offs between groups: who goes on, when, and how long both are there.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::io;

use chrono::{Weekday, WeekdaySet};
use tzplan::coverage::{Relay, RelaySeason};
use tzplan::{Horizon, Minutes};

use super::alone;
use super::groups::Groups;
use crate::text::page::Page;
use crate::text::table::{Align, Table};
use crate::words::home::Home;
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::periods::Periods;
use crate::words::{clock, dates};

/// The most rows.
const MOST: usize = 24;
/// The most pairs of groups in a sentence.
const MOST_PAIRS: usize = 4;
/// Columns of a group's name.
const NAME: usize = 80;
/// Columns of two of them; lines break between words.
const BOTH: usize = 40;
/// Whoever has been there together for longer than a working day hands nothing over: both span the world, and
/// what is passed on is passed on inside them.
const WORKING_DAY: Minutes = Minutes(8 * 60);
const DAY: i32 = 24 * 60;

/// Hand-offs at one time of day.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Row {
    /// Minutes after 00:00 on the home clock.
    time: i32,
    from: usize,
    to: usize,
    overlap: Minutes,
    gap: Minutes,
    days: WeekdaySet,
}

pub(super) fn print(page: &mut Page<'_>, groups: &Groups<'_>, horizon: &Horizon) -> io::Result<()> {
    let home = Home::of(horizon).time();
    let (to_itself, between): (Vec<_>, Vec<_>) =
        rows(&groups.relays, horizon).into_iter().partition(|(row, _)| row.from == row.to);
    let (beside, between): (Vec<_>, Vec<_>) =
        between.into_iter().partition(|(row, _)| row.overlap > WORKING_DAY);
    page.heading(&format!("Hand-offs between {}s, in {home}", groups.by.name()))?;
    match (between.is_empty(), to_itself.is_empty() && beside.is_empty()) {
        (true, true) => page.paragraph(2, &"None: no group's day ends.".into())?,
        (true, false) => page.paragraph(2, &"None.".into())?,
        (false, _) => print_rows(page, groups, &between)?,
    }
    if !beside.is_empty() {
        page.paragraph(2, &beside_each_other(page, groups, &beside))?;
    }
    if !to_itself.is_empty() {
        page.heading(&format!("Nobody goes on until the same {} begins again, in {home}", groups.by.name()))?;
        print_rows(page, groups, &to_itself)?;
    }
    alone::print(page, groups, horizon)
}

/// That groups which work beside each other for more than a day hand nothing over.
fn beside_each_other(page: &Page<'_>, groups: &Groups<'_>, rows: &[(Row, Periods<'_>)]) -> Text {
    let mut known = HashSet::new();
    let pairs: Vec<(usize, usize)> =
        rows.iter().map(|(row, _)| (row.from, row.to)).filter(|pair| known.insert(*pair)).collect();
    let shown = pairs.len().min(MOST_PAIRS);
    let left = pairs.len() - shown;
    let called =
        |(from, to): &(usize, usize)| format!("{} → {}", name(page, groups, *from), name(page, groups, *to));
    let mut told = pairs[..shown].iter().map(called).collect::<Vec<_>>().join(", ");
    if left > 0 {
        told.push_str(&format!(" and {} more", dates::number(left as u64)));
    }
    let longest = length(WORKING_DAY);
    let text = format!(
        "No hand-off where both have been at work together for over {longest} by then: {told}. People hand \
         over inside such a {}; see below.",
        groups.by.name()
    );
    Text::new(Ink::Faint, text)
}

/// A group's name, or its number where it has none.
pub(super) fn name(page: &Page<'_>, groups: &Groups<'_>, group: usize) -> String {
    match groups.name(group) {
        "" => format!("group {}", group + 1),
        name => page.names().fit(name, NAME),
    }
}

fn print_rows(page: &mut Page<'_>, groups: &Groups<'_>, rows: &[(Row, Periods<'_>)]) -> io::Result<()> {
    let name = |group: usize| name(page, groups, group);
    let who = |row: &Row| match row.from == row.to {
        true => name(row.from),
        false => format!("{} → {}", name(row.from), name(row.to)),
    };
    let mut table = Table::default();
    [Align::Left, Align::Left, Align::Right, Align::Left]
        .into_iter()
        .for_each(|align| table.column("", align));
    for (row, periods) in rows.iter().take(MOST) {
        let length = if row.gap > Minutes::ZERO {
            Text::new(Ink::Bad, format!("{} nobody", length(row.gap)))
        } else if row.overlap > Minutes::ZERO {
            Text::new(Ink::Good, format!("{} together", length(row.overlap)))
        } else {
            Text::new(Ink::Warn, "no time together")
        };
        table.row(vec![
            page.names().flowed(who(row), BOTH),
            vec![format!("{} {}", clock::time(row.time), clock::days(row.days)).into()],
            vec![length],
            vec![Text::new(Ink::Faint, periods.listed())],
        ]);
    }
    table.print(page, 2)?;
    if rows.len() > MOST {
        let left = dates::number((rows.len() - MOST) as u64);
        page.line(&Text::new(Ink::Faint, format!("  … and {left} more (all in --format json)")))?;
    }
    Ok(())
}

/// Equal hand-offs of all seasons in one row, by time of day, then by who leaves and who goes on.
fn rows<'h>(seasons: &[RelaySeason], horizon: &'h Horizon) -> Vec<(Row, Periods<'h>)> {
    let mut rows: Vec<(Row, Periods<'h>)> = Vec::new();
    let mut places: HashMap<Row, usize> = HashMap::new();
    for season in seasons {
        for row in rows_of(&season.relays, season.home_minutes_ahead) {
            match places.entry(row) {
                Entry::Occupied(place) => rows[*place.get()].1.add(&season.season),
                Entry::Vacant(place) => {
                    rows.push((place.key().clone(), Periods::of([&season.season], horizon)));
                    place.insert(rows.len() - 1);
                }
            }
        }
    }
    // Stable: order of dates among equals.
    rows.sort_by_key(|(row, _)| (row.time, row.from, row.to));
    rows
}

/// Hand-offs of a week alike but for the day.
fn rows_of(relays: &[Relay], ahead: i32) -> Vec<Row> {
    let (mut rows, mut places): (Vec<Row>, HashMap<Row, usize>) = (Vec::new(), HashMap::new());
    for relay in relays {
        let local = (i32::from(relay.at.get()) + ahead).rem_euclid(7 * DAY);
        let day = Weekday::try_from((local / DAY) as u8).unwrap_or(Weekday::Mon);
        let row = Row {
            time: local % DAY,
            from: relay.from,
            to: relay.to,
            overlap: relay.overlap,
            gap: relay.gap,
            days: WeekdaySet::EMPTY,
        };
        let place = *places.entry(row.clone()).or_insert(rows.len());
        if place == rows.len() {
            rows.push(row);
        }
        rows[place].days.insert(day);
    }
    rows
}
