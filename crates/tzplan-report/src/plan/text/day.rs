//! The day: who is at work when, as bars on one clock.

use std::io;

use tzplan::{PreparedTeam, ProfileId, Season, SeasonOverlap};

use crate::text::page::Page;
use crate::words::ink::{Ink, Text};
use crate::words::people::People;
use crate::words::{clean, clock};

/// Cells a day may have: of a quarter, half and a whole hour.
const CELLS: [usize; 3] = [96, 48, 24];
const INDENT: usize = 2;
const EVERYONE: &str = "everyone";

/// What is drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Day<'d> {
    pub(crate) prepared: &'d PreparedTeam,
    pub(crate) season: Season,
    /// Minutes the clock of the axis is ahead of UTC.
    pub(crate) ahead: i32,
    pub(crate) overlap: &'d SeasonOverlap,
}

/// A row: what stands left of the bar, and right of it.
struct Row {
    name: String,
    place: String,
    offset: String,
    hours: String,
    cells: Vec<Mark>,
    strong: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mark {
    Off,
    /// On some of their days, or part of the cell.
    Sometimes,
    AtWork,
    Everyone,
}

impl Mark {
    fn show(self) -> (Ink, &'static str) {
        match self {
            Self::Off => (Ink::Plain, " "),
            Self::Sometimes => (Ink::Work, "░"),
            Self::AtWork => (Ink::Work, "▒"),
            Self::Everyone => (Ink::Good, "█"),
        }
    }
}

impl Day<'_> {
    /// Prints the bars of some profiles and of everyone.
    pub(crate) fn print(&self, page: &mut Page<'_>, rows: &[ProfileId]) -> io::Result<()> {
        let people = People::of(self.prepared, page.names());
        let together = self.prepared.required_members() > 1;
        let shape = Shape::of(page.width(), &self.rows(&people, rows, together, 0));
        let rows = self.rows(&people, rows, together, shape.cells);
        page.line(&shape.axis())?;
        for row in &rows {
            page.line(&shape.line(row))?;
        }
        let has = |mark: Mark| rows.iter().any(|row| row.cells.contains(&mark));
        let mut legend = Text::from(" ".repeat(shape.bar_start()));
        let meanings = [
            (Mark::AtWork, "at work"),
            (Mark::Everyone, if together { "everyone at work" } else { "at work" }),
            (Mark::Sometimes, "some days"),
        ];
        for (mark, meaning) in meanings.into_iter().filter(|(mark, _)| has(*mark)) {
            let (ink, glyph) = mark.show();
            legend.push(ink, glyph);
            legend.push(Ink::Faint, &format!(" {meaning}   "));
        }
        page.line(&legend)
    }

    fn rows(&self, people: &People<'_>, profiles: &[ProfileId], together: bool, cells: usize) -> Vec<Row> {
        let shared: Vec<(i32, i32)> = self
            .overlap
            .windows
            .iter()
            .map(|window| (i32::from(window.start.get()), window.minutes.get() as i32))
            .collect();
        let common = spread(&shared, self.ahead, cells, self.overlap.daily.days);
        let member = |id: &ProfileId| {
            let week = self.prepared.week(*id, &self.season);
            let pattern: Vec<(i32, i32)> = week
                .pattern()
                .iter()
                .map(|i| (i32::from(i.start().get()), i.length().get() as i32))
                .collect();
            let at_work = spread(&pattern, self.ahead, cells, week.workdays());
            let mark = |(own, common): (&f64, &f64)| match (*own, *common) {
                (_, common) if common >= 0.5 && together && !people.is_optional(*id) => Mark::Everyone,
                (own, _) if own >= 0.5 => Mark::AtWork,
                (own, _) if own > 0.0 => Mark::Sometimes,
                _ => Mark::Off,
            };
            let hours = clock::of_posts(self.prepared.posts_of(*id), self.prepared.hours_of(*id));
            let offset = clock::offset(week.minutes_ahead());
            let place = people.place(*id);
            let offset = if place.starts_with("UTC") { String::new() } else { format!(" {offset}") };
            Row {
                name: people.label_in(*id, 40),
                place,
                offset,
                hours: clock::joined(&hours),
                cells: at_work.iter().zip(&common).map(mark).collect(),
                strong: false,
            }
        };
        let mut rows: Vec<Row> = profiles.iter().map(member).collect();
        if together {
            let mark = |common: &f64| match *common {
                common if common >= 0.5 => Mark::Everyone,
                common if common > 0.0 => Mark::Sometimes,
                _ => Mark::Off,
            };
            let shared = clock::joined(&clock::windows(&self.overlap.windows, self.ahead));
            rows.push(Row {
                name: EVERYONE.to_owned(),
                place: String::new(),
                offset: String::new(),
                hours: if self.overlap.windows.is_empty() { "never".to_owned() } else { shared },
                cells: common.iter().map(mark).collect(),
                strong: true,
            });
        }
        rows
    }
}

