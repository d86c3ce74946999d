//! Offsets over a range, as the pieces between transitions.

use chrono::{DateTime, FixedOffset, Utc};

use super::Zone;
use crate::interval::Interval;
use crate::minutes::UtcMinute;

/// A maximal stretch of time in which a zone keeps one offset, clipped to the range that was asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OffsetPiece {
    /// The first instant.
    pub start: DateTime<Utc>,
    /// The first instant after it.
    pub end: DateTime<Utc>,
    /// What the zone's clocks are ahead of UTC.
    pub offset: FixedOffset,
}

impl Zone {
    /// The offsets over `[from, to)`, in order, as the pieces between transitions. Neighbours differ.
    ///
    /// # Complexity
    ///
    /// Logarithmic in the zone's history, then constant per piece: nothing probes day by day.
    ///
    /// ```
    /// use chrono::{TimeZone, Utc};
    /// let zone = tzplan::Zone::iana("Europe/Berlin").unwrap();
    /// let [from, to] = [2027, 2028].map(|year| Utc.with_ymd_and_hms(year, 1, 1, 0, 0, 0).unwrap());
    /// let hours: Vec<i32> = zone.offsets(from, to).map(|piece| piece.offset.local_minus_utc() / 3600).collect();
    /// assert_eq!(hours, [1, 2, 1]);
    /// ```
    pub fn offsets(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> OffsetPieces<'_> {
        OffsetPieces { zone: self, next: from.timestamp(), end: to.timestamp() }
    }
}

/// The iterator of [`Zone::offsets`].
#[derive(Clone, Debug)]
pub struct OffsetPieces<'a> {
    zone: &'a Zone,
    next: i64,
    end: i64,
}

impl Iterator for OffsetPieces<'_> {
    type Item = OffsetPiece;

    fn next(&mut self) -> Option<OffsetPiece> {
        if self.next >= self.end {
            return None;
        }
        let start = self.next;
        let offset = self.zone.seconds_ahead_at(start);
        self.next = self.zone.next_transition_after(start).map_or(self.end, |t| t.at.min(self.end));
        Some(OffsetPiece {
            start: DateTime::from_timestamp(start, 0)?,
            end: DateTime::from_timestamp(self.next, 0)?,
            offset: FixedOffset::east_opt(offset)?,
        })
    }
}

/// A piece in whole minutes: for an instant `t` in `[start, end)`, the first wall-clock minute that the clock
/// has reached is `t + ahead`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct MinutePiece {
    pub(crate) start: i32,
    pub(crate) end: i32,
    pub(crate) ahead: i32,
}

/// The pieces of a range in whole minutes.
///
/// Offsets of the distant past have seconds (Liberia until 1972). Wall time X is reached at the first whole
/// minute `t` with `60 t + offset ≥ 60 X`, that is `t ≥ X − ⌊offset / 60⌋`; pieces start at the first whole
/// minute inside them.
pub(crate) fn minute_pieces(zone: &Zone, range: Interval<UtcMinute>) -> impl Iterator<Item = MinutePiece> {
    let (from, to) = (i64::from(range.start().0) * 60, i64::from(range.end().0) * 60);
    let minute = |seconds: i64| (seconds + 59).div_euclid(60) as i32;
    OffsetPieces { zone, next: from, end: to }.map(move |piece| MinutePiece {
        start: minute(piece.start.timestamp()),
        end: minute(piece.end.timestamp()),
        ahead: piece.offset.local_minus_utc().div_euclid(60),
    })
}
