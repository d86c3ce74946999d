//! The dates on which something holds, by the places of seasons.

use super::View;
use crate::words::periods::Periods;

impl View<'_> {
    /// `in summer (28 Mar – 30 Oct)`, `in winter`, `from 14 Mar to 27 Mar`; nothing for the whole year.
    pub(super) fn when(&self, places: &[usize]) -> String {
        let seasons = &self.agreement.seasons;
        if places.len() == seasons.len() {
            return String::new();
        }
        let horizon = self.agreement.prepared().horizon();
        let periods = Periods::of(places.iter().map(|place| &seasons[*place].season), horizon);
        let winter = seasons.iter().map(|season| season.home_minutes_ahead).min().unwrap_or_default();
        let is_summer = |place: usize| seasons[place].home_minutes_ahead > winter;
        let summers = (0..seasons.len()).filter(|place| is_summer(*place)).count();
        let all = |summer: bool| places.iter().all(|place| is_summer(*place) == summer);
        if all(true) && places.len() == summers && periods.is_one_range() {
            return format!("in summer ({})", periods.listed());
        }
        if all(false) && places.len() == seasons.len() - summers && summers > 0 {
            return "in winter".to_owned();
        }
        periods.spoken()
    }

    /// Equal values of seasons together, in order of their first seasons, each with when it holds.
    pub(super) fn by_value<V: PartialEq>(&self, value: impl Fn(usize) -> V) -> Vec<(V, Vec<usize>)> {
        let mut grouped: Vec<(V, Vec<usize>)> = Vec::new();
        for place in 0..self.agreement.seasons.len() {
            let value = value(place);
            match grouped.iter_mut().find(|(known, _)| *known == value) {
                Some((_, places)) => places.push(place),
                None => grouped.push((value, vec![place])),
            }
        }
        grouped
    }

    /// The days of some seasons.
    pub(super) fn days(&self, places: &[usize]) -> u32 {
        places.iter().map(|place| self.agreement.seasons[*place].season.days()).sum()
    }
}

/// `in winter: `; nothing where it holds all year.
pub(super) fn lead(when: &str) -> String {
    if when.is_empty() { String::new() } else { format!("{when}: ") }
}
