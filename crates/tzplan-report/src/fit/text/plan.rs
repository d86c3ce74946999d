//! The plan of the team with the candidate: who moves in which season, and to which hours.

use std::io;

use chrono::NaiveDate;
use tzplan::Minutes;
use tzplan::fit::PlanMove;

use super::View;
use crate::text::moves::{self, NewHours, Together};
use crate::text::page::Page;
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::{clock, people};

/// The most names of a list in a sentence.
const MOST_NAMES: usize = 3;

/// First and last day.
type Dates = (NaiveDate, NaiveDate);

/// What the plans ask of whom, where they ask anything.
pub(super) fn asks(view: &View<'_>) -> Option<Text> {
    let asked = &view.fit.asked;
    let mut whom: Vec<(String, Minutes)> = Vec::new();
    // Their own shift is said by the answer; here is what the plan makes of it.
    if asked.candidate > Minutes::ZERO && view.fit.plan.is_some() {
        whom.push((view.name().to_owned(), asked.candidate));
    }
    let mut others: Vec<Minutes> = asked.others.iter().map(|(_, minutes)| *minutes).collect();
    others.sort_unstable_by(|a, b| b.cmp(a));
    others.dedup();
    for minutes in others {
        let alike = asked.others.iter().filter(|(_, of)| *of == minutes).map(|(one, _)| *one);
        whom.push((view.people.list(&alike.collect::<Vec<_>>(), MOST_NAMES), minutes));
    }
    let move_by = |(place, (who, minutes)): (usize, (String, Minutes))| {
        let to_move = if place == 0 { " to move" } else { "" };
        format!("{who}{to_move} by up to {}", length(minutes))
    };
    let whom: Vec<String> = whom.into_iter().enumerate().map(move_by).collect();
    if whom.is_empty() {
        return None;
    }
    let before = match asked.anybody.get() {
        0 => "nobody has to move now".to_owned(),
        _ => format!("now nobody has to move by more than {}", length(asked.anybody)),
    };
    let mut text = Text::from("The plan of the team would ask ");
    let ink = if asked.others.is_empty() { Ink::Plain } else { Ink::Warn };
    text.push(ink, &people::and(&whom));
    text.plain(&format!("; {before}."));
    Some(text)
}

/// Who moves when. Nothing where nobody does.
pub(super) fn print(page: &mut Page<'_>, view: &View<'_>) -> io::Result<()> {
    let mut groups: Vec<(Vec<Dates>, &[PlanMove])> = Vec::new();
    for season in view.fit.plan.iter().flatten().filter(|season| !season.moves.is_empty()) {
        let dates = (season.dates.first(), season.dates.last());
        match groups.iter_mut().find(|(_, moves)| *moves == &season.moves[..]) {
            Some((known, _)) => known.push(dates),
            None => groups.push((vec![dates], &season.moves)),
        }
    }
    let new_hours = |one: &PlanMove| {
        let hours: Vec<String> = one.moved.hours.iter().flat_map(clock::weekly).collect();
        NewHours {
            who: match one.profile {
                Some(profile) => view.people.label(profile).into(),
                None => Text::new(Ink::Strong, view.name().to_owned()),
            },
            shift: one.moved.shift.minutes(),
            hours: clock::joined(&hours),
            night: one.moved.night_minutes_per_week,
        }
    };
    let together =
        |(dates, moves)| Together { dates, moves: <[PlanMove]>::iter(moves).map(new_hours).collect() };
    let groups: Vec<Together> = groups.into_iter().map(together).collect();
    moves::print(page, &groups, view.prepared.horizon())
}
