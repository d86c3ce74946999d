//! The zone column: where somebody lives, and stays abroad.
//!
//! `Europe/Berlin; Asia/Bangkok from 2027-02-01 to 2027-03-15`: home, then any number of dated zones.

use std::ops::Range;

use chrono::NaiveDate;
use tzplan::{Schedule, Zone};

use super::absence;
use super::zone_label::ZoneLabels;
use crate::diagnostic::Fault;
use crate::text::shorten;

/// How a cell is read.
#[derive(Default)]
pub(super) struct Whereabouts {
    /// The home zone, unless the faults say why there is none.
    pub(super) home: Option<Zone>,
    /// Stays abroad in the order in which they are written.
    stays: Vec<(Zone, Range<NaiveDate>)>,
    pub(super) faults: Vec<Fault>,
    /// The place of the home label in the list of labels.
    pub(super) listed: Option<u32>,
    /// Those of the labels of stays.
    pub(super) abroad: Vec<u32>,
}

const HELP: &str = "write home first, then every stay with its dates: Europe/Berlin; Asia/Bangkok from 2027-02-01 to 2027-03-15";

impl Whereabouts {
    /// Reads a cell; every label in it is read like a zone by itself.
    pub(super) fn read(cell: &str, zones: &mut ZoneLabels<'_>) -> Self {
        let mut read = Self::default();
        let mut parts = cell.split(';').map(str::trim).filter(|part| !part.is_empty());
        let first = parts.next().unwrap_or(cell);
        match stay(first) {
            Some((label, _)) => {
                let message = format!("`{}` is a stay, but nothing says where home is", shorten(label, 60));
                read.faults.push(Fault::error("no-home", message, HELP));
            }
            None => {
                let reading = zones.read(first);
                read.faults.extend(reading.fault);
                (read.home, read.listed) = (reading.zone, reading.listed);
            }
        }
        for part in parts {
            read.stay(part, zones);
        }
        read
    }

    /// The schedule with the stays in it.
    pub(super) fn in_schedule(&self, schedule: Schedule) -> Schedule {
        self.stays.iter().fold(schedule, |schedule, (zone, dates)| schedule.with_stay(zone, dates))
    }

    fn stay(&mut self, part: &str, zones: &mut ZoneLabels<'_>) {
        let Some((label, dates)) = stay(part) else {
            let message = format!("`{}` is a second place without dates", shorten(part, 60));
            self.faults.push(Fault::error("undated-zone", message, HELP));
            return;
        };
        let zone = self.zone(label, zones);
        let (first, last) = match absence::range(dates) {
            Ok(dates) => dates,
            Err(fault) => return self.faults.push(fault),
        };
        let Some(after) = last.succ_opt() else { return };
        let overlap = self.stays.iter().find(|(_, other)| first < other.end && other.start < after);
        if let Some((other, _)) = overlap.filter(|(other, _)| Some(other) != zone.as_ref()) {
            let message = format!(
                "the stays in {other} and `{}` overlap; the later in the cell holds",
                shorten(label, 60)
            );
            let help = "end one stay the day before the next one starts";
            self.faults.push(Fault::warning("overlapping-stays", message, help));
        }
        self.stays.extend(zone.map(|zone| (zone, first..after)));
    }

    fn zone(&mut self, label: &str, zones: &mut ZoneLabels<'_>) -> Option<Zone> {
        let reading = zones.read(label);
        self.faults.extend(reading.fault);
        self.abroad.extend(reading.listed);
        reading.zone
    }
}

/// The label and the dates of `Asia/Bangkok from 2027-02-01 to 2027-03-15`; `None` where a part names no dates.
fn stay(part: &str) -> Option<(&str, &str)> {
    let starts_date = |rest: &str| {
        rest.len() >= 5 && rest.as_bytes()[..4].iter().all(u8::is_ascii_digit) && rest.as_bytes()[4] == b'-'
    };
    let words = part.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(place, c)| place + c.len_utf8());
    let dates = words.into_iter().find(|place| starts_date(&part[*place..]))?;
    let label = part[..dates].trim_end();
    let from = label.len().checked_sub("from".len()).and_then(|cut| label.split_at_checked(cut));
    let label = match from {
        Some((label, from)) if from.eq_ignore_ascii_case("from") && label.ends_with(char::is_whitespace) => {
            label
        }
        _ => label,
    };
    Some((label.trim_end(), part[dates..].trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stay_is_a_label_with_dates() {
        let cases = [
            (
                "Asia/Bangkok from 2027-02-01 to 2027-03-15",
                Some(("Asia/Bangkok", "2027-02-01 to 2027-03-15")),
            ),
            ("Asia/Bangkok 2027-02-01..2027-03-15", Some(("Asia/Bangkok", "2027-02-01..2027-03-15"))),
            (
                "New Delhi, IN FROM 2027-02-01 until 2027-03-15",
                Some(("New Delhi, IN", "2027-02-01 until 2027-03-15")),
            ),
            ("UTC+5:30 from 2027-02-01", Some(("UTC+5:30", "2027-02-01"))),
            ("Asia/Bangkok from 2027-", Some(("Asia/Bangkok", "2027-"))),
            ("from 2027-02-01 to 2027-03-15", Some(("from", "2027-02-01 to 2027-03-15"))),
            ("Asia/Bangkok", None),
            ("Asia/Bangkok from spring to autumn", None),
            ("", None),
            ("é ê", None),
        ];
        for (part, expected) in cases {
            assert_eq!(stay(part), expected, "{part}");
        }
    }
}
