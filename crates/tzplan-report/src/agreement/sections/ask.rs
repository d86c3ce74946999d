//! Who is at work at which hour, on each clock that people live by.

use chrono::WeekdaySet;
use tzplan::agreement::{ClockHours, PersonHours, SharedClock};
use tzplan::{ProfileId, WeeklyHours};

use super::alike::alike;
use super::core_hours::spoken_on;
use super::{Item, Section, View};
use crate::words::clock::unusual_days;

pub(super) fn section(view: &View<'_>) -> Option<Section> {
    let items: Vec<Item> = view.agreement.clocks.iter().flat_map(|clock| of_one(view, clock)).collect();
    let intro = match (view.is_brief(), &view.agreement.seasons[..]) {
        (_, [_]) => "Who is at work within your hours, on the clock of the place.".to_owned(),
        (true, seasons) => format!(
            "Who is at work within your hours until {}, on the clock of the place. `--for NAME` has later \
             dates.",
            view.dates.day(seasons[0].season.last())
        ),
        (false, seasons) => format!(
            "Who is at work within your hours until {}, on the clock of the place; below, what is otherwise \
             later.",
            view.dates.day(seasons[0].season.last())
        ),
    };
    let alone = view.agreement.prepared().team().len() < 2;
    (!alone).then(|| Section { heading: "Whom to ask".to_owned(), intro, items })
}

/// A line of what holds first; in a document, then one for each set of dates with what differs.
fn of_one(view: &View<'_>, clock: &SharedClock) -> Vec<Item> {
    // Of whoever lives by it; they come first.
    let own = clock.seasons.iter().flat_map(|hours| &hours.at_work[..clock.profiles.len()]);
    let days = own.fold(WeekdaySet::EMPTY, |days, one| days.union(one.hours.days()));
    let label = view.roll.places_of(&clock.profiles) + &unusual_days(days);
    if view.is_brief() {
        return vec![Item { label, text: first(view, clock, days).into() }];
    }
    let mut usual: Vec<String> = Vec::new();
    let mut others: Vec<(Vec<usize>, Vec<String>)> = Vec::new();
    for (people, by_dates) in said(view, &clock.seasons, |hours| &hours.at_work) {
        let names = view.roll.list_of(&people);
        for (nth, (hours, places)) in by_dates.into_iter().enumerate() {
            let text = match hours.is_empty() {
                true if nth == 0 => continue,
                true => format!("without {names}"),
                false => format!("{names} {}", spoken_on(hours, days)),
            };
            match others.iter_mut().find(|(known, _)| *known == places) {
                _ if nth == 0 => usual.push(text),
                Some((_, texts)) => texts.push(text),
                None => others.push((places, vec![text])),
            }
        }
    }
    let item = |text: String| Item { label: label.clone(), text: text.into() };
    others.sort_by_key(|(places, _)| places[0]);
    let others = others.into_iter().map(|(places, texts)| view.lead(&places) + &texts.join(" · "));
    [usual.join(" · ")].into_iter().chain(others).map(item).collect()
}

/// What holds first, those of whom it says the same together.
fn first(view: &View<'_>, clock: &SharedClock, days: WeekdaySet) -> String {
    let said = said(view, &clock.seasons, |hours| &hours.at_work).into_iter();
    let now = said.filter_map(|(people, by_dates)| {
        let (hours, _) = by_dates.into_iter().next()?;
        (!hours.is_empty()).then(|| (people, spoken_on(hours, days)))
    });
    let mut told: Vec<(Vec<ProfileId>, String)> = Vec::new();
    for (people, hours) in now {
        match told.iter_mut().find(|(_, known)| *known == hours) {
            Some((all, _)) => all.extend(people),
            None => told.push((people, hours)),
        }
    }
    let told = told.iter().map(|(people, hours)| format!("{} {hours}", view.roll.list_of(people)));
    told.collect::<Vec<_>>().join(" · ")
}

/// Hours by the seasons in which they hold, in order of the first.
type ByDates<'a> = Vec<(&'a WeeklyHours, Vec<usize>)>;

/// The hours of everybody of a list that has the same people in all seasons; people of whom the same is said
/// together.
pub(super) fn said<'a>(
    view: &View<'_>,
    seasons: &'a [ClockHours],
    list: impl Fn(&'a ClockHours) -> &'a Vec<PersonHours>,
) -> Vec<(Vec<ProfileId>, ByDates<'a>)> {
    let Some(first) = seasons.first() else { return Vec::new() };
    alike(list(first).iter().enumerate().map(|(place, one)| {
        let hours = view.held(|season| &list(&seasons[season])[place].hours);
        (one.profile, view.by_value(|season| hours[season]))
    }))
}
