//! Columns: which header means what.

mod synonym;

use std::sync::Arc;

use crate::cells::Cells;
use crate::diagnostic::Fault;
use crate::text::clean;
pub(crate) use synonym::meaning;

/// What a column can hold.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Field {
    /// What to call somebody.
    Name,
    /// Where their clock is.
    Zone,
    /// The city they are in.
    City,
    /// The place they are in, however it is told.
    Location,
    /// The state, province or region that the city is in.
    State,
    /// The country that it is in.
    Country,
    /// When they work.
    Hours,
    /// When their work starts.
    Start,
    /// When it ends.
    End,
    /// On which days of the week.
    Days,
    /// The team they belong to.
    Team,
    /// What they do.
    Role,
    /// Who they are: rows of one address are one person.
    Email,
    /// Whether they must be there.
    Required,
    /// Whose public holidays they keep.
    Holidays,
    /// Their days off.
    Off,
}

impl Field {
    /// All fields, in the order in which documentation lists them.
    pub const ALL: [Self; 16] = [
        Self::Name,
        Self::Zone,
        Self::City,
        Self::Location,
        Self::State,
        Self::Country,
        Self::Hours,
        Self::Start,
        Self::End,
        Self::Days,
        Self::Team,
        Self::Role,
        Self::Email,
        Self::Required,
        Self::Holidays,
        Self::Off,
    ];

    /// Those that tell where somebody is, the most telling first.
    pub(crate) const OF_PLACES: [Self; 5] =
        [Self::Zone, Self::City, Self::Location, Self::State, Self::Country];

    /// The header to write for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Zone => "zone",
            Self::City => "city",
            Self::Location => "location",
            Self::State => "state",
            Self::Country => "country",
            Self::Hours => "hours",
            Self::Start => "start",
            Self::End => "end",
            Self::Days => "days",
            Self::Team => "team",
            Self::Role => "role",
            Self::Email => "email",
            Self::Required => "required",
            Self::Holidays => "holidays",
            Self::Off => "off",
        }
    }

    /// The field a header names, however it is spelt: `Time Zone`, `time_zone` and `TZ` are the zone.
    ///
    /// ```
    /// use tzplan_roster::Field;
    /// assert_eq!(Field::of("Time-Zone (IANA)"), Some(Field::Zone));
    /// assert_eq!(Field::of("shoe size"), None);
    /// ```
    pub fn of(header: &str) -> Option<Self> {
        meaning(header).map(|(field, _)| field)
    }
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
}

impl Columns {
    /// Recognises a header. Faults come with the place of the column they are about, if it is one.
    pub(crate) fn of(headers: Cells<'_>) -> (Self, Vec<(Option<usize>, Fault)>) {
        let mut columns = Self::default();
        let mut ranks = [u8::MAX; Field::ALL.len()];
        let mut faults = Vec::new();
        for (index, cell) in headers.iter().enumerate() {
            let header: Arc<str> = clean(&String::from_utf8_lossy(cell)).into();
            let mut usage = ColumnUse::Unknown;
            if let Some((field, rank)) = meaning(&header) {
                let best = &mut ranks[field as usize];
                usage = ColumnUse::Outranked(field);
                if rank < *best {
                    *best = rank;
                    if let Some(vaguer) = columns.place[field as usize].replace(index) {
                        columns.list[vaguer].usage = ColumnUse::Outranked(field);
                    }
                    usage = ColumnUse::Read(field);
                }
            }
            columns.list.push(Column { header, usage });
        }
        for index in 0..columns.list.len() {
            faults.extend(columns.duplicate(index, &ranks).map(|fault| (Some(index), fault)));
        }
        if columns.of_place().is_none() {
            faults.push((None, columns.no_zone()));
        }
        (columns, faults)
    }

    /// Where a field stands.
    pub(crate) fn place(&self, field: Field) -> Option<usize> {
        self.place[field as usize]
    }

    /// The most telling of the columns that say where somebody is.
    pub(crate) fn of_place(&self) -> Option<Field> {
        Field::OF_PLACES.into_iter().find(|field| self.place(*field).is_some())
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
        let read = &self.list[self.place(*field)?].header;
        (rank == ranks[*field as usize]).then(|| {
            let field = field.as_str();
            Fault::error(
                "duplicate-column",
                format!("`{read}` and `{header}` both give the {field}"),
                format!("keep one of them, or rename the other so that it is not read as the {field}"),
            )
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
                "start the file with a header that names a column `zone` (or timezone, tz, location, city); \
                 recognised are {fields}"
            ),
        )
    }
}
