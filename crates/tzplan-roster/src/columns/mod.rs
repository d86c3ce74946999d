//! Columns: which header means what.

mod field;
mod meaning;
mod named;
mod synonym;

use std::sync::Arc;

use crate::cells::Cells;
use crate::faults::{Fault, Faults, Pointer, Spot};
use crate::text::clean;
pub use field::Field;
pub(crate) use meaning::{is_idle, meaning};
pub use named::NamedColumn;

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
    /// The clocks that headers of hours name.
    clocks: Vec<(Field, Arc<str>)>,
}

/// Headers that say hours and may mean something else: `Availability`.
const VAGUE: u8 = 1;
/// The rank of a header that the caller named.
const NAMED: u8 = 0;
/// First names and what people like to be called: a surname belongs behind them.
const FIRST_NAMES: std::ops::RangeInclusive<u8> = 2..=3;

/// A header that was recognised.
pub(crate) struct Header {
    columns: Columns,
    /// What is wrong with it, with the place of the column that it is about, if it is one.
    pub(crate) faults: Vec<(Option<usize>, Fault)>,
}

impl Header {
    pub(crate) fn of(headers: Cells<'_>, named: &[NamedColumn]) -> Self {
        let mut columns = Columns::default();
        let mut ranks = [u8::MAX; Field::ALL.len()];
        let mut found = vec![false; named.len()];
        for (index, cell) in headers.iter().enumerate() {
            let header: Arc<str> = clean(&String::from_utf8_lossy(cell)).into();
            let mut usage = ColumnUse::Unknown;
            let mut is_meant = |column: &NamedColumn| column.is(&header);
            let asked = named.iter().position(&mut is_meant);
            let read = match asked {
                Some(asked) => {
                    found[asked] = true;
                    Some((named[asked].field, NAMED, None))
                }
                // What the caller names elsewhere, or nowhere, is not looked for.
                None => meaning::read(&header)
                    .filter(|(field, ..)| named.iter().all(|column| column.field != *field)),
            };
            if let Some((field, rank, clock)) = read {
                let best = &mut ranks[field as usize];
                usage = ColumnUse::Outranked(field);
                // Of the people of Slack `name` is the handle, beside `real_name` or `profile.real_name`.
                let is_real = field == Field::Name && synonym::is_real_name(&header);
                let rank = if is_real { 0 } else { rank };
                let known = columns.place[field as usize].map(|place| &*columns.list[place].header);
                let is_real = is_real && rank == *best && !known.is_some_and(synonym::is_real_name);
                if rank < *best || is_real {
                    *best = rank;
                    if let Some(vaguer) = columns.place[field as usize].replace(index) {
                        columns.list[vaguer].usage = ColumnUse::Outranked(field);
                    }
                    usage = ColumnUse::Read(field);
                    columns.clocks.retain(|(known, _)| *known != field);
                    columns.clocks.extend(clock.map(|clock| (field, clock.into())));
                }
            }
            columns.list.push(Column { header, usage });
        }
        columns.ranks = ranks;
        columns.prefer_local_hours();
        columns.live_where_hours_are();
        // One fault a field, whatever the number of its columns.
        let mut is_told = [false; Field::ALL.len()];
        let mut faults: Vec<(Option<usize>, Fault)> = Vec::new();
        for index in 0..columns.list.len() {
            let ColumnUse::Outranked(field) = columns.list[index].usage else { continue };
            if !is_told[field as usize]
                && let Some(fault) = columns.duplicate(index, &ranks)
            {
                is_told[field as usize] = true;
                faults.push((Some(index), fault));
            }
        }
        for (column, _) in named.iter().zip(found).filter(|(column, found)| !found && column.header.is_some())
        {
            faults.push((None, column.missing()));
        }
        if columns.of_place().is_none() {
            faults.push((None, columns.no_zone()));
        }
        Self { columns, faults }
    }

    /// Whether a column says where people are.
    pub(crate) fn gives_place(&self) -> bool {
        self.columns.of_place().is_some()
    }

    /// How many columns are recognised.
    pub(crate) fn recognised(&self) -> usize {
        self.columns.list.iter().filter(|column| column.usage != ColumnUse::Unknown).count()
    }

    /// Adds what is wrong with it: `at` gives the line and the place of a column, or of the header. `Err`
    /// with all columns when none says where people are.
    pub(crate) fn report(
        self,
        faults: &mut Faults,
        at: impl Fn(Option<usize>) -> (u64, Pointer),
    ) -> Result<Columns, Vec<Column>> {
        let Self { columns, faults: found } = self;
        for (place, fault) in &found {
            let (row, pointer) = at(*place);
            let column = place.and_then(|index| columns.header(index));
            let value = column.clone().unwrap_or_default();
            let spot = Spot { row, column, position: place.unwrap_or(0), value: &value };
            faults.add(fault, spot, || pointer);
        }
        if columns.of_place().is_none() { Err(columns.list) } else { Ok(columns) }
    }
}

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

    /// Whether the names are first names, with surnames in a column of their own.
    pub(crate) fn has_surnames(&self) -> bool {
        self.place(Field::Surname).is_some()
            && (self.place(Field::Name).is_none() || FIRST_NAMES.contains(&self.ranks[Field::Name as usize]))
    }

    /// Hours on another clock are not read beside local ones.
    fn prefer_local_hours(&mut self) {
        let is_elsewhere = |columns: &Self, field: Field| columns.clock(field).is_some();
        let read = Field::OF_HOURS.into_iter().filter(|field| self.place(*field).is_some());
        let (elsewhere, local): (Vec<Field>, Vec<Field>) = read.partition(|field| is_elsewhere(self, *field));
        let has_all = local.contains(&Field::Hours) || local.len() == 2;
        for field in elsewhere.into_iter().filter(|_| has_all) {
            if let Some(index) = self.place[field as usize].take() {
                self.list[index].usage = ColumnUse::Outranked(field);
            }
            self.clocks.retain(|(known, _)| *known != field);
        }
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
        let decides_little =
            matches!(field, Field::Name | Field::Surname | Field::Email | Field::Team | Field::Role);
        let read = &self.list[self.place(*field)?].header;
        (rank == ranks[*field as usize]).then(|| {
            let field = field.as_str();
            let message = format!("`{read}` and `{header}` both give the {field}");
            let help = format!("keep one of them, or say which one is meant: --column {field}='{header}'");
            // Names, teams and roles decide little, and `Department` beside `Division` is no mistake.
            match decides_little {
                true => Fault::note("duplicate-column", format!("{message}; `{read}` is read"), help),
                false => Fault::error("duplicate-column", message, help),
            }
        })
    }

    fn no_zone(&self) -> Fault {
        let unknown = self.list.iter().filter(|column| column.usage == ColumnUse::Unknown);
        let meant = unknown.map(|column| &*column.header).find(|header| synonym::resembles_zone(header));
        let fields = Field::ALL.map(Field::as_str).join(", ");
        Fault::error(
            "no-zone-column",
            match meant {
                Some(header) => format!("no column gives the time zone — is `{header}` meant as `timezone`?"),
                None => "no column gives the time zone".to_owned(),
            },
            format!(
                "start the file with a header that names a column `zone` (or timezone, tz, location, city), or say \
                 which one it is: --column zone='…'; recognised are {fields}; read are tables in CSV, Markdown, XLSX and \
                 ODS, and lists in JSON, TOML and YAML"
            ),
        )
    }
}
