//! Columns: which header means what.

mod field;
mod guessed_count;
mod half_of_day;
mod header;
mod header_clock;
mod header_words;
mod hours_clock;
mod hours_elsewhere;
mod meaning;
mod named;
mod names;
mod of_people;
mod other_place;
mod question;
mod remark;
mod state_column;
mod synonym;
mod weekday_letters;
mod weekday_names;
mod weekday_ranges;
mod weekday_times;
mod weekdays_unread;

use std::sync::Arc;

use crate::faults::Fault;
pub use field::Field;
pub(crate) use header::Header;
#[cfg(feature = "structured")]
use header_words::HeaderWord;
pub(crate) use hours_elsewhere::HoursElsewhere;
pub(crate) use meaning::meaning;
#[cfg(feature = "structured")]
pub(crate) use meaning::{clock_of, is_first_name};
pub use named::NamedColumn;
pub(crate) use of_people::{OfPeople, Unit, is_of_joining_or_leaving, is_of_travel, of_people};
pub(crate) use other_place::OtherPlace;
pub(crate) use remark::{is_idle, is_local, is_of_absence, is_of_break, is_of_no_work};
pub(crate) use state_column::StateColumn;
pub(crate) use weekday_ranges::names_a_weekday;

/// Whether a column with this header may be read: its field is known, it is named, or it may count people.
#[cfg(feature = "structured")]
pub(crate) fn is_of_use(header: &str, named: &[NamedColumn]) -> bool {
    let folded = synonym::fold(header);
    meaning(header).is_some()
        || named.iter().any(|column| column.is(header))
        || HeaderWord::MayCount.is(&folded)
        || HeaderWord::Share.is(&folded)
}

/// A column of a roster.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Column {
    /// Its header, without control characters and the blanks around it.
    pub header: Arc<str>,
    /// What is done with it.
    pub usage: ColumnUse,
}

/// What is done with a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ColumnUse {
    /// It is read.
    Read(Field),
    /// It says the same as a column that says it better (an offset beside a time zone), or twice: not read.
    Outranked(Field),
    /// Its header is not recognised: not read.
    Unknown,
}

/// The columns of a file, and where each field stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    pub(crate) list: Vec<Column>,
    place: [Option<usize>; Field::ALL.len()],
    /// How vague the header of each field is.
    ranks: [u8; Field::ALL.len()],
    /// The column whose numbers are taken for counts of people, though its header may mean something else.
    guessed_count: Option<usize>,
    /// Whether that column may hold names instead: `n`, `Employees`.
    pub(crate) may_name: bool,
    /// Columns whose numbers may be counts of people, and are not read.
    unread_counts: Vec<usize>,
    /// The clocks that headers of hours name.
    clocks: Vec<(Field, Arc<str>)>,
    preferred_hours: Option<PreferredHours>,
    /// Those of am and pm, of the start and of the end.
    halves: [Option<usize>; 2],
    /// The columns of the ends of weekdays, by weekday, where those of the weekdays are of their starts.
    weekday_ends: [Option<usize>; 7],
}

/// The hours that are read where both are given.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum PreferredHours {
    Hours,
    StartAndEnd,
}

/// Headers that say hours and may mean something else: `Availability`.
const VAGUE: u8 = 1;
/// First names and what people like to be called: a surname belongs behind them.
const FIRST_NAMES: std::ops::RangeInclusive<u8> = 2..=3;

impl Columns {
    /// Where a field stands.
    pub(crate) fn place(&self, field: Field) -> Option<usize> {
        self.place[field as usize]
    }

    /// The most precise of the columns that say where somebody is.
    pub(crate) fn of_place(&self) -> Option<Field> {
        Field::OF_PLACES.into_iter().find(|field| self.place(*field).is_some())
    }

    /// Where nothing else says where people are, they are where their hours are kept:
    /// `workingHours.timezone`.
    fn live_where_hours_are(&mut self) {
        if self.of_place().is_none()
            && let Some(index) = self.place[Field::Clock as usize].take()
        {
            self.place[Field::Zone as usize] = Some(index);
            self.ranks[Field::Zone as usize] = self.ranks[Field::Clock as usize];
            self.list[index].usage = ColumnUse::Read(Field::Zone);
        }
    }

