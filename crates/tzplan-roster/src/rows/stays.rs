//! The zone column: where somebody lives, and stays abroad.
//!
//! `Europe/Berlin; Asia/Bangkok from 2027-02-01 to 2027-03-15`: home, then any number of dated zones. Without
//! a last day, `Asia/Bangkok from 2027-02-01` is a move: it holds until the next move, whatever their order
//! in the cell.

use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;
use tzplan::team::Stay;
use tzplan::{DateRange, Schedule, Zone};

use super::long_cell::{LONGEST_CELL, overlong};
use super::zone_label::{Within, ZoneLabels, ZoneReading};
use super::{absence, date_range, date_text};
use crate::assumption::Assumed;
use crate::clean;
use crate::columns::Field;
use crate::faults::Fault;
use crate::wording::Quoted;
use crate::work::steps;

/// How a cell is read.
#[derive(Default)]
pub(super) struct Whereabouts {
    /// The home zone, unless the faults say why there is none.
    pub(super) home: Option<Zone>,
    /// What the place is in that the home label names.
    pub(super) within: Within,
    /// Stays abroad in the order in which they are written.
    stays: Vec<(Abroad, Range<NaiveDate>)>,
    /// Moves for good, with their first days.
    moves: Vec<(Abroad, NaiveDate)>,
    /// Each with the column that it is about.
    pub(super) faults: Vec<(Field, Fault)>,
    /// The place that was taken among namesakes.
    pub(super) assumed: Option<std::sync::Arc<str>>,
    /// Whether the home label names a place, not a zone or a time.
    pub(super) is_place: bool,
    /// What was taken besides: years of dates without one, a state among namesakes.
    pub(super) taken: Vec<Assumed>,
    /// The place of the home label in the list of labels.
    pub(super) listed: Option<u32>,
    /// Those of the labels of stays.
    pub(super) abroad: Vec<u32>,
}

/// Where somebody stays: the zone, and the place where the label names one.
#[derive(Clone)]
struct Abroad {
    zone: Zone,
    place: Option<Arc<str>>,
}

impl Abroad {
    fn on(self, dates: DateRange) -> Stay {
        let stay = Stay::new(self.zone, dates);
        match self.place {
            Some(place) => stay.at(place),
            None => stay,
        }
    }
}

/// A place and its dates are shorter, in bytes.
const LONGEST_PART: usize = 1000;

/// The dates of a stay are two of at most [`date_text::LONGEST`] bytes, and what stands between and before.
const LONGEST_DATES: usize = 2 * date_text::LONGEST + 20;

const HELP: &str = "write home first, then every stay with its dates: Europe/Berlin; Asia/Bangkok from \
2027-02-01 to 2027-03-15";

impl Whereabouts {
    /// Whether there are stays abroad, or moves.
    pub(super) fn has_stays(&self) -> bool {
        !self.stays.is_empty() || !self.moves.is_empty()
    }

    /// Reads a cell whose home is meant as a label says; every other label in it is read like a zone by
    /// itself.
    pub(super) fn read(cell: &str, label: &str, zones: &mut ZoneLabels<'_>) -> Self {
        let mut read = Self::default();
        let mut parts = cell.split(';').map(str::trim).filter(|part| !part.is_empty());
        let first = parts.next().unwrap_or(cell);
        match stay(first) {
            Some(DatedPart { label, .. }) => {
                let message = if label.is_empty() {
                    "the cell holds a stay, but nothing says where home is".to_owned()
                } else {
                    format!("{} is a stay, but nothing says where home is", Quoted(label))
                };
                read.fault(Fault::error("no-home", message, HELP));
            }
            None => read = Self::at_home(zones.read(label)),
        }
        let mut parts = parts.peekable();
        if cell.len() > LONGEST_CELL && parts.peek().is_some() {
            read.fault(overlong());
            return read;
        }
        for part in parts {
            read.stay(part, zones);
        }
        read
    }

    /// Somebody without stays.
    pub(super) fn at_home(home: ZoneReading) -> Self {
        let ZoneReading { zone, within, fault, assumed, is_place, listed, .. } = home;
        let faults = fault.into_iter().map(|fault| (Field::Zone, fault)).collect();
        Self { home: zone, within, faults, assumed, is_place, listed, ..Self::default() }
    }

    /// Somebody whose home cannot be told, for a fault of a column.
    pub(super) fn nowhere(field: Field, fault: Fault) -> Self {
        Self { faults: vec![(field, fault)], ..Self::default() }
    }

