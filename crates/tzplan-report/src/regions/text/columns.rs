//! The columns of a band's table, and which of them a page has room for.

use tzplan::Minutes;
use tzplan::fit::{FitResult, Opening};
use tzplan::regions::Region;

use crate::regions::Shown;
use crate::text::table::{Align, Cell, Table};
use crate::words::ink::{Ink, Text};
use crate::words::length::{length, long};
use crate::words::people::People;
use crate::words::places::{Places, offsets};
use crate::words::{clock, dates, pods};

/// What the tables of all bands share.
pub(super) struct View<'v> {
    pub(super) opening: &'v Opening,
    /// Names of the openings of which one is enough; empty where there is one.
    pub(super) hubs: &'v [String],
    pub(super) shown: Shown,
    pub(super) people: People<'v>,
    /// The team is in pods.
    pub(super) pods: bool,
}

/// The least and the most columns for places.
pub(super) const PLACES: usize = 18;
pub(super) const MOST_PLACES: usize = 60;
/// Columns of a hub, whose name may be this long.
const HUB: usize = 14;
const NAME: usize = 80;
/// Columns of a list of names, and where there is little room; the most of them.
const NAMES: usize = 16;
const FEW: usize = 10;
const MOST_NAMES: usize = 3;
/// How a band is laid out: the first that leaves room for the places; else they stand above their row.
pub(super) const LAYOUTS: [Layout; 9] = [
    Layout { own_hours: true, people: true, shared: true, clock: Clock::Line },
    Layout { own_hours: false, people: true, shared: true, clock: Clock::Line },
    Layout { own_hours: true, people: true, shared: true, clock: Clock::Stacked },
    Layout { own_hours: false, people: true, shared: true, clock: Clock::Stacked },
    Layout { own_hours: false, people: false, shared: true, clock: Clock::Stacked },
    Layout { own_hours: false, people: false, shared: true, clock: Clock::Dated },
    Layout { own_hours: false, people: false, shared: false, clock: Clock::Stacked },
    Layout { own_hours: false, people: false, shared: false, clock: Clock::Dated },
    Layout { own_hours: false, people: false, shared: false, clock: Clock::Undated },
];

#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    /// The hours after the shift.
    own_hours: bool,
    /// How many live there.
    people: bool,
    /// What is shared, but where nothing stands for it: rows rank by teammates before they do by this.
    pub(super) shared: bool,
    clock: Clock,
}

/// How the offsets of a clock are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Clock {
    /// `UTC+1, UTC+2 from 28 Mar to 30 Oct`.
    Line,
    /// The same, one below the other.
    Stacked,
    /// The same with dates as short as they get: `UTC+2 28 Mar–30 Oct`.
    Dated,
    /// Without the dates.
    Undated,
}

/// A region of a table.
pub(super) struct Row<'r> {
    pub(super) region: &'r Region,
    pub(super) places: Places,
    pub(super) population: Option<u64>,
}

/// Where the places of a region stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Where {
    /// Nowhere: the other columns are measured.
    Nowhere,
    /// In a column of this many columns of text.
    Column(usize),
    /// Above the row, on lines of this many columns.
    Above(usize),
}

