//! What the candidate does to the team: its model before and after, pods they can join, work that is async.

use tzplan::fit::FitResult;
use tzplan::{Minutes, Model, SeasonOverlap};

use super::View;
use super::teammates::Failing;
use crate::words::dates;
use crate::words::ink::{Ink, Text};
use crate::words::length::{at_least, length};
use crate::words::shared::Shared;
use crate::words::verdict::reached;

/// The most names of a list in a sentence.
const MOST_NAMES: usize = 6;
/// The most pods named.
const MOST_PODS: usize = 3;

/// The team's model before and after, and what everyone shares.
pub(super) fn team(view: &View<'_>) -> String {
    let (before, after) = (view.fit.team_before.model, view.fit.team_after.model);
    let fits = view.fit.result == FitResult::Fits;
    let change = match (before == after, fits) {
        (true, true) => format!("The team stays {}", reached(before)),
        (true, false) => format!("The team would stay {}", reached(before)),
        (false, true) => format!("The team goes from {} to {}", reached(before), reached(after)),
        (false, false) => format!("The team would go from {} to {}", reached(before), reached(after)),
    };
    if view.prepared.required_members() < 2 {
        return format!("{change}.");
    }
    let change = change + &in_pods(view);
    let everyone = &view.document.everyone;
    let (least, with) = (everyone.before.min.floor(), everyone.after.min.floor());
    let (now, then) = shared_at_least(view);
    let shares = if fits { "shares" } else { "would share" };
    match with {
        Minutes::ZERO if least == Minutes::ZERO => format!("{change}."),
        Minutes::ZERO => {
            let never = everyone.after.max.floor() == Minutes::ZERO;
            let at_times = if never { "" } else { "at times " };
            format!("{change}: {at_times}everyone {shares} nothing, where now it is {now}.")
        }
        with if with == least => {
            format!("{change}: everyone {shares} {then}, as now.")
        }
        _ => format!("{change}: everyone {shares} {then}, now {}.", length(least)),
    }
}

/// ` (9 of 10 people in a pod, now 7 of 9)`, of a team in pods that stays in pods.
fn in_pods(view: &View<'_>) -> String {
    let (before, after) = (view.fit.team_before, view.fit.team_after);
    let members = view.prepared.required_members() as u64;
    match (before.model, after.model, before.sharing, after.sharing) {
        (Model::Hybrid, Model::Hybrid, Some(now), Some(then)) => {
            let (now, then) = (dates::number(now.into()), dates::number(then.into()));
            let (of, with) = (dates::number(members), dates::number(members + 1));
            format!(" ({then} of {with} people in a pod, now {now} of {of})")
        }
        _ => String::new(),
    }
}

/// What everyone shares at the least of the year, without the candidate and with them: `5 h a day or more`.
pub(super) fn shared_at_least(view: &View<'_>) -> (String, String) {
    let everyone = &view.document.everyone;
    let even = |overlap: &SeasonOverlap| Shared::of(overlap, 0).is_even();
    let (now, then) = (
        everyone.seasons.iter().all(|(_, now, _)| even(now)),
        everyone.seasons.iter().all(|(_, _, then)| even(then)),
    );
    (at_least(everyone.before.min, now), at_least(everyone.after.min, then))
}

/// With whom work would be async.
pub(super) fn apart(failing: &Failing<'_>) -> String {
    if failing.is_empty() {
        return "With each teammate alone the target is met; with all of them at once it is not, and work \
                with everyone together would have to be async."
            .to_owned();
    }
    format!("Work with {} would have to be async.", failing.names(MOST_NAMES))
}

/// The pods of a hybrid team that they can join: `pod 1 (Ana and Ben): the target is met with all of it.`
pub(super) fn pods(view: &View<'_>) -> String {
    let joined = &view.fit.pods;
    let all_of = if joined.len() == 1 { "it" } else { "each" };
    format!("{}: the target is met with all of {all_of}.", named(view, joined, "or"))
}

/// The pods, besides those that they can join, in which they share an hour a day with everybody.
pub(super) fn bridges(view: &View<'_>) -> Option<String> {
    let (pods, bridges) = (&view.fit.pods, &view.fit.bridges);
    let others: Vec<usize> = bridges.iter().copied().filter(|place| !pods.contains(place)).collect();
    if others.is_empty() {
        return None;
    }
    let bridge = match (others.len(), bridges.len()) {
        (_, 1) => "",
        (1, _) => ", too: a bridge between pods",
        _ => ": a bridge between pods",
    };
    let (name, all_of) = (view.subject(), named(view, &others, "and"));
    let stated = if view.fit.shift.is_some() { "At the hours stated " } else { "" };
    let name = if stated.is_empty() { name } else { view.name() };
    Some(format!("{stated}{name} shares an hour a day or more with all of {all_of} all year{bridge}."))
}

/// The isolated people with whom they meet the target.
pub(super) fn relieves(view: &View<'_>) -> Option<String> {
    let relieved = &view.fit.relieves;
    (!relieved.is_empty()).then(|| {
        let names = view.people.list(relieved, MOST_NAMES);
        match relieved.len() {
            1 => format!(
                "{names}, who shares a pod with nobody, would have somebody to work with: the two meet \
                 the target."
            ),
            _ => format!(
                "{names}, who share a pod with nobody, would each have somebody to work with: two by two \
                 they meet the target."
            ),
        }
    })
}

/// Some pods with who is in them: `pod 1 (Ana and Ben) or pod 3 (Kai)`.
fn named(view: &View<'_>, places: &[usize], or: &str) -> String {
    let pod =
        |place: &usize| format!("pod {} ({})", place + 1, view.people.list(&view.pods()[*place], MOST_NAMES));
    let mut words: Vec<String> = places.iter().take(MOST_PODS).map(pod).collect();
    if places.len() > MOST_PODS {
        words.push(format!("{} more", places.len() - MOST_PODS));
    }
    words.join(&format!(" {or} "))
}

/// Where the pods of the team may not be the best ones there are.
pub(super) fn best_found(view: &View<'_>) -> Option<Text> {
    let pods = view.document.candidate.opening().partition().filter(|pods| !pods.exact)?;
    let split = dates::counted(pods.pods.len() as u64, "pod is", "pods are");
    let text = format!("The {split} the best split found; there may be a better one.");
    Some(Text::new(Ink::Faint, text))
}

impl View<'_> {
    /// `Ana`, `both teammates`, `each of 12 required teammates`.
    pub(super) fn everybody(&self) -> String {
        let required = self.prepared.required_members();
        match (required, self.prepared.required()) {
            (1, [only]) => self.people.first(*only),
            (2, _) => format!("both{} teammates", self.required_word()),
            (many, _) => format!("each of {}{} teammates", dates::number(many as u64), self.required_word()),
        }
    }

    /// Says that only some teammates are meant, where there are others.
    pub(super) fn required_word(&self) -> &'static str {
        if self.prepared.required_members() < self.prepared.team().len() { " required" } else { "" }
    }
}
