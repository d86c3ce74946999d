//! Who misses which dates of a meeting for days off, by name.

use std::collections::BTreeMap;

use tzplan::meeting::DateOff;
use tzplan::{MemberRef, ScheduleId};

use super::cost::name;
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
    /// `Ben 25 Dec (Christmas Day) and 28 Dec; Ana 8 Feb`: in roster order.
    pub(crate) fn by_person(&self, off: &[DateOff]) -> String {
        let mut by_person: BTreeMap<(usize, ScheduleId), Vec<String>> = BTreeMap::new();
        for off in off {
            let first = self.crowds.first(off.schedule).map_or(0, MemberRef::index);
            let named = off.holiday.as_ref().map(|name| format!(" ({name})")).unwrap_or_default();
            let date = format!("{}{named}", self.dates.day(off.date));
            by_person.entry((first, off.schedule)).or_default().push(date);
        }
        let shown = shown_of(by_person.len(), self.most);
        let of_one = |((_, schedule), dates): (&(usize, ScheduleId), &Vec<String>)| {
            let (named, left) = dates.split_at(shown_of(dates.len(), self.most));
            let more = (!left.is_empty()).then(|| format!("{} more", left.len()));
            let named: Vec<String> = named.iter().cloned().chain(more).collect();
            format!("{} {}", name(self.crowds, *schedule, self.names), and(&named))
        };
        let mut told: Vec<String> = by_person.iter().take(shown).map(of_one).collect();
        if shown < by_person.len() {
            told.push(format!("… and {} more", by_person.len() - shown));
        }
        told.join("; ")
    }
}

/// On how many dates somebody is off.
pub(crate) fn distinct(off: &[DateOff]) -> usize {
    let mut dates: Vec<_> = off.iter().map(|off| off.date).collect();
    dates.sort_unstable();
    dates.dedup();
    dates.len()
}
