//! Pairs: who overlaps with whom, through the year, and how long they wait for each other.

use std::io;

use tzplan::pairs::{PairOverlap, pairs};
use tzplan::reply::{Replies, Wait};
use tzplan::{Minutes, PerDay, Policy, PreparedTeam, ProfileId};

use super::dates::{self, Dates};
use super::ink::{Ink, Text};
use super::page::Page;
use super::people::People;
use super::plan::bars;
use super::replies::{is_slow, minutes, rank, share};
use super::table::{Align, Table};
use super::{clean, head};
use crate::Context;

/// The most profiles looked at; pairs grow with their square.
const MOST_PROFILES: usize = 60;
/// The most profiles whose waits are looked at, which takes longer.
const MOST_WAITING: usize = 24;
/// The most rows of a list.
const MOST_ROWS: usize = 20;
/// The least columns of a name above a matrix.
const HEAD: usize = 6;

/// A pair with what it shares.
struct Pair {
    a: ProfileId,
    b: ProfileId,
    overlap: PairOverlap,
}

pub(super) fn print(
    page: &mut Page<'_>,
    prepared: &PreparedTeam<'_>,
    policy: &Policy,
    context: Context<'_>,
) -> io::Result<()> {
    let people = People::of(prepared);
    head::print(page, prepared, context)?;
    let (profiles, left) = bars(prepared, MOST_PROFILES);
    if people.heads_of(profiles.iter().copied()) < 2 {
        page.blank()?;
        return page.line(&Text::from("One person alone: there is nobody to overlap with."));
    }
    page.heading(&format!(
        "Shared hours a day in pairs, the least of the year (target {})",
        policy.target()
    ))?;
    let all = all_pairs(prepared, &profiles, policy);
    match matrix(prepared, &profiles, &all, page.width()) {
        Some(matrix) => {
            matrix.print(page, 2)?;
            page.line(&Text::new(Ink::Faint, "  * meets the target"))?;
            through_the_year(page, prepared, &all)?;
        }
        None => list(page, prepared, &all)?,
    }
    if !left.is_empty() {
        let more = dates::counted(left.len() as u64, "more profile", "more profiles");
        page.line(&Text::new(Ink::Faint, format!("  … and {more} (all in --format json)")))?;
    }
    waits(page, prepared, policy, &profiles)
}

/// Every pair of profiles, and of two members of one profile.
fn all_pairs(prepared: &PreparedTeam<'_>, profiles: &[ProfileId], policy: &Policy) -> Vec<Pair> {
    let people = People::of(prepared);
    let mut all = Vec::new();
    for (index, &a) in profiles.iter().enumerate() {
        for &b in &profiles[index..] {
            if a != b || people.heads(a) > 1 {
                all.push(Pair { a, b, overlap: pairs(prepared, a, b, policy) });
            }
        }
    }
    all
}

/// The least daily overlap of each pair of some profiles, where it fits.
pub(super) fn overview(
    prepared: &PreparedTeam<'_>,
    profiles: &[ProfileId],
    policy: &Policy,
    width: usize,
) -> Option<Table> {
    matrix(prepared, profiles, &all_pairs(prepared, profiles, policy), width)
}

fn matrix(prepared: &PreparedTeam<'_>, profiles: &[ProfileId], all: &[Pair], width: usize) -> Option<Table> {
    let people = People::of(prepared);
    let label = profiles.iter().map(|id| clean::width(&people.label(*id))).max().unwrap_or(0).min(20);
    let room = width.checked_sub(2 + label)? / profiles.len().max(1);
    let head = room.checked_sub(2).filter(|head| *head >= HEAD)?;
    let mut table = Table::default();
    table.column("", Align::Left);
    for id in profiles {
        table.column(people.label_in(*id, head.min(14)), Align::Right);
    }
    for &row in profiles {
        let mut cells = vec![vec![Text::from(people.label_in(row, 20))]];
        for &column in profiles {
            let pair = all.iter().find(|pair| [(row, column), (column, row)].contains(&(pair.a, pair.b)));
            cells.push(vec![pair.map_or_else(|| Text::new(Ink::Faint, "· "), least)]);
        }
        table.row(cells);
    }
    (table.width() + 2 <= width).then_some(table)
}

/// `4:00*`.
fn least(pair: &Pair) -> Text {
    let (ink, mark) = if pair.overlap.meets { (Ink::Good, "*") } else { (Ink::Warn, " ") };
    Text::new(ink, format!("{}{mark}", pair.overlap.year.min))
}

/// The pairs that share more in some seasons than in others.
fn through_the_year(page: &mut Page<'_>, prepared: &PreparedTeam<'_>, all: &[Pair]) -> io::Result<()> {
    let changes = |pair: &&Pair| pair.overlap.year.min.floor() != pair.overlap.year.max.floor();
    let changing: Vec<&Pair> = all.iter().filter(changes).collect();
    if changing.is_empty() {
        return page.line(&Text::from("  The same all through the year."));
    }
    page.heading("Through the year")?;
    table_of(page, prepared, &changing)
}

