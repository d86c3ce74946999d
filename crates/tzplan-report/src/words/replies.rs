//! How long questions wait, in words.

use tzplan::reply::{Replies, Wait};
use tzplan::{MemberId, Minutes, Policy, PreparedTeam, ProfileId};

use super::ink::{Ink, Text};
use super::people::{Names, People};

/// The slowest pair is looked for among so many profiles.
const MOST_PAIRED: usize = 12;

/// The line of a plan: how long a question to the team waits, and between whom it waits longest.
pub(crate) fn line(
    prepared: &PreparedTeam,
    replies: &Replies,
    policy: &Policy,
    names: Names,
) -> Option<Text> {
    if prepared.required_members() < 2 {
        return None;
    }
    let wait = replies.within_team()?;
    let mut text = Text::from("A question to whoever is at work is ");
    if wait.worst == Some(0) {
        text.plain("always answered at once");
    } else {
        text.plain(&format!("answered at once {} of the time, ", share(wait.none)));
        text.append(&within(&wait, policy));
    }
    if let Some((from, to, slowest)) = slowest(prepared, replies) {
        let people = People::of(prepared, names);
        text.plain("; slowest, ");
        text.push(
            Ink::Strong,
            &format!("{} asking {}", people.member(from.index(), 0), people.member(to.index(), 0)),
        );
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
    if wait.is_over(policy.reply_within()) {
        text.push(Ink::Warn, &format!(" (over {})", policy.reply_within()));
    }
    let comma = if text.is_empty() { "" } else { ", " };
    match wait.worst {
        Some(worst) => text.plain(&format!("{comma}{} at worst", Minutes(worst))),
        None => text.plain(&format!("{comma}some never")),
    }
    text
}

/// A length in whole minutes, rounded up: a wait of no more than that.
pub(crate) fn minutes(exact: f64) -> Minutes {
    Minutes(exact.ceil() as u32)
}

/// A share rounded down: `100%` is all of it.
pub(crate) fn share(share: f64) -> String {
    format!("{:.0}%", (share * 100.0).floor())
}

/// Between whom a question waits longest, where the pairs are few.
fn slowest(prepared: &PreparedTeam, replies: &Replies) -> Option<(MemberId, MemberId, Wait)> {
    let required = prepared.required();
    if !(3..=MOST_PAIRED).contains(&required.len()) {
        return None;
    }
    let first = |id: &ProfileId| prepared.profile(*id).first_member();
    replies.slowest(&required.iter().map(first).collect::<Vec<_>>())
}
