//! The candidates as a table.

use tzplan::fit::{Opening, Rank};
use tzplan::{MemberRef, Minutes};

use super::words::{NAME, name, where_from};
use crate::pool::PoolDocument;
use crate::text::table::{Align, Cell, Table};
use crate::words::dates;
use crate::words::ink::{Ink, Text};
use crate::words::length::{length, long};
use crate::words::people::People;
use crate::words::ranks::{fit, why};
use crate::words::replies::minutes;

/// How the table is laid out: the first that fits.
pub(super) const LAYOUTS: [Layout; 7] = [
    Layout { names: 32, places: 20, why: 60, hours: true, wait: true },
    Layout { names: 24, places: 16, why: 36, hours: true, wait: true },
    Layout { names: 16, places: 14, why: 24, hours: true, wait: true },
    Layout { names: 16, places: 14, why: 24, hours: true, wait: false },
    Layout { names: 16, places: 14, why: 23, hours: false, wait: false },
    Layout { names: 14, places: 12, why: 18, hours: false, wait: false },
    Layout { names: 10, places: 10, why: 12, hours: false, wait: false },
];

#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    names: usize,
    places: usize,
    /// Columns of why somebody fits or not.
    why: usize,
    hours: bool,
    wait: bool,
}

pub(super) fn table(
    people: &People<'_>,
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
        ("why", Align::Left, required > 0 && !any),
        ("shared", Align::Right, required > 0 && layout.hours),
        ("night", Align::Right, any_night(listed)),
        ("blocked ", Align::Right, required > 0 && layout.wait),
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
        let cells: [Cell; 10] = [
            vec![Text::new(Ink::Faint, dates::number(place as u64 + 1))],
            names.flowed(name, layout.names),
            names.flowed(where_from(*candidate, opening.prepared().horizon(), names), layout.places),
            vec![fit(rank)],
            names.flowed(hub, layout.places),
            vec![
                format!("{} of {}", dates::number(rank.peers.into()), dates::number(required as u64)).into(),
            ],
            names.flowed(why(opening, people, rank), layout.why),
            vec![long(rank.worst_overlap_sum.for_each_of(required)).into()],
            vec![Text::new(if night > Minutes::ZERO { Ink::Warn } else { Ink::Plain }, length(night))],
            vec![Text::new(ink, format!("{wait}{mark}"))],
        ];
        let shown = cells.into_iter().zip(columns).filter(|(_, (_, _, shown))| *shown);
        table.row(shown.map(|(cell, _)| cell).collect());
    }
    table
}

/// Whether somebody listed works at night.
pub(super) fn any_night(listed: &[(MemberRef<'_>, &Rank)]) -> bool {
    listed.iter().any(|(_, rank)| rank.night_minutes_per_week > Minutes::ZERO)
}

pub(super) fn legend(opening: &Opening, layout: Layout, nights: bool) -> String {
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
            " blocked: 95% of the questions cost the asker no more of their own working time, in the \
             slower direction (! over {}).",
            length(most)
        ));
    }
    legend
}
