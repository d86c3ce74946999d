//! A ranked pool of candidates.

mod csv;
pub(crate) mod json;
mod spelled;
mod text;

use std::{fmt, io};

use tzplan::fit::{Candidate, Opening, Rank, Ranking, Results, SortBy};
use tzplan::{MemberRef, ScheduleId};

use crate::context::Context;
use crate::document::document;
use crate::fit::FitDocument;
use crate::fit::html::{MOST_CARDS, cards};

/// A pool of candidates, the best first.
#[derive(Clone, Copy, Debug)]
pub struct PoolDocument<'a> {
    opening: &'a Opening,
    pool: Pool<'a>,
    hubs: Hubs<'a>,
    context: Context<'a>,
}

/// The hubs of which one is enough, and the one that suits those of a schedule best.
#[derive(Clone, Copy, Default)]
pub struct Hubs<'a> {
    /// Their names; empty where all are needed.
    pub names: &'a [String],
    /// The place of the one that suits best.
    pub of: Option<&'a dyn Fn(ScheduleId) -> Option<usize>>,
}

impl<'a> Hubs<'a> {
    /// The name of the one that suits best.
    fn name(&self, schedule: ScheduleId) -> Option<&'a str> {
        self.names.get((self.of?)(schedule)?).map(String::as_str)
    }
}

impl fmt::Debug for Hubs<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hubs").field("names", &self.names).finish()
    }
}

impl<'a> PoolDocument<'a> {
    /// Of a pool ranked for an opening.
    pub fn new(opening: &'a Opening, pool: Pool<'a>, context: Context<'a>) -> Self {
        Self { opening, pool, hubs: Hubs::default(), context }
    }

    /// The same where one of several hubs is enough. The opening of the document is that of all of them.
    #[must_use]
    pub fn any_of(self, hubs: Hubs<'a>) -> Self {
        Self { hubs, ..self }
    }
}

/// A ranked pool, and how it was read.
#[derive(Clone, Copy)]
pub struct Pool<'a> {
    /// The pool's name, as the user gave it.
    pub source: &'a str,
    /// The candidates listed, the first one first.
    pub ranking: &'a Ranking<'a>,
    /// By what they are sorted.
    pub sort: SortBy,
    /// How many candidates there are with each result, those that are not listed included.
    pub results: Results,
    /// How many different profiles they have: people with equal clocks, hours and days off are one.
    pub profiles: usize,
    /// How many rows had faults and were skipped.
    pub skipped: usize,
    /// The row of the pool's file that a candidate was read from.
    pub row: &'a dyn Fn(usize) -> Option<u64>,
}

impl<'a> Pool<'a> {
    /// The first of those listed, and those who are [as good a choice](Rank::is_near); nobody where nobody is
    /// listed.
    pub(crate) fn equally_good(&self) -> impl Iterator<Item = (MemberRef<'a>, &'a Rank)> {
        let first = self.ranking.iter().next();
        self.ranking.iter().filter(move |(_, rank)| first.is_some_and(|(_, first)| first.is_near(rank)))
    }
}

impl fmt::Debug for Pool<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pool").field("source", &self.source).field("results", &self.results).finish()
    }
}

document!(PoolDocument: text::print, json::write, csv::write; {
    fn context(&self) -> Option<Context<'_>> {
        Some(self.context)
    }

    /// Cards of at most [`MOST_CARDS`](crate::page::MOST_CARDS) candidates for one opening.
    fn has_html(&self) -> bool {
        (1..=MOST_CARDS).contains(&self.pool.ranking.iter().len()) && self.hubs.names.is_empty()
    }

    fn html(&self, out: &mut dyn io::Write) -> io::Result<()> {
        if !self.has_html() {
            return Err(io::ErrorKind::Unsupported.into());
        }
        let members: Vec<MemberRef<'_>> = self.pool.ranking.iter().map(|(member, _)| member).collect();
        let judged: Vec<Candidate<'_>> =
            members.iter().map(|member| self.opening.candidate(member.schedule())).collect();
        let of = |(member, candidate)| {
            let (member, candidate): (&MemberRef<'_>, _) = (member, candidate);
            FitDocument::new(member.name(), candidate, self.context).with_place(member.place())
        };
        cards(&members.iter().zip(&judged).map(of).collect::<Vec<_>>(), out)
    }
});
