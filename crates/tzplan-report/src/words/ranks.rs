//! How somebody judged fits, in few words.

use tzplan::Model;
use tzplan::fit::{FitResult, Opening, Rank};

use super::ink::{Ink, Text};
use super::length::length;
use super::people::People;
use super::{clock, dates, pods};

/// The most names of a list of isolated people.
const MOST_NAMES: usize = 3;

/// `fits`, `fits 1½ h later`, `fits by plan`, `async only`.
pub(crate) fn fit(rank: &Rank) -> Text {
    match (rank.result, rank.shift) {
        (FitResult::Fits, _) => Text::new(Ink::Good, "fits"),
        (FitResult::FitsWithShift, None) => Text::new(Ink::Warn, "fits by plan"),
        (FitResult::FitsWithShift, shift) => {
            let mut text = Text::new(Ink::Warn, "fits ");
            text.push(Ink::Warn, &clock::moved(shift.unwrap_or_default().minutes()));
            text
        }
        (FitResult::FitsAsync, _) => Text::new(Ink::Bad, "async only"),
    }
}

/// Why somebody fits or does not, in few words: `all of pod 2 · 1 h a day with pod 1`, `no pod as a whole ·
/// company for Olivia`, `too little with 2 of 3`.
pub(crate) fn why(opening: &Opening, people: &People<'_>, rank: &Rank) -> String {
    let required = opening.prepared().required_members();
    let pods = |places: &[usize]| {
        let word = if places.len() == 1 { "pod" } else { "pods" };
        format!("{word} {}", pods::numbers(places))
    };
    let mut why = Vec::new();
    match (rank.result, &rank.pods[..]) {
        (_, joined @ [_, ..]) => why.push(format!("all of {}", pods(joined))),
        (FitResult::FitsAsync, []) if !opening.pods().is_empty() => why.push("no pod as a whole".to_owned()),
        (FitResult::FitsAsync, []) => match required - rank.peers as usize {
            0 => why.push("enough with each, not with all at once".to_owned()),
            few => why.push(format!("too little with {few} of {required}")),
        },
        (FitResult::Fits, []) if rank.peers as usize == required => {
            why.push("enough with everyone".to_owned());
        }
        // Better than async is what fits an async team; others stay as good.
        (FitResult::Fits, []) if opening.team_before().model == Model::Async => {
            why.push("the team gets better".to_owned());
        }
        (FitResult::Fits, []) if opening.team_before().model == Model::OverlapWithShifts => {
            why.push("enough with days moved, as now".to_owned());
        }
        (FitResult::Fits, []) => why.push("the team stays as good".to_owned()),
        (FitResult::FitsWithShift, []) if opening.team_before().model == Model::Async => {
            why.push("the team gets better then".to_owned());
        }
        (FitResult::FitsWithShift, [])
            if opening.team_before().model == Model::Overlap || rank.plan_asks.is_some() =>
        {
            why.push("enough with everyone then".to_owned());
        }
        (FitResult::FitsWithShift, []) => why.push("the team stays as good then".to_owned()),
    }
    if let Some(others) = rank.others_asked {
        why.push(format!("others move {}", length(others)));
    }
    let bridged: Vec<usize> = rank.bridges.iter().copied().filter(|pod| !rank.pods.contains(pod)).collect();
    if !bridged.is_empty() {
        why.push(format!("1 h a day with {}", pods(&bridged)));
    }
    if !rank.relieves.is_empty() {
        why.push(format!("company for {}", people.list(&rank.relieves, MOST_NAMES)));
    }
    why.join(" · ")
}

/// What is above the places or people who fit, and above those who do with a shift: for a team that has moved
/// days, is in pods or works in writing to fit is no overlap of everybody's days as they are.
pub(crate) fn titles(before: Model) -> [&'static str; 2] {
    match before {
        Model::Overlap => ["Natural overlap", "Overlap with an affordable shift"],
        Model::OverlapWithShifts => {
            ["Overlap as now: days moved by the plan of the team", "Overlap with a further affordable shift"]
        }
        Model::Hybrid => ["Natural overlap with a pod", "Overlap with a pod after an affordable shift"],
        _ => ["The team gets better", "The team gets better with an affordable shift"],
    }
}

/// `works with 5 of 9`, `works with none of 3`: this many of this many required teammates.
pub(crate) fn peers(peers: u32, required: usize) -> String {
    let peers = if peers == 0 { "none".to_owned() } else { dates::number(peers.into()) };
    format!("works with {peers} of {}", dates::number(required as u64))
}
