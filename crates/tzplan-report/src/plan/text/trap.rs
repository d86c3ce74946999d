//! The shift trap: a plan that only works if somebody moves too far, in their own hours and nights.

use std::io;

use tzplan::Minutes;
use tzplan::shift::ProfileMove;

use crate::text::page::Page;
use crate::text::table::{Align, Table, first_that_fits};
use crate::view::View;
use crate::words::ink::{Ink, Text};
use crate::words::length::{daily, length};
use crate::words::shown_of;
use crate::words::{clock, dates};

/// The most movers listed.
const MOST: usize = 8;
/// Columns of a name, and whether the burden's shares are shown: the first that fits.
const LAYOUTS: [Layout; 4] = [
    Layout { names: 24, shares: true },
    Layout { names: 14, shares: true },
    Layout { names: 14, shares: false },
    Layout { names: 10, shares: false },
];

#[derive(Clone, Copy, Debug)]
struct Layout {
    names: usize,
    shares: bool,
}

pub(crate) fn print(page: &mut Page<'_>, view: &View<'_>) -> io::Result<()> {
    let Some(trap) = &view.plan.verdict().trap else { return Ok(()) };
    let Some(season) = view.plan.seasons().nth(trap.season) else { return Ok(()) };
    let mut moves: Vec<&ProfileMove> = trap.moves.iter().collect();
    // Stable: roster order among equals.
    moves.sort_by_key(|one| std::cmp::Reverse(one.shift.minutes().abs()));
    let mut title = Text::new(Ink::Bad, "Shift trap");
    title.push(
        Ink::Strong,
        &format!(
            " (days moved too far): sharing {} a day {} would take",
            daily(season.overlap.effective_target),
            view.dates.during(season.season.first(), season.season.last()),
        ),
    );
    page.blank()?;
    page.paragraph(0, &title)?;
    let shown = shown_of(moves.len(), MOST);
    let tables = LAYOUTS.map(|layout| table(view, &moves[..shown], layout));
    tables[first_that_fits(page, &tables, 2)].print(page, 2)?;
    if shown < moves.len() {
        let left = view.people.heads_of(moves[shown..].iter().map(|one| one.profile));
        let most = length(moves[shown].shift.length());
        let text =
            format!("  … and {} by up to {most}", dates::counted(left as u64, "more person", "more people"));
        page.line(&Text::new(Ink::Faint, text))?;
    }
    Ok(())
}

/// Who works when.
fn table(view: &View<'_>, moves: &[&ProfileMove], layout: Layout) -> Table {
    let mut table = Table::default();
    for (head, align) in [("", Align::Left), ("new own hours", Align::Left), ("moved", Align::Right)] {
        table.column(head, align);
    }
    // Where there is little room, one below the other.
    let night =
        if layout.shares { vec!["night a week".into()] } else { vec!["night".into(), "a week".into()] };
    table.column_under(night, Align::Right);
    if layout.shares {
        table.column("part of all", Align::Right);
    }
    for one in moves {
        let hours = clock::of_posts(view.prepared.posts_of(one.profile), &one.hours);
        let night = one.night_minutes_per_week;
        let ink = if night == Minutes::ZERO { Ink::Plain } else { Ink::Bad };
        let mut cells = vec![
            view.people.cell(one.profile, layout.names),
            hours.into_iter().map(Text::from).collect(),
            vec![clock::moved(one.shift.minutes()).into()],
            vec![Text::new(ink, if night == Minutes::ZERO { "none".to_owned() } else { length(night) })],
        ];
        if layout.shares {
            let each = if view.people.heads(one.profile) > 1 { " each" } else { "" };
            cells.push(vec![format!("{}{each}", share(one.share)).into()]);
        }
        table.row(cells);
    }
    table
}

/// One member's part of all the moving, rounded.
pub(crate) fn share(share: f64) -> String {
    if share < 0.005 { "<1%".to_owned() } else { format!("{:.0}%", share * 100.0) }
}
