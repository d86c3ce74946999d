//! The whole days that an event covers.

use std::ops::Range;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::clock::{Clock, translated};
use super::clocks::Clocks;
use super::event::Event;
use super::line::ContentLine;
use super::moment::Moment;
use super::repeats::Repeats;
use crate::faults::Fault;

/// An event of more days than this (ten years) is a slip.
const MOST_DAYS: i64 = 3660;

impl Event {
    /// The days it covers on the clock on which days are counted, repetitions within a range: whole days, and
    /// days of which it covers every shift. Faults come with their line.
    pub(super) fn days(
        &self,
        within: &Range<NaiveDate>,
        repeats: &Repeats,
        clocks: &Clocks<'_>,
    ) -> Result<EventDays, (Fault, &ContentLine)> {
        if self.cancelled || self.faulty {
            return Ok(EventDays::default());
        }
        let Some((start, _)) = &self.start else {
            let message = format!("{} has no DTSTART", self.called());
            return Err((Fault::error("no-start", message, "export the calendar again"), &self.begin));
        };
        let length = self.length()?;
        let starts = self.starts(start, length, within, repeats);
        let mut days = EventDays::default();
        for date in starts {
            if let Some(span) = self.span(start, date, clocks) {
                days.is_within |= span.start.date() < within.end && within.start <= span.end.date();
                days.add(span, clocks);
            }
        }
        Ok(days)
    }

    /// How long it is, at least, as its own clock shows it.
    fn length(&self) -> Result<TimeDelta, (Fault, &ContentLine)> {
        let (Some((start, at)), wrong) = (&self.start, self.end.as_ref().map(|(_, line)| line)) else {
            return Ok(TimeDelta::zero());
        };
        let length = match (&self.end, &self.length) {
            (Some((end, _)), _) => translated(end.time(), end.clock(), start.clock()) - start.time(),
            (None, Some((length, _))) => *length,
            (None, None) => TimeDelta::zero(),
        };
        let line = wrong.or(self.length.as_ref().map(|(_, line)| line)).unwrap_or(at);
        if length < TimeDelta::zero() {
            let message = format!("{} ends before it starts", self.called());
            let fault = Fault::error("reversed-event", message, "look for a slip in DTSTART and DTEND");
            return Err((fault, line));
        }
        if length.num_days() > MOST_DAYS {
            let message = format!("{} lasts more than {MOST_DAYS} days", self.called());
            return Err((Fault::error("long-range", message, "look for a slip in the years"), line));
        }
        Ok(length)
    }

    /// The dates of its own clock on which it starts.
    fn starts(
        &self,
        start: &Moment,
        length: TimeDelta,
        within: &Range<NaiveDate>,
        repeats: &Repeats,
    ) -> Vec<NaiveDate> {
        // What starts before the range may reach into it, and the dates of two clocks differ by one at most.
        let clocks = u64::from(*start.clock() != Clock::Floating);
        let whole = length.num_days().unsigned_abs();
        let before = whole + u64::from(length > TimeDelta::days(length.num_days()));
        let from = within.start.checked_sub_days(Days::new(before.max(1) + clocks)).unwrap_or(within.start);
        let own = from..within.end.checked_add_days(Days::new(clocks)).unwrap_or(within.end);
        let on_own = |moment: &Moment| translated(moment.time(), moment.clock(), start.clock()).date();
        let by = |rules: &'_ [(Option<super::rule::Rule>, ContentLine)]| {
            let rules = rules.iter().filter_map(|(rule, _)| rule.clone());
            rules.flat_map(|rule| repeats.look(|left| rule.starts_of(start, &own, left))).collect::<Vec<_>>()
        };
        let mut starts = by(&self.rules);
        if self.rules.iter().all(|(rule, _)| rule.is_none()) {
            starts.push(start.date());
        }
        starts.extend(self.also.iter().map(on_own));
        let mut none = by(&self.except_rules);
        none.extend(self.except.iter().map(on_own));
        none.sort_unstable();
        starts.retain(|start| none.binary_search(start).is_err());
        starts.sort_unstable();
        starts.dedup();
        if let Some(moved) = repeats.moved(self) {
            starts.retain(|date| !moved.has(*date, start.clock()));
        }
        starts
    }

    /// From when to when the occurrence on a date of its own clock lasts.
    fn span(&self, start: &Moment, date: NaiveDate, clocks: &Clocks<'_>) -> Option<Range<NaiveDateTime>> {
        let later = date - start.date();
        let begins = start.time().checked_add_signed(later)?;
        let from = clocks.counted(begins, start.clock());
        let to = match (&self.end, &self.length, start) {
            (Some((end, _)), ..) => clocks.counted(end.time().checked_add_signed(later)?, end.clock()),
            (None, Some((length, _)), _) => clocks.end(begins, *length, start.clock())?,
            (None, None, Moment::Day(_)) => begins + TimeDelta::days(1),
            (None, None, Moment::Time(..)) => from,
        };
        // Some programs end an all-day event on its own date.
        let is_day = matches!(start, Moment::Day(_)) && to == from;
        Some(from..up_to_midnight(if is_day { to + TimeDelta::days(1) } else { to }))
    }
}

/// The days that an event covers.
#[derive(Default)]
pub(super) struct EventDays {
    pub(super) covered: Vec<Range<NaiveDate>>,
    /// Whether it covers a part of a day, or of a shift, that is no day off.
    pub(super) has_parts: bool,
    /// Whether any occurrence touches the dates asked for.
    pub(super) is_within: bool,
}

impl EventDays {
    fn add(&mut self, span: Range<NaiveDateTime>, clocks: &Clocks<'_>) {
        let whole = whole_days(&span);
        let is_whole = |date: NaiveDate| whole.as_ref().is_some_and(|days| days.contains(&date));
        // A shift of the day before may run into the first day.
        let first = span.start.date().pred_opt().unwrap_or(span.start.date());
        let before = self.covered.len();
        let mut has_parts = false;
        for date in [first, span.start.date(), span.end.date()] {
            let shifts = clocks.shifts(date);
            let touched = shifts.iter().any(|shift| shift.start < span.end && span.start < shift.end);
            if is_whole(date) || !touched {
                continue;
            }
            if shifts.iter().all(|shift| span.start <= shift.start && shift.end <= span.end) {
                self.covered.extend(date.succ_opt().map(|next| date..next));
            } else {
                has_parts |= date != first;
            }
        }
        self.covered.extend(whole);
        self.has_parts |= has_parts || self.covered.len() == before;
    }
}

/// The end of a day that a program writes as its last minute.
fn up_to_midnight(to: NaiveDateTime) -> NaiveDateTime {
    let is_last_minute = to.time().hour() == 23 && to.time().minute() == 59;
    let midnight = to.date().succ_opt().map(|next| next.and_time(NaiveTime::MIN));
    midnight.filter(|_| is_last_minute).unwrap_or(to)
}

fn whole_days(span: &Range<NaiveDateTime>) -> Option<Range<NaiveDate>> {
    let (from, to) = (span.start, span.end);
    let first = if from.time() == NaiveTime::MIN { Some(from.date()) } else { from.date().succ_opt() };
    first.map(|first| first..to.date()).filter(|days| days.start < days.end)
}
