//! Whom to ask at which hour, and how long a question may block.

use chrono::WeekdaySet;
use tzplan::agreement::{Ask, AskHours};
use tzplan::reply::Wait;
use tzplan::{Minutes, ProfileId};

use super::when::lead;
use super::{Item, MOST_NAMES, Section, View};
use crate::words::clock;
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::replies::{minutes, share};

pub(super) fn section(view: &View<'_>) -> Option<Section> {
    let items: Vec<Item> = view.agreement.ask.iter().flat_map(|ask| of_one(view, ask)).collect();
    let intro = "Who else is at work, on the clock of who asks.".to_owned();
    let alone = view.agreement.prepared().team().len() < 2;
    (!alone).then_some(Section { heading: "Whom to ask", intro, items })
}

/// A line for each set of times.
fn of_one(view: &View<'_>, ask: &Ask) -> Vec<Item> {
    let item = |(hours, places): (&Vec<AskHours>, Vec<usize>)| {
        let workdays = hours.iter().fold(WeekdaySet::EMPTY, |days, one| days.union(one.days));
        let mut text = Text::from(lead(&view.when(&places)));
        for (nth, one) in hours.iter().enumerate() {
            let times = clock::times(one.from.into(), i32::from(one.to - one.from));
            let days =
                if one.days == workdays { String::new() } else { format!(" {}", clock::days(one.days)) };
            text.plain(&format!("{}{times}{days} ", if nth > 0 { " · " } else { "" }));
            match &one.whom[..] {
                [] => text.push(Ink::Warn, "nobody"),
                whom => text.push(Ink::Strong, &whom_in_words(view, ask.profile, whom)),
            }
        }
        if hours.is_empty() {
            text.push(Ink::Warn, "no hours");
        }
        Item { label: view.label(ask.profile), text }
    };
    view.by_value(|season| &ask.seasons[season]).into_iter().map(item).collect()
}

/// `everyone`, `Ben and Chloé`.
fn whom_in_words(view: &View<'_>, asker: ProfileId, whom: &[ProfileId]) -> String {
    let heads = |profiles: &[ProfileId]| -> usize {
        profiles.iter().map(|profile| view.roll.members(*profile).len()).sum()
    };
    let own = if whom.contains(&asker) { 0 } else { view.roll.members(asker).len() };
    if heads(whom) + own == view.agreement.prepared().team().len() && heads(whom) > 1 {
        return "everyone".to_owned();
    }
    if !whom.contains(&asker) {
        return view.roll.list_of(whom, MOST_NAMES);
    }
    let others: Vec<ProfileId> = whom.iter().copied().filter(|profile| *profile != asker).collect();
    match &others[..] {
        [] => "each other".to_owned(),
        others => format!("each other, {}", view.roll.list_of(others, MOST_NAMES)),
    }
}

pub(super) fn blocked(view: &View<'_>) -> Option<Section> {
    let agreement = view.agreement;
    let team = agreement.prepared().team();
    if team.len() < 2 {
        return None;
    }
    let item = |blocked: &tzplan::agreement::Blocked| {
        let members: Vec<_> = blocked.members.iter().filter_map(|id| team.member(*id)).collect();
        let mut text = Text::default();
        match blocked.anybody {
            Some(wait) if wait.worst == Some(0) => text.plain("somebody is always there"),
            Some(wait) => {
                let words = format!("somebody is there {} of the time; {}", share(wait.none), figures(&wait));
                text.plain(&words);
            }
            None => text.plain("never at work"),
        }
        if let Some(slowest) = blocked.slowest.filter(|slowest| slowest.wait.worst != Some(0)) {
            let whom = team.member(slowest.member).map_or_else(String::new, |member| view.roll.name(member));
            text.plain(&format!(" · longest for {whom}: {}", figures(&slowest.wait)));
            if slowest.is_over {
                text.push(
                    Ink::Warn,
                    &format!(" (over {} in more than 1 of 20 cases)", length(agreement.reply_within)),
                );
            }
        }
        Item { label: view.roll.list(&members, 3), text }
    };
    let intro = format!(
        "What waiting for an answer costs the asker of their own working time; nobody shall be blocked for more than {}.",
        length(agreement.reply_within)
    );
    Some(Section {
        heading: "If you are blocked",
        intro,
        items: agreement.blocked.iter().map(item).collect(),
    })
}

/// `½ h on average, 3 h at worst`.
fn figures(wait: &Wait) -> String {
    match (wait.blocked.mean, wait.blocked.worst) {
        (Some(mean), Some(worst)) => {
            format!("{} on average, {} at worst", length(minutes(mean)), length(Minutes(worst)))
        }
        _ => "some are never answered".to_owned(),
    }
}
