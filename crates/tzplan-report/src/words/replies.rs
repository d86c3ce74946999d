//! How long questions wait, in words.

use tzplan::reply::{Replies, Wait};
use tzplan::{Minutes, Policy, PreparedTeam, ProfileId};

use super::ink::{Ink, Text};
use super::people::{Names, People};

/// The slowest pair is looked for among so many profiles.
const MOST_PAIRED: usize = 12;

/// The line of a plan: how long a question to the team waits, and between whom it waits longest.
pub(crate) fn line(prepared: &PreparedTeam<'_>, policy: &Policy, names: Names) -> Option<Text> {
    if prepared.required_members() < 2 {
        return None;
    }
    let replies = Replies::new(prepared.team(), prepared.horizon());
    let wait = replies.within_team()?;
    let mut text = Text::from("A question to whoever is at work is ");
    if wait.worst == Some(0) {
        text.plain("always answered at once");
    } else {
        text.plain(&format!("answered at once {} of the time, ", share(wait.none)));
        text.append(&within(&wait, policy));
    }
    if let Some((from, to, slowest)) = slowest(prepared, &replies) {
        let people = People::of(prepared, names);
        text.plain("; slowest, ");
        text.push(Ink::Strong, &format!("{} asking {}", people.first(from), people.first(to)));
        text.plain(": ");
        text.append(&within(&slowest, policy));
    } else if prepared.required().len() > MOST_PAIRED {
        let profiles = prepared.required().len();
        let many = format!(
            " (the slowest pair is not looked for among {profiles} profiles, more than {MOST_PAIRED})"
        );
        text.push(Ink::Faint, &many);
    }
    text.plain(".");
    Some(text)
}

/// `95% within 14:00 (over 4:00), 65:00 at worst`.
pub(crate) fn within(wait: &Wait, policy: &Policy) -> Text {
    let mut text = Text::default();
    match wait.p95 {
        // What is at once needs no second number.
        Some(0.0) => {}
        Some(p95) => text.plain(&format!("95% within {}", minutes(p95))),
        None => text.plain("more than 5% never"),
    }
    if is_slow(wait, policy) {
        text.push(Ink::Warn, &format!(" (over {})", policy.reply_within()));
    }
    let comma = if text.is_empty() { "" } else { ", " };
    match wait.worst {
        Some(worst) => text.plain(&format!("{comma}{} at worst", Minutes(worst))),
        None => text.plain(&format!("{comma}some never")),
    }
    text
}

/// Whether it is beyond what the policy calls fine.
pub(crate) fn is_slow(wait: &Wait, policy: &Policy) -> bool {
    wait.p95.is_none_or(|p95| p95 > f64::from(policy.reply_within().get()))
}

/// A length in whole minutes, rounded up: a wait of no more than that.
pub(crate) fn minutes(exact: f64) -> Minutes {
    Minutes(exact.ceil() as u32)
}

/// A share rounded down: `100%` is all of it.
pub(crate) fn share(share: f64) -> String {
    format!("{:.0}%", (share * 100.0).floor())
}

/// The ordered pair of profiles with the longest p95, then the worst wait; the first of equals.
fn slowest(prepared: &PreparedTeam<'_>, replies: &Replies<'_>) -> Option<(ProfileId, ProfileId, Wait)> {
    let required = prepared.required();
    if !(3..=MOST_PAIRED).contains(&required.len()) {
        return None;
    }
    let mut slowest: Option<(ProfileId, ProfileId, Wait)> = None;
    for &from in required {
        for &to in required.iter().filter(|to| **to != from) {
            let place = |id: ProfileId| prepared.profile(id).first_member();
            let Some(wait) = replies.between(place(from), place(to)) else { continue };
            let longer =
                |known: &Wait| rank(&wait).partial_cmp(&rank(known)).is_some_and(std::cmp::Ordering::is_gt);
            if slowest.as_ref().is_none_or(|(_, _, known)| longer(known)) {
                slowest = Some((from, to, wait));
            }
        }
    }
    slowest
}

/// Never is longer than anything.
pub(crate) fn rank(wait: &Wait) -> (f64, f64) {
    (wait.p95.unwrap_or(f64::INFINITY), wait.worst.map_or(f64::INFINITY, f64::from))
}
