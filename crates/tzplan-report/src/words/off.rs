//! Who misses which dates of a meeting for days off, by name.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use tzplan::meeting::DateOff;
use tzplan::{MemberRef, ScheduleId};

use super::cost::names_of;
use super::crowds::Crowds;
use super::dates::Dates;
use super::people::{Names, and};
use super::shown_of;

/// How a list of dates off is written.
pub(crate) struct OffList<'a> {
    pub(crate) crowds: &'a Crowds<'a>,
    pub(crate) dates: &'a Dates,
    pub(crate) names: Names,
    /// The most people named, and dates of each.
    pub(crate) most: usize,
}

impl OffList<'_> {
    /// `Ben and Zoe 25 Dec (Christmas Day) and 28 Dec; Ana 8 Feb – 10 Feb`: in roster order, those who are
    /// off on the same dates together, the dates of each in theirs.
    pub(crate) fn by_person(&self, off: &[DateOff]) -> String {
        let mut by_person: BTreeMap<(usize, ScheduleId), Vec<&DateOff>> = BTreeMap::new();
        for off in off {
            let first = self.crowds.first(off.schedule).map_or(0, MemberRef::index);
            by_person.entry((first, off.schedule)).or_default().push(off);
        }
        let mut alike: Vec<(Vec<ScheduleId>, Vec<String>)> = Vec::new();
        for ((_, schedule), off) in &by_person {
            let dates = self.spelled(off);
            match alike.iter_mut().find(|(_, known)| *known == dates) {
                Some((schedules, _)) => schedules.push(*schedule),
                None => alike.push((vec![*schedule], dates)),
            }
        }
        let shown = shown_of(alike.len(), self.most);
        let of_some = |(schedules, dates): &(Vec<ScheduleId>, Vec<String>)| {
            let (named, left) = dates.split_at(shown_of(dates.len(), self.most));
            let more = (!left.is_empty()).then(|| format!("{} more", left.len()));
            let named: Vec<String> = named.iter().cloned().chain(more).collect();
            format!("{} {}", names_of(self.crowds, schedules, self.names), and(&named))
        };
        let mut told: Vec<String> = alike.iter().take(shown).map(of_some).collect();
        if shown < alike.len() {
            let left: usize = alike[shown..].iter().map(|(schedules, _)| schedules.len()).sum();
            told.push(format!("… and {left} more"));
        }
        told.join("; ")
    }

    /// Dates in order; those of no name that follow one another as a range.
    fn spelled(&self, off: &[&DateOff]) -> Vec<String> {
        let mut off: Vec<(NaiveDate, Option<&str>)> =
            off.iter().map(|off| (off.date, off.holiday.as_deref())).collect();
        off.sort_unstable();
        off.dedup();
        let follows = |a: &(NaiveDate, Option<&str>), b: &(NaiveDate, Option<&str>)| {
            a.1.is_none() && b.1.is_none() && a.0.succ_opt() == Some(b.0)
        };
        let spell = |run: &[(NaiveDate, Option<&str>)]| {
            let named = run[0].1.map(|name| format!(" ({name})")).unwrap_or_default();
            format!("{}{named}", self.dates.range(run[0].0, run[run.len() - 1].0))
        };
        off.chunk_by(follows).map(spell).collect()
    }
}

/// On how many dates somebody is off.
pub(crate) fn distinct(off: &[DateOff]) -> usize {
    let mut dates: Vec<_> = off.iter().map(|off| off.date).collect();
    dates.sort_unstable();
    dates.dedup();
    dates.len()
}
