//! Tables without a header: `Ana,Lisbon,9-17` from the first line on.

use tzplan::hours::parse_hours;

use super::head::MOST_TITLES;
use super::table::DelimitedTable;
use crate::columns::{Field, meaning};
use crate::fast_path::Tape;
use crate::places::{names_a_place, names_one_place};
use crate::separator::Separator;
use crate::text::clean;

/// What the first rows of a table say of its columns.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Headless {
    /// There is a header, or what stands there is no row of people.
    No,
    /// They are rows of people, but a column may be this or that.
    Unclear,
    /// They are rows of people, with these columns.
    Columns(Vec<&'static str>),
}

/// One row alone may be a header that nobody knows.
const FEWEST_ROWS: usize = 2;
/// Wider tables have a header.
const MOST_COLUMNS: usize = 8;
const LONGEST_NAME: usize = 80;

impl Headless {
    /// Looks at the first rows of a text, of which more may follow.
    pub(super) fn of(beginning: &[u8], more: bool, separator: Separator) -> Self {
        let rows = first_rows(beginning, more, separator);
        let Some(width) = rows.first().map(Vec::len) else { return Self::No };
        let names_a_field = |cell: &&String| meaning(cell).is_some() && !is_time(cell);
        let is_header = |row: &Vec<String>| {
            row.iter().any(|cell| is_of_place(cell) && !is_time(cell))
                || row.iter().filter(names_a_field).count() > 1
        };
        if !(2..=MOST_COLUMNS).contains(&width)
            || rows.len() < FEWEST_ROWS
            || rows[0].iter().any(|cell| names_a_field(&cell))
            || rows.iter().any(|row| row.len() != width || is_header(row))
        {
            return Self::No;
        }
        let cells = |column: usize| rows.iter().map(move |row| &*row[column]);
        let ids: Vec<usize> = (0..width).filter(|column| cells(*column).all(is_id)).collect();
        let kind = |column: usize| match ids[..] {
            // Ida and Florence are places, but no ids of zones.
            [id] if id != column => Kind::beside_place(&cells(column)),
            _ => Kind::of(cells(column)),
        };
        let kinds: Vec<Kind> = (0..width).map(kind).collect();
        let count = |kind: Kind| kinds.iter().filter(|known| **known == kind).count();
        if count(Kind::Place) == 0 {
            return Self::No;
        }
        let is_clear = count(Kind::Place) == 1
            && count(Kind::Name) == 1
            && count(Kind::Hours) < 2
            && count(Kind::Email) < 2
            && count(Kind::Other) == 0;
        match is_clear {
            true => Self::Columns(kinds.into_iter().map(Kind::header).collect()),
            false => Self::Unclear,
        }
    }
}

/// `Europe/Lisbon`, `UTC`
fn is_id(cell: &str) -> bool {
    is_time(cell) || cell.contains('/') && !cell.contains(' ') && names_one_place(cell)
}

/// `UTC`, which heads a column of offsets or is somebody's zone.
fn is_time(cell: &str) -> bool {
    (3..=5).contains(&cell.len())
        && cell.bytes().all(|byte| byte.is_ascii_uppercase())
        && names_one_place(cell)
}

fn is_of_place(cell: &str) -> bool {
    meaning(cell).is_some_and(|(field, _)| Field::OF_PLACES.contains(&field))
}

/// The first rows, without blank ones; the last may go on in what follows.
fn first_rows(beginning: &[u8], more: bool, separator: Separator) -> Vec<Vec<String>> {
    let (mut rows, mut bytes) = (Vec::new(), beginning);
    let mut table = DelimitedTable::new(Tape::new(&mut bytes), separator);
    while rows.len() <= MOST_TITLES && matches!(table.advance(), Ok(true)) {
        if !table.cells().are_blank() {
            let text = |cell: &[u8]| clean(&String::from_utf8_lossy(cell)).into_owned();
            rows.push(table.cells().iter().map(text).collect());
        }
    }
    if more || rows.len() > MOST_TITLES {
        rows.pop();
    }
    rows
}

/// What all cells of a column are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Place,
    Name,
    Hours,
    Email,
    Other,
}

impl Kind {
    fn of<'c>(cells: impl Iterator<Item = &'c str> + Clone) -> Self {
        if cells.clone().all(|cell| is_word(cell) && names_a_place(cell)) {
            return Self::Place;
        }
        let are_places = cells.clone().filter(|cell| names_one_place(cell)).count();
        match Self::beside_place(&cells) {
            // Florence and Austin are people, too, but not most.
            Self::Name if are_places * 2 >= cells.count() => Self::Other,
            kind => kind,
        }
    }

    /// What is no place.
    fn beside_place<'c>(cells: &(impl Iterator<Item = &'c str> + Clone)) -> Self {
        let all = |is: &dyn Fn(&str) -> bool| cells.clone().all(is);
        if all(&|cell| cell.contains('@') && !cell.contains(' ')) {
            return Self::Email;
        }
        if all(&|cell| cell.is_empty() || parse_hours(cell).is_ok()) && !all(&str::is_empty) {
            return Self::Hours;
        }
        let has_sign = |cell: &str| cell.contains(|c: char| c.is_ascii_digit() || "@/:".contains(c));
        let is_name = |cell: &str| is_word(cell) && cell.len() <= LONGEST_NAME && !has_sign(cell);
        if all(&is_name) { Self::Name } else { Self::Other }
    }

    fn header(self) -> &'static str {
        match self {
            Self::Place => Field::Zone.as_str(),
            Self::Name | Self::Other => Field::Name.as_str(),
            Self::Hours => Field::Hours.as_str(),
            Self::Email => Field::Email.as_str(),
        }
    }
}

fn is_word(cell: &str) -> bool {
    cell.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Headless {
        Headless::of(text.as_bytes(), false, Separator::Comma)
    }

    #[test]
    fn ids_alone_tell_the_columns() {
        let columns = Headless::Columns;
        for (text, expected) in [
            ("Ana,Europe/Lisbon\nBen,Asia/Tokyo\n", columns(vec!["name", "zone"])),
            ("Europe/Lisbon,Ana\nAsia/Tokyo,Ben\n", columns(vec!["zone", "name"])),
            ("Ana,Europe/Lisbon,9-17\n\nBen,Asia/Tokyo,\n", columns(vec!["name", "zone", "hours"])),
            ("a@x.org,Ana,Asia/Tokyo\nb@x.org,Ben,UTC\n", columns(vec!["email", "name", "zone"])),
            ("Bo,UTC\nEva,UTC\n", columns(vec!["name", "zone"])),
            // Which of two is the name, or the zone?
            ("Ana,Legal,UTC\nBen,Sales,UTC\n", Headless::Unclear),
            ("Ana,UTC,UTC\nBen,UTC,UTC\n", Headless::Unclear),
            ("Ana,UTC,12\nBen,UTC,14\n", Headless::Unclear),
            ("Ana,UTC\n", Headless::No),
            ("name,zone\nAna,UTC\n", Headless::No),
            ("Team,2027\nname,zone\nAna,UTC\n", Headless::No),
            ("who,where\nAna,UTC\n", Headless::No),
            ("Ana,UTC\nBen\n", Headless::No),
            ("Ana,Legal\nBen,Sales\n", Headless::No),
            ("", Headless::No),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
        // What is cut off is not looked at.
        let columns = Headless::of(b"Ana,UTC\nBen,UTC\nCy,Asia/To", true, Separator::Comma);
        assert_eq!(columns, Headless::Columns(vec!["name", "zone"]));
    }
}
