//! What questions cost the people who ask them, in words.

use tzplan::reply::{DatedProfile, Replies, Wait};
use tzplan::{MemberId, Minutes, Policy, PreparedTeam};

use super::ink::{Ink, Text};
use super::length::{length, working_time};
use super::people::{Names, People};

/// The slowest pair is looked for among this many profiles.
const MOST_PAIRED: usize = 12;

/// The line of a plan: how long a question to the team blocks who asks it, and between whom it does so
/// longest.
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
    let mut text = Text::from("Whoever asks whoever is at work is ");
    if wait.worst == Some(0) {
        text.plain("answered at once, always");
    } else {
        text.append(&costs(&wait, policy));
    }
    let alike = few_alike(prepared, replies);
    let pairs = few_pairs(alike.as_deref().unwrap_or_default());
    if let Some((from, to, slowest)) = replies.slowest(&pairs) {
        let people = People::of(prepared, names);
        let one = |member: MemberId| {
            let those = alike.iter().flatten().find(|those| those.members[0] == member);
            those.map_or(String::new(), |those| people.one_of(those))
        };
        let asking = |(from, to): (MemberId, MemberId)| format!("{} asking {}", one(from), one(to));
        text.plain(". Of one person it can take longer: ");
        text.push(Ink::Strong, &asking((from, to)));
        text.plain(" ");
        text.append(&blocked(&slowest, policy));
        // Whose questions mostly take longest need not be who may have to wait longest once.
        let longest = replies.longest(&pairs).filter(|(.., longest)| longest.cmp_worst(&slowest).is_gt());
        if let Some((from, to, longest)) = longest {
            let worst = longest.blocked.worst;
            let worst = worst.map_or("never answered".to_owned(), |worst| working_time(Minutes(worst)));
            text.plain("; the longest of all ");
            text.push(Ink::Strong, &asking((from, to)));
            text.plain(&format!(", {worst} at worst"));
        }
    } else if alike.is_none() {
        let many =
            format!(" (the slowest pair is only looked for among up to {MOST_PAIRED} different schedules)");
        text.push(Ink::Faint, &many);
    }
    text.plain(".");
    Some(text)
}

/// `blocked 20 min of their own working time on average, 3 h at worst`.
pub(crate) fn costs(wait: &Wait, policy: &Policy) -> Text {
    blocked_in_words(wait, policy, "blocked ", " of their own working time")
}

/// `20 min on average, 3 h at worst`.
pub(crate) fn blocked(wait: &Wait, policy: &Policy) -> Text {
    blocked_in_words(wait, policy, "", "")
}

/// What a question costs the asker, and whether that is more than is hoped for.
fn blocked_in_words(wait: &Wait, policy: &Policy, before: &str, of_what: &str) -> Text {
    let mut text = Text::default();
    let words = match (wait.blocked.mean, wait.blocked.worst) {
        (Some(mean), Some(worst)) => {
            let (mean, worst) = (length(minutes(mean)), working_time(Minutes(worst)));
            format!("{before}{mean}{of_what} on average, {worst} at worst")
        }
        _ => "sometimes never answered".to_owned(),
    };
    text.plain(&words);
    if wait.is_over(policy.reply_within()) {
        let within = length(policy.reply_within());
        text.push(Ink::Warn, &format!(" (of 20 questions more than one takes over {within})"));
    }
    text
}

/// Minutes with two decimals at most: a mean or a percentile says no more.
pub(crate) fn rounded(minutes: f64) -> f64 {
    (minutes * 100.0).round() / 100.0
}

/// A length in whole minutes, rounded up.
pub(crate) fn minutes(exact: f64) -> Minutes {
    Minutes(exact.ceil() as u32)
}

/// A share rounded down: `100%` is all of it.
pub(crate) fn share(share: f64) -> String {
    format!("{:.0}%", (share * 100.0).floor())
}

/// The required members whom no wait tells apart; `None` where they are more than are paired.
fn few_alike(prepared: &PreparedTeam, replies: &Replies) -> Option<Vec<DatedProfile>> {
    // Waits tell apart whom profiles do, and more: of a large team nobody's year is asked for.
    let profiles = prepared.required().len();
    (profiles <= MOST_PAIRED).then(|| required(prepared, replies)).filter(|alike| alike.len() <= MOST_PAIRED)
}

/// The required members whom no wait tells apart.
fn required(prepared: &PreparedTeam, replies: &Replies) -> Vec<DatedProfile> {
    let counts = |id: MemberId| prepared.team().member(id).is_some_and(|one| prepared.is_required(one));
    let mut alike = replies.profiles(counts);
    alike.retain(|those| those.members.iter().all(|id| counts(*id)));
    alike
}

/// The first of each of them, where the pairs are few; else nobody.
fn few_pairs(alike: &[DatedProfile]) -> Vec<MemberId> {
    if !(3..=MOST_PAIRED).contains(&alike.len()) {
        return Vec::new();
    }
    alike.iter().map(|those| those.members[0]).collect()
}
