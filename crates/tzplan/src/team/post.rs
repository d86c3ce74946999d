//! Posts: hours in a zone, and the stays abroad that change the clock.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::by_date;
use super::stay::Stay;
use crate::dates::DateRange;
use crate::duration::Shift;
use crate::hours::WeeklyHours;
use crate::zone::Zone;

/// Weekly hours of somebody who lives by the clock of a zone, or of another one during stays. The hours are
/// read on that clock too, or on one of their own: "14:00–22:00 UTC" of somebody in New York.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Post {
    zone: Zone,
    /// The clock on which the hours are read, where it is not that of the zone or the stay.
    hours_on: Option<Zone>,
    /// As they were stated: where they overlap, the later one holds.
    stated: Arc<[Stay]>,
    /// The same as they are in force: sorted by date, disjoint.
    stays: Arc<[Stay]>,
    hours: WeeklyHours,
    /// The hours before the day was moved, where it was.
    before_move: Option<WeeklyHours>,
    /// The hours of dates on which the day is moved otherwise: sorted by date, disjoint.
    on_dates: Arc<[(DateRange, WeeklyHours)]>,
}

/// Hours that are kept on the days `[from, to)` (since 1970), and the clock on which they are read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KeptHours<'p> {
    pub(crate) clock: &'p Zone,
    pub(crate) hours: &'p WeeklyHours,
    pub(crate) from: i32,
    pub(crate) to: i32,
}

impl Post {
    pub(crate) fn new(zone: Zone, hours: WeeklyHours) -> Self {
        let (stated, stays, on_dates) = (Arc::default(), Arc::default(), Arc::default());
        Self { zone, hours_on: None, stated, stays, hours, before_move: None, on_dates }
    }

    /// The same with hours read on the clock of a zone.
    pub(crate) fn with_hours_on(self, hours_on: Option<Zone>) -> Self {
        Self { hours_on, ..self }
    }

    /// The same with other hours.
    pub(super) fn with_hours(&self, hours: WeeklyHours) -> Self {
        Self { hours, before_move: None, on_dates: Arc::default(), ..self.clone() }
    }

    /// The same with the stated hours moved by so much on every date; by nothing: the stated hours.
    pub(super) fn with_shift(&self, by: Shift) -> Self {
        let stated = self.stated_hours();
        let before_move = (by != Shift::NONE).then(|| stated.clone());
        Self { hours: stated.moved(by), before_move, on_dates: Arc::default(), ..self.clone() }
    }

    /// The same with the stated hours moved by so much on some dates, by what it was on the others.
    pub(super) fn with_shift_on(&self, dates: DateRange, by: Shift) -> Self {
        let moved = self.stated_hours().moved(by);
        let on_dates = by_date::with(self.on_dates.iter().cloned(), dates, moved);
        Self { on_dates: on_dates.into(), ..self.clone() }
    }

    /// Hours on this post's clock as a roster writes them, such as its own after a move: `14:00-22:00
    /// Mon-Fri`, with the clock behind them where they are read on another one: `14:00-22:00 Mon-Fri (UTC)`.
    pub fn spell(&self, hours: &WeeklyHours) -> String {
        match &self.hours_on {
            Some(clock) => format!("{hours} ({clock})"),
            None => hours.to_string(),
        }
    }

    /// The zone where no stay says otherwise.
    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The zone on whose clock the hours are read, where that is not the clock the person lives by.
    pub fn hours_on(&self) -> Option<&Zone> {
        self.hours_on.as_ref()
    }

    /// The stays abroad as they are in force: by date, disjoint.
    pub fn stays(&self) -> &[Stay] {
        &self.stays
    }

    /// The stays as they were stated, in that order: where two overlap, the later one holds.
    pub fn stated_stays(&self) -> &[Stay] {
        &self.stated
    }

    /// The same without the stays that are short for a horizon of these days.
    pub(crate) fn settled(&self, days: &Range<i32>) -> Cow<'_, Self> {
        if !self.stated.iter().any(|stay| stay.is_short_for(days)) {
            return Cow::Borrowed(self);
        }
        let unsettled = Self { stated: Arc::default(), stays: Arc::default(), ..self.clone() };
        let longer = self.stated.iter().filter(|stay| !stay.is_short_for(days));
        Cow::Owned(longer.fold(unsettled, |post, stay| post.with_stay(stay)))
    }

    /// The weekly hours that are kept: those of a day that is [moved](super::Schedule::moved_by) after the
    /// move. A day that is moved on [some dates](super::Schedule::moved_on) keeps others on these.
    pub fn hours(&self) -> &WeeklyHours {
        &self.hours
    }

    /// The weekly hours as stated, before the day was moved.
    pub fn stated_hours(&self) -> &WeeklyHours {
        self.before_move.as_ref().unwrap_or(&self.hours)
    }

    /// Whether the clocks are the same on every date.
    pub(super) fn keeps_clocks_of(&self, other: &Self) -> bool {
        self.zone == other.zone && self.hours_on == other.hours_on && self.stated == other.stated
    }

    /// The hours that are kept over the days `[from, to)` (since 1970) of the clocks on which they are read,
    /// in order.
    pub(crate) fn kept_between(&self, from: i32, to: i32) -> Vec<KeptHours<'_>> {
        let clocks = match &self.hours_on {
            Some(clock) => vec![(clock, from, to)],
            None => self.zones_between(from, to),
        };
        let on_clock = |(clock, from, to)| {
            let hours = self.hours_between(from, to).into_iter();
            hours.map(move |(hours, from, to)| KeptHours { clock, hours, from, to })
        };
        clocks.into_iter().flat_map(on_clock).collect()
    }

    /// The hours that are kept over the days `[from, to)` (since 1970), in order.
    pub(crate) fn hours_between(&self, from: i32, to: i32) -> Vec<(&WeeklyHours, i32, i32)> {
        let exceptions = self.on_dates.iter().map(|(dates, hours)| (*dates, hours));
        by_date::between(&self.hours, exceptions, (from, to))
    }

    /// The zones that the person lives by over the days `[from, to)` (since 1970), in order.
    pub(crate) fn zones_between(&self, from: i32, to: i32) -> Vec<(&Zone, i32, i32)> {
        by_date::between(&self.zone, self.stays.iter().map(|stay| (stay.dates, &stay.zone)), (from, to))
    }

    pub(crate) fn with_stay(&self, stay: &Stay) -> Self {
        let known = self.stays.iter().map(|stay| (stay.dates, stay.clone()));
        let stays = by_date::with(known, stay.dates, stay.clone()).into_iter();
        let stays = stays.map(|(dates, stay)| Stay { dates, ..stay }).collect();
        let stated = self.stated.iter().cloned().chain([stay.clone()]);
        Self { stated: stated.collect(), stays, ..self.clone() }
    }
}
