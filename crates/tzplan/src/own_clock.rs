//! The clock that somebody lives by: what it reads at an instant, and which date an instant belongs to.

use crate::interval::Interval;
use crate::minutes::{DAY, UtcMinute};
use crate::team::Post;
use crate::zone::{MinutePiece, Zone, minute_pieces};

/// Days around a stay whose offsets are at hand: clocks differ by one, a date can be skipped, and callers
/// look a few days around what they ask about, also where the first or the last instant that can be named
/// lies between.
const AROUND: i32 = 10;

/// The zones that somebody lives by, by date.
#[derive(Debug)]
pub(crate) struct OwnClock {
    /// At least one, in order.
    clocks: Vec<Clock>,
}

/// A clock that is in force on the local dates `[from, to)`.
#[derive(Debug)]
pub(crate) struct Clock {
    from: i32,
    to: i32,
    pub(crate) pieces: Vec<MinutePiece>,
}

impl OwnClock {
    /// Of a post, over the days `[from, to)`.
    pub(crate) fn of(post: &Post, from: i32, to: i32) -> Self {
        let clock = |(zone, from, to)| Clock::of(zone, from, to);
        Self { clocks: post.zones_between(from, to).into_iter().map(clock).collect() }
    }

    /// The clocks, in order.
    pub(crate) fn clocks(&self) -> &[Clock] {
        &self.clocks
    }

    /// The local date of an instant, by the zone in force on that date: claimed by two zones it is the
    /// earlier one's, claimed by none (the hours in which a stay begins westwards) the later one's first.
    pub(crate) fn date_of(&self, at: i32) -> i32 {
        let date = |clock: &Clock| at.saturating_add(clock.ahead_at(at)).div_euclid(DAY);
        if let [clock] = &self.clocks[..] {
            return date(clock);
        }
        let dates = || self.clocks.iter().map(|clock| (clock, date(clock)));
        let claimed = dates().find(|(clock, date)| clock.dates().contains(date));
        let later = || dates().find(|(clock, date)| *date < clock.from).map(|(clock, _)| clock.from);
        claimed.map(|(_, date)| date).or_else(later).unwrap_or_else(|| at.div_euclid(DAY))
    }

    /// The clock in force on a date.
    pub(crate) fn on(&self, date: i32) -> &Clock {
        &self.clocks[self.place_on(date)]
    }

    /// The place of the clock in force on a date.
    pub(crate) fn place_on(&self, date: i32) -> usize {
        self.clocks.partition_point(|clock| clock.to <= date).min(self.clocks.len() - 1)
    }
}

impl Clock {
    /// Of a zone that is in force on the dates `[from, to)`.
    pub(crate) fn of(zone: &Zone, from: i32, to: i32) -> Self {
        let midnight = |day: i32| UtcMinute(day.saturating_mul(DAY));
        let around = Interval::new(midnight(from - AROUND), midnight(to + AROUND)).expect("days in order");
        Self { from, to, pieces: minute_pieces(zone, around).collect() }
    }

    /// The dates on which it is in force.
    pub(crate) fn dates(&self) -> std::ops::Range<i32> {
        self.from..self.to
    }

    /// Minutes ahead of UTC.
    pub(crate) fn ahead_at(&self, at: i32) -> i32 {
        self.pieces[self.piece_at(at)].ahead
    }

    /// The piece with all instants from one until another; `None` where the clock changes between them.
    pub(crate) fn piece_of(&self, from: i32, until: i32) -> Option<MinutePiece> {
        let place = self.piece_at(from);
        let here = self.pieces[place];
        // The last piece goes on.
        (until < here.end || place + 1 == self.pieces.len()).then_some(here)
    }

    /// The place of the piece with an instant.
    pub(crate) fn piece_at(&self, at: i32) -> usize {
        self.pieces.partition_point(|piece| piece.end <= at).min(self.pieces.len() - 1)
    }
}
