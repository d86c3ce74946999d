//! What a roster leaves open, and how it was taken.

use std::collections::BTreeMap;
use std::sync::Arc;

/// Something that rows leave open, and how it was taken: `9-5` as 9:00 to 17:00, hours that nobody gives.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Assumption {
    /// A stable name of the kind, in kebab case: `bare-hours`, `full-day`, `default-hours`, `vague-hours`,
    /// `place`.
    pub code: &'static str,
    /// What was assumed.
    pub message: Arc<str>,
    /// The lines of the first rows it was assumed in, at most [`MOST_ROWS`](Self::MOST_ROWS).
    pub rows: Vec<u64>,
    /// In how many rows.
    pub count: usize,
}

impl Assumption {
    /// The bound on [`rows`](Self::rows).
    pub const MOST_ROWS: usize = 20;
}

/// An assumption in the schedule of a row: its kind and what was assumed.
pub(crate) type Assumed = (&'static str, Arc<str>);

/// More kinds and messages are counted with the last.
const MOST: usize = 200;

/// The assumptions of a file, in the order of their first rows.
#[derive(Default)]
pub(crate) struct Assumptions {
    list: Vec<Assumption>,
    places: BTreeMap<Assumed, usize>,
}

impl Assumptions {
    /// Counts an assumption in a row.
    pub(crate) fn add(&mut self, assumed: &Assumed, line: u64) {
        let place = match self.places.get(assumed) {
            Some(place) => *place,
            None if self.list.len() == MOST => return,
            None => {
                let (code, message) = assumed.clone();
                self.places.insert(assumed.clone(), self.list.len());
                self.list.push(Assumption { code, message, rows: Vec::new(), count: 0 });
                self.list.len() - 1
            }
        };
        let assumption = &mut self.list[place];
        assumption.count += 1;
        if assumption.rows.len() < Assumption::MOST_ROWS {
            assumption.rows.push(line);
        }
    }

    /// In how many rows something of a kind was assumed.
    pub(crate) fn count(&self, code: &str) -> usize {
        self.list.iter().filter(|assumption| assumption.code == code).map(|assumption| assumption.count).sum()
    }

    pub(crate) fn take(&mut self) -> Vec<Assumption> {
        std::mem::take(&mut self.list)
    }
}
