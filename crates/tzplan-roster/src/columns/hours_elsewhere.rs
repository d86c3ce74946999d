//! Hours on another clock beside those that are read: `Hours UTC` beside `Hours local`.

use super::field::Field;
use super::meaning::read;
use super::{ColumnUse, Columns, PreferredHours};

/// Where such hours stand, and on which clock they are.
pub(crate) struct HoursElsewhere {
    /// Of the hours, or of their start and their end.
    pub(crate) places: Vec<usize>,
    pub(crate) clock: String,
    /// The field of the local hours.
    pub(crate) of: Field,
}

impl Columns {
    /// The columns of hours on another clock that are not read, or only where the local ones are empty.
    pub(crate) fn hours_elsewhere(&self) -> Option<HoursElsewhere> {
        let pair = || Some(vec![self.place(Field::Start)?, self.place(Field::End)?]);
        let clock = |field: Field| self.clock(field).map(ToString::to_string);
        let found = |places, clock, of| Some(HoursElsewhere { places, clock, of });
        match self.preferred_hours() {
            Some(PreferredHours::Hours) => {
                return found(pair()?, clock(Field::Start).or_else(|| clock(Field::End))?, Field::Hours);
            }
            Some(PreferredHours::StartAndEnd) => {
                return found(vec![self.place(Field::Hours)?], clock(Field::Hours)?, Field::Start);
            }
            None => {}
        }
        if let Some((place, clock)) = self.outranked(Field::Hours) {
            return found(vec![place], clock, Field::Hours);
        }
        let ((start, clock), (end, other)) = (self.outranked(Field::Start)?, self.outranked(Field::End)?);
        if clock == other { found(vec![start, end], clock, Field::Start) } else { None }
    }

    /// A column of a field on another clock, beside that which is read and on none.
    fn outranked(&self, field: Field) -> Option<(usize, String)> {
        self.place(field).filter(|_| self.clock(field).is_none())?;
        let columns = self.list.iter().enumerate();
        let mut others = columns.filter(|(_, column)| column.usage == ColumnUse::Outranked(field));
        others.find_map(|(place, column)| Some((place, read(&column.header)?.2?.to_owned())))
    }
}
