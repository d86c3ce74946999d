//! A candidate's card.

use super::tone;
use crate::fit::text::{View, answer, card};
use crate::html::rich::Rich;

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
    pub(super) fn all(views: &[View<'_>]) -> Vec<Self> {
        let mut cards: Vec<Self> = views.iter().map(of).collect();
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

fn of(view: &View<'_>) -> Card {
    let facts = card::facts(view).into_iter();
    Card {
        tone: tone(view.fit.result),
        name: Rich::name(view.subject()),
        place: Rich::name(&view.whereabouts()),
        heading: Rich::from(&answer::heading(view)),
        facts: facts
            .map(|fact| (Rich::plain(&fact.label), fact.sentences.iter().map(Rich::from).collect()))
            .collect(),
    }
}
