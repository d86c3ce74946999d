//! How the picture is laid out: columns for names, places, the bar and hours.

use super::row::Row;
use crate::words::clean;
use crate::words::ink::{Ink, Text};

/// Cells a day may have: of a quarter, half and a whole hour.
const CELLS: [usize; 3] = [96, 48, 24];
pub(super) const INDENT: usize = 2;

/// The least columns for hours: `09:00–12:00,`.
const LEAST_HOURS: usize = 12;

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
        let name_word = widest(|row| if row.strong { 0 } else { widest_word(&row.name) });
        let place_word = widest(|row| widest_word(&row.place));
        let together = widest(|row| if row.strong { clean::width(&row.name) } else { 0 });
        let hours = widest(|row| clean::width(&row.hours));
        let free = |cells: usize| width.saturating_sub(INDENT + cells + 2);
        // The finest bar beside which names, places and hours can be read.
        let wanted =
            [name.min(24) + 2 + place + hours.min(40), name.min(12).max(together) + hours.min(19), 0];
        let cells = CELLS.into_iter().zip(wanted).find(|(cells, wanted)| free(*cells) >= *wanted);
        let cells = cells.map_or(CELLS[2], |(cells, _)| cells);
        let free = free(cells);
        // Hours flow before places lose their column; places for which there is no room stand below their
        // names.
        let names = name.min(16.max(name_word));
        let room = free.saturating_sub(names + LEAST_HOURS.min(hours) + 2);
        let place = if room >= place_word { place.min(room) } else { 0 };
        let beside = if place > 0 { place + 2 } else { 0 };
        let hours = hours.min(free.saturating_sub(names + beside).max(LEAST_HOURS));
        let name = name.min(free.saturating_sub(hours + beside));
        // Room for `everyone`, which hours on several lines leave.
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

    /// The lines of a row: beside the bar what there is room for of name, place and hours, below it the rest.
    pub(super) fn lines(self, row: &Row) -> Vec<Text> {
        let ink = if row.strong { Ink::Strong } else { Ink::Plain };
        let apart = self.place > 0 && !row.strong;
        let mut name = Text::new(ink, row.name.clone()).within(if apart { self.name } else { self.left() });
        if let [only] = &mut name[..] {
            self.add_clock(only, &row.clock);
        }
        let place = Text::new(Ink::Faint, row.place.clone());
        let place = match (apart, row.strong) {
            (true, _) => place.within(self.place),
            (false, true) => Vec::new(),
            (false, false) => {
                // Below the bar there is room.
                name.extend(place.within(self.left() + self.cells));
                Vec::new()
            }
        };
        let mut hours = Text::new(ink, row.hours.clone()).within(self.hours);
        if let [only] = &mut hours[..]
            && only.width() + clean::width(&row.length) <= self.behind
        {
            only.push(ink, &row.length);
        }
        let line = |index: usize| {
            let mut line = Text::from(" ".repeat(INDENT));
            name.get(index).into_iter().for_each(|name| line.append(name));
            if let Some(place) = place.get(index) {
                line.pad_to(INDENT + self.name + 2);
                line.append(place);
            }
            if index == 0 || index < hours.len() {
                line.pad_to(self.bar_start());
            }
            for mark in row.cells.iter().filter(|_| index == 0) {
                let (ink, glyph) = mark.show();
                line.push(ink, glyph);
            }
            if let Some(hours) = hours.get(index) {
                line.pad_to(self.bar_start() + self.cells + 1);
                line.append(hours);
            }
            line
        };
        (0..name.len().max(place.len()).max(hours.len()).max(1)).map(line).collect()
    }

    /// Below the places, or behind the name; nothing where there is no room, for the heading says it, too.
    fn add_clock(self, name: &mut Text, clock: &str) {
        let room = |from: usize| from + clean::width(clock) <= self.left();
        let below_places = self.name + 2;
        if clock.is_empty() || !room(name.width() + 1) {
            return;
        }
        let beside = self.place > 0 && name.width() < below_places && room(below_places);
        name.pad_to(if beside { below_places } else { name.width() + 1 });
        name.push(Ink::Faint, clock);
    }

    /// Columns left of the bar, for what stands in no column of its own.
    fn left(self) -> usize {
        self.bar_start() - INDENT - 1
    }
}

fn widest_word(text: &str) -> usize {
    Text::from(text).words().iter().map(Text::width).max().unwrap_or(0)
}
