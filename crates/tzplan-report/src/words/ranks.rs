//! How somebody judged fits, in few words.

use tzplan::fit::{FitResult, Rank};

use super::ink::{Ink, Text};
use super::{clock, dates};

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

/// `works with 5 of 9`, `works with none of 3`: this many of this many required teammates.
pub(crate) fn peers(peers: u32, required: usize) -> String {
    let peers = if peers == 0 { "none".to_owned() } else { dates::number(peers.into()) };
    format!("works with {peers} of {}", dates::number(required as u64))
}
