//! Columns beside those that are read that say where somebody is: a second place, an offset, a journey.

use super::header_words::HeaderWord;
use super::synonym::fold;
use super::{ColumnUse, Columns, Field};

/// What such a column says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum OtherPlace {
    /// A place or a zone.
    Place,
    /// How far ahead of UTC.
    Offset,
    /// Where somebody goes, or that they do.
    Travel,
}

impl Columns {
    /// Such columns, in their order.
    pub(crate) fn other_places(&self) -> Vec<(usize, OtherPlace)> {
        let read_twice = [Field::Zone, Field::City].iter().all(|field| self.place(*field).is_some());
        let kind = |(index, column): (usize, &super::Column)| {
            let kind = match column.usage {
                // Two columns of zones are an error.
                ColumnUse::Outranked(field) if Field::OF_PLACES.contains(&field) => {
                    self.duplicate(index, &self.ranks).is_none().then_some(OtherPlace::Place)
                }
                // Of a zone, a city and a location the city is held against the zone.
                ColumnUse::Read(Field::Location) if read_twice => Some(OtherPlace::Place),
                ColumnUse::Unknown => of_header(&column.header),
                _ => None,
            };
            let is_offset = kind.is_some() && has(HeaderWord::Offset, &column.header);
            Some((index, if is_offset { OtherPlace::Offset } else { kind? }))
        };
        self.list.iter().enumerate().filter_map(kind).collect()
    }
}

fn of_header(header: &str) -> Option<OtherPlace> {
    let kinds = [
        (HeaderWord::OfOthers, None),
        (HeaderWord::Travel, Some(OtherPlace::Travel)),
        (HeaderWord::Offset, Some(OtherPlace::Offset)),
        (HeaderWord::OtherPlace, Some(OtherPlace::Place)),
    ];
    kinds.into_iter().find(|(word, _)| has(*word, header)).and_then(|(_, kind)| kind)
}

fn has(word: HeaderWord, header: &str) -> bool {
    word.is_in(header) || word.is(&fold(header))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cells::CellBuffer;
    use crate::columns::Header;

    #[test]
    fn headers_say_where_else_somebody_may_be() {
        for (header, expected) in [
            ("Lives in", Some(OtherPlace::Place)),
            ("Wohnt in", Some(OtherPlace::Place)),
            ("Travels to", Some(OtherPlace::Travel)),
            ("Relocation", Some(OtherPlace::Travel)),
            ("Déménagement", Some(OtherPlace::Travel)),
            ("UTC offset", Some(OtherPlace::Offset)),
            ("tz_offset", Some(OtherPlace::Offset)),
            ("Place of birth", None),
            ("Client city", None),
            ("Manager location", None),
            ("Shoe size", None),
        ] {
            let mut cells = CellBuffer::default();
            ["name", "timezone", header].into_iter().for_each(|cell| cells.push(cell));
            let columns = Header::of(cells.cells(), &[]).columns();
            let found = columns.other_places().into_iter().find(|(index, _)| *index == 2);
            assert_eq!(found.map(|(_, kind)| kind), expected, "{header}");
        }
    }
}