fn list(page: &mut Page<'_>, prepared: &PreparedTeam<'_>, all: &[Pair]) -> io::Result<()> {
    let mut sorted: Vec<&Pair> = all.iter().collect();
    // Stable: roster order among equals.
    sorted.sort_by(|a, b| a.overlap.year.min.cmp_value(b.overlap.year.min));
    table_of(page, prepared, &sorted)
}

fn table_of(page: &mut Page<'_>, prepared: &PreparedTeam<'_>, some: &[&Pair]) -> io::Result<()> {
    let people = People::of(prepared);
    let dates = Dates::of(prepared.horizon());
    let mut table = Table::default();
    table.column("", Align::Left);
    for head in ["least", "usual", "most"] {
        table.column(head, Align::Right);
    }
    let changing = some.iter().any(|pair| pair.overlap.year.min != pair.overlap.year.max);
    table.column(if changing { "least when" } else { "" }, Align::Left);
    let shown = if some.len() <= MOST_ROWS + 1 { some.len() } else { MOST_ROWS };
    for pair in &some[..shown] {
        let year = &pair.overlap.year;
        let names = format!("{} – {}", people.label_in(pair.a, 16), people.label_in(pair.b, 16));
        let daily = |daily: PerDay| vec![Text::from(daily.to_string())];
        let season =
            pair.overlap.seasons.iter().find(|(_, overlap)| overlap.daily.cmp_value(year.min).is_eq());
        let when = season
            .filter(|_| year.min != year.max)
            .map_or(String::new(), |(season, _)| dates.range(season.first(), season.last()));
        table.row(vec![
            vec![names.into()],
            vec![least(pair)],
            daily(year.usual),
            daily(year.max),
            vec![Text::new(Ink::Faint, when)],
        ]);
    }
    table.print(page, 2)?;
    if shown < some.len() {
        let more = dates::counted((some.len() - shown) as u64, "more pair", "more pairs");
        page.line(&Text::new(
            Ink::Faint,
            format!("  … and {more} that share as much or more (all in --format json)"),
        ))?;
    }
    Ok(())
}

/// Reply waits: of each pair both ways, of each profile asking whoever is at work, and of the team.
fn waits(
    page: &mut Page<'_>,
    prepared: &PreparedTeam<'_>,
    policy: &Policy,
    profiles: &[ProfileId],
) -> io::Result<()> {
    let people = People::of(prepared);
    page.heading("How long a question waits")?;
    let profiles = &profiles[..profiles.len().min(MOST_WAITING)];
    let replies = Replies::new(prepared.team(), prepared.horizon());
    let place = |id: ProfileId| prepared.profile(id).first_member();
    let mut waits: Vec<(String, Wait)> = Vec::new();
    for &from in profiles {
        for &to in profiles.iter().filter(|to| **to != from) {
            if let Some(wait) = replies.between(place(from), place(to)) {
                waits.push((format!("{} → {}", people.label_in(from, 16), people.label_in(to, 16)), wait));
            }
        }
    }
    // Stable: roster order among equals.
    waits.sort_by(|(_, a), (_, b)| rank(b).partial_cmp(&rank(a)).unwrap_or(std::cmp::Ordering::Equal));
    let shown = if waits.len() <= MOST_ROWS + 1 { waits.len() } else { MOST_ROWS };
    let left = waits.len() - shown;
    let mut table = Table::default();
    table.column("asker → answerer", Align::Left);
    for head in ["at once", "half within", "95% within ", "worst"] {
        table.column(head, Align::Right);
    }
    if let Some(wait) = replies.within_team() {
        row(&mut table, "anyone → whoever is at work", &wait, policy);
    }
    for (who, wait) in &waits[..shown] {
        row(&mut table, who, wait, policy);
    }
    table.print(page, 2)?;
    if left > 0 {
        let more = dates::counted(left as u64, "shorter wait", "shorter waits");
        page.line(&Text::new(Ink::Faint, format!("  … and {more} (all in --format json)")))?;
    }
    page.line(&Text::new(Ink::Faint, format!("  ! over {}", policy.reply_within())))
}

fn row(table: &mut Table, who: &str, wait: &Wait, policy: &Policy) {
    let within = |exact: Option<f64>| match exact {
        Some(exact) => minutes(exact).to_string(),
        None => "never".to_owned(),
    };
    let slow = is_slow(wait, policy);
    let (ink, mark) = if slow { (Ink::Warn, '!') } else { (Ink::Plain, ' ') };
    let worst = wait.worst.map_or("never".to_owned(), |worst| Minutes(worst).to_string());
    table.row(vec![
        vec![who.into()],
        vec![share(wait.none).into()],
        vec![within(wait.p50).into()],
        vec![Text::new(ink, format!("{}{mark}", within(wait.p95)))],
        vec![worst.into()],
    ]);
}
