//! Regions in words: their places, and how far ahead of UTC their clocks run.

use std::collections::HashSet;

use chrono::NaiveDate;
use tzplan::regions::DatedOffset;
use tzplan::{Horizon, Zone};

use super::dates::{self, Dates};
use super::ink::{Ink, Text};
use super::people::Names;
use super::{city, clean, clock, people};

/// Tells who lives by the clocks of some zones together.
pub type PeopleOf<'a> = &'a dyn Fn(&[Zone]) -> Inhabitants;

/// Who lives in a region; the default is that nobody knows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Inhabitants {
    /// The best-known places, by population.
    pub places: Vec<String>,
    /// The zone of the first of them.
    pub zone: Option<Zone>,
    /// The country of the first of them: its ISO 3166 code and its name.
    pub country: Option<(String, String)>,
    /// How many people live in the region; `None` where nobody knows.
    pub population: Option<u64>,
}

/// The most ranges of dates shown of an offset.
const MOST_RANGES: usize = 2;
/// Columns a place may take, and a country.
const PLACE: usize = 80;
const COUNTRY: usize = 80;

/// The cities of a region, the first standing for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Places {
    names: Vec<String>,
    /// The names are the best known of more: what is left out of them is not counted.
    are_some: bool,
}

impl Places {
    /// The best known, and then the cities that zones are named by, each once; of a region without any, its
    /// first zone.
    pub(crate) fn of(zones: &[Zone], best_known: &[String], shown: Names) -> Self {
        let mut seen = HashSet::new();
        let mut names: Vec<String> = Vec::new();
        let are_some = !best_known.is_empty();
        for place in best_known {
            if seen.insert(place.clone()) {
                names.push(shown.fit(place, PLACE));
            }
        }
        // Links are other spellings of places, or were merged into them: shown only where there is nothing
        // else.
        let inhabited = |zone: &&Zone| tzplan::zone::countries(&zone.name()).next().is_some();
        let any = zones.iter().any(|zone| inhabited(&zone));
        for zone in zones.iter().filter(|zone| !any || inhabited(zone)) {
            let id = zone.name();
            let place = city::of_zone(&id);
            if place != id && seen.insert(place.clone()) {
                names.push(shown.fit(&place, PLACE));
            }
        }
        if names.is_empty() {
            names.extend(zones.first().map(|zone| shown.fit(&zone.name(), PLACE)));
        }
        Self { names, are_some }
    }

    /// The same with a country behind the first place: `Lisbon (Portugal)`.
    pub(crate) fn in_country(mut self, country: Option<&str>, shown: Names) -> Self {
        if let (Some(first), Some(country)) = (self.names.first_mut(), country) {
            first.push_str(&format!(" ({})", shown.fit(country, COUNTRY)));
        }
        self
    }

    /// The one that stands for the region.
    pub(crate) fn first(&self) -> String {
        self.names.first().cloned().unwrap_or_default()
    }

    /// As many as fit into some lines, then how many more: `Berlin, Paris, Rome +23 more`. The first stands
    /// whole, on as many lines as it takes.
    pub(crate) fn show(&self, columns: usize, lines: usize) -> Vec<Text> {
        let all = (1..=self.names.len()).rev().map(|shown| self.lines(shown, columns));
        let fits = |cell: &Vec<Text>| cell.len() <= lines && cell.iter().all(|line| line.width() <= columns);
        let fitting = all.into_iter().find(fits);
        fitting.unwrap_or_else(|| {
            let mut name = Text::new(Ink::Strong, self.first());
            name.push(Ink::Faint, &self.tail(1));
            name.flowed(columns)
        })
    }

    /// This many names, in lines that end after a name.
    fn lines(&self, shown: usize, columns: usize) -> Vec<Text> {
        let (mut lines, mut line) = (Vec::new(), Text::default());
        for (place, name) in self.names[..shown].iter().enumerate() {
            let last = place + 1 == shown;
            let tail = if last { self.tail(shown) } else { ",".to_owned() };
            let width = clean::width(name) + clean::width(&tail);
            if !line.is_empty() && line.width() + 1 + width > columns {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.plain(" ");
            }
            line.push(if place == 0 { Ink::Strong } else { Ink::Plain }, name);
            line.push(if last { Ink::Faint } else { Ink::Plain }, &tail);
        }
        lines.push(line);
        lines
    }

    /// ` +23 more`.
    fn tail(&self, shown: usize) -> String {
        match self.names.len().saturating_sub(shown) {
            0 => String::new(),
            _ if self.are_some => " and more".to_owned(),
            left => format!(" +{} more", dates::number(left as u64)),
        }
    }
}

/// The first offset, then the others with their dates: `UTC+1`, `UTC+2 from 28 Mar to 30 Oct`.
pub(crate) fn offsets(offsets: &[DatedOffset], horizon: &Horizon) -> Vec<String> {
    let words = Dates::of(horizon);
    let mut others: Vec<(i32, Vec<(NaiveDate, NaiveDate)>)> = Vec::new();
    let Some(first) = offsets.first() else { return Vec::new() };
    for offset in offsets.iter().filter(|offset| offset.minutes != first.minutes) {
        let range = (offset.dates.first(), offset.dates.last());
        match others.iter_mut().find(|(minutes, _)| *minutes == offset.minutes) {
            Some((_, ranges)) => ranges.push(range),
            None => others.push((offset.minutes, vec![range])),
        }
    }
    let mut told = vec![clock::offset(first.minutes)];
    for (minutes, ranges) in others {
        let name = clock::offset(minutes);
        if ranges.len() > MOST_RANGES {
            let days: i64 = ranges.iter().map(|(first, last)| (*last - *first).num_days() + 1).sum();
            told.push(format!("{name} on {}", dates::days(days as u32)));
            continue;
        }
        let during = |(first, last): &(NaiveDate, NaiveDate)| words.during(*first, *last);
        told.push(format!("{name} {}", people::and(&ranges.iter().map(during).collect::<Vec<_>>())));
    }
    told
}
