//! What everyone shares, without the candidate and with them.

use std::io;

use tzplan::{Season, SeasonOverlap};

use super::View;
use crate::text::page::Page;
use crate::text::table::{Align, Table};
use crate::words::amounts::Amounts;
use crate::words::ink::Text;

/// Columns of what is left of the hours.
const LABEL: usize = 25;

pub(super) fn print(page: &mut Page<'_>, view: &View<'_>) -> io::Result<()> {
    // Of a pair, the table of teammates says it all.
    if view.prepared.required_members() < 2 {
        return Ok(());
    }
    let (horizon, seasons) = (view.prepared.horizon(), &view.document.everyone.seasons);
    let words = |of: fn(&(Season, SeasonOverlap, SeasonOverlap)) -> &SeasonOverlap| {
        let amounts = Amounts::of(horizon, seasons.iter().map(|season| (season.0, of(season))));
        amounts.words(horizon).unwrap_or_else(|| "never".to_owned())
    };
    let never = |overlap: &SeasonOverlap| overlap.windows.is_empty();
    if seasons.iter().all(|(_, now, with)| never(now) && never(with)) {
        page.blank()?;
        let never = format!("Never, with {} or without.", view.name());
        return page.labelled("Everyone together", &never.into());
    }
    page.heading(match view.fit.shift {
        Some(_) => "Everyone together, without the shift",
        None => "Everyone together",
    })?;
    let with = if view.name.is_empty() { "with one more".to_owned() } else { format!("with {}", view.name) };
    let mut table = Table::default();
    [Align::Left, Align::Left].into_iter().for_each(|align| table.column("", align));
    let rows = [("now".to_owned(), words(|season| &season.1)), (with, words(|season| &season.2))];
    let rows = rows.map(|(label, shared)| (page.names().flowed(label, LABEL), shared));
    let labels = rows.iter().flat_map(|(label, _)| label).map(Text::width).max().unwrap_or(0);
    let room = page.width().saturating_sub(labels + 4);
    for (label, shared) in rows {
        table.row(vec![label, Text::from(shared).wrapped(page.names().room(room))]);
    }
    table.print(page, 2)
}