    /// Whether the header of a field may mean something else.
    pub(crate) fn is_vague(&self, field: Field) -> bool {
        self.place(field).is_some() && self.ranks[field as usize] >= VAGUE
    }

    /// The clock that the header of a field says its hours are on.
    pub(crate) fn clock(&self, field: Field) -> Option<&Arc<str>> {
        self.clocks.iter().find(|(known, _)| *known == field).map(|(_, clock)| clock)
    }

    /// The column whose numbers are taken for counts of people, though its header may mean something else.
    pub(crate) fn guessed_count(&self) -> Option<usize> {
        self.guessed_count
    }

    /// Columns whose numbers may be counts of people, and are not read.
    pub(crate) fn unread_counts(&self) -> &[usize] {
        &self.unread_counts
    }

    /// Which hours a row is read from first, where some are local and others on another clock; the caller may
    /// name them.
    fn prefer_local_hours(&mut self, named: &[NamedColumn]) {
        let [hours, start, end] = Field::OF_HOURS.map(|field| self.place(field).is_some());
        let is_elsewhere = |field: Field| self.clock(field).is_some();
        let is_named = |field: Field| named.iter().any(|column| column.field == field);
        let is_of_pair = |is: &dyn Fn(Field) -> bool| is(Field::Start) || is(Field::End);
        let are_elsewhere = (is_elsewhere(Field::Hours), is_of_pair(&is_elsewhere));
        let are_named = (is_named(Field::Hours), is_of_pair(&is_named));
        if !hours || !start && !end || are_elsewhere.0 == are_elsewhere.1 {
            return;
        }
        self.preferred_hours = Some(match (are_named, are_elsewhere) {
            ((true, false), _) => PreferredHours::Hours,
            ((false, true), _) => PreferredHours::StartAndEnd,
            (_, (false, _)) => PreferredHours::Hours,
            _ => PreferredHours::StartAndEnd,
        });
    }

    /// Which hours are read first, where both are there on different clocks.
    pub(crate) fn preferred_hours(&self) -> Option<PreferredHours> {
        self.preferred_hours
    }

    /// The header of a column.
    pub(crate) fn header(&self, index: usize) -> Option<Arc<str>> {
        self.list.get(index).map(|column| column.header.clone())
    }

    /// A fault when the column is as good as the one that is read for the same field.
    fn duplicate(&self, index: usize, ranks: &[u8]) -> Option<Fault> {
        let Column { header, usage: ColumnUse::Outranked(field) } = &self.list[index] else { return None };
        // Two offices do no harm where a zone or a city says it better.
        let has = |better: Field| *field != better && self.place(better).is_some();
        let is_place = Field::OF_PLACES.contains(field);
        if is_place && has(Field::Zone) || *field == Field::Location && has(Field::City) {
            return None;
        }
        let (_, rank) = meaning(header)?;
        let may_stand_twice = field.may_stand_twice();
        let read = &self.list[self.place(*field)?].header;
        (rank == ranks[*field as usize]).then(|| {
            let field = field.as_str();
            let message = format!("`{read}` and `{header}` both give the {field}");
            let help = format!("keep one of them, or say which one is meant: --column {field}='{header}'");
            match may_stand_twice {
                true => Fault::note("duplicate-column", format!("{message}; `{read}` is read"), help),
                false => Fault::error("duplicate-column", message, help),
            }
        })
    }

    /// The code of a header that names no place.
    pub(crate) const NO_ZONE: &str = "no-zone-column";

    fn no_zone(&self) -> Fault {
        let unknown = self.list.iter().filter(|column| column.usage == ColumnUse::Unknown);
        let meant = unknown.map(|column| &*column.header).find(|header| synonym::resembles_zone(header));
        let fields = Field::ALL.map(Field::as_str).join(", ");
        Fault::error(
            Self::NO_ZONE,
            match meant {
                Some(header) => format!("no column gives the time zone — is `{header}` meant as `timezone`?"),
                None => "no column gives the time zone".to_owned(),
            },
            format!(
                "start the file with a header that names a column `zone` (or timezone, tz, location, city), \
                or say \
                 which one it is: --column zone='…'; recognised are {fields}; read are tables in CSV, \
                 Markdown, XLSX and \
                 ODS, and lists in JSON, TOML and YAML"
            ),
        )
    }
}
