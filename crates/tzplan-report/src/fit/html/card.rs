//! A candidate's card.

use tzplan::fit::FitResult;

use super::tone;
use crate::fit::text::{View, answer, card};
use crate::html::rich::Rich;
use crate::words::dates;
use crate::words::ink::{Ink, Text};

/// What a card says.
pub(super) struct Card {
    /// `good`, `warn` or `bad`.
    pub(super) tone: &'static str,
    pub(super) name: Rich,
    pub(super) place: Rich,
    pub(super) heading: Rich,
    /// Labels, each with its sentences; as many on every card.
    pub(super) facts: Vec<(Rich, Vec<Rich>)>,
}

impl Card {
    /// A card for each; what nobody has anything to say about is left out.
    pub(super) fn all(views: &[View<'_>], weeks: Vec<(Rich, Vec<Rich>)>) -> Vec<Self> {
        let mut cards: Vec<Self> = views.iter().zip(weeks).map(|(view, week)| of(view, week)).collect();
        let labels = cards.first().map_or(0, |card| card.facts.len());
        let said: Vec<bool> =
            (0..labels).map(|label| cards.iter().any(|card| !card.facts[label].1.is_empty())).collect();
        for card in &mut cards {
            let mut said = said.iter();
            card.facts.retain(|_| said.next().is_some_and(|said| *said));
        }
        cards
    }
}

/// `FITS: works with 5 of 9 (pod 1); in writing with the 4 who share too little`: who fits, fits with a pod
/// as a whole, and may share too little with the people outside of it.
pub(super) fn heading(view: &View<'_>) -> Text {
    let mut text = answer::heading(view);
    let others = view.prepared.required_members() as u64 - u64::from(view.fit.peers());
    if view.fit.result == FitResult::Fits && !view.fit.pods.is_empty() && others > 0 {
        let whom = match others {
            1 => "1 who shares too little".to_owned(),
            _ => format!("{} who share too little", dates::number(others)),
        };
        text.push(Ink::Strong, &format!("; in writing with the {whom}"));
    }
    text
}

fn of(view: &View<'_>, week: (Rich, Vec<Rich>)) -> Card {
    let facts = card::facts(view).into_iter();
    let mut facts: Vec<(Rich, Vec<Rich>)> = facts
        .map(|fact| (Rich::plain(&fact.label), fact.sentences.iter().map(Rich::from).collect()))
        .collect();
    // Behind the own hours; nothing to say where there are none, or nobody to share them with.
    let shares = !view.schedule().is_empty() && view.prepared.required_members() > 0;
    facts.insert(1, (week.0, if shares { week.1 } else { Vec::new() }));
    Card {
        tone: tone(view.fit.result),
        name: Rich::name(view.subject()),
        place: Rich::name(&view.whereabouts()),
        heading: Rich::from(&heading(view)),
        facts,
    }
}