/// A row for each region.
pub(super) fn table(view: &View<'_>, rows: &[Row<'_>], layout: Layout, places_in: Where) -> Table {
    let prepared = view.opening.prepared();
    let required = prepared.required_members();
    let shifts = rows.iter().any(|row| is_moved(row.region));
    let any = !view.hubs.is_empty();
    let people = layout.people && rows.iter().any(|row| row.population.is_some());
    let columns = [
        ("where", Align::Left, !matches!(places_in, Where::Above(_))),
        ("people", Align::Right, people),
        ("hub", Align::Left, any),
        ("shared", Align::Right, required > 0 && (layout.shared || required == 1 || any)),
        ("works with", Align::Left, required > 1 && !any),
        ("shift", Align::Left, shifts),
        ("joins pod", Align::Left, view.pods),
        ("1 h with pod", Align::Left, view.pods),
        ("company for", Align::Left, rows.iter().any(|row| !row.region.rank.relieves.is_empty())),
        ("clock", Align::Left, true),
    ];
    let names = view.people.names();
    let narrow = matches!(layout.clock, Clock::Dated | Clock::Undated);
    let mut table = Table::default();
    for (head, align, _) in columns.into_iter().filter(|(_, _, shown)| *shown) {
        table.column(head, align);
    }
    for Row { region, places, population } in rows {
        let (rank, offsets) = (&region.rank, offsets(&region.offsets, prepared.horizon()));
        let clocks = match layout.clock {
            Clock::Line => vec![offsets.join(", ")],
            Clock::Stacked => offsets,
            Clock::Dated => offsets.iter().map(|told| shortened(told)).collect(),
            Clock::Undated => {
                offsets.iter().map(|told| told.split(' ').next().unwrap_or(told).to_owned()).collect()
            }
        };
        let peers = format!("{} of {}", dates::number(rank.peers.into()), dates::number(required as u64));
        let hub = view.hubs.get(region.opening).map_or(String::new(), |hub| names.fit(hub, NAME));
        let cells: [Cell; 10] = [
            match places_in {
                Where::Column(room) => places.show(room, clocks.len()),
                Where::Nowhere | Where::Above(_) => Vec::new(),
            },
            vec![population.map(millions).unwrap_or_default().into()],
            names.flowed(hub, HUB),
            vec![long(rank.worst_overlap_sum.for_each_of(required)).into()],
            vec![peers.into()],
            names.flowed(shift(region, layout.own_hours), if narrow { FEW } else { usize::MAX }),
            vec![pods::numbers(&rank.pods).into()],
            vec![pods::numbers(&rank.bridges).into()],
            names.flowed(view.people.list(&rank.relieves, MOST_NAMES), if narrow { FEW } else { NAMES }),
            clocks.into_iter().map(Text::from).collect(),
        ];
        let shown = cells.into_iter().zip(columns).filter(|(_, (_, _, shown))| *shown);
        let above = match places_in {
            Where::Above(room) => places.show(room, 1),
            Where::Nowhere | Where::Column(_) => Vec::new(),
        };
        table.row_under(above, shown.map(|(cell, _)| cell).collect());
    }
    table
}

/// `38 M`, `1.4 M`, `0.6 M`, `12,000`.
fn millions(people: u64) -> String {
    match people {
        ..100_000 => dates::number(people),
        100_000..9_950_000 => {
            format!("{}.{} M", (people + 50_000) / 1_000_000, (people + 50_000) / 100_000 % 10)
        }
        _ => format!("{} M", dates::number((people + 500_000) / 1_000_000)),
    }
}

/// `UTC+2 28 Mar–30 Oct` of `UTC+2 from 28 Mar to 30 Oct`.
fn shortened(told: &str) -> String {
    told.replace(" from ", " ").replace(" to ", "–").replace(" on ", " ")
}

/// Whether somebody there has to move their day to fit: by a shift of their own, or by the plan of the team.
pub(crate) fn is_moved(region: &Region) -> bool {
    let takes_part = region.fit.plan.is_some() && region.fit.asked.candidate > Minutes::ZERO;
    match region.fit.result {
        FitResult::Fits => takes_part,
        FitResult::FitsWithShift => true,
        FitResult::FitsAsync => false,
    }
}

/// `1½ h later`, `1½ h later: 10:30–18:30`, `by plan, 2 h`: the most that the plan of the team moves them.
pub(crate) fn shift(region: &Region, own_hours: bool) -> Text {
    let Some(moved) = &region.fit.shift else {
        let by = region.fit.asked.candidate;
        return match is_moved(region) {
            true if by > Minutes::ZERO => Text::new(Ink::Warn, format!("by plan, {}", length(by))),
            true => Text::new(Ink::Warn, "by plan"),
            false => Text::default(),
        };
    };
    let mut text = Text::new(Ink::Warn, clock::moved(moved.shift.minutes()));
    let hours: Vec<String> = moved.hours.iter().flat_map(clock::weekly).collect();
    if own_hours && let [only] = &hours[..] {
        text.plain(&format!(": {only}"));
    }
    text
}
