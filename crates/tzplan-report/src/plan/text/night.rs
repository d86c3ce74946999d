//! Night work as stated: whose it is, and what it carries.

use tzplan::shift::ProfileMove;
use tzplan::{Minutes, Model, ProfileId};

use crate::view::View;
use crate::words::dates;
use crate::words::ink::{Ink, Text};
use crate::words::length::{daily, length};
use crate::words::people::{and, everybody};
use crate::words::shown_of;

/// The most entries of a sentence.
const MOST: usize = 4;

/// For the first lines: the night work in what everyone shares, or would share with shifts; under the other
/// models who works at night. `None` where there is none, and under overlap where it carries nothing.
pub(super) fn in_overlap(view: &View<'_>) -> Option<Text> {
    let night = &view.plan.verdict().night;
    if !told_first(view) {
        return None;
    }
    let (ink, start) = match (night.carries_overlap, night.is_shared()) {
        (true, _) => (Ink::Bad, "What everyone shares rests on night work"),
        (false, true) => (Ink::Warn, "Part of what everyone shares is night work"),
        (false, false) => (Ink::Warn, "Night work as it is"),
    };
    let mut text = Text::new(ink, start);
    text.plain(&format!(": {}.", who(view)));
    // Pods have no hours of everyone, but for what night work makes.
    if view.plan.verdict().model <= Model::OverlapWithShifts || night.is_shared() {
        text.plain(&format!(" {}", in_reasonable_hours(view)));
    }
    Some(text)
}

/// For the first lines: whose proposed hours are night work, in a plan that keeps them all year or in some
/// seasons.
pub(super) fn in_moves<'m>(view: &View<'_>, moves: impl Iterator<Item = &'m ProfileMove>) -> Option<Text> {
    let mut nights: Vec<(ProfileId, Minutes)> = Vec::new();
    for one in moves.filter(|one| one.night_minutes_per_week > Minutes::ZERO) {
        match nights.iter_mut().find(|(profile, _)| *profile == one.profile) {
            Some((_, most)) => *most = one.night_minutes_per_week.max(*most),
            None => nights.push((one.profile, one.night_minutes_per_week)),
        }
    }
    let (shown, left) = nights.split_at(shown_of(nights.len(), MOST));
    let of = |(profile, night): &(ProfileId, Minutes)| {
        let each = if view.people.heads(*profile) > 1 { "each " } else { "" };
        format!("{} {each}{}", view.people.label(*profile), length(*night))
    };
    let mut all: Vec<String> = shown.iter().map(of).collect();
    let left = view.people.heads_of(left.iter().map(|(profile, _)| *profile));
    if left > 0 {
        all.push(dates::counted(left as u64, "other", "others"));
    }
    let mut text = Text::new(Ink::Warn, "The hours proposed are partly night work");
    text.plain(&format!(": a week {}.", and(&all)));
    (!nights.is_empty()).then_some(text)
}

/// For the evidence: what the first lines do not tell, and the nights of optional people.
pub(super) fn line(view: &View<'_>) -> Option<Text> {
    let night = &view.plan.verdict().night;
    let mut told: Vec<String> = Vec::new();
    if !told_first(view) && !night.profiles.is_empty() {
        told.push(format!("{}.", capital(&who(view))));
        if view.prepared.required_members() > 1 {
            told.push(in_reasonable_hours(view));
        }
    }
    told.extend(optional(view));
    (!told.is_empty()).then(|| told.join(" ").into())
}

fn told_first(view: &View<'_>) -> bool {
    let verdict = view.plan.verdict();
    view.prepared.required_members() > 1
        && match verdict.model {
            Model::Overlap => verdict.night.is_shared(),
            _ => !verdict.night.profiles.is_empty(),
        }
}

/// `R works 22:30 h a week at night (22:00–06:00), J 35:00 h`, the most first.
fn who(view: &View<'_>) -> String {
    let nights = view.plan.verdict().night.profiles.iter();
    let nights = nights.map(|one| (view.people.label(one.profile), view.people.heads(one.profile), one));
    spoken(view, nights.map(|(label, heads, one)| (label, heads, one.minutes_per_week)).collect())
}

/// The same of optional people, who count in no overlap.
fn optional(view: &View<'_>) -> Option<String> {
    let (prepared, policy) = (view.prepared, view.plan.policy());
    let of = |id: ProfileId| {
        let (heads, night) = (prepared.profile(id).optional(), prepared.night_minutes_per_week(id, policy));
        (heads > 0 && night > Minutes::ZERO).then(|| (view.people.optional_of(id), heads, night))
    };
    let nights: Vec<_> = everybody(prepared).into_iter().filter_map(of).collect();
    // Where all are optional, everybody counts.
    let some = prepared.required_members() < prepared.team().len() && !nights.is_empty();
    some.then(|| format!("Of optional people {}.", spoken(view, nights)))
}

fn spoken(view: &View<'_>, mut nights: Vec<(String, u32, Minutes)>) -> String {
    // Stable: roster order among equals.
    nights.sort_by_key(|(_, _, night)| std::cmp::Reverse(*night));
    let shown = shown_of(nights.len(), MOST);
    let mut all: Vec<String> = Vec::new();
    for (name, heads, night) in &nights[..shown] {
        let hours = length(*night);
        all.push(if all.is_empty() {
            let works = if *heads > 1 { "each work" } else { "works" };
            let range = view.plan.policy().night().to_string().replace('-', "–");
            format!("{name} {works} {hours} a week at night ({range})")
        } else {
            format!("{name} {hours}")
        });
    }
    let left: u32 = nights[shown..].iter().map(|(_, heads, _)| heads).sum();
    if left > 0 {
        all.push(dates::counted(left.into(), "other less", "others less"));
    }
    and(&all)
}

/// What everyone would share without nights, evenings and early mornings.
fn in_reasonable_hours(view: &View<'_>) -> String {
    let (night, least) = (&view.plan.verdict().night, view.plan.year().min);
    let range = view.plan.policy().reasonable().to_string().replace('-', "–");
    let kept = night.reasonable_year_min.floor();
    let without = match kept {
        Minutes::ZERO => "nothing".to_owned(),
        kept => format!("{} a day", length(kept)),
    };
    match kept == least.floor() {
        true => format!("If all kept to {range}, the least of the year would stay {without}."),
        false => {
            let least = daily(least);
            format!("If all kept to {range}, the least of the year would be {without}, now {least}.")
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
