//! The dates on which something holds, by the places of seasons.

use tzplan::WeeklyHours;

use super::View;
use crate::words::periods::Periods;

impl View<'_> {
    /// `28 Mar – 30 Oct: `, `in winter: `; nothing for the whole year.
    pub(super) fn lead(&self, places: &[usize]) -> String {
        let when = self.named(places).unwrap_or_else(|| self.periods(places).in_full());
        if when.is_empty() { String::new() } else { format!("{when}: ") }
    }

    /// `in winter`, `on 14 Mar – 27 Mar, 31 Oct – 6 Nov`.
    pub(super) fn on(&self, places: &[usize]) -> String {
        self.named(places).unwrap_or_else(|| format!("on {}", self.periods(places).in_full()))
    }

    /// Dates that have a name; an empty one is that of the whole year.
    fn named(&self, places: &[usize]) -> Option<String> {
        let seasons = &self.agreement.seasons;
        if places.len() == seasons.len() {
            return Some(String::new());
        }
        let winter = seasons.iter().map(|season| season.home_minutes_ahead).min().unwrap_or_default();
        let is_summer = |place: usize| seasons[place].home_minutes_ahead > winter;
        let summers = (0..seasons.len()).filter(|place| is_summer(*place)).count();
        let all = |summer: bool| places.iter().all(|place| is_summer(*place) == summer);
        let periods = self.periods(places);
        if all(true) && places.len() == summers && periods.is_one_range() {
            return Some(format!("in summer ({})", periods.listed()));
        }
        (all(false) && places.len() == seasons.len() - summers && summers > 0).then(|| "in winter".to_owned())
    }

    fn periods(&self, places: &[usize]) -> Periods<'_> {
        let seasons = places.iter().map(|place| &self.agreement.seasons[*place].season);
        Periods::of(seasons, self.agreement.prepared().horizon())
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

    /// `13:30–19:30 (14:30–19:30 in winter)`, `19:30–20:00 on 14 Mar – 6 Nov`: what holds on most days first.
    pub(super) fn by_dates(
        &self,
        mut times: Vec<(&WeeklyHours, Vec<usize>)>,
        words: impl Fn(&WeeklyHours) -> String,
    ) -> String {
        // Stable: in order of the year among equals.
        times.sort_by_key(|(_, places)| std::cmp::Reverse(self.days(places)));
        let on = |(hours, places): &(&WeeklyHours, Vec<usize>)| {
            let what = if hours.is_empty() { "never".to_owned() } else { words(hours) };
            format!("{what} {}", self.on(places))
        };
        match &times[..] {
            [] => String::new(),
            [usual, others @ ..]
                if !others.is_empty() && others.iter().all(|(hours, _)| hours.is_empty()) =>
            {
                on(usual)
            }
            [(hours, _), others @ ..] if !hours.is_empty() => {
                let others: Vec<String> = others.iter().map(on).collect();
                let others =
                    if others.is_empty() { String::new() } else { format!(" ({})", others.join(", ")) };
                words(hours) + &others
            }
            [never] => on(never).trim_end().to_owned(),
            [_, others @ ..] => others.iter().map(on).collect::<Vec<_>>().join(", "),
        }
    }
}
