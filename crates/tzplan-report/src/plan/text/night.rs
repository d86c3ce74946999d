//! Night work as stated: whose it is, and what it carries.

use tzplan::verdict::ProfileNight;
use tzplan::{Minutes, Model};

use crate::plan::view::View;
use crate::words::dates;
use crate::words::ink::{Ink, Text};
use crate::words::people::and;

/// The most entries of a sentence.
const MOST: usize = 4;

/// For the first lines: the night work in what everyone shares. `None` where there is none, and where nobody
/// calls it an overlap.
pub(super) fn in_overlap(view: &View<'_>) -> Option<Text> {
    let night = &view.plan.verdict().night;
    if !told_first(view) {
        return None;
    }
    let (ink, start) = match night.carries_overlap {
        true => (Ink::Bad, "What everyone shares rests on night work"),
        false => (Ink::Warn, "Part of what everyone shares is night work"),
    };
    let mut text = Text::new(ink, start);
    text.plain(&format!(": {}. {}", who(view), in_reasonable_hours(view)));
    Some(text)
}

/// For the evidence, where the first lines do not tell it.
pub(super) fn line(view: &View<'_>) -> Option<Text> {
    let night = &view.plan.verdict().night;
    if told_first(view) || night.profiles.is_empty() {
        return None;
    }
    let mut text = Text::from(format!("{}.", capital(&who(view))));
    if view.prepared.required_members() > 1 {
        text.plain(&format!(" {}", in_reasonable_hours(view)));
    }
    Some(text)
}

fn told_first(view: &View<'_>) -> bool {
    let verdict = view.plan.verdict();
    view.prepared.required_members() > 1
        && verdict.model <= Model::OverlapWithShifts
        && verdict.night.is_shared()
}

/// `R works 22:30 h a week at night (22:00–06:00), J 35:00 h`, the most first.
fn who(view: &View<'_>) -> String {
    let policy = view.plan.policy();
    let mut nights: Vec<&ProfileNight> = view.plan.verdict().night.profiles.iter().collect();
    // Stable: roster order among equals.
    nights.sort_by_key(|one| std::cmp::Reverse(one.minutes_per_week));
    let shown = if nights.len() <= MOST + 1 { nights.len() } else { MOST };
    let mut all: Vec<String> = Vec::new();
    for one in &nights[..shown] {
        let (name, hours) = (view.people.label(one.profile), one.minutes_per_week);
        all.push(match (all.is_empty(), view.people.heads(one.profile)) {
            (false, _) => format!("{name} {hours} h"),
            (true, heads) => {
                let works = if heads > 1 { "each work" } else { "works" };
                let range = policy.night().to_string().replace('-', "–");
                format!("{name} {works} {hours} h a week at night ({range})")
            }
        });
    }
    let left = view.people.heads_of(nights[shown..].iter().map(|one| one.profile));
    if left > 0 {
        all.push(dates::counted(left as u64, "other less", "others less"));
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
        kept => format!("{kept} a day"),
    };
    match kept == least.floor() {
        true => format!("If all kept to {range}, the least of the year would stay {without}."),
        false => format!("If all kept to {range}, the least of the year would be {without}, now {least}."),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
