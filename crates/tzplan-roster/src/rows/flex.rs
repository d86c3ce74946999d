//! The flex column: how far somebody's day may be moved.

use tzplan::Minutes;

use crate::faults::Fault;
use crate::wording::Quoted;

/// No day is moved further.
const LONGEST: Minutes = Minutes::hours(12);

const HELP: &str = "write how far this day may be moved, such as 1h, 90m or 1:30, up to 12h; 0 if it does \
not move; or \
                    nothing at all";

/// Reads a cell: a length of time, 0 or no, or empty.
pub(super) fn read(cell: &str) -> Result<Option<Minutes>, Fault> {
    // Most people have none, and every schedule asks.
    if cell.is_empty() {
        return Ok(None);
    }
    let compact = cell.split_whitespace().collect::<String>().to_lowercase();
    match (compact.as_str(), compact.parse::<Minutes>()) {
        ("", _) => Ok(None),
        ("0" | "no" | "none" | "fixed", _) => Ok(Some(Minutes(0))),
        (_, Ok(flex)) if flex <= LONGEST => Ok(Some(flex)),
        (_, Ok(_)) => Err(Fault::error("bad-flex", format!("{} is more than 12 hours", Quoted(cell)), HELP)),
        (_, Err(_)) => Err(Fault::error("bad-flex", format!("{} is no length of time", Quoted(cell)), HELP)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_as_people_write_them() {
        let cases = [("", None), ("0", Some(0)), ("1h", Some(60)), ("90m", Some(90)), ("1:30", Some(90))];
        let spaced = [
            (" 2 h ", Some(120)),
            ("90 min", Some(90)),
            ("0h", Some(0)),
            ("12h", Some(720)),
            ("No", Some(0)),
        ];
        for (cell, minutes) in cases.into_iter().chain(spaced) {
            assert_eq!(read(cell).ok(), Some(minutes.map(Minutes)), "{cell}");
        }
        // Hours or minutes? Neither is guessed.
        for cell in ["2", "90", "yes", "high", "-1h", "±2h", "12h01", "24h", "1.5h"] {
            assert_eq!(read(cell).err().map(|fault| fault.code), Some("bad-flex"), "{cell}");
        }
    }
}
