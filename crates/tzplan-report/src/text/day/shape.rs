//! How the picture is laid out: columns for names, places, the bar and hours.

use super::row::Row;
use crate::words::clean;
use crate::words::ink::{Ink, Text};

/// Cells a day may have: of a quarter, half and a whole hour.
const CELLS: [usize; 3] = [96, 48, 24];
const INDENT: usize = 2;

/// How the columns are divided.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    pub(super) cells: usize,
    name: usize,
    place: usize,
    hours: usize,
    /// Columns behind the bar.
    behind: usize,
}

impl Shape {
    pub(super) fn of(width: usize, rows: &[Row]) -> Self {
        let widest = |column: fn(&Row) -> usize| rows.iter().map(column).max().unwrap_or(0);
        // What stands for everyone may run on below the places.
        let name = widest(|row| if row.strong { 0 } else { clean::width(&row.name) });
        let place = widest(|row| clean::width(&row.place));
        let together = widest(|row| if row.strong { clean::width(&row.name) } else { 0 });
        let hours = widest(|row| clean::width(&row.hours));
        let free = |cells: usize| width.saturating_sub(INDENT + cells + 2);
        // The finest bar beside which names, places and hours can be read.
        let wanted =
            [name.min(24) + 2 + place + hours.min(40), name.min(12).max(together) + hours.min(19), 0];
        let cells = CELLS.into_iter().zip(wanted).find(|(cells, wanted)| free(*cells) >= *wanted);
        let cells = cells.map_or(CELLS[2], |(cells, _)| cells);
        let free = free(cells);
        let hours = hours.min(free.saturating_sub(name.min(16)).max(11));
        let name = name.min(free.saturating_sub(hours));
        let rest = free.saturating_sub(hours + name + 2);
        let place = if rest >= place.min(7) { place.min(rest) } else { 0 };
        // Room for `everyone`, which hours that are cut leave.
        let hours = if place > 0 { hours } else { hours.min(free.saturating_sub(together)) };
        let name = if place > 0 { name } else { name.max(together).min(free.saturating_sub(hours)) };
        let shape = Self { cells, name, place, hours, behind: 0 };
        Self { behind: width.saturating_sub(shape.bar_start() + cells + 1), ..shape }
    }

    pub(super) fn bar_start(self) -> usize {
        INDENT + self.name + if self.place > 0 { 2 + self.place } else { 0 } + 1
    }

    pub(super) fn axis(self) -> Text {
        let mut axis = Text::default();
        for hour in (0..=24).step_by(3) {
            axis.pad_to(self.bar_start() + hour * self.cells / 24);
            axis.push(Ink::Faint, &hour.to_string());
        }
        axis
    }

    pub(super) fn line(self, row: &Row) -> Text {
        let ink = if row.strong { Ink::Strong } else { Ink::Plain };
        let mut line = Text::from(" ".repeat(INDENT));
        let name = if row.strong { self.bar_start() - INDENT - 1 } else { self.name };
        line.push(ink, &clean::cut(&row.name, name));
        if self.place > 0 && !row.strong {
            line.pad_to(INDENT + self.name + 2);
            line.push(Ink::Faint, &clean::cut(&row.place, self.place));
        }
        line.pad_to(self.bar_start());
        for mark in &row.cells {
            let (ink, glyph) = mark.show();
            line.push(ink, glyph);
        }
        line.plain(" ");
        line.push(ink, &clean::cut(&row.hours, self.hours));
        let hours = clean::width(&row.hours);
        if hours <= self.hours && hours + clean::width(&row.length) <= self.behind {
            line.push(ink, &row.length);
        }
        line
    }
}
