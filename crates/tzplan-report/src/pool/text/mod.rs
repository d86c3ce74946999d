//! The page about a ranked pool.

use std::io;

use tzplan::fit::{FitResult, Opening, Rank, SortBy};
use tzplan::{MemberRef, Minutes};

use super::{Pool, PoolDocument};
use crate::text::table::{Align, Cell, Table, first_that_fits};
use crate::text::{Page, head};
use crate::words::ink::{Ink, Text};
use crate::words::length::{length, long};
use crate::words::people::{Names, People};
use crate::words::pods::{self, PodColumns};
use crate::words::replies::minutes;
use crate::words::{clock, dates, people};

/// The most rows.
const MOST_ROWS: usize = 50;
/// Columns the pool's name may take.
const SOURCE: usize = 40;
/// Columns of a name or a place; a narrow table breaks them between words.
const NAME: usize = 48;
/// How the table is laid out: the first that fits.
const LAYOUTS: [Layout; 7] = [
    Layout { names: 32, places: 20, list: 40, hours: true, wait: true },
    Layout { names: 24, places: 16, list: 24, hours: true, wait: true },
    Layout { names: 16, places: 14, list: 16, hours: true, wait: true },
    Layout { names: 16, places: 14, list: 16, hours: true, wait: false },
    Layout { names: 14, places: 12, list: 10, hours: true, wait: false },
    Layout { names: 14, places: 12, list: 10, hours: false, wait: false },
    Layout { names: 10, places: 10, list: 8, hours: false, wait: false },
];

#[derive(Clone, Copy, Debug)]
struct Layout {
    names: usize,
    places: usize,
    /// Columns of a list of names.
    list: usize,
    hours: bool,
    wait: bool,
}

