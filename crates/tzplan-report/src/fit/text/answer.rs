//! The answer in capitals, and the sentences that say what it means.

use tzplan::fit::FitResult;
use tzplan::{Minutes, Model};

use super::View;
use super::hours::{shift, stated_night, trap};
use super::plan::asks;
use super::team::{apart, best_found, bridges, pods, relieves, team};
use super::teammates::{Failing, failing};
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::pods::numbers;
use crate::words::ranks::peers;
use crate::words::verdict::reached;

/// The most names of a list in a sentence.
pub(super) const MOST_NAMES: usize = 6;

/// `FITS WITH A SHIFT of ½ h, works with 2 of 3`.
pub(crate) fn heading(view: &View<'_>) -> Text {
    let mut text = match view.fit.result {
        FitResult::Fits => {
            let night = view.fit.stated_night_minutes_per_week;
            let as_they_are = night == Minutes::ZERO && moved_by_plan(view).is_none();
            let ink = if as_they_are { Ink::Good } else { Ink::Warn };
            let mut text = Text::new(ink, "FITS");
            if night > Minutes::ZERO {
                text.push(Ink::Strong, &format!(", with {} a week at night", length(night)));
            }
            if let Some(by) = moved_by_plan(view) {
                let own = format!(", by the plan of the team (their own day moves by up to {})", length(by));
                text.push(Ink::Strong, &own);
            }
            text
        }
        FitResult::FitsWithShift => {
            let mut text = Text::new(Ink::Warn, "FITS WITH A SHIFT");
            match &view.fit.shift {
                Some(moved) => text.push(Ink::Strong, &format!(" of {}", length(moved.shift.length()))),
                None => text.push(Ink::Strong, ", by the plan of the team"),
            }
            text
        }
        FitResult::FitsAsync => Text::new(Ink::Bad, "FITS ASYNC ONLY"),
    };
    if view.prepared.required_members() > 0 && !view.schedule().is_empty() {
        text.push(Ink::Strong, &format!(": {}", works_with(view)));
    }
    text
}

/// By how much the plan of the team moves the day of somebody who fits without a shift of their own: the team
/// overlaps with shifts already, and they take part in these.
pub(super) fn moved_by_plan(view: &View<'_>) -> Option<Minutes> {
    let by = view.fit.asked.candidate;
    (view.fit.result == FitResult::Fits && view.fit.plan.is_some() && by > Minutes::ZERO).then_some(by)
}

/// ` (25 h a week at night)`, of one who fits at stated hours, to stand behind the name.
pub(crate) fn nights(view: &View<'_>) -> String {
    match (view.fit.result, view.fit.stated_night_minutes_per_week) {
        (FitResult::Fits, night) if night > Minutes::ZERO => format!(" ({} a week at night)", length(night)),
        _ => String::new(),
    }
}

/// `works with 5 of 9 (pod 1)`, `works with none of 3`: with whom the target is met as a pair, at stated
/// hours.
fn works_with(view: &View<'_>) -> String {
    let pods = match &view.fit.pods[..] {
        [] => String::new(),
        [_] => format!(" (pod {})", numbers(&view.fit.pods)),
        _ => format!(" (pods {})", numbers(&view.fit.pods)),
    };
    // Pods are those they can join, after the shift; peers are as stated.
    let moves = view.fit.shift.is_some() || moved_by_plan(view).is_some();
    let stated = if moves { " at the hours stated" } else { "" };
    format!("{}{stated}{pods}", peers(view.fit.peers(), view.prepared.required_members()))
}

pub(super) fn sentences(view: &View<'_>) -> Vec<Text> {
    if view.schedule().is_empty() {
        return vec![format!("{} has no working hours.", view.subject()).into()];
    }
    if view.prepared.required_members() == 0 {
        let text =
            format!("{} would be the first: nobody is on the team to share hours with.", view.subject());
        return vec![text.into()];
    }
    let failing = failing(view);
    let mut sentences = answered(view, &failing);
    if let Some(night) = stated_night(view).filter(|_| view.fit.result != FitResult::Fits) {
        sentences.insert(1, night);
    }
    sentences.extend(asks(view));
    sentences.extend(bridges(view).map(Text::from));
    sentences.extend(relieves(view).map(Text::from));
    sentences.extend(best_found(view));
    sentences
}

