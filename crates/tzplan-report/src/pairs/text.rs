//! Pairs: who overlaps with whom, through the year, and how long they wait for each other.

use std::io;
use std::sync::Arc;

use tzplan::pairs::{PairOverlap, Pairs};
use tzplan::{Minutes, PerDay, Policy, PreparedTeam, ProfileId};

use super::layout::Layout;
use super::{PairsDocument, answers, waits};
use crate::text::table::{Align, Table};
use crate::text::{Page, head};
use crate::words::clean;
use crate::words::dates;
use crate::words::home::Home;
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::people::{Names, People, bars};
use crate::words::periods::Periods;
use crate::words::shared::Shared;
use crate::words::shown_of;

/// The most profiles looked at; pairs grow with their square.
const MOST_PROFILES: usize = 60;
/// The most rows of a list.
const MOST_ROWS: usize = 20;
/// Where more than that share nothing with somebody: how many are named, and of whom with.
const FIRST_ROWS: usize = 4;
const FIRST_OTHERS: usize = 2;
/// The most columns of a matrix, however much room there is.
const MOST_COLUMNS: usize = 20;
/// The most of whom somebody shares nothing with.
const MOST_OTHERS: usize = 8;
/// The least columns of a name above a matrix.
const HEAD: usize = 6;

/// A pair with what it shares.
struct Pair {
    a: ProfileId,
    b: ProfileId,
    overlap: Arc<PairOverlap>,
}

pub(super) fn print(document: &PairsDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let PairsDocument { prepared, policy, overlaps, context, .. } = document;
    let people = People::of(prepared, page.names());
    head::print(page, prepared, *context)?;
    let (profiles, left) = bars(prepared, &[], MOST_PROFILES);
    if people.heads_of(profiles.iter().copied()) < 2 {
        page.blank()?;
        return page.line(&Text::from("One person alone: there is nobody to overlap with."));
    }
    page.heading(&format!(
        "Shared a day in pairs, the least of the year (target {})",
        length(policy.target())
    ))?;
    let all = all_pairs(prepared, &profiles, overlaps);
    match matrix(prepared, &profiles, &all, page) {
        Some(matrix) => {
            matrix.print(page, 2)?;
            legend(page, &all)?;
            through_the_year(page, prepared, &all)?;
        }
        None => list(page, prepared, &all)?,
    }
    if !left.is_empty() {
        let more = dates::counted(left.len() as u64, "more schedule", "more schedules");
        page.line(&Text::new(Ink::Faint, format!("  … and {more} (all in --format json)")))?;
    }
    waits::print(document, page, &profiles)?;
    match document.answerers {
        Some(answerers) => answers::print(document, page, answerers, &profiles),
        None => Ok(()),
    }
}

/// Every pair of profiles, and of two members of one profile.
fn all_pairs(prepared: &PreparedTeam, profiles: &[ProfileId], overlaps: &Pairs<'_>) -> Vec<Pair> {
    // Nobody is named.
    let people = People::of(prepared, Names::Cut);
    let mut all = Vec::new();
    for (index, &a) in profiles.iter().enumerate() {
        for &b in &profiles[index..] {
            if a != b || people.heads(a) > 1 {
                all.push(Pair { a, b, overlap: overlaps.between(a, b) });
            }
        }
    }
    all
}

/// The least daily overlap of each pair of some profiles under a heading, where it fits; whether it does.
pub(crate) fn overview(
    prepared: &PreparedTeam,
    profiles: &[ProfileId],
    policy: &Policy,
    page: &mut Page<'_>,
) -> io::Result<bool> {
    let all = all_pairs(prepared, profiles, &Pairs::new(prepared, policy));
    let Some(matrix) = matrix(prepared, profiles, &all, page) else { return Ok(false) };
    page.heading("Shared a day in pairs, the least of the year")?;
    matrix.print(page, 2)?;
    legend(page, &all)?;
    Ok(true)
}

/// What the star and ranges say, where a pair has such.
fn legend<'p>(page: &mut Page<'_>, shown: impl IntoIterator<Item = &'p Pair>) -> io::Result<()> {
    let (mut meets, mut ranges) = (false, false);
    for pair in shown {
        meets |= pair.overlap.meets;
        ranges |= pair.overlap.seasons.iter().any(|(_, overlap)| !Shared::of(overlap, 0).is_even());
    }
    if meets {
        page.line(&Text::new(Ink::Faint, "  * meets the target"))?;
    }
    if ranges {
        let words = "a range, where days are not alike: from the day with least to the day with most";
        page.paragraph(2, &Text::new(Ink::Faint, words))?;
    }
    Ok(())
}

fn matrix(prepared: &PreparedTeam, profiles: &[ProfileId], all: &[Pair], page: &Page<'_>) -> Option<Table> {
    let (people, width) = (People::of(prepared, page.names()), page.width());
    if profiles.len() > MOST_COLUMNS {
        return None;
    }
    let label = profiles.iter().map(|id| clean::width(&people.label(*id))).max().unwrap_or(0).min(20);
    let room = width.checked_sub(2 + label)? / profiles.len().max(1);
    let head = room.checked_sub(2).filter(|head| *head >= HEAD)?;
    let mut table = Table::default();
    table.column("", Align::Left);
    for id in profiles {
        table.column_under(people.cell(*id, head.min(14)), Align::Right);
    }
    for &row in profiles {
        let mut cells = vec![people.cell(row, 20)];
        for &column in profiles {
            let pair = all.iter().find(|pair| [(row, column), (column, row)].contains(&(pair.a, pair.b)));
            cells.push(vec![pair.map_or_else(|| Text::new(Ink::Faint, "· "), |pair| least(prepared, pair))]);
        }
        table.row(cells);
    }
    page.holds(table.width() + 2).then_some(table)
}

