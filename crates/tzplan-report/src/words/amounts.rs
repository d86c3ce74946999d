//! What a group shares through the year, in words.

use chrono::NaiveDate;
use tzplan::{Horizon, Minutes, Season, SeasonOverlap};

use super::dates::{self, Dates};
use super::home::Home;
use super::length::length;
use super::people::and;
use super::periods::Periods;
use super::shared::Shared;

/// This many times the days of another value make one the usual one.
const BY_FAR: u32 = 2;
/// The most ranges of dates in a sentence.
const MOST_RANGES: usize = 2;

/// What a group shares by season, the most first.
pub(crate) struct Amounts {
    values: Vec<(Shared, Vec<Season>)>,
}

impl Amounts {
    pub(crate) fn of<'o>(
        horizon: &Horizon,
        seasons: impl IntoIterator<Item = (Season, &'o SeasonOverlap)>,
    ) -> Self {
        let home = Home::of(horizon);
        let mut values: Vec<(Shared, Vec<Season>)> = Vec::new();
        for (season, overlap) in seasons {
            let shared = Shared::of(overlap, home.most(&season).ahead);
            match values.iter_mut().find(|(known, _)| *known == shared) {
                Some((_, seasons)) => seasons.push(season),
                None => values.push((shared, vec![season])),
            }
        }
        values.sort_by_key(|(shared, _)| std::cmp::Reverse(shared.daily));
        Self { values }
    }

    /// Whether [`words`](Self::words) leave nothing out.
    pub(crate) fn are_told(&self) -> bool {
        self.values.len() <= 2
    }

    /// `4 h a day in winter and 3 h in summer (28 Mar – 30 Oct)`; `None` where that is never anything.
    pub(crate) fn words(&self, horizon: &Horizon) -> Option<String> {
        let days = |seasons: &[Season]| seasons.iter().map(Season::days).sum::<u32>();
        Some(match &self.values[..] {
            [] => return None,
            [(only, _)] if only.daily == Minutes::ZERO => return None,
            [(only, _)] => format!("{} {}", only.spoken(), dates::span(horizon)),
            [most, least] => {
                // What holds on by far the most days leads; else the one that takes more dates to tell.
                let (high, low) = (days(&most.1), days(&least.1));
                let by_dates = least.1.len() > MOST_RANGES && most.1.len() <= MOST_RANGES;
                let swap = low >= BY_FAR * high || (by_dates && high < BY_FAR * low);
                let (usual, other) = if swap { (least, most) } else { (most, least) };
                let (first, second) = (usual.0.spoken(), other.0.short());
                match (summer(horizon, &usual.1), summer(horizon, &other.1)) {
                    (Some(dates), _) => format!("{first} in summer ({dates}) and {second} in winter"),
                    (_, Some(dates)) => format!("{first} in winter and {second} in summer ({dates})"),
                    _ => format!("{first}, {second} {}", when(horizon, &other.1)),
                }
            }
            [most, .., least] => {
                // `max_by_key` takes the last of equals: the lower amount.
                let usual = self.values.iter().max_by_key(|(_, seasons)| days(seasons)).unwrap_or(least);
                if self.values.iter().all(|(shared, _)| shared.is_even()) {
                    return Some(format!(
                        "{} to {}, usually {}",
                        least.0.short(),
                        most.0.spoken(),
                        usual.0.short()
                    ));
                }
                averages(&least.0, &most.0, &usual.0)
            }
        })
    }
}

/// `4 h to 5 h a day on average, usually 4½ h (7 h on Mon, 2 h on Fri)`, where days are not alike.
fn averages(least: &Shared, most: &Shared, usual: &Shared) -> String {
    let (lowest, highest, usually) = (length(least.daily), length(most.daily), length(usual.daily));
    match (lowest == highest, usual.is_even()) {
        (true, true) => format!("{highest} a day on average"),
        (true, false) => format!("{highest} a day on average, usually {}", usual.short()),
        (false, true) => format!("{lowest} to {highest} a day on average, usually {usually}"),
        (false, false) => {
            format!("{lowest} to {highest} a day on average, usually {usually} ({})", usual.short())
        }
    }
}

/// The dates of seasons that are one summer of the home clock.
fn summer(horizon: &Horizon, seasons: &[Season]) -> Option<String> {
    let (first, last) = one_range(seasons)?;
    Home::of(horizon).is_summer(first, last).then(|| Dates::of(horizon).range(first, last))
}

/// The dates of seasons that follow one another.
fn one_range(seasons: &[Season]) -> Option<(NaiveDate, NaiveDate)> {
    let (first, last) = (seasons.first()?.first(), seasons.last()?.last());
    let apart = seasons.windows(2).any(|two| two[0].last().succ_opt() != Some(two[1].first()));
    (!apart).then_some((first, last))
}

/// The dates of some seasons: `in summer (28 Mar – 30 Oct)`, `from 14 Mar to 27 Mar`, `on 146 days`.
pub(crate) fn when(horizon: &Horizon, seasons: &[Season]) -> String {
    if let Some(dates) = summer(horizon, seasons) {
        return format!("in summer ({dates})");
    }
    if one_range(seasons).is_some() {
        return Periods::of(seasons, horizon).spoken();
    }
    if seasons.len() > MOST_RANGES {
        let days: u32 = seasons.iter().map(Season::days).sum();
        return format!("on {} of {}", dates::number(days.into()), dates::days(horizon.days()));
    }
    let ranges: Vec<String> =
        seasons.iter().map(|season| Dates::of(horizon).during(season.first(), season.last())).collect();
    and(&ranges)
}
