//! The plan of the team with the candidate: who moves in which season, and to which hours.

use std::io;

use tzplan::fit::PlanMove;
use tzplan::{DateRange, Minutes};

use super::View;
use crate::text::page::Page;
use crate::text::table::{Align, Table};
use crate::words::dates::{self, Dates};
use crate::words::ink::{Ink, Text};
use crate::words::{clock, people};

/// The most rows listed.
const MOST_ROWS: usize = 12;
/// The most names of a list in a sentence.
const MOST_NAMES: usize = 3;
/// The most seasons named for the same moves.
const MOST_SEASONS: usize = 3;

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
        format!("{who}{to_move} by up to {}", clock::words(minutes))
    };
    let whom: Vec<String> = whom.into_iter().enumerate().map(move_by).collect();
    if whom.is_empty() {
        return None;
    }
    let before = match asked.anybody.get() {
        0 => "nobody has to move now".to_owned(),
        _ => format!("now nobody has to move by more than {}", clock::words(asked.anybody)),
    };
    let mut text = Text::from("The plan of the team would ask ");
    let ink = if asked.others.is_empty() { Ink::Plain } else { Ink::Warn };
    text.push(ink, &people::and(&whom));
    text.plain(&format!("; {before}."));
    Some(text)
}

/// Seasons with the same moves.
struct Alike<'m> {
    dates: Vec<DateRange>,
    moves: &'m [PlanMove],
}

/// Who moves when. Nothing where nobody does.
pub(super) fn print(page: &mut Page<'_>, view: &View<'_>) -> io::Result<()> {
    let plan = view.fit.plan.iter().flatten().filter(|season| !season.moves.is_empty());
    let mut seasons: Vec<Alike<'_>> = Vec::new();
    for season in plan {
        match seasons.iter_mut().find(|known| *known.moves == *season.moves) {
            Some(known) => known.dates.push(season.dates),
            None => seasons.push(Alike { dates: vec![season.dates], moves: &season.moves }),
        }
    }
    if seasons.is_empty() {
        return Ok(());
    }
    let mut table = Table::default();
    for (column, align) in [
        ("Shifts", Align::Left),
        ("who", Align::Left),
        ("moves", Align::Right),
        ("new own hours", Align::Left),
    ] {
        table.column(column, align);
    }
    let total: usize = seasons.iter().map(|season| season.moves.len()).sum();
    let mut room = MOST_ROWS;
    for season in &seasons {
        let moves = &season.moves[..season.moves.len().min(room)];
        if moves.is_empty() {
            break;
        }
        room -= moves.len();
        table.row(vec![
            dates_of(view, &season.dates),
            moves.iter().map(|one| who(view, one)).collect(),
            moves.iter().map(|one| clock::moved_short(one.moved.shift.minutes()).into()).collect(),
            moves.iter().map(hours).collect(),
        ]);
    }
    page.blank()?;
    table.print(page, 0)?;
    let shown = MOST_ROWS - room;
    if total > shown {
        let left = dates::counted((total - shown) as u64, "more shift", "more shifts");
        page.line(&Text::new(Ink::Faint, format!("… and {left} (all in --format json)")))?;
    }
    Ok(())
}

fn who(view: &View<'_>, one: &PlanMove) -> Text {
    match one.profile {
        Some(profile) => view.people.label(profile).into(),
        None => Text::new(Ink::Strong, view.name().to_owned()),
    }
}

fn hours(one: &PlanMove) -> Text {
    let hours: Vec<String> = one.moved.hours.iter().flat_map(clock::weekly).collect();
    let mut text = Text::from(clock::joined(&hours));
    if one.moved.night_minutes_per_week.get() > 0 {
        text.push(Ink::Warn, &format!("  {} a week at night", one.moved.night_minutes_per_week));
    }
    text
}

/// The dates, one season on a line.
fn dates_of(view: &View<'_>, seasons: &[DateRange]) -> Vec<Text> {
    let words = Dates::of(view.prepared.horizon());
    let shown = if seasons.len() <= MOST_SEASONS + 1 { seasons.len() } else { MOST_SEASONS };
    let mut lines: Vec<Text> =
        seasons[..shown].iter().map(|dates| words.range(dates.first(), dates.last()).into()).collect();
    if shown < seasons.len() {
        lines.push(format!("and {} more", seasons.len() - shown).into());
    }
    lines
}
