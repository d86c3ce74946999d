//! Core hours on everybody's clock; under async who has which peers.

use tzplan::agreement::{CoreHours, Group, PersonHours};
use tzplan::{Model, WeeklyHours};

use super::when::lead;
use super::{Item, MOST_NAMES, Section, View};
use crate::words::clock;
use crate::words::ink::{Ink, Text};
use crate::words::length::daily;
use crate::words::people::and;

pub(super) fn section(view: &View<'_>) -> Option<Section> {
    let agreement = view.agreement;
    if agreement.model == Model::Async {
        return peers(view);
    }
    let items = agreement.groups.iter().flat_map(|group| group_items(view, group)).collect();
    let intro = match agreement.model {
        Model::Hybrid => "When all of a pod are at work. Between pods, write.",
        _ => "When everyone is at work.",
    };
    Some(Section { heading: "Core hours", intro: intro.to_owned(), items })
}

/// A line for each set of times.
fn group_items(view: &View<'_>, group: &Group) -> Vec<Item> {
    let times = view.by_value(|season| {
        let CoreHours { home, people, overlap, .. } = &group.core[season];
        (home, people, overlap.daily)
    });
    let item = |((home, people, shared), places): &((&WeeklyHours, &Vec<PersonHours>, _), Vec<usize>)| {
        let mut text = Text::from(lead(&view.when(places)));
        if home.is_empty() {
            text.push(Ink::Warn, "never");
            return Item { label: view.group(group.pod), text };
        }
        text.push(Ink::Strong, &format!("{} {}", spoken(home), view.home.place()));
        for person in view.each(people) {
            text.plain(&format!(" · {person}"));
        }
        text.push(Ink::Faint, &format!(" ({} a day)", daily(*shared)));
        Item { label: view.group(group.pod), text }
    };
    times.iter().map(item).collect()
}

impl View<'_> {
    /// `Ana 08:30–12:30`, for each.
    pub(crate) fn each(&self, people: &[PersonHours]) -> Vec<String> {
        let own = |one: &PersonHours| format!("{} {}", self.counting(one.profile), spoken(&one.hours));
        people.iter().map(own).collect()
    }
}

/// `13:00–17:00`, `13:00–17:00 Mon–Thu and 13:00–15:00 Fri`.
pub(super) fn spoken(hours: &WeeklyHours) -> String {
    and(&clock::weekly(hours))
}

fn peers(view: &View<'_>) -> Option<Section> {
    let item = |(profile, with): &(_, Vec<_>)| {
        let names = match &with[..] {
            [] => Text::new(Ink::Warn, "nobody"),
            with => Text::from(view.roll.list_of(with, MOST_NAMES)),
        };
        Item { label: view.counting(*profile), text: names }
    };
    let items: Vec<Item> = view.agreement.peers.iter().map(item).collect();
    let intro = "There are none of everyone. With whom each has enough hours together, two by two.";
    (!items.is_empty()).then(|| Section { heading: "Core hours", intro: intro.to_owned(), items })
}