/// For each cell of the day, the part of it (0 to 1) in which a weekly pattern holds, over so many days.
fn spread(pattern: &[(i32, i32)], ahead: i32, cells: usize, days: u32) -> Vec<f64> {
    let mut minutes = vec![0_i32; cells];
    if cells == 0 {
        return Vec::new();
    }
    let cell = 24 * 60 / cells as i32;
    for (start, length) in pattern {
        let (mut from, end) = (start + ahead, start + ahead + length);
        while from < end {
            let place = from.div_euclid(cell);
            let until = end.min((place + 1) * cell);
            minutes[place.rem_euclid(cells as i32) as usize] += until - from;
            from = until;
        }
    }
    let whole = f64::from(cell) * f64::from(days.max(1));
    minutes.into_iter().map(|minutes| f64::from(minutes) / whole).collect()
}

/// How the columns are divided.
#[derive(Clone, Copy, Debug)]
struct Shape {
    cells: usize,
    name: usize,
    place: usize,
    /// Whether places come with their offsets.
    offset: bool,
    hours: usize,
}

impl Shape {
    fn of(width: usize, rows: &[Row]) -> Self {
        let widest = |column: fn(&Row) -> usize| rows.iter().map(column).max().unwrap_or(0);
        // What stands for everyone may run on below the places.
        let name = widest(|row| if row.strong { 0 } else { clean::width(&row.name) });
        let place = widest(|row| clean::width(&row.place));
        let full = widest(|row| clean::width(&row.place) + clean::width(&row.offset));
        let hours = widest(|row| clean::width(&row.hours));
        let free = |cells: usize| width.saturating_sub(INDENT + cells + 2);
        // The finest bar beside which names and hours can be read.
        let wanted = [name.min(24) + 2 + full + hours.min(40), name.min(12) + hours.min(19), 0];
        let cells = CELLS.into_iter().zip(wanted).find(|(cells, wanted)| free(*cells) >= *wanted);
        let cells = cells.map_or(CELLS[2], |(cells, _)| cells);
        let free = free(cells);
        let hours = hours.min(free.saturating_sub(name.min(16)).max(11));
        let name = name.min(free.saturating_sub(hours));
        let rest = free.saturating_sub(hours + name + 2);
        let (place, offset) = match rest {
            rest if rest >= full => (full, true),
            rest if rest >= place.min(7) => (place.min(rest), false),
            _ => (0, false),
        };
        // Room for `everyone`, which hours that are cut leave.
        let hours = if place > 0 { hours } else { hours.min(free.saturating_sub(EVERYONE.len())) };
        let name = if place > 0 { name } else { name.max(EVERYONE.len()).min(free.saturating_sub(hours)) };
        Self { cells, name, place, offset, hours }
    }

    fn bar_start(self) -> usize {
        INDENT + self.name + if self.place > 0 { 2 + self.place } else { 0 } + 1
    }

    fn axis(self) -> Text {
        let mut axis = Text::default();
        for hour in (0..=24).step_by(3) {
            axis.pad_to(self.bar_start() + hour * self.cells / 24);
            axis.push(Ink::Faint, &hour.to_string());
        }
        axis
    }

    fn line(self, row: &Row) -> Text {
        let ink = if row.strong { Ink::Strong } else { Ink::Plain };
        let mut line = Text::from(" ".repeat(INDENT));
        let name = if row.strong { self.bar_start() - INDENT - 1 } else { self.name };
        line.push(ink, &clean::cut(&row.name, name));
        if self.place > 0 && !row.strong {
            line.pad_to(INDENT + self.name + 2);
            let offset = if self.offset { row.offset.as_str() } else { "" };
            line.push(Ink::Faint, &clean::cut(&format!("{}{offset}", row.place), self.place));
        }
        line.pad_to(self.bar_start());
        for mark in &row.cells {
            let (ink, glyph) = mark.show();
            line.push(ink, glyph);
        }
        line.plain(" ");
        line.push(ink, &clean::cut(&row.hours, self.hours));
        line
    }
}
