//! The header of a file, as it was recognised.

use std::sync::Arc;

use super::header_clock::header_clock;
use super::{Column, ColumnUse, Columns, Field, NamedColumn, meaning, synonym};
use crate::cells::Cells;
use crate::faults::{Fault, Faults, Pointer, Spot};
use crate::text::clean;

/// The rank of a header that the caller named.
const NAMED: u8 = 0;

/// As many as a spreadsheet has; wider tables are none of people.
const MOST_COLUMNS: usize = 16_384;

/// A header that was recognised.
pub(crate) struct Header {
    columns: Columns,
    /// What is wrong with it, with the place of the column that it is about, if it is one.
    pub(crate) faults: Vec<(Option<usize>, Fault)>,
}

impl Header {
    pub(crate) fn of(headers: Cells<'_>, named: &[NamedColumn]) -> Self {
        let mut columns = Columns::default();
        if headers.len() > MOST_COLUMNS {
            let message = format!("the header has more than {MOST_COLUMNS} columns");
            let help = "keep the columns that say who works, where and when";
            return Self { columns, faults: vec![(None, Fault::error("too-large", message, help))] };
        }
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
                    Some((named[asked].field, NAMED, header_clock(named[asked].field, &header)))
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
        columns.prefer_local_hours(named);
        columns.read_halves_of_day();
        columns.live_where_hours_are();
        let mut of_two_languages = None;
        if named.iter().all(|column| !Field::OF_WEEKDAYS.contains(&column.field)) {
            of_two_languages = columns.read_weekday_names();
            columns.read_weekday_letters();
            columns.read_weekday_ranges();
            columns.read_weekday_times();
        }
        if named.iter().all(|column| column.field != Field::Count) {
            columns.guess_count();
        }
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
        for (place, column) in named.iter().enumerate() {
            let mut others = named[..place].iter().filter(|other| other.field == column.field);
            match others.next() {
                // The same again.
                Some(other) if other.header == column.header => {}
                Some(_) => faults.push((None, column.named_twice())),
                None if !found[place] && column.header.is_some() => faults.push((None, column.missing())),
                None => {}
            }
        }
        faults.extend(of_two_languages.map(|(index, fault)| (Some(index), fault)));
        faults.extend(columns.unread_weekdays().map(|(index, fault)| (Some(index), fault)));
        if columns.of_place().is_none() {
            faults.push((None, columns.no_zone()));
        }
        Self { columns, faults }
    }

    /// The columns that give what a duplicate gives as well as the one that is read does; none where some are
    /// on another clock.
    #[cfg(feature = "structured")]
    pub(crate) fn equals(&self, duplicate: usize) -> Vec<usize> {
        let Some(Column { usage: ColumnUse::Outranked(field), .. }) = self.columns.list.get(duplicate) else {
            return Vec::new();
        };
        let is_of_field =
            |usage: ColumnUse| usage == ColumnUse::Read(*field) || usage == ColumnUse::Outranked(*field);
        let rank = |column: &Column| meaning(&column.header).map(|(_, rank)| rank);
        let wanted = rank(&self.columns.list[duplicate]);
        let columns = self.columns.list.iter().enumerate();
        let equals = columns.filter(|(_, column)| is_of_field(column.usage) && rank(column) == wanted);
        let equals: Vec<usize> = equals.map(|(index, _)| index).collect();
        let is_elsewhere = |index: &usize| super::clock_of(&self.columns.list[*index].header).is_some();
        if equals.iter().any(is_elsewhere) { Vec::new() } else { equals }
    }

    /// The columns, whatever is wrong with them.
    #[cfg(test)]
    pub(crate) fn columns(self) -> Columns {
        self.columns
    }

    /// Whether a column says where people are.
    pub(crate) fn gives_place(&self) -> bool {
        self.columns.of_place().is_some()
    }

    /// Says what to write where rows of people stand without a header.
    pub(crate) fn is_missing(&mut self) {
        for (_, fault) in self.faults.iter_mut().filter(|(_, fault)| fault.code == Columns::NO_ZONE) {
            fault.message =
                "the file begins with a row of somebody, and no header says which column is which".into();
            fault.help = "write a line above it that names each column, such as name,role,zone,hours".into();
        }
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
