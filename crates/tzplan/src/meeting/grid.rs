//! Every slot at once: a table of the dates on which meetings are and the times at which they may start.
//!
//! Most dates of a year are alike to those with a schedule: the clocks read the same and the days about them
//! begin and end at the same minutes. What a slot asks on one of them it asks on all, so that one is looked
//! at for each kind, some ten in a year, and not each of 260.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use chrono::WeekdaySet;
use foldhash::fast::RandomState;

use super::workday::Crowd;
use super::{Asked, Burden, Meetings, Occurrence, Slot, SlotPlan};
use crate::availability::first_instant_reading;
use crate::clock::ClockTime;
use crate::minutes::{DAY, Minutes, UtcMinute, civil_date};

/// The slots on some weekdays with their dates.
pub(super) struct Grid<'m> {
    pub(super) meetings: &'m Meetings,
    duration: Minutes,
    /// Of the slots at each time: a weekday, or a date of a meeting that happens once.
    rows: Vec<Row>,
    /// Row by row.
    dates: Vec<GridDate>,
    times: Vec<ClockTime>,
}

struct Row {
    /// The first of its slots.
    first: Slot,
    /// The places of its dates.
    dates: Range<usize>,
}

struct GridDate {
    row: usize,
    /// Days since 1970.
    day: i32,
    /// The instant of its midnight, where the anchor's clock does not change from then on until the next.
    midnight: Option<i32>,
}

impl<'m> Grid<'m> {
    /// Of meetings that last as long as this.
    pub(super) fn new(meetings: &'m Meetings, days: WeekdaySet, duration: Minutes) -> Self {
        Self::at(meetings, days, duration, meetings.slot_times().collect())
    }

    /// Of the weekdays and the times of some weekly slots, in order: these and others.
    pub(super) fn around(meetings: &'m Meetings, slots: &[Slot]) -> Self {
        let days: WeekdaySet = slots.iter().map(Slot::day).collect();
        let times: BTreeSet<ClockTime> = slots.iter().map(|slot| slot.time).collect();
        Self::at(meetings, days, meetings.options().duration, times.into_iter().collect())
    }

    fn at(meetings: &'m Meetings, days: WeekdaySet, duration: Minutes, times: Vec<ClockTime>) -> Self {
        let (mut rows, mut dates) = (Vec::<Row>::new(), Vec::new());
        for first in meetings.first_slots_on(days) {
            let (before, row) = (dates.len(), rows.len());
            let date = |day| GridDate { row, day, midnight: meetings.midnight(day) };
            dates.extend(meetings.days_of(first).map(date));
            rows.push(Row { first, dates: before..dates.len() });
        }
        Self { meetings, duration, rows, dates, times }
    }

    /// The slots, in order.
    pub(super) fn slots(&self) -> impl Iterator<Item = Slot> {
        self.rows.iter().flat_map(|row| self.times.iter().map(|time| row.first.at(*time)))
    }

    /// The slots with their costs, in order.
    pub(super) fn plans(&self) -> Vec<SlotPlan> {
        let nothing = Burden::default();
        let plan = |slot| SlotPlan { slot, without_quorum: 0, required: nothing, optional: nothing };
        let mut plans: Vec<SlotPlan> = self.slots().map(plan).collect();
        let mut attendance = self.attendance();
        for crowd in self.meetings.crowds() {
            for dates in self.alike(crowd) {
                let rows = self.rows_of(&dates);
                for (time, occurrence) in self.occurrences(dates[0]).enumerate() {
                    let asked = crowd.asked(&occurrence, self.meetings.outside());
                    for (row, count) in &rows {
                        let plan = &mut plans[self.place(*row, time)];
                        plan.required.add(asked, crowd.heads.required * count);
                        plan.optional.add(asked, crowd.heads.optional * count);
                    }
                    if let Some(attendance) = &mut attendance {
                        let is_there = asked.is_within_hours();
                        for date in &dates {
                            let (attending, all_marked) = &mut attendance[date * self.times.len() + time];
                            *attending += if is_there { crowd.heads.all() } else { 0 };
                            *all_marked &= is_there || crowd.heads.required == 0;
                        }
                    }
                }
            }
        }
        for (row, time) in self.places() {
            let has_quorum = |date: usize| {
                attendance.as_ref().is_none_or(|attendance| {
                    let (attending, all_marked) = attendance[date * self.times.len() + time];
                    attending >= self.meetings.quorum() && all_marked
                })
            };
            let without = self.rows[row].dates.clone().filter(|date| !has_quorum(*date));
            plans[self.place(row, time)].without_quorum = without.count() as u64;
        }
        plans
    }

