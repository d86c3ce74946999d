//! The seasons as a table: what everyone shares, and when that is on whose clock.

use super::rich::{self, Rich};
use crate::plan::text::seasons;
use crate::plan::view::View;
use crate::words::{clock, dates};

/// The most rows.
const MOST: usize = 36;
/// The most clocks with a column.
const MOST_CLOCKS: usize = 5;

/// The table.
pub(super) struct Seasons {
    pub(super) clocks: Vec<Rich>,
    pub(super) rows: Vec<SeasonRow>,
    pub(super) left_out: Option<String>,
}

/// A season, or the part of it in which the home clock keeps one offset.
pub(super) struct SeasonRow {
    pub(super) first: Rich,
    pub(super) last: Rich,
    pub(super) days: i64,
    pub(super) daily: String,
    /// When, on each clock.
    pub(super) times: Vec<Vec<When>>,
    pub(super) meets: bool,
    pub(super) is_drift: bool,
    pub(super) note: Rich,
}

/// `14:00–16:00`, and the days where they are not the usual ones.
pub(super) struct When {
    pub(super) times: String,
    pub(super) days: String,
}

impl When {
    fn of(line: String) -> Self {
        match line.rsplit_once(' ') {
            Some((times, days)) if days.starts_with(char::is_alphabetic) && times.contains(':') => {
                Self { times: times.to_owned(), days: days.to_owned() }
            }
            _ => Self { times: line, days: String::new() },
        }
    }
}

impl Seasons {
    pub(super) fn of(view: &View<'_>) -> Self {
        let mut rows = seasons::rows(view);
        let left = rows.len().saturating_sub(MOST);
        rows.truncate(MOST);
        let mut clocks = seasons::clocks(view, &rows);
        let own_home: Vec<i32> = rows.iter().map(|row| row.home.ahead).collect();
        clocks.truncate(if clocks.len() > MOST_CLOCKS { 0 } else { MOST_CLOCKS });
        let home = (!clocks.iter().any(|clock| clock.ahead == own_home)).then(|| view.home.place());
        let heads = home.iter().map(String::as_str).chain(clocks.iter().map(|clock| clock.head.as_str()));
        let row = |(index, row): (usize, &seasons::SeasonRow<'_>)| {
            let overlap = row.season.overlap;
            let at = home.iter().map(|_| row.home.ahead).chain(clocks.iter().map(|clock| clock.ahead[index]));
            let note: Vec<Rich> =
                seasons::note(view, overlap, seasons::Notes::Long).iter().map(Rich::from).collect();
            SeasonRow {
                first: rich::date(row.home.first, &dates::full(row.home.first)),
                last: rich::date(row.home.last, &dates::full(row.home.last)),
                days: row.home.days(),
                daily: overlap.daily.to_string(),
                times: at
                    .map(|ahead| clock::windows(&overlap.windows, ahead).into_iter().map(When::of).collect())
                    .collect(),
                meets: overlap.meets,
                is_drift: view.plan.year().is_drift(&row.season.season),
                note: note.into_iter().next().unwrap_or_default(),
            }
        };
        Self {
            clocks: heads.map(Rich::name).collect(),
            rows: rows.iter().enumerate().map(row).collect(),
            left_out: (left > 0).then(|| {
                format!(
                    "And {}; all are in --format json.",
                    dates::counted(left as u64, "more row", "more rows")
                )
            }),
        }
    }
}
