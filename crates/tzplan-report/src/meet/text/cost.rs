//! What a slot costs whom, in words.

use tzplan::meeting::{Cause, Cost, Demand, Meetings, Occurrence, RotationWeek, Slot};
use tzplan::{Minutes, ScheduleId};

use crate::meet::crowds::Crowds;
use crate::text::table::Cell;
use crate::words::dates::{self, Dates, counted};
use crate::words::ink::{Ink, Text};
use crate::words::people;
use crate::words::people::Names;

/// The most costs named in a row.
const MOST_COSTS: usize = 4;
/// The most dates named in a cost.
const MOST_DATES: usize = 4;
/// Columns of a name.
const NAME: usize = 20;

/// Those with a schedule: `Ana`, `Ana +3`.
pub(crate) fn name(crowds: &Crowds<'_>, schedule: ScheduleId, names: Names) -> String {
    let Some(first) = crowds.first(schedule) else { return String::new() };
    let others = crowds.members(schedule) - 1;
    let others = if others > 0 { format!(" +{}", dates::number(others)) } else { String::new() };
    let name = match names.fit(first.name(), NAME) {
        empty if empty.is_empty() => format!("member {}", first.index() + 1),
        name => name,
    };
    name + &others
}

/// Whom a slot costs what, the dearest first, in so many columns.
pub(crate) fn cell(
    crowds: &Crowds<'_>,
    meetings: &Meetings<'_>,
    slot: Slot,
    dates: &Dates,
    (room, names): (usize, Names),
) -> Cell {
    let mut all = meetings.costs(slot);
    // Stable: in the order of schedules among equals.
    all.sort_by_key(|cost| std::cmp::Reverse((cost.demand, cost.dates.len())));
    if all.is_empty() {
        return vec!["nobody".into()];
    }
    let occurrences = meetings.occurrences(slot);
    let shown = if all.len() <= MOST_COSTS + 1 { all.len() } else { MOST_COSTS };
    let mut lines = Cell::new();
    for cost in &all[..shown] {
        lines.extend(wrapped(&phrase(crowds, cost, &occurrences, dates, names), room));
    }
    if shown < all.len() {
        let left = counted((all.len() - shown) as u64, "more cost", "more costs");
        lines.push(Text::new(Ink::Faint, format!("… and {left}")));
    }
    lines
}

/// The most costs told outside a page.
pub(crate) const MOST_TOLD: usize = 20;

/// What some costs of a slot come to, the dearest first: a phrase each.
pub(crate) fn costs_in_words(
    crowds: &Crowds<'_>,
    meetings: &Meetings<'_>,
    slot: Slot,
    costs: &[Cost],
) -> Vec<String> {
    let (dates, occurrences) = (Dates::of(meetings.horizon()), meetings.occurrences(slot));
    let mut costs: Vec<&Cost> = costs.iter().collect();
    costs.sort_by_key(|cost| std::cmp::Reverse((cost.demand, cost.dates.len())));
    let phrases = costs.iter().map(|cost| phrase(crowds, cost, &occurrences, &dates, Names::Cut));
    let mut told: Vec<String> = phrases.take(MOST_TOLD).collect();
    if costs.len() > MOST_TOLD {
        told.push(format!("… and {}", counted((costs.len() - MOST_TOLD) as u64, "more cost", "more costs")));
    }
    told
}

/// What a week of a rotation asks of so many at most, the dearest first: `Ana 0:30 longer`, `Ben misses it`.
pub(crate) fn asked_in_words(
    crowds: &Crowds<'_>,
    week: &RotationWeek,
    most: usize,
    names: Names,
) -> Vec<String> {
    let mut asked: Vec<_> = week.demands.iter().filter(|(_, demand)| *demand > Demand::Stretch(0)).collect();
    // Stable: in the order of schedules among equals.
    asked.sort_by_key(|(_, demand)| std::cmp::Reverse(*demand));
    let words = |(schedule, demand): &(ScheduleId, Demand)| match demand {
        Demand::Missed => format!("{} misses it", name(crowds, *schedule, names)),
        Demand::Stretch(minutes) => {
            format!("{} {} longer", name(crowds, *schedule, names), Minutes(*minutes))
        }
    };
    let mut told: Vec<String> = asked.iter().take(most).map(|asked| words(asked)).collect();
    if asked.len() > most {
        told.push(format!("… and {} more", dates::number((asked.len() - most) as u64)));
    }
    told
}

/// `Ana 0:30 longer from 28 Mar to 30 Oct (clock change)`; of a slot with these occurrences.
fn phrase(
    crowds: &Crowds<'_>,
    cost: &Cost,
    occurrences: &[Occurrence],
    dates: &Dates,
    names: Names,
) -> String {
    let name = name(crowds, cost.schedule, names);
    let what = match cost.demand {
        Demand::Missed => "misses it".to_owned(),
        Demand::Stretch(minutes) => format!("{} longer", Minutes(minutes)),
    };
    if cost.cause == Cause::DayOff {
        let count = counted(cost.dates.len() as u64, "date", "dates");
        return format!("{name} {what} on {count} for days off: {}", listed(cost, dates));
    }
    let ends = [occurrences.first(), occurrences.last()].map(|end| end.map(|occurrence| occurrence.date));
    let when = match ends == [cost.first(), cost.last()].map(Some) && occurrences.len() > 1 {
        true => "every week".to_owned(),
        false => dates.during(cost.first(), cost.last()),
    };
    match (cost.cause, cost.demand) {
        (Cause::ClockChange, _) => format!("{name} {what} {when} (clock change)"),
        (_, Demand::Missed) => format!("{name} {what} {when} (no workday)"),
        _ => format!("{name} {what} {when}"),
    }
}

/// `25 Dec, 1 Jan and 3 more`.
fn listed(cost: &Cost, dates: &Dates) -> String {
    let shown = if cost.dates.len() <= MOST_DATES + 1 { cost.dates.len() } else { MOST_DATES };
    let mut named: Vec<String> = cost.dates[..shown].iter().map(|date| dates.day(*date)).collect();
    if shown < cost.dates.len() {
        named.push(format!("{} more", dates::number((cost.dates.len() - shown) as u64)));
    }
    people::and(&named)
}

/// Lines of at most so many columns; further ones are indented.
pub(crate) fn wrapped(text: &str, room: usize) -> Vec<Text> {
    let mut lines: Vec<Text> = Vec::new();
    let mut line = Text::default();
    for word in Text::from(text).words() {
        if !line.is_empty() && line.width() + 1 + word.width() > room {
            lines.push(std::mem::replace(&mut line, Text::from("  ")));
            line.append(&word);
            continue;
        }
        if !line.is_empty() {
            line.plain(" ");
        }
        line.append(&word);
    }
    lines.push(line);
    lines
}
