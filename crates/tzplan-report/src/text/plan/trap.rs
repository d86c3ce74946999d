//! The shift trap: a plan that only works if somebody moves too far, in their own hours and nights.

use std::io;

use tzplan::Minutes;
use tzplan::shift::ProfileMove;

use super::View;
use crate::text::ink::{Ink, Text};
use crate::text::page::Page;
use crate::text::table::{Align, Table};
use crate::text::{clock, dates};

/// The most movers listed.
const MOST: usize = 8;

pub(super) fn print(page: &mut Page<'_>, view: &View<'_>) -> io::Result<()> {
    let Some(trap) = &view.plan.verdict().trap else { return Ok(()) };
    let Some(season) = view.plan.seasons().nth(trap.season) else { return Ok(()) };
    let mut moves: Vec<&ProfileMove> = trap.moves.iter().collect();
    // Stable: roster order among equals.
    moves.sort_by_key(|one| std::cmp::Reverse(one.shift.abs()));
    let mut title = Text::new(Ink::Bad, "Shift trap");
    title.push(
        Ink::Strong,
        &format!(
            ": sharing {} a day {} would take",
            season.overlap.effective_target,
            view.dates.during(season.season.first(), season.season.last()),
        ),
    );
    page.blank()?;
    page.paragraph(0, &title)?;
    let shown = if moves.len() <= MOST + 1 { moves.len() } else { MOST };
    let mut table = Table::default();
    for align in [Align::Left, Align::Left, Align::Right, Align::Right, Align::Right] {
        table.column("", align);
    }
    for one in &moves[..shown] {
        let hours: Vec<String> = one.hours.iter().flat_map(clock::weekly).collect();
        let night = one.night_minutes_per_week;
        let night = if night == Minutes::ZERO { String::new() } else { format!("{night} a week at night") };
        let each = if view.people.heads(one.profile) > 1 { " each" } else { "" };
        table.row(vec![
            vec![view.people.label(one.profile).into()],
            hours.into_iter().map(Text::from).collect(),
            vec![clock::moved_short(one.shift).into()],
            vec![Text::new(Ink::Bad, night)],
            vec![Text::new(Ink::Faint, format!("{:.0}% of the moving{each}", one.share * 100.0))],
        ]);
    }
    table.print(page, 2)?;
    if shown < moves.len() {
        let left = view.people.heads_of(moves[shown..].iter().map(|one| one.profile));
        let most = Minutes(moves[shown].shift.unsigned_abs());
        let text =
            format!("  … and {} by up to {most}", dates::counted(left as u64, "more person", "more people"));
        page.line(&Text::new(Ink::Faint, text))?;
    }
    Ok(())
}
