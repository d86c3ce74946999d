//! What the candidate shares with each teammate: the table, and those with whom it is too little.

use std::cmp::Ordering;
use std::io;

use tzplan::pairs::PairOverlap;
use tzplan::{Minutes, ProfileId, SeasonOverlap};

use super::View;
use crate::text::page::Page;
use crate::text::table::{Align, Cell, Table, first_that_fits};
use crate::words::amounts::Amounts;
use crate::words::dates;
use crate::words::home::Home;
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::people::{PeopleRow, everybody};
use crate::words::shared::Shared;
use crate::words::shown_of;
use crate::words::verdict::shortfall;

/// The most rows.
const MOST_ROWS: usize = 20;
/// The most different amounts in a sentence, and names for each.
const MOST_AMOUNTS: usize = 3;
const MOST_NAMES: usize = 3;
/// How the table is laid out: the first that fits.
const LAYOUTS: [Layout; 4] = [
    Layout { names: 32, places: true, amounts: usize::MAX },
    Layout { names: 24, places: false, amounts: 44 },
    Layout { names: 16, places: false, amounts: 24 },
    Layout { names: 12, places: false, amounts: 18 },
];

#[derive(Clone, Copy, Debug)]
struct Layout {
    names: usize,
    places: bool,
    /// Columns of what is shared.
    amounts: usize,
}

/// The required teammates with whom the target is missed, those who share least first.
pub(super) struct Failing<'v> {
    view: &'v View<'v>,
    profiles: Vec<ProfileId>,
}

pub(super) fn failing<'v>(view: &'v View<'v>) -> Failing<'v> {
    let mut profiles = view.prepared.required().to_vec();
    profiles.retain(|id| !view.pair(*id).meets);
    // Stable: roster order among equals.
    profiles.sort_by(|a, b| worst_first(view.pair(*a), view.pair(*b)));
    Failing { view, profiles }
}

impl Failing<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.profiles.is_empty()
    }

    pub(super) fn names(&self, most: usize) -> String {
        let view = self.view;
        let all = self.heads(&self.profiles) == view.prepared.required_members();
        match (all, self.profiles.len() > most) {
            (true, true) => format!("all{} teammates", view.required_word()),
            _ => view.people.list(&self.profiles, most),
        }
    }

    /// `too little with 2 of 3 teammates: nothing with Ana; at most 1 h a day with Ben. That is up to 4 h …`,
    /// `nothing with Ana: 4 h …`.
    pub(super) fn words(&self) -> String {
        let view = self.view;
        let shown = |id: &ProfileId| {
            let year = &view.pair(*id).year;
            (year.min.floor(), year.max.floor())
        };
        let groups: Vec<&[ProfileId]> = self.profiles.chunk_by(|a, b| shown(a) == shown(b)).collect();
        let amount = |group: &&[ProfileId]| {
            let names = view.people.list(group, MOST_NAMES);
            if let Some(most) = self.most_unlike(group) {
                return format!("at most {most} with {names}");
            }
            match shown(&group[0]) {
                (_, Minutes::ZERO) => format!("nothing with {names}"),
                (Minutes::ZERO, most) => format!("at most {} a day with {names}", length(most)),
                (least, most) if least == most => format!("{} a day with {names}", length(least)),
                (least, most) => format!("{} to {} a day with {names}", length(least), length(most)),
            }
        };
        if let [only] = &groups[..] {
            return format!("{}: {}.", amount(only), self.short());
        }
        let kept = shown_of(groups.len(), MOST_AMOUNTS);
        let mut amounts: Vec<String> = groups[..kept].iter().map(amount).collect();
        let left: usize = groups[kept..].iter().map(|group| self.heads(group)).sum();
        if left > 0 {
            amounts.push(format!("more, but not enough, with {} others", dates::number(left as u64)));
        }
        let count = self.count();
        format!("too little with {count}: {}. That is {}.", amounts.join("; "), self.short())
    }

    /// `1 h on Tue–Fri`: the most of the year of people whose days are not alike in any of their seasons,
    /// where it is the same of all; a mean says nothing of such days.
    fn most_unlike(&self, group: &[ProfileId]) -> Option<String> {
        let home = Home::of(self.view.prepared.horizon());
        let most_of = |id: &ProfileId| {
            let seasons = self.view.pair(*id).seasons.iter();
            let (season, overlap) = seasons.rev().max_by_key(|(_, overlap)| overlap.daily.floor())?;
            let shared = Shared::of(overlap, home.most(season).ahead);
            (!shared.is_even()).then(|| shared.short())
        };
        let first = most_of(group.first()?)?;
        group.iter().all(|id| most_of(id).as_ref() == Some(&first)).then_some(first)
    }

    /// `Ana`, `both teammates`, `2 of 3 teammates`.
    fn count(&self) -> String {
        let (all, those) = (self.view.prepared.required_members(), self.heads(&self.profiles));
        let teammates = format!("{} teammates", self.view.required_word());
        match (those, all) {
            (1, 1) => "the one teammate".to_owned(),
            (2, 2) => format!("both{teammates}"),
            (those, all) if those == all => format!("all {}{teammates}", dates::number(all as u64)),
            _ => format!("{} of {}{teammates}", dates::number(those as u64), dates::number(all as u64)),
        }
    }

    /// `The other 4 teammates are`, `The other teammate is`.
    pub(super) fn others(&self) -> String {
        let (word, those) = (self.view.required_word(), self.heads(&self.profiles));
        match those {
            1 => format!("The other{word} teammate is"),
            those => format!("The other {}{word} teammates are", dates::number(those as u64)),
        }
    }

    /// By how much at worst: `4 h a day less than the target`, `up to 3 h a day less than the 3 h asked of
    /// …`.
    fn short(&self) -> String {
        let missed = || self.profiles.iter().flat_map(|id| missed(self.view.pair(*id)));
        let (least, most) = (missed().map(shortfall).min(), missed().map(shortfall).max());
        let up_to = if least == most { "" } else { "up to " };
        let goals = || missed().map(|overlap| overlap.effective_target.floor());
        let goal = match (goals().min(), goals().max()) {
            (Some(least), most) if Some(least) == most && least < self.view.policy.target() => {
                format!("the {} asked of such short days", length(least))
            }
            _ => "the target".to_owned(),
        };
        match most.unwrap_or_default() {
            Minutes::ZERO => format!("a little less than {goal}"),
            most => format!("{up_to}{} a day less than {goal}", length(most)),
        }
    }

    fn heads(&self, profiles: &[ProfileId]) -> usize {
        self.view.people.heads_of(profiles.iter().copied())
    }
}

