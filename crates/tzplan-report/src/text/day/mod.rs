//! The day: who is at work when, as bars on one clock, the night of each shaded.

mod row;
mod shape;

use std::io;

use tzplan::{ClockRange, PreparedTeam, Season, SeasonOverlap, Shift};

use crate::text::page::Page;
use crate::words::clock;
use crate::words::home::Home;
use crate::words::ink::{Ink, Text};
use crate::words::people::PeopleRow;
use crate::words::shared::Shared;
use row::{DAY, Mark, Row, spread};
use shape::{INDENT, Shape};

/// Columns between two marks of the legend.
const GAP: usize = 3;

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

impl Day<'_> {
    /// Prints the bars of some blocks of people. What they share is marked in the bars of those who are
    /// required.
    pub(crate) fn print(&self, page: &mut Page<'_>, blocks: &[Block<'_>]) -> io::Result<()> {
        let shape = Shape::of(page.width(), &self.rows(blocks, 0));
        let rows = self.rows(blocks, shape.cells);
        page.line(&shape.axis())?;
        for row in &rows {
            shape.lines(row).iter().try_for_each(|line| page.line(line))?;
        }
        let has = |mark: Mark| rows.iter().any(|row| row.cells.contains(&mark));
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
        let entry = |(mark, meaning): (Mark, String)| {
            let (ink, glyph) = mark.show();
            let mut entry = Text::new(ink, glyph);
            entry.push(Ink::Faint, &format!(" {meaning}{}", " ".repeat(GAP)));
            entry
        };
        let entries: Vec<Text> = shown.into_iter().map(entry).collect();
        let width: usize = entries.iter().map(Text::width).sum();
        let start = shape.bar_start().min(page.width().saturating_sub(width)).max(INDENT);
        let mut line = Text::from(" ".repeat(start));
        for entry in &entries {
            if line.width() > start && line.width() + entry.width() > page.width() + GAP {
                page.line(&line)?;
                line = Text::from(" ".repeat(start));
            }
            line.append(entry);
        }
        page.line(&line)
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
            let clock = Home::of(self.prepared.horizon()).place();
            let name = name.clone();
            rows.push(Row { name, place: String::new(), clock, hours, length, cells, strong: true });
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
            clock: String::new(),
            hours: clock::joined(&clock::of_posts(posts, self.prepared.hours_of(who.profile))),
            length: String::new(),
            cells: at_work.iter().enumerate().map(mark).collect(),
            strong: false,
        }
    }
}
