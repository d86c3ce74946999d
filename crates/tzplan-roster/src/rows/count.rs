//! The `count` column: how many people of a row there are.

use super::Rows;
use crate::cells::{Cells, Place, text};
use crate::columns::Field;
use crate::faults::Fault;
use crate::wording::Quoted;

const HELP: &str = "write how many people have this schedule, as a whole number from 1, or nothing for one";

impl Rows<'_> {
    /// How many people a row counts; `None`, and a fault, where it does not say.
    pub(super) fn count(&mut self, cells: Cells<'_>, place: &dyn Place) -> Option<u64> {
        let columns = &self.found.columns;
        let has_address = columns.place(Field::Email).is_some_and(|email| !cells.get(email).is_empty());
        let index = match (columns.place(Field::Count), columns.guessed_count()) {
            (_, Some(guessed)) => {
                let is_read = read(cells.get(guessed)).is_ok() && !has_address;
                self.assume_count(guessed, is_read, cells, place);
                is_read.then_some(guessed)
            }
            (stated, None) => stated,
        };
        for unread in self.found.columns.unread_counts().to_vec() {
            self.assume_count(unread, false, cells, place);
        }
        let Some(index) = index else { return Some(1) };
        let count = read(cells.get(index)).and_then(|count| match count {
            1 => Ok(1),
            count if has_address => Err(of_one_person(count)),
            // A row that is refused for another cell uses up its count, too.
            count => match self.counts_left.checked_sub(count) {
                Some(left) => {
                    self.counts_left = left;
                    Ok(count)
                }
                None => Err(too_many(self.most_people)),
            },
        });
        count.map_err(|fault| self.found.of_field(&fault, Some(Field::Count), cells, place)).ok()
    }

    /// Says how a cell was taken that may be a number of people; nothing and one make no difference.
    fn assume_count(&mut self, index: usize, is_read: bool, cells: Cells<'_>, place: &dyn Place) {
        let cell = cells.text(index).trim();
        let is_guessed = self.found.columns.guessed_count() == Some(index);
        let number = cell.replace([',', ' '], "").parse::<f64>();
        let makes_a_difference = match number {
            // A column that counts elsewhere counts here, too, whatever the cell says.
            Ok(number) if is_guessed => (number - 1.0).abs() > f64::EPSILON,
            Ok(number) => number > 1.0,
            Err(_) => is_guessed && !cell.is_empty(),
        };
        if !makes_a_difference {
            return;
        }
        let header = self.found.columns.header(index).unwrap_or_default();
        let assumed = match is_read {
            true => ("guessed-count", format!("`{header}` is read as how many people a row stands for").into()),
            // Elsewhere it is read.
            false if is_guessed => {
                let message = match read(cells.get(index)) {
                    Ok(_) => "does not count people there: with an address a row is one person",
                    Err(_) if self.name_cell(cells) == cell.as_bytes() => {
                        "is no number there: it is the name of one person"
                    }
                    Err(_) => "is no number of people there: a row is one person",
                };
                ("unread-count", format!("`{header}` {message}").into())
            }
            false => (
                "unread-count",
                format!(
                    "`{header}` is not read as a number of people: a row is one person; if it counts them, say \
                     --column count='{header}'"
                )
                .into(),
            ),
        };
        if let Some(at) = self.schedules.assumptions.place(assumed) {
            self.schedules.assumptions.count_row(at, place.line());
        }
    }

    /// The cell that names the person of a row: where no column does, that of a column of numbers of people
    /// which holds none.
    pub(super) fn name_cell<'c>(&self, cells: Cells<'c>) -> &'c [u8] {
        let columns = &self.found.columns;
        let guessed = columns.guessed_count();
        let names = columns.place(Field::Name).or(guessed.filter(|_| !self.has_surnames && columns.may_name));
        let Some(index) = names else { return b"" };
        let is_count = guessed == Some(index) && is_number(cells.get(index));
        if is_count { b"" } else { cells.get(index) }
    }
}

/// Whether a cell is a number, of people or not.
fn is_number(cell: &[u8]) -> bool {
    text(cell).trim().replace([',', ' '], "").parse::<f64>().is_ok()
}

/// Reads a cell: a whole number from 1, or empty, which is one. `5.0`, as programs write it, is 5.
fn read(cell: &[u8]) -> Result<u64, Fault> {
    if cell.is_empty() {
        return Ok(1);
    }
    let cell = text(cell);
    let (whole, part) = cell.split_once('.').unwrap_or((cell, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number =
        Some(whole).filter(|whole| are_digits(whole) && are_digits(part) && part.bytes().all(|b| b == b'0'));
    match number.map(str::parse::<u64>) {
        Some(Ok(0)) => Err(wrong(cell, "counts nobody")),
        Some(Ok(count)) => Ok(count),
        Some(Err(_)) => Err(wrong(cell, "is more people than there are")),
        None => Err(wrong(cell, "is no number of people")),
    }
}

fn wrong(cell: &str, why: &str) -> Fault {
    Fault::error("bad-count", format!("{} {why}", Quoted(cell)), HELP)
}

/// A row of an address is one person.
fn of_one_person(count: u64) -> Fault {
    let message = format!("a row with an e-mail address is one person, and this one counts {count}");
    Fault::error("count-of-one-person", message, "leave out the address, or the count")
}

/// More people than a file may make of counts.
fn too_many(most: u64) -> Fault {
    let message = format!("with this row the file counts more than {most} people");
    let help = "look for a slip in the counts; of a larger company write the share of each schedule, \
                such as one for every thousand";
    Fault::error("too-many-people", message, help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_people_and_programs_write_them() {
        for (cell, count) in [("", 1), ("1", 1), ("5", 5), ("5.0", 5), ("007", 7), ("1000000", 1_000_000)] {
            assert_eq!(read(cell.as_bytes()).ok(), Some(count), "{cell}");
        }
        let wrong = [
            "0",
            "0.0",
            "-1",
            "+5",
            "1.5",
            "5.",
            ".5",
            "five",
            "1,000",
            "1e3",
            "5 people",
            "∞",
            "99999999999999999999",
        ];
        for cell in wrong {
            assert_eq!(read(cell.as_bytes()).err().map(|fault| fault.code), Some("bad-count"), "{cell}");
        }
    }
}
