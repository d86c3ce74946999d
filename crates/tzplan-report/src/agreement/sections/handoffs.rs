//! Hand-offs: who goes on when somebody's day ends.

use chrono::{Weekday, WeekdaySet};
use tzplan::agreement::AgreedHandoff;
use tzplan::{ClockTime, ProfileId};

use super::alike::alike;
use super::{Item, Section, View};
use crate::words::clock;
use crate::words::ink::{Ink, Text};
use crate::words::people::or;

const MINUTES_OF_DAY: u32 = 24 * 60;

pub(super) fn section(view: &View<'_>) -> Option<Section> {
    let prepared = view.agreement.prepared();
    if prepared.required_members() < 2 {
        return None;
    }
    // On a terminal whoever leaves reads it; a document has the time of who goes on, too.
    let clocks = if view.is_brief() { Clocks::Own } else { Clocks::OfBoth };
    let each = prepared.required().iter().map(|from| (*from, words(view, *from, clocks)));
    let item = |(from, text): (Vec<ProfileId>, Text)| Item { label: view.roll.counting_of(&from), text };
    let items = alike(each).into_iter().map(item).collect();
    let intro = match clocks {
        Clocks::OfBoth => "When a day ends: who is at work or just begins (their time).",
        Clocks::Own => "When a day ends: who is at work or just begins.",
    };
    let intro = intro.to_owned();
    Some(Section { heading: "Hand-offs".to_owned(), intro, items })
}

/// On whose clocks the moment of a hand-off is said.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Clocks {
    /// Of who leaves and of who goes on.
    OfBoth,
    /// Of who leaves.
    Own,
}

/// `17:30 to Ana (12:30 or 13:30), Chloé (Mon–Thu, 16:30)`, by the times at which the day ends.
pub(super) fn words(view: &View<'_>, from: ProfileId, clocks: Clocks) -> Text {
    let own: Vec<&AgreedHandoff> = held(view).filter(|one| one.from == from).collect();
    let mut ends: Vec<(ClockTime, WeekdaySet)> = Vec::new();
    for one in &own {
        match ends.iter_mut().find(|(time, _)| *time == one.ends) {
            Some((_, days)) => *days = days.union(one.days),
            None => ends.push((one.ends, one.days)),
        }
    }
    ends.sort_by_key(|(time, days)| (days.first().map(|day| day.num_days_from_monday()), *time));
    let mut text = Text::default();
    for (time, days) in &ends {
        let those: Vec<&AgreedHandoff> = own.iter().filter(|one| one.ends == *time).copied().collect();
        let to = receivers(view, *days, &those, clocks).join(", ");
        let days = clock::days(*days);
        let days = if ends.len() == 1 && days == "Mon–Fri" { String::new() } else { format!("{days} ") };
        let between = if text.is_empty() { "" } else { " · " };
        text.plain(&format!("{between}{days}{time} to {to}"));
    }
    let days_ending = days_ending(view, from);
    let handed_on = ends.iter().fold(WeekdaySet::EMPTY, |all, (_, days)| all.union(*days));
    let left = days_ending.difference(handed_on);
    if !handed_on.is_empty() && !left.is_empty() {
        let days = clock::days(left);
        text.push(Ink::Warn, &format!(" · {days} nobody goes on; leave it in writing"));
    }
    let expected = if handed_on.is_empty() { days_ending } else { handed_on };
    let without: Vec<usize> = (0..view.agreement.seasons.len())
        .filter(|season| own.iter().all(|one| one.season != *season))
        .filter(|season| view.agreement.seasons[*season].has_any_of(expected))
        .collect();
    if !without.is_empty() {
        let between = if text.is_empty() { "" } else { " · " };
        let when = if text.is_empty() { String::new() } else { view.on(&without) + " " };
        text.push(Ink::Warn, &format!("{between}{when}nobody goes on; leave it in writing"));
    }
    text
}

