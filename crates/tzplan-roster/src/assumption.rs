//! What a roster leaves open, and how it was taken.

use std::sync::Arc;

use rustc_hash::FxHashMap;

/// Something that rows leave open, and how it was taken: `9-5` as 9:00 to 17:00, hours that nobody gives.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Assumption {
    /// A stable name of the kind, in kebab case: `bare-hours`, `overlapping-hours`, `full-day`,
    /// `default-hours`, `vague-hours`, `vague-days`, `guessed-count`, `unread-count`, `open-year`, `place`,
    /// `no-names`, `joined-label`, `shared-clock`, `chosen-hours`, `clock`, `weekly-day-off`,
    /// `days-without-column`, `fraction-of-day`, `encoding`, `no-header`; of calendars `taken-as-off`,
    /// `unmatched-event`, `free-event`, `part-of-a-day`, `times-in-utc`, `unknown-tzid`, `rule-not-read`.
    pub code: &'static str,
    /// What was assumed.
    pub message: Arc<str>,
    /// The lines of the first rows it was assumed in, at most [`MOST_ROWS`](Self::MOST_ROWS).
    pub rows: Vec<u64>,
    /// In how many rows; 0 where it is about the file as a whole.
    pub count: usize,
}

impl Assumption {
    /// The bound on [`rows`](Self::rows).
    pub const MOST_ROWS: usize = 20;
}

/// An assumption in the schedule of a row: its kind and what was assumed.
pub(crate) type Assumed = (&'static str, Arc<str>);

/// More assumptions are not kept.
const MOST: usize = 1000;

/// The assumptions of a file, in the order in which they were made first.
#[derive(Default)]
pub(crate) struct Assumptions {
    list: Vec<Assumption>,
    places: FxHashMap<Assumed, u32>,
}

impl Assumptions {
    /// The place of an assumption, where its rows are counted; `None` when there are too many.
    pub(crate) fn place(&mut self, assumed: Assumed) -> Option<u32> {
        if let Some(place) = self.places.get(&assumed) {
            return Some(*place);
        }
        if self.list.len() == MOST {
            return None;
        }
        let place = self.list.len() as u32;
        self.places.insert(assumed.clone(), place);
        let (code, message) = assumed;
        self.list.push(Assumption { code, message, rows: Vec::new(), count: 0 });
        Some(place)
    }

    /// Counts a row.
    pub(crate) fn count_row(&mut self, place: u32, line: u64) {
        let assumption = &mut self.list[place as usize];
        assumption.count += 1;
        if assumption.rows.len() < Assumption::MOST_ROWS {
            assumption.rows.push(line);
        }
    }

    /// Takes back what was assumed of a row, for something else.
    pub(crate) fn move_row(&mut self, from: u32, to: u32, line: u64) {
        let assumption = &mut self.list[from as usize];
        assumption.count = assumption.count.saturating_sub(1);
        assumption.rows.retain(|row| *row != line);
        self.count_row(to, line);
    }

    /// Counts rows, of which only the first is shown.
    pub(crate) fn count_rows(&mut self, place: u32, first: u64, count: usize) {
        let assumption = &mut self.list[place as usize];
        assumption.count += count;
        assumption.rows.push(first);
    }

    /// In how many rows something of a kind was assumed.
    pub(crate) fn rows_of(&self, code: &str) -> usize {
        self.list.iter().filter(|assumption| assumption.code == code).map(|assumption| assumption.count).sum()
    }

    /// Those of rows, for good.
    pub(crate) fn take(&mut self) -> Vec<Assumption> {
        let mut list = std::mem::take(&mut self.list);
        list.retain(|assumption| assumption.count > 0);
        list
    }
}
