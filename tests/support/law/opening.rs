//! "The nearest change that opens a slot" where none is clean (§10), by trying every change on every slot.

use super::lineup::Lineup;
use super::meeting::{Asks, Occurrence, Question, Slot};

/// People by their places in the roster.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// The days of some people who keep the same hours longer, at either end.
    LongerDay {
        people: Vec<usize>,
        minutes: u32,
    },
    /// Some people who keep the same hours made optional.
    Optional {
        people: Vec<usize>,
    },
    Shorter {
        duration: i32,
    },
    OtherDay,
}

/// Of each kind the nearest change, with the best-ranked slot that it opens; nothing where one is clean.
pub fn openings(question: &Question, weekdays: &[u32], max_shift: u32) -> Vec<(Change, Slot)> {
    let (slots, required) = (question.slots(weekdays), question.crew.required());
    let open = |slots: &[Slot], required: &[usize], longer: &[usize], by: u32| {
        let ranked = question.ranked(slots).into_iter().map(|(slot, ..)| slot);
        let clean = |slot: &Slot| is_clean(&question.judged().occurrences(*slot), required, longer, by);
        ranked.into_iter().find(clean)
    };
    if slots.is_empty() || open(&slots, &required, &[], 0).is_some() {
        return Vec::new();
    }
    let groups = groups(question);

    let longer = (1..=max_shift).find_map(|minutes| {
        let opened =
            groups.iter().filter_map(|people| Some((people, open(&slots, &required, people, minutes)?)));
        let (people, slot) = opened.min_by_key(|(people, _)| people.len())?;
        Some((Change::LongerDay { people: people.clone(), minutes }, slot))
    });
    let opened = groups.iter().filter_map(|people| {
        let others: Vec<usize> = required.iter().copied().filter(|one| !people.contains(one)).collect();
        let slot = open(&slots, &others, &[], 0)?;
        (others.len() >= 2).then_some((people, slot))
    });
    let optional = opened
        .min_by_key(|(people, _)| people.len())
        .map(|(people, slot)| (Change::Optional { people: people.clone() }, slot));

    let step = question.rules.step;
    let shorter = (1..question.duration).rev().filter(|duration| duration % step == 0).find_map(|duration| {
        let shorter = question.lasting(duration);
        let clean = shorter.ranked(&slots).into_iter().find(|(_, required, _)| required.is_clean());
        Some((Change::Shorter { duration }, clean?.0))
    });

    let others: Vec<u32> = (0..7).filter(|day| !weekdays.contains(day)).collect();
    let other_day = open(&question.slots(&others), &required, &[], 0).map(|slot| (Change::OtherDay, slot));
    [longer, optional, shorter, other_day].into_iter().flatten().collect()
}

/// "Nobody required has, as if nobody were off, a no-workday occurrence or a stretch", but for some people
/// whose days are longer.
fn is_clean(occurrences: &[Occurrence], required: &[usize], longer: &[usize], by: u32) -> bool {
    let allowed = |one: &usize| if longer.contains(one) { by } else { 0 };
    let suits = |occurrence: &Occurrence, one: &usize| match occurrence.demands[*one].asks {
        Asks::NoWorkday => false,
        Asks::Workday { stretch, .. } => stretch <= allowed(one),
    };
    occurrences.iter().all(|occurrence| required.iter().all(|one| suits(occurrence, one)))
}

/// The required people by what they are in dated answers: profile, days off, stays.
fn groups(question: &Question) -> Vec<Vec<usize>> {
    let lineup = Lineup::of(&question.crew);
    let people = &question.crew.people;
    let groups = lineup.grouped(|one| {
        let person = &people[one.place];
        let stays: Vec<_> = person.posts.iter().map(|post| post.stays.clone()).collect();
        (one.flex, person.days_off.clone(), stays)
    });
    let place = |one: usize| lineup.people[one].place;
    groups.into_iter().map(|group| group.into_iter().map(place).collect()).collect()
}
