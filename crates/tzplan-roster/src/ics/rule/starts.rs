//! The dates on which a rule starts an event anew.

use std::ops::Range;

use chrono::NaiveDate;

use super::parse::Rule;
use crate::ics::clock::{Clock, translated};
use crate::ics::moment::Moment;

/// What comes of a start takes as long as looking through this many dates: its span, and the shifts that it
/// covers, on two clocks.
pub(in crate::ics) const START: u64 = 40;

impl Rule {
    /// The dates in a range on which an event that starts at a moment starts anew. `left` are the dates that
    /// may be looked through; where they do not suffice there are none left, and later starts are missing.
    pub(crate) fn starts_of(
        mut self,
        start: &Moment,
        within: &Range<NaiveDate>,
        left: &mut u64,
    ) -> Vec<NaiveDate> {
        // The last moment may be given in UTC, and fall between two starts of one date.
        let until = match &self.until_moment {
            Some(Moment::Time(until, clock)) if *start.clock() != Clock::Floating => {
                Some(translated(*until, clock, start.clock()))
            }
            _ => None,
        };
        self.until = until.map(|until| until.date()).or(self.until);
        let mut starts = self.starts(start.date(), within, left);
        let time = start.time().time();
        starts.retain(|date| until.is_none_or(|until| date.and_time(time) <= until));
        starts
    }

    /// The dates in a range on which the event starts anew, its start among them if it follows the rule.
    pub(super) fn starts(
        &self,
        start: NaiveDate,
        within: &Range<NaiveDate>,
        left: &mut u64,
    ) -> Vec<NaiveDate> {
        let end = self.until.and_then(|last| last.succ_opt()).map_or(within.end, |end| end.min(within.end));
        // Dates before the range are of no use but to be counted.
        let skipped = if self.count.is_none() { self.periods_before(start, within.start) } else { 0 };
        let mut occurrences = self.count.unwrap_or(u64::MAX);
        let mut starts = Vec::new();
        for number in skipped.. {
            let Some(first) = self.period(start, number).filter(|first| *first < end) else { break };
            *left = left.saturating_sub(self.longest().into());
            if *left == 0 {
                break;
            }
            for date in self.dates_of(start, first) {
                if date < start {
                    continue;
                }
                if date >= end || occurrences == 0 {
                    return starts;
                }
                occurrences -= 1;
                if within.contains(&date) {
                    *left = left.saturating_sub(START);
                    starts.push(date);
                }
            }
        }
        starts
    }

    /// The dates of the period with this first day that are meant, in order.
    fn dates_of(&self, start: NaiveDate, first: NaiveDate) -> Vec<NaiveDate> {
        let mut dates = self.expanded(start, first);
        dates.sort_unstable();
        dates.dedup();
        if self.positions.is_empty() {
            return dates;
        }
        let place = |position: &i32| match position {
            1.. => usize::try_from(position - 1).ok(),
            _ => dates.len().checked_sub(position.unsigned_abs() as usize),
        };
        let mut places: Vec<usize> = self.positions.iter().filter_map(place).collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().filter_map(|place| dates.get(place).copied()).collect()
    }
}