pub(super) fn print(document: &PoolDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let PoolDocument { opening, ref pool, hubs, context } = *document;
    head::print(page, opening.prepared(), context)?;
    page.blank()?;
    head::verdict(page, &heading(pool), opening.policy().target())?;
    for sentence in sentences(opening, pool, page.names()) {
        page.paragraph(2, &sentence.into())?;
    }
    let listed: Vec<(MemberRef<'_>, &Rank)> = pool.ranking.iter().take(MOST_ROWS).collect();
    if listed.is_empty() {
        return Ok(());
    }
    page.blank()?;
    let alone = opening.prepared().required_members() == 0;
    let people = People::of(opening.prepared(), page.names());
    let pods = PodColumns::of(opening, listed.iter().map(|(_, rank)| *rank));
    let tables = LAYOUTS.map(|layout| table(&people, pods, document, &listed, layout));
    let fitting = first_that_fits(page, &tables, 0);
    tables[fitting].print(page, 0)?;
    if listed.len() < pool.results.total() {
        let left = (pool.results.total() - listed.len()) as u64;
        let more = dates::counted(left, "more candidate", "more candidates");
        let cut_short = pool.ranking.iter().len() < pool.results.total();
        let how = if cut_short { "a larger --top lists more" } else { "--format csv or json lists all" };
        let text = format!("… and {more} ({how})");
        page.paragraph(0, &Text::new(Ink::Faint, text))?;
    }
    if alone {
        return Ok(());
    }
    page.blank()?;
    let mut legend = legend(opening, LAYOUTS[fitting], any_night(&listed));
    if !hubs.names.is_empty() {
        legend.push_str(" hub: the one of them that suits best, by which a candidate is ranked.");
    }
    if pods.any {
        legend.push_str(&pods::legend(opening, &people, pods));
    }
    page.paragraph(0, &Text::new(Ink::Faint, legend))
}

/// `2 FIT, 1 WITH A SHIFT, 3 ASYNC ONLY`.
fn heading(pool: &Pool<'_>) -> Text {
    let bands = [
        (pool.results.fits, Ink::Good, "FIT"),
        (pool.results.fits_with_shift, Ink::Warn, "WITH A SHIFT"),
        (pool.results.fits_async, Ink::Bad, "ASYNC ONLY"),
    ];
    let mut text = Text::default();
    for (count, ink, words) in bands {
        let comma = if text.is_empty() { "" } else { ", " };
        text.push(Ink::Strong, &format!("{comma}{} ", dates::number(count as u64)));
        text.push(ink, words);
    }
    text
}

fn sentences(opening: &Opening, pool: &Pool<'_>, names: Names) -> Vec<String> {
    let source = match names.fit(pool.source, SOURCE) {
        none if none.is_empty() => "the pool".to_owned(),
        source => source,
    };
    let mut sentences = Vec::new();
    if pool.results.total() == 0 {
        sentences.push(format!("There are no candidates in {source}."));
    } else {
        let candidates = dates::counted(pool.results.total() as u64, "candidate", "candidates");
        let first = match pool.sort {
            SortBy::Fit => "the best",
            SortBy::Bridges => "who bridges most pods",
        };
        let alike = match pool.profiles {
            all if all >= pool.results.total() => String::new(),
            few => format!(" with {}", dates::counted(few as u64, "schedule", "different schedules")),
        };
        sentences.extend(best(opening, pool, names));
        sentences.push(format!("{candidates} in {source}{alike}; {first} first."));
    }
    if pool.skipped > 0 {
        let (rows, were) = (
            dates::counted(pool.skipped as u64, "row", "rows"),
            if pool.skipped == 1 { "was" } else { "were" },
        );
        sentences.push(format!("{rows} with faults {were} skipped."));
    }
    if opening.prepared().required_members() == 0 {
        sentences.push("Nobody is on the team: there is nobody to share hours with.".to_owned());
    }
    sentences
}

/// `Hannah Weber in Berlin comes first: fits, works with 5 of 9.`
fn best(opening: &Opening, pool: &Pool<'_>, names: Names) -> Option<String> {
    let (candidate, rank) = pool.ranking.iter().next()?;
    let required = opening.prepared().required_members();
    if required == 0 {
        return None;
    }
    let peers = if rank.peers == 0 { "none".to_owned() } else { dates::number(rank.peers.into()) };
    let night = match rank.night_minutes_per_week {
        Minutes::ZERO => String::new(),
        night => format!(", {} of work a week at night", length(night)),
    };
    Some(format!(
        "{} in {} comes first: {}, works with {peers} of {}{night}.",
        name(pool, candidate, names),
        where_from(candidate, names),
        result(rank).render(false),
        dates::number(required as u64)
    ))
}

fn table(
    people: &People<'_>,
    pods: PodColumns,
    PoolDocument { opening, pool, hubs, .. }: &PoolDocument<'_>,
    listed: &[(MemberRef<'_>, &Rank)],
    layout: Layout,
) -> Table {
    let required = opening.prepared().required_members();
    let names = people.names();
    let any = !hubs.names.is_empty();
    let mut table = Table::default();
    let columns = [
        ("", Align::Right, true),
        ("candidate", Align::Left, true),
        ("place", Align::Left, true),
        ("result", Align::Left, true),
        ("hub", Align::Left, any),
        ("works with", Align::Left, required > 0 && !any),
        ("pods", Align::Left, pods.any),
        ("bridges", Align::Left, pods.any),
        ("shared", Align::Right, required > 0 && layout.hours),
        ("night", Align::Right, any_night(listed)),
        ("blocked ", Align::Right, required > 0 && layout.wait),
        ("relieves", Align::Left, pods.relieves),
    ];
    for (head, align, _) in columns.into_iter().filter(|(_, _, shown)| *shown) {
        table.column(head, align);
    }
    for (place, (candidate, rank)) in listed.iter().enumerate() {
        let slow = rank.blocked_p95.is_none_or(|p95| p95 > f64::from(opening.policy().reply_within().get()));
        let (ink, mark) = if slow { (Ink::Warn, '!') } else { (Ink::Plain, ' ') };
        let wait = rank.blocked_p95.map_or_else(|| "never".to_owned(), |p95| length(minutes(p95)));
        let night = rank.night_minutes_per_week;
        let hub = hubs.name(candidate.schedule_id()).map(|hub| names.fit(hub, NAME)).unwrap_or_default();
        let name = Text::new(Ink::Strong, name(pool, *candidate, names));
        let cells: [Cell; 12] = [
            vec![Text::new(Ink::Faint, dates::number(place as u64 + 1))],
            names.flowed(name, layout.names),
            names.flowed(where_from(*candidate, names), layout.places),
            vec![result(rank)],
            names.flowed(hub, layout.places),
            vec![
                format!("{} of {}", dates::number(rank.peers.into()), dates::number(required as u64)).into(),
            ],
            vec![pods::numbers(&rank.pods).into()],
            vec![pods::numbers(&rank.bridges).into()],
            vec![long(rank.worst_overlap_sum.for_each_of(required)).into()],
            vec![Text::new(if night > Minutes::ZERO { Ink::Warn } else { Ink::Plain }, length(night))],
            vec![Text::new(ink, format!("{wait}{mark}"))],
            pods::relieved(people, &rank.relieves, layout.list),
        ];
        let shown = cells.into_iter().zip(columns).filter(|(_, (_, _, shown))| *shown);
        table.row(shown.map(|(cell, _)| cell).collect());
    }
    table
}

/// Whether somebody listed works at night.
fn any_night(listed: &[(MemberRef<'_>, &Rank)]) -> bool {
    listed.iter().any(|(_, rank)| rank.night_minutes_per_week > Minutes::ZERO)
}

/// `fits`, `fits 1½ h later`, `fits by plan`, `async only`.
fn result(rank: &Rank) -> Text {
    match (rank.result, rank.shift) {
        (FitResult::Fits, _) => Text::new(Ink::Good, "fits"),
        (FitResult::FitsWithShift, None) => Text::new(Ink::Warn, "fits by plan"),
        (FitResult::FitsWithShift, shift) => {
            let mut text = Text::new(Ink::Warn, "fits ");
            text.push(Ink::Warn, &clock::moved(shift.unwrap_or_default().minutes()));
            text
        }
        (FitResult::FitsAsync, _) => Text::new(Ink::Bad, "async only"),
    }
}

/// `Rosa`, `row 12` for somebody without a name.
fn name(pool: &Pool<'_>, candidate: MemberRef<'_>, names: Names) -> String {
    match names.fit(candidate.name(), NAME) {
        none if none.is_empty() => match (pool.row)(candidate.index()) {
            Some(row) => format!("row {row}"),
            None => format!("candidate {}", candidate.index() + 1),
        },
        name => name,
    }
}

/// `Lima`, `Lima +1` for somebody with hours in two places.
fn where_from(candidate: MemberRef<'_>, names: Names) -> String {
    let posts = candidate.schedule().posts();
    let tail = if posts.len() > 1 { format!(" +{}", posts.len() - 1) } else { String::new() };
    names.fit(&people::place_of(candidate), NAME) + &tail
}

fn legend(opening: &Opening, layout: Layout, nights: bool) -> String {
    let policy = opening.policy();
    let mut legend = format!(
        "works with: required teammates with whom {} a day is shared as a pair, at stated hours.",
        length(policy.target())
    );
    if layout.hours {
        legend.push_str(
            " shared: a day with a required teammate at the least of the year, on average over them.",
        );
    }
    if nights {
        legend.push_str(" night: night work a week, at stated hours.");
    }
    if layout.wait {
        let most: Minutes = policy.reply_within();
        legend.push_str(&format!(
            " blocked: 95% of the questions cost the asker no more of their own working time, in the slower direction (! over {}).",
            length(most)
        ));
    }
    legend
}