    /// The schedule with the stays in it.
    pub(super) fn in_schedule(&self, schedule: Schedule) -> Schedule {
        let mut moves = self.moves.clone();
        moves.sort_by_key(|(_, first)| *first);
        let moves = moves.into_iter().map(|(there, first)| (there, DateRange::new(first, Stay::FOR_GOOD)));
        let stays = self.stays.iter().cloned();
        let stays = stays.map(|(there, dates)| (there, DateRange::until(dates.start, dates.end)));
        moves.chain(stays).fold(schedule, |schedule, (there, dates)| match dates {
            Ok(dates) => schedule.staying(&there.on(dates)),
            Err(_) => schedule,
        })
    }

    fn stay(&mut self, part: &str, zones: &mut ZoneLabels<'_>) {
        let Some(DatedPart { label, from, dates }) = stay(part) else {
            let message = format!("{} is a second place without dates", Quoted(part));
            self.fault(Fault::error("undated-zone", message, HELP));
            return;
        };
        if label.is_empty() {
            let message = format!("the stay {} does not say where", Quoted(part));
            self.fault(Fault::error("no-place", message, HELP));
            return;
        }
        let there = self.there(label, zones);
        let range = match date_range::read(dates, zones.planned_from()) {
            Ok(range) => range,
            Err(fault) => return self.fault(fault),
        };
        self.taken.extend(range.is_open_year.then(|| absence::open_year(dates, &range)));
        let (first, last) = (range.first, range.last);
        // A stay of one day names it twice.
        if from && range.is_one {
            if let Some((Abroad { zone: other, .. }, _)) =
                self.moves.iter().find(|(_, other)| *other == first)
            {
                let message = format!("both {other} and {} are moved to on {first}", Quoted(label));
                self.fault(Fault::error("overlapping-stays", message, HELP));
            }
            self.moves.extend(there.map(|there| (there, first)));
            return;
        }
        let Some(after) = last.succ_opt() else { return };
        let overlap = self.stays.iter().find(|(_, other)| first < other.end && other.start < after);
        let zone = there.as_ref().map(|there| &there.zone);
        if let Some((Abroad { zone: other, .. }, _)) = overlap.filter(|(other, _)| Some(&other.zone) != zone)
        {
            let message =
                format!("the stays in {other} and {} overlap; the later in the cell holds", Quoted(label));
            let help = "end one stay the day before the next one starts";
            self.fault(Fault::warning("overlapping-stays", message, help));
        }
        self.stays.extend(there.map(|there| (there, first..after)));
    }

    /// A fault of the cell.
    fn fault(&mut self, fault: Fault) {
        self.faults.push((Field::Zone, fault));
    }

    fn there(&mut self, label: &str, zones: &mut ZoneLabels<'_>) -> Option<Abroad> {
        let reading = zones.read(label);
        reading.fault.into_iter().for_each(|fault| self.fault(fault));
        self.abroad.extend(reading.listed);
        let place = reading.is_place.then(|| Arc::from(clean(label)));
        reading.zone.map(|zone| Abroad { zone, place })
    }
}

/// The home in a cell; `None` where a stay is in its place.
pub(super) fn home(cell: &str) -> Option<&str> {
    let first = cell.split(';').map(str::trim).find(|part| !part.is_empty()).unwrap_or_default();
    stay(first).is_none().then_some(first)
}

/// A dated part of a cell.
#[derive(PartialEq, Eq, Debug)]
struct DatedPart<'c> {
    label: &'c str,
    /// Whether the word stands before the dates.
    from: bool,
    dates: &'c str,
}

/// The label and the dates of `Asia/Bangkok from 2027-02-01 to 2027-03-15`; `None` where a part names no
/// dates.
fn stay(part: &str) -> Option<DatedPart<'_>> {
    if part.len() > LONGEST_PART {
        return None;
    }
    let at = words_of(part).find(|at| may_start(&part[*at..]) && starts_dates(&part[*at..]))?;
    let (label, dates) = (part[..at].trim_end(), part[at..].trim());
    let before = label.len().checked_sub("from".len()).and_then(|cut| label.split_at_checked(cut));
    let before = before.filter(|(label, word)| {
        word.eq_ignore_ascii_case("from") && (label.is_empty() || label.ends_with(char::is_whitespace))
    });
    Some(match before {
        Some((label, _)) => DatedPart { label: label.trim_end(), from: true, dates },
        None => DatedPart { label, from: false, dates },
    })
}

/// Where words begin behind the first.
fn words_of(part: &str) -> impl Iterator<Item = usize> {
    part.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(place, c)| place + c.len_utf8())
}