pub(super) fn print(page: &mut Page<'_>, view: &View<'_>) -> io::Result<()> {
    let mut profiles = everybody(view.prepared);
    if profiles.is_empty() {
        return Ok(());
    }
    let mut left = Vec::new();
    if profiles.len() > MOST_ROWS + 1 {
        // Stable: roster order among equals.
        profiles.sort_by(|a, b| {
            let optional = |id: &ProfileId| view.people.is_optional(*id);
            optional(a).cmp(&optional(b)).then_with(|| worst_first(view.pair(*a), view.pair(*b)))
        });
        left = profiles.split_off(MOST_ROWS);
    }
    let order = if left.is_empty() { "" } else { ", the least first" };
    page.heading(&format!("With each teammate, at the hours stated{order}"))?;
    let rows = view.people.rows(&profiles, None);
    let tables = LAYOUTS.map(|layout| table(view, &rows, layout));
    tables[first_that_fits(page, &tables, 2)].print(page, 2)?;
    if !left.is_empty() {
        let more = dates::counted(view.people.heads_of(left) as u64, "more person", "more people");
        page.line(&Text::new(Ink::Faint, format!("  … and {more} (all in --format json)")))?;
    }
    Ok(())
}

fn table(view: &View<'_>, rows: &[PeopleRow], layout: Layout) -> Table {
    let horizon = view.prepared.horizon();
    let mut table = Table::default();
    let columns = if layout.places { 4 } else { 3 };
    (0..columns).for_each(|_| table.column("", Align::Left));
    for row in rows {
        let pair = view.pair(row.profile);
        let ink = if pair.meets { Ink::Good } else { Ink::Warn };
        let amounts = Amounts::of(horizon, pair.seasons.iter().map(|(season, overlap)| (*season, overlap)));
        let shared = amounts.words(horizon).unwrap_or_else(|| "nothing".to_owned());
        let shared = if layout.amounts == usize::MAX {
            vec![Text::new(ink, shared)]
        } else {
            Text::new(ink, shared).wrapped(layout.amounts)
        };
        let mut cells: Vec<Cell> = vec![view.people.names().flowed(row.name.clone(), layout.names)];
        if layout.places {
            cells.push(vec![Text::new(Ink::Faint, row.place.clone())]);
        }
        cells.extend([shared, vec![note(pair)]]);
        table.row(cells);
    }
    table
}

/// `1 h less than the target`, `1 h less than the target (grace)`.
fn note(pair: &PairOverlap) -> Text {
    let mut note = Text::default();
    if pair.meets && missed(pair).next().is_none() {
        return Text::new(Ink::Good, "target met");
    }
    if let Some(most) = missed(pair).map(shortfall).max() {
        let short = match most {
            Minutes::ZERO => "a little less than the target".to_owned(),
            most => format!("{} less than the target", length(most)),
        };
        note.push(Ink::Warn, &short);
        if pair.meets {
            note.push(Ink::Faint, " (grace)");
        }
    }
    note
}

/// What is shared in the seasons that miss the target.
fn missed(pair: &PairOverlap) -> impl Iterator<Item = &SeasonOverlap> {
    pair.seasons.iter().map(|(_, overlap)| overlap).filter(|overlap| !overlap.meets)
}

/// As shown: the least of the year, then the most.
fn worst_first(a: &PairOverlap, b: &PairOverlap) -> Ordering {
    let shown = |pair: &PairOverlap| (pair.year.min.floor(), pair.year.max.floor());
    shown(a).cmp(&shown(b))
}