/// `4 h*`.
fn least(prepared: &PreparedTeam, pair: &Pair) -> Text {
    let (ink, mark) = if pair.overlap.meets { (Ink::Good, "*") } else { (Ink::Warn, " ") };
    Text::new(ink, format!("{}{mark}", words(prepared, pair, pair.overlap.year.min)))
}

/// What they share a day in the first season that has this much.
fn words(prepared: &PreparedTeam, pair: &Pair, daily: PerDay) -> String {
    let home = Home::of(prepared.horizon());
    let mut seasons = pair.overlap.seasons.iter();
    let with = seasons.find(|(_, overlap)| overlap.daily.cmp_value(daily).is_eq());
    with.map_or_else(
        || length(daily.floor()),
        |(season, overlap)| Shared::of(overlap, home.most(season).ahead).range(),
    )
}

/// The pairs that share more in some seasons than in others.
fn through_the_year(page: &mut Page<'_>, prepared: &PreparedTeam, all: &[Pair]) -> io::Result<()> {
    let changes = |pair: &&Pair| pair.overlap.year.min.floor() != pair.overlap.year.max.floor();
    let changing: Vec<&Pair> = all.iter().filter(changes).collect();
    if changing.is_empty() {
        return page.line(&Text::from("  The same all through the year."));
    }
    page.heading("Through the year")?;
    table_of(page, prepared, &changing).map(|_| ())
}

fn list(page: &mut Page<'_>, prepared: &PreparedTeam, all: &[Pair]) -> io::Result<()> {
    let (never, mut sorted): (Vec<&Pair>, Vec<&Pair>) =
        all.iter().partition(|pair| pair.overlap.year.max.floor() == Minutes::ZERO);
    print_never(page, prepared, &never)?;
    // Stable: roster order among equals.
    sorted.sort_by(|a, b| a.overlap.year.min.cmp_value(b.overlap.year.min));
    if sorted.is_empty() {
        return Ok(());
    }
    let shown = table_of(page, prepared, &sorted)?;
    legend(page, sorted[..shown].iter().copied())
}

/// Who shares nothing all year with whom: a line for each.
fn print_never(page: &mut Page<'_>, prepared: &PreparedTeam, never: &[&Pair]) -> io::Result<()> {
    if never.is_empty() {
        return Ok(());
    }
    let people = People::of(prepared, page.names());
    let span = dates::span(prepared.horizon());
    page.line(&Text::from(format!(
        "  Nothing {span}: {}",
        dates::counted(never.len() as u64, "pair", "pairs")
    )))?;
    let each: Vec<&[&Pair]> = never.chunk_by(|one, other| one.a == other.a).collect();
    let (shown, most) = match each.len() <= MOST_ROWS {
        true => (each.len(), MOST_OTHERS),
        false => (FIRST_ROWS, FIRST_OTHERS),
    };
    for pairs in &each[..shown] {
        let others: Vec<ProfileId> = pairs.iter().map(|pair| pair.b).collect();
        let mut text = Text::new(Ink::Strong, people.label(pairs[0].a));
        text.plain(&format!(" with {}", people.list(&others, most)));
        page.paragraph(4, &text)?;
    }
    if shown < each.len() {
        let more = each[shown..].iter().map(|pairs| pairs.len() as u64).sum();
        let more = dates::counted(more, "more pair", "more pairs");
        page.line(&Text::new(Ink::Faint, format!("    … and {more} (all in --format json)")))?;
    }
    page.blank()
}

/// Prints as many of the pairs as are read; says how many those are.
fn table_of(page: &mut Page<'_>, prepared: &PreparedTeam, some: &[&Pair]) -> io::Result<usize> {
    let shown = shown_of(some.len(), MOST_ROWS);
    let names = page.names();
    Layout::print(page, |layout| table_in(prepared, &some[..shown], layout, names))?;
    if shown < some.len() {
        let more = dates::counted((some.len() - shown) as u64, "more pair", "more pairs");
        page.line(&Text::new(
            Ink::Faint,
            format!("  … and {more} that share as much or more (all in --format json)"),
        ))?;
    }
    Ok(shown)
}

/// Some of the pairs in a layout.
fn table_in(prepared: &PreparedTeam, some: &[&Pair], layout: Layout, names: Names) -> Table {
    let people = People::of(prepared, names);
    let mut table = Table::default();
    table.column("", Align::Left);
    for head in ["least", "usual", "most"] {
        if layout.middle || head != "usual" {
            table.column(head, Align::Right);
        }
    }
    let changing = some.iter().any(|pair| pair.overlap.year.min != pair.overlap.year.max);
    table.column(if changing { "least when" } else { "" }, Align::Left);
    for pair in some {
        let year = &pair.overlap.year;
        let names = layout.pair(&people, pair.a, '–', pair.b);
        let daily = |daily: PerDay| vec![Text::from(words(prepared, pair, daily))];
        // Nothing where they share the same all year.
        let when = Periods::of(pair.overlap.least_seasons(), prepared.horizon()).listed();
        let mut cells = vec![names, vec![least(prepared, pair)]];
        if layout.middle {
            cells.push(daily(year.usual));
        }
        cells.push(daily(year.max));
        cells.push(vec![Text::new(Ink::Faint, when)]);
        table.row(cells);
    }
    table
}