/// Whether dates begin here, well or badly written.
fn starts_dates(rest: &str) -> bool {
    let looks_like_one =
        rest.len() >= 5 && rest.as_bytes()[..4].iter().all(u8::is_ascii_digit) && rest.as_bytes()[4] == b'-';
    looks_like_one || rest.len() <= LONGEST_DATES && are_dates(rest)
}

/// Whether dates may begin here: with a number, or with a word of a date. A label of other words is not
/// looked through from each of them.
fn may_start(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    end == 0 || rest[end..].starts_with(|c: char| c.is_ascii_digit()) || date_range::may_begin(&rest[..end])
}

/// Whether words are dates, if not good ones: `1 Feb 2027 – 15 Mar 2027`, `05/06/2027`. A day is a number.
fn are_dates(words: &str) -> bool {
    steps(words.len());
    words.bytes().any(|byte| byte.is_ascii_digit()) && say_dates(words)
}

fn say_dates(words: &str) -> bool {
    date_range::read(words.trim(), Some(NaiveDate::MIN))
        .map_or_else(|fault| fault.code != "bad-date", |_| true)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_without_a_digit_are_no_dates(
            words in proptest::collection::vec(
                prop_oneof![
                    3 => prop_oneof![Just("Feb"), Just("March"), Just("Mon"), Just("to"), Just("-")],
                    1 => prop_oneof![Just(".."), Just("Dezember"), Just("١"), Just("２"), Just("/")],
                ],
                0..6,
            ),
            gap in prop_oneof![Just(" "), Just(""), Just(", ")],
        ) {
            prop_assert!(!say_dates(&words.join(gap)));
        }
    }

    proptest! {
        /// Dates begin only where they are looked for.
        #[test]
        fn dates_begin_with_a_word_of_theirs(
            words in proptest::collection::vec(
                prop_oneof![
                    2 => prop_oneof![Just("1"), Just("24.12."), Just("2027"), Just("3rd"), Just("2027-02-01")],
                    2 => prop_oneof![Just("Feb"), Just("May"), Just("Mon,"), Just("the"), Just("vom"), Just("du")],
                    1 => prop_oneof![Just("to"), Just("-"), Just("\u{2013}"), Just("from"), Just("bis"), Just("по")],
                    1 => prop_oneof![Just("Lisbon"), Just("\u{2019}26"), Just("1er"), Just("ab12"), Just("é"), Just("с")],
                ],
                0..7,
            ),
        ) {
            let part = words.join(" ");
            let all = words_of(&part).find(|at| starts_dates(&part[*at..]));
            let some = words_of(&part).find(|at| may_start(&part[*at..]) && starts_dates(&part[*at..]));
            prop_assert_eq!(some, all, "{}", part);
        }
    }

    #[test]
    fn a_stay_is_a_label_with_dates() {
        let cases = [
            (
                "Asia/Bangkok from 2027-02-01 to 2027-03-15",
                Some(("Asia/Bangkok", true, "2027-02-01 to 2027-03-15")),
            ),
            ("Asia/Bangkok 2027-02-01..2027-03-15", Some(("Asia/Bangkok", false, "2027-02-01..2027-03-15"))),
            (
                "New Delhi, IN FROM 2027-02-01 until 2027-03-15",
                Some(("New Delhi, IN", true, "2027-02-01 until 2027-03-15")),
            ),
            ("UTC+5:30 from 2027-02-01", Some(("UTC+5:30", true, "2027-02-01"))),
            ("Asia/Bangkok from 2027-", Some(("Asia/Bangkok", true, "2027-"))),
            ("from 2027-02-01 to 2027-03-15", Some(("", true, "2027-02-01 to 2027-03-15"))),
            ("Bangkok from 1 Feb to 15 Mar 2027", Some(("Bangkok", true, "1 Feb to 15 Mar 2027"))),
            ("New Delhi, IN 1.2.–15.3.2027", Some(("New Delhi, IN", false, "1.2.–15.3.2027"))),
            ("Bangkok from Feb 1, 2027", Some(("Bangkok", true, "Feb 1, 2027"))),
            ("Bangkok 05/06/2027", Some(("Bangkok", false, "05/06/2027"))),
            ("Berlin 10115", None),
            ("Portland, OR 97201", None),
            ("Asia/Bangkok", None),
            ("Asia/Bangkok from spring to autumn", None),
            ("", None),
            ("é ê", None),
        ];
        for (part, expected) in cases {
            let expected = expected.map(|(label, from, dates)| DatedPart { label, from, dates });
            assert_eq!(stay(part), expected, "{part}");
        }
    }
}
