//! The table of a year: a row for each season, or, of many years, for all seasons alike.

use crate::html::rich::{self, Rich};
use crate::view::View;
use crate::words::dates;
use crate::words::home::HomeDates;
use crate::words::shown_of;

/// Seasons of more rows than this are not listed one after the other: those of whom the same is said are one
/// row.
const MOST_IN_TURN: usize = 14;
/// The most rows, and ranges of dates in one.
const MOST_ROWS: usize = 36;
const MOST_RANGES: usize = 30;

/// Seasons alike, or the parts of some in which the home clock keeps one offset.
pub(in crate::page) struct SeasonRow {
    /// Ranges of dates, in order.
    pub(in crate::page) dates: Vec<Rich>,
    /// How many more there are.
    pub(in crate::page) left: usize,
    pub(in crate::page) days: String,
    pub(in crate::page) said: Said,
}

/// What is said of a season.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::page) struct Said {
    pub(in crate::page) daily: String,
    /// When, on each clock, with where that is.
    pub(in crate::page) times: Vec<(Rich, String)>,
    pub(in crate::page) meets: bool,
    /// What the weeks are called, where they are drift weeks.
    pub(in crate::page) drift: Option<&'static str>,
    pub(in crate::page) note: String,
}

/// Neighbours of whom the same is said, with their first and last dates.
type Stretch<'a> = &'a [(&'a HomeDates, Said)];

/// The rows of seasons in order, and what is said where not all are shown.
pub(super) fn rows(view: &View<'_>, said: &[(&HomeDates, Said)]) -> (Vec<SeasonRow>, Option<String>) {
    let stretches: Vec<Stretch<'_>> = said.chunk_by(|(_, a), (_, b)| a == b).collect();
    let mut alike: Vec<Vec<Stretch<'_>>> = Vec::new();
    let in_turn = stretches.len() <= MOST_IN_TURN;
    for stretch in stretches {
        match alike.iter_mut().find(|row| !in_turn && row[0][0].1 == stretch[0].1) {
            Some(row) => row.push(stretch),
            None => alike.push(vec![stretch]),
        }
    }
    let shown = shown_of(alike.len(), MOST_ROWS);
    let left = (alike.len() - shown) as u64;
    let mut words = view.dates;
    let rows = alike[..shown].iter().map(|row| {
        if !in_turn {
            words = view.dates;
        }
        let ranges = shown_of(row.len(), MOST_RANGES);
        let range = |stretch: &Stretch<'_>| {
            let (first, last) = (stretch[0].0.first, stretch[stretch.len() - 1].0.last);
            rich::date(first, &words.next(first, last))
        };
        let days = row.iter().copied().flatten().map(|(home, _)| home.days() as u64).sum();
        SeasonRow {
            left: row.len() - ranges,
            days: dates::number(days),
            said: row[0][0].1.clone(),
            dates: row[..ranges].iter().map(range).collect(),
        }
    });
    let rows: Vec<SeasonRow> = rows.collect();
    let left_out = match rows.iter().any(|row| row.left > 0) {
        _ if left > 0 => {
            Some(format!("And {}; all are in --format json.", dates::counted(left, "more row", "more rows")))
        }
        true => Some("All dates are in --format json.".to_owned()),
        false => None,
    };
    (rows, left_out)
}
