//! How long a question may block whom.

use tzplan::agreement::Blocked;
use tzplan::reply::Wait;
use tzplan::{MemberId, Minutes};

use super::ask::said;
use super::core_hours::spoken;
use super::{Item, Section, View};
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::replies::{minutes, share};

pub(super) fn section(view: &View<'_>) -> Option<Section> {
    let agreement = view.agreement;
    let team = agreement.prepared().team();
    if team.len() < 2 {
        return None;
    }
    let mut alike: Vec<(Vec<MemberId>, Text)> = Vec::new();
    for blocked in &agreement.blocked {
        let text = words(view, blocked);
        match alike.iter_mut().find(|(_, known)| *known == text) {
            Some((members, _)) => members.extend(&blocked.members),
            None => alike.push((blocked.members.clone(), text)),
        }
    }
    let item = |(members, text): (Vec<MemberId>, Text)| {
        let members: Vec<_> = members.iter().filter_map(|id| team.member(*id)).collect();
        Item { label: view.roll.list(&members), text }
    };
    let limit = length(agreement.reply_within);
    let intro = format!(
        "Your working time until somebody answers, then until the slowest does: on average, at most. \
         Too long: of 20 questions more than one takes over {limit}."
    );
    Some(Section {
        heading: "If you are blocked".to_owned(),
        intro,
        items: alike.into_iter().map(item).collect(),
    })
}

/// `83% at once, else 3 h at most · Ana 2 h, at most 5 h`; in full for one person.
pub(super) fn words(view: &View<'_>, blocked: &Blocked) -> Text {
    let for_one = !view.people.is_empty();
    let mut text = Text::from(if for_one { "whoever is there answers " } else { "" });
    match blocked.anybody {
        Some(wait) if wait.worst == Some(0) => text.plain("at once"),
        Some(wait) => {
            let nobody = alone(view, blocked).map_or(String::new(), |alone| format!(" ({alone})"));
            let otherwise = wait
                .blocked
                .worst
                .map_or("some never".to_owned(), |worst| format!("else {} at most", length(Minutes(worst))));
            text.plain(&format!("{} at once{nobody}, {otherwise}", share(wait.none)));
        }
        None => text.plain("never at work"),
    }
    if let Some(slowest) = blocked.slowest.filter(|slowest| slowest.wait.worst != Some(0)) {
        let whom = view.agreement.prepared().team().member(slowest.member);
        let whom = whom.map_or_else(String::new, |member| view.roll.name(member));
        text.plain(&match for_one {
            true => format!("; {whom} takes longest: {}", figures(&slowest.wait)),
            false => format!(" · {whom} {}", figures(&slowest.wait)),
        });
        if slowest.is_over {
            text.push(Ink::Warn, ": too long");
        }
    }
    text
}

/// `nobody 14:00–17:00`, `mostly nobody 14:00–17:00`.
fn alone(view: &View<'_>, blocked: &Blocked) -> Option<String> {
    let agreement = view.agreement;
    let member = agreement.prepared().team().member(*blocked.members.first()?)?;
    let profile = agreement.prepared().profile_of(member);
    let clock = agreement.clocks.iter().find(|clock| clock.profiles.contains(&profile))?;
    let mut alone = said(view, &clock.seasons, |hours| &hours.alone).into_iter();
    let (_, hours) = alone.find(|(people, _)| people.contains(&profile))?;
    let (usual, _) = hours.first().filter(|(usual, _)| !usual.is_empty())?;
    let mostly = if hours.len() > 1 { "mostly " } else { "" };
    Some(format!("{mostly}nobody {}", spoken(usual)))
}

/// `½ h, at most 3 h`.
fn figures(wait: &Wait) -> String {
    match (wait.blocked.mean, wait.blocked.worst) {
        (Some(mean), Some(worst)) => {
            format!("{}, at most {}", length(minutes(mean)), length(Minutes(worst)))
        }
        _ => "some are never answered".to_owned(),
    }
}
