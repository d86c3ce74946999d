//! Flags whose values are read as the cells of a roster are; faults of all of them are reported together.

use chrono::WeekdaySet;
use tzplan::hours::parse_days;
use tzplan::{Horizon, OffsetRange, Tzdb, Zone};
use tzplan_report::Assumption;
use tzplan_roster::places::{self, How, PlaceError, Resolution, ResolveOptions};
use tzplan_roster::{HoursCell, WorkingWeek, read_hours_on_clock, usual_in};

use crate::diagnostics;
use crate::failure::Failure;
use crate::names::{cut, listed};

/// A flag and its value.
#[derive(Clone, Copy)]
pub(crate) struct Flag<'a> {
    pub(crate) name: &'static str,
    pub(crate) value: &'a str,
}

/// A reader of such values.
pub(crate) struct FlagCells<'a> {
    pub(crate) tzdb: &'a Tzdb,
    options: ResolveOptions,
    faults: Vec<String>,
    assumed: Vec<Assumption>,
}

impl<'a> FlagCells<'a> {
    /// Labels are read for what is planned, as those of the roster are.
    pub(crate) fn new(tzdb: &'a Tzdb, horizon: &Horizon) -> Self {
        let options =
            ResolveOptions { years: Some((horizon.from(), horizon.to())), ..ResolveOptions::default() };
        Self { tzdb, options, faults: Vec::new(), assumed: Vec::new() }
    }

    /// Labels mean what `--read-as` says, in flags as in files.
    pub(crate) fn reading_as(mut self, labels: &[(String, String)]) -> Self {
        self.options.read_as = labels.to_vec();
        self
    }

    /// Whether a label is one of a zone.
    pub(crate) fn is_zone(&self, label: &str) -> bool {
        places::resolve_with(self.tzdb, label, &self.options).is_ok()
    }

    /// A label that names a place, clean: not a zone or a time.
    pub(crate) fn place(&self, label: &str) -> Option<String> {
        let found = places::resolve_with(self.tzdb, label, &self.options).ok()?;
        let is_place = matches!(found.how, How::City | How::State | How::Country | How::Airport);
        is_place.then(|| tzplan_roster::clean(label.trim()).into_owned())
    }

    /// The zone of a label; `None`, and a fault, when there is none.
    pub(crate) fn zone(&mut self, flag: Flag<'_>, label: &str) -> Result<Option<Zone>, Failure> {
        let found = match places::resolve_with(self.tzdb, label, &self.options) {
            Ok(found) => found,
            Err(error) => {
                self.fault(flag, &no_zone(&error));
                return Ok(None);
            }
        };
        // A flag drops nothing: `Lima 9` and `Lima, full time` say something about hours.
        if let Some(unknown) = found.unknown.first() {
            let why = format!(
                "`{unknown}` is no place that is known; write hours as in `Lima 14-22`, or leave it out"
            );
            self.fault(flag, &why);
            return Ok(None);
        }
        if found.how == How::Offset {
            let remark = format!("the offset {} does not follow clock changes", found.zone.name());
            diagnostics::note(&about(flag, &remark))?;
        }
        self.assumed.extend(assumed(flag, &found));
        Ok(Some(found.zone))
    }

    /// The week that is usual where a zone and the place that names it are.
    pub(crate) fn usual_week(&self, zone: &Zone, label: &str) -> Option<WorkingWeek> {
        let found = places::resolve_with(self.tzdb, label, &self.options).ok();
        usual_in(zone, found?.place.and_then(|place| place.country_code))
    }

