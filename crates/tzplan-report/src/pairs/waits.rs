//! How long questions block who asks them, pair by pair.

use std::io;

use tzplan::reply::{DatedProfile, Replies, Wait};
use tzplan::{Minutes, Policy, ProfileId};

use super::PairsDocument;
use super::layout::Layout;
use crate::text::page::Page;
use crate::text::table::{Align, Cell, Table};
use crate::words::dates;
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::people::People;
use crate::words::replies::{minutes, share};
use crate::words::shown_of;

/// The most schedules whose waits are looked at: each pair takes a while.
pub(crate) const MOST_WAITING: usize = 24;
/// The most rows.
pub(crate) const MOST_ROWS: usize = 20;
/// The most rows of askers who would take anybody's answer.
const MOST_ASKERS: usize = 8;
/// The figures of the blocked time; those in the middle are left out where there is no room.
const FIGURES: [&str; 5] = ["at once", "on average", "half within", "95% within ", "at worst"];

/// Blocked time: of each pair both ways, of each profile asking whoever is at work, and of the team.
pub(super) fn print(
    document: &PairsDocument<'_>,
    page: &mut Page<'_>,
    profiles: &[ProfileId],
) -> io::Result<()> {
    let PairsDocument { prepared, policy, replies, .. } = document;
    let people = People::of(prepared, page.names());
    page.heading("How long a question blocks the asker, of their own hours")?;
    let mut those = replies.profiles(|_| true);
    let all = those.len();
    // In the order of the profiles, which is that of the other tables.
    let place = |one: &DatedProfile| profiles.iter().position(|profile| *profile == one.profile);
    those.retain(|one| place(one).is_some());
    those.sort_by_key(place);
    those.truncate(MOST_WAITING);
    let mut waits: Vec<(&DatedProfile, &DatedProfile, Wait)> = Vec::new();
    for from in &those {
        for to in those.iter().filter(|to| to.members != from.members) {
            if let Some(wait) = replies.between(from.members[0], to.members[0]) {
                waits.push((from, to, wait));
            }
        }
    }
    // Stable: roster order among equals.
    waits.sort_by(|(_, _, a), (_, _, b)| b.cmp_blocked(a));
    let shown = shown_of(waits.len(), MOST_ROWS);
    let left = waits.len() - shown;
    let within_team = replies.within_team();
    let mut anybody = for_anybody(replies, &those);
    let left = left + anybody.len().saturating_sub(MOST_ASKERS);
    anybody.truncate(MOST_ASKERS);
    Layout::print(page, |layout| {
        let mut table = Table::default();
        table.column("asker → answerer", Align::Left);
        add_figures(&mut table, layout);
        if let Some(wait) = &within_team {
            let anyone =
                if layout.names < 12 { "anyone → at work" } else { "anyone → whoever is at work" };
            table.row(cells(vec![anyone.into()], wait, policy, layout));
        }
        for (from, wait) in &anybody {
            let who = layout.askers(&people, format!("{} → anybody", people.dated(from)));
            table.row(cells(who, wait, policy, layout));
        }
        for (from, to, wait) in &waits[..shown] {
            let who = format!("{} → {}", people.dated(from), people.dated(to));
            table.row(cells(layout.askers(&people, who), wait, policy, layout));
        }
        table
    })?;
    if left > 0 {
        let more = dates::counted(left as u64, "shorter time", "shorter times");
        page.line(&Text::new(Ink::Faint, format!("  … and {more} (all in --format json)")))?;
    }
    if those.len() < all {
        let text = format!("  Questions are looked at among {} of {all} schedules.", those.len());
        page.line(&Text::new(Ink::Faint, text))?;
    }
    page.line(&Text::new(Ink::Faint, format!("  ! over {}", length(policy.reply_within()))))
}

/// The wait of each of them for anybody else, the most blocked first; with two of them their pair says the
/// same.
fn for_anybody<'d>(replies: &Replies, those: &'d [DatedProfile]) -> Vec<(&'d DatedProfile, Wait)> {
    let of = |from: &'d DatedProfile| Some((from, replies.for_anybody(from.members[0], |_| true)?));
    let asking = if those.len() < 3 { &[] } else { those };
    let mut waits: Vec<(&DatedProfile, Wait)> = asking.iter().filter_map(of).collect();
    waits.sort_by(|(_, a), (_, b)| b.cmp_blocked(a));
    waits
}

/// The columns of a wait.
pub(crate) fn add_figures(table: &mut Table, layout: Layout) {
    for head in FIGURES {
        if layout.middle || !FIGURES[1..3].contains(&head) {
            table.column(head, Align::Right);
        }
    }
}

/// The cells of a wait, in the columns of [`add_figures`] behind that of the asker.
pub(crate) fn cells(who: Cell, wait: &Wait, policy: &Policy, layout: Layout) -> Vec<Cell> {
    let within = |exact: Option<f64>| match exact {
        Some(exact) => length(minutes(exact)),
        None => "never".to_owned(),
    };
    let slow = wait.is_over(policy.reply_within());
    let (ink, mark) = if slow { (Ink::Warn, '!') } else { (Ink::Plain, ' ') };
    let worst = wait.blocked.worst.map_or("never".to_owned(), |worst| length(Minutes(worst)));
    let mut cells = vec![who, vec![share(wait.blocked.none).into()]];
    if layout.middle {
        cells.push(vec![within(wait.blocked.mean).into()]);
        cells.push(vec![within(wait.blocked.p50).into()]);
    }
    cells.push(vec![Text::new(ink, format!("{}{mark}", within(wait.blocked.p95)))]);
    cells.push(vec![worst.into()]);
    cells
}
