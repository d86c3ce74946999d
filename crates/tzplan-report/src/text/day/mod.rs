//! The day: who is at work when, as bars on one clock, the night of each shaded.

use std::io;

use tzplan::{ClockRange, PreparedTeam, Season, SeasonOverlap, Shift};

use crate::text::page::Page;
use crate::words::ink::{Ink, Text};
use crate::words::people::PeopleRow;
use crate::words::shared::Shared;
use crate::words::{clean, clock};

/// Cells a day may have: of a quarter, half and a whole hour.
const CELLS: [usize; 3] = [96, 48, 24];
const INDENT: usize = 2;
const DAY: i32 = 24 * 60;

/// What is drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Day<'d> {
    pub(crate) prepared: &'d PreparedTeam,
    pub(crate) season: Season,
    /// Minutes the clock of the axis is ahead of UTC.
    pub(crate) ahead: i32,
    /// The hours that are night on everybody's own clock.
    pub(crate) night: ClockRange,
}

/// People who stand together in the picture, with what they share.
pub(crate) struct Block<'d> {
    pub(crate) people: Vec<PeopleRow>,
    /// What the row below them is called, `everyone` or `pod 1`, and what they share.
    pub(crate) together: Option<(String, &'d SeasonOverlap)>,
    /// A row below them.
    pub(crate) moved: Option<Moved>,
}

/// Somebody's day after a move.
pub(crate) struct Moved {
    pub(crate) who: PeopleRow,
    pub(crate) by: Shift,
    /// The hours after it.
    pub(crate) hours: String,
}