    /// A zone as people write it, and the hours behind it, if there are any: `Lima 14-22`. It may be written
    /// with commas and blanks: it ends at the first behind which hours follow, or else, where the whole is no
    /// zone, at the first behind a zone with a comma or a digit after it.
    pub(crate) fn zone_and_hours<'f>(&self, text: &'f str) -> (&'f str, Option<&'f str>) {
        let splits = || {
            let ends = text.match_indices([',', ' ']);
            ends.map(|(end, _)| (&text[..end], &text[end + 1..]))
                .filter(|(label, _)| !label.trim().is_empty())
        };
        let may_be_hours = |label: &str, rest: &str| {
            text[label.len()..].starts_with(',')
                || rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
        };
        let split = splits().find(|(_, hours)| self.are_hours(hours));
        let faulty = || {
            splits()
                .find(|(label, rest)| may_be_hours(label, rest) && self.is_zone(label))
                .filter(|_| !self.is_zone(text))
        };
        split.or_else(faulty).map_or((text, None), |(label, hours)| (label, Some(hours)))
    }

    /// Whether a text reads as weekly hours, a clock behind them included: `9-17`, `9-17 ET`.
    pub(crate) fn are_hours(&self, text: &str) -> bool {
        read_hours_on_clock(text, None, None, self.tzdb, &self.options).is_ok()
    }

    /// Hours that stand where a place has to, with the place behind them if there is one, as they would be
    /// read: `Lima 9-17` of `9-17 Lima`.
    pub(crate) fn turned(&self, text: &str) -> Option<String> {
        if self.is_zone(text) {
            return None;
        }
        let ends = text.match_indices([',', ' ']);
        let mut splits = ends.map(|(end, _)| (text[..end].trim(), text[end + 1..].trim()));
        let place_behind = splits.find(|(hours, place)| self.are_hours(hours) && self.is_zone(place));
        match place_behind {
            Some((hours, place)) => Some(format!("{place} {hours}")),
            None if self.are_hours(text) => Some(format!("Europe/Berlin {}", text.trim())),
            None => None,
        }
    }

    /// Weekly hours, on these days where the text names none, of somebody at `home`.
    pub(crate) fn hours(
        &mut self,
        flag: Flag<'_>,
        text: &str,
        days: Option<WeekdaySet>,
        home: Option<&Zone>,
    ) -> Option<HoursCell> {
        match read_hours_on_clock(text, days, home, self.tzdb, &self.options) {
            Ok(cell) => {
                let assumed = cell.assumptions.iter();
                self.assumed.extend(assumed.map(|one| assumption(flag, one.code, one.message.to_string())));
                Some(cell)
            }
            Err(error) => {
                self.fault(flag, &error.to_string());
                None
            }
        }
    }

    /// Weekly hours, on the days of this week where the text names none: said where it is not Mon-Fri.
    pub(crate) fn hours_in_week(
        &mut self,
        flag: Flag<'_>,
        text: &str,
        usual: Option<WorkingWeek>,
        home: Option<&Zone>,
    ) -> Option<HoursCell> {
        let cell = self.hours(flag, text, usual.map(|week| week.days), home)?;
        if let Some(week) = usual.filter(|week| cell.are_days_open && !week.is_monday_to_friday()) {
            self.assume(flag, "usual-week", format!("no days given: {week} is taken in {}", week.country));
        }
        Some(cell)
    }

    /// The hours of a flag and of `--days`, each as in a roster; on the days of this week where nothing is
    /// said, Mon-Fri without one.
    pub(crate) fn hours_and_days(
        &mut self,
        hours: Flag<'_>,
        days: Option<&str>,
        home: Option<&Zone>,
        usual: Option<WorkingWeek>,
    ) -> Option<HoursCell> {
        let days = days.map(|value| Flag { name: "--days", value });
        let named = days.and_then(|flag| match parse_days(flag.value) {
            Ok(days) => Some(days),
            Err(error) => {
                self.fault(flag, &error.to_string());
                None
            }
        });
        let cell = match named {
            Some(named) => self.hours(hours, hours.value, Some(named), home),
            None => self.hours_in_week(hours, hours.value, usual, home),
        };
        if let (Some(cell), Some(named)) = (&cell, named)
            && cell.hours.days() != named
        {
            self.fault(hours, "it names days itself; drop --days, or the days in it");
        }
        cell
    }

    /// The range of `--offsets`; `None`, and a fault, where the text is none.
    pub(crate) fn offsets(&mut self, text: &str) -> Option<OffsetRange> {
        let ranges = places::offset_ranges(self.tzdb, text, &self.options);
        let flag = Flag { name: "--offsets", value: text };
        match &ranges[..] {
            [range] => {
                if text.parse::<OffsetRange>().is_err() {
                    let message = format!(
                        "`{}` is read as {range}, a time that is named as its standard time",
                        cut(text)
                    );
                    self.assume(flag, "offsets", message);
                }
                return Some(*range);
            }
            [] => {
                let why =
                    text.parse::<OffsetRange>().err().map(|error| error.to_string()).unwrap_or_default();
                // The flag quotes the text before.
                let why = why.split_once("` ").map_or("is no range", |(_, why)| why);
                self.fault(flag, &format!("it {why}"));
            }
            several => {
                let several: Vec<String> = several.iter().map(ToString::to_string).collect();
                let which = listed(&several, "or");
                self.fault(flag, &format!("an abbreviation in it has several meanings; write {which}"));
            }
        }
        None
    }

    /// Remembers what is wrong with a flag.
    pub(crate) fn fault(&mut self, flag: Flag<'_>, why: &str) {
        self.faults.push(about(flag, why));
    }

    /// Remembers what a flag leaves open, and how it was taken.
    pub(crate) fn assume(&mut self, flag: Flag<'_>, code: &'static str, message: String) {
        self.assumed.push(assumption(flag, code, message));
    }

    /// Reports the faults there were; what was assumed, which belongs to the answer.
    pub(crate) fn finish(self) -> Result<Vec<Assumption>, Failure> {
        Failure::of_any(self.faults)?;
        Ok(self.assumed)
    }
}

/// What the label of a zone leaves open.
pub(crate) fn assumed(flag: Flag<'_>, found: &Resolution) -> Option<Assumption> {
    assumed_in(named(flag), found)
}

/// The same of a label that stands in a file or a variable.
pub(crate) fn assumed_in(file: String, found: &Resolution) -> Option<Assumption> {
    let code = match found.how {
        How::Offset => "offset",
        How::Abbreviation | How::Name | How::Windows => "abbreviation",
        _ => "place",
    };
    let message = found.note.clone()?;
    Some(Assumption { code, file, rows: Vec::new(), count: 0, message })
}

fn assumption(flag: Flag<'_>, code: &'static str, message: String) -> Assumption {
    Assumption { code, file: named(flag), rows: Vec::new(), count: 0, message }
}

/// A flag as it is typed: `--add 'Bob=Lima 9-5'`.
fn named(flag: Flag<'_>) -> String {
    let value = cut(flag.value);
    let is_plain = |c: char| c.is_alphanumeric() || "=/+-:,._#".contains(c);
    match value.chars().all(is_plain) {
        true => format!("{} {value}", flag.name),
        false => format!("{} '{value}'", flag.name),
    }
}

/// Why a label is no zone, and what to write instead.
pub(crate) fn no_zone(error: &PlaceError) -> String {
    let why = error.to_string();
    if let Some(hours) = error.hours() {
        return format!("{why}: {hours}; name the place alone here");
    }
    // A suggestion needs no further help.
    if why.ends_with('?') { why } else { format!("{why}; {}", error.help()) }
}

pub(crate) fn about(flag: Flag<'_>, what: &str) -> String {
    format!("{} `{}`: {what}", flag.name, cut(flag.value))
}
