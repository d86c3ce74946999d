//! A ranked pool of candidates with what a document says about it.

pub(crate) mod csv;
pub(crate) mod json;
pub(crate) mod text;

use std::fmt;

use tzplan::fit::{Ranking, Results};

/// A ranked pool.
#[derive(Clone, Copy)]
pub struct Pool<'a> {
    /// The pool's name, as the user gave it.
    pub source: &'a str,
    /// The candidates listed, the best first.
    pub ranking: &'a Ranking<'a>,
    /// How many candidates there are with each result, those that are not listed included.
    pub results: Results,
    /// How many different profiles they have: people with equal clocks, hours and days off are one.
    pub profiles: usize,
    /// How many rows had faults and were skipped.
    pub skipped: usize,
    /// The row of the pool's file that a candidate was read from.
    pub row: &'a dyn Fn(usize) -> Option<u64>,
}

impl fmt::Debug for Pool<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pool").field("source", &self.source).field("results", &self.results).finish()
    }
}
