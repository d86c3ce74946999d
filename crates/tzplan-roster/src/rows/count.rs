//! The `count` column: how many people of a row there are.

use crate::cells::text;
use crate::faults::Fault;
use crate::wording::Quoted;

const HELP: &str = "write how many people have this schedule, as a whole number from 1, or nothing for one";

/// Reads a cell: a whole number from 1, or empty, which is one. `5.0`, as programs write it, is 5.
pub(super) fn read(cell: &[u8]) -> Result<u64, Fault> {
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
pub(super) fn of_one_person(count: u64) -> Fault {
    let message = format!("a row with an e-mail address is one person, and this one counts {count}");
    Fault::error("count-of-one-person", message, "leave out the address, or the count")
}

/// More people than a file may make of counts.
pub(super) fn too_many(most: u64) -> Fault {
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
