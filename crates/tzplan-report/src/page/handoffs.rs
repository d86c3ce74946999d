//! Hand-offs: when one's day ends while another is at work.

use tzplan::coverage::handoffs;

use crate::chart::rows::Rows;
use crate::view::View;
use crate::words::shown_of;
use crate::words::{clock, dates, length};

/// The most rows; they are looked for among this many profiles, for their number grows with the square.
const MOST: usize = 24;
const MOST_PROFILES: usize = 40;
/// The most times of one hand-off.
const MOST_TIMES: usize = 3;

/// The section.
pub(super) struct Handoffs {
    pub(super) teaser: String,
    pub(super) about: String,
    pub(super) rows: Vec<HandoffRow>,
    pub(super) left_out: Option<String>,
}

/// Who goes on when somebody stops.
pub(super) struct HandoffRow {
    pub(super) at: String,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) together: String,
}

impl Handoffs {
    /// Of the first season with any; `None` of one person alone and where the team is too large to look.
    pub(super) fn of(view: &View<'_>, rows: &Rows) -> Option<Self> {
        let profiles = view.prepared.required().len();
        if !(2..=MOST_PROFILES).contains(&profiles) {
            return None;
        }
        let seasons = view.prepared.seasons();
        let season = seasons.iter().find(|season| !handoffs(view.prepared, season).is_empty());
        let season = season.or(seasons.first())?;
        let home = view.home.first(season);
        let mut found = handoffs(view.prepared, season);
        // Stable: roster order among equals.
        found.sort_by_key(|handoff| handoff.shared_minutes_per_week);
        let shown = shown_of(found.len(), MOST);
        let listed = found[..shown].iter().map(|handoff| {
            let mut times: Vec<String> =
                handoff.at.iter().map(|at| clock::time(i32::from(at.get()) + home.ahead)).collect();
            times.sort_unstable();
            times.dedup();
            times.truncate(MOST_TIMES);
            HandoffRow {
                at: times.join(", "),
                from: rows.spoken(handoff.from),
                to: rows.spoken(handoff.to),
                together: length::length(handoff.shared_minutes_per_week),
            }
        });
        let left = (found.len() - shown) as u64;
        let none = "None: when one stops, nobody else is at work; what is left has to be written down.";
        let about = format!(
            "When somebody’s day ends while somebody else is at work, so that work can be passed on in \
            person; {}, {}. \
             Those with the least time together come first.",
            view.home.time(),
            view.dates.range(home.first, home.last)
        );
        Some(Self {
            teaser: dates::counted(found.len() as u64, "hand-off", "hand-offs"),
            about: if found.is_empty() { none.to_owned() } else { about },
            rows: listed.collect(),
            left_out: (left > 0).then(|| format!("And {} more.", dates::number(left))),
        })
    }
}