/// A row: what stands left of the bar, and right of it.
struct Row {
    name: String,
    place: String,
    hours: String,
    /// How much that is; left out where there is no room.
    length: String,
    cells: Vec<Mark>,
    strong: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mark {
    Off,
    Night,
    /// On some of their days, or part of the cell.
    Sometimes,
    AtWork,
    AtNight,
    Together,
}

impl Mark {
    fn show(self) -> (Ink, &'static str) {
        match self {
            Self::Off => (Ink::Plain, " "),
            Self::Night => (Ink::Faint, "░"),
            Self::Sometimes => (Ink::Work, "·"),
            Self::AtWork => (Ink::Work, "▒"),
            Self::AtNight => (Ink::Warn, "▓"),
            Self::Together => (Ink::Good, "█"),
        }
    }
}

impl Day<'_> {
    /// Prints the bars of some blocks of people. What they share is marked in the bars of those who are
    /// required.
    pub(crate) fn print(&self, page: &mut Page<'_>, blocks: &[Block<'_>]) -> io::Result<()> {
        let shape = Shape::of(page.width(), &self.rows(blocks, 0));
        let rows = self.rows(blocks, shape.cells);
        page.line(&shape.axis())?;
        for row in &rows {
            page.line(&shape.line(row))?;
        }
        let has = |mark: Mark| rows.iter().any(|row| row.cells.contains(&mark));
        let mut legend = Text::default();
        let in_pods = blocks
            .iter()
            .filter_map(|block| block.together.as_ref())
            .any(|(name, _)| name.starts_with("pod"));
        let meanings = [
            (Mark::AtWork, "at work".to_owned()),
            (Mark::Together, if in_pods { "the whole pod" } else { "everyone" }.to_owned()),
            (Mark::Sometimes, "some days".to_owned()),
            (Mark::AtNight, "at work at night".to_owned()),
            (Mark::Night, format!("night ({})", self.night.to_string().replace('-', "–"))),
        ];
        let shown: Vec<(Mark, String)> = meanings.into_iter().filter(|(mark, _)| has(*mark)).collect();
        let width: usize = shown.iter().map(|(_, meaning)| clean::width(meaning) + 5).sum();
        legend.pad_to(shape.bar_start().min(page.width().saturating_sub(width)));
        for (mark, meaning) in shown {
            let (ink, glyph) = mark.show();
            legend.push(ink, glyph);
            legend.push(Ink::Faint, &format!(" {meaning}   "));
        }
        page.line(&legend)
    }

    fn rows(&self, blocks: &[Block<'_>], cells: usize) -> Vec<Row> {
        blocks.iter().flat_map(|block| self.rows_of(block, cells)).collect()
    }

    fn rows_of(&self, block: &Block<'_>, cells: usize) -> Vec<Row> {
        let common = block.together.as_ref().map(|(_, overlap)| {
            let windows = overlap.windows.iter();
            let windows = windows.map(|window| (i32::from(window.start.get()), window.minutes.get() as i32));
            spread(&windows.collect::<Vec<_>>(), self.ahead, cells, overlap.daily.days)
        });
        let mut rows: Vec<Row> =
            block.people.iter().map(|who| self.person(who, Shift::NONE, common.as_deref(), cells)).collect();
        if let (Some((name, overlap)), Some(common)) = (&block.together, &common) {
            let mark = |common: &f64| match *common {
                common if common >= 0.5 => Mark::Together,
                common if common > 0.0 => Mark::Sometimes,
                _ => Mark::Off,
            };
            let times = clock::joined(&clock::windows(&overlap.windows, self.ahead));
            let shared = Shared::of(overlap, self.ahead);
            let (hours, length) = match (overlap.windows.is_empty(), shared.is_even()) {
                (true, _) => ("never".to_owned(), String::new()),
                (false, true) => (times, format!(", {}", shared.short())),
                (false, false) => (times, String::new()),
            };
            let cells = common.iter().map(mark).collect();
            rows.push(Row { name: name.clone(), place: String::new(), hours, length, cells, strong: true });
        }
        if let Some(Moved { who, by, hours }) = &block.moved {
            rows.push(Row { hours: hours.clone(), strong: true, ..self.person(who, *by, None, cells) });
        }
        rows
    }

    fn person(&self, who: &PeopleRow, by: Shift, common: Option<&[f64]>, cells: usize) -> Row {
        let week = self.prepared.week(who.profile, &self.season);
        let stretches = week.pattern().iter();
        let pattern: Vec<(i32, i32)> =
            stretches.map(|i| (i32::from(i.start().get()), i.length().get() as i32)).collect();
        let at_work = spread(&pattern, self.ahead + by.minutes(), cells, week.workdays());
        let required = who.required && common.is_some();
        let own = week.minutes_ahead() - self.ahead;
        let mark = |(place, at_work): (usize, &f64)| {
            let middle = place as i32 * (DAY / cells as i32) + DAY / cells as i32 / 2;
            let night = clock::is_within(self.night, middle + own);
            match (*at_work, night) {
                // Nobody's nights hide behind what they share.
                (work, true) if work >= 0.5 => Mark::AtNight,
                _ if required && common.is_some_and(|common| common[place] >= 0.5) => Mark::Together,
                (work, false) if work >= 0.5 => Mark::AtWork,
                (work, _) if work > 0.0 => Mark::Sometimes,
                (_, true) => Mark::Night,
                (_, false) => Mark::Off,
            }
        };
        let posts = self.prepared.posts_of(who.profile);
        Row {
            name: who.name.clone(),
            place: who.place.clone(),
            hours: clock::joined(&clock::of_posts(posts, self.prepared.hours_of(who.profile))),
            length: String::new(),
            cells: at_work.iter().enumerate().map(mark).collect(),
            strong: false,
        }
    }
}

/// For each cell of the day, the part of it (0 to 1) in which a weekly pattern holds, over so many days.
fn spread(pattern: &[(i32, i32)], ahead: i32, cells: usize, days: u32) -> Vec<f64> {
    let mut minutes = vec![0_i32; cells];
    if cells == 0 {
        return Vec::new();
    }
    let cell = DAY / cells as i32;
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
    hours: usize,
    /// Columns behind the bar.
    behind: usize,
}

impl Shape {
    fn of(width: usize, rows: &[Row]) -> Self {
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
