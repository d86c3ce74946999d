//! Posts: hours in a zone, and the stays abroad that change the clock.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

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
}

impl Post {
    pub(crate) fn new(zone: Zone, hours: WeeklyHours) -> Self {
        Self { zone, hours_on: None, stated: Arc::default(), stays: Arc::default(), hours, before_move: None }
    }

    /// The same with hours read on the clock of a zone.
    pub(crate) fn with_hours_on(self, hours_on: Option<Zone>) -> Self {
        Self { hours_on, ..self }
    }

    /// The same with other hours.
    pub(super) fn with_hours(&self, hours: WeeklyHours) -> Self {
        Self { hours, before_move: None, ..self.clone() }
    }

    /// The same with the stated hours moved by so much; by nothing: the stated hours.
    pub(super) fn with_shift(&self, by: Shift) -> Self {
        let stated = self.stated_hours();
        let before_move = (by != Shift::NONE).then(|| stated.clone());
        Self { hours: stated.moved(by), before_move, ..self.clone() }
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
        Cow::Owned(longer.fold(unsettled, |post, Stay { dates, zone }| post.with_stay(zone, *dates)))
    }

    /// The weekly hours that are kept: those of a day that is [moved](super::Schedule::moved_by) after the
    /// move.
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

    /// The zones on whose clocks the hours are read over the days `[from, to)` (since 1970), in order.
    pub(crate) fn clocks_between(&self, from: i32, to: i32) -> Vec<(&Zone, i32, i32)> {
        match &self.hours_on {
            Some(clock) => vec![(clock, from, to)],
            None => self.zones_between(from, to),
        }
    }

    /// The zones that the person lives by over the days `[from, to)` (since 1970), in order.
    pub(crate) fn zones_between(&self, from: i32, to: i32) -> Vec<(&Zone, i32, i32)> {
        let mut zones = Vec::with_capacity(1 + 2 * self.stays.len());
        let mut next = from;
        for stay in &*self.stays {
            let days = stay.dates.day_numbers();
            let (start, end) = (days.start.clamp(next, to), days.end.clamp(next, to));
            zones.extend([(&self.zone, next, start), (&stay.zone, start, end)]);
            next = end;
        }
        zones.push((&self.zone, next, to));
        zones.retain(|(_, start, end)| start < end);
        zones
    }

    pub(crate) fn with_stay(&self, zone: &Zone, dates: DateRange) -> Self {
        let mut stays = Vec::with_capacity(self.stays.len() + 2);
        for stay in &*self.stays {
            let before = DateRange::until(stay.dates.first(), stay.dates.after().min(dates.first()));
            let after = DateRange::until(stay.dates.first().max(dates.after()), stay.dates.after());
            let kept = [before, after].into_iter().flatten();
            stays.extend(kept.map(|dates| Stay { dates, zone: stay.zone.clone() }));
        }
        stays.push(Stay { dates, zone: zone.clone() });
        stays.sort_by_key(|stay| stay.dates);
        let stated = self.stated.iter().cloned().chain([Stay { dates, zone: zone.clone() }]);
        Self { stated: stated.collect(), stays: stays.into(), ..self.clone() }
    }
}
