//! How long questions to anybody of some chosen members block who asks them, asker by asker.

use std::collections::BTreeMap;
use std::io;

use tzplan::reply::Wait;
use tzplan::{PreparedTeam, ProfileId};

use super::PairsDocument;
use super::answerers::{Answerers, ChosenBy};
use super::layout::Layout;
use super::waits::{MOST_ROWS, MOST_WAITING, add_figures, cells};
use crate::text::page::Page;
use crate::text::table::{Align, Table};
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::people::Names;
use crate::words::shown_of;
use crate::words::{changes, dates};

/// Columns a label may take in the heading.
const LABEL: usize = 80;

/// Members of one profile who are, or are not, answerers themselves: nobody answers their own questions.
#[derive(Clone, Copy)]
struct Askers {
    first: usize,
    heads: u64,
}

/// Blocked time of each profile, the longest first.
pub(super) fn print(
    document: &PairsDocument<'_>,
    page: &mut Page<'_>,
    answerers: &Answerers,
    profiles: &[ProfileId],
) -> io::Result<()> {
    let PairsDocument { prepared, policy, replies, .. } = document;
    page.heading(&format!("How long a question to {} blocks the asker", chosen(answerers, page.names())))?;
    let mut only = None;
    let mut waits: Vec<(Askers, Wait)> = Vec::new();
    for askers in askers(prepared, answerers, &profiles[..profiles.len().min(MOST_WAITING)]) {
        if answerers.members().all(|member| member == askers.first) {
            only = Some(askers.first);
        } else if let Some(wait) =
            replies.for_anybody(askers.first, |member| answerers.contains(member.index()))
        {
            waits.push((askers, wait));
        }
    }
    // Stable: roster order among equals.
    waits.sort_by(|(_, a), (_, b)| b.cmp_blocked(a));
    let shown = shown_of(waits.len(), MOST_ROWS);
    let names = page.names();
    Layout::print(page, |layout| {
        let mut table = Table::default();
        table.column("asker", Align::Left);
        add_figures(&mut table, layout);
        for (askers, wait) in &waits[..shown] {
            let label = label(prepared, *askers, names);
            table.row(cells(names.flowed(label, 2 * layout.names), wait, policy, layout));
        }
        table
    })?;
    if shown < waits.len() {
        let more = dates::counted((waits.len() - shown) as u64, "shorter time", "shorter times");
        page.line(&Text::new(Ink::Faint, format!("  … and {more} (all in --format json)")))?;
    }
    if let Some(only) = only {
        let name = label(prepared, Askers { first: only, heads: 1 }, names);
        page.line(&Text::from(format!("  {name} asks nobody: there is no other answerer.")))?;
    }
    page.line(&Text::new(Ink::Faint, format!("  ! over {}", length(policy.reply_within()))))
}

/// The members of some profiles, answerers apart from the others, in roster order of their first.
fn askers(prepared: &PreparedTeam, answerers: &Answerers, profiles: &[ProfileId]) -> Vec<Askers> {
    let mut found: BTreeMap<(ProfileId, bool), Askers> = BTreeMap::new();
    for member in prepared.team().members() {
        let profile = prepared.profile_of(member);
        if profiles.contains(&profile) {
            let first = member.index();
            let key = (profile, answerers.contains(first));
            found.entry(key).or_insert(Askers { first, heads: 0 }).heads += 1;
        }
    }
    let mut all: Vec<Askers> = found.into_values().collect();
    all.sort_by_key(|askers| askers.first);
    all
}

/// `Ana`, `Ana and Ben`, `Ana and 3 more`.
fn label(prepared: &PreparedTeam, askers: Askers, names: Names) -> String {
    let tail = match askers.heads.saturating_sub(1) {
        0 => String::new(),
        others => format!(" and {} like them", dates::number(others)),
    };
    let name = prepared.team().member(askers.first).map_or("", |member| member.name());
    match names.fit(name, LABEL) {
        empty if empty.is_empty() => format!("member {}{tail}", askers.first + 1),
        name => name + &tail,
    }
}

/// `role lead, team Ops or Ana`.
fn chosen(answerers: &Answerers, names: Names) -> String {
    let words = |by: &ChosenBy| match by {
        ChosenBy::Team { name } => format!("team {}", names.fit(name, LABEL)),
        ChosenBy::Role { name } => format!("role {}", names.fit(name, LABEL)),
        ChosenBy::Member(who) => changes::who(who, names),
    };
    let all: Vec<String> = answerers.chosen_by().iter().map(words).collect();
    match &all[..] {
        [] => "nobody".to_owned(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}