/// The weekdays on which somebody's days end, on their own clock.
fn days_ending(view: &View<'_>, profile: ProfileId) -> WeekdaySet {
    let mut days = WeekdaySet::EMPTY;
    for hours in view.agreement.prepared().hours_of(profile) {
        for start in hours.days().iter(Weekday::Mon) {
            let of_day = hours.stretches().iter().filter(|stretch| stretch.day() == start);
            // The last minute of a day that ends tells its weekday, as that of a hand-off does.
            let last = of_day.map(|stretch| u32::from(stretch.end()) - 1).max().unwrap_or_default();
            let day = (start.num_days_from_monday() + last / MINUTES_OF_DAY) % 7;
            days.insert(Weekday::try_from(day as u8).unwrap_or(start));
        }
    }
    days
}

/// Those of seasons in which they take place.
fn held<'v>(view: &'v View<'_>) -> impl Iterator<Item = &'v AgreedHandoff> {
    let handoffs = view.agreement.handoffs.iter();
    handoffs.filter(|one| view.agreement.seasons[one.season].has_any_of(one.days))
}

/// Who goes on at one time: `Ana (12:30)`, `Chloé (Mon–Thu, in winter)`.
fn receivers(view: &View<'_>, days: WeekdaySet, handoffs: &[&AgreedHandoff], clocks: Clocks) -> Vec<String> {
    let mut to: Vec<(ProfileId, WeekdaySet)> = Vec::new();
    for one in handoffs {
        if !to.contains(&(one.to, one.days)) {
            to.push((one.to, one.days));
        }
    }
    let each = to.into_iter().map(|(profile, on)| {
        let those: Vec<_> = handoffs.iter().filter(|one| (one.to, one.days) == (profile, on)).collect();
        let mut times: Vec<ClockTime> = those.iter().map(|one| one.there).collect();
        times.sort_unstable();
        times.dedup();
        let same_clock = clocks == Clocks::Own || times.iter().all(|time| *time == those[0].ends);
        let times = or(&times.iter().map(ClockTime::to_string).collect::<Vec<_>>());
        let when = view.on(&view.with_idle(those.iter().map(|one| one.season), on));
        let about = [
            if on == days { String::new() } else { clock::days(on) },
            if same_clock { String::new() } else { times },
            when,
        ];
        (profile, about.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(", "))
    });
    let told = |(profiles, about): (Vec<ProfileId>, String)| {
        let names = view.roll.counting_of(&profiles);
        if about.is_empty() { names } else { format!("{names} ({about})") }
    };
    alike(each).into_iter().map(told).collect()
}

/// `Ana 11:30 or 12:30 (in summer)`: whose day ends when somebody goes on, on the clock of who goes on.
pub(super) fn givers(view: &View<'_>, to: ProfileId) -> String {
    let own: Vec<&AgreedHandoff> = held(view).filter(|one| one.to == to).collect();
    let mut from: Vec<ProfileId> = Vec::new();
    for one in &own {
        if !from.contains(&one.from) {
            from.push(one.from);
        }
    }
    let each = from.into_iter().map(|profile| {
        let those: Vec<_> = own.iter().filter(|one| one.from == profile).collect();
        let mut times: Vec<ClockTime> = those.iter().map(|one| one.there).collect();
        times.sort_unstable();
        times.dedup();
        let mut seasons: Vec<usize> = those.iter().map(|one| one.season).collect();
        seasons.dedup();
        let days = those.iter().fold(WeekdaySet::EMPTY, |days, one| days.union(one.days));
        let when = view.on(&view.with_idle(seasons.iter().copied(), days));
        let when = if when.is_empty() { when } else { format!(", {when}") };
        let times = or(&times.iter().map(ClockTime::to_string).collect::<Vec<_>>());
        (profile, format!("({times}{when})"))
    });
    let told =
        |(profiles, about): (Vec<ProfileId>, String)| format!("{} {about}", view.roll.counting_of(&profiles));
    alike(each).into_iter().map(told).collect::<Vec<_>>().join(", ")
}