fn answered(view: &View<'_>, failing: &Failing<'_>) -> Vec<Text> {
    match (view.fit.result, view.fit.team_before.model) {
        (FitResult::Fits, Model::Hybrid) => joins(view, failing),
        (FitResult::Fits, Model::Async) => improves(view, failing),
        (FitResult::Fits, _) => vec![shares(view, failing).into(), team(view).into()],
        (FitResult::FitsWithShift, _) => with_shift(view, failing),
        (FitResult::FitsAsync, _) => async_only(view, failing),
    }
}

/// Into a pod of a hybrid team.
fn joins(view: &View<'_>, failing: &Failing<'_>) -> Vec<Text> {
    let mut sentences = vec![format!("{} can join {}", view.introduction(), pods(view)).into()];
    if !failing.is_empty() {
        let (few, they) =
            (failing.others(), if view.fit.pods.len() == 1 { "that pod" } else { "these pods" });
        let yes = format!(
            "That is why it is a yes: a pod works together, and in writing with everybody else. {few} not in \
             {they}; {} shares {}",
            view.name(),
            failing.words()
        );
        sentences.push(yes.into());
    }
    sentences.push(team(view).into());
    sentences
}

/// To an async team, which gets a better model.
fn improves(view: &View<'_>, failing: &Failing<'_>) -> Vec<Text> {
    let (before, after) = (reached(view.fit.team_before.model), reached(view.fit.team_after.model));
    let mut sentences =
        vec![format!("{} takes the team from {before} to {after}.", view.introduction()).into()];
    let peers = view.prepared.required().iter().copied().filter(|id| view.pair(*id).meets);
    let peers: Vec<_> = peers.collect();
    if !peers.is_empty() {
        let names = view.people.list(&peers, MOST_NAMES);
        sentences.push(format!("The target is met with {names}.").into());
    }
    if !failing.is_empty() {
        sentences.push(format!("{} shares {}", view.subject(), failing.words()).into());
    }
    sentences
}

fn with_shift(view: &View<'_>, failing: &Failing<'_>) -> Vec<Text> {
    let mut sentences = vec![Text::from(shares(view, failing))];
    match &view.fit.shift {
        Some(moved) => sentences.push(shift(view, moved)),
        None => {
            let by_plan = "No shift of their own day alone makes it fit; with the shifts below it does.";
            sentences.extend([by_plan.into(), team(view).into()]);
        }
    }
    let (before, after) = (view.fit.team_before.model, view.fit.team_after.model);
    if before == Model::Hybrid {
        sentences.push(format!("With it {} can join {}", view.name(), pods(view)).into());
    }
    if let Some(with) = view.fit.team_after_shift.map(|standing| standing.model) {
        let change = match with == before {
            true => format!("With it the team stays {}.", reached(before)),
            false => format!("With it the team goes from {} to {}.", reached(before), reached(with)),
        };
        sentences.push(change.into());
    }
    if view.fit.shift.is_some() && after > before {
        let change = format!("Without it the team would go from {} to {}.", reached(before), reached(after));
        sentences.push(change.into());
    }
    sentences
}

fn async_only(view: &View<'_>, failing: &Failing<'_>) -> Vec<Text> {
    let mut sentences = vec![Text::from(shares(view, failing))];
    match view.pods().len() {
        0 => {}
        1 => sentences.push("With the team's pod as a whole the target is not met.".into()),
        many => {
            let none = format!("Of the {many} pods of the team the target is met with none as a whole.");
            sentences.push(none.into());
        }
    }
    sentences.extend([team(view).into(), apart(failing).into(), trap(view)]);
    sentences
}

/// What they share with the teammates, pair by pair.
fn shares(view: &View<'_>, failing: &Failing<'_>) -> String {
    let start = view.introduction();
    if !failing.is_empty() {
        return format!("{start} shares {}", failing.words());
    }
    let shown = |year: tzplan::PerDay| year.floor();
    let least = view.fit.teammates.iter().map(|mate| shown(mate.year_min)).min().unwrap_or_default();
    let always = view
        .prepared
        .required()
        .iter()
        .all(|id| shown(view.pair(*id).year.min) == least && shown(view.pair(*id).year.max) == least);
    let or_more = if always { "" } else { " or more" };
    let enough = match (least >= view.policy.target(), view.prepared.required()) {
        (true, _) => "",
        (false, required) => {
            let in_grace = |id: &tzplan::ProfileId| view.pair(*id).seasons.iter().any(|(_, s)| !s.meets);
            match required.iter().any(in_grace) {
                true => ": the target is met but for days of grace",
                false => ": all that is asked of such short days",
            }
        }
    };
    format!("{start} shares {} a day{or_more} with {}{enough}.", length(least), view.everybody())
}
