//! What each candidate shares with each teammate, as a table.

use crate::fit::text::View;
use crate::html::rich::Rich;
use crate::words::amounts::Amounts;
use crate::words::dates;
use crate::words::ink::{Ink, Text};
use crate::words::people::everybody;

/// The most rows.
const MOST_ROWS: usize = 40;

/// The table.
pub(super) struct Teammates {
    /// Names of the candidates.
    pub(super) heads: Vec<Rich>,
    /// The same as text, for an attribute.
    pub(super) names: Vec<String>,
    pub(super) rows: Vec<Row>,
    /// Whom it leaves out, in words.
    pub(super) more: Option<String>,
}

/// A teammate, or several with one schedule.
pub(super) struct Row {
    pub(super) name: Rich,
    pub(super) place: Rich,
    /// By candidate.
    pub(super) shared: Vec<Rich>,
}

impl Teammates {
    /// `None` where there is nobody to share hours with.
    pub(super) fn of(views: &[View<'_>]) -> Option<Self> {
        let first = views.first()?;
        let mut profiles = everybody(first.prepared);
        if profiles.is_empty() || views.iter().all(|view| view.schedule().is_empty()) {
            return None;
        }
        let left = if profiles.len() > MOST_ROWS + 1 { profiles.split_off(MOST_ROWS) } else { Vec::new() };
        let horizon = first.prepared.horizon();
        let rows = first.people.rows(&profiles, None).into_iter().map(|row| {
            let shared = |view: &View<'_>| {
                let pair = view.pair(row.profile);
                let seasons = pair.seasons.iter().map(|(season, overlap)| (*season, overlap));
                let words = Amounts::of(horizon, seasons).words(horizon);
                let ink = if pair.meets { Ink::Good } else { Ink::Warn };
                Rich::from(
                    &words.map_or_else(|| Text::new(Ink::Bad, "nothing"), |words| Text::new(ink, words)),
                )
            };
            Row {
                name: Rich::name(&row.name),
                place: Rich::name(&row.place),
                shared: views.iter().map(shared).collect(),
            }
        });
        let left = first.people.heads_of(left) as u64;
        Some(Self {
            heads: views.iter().map(|view| Rich::name(view.subject())).collect(),
            names: views.iter().map(|view| view.subject().to_owned()).collect(),
            rows: rows.collect(),
            more: (left > 0).then(|| {
                format!("And {} (all in --format json).", dates::counted(left, "more person", "more people"))
            }),
        })
    }
}
