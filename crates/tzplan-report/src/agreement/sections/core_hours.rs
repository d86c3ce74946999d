//! Core hours on everybody's clock; under async who has which peers.

use chrono::WeekdaySet;
use tzplan::agreement::{CoreHours, Group, PersonHours};
use tzplan::{Model, ProfileId, WeeklyHours};

use super::alike::alike;
use super::{Item, Section, View};
use crate::words::clock;
use crate::words::ink::{Ink, Text};
use crate::words::length::{each_day, length};
use crate::words::people::and;
use crate::words::shared::Shared;

pub(super) fn section(view: &View<'_>) -> Option<Section> {
    let agreement = view.agreement;
    if agreement.model == Model::Async && !agreement.is_in_pods() {
        return peers(view);
    }
    // Hours of one person are none of everyone; whom they can ask stands below.
    if agreement.prepared().required_members() < 2 {
        return None;
    }
    let items = agreement.groups.iter().flat_map(|group| group_items(view, group)).collect();
    let intro = match agreement.is_in_pods() {
        true => "When all of a pod are at work. Between pods, write.",
        false => "When everyone is at work.",
    };
    Some(Section { heading: "Core hours".to_owned(), intro: intro.to_owned(), items })
}

/// A line for each set of times.
fn group_items(view: &View<'_>, group: &Group) -> Vec<Item> {
    let held = group.held(&view.agreement.seasons);
    let times = view.by_value(|season| {
        let CoreHours { people, overlap, .. } = &group.core[held[season]];
        (people, (overlap.daily, Shared::of(overlap, 0).is_even()))
    });
    let item = |((people, (shared, even)), places): &((&Vec<PersonHours>, _), Vec<usize>)| {
        let mut text = Text::from(view.lead(places));
        // The home clock may change while everybody's own stays.
        let mut home: Vec<(&WeeklyHours, Vec<usize>)> = Vec::new();
        for place in places {
            let hours = &group.core[held[*place]].home;
            match home.iter_mut().find(|(known, _)| *known == hours) {
                Some((_, all)) => all.push(*place),
                None => home.push((hours, vec![*place])),
            }
        }
        let days = home[0].0.days();
        if home[0].0.is_empty() {
            text.push(Ink::Warn, "never");
            return Item { label: view.group(group.pod), text };
        }
        let told: Vec<(String, Vec<usize>)> =
            home.into_iter().map(|(hours, places)| (on_home_clock(view, hours), places)).collect();
        text.push(Ink::Strong, &view.in_order(told, true));
        for person in view.each(people, days) {
            text.plain(&format!(" · {person}"));
        }
        text.push(Ink::Faint, &format!(" ({})", each_day(*shared, *even)));
        Item { label: view.group(group.pod), text }
    };
    times.iter().map(item).collect()
}

fn on_home_clock(view: &View<'_>, hours: &WeeklyHours) -> String {
    format!("{} {}", spoken(hours), view.home.place())
}

impl View<'_> {
    /// `Ana and Ben 08:30–12:30`, those on equal clocks together; days are said where they are not the usual
    /// ones.
    pub(crate) fn each(&self, people: &[PersonHours], usual: WeekdaySet) -> Vec<String> {
        let alike = alike(people.iter().map(|one| (one.profile, &one.hours))).into_iter();
        let told = |(profiles, hours): (Vec<_>, _)| {
            format!("{} {}", self.roll.counting_of(&profiles), spoken_on(hours, usual))
        };
        alike.map(told).collect()
    }
}

/// `13:00–17:00`, `13:00–17:00 Mon–Thu and 13:00–15:00 Fri`.
pub(super) fn spoken(hours: &WeeklyHours) -> String {
    and(&clock::weekly(hours))
}

/// The same where other days than Monday to Friday go without saying.
pub(super) fn spoken_on(hours: &WeeklyHours, usual: WeekdaySet) -> String {
    and(&clock::weekly_on(hours, usual))
}

fn peers(view: &View<'_>) -> Option<Section> {
    let peers = view.agreement.peers.iter().map(|(profile, with)| (*profile, with));
    let item = |(profiles, with): (Vec<_>, &Vec<_>)| {
        let alike = profiles.iter().all(|profile| with.contains(profile));
        let others: Vec<ProfileId> =
            with.iter().copied().filter(|one| !alike || !profiles.contains(one)).collect();
        let names = match (alike, &others[..]) {
            _ if with.is_empty() => Text::new(Ink::Warn, "nobody"),
            (true, []) => Text::from("one another"),
            (true, others) => Text::from(format!("one another; {}", view.roll.counting_of(others))),
            (false, others) => Text::from(view.roll.counting_of(others)),
        };
        Item { label: view.roll.counting_of(&profiles), text: names }
    };
    let together = view.agreement.together.iter().flat_map(|group| group_items(view, group));
    let items: Vec<Item> = together.chain(alike(peers).into_iter().map(item)).collect();
    let target = length(view.agreement.target);
    let intro = match view.agreement.together {
        Some(_) => format!(
            "What everyone shares is less than {target} a day: keep it for what takes everyone. Then with whom \
             each has enough hours together, two by two."
        ),
        None => {
            "There are none of everyone. With whom each has enough hours together, two by two.".to_owned()
        }
    };
    (!items.is_empty()).then(|| Section { heading: "Core hours".to_owned(), intro, items })
}
