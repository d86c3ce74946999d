//! Weekdays as short forms of one language, side by side: `Lu`, `Ma`, `Me`, `Je`, `Ve`.

use chrono::{Weekday, WeekdaySet};
use tzplan::hours::{WeekdayNames, show_days};

use super::{ColumnUse, Columns, Field};
use crate::faults::Fault;

/// Fewer columns in a row are no week.
const FEWEST: usize = 2;
/// As many are a week whatever their headers mean elsewhere: `To` is a Thursday in Danish.
const PLAIN: usize = 4;
/// Longer forms are names, which mean one day everywhere.
const LONGEST: usize = 3;

/// Columns in a row whose headers are weekdays of a language, in the order of the week.
struct Run {
    first: usize,
    names: WeekdayNames,
    days: Vec<Weekday>,
}

impl Columns {
    /// Reads such columns in the language that has most of them. A fault where two have as many, as other
    /// days.
    pub(super) fn read_weekday_names(&mut self) -> Option<(usize, Fault)> {
        let headers: Vec<String> = self.list.iter().map(|column| name(&column.header)).collect();
        if headers.iter().filter(|header| !header.is_empty()).count() < FEWEST {
            return None;
        }
        let runs = (0..headers.len()).flat_map(|first| {
            let headers = &headers;
            WeekdayNames::of(&headers[first]).map(move |(names, _)| run(headers, first, names))
        });
        let mut best: Vec<Run> = Vec::new();
        for run in runs {
            match best.first().map_or(0, |best| best.days.len()) {
                length if run.days.len() > length => best = vec![run],
                length if run.days.len() == length && best[0].first == run.first => best.push(run),
                _ => {}
            }
        }
        let one = best.first().filter(|run| self.is_week(run, &headers))?;
        if let Some(other) = best.iter().find(|other| other.days != one.days) {
            return Some((one.first, self.of_two_languages(one, other)));
        }
        for (place, day) in (one.first..).zip(&one.days) {
            let field = Field::OF_WEEKDAYS[day.num_days_from_monday() as usize];
            self.take_back(place);
            if let Some(other) = self.place[field as usize].replace(place).filter(|other| *other != place) {
                self.list[other].usage = ColumnUse::Outranked(field);
            }
            self.list[place].usage = ColumnUse::Read(field);
        }
        None
    }

    /// Whether columns in a row are weekdays: short forms that mean nothing else, or many of them.
    fn is_week(&self, run: &Run, headers: &[String]) -> bool {
        let all = run.first..run.first + run.days.len();
        let is_free = |usage: ColumnUse| match usage {
            ColumnUse::Unknown => true,
            ColumnUse::Read(field) | ColumnUse::Outranked(field) => Field::OF_WEEKDAYS.contains(&field),
        };
        let has_short = all.clone().any(|place| headers[place].chars().count() <= LONGEST);
        has_short
            && all.len() >= FEWEST
            && (all.len() >= PLAIN || all.clone().all(|place| is_free(self.list[place].usage)))
    }

    /// Whatever a column was read as is read from none.
    fn take_back(&mut self, place: usize) {
        if let ColumnUse::Read(field) = self.list[place].usage
            && self.place(field) == Some(place)
        {
            self.place[field as usize] = None;
            self.clocks.retain(|(known, _)| *known != field);
        }
    }

    fn of_two_languages(&self, one: &Run, other: &Run) -> Fault {
        let all = one.first..one.first + one.days.len();
        let headers: Vec<String> = all.map(|place| format!("`{}`", self.list[place].header)).collect();
        let said = |run: &Run| {
            let days: Vec<String> = run.days.iter().map(|day| show_days(WeekdaySet::single(*day))).collect();
            format!("{} in {}", days.join(", "), run.names.language())
        };
        Fault::error(
            "ambiguous-weekdays",
            format!("the columns {} are {}, but {}", headers.join(", "), said(one), said(other)),
            "name them Mon, Tue, Wed, Thu, Fri, Sat, Sun",
        )
    }
}

/// The columns from one on that are weekdays of a language, each later in the week than the one before.
fn run(headers: &[String], first: usize, names: WeekdayNames) -> Run {
    let mut days: Vec<Weekday> = Vec::new();
    for header in &headers[first..] {
        let Some(day) = names.weekday(header) else { break };
        let after_first = |day: Weekday| day.days_since(days.first().copied().unwrap_or(day));
        if days.last().is_some_and(|last| after_first(*last) >= after_first(day)) {
            break;
        }
        days.push(day);
    }
    Run { first, names, days }
}

/// A header that may be a weekday, in small letters; else nothing.
fn name(header: &str) -> String {
    let letters = header.trim().trim_end_matches('.');
    if letters.chars().all(char::is_alphabetic) { letters.to_lowercase() } else { String::new() }
}