    /// The most that each slot asks of those with a schedule, days off aside, in the order of slots; and
    /// whether they are off on any of its dates.
    pub(super) fn worst(&self, crowd: &Crowd) -> Vec<Asked> {
        let mut worst = vec![Asked::default(); self.len()];
        for dates in self.alike(crowd) {
            let rows = self.rows_of(&dates);
            for (time, occurrence) in self.occurrences(dates[0]).enumerate() {
                let asked = crowd.asked(&occurrence, self.meetings.outside());
                for (row, _) in &rows {
                    let worst = &mut worst[self.place(*row, time)];
                    let off = worst.off | asked.off;
                    *worst = Asked { off, ..worst.ordinarily().max(asked.ordinarily()) };
                }
            }
        }
        worst
    }

    /// What the occurrences of each slot ask of those with a schedule, each once and in order; days off aside
    /// where meetings recur. In the order of slots.
    pub(super) fn asked(&self, crowd: &Crowd) -> Vec<Vec<Asked>> {
        let is_weekly = self.meetings.options().once.is_none();
        let mut all = vec![Vec::new(); self.len()];
        for dates in self.alike(crowd) {
            let rows = self.rows_of(&dates);
            for (time, occurrence) in self.occurrences(dates[0]).enumerate() {
                let asked = crowd.asked(&occurrence, self.meetings.outside());
                let asked = if is_weekly { asked.ordinarily() } else { asked };
                for (row, _) in &rows {
                    let known = &mut all[self.place(*row, time)];
                    if let Err(place) = known.binary_search(&asked) {
                        known.insert(place, asked);
                    }
                }
            }
        }
        all
    }

    /// By date and time, how many attend within their hours and whether all marked do; where a quorum is
    /// asked for. Of nobody so far.
    fn attendance(&self) -> Option<Vec<(u64, bool)>> {
        let all = self.dates.len() * self.times.len();
        self.meetings.options().quorum.map(|_| vec![(0, true); all])
    }

    /// The places of the dates, those together that are alike to those with a schedule.
    pub(super) fn alike(&self, crowd: &Crowd) -> Vec<Vec<usize>> {
        let within = DAY + self.duration.get() as i32;
        let mut known = HashMap::with_hasher(RandomState::default());
        let mut groups: Vec<Vec<usize>> = Vec::new();
        // Most dates of a weekday are as the one a week before.
        let mut last: Option<(i32, usize)> = None;
        for (place, date) in self.dates.iter().enumerate() {
            let new = groups.len();
            let group = match (date.midnight, last) {
                (Some(midnight), Some((before, group)))
                    if crowd.has_the_shape_of(before, midnight, within) =>
                {
                    group
                }
                (Some(midnight), _) => match crowd.shape(midnight, within) {
                    Some(shape) => *known.entry(shape).or_insert(new),
                    None => new,
                },
                (None, _) => new,
            };
            last = date.midnight.map(|midnight| (midnight, group));
            if group == new {
                groups.push(Vec::new());
            }
            groups[group].push(place);
        }
        groups
    }

    /// The rows of some dates, which are in order, and how many of them are in each.
    pub(super) fn rows_of(&self, dates: &[usize]) -> Vec<(usize, u64)> {
        let row = |date: &usize| self.dates[*date].row;
        let rows = dates.chunk_by(|a, b| row(a) == row(b));
        rows.map(|dates| (row(&dates[0]), dates.len() as u64)).collect()
    }

    /// What starts on a date, by time.
    pub(super) fn occurrences(&self, date: usize) -> impl Iterator<Item = Occurrence> {
        let GridDate { day, midnight, .. } = self.dates[date];
        let (date, clock) = (civil_date(day), &self.meetings.clock);
        self.times.iter().map(move |time| {
            let time = i32::from(time.minutes());
            let start = match midnight {
                Some(midnight) => UtcMinute(midnight + time),
                None => first_instant_reading(clock.iter().copied(), day * DAY + time),
            };
            Occurrence { date, start, end: UtcMinute(start.0 + self.duration.get() as i32) }
        })
    }

    /// How many slots there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len() * self.times.len()
    }

    /// The place of a slot.
    pub(super) fn place(&self, row: usize, time: usize) -> usize {
        row * self.times.len() + time
    }

    /// The rows and times of the slots.
    fn places(&self) -> impl Iterator<Item = (usize, usize)> {
        (0..self.rows.len()).flat_map(|row| (0..self.times.len()).map(move |time| (row, time)))
    }
}
