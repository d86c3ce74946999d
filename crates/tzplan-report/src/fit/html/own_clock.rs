//! A candidate's week on their own clock: when they are at work, and when with whom they would work.

use tzplan::Season;
use tzplan::fit::{Beside, TeamWithCandidates};

use crate::chart::day::Days;
use crate::chart::rows::GroupKind;
use crate::fit::text::View as Candidate;
use crate::html::day::name;
use crate::html::rich::Rich;
use crate::view::View;
use crate::words::clock;
use crate::words::length::daily;
use crate::words::periods::by_value;

/// The most parts of the year told apart.
const MOST_PARTS: usize = 4;

/// What a card says about it, by candidate: the label, and its sentences.
pub(super) fn facts(
    view: &View<'_>,
    days: &Days,
    joined: &TeamWithCandidates,
    candidates: &[Candidate<'_>],
) -> Vec<(Rich, Vec<Rich>)> {
    let seasons = view.prepared.seasons_of(&days.profiles);
    let of = |(place, candidate): (usize, &Candidate<'_>)| {
        let label = format!("The week on the clock of {}", candidate.whereabouts());
        let hours =
            seasons.iter().map(|season| (*season, together(view, joined, candidate, (place, season))));
        let mut parts = by_value(hours, view.prepared.horizon());
        let left = parts.len().saturating_sub(MOST_PARTS);
        parts.truncate(MOST_PARTS);
        let mut sentences: Vec<Rich> = parts
            .iter()
            .map(|(words, periods)| match periods.in_full() {
                always if always.is_empty() => Rich::plain(&format!("{words}.")),
                dates => Rich::plain(&format!("{words}, {dates}.")),
            })
            .collect();
        if left > 0 {
            sentences.push(Rich::plain(&format!("And other hours in {left} more parts of the year.")));
        }
        (Rich::plain(&label), sentences)
    };
    candidates.iter().enumerate().map(of).collect()
}

/// `with pod 1 10:00–14:00 (4 h)`.
fn together(
    view: &View<'_>,
    joined: &TeamWithCandidates,
    candidate: &Candidate<'_>,
    (place, season): (usize, &Season),
) -> String {
    let Beside { pod, overlap, .. } = joined.beside(place, candidate.fit, season);
    let ahead = view.prepared.week(joined.candidate(place), season).minutes_ahead();
    let whom = pod.map_or_else(|| "everyone".to_owned(), |pod| name(GroupKind::Pod(pod)).to_lowercase());
    match &overlap.windows[..] {
        [] => format!("Never at work together with {whom}"),
        windows => {
            let times = clock::joined(&clock::windows(windows, ahead));
            format!("With {whom} {times} ({} a day)", daily(overlap.daily))
        }
    }
}
