//! Weekdays as single letters: `M`, `T`, `W`, `T`, `F`.

use super::synonym::fold;
use super::{ColumnUse, Columns, Field};

/// The letters of a week, and which weekday comes first: English, German, Dutch, French, Italian, Spanish
/// and Portuguese.
const WEEKS: [(&str, usize); 9] = [
    ("mtwtfss", 0),
    ("smtwtfs", 6),
    ("mtwrfsu", 0),
    ("mdmdfss", 0),
    ("mdwdvzz", 0),
    ("lmmjvsd", 0),
    ("lmmgvsd", 0),
    ("lmxjvsd", 0),
    ("stqqssd", 0),
];

const ENGLISH: [&str; 7] = ["mo", "tu", "we", "th", "fr", "sa", "su"];

/// Fewer columns in a row are no week.
const FEWEST: usize = 5;

impl Columns {
    /// Reads columns side by side as weekdays whose headers are the letters of a week; some may be longer, such
    /// as `Tu` and `Th`.
    pub(super) fn read_weekday_letters(&mut self) {
        let letters: Vec<String> = self.list.iter().map(|column| letters(&column.header)).collect();
        if letters.iter().filter(|letters| letters.chars().count() == 1).count() < 2 {
            return;
        }
        for first in 0..self.list.len() {
            for (week, weekday) in WEEKS {
                let days = week.chars().enumerate().map(|(day, letter)| (letter, (weekday + day) % 7));
                let fits = |(column, (letter, day)): &(usize, (char, usize))| {
                    let Some(found) = self.list.get(*column) else { return false };
                    let field = Field::OF_WEEKDAYS[*day];
                    found.usage == ColumnUse::Read(field)
                        || found.usage == ColumnUse::Unknown
                            && (letters[*column].chars().eq([*letter]) || letters[*column] == ENGLISH[*day])
                };
                let found: Vec<(usize, (char, usize))> = (first..).zip(days).take_while(fits).collect();
                if found.len() < FEWEST {
                    continue;
                }
                for (column, (_, day)) in found {
                    let field = Field::OF_WEEKDAYS[day];
                    if self.list[column].usage == ColumnUse::Unknown && self.place(field).is_none() {
                        self.place[field as usize] = Some(column);
                        self.list[column].usage = ColumnUse::Read(field);
                    }
                }
                return;
            }
        }
    }
}

/// A header that may be letters of a weekday; else nothing.
fn letters(header: &str) -> String {
    if header.len() > 4 { String::new() } else { fold(header) }
}
