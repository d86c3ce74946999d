//! The verdict and its reasons.

use tzplan::Model;
use tzplan::days_off::DaysOff;
use tzplan::reply::Replies;
use tzplan::stays::ShortStay;

use super::rich::Rich;
use crate::plan::text::{evidence, steps, summary};
use crate::plan::view::View;
use crate::pods::rows;
use crate::words::dates;
use crate::words::ink::{Ink, Text};

/// The most pods listed.
const MOST_PODS: usize = 12;

/// What the page opens with.
pub(super) struct Verdict {
    /// `good`, `warn` or `bad`.
    pub(super) tone: &'static str,
    pub(super) heading: Rich,
    pub(super) sentences: Vec<Rich>,
    /// Figures with their labels.
    pub(super) figures: Vec<(&'static str, String)>,
    /// Evidence with its labels.
    pub(super) evidence: Vec<(&'static str, Rich)>,
    pub(super) pods: Vec<Rich>,
    /// Bridges, and pods that are not listed.
    pub(super) notes: Vec<Rich>,
}

impl Verdict {
    pub(super) fn of(view: &View<'_>, off: &DaysOff, stays: &[ShortStay], replies: &Replies) -> Self {
        let (plan, year) = (view.plan, view.plan.year());
        let tone = match plan.verdict().model {
            Model::Overlap if plan.verdict().night.carries_overlap => "warn",
            Model::Overlap => "good",
            Model::OverlapWithShifts | Model::Hybrid => "warn",
            Model::Async => "bad",
        };
        let mut figures = vec![("target a day", plan.policy().target().to_string())];
        if view.prepared.required_members() > 1 {
            figures = vec![
                ("least a day", year.min.to_string()),
                ("usually", year.usual.to_string()),
                ("most", year.max.to_string()),
                ("target", plan.policy().target().to_string()),
            ];
        }
        let lines = next_steps(view).into_iter().chain(evidence::lines(view, off, stays, replies));
        let (pods, notes) = pods_of(view);
        Self {
            tone,
            heading: Rich::from(&summary::heading(view)),
            sentences: summary::sentences(view).iter().map(Rich::from).collect(),
            figures,
            evidence: lines.filter_map(|(label, text)| Some((label, Rich::from(&text?)))).collect(),
            pods,
            notes,
        }
    }
}

/// What the team could do, with the flag that shows it, and what targets it can have.
fn next_steps(view: &View<'_>) -> Vec<(&'static str, Option<Text>)> {
    if view.plan.verdict().model == Model::Overlap || view.prepared.required_members() < 2 {
        return Vec::new();
    }
    let line = |line: steps::StepLine| {
        let mut text = line.text;
        if let Some(flag) = line.flag {
            text.push(Ink::Faint, &format!(" ({flag})"));
        }
        text
    };
    let mut lines: Vec<Text> = steps::lines(view).into_iter().map(line).collect();
    if lines.is_empty() {
        lines.push(steps::none().into());
    }
    lines.extend(steps::unsure(view).map(Text::from));
    let could = lines.into_iter().map(|text| ("You could", Some(text)));
    could.chain([("Reach", steps::reach(view).map(Text::from))]).collect()
}

fn pods_of(view: &View<'_>) -> (Vec<Rich>, Vec<Rich>) {
    let Some(found) = &view.plan.verdict().pods else { return (Vec::new(), Vec::new()) };
    let count = found.pods.len();
    let shown = if count <= MOST_PODS + 1 { count } else { MOST_PODS };
    let members = |place: usize| rows::members(&view.people, found, place, view.plan.pod_years().get(place));
    let listed = (0..shown).map(|place| Rich::from(&members(place)));
    let mut notes = Vec::new();
    if shown < count {
        let left = view.people.heads_of(found.pods[shown..].iter().flatten().copied());
        let more = dates::counted((count - shown) as u64, "more pod", "more pods");
        notes.push(Rich::plain(&format!("And {more} with {}.", dates::people(left))));
    }
    notes.extend(rows::apart(&view.people, found).map(|apart| Rich::plain(&format!("{apart}."))));
    let bridges: Vec<String> = view
        .plan
        .verdict()
        .bridges
        .chunk_by(|a, b| a.to_pod == b.to_pod)
        .take(MOST_PODS)
        .map(|bridges| {
            let profiles: Vec<_> = bridges.iter().map(|bridge| bridge.profile).collect();
            format!("to pod {}, {}", bridges[0].to_pod + 1, view.people.list(&profiles, 4))
        })
        .collect();
    if !bridges.is_empty() {
        let text = format!(
            "Bridges, who share an hour a day or more with all of another pod: {}.",
            bridges.join("; ")
        );
        notes.push(Rich::plain(&text));
    }
    if !found.exact {
        let text = format!("This is the best split found; none has fewer parts than {}.", found.lower_bound);
        notes.push(Rich::plain(&text));
    }
    (listed.collect(), notes)
}
